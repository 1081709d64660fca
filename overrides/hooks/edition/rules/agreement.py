"""Whether a page as Python-Markdown reads it and the model, which markdown-it-py read, are the same: word by word,
element by element, attribute by attribute."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from edition.model import Block, EditorNote, Heading, Page, Paragraph
from edition.model.inline import (
    Break,
    Cite,
    Code,
    Content,
    Emphasis,
    Inline,
    Link,
    NoteMark,
    SourceTitle,
    Strong,
    Text,
)
from edition.problems import Problem

RUNNING = {"a", "code", "em", "strong"}
"""Elements beside which a blank is a blank between words."""
BLANKS = re.compile(r"[ \t\r\n\f]+")
SHOWN = 60
"""Letters of a text that a message shows."""


@dataclass(frozen=True)
class Node:
    """An element of a page: its name, its attributes, and what it holds, texts and elements."""

    name: str
    attributes: Mapping[str, str | None]
    content: tuple["Piece", ...]
    line: int = 0
    """Where it begins in its file; 0 where that is not known."""


Piece = str | Node


def node(
    name: str, attributes: Mapping[str, str | None], pieces: Iterable[Piece], line: int = 0
) -> Node:
    """An element with each of its texts in one piece, whose blanks are single; a line's end stays one."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    if name != "code":
        found = [trimmed(piece, *beside(name, found, at)) for at, piece in enumerate(found)]
    return Node(name, attributes, tuple(piece for piece in found if piece != ""), line)


def beside(name: str, pieces: Sequence[Piece], at: int) -> tuple[bool, bool]:
    """Whether a piece begins, and whether it ends, at the edge of a block or of a line."""
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return is_edge(name, before), is_edge(name, after)


def is_edge(name: str, neighbour: Piece | None) -> bool:
    if neighbour is None:
        return name not in RUNNING
    return isinstance(neighbour, Node) and neighbour.name not in RUNNING


def trimmed(piece: Piece, begins: bool, ends: bool) -> Piece:
    """A text with single blanks, and none at an edge."""
    if isinstance(piece, Node):
        return piece
    text = BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", piece)
    text = text.lstrip(" \n") if begins else text
    return text.rstrip(" \n") if ends else text


# What the model reads


def expected(page: Page) -> Iterator[Node]:
    """The elements that a page must have, before anything is added to it."""
    for block in page.blocks:
        for piece in pieces_of(block):
            assert isinstance(piece, Node)
            yield piece


def pieces_of(block: Heading | Paragraph | EditorNote | Block) -> list[Piece]:
    """A block as an element; the text of an item whose list is tight has none of its own."""
    match block:
        case Heading():
            return [node(f"h{block.level}", {"id": block.id}, [block.title], block.line)]
        case Paragraph():
            typed = [*block.content, Break(), *block.relation_line]
            return [node("p", {"id": block.id}, running(tuple(typed)), block.line)]
        case EditorNote():
            return [node("div", {}, held(block.blocks), block.line)]
        case Block(element="pre"):
            text = "".join(part.words for part in block.content if isinstance(part, Code))
            return [node("pre", {}, [node("code", {}, [text])], block.line)]
        case Block(element=""):
            return running(block.content)
    own = [*running(block.content), *held(block.blocks)]
    return [node(block.element, dict(block.attributes), own, block.line)]


def held(blocks: Iterable[Heading | Block]) -> list[Piece]:
    return [piece for block in blocks for piece in pieces_of(block)]


def running(content: Content) -> list[Piece]:
    """Running text as it is before notes have their numbers: each mark as typed."""
    return [piece for part in content for piece in one(part)]


def one(part: Inline) -> list[Piece]:
    match part:
        case Text():
            return [part.words]
        case Code():
            return [node("code", {}, [part.words])]
        case Emphasis():
            return [node("em", {}, running(part.content))]
        case Strong():
            return [node("strong", {}, running(part.content))]
        case Link():
            title: dict[str, str | None] = {"title": part.title} if part.title else {}
            return [node("a", {"href": part.address, **title}, running(part.content))]
        case NoteMark():
            return [part.typed]
        case Break():
            return [Node("br", {}, ()), "\n"] if part.is_hard else ["\n"]
        case Cite() | SourceTitle():
            return running(part.content)  # references have these, pages do not


# The comparison

