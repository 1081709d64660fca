"""The rules for what is published that is no page: what browsers open like one, and drawings."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from edition.inspection import expected
from edition.problems import Problem, Rule


@dataclass(frozen=True)
class SiteFile:
    """A file of the site, by its path below the site's folder."""

    folder: Path
    name: str

    @property
    def ending(self) -> str:
        return self.name.rpartition(".")[2].lower()

    @property
    def content(self) -> bytes:
        return (self.folder / self.name).read_bytes()


def is_opened_as_no_page(file: SiteFile) -> Iterator[Problem]:
    """No file but our pages, drawings and known data has an ending that browsers open as a page."""
    if file.ending in expected.DOCUMENTS and file.name not in expected.DATA_FILES:
        what = f"a browser opens a file that ends in .{file.ending} like a page"
        yield Problem(file.name, 0, what, "write a page, or another kind of file")


def draws_shapes_alone(file: SiteFile) -> Iterator[Problem]:
    """A drawing holds shapes alone, since a browser that opens it by itself would run its scripts."""
    if file.ending != "svg":
        return
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        drawing = etree.fromstring(file.content, parser).getroottree()
    except etree.XMLSyntaxError as error:
        yield Problem(file.name, 0, f"a drawing is no XML: {error.msg}", "mend it")
        return
    for element in drawing.iter():
        if what := no_shape(element):
            line = element.sourceline or 0
            yield Problem(file.name, line, f"a drawing holds {what}", "keep its shapes alone")


def no_shape(element: etree._Element) -> str:
    """The part of a drawing as a tag if it is not allowed there; empty for a shape or a comment."""
    if isinstance(element, etree._Comment):
        return ""
    name = etree.QName(element).localname if isinstance(element.tag, str) else "&…;"
    unknown = {attribute.lower() for attribute in map(str, element.attrib)} - expected.ATTRIBUTES
    is_shape = name in expected.SHAPES and not unknown
    return "" if is_shape else f"<{' '.join([name, *sorted(unknown)])}>"


RULES: tuple[Rule[SiteFile], ...] = (is_opened_as_no_page, draws_shapes_alone)
