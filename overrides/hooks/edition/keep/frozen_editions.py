"""The frozen editions: each a folder of docs/editions/, named after its day, that never changes."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from edition.keep.manifest import EDITIONS, manifest_problems
from edition.model import Citation, Settings
from edition.model.locators import Locator
from edition.problems import Problem, Problems
from edition.read.marks.typed_locators import read_printed
from edition.read.settings import NAMES, SETTINGS, fact, is_day

IN_ORDER = f"{EDITIONS}: in order"
"""The fact that it is known which edition is the last."""
EDITIONS_PAGE = "editions.md"
"""The page that lists them, which no file in docs/ holds."""
DATA = "edition.json"
SCHEMA = "edition-4.schema.json"
"""What describes the data, beside them. Where the data change, what describes them gets a name of its own, since the
last stands at its address for good: edition 1 names `edition.schema.json`."""


class CitedSource(NamedTuple):
    """A source as one note cites it: the note's number, the citation, and the note's explanation."""

    note: str
    citation: Citation
    explanation: str = ""


@dataclass(frozen=True)
class Wording:
    """A paragraph as editions are compared: its words, without note marks, and what its notes cite."""

    text: str
    cited: tuple[CitedSource, ...] = ()


@dataclass(frozen=True)
class FrozenEdition:
    """An edition as it was on its day, and the wording of its paragraphs, by their ids."""

    number: int
    date: str
    paragraphs: Mapping[str, Wording]
    pages: Mapping[str, str] = field(default_factory=dict)
    """The address of the page that each paragraph stands on, below the edition's own, by its id."""
    address: str = ""
    """What its printed addresses begin with; relative where it names no host."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False, compare=False)
    """All that it holds, by the paths in its folder."""

    @property
    def has_placeholder(self) -> bool:
        """Whether its printed addresses name a host that nobody can have (RFC 2606)."""
        return re.match(r"https?://example\.(org|com|net)/", self.address) is not None

    def address_of(self, paragraph_id: str) -> str:
        """The address of one of its paragraphs, below the site's."""
        return f"editions/{self.date}/{self.pages[paragraph_id]}#{paragraph_id}"


def read_editions(folder: Path, problems: Problems) -> tuple[FrozenEdition, ...]:
    """The frozen editions in a folder, the oldest first; each file is held to the checksum it was frozen with."""
    editions: list[FrozenEdition] = []
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if entry.name.startswith("."):
            continue
        name = f"{EDITIONS}/{entry.name}"
        if not (entry.is_dir() and is_day(entry.name)):
            remedy = "move it elsewhere: here each folder is an edition, named like 2026-11-24"
            problems.add(name, 0, "is no frozen edition", remedy, EDITIONS)
            continue
        files = files_of(entry)
        altered = list(manifest_problems(name, files))
        problems += altered
        editions += [] if altered else read_frozen(name, files, problems)
    problems += numbered_in_order(editions)
    return tuple(editions)


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it, but for those that MkDocs takes no notice of either.

    A link that leads nowhere is a file without content.
    """
    files = {file.relative_to(folder): file for file in folder.rglob("*") if not file.is_dir()}
    return {
        path.as_posix(): file.read_bytes() if file.exists() else b""
        for path, file in files.items()
        if not any(part.startswith(".") for part in path.parts)
    }


def read_frozen(
    name: str, files: Mapping[str, bytes], problems: Problems
) -> tuple[FrozenEdition, ...]:
    """The edition in a folder, by its edition.json; empty if that cannot be read."""
    try:
        edition = replace(parsed(json.loads(files[DATA])), files=files)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        what = f"cannot be read as an edition ({type(error).__name__}: {error})"
        problems.add(f"{name}/{DATA}", 0, what, f"get it back: git checkout {name}", EDITIONS)
        return ()
    if edition.date != name.rpartition("/")[2]:
        what = f"holds the edition of {edition.date}, not the one that its folder is named after"
        problems.add(f"{name}/{DATA}", 0, what, f"name the folder {edition.date}", EDITIONS)
        return ()
    return (edition,)


def parsed(data: Mapping[str, Any]) -> FrozenEdition:
    """The edition in some JSON. Raises LookupError, TypeError, ValueError or
    AttributeError where a part is missing or wrong."""
    paragraphs = [paragraph for chapter in data["chapters"] for paragraph in chapter["paragraphs"]]
    return FrozenEdition(
        int(data["edition"]["number"]),
        str(data["edition"]["date"]),
        {paragraph["id"]: worded(paragraph) for paragraph in paragraphs},
        {p["id"]: page_of(chapter) for chapter in data["chapters"] for p in chapter["paragraphs"]},
        str(data["edition"].get("address", "")),
    )


def page_of(chapter: Mapping[str, Any]) -> str:
    """The address of a chapter's page, below the edition's own."""
    return "" if chapter["id"] == "index" else f"{chapter['id']}/"


def worded(paragraph: Mapping[str, Any]) -> Wording:
    cited = (
        CitedSource(
            f"{note['n']}{note.get('letter', '')}",
            frozen_citation(note),
            note.get("explanation", ""),
        )
        for note in paragraph["notes"]
    )
    return Wording(" ".join(paragraph["text"].split()), tuple(cited))


def frozen_citation(note: Mapping[str, Any]) -> Citation:
    """What a note cites, and its words before and after that."""
    prefix, suffix = note.get("prefix", ""), note.get("suffix", "")
    return Citation(note["key"], frozen_locators(note), prefix, suffix)


def frozen_locators(note: Mapping[str, Any]) -> tuple[Locator, ...]:
    """A note's locators: their ranges, or, where an edition was frozen without them, what is printed."""
    if "ranges" not in note:
        return read_printed(note["locator"]) if note["locator"] else ()
    return tuple(
        Locator(tuple((first, last) for first, last in ranges), kind)
        for kind, ranges in note["ranges"].items()
    )


def numbered_in_order(editions: Sequence[FrozenEdition]) -> Iterator[Problem]:
    """Editions are numbered 1, 2, 3, … in the order of their days."""
    numbers = [0, *(edition.number for edition in editions)]
    for before, edition in zip(numbers, editions, strict=False):
        if edition.number != before + 1:
            above = f"edition {before}" if before else "none"
            what = f"is edition {edition.number}, but follows {above}"
            remedy = f"get back what was deleted or renamed: git checkout {EDITIONS}"
            file = f"{EDITIONS}/{edition.date}/{DATA}"
            yield Problem(file, 0, what, remedy, {IN_ORDER}, {EDITIONS})


def names_the_last(settings: Settings, editions: Sequence[FrozenEdition]) -> Iterator[Problem]:
    """Pages and citations name the last frozen edition, so that readers can look it up."""
    for last in editions[-1:]:
        if (settings.number, settings.date) != (last.number, last.date):
            what = f"extra.edition is number {settings.number} of {settings.date}"
            what += f", but the last frozen edition is number {last.number} of {last.date}"
            remedy = "set it back; a new edition is made by `make edition`"
            facts = {EDITIONS, IN_ORDER, fact(NAMES["number"]), fact(NAMES["date"])}
            yield Problem(SETTINGS, 0, what, remedy, rests_on=facts)