AS_TEXT = (
    "write it in words that both take for words: "
    "a sign that could be markup, one of * _ [ < ` & \\, stands in code or not at all"
)
AS_BLOCK = (
    "begin it at the start of its line, with an empty line before and after it; "
    "what belongs to the item of a list stands four blanks deep"
)
AS_ATTRIBUTE = (
    "write no attributes, and addresses without blanks, percent-encoded where they need it"
)


@dataclass
class Comparison:
    """Goes through two elements side by side, up to the first difference; knows the line on which it is."""

    line: int = field(default=0)

    def of(self, wanted: Piece | None, found: Piece | None) -> tuple[str, str] | None:
        """What is wrong, and how to mend it; None where both are the same."""
        if isinstance(wanted, Node):
            self.line = wanted.line or self.line
        if isinstance(wanted, Node) and isinstance(found, Node) and wanted.name == found.name:
            return self.of_elements(wanted, found)
        if isinstance(wanted, str) and isinstance(found, str):
            return self.of_texts(wanted, found)
        is_block = any(isinstance(piece, Node) and is_edge("", piece) for piece in (wanted, found))
        return two_ways(shown(wanted), shown(found)), AS_BLOCK if is_block else AS_TEXT

    def of_elements(self, wanted: Node, found: Node) -> tuple[str, str] | None:
        if wanted.attributes != found.attributes:
            return two_ways(shown(wanted), shown(found)), AS_ATTRIBUTE
        if wanted.name == "pre":
            wanted, found = without_end(wanted), without_end(found)
        for one, other in zip_longest(wanted.content, found.content):
            if difference := self.of(one, other):
                return difference
        self.line += wanted.name == "br"
        return None

    def of_texts(self, wanted: str, found: str) -> tuple[str, str] | None:
        same = len(common_start(on_one_line(wanted), on_one_line(found)))
        self.line += wanted.count("\n", 0, same)
        if on_one_line(wanted) == on_one_line(found):
            return None
        start = max(0, same - SHOWN // 2)
        return two_ways(shown(wanted[start:]), shown(found[start:])), AS_TEXT


def two_ways(wanted: str, found: str) -> str:
    return f"read in two ways: {wanted} in what the edition hands out, {found} on its page"


def shown(piece: Piece | None) -> str:
    """A piece in a message."""
    if piece is None:
        return "nothing"
    if isinstance(piece, str):
        return f"“{cut(on_one_line(piece))}”"
    attributes = (f' {name}="{cut(value or "")}"' for name, value in piece.attributes.items())
    return f"<{piece.name}{''.join(attributes)}>"


def cut(text: str) -> str:
    seen = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
    return seen if len(seen) <= SHOWN else f"{seen[:SHOWN]}…"


def on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def common_start(one: str, other: str) -> str:
    """The letters with which both begin."""
    length = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    return one[: min(len(one), len(other)) if length is None else length]


def without_end(block: Node) -> Node:
    """A code block without the line's end that closes it."""
    inner = [
        Node(part.name, part.attributes, tuple(str(text).rstrip("\n") for text in part.content))
        for part in block.content
        if isinstance(part, Node)
    ]
    return Node(block.name, block.attributes, tuple(inner), block.line)


def disagreements(page: Page, found: Iterable[Piece]) -> Iterator[Problem]:
    """One problem for each block that differs, up to the first that is another element: what follows may be shifted."""
    rendered = node("div", {}, found).content
    line = 0
    for wanted, other in zip_longest(expected(page), rendered):
        comparison = Comparison(line)
        if difference := comparison.of(wanted, other):
            yield Problem(f"docs/{page.file}", comparison.line or 1, *difference)
            if not (wanted and isinstance(other, Node) and wanted.name == other.name):
                return
        line = comparison.line


def other_keys(page: Page, read: Counter[str]) -> Iterator[Problem]:
    """Where another parser of citations reads other keys on a page than the model; `read` counts those."""
    own = Counter(citation.key for note in page.notes for citation in note.citations)
    for key in sorted((read - own) | (own - read)):
        what = f"mkdocs-bibtex reads {read[key]} citation(s) of '{key}', the edition {own[key]}"
        mend = "write '[@key, p. 5]', several separated by ';', and no '@' in other brackets"
        yield Problem(f"docs/{page.file}", line_with(page, f"@{key}"), what, mend)


def line_with(page: Page, text: str) -> int:
    """The first line of a page that holds some text."""
    lines = page.typed.split("\n")
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
