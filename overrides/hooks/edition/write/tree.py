"""Trees of elements, of Python's own library: making them, and putting something into them."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from string import Formatter
from xml.etree.ElementTree import Element

from edition.model.languages import ForeignNames

Piece = Element | str


def element(tag: str, *pieces: Piece, **attributes: str) -> Element:
    """An element that holds texts and elements. An underscore in the name of an attribute is a hyphen, and nothing
    at its end: `class_`, `aria_label`."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = Element(tag, named)
    hold(made, pieces)
    return made


def hold(parent: Element, pieces: Sequence[Piece]) -> None:
    """Gives an element texts and elements to hold, in place of all that it held."""
    for child in list(parent):
        parent.remove(child)
    parent.text = None
    for piece in pieces:
        if isinstance(piece, Element):
            piece.tail = None
            parent.append(piece)
        elif len(parent):
            parent[-1].tail = (parent[-1].tail or "") + piece
        else:
            parent.text = (parent.text or "") + piece


def pieces_in(parent: Element) -> Iterator[Piece]:
    """The texts and elements that an element holds, in order."""
    if parent.text:
        yield parent.text
    for child in parent:
        yield child
        if child.tail:
            yield child.tail


def filled(sentence: str, **parts: Piece | Sequence[Piece] | int) -> list[Piece]:
    """The pieces of a sentence of ours with its fields filled."""
    pieces: list[Piece] = []
    for words, name, _, _ in Formatter().parse(sentence):
        part = parts[name] if name else ""
        pieces += [words, *part] if isinstance(part, list) else [words, as_piece(part)]
    return [piece for piece in pieces if not isinstance(piece, str) or piece]


def as_piece(part: Piece | Sequence[Piece] | int) -> Piece:
    return part if isinstance(part, Element) else str(part)


RUNNING = {"a", "cite", "code", "em", "span", "strong", "sup", "time"}
"""Elements within a line, which do not end a word; others do."""


def words_of(elements: Sequence[Element]) -> str:
    """The words of some elements, with single blanks between them."""
    return " ".join("".join(map(padded, elements)).split())


def padded(element: Element) -> str:
    inner = "".join(
        piece if isinstance(piece, str) else padded(piece) for piece in pieces_in(element)
    )
    return inner if element.tag in RUNNING else f" {inner} "


WHOLE = {"a", "code", "pre", "span", "sup"}
"""Elements in which no note is marked."""


def replace(parent: Element, texts: deque[tuple[str, Element]]) -> None:
    """Replaces texts by elements, in order, outside links and code; what was not replaced is left in `texts`."""
    pieces: list[Piece] = []
    for piece in list(pieces_in(parent)):
        if isinstance(piece, str):
            pieces += divided(piece, texts)
        else:
            if piece.tag not in WHOLE:
                replace(piece, texts)
            pieces.append(piece)
    hold(parent, pieces)


def divided(words: str, texts: deque[tuple[str, Element]]) -> Iterator[Piece]:
    """Words in which the texts that they hold are replaced by elements."""
    while texts and (found := re.search(with_blanks(texts[0][0]), words)):
        yield words[: found.start()]
        yield texts.popleft()[1]
        words = words[found.end() :]
    yield words


def with_blanks(text: str) -> str:
    """The pattern of a text, in which a tab may have become blanks."""
    return r"[ \t]+".join(map(re.escape, re.split(r"[ \t]+", text)))


def last_line(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """A text without its last line, and that line."""
    for at in reversed(range(len(pieces))):
        piece = pieces[at]
        if isinstance(piece, str) and "\n" in piece:
            above, _, line = piece.rpartition("\n")
            return [*pieces[:at], f"{above}\n"], [line, *pieces[at + 1 :]]
    return [], list(pieces)


def with_languages(parent: Element, foreign: ForeignNames) -> None:
    """Gives each stretch of text in another language than the edition's a `lang`, unless an element around has one."""
    pieces: list[Piece] = []
    for piece in list(pieces_in(parent)):
        if isinstance(piece, str):
            pieces += spoken(piece, foreign)
        else:
            if piece.get("lang", foreign.own) == foreign.own:
                with_languages(piece, foreign)
            pieces.append(piece)
    hold(parent, pieces)


def spoken(words: str, foreign: ForeignNames) -> Iterator[Piece]:
    for piece, language in foreign.pieces(words):
        yield piece if language == foreign.own else element("span", piece, lang=language)
