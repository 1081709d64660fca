"""The real edition, for tests of what docs/ and references.bib hold."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from edition.model import Edition, Settings
from edition.problems import Problems
from edition.read.institutions import Institution, read_institutions
from edition.reading import read_edition

ROOT = Path(__file__).resolve().parents[1]
CHAPTERS = ("index", "digital-gaps", "cooperation-value", "foundations", "challenges", "roadmap")
ADDRESSES = ("", *(f"{name}/" for name in CHAPTERS[1:]))
PAGES = (*ADDRESSES, "sources/", "about/", "editions/", "404.html")
"""The addresses of its chapters, and of a page of each kind, below the site's."""
SETTINGS = Settings("Title", "Subtitle", "https://example.org/", 1, "2026-11-24")


@cache
def institutions() -> Mapping[str, Institution]:
    """The institutions of the real table, by their keys."""
    text, problems = (ROOT / "docs/data/institutions.csv").read_text(encoding="utf-8"), Problems()
    return read_institutions(text, problems)


@cache
def edition() -> Edition:
    """The edition as the build reads it."""
    files = {file.name: file.read_bytes() for file in (ROOT / "docs").glob("*.md")}
    problems = Problems()
    chapters = [f"{name}.md" for name in CHAPTERS]
    bibliography = (ROOT / "references.bib").read_bytes()
    found = read_edition(files, chapters, bibliography, SETTINGS, problems)
    assert problems.report() == []
    return found
