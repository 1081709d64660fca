"""Reads the pages of a built site, one after the other and each once, for all who look at what was built."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\f\r"))
"""Control characters, which no text needs and which browsers and parsers read differently."""
ONCE = re.compile(rb"<(html|head|body)(?=[\s/>])", re.IGNORECASE)
"""Elements of which our parser ignores a second one, while a browser applies its attributes."""


@dataclass(frozen=True)
class BuiltPage:
    """One page: its file below the site's folder, its elements, and what a browser reads differently from our
    parser."""

    file: str
    tree: etree._Element
    ambiguous: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it is published, below the site's address."""
        return self.file.removesuffix("index.html") or "./"


def files_in(folder: Path) -> list[str]:
    """Every file of a folder, by its path below it, in order."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return sorted(file.relative_to(folder).as_posix() for file in files)


def pages_in(files: Iterable[str], read: Callable[[str], bytes]) -> Iterator[BuiltPage]:
    """The pages among some files, each read by its path; one at a time, since a large site's do not fit into memory
    at once."""
    for file in files:
        if file.lower().endswith(".html"):
            yield page_of(file, read(file))


def page_of(file: str, data: bytes) -> BuiltPage:
    """Parses a page from its bytes (UTF-8), without its control characters."""
    plain = data.translate(None, CONTROLS)
    parser = etree.HTMLParser(encoding="utf-8")
    tree = etree.fromstring(plain.strip() or b"<html></html>", parser)
    return BuiltPage(file, tree, tuple(ambiguous(data)))


def ambiguous(data: bytes) -> Iterator[str]:
    """What a browser reads differently from our parser."""
    if len(data.translate(None, CONTROLS)) < len(data):
        yield "a control character"
    names = [start[1].lower().decode() for start in ONCE.finditer(data)]
    yield from (f"a second <{name}>" for name in ("html", "head", "body") if names.count(name) > 1)
