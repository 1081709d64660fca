"""Traces a fault in a built page to its typed source: the line that holds it, or else the page's file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

FEWEST = 8
"""The fewest characters by which a line is recognised; shorter words stand in too many lines."""


class Origin(NamedTuple):
    """A file that people write, and the line in it; 0 for all of it."""

    file: str
    line: int = 0


class Spot(NamedTuple):
    """Where a fault is: a file of the site, the line in it, and words by which its typed line can be recognised."""

    file: str
    line: int
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Origins:
    """The typed file of each page, and the typed texts, which are read only if there is a fault."""

    pages: Mapping[str, Origin] = field(default_factory=dict)
    texts: Callable[[], Mapping[str, str]] = dict

    @cached_property
    def lines(self) -> list[tuple[Origin, str]]:
        """Every line of the texts, with its file and number, without character references and capitals."""
        return [
            (Origin(file, number), unescape(line).casefold())
            for file, text in self.texts().items()
            for number, line in enumerate(text.splitlines(), 1)
        ]

    def of(self, spots: Sequence[Spot]) -> Origin | None:
        """The typed origin of a fault; None if it is unknown."""
        signs = [sign.strip().casefold() for sign in spots[0].signs]
        return self.line_with(signs) or self.page_of(spots)

    def line_with(self, signs: Sequence[str]) -> Origin | None:
        """The line that holds all of some words; None unless there is exactly one."""
        if len("".join(signs)) < FEWEST:
            return None
        origins = [origin for origin, line in self.lines if all(sign in line for sign in signs)]
        return origins[0] if len(origins) == 1 else None

    def page_of(self, spots: Sequence[Spot]) -> Origin | None:
        """The entry or file behind the pages that have a fault; None unless there is exactly one."""
        origins = {self.pages.get(spot.file) for spot in spots}
        entries = [origin for origin in origins if origin and origin.line]
        alone = entries if len(entries) == 1 else list(origins)
        return alone[0] if len(alone) == 1 else None
