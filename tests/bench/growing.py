"""What ten and a hundred times the content cost: each step of the build, the pages, the search; beside plain's."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import brotli

from bench.phone import chromium
from bench.searching import Searching
from bench.serving import serving
from bench.sites import copied, environment, plain_project
from bench.table import Row

ALLOWANCE = 1.2
"""How much more than in proportion still counts as in proportion: what times differ by from run to run."""
FEW = 0.1
"""A step that takes fewer seconds than this at the larger size is too short to say anything."""
PAGES = {"A chapter's page": "digital-gaps/index.html", "The list of sources": "sources/index.html"}
CHAPTER = """---
title: "Chapter {number}"
description: "Grown content for the bench."
standfirst: "Grown content."
summary: "Grown content"
claim: "grown content"
notes: "{first}–{last}"
---

{body}
"""
WORD = re.compile(r"\b[a-z]{2,}\b")
SENTENCES, WORDS = 6, 12
"""Of a grown paragraph, and of each of these."""


@dataclass(frozen=True)
class Size:
    """What a number of times the content costs: seconds by step, bytes by page, bytes of a search."""

    times: int
    steps: dict[str, float]
    plain_steps: dict[str, float]
    pages: dict[str, int]
    plain_page: float
    search: float
    plain_search: float


def grown(folder: Path, times: int) -> Path:
    """A copy of the project with so many times its sources and paragraphs."""
    copied(folder)
    bibliography = folder / "references.bib"
    entries = re.findall(r"^@\w+\{.*?^\}", bibliography.read_text("utf-8"), re.M | re.S)
    cited = [entry for entry in entries if "keywords = {cited}" in entry]
    with bibliography.open("a", encoding="utf-8") as bib:
        bib.writelines(f"\n\n{again(entry, copy)}\n" for copy in range(1, times) for entry in cited)
    words = WORD.findall((folder / "docs/roadmap.md").read_text("utf-8"))
    for copy in range(1, times):
        text = chapter(copy, [key_of(entry) for entry in cited], Random(copy), words)
        (folder / "docs" / f"grown-{copy}.md").write_text(text, encoding="utf-8")
    listed = "".join(f"      - grown-{copy}.md\n" for copy in range(1, times))
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("      - roadmap.md\n", f"      - roadmap.md\n{listed}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def key_of(entry: str) -> str:
    return entry.partition("{")[2].partition(",")[0]


def again(entry: str, copy: int) -> str:
    """An entry under another key."""
    return entry.replace(key_of(entry), f"{key_of(entry)}-{copy}", 1)


def chapter(copy: int, keys: list[str], chance: Random, words: list[str]) -> str:
    """A chapter in which each paragraph cites one source, and a last one cites four of them again."""
    copies = [f"{key}-{copy}" for key in keys]
    cited = [[f"[@{key}, p. 5]"] for key in copies] + [[f"[@{key}, p. 7]" for key in copies[:4]]]
    number = 26 + len(cited) * (copy - 1)
    body = "\n\n".join(
        f"{paragraph(marks, chance, words)}\n{{ #p{number + at} }}"
        for at, marks in enumerate(cited, 1)
    )
    notes = len(keys) + 4
    first = 29 + notes * (copy - 1)
    return CHAPTER.format(number=copy + 5, first=first, last=first + notes - 1, body=body)


def paragraph(marks: list[str], chance: Random, words: list[str]) -> str:
    """Sentences of words in any order, so that they pack no better than text; the last ones bear the notes."""
    ends = [""] * (SENTENCES - len(marks)) + marks
    return "\n".join(f"It says {' '.join(chance.choices(words, k=WORDS))}.{end}" for end in ends)


def sized(work: Path, times: int) -> Size:
    """Builds the edition and plain Material at one size, and weighs both."""
    project, sites = grown(work / f"grown-{times}", times), work / f"sites-{times}"
    ours, plain = sites / "ours", sites / "plain"
    steps(project, ours)
    again = steps(project, ours)
    plain_steps = steps(plain_project(ours, work / f"plain-{times}"), plain)
    pages = {name: packed(ours / file) for name, file in PAGES.items()}
    plain_page = packed(plain / PAGES["A chapter's page"])
    index = packed(plain / "search/search_index.json")
    return Size(times, again, plain_steps, pages, plain_page, searched(sites), index)


def steps(project: Path, site: Path) -> dict[str, float]:
    """The seconds of each step of a build."""
    command = [sys.executable, "-m", "bench.steps", str(site)]
    paths = {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    done = subprocess.run(
        command, cwd=project, env=environment() | paths, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"No build of {project}:\n{done.stderr}")
    return dict(json.loads(done.stdout.splitlines()[-1]))


def packed(file: Path) -> int:
    return len(brotli.compress(file.read_bytes(), quality=5))


def searched(sites: Path) -> int:
    """The bytes that a first search asks for."""
    with serving(sites) as served, chromium(served) as browser:
        search = Searching(browser, served, "ours", slow=False)
        with search.first_search():
            return search.bytes


def growth_rows(small: Size, large: Size) -> Iterator[Row]:
    """Each cost at the larger size as a multiple of the smaller one's; at most as much more as there is content."""
    grew = large.times / small.times
    for step, after in sorted(large.steps.items(), key=lambda one: -one[1]):
        if after >= FEW:
            before, plain = (
                small.steps.get(step, 0),
                (small.plain_steps.get(step), large.plain_steps.get(step)),
            )
            yield row(f"Build: {step}", before, after, grew, " s", 2, plain)
    for name, after in large.pages.items():
        plain = (small.plain_page, large.plain_page) if name == "A chapter's page" else (None, None)
        yield row(name, small.pages[name], after, grew, " B", 0, plain)
    yield row(
        "Search data",
        small.search,
        large.search,
        grew,
        " B",
        0,
        (small.plain_search, large.plain_search),
    )


def row(
    name: str, before: float, after: float, grew: float, unit: str, places: int,
    plain: tuple[float | None, float | None],
) -> Row:  # fmt: skip
    told = f"{before:,.{places}f} to {after:,.{places}f}{unit}"
    if plain[0] and plain[1]:
        told += f"; plain {plain[1] / plain[0]:.1f} ×, {plain[0]:,.{places}f} to {plain[1]:,.{places}f}{unit}"
    return Row(name, after / before if before else 0, grew * ALLOWANCE, " ×", 1, told)
