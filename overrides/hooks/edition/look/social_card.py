"""Draws a social card: the picture that stands for a page where a link to it is shared.

It is set as the pages are, in words alone: black on white, one blue rule, the title in the serif.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from itertools import combinations, pairwise
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from edition.cache import fingerprint, kept
from edition.cite import restated
from edition.model import Edition, Paragraph, span
from edition.problems import Problem
from edition.write.titles import COMPOUND, NO_BREAK

WIDTH, HEIGHT = 1200, 630
"""1.91 to 1, as those expect who show such pictures: https://developers.facebook.com/docs/sharing/webmasters/images/."""
MARGIN = 80
"""No word comes nearer to the sides: some services round the corners, or cut a little off."""
MEASURE = WIDTH - 2 * MARGIN

PAPER, INK, QUIET, BLUE = "#fff", "#1b1f23", "#4d565e", "#0b4f7d"
"""The tokens paper, ink, ink-2 and link, in their light form."""

HEAD, TOP, TITLE, RULE, AUTHOR, WORDING = 110, 168, 404, 462, 522, 566
"""From the top: the head's baseline, where the title may begin and what it stands on, the rule, two baselines."""
RULE_WEIGHT = 2
TITLE_SIZES, LARGE, MOST_LINES = range(112, 47, -4), 72, 3
"""How large a title may be, from where on it counts as large, and how many lines it may take."""
LEADING, CAPITALS = 1.08, 0.67
"""From one line of a title to the next, and the height of its capitals, as shares of its size."""
ABOVE, BELOW = 62, 70
"""The room that a chapter's number takes above a title, and a subtitle below it."""

SCALE = 4
"""Drawn as many times too large, then reduced: so letters stand where they should, not on whole pixels."""
SHADES = 64
"""As many colours take half the bytes of all, and look the same."""


@dataclass(frozen=True)
class Card:
    """The words on a card, each part empty where it has none."""

    title: str
    subtitle: str = ""
    chapter: str = ""
    edition: str = ""
    author: str = ""
    paragraphs: str = ""
    kind: str = ""
    """What it is a picture of, beside the edition's title."""
    wording: str = ""
    """That it restates."""

    @property
    def text(self) -> str:
        """The text alternative of the card: its words, in their order."""
        head = ", ".join(filter(None, [self.edition, self.kind]))
        title = ": ".join(filter(None, [self.chapter, self.title, self.subtitle]))
        return ". ".join(filter(None, [head, title, self.author, self.paragraphs, self.wording]))


def card_of(edition: Edition, file: str, title: str) -> Card:
    """The card of a page. The home page is the edition's own, and bears the edition's title."""
    author = f"{restated.author(edition)}, {restated.year(edition)}"
    settings, words = edition.settings, edition.words
    chapter = edition.page_of(file)
    whole = Card(
        title, author=author, kind=words.social_card.edition, wording=words.social_card.wording
    )
    if chapter is None or not edition.is_chapter(chapter):
        return replace(whole, edition=settings.title)
    if chapter.is_home:
        paragraphs = in_words(edition, [*edition.paragraph.values()])
        return replace(
            whole, title=settings.title, subtitle=settings.subtitle, paragraphs=paragraphs
        )
    number = words.parts.chapter.format(number=edition.chapter_number(chapter))
    paragraphs = in_words(edition, chapter.paragraphs)
    part = replace(whole, title=chapter.title, chapter=number, paragraphs=paragraphs)
    return replace(part, edition=settings.title)


def in_words(edition: Edition, paragraphs: Sequence[Paragraph]) -> str:
    """Which paragraphs a page holds, by the first and the last of their numbers."""
    numbers = span([paragraph.number for paragraph in paragraphs])
    return edition.words.parts.lines_of_paragraphs.of(len(paragraphs), numbers=numbers)


def cached(folder: Path, card: Card) -> bytes:
    """A card as PNG, kept in a file that is named after all that went in; the folder may be deleted at any time."""
    return kept(file_of(folder, card), lambda: drawn(card))


def file_of(folder: Path, card: Card) -> Path:
    """The file in which a card is kept."""
    return folder / f"{made_from(card)}.png"


def made_from(card: Card) -> str:
    """The fingerprint of a card: of its words, the rules, the tools."""
    tools = [f"{name} {version(name)}" for name in ("pillow", *PACKAGES.values())]
    return fingerprint(repr(card).encode(), repr(tools).encode(), Path(__file__).read_bytes())


@dataclass(frozen=True)
class Face:
    """A typeface: the font's file in its package, and a value for each of its axes, in their order."""

    package: str
    file: str
    axes: tuple[int, ...]


SERIF, SANS = "fontpkg_source_serif_4", "fontpkg_source_sans_3"
PACKAGES = {SERIF: "fontpkg-source-serif-4", SANS: "fontpkg-source-sans-3"}
"""The names by which Python and pip know the packages."""

DISPLAY = Face(SERIF, "SourceSerif4[opsz,wght].ttf", (440, 48))
ITALIC = Face(SERIF, "SourceSerif4-Italic[opsz,wght].ttf", (400, 20))
PLAIN = Face(SANS, "SourceSans3[wght].ttf", (400,))
STRONG = Face(SANS, "SourceSans3[wght].ttf", (600,))


