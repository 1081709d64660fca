"""The icon as pictures, for browsers that take no SVG: drawn from the one SVG, whose shapes are upright rectangles."""

import base64
import re
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import quote

from lxml import etree
from markupsafe import Markup
from PIL import Image, ImageDraw

from edition.problems import Problem
from edition.write.markup import as_markup

UNITS = 16
"""The side of the SVG's square."""
SMALL, LARGE = (16, 32, 48), 192
"""The sides of the pictures, in pixels: whole multiples, so that no edge is blurred."""
PART = re.compile(r"M(\d+) (\d+)h(\d+)v(\d+)(?:H\d+|h-\d+)z")
SIZES = ("width", "height", "rx")
REMEDY = "draw it of upright rectangles, each as M2 4h7v2H2z"

Shape = tuple[tuple[int, int, int, int], int, str]
"""A rectangle: its left, top, width and height; how round its corners are; its colour."""


def is_drawn_of_rectangles(svg: bytes, file: str) -> Iterator[Problem]:
    """The icon is an SVG of upright rectangles; `file` is how messages call it."""
    try:
        drawing = etree.fromstring(svg)
    except etree.XMLSyntaxError as error:
        yield Problem(file, 0, f"is no SVG: {error}", REMEDY)
        return
    for shape in drawing.iter("{*}rect", "{*}path"):
        outline = shape.get("d", "")
        if "width" in shape.attrib and not all(shape.get(n, "").isdecimal() for n in SIZES):
            what = f"a rect without {', '.join(SIZES)} in whole numbers"
            yield Problem(file, shape.sourceline or 0, what, REMEDY)
        elif PART.sub("", outline):
            yield Problem(file, 0, f"'{outline}' is no row of upright rectangles", REMEDY)


def shapes(svg: bytes) -> Iterator[Shape]:
    """The rectangles of the SVG, in the order in which they are drawn."""
    for shape in etree.fromstring(svg).iter("{*}rect", "{*}path"):
        colour = shape.get("fill", "")
        if "width" in shape.attrib:
            width, height, radius = (int(shape.attrib[name]) for name in SIZES)
            yield (0, 0, width, height), radius, colour
        for left, top, width, height in PART.findall(shape.get("d", "")):
            yield (int(left), int(top), int(width), int(height)), 0, colour


def drawn(svg: bytes, side: int, is_round: bool = True) -> Image.Image:
    """The icon as a picture; one that is not round fills its square, for phones, which round it themselves."""
    picture, scale = Image.new("RGBA", (side, side)), side // UNITS
    pen = ImageDraw.Draw(picture)
    for (left, top, width, height), radius, colour in shapes(svg):
        box = [left * scale, top * scale, (left + width) * scale - 1, (top + height) * scale - 1]
        pen.rounded_rectangle(box, radius * scale * is_round, fill=colour)
    return picture


def ico(svg: bytes) -> bytes:
    """All small pictures in one file."""
    *others, largest = (drawn(svg, side) for side in SMALL)
    sizes = [(side, side) for side in SMALL]
    return saved(largest, "ICO", append_images=others, sizes=sizes)


def png(svg: bytes) -> bytes:
    """The large picture."""
    return saved(drawn(svg, LARGE, is_round=False), "PNG")


def address(svg: bytes) -> str:
    """A small picture as an address that holds it, for pages that load no file."""
    picture = saved(drawn(svg, SMALL[1]), "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"


def vector_address(svg: bytes) -> Markup:
    """The SVG as an address that holds it, without its comment: no page waits for a file of so few bytes.

    It is written as an attribute has it: escaped, each of its apostrophes would take four bytes more on every page.
    """
    shapes = re.sub(r"<!--.*?-->|(?<=>)\s+", "", svg.decode(), flags=re.DOTALL).strip()
    return as_markup("data:image/svg+xml," + quote(shapes.replace('"', "'"), safe=" '/:="))


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
