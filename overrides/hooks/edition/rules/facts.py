"""The facts on which rules rest: where one cannot be known, nobody says what only follows from that."""

from edition.model import Edition, Page
from edition.read.navigation import NAV


def ids_of(page: Page) -> str:
    """That the paragraphs of a chapter have their ids."""
    return f"{page.path}: ids"


def texts_of(edition: Edition) -> frozenset[str]:
    """That all pages could be read whole, and the chapters are known."""
    return frozenset(page.path for page in edition.pages) | {NAV}


def order_of(edition: Edition) -> frozenset[str]:
    """That no chapter is missing between two others: neither its page, nor all that the page holds."""
    return frozenset(chapter.path for chapter in edition.chapters if not chapter.paragraphs) | {NAV}
