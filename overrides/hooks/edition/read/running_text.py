"""Reads running text, from markdown-it-py's syntax tree, into inlines; note marks in it become nodes."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
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
    Phrase,
    Strong,
    Text,
    changed,
    in_places,
    lines,
    note_marks,
    plain,
)
from edition.problems import Report
from edition.read.marks.citation_marks import BROKEN, IN_BRACES, KEY, SIGN, Mark, marks_in
from edition.read.marks.raised import widened

MARKDOWN = MarkdownIt("commonmark").enable("table").disable("text_join")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # what it refuses would pass unseen
DEEPEST = 16
"""Levels of nesting; markdown-it-py drops what is nested deeper than 20 blocks."""
SPLIT_END = re.compile(rf"^[^\]]*\]({IN_BRACES})?")
OF_MARKS = "@[]^"
"""Signs of which note marks are made: one after a backslash is a letter like any other."""


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
        return merged(inline for node in nodes for inline in self.read_inline(node))

    def read_inline(self, node: SyntaxTreeNode) -> Iterator[Inline]:
        """A node as inlines; one that the edition does not allow is reported and left out."""
        match node.type:
            case "text":
                yield from [Text(node.content)] if node.content else []
            case "text_special":
                yield Text(node.content, is_escaped=node.content in OF_MARKS)
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
                yield Code(node.content)
            case "image":
                remedy = "describe it in words: the edition has no pictures in its text"
                self.report(self.line, "an image", remedy)
            case _:
                self.report(self.line, *RAW_HTML)

    def link(self, node: SyntaxTreeNode) -> Link:
        content, title = self.read(node.children), str(node.attrs.get("title", ""))
        for key in KEY.findall(" ".join(prose(content))):
            remedy = f"put it after the link, or write '\\@{key}' for an account's name"
            self.report(self.line, f"a citation of '{key}' inside a link", remedy)
        for brackets in IN_TITLE.findall(title):
            self.report(
                self.line, f"a citation, {brackets}, in a link's title", "put it after the link"
            )
        return Link(content, str(node.attrs.get("href", "")), self.line, title)


IN_TITLE = re.compile(r"\[[^\[\]]*(?<![\w.])@\w[^\[\]]*\]")
WEB_ADDRESS = re.compile(
    r"(?P<code>`+[^`]*`+)|(?<=\]\()https?://[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*|(?<=\]\(<)https?://[^<>]*(?=>)",
    re.IGNORECASE,
)
"""An address of the web to which a link leads, or else code."""


def with_encoded_addresses(line: str) -> str:
    """A line of Markdown with the addresses of its links as they go over the wire: in ASCII (RFC 3986, RFC 5890)."""
    return WEB_ADDRESS.sub(lambda found: found[0] if found["code"] else encoded(found[0]), line)


def encoded(address: str) -> str:
    """An address of the web in ASCII."""
    scheme, colon, rest = address.partition(":")
    return normalizeLink(f"{scheme.lower()}{colon}{rest}")


RAW_HTML = ("raw HTML", "write Markdown; nothing checks what HTML does to a page")


def merged(parts: Iterable[Inline]) -> Content:
    """Parts of a text with adjacent words as one, but for escaped signs."""
    result: list[Inline] = []
    for part in parts:
        last = result[-1] if result else None
        if (
            isinstance(part, Text)
            and isinstance(last, Text)
            and not (part.is_escaped or last.is_escaped)
        ):
            result[-1] = Text(last.words + part.words)
        else:
            result.append(part)
    return tuple(result)


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
            lines[-1] += SIGN * len(inline.words) if inline.is_escaped else inline.words
    return lines


def whole_citations(lines: Sequence[str], first: int, report: Report) -> Iterator[tuple[int, str]]:
    """Lines of prose with their numbers, without citations that are broken over two lines, which are reported."""
    is_open = False
    for number, line in enumerate(lines, first):
        prose = SPLIT_END.sub(lambda end: " " * len(end[0]), line) if is_open else line
        is_open = BROKEN.search(prose) is not None
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
            typed.remove(next(mark for mark in typed if mark in whole))
        for divided in typed:
            report(number, f"markup inside {divided}", "write citations in plain text")
        for phrase in part:
            if isinstance(phrase, Phrase) and not plain(phrase.content):
                for mark in note_marks(phrase.content):
                    report(number, f"markup around {mark.typed} alone", "write it without markup")


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
            own = widened(inline.words, start, own) if made is note_mark else own
            yield parted(list(pieces(inline.words, start, own, made)))
            start = end


def parted(pieces: list[Inline]) -> list[Inline]:
    """Pieces of a text in which each mark knows whether another follows."""
    followed = [isinstance(after, NoteMark) for after in [*pieces[1:], None]]
    return [
        replace(piece, is_followed=is_followed) if isinstance(piece, NoteMark) else piece
        for piece, is_followed in zip(pieces, followed, strict=True)
    ]


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
