"""What goes with a note's mark where a raised figure takes its place: what would mean nothing without the mark."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.read.characters import BLANK
from edition.read.marks.citation_marks import Mark

BETWEEN = re.compile(rf"[{BLANK},;]*")
"""What may part two marks that follow each other."""
BEFORE = re.compile(rf"[{BLANK}]*$")
OPENED = re.compile(rf"[(\[（][{BLANK}]*$|(?<!\w)[“‘«\"]$|[「『]$")
CLOSED = re.compile(rf"[{BLANK}]*[)\]）]|[”’»\"」』](?!\w)")
"""Brackets and quotation marks that hold nothing but marks."""
BEFORE_STOP = re.compile(rf"[{BLANK}]+(?=[.,;:!?…)])")


def widened(text: str, start: int, marks: Sequence[Mark]) -> list[Mark]:
    """Marks in a text that begins at `start` of its line, with the blanks before them, what parts them from each other,
    and brackets that hold nothing else."""
    return [mark for row in rows(text, start, marks) for mark in widened_row(text, start, row)]


def rows(text: str, start: int, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The marks that follow each other without words between them, together."""
    row: list[Mark] = []
    for mark in marks:
        if row and not BETWEEN.fullmatch(text[row[-1].end - start : mark.start - start]):
            yield row
            row = []
        row.append(mark)
    if row:
        yield row


def widened_row(text: str, start: int, row: Sequence[Mark]) -> Iterator[Mark]:
    first, last = row[0].start - start, row[-1].end - start
    while (opened := OPENED.search(text[:first])) and (closed := CLOSED.match(text[last:])):
        first, last = opened.start(), last + closed.end()
    if blanks := BEFORE.search(text[:first]):
        first = blanks.start()
    if blanks := BEFORE_STOP.match(text[last:]):
        last += blanks.end()
    ends = [*(mark.end - start for mark in row[:-1]), last]
    for mark, begin, end in zip(row, [first, *ends], ends, strict=False):
        yield replace(mark, start=start + begin, typed=text[begin:end])
