"""Measures the edition beside bare HTML and plain Material, prints tables; ends with 1 where a budget is exceeded."""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise

from bench import budgets, building, growing, sites
from bench.phone import chromium
from bench.reading import CHAPTER, Reading
from bench.searching import Searching
from bench.serving import serving
from bench.table import Row, table, verdict
from bench.typefaces import misses

WORK = sites.ROOT / ".build" / "bench"
ROUNDS, VISITS = 15, 10
"""Of those that are measured, and of those that are only looked at."""


class Bench:
    """One run: the sites that it makes, and what is measured of them."""

    def __init__(self, rounds: int, times: list[int]) -> None:
        self.rounds, self.times = rounds, times
        self.ours, self.plain, self.sites = WORK / "ours", WORK / "plain", WORK / "sites"

    def make(self) -> None:
        """Ours first, since the other two are made of what it holds."""
        said("making the three sites")
        site = sites.built(sites.copied(self.ours), self.sites / "ours")
        sites.bare_site(site, self.sites / "floor")
        sites.built(sites.plain_project(site, self.plain), self.sites / "plain")

    def reading(self) -> Iterator[Row]:
        """What a reader waits for."""
        with serving(self.sites) as served, chromium(served) as browser:
            read = Reading(browser, served, sites.a_source(self.sites / "ours"))
            read.warm()
            for number in range(self.rounds):
                said(f"reading, round {number + 1} of {self.rounds}")
                read.round(number)
            said("reading, on a line without delay")
            visits = min(self.rounds, VISITS)
            missed = misses(browser, f"{served.address}ours/{CHAPTER}", visits)
        print(*dict.fromkeys(read.faults), *budgets.spread(read.samples), sep="\n")
        print("", "In short:", "", *budgets.summary(read.samples), "", sep="\n")
        yield from budgets.reading_rows(read.samples)
        yield from budgets.typeface_rows(missed, visits)
        yield from budgets.fault_rows(read.faults)

    def search(self) -> Iterator[Row]:
        """What a search takes."""
        with serving(self.sites) as served, chromium(served) as browser:
            search = Searching(browser, served, "ours")
            for number in range(self.rounds):
                said(f"search, round {number + 1} of {self.rounds}")
                search.round()
        yield from budgets.search_rows(search.first, search.later)
        yield from budgets.fault_rows(search.faults)

    def building(self) -> Iterator[Row]:
        """What a build takes, and the step from an edit to its page."""
        rounds = max(1, self.rounds // 3)
        said(f"building, {rounds} rounds")
        fresh = sites.copied(WORK / "fresh")
        yield from budgets.building_rows(*building.builds(self.plain, self.ours, fresh, rounds))
        said(f"saving, {rounds} rounds")
        with serving(self.sites) as served, chromium(served) as browser:
            plain, ours = (building.saved(browser, one, rounds) for one in (self.plain, self.ours))
        yield from budgets.saving_rows(plain, ours)

    def growth(self) -> Iterator[Row]:
        """What more content costs."""
        sizes = []
        for times in (1, *self.times):
            said(f"growing to {times} times the content")
            sizes.append(growing.sized(WORK, times, warm=self.rounds > 1))
        for small, large in pairwise(sizes):
            yield from growing.growth_rows(small, large)


PARTS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "reading": Bench.reading,
    "search": Bench.search,
    "building": Bench.building,
    "growth": Bench.growth,
}


def said(*what: str) -> None:
    print(*what, sep="\n", file=sys.stderr, flush=True)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--only", choices=PARTS, nargs="*", help="leave the other parts out")
    parser.add_argument("--times", type=int, nargs="*", default=[10], help="sizes to grow to")
    return parser.parse_args()


def main() -> None:
    asked = options()
    shutil.rmtree(WORK, ignore_errors=True)
    bench, rows, parts = Bench(asked.rounds, asked.times), [], asked.only or list(PARTS)
    if parts != ["growth"]:
        bench.make()
    for name in parts:
        found = list(PARTS[name](bench))
        print(*table(found), "", sep="\n", flush=True)
        rows += found
    sys.exit(verdict(rows) or 0)


if __name__ == "__main__":
    main()
