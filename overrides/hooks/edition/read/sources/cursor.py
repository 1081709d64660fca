"""A position in a text that is read once, from start to end, with the lines of positions."""

import re
from bisect import bisect_right
from functools import cached_property

BLANKS = re.compile(r"[ \t\n]*")


class Unreadable(Exception):
    """What is wrong at a position of a text, and the remedy."""

    def __init__(self, at: int, what: str, remedy: str) -> None:
        super().__init__(at, what, remedy)
        self.at, self.what, self.remedy = at, what, remedy


class Cursor:
    """Reads a text: `at` is where it is, `end` how far it may read."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.end = text, 0, len(text)

    @cached_property
    def line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]

    def line(self, at: int) -> int:
        """The line of a position, from 1."""
        return bisect_right(self.line_ends, at - 1) + 1

    @property
    def sign(self) -> str:
        """The sign at which it is; empty at the end."""
        return self.text[self.at] if self.at < self.end else ""

    def blanks(self) -> None:
        """Goes past blanks."""
        if match := BLANKS.match(self.text, self.at, self.end):
            self.at = match.end()

    def taken(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What matches here; goes past it."""
        match = pattern.match(self.text, self.at, self.end)
        self.at = match.end() if match else self.at
        return match

    def within_braces(self) -> str | None:
        """The text from the brace here to the one that closes it, and past it; None where nothing does. As BibTeX has
        it, a backslash before a brace makes no difference."""
        depth, start = 0, self.at + 1
        for match in re.compile(r"[{}]").finditer(self.text, self.at, self.end):
            depth += 1 if match[0] == "{" else -1
            if depth == 0:
                self.at = match.end()
                return self.text[start : match.start()]
        return None
