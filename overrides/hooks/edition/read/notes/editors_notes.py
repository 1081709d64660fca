"""Editor's notes: what stands between a line `/// editor` and a line `///`."""

import re
from collections.abc import Sequence

from edition.problems import Report
from edition.read.blocks.fences import code_lines

BLOCK_START, BLOCK_END = re.compile(r"///\s*(\S+).*"), "///"
NOT_CLOSED = "editor's note is not closed", "end it with '///' on a line"


def split_editor_notes(
    lines: Sequence[str], report: Report
) -> tuple[list[tuple[int, Sequence[str]]], list[str]]:
    """What stands in each `/// editor` … `///`, with the line that opens it; and the lines of the page, those of its
    editor's notes left empty."""
    notes: list[tuple[int, Sequence[str]]] = []
    rest, start, code = list(lines), 0, code_lines(lines)
    for number, line in enumerate(map(str.rstrip, lines), 1):
        if number in code:
            continue
        if opened := BLOCK_START.fullmatch(line):
            report_opening(opened[1], number, start, report)
            start = number
        elif line == BLOCK_END and start:
            notes.append((start, lines[start : number - 1]))
            rest[start - 1 : number] = [""] * (number - start + 1)
            start = 0
        elif line == BLOCK_END:
            report(number, "'///' closes nothing", "open the note with '/// editor'")
    if start:
        report(start, *NOT_CLOSED)
        rest[start - 1 :] = []
    return notes, rest


def report_opening(name: str, line: int, start: int, report: Report) -> None:
    """A block is an editor's note, and opens where no other, which begins on line `start`, is open."""
    if name != "editor":
        report(line, f"unknown block '/// {name}'", "write '/// editor'")
    elif start:
        report(start, *NOT_CLOSED)
