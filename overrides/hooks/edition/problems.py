"""Mistakes in what people write, collected so that one run reports them all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: where it stands (file, 1-based line; 0 for the file as a whole), what it is, how to mend it."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {on_one_line(self.what)}; {on_one_line(self.mend)}"


class Problems(list[Problem]):
    """The mistakes found so far."""

    def add(self, file: str, line: int, what: str, mend: str) -> None:
        self.append(Problem(file, line, what, mend))

    def report(self) -> list[str]:
        """Each mistake once, as one line, in the order of files and lines."""
        return [str(problem) for problem in sorted(set(self))]


def on_one_line(text: str) -> str:
    """Text that came from a file, safe to print inside a one-line message."""
    return re.sub(r"\s+", " ", text).strip()


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The mend for an unknown name: the nearest known one, or what else to do."""
    near = get_close_matches(word, sorted(known), n=1)
    return f"did you mean '{near[0]}'?" if near else otherwise
