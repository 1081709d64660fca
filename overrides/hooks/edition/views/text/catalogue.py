"""The catalogue, /sources/: the article, then a compact entry for each source, and the filters over them."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from markupsafe import Markup

from edition.cite import source_facts
from edition.cite.formats.context_objects import context_object
from edition.contents import records
from edition.library import Library
from edition.model import SOURCES_PAGE, Edition, EditorUse, Source, Use, inline
from edition.model.inline import Content
from edition.outputs import Page, Shown, Site
from edition.read.institutions import Institution
from edition.words import Words
from edition.write.html import language_of, title_links
from edition.write.markup import element, filled


@dataclass(frozen=True)
class Catalogue:
    """What the page shows."""

    article: "Entry | None"
    versions: Sequence["Entry"]
    groups: Sequence[tuple[str, str, Sequence["Entry"]]]
    """The sources that notes cite and those that the text names: a heading's id, its words, and the entries."""
    facets: Sequence["Facet"]

    @property
    def count(self) -> int:
        """How many sources there are to be narrowed."""
        return sum(len(entries) for _, _, entries in self.groups)


def view(site: Site) -> Iterator[Page]:
    edition = site.library.edition
    page, ids = Page(SOURCES_PAGE, "sources.html", head(edition)), tuple(edition.source)
    here = Shown(page.file, page.address, page.head["title"])
    yield replace(page, shown=catalogue(site.library, here), ids=ids)


def head(edition: Edition) -> dict[str, str]:
    """The front matter of the page, which says how many sources there are."""
    cited, named = len(edition.cited_sources), len(edition.named_sources)
    texts = asdict(edition.words.catalogue.head)
    return {name: text.format(cited=cited, named=named) for name, text in texts.items()}


def catalogue(library: Library, page: Shown) -> Catalogue:
    """The sources as `page` lists them."""
    edition, words = library.edition, library.edition.words.catalogue
    cited, named = edition.cited_sources, edition.named_sources
    return Catalogue(
        entry(edition.article, library, page) if edition.article else None,
        entries(edition.versions, library, page),
        (
            ("cited", words.cited, entries(cited, library, page)),
            ("named", words.named, entries(named, library, page)),
        ),
        list(facets([*cited, *named], library.institutions, edition)),
    )


@dataclass(frozen=True)
class Entry:
    """One source in the list: its reference, and what the filters go by."""

    source: Source
    reference: Markup
    words: str
    chapters: tuple[str, ...]
    uses: tuple[Use | EditorUse, ...]
    coins: str
    language: str
    """Its name."""
    year: str
    facts: Markup
    """Its language, its year, and links to the paragraphs that cite or name it."""


def entries(sources: Sequence[Source], library: Library, page: Shown) -> list[Entry]:
    """The entries of some sources, in the order of their references."""
    references = library.references.sources
    ordered = sorted(sources, key=lambda source: sort_key(references[source.key]))
    return [entry(source, library, page) for source in ordered]


def entry(source: Source, library: Library, page: Shown) -> Entry:
    edition, words = library.edition, library.edition.words
    uses, editors = edition.uses[source.key], edition.editor_uses[source.key]
    language = words.sources.languages[source.get("language")]
    names = dict(records.all_names(source, library.institutions))
    return Entry(
        source,
        linked(source, library, page),
        " ".join(filter(None, names)),
        chapters_of(source, edition),
        (*uses, *editors),
        context_object(source),
        language,
        year_of(source, words),
        facts_of(source, uses, editors, language, words),
    )


def facts_of(
    source: Source,
    uses: Sequence[Use],
    editors: Sequence[EditorUse],
    language: str,
    words: Words,
) -> Markup:
    """The line below a reference in the list."""
    labels, by_paragraph = words.sources, {use.paragraph.id: use for use in uses}
    links = [
        element("a", use.paragraph.number, href=f"../{use.chapter.address}#{paragraph_id}")
        for paragraph_id, use in by_paragraph.items()
    ]
    paragraphs = filled(words.parts.paragraphs.form(len(links)), numbers=Markup(", ").join(links))
    form = labels.named_in if source.is_named else labels.cited_in
    cited = [filled(form, paragraphs=paragraphs)] if links else []
    noted = source_facts.in_editors_notes(editors, words)
    told = [*cited, *([noted if links else source_facts.begun(noted)] if noted else [])]
    where = element("span", Markup("; ").join(told), class_="entry-paras")
    return filled(
        words.sources_page.facts, language=language, year=source.year_in_words(words), where=where
    )


def linked(source: Source, library: Library, page: Shown) -> Markup:
    """A reference whose title leads to the source's own page, where it has one."""
    edition = library.edition
    way = page.way_to(edition.source_address(source.key)) if edition.has_source_pages else ""
    link = {"class_": "source-title", "href": way}
    titles = title_links(lambda _: link | language_of(source, edition.words))
    html = replace(library.html, source_title=titles)
    return html.write(library.references.sources[source.key])


def sort_key(reference: Content) -> str:
    """The reference's words without accents, capitals and marks: lists go by these."""
    words = unicodedata.normalize("NFKD", inline.words(reference))
    return "".join(c for c in words if c.isalnum() or c == " ").strip().casefold()


@dataclass(frozen=True)
class Facet:
    """A filter: its name, its label, and its choices as (value, label, number of sources)."""

    name: str
    label: str
    choices: tuple[tuple[str, str, int], ...]


def facets(
    sources: Sequence[Source], known: Mapping[str, Institution], edition: Edition
) -> Iterator[Facet]:
    """The filters over the list, with how many sources each choice leaves."""
    words = edition.words
    names = words.catalogue
    bodies = Counter(body for source in sources for body in source.listed("body"))
    labels = {key: institution.label for key, institution in known.items()}
    yield Facet("institution", names.institution, labelled(bodies, labels))
    types = Counter(source.entry_type.name for source in sources)
    yield Facet("type", names.type, labelled(types, words.sources.types))
    languages = Counter(source.get("language") for source in sources)
    yield Facet("language", names.language, labelled(languages, words.sources.languages))
    years = Counter(year_of(source, edition.words) for source in sources)
    yield Facet("year", names.year, tuple((y, y, years[y]) for y in sorted(years, reverse=True)))
    chapters = Counter(title for source in sources for title in chapters_of(source, edition))
    order = [chapter.title for chapter in edition.chapters if chapter.title in chapters]
    yield Facet("chapter", names.chapter, tuple((t, t, chapters[t]) for t in order))


def year_of(source: Source, words: Words) -> str:
    """The year by which a source is found, or what is said in place of one."""
    return source.year or source.year_in_words(words)


def chapters_of(source: Source, edition: Edition) -> tuple[str, ...]:
    """The titles of the chapters that rely on a source."""
    uses: Sequence[Use | EditorUse] = (*edition.uses[source.key], *edition.editor_uses[source.key])
    return tuple(dict.fromkeys(use.chapter.title for use in uses))


def labelled(counts: Counter[str], labels: Mapping[str, str]) -> tuple[tuple[str, str, int], ...]:
    """Choices in the order of their labels."""
    return tuple(
        sorted(((v, labels[v], n) for v, n in counts.items()), key=lambda choice: choice[1])
    )
