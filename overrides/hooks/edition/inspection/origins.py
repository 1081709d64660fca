"""Traces a fault in a built page to its typed source: the line that holds it, or else the page's file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from edition.problems import Problem

FEWEST = 8
"""The fewest characters by which a line is recognised; shorter words stand in too many lines."""


class Origin(NamedTuple):
    """A file that people write, and the line in it; 0 for all of it."""

    file: str
    line: int = 0


@dataclass(frozen=True)
class Origins:
    """The typed file of each page, and the typed texts, which are read only if there is a fault."""

    pages: Mapping[str, Origin] = field(default_factory=dict)
    texts: Callable[[], Mapping[str, str]] = dict

    @cached_property
    def lines(self) -> list[tuple[Origin, str]]:
        """Every line of the texts, as a page would show it, with where it stands."""
        return [
            (Origin(file, number), unescape(line).casefold())
            for file, text in self.texts().items()
            for number, line in enumerate(text.splitlines(), 1)
        ]

    def of(self, problems: Sequence[Problem]) -> Origin | None:
        """What brought the same problem on some pages, where that is known."""
        signs = [sign.strip().casefold() for sign in problems[0].signs]
        return self.line_with(signs) or self.page_of(problems)

    def line_with(self, signs: Sequence[str]) -> Origin | None:
        """The line that holds all of some words; None unless there is exactly one."""
        if len("".join(signs)) < FEWEST:
            return None
        lines = [origin for origin, line in self.lines if all(sign in line for sign in signs)]
        return lines[0] if len(lines) == 1 else None

    def page_of(self, problems: Sequence[Problem]) -> Origin | None:
        """The only entry on whose page a problem is, or the file of the only page."""
        pages = {self.pages.get(problem.file) for problem in problems}
        entries = [origin for origin in pages if origin and origin.line]
        alone = entries if len(entries) == 1 else list(pages)
        return alone[0] if len(alone) == 1 else None


def traced(problems: Sequence[Problem], origins: Origins) -> Problem:
    """The same problem of several pages as one: of what people write, where that is known, else of the first page."""
    first = problems[0]
    other_files = {problem.file for problem in problems} - {first.file}
    named = "one other page does" if len(other_files) == 1 else f"{len(other_files)} other pages do"
    what = f"{first.what}, as {named}" if other_files else first.what
    if origin := origins.of(problems):
        where = f"{first.file}:{first.line}" if first.line else first.file
        return Problem(origin.file, origin.line, f"built as {where}: {what}", first.remedy)
    return Problem(first.file, first.line, what, first.remedy)
