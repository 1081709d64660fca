"""The frozen editions: each a folder of docs/editions/, named after its day, that never changes."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from edition.keep.manifest import check_manifest
from edition.model import Settings
from edition.model.locators import Locator, read_printed
from edition.problems import Problems
from edition.read.settings import FORMS, SETTINGS
from edition.rules.source_rules import in_calendar

EDITIONS = "docs/editions"
EDITIONS_PAGE = "editions.md"
"""The page that lists them, which no file in docs/ holds."""
DATA = "edition.json"
SCHEMA = "edition-3.schema.json"
"""What describes the data, beside them. Where the data change, what describes them gets a name of its own, since the
last stands at its address for good: edition 1 names `edition.schema.json`."""


class CitedSource(NamedTuple):
    """What one note cites: its number, the source's citation key, where in it, and what it explains, if anything."""

    note: str
    key: str
    locator: Locator | None = None
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

    def place(self, ident: str) -> str:
        """Where it has a paragraph, below the site's address."""
        return f"editions/{self.date}/{self.pages[ident]}#{ident}"


def read_editions(folder: Path, problems: Problems) -> tuple[FrozenEdition, ...]:
    """The frozen editions in a folder, the oldest first; each file is held to the checksum it was frozen with."""
    found: list[FrozenEdition] = []
    before = len(problems)
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if entry.name.startswith("."):
            continue
        place = f"{EDITIONS}/{entry.name}"
        if not (entry.is_dir() and is_day(entry.name)):
            mend = "move it elsewhere: here each folder is an edition, named like 2026-11-24"
            problems.add(place, 0, "is no frozen edition", mend)
        elif check_manifest(place, files := files_of(entry), problems):
            found += read_frozen(place, files, problems)
    if len(problems) == before:
        check_numbers(found, problems)
    return tuple(found)


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, as YYYY-MM-DD (ISO 8601)."""
    return re.fullmatch(FORMS["date"][0], text) is not None and in_calendar(text)


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their paths in it, but for those that MkDocs takes no notice of either.

    A link that leads nowhere is a file without content.
    """
    found = {file.relative_to(folder): file for file in folder.rglob("*") if not file.is_dir()}
    return {
        path.as_posix(): file.read_bytes() if file.exists() else b""
        for path, file in found.items()
        if not any(part.startswith(".") for part in path.parts)
    }


def read_frozen(
    place: str, files: Mapping[str, bytes], problems: Problems
) -> tuple[FrozenEdition, ...]:
    """The edition of a folder, as its edition.json has it; none where that cannot be read."""
    mend = f"get it back: git checkout {place}"
    try:
        edition = replace(parsed(json.loads(files[DATA])), files=files)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        what = f"cannot be read as an edition ({type(error).__name__}: {error})"
        problems.add(f"{place}/{DATA}", 0, what, mend)
        return ()
    if edition.date != place.rpartition("/")[2]:
        what = f"holds the edition of {edition.date}, not the one that its folder is named after"
        problems.add(f"{place}/{DATA}", 0, what, f"name the folder {edition.date}")
        return ()
    return (edition,)


def parsed(data: Mapping[str, Any]) -> FrozenEdition:
    """The edition that some JSON states; raises what a missing or mistaken part raises."""
    found = [paragraph for chapter in data["chapters"] for paragraph in chapter["paragraphs"]]
    return FrozenEdition(
        int(data["edition"]["number"]),
        str(data["edition"]["date"]),
        {paragraph["id"]: worded(paragraph) for paragraph in found},
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
            note["key"],
            frozen_locator(note),
            note.get("explanation", ""),
        )
        for note in paragraph["notes"]
    )
    return Wording(" ".join(paragraph["text"].split()), tuple(cited))


def frozen_locator(note: Mapping[str, Any]) -> Locator | None:
    """A note's locator: its ranges, or, where an edition was frozen without them, what is printed."""
    if "ranges" not in note:
        return read_printed(note["locator"]) if note["locator"] else None
    ((kind, ranges),) = note["ranges"].items()
    return Locator(tuple((first, last) for first, last in ranges), kind)


def check_numbers(editions: list[FrozenEdition], problems: Problems) -> None:
    """Editions are numbered 1, 2, 3, … in the order of their days."""
    for before, after in zip(
        [0, *(edition.number for edition in editions)], editions, strict=False
    ):
        if after.number != before + 1:
            place = f"{EDITIONS}/{after.date}"
            what = f"is edition {after.number}, but follows {f'edition {before}' if before else 'none'}"
            mend = f"get back what was deleted or renamed: git checkout {EDITIONS}"
            problems.add(f"{place}/{DATA}", 0, what, mend)


def check_settings(
    settings: Settings, editions: tuple[FrozenEdition, ...], problems: Problems
) -> None:
    """Pages and citations name the last edition that was frozen, so that what they name can be looked up."""
    if editions and (settings.number, settings.date) != (editions[-1].number, editions[-1].date):
        last = editions[-1]
        what = f"extra.edition is number {settings.number} of {settings.date}"
        what += f", but the last frozen edition is number {last.number} of {last.date}"
        problems.add(SETTINGS, 0, what, "set it back; a new edition is made by `make edition`")
