"""What a program is told of a source in words: whatever it has no field for, and what nobody verified.

Programs differ in what they keep; Zotero, which drops what its type of item has no field for, sets the measure.
"""

from collections.abc import Container

from edition.model import TRANSLATED_BY, Source

LABELS = {
    "author": "Author", "editor": "Editor", "title": "Title",
    "shorttitle": "Short title", "titletranslation": "Title in English", "publishedtitle": "Title as published",
    "origtitle": "Original title", "origauthor": "Original author",
    "origeditor": "Original editor", "booktitle": "Book title",
    "origbooktitle": "Original book title", "journaltitle": "Journal",
    "origjournaltitle": "Original journal title", "eventtitle": "Event",
    "eventdate": "Event date", "venue": "Event place", "institution": "Institution",
    "originstitution": "Original institution", "organization": "Organization",
    "origorganization": "Original organization", "publisher": "Publisher",
    "origpublisher": "Original publisher", "location": "Place", "date": "Issued",
    "series": "Series", "number": "Number", "wholenumber": "Whole number",
    "docnumbers": "Document numbers", "pages": "Pages", "totalpages": "Number of pages",
    "isbn": "ISBN", "issn": "ISSN", "doi": "DOI", "handle": "Handle", "url": "Address",
    "type": "Kind", "contributors": "Further persons", "affiliation": "Affiliation",
    "origaffiliation": "Original affiliation",
}  # fmt: skip
"""What notes call a field. Where CSL has a variable of that meaning, the name is the one under which Zotero finds it
in the field Extra: https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra."""

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


def notes(source: Source, kept: Container[str]) -> list[str]:
    """What has no field of its own, and what nobody verified; `kept` are the fields that have one."""
    told = {name: in_words(source, name) for name in LABELS if name not in kept}
    remarks = [f"{LABELS[name]}: {value}" for name, value in told.items() if value]
    remarks += ["Title in English as rendered in the article"] * bool(source.get("titlerendered"))
    doubtful = ", ".join(label(name) for name in source.listed("unverified"))
    return remarks + [f"Not verified: {doubtful}"] * bool(doubtful)


def whole_names(source: Source) -> list[str]:
    """Institutions as their names are, where programs must be given them without a comma."""
    names = (person for persons in source.persons.values() for person in persons)
    return [f"One institution: {n.family}" for n in names if n.is_institution and "," in n.family]


def in_words(source: Source, name: str) -> str:
    """The value of a field as a note says it; empty where there is none."""
    if name == "handle":
        return handle_address(source)
    value = source.get(name) or "; ".join(person.name for person in source.persons.get(name, ()))
    whose = TRANSLATED_BY.get(source.get(f"{name}by"))
    return f"{value} ({whose})" if value and whose else value


def label(name: str) -> str:
    """What a sentence calls a field: its label, small but for initials."""
    words = LABELS.get(name, name)
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def is_span(source: Source) -> bool:
    """Whether the date is one of several days, of which most programs take one."""
    return "/" in source.get("date")


def handle_address(source: Source) -> str:
    return f"https://hdl.handle.net/{source.get('handle')}" if source.get("handle") else ""


def address_of(source: Source) -> str:
    """Where a source is: the address that is cited, else that of its handle."""
    return source.get("url") or handle_address(source)
