"""The facts of a source that programs get: those that are certain, and in words whatever has no field.

Programs differ in what they keep; Zotero, which drops what its type of item has no field for, sets the measure.
"""

from collections.abc import Container, Iterable, Iterator
from itertools import chain, takewhile

from edition.model import Person, Source
from edition.words import Words

Pair = tuple[str, str]
"""A name and its value."""

NOTED = (
    "author", "editor", "title", "shorttitle", "titletranslation", "publishedtitle", "origtitle", "origauthor",
    "origeditor", "booktitle", "origbooktitle", "journaltitle", "origjournaltitle", "eventtitle", "eventdate",
    "venue", "institution", "originstitution", "organization", "origorganization", "publisher", "origpublisher",
    "location", "date", "series", "number", "wholenumber", "docnumbers", "pages", "totalpages", "isbn", "issn",
    "doi", "handle", "url", "type", "contributors", "affiliation", "origaffiliation",
)  # fmt: skip
"""The fields that a note can name, in its order."""


def stated(source: Source, name: str) -> str:
    """A field for a page's tags, which cannot say how sure it is: empty where nobody verified it, unless the source
    could not be found without it."""
    needed = {*source.entry_type.required, *source.entry_type.identifying, "url"}
    is_left_out = name in source.listed("unverified") and name not in needed
    return "" if is_left_out else source.get(name)


def stated_handle(source: Source) -> str:
    """The address of the handle, where it is stated."""
    return source.handle_address if stated(source, "handle") else ""


def stated_address(source: Source) -> str:
    """The address that is cited, else that of the handle, where it is stated."""
    return stated(source, "url") or stated_handle(source)


def issued(source: Source) -> str:
    """The date in ISO form; of a span of days what first and last share, since programs take one date."""
    first, _, last = source.get("date").partition("/")
    pairs = zip(first.split("-"), (last or first).split("-"), strict=False)
    return "-".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) or last


def name_in_tag(person: Person) -> str:
    """A name with the family name first. An institution's ends in a comma, without which Zotero parts it at its last
    word."""
    return f"{person.inverted}," if person.is_institution else person.inverted


def filled(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs whose value is not empty."""
    return ((name, value) for name, value in pairs if value)


def kept_whole(source: Source) -> frozenset[str]:
    """The fields that Zotero's item keeps whole: of several days it takes the first."""
    return source.entry_type.has_place_for - ({"date"} if source.is_of_several_days else set())


def remarks(source: Source, kept: Container[str], words: Words) -> Iterator[str]:
    """What has no field of its own, and what nobody verified; `kept` are the fields that have one."""
    for name in NOTED:
        if name not in kept and (value := in_words(source, name, words)):
            yield f"{words.exports.labels[name]}: {value}"
    if source.has("titlerendered"):
        yield words.exports.rendered
    if unverified := ", ".join(label(name, words) for name in source.listed("unverified")):
        yield words.exports.unverified.format(names=unverified)


def whole_names(source: Source, words: Words) -> Iterator[str]:
    """Institutions as their names are, where programs must be given them without a comma."""
    for person in chain(*source.persons.values()):
        if person.is_institution and "," in person.family:
            yield words.exports.institution.format(name=person.family)


def in_words(source: Source, name: str, words: Words) -> str:
    """The value of a field as a note says it; empty where there is none."""
    if name == "handle":
        return source.handle_address
    value = source.get(name) or "; ".join(person.name for person in source.persons.get(name, ()))
    whose = words.sources.translated_by.get(source.get(f"{name}by"))
    return f"{value} ({whose})" if value and whose else value


def label(name: str, words: Words) -> str:
    """What a sentence calls a field: its label, small but for initials."""
    noun = words.exports.labels.get(name, name)
    return noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]


def uncounted(source: Source, words: Words) -> str:
    """What an entry is that is none of the article's sources: the article, or a version of it."""
    language = words.sources.languages[source.get("language")]
    return (
        words.sources.version.format(language=language)
        if source.is_version
        else words.sources.article
    )


def relied_on(source: Source, paragraphs: str, words: Words) -> str:
    """That a source is cited, or else named, in the paragraphs that `paragraphs` names."""
    form = words.sources.named_in if source.is_named else words.sources.cited_in
    return form.format(paragraphs=paragraphs)


def in_one(remarks: Iterable[str]) -> str:
    """Remarks as sentences of one line."""
    return ". ".join(remark.rstrip(".") for remark in remarks) + "."
