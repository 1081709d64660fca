"""Where links lead in a frozen edition."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag, urljoin

from edition.model import SOURCES_PAGE, Edition, Page

IN_EVERY_PAGE = {"leads", "notes", "cite-this"}
"""The ids that templates give, on whichever page."""
IN_LIST = {"cited", "named"}
LIVE_LIST = "editions/"
"""The live page to which a frozen one may lead, since it lists what changed: it stands above all frozen editions."""


def kept_ids(page: Page, edition: Edition) -> Set[str]:
    """The ids on a page of a frozen edition, to which links may lead."""
    notes = {f"fn:{note.number}" for note in page.notes}
    marks = {f"fnref:{note.mark_id}" for note in page.marks}
    sources = {*edition.source, *IN_LIST} if page.file == SOURCES_PAGE else set()
    return {own for own, _ in page.ids} | notes | marks | sources | IN_EVERY_PAGE


@dataclass(frozen=True)
class Kept:
    """What a frozen edition keeps of the site: its pages with the ids on them, and its files, by their addresses."""

    ids: Mapping[str, Set[str]]
    files: Set[str] = frozenset()

    def way(self, here: str, href: str) -> str:
        """A link of the page `here` as the frozen edition has it; empty if that does not keep its target.

        `href` is the link on the live page, or an address from the site's root: `/sources/`.
        """
        whole, fragment = urldefrag(urljoin(f"/{here}", href))
        if not whole.startswith("/"):
            return href
        path, up = whole.removeprefix("/"), "../" * here.count("/")
        if path == LIVE_LIST:
            return f"{up}../#{fragment}".removesuffix("#")
        is_kept = (
            unquote(fragment) in {"", *self.ids[path]} if path in self.ids else path in self.files
        )
        if not is_kept:
            return ""
        page = "" if path == here and fragment else up + path or "./"
        return f"{page}#{fragment}".removesuffix("#")
