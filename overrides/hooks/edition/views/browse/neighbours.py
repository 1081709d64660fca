"""The chapters before and after a chapter."""

from dataclasses import dataclass

from edition.model import Edition, Page
from edition.outputs import Shown, Site


@dataclass(frozen=True)
class Neighbours:
    previous: Page | None
    next: Page | None


def on_page(page: Shown, site: Site) -> Neighbours | None:
    """Those of a chapter; another page has none."""
    edition = site.library.edition
    chapter = edition.chapter(page.file)
    if not chapter:
        return None
    return Neighbours(neighbour(chapter, edition, -1), neighbour(chapter, edition, 1))


def neighbour(chapter: Page, edition: Edition, step: int) -> Page | None:
    """The chapter before (-1) or after (1) a chapter."""
    position = edition.chapter_number(chapter) + step
    return edition.chapters[position] if 0 <= position < len(edition.chapters) else None
