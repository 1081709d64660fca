"""What the page of a source says of it: each fact with its certainty, and the copies to read; and by which names
sources are known."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.model import FACTS_IN, LANGUAGES, Edition, Source
from edition.model.dates import Date, date_in_words
from edition.model.entries.entry_fields import DATES, ROLES, WHOLE
from edition.model.inline import Content, Text, plain
from edition.model.languages import CHINESE_TAG, ForeignNames
from edition.read.institutions import Institution
from edition.words import Words

FACTS = (
    "origtitle", "publishedtitle", "booktitle", "origbooktitle", "journaltitle", "origjournaltitle", "shortjournal",
    "issuetitle", "origauthor", "affiliation", "origaffiliation", "origeditor", "contributors", "eventtitle",
    "eventdate", "venue", "institution", "organization", "originstitution", "origorganization", "howpublished",
    "publisher", "origpublisher", "location", "origlocation", "date", "origdate", "pubstate", "edition", "version",
    "volume", "part", "volumes", "chapter", "series", "number", "wholenumber", "docnumbers", "pages", "totalpages",
    "isbn", "issn", "doi", "pmid", "pmcid", "eprint", "note", "addendum",
)  # fmt: skip
"""The facts that a record shows, in its order."""
FACTS_BESIDE = tuple(name for name in FACTS if name not in {"institution", "organization"})
"""Those by which people look for a source, beside the words of its reference."""


@dataclass(frozen=True)
class Row:
    """A line of a record."""

    label: str
    """Empty where the row belongs to the one above it."""
    value: str
    language: str
    """The BCP 47 tag of the value."""
    certainty: str = ""
    """Where the fact was seen, or that nobody verified it; empty where the article's note prints it."""
    marked: Content = ()
    """The value as running text, where it has emphasis or other markup."""


@dataclass(frozen=True)
class Copy:
    """An address at which a source can be read."""

    label: str
    address: str
    certainty: str = ""
    asked_for: str = ""
    """The day, YYYY-MM-DD, whose nearest copy is asked of an archive (Robust Links 1.0)."""

    @property
    def is_archive(self) -> bool:
        return bool(self.asked_for)


@dataclass(frozen=True)
class Record:
    """What is known of a source, and where it can be read."""

    source: Source
    rows: Sequence[Row]
    institutions: Sequence[Institution]
    copies: Sequence[Copy]


def record_of(
    source: Source, edition: Edition, known: Mapping[str, Institution], reference: Content
) -> Record:
    """The record of a source; `known` are the institutions by their keys, `reference` what stands above it."""
    bodies = tuple(known[key] for key in source.listed("body"))
    said = [plain(reference), *(name.text for body in bodies for name in body.names)]
    facts = rows(source, edition.words, " ".join(said))
    return Record(source, tuple(facts), bodies, tuple(copies(source, edition)))


def rows(source: Source, words: Words, said: str = "") -> Iterator[Row]:
    """What is known of a source, beside what is said of it anyway."""
    labels, own = words.sources, words.language.tag
    yield fact(source, "title", labels.title, source.title_language, words)
    if source.get("titlerendered"):
        yield Row("", labels.rendered, own)
    if source.get("titletranslation"):
        whose = labels.translated_by[source.get("titletranslationby")]
        whose = joined(whose, certainty(source, "titletranslation", words))
        yield Row(labels.translation, source.get("titletranslation"), FACTS_IN, whose)
    yield from people(source, words)
    for name in filter(source.text, shown(source, said)):
        yield fact(source, name, labels.facts[name], language_of(source, name), words)
    if source.has("urldate") and not source.has("url"):  # else it stands beside the address
        yield fact(source, "urldate", labels.facts["urldate"], own, words)
    kind = labels.types[source.entry_type.name]
    if source.get("type").casefold() not in ("", kind.casefold()):
        yield fact(source, "type", labels.facts["type"], FACTS_IN, words)
    yield Row(labels.kind, kind, own)
    yield Row(labels.language, labels.languages[source.get("language")], own)


def shown(source: Source, said: str = "") -> Iterator[str]:
    """The facts of a record: who issued a source is in none where it is said anyway, whatever its apostrophes are."""
    issuers = {name for name in ISSUERS if straight(source.get(name)) in straight(said)}
    return (name for name in FACTS if name not in issuers)


