"""What a page tells reference managers and search engines of the work that it shows.

The home page offers the edition, a chapter itself, and a source's page that source. The list of sources has no
tags: its entries have ContextObjects, one each, and Zotero takes these before any tags.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from edition.cite.citation_tags import edition_tags, source_tags
from edition.cite.export_files import OF_LIST, of_chapter, of_source
from edition.cite.json_ld import JsonObject, edition_data, source_data
from edition.cite.restated import LICENCE
from edition.cite.source_facts import Pair
from edition.look.content_policy import Inline, linked_data
from edition.model import SOURCES_PAGE, Edition, Source
from edition.model.formats import JSON, MARKDOWN, OF_SOURCES
from edition.outputs import Shown, Site


@dataclass(frozen=True)
class Export:
    """A file in which the page, or its sources, can be taken along; its address as seen from the page."""

    type: str
    title: str
    address: str
    holds: str = "sources"
    """Whether it holds the sources, or the text."""


@dataclass(frozen=True)
class Metadata:
    """Tags, files and JSON-LD; and the licence of our own words, which on a source's page would seem the source's."""

    tags: Sequence[Pair]
    exports: Sequence[Export]
    data: Inline | None
    licence: str

    def exports_of(self, holds: str) -> Sequence[Export]:
        """The files that hold the sources, or the text."""
        return [export for export in self.exports if export.holds == holds]


def on_page(page: Shown, site: Site) -> Metadata:
    edition = site.library.edition
    source = source_at(edition, page.file)
    tags, data = of_page(edition, page.file)
    return Metadata(
        tuple(tags),
        tuple(exports(edition, page, site.addresses)),
        linked_data(data) if data else None,
        "" if source else LICENCE,
    )


def of_page(edition: Edition, file: str) -> tuple[Iterable[Pair], JsonObject]:
    """The tags of a page, and its JSON-LD."""
    if source := source_at(edition, file):
        return source_tags(source, edition.words), source_data(edition, source)
    if chapter := edition.chapter(file):
        return edition_tags(edition, chapter), edition_data(edition, chapter)
    return (), {}


def source_at(edition: Edition, name: str) -> Source | None:
    """The source whose page a file is."""
    folder, _, file = name.rpartition("/")
    return edition.source.get(file.removesuffix(".md")) if folder == "sources" else None


def exports(edition: Edition, page: Shown, addresses: Set[str]) -> Iterator[Export]:
    """The exports of a page, so far as there are such files."""
    stem = export_stem(edition, page.file)
    for form in OF_SOURCES:
        if (file := f"{stem}.{form.ending}") in addresses:
            yield Export(form.media_type, form.name, page.way_to(file))
    for file, media_type, title in other_forms(edition, page.file):
        if file in addresses:
            yield Export(media_type, title, page.way_to(file), "text")


def other_forms(edition: Edition, name: str) -> Iterator[tuple[str, str, str]]:
    """A chapter as text, and on the home page the whole edition as data: address, media type, title."""
    if chapter := edition.chapter(name):
        words = edition.words.exports
        yield f"{chapter.address}index.md", MARKDOWN.media_type, words.chapter_as_markdown
        if chapter.is_home:
            yield "edition.json", JSON.media_type, words.edition_as_data


def export_stem(edition: Edition, name: str) -> str:
    """The address of a page's exports without their ending; empty where it has none."""
    if source := source_at(edition, name):
        return of_source(source)
    if chapter := edition.chapter(name):
        return of_chapter(chapter)
    return OF_LIST if name == SOURCES_PAGE else ""
