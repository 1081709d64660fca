"""What a page tells reference managers and search engines of the work that it shows.

The home page offers the edition, a chapter itself, and a source's page that source. The list of sources has no
tags: its entries have ContextObjects, one each, and Zotero takes these before any tags.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.cite.formats.citation_tags import edition_tags, source_tags
from edition.cite.formats.json_ld import JsonObject, edition_data, source_data
from edition.cite.restated import LICENCE
from edition.cite.source_facts import Pair
from edition.look.content_policy import Inline, linked_data
from edition.model import Edition
from edition.outputs import Shown, Site


@dataclass(frozen=True)
class Metadata:
    """Tags and JSON-LD; and the licence of our own words, which on a source's page would seem the source's."""

    tags: Sequence[Pair]
    data: Inline | None
    licence: str


def on_page(page: Shown, site: Site) -> Metadata:
    edition = site.library.edition
    tags, data = of_page(edition, page.file)
    return Metadata(
        tuple(tags),
        linked_data(data) if data else None,
        "" if edition.source_at(page.file) else LICENCE,
    )


def of_page(edition: Edition, file: str) -> tuple[Iterable[Pair], JsonObject]:
    """The tags of a page, and its JSON-LD."""
    if source := edition.source_at(file):
        return source_tags(source, edition.words), source_data(edition, source)
    if chapter := edition.chapter(file):
        return edition_tags(edition, chapter), edition_data(edition, chapter)
    return (), {}
