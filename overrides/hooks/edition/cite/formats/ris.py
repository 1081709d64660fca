"""Sources, and parts of the edition, as RIS, by rispy."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import rispy
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from edition.cite.restated import Cited
from edition.cite.source_facts import (
    NOTED,
    in_one,
    issuer_field,
    kept_whole,
    page_ranges,
    remarks,
    text_of,
    whole_names,
)
from edition.model import Source
from edition.model.dates import Date, date_in_words, read_date
from edition.model.entries.entry_fields import DATES
from edition.model.entries.entry_type import ISSUER
from edition.words import ENGLISH, Words

EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "author": ("AU",), "title": ("TI",), "shorttitle": ("ST",), "titletranslation": ("TT",),
    "date": ("DA",), "location": ("CY",), "url": ("UR",), "doi": ("DO",), "language": ("LA",), "urldate": ("Y2",),
}  # fmt: skip
"""The tags that a field goes to in every type of entry."""


TAGS = {**TAG_KEY_MAPPING, "SV": "series_volume"}
"""The tags by rispy's names, with one of EndNote's and Zotero's that rispy does not know."""
LISTS = [*LIST_TYPE_TAGS, "C2"]
"""The tags that may stand more than once: also that of the authors of the book in which a part stands."""


class UnnumberedWriter(rispy.RisWriter):  # type: ignore[misc]  # rispy states no types
    """Writes no numbers before records, which rispy does and RIS does not know."""

    def set_header(self, count: int) -> str:
        return ""


def as_ris(records: Iterable[Iterable[tuple[str, str]]]) -> str:
    """Records as a file, each in lines of tag and value, the first of them its type (TY)."""
    return str(
        UnnumberedWriter(mapping=TAGS, list_tags=LISTS).formats(
            [by_rispy_names(lines) for lines in records]
        )
    )


def by_rispy_names(lines: Iterable[tuple[str, str]]) -> dict[str, str | list[str]]:
    """A record as rispy takes it: values by rispy's names of the tags; of a tag that may stand once, the first."""
    record: dict[str, Any] = {}
    for tag, value in lines:
        if tag in LISTS:
            record.setdefault(TAGS[tag], []).append(value)
        else:
            record.setdefault(TAGS[tag], value)
    return record


def source_record(source: Source, words: Words) -> list[tuple[str, str]]:
    """A source as lines of tag and value."""
    return [(tag, value) for _, tag, value in lines_by_field(source, words)]


def lines_by_field(source: Source, words: Words) -> Iterator[tuple[str, str, str]]:
    """Each line of a source: the field that it is from, its tag, and its value."""
    yield "", "TY", source.entry_type.ris
    yield "", "ID", source.key
    for name, tags in tags_of(source).items():
        for text in values(source, name, words):
            yield from ((name, tag, text) for tag in tags)
    yield from (("date", "PY", year) for year in filter(None, [source.year]))
    pages = page_ranges(source)
    if "pages" in tags_of(source) and pages and pages[0][0] != pages[-1][1]:
        yield "pages", "EP", pages[-1][1]
    if notes := [*remarks(source, kept(source), words), *whole_names(source, words)]:
        yield "", "N1", in_one(notes)


def tags_of(source: Source) -> dict[str, tuple[str, ...]]:
    """The tags of a source's fields, by the names of the fields."""
    issuer = issuer_field(source)
    tags = {**EVERYWHERE, **source.entry_type.ris_tags}
    return {issuer if name == ISSUER else name: tags[name] for name in tags}


def kept(source: Source) -> frozenset[str]:
    """The fields that Zotero keeps whole."""
    kind = source.entry_type
    return kept_whole(source, kind.named(kind.lost_in_ris)) & kind.named(
        tags_of(source).keys() | {ISSUER}
    )


def values(source: Source, name: str, words: Words) -> list[str]:
    """What a field of a source puts into RIS."""
    if name in source.persons:
        return [person.inverted for person in source.persons[name]]
    if name == "pages":
        return [first for first, _ in page_ranges(source)[:1]]
    text = (
        WRITTEN_OTHERWISE[name](source, words) if name in WRITTEN_OTHERWISE else source.text(name)
    )
    return [text] if text else []


WRITTEN_OTHERWISE: Mapping[str, Callable[[Source, Words], str]] = {
    "language": lambda source, words: source.language,
    "url": lambda source, words: source.address,
    "date": lambda source, words: ris_date(source.issued, words),
    "urldate": lambda source, words: ris_date(source.dated("urldate"), words),
}
"""The fields that RIS writes otherwise than references.bib."""


def ris_date(date: Date, words: Words) -> str:
    """YYYY/MM/DD/, and behind it, where RIS has room for words, the last day of several and whatever else is said of
    the date; empty where no day is known."""
    if not date.known:
        return ""
    year, *day = date.known.iso.split("-")
    return "/".join([year, *[*day, "", ""][:2], ", ".join(beside(date, words))])


def beside(date: Date, words: Words) -> Iterator[str]:
    """What is said of a date beside its first day."""
    if date.is_circa or date.is_uncertain:
        yield words.exports.circa
    if date.is_range:
        last = date.last.iso if date.first and date.last else ""
        yield words.exports.until.format(date=last) if last else date_in_words(date, words.dates)
    if date.state:
        yield words.dates.states.get(date.state, date.state)


def cited_record(cited: Cited, words: Words) -> list[tuple[str, str]]:
    """A part of the edition as a part of a collection, the whole as a book; never as the author's article."""
    lines = [
        ("TY", "CHAP" if cited.container else "BOOK"),
        *(("AU", author.inverted) for author in cited.authors),
        ("TI", cited.title),
        ("T2", cited.container),
        ("PY", cited.date[:4]),
        ("DA", ris_date(read_date(cited.date), words)),
        ("LA", cited.language.tag),
        ("UR", cited.address),
        ("N1", cited.remark),
    ]
    return [(tag, value) for tag, value in lines if value]


def lost_fields(source: Source) -> Sequence[str]:
    """Fields that a reader of the file would not get back, in whatever language, and that no note tells."""
    lines = list(lines_by_field(source, ENGLISH))
    text = as_ris([source_record(source, ENGLISH)])
    (record,) = rispy.loads(text, mapping=TAGS, list_tags=LISTS)
    read = {name: value if isinstance(value, list) else [value] for name, value in record.items()}
    nobody = {role for role, names in source.persons.items() if not all(n.family for n in names)}
    broken = {n for n, tag, text in lines if text.strip() not in read.get(TAGS[tag], [])}
    unreadable = {name for name in DATES if source.dated(name) == Date()}
    facts = {name for name in NOTED if source.has(name)} - unreadable
    written = {name for name, _, _ in lines}
    written |= {
        name for name in source.entry_type.issuers if source.get(name) == text_of(source, ISSUER)
    }
    return sorted(broken - {"", *nobody} | facts & kept(source) - written)
