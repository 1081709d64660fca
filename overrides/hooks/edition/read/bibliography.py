"""Reads references.bib into Source records."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pybtex import errors
from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser

from edition.model import Source
from edition.problems import Problem, Problems, on_one_line
from edition.read.sources.entry_records import Record, record_of
from edition.read.sources.inherited import Inheritance
from edition.read.sources.renamed import renamed
from edition.read.sources.syntax import read_entries
from edition.read.sources.typed_values import TypedEntry
from edition.read.typed_entries import BIBLIOGRAPHY

KEYWORDS = {"cited", "named", "article", "version"}
"""The words that say what a source is to the edition."""


@dataclass(frozen=True)
class Bibliography:
    """The sources of a bibliography, in its order; its entries for exports; the keys of those that are broken."""

    sources: tuple[Source, ...]
    entries: Mapping[str, Entry]
    broken: frozenset[str]
    parents: tuple[Source, ...] = ()
    """Entries that others take data from, and that are no sources themselves."""


def read_sources(text: str, problems: Problems) -> Bibliography:
    """Reads a bibliography; of a broken entry only a part may be read."""
    found = Problems()
    typed = [renamed(entry, found) for entry in read_entries(text, found)]
    inheritance = Inheritance(typed, found)
    records = [record_of(inheritance.filled(entry)) for entry in typed]
    found += inheritance.what_is_missing()
    found += [
        problem for record in records if not record.typed.is_broken for problem in record.problems
    ]
    if not found:
        found += read_otherwise(text, typed)
    problems += found
    parents = {record.typed.key for record in records if is_parent_alone(record, inheritance)}
    sources = [record for record in records if record.typed.key not in parents]
    return Bibliography(
        tuple(record.source for record in sources),
        {record.typed.key: record.entry for record in records},
        frozenset(entry.key for entry in typed if entry.is_broken),
        tuple(record.source for record in records if record.typed.key in parents),
    )


def is_parent_alone(record: Record, inheritance: Inheritance) -> bool:
    """Whether an entry stands there for others alone: it holds data, or nothing says that the edition relies on it."""
    is_source = not KEYWORDS.isdisjoint(record.source.listed("keywords"))
    return record.typed.type == "xdata" or (
        record.typed.key in inheritance.parents and not is_source
    )


def read_otherwise(text: str, entries: Sequence[TypedEntry]) -> Iterator[Problem]:
    """The parser of mkdocs-bibtex reads the same entries, and stops at none."""
    parser = Parser()
    with errors.capture() as found:
        parser.parse_string(text)
    for error in found:
        line = getattr(error, "lineno", None) or 0
        remedy = "check its braces, quotation marks, commas and field names"
        yield Problem(
            BIBLIOGRAPHY, line, f"pybtex cannot read it: {on_one_line(str(error))}", remedy
        )
    read = {key.lower() for key in parser.data.entries}
    for entry in entries:
        if not found and entry.key.lower() not in read:
            what = f"pybtex does not read the entry '{entry.key}'"
            yield Problem(BIBLIOGRAPHY, entry.line, what, "write it as the entries above it")
