"""Mistakes in what people write, collected so that one run reports them all."""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import partial
from typing import TypeVar

Subject = TypeVar("Subject")
Report = Callable[[int, str, str], None]
"""Reports a problem of one file: the line, what is wrong, the remedy."""


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands (file, 1-based line; 0 for the file as a whole), what it is, its remedy."""

    file: str
    line: int
    what: str
    remedy: str
    spoils: Set[str] = field(default=frozenset(), compare=False)
    """The facts that cannot be known because of it: names of files, or of what a file states."""
    rests_on: Set[str] = field(default=frozenset(), compare=False)
    """The facts without which nobody knows whether it is a mistake at all."""
    signs: tuple[str, ...] = field(default=(), compare=False)
    """The words of a built page by which the line that people wrote is found."""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {on_one_line(self.what)}; {on_one_line(self.remedy)}"


Rule = Callable[[Subject], Iterator[Problem]]
"""A rule: its docstring says what must hold, its problems where it does not."""


def judged(subject: Subject, rules: Iterable[Rule[Subject]]) -> Iterator[Problem]:
    """All that some rules find wrong with something."""
    for rule in rules:
        yield from rule(subject)


class Problems(list[Problem]):
    """The mistakes found so far. Whoever reads a file gets this, and adds what cannot be read."""

    def add(self, file: str, line: int, what: str, remedy: str, *spoils: str) -> None:
        """Adds what a reader could not read: the file is not known as a whole, and `spoils` are not known either."""
        self.append(Problem(file, line, what, remedy, {file, *spoils}, {kind_of(file, line)}))

    def of(self, file: str) -> Report:
        """What a reader of one file reports its problems to."""
        return partial(self.add, file)

    def report(self) -> list[str]:
        """Each mistake once, as one line, in the order of files and lines; none that only follows from another."""
        spoiled = {fact for problem in self for fact in problem.spoils}
        return [str(p) for p in sorted(set(self)) if p.rests_on.isdisjoint(spoiled)]


def kind_of(file: str, line: int) -> str:
    """The fact that it is known what a line is: a heading, or part of a paragraph."""
    return f"{file}:{line}: kind"


def on_one_line(text: str) -> str:
    """Text that came from a file, safe to print inside a one-line message."""
    return re.sub(r"\s+", " ", text).strip()


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The remedy for an unknown name: the nearest known one, or what else to do."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise
