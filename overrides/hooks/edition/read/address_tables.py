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

REGISTER = "docs/data/register.csv"
REDIRECTS = "docs/data/redirects.csv"
REGISTER_COLUMNS = ("address", "edition")
REDIRECT_COLUMNS = ("from", "to")
SEGMENT = r"[A-Za-z0-9_][A-Za-z0-9._-]*"
PLACE = re.compile(rf"(\./|({SEGMENT}/)+)(#[A-Za-z0-9][A-Za-z0-9:._-]*)?")
"""A page, or an id on it."""
FILE = re.compile(rf"({SEGMENT}/)*{SEGMENT}")
NUMBER = re.compile(r"[1-9][0-9]{0,5}")
MOST_STRAYS = 5
"""The most lines out of order of which each is reported: more are mended together."""


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
        found: dict[str, list[str]] = {}
        for address in self:
            if "#" in address:
                found.setdefault(address.partition("#")[0], []).append(address)
        return found


def read_register(text: str, current: int, problems: Problems) -> Register:
    """The register; `current` is the number of the edition that is being built, which no line may exceed."""
    found, folded = Register(), dict[str, Entry]()
    for line, (address, edition) in rows(text, REGISTER, REGISTER_COLUMNS, problems):
        faults = list(entry_faults(address, edition, current, found, folded))
        for what, mend in faults:
            problems.add(REGISTER, line, what, mend)
        if not faults:
            found[address] = folded[address.casefold()] = Entry(address, int(edition), line)
    return found


def entry_faults(
    address: str, edition: str, current: int, found: Register, folded: Mapping[str, Entry]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a line of the register, and how to mend it."""
    if not (PLACE.fullmatch(address) or FILE.fullmatch(address)):
        mend = "write a page ('about/'), an id on it ('about/#rules') or a file ('edition.json')"
        yield f"address '{address}' breaks the pattern", mend
    elif address in found:
        what = f"'{address}' is doubled, first on line {found[address].line}"
        yield what, "delete one of the two, that of the later edition"
    elif twin := folded.get(address.casefold()):
        what = f"'{address}' differs from '{twin.address}' on line {twin.line} in capitals alone"
        yield what, "delete the one that was never published"
    if not NUMBER.fullmatch(edition):
        yield f"edition '{edition}' is no number", "write the edition's number, such as 1"
    elif int(edition) > current:
        mend = "write the edition in which the address first appeared"
        yield f"edition {edition} is yet to come: the current one is {current}", mend


def out_of_order(entries: Sequence[Entry]) -> Iterator[Problem]:
    """The lines are sorted by `order`, so that two branches that add lines can be merged."""
    kept = longest_sorted(entries)
    orders, lines = [order(entry.address) for entry in kept], {entry.line for entry in kept}
    strays = [entry for entry in entries if entry.line not in lines]
    if len(strays) > MOST_STRAYS:
        mend = f"get the file back, git checkout {REGISTER}, then add what is new, make register"
        what = f"{len(strays)} lines stand out of order, this is the first"
        yield Problem(REGISTER, strays[0].line, what, mend)
        return
    for entry in strays:
        at = bisect_left(orders, order(entry.address))
        place = f"above '{kept[at].address}'" if at < len(kept) else "to the end"
        what = f"'{entry.address}' stands out of order"
        yield Problem(REGISTER, entry.line, what, f"move the line {place}")


def longest_sorted(entries: Sequence[Entry]) -> list[Entry]:
    """The most entries that are in order already, so that no line is reported that may stay."""
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
    """What addresses are sorted by: numbers count as numbers, so p2 comes before p12 and p12a after it."""
    parts = re.split(r"([0-9]+)", address)
    return tuple(int(part) if at % 2 else part for at, part in enumerate(parts)), address


def read_redirects(text: str, problems: Problems) -> Redirects:
    """The redirects; each leads from an address that moved to one that exists, or to another redirect."""
    found: dict[str, Redirect] = {}
    for line, (source, target) in rows(text, REDIRECTS, REDIRECT_COLUMNS, problems):
        faults = list(redirect_faults(source, target, found))
        for what, mend in faults:
            problems.add(REDIRECTS, line, what, mend)
        if not faults:
            found[source] = Redirect(source, target, line)
    redirects = Redirects(found)
    for redirect, circle in redirects.circles():
        what = f"'{redirect.source}' leads in a circle: {' → '.join(circle)}"
        problems.add(REDIRECTS, redirect.line, what, "let it lead to a place that exists")
    return redirects


def redirect_faults(
    source: str, target: str, found: Mapping[str, Redirect]
) -> Iterator[tuple[str, str]]:
    """What is wrong with a line of the redirects, and how to mend it."""
    for address in (source, target):
        if not PLACE.fullmatch(address):
            mend = "write a page ('about/') or an id on it ('about/#rules'); nothing else moves"
            yield f"address '{address}' breaks the pattern", mend
    if source in found:
        what = f"'{source}' is redirected twice, first on line {found[source].line}"
        yield what, "delete one of the two lines"


def rows(
    text: str, file: str, columns: tuple[str, str], problems: Problems
) -> Iterator[tuple[int, tuple[str, str]]]:
    """The rows of a table of two columns, with their lines, so far as they can be read."""
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
    """The values of one line; none where its quotation marks do not match."""
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error:
        return []
