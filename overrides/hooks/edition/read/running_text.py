"""Reads running text, from markdown-it-py's syntax tree, into inlines; note marks in it become nodes."""

import re
from collections.abc import Iterable, Iterator, Sequence

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
    words,
)
from edition.problems import Report
from edition.read.citation_marks import Mark

CITATION = re.compile(r"(?<![\w.])@[a-z0-9]")


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


def with_marks(content: Content, marks: Sequence[Sequence[Mark]]) -> Content:
    """The text with the marks of each line of its prose as nodes, but for those that markup divides."""
    pieces = cut(content, marks)
    return changed(content, lambda leaf: next(pieces) if isinstance(leaf, Text) else [leaf])


def cut(content: Content, marks: Sequence[Sequence[Mark]]) -> Iterator[list[Inline]]:
    """Each text outside links, in pieces: note marks, and the words between them."""
    line = start = 0
    for inline in texts(content):
        if isinstance(inline, Break):
            line, start = line + 1, 0
        else:
            end = start + len(inline.words)
            own = [mark for mark in marks[line] if start <= mark.start and mark.end <= end]
            yield list(pieces(inline.words, start, own))
            start = end


def pieces(text: str, start: int, marks: Iterable[Mark]) -> Iterator[Inline]:
    """A text that begins at `start` of its line's prose, in pieces."""
    done = start
    for mark in marks:
        if before := text[done - start : mark.start - start]:
            yield Text(before)
        yield NoteMark(mark.typed)
        done = mark.end
    if after := text[done - start :]:
        yield Text(after)
