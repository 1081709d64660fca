"""The facts on which rules rest: if one is unknown, problems that only follow from it are not reported."""

from collections.abc import Sequence

from edition.model import Edition, Page, Source
from edition.read.navigation import NAV
from edition.read.typed_entries import BIBLIOGRAPHY

ALL_CITED = "docs/: sources"
"""The fact that each source that a page cites or names is one of references.bib."""


def ids_of(page: Page) -> str:
    """The fact that the paragraphs of a chapter have their ids."""
    return f"{page.path}: ids"


def paragraphs_of(page: Page) -> str:
    """The fact that each paragraph of a chapter was read as one."""
    return f"{page.path}: paragraphs"


def form_at(file: str, line: int) -> str:
    """The fact that what is typed on a line stands where it is meant to."""
    return f"{file}:{line}: form"


def relations_of(page: Page) -> str:
    """The fact that the relations of a page lead somewhere."""
    return f"{page.path}: relations"


def also(places: Sequence[tuple[str, int]]) -> str:
    """Further places of one mistake, each a file and a line, in its message."""
    named = ", ".join(f"{file}:{line}" for file, line in places)
    return f", also in {named}" if named else ""


def key(name: str) -> str:
    """The fact that the key of a source is known."""
    return f"key {name}"


def texts_of(edition: Edition) -> frozenset[str]:
    """The fact that all pages could be read whole, and the chapters are known."""
    return frozenset(page.path for page in edition.pages) | {NAV}


def order_of(edition: Edition) -> frozenset[str]:
    """The fact that no chapter, and no chapter's content, is missing between two others."""
    return frozenset(chapter.path for chapter in edition.chapters if not chapter.paragraphs) | {NAV}


def spelling(source: Source, name: str) -> str:
    """The fact that an entry has no misspelling of a field's name."""
    return f"{BIBLIOGRAPHY}: {source.key}: spelling of {name}"


def presence(source: Source, name: str) -> str:
    """The fact that an entry has a field that it needs, with a known value."""
    return f"{BIBLIOGRAPHY}: {source.key}: {name}"
