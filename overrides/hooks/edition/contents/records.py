"""What the page of a source says of it: each fact with how sure it is, the institutions' names, the copies to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.model import FACTS_IN, LANGUAGES, Edition, Source
from edition.model.languages import CHINESE_TAG, ForeignNames
from edition.read.institutions import Institution
from edition.words import Words

FACTS = (
    "origtitle", "publishedtitle", "booktitle", "origbooktitle", "journaltitle", "origjournaltitle", "origauthor",
    "affiliation", "origaffiliation", "origeditor", "contributors", "eventtitle", "eventdate", "venue",
    "originstitution", "publisher", "origpublisher", "location", "date", "series", "number", "wholenumber",
    "docnumbers", "pages", "totalpages", "isbn", "issn", "doi",
)  # fmt: skip
"""The facts that a record shows, in its order."""


@dataclass(frozen=True)
class Row:
    """A line of a record: label, value, the value's language (BCP 47), and how sure it is; empty where printed."""

    label: str
    value: str
    language: str
    sure: str = ""


@dataclass(frozen=True)
class Copy:
    """A place where a source can be read."""

    label: str
    address: str
    sure: str = ""
    asked_for: str = ""
    """The day, YYYY-MM-DD, whose nearest copy is asked of an archive (Robust Links 1.0)."""

    @property
    def is_archive(self) -> bool:
        return bool(self.asked_for)


def rows(source: Source, words: Words) -> Iterator[Row]:
    """What is known of a source, beside its formatted reference."""
    said, own = words.sources, words.language.tag
    yield Row(said.title, source.title, source.title_language, sure(source, "title", words))
    if source.get("titlerendered"):
        yield Row("", said.rendered, own)
    if source.get("titletranslation"):
        whose = said.translated_by[source.get("titletranslationby")]
        certainty = joined(whose, sure(source, "titletranslation", words))
        yield Row(said.translation, source.get("titletranslation"), FACTS_IN, certainty)
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
            yield Row(label, names, FACTS_IN, sure(source, role, words))


def language_of(source: Source, name: str) -> str:
    """Names in the original language are in that; a Spanish source's container is Spanish."""
    if name.startswith("orig"):
        return LANGUAGES.get(source.original_language, FACTS_IN)
    return source.title_language if name in IN_ITS_LANGUAGE else FACTS_IN


IN_ITS_LANGUAGE = {"shorttitle", "booktitle", "journaltitle", "eventtitle"}


def sure(source: Source, name: str, words: Words) -> str:
    """How sure a fact is: where it was seen, or that nobody verified it; nothing where the note prints it."""
    if name in source.listed("unverified"):
        return words.sources.unverified
    where = source.evidence.get(name, "")
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


def copies(source: Source, edition: Edition) -> Iterator[Copy]:
    """Where a source can be read: its address, its permanent handle, an archive's copy nearest the article."""
    words, said = edition.words, edition.words.sources
    if url := source.get("url"):
        yield Copy(said.address, url, joined(sure(source, "url", words), said.untried))
    if source.handle_address:
        yield Copy(
            said.handle, source.handle_address, joined(sure(source, "handle", words), said.untried)
        )
    if (url := source.get("url")) and edition.article:
        day = edition.article.day
        address = f"https://web.archive.org/web/{day.replace('-', '')}/{url}"
        yield Copy(said.archived, address, asked_for=day)


def foreign_names(
    sources: Iterable[Source], known: Mapping[str, Institution], words: Words
) -> ForeignNames:
    """Titles of sources and names of institutions that are not in the edition's language, with theirs; Chinese is
    known by its characters. An acronym reads alike in each.
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
    told = {words.language.tag, CHINESE_TAG}
    foreign = {name: tag for name, tag in found.items() if name and tag not in told}
    return ForeignNames(foreign, words.language.tag)


def all_names(source: Source, known: Mapping[str, Institution]) -> Iterator[tuple[str, str]]:
    """Every word by which people look for a source and that its reference does not print, with its language."""
    for name in ("titletranslation", "shorttitle", "shortauthor", "handle", *FACTS):
        yield source.get(name), language_of(source, name)
    for body in source.listed("body"):
        yield from ((name.text, name.language) for name in known[body].names)
    yield from (
        (person.name, FACTS_IN) for persons in source.persons.values() for person in persons
    )
    yield source.key, FACTS_IN
