"""Note marks in a line of prose: citations `[see @key, pp. 27–29; also @other]`, and explained notes `[^5]`.

A count may follow, `[^5]{ sentences=2 }`: the note then covers the sentence before that of its mark as well.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.model import Citation
from edition.problems import Report
from edition.read.characters import DASH
from edition.read.marks.typed_locators import Unread, label_at, labelled
from edition.read.marks.words_beside import check_prefix, read_after_key

SIGN = "\ufffc"
"""Stands in prose for an escaped sign, `\\@`, which is a letter like any other."""
BRACKETS = re.compile(r"\[([^\[\]]*)\]")
LATIN = r"A-Za-z0-9_\u00c0-\u024f"
KEY = re.compile(rf"(?<![{LATIN}./\\])@([{LATIN}](?:[{LATIN}-]|[:.#$%&+?<>~/](?=[{LATIN}]))*)")
"""A citation key as pandoc reads it; which signs a key may have, references.bib says."""
EXPLAINED = re.compile(r"\[\^([^\]\s]+)\]")
SEVERAL = re.compile(r"\[\^\d+[a-z]?(?:\s*[,;]\s*\^?\d+[a-z]?)+\]")
LABEL_IN = re.compile(r"[\[,;\s]*\^?(\d+[a-z]?)\]?")
"""The marks of several notes in one bracket, and each of their labels."""
SUPPRESSED = re.compile(rf"[{DASH}](?=@)")
"""Pandoc's sign for a citation that leaves out the author, and what looks like it."""
STRAY = re.compile(rf"{KEY.pattern}(?: ?\[([^\[\]]*)\])?")
"""A key outside brackets; an address or an e-mail address goes on before its sign."""
ROUND = re.compile(rf"\(([^()]*{KEY.pattern}[^()]*)\)")
"""A citation in the wrong brackets."""
KEYLESS = re.compile(rf"\[\s*@\s*\{{?([{LATIN}-]*)\}}?([^\[\]]*)\]")
OF_NEXT = re.compile(r"(.*?),\s*((?:and |or |y )?(?:see|also|cf\.?|compare|e\.g\.)[^,]*)", re.I)
"""Words at the end of a citation that belong to the next."""
NESTED = re.compile(r"\[[^\[\]]*(?<![\w./\\])@\w[^\[\]]*\[[^\[\]]*\][^\[\]]*\]?")
BROKEN = re.compile(r"\[[^\[\]]*(?<![\w.])@\w[^\[\]]*$")
"""A citation whose brackets are not closed on its line."""
LED = re.compile(
    r"[(\[](see(?: also| e\.g\.,?)?|cf\.?|compare|also|e\.g\.,?|vgl\.?|véase) ?"
    r"\[([^\[\]]*(?<![\w.])@\w[^\[\]]*)\][)\]]"
)
"""Words before a citation in brackets of their own, in which they would be left alone."""
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
    marks = list(note_marks(prose, line, report))
    marks += citation_marks(prose, line, report)
    marks = [counted(mark, prose, line, report) for mark in marks]
    left = without(prose, marks)
    report_brackets(left, prose, line, report)
    left = BROKEN.sub("", NESTED.sub("", left))
    for match in AFTER_BRACKETS.finditer(left):
        report(line, f"'{match[0].strip()}' follows no note's mark", COUNT_REMEDY)
    for match in KEYLESS.finditer(left):
        mend = f"write '[@{match[1]}{match[2]}]'" if match[1] else "write '[@key]'"
        report(line, f"'{match[0]}' names no source", mend)
    for match in ROUND.finditer(left):
        report(line, f"'{match[0]}' is not a citation", as_citation(match[1]))
    left = ROUND.sub("", left)
    for match in STRAY.finditer(left):
        report(line, *stray(match[1], match[2], left[match.end(1) :]))
    return sorted(marks, key=lambda mark: mark.start)


def report_brackets(left: str, prose: str, line: int, report: Report) -> None:
    """Reports brackets that do not hold one citation each; `left` is the line of prose without its marks."""
    for match in NESTED.finditer(left):
        remedy = "write round ones, or none, inside the square brackets of a citation"
        report(line, f"brackets within '{match[0]}'", remedy)
    broken = BROKEN.search(NESTED.sub("", left))
    if broken and not BROKEN.search(prose):
        report(line, f"'{broken[0].rstrip()}' has no ']'", "add it where the citation ends")
    for match in LED.finditer(prose):
        remedy = f"write '[{match[1]} {match[2]}]'"
        report(line, f"'{match[0]}' parts '{match[1]}' from its source", remedy)


def note_marks(prose: str, line: int, report: Report) -> Iterator[Mark]:
    """The marks of explained notes; one that holds a key is reported, and read as a citation, several in one bracket as
    several."""
    for match in SEVERAL.finditer(prose):
        labels = list(LABEL_IN.finditer(prose, match.start(), match.end()))
        instead = "".join(f"[^{label[1]}]" for label in labels)
        report(line, f"'{match[0]}' is no mark of a note", f"write '{instead}'")
        for label in labels:
            yield Mark(label.start(), label[0], label=label[1])
    for match in EXPLAINED.finditer(prose):
        if SEVERAL.fullmatch(match[0]):
            continue
        if KEY.search(match[1]):
            what = f"'{match[0]}' is neither a citation nor the mark of a note"
            report(line, what, f"write '[{match[1]}]'")
            yield Mark(match.start(), match[0], tuple(Citation(k) for k in KEY.findall(match[1])))
        else:
            yield Mark(match.start(), match[0], label=match[1])


