"""Sources as files for reference managers: BibTeX by pybtex, RIS by rispy, CSL-JSON from what pandoc read.

Each carries the facts where Zotero reads them, and in a note what has no field and what nobody verified. BibTeX is
for LaTeX first: the fields of an entry as they stand, but for those that biblatex cannot use or print.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import rispy
from pybtex.database import BibliographyData, Entry
from pybtex.database.output.bibtex import Writer
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from edition.cite.source_notes import SLOTS, address_of, is_span, notes, whole_names
from edition.model import LANGUAGES, REQUIRED, Edition, Page, Person, Source
from edition.words import ENGLISH, Words

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


def export_files(edition: Edition, items: Mapping[str, CslItem]) -> dict[str, str]:
    """Every file by its address; `items` are the entries of references.bib in CSL, by their keys."""
    entries = edition.entries
    return {
        f"{place}.{ending}": text
        for place, sources in holdings(edition)
        for ending, text in {
            "bib": as_bib({s.key: bib_entry(s, entries[s.key], edition.words) for s in sources}),
            "ris": as_ris(sources, edition.words),
            "json": as_json(sources, items, edition.words),
        }.items()
    }


def holdings(edition: Edition) -> Iterator[tuple[str, Sequence[Source]]]:
    """What goes into which files. The article and its versions are offered by their own files alone."""
    yield from ((of_source(source), [source]) for source in edition.sources)
    yield OF_LIST, [source for source in edition.sources if source.is_counted]
    yield from ((of_chapter(c), sources) for c, sources in sources_by_chapter(edition))


def sources_by_chapter(edition: Edition) -> list[tuple[Page, list[Source]]]:
    """What each chapter cites or names, in the order of references.bib."""
    found: dict[str, dict[str, Source]] = {chapter.address: {} for chapter in edition.chapters}
    for uses in edition.uses.values():
        for use in uses:
            found[use.chapter.address][use.source.key] = use.source
    return [(chapter, list(found[chapter.address].values())) for chapter in edition.chapters]


# BibTeX


LOST_IN_BIB = {"report": {"series"}, "unpublished": {"eventtitle", "venue"}}
"""Fields for which Zotero's item has a place, but to which none of its words for BibTeX leads."""
RENAMED = {"totalpages": "pagetotal"}
"""Fields that biblatex and Zotero know by another name than ours."""
KEYED = {"english", "spanish", "portuguese"}
"""Languages that biblatex has a word for; it prints another as it stands."""
LATIN = re.compile(r"[\x00-\u017F\u01CD-\u01D4‐‑–—‘’‚“”„†‡•…‹›€™−]*")
"""Text that pdfLaTeX can set, whatever the fonts."""
NEVER_PRINTED = {"remark", "evidence"}
"""Fields of ours in which we may write what we like."""


def bib_entry(source: Source, entry: Entry, words: Words) -> Entry:
    """An entry as others can use it: our keywords are no tags of theirs, and what pdfLaTeX cannot set stands where no
    style prints it. Zotero knows `fjournal` as the name of a website, and `comment` as a note; biblatex neither."""
    kept = {name: value for name, value in entry.fields.items() if not is_left_out(source, name)}
    fields = {RENAMED.get(name, name): value for name, value in kept.items()}
    if "language" in fields and fields["language"] not in KEYED:
        fields["language"] = fields["language"].capitalize()
    if site := fields.get("organization", "") if source.type == "online" else "":
        fields["fjournal"] = site
    if address := address_of(source):
        fields.setdefault("url", address)
    has_field = (SLOTS[source.type] & {*kept, *source.persons}) - lost(source)
    if remarks := notes(source, has_field, words):
        fields["comment"] = tex(in_one(remarks))
    return Entry(entry.type, fields, entry.persons)


def is_left_out(source: Source, name: str) -> bool:
    """Our keywords, and what pdfLaTeX cannot set, so far as the entry can do without."""
    stays = name in NEVER_PRINTED or name in REQUIRED[source.type]
    return name == "keywords" or not (stays or LATIN.fullmatch(source.get(name)))


