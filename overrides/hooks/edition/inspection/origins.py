"""Traces what is wrong in a built page to what people write: to the line that holds it, or else to the page's file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

FEWEST = 8
"""The fewest characters by which words are known again; shorter ones stand in too many lines."""


class Origin(NamedTuple):
    """A file that people write, and the line in it; 0 for all of it."""

    file: str
    line: int = 0


class Spot(NamedTuple):
    """Where a fault was seen: a file of the site, the line in it, and the words by which to know what brought it."""

    file: str
    line: int
    signs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Origins:
    """What each page is made from, and the texts that people write, which are read where something is wrong."""

    pages: Mapping[str, Origin] = field(default_factory=dict)
    texts: Callable[[], Mapping[str, str]] = dict

    @cached_property
    def lines(self) -> list[tuple[Origin, str]]:
        """Every line of the texts, as a page would show it, with its place."""
        return [
            (Origin(file, number), unescape(line).casefold())
            for file, text in self.texts().items()
            for number, line in enumerate(text.splitlines(), 1)
        ]

    def of(self, spots: Sequence[Spot]) -> Origin | None:
        """What brought a fault, where that is known."""
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
