"""What stands around the mark of a note, once a figure has its place: a whole sentence, without signs left alone."""

import re
from collections.abc import Sequence

from edition.model.inline import Break, Code, Content, NoteMark, Text
from edition.model.locators import printed_locator
from edition.problems import Report
from edition.read.marks.citation_marks import Mark
from edition.read.marks.typed_locators import label_at, labelled
from edition.words import ENGLISH

FIGURE = "\0"
"""Stands for a mark; no page holds it."""
ROW = f"{FIGURE}+"
ABSENT = (
    "stands where its sentence needs words",
    "name the author or the work in words, or, where the sentence is whole, put the mark after its stop or comma",
)
ALONE = (
    "leaves signs or words alone that stand around it",
    "put it right after the words that rely on it, several in one bracket, '[@key, p. 5; @other]'",
)
TWO_STOPS = "stands between two stops", "take one of the two out"
NO_BLANK = "has no blank after it", "write a blank before the next word"
FORMS: tuple[tuple[str, tuple[str, str]], ...] = (
    (rf"^{ROW}(?=.*\w)(?! *$)", ABSENT),
    (rf"(?:^|[\s(,])(?:see|cf\.?|according to|as in|vgl\.?|véase){ROW}", ABSENT),
    (
        rf"(?:^|[\s(,])(?:in|by|per|from|of|and|or|e\.g\.|ibid\.?|source){ROW} ?(?:[.,;:)\]]|$)",
        ABSENT,
    ),
    (rf"{ROW},? ?(?:and|or|y|e|et|und|[&/–—-]) ?{ROW}", ALONE),
    (rf"[(\[<«“‘「『]{ROW}| !{ROW}", ALONE),
    (rf"[,;:/–—-]{ROW} ?[.,;:!?)\]”’»/–—-]|[,;/–—-]{ROW}$", ALONE),
    (rf"[.!?][”’»)\]\"']*{ROW} ?[.;:]", TWO_STOPS),
    (rf"[A-Za-z0-9À-ɏ.,)]{ROW}[A-Za-zÀ-ɏ]", NO_BLANK),
)
"""What must not stand around a mark, each with what is wrong and how to mend it."""
FAULTS = tuple((re.compile(form, re.I), fault) for form, fault in FORMS)
CLOSED = re.compile(rf"{ROW} ?([)\]])")
OPENERS = {")": "(", "]": "["}
LOCATED = re.compile(rf"{ROW}(?: ?\(|, ?| )(?=(?:pp?\.|§|chap\.|vol\.|nn?\.) ?[0-9ivxlc])")
"""A locator that was left outside its citation."""
NEAR = 8
"""Letters within which one slip may be the fault of two marks."""


def check_around(line: Content, marks: Sequence[Mark], number: int, report: Report) -> None:
    """Reports what stands around the marks of a line of text, in which they are nodes; one fault for marks that stand
    near each other."""
    text, last = flat(line), -NEAR
    for found, what, remedy in sorted(faults_in(text, [mark.typed for mark in marks])):
        at = text.count(FIGURE, 0, found)
        if found - last >= NEAR and at < len(marks):
            report(number, f"{marks[at].typed} {what}", remedy)
            last = found


Fault = tuple[int, str, str]


def faults_in(text: str, typed: Sequence[str]) -> list[Fault]:
    """Where a fault is found, what it is, and how to mend it."""
    found: list[Fault] = [
        (match.start() + match[0].index(FIGURE), *fault)
        for form, fault in FAULTS
        for match in form.finditer(text)
        if not is_led(match, text, typed)
    ]
    for match in LOCATED.finditer(text):
        if label := label_at(text, match.end()):
            form = printed_locator(labelled(text, match.end(), label).locator(), ENGLISH)
            mark = typed[min(text.count(FIGURE, 0, match.start()), len(typed) - 1)]
            remedy = f"write '{mark.rstrip(']')}, {form}]'"
            found.append((match.start(), "is parted from its locator", remedy))
    found += [
        (match.start(), *ALONE) for match in CLOSED.finditer(text) if is_unopened(text, match)
    ]
    return found


def is_led(match: re.Match[str], text: str, typed: Sequence[str]) -> bool:
    """Whether a bracket holds a citation and words that lead to it, which is reported where it is read."""
    mark = typed[min(text.count(FIGURE, 0, match.end() - 1), len(typed) - 1)] if typed else "["
    is_citation = not mark.startswith("[^")
    return is_citation and match[0][0] in "([" and text[match.end() : match.end() + 1] in {")", "]"}


def is_unopened(text: str, closed: re.Match[str]) -> bool:
    """Whether a bracket that closes after a mark was never opened."""
    before, sign = text[: closed.start()], closed[1]
    return before.count(OPENERS[sign]) <= before.count(sign)


def flat(content: Content) -> str:
    """A line of text with a sign for each mark, and letters for code and links."""
    return "".join(map(letters_of, content))


def letters_of(part: object) -> str:
    match part:
        case Text():
            return part.words
        case NoteMark():
            return FIGURE
        case Code():
            return part.words or "x"
        case Break():
            return ""
    inner = getattr(part, "content", ())
    return flat(inner)
