"""Sources as files for reference managers: BibTeX by pybtex, RIS by rispy, CSL-JSON from what pandoc read.

BibTeX carries an entry as it stands. RIS and CSL-JSON carry the facts, each where Zotero reads it, and in a note
what they have no field for and what nobody verified.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import rispy
from pybtex.database import BibliographyData, Entry, parse_string
from pybtex.database.output.bibtex import Writer
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from edition.model import LANGUAGES, Edition, Page, Person, Source

FORMATS: Mapping[str, str] = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}
"""The formats by the endings of their files, each with its media type."""

CslItem = Mapping[str, Any]


def of_source(source: Source) -> str:
    """Where the files of one source are, below the site's address and without an ending."""
    return f"sources/{source.key}"


OF_LIST = "sources/sources"


def of_chapter(chapter: Page) -> str:
    """Where the files of a chapter's sources are; the introduction's are beside the home page."""
    return f"{chapter.address}sources"


def export_files(
    edition: Edition, bibliography: str, items: Mapping[str, CslItem]
) -> dict[str, str]:
    """Every file by its address; `bibliography` is the text of references.bib, `items` are its entries in CSL."""
    entries = parse_string(bibliography, "bibtex").entries
    return {
        f"{place}.{ending}": text
        for place, sources in holdings(edition)
        for ending, text in {
            "bib": as_bib({source.key: entries[source.key] for source in sources}),
            "ris": as_ris(sources),
            "json": as_json(sources, items),
        }.items()
    }


def holdings(edition: Edition) -> Iterator[tuple[str, Sequence[Source]]]:
    """What goes into which files. The article is offered by its own alone: it is no source of itself."""
    yield from ((of_source(source), [source]) for source in edition.sources)
    yield OF_LIST, [source for source in edition.sources if not source.is_article]
    yield from ((of_chapter(c), sources) for c, sources in sources_by_chapter(edition))


def sources_by_chapter(edition: Edition) -> list[tuple[Page, list[Source]]]:
    """What each chapter cites or names, in the order of references.bib."""
    found: dict[str, dict[str, Source]] = {chapter.address: {} for chapter in edition.chapters}
    for uses in edition.uses.values():
        for use in uses:
            found[use.chapter.address][use.source.key] = use.source
    return [(chapter, list(found[chapter.address].values())) for chapter in edition.chapters]


# BibTeX


def as_bib(entries: Mapping[str, Entry]) -> str:
    """Entries as they stand: pybtex's writer must not make TeX of what is TeX, and UTF-8, already."""
    writer = Writer()
    writer._encode = str
    writer.quote = lambda text: f"{{{text}}}"
    return str(writer.to_string(BibliographyData(entries)))


# RIS


EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "author": ("AU",), "title": ("TI",), "shorttitle": ("ST",), "titletranslation": ("TT",),
    "date": ("DA",), "location": ("CY",), "url": ("UR",), "handle": ("UR",), "doi": ("DO",),
    "language": ("LA",),
}  # fmt: skip
"""The tags that a field goes to in every type of entry."""

RIS: Mapping[str, tuple[str, Mapping[str, tuple[str, ...]]]] = {
    "article": ("JOUR", {
        "editor": ("A2",), "journaltitle": ("T2",), "series": ("T3",), "number": ("IS",),
        "publisher": ("PB",), "issn": ("SN",), "pages": ("SP",),
    }),
    "book": ("BOOK", {
        "editor": ("A3",), "series": ("T2",), "number": ("M1",), "publisher": ("PB",),
        "isbn": ("SN",),
    }),
    "incollection": ("CHAP", {
        "editor": ("A2",), "booktitle": ("T2",), "series": ("T3",), "publisher": ("PB",),
        "isbn": ("SN",), "pages": ("SP",),
    }),
    "online": ("ELEC", {"organization": ("PB", "T2")}),
    "report": ("RPRT", {
        "type": ("M3",), "series": ("T2",), "number": ("SN", "IS"), "institution": ("PB",),
        "pages": ("SP",),
    }),
    "unpublished": ("SLIDE", {"type": ("M3",), "eventtitle": ("T2",), "venue": ("CY",)}),
}  # fmt: skip
"""The type of each type of entry, and the tags of its fields: those from which Zotero fills its own, and for the
number of a report and the owner of a website those of the specification as well. A speech is what Zotero calls a
presentation."""

