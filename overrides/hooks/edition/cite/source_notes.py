"""What a program is told of a source in words: whatever it has no field for, and what nobody verified.

Programs differ in what they keep; Zotero, which drops what its type of item has no field for, sets the measure.
"""

from collections.abc import Container

from edition.model import Source
from edition.words import Words

NOTED = (
    "author", "editor", "title", "shorttitle", "titletranslation", "publishedtitle", "origtitle", "origauthor",
    "origeditor", "booktitle", "origbooktitle", "journaltitle", "origjournaltitle", "eventtitle", "eventdate",
    "venue", "institution", "originstitution", "organization", "origorganization", "publisher", "origpublisher",
    "location", "date", "series", "number", "wholenumber", "docnumbers", "pages", "totalpages", "isbn", "issn",
    "doi", "handle", "url", "type", "contributors", "affiliation", "origaffiliation",
)  # fmt: skip
"""The fields that a note can name, in its order."""

ALWAYS = {"author", "title", "shorttitle", "date", "url"}
SLOTS = {
    "article": ALWAYS | {"editor", "journaltitle", "series", "number", "pages", "issn", "doi"},
    "book": ALWAYS | {"editor", "publisher", "location", "series", "number", "totalpages", "isbn"},
    "incollection": ALWAYS
    | {"editor", "booktitle", "publisher", "location", "series", "number", "pages", "isbn"},
    "online": ALWAYS | {"organization"},
    "report": ALWAYS | {"institution", "location", "series", "number", "type", "pages"},
    "unpublished": ALWAYS | {"type", "eventtitle", "venue"},
}
"""The fields of each type of entry that Zotero's type of item has a place for."""


def notes(source: Source, kept: Container[str], words: Words) -> list[str]:
    """What has no field of its own, and what nobody verified; `kept` are the fields that have one."""
    said = words.exports
    told = {name: in_words(source, name, words) for name in NOTED if name not in kept}
    remarks = [f"{said.labels[name]}: {value}" for name, value in told.items() if value]
    remarks += [said.rendered] * bool(source.get("titlerendered"))
    doubtful = ", ".join(label(name, words) for name in source.listed("unverified"))
    return remarks + [said.unverified.format(names=doubtful)] * bool(doubtful)


def whole_names(source: Source, words: Words) -> list[str]:
    """Institutions as their names are, where programs must be given them without a comma."""
    names = (person for persons in source.persons.values() for person in persons)
    said = words.exports.institution
    return [said.format(name=n.family) for n in names if n.is_institution and "," in n.family]


def in_words(source: Source, name: str, words: Words) -> str:
    """The value of a field as a note says it; empty where there is none."""
    if name == "handle":
        return handle_address(source)
    value = source.get(name) or "; ".join(person.name for person in source.persons.get(name, ()))
    whose = words.sources.translated_by.get(source.get(f"{name}by"))
    return f"{value} ({whose})" if value and whose else value


def label(name: str, words: Words) -> str:
    """What a sentence calls a field: its label, small but for initials."""
    said = words.exports.labels.get(name, name)
    return said if said[:2].isupper() else said[:1].lower() + said[1:]


def is_span(source: Source) -> bool:
    """Whether the date is one of several days, of which most programs take one."""
    return "/" in source.get("date")


def handle_address(source: Source) -> str:
    return f"https://hdl.handle.net/{source.get('handle')}" if source.get("handle") else ""


def address_of(source: Source) -> str:
    """Where a source is: the address that is cited, else that of its handle."""
    return source.get("url") or handle_address(source)
