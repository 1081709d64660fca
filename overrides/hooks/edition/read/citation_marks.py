"""Note marks in a line of prose: citations `[@key, pp. 27–29; @other]`, and explained notes `[^5]`.

A count may follow, `[^5]{ sentences=2 }`: the note then covers the sentence before that of its mark as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.model import Citation
from edition.model.locators import read_locator
from edition.problems import Report

BRACKETS = re.compile(r"\[(.*?)\]")
CITED = re.compile(r"(?<![\w.])@(?P<key>[\w-]+)(?:,\s*(?P<suffix>\S.*))?")
EXPLAINED = re.compile(r"\[\^([^\]\s]+)\]")
STRAY = re.compile(r"(?<![\w.\[])@[\w-]+")
IN_BRACES = r"\s*\{(?!\s*[:.#])[^{}]*\}?"
"""What may be a count: braces that hold no id and no class."""
AFTER_BRACKETS = re.compile(rf"(?<=\]){IN_BRACES}")
COUNT = re.compile(r"\s*\{\s*sentences=(0|[1-9][0-9]{0,3})\s*\}")
COUNT_REMEDY = "write it right after a note's mark: '[^5]{ sentences=2 }'"


@dataclass(frozen=True)
class Mark:
    """A note mark: where it starts in its line, as typed, the citations or the label it holds, and how many
    sentences it covers, its own and those before it."""

    start: int
    typed: str
    citations: tuple[Citation, ...] = ()
    label: str = ""
    sentences: int = 1

    @property
    def end(self) -> int:
        return self.start + len(self.typed)


def marks_in(prose: str, line: int, report: Report) -> list[Mark]:
    """The note marks of a line of prose, in order; what cannot be read is reported."""
    marks = [Mark(m.start(), m[0], label=m[1]) for m in EXPLAINED.finditer(prose)]
    marks += citation_marks(prose, line, report)
    marks = [counted(mark, prose, line, report) for mark in marks]
    left = without(prose, marks)
    for match in AFTER_BRACKETS.finditer(left):
        report(line, f"'{match[0].strip()}' follows no note's mark", COUNT_REMEDY)
    for match in STRAY.finditer(left):
        report(line, f"'{match[0]}' is not a citation", "write '[@key, p. 5]', on one line")
    return sorted(marks, key=lambda mark: mark.start)


def citation_marks(prose: str, line: int, report: Report) -> Iterator[Mark]:
    for match in BRACKETS.finditer(prose):
        if CITED.search(match[1]):
            yield Mark(match.start(), match[0], tuple(citations_in(match[1], line, report)))


def counted(mark: Mark, prose: str, line: int, report: Report) -> Mark:
    """A mark with the count that follows it, if any."""
    after = AFTER_BRACKETS.match(prose, mark.start + len(mark.typed))
    if not after:
        return mark
    match, typed = COUNT.fullmatch(after[0]), after[0].strip()
    count = int(match[1]) if match else 1
    if not match:
        what = f"'{typed}' after {mark.typed} is no count of sentences"
        report(line, what, "write '{ sentences=2 }', a whole number from 2")
    elif count < 2:
        remedy = "write 2 or more, or take it out: without it a mark covers its own sentence"
        report(line, f"'{typed}' after {mark.typed} adds no sentence", remedy)
    return replace(mark, typed=mark.typed + after[0], sentences=max(count, 1))


def citations_in(typed: str, line: int, report: Report) -> Iterator[Citation]:
    """The citations between two brackets; one with more around it than a locator is read as well, and is a mistake."""
    cited = typed.split(";")
    for match in filter(None, map(CITED.search, cited)):
        key, suffix = match["key"], (match["suffix"] or "").strip()
        try:
            locators = (read_locator(suffix),) if suffix else ()
        except ValueError as error:
            report(line, f"'{suffix}' in '[{typed}]' is no locator", str(error))
            locators = ()
        yield Citation(key, locators)
    if not all(CITED.fullmatch(text.strip()) for text in cited):
        remedy = "write '[@key, p. 5]', several separated by ';'"
        report(line, f"'[{typed}]' cannot be read as citations", remedy)


def without(prose: str, marks: list[Mark]) -> str:
    """The line without its marks, as a reader sees it."""
    for mark in sorted(marks, key=lambda mark: -mark.start):
        prose = prose[: mark.start] + prose[mark.start + len(mark.typed) :]
    return prose
