"""A page for each source, /sources/KEY/: its record, where it is cited, and the ways to take it along."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from edition.contents.records import Record, record_of
from edition.library import Library
from edition.model import EditorUse, Source, Use
from edition.model.inline import Content
from edition.outputs import Page, Site

FOLDER = "sources"


@dataclass(frozen=True)
class SourcePage:
    """What the page of a source shows."""

    source: Source
    title: Markup
    reference: Markup
    record: Record
    uses: Sequence[Use | EditorUse]
    citations: Mapping[str, Markup]
    """The source as each style cites it, by the style's name."""
    versions: Sequence[tuple[Source, Content]]
    """Of the article: what it is in other languages, and the references of these."""


def view(site: Site) -> Iterator[Page]:
    words = site.library.edition.words
    for source in site.library.edition.sources:
        head = {"title": source.title, "description": source.description(words)}
        shown = source_page(source, site.library)
        yield Page(f"{FOLDER}/{source.key}.md", "source.html", head, shown)


def source_page(source: Source, library: Library) -> SourcePage:
    edition, references, html = library.edition, library.references, library.html
    versions = edition.versions if source.is_article else ()
    return SourcePage(
        source,
        html.in_one_language(source.whole("title"), {"lang": source.title_language}),
        html.write(references.sources[source.key]),
        record_of(source, edition, library.institutions, references.sources[source.key]),
        [*edition.uses[source.key], *edition.editor_uses[source.key]],
        {style: html.write(by_key[source.key]) for style, by_key in references.styles.items()},
        [(version, references.sources[version.key]) for version in versions],
    )
