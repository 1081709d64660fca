"""The facts on which rules rest: where one cannot be known, nobody says what only follows from that."""

from edition.model import Edition, Page, Source
from edition.read.navigation import NAV
from edition.read.typed_entries import BIBLIOGRAPHY


def ids_of(page: Page) -> str:
    """That the paragraphs of a chapter have their ids."""
    return f"{page.path}: ids"


def texts_of(edition: Edition) -> frozenset[str]:
    """That all pages could be read whole, and the chapters are known."""
    return frozenset(page.path for page in edition.pages) | {NAV}


def order_of(edition: Edition) -> frozenset[str]:
    """That no chapter is missing between two others: neither its page, nor all that the page holds."""
    return frozenset(chapter.path for chapter in edition.chapters if not chapter.paragraphs) | {NAV}


def spelling(source: Source, name: str) -> str:
    """That an entry has no field that is a misspelling of a name."""
    return f"{BIBLIOGRAPHY}: {source.key}: spelling of {name}"


def presence(source: Source, name: str) -> str:
    """That an entry has a field which it needs, and that this says something that is known."""
    return f"{BIBLIOGRAPHY}: {source.key}: {name}"
