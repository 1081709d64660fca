"""Reads docs/data/register.csv and docs/data/redirects.csv: what was published, and where what moved is now.

An address is written below the site's: a page (`about/`, the home page `./`), an id on a page
(`about/#rules`), or a file (`sources/sources.bib`).
"""

import csv
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.keep.redirects import Redirect, Redirects
from edition.problems import Problem, Problems
from edition.read.settings import NAMES, fact

REGISTER = "docs/data/register.csv"
REDIRECTS = "docs/data/redirects.csv"
REGISTER_COLUMNS = ("address", "edition")
REDIRECT_COLUMNS = ("from", "to")
SEGMENT = r"[A-Za-z0-9_][A-Za-z0-9._-]*"
PLACE = re.compile(rf"(\./|({SEGMENT}/)+)(#[A-Za-z0-9][A-Za-z0-9:._-]*)?")
"""A page, or an id on it."""
FILE = re.compile(rf"({SEGMENT}/)*{SEGMENT}")
NUMBER = re.compile(r"[1-9][0-9]{0,5}")
MOST_MISPLACED = 5
"""The most lines out of order that are reported one by one; more are reported as one problem."""


@dataclass(frozen=True)
class Entry:
    """One line of the register: an address, the number of the edition in which it first appeared, the line."""

    address: str
    edition: int
    line: int


class Register(dict[str, Entry]):
    """The entries of the register by address."""

    @cached_property
    def ids(self) -> Mapping[str, Sequence[str]]:
        """The addresses of the ids that each page ever had, by the page's."""
        by_page: dict[str, list[str]] = {}
        for address in self:
            if "#" in address:
                by_page.setdefault(address.partition("#")[0], []).append(address)
        return by_page


def read_register(text: str, current: int, problems: Problems) -> Register:
    """Reads the register; `current` is the number of the edition that is being built, which no line may exceed."""
    register, folded = Register(), dict[str, Entry]()
    for line, (address, edition) in rows(text, REGISTER, REGISTER_COLUMNS, problems):
        wrong = [
            *address_problems(address, line, register, folded),
            *edition_problems(edition, line, current),
        ]
        problems += wrong
        if not wrong:
            register[address] = folded[address.casefold()] = Entry(address, int(edition), line)
    return register


def address_problems(
    address: str, line: int, above: Register, folded: Mapping[str, Entry]
) -> Iterator[Problem]:
    """An address in the register has the form of one, and stands there once, whatever its capitals."""
    if not (PLACE.fullmatch(address) or FILE.fullmatch(address)):
        what = f"address '{address}' breaks the pattern"
        remedy = "write a page ('about/'), an id on it ('about/#rules') or a file ('edition.json')"
    elif address in above:
        what = f"'{address}' is doubled, first on line {above[address].line}"
        remedy = "delete one of the two, that of the later edition"
    elif twin := folded.get(address.casefold()):
        what = f"'{address}' differs from '{twin.address}' on line {twin.line} in capitals alone"
        remedy = "delete the one that was never published"
    else:
        return
    yield Problem(REGISTER, line, what, remedy)


def edition_problems(edition: str, line: int, current: int) -> Iterator[Problem]:
    """An address first appeared in an edition that there is, given by its number."""
    if not NUMBER.fullmatch(edition):
        what = f"edition '{edition}' is no number"
        yield Problem(REGISTER, line, what, "write the edition's number, such as 1")
    elif int(edition) > current:
        what = f"edition {edition} is yet to come: the current one is {current}"
        remedy = "write the edition in which the address first appeared"
        yield Problem(REGISTER, line, what, remedy, rests_on={fact(NAMES["number"])})


