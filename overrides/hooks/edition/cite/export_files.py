"""The files in which sources are taken along: each source by itself, the list, and each chapter's."""

from collections.abc import Iterable, Iterator, Sequence

from edition.cite.formats import BIBTEX, CSL_JSON, RIS
from edition.cite.formats.bibtex import as_bibtex, source_entry
from edition.cite.formats.csl_json import as_csl_json
from edition.cite.formats.ris import as_ris, lost_fields, source_record
from edition.model import ENTRY_TYPES, SOURCES, Edition, EditorUse, Page, Source, Use
from edition.problems import Problem, Rule
from edition.rules.source_rules import problem

OF_LIST = "sources/sources"
"""Where the files of the whole list are, below the site's address and without an ending."""


def of_source(source: Source) -> str:
    """Where the files of one source are."""
    return SOURCES + source.key


def of_chapter(chapter: Page) -> str:
    """Where the files of a chapter's sources are; the introduction's are beside the home page."""
    return f"{chapter.address}sources"


def export_files(edition: Edition) -> dict[str, str]:
    """Every file by its address."""
    return {
        f"{address}.{ending}": text
        for address, sources in holdings(edition)
        for ending, text in exports(edition, sources).items()
    }


def exports(edition: Edition, sources: Sequence[Source]) -> dict[str, str]:
    """Some sources in each format, by the endings of the files."""
    words = edition.words
    entries = {s.key: source_entry(s, edition.entries[s.key], words) for s in sources}
    return {
        BIBTEX.ending: as_bibtex(entries),
        RIS.ending: as_ris(source_record(source, words) for source in sources),
        CSL_JSON.ending: as_csl_json(sources, words),
    }


def holdings(edition: Edition) -> Iterator[tuple[str, Sequence[Source]]]:
    """What goes into which files. The article and its versions are offered by their own files alone."""
    yield from ((of_source(source), [source]) for source in edition.sources)
    yield OF_LIST, [source for source in edition.sources if source.is_counted]
    yield from ((of_chapter(c), sources) for c, sources in sources_by_chapter(edition))


def sources_by_chapter(edition: Edition) -> list[tuple[Page, list[Source]]]:
    """What each chapter cites or names, in the order of references.bib."""
    by_chapter: dict[str, dict[str, Source]] = {chapter.address: {} for chapter in edition.chapters}
    for key in edition.source:
        uses: Iterable[Use | EditorUse] = (*edition.uses[key], *edition.editor_uses[key])
        for use in uses:
            by_chapter[use.chapter.address][use.source.key] = use.source
    return [(chapter, list(by_chapter[chapter.address].values())) for chapter in edition.chapters]


def exported_whole(source: Source) -> Iterator[Problem]:
    """Each field that an RIS file must carry is read back from it unchanged."""
    for name in lost_fields(source) if source.type in ENTRY_TYPES else ():
        types = "edition/model/entries/"
        remedy = f"take it out, or give '{source.type}' in {types} a tag for it"
        if ";" in source.get(name):
            remedy = "write ';', at which readers part values, as '%3B'"
        what = f"'{name}' would be lost in {of_source(source)}.{RIS.ending}"
        yield problem(source, name, what, remedy)


RULES: tuple[Rule[Source], ...] = (exported_whole,)
