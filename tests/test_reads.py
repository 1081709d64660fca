"""A build reads everything once: each file that people write or that was frozen, each text that it parses."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from project import ADDRESSES


class Counts(NamedTuple):
    """How often our own code opened each file of the project, and parsed each text, by its kind."""

    opened: dict[str, int]
    parsed: list[tuple[str, str, int]]

    def times(self, kind: str) -> list[int]:
        """How often it parsed each text of a kind that it parsed at all."""
        return [times for each, _, times in self.parsed if each == kind and times]


@pytest.fixture(scope="module")
def counts(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Counts:
    """The counts of one build of the real site."""
    folder = tmp_path_factory.mktemp("counts")
    command = ["build", "--strict", "--site-dir", str(folder / "site")]
    program = [sys.executable, str(Path(__file__).with_name("counting.py"))]
    environment = {"PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1", **ADDRESSES}
    done = subprocess.run(
        [*program, str(folder / "counts.json"), *command],
        cwd=checkout, env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Counts(**json.loads((folder / "counts.json").read_text(encoding="utf-8")))


def test_each_file_of_a_frozen_edition_is_read_once(counts: Counts, checkout: Path) -> None:
    files = [file for file in (checkout / "docs/editions").rglob("*") if file.is_file()]
    found = [counts.opened.get(file.relative_to(checkout).as_posix()) for file in files]
    assert len(files) > 10 and set(found) == {1}


def test_what_people_write_is_read_once(counts: Counts, checkout: Path) -> None:
    pages = [file.relative_to(checkout).as_posix() for file in (checkout / "docs").glob("*.md")]
    tables = [file.relative_to(checkout).as_posix() for file in checkout.glob("docs/data/*.csv")]
    found = {name: counts.opened.get(name) for name in ("references.bib", *pages, *tables)}
    assert len(found) > 9 and {name: times for name, times in found.items() if times != 1} == {}


def test_the_bibliography_is_parsed_once(counts: Counts) -> None:
    assert counts.times("BibTeX") == [1]


def test_no_text_is_parsed_twice(counts: Counts) -> None:
    times = counts.times("Markdown")
    assert len(times) > 7 and set(times) == {1}