def citation_marks(prose: str, line: int, report: Report) -> Iterator[Mark]:
    for match in BRACKETS.finditer(prose):
        if KEY.search(match[1]) and not match[1].startswith("^"):
            yield Mark(match.start(), match[0], tuple(citations_in(match[1], line, report)))


def as_citation(words: str) -> str:
    """How to write a citation that stands in other brackets, or as an account's name."""
    if key := re.fullmatch(rf"{KEY.pattern}", words.strip()):
        return f"write '[@{key[1]}]' to cite a source, '(\\@{key[1]})' for an account's name"
    return f"write '[{'; '.join(one_by_one(words.split(';')))}]', or '\\@' in an account's name"


def stray(key: str, brackets: str | None, after: str) -> tuple[str, str]:
    """What is wrong with a key outside brackets, which brackets or other words may follow, and how to mend it."""
    if brackets:
        remedy = (
            f"name the author in words, and write '[@{key}, {brackets}]' after what relies on it"
        )
        return f"'@{key} [{brackets}]' is not a citation", remedy
    label = re.match(r", ?(?=[^\W\d_]+\.? ?[0-9]|§)", after)
    located = label and label_at(after, label.end())
    own = labelled(after, label.end(), located).typed if label and located else ""
    cited = f"[@{key}, {own}]" if own else f"[@{key}]"
    remedy = f"write '{cited}' to cite a source, '\\@{key}' for an account's name"
    return f"'@{key}' is not a citation", remedy


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
    """The citations between two brackets; of those that cannot be read, the keys are read, and the rest is reported."""
    parts = typed.split(";")
    keys = [list(KEY.finditer(part)) for part in parts]
    if any(len(found) != 1 for found in keys):
        remedy = f"write '[{'; '.join(one_by_one(parts))}]'"
        report(line, f"'[{typed}]' cannot be read as citations", remedy)
    elif "@@" in typed:
        remedy = f"write '[{re.sub('@+', '@', typed)}]'"
        report(line, f"'[{typed}]' cannot be read as citations", remedy)
    elif SUPPRESSED.search(typed):
        remedy = f"write '[{SUPPRESSED.sub('', typed)}]': a note names the author of its source"
        report(line, f"'[{typed}]' cannot be read as citations", remedy)
    is_whole = all(len(found) == 1 for found in keys)
    for part, found in zip(parts, keys, strict=True):
        if len(found) == 1:
            yield citation(part, found[0], typed, line, report if is_whole else nothing)
        else:
            yield from (Citation(key[1]) for key in found)


def citation(part: str, key: re.Match[str], typed: str, line: int, report: Report) -> Citation:
    """One citation, with the words before and after its key."""
    prefix = SUPPRESSED.sub("", part[: key.end()])[: -len(key[0])].strip()
    try:
        check_prefix(prefix)
        locators, suffix = read_after_key(part[key.end() :])
        return Citation(key[1], locators, prefix, suffix)
    except Unread as error:
        is_read = re.search(r"\w", error.typed)
        what = f"'{error.typed}' in '[{typed}]' is no locator" if is_read else None
        opening = f"{prefix} " if prefix and prefix not in str(error) else ""
        remedy = (
            str(error).replace("[@key", f"[{opening}@{key[1]}", 1).replace("@key", f"@{key[1]}")
        )
        report(line, what or f"'[{typed}]' cannot be read as citations", remedy)
        return Citation(key[1])


def nothing(line: int, what: str, remedy: str, *facts: str) -> None:
    """Reports nothing: what is wrong with the whole has been said."""


def one_by_one(parts: Sequence[str]) -> Iterator[str]:
    """Parts of a citation as they should be, each with one key."""
    whole = ""
    for part in filter(str.strip, parts):
        ends = [match.start() for match in KEY.finditer(part)][1:]
        pieces = [part[a:b] for a, b in zip([0, *ends], [*ends, len(part)], strict=True)]
        pieces = list(with_own_words(pieces))
        pieces = [
            re.sub(r"(?:\b(?:and|y|e|et|und)|[\s,&-])+$", "", piece).strip() for piece in pieces
        ]
        if KEY.search(part) and KEY.search(whole):
            yield whole
            whole = ""
        *others, last = pieces
        whole = ", ".join(filter(None, [whole, last]))
        yield from others
    yield from filter(None, [whole.strip(" ,")])


def with_own_words(pieces: Sequence[str]) -> Iterator[str]:
    """Citations that follow each other, each with the words before it that stand at the end of the last."""
    opening = ""
    for piece in pieces:
        whole = f"{opening}{piece}"
        moved = OF_NEXT.fullmatch(whole) if piece is not pieces[-1] else None
        opening = f"{moved[2].strip()} " if moved else ""
        yield moved[1] if moved else whole


def without(prose: str, marks: list[Mark]) -> str:
    """The line without its marks, as a reader sees it."""
    for mark in sorted(marks, key=lambda mark: -mark.start):
        prose = prose[: mark.start] + prose[mark.start + len(mark.typed) :]
    return prose