@cache
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """A face at a size, as it is drawn. Pillow's better layout, with kerning, needs a library of the
    system's that not all have; the plain one looks the same everywhere, and our titles lose little."""
    content = (files(face.package) / "files" / face.file).read_bytes()
    plain = ImageFont.Layout.BASIC
    sized = ImageFont.truetype(BytesIO(content), size * SCALE, layout_engine=plain)
    sized.set_variation_by_axes([*face.axes])
    return sized


@dataclass(frozen=True)
class Line:
    """Words in their place: where they begin, and what they stand on."""

    words: str
    face: Face
    size: int
    left: float
    baseline: float
    colour: str = INK

    @property
    def font(self) -> ImageFont.FreeTypeFont:
        return font(self.face, self.size)

    @property
    def right(self) -> float:
        return self.left + width(self.words, self.face, self.size)


@cache
def width(words: str, face: Face, size: int) -> float:
    """How wide some words are."""
    return font(face, size).getlength(words) / SCALE


def drawn(card: Card) -> bytes:
    """A card as PNG, the same bytes each time."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle(scaled(MARGIN, RULE, WIDTH - MARGIN, RULE + RULE_WEIGHT), BLUE)
    for line in lines(card):
        start = (line.left * SCALE, line.baseline * SCALE)
        pen.text(start, line.words, line.colour, line.font, anchor="ls")
    target = BytesIO()
    reduced = image.reduce(SCALE).quantize(SHADES, Image.Quantize.MEDIANCUT)
    reduced.save(target, "PNG", optimize=True)
    return target.getvalue()


def scaled(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """The corners of a box as Pillow counts them: the last pixel belongs to it."""
    return left * SCALE, top * SCALE, right * SCALE - 1, bottom * SCALE - 1


def lines(card: Card) -> tuple[Line, ...]:
    """All that is written on a card."""
    return *head(card), *title(card), *foot(card)


def fits(card: Card, file: str) -> Iterator[Problem]:
    """What is written on the card of a page stands within the margins; `file` is the page's."""
    if not settings_of(card):
        whats = [f"the title '{card.title}' does not fit at {TITLE_SIZES[-1]} px"]
    else:
        long = (line for line in lines(card) if line.right > WIDTH - MARGIN)
        whats = [f"'{line.words}' is too long" for line in long]
    for what in whats:
        yield Problem(file, 0, f"no social card can be drawn: {what}", "shorten it")


def head(card: Card) -> Iterator[Line]:
    """The title of the edition, and what the card is a picture of."""
    left = float(MARGIN)
    if card.edition:
        line = Line(card.edition, STRONG, 32, left, HEAD)
        yield line
        left = line.right + 18
    yield Line(card.kind, PLAIN, 32, left, HEAD, QUIET)


def title(card: Card) -> Iterator[Line]:
    """The title, its last line in the same place on all cards, with what stands above and below it."""
    size, parts = settings_of(card)[0]
    first = bottom_of(card) - LEADING * size * (len(parts) - 1)
    if card.chapter:
        yield Line(card.chapter, PLAIN, 34, MARGIN, first - CAPITALS * size - 32, QUIET)
    for number, words in enumerate(parts):
        yield Line(words, DISPLAY, size, MARGIN, first + LEADING * size * number)
    if card.subtitle:
        yield Line(card.subtitle, ITALIC, 44, MARGIN, TITLE, QUIET)


def foot(card: Card) -> Iterator[Line]:
    """The author, that the edition restates, and the paragraphs of the page."""
    yield Line(card.author, STRONG, 32, MARGIN, AUTHOR)
    yield Line(card.wording, PLAIN, 32, MARGIN, WORDING, QUIET)
    if card.paragraphs:
        left = WIDTH - MARGIN - width(card.paragraphs, STRONG, 32)
        yield Line(card.paragraphs, STRONG, 32, left, AUTHOR)


def settings_of(card: Card) -> list[tuple[int, Sequence[str]]]:
    """Each size and lines in which a card's title fits, the best first: few lines while it stays large, then large
    letters."""
    room = bottom_of(card) - TOP - ABOVE * bool(card.chapter)
    ways = [
        (size, parts)
        for size in TITLE_SIZES
        for parts in wrapped(pieces(card.title), size, room)
        if widest(parts, size) <= MEASURE
    ]
    return sorted(ways, key=lambda way: (len(way[1]) if way[0] >= LARGE else MOST_LINES, -way[0]))


def bottom_of(card: Card) -> float:
    """Where the last line of the title stands."""
    return TITLE - BELOW * bool(card.subtitle)


def wrapped(parts: Sequence[str], size: int, room: float) -> Iterator[Sequence[str]]:
    """A title in one line, in two and so on, as many as the height and its words allow."""
    most = int((room - CAPITALS * size) / (LEADING * size)) + 1
    for count in range(1, min(most, MOST_LINES, len(parts)) + 1):
        yield balanced(parts, count, size)


def pieces(words: str) -> list[str]:
    """The parts of a title that no line's end may divide; a space within is a non-breaking one."""
    return COMPOUND.sub(lambda name: name[0].replace(" ", NO_BREAK), words).split(" ")


def balanced(parts: Sequence[str], count: int, size: int) -> Sequence[str]:
    """Some parts in so many lines, as even as can be."""
    ends = combinations(range(1, len(parts)), count - 1)
    ways = ([" ".join(parts[a:b]) for a, b in pairwise((0, *end, len(parts)))] for end in ends)
    return min(ways, key=lambda way: widest(way, size))


def widest(parts: Sequence[str], size: int) -> float:
    return max(width(part, DISPLAY, size) for part in parts)
