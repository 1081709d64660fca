"""Pages that only lead to another address: what they show of it, and of each id that moved with them."""

import re
from dataclasses import dataclass

from edition.model import SOURCES, SOURCES_PAGE, Edition, Page, Paragraph

TEMPLATE = "stub.html"


@dataclass(frozen=True)
class Part:
    """An id that moved: where it is now, as an address seen from the page, and what stands there."""

    id: str
    address: str
    name: str


@dataclass(frozen=True)
class Stub:
    """What a page that leads elsewhere shows: its heading, the address and name of its target, and its parts.

    `address` is seen from the page, `page` is that of the page led to, below the site's. `at_once` lets the
    browser go on by itself, without a script.
    """

    heading: str
    address: str
    page: str
    name: str
    at_once: bool = False
    parts: tuple[Part, ...] = ()


def name_of(edition: Edition, address: str) -> str:
    """What stands at an address below the site's, in words: `Cranes, para. 2`, `Cranes, “Paint”`."""
    path, _, fragment = address.partition("#")
    if page := edition.page_at.get(path):
        return ", ".join(filter(None, [page.title, part_of(edition, page, fragment)]))
    source = edition.source.get(fragment or path.removeprefix(SOURCES).rstrip("/"))
    if path.startswith(f"{SOURCES_PAGE.removesuffix('.md')}/") and source:
        return source.short_title
    return edition.words.parts.sources if path == SOURCES else address


def part_of(edition: Edition, page: Page, fragment: str) -> str:
    """A part of a page in words; nothing where it has no name."""
    words = edition.words
    if note := re.fullmatch(r"fn(?:ref)?:(.+)", fragment):
        return words.parts.note.format(number=note[1])
    part = page.part.get(fragment)
    if isinstance(part, Paragraph):
        return words.parts.paragraph.format(number=part.number)
    return words.quotes.around(part.title) if part else ""
