"""Citations, and their locators: where in a source a note relies on it (the 'locator' of CSL), as data, and how that
is printed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from edition.words import Words

Number = int | str
"""A number as the source has it: of figures alone as an int, else as typed: `xii`, `A12`, `2.3`, `5a`, `5(1)`."""
Reading = tuple[Any, ...]
"""The parts of a number, figures as ints and letters as text: those of two numbers of one form can be compared."""
Range = tuple[Number, Number | None]
"""First and last, the same twice for one alone; without a last one where those that follow are meant: `27 ff.`"""
KINDS = (
    "page", "volume", "issue", "book", "part", "chapter", "section", "paragraph", "article-locator", "rule", "canon",
    "line", "verse", "act", "scene", "column", "folio", "figure", "table", "equation", "map", "box", "plate",
    "note", "appendix", "annex", "supplement", "opus", "elocation",
)  # fmt: skip
"""The kinds of a source's parts: those of CSL 1.0.2 that have numbers, and maps, boxes, plates and annexes."""
LETTERED = {"appendix", "annex"}
"""Kinds of which a single letter is a letter, and no Roman number."""
ROMAN = re.compile(
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.I
)
VALUES = {
    "m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40, "x": 10, "ix": 9, "v": 5,
    "iv": 4, "i": 1,
}  # fmt: skip
MANY = 2000
"""A range of more numbers than these is known by its first and its last."""
TYPED = re.compile(
    r"[A-Z]-[0-9]+|[A-Za-z]{0,3}[0-9]+(?:[.:][0-9]+)*(?:(?!nn?[0-9])[A-Za-z])?(?:\([0-9A-Za-z]{1,4}\))*"
    r"|[A-Z](?:\.[0-9]+)*"
)
"""The form of a number that is neither of figures alone nor Roman."""
HYPHENED = re.compile("[0-9]+-[0-9]+")
"""A page that is numbered by its chapter, in a range."""


@dataclass(frozen=True)
class Locator:
    """Parts of a source of one kind, as ranges: `pp. 1, 7–9` is pages ((1, 1), (7, 9)).

    Raises ValueError, with the rule, where no source can have such parts.
    """

    ranges: tuple[Range, ...]
    kind: str = "page"

    def __post_init__(self) -> None:
        """Raises ValueError where no source can have such parts."""
        things = "pages" if self.kind == "page" else "numbers"
        if self.kind not in KINDS or not self.ranges:
            raise ValueError(f"no ranges of {self.kind}")
        numbers = [number for pair in self.ranges for number in pair if number is not None]
        is_reversed = any(
            last is not None and first != last and not self.precedes(first, last)
            for first, last in self.ranges
        )
        if is_reversed or not all(map(is_number, numbers)):
            what = "page" if self.kind == "page" else "number"
            raise ValueError(
                f"{things} start at 1, and a range runs from the lower {what} to the higher"
            )
        if not all(map(self.follows, pairwise(self.ranges))):
            raise ValueError(f"{things} follow each other from the lower to the higher, each once")

    def precedes(self, first: Number, second: Number) -> bool:
        """Whether one number stands before another in the source, as far as their form tells."""
        pairs = zip(self.readings(first), self.readings(second), strict=True)
        return any(a < b for a, b in pairs if is_same_form(a, b))

    def follows(self, pair: tuple[Range, Range]) -> bool:
        """Whether the second range stands after the first; of numbers of two forms, such as `xii, 5`, nobody knows."""
        (first, last), (following, _) = pair
        own = first if last is None else last
        are_alike = any(map(is_same_form, self.readings(own), self.readings(following)))
        return not are_alike or self.precedes(own, following)

    def readings(self, number: Number) -> tuple[Reading, Reading]:
        """A number as a Roman one, and as figures and letters; empty where it is none of that kind."""
        text = str(number)
        is_roman = ROMAN.fullmatch(text) and not (len(text) == 1 and self.kind in LETTERED)
        pieces = re.findall(r"\d+|[A-Za-z]+", text)
        is_word = len(text) > 1 and text.isalpha()
        natural = [] if is_word else [int(p) if p.isdigit() else p.lower() for p in pieces]
        return ("", roman_value(text)) if is_roman else (), tuple(natural)

    @property
    def is_one(self) -> bool:
        """Whether it is one part alone."""
        return len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1]


def is_number(number: Number) -> bool:
    if isinstance(number, int):
        return number > 0
    is_typed = ROMAN.fullmatch(number) or TYPED.fullmatch(number) or HYPHENED.fullmatch(number)
    return is_typed is not None and not number.isdecimal()


def is_same_form(first: Reading, second: Reading) -> bool:
    """Whether figures and letters stand in two numbers at the same places, so that they can be compared."""
    kinds = zip(map(type, first), map(type, second), strict=False)
    return bool(first and second) and all(a is b for a, b in kinds)


def roman_value(roman: str) -> int:
    """The value of a Roman number: of `xiv`, 14."""
    parts = re.findall("cm|cd|xc|xl|ix|iv|[mdclxvi]", roman.lower())
    return sum(VALUES[part] for part in parts)


def as_roman(value: int, like: str) -> str:
    """A value as a Roman number, in small letters or capitals as another one."""
    letters = ""
    for part, worth in VALUES.items():
        letters += part * (value // worth)
        value %= worth
    return letters.upper() if like.isupper() else letters


def numbers_in(locator: Locator) -> list[str]:
    """Each number of a locator as text; of a range those between its ends as well, where they can be counted."""
    found: list[str] = []
    for first, last in locator.ranges:
        if isinstance(first, int) and isinstance(last, int) and last - first < MANY:
            found += map(str, range(first, last + 1))
        elif all(isinstance(end, str) and ROMAN.fullmatch(end) for end in (first, last)):
            values = range(roman_value(str(first)), roman_value(str(last)) + 1)
            found += (as_roman(value, str(first)) for value in values)
        else:
            found += dict.fromkeys(str(end) for end in (first, last) if end is not None)
    return found


@dataclass(frozen=True)
class Citation:
    """A source as a note cites it: its citation key, the parts of it relied on where the note gives them, and the
    note's own words before and after."""

    key: str
    locators: tuple[Locator, ...] = ()
    """Each of another kind, in the order typed: `vol. 2, p. 5`."""
    prefix: str = ""
    suffix: str = ""
    """As it follows what is cited: with its comma, if one stands before it, and its blank."""

    @property
    def opening(self) -> str:
        """The words before, as they begin a note, with a blank after them."""
        return f"{self.prefix[0].upper()}{self.prefix[1:]} " if self.prefix else ""


def printed(locators: Iterable[Locator], words: Words) -> str:
    """Locators as readers see them, `vol. 2, pp. 27–29`; empty for none. Programs use `ranges`, never this text."""
    return ", ".join(printed_locator(locator, words) for locator in locators)


def printed_after(citation: Citation, words: Words) -> str:
    """What follows a source where it is cited: `, p. 5, my emphasis`."""
    located = printed(citation.locators, words)
    return f"{f', {located}' if located else ''}{citation.suffix}"


def printed_locator(locator: Locator, words: Words) -> str:
    """One locator as readers see it."""
    ranges = (printed_range(*pair, words) for pair in locator.ranges)
    label = words.locators.labels[locator.kind]
    return label.of(1 if locator.is_one else 2, numbers=", ".join(ranges))


def printed_range(first: Number, last: Number | None, words: Words) -> str:
    if last is None:
        return words.locators.following.format(number=first)
    return str(first) if first == last else f"{first}–{last}"
