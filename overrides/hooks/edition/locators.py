"""Locators: the pages of a source that a note relies on (the 'locator' of CSL, label 'page')."""

import re
from dataclasses import dataclass

FORM = re.compile(r"(pp?)\.\s*(\d+(?:\s*[–-]\s*\d+)?(?:\s*,\s*\d+(?:\s*[–-]\s*\d+)?)*)", re.ASCII)


@dataclass(frozen=True)
class Locator:
    """Pages, as ranges of first and last: `pp. 27–29` is ((27, 29),), `pp. 1, 7` is ((1, 1), (7, 7))."""

    ranges: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        label = "p." if len(self.ranges) == 1 and self.ranges[0][0] == self.ranges[0][1] else "pp."
        return f"{label} {', '.join(as_printed(*pages) for pages in self.ranges)}"


def as_printed(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def read_locator(text: str) -> Locator:
    """The locator that `text` states, such as `p. 5`, `pp. 27–29` or `pp. 1, 7`.

    Raises ValueError, with how to write it, where the text cannot be read.
    """
    found = FORM.fullmatch(text.strip())
    if not found:
        raise ValueError("write it as 'p. 5', 'pp. 27–29' or 'pp. 1, 7'")
    ranges = [read_range(part) for part in found[2].split(",")]
    if any(after[0] <= before[1] for before, after in zip(ranges, ranges[1:], strict=False)):
        raise ValueError("pages follow each other from the lower to the higher, each once")
    locator = Locator(tuple(ranges))
    if not str(locator).startswith(f"{found[1]}. "):
        raise ValueError(f"write it as '{locator}'")
    return locator


def read_range(text: str) -> tuple[int, int]:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if numbers[0] == 0 or (len(numbers) == 2 and numbers[0] >= numbers[1]):
        raise ValueError("pages start at 1, and a range runs from the lower page to the higher")
    return numbers[0], numbers[-1]
