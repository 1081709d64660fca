"""Citations in the text of a note: they are printed where they stand, or, at a note's end, after all that it says."""

import re
from collections.abc import Callable, Sequence

from edition.model import Citation, inline
from edition.model.inline import Break, Content, Inline, InPlace, NoteMark, Text
from edition.problems import Report
from edition.read.marks.citation_marks import Mark
from edition.read.running_text import check_undivided, marks_by_line, with_marks

IN_DEFINITION = (
    "a count of sentences in a definition",
    "write it after the note's mark in the text",
)
IN_EDITORS_NOTE = (
    "a count of sentences in an editor's note",
    "take it out: it counts nothing there",
)
ENDED = re.compile(r"(?:^|[.!?…:;][”’»\"')\]]*)$")
"""How the words end after which a citation belongs to the note as a whole, and to no sentence of it."""
BETWEEN = re.compile(r"[\s;,]*")


def with_citations(
    content: Content, line: int, label_remedy: str, counted: tuple[str, str], report: Report
) -> Content:
    """Running text that begins on a line, with its citations as nodes; `label_remedy` says what to write in place of
    the mark of another note, `counted` what is said of a count of sentences."""
    marks = marks_by_line(content, line, report)
    for number, own in enumerate(marks, line):
        for mark in own:
            if mark.label:
                report(number, f"the mark of a note, {mark.typed}, in a note", label_remedy)
            elif mark.sentences > 1:
                report(number, *counted)
    made = with_marks(content, marks, in_place)
    check_undivided(made, marks, line, report)
    return made


def in_place(mark: Mark) -> Inline:
    """A citation as a node; the mark of another note, which is reported, as one that no view has."""
    return InPlace(mark.typed, mark.citations) if mark.citations else NoteMark(mark.typed)


def split_end(content: Content) -> tuple[Content, tuple[Citation, ...]]:
    """A text without the citations at its end, and these, where the words before them end a sentence or where there are
    none; else the text as it is."""
    rest, closing = list(content), list[Citation]()
    while rest and (isinstance(rest[-1], InPlace) or is_between(rest[-1])):
        last = rest.pop()
        closing = [*(last.citations if isinstance(last, InPlace) else ()), *closing]
    text = trimmed(rest)
    if not closing or not ENDED.search(inline.words(text).rstrip()):
        return content, ()
    return text, tuple(closing)


def is_between(part: Inline) -> bool:
    """Whether a part of a text stands between two citations at most."""
    is_sign = isinstance(part, Text) and BETWEEN.fullmatch(part.words) is not None
    return is_sign or isinstance(part, Break)


def trimmed(parts: Sequence[Inline]) -> Content:
    """A text without the blanks at its end."""
    text = list(inline.joined(tuple(parts)))
    if text and isinstance(text[-1], Text):
        text[-1:] = inline.text(text[-1].words.rstrip())
    return tuple(text)


Loose = Callable[[Content, int, Report], Content]
"""Reads citations in running text that is no numbered paragraph's, and begins on a line."""


def of_editor(content: Content, line: int, report: Report) -> Content:
    """The text of an editor's note in a chapter, with its citations as nodes."""
    remedy = "say what it says in the editor's note itself, with its citation: '[@key, p. 5]'"
    return with_citations(content, line, remedy, IN_EDITORS_NOTE, report)


def nowhere(content: Content, line: int, report: Report) -> Content:
    """Running text in which no citation may stand: that of a page that is no chapter."""
    for number, own in enumerate(marks_by_line(content, line, report), line):
        for mark in own:
            keys = [citation.key for citation in mark.citations] or ["key"]
            remedy = f"cite in a chapter; here link to the source: '[words](sources.md#{keys[0]})'"
            report(number, f"a citation outside the chapters, {mark.typed}", remedy)
    return content
