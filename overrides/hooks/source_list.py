"""Makes the catalogue, /sources/: the article, then a compact entry for each source, and the filters over them."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from edition.cite.context_objects import context_object
from edition.cite.references import References
from edition.contents import records
from edition.contents.facets import chapters_of, facets
from edition.model import SOURCES_PAGE, Edition, Source, Use, inline
from edition.model.inline import Content
from edition.model.locators import printed
from edition.read.front_matter import front_matter
from edition.read.institutions import Institution
from edition.words import Words
from edition.write.html import Html, language_of, title_links
from edition.write.markup import element, filled


def on_files(files: Files, config: MkDocsConfig) -> Files:
    edition: Edition = config["edition"]
    files.append(File.generated(config, SOURCES_PAGE, content=head_of(edition)))
    return files


def head_of(edition: Edition) -> str:
    """The front matter of the page, which says how many sources there are."""
    cited, named = len(edition.cited_sources), len(edition.named_sources)
    head = asdict(edition.words.catalogue.head)
    said = {name: words.format(cited=cited, named=named) for name, words in head.items()}
    return front_matter(**said, template="sources.html")


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Tells MkDocs of the ids that the template gives, so that it finds the links to them whole."""
    if page.file.src_uri == SOURCES_PAGE:
        page.present_anchor_ids = set(config["edition"].source)
    return html


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    if page.file.src_uri == SOURCES_PAGE:
        edition, references = config["edition"], config["references"]
        known: Mapping[str, Institution] = config["institutions"]
        cited = entries(edition.cited_sources, edition, references, known, config["html"])
        named = entries(edition.named_sources, edition, references, known, config["html"])
        context["groups"] = (
            ("cited", edition.words.catalogue.cited, cited),
            ("named", edition.words.catalogue.named, named),
        )
        context["printed"] = printed
        context["facets"] = list(facets([e.source for e in (*cited, *named)], known, edition))
        if edition.article:
            context["article"] = entry(edition.article, edition, references, known, config["html"])
        context["versions"] = entries(edition.versions, edition, references, known, config["html"])
    return context


@dataclass(frozen=True)
class Entry:
    """One source in the list: its reference, and what the filters go by."""

    source: Source
    reference: Markup
    words: str
    chapters: tuple[str, ...]
    uses: tuple[Use, ...]
    coins: str
    language: str
    """Its name."""
    facts: Markup
    """Its language, its year, and links to the paragraphs that cite or name it."""


def entries(
    sources: Sequence[Source],
    edition: Edition,
    references: References,
    known: Mapping[str, Institution],
    html: Html,
) -> list[Entry]:
    """The entries of some sources, in the order of their references; `html` is how text is written."""
    ordered = sorted(sources, key=lambda source: sort_key(references.sources[source.key]))
    return [entry(source, edition, references, known, html) for source in ordered]


def entry(
    source: Source,
    edition: Edition,
    references: References,
    known: Mapping[str, Institution],
    html: Html,
) -> Entry:
    uses, chapters = edition.uses[source.key], chapters_of(source, edition)
    words = " ".join(filter(None, dict(records.all_names(source, known))))
    language = edition.words.sources.languages[source.get("language")]
    reference = linked(source, edition, references, html)
    told = facts_of(source, uses, language, edition.words)
    return Entry(source, reference, words, chapters, uses, context_object(source), language, told)


def facts_of(source: Source, uses: Sequence[Use], language: str, words: Words) -> Markup:
    """The line below a reference in the list."""
    said, places = words.sources, {use.paragraph.id: use for use in uses}
    links = [
        element("a", use.paragraph.number, href=f"../{use.chapter.address}#{ident}")
        for ident, use in places.items()
    ]
    paragraphs = filled(words.parts.paragraphs.form(len(links)), numbers=Markup(", ").join(links))
    cited = filled(said.named_in if source.is_named else said.cited_in, places=paragraphs)
    where = element("span", cited, class_="entry-paras")
    return filled(words.sources_page.facts, language=language, year=source.year, where=where)


def linked(source: Source, edition: Edition, references: References, html: Html) -> Markup:
    """A reference whose title leads to the source's own page."""
    link = {"class_": "source-title", "href": f"{source.key}/"}
    titles = title_links(lambda _: link | language_of(source, edition.words))
    return replace(html, source_title=titles).write(references.sources[source.key])


def sort_key(reference: Content) -> str:
    """The reference's words without accents, capitals and marks: lists go by these."""
    words = unicodedata.normalize("NFKD", inline.words(reference))
    return "".join(c for c in words if c.isalnum() or c == " ").strip().casefold()
