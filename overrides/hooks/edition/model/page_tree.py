"""A page of the model as a tree of elements: what any rendering of its text holds, before anything is added to it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.model.blocks import Block, EditorNote, Heading, Paragraph
from edition.model.inline import (
    Break,
    Cite,
    Code,
    Content,
    Emphasis,
    Inline,
    InPlace,
    Link,
    NoteMark,
    SourceTitle,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from edition.model.page import Page

RUNNING = {"a", "code", "em", "span", "strong", "sup"}
"""Elements beside which a blank is a blank between words."""
BLANKS = re.compile(r"[ \t\r\n\f]+")


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
    """An element whose adjacent texts are merged and whose runs of blanks are single; line ends stay line ends."""
    content: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and content and isinstance(content[-1], str):
            content[-1] += piece
        else:
            content.append(piece)
    if name != "code":
        content = [trimmed(piece, *beside(name, content, at)) for at, piece in enumerate(content)]
    return Node(name, attributes, tuple(piece for piece in content if piece != ""), line)


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


def as_typed(mark: NoteMark | InPlace) -> Piece:
    """Citations, or the mark of a note, before anything is put there."""
    return mark.typed


def emptied(mark: NoteMark | InPlace) -> Piece:
    """A note's mark as a raised figure, without its number and link, and citations as an element without their words:
    these are added later."""
    if isinstance(mark, InPlace):
        return Node("span", IN_PLACE, ())
    return Node("sup", {"id": f"fnref:{mark.mark_id}"}, ())


IN_PLACE: Mapping[str, str] = {"class": "short-citation"}
"""The attributes of the element in which citations are printed where they stand."""
Mark = Callable[[NoteMark | InPlace], Piece]


def tree_of(page: Page, mark: Mark = as_typed) -> Iterator[Node]:
    """The elements that a page must have before anything but note marks is added to it."""
    for block in page.blocks:
        for piece in pieces_of(block, mark):
            assert isinstance(piece, Node)
            yield piece


def pieces_of(
    block: Heading | Paragraph | EditorNote | Block, mark: Mark = as_typed
) -> list[Piece]:
    """A block as an element; the text of an item in a tight list has no element of its own."""
    match block:
        case Heading():
            return [node(f"h{block.level}", {"id": block.id}, [block.title], block.line)]
        case Paragraph():
            typed = [*block.content, Break(), *block.relation_line]
            own = node("p", {"id": block.id}, running(tuple(typed), mark), block.line)
            return [own, *held(block.blocks, mark)]
        case EditorNote():
            return [node("div", {}, held(block.blocks, mark), block.line)]
        case Block(element="pre"):
            text = "".join(part.words for part in block.content if isinstance(part, Code))
            return [node("pre", {}, [node("code", {}, [text])], block.line)]
        case Block(element=""):
            return running(block.content, mark)
    inner = [*running(block.content, mark), *held(block.blocks, mark)]
    return [node(block.element, dict(block.attributes), inner, block.line)]


def held(blocks: Iterable[Heading | Block], mark: Mark) -> list[Piece]:
    return [piece for block in blocks for piece in pieces_of(block, mark)]


def running(content: Content, mark: Mark = as_typed) -> list[Piece]:
    return [piece for part in content for piece in inline_pieces(part, mark)]


def inline_pieces(part: Inline, mark: Mark) -> list[Piece]:
    match part:
        case Text():
            return [part.words]
        case Code():
            return [node("code", {}, [part.words])]
        case Emphasis():
            return [node("em", {}, running(part.content, mark))]
        case Strong():
            return [node("strong", {}, running(part.content, mark))]
        case Superscript():
            return [node("sup", {}, running(part.content, mark))]
        case Subscript():
            return [node("sub", {}, running(part.content, mark))]
        case Link():
            title: dict[str, str | None] = {"title": part.title} if part.title else {}
            return [node("a", {"href": part.address, **title}, running(part.content))]
        case NoteMark() | InPlace():
            return [mark(part)]
        case Break():
            return [Node("br", {}, ()), "\n"] if part.is_hard else ["\n"]
        case Cite() | SourceTitle():
            return running(part.content)  # references have these, pages do not
