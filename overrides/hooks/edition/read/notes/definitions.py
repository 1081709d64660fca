"""The definitions of explaining notes: `[^5]: what it says`, and further paragraphs of it four blanks deep (Pandoc's
Markdown, 'Footnotes')."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile

from edition.model.inline import Content, InPlace, NoteMark, changed
from edition.problems import Report, did_you_mean
from edition.read.blocks.block_checks import LISTS, NAMES
from edition.read.blocks.fences import code_lines
from edition.read.notes.in_place import split_end, with_citations
from edition.read.running_text import RAW_HTML, line_of, parsed, read_content

DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
DEEP = re.compile(r" {4}| {0,3}\t")
"""How a line begins that belongs to a note, after an empty one."""
ENDS = re.compile(r"#{1,6}\s|///|`{3}|~{3}")
"""What begins a block of another kind right below a note."""
EXPLAINED = re.compile(r"\[\^([^\]\s]+)\]")
BEGUN = re.compile(r"(\d*)([.)*+-])")
"""What makes a list of the first line of a note."""
SHOWN = 50
"""Letters of a line that a message shows."""
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
    undefined: dict[str, int] = field(default_factory=dict)
    """The labels of marks that no definition has, each with the line of its first mark."""

    def without_definitions(self, lines: Sequence[str]) -> list[str]:
        """The lines of the page, those that hold a definition left empty."""
        return ["" if number in self.lines else line for number, line in enumerate(lines, 1)]

    def report_unpaired(self, report: Report) -> None:
        """A mark leads to each definition, and each mark of a label to one; where one of each is left, they are meant
        for each other."""
        unused = sorted(
            self.definitions.keys() - self.marked, key=lambda label: self.definitions[label].line
        )
        for label, line in self.undefined.items():
            remedy = did_you_mean(label, self.definitions, f"add '[^{label}]: …' to the page")
            if unused:
                remedy = f"did you mean [^{unused.pop(0)}], to which no mark leads?"
            report(line, f"note [^{label}] is not defined", remedy)
        for label in unused:
            what = f"note [^{label}] is defined, but no mark leads to it"
            report(self.definitions[label].line, what, "add its mark")


def explained_in(lines: Sequence[str], noted: Set[int], report: Report) -> Explained:
    """The explaining notes that the lines of a page define; `noted` are the lines of its editor's notes."""
    definitions: dict[str, Definition] = {}
    held, code = set[int](), code_lines(lines)
    for number, line in enumerate(lines, 1):
        match = DEFINITION.fullmatch(line.rstrip())
        if not match or number in code or number in held:
            continue
        label, words = match[1], match[2]
        if number in noted:
            what = f"the definition of note [^{label}] in an editor's note"
            report(number, what, "put it below '///', or at the page's end")
        more = [] if number in noted else list(continued(lines, number, label, report))
        if label in definitions:
            what = f"note [^{label}] is defined twice, first on line {definitions[label].line}"
            report(number, what, "delete one of the two")
        definitions[label] = Definition(number, "\n".join([words, *more]))
        held |= {*range(number, number + 1 + len(more))}
    return Explained(definitions, held)


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
        if is_deep and ID_LINE.fullmatch(line.strip()):
            report(number, f"'{line.strip()}' in note [^{label}]", "take it out: a note has no id")
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
        explained.undefined.setdefault(label, line)
        return Read()
    explained.marked.update(EXPLAINED.findall(definition.text))
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
            refuse(node.type, label, definition.text, line, report)


def without_marks(content: Content) -> Content:
    """A text without the marks of other notes, which are reported."""
    return changed(content, lambda leaf: () if isinstance(leaf, NoteMark) else (leaf,))


def refuse(kind: str, label: str, typed: str, line: int, report: Report) -> None:
    """A note holds paragraphs alone; a number or a sign that begins it and means no list is escaped."""
    remedy, first = "write it in sentences", typed.partition("\n")[0]
    begun = BEGUN.match(first)
    if kind in LISTS and begun:
        words = f"{begun[1]}\\{begun[2]}{first[begun.end() :]}"[:SHOWN]
        remedy += f", or, if it is none, write '[^{label}]: {words}'"
    elif kind in {"code_block", "fence"}:
        remedy += "; a further paragraph begins four blanks deep, no more"
    report(line, f"{NAMES[kind]} in note [^{label}]", remedy)
