"""Citations in the text of a note: they are printed where they stand, or, at a note's end, after all that it says."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from edition.model import inline
from edition.model.inline import Break, Content, Inline, InPlace, NoteMark, Text
from edition.problems import Report
from edition.read.marks.citation_marks import Mark
from edition.read.running_text import check_undivided, marks_by_line, with_marks

ENDED = re.compile(r"(?:^|[.!?…:;。！？：；][”’»\"')\]」』）】]*)$")
"""How the words end after which a citation belongs to the note as a whole, and to no sentence of it."""
BETWEEN, AFTER = re.compile(r"[\s;,]*"), re.compile(r"[\s.]*")
"""What may stand between the citations at a note's end, and after the last."""


def with_citations(content: Content, line: int, report: Report) -> Content:
    """The text of a note that begins on a line, with its citations as nodes; it holds no mark of another note."""
    marks = marks_by_line(content, line, report)
    for number, own in enumerate(marks, line):
        for mark in own:
            if mark.label:
                what = f"the mark of a note, {mark.typed}, in a note"
                report(number, what, "say what it says in the note itself, with its citation")
            elif mark.sentences > 1:
                remedy = "write it after the note's mark in the text"
                report(number, "a count of sentences in a note", remedy)
    made = with_marks(content, marks, in_place)
    check_undivided(made, marks, line, report)
    return numbered(made, line)


def in_place(mark: Mark) -> Inline:
    """A citation as a node; the mark of another note, which is reported, as one that no view has."""
    return InPlace(mark.typed, mark.citations) if mark.citations else NoteMark(mark.typed)


def numbered(content: Content, line: int) -> Content:
    """A text that begins on a line, its citations with their lines."""
    at = line

    def on_its_line(leaf: Inline) -> list[Inline]:
        nonlocal at
        at += isinstance(leaf, Break)
        return [replace(leaf, line=at) if isinstance(leaf, InPlace) else leaf]

    return inline.changed(content, on_its_line)


def split_end(content: Content) -> tuple[Content, tuple[InPlace, ...]]:
    """A text without the citations at its end, and these, where the words before them end a sentence or where there are
    none; else the text as it is."""
    start = len(content)
    for at in reversed(range(len(content))):
        if isinstance(content[at], InPlace):
            start = at
        elif not is_between(content[at], BETWEEN if start < len(content) else AFTER):
            break
    text = trimmed(content[:start])
    if not ENDED.search(inline.words(text).rstrip()):
        return content, ()
    return text, tuple(part for part in content[start:] if isinstance(part, InPlace))


def is_between(part: Inline, signs: re.Pattern[str]) -> bool:
    """Whether a part of a text is no more than some signs, or the end of a line."""
    is_sign = isinstance(part, Text) and signs.fullmatch(part.words) is not None
    return is_sign or isinstance(part, Break)


def trimmed(parts: Sequence[Inline]) -> Content:
    """A text without the blanks at its end."""
    text = list(inline.joined(tuple(parts)))
    while text and isinstance(text[-1], Break):
        text.pop()
    if text and isinstance(text[-1], Text):
        text[-1:] = inline.text(text[-1].words.rstrip())
    return tuple(text)


Loose = Callable[[Content, int, Report], Content]
"""Reads citations in running text that is no numbered paragraph's, and begins on a line."""


def nowhere(content: Content, line: int, report: Report) -> Content:
    """Running text in which no citation may stand: that of a page that is no chapter."""
    for number, own in enumerate(marks_by_line(content, line, report), line):
        for mark in own:
            keys = [citation.key for citation in mark.citations] or ["key"]
            remedy = f"cite in a chapter; here link to the source: '[words](sources.md#{keys[0]})'"
            report(number, f"a citation outside the chapters, {mark.typed}", remedy)
    return content
