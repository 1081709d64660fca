"""The definitions of explaining notes: `[^5]: what it says`, and further paragraphs of it four blanks deep (Pandoc's
Markdown, 'Footnotes')."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile

from edition.model.inline import Content, InPlace, NoteMark, changed
from edition.problems import Report, did_you_mean
from edition.read.blocks.typed_blocks import NAMES
from edition.read.notes.in_place import split_end, with_citations
from edition.read.running_text import RAW_HTML, line_of, parsed, read_content

DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
DEEP = re.compile(r" {4}| {0,3}\t")
"""How a line begins that belongs to a note, after an empty one."""
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
ENDS = re.compile(r"#{1,6}\s|///|`{3}|~{3}")
"""What begins a block of another kind right below a note."""
ID_LINE = re.compile(r"\{\s*#(\S+?)\s*\}")


@dataclass(frozen=True)
class Read:
    """What a definition was read as."""

    says: tuple[Content, ...] = ()
    """Paragraph by paragraph."""
    closing: tuple[InPlace, ...] = ()
    """Its citations at the end."""
    is_whole: bool = False
    """Whether that is all, without a mistake."""


@dataclass(frozen=True)
class Definition:
    """The Markdown of an explaining note, with the line on which it begins."""

    line: int
    text: str


@dataclass(frozen=True)
class Explained:
    """The explaining notes of a page: their definitions by their labels, and the lines that hold them."""

    definitions: Mapping[str, Definition]
    lines: Set[int]
    marked: set[str] = field(default_factory=set)
    """The labels whose marks have been read."""
    missing: set[str] = field(default_factory=set)
    """The labels of marks that lead to no definition: it may be one that no mark leads to."""

    def without_definitions(self, lines: Sequence[str]) -> list[str]:
        """The lines of the page, those that hold a definition left empty."""
        return ["" if number in self.lines else line for number, line in enumerate(lines, 1)]

    def report_unused(self, report: Report) -> None:
        """A mark leads to each definition."""
        for label in self.definitions.keys() - self.marked if not self.missing else ():
            what = f"note [^{label}] is defined, but no mark leads to it"
            report(self.definitions[label].line, what, "add its mark")


def explained_in(lines: Sequence[str], report: Report) -> Explained:
    """The explaining notes that the lines of a page define."""
    definitions: dict[str, Definition] = {}
    held, code = set[int](), code_lines(lines)
    for number, line in enumerate(lines, 1):
        match = DEFINITION.fullmatch(line.strip())
        if not match or number in code | held:
            continue
        if line[0].isspace():
            what = f"the definition of note [^{match[1]}] begins with blanks"
            report(number, what, "begin it at the start of its line, outside lists")
        label = match[1]
        more = list(continued(lines, number, label, report))
        if label in definitions:
            what = f"note [^{label}] is defined twice, first on line {definitions[label].line}"
            report(number, what, "delete one of the two")
        definitions[label] = Definition(number, "\n".join([match[2], *more]))
        held |= {*range(number, number + 1 + len(more))}
    return Explained(definitions, held)


def code_lines(lines: Sequence[str]) -> Set[int]:
    """The lines of fenced code, which defines nothing."""
    held, fence = set[int](), ""
    for number, line in enumerate(lines, 1):
        mark = FENCE.match(line)
        held |= {number} if fence or mark else set()
        if mark and mark[1].startswith(fence):
            fence = "" if fence else mark[1]
    return held


def continued(lines: Sequence[str], first: int, label: str, report: Report) -> Iterator[str]:
    """The lines below the first of a note, which is line `first` of the page, that belong to it."""
    after_empty, empty = False, 0
    for number, line in enumerate(lines[first:], first + 1):
        if not line.strip():
            after_empty, empty = True, empty + 1
            continue
        is_deep, is_shallow = DEEP.match(line), after_empty and line[0] == " "
        if is_shallow and not is_deep:
            what = f"a paragraph of note [^{label}], or of the page, that begins with blanks"
            remedy = "begin it four blanks deep, if it is the note's, else at the start of its line"
            report(number, what, remedy)
        elif not is_deep and (after_empty or ends(line)):
            return
        if not is_deep and has_id(lines[number - 1 :]):
            what = f"a paragraph right below note [^{label}]"
            report(number, what, "put an empty line between the two")
            return
        yield from [""] * empty
        yield DEEP.sub("", line, count=1) if is_deep else line.lstrip()
        after_empty, empty = False, 0


def ends(line: str) -> bool:
    """Whether a line right below a note is no part of it."""
    return (DEFINITION.match(line) or ENDS.match(line)) is not None


def has_id(lines: Sequence[str]) -> bool:
    """Whether lines, up to the first empty one, are a numbered paragraph."""
    own = takewhile(str.strip, lines)
    return any(ID_LINE.fullmatch(line.strip()) for line in own)


def read_definition(label: str, line: int, explained: Explained, report: Report) -> Read:
    """What an explaining note cites at its end and what it says, by its definition; nothing where it has none. `line`
    is that of its mark."""
    definition = explained.definitions.get(label)
    if not definition:
        otherwise = f"add '[^{label}]: …' to the page"
        remedy = did_you_mean(label, explained.definitions, otherwise)
        report(line, f"note [^{label}] is not defined", remedy)
        explained.missing.add(label)
        return Read()
    mistakes: list[int] = []

    def noted(at: int, what: str, remedy: str) -> None:
        mistakes.append(at)
        report(at, what, remedy)

    *above, last = [*read_paragraphs(label, definition, noted)] or [()]
    last, closing = split_end(last)
    return Read(tuple(filter(None, [*above, last])), closing, not mistakes)


def read_paragraphs(label: str, definition: Definition, report: Report) -> Iterator[Content]:
    """The paragraphs of an explaining note, with citations as nodes."""
    offset = definition.line - 1
    nodes = parsed(definition.text, offset, report)
    if not nodes:
        what = f"note [^{label}] says nothing"
        report(definition.line, what, f"write it: '[^{label}]: Words. [@key, p. 5]'")
    for node in nodes:
        line = offset + line_of(node)
        if node.type == "paragraph":
            content = read_content(node, line, report)
            content = with_citations(content, line, report)
            yield without_marks(content)
        elif node.type == "html_block":
            report(line, *RAW_HTML)
        else:
            refuse(node.type, label, line, report)


def without_marks(content: Content) -> Content:
    """A text without the marks of other notes, which are reported."""
    return changed(content, lambda leaf: () if isinstance(leaf, NoteMark) else (leaf,))


def refuse(kind: str, label: str, line: int, report: Report) -> None:
    """A note holds paragraphs alone."""
    remedy = "write it in sentences"
    if kind == "ordered_list":
        remedy += (
            "; a number that begins a line is no list with a backslash before its stop: '1902\\.'"
        )
    elif kind in {"code_block", "fence"}:
        remedy = "write it in sentences; a further paragraph begins four blanks deep, no more"
    report(line, f"{NAMES[kind]} in note [^{label}]", remedy)
