"""Reads running text, from markdown-it-py's syntax tree, into inlines; note marks in it become nodes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from edition.model.inline import (
    Break,
    Code,
    Content,
    Emphasis,
    Inline,
    Link,
    NoteMark,
    Strong,
    Text,
    changed,
    in_places,
    lines,
    note_marks,
    words,
)
from edition.problems import Report
from edition.read.marks.citation_marks import IN_BRACES, Mark, marks_in

MARKDOWN = MarkdownIt("commonmark").enable("table")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # what it refuses would pass unseen
DEEPEST = 16
"""Levels of nesting; markdown-it-py drops what is nested deeper than 20 blocks."""
CITATION = re.compile(r"(?<![\w.])@[a-z0-9]")
SPLIT_START, SPLIT_END = re.compile(r"\[@[^\]]*$"), re.compile(rf"^[^\]]*\]({IN_BRACES})?")


def parsed(text: str, offset: int, report: Report) -> Sequence[SyntaxTreeNode]:
    """The blocks of some Markdown whose first line is line `offset + 1` of the file; none where they are nested too
    deep, which is reported."""
    tokens = MARKDOWN.parse(text)
    if deep := next((token for token in tokens if depth(token) > DEEPEST), None):
        what = f"what is nested more than {DEEPEST} levels deep"
        report(offset + line_of(deep), what, "begin a new block, or end markup before more")
        return ()
    return SyntaxTreeNode(tokens).children


def depth(token: Token) -> int:
    """How deep a token's markup, or markup within its text, is nested."""
    return max(token.level, *(child.level for child in token.children or ()), 0)


def line_of(node: SyntaxTreeNode | Token) -> int:
    """The line of some Markdown on which a block begins, from 1."""
    return (node.map[0] if node.map else 0) + 1


def read_content(node: SyntaxTreeNode, line: int, report: Report) -> Content:
    """The running text of a block."""
    return RunningText(line, report).read(node.children[0].children)


class RunningText:
    """Reads the inlines of one text, and counts its lines."""

    def __init__(self, line: int, report: Report) -> None:
        self.line, self.report = line, report

    def read(self, nodes: Sequence[SyntaxTreeNode]) -> Content:
        return tuple(inline for node in nodes for inline in self.read_inline(node))

    def read_inline(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """A node as inlines; one that the edition does not allow is reported and left out."""
        match node.type:
            case "text":
                yield from [Text(node.content)] if node.content else []
            case "softbreak" | "hardbreak":
                self.line += 1
                yield Break(is_hard=node.type == "hardbreak")
            case "em":
                yield Emphasis(self.read(node.children))
            case "strong":
                yield Strong(self.read(node.children))
            case "link":
                yield self.link(node)
            case "code_inline":
                self.refuse_citation(node.content, "code")
                yield Code(node.content)
            case "image":
                remedy = "describe it in words: the edition has no pictures in its text"
                self.report(self.line, "an image", remedy)
            case _:
                self.report(self.line, *RAW_HTML)

    def link(self, node: SyntaxTreeNode) -> Link:
        content, title = self.read(node.children), str(node.attrs.get("title", ""))
        self.refuse_citation(title, "a link's title")
        self.refuse_citation(words(content), "a link")
        return Link(content, str(node.attrs.get("href", "")), self.line, title)

    def refuse_citation(self, text: str, what: str) -> None:
        """A citation stands in prose, not inside a link or code."""
        if CITATION.search(text):
            self.report(self.line, f"a citation inside {what}", f"put it after {what}")


RAW_HTML = ("raw HTML", "write Markdown; nothing checks what HTML does to a page")


def texts(content: Content) -> Iterator[Text | Break]:
    """The words outside links and code, and all breaks."""
    for inline in content:
        if isinstance(inline, Text | Break):
            yield inline
        elif isinstance(inline, Emphasis | Strong):
            yield from texts(inline.content)
        elif isinstance(inline, Link):
            yield from (inner for inner in texts(inline.content) if isinstance(inner, Break))


def prose(content: Content) -> list[str]:
    """The words outside links and code, line by line: where note marks may stand."""
    lines = [""]
    for inline in texts(content):
        if isinstance(inline, Break):
            lines.append("")
        else:
            lines[-1] += inline.words
    return lines


def whole_citations(lines: Sequence[str], first: int, report: Report) -> Iterator[tuple[int, str]]:
    """Lines of prose with their numbers, without citations that are broken over two lines, which are reported."""
    is_open = False
    for number, line in enumerate(lines, first):
        prose = SPLIT_END.sub(lambda end: " " * len(end[0]), line) if is_open else line
        is_open = SPLIT_START.search(prose) is not None
        if is_open:
            remedy = "write it on one line, from '[@' to ']'"
            report(number, "a citation over two lines, or without its ']'", remedy)
        yield number, prose


def marks_by_line(content: Content, line: int, report: Report) -> list[list[Mark]]:
    """The marks of notes in each line of a text that begins on a line of its file."""
    numbered = whole_citations(prose(content), line, report)
    return [marks_in(text, number, report) for number, text in numbered]


def check_undivided(
    marked: Content, marks: Sequence[Sequence[Mark]], line: int, report: Report
) -> None:
    """A mark holds no markup; `marked` is the text with those that hold none as nodes."""
    for number, (part, own) in enumerate(zip(lines(marked), marks, strict=True), line):
        typed = [mark.typed for mark in own]
        for whole in [w.typed for w in note_marks(part)] + [w.typed for w in in_places(part)]:
            typed.remove(whole)
        for divided in typed:
            report(number, f"markup inside {divided}", "write citations in plain text")


def note_mark(mark: Mark) -> Inline:
    return NoteMark(mark.typed)


def with_marks(
    content: Content,
    marks: Sequence[Sequence[Mark]],
    made: Callable[[Mark], Inline] = note_mark,
) -> Content:
    """The text with the marks of each line of its prose as the nodes that are `made` of them, but for those that markup
    divides."""
    pieces = cut(content, marks, made)
    return changed(content, lambda leaf: next(pieces) if isinstance(leaf, Text) else [leaf])


def cut(
    content: Content, marks: Sequence[Sequence[Mark]], made: Callable[[Mark], Inline]
) -> Iterator[list[Inline]]:
    """Each text outside links, in pieces: note marks, and the words between them."""
    line = start = 0
    for inline in texts(content):
        if isinstance(inline, Break):
            line, start = line + 1, 0
        else:
            end = start + len(inline.words)
            own = [mark for mark in marks[line] if start <= mark.start and mark.end <= end]
            yield list(pieces(inline.words, start, own, made))
            start = end


def pieces(
    text: str, start: int, marks: Iterable[Mark], made: Callable[[Mark], Inline]
) -> Iterator[Inline]:
    """A text that begins at `start` of its line's prose, in pieces."""
    done = start
    for mark in marks:
        if before := text[done - start : mark.start - start]:
            yield Text(before)
        yield made(mark)
        done = mark.end
    if after := text[done - start :]:
        yield Text(after)
