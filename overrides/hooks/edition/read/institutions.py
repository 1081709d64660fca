"""Reads docs/data/institutions.csv: every name by which people look for a body that stands behind sources."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from edition.problems import Problems, did_you_mean

COLUMNS = ["key", "language", "name", "form", "verified"]
WORDS = {
    "language": {"en", "es", "pt", "zh"},
    "form": {"name", "short", "acronym"},
    "verified": {"yes", "no"},
}
"""The words that a column may hold."""
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Name:
    """One name of an institution: its language (BCP 47), its form, and whether it was seen in print."""

    language: str
    text: str
    form: str
    verified: bool


@dataclass(frozen=True)
class Institution:
    """A body that writes, publishes or issues sources, by its key in the field 'body' of references.bib."""

    key: str
    names: tuple[Name, ...]

    @property
    def acronyms(self) -> tuple[str, ...]:
        found = (name.text for name in self.names if name.form == "acronym")
        return tuple(dict.fromkeys(found))

    @property
    def shown(self) -> tuple[Name, ...]:
        """Its names, one that two languages share once."""
        return tuple({name.text: name for name in reversed(self.names)}.values())[::-1]

    @property
    def label(self) -> str:
        """What a list of institutions calls it: its English name, with its acronyms."""
        name = next((n.text for n in self.names if n.form == "name"), self.key)
        return f"{name} ({', '.join(self.acronyms)})" if self.acronyms else name


def read_institutions(text: str, file: str, problems: Problems) -> Mapping[str, Institution]:
    """The institutions of a table, one name a row; each mistake goes into `problems` with its line."""
    try:
        rows = list(csv.reader(StringIO(text), strict=True))
    except csv.Error as error:
        problems.add(file, 0, f"is no table: {error}", "close each quotation mark that opens")
        return {}
    if not rows or rows[0] != COLUMNS:
        problems.add(file, 1, "the first line is not the header", f"write '{','.join(COLUMNS)}'")
        return {}
    found: dict[str, list[Name]] = {}
    for line, row in enumerate(rows[1:], 2):
        faults = list(faults_in(row))
        for what, mend in faults:
            problems.add(file, line, what, mend)
        if not faults:
            key, language, name, form, verified = row
            found.setdefault(key, []).append(Name(language, name, form, verified == "yes"))
    return {key: Institution(key, tuple(names)) for key, names in found.items()}


def faults_in(row: list[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a row: a missing or an extra value, an empty one, an unknown word."""
    if len(row) != len(COLUMNS):
        mend = "put a value with a comma in it into double quotes"
        yield f"{len(row)} values where {len(COLUMNS)} belong", mend
        return
    for column, value in zip(COLUMNS, row, strict=True):
        if not value.strip():
            yield f"no {column}", "fill it in, or delete the line"
        elif sign := re.search(r"[\x00-\x1f\x7f]", value):
            yield f"the {column} holds the character U+{ord(sign[0]):04X}", "delete it"
        elif column == "key" and not KEY.fullmatch(value):
            yield f"key '{value}' breaks the pattern", "use small letters, digits and hyphens"
        elif column in WORDS and value not in WORDS[column]:
            known = ", ".join(sorted(WORDS[column]))
            mend = did_you_mean(value, WORDS[column], f"write one of: {known}")
            yield f"unknown {column} '{value}'", mend
