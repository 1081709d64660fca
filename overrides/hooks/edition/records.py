"""What the page of a source says of it: each fact with how sure it is, the institutions' names, the copies to read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.institutions import Institution
from edition.markup import ForeignNames
from edition.model import TRANSLATED_BY, Source
from edition.source_rules import evidence

TYPES = {
    "article": "Journal article",
    "book": "Book",
    "incollection": "Chapter in a book",
    "online": "Web page",
    "report": "Report or document",
    "unpublished": "Speech",
}
LANGUAGES = {
    "english": "English",
    "spanish": "Spanish",
    "portuguese": "Portuguese",
    "chinese": "Chinese",
}
FACTS: Mapping[str, str] = {
    "origtitle": "Original title",
    "publishedtitle": "Title as published",
    "booktitle": "In",
    "origbooktitle": "In, originally",
    "journaltitle": "Journal",
    "origjournaltitle": "Journal, originally",
    "origauthor": "Author, originally",
    "affiliation": "Author’s affiliation",
    "origaffiliation": "Affiliation, originally",
    "origeditor": "Editor, originally",
    "contributors": "Further persons",
    "eventtitle": "Event",
    "eventdate": "Date of the event",
    "venue": "Place of the event",
    "originstitution": "Issued by, originally",
    "publisher": "Publisher",
    "origpublisher": "Publisher, originally",
    "location": "Place",
    "date": "Date",
    "series": "Series",
    "number": "Number",
    "wholenumber": "Whole number",
    "docnumbers": "Document numbers",
    "pages": "Pages",
    "totalpages": "Extent in pages",
    "isbn": "ISBN",
    "issn": "ISSN",
    "doi": "DOI",
}
"""Labels of the facts that a record shows, in its order."""
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


def description(source: Source) -> str:
    """What the page of a source holds, in a sentence."""
    what = f"{TYPES[source.type]}, {source.year}"
    return f"{what}: full record, where the edition cites it, and exports."


def rows(source: Source) -> Iterator[Row]:
    """What is known of a source, beside its formatted reference."""
    yield Row("Title", source.title, source.title_language, sure(source, "title"))
    if source.get("titlerendered"):
        yield Row("", "in English, as rendered in the article")
    if source.get("titletranslation"):
        whose = TRANSLATED_BY[source.get("titletranslationby")]
        certainty = sure(source, "titletranslation")
        yield Row("In English", source.get("titletranslation"), "en", joined(whose, certainty))
    yield from people(source)
    for name, label in FACTS.items():
        if source.get(name):
            yield Row(label, source.get(name), language_of(source, name), sure(source, name))
    yield Row("Kind", TYPES[source.type])
    yield Row("Language", LANGUAGES[source.get("language")])


def people(source: Source) -> Iterator[Row]:
    for role, label in (("author", "Author"), ("editor", "Editor")):
        if persons := source.persons.get(role):
            names = " and ".join(person.name for person in persons)
            yield Row(label, names, "en", sure(source, role))


def language_of(source: Source, name: str) -> str:
    """Names in the original language are in the document's; a Spanish source's container is Spanish."""
    if name.startswith("orig"):
        return "zh"
    return source.title_language if name in IN_ITS_LANGUAGE else "en"


IN_ITS_LANGUAGE = {"shorttitle", "booktitle", "journaltitle", "eventtitle"}


def sure(source: Source, name: str) -> str:
    """How sure a fact is: where it was seen, or that nobody verified it; nothing where the note prints it."""
    if name in source.listed("unverified"):
        return "not verified"
    where = evidence(source).get(name, "")
    return f"seen: {where}" if where else ""


def uncounted(source: Source) -> str:
    """What an entry is that is none of the article's sources."""
    version = f"{LANGUAGES[source.get('language')]} version of the " if source.is_version else ""
    return f"The {version}article that this edition restates"


def joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def copies(source: Source) -> Iterator[Copy]:
    """Where a source can be read: its address, its permanent handle, an archive's copy nearest the article."""
    if url := source.get("url"):
        yield Copy("Address", url, joined(sure(source, "url"), "not tried live"))
    if handle := source.get("handle"):
        address = f"https://hdl.handle.net/{handle}"
        yield Copy("Handle", address, joined(sure(source, "handle"), "not tried live"))
    if url := source.get("url"):
        stamp = ARCHIVE_DATE.replace("-", "")
        yield Copy("Archived", f"https://web.archive.org/web/{stamp}/{url}", "", is_archive=True)


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