MUST_CARRY = {
    "author", "editor", "title", "booktitle", "journaltitle", "date", "series", "number", "location",
    "publisher", "institution", "organization", "pages", "url", "language", "doi", "handle",
}  # fmt: skip
"""What no export may lose."""


def as_ris(sources: Sequence[Source]) -> str:
    """Sources as RIS; rispy's writer must not number them, which RIS does not know."""
    writer = rispy.RisWriter()
    writer.set_header = lambda count: ""
    return str(writer.formats([ris_record(source) for source in sources]))


def ris_record(source: Source) -> dict[str, str | list[str]]:
    """A source as rispy takes it: values by rispy's names of the tags."""
    record: dict[str, Any] = {"type_of_reference": RIS[source.type][0]}
    for _, tag, value in ris_lines(source):
        if tag in LIST_TYPE_TAGS:
            record.setdefault(TAG_KEY_MAPPING[tag], []).append(value)
        else:
            record.setdefault(TAG_KEY_MAPPING[tag], value)
    return record


def ris_lines(source: Source) -> Iterator[tuple[str, str, str]]:
    """Each line of a source: the field that it is from, its tag, and its value."""
    yield "", "ID", source.key
    for name, tags in {**EVERYWHERE, **RIS[source.type][1]}.items():
        for value in ris_values(source, name):
            yield from ((name, tag, value) for tag in tags)
    yield "date", "PY", source.year
    if "pages" in RIS[source.type][1] and (last := page_range(source)[1:]):
        yield "pages", "EP", last[0]
    if remarks := [*notes(source, RIS[source.type][1].keys()), *whole_names(source)]:
        yield "", "N1", ". ".join(remark.rstrip(".") for remark in remarks) + "."


def ris_values(source: Source, name: str) -> list[str]:
    """What a field of a source puts into RIS."""
    if name in source.persons:
        return [inverted(person) for person in source.persons[name]]
    if name == "pages":
        return page_range(source)[:1]
    text = RIS_FORMS[name](source) if name in RIS_FORMS else source.get(name)
    return [text] if text else []


def whole_names(source: Source) -> list[str]:
    """Institutions whose names hold a comma, at which RIS parts family and given name."""
    names = (person for persons in source.persons.values() for person in persons)
    return [f"One institution: {n.family}" for n in names if n.is_institution and "," in n.family]


def inverted(person: Person) -> str:
    """A name with the family name first; an institution's is whole."""
    return person.family if person.is_institution else f"{person.family}, {person.given}"


def ris_date(source: Source) -> str:
    """YYYY/MM/DD/, and behind it, where RIS has room for words, the last day of several."""
    first, _, last = source.get("date").partition("/")
    parts = [*first.split("-"), "", ""][:3]
    return "/".join([*parts, f"to {last}" if last else ""])


def language(source: Source) -> str:
    """The BCP 47 tag of the language that a source is written in; an unknown one is reported elsewhere."""
    return LANGUAGES.get(source.get("language"), source.get("language"))


def handle_address(source: Source) -> str:
    return f"https://hdl.handle.net/{source.get('handle')}" if source.get("handle") else ""


RIS_FORMS: Mapping[str, Callable[[Source], str]] = {
    "date": ris_date,
    "language": language,
    "handle": handle_address,
}
"""The fields that RIS writes otherwise than references.bib."""


def page_range(source: Source) -> list[str]:
    """First and last page, or the only one."""
    return [part for part in re.split(r"\s*[-–]+\s*", source.get("pages")) if part]