def straight(text: str) -> str:
    """A text with straight apostrophes, which references set as curly ones."""
    return text.replace("’", "'")


ISSUERS = ("institution", "organization")


def fact(source: Source, name: str, label: str, language: str, words: Words) -> Row:
    """A field, whole, with its certainty: that of its parts where it has none of its own."""
    parts = [name, *(n for n in WHOLE if source.has(n) and source.part_of(n) == name)]
    sure = joined(*dict.fromkeys(certainty(source, part, words) for part in parts))
    is_date = name in DATES and source.dated(name) != Date()
    value = (
        date_in_words(source.dated(name), words.dates)
        if is_date and is_signed(source, name)
        else source.text(name)
    )
    marked = () if set(map(type, source.whole(name))) <= {Text} else source.whole(name)
    return Row(label, value, language, sure, marked)


def is_signed(source: Source, name: str) -> bool:
    """Whether a date has signs, which readers need not know."""
    return bool(re.search(r"[^0-9/-]|^/|/$", source.get(name)))


def people(source: Source, words: Words) -> Iterator[Row]:
    """Those who made a source, by what they did; that a list of them is cut short is said as well."""
    labels = words.sources
    for role in ROLES:
        if persons := source.persons.get(role):
            label = {"author": labels.author, "editor": labels.editor}.get(role) or labels.facts[
                role
            ]
            names = words.parts.between_names.join(person.name for person in persons)
            if role in source.cut_short:
                names = labels.and_others.format(names=names)
            yield Row(label, names, FACTS_IN, certainty(source, role, words))


def language_of(source: Source, name: str) -> str:
    """Names in the original language are in that; a Spanish source's container is Spanish."""
    if name.startswith("orig"):
        return LANGUAGES.get(source.original_language, FACTS_IN)
    return source.title_language if name in IN_ITS_LANGUAGE else FACTS_IN


IN_ITS_LANGUAGE = {"shorttitle", "booktitle", "journaltitle", "eventtitle"}


def certainty(source: Source, name: str, words: Words) -> str:
    """Where a fact was seen, or that nobody verified it; empty where the article's note prints it."""
    if name in source.listed("unverified"):
        return words.sources.unverified
    where = source.evidence.get(name, "")
    return words.sources.seen.format(where=where) if where else ""


def joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def copies(source: Source, edition: Edition) -> Iterator[Copy]:
    """Where a source can be read: its address, its permanent handle, an archive's copy nearest the article."""
    words, labels = edition.words, edition.words.sources
    url = source.get("url")
    addresses = (("url", labels.address, url), ("handle", labels.handle, source.handle_address))
    read = source.dated("urldate")
    accessed = labels.accessed.format(date=date_in_words(read, words.dates)) if read.known else ""
    for name, label, address in addresses:
        if address:
            tried = accessed if name == "url" and accessed else labels.untried
            yield Copy(label, address, joined(certainty(source, name, words), tried))
    if url and edition.article:
        day = edition.article.day
        address = f"https://web.archive.org/web/{day.replace('-', '')}/{url}"
        yield Copy(labels.archived, address, asked_for=day)


def foreign_names(
    sources: Iterable[Source], known: Mapping[str, Institution], words: Words
) -> ForeignNames:
    """Titles of sources and names of institutions that are not in the edition's language, with theirs; Chinese is
    known by its characters. An acronym reads alike in each.
    """
    names = {
        source.get(name): source.title_language
        for source in sources
        for name in ("title", *sorted(IN_ITS_LANGUAGE))
    }
    names |= {
        name.text: name.language
        for institution in known.values()
        for name in institution.names
        if name.form != "acronym"
    }
    own = {words.language.tag, CHINESE_TAG}
    foreign = {name: tag for name, tag in names.items() if name and tag not in own}
    return ForeignNames(foreign, words.language.tag)


def all_names(source: Source, known: Mapping[str, Institution]) -> Iterator[tuple[str, str]]:
    """Every word by which people look for a source and that its reference does not print, with its language."""
    for name in ("titletranslation", "shorttitle", "shortauthor", "handle", *FACTS_BESIDE):
        yield source.text(name), language_of(source, name)
    for body in source.listed("body"):
        yield from ((name.text, name.language) for name in known[body].names)
    yield from (
        (person.name, FACTS_IN) for persons in source.persons.values() for person in persons
    )
    yield source.key, FACTS_IN