def lost(source: Source) -> set[str]:
    return LOST_IN_BIB.get(source.type, set())


def tex(text: str) -> str:
    """Plain text as TeX."""
    marks = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(marks.get(c, f"\\{c}" if c in "&%$#_{}" else c) for c in text)


def in_one(remarks: Sequence[str]) -> str:
    """Remarks as sentences of one line."""
    return ". ".join(remark.rstrip(".") for remark in remarks) + "."


def as_bib(entries: Mapping[str, Entry]) -> str:
    """Entries of TeX: pybtex's writer must not make TeX of what is TeX, and UTF-8, already."""
    writer = Writer()
    writer._encode = str
    writer.quote = lambda text: f"{{{text}}}"
    return str(writer.to_string(BibliographyData(entries)))


# RIS


EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "author": ("AU",), "title": ("TI",), "shorttitle": ("ST",), "titletranslation": ("TT",),
    "date": ("DA",), "location": ("CY",), "url": ("UR",), "doi": ("DO",), "language": ("LA",),
}  # fmt: skip
"""The tags that a field goes to in every type of entry."""

RIS: Mapping[str, tuple[str, Mapping[str, tuple[str, ...]]]] = {
    "article": ("JOUR", {
        "editor": ("A2",), "journaltitle": ("T2",), "series": ("T3",), "number": ("IS",),
        "publisher": ("PB",), "issn": ("SN",), "pages": ("SP",),
    }),
    "book": ("BOOK", {
        "editor": ("A3",), "series": ("T2",), "number": ("M1",), "publisher": ("PB",),
        "isbn": ("SN",), "totalpages": ("SP",),
    }),
    "incollection": ("CHAP", {
        "editor": ("A2",), "booktitle": ("T2",), "series": ("T3",), "number": ("SV",),
        "publisher": ("PB",), "isbn": ("SN",), "pages": ("SP",),
    }),
    "online": ("ELEC", {"organization": ("PB", "T2")}),
    "report": ("RPRT", {
        "type": ("M3",), "series": ("T2",), "number": ("SN", "IS"), "institution": ("PB",),
        "pages": ("SP",),
    }),
    "unpublished": ("SLIDE", {"type": ("M3",), "eventtitle": ("T2",), "venue": ("CY",)}),
}  # fmt: skip
"""The type of each type of entry, and the tags of its fields: those from which Zotero fills its own, and for the
number of a report and the owner of a website others as well. Zotero and EndNote have the number of a report in SN,
JabRef in IS. A speech is what Zotero calls a presentation."""

MUST_CARRY = {
    "author", "editor", "title", "booktitle", "journaltitle", "date", "series", "number", "location",
    "publisher", "institution", "organization", "pages", "url", "language", "doi",
}  # fmt: skip
"""What no export may lose."""


def as_ris(sources: Sequence[Source], words: Words) -> str:
    """Sources as RIS; rispy's writer must not number them, which RIS does not know."""
    writer = rispy.RisWriter()
    writer.set_header = lambda count: ""
    return str(writer.formats([ris_record(source, words) for source in sources]))


def ris_record(source: Source, words: Words) -> dict[str, str | list[str]]:
    """A source as rispy takes it: values by rispy's names of the tags."""
    record: dict[str, Any] = {"type_of_reference": RIS[source.type][0]}
    for _, tag, value in ris_lines(source, words):
        if tag in LIST_TYPE_TAGS:
            record.setdefault(TAG_KEY_MAPPING[tag], []).append(value)
        else:
            record.setdefault(TAG_KEY_MAPPING[tag], value)
    return record


def ris_lines(source: Source, words: Words) -> Iterator[tuple[str, str, str]]:
    """Each line of a source: the field that it is from, its tag, and its value."""
    yield "", "ID", source.key
    for name, tags in {**EVERYWHERE, **RIS[source.type][1]}.items():
        for value in ris_values(source, name, words):
            yield from ((name, tag, value) for tag in tags)
    yield "date", "PY", source.year
    if "pages" in RIS[source.type][1] and (last := page_range(source)[1:]):
        yield "pages", "EP", last[0]
    if remarks := [*notes(source, kept_in_full(source), words), *whole_names(source, words)]:
        yield "", "N1", in_one(remarks)