def out_of_order(entries: Sequence[Entry]) -> Iterator[Problem]:
    """The lines are sorted by `order`, so that two branches that add lines can be merged."""
    kept = longest_sorted(entries)
    orders, lines = [order(entry.address) for entry in kept], {entry.line for entry in kept}
    misplaced = [entry for entry in entries if entry.line not in lines]
    if len(misplaced) > MOST_MISPLACED:
        remedy = f"get the file back, git checkout {REGISTER}, then add what is new, make register"
        what = f"{len(misplaced)} lines stand out of order, this is the first"
        yield Problem(REGISTER, misplaced[0].line, what, remedy)
        return
    for entry in misplaced:
        at = bisect_left(orders, order(entry.address))
        where = f"above '{kept[at].address}'" if at < len(kept) else "to the end"
        what = f"'{entry.address}' stands out of order"
        yield Problem(REGISTER, entry.line, what, f"move the line {where}")


def longest_sorted(entries: Sequence[Entry]) -> list[Entry]:
    """The longest subsequence of entries that is in order, so that as few lines as possible are reported.

    Patience sorting: `ends` has, for each length, the lowest last entry of a sorted run.
    """
    ends: list[tuple[Order, int]] = []
    before: list[int] = []
    for index, entry in enumerate(entries):
        at = bisect_right(ends, (order(entry.address), index))
        before.append(ends[at - 1][1] if at else -1)
        ends[at : at + 1] = [(order(entry.address), index)]
    index, kept = ends[-1][1] if ends else -1, []
    while index >= 0:
        kept.append(entries[index])
        index = before[index]
    return kept[::-1]


Order = tuple[tuple[str | int, ...], str]


def order(address: str) -> Order:
    """The sort key of an address: numbers sort as numbers, so p2 comes before p12 and p12a after it."""
    parts = re.split(r"([0-9]+)", address)
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), address


def read_redirects(text: str, problems: Problems) -> Redirects:
    """Reads the redirects; each leads from an address that moved to one that exists, or to another redirect."""
    by_source: dict[str, Redirect] = {}
    for line, (source, target) in rows(text, REDIRECTS, REDIRECT_COLUMNS, problems):
        wrong = list(redirect_problems(source, target, line, by_source))
        problems += wrong
        if not wrong:
            by_source[source] = Redirect(source, target, line)
    redirects = Redirects(by_source)
    problems += leading_in_circles(redirects)
    return redirects


def redirect_problems(
    source: str, target: str, line: int, above: Mapping[str, Redirect]
) -> Iterator[Problem]:
    """A redirect leads from a page or an id to a page or an id, and no other leads from the same."""
    for address in (source, target):
        if not PLACE.fullmatch(address):
            what = f"address '{address}' breaks the pattern"
            remedy = "write a page ('about/') or an id on it ('about/#rules'); nothing else moves"
            yield Problem(REDIRECTS, line, what, remedy)
    if source in above:
        what = f"'{source}' is redirected twice, first on line {above[source].line}"
        yield Problem(REDIRECTS, line, what, "delete one of the two lines")


def leading_in_circles(redirects: Redirects) -> Iterator[Problem]:
    """No redirects form a circle."""
    for redirect, circle in redirects.circles():
        what = f"'{redirect.source}' leads in a circle: {' → '.join(circle)}"
        yield Problem(REDIRECTS, redirect.line, what, "let it lead to a place that exists")


def rows(
    text: str, file: str, columns: tuple[str, str], problems: Problems
) -> Iterator[tuple[int, tuple[str, str]]]:
    """The readable rows of a table of two columns, with their line numbers."""
    lines = text.split("\n")
    if lines[-1] == "" and len(lines) > 1:
        lines.pop()
    header = ",".join(columns)
    if lines[0] != header:
        problems.add(file, 1, "the first line is not the header", f"write '{header}'")
    for number, line in enumerate(lines[1:], 2):
        values = split(line)
        if len(values) == 2:
            yield number, (values[0], values[1])
        else:
            what = f"{len(values)} values where 2 belong" if values else "no values"
            problems.add(file, number, what, f"write '{header}', or delete the line")


def split(line: str) -> list[str]:
    """The values of one line of CSV; empty if its quotation marks do not match."""
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return []
