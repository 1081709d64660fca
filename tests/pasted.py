"""Entries as people paste them into references.bib, read alone."""

from edition.model import Source
from edition.problems import Problems
from edition.read.bibliography import read_sources
from edition.reading import read_bibliography

OURS = "language = {english}, langid = {english}, keywords = {named},"
"""What the edition asks for beside what is pasted."""


def read(text: str) -> tuple[dict[str, Source], list[str]]:
    """The sources of a bibliography by their keys, and what cannot be read of it, each without the file's name."""
    problems = Problems()
    sources = {source.key: source for source in read_sources(text, problems).sources}
    return sources, [line.removeprefix("references.bib:") for line in problems.report()]


def judged(text: str) -> list[str]:
    """What is reported of a bibliography, by its reader and by the rules for sources."""
    problems = Problems()
    read_bibliography(text.encode(), problems)
    return [line.removeprefix("references.bib:") for line in problems.report()]


def entry(fields: str, kind: str = "book", key: str = "fox") -> str:
    """An entry, its fields on the line below the first."""
    return f"@{kind}{{{key},\n  {fields}\n}}\n"


def source_of(fields: str, kind: str = "book") -> Source:
    """The source of an entry in which nothing is wrong."""
    sources, report = read(entry(fields, kind))
    assert report == []
    return sources["fox"]


def faults_of_field(field: str, kind: str = "book") -> list[str]:
    """What cannot be read of a field, without line and key."""
    return [line.removeprefix("2: fox: ") for line in read(entry(field + ",", kind))[1]]
