"""Sources, and parts of the edition, as RIS, by rispy."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import rispy
from rispy.config import LIST_TYPE_TAGS, TAG_KEY_MAPPING

from edition.cite.restated import Cited
from edition.cite.source_facts import in_one, kept_whole, remarks, whole_names
from edition.model import Source
from edition.words import ENGLISH, Words

EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "author": ("AU",), "title": ("TI",), "shorttitle": ("ST",), "titletranslation": ("TT",),
    "date": ("DA",), "location": ("CY",), "url": ("UR",), "doi": ("DO",), "language": ("LA",),
}  # fmt: skip
"""The tags that a field goes to in every type of entry."""

MUST_CARRY = {
    "author", "editor", "title", "booktitle", "journaltitle", "date", "series", "number", "location",
    "publisher", "institution", "organization", "pages", "url", "language", "doi",
}  # fmt: skip
"""What no export may lose."""


class UnnumberedWriter(rispy.RisWriter):  # type: ignore[misc]  # rispy states no types
    """Writes no numbers before records, which rispy does and RIS does not know."""

    def set_header(self, count: int) -> str:
        return ""


def as_ris(records: Iterable[Iterable[tuple[str, str]]]) -> str:
    """Records as a file, each in lines of tag and value, the first of them its type (TY)."""
    return str(UnnumberedWriter().formats([by_rispy_names(lines) for lines in records]))


def by_rispy_names(lines: Iterable[tuple[str, str]]) -> dict[str, str | list[str]]:
    """A record as rispy takes it: values by rispy's names of the tags; of a tag that may stand once, the first."""
    record: dict[str, Any] = {}
    for tag, value in lines:
        if tag in LIST_TYPE_TAGS:
            record.setdefault(TAG_KEY_MAPPING[tag], []).append(value)
        else:
            record.setdefault(TAG_KEY_MAPPING[tag], value)
    return record


def source_record(source: Source, words: Words) -> list[tuple[str, str]]:
    """A source as lines of tag and value."""
    return [(tag, value) for _, tag, value in lines_by_field(source, words)]


def lines_by_field(source: Source, words: Words) -> Iterator[tuple[str, str, str]]:
    """Each line of a source: the field that it is from, its tag, and its value."""
    yield "", "TY", source.entry_type.ris
    yield "", "ID", source.key
    for name, tags in {**EVERYWHERE, **source.entry_type.ris_tags}.items():
        for value in values(source, name, words):
            yield from ((name, tag, value) for tag in tags)
    yield "date", "PY", source.year
    if "pages" in source.entry_type.ris_tags and (last := page_range(source)[1:]):
        yield "pages", "EP", last[0]
    if notes := [*remarks(source, kept_whole(source), words), *whole_names(source, words)]:
        yield "", "N1", in_one(notes)


def values(source: Source, name: str, words: Words) -> list[str]:
    """What a field of a source puts into RIS."""
    if name in source.persons:
        return [person.inverted for person in source.persons[name]]
    if name == "pages":
        return page_range(source)[:1]
    if name == "date":
        return [ris_date(source.get("date"), words)]
    text = WRITTEN_OTHERWISE[name](source) if name in WRITTEN_OTHERWISE else source.get(name)
    return [text] if text else []


WRITTEN_OTHERWISE: Mapping[str, Callable[[Source], str]] = {
    "language": lambda source: source.language,
    "url": lambda source: source.address,
}
"""The fields that RIS writes otherwise than references.bib."""


def ris_date(date: str, words: Words) -> str:
    """YYYY/MM/DD/, and behind it, where RIS has room for words, the last day of several."""
    first, _, last = date.partition("/")
    parts = [*first.split("-"), "", ""][:3]
    return "/".join([*parts, words.exports.until.format(date=last) if last else ""])


def page_range(source: Source) -> list[str]:
    """First and last page, or the only one."""
    return [part for part in re.split(r"\s*[-–]+\s*", source.get("pages")) if part]


def cited_record(cited: Cited, words: Words) -> list[tuple[str, str]]:
    """A part of the edition as a part of a collection, the whole as a book; never as the author's article."""
    lines = [
        ("TY", "CHAP" if cited.container else "BOOK"),
        *(("AU", author.inverted) for author in cited.authors),
        ("TI", cited.title),
        ("T2", cited.container),
        ("PY", cited.date[:4]),
        ("DA", ris_date(cited.date, words)),
        ("LA", cited.language.tag),
        ("UR", cited.address),
        ("N1", cited.remark),
    ]
    return [(tag, value) for tag, value in lines if value]


def lost_fields(source: Source) -> Sequence[str]:
    """Fields that must be carried, and that a reader of the file would not get back, in whatever language."""
    lines = list(lines_by_field(source, ENGLISH))
    (record,) = rispy.loads(as_ris([source_record(source, ENGLISH)]))
    read = {name: value if isinstance(value, list) else [value] for name, value in record.items()}
    broken = {n for n, tag, value in lines if value not in read.get(TAG_KEY_MAPPING[tag], [])}
    carried = {name for name, _, _ in lines} - broken
    return sorted(name for name in MUST_CARRY - carried if source.has(name))
