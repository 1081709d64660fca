"""Makes a page for each source, /sources/KEY/: its record, where it is cited, and the ways to take it along."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from edition.cite.references import References
from edition.contents import records
from edition.model import Edition, Source, Use
from edition.model.locators import printed
from edition.read.front_matter import front_matter
from edition.read.institutions import Institution
from edition.words import Words
from edition.write.html import Html

FOLDER = "sources"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for source in config["edition"].sources:
        page = File.generated(
            config,
            f"{FOLDER}/{source.key}.md",
            content=head_of(source, config["edition"].words),
            inclusion=InclusionLevel.NOT_IN_NAV,
        )
        files.append(page)
    return files


def head_of(source: Source, words: Words) -> str:
    """The front matter of a source's page."""
    what = source.description(words)
    return front_matter(title=source.title, description=what, template="source.html")


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    edition: Edition = config["edition"]
    folder, _, name = page.file.src_uri.rpartition("/")
    source = edition.source.get(name.removesuffix(".md")) if folder == FOLDER else None
    if source:
        context["source"] = source
        context["printed"] = printed
        context["record"] = record_of(
            source, edition, config["references"], config["institutions"], config["html"]
        )
    return context


@dataclass(frozen=True)
class Record:
    """What the page of a source shows."""

    reference: Markup
    rows: tuple[records.Row, ...]
    institutions: tuple[Institution, ...]
    copies: tuple[records.Copy, ...]
    uses: tuple[Use, ...]
    citations: dict[str, Markup]


def record_of(
    source: Source,
    edition: Edition,
    references: References,
    known: dict[str, Institution],
    html: Html,
) -> Record:
    return Record(
        html.write(references.sources[source.key]),
        tuple(records.rows(source, edition.words)),
        tuple(known[key] for key in source.listed("body")),
        tuple(records.copies(source, edition)),
        edition.uses[source.key],
        dict(citations_of(source, references, html)),
    )


def citations_of(
    source: Source, references: References, html: Html
) -> Iterator[tuple[str, Markup]]:
    """The source as each style cites it, by the style's name."""
    for style, by_key in references.styles.items():
        yield style, html.write(by_key[source.key])
