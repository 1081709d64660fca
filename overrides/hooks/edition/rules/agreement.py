"""Whether a page as Python-Markdown reads it and the model, which markdown-it-py read, are the same: word by word,
element by element, attribute by attribute."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from edition.model import Page
from edition.model.page_tree import Node, Piece, is_edge, node, tree_of
from edition.problems import Problem
from edition.rules.printed_forms import outside_code

CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
NO_KEY = re.compile(r"(?<=[A-Za-z0-9_\u00c0-\u024f./])@|\\@")
SHOWN = 60
"""Letters of a text that a message shows."""


AS_TEXT = (
    "write it in words that both take for words: "
    "a sign that could be markup, one of * _ [ < ` & \\, stands in code or not at all"
)
AS_BLOCK = "begin it at the start of its line, with an empty line before and after it"
REMEDIES = dict.fromkeys(
    ("ul", "ol", "li"),
    "write all items of a list alike, '- words' or '1. words', with an empty line between all of them or none; "
    "what belongs to an item, a list in it as well, begins four blanks deep",
) | {
    "table": "write '\\|' for a bar within a cell, and no bar within code",
    "blockquote": "begin each line of it with '> ', an empty one with '>'",
}
"""What to write within blocks of these names."""
AS_ATTRIBUTE = (
    "write no attributes, and addresses without blanks, percent-encoded where they need it"
)


@dataclass
class Comparison:
    """Goes through an element of the model and one of the rendered page side by side, and knows the line.

    Of the problems that it finds, the first counts: what follows may be shifted.
    """

    file: str
    line: int
    within: str = ""
    """The name of the list, the table or the quotation that is gone through."""

    def of(self, own: Piece | None, rendered: Piece | None) -> Iterator[Problem]:
        """An element is the same in the model and on the page."""
        if isinstance(own, Node):
            self.line = own.line or self.line
        for piece in (own, rendered):
            if isinstance(piece, Node):
                self.within = piece.name if piece.name in REMEDIES else self.within
        if isinstance(own, Node) and isinstance(rendered, Node) and own.name == rendered.name:
            yield from self.of_elements(own, rendered)
        elif isinstance(own, str) and isinstance(rendered, str):
            yield from self.of_texts(own, rendered)
        else:
            pieces = (piece for piece in (own, rendered) if isinstance(piece, Node))
            is_block = any(is_edge("", piece) for piece in pieces)
            remedy = REMEDIES.get(self.within, AS_BLOCK) if is_block else AS_TEXT
            yield self.problem(own, rendered, remedy)

    def of_elements(self, own: Node, rendered: Node) -> Iterator[Problem]:
        """Two elements of a name have the same attributes and the same content."""
        if own.attributes != rendered.attributes:
            yield self.problem(own, rendered, AS_ATTRIBUTE)
        if own.name == "pre":
            own, rendered = without_end(own), without_end(rendered)
        for own_piece, shown_piece in zip_longest(own.content, rendered.content):
            yield from self.of(own_piece, shown_piece)
        self.line += own.name == "br"

    def of_texts(self, own: str, rendered: str) -> Iterator[Problem]:
        """Two texts have the same letters."""
        same = len(common_start(on_one_line(own), on_one_line(rendered)))
        self.line += own.count("\n", 0, same)
        if on_one_line(own) != on_one_line(rendered):
            start = max(0, same - SHOWN // 2)
            is_cut = same in (len(own), len(rendered))  # It goes on in another block.
            within = self.within if is_cut or self.within == "table" else ""
            yield self.problem(own[start:], rendered[start:], REMEDIES.get(within, AS_TEXT))

    def problem(self, own: Piece | None, rendered: Piece | None, remedy: str) -> Problem:
        ways = f"{shown(own)} in what the edition hands out, {shown(rendered)} on its page"
        return Problem(self.file, self.line or 1, f"read in two ways: {ways}", remedy)


def shown(piece: Piece | None) -> str:
    """A piece in a message."""
    if piece is None:
        return "nothing"
    if isinstance(piece, str):
        return f"“{cut(on_one_line(piece))}”"
    attributes = (f' {name}="{cut(value or "")}"' for name, value in piece.attributes.items())
    return f"<{piece.name}{''.join(attributes)}>"


def cut(text: str) -> str:
    """A text of at most SHOWN letters, with numbers for what cannot be seen."""
    visible = "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in text)
    return visible if len(visible) <= SHOWN else f"{visible[:SHOWN]}…"


def on_one_line(text: str) -> str:
    return text.replace("\n", " ")


def common_start(first: str, second: str) -> str:
    """The letters with which both begin."""
    length = next(
        (at for at, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), None
    )
    return first[: min(len(first), len(second)) if length is None else length]


def without_end(block: Node) -> Node:
    """A code block without its last line break."""
    inner = [
        Node(part.name, part.attributes, tuple(str(text).rstrip("\n") for text in part.content))
        for part in block.content
        if isinstance(part, Node)
    ]
    return Node(block.name, block.attributes, tuple(inner), block.line)


def disagreements(page: Page, rendered: Iterable[Piece]) -> Iterator[Problem]:
    """One problem for each block that differs; for the first alone where one of the two has more blocks than the other,
    since those that follow may be shifted."""
    line, own_blocks = 0, tuple(tree_of(page))
    shown_blocks = node("div", {}, rendered).content
    for own, shown_block in zip_longest(own_blocks, shown_blocks):
        comparison = Comparison(f"docs/{page.file}", line)
        if problem := next(comparison.of(own, shown_block), None):
            yield problem
            if len(own_blocks) != len(shown_blocks):
                return
        line = comparison.line


def other_keys(page: Page, read: Counter[str]) -> Iterator[Problem]:
    """One problem for each citation key that another parser reads more or less often on a page than the model;
    `read` counts the keys that it reads."""
    own = Counter(citation.key for citation, _ in page.cited)
    for key in sorted((read - own) | (own - read)):
        what = f"mkdocs-bibtex reads {read[key]} citation(s) of '{key}', the edition {own[key]}"
        remedy = "write '[@key, p. 5]', several separated by ';', and no '@' in other brackets"
        yield Problem(f"docs/{page.file}", line_with(page, f"@{key}"), what, remedy)


def citable(markdown: str) -> str:
    """The Markdown of a page as a parser of citations needs it: without code, and without each sign that cites nothing,
    since a backslash or a part of an address stands before it. What is indented in a note is no code."""
    lines = (line for _, line in outside_code(markdown))
    text = CODE_SPAN.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), "\n".join(lines))
    return NO_KEY.sub(" ", text)


def line_with(page: Page, text: str) -> int:
    """The first line of a page that holds some text."""
    lines = page.typed.split("\n")
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
