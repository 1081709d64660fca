"""What ten and a hundred times the content cost: each step of the build, the pages, the search; beside plain's."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.grown import grown
from bench.phone import chromium
from bench.searching import Searching
from bench.serving import serving
from bench.sites import environment, plain_project
from bench.table import Row

ALLOWANCE = 1.5
"""How much more than in proportion still counts as in proportion: what times differ by from run to run."""
FEW, FEWER = 0.1, 0.01
"""A step that takes fewer seconds than these, at the larger and at the smaller size, is too short to say anything."""
CHAPTER, SOURCES, SEARCH = "A chapter's page", "The list of sources", "The data of the search"
PAGES = {CHAPTER: "digital-gaps/index.html", SOURCES: "sources/index.html"}
INDEX = "search/search_index.json"
"""What Material's search looks through."""


@dataclass(frozen=True)
class Costs:
    """The processor's seconds in each step of a build; the bytes of what it makes, before they are packed."""

    seconds: Mapping[str, float]
    bytes: Mapping[str, float]


@dataclass(frozen=True)
class Size:
    """What so many times the content cost."""

    times: int
    ours: Costs
    plain: Costs


def sized(work: Path, times: int, warm: bool = True) -> Size:
    """Builds the edition and plain Material at one size, and weighs both; warm: with what an earlier build kept."""
    sites = work / f"sites-{times}"
    ours, plain = sites / "ours", sites / "plain"
    project = grown(work / f"ours-{times}", times)
    if warm:
        steps(project, ours)
    seconds = steps(project, ours)
    weights: dict[str, float] = {name: weight(ours / file) for name, file in PAGES.items()}
    return Size(
        times,
        Costs(seconds, weights | {SEARCH: searched(sites)}),
        Costs(
            steps(plain_project(ours, work / f"plain-{times}"), plain),
            {CHAPTER: weight(plain / PAGES[CHAPTER]), SEARCH: weight(plain / INDEX)},
        ),
    )


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


def weight(file: Path) -> int:
    return file.stat().st_size


def searched(sites: Path) -> int:
    """The bytes of the files that a first search asks for."""
    with serving(sites) as served, chromium(served) as browser:
        search = Searching(browser, served, "ours", slow=False)
        with search.first_search():
            return search.bytes


def growth_rows(small: Size, large: Size) -> Iterator[Row]:
    """Each cost at the larger size as a multiple of that at the smaller one; at most as many times as the content."""
    most = large.times / small.times * ALLOWANCE
    steps = {step: time for step, time in large.ours.seconds.items() if time >= FEW}
    for step in sorted(steps, key=lambda step: -steps[step]):
        plain = grew(small.plain.seconds, large.plain.seconds, step, " s")
        yield row(f"Build: {step}", small.ours.seconds.get(step, 0), steps[step], most, " s", plain)
    for name, after in large.ours.bytes.items():
        plain = grew(small.plain.bytes, large.plain.bytes, name, " B")
        yield row(name, small.ours.bytes[name], after, most, " B", plain)


def row(name: str, before: float, after: float, most: float, unit: str, plain: str) -> Row:
    told = f"{told_of(before, after, unit)}{plain}"
    return Row(name, after / max(before, FEWER), most, " ×", 1, told)


def told_of(before: float, after: float, unit: str) -> str:
    places = 2 if unit == " s" else 0
    return f"{before:,.{places}f} to {after:,.{places}f}{unit}"


def grew(small: Mapping[str, float], large: Mapping[str, float], name: str, unit: str) -> str:
    """How plain Material grew alike, where it has such a thing at all."""
    if not small.get(name) or not large.get(name):
        return ""
    before, after = small[name], large[name]
    return f"; plain {after / before:.1f} ×, {told_of(before, after, unit)}"
