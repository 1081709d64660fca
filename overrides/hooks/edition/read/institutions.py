"""Reads docs/data/institutions.csv: every name by which people look for a body that stands behind sources."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from edition.problems import Problem, Problems, did_you_mean

INSTITUTIONS = "docs/data/institutions.csv"
ALL_KEYS = f"{INSTITUTIONS}: keys"
"""The fact that the keys of all institutions are known."""
COLUMNS = ["key", "language", "name", "form", "verified"]
WORDS = {
    "language": {"de", "en", "es", "fr", "pt", "zh"},
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
        texts = (name.text for name in self.names if name.form == "acronym")
        return tuple(dict.fromkeys(texts))

    @property
    def shown(self) -> tuple[Name, ...]:
        """Its names, one that two languages share once."""
        return tuple({name.text: name for name in reversed(self.names)}.values())[::-1]

    @property
    def label(self) -> str:
        """What a list of institutions calls it: its English name, with its acronyms."""
        name = next((n.text for n in self.names if n.form == "name"), self.key)
        return f"{name} ({', '.join(self.acronyms)})" if self.acronyms else name


def read_institutions(text: str, problems: Problems) -> Mapping[str, Institution]:
    """The institutions of a table, one name a row; of one whose rows have mistakes at least the key."""
    try:
        rows = list(csv.reader(StringIO(text), strict=True))
    except csv.Error as error:
        remedy = "close each quotation mark that opens"
        problems.add(INSTITUTIONS, 0, f"is no table: {error}", remedy)
        return {}
    if not rows or rows[0] != COLUMNS:
        remedy = f"write '{','.join(COLUMNS)}'"
        problems.add(INSTITUTIONS, 1, "the first line is not the header", remedy)
        return {}
    names: dict[str, list[Name]] = {}
    for line, row in enumerate(rows[1:], 2):
        wrong = list(row_problems(line, row))
        problems += wrong
        own = names.setdefault(row[0] if row else "", [])
        if not wrong:
            _, language, name, form, verified = row
            own.append(Name(language, name, form, verified == "yes"))
    return {key: Institution(key, tuple(own)) for key, own in names.items()}


def row_problems(line: int, row: Sequence[str]) -> Iterator[Problem]:
    """A row has a value in each column, of the form that the column has."""
    if len(row) == len(COLUMNS):
        for column, value in zip(COLUMNS, row, strict=True):
            yield from value_problems(line, column, value)
    else:
        what = f"{len(row)} values where {len(COLUMNS)} belong"
        remedy = "put a value with a comma in it into double quotes"
        yield Problem(INSTITUTIONS, line, what, remedy)


def value_problems(line: int, column: str, value: str) -> Iterator[Problem]:
    """A value is there, on one line; a key has the form of one, and a word is one of its column's."""
    if not value.strip():
        what, remedy = f"no {column}", "fill it in, or delete the line"
    elif sign := re.search(r"[\x00-\x1f\x7f]", value):
        what, remedy = f"the {column} holds the character U+{ord(sign[0]):04X}", "delete it"
    elif column == "key" and not KEY.fullmatch(value):
        what, remedy = f"key '{value}' breaks the pattern", "use small letters, digits and hyphens"
    elif column in WORDS and value not in WORDS[column]:
        otherwise = f"write one of: {', '.join(sorted(WORDS[column]))}"
        what = f"unknown {column} '{value}'"
        remedy = did_you_mean(value, WORDS[column], otherwise)
    else:
        return
    yield Problem(INSTITUTIONS, line, what, remedy, {ALL_KEYS} if column == "key" else set())
