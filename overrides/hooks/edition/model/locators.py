"""Locators: where in a source a note relies on it (the 'locator' of CSL), as data, and how it is read and printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from edition.words import ENGLISH, Words

BLANKS = r"[\s\u200b\u2060\ufeff]*"
"""Whatever sets words apart or keeps them together: blanks of any width, none that is seen among them."""
RANGE = rf"[0-9]+(?:{BLANKS}[-‐‑‒–—−]{BLANKS}[0-9]+)?"
FORM = re.compile(rf"(pp?){BLANKS}\.{BLANKS}({RANGE}(?:{BLANKS},{BLANKS}{RANGE})*)")
KINDS = {"page"}


@dataclass(frozen=True)
class Locator:
    """Parts of a source of one kind, as ranges of first and last: `pp. 1, 7–9` is pages ((1, 1), (7, 9)).

    Raises ValueError, with the rule, where no source can have such parts.
    """

    ranges: tuple[tuple[int, int], ...]
    kind: str = "page"

    def __post_init__(self) -> None:
        """Raises ValueError where no source can have such parts."""
        if self.kind not in KINDS or not self.ranges:
            raise ValueError(f"no ranges of {self.kind}")
        if any(first < 1 or last < first for first, last in self.ranges):
            raise ValueError("pages start at 1, and a range runs from the lower page to the higher")
        if any(b[0] <= a[1] for a, b in zip(self.ranges, self.ranges[1:], strict=False)):
            raise ValueError("pages follow each other from the lower to the higher, each once")

    @property
    def is_one_page(self) -> bool:
        return len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]


@dataclass(frozen=True)
class Citation:
    """A source as a note cites it: its citation key, the parts of it relied on where the note gives them, and the
    note's own words before and after."""

    key: str
    locators: tuple[Locator, ...] = ()
    """Of several kinds in the order typed: `vol. 2, p. 5`."""
    prefix: str = ""
    suffix: str = ""


def printed(locators: Iterable[Locator], words: Words) -> str:
    """Locators as readers see them, `pp. 27–29`; empty for none. Programs use `ranges`, never this text."""
    return ", ".join(printed_locator(locator, words) for locator in locators)


def printed_locator(locator: Locator, words: Words) -> str:
    pages = ", ".join(printed_range(*pages) for pages in locator.ranges)
    return words.parts.pages.of(1 if locator.is_one_page else 2, pages=pages)


def printed_range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def read_locator(text: str) -> Locator:
    """The locator that people type in a citation, such as `p. 5`, `pp. 27–29` or `pp. 1, 7`.

    Raises ValueError, with how to write it, where the text cannot be read.
    """
    locator = read_printed(text)
    if text.strip().startswith("pp") == locator.is_one_page:
        raise ValueError(f"write it as '{printed_locator(locator, ENGLISH)}'")
    return locator


def read_printed(text: str) -> Locator:
    """The locator that a text states, with whatever label, blanks and dashes it was once printed.

    Raises ValueError, with how to write it, where the text cannot be read.
    """
    match = FORM.fullmatch(text.strip())
    if not match:
        raise ValueError("write it as 'p. 5', 'pp. 27–29' or 'pp. 1, 7'")
    return Locator(tuple(read_range(part) for part in match[2].split(",")))


def read_range(text: str) -> tuple[int, int]:
    """The first and the last page of a range. Raises ValueError where both are the same page."""
    numbers = [int(number) for number in re.findall(r"[0-9]+", text)]
    if len(numbers) == 2 and numbers[0] == numbers[1]:
        raise ValueError("pages start at 1, and a range runs from the lower page to the higher")
    return numbers[0], numbers[-1]