def ris_values(source: Source, name: str, words: Words) -> list[str]:
    """What a field of a source puts into RIS."""
    if name in source.persons:
        return [inverted(person) for person in source.persons[name]]
    if name == "pages":
        return page_range(source)[:1]
    if name == "date":
        return [ris_date(source, words)]
    text = RIS_FORMS[name](source) if name in RIS_FORMS else source.get(name)
    return [text] if text else []


def kept_in_full(source: Source) -> set[str]:
    """The fields of which Zotero keeps all in RIS and in CSL-JSON: of several days it takes the first."""
    return SLOTS[source.type] - ({"date"} if is_span(source) else set())


def inverted(person: Person) -> str:
    """A name with the family name first; an institution's is whole, and holds no comma, at which it would be parted."""
    return person.undivided if person.is_institution else f"{person.family}, {person.given}"


def ris_date(source: Source, words: Words) -> str:
    """YYYY/MM/DD/, and behind it, where RIS has room for words, the last day of several."""
    first, _, last = source.get("date").partition("/")
    parts = [*first.split("-"), "", ""][:3]
    return "/".join([*parts, words.exports.until.format(date=last) if last else ""])


def language(source: Source) -> str:
    """The BCP 47 tag of the language that a source is written in; an unknown one is reported elsewhere."""
    return LANGUAGES.get(source.get("language"), source.get("language"))


RIS_FORMS: Mapping[str, Callable[[Source], str]] = {
    "language": language,
    "url": address_of,
}
"""The fields that RIS writes otherwise than references.bib."""


def page_range(source: Source) -> list[str]:
    """First and last page, or the only one."""
    return [part for part in re.split(r"\s*[-–]+\s*", source.get("pages")) if part]


def lost_in_ris(source: Source) -> Iterator[str]:
    """Fields that must be carried, and that a reader of the file would not get back, in whatever language."""
    lines = list(ris_lines(source, ENGLISH))
    (record,) = rispy.loads(as_ris([source], ENGLISH))
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
    "publisher": "publisher", "institution": "publisher", "organization": "container-title",
    "eventtitle": "event-title", "venue": "event-place", "totalpages": "number-of-pages",
    "type": "genre", "url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN",
}  # fmt: skip
"""The variables that a field goes to."""
NUMBERS = {"article": "issue", "book": "collection-number", "incollection": "collection-number"}
"""The variable that a number goes to; that of any other type is its own."""


def as_json(sources: Sequence[Source], items: Mapping[str, CslItem], words: Words) -> str:
    """Sources as CSL-JSON, an array even of one."""
    found = [csl_item(source, items[source.key], words) for source in sources]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def csl_item(source: Source, item: CslItem, words: Words) -> dict[str, Any]:
    """An item with our own facts for pandoc's, which lowers the capitals of some titles and has its own name of an
    event and its own idea of languages."""
    variables = {**VARIABLES, "number": NUMBERS.get(source.type, "number")}
    facts = {variable: source.get(n) for n, variable in variables.items() if source.get(n)}
    facts |= {"URL": address_of(source)} if address_of(source) else {}
    kept = {name: value for name, value in item.items() if name not in instead(source)}
    remarks = notes(source, kept_in_full(source), words)
    note = {"note": "\n".join(remarks)} if remarks else {}
    return {**no_place(source), **kept, **facts, "language": language(source), **note}


def instead(source: Source) -> set[str]:
    """Variables of pandoc's that others stand for: styles would print the owner of a website twice."""
    return {"event", "publisher"} if source.type == "online" else {"event"}


def no_place(source: Source) -> dict[str, str]:
    """That no place of publication is known, where that of an event is: Zotero would take the one for the other."""
    was_given = source.type == "unpublished"
    return {"publisher-place": ""} if source.get("venue") and not was_given else {}
