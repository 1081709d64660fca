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
    """The facts that become unknown because of it: names of files, or of what a file states."""
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
    """The problems that some rules find in a subject."""
    for rule in rules:
        yield from rule(subject)


class Problems(list[Problem]):
    """The mistakes found so far, to which readers of files add theirs."""

    def add(self, file: str, line: int, what: str, remedy: str, *spoils: str) -> None:
        """Adds the mistake of something unreadable: the whole file and the facts in `spoils` become unknown."""
        self.append(Problem(file, line, what, remedy, {file, *spoils}, {kind_of(file, line)}))

    def of(self, file: str) -> Report:
        """A function by which the reader of one file reports problems."""
        return partial(self.add, file)

    def report(self) -> list[str]:
        """Each mistake once, as one line, sorted by file and line, without those that only follow from others."""
        spoiled = {fact for problem in self for fact in problem.spoils}
        return [str(p) for p in sorted({p for p in self if p.rests_on.isdisjoint(spoiled)})]


def kind_of(file: str, line: int) -> str:
    """The fact that the kind of a line is known: a heading, or part of a paragraph."""
    return f"{file}:{line}: kind"


def on_one_line(text: str) -> str:
    """Text that came from a file, safe to print inside a one-line message."""
    return re.sub(r"\s+", " ", text).strip()


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The remedy for an unknown name: the nearest known one, or what else to do."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise
