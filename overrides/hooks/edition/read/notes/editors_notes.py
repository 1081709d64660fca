"""Editor's notes: what stands between a line `/// editor` and a line `///`."""

import re
from collections.abc import Sequence

from edition.problems import Report
from edition.read.blocks.fences import code_lines

BLOCK_START, BLOCK_END = re.compile(r"///\s*(\S+)(.*)"), "///"
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
            report_opening(opened, number, start, report)
            start = number
        elif line == BLOCK_END and start:
            notes.append((start, lines[start : number - 1]))
            check_words(start, lines[start : number - 1], report)
            rest[start - 1 : number] = [""] * (number - start + 1)
            start = 0
        elif line == BLOCK_END:
            report(number, "'///' closes nothing", "open the note with '/// editor'")
    if start:
        report(start, *NOT_CLOSED)
        rest[start - 1 :] = []
    return notes, rest


def check_words(start: int, lines: Sequence[str], report: Report) -> None:
    """An editor's note has words, and no code right below the line that opens it."""
    if not any(re.search(r"\w", line) for line in lines):
        report(start, "an editor's note without words", "write them, or take it out")
    elif re.match(r" {4}|\t", lines[0]):
        report(start + 1, "code right below '/// editor'", "put an empty line between the two")


def report_opening(opened: re.Match[str], line: int, start: int, report: Report) -> None:
    """A block is an editor's note, and opens where no other, which begins on line `start`, is open."""
    name, more = opened[1], opened[2].strip()
    if name == "editor" and more and not more.startswith("|"):  # Titles are refused as typed.
        report(
            line, f"'{opened[0]}' has words behind it", f"write '/// editor', and '{more}' below it"
        )
    if name != "editor":
        report(line, f"unknown block '/// {name}'", "write '/// editor'")
    elif start:
        report(start, *NOT_CLOSED)
