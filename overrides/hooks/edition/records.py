"""What the page of a source says of it: each fact with how sure it is, the institutions' names, the copies to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.institutions import Institution
from edition.markup import ForeignNames
from edition.model import Source
from edition.source_rules import evidence
from edition.words import Words

FACTS = (
    "origtitle", "publishedtitle", "booktitle", "origbooktitle", "journaltitle", "origjournaltitle", "origauthor",
    "affiliation", "origaffiliation", "origeditor", "contributors", "eventtitle", "eventdate", "venue",
    "originstitution", "publisher", "origpublisher", "location", "date", "series", "number", "wholenumber",
    "docnumbers", "pages", "totalpages", "isbn", "issn", "doi",
)  # fmt: skip
"""The facts that a record shows, in its order."""
ARCHIVE_DATE = "2019-07-20"
"""The day for which an archived copy is asked: the release of the article (Robust Links 1.0)."""


@dataclass(frozen=True)
class Row:
    """A line of a record: label, value, the value's language (BCP 47), and how sure it is; empty where printed."""

    label: str
    value: str
    language: str = "en"
    sure: str = ""


@dataclass(frozen=True)
class Copy:
    """A place where a source can be read."""

    label: str
    address: str
    sure: str = ""
    is_archive: bool = False


def description(source: Source, words: Words) -> str:
    """What the page of a source holds, in a sentence."""
    said = words.sources
    return said.description.format(type=said.types[source.type], year=source.year)


def rows(source: Source, words: Words) -> Iterator[Row]:
    """What is known of a source, beside its formatted reference."""
    said, own = words.sources, words.language.tag
    yield Row(said.title, source.title, source.title_language, sure(source, "title", words))
    if source.get("titlerendered"):
        yield Row("", said.rendered, own)
    if source.get("titletranslation"):
        whose = said.translated_by[source.get("titletranslationby")]
        certainty = joined(whose, sure(source, "titletranslation", words))
        yield Row(said.translation, source.get("titletranslation"), "en", certainty)
    yield from people(source, words)
    for name in filter(source.get, FACTS):
        certainty = sure(source, name, words)
        yield Row(said.facts[name], source.get(name), language_of(source, name), certainty)
    yield Row(said.kind, said.types[source.type], own)
    yield Row(said.language, said.languages[source.get("language")], own)


def people(source: Source, words: Words) -> Iterator[Row]:
    said = words.sources
    for role, label in (("author", said.author), ("editor", said.editor)):
        if persons := source.persons.get(role):
            names = words.parts.between_names.join(person.name for person in persons)
            yield Row(label, names, "en", sure(source, role, words))


def language_of(source: Source, name: str) -> str:
    """Names in the original language are in the document's; a Spanish source's container is Spanish."""
    if name.startswith("orig"):
        return "zh"
    return source.title_language if name in IN_ITS_LANGUAGE else "en"


IN_ITS_LANGUAGE = {"shorttitle", "booktitle", "journaltitle", "eventtitle"}


def sure(source: Source, name: str, words: Words) -> str:
    """How sure a fact is: where it was seen, or that nobody verified it; nothing where the note prints it."""
    if name in source.listed("unverified"):
        return words.sources.unverified
    where = evidence(source).get(name, "")
    return words.sources.seen.format(where=where) if where else ""


def uncounted(source: Source, words: Words) -> str:
    """What an entry is that is none of the article's sources."""
    said = words.sources
    language = said.languages[source.get("language")]
    return said.version.format(language=language) if source.is_version else said.article


def relied_on(source: Source, places: str, words: Words) -> str:
    """Where a source is cited, or else named."""
    said = words.sources.named_in if source.is_named else words.sources.cited_in
    return said.format(places=places)


def joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def copies(source: Source, words: Words) -> Iterator[Copy]:
    """Where a source can be read: its address, its permanent handle, an archive's copy nearest the article."""
    said = words.sources
    if url := source.get("url"):
        yield Copy(said.address, url, joined(sure(source, "url", words), said.untried))
    if handle := source.get("handle"):
        address = f"https://hdl.handle.net/{handle}"
        yield Copy(said.handle, address, joined(sure(source, "handle", words), said.untried))
    if url := source.get("url"):
        stamp = ARCHIVE_DATE.replace("-", "")
        yield Copy(said.archived, f"https://web.archive.org/web/{stamp}/{url}", "", is_archive=True)


def foreign_names(sources: Iterable[Source], known: Mapping[str, Institution]) -> ForeignNames:
    """Titles of sources and names of institutions that are neither English nor Chinese, with their languages.

    An acronym reads alike in each.
    """
    found = {
        source.get(name): source.title_language
        for source in sources
        for name in ("title", *sorted(IN_ITS_LANGUAGE))
    }
    found |= {
        name.text: name.language
        for institution in known.values()
        for name in institution.names
        if name.form != "acronym"
    }
    return ForeignNames(
        {words: tag for words, tag in found.items() if words and tag not in {"en", "zh"}}
    )


def all_names(source: Source, known: Mapping[str, Institution]) -> Iterator[tuple[str, str]]:
    """Every word by which people look for a source and that its reference does not print, with its language."""
    for name in ("titletranslation", "shorttitle", "shortauthor", "handle", *FACTS):
        yield source.get(name), language_of(source, name)
    for body in source.listed("body"):
        yield from ((name.text, name.language) for name in known[body].names)
    yield from ((person.name, "en") for persons in source.persons.values() for person in persons)
    yield source.key, "en"