def lost_in_ris(source: Source) -> Iterator[str]:
    """Fields that must be carried, and that a reader of the file would not get back."""
    lines = list(ris_lines(source))
    (record,) = rispy.loads(as_ris([source]))
    found = {name: value if isinstance(value, list) else [value] for name, value in record.items()}
    broken = {n for n, tag, value in lines if value not in found.get(TAG_KEY_MAPPING[tag], [])}
    carried = {name for name, _, _ in lines} - broken
    yield from sorted(name for name in MUST_CARRY - carried if has(source, name))


def has(source: Source, name: str) -> bool:
    return bool(source.get(name) or source.persons.get(name))


# CSL-JSON


VARIABLES: Mapping[str, str] = {
    "title": "title", "shorttitle": "title-short", "booktitle": "container-title",
    "journaltitle": "container-title", "series": "collection-title", "location": "publisher-place",
    "publisher": "publisher", "institution": "publisher", "organization": "publisher",
    "eventtitle": "event-title", "venue": "event-place", "totalpages": "number-of-pages",
    "type": "genre", "url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN",
}  # fmt: skip
"""The variables that a field goes to."""
NUMBERS = {"article": "issue", "book": "collection-number", "incollection": "collection-number"}
"""The variable that a number goes to; that of any other type is its own."""
READ_BY_PANDOC = {"origtitle", "origpublisher", "eventdate"}
"""Fields that pandoc has put into variables as they are."""


def as_json(sources: Sequence[Source], items: Mapping[str, CslItem]) -> str:
    """Sources as CSL-JSON, an array even of one."""
    found = [csl_item(source, items[source.key]) for source in sources]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def csl_item(source: Source, item: CslItem) -> dict[str, Any]:
    """An item with our own facts for pandoc's, which lowers the capitals of some titles and has its own name of an
    event and its own idea of languages."""
    variables = {**VARIABLES, "number": NUMBERS.get(source.type, "number")}
    facts = {variable: source.get(n) for n, variable in variables.items() if source.get(n)}
    kept = {name: value for name, value in item.items() if name != "event"}
    remarks = notes(source, VARIABLES.keys() | READ_BY_PANDOC)
    note = {"note": "\n".join(remarks)} if remarks else {}
    return {**kept, **facts, "language": language(source), **note}


# Notes


LABELS: Mapping[str, str] = {
    "handle": "Handle", "docnumbers": "Document numbers", "wholenumber": "Whole number",
    "isbn": "ISBN", "issn": "ISSN", "totalpages": "Number of pages", "eventtitle": "Event",
    "eventdate": "Date of the event", "venue": "Place of the event",
    "titletranslation": "Title in English", "publishedtitle": "Title as published",
    "origtitle": "Original title", "origauthor": "Author in the original",
    "origeditor": "Editor in the original", "origbooktitle": "Original title of the book",
    "origjournaltitle": "Original title of the journal",
    "originstitution": "Institution in the original",
    "origorganization": "Organization in the original",
    "origpublisher": "Publisher in the original", "contributors": "Further persons",
}  # fmt: skip
"""What a note calls a field."""
TRANSLATED_BY = {"publisher": "the publisher’s", "edition": "our translation"}


def notes(source: Source, elsewhere: Iterable[str]) -> list[str]:
    """What has no field of its own in a format, and what nobody verified; `elsewhere` are the fields that have one."""
    told = {name: source.get(name) for name in LABELS if name not in set(elsewhere)}
    told |= {"handle": handle_address(source)}
    if whose := TRANSLATED_BY.get(source.get("titletranslationby")):
        told["titletranslation"] += f" ({whose})"
    remarks = [f"{LABELS[name]}: {value}" for name, value in told.items() if value]
    remarks += ["Title in English as rendered in the article"] * bool(source.get("titlerendered"))
    unverified = ", ".join(source.listed("unverified"))
    return remarks + [f"Not verified: {unverified}"] * bool(unverified)
