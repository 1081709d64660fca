"""Whether a page as Python-Markdown reads it and the model, which markdown-it-py read, are the same: word by word,
element by element, attribute by attribute."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from edition.model import Page
from edition.model.page_tree import Node, Piece, is_edge, node, tree_of
from edition.problems import Problem

SHOWN = 60
"""Letters of a text that a message shows."""


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
    """Compares two elements up to their first difference, and keeps the line on which that is."""

    line: int = field(default=0)

    def of(self, wanted: Piece | None, actual: Piece | None) -> tuple[str, str] | None:
        """What differs, and the remedy; None if both are the same."""
        if isinstance(wanted, Node):
            self.line = wanted.line or self.line
        if isinstance(wanted, Node) and isinstance(actual, Node) and wanted.name == actual.name:
            return self.of_elements(wanted, actual)
        if isinstance(wanted, str) and isinstance(actual, str):
            return self.of_texts(wanted, actual)
        is_block = any(isinstance(piece, Node) and is_edge("", piece) for piece in (wanted, actual))
        return two_ways(shown(wanted), shown(actual)), AS_BLOCK if is_block else AS_TEXT

    def of_elements(self, wanted: Node, actual: Node) -> tuple[str, str] | None:
        if wanted.attributes != actual.attributes:
            return two_ways(shown(wanted), shown(actual)), AS_ATTRIBUTE
        if wanted.name == "pre":
            wanted, actual = without_end(wanted), without_end(actual)
        for wanted_piece, actual_piece in zip_longest(wanted.content, actual.content):
            if difference := self.of(wanted_piece, actual_piece):
                return difference
        self.line += wanted.name == "br"
        return None

    def of_texts(self, wanted: str, actual: str) -> tuple[str, str] | None:
        same = len(common_start(on_one_line(wanted), on_one_line(actual)))
        self.line += wanted.count("\n", 0, same)
        if on_one_line(wanted) == on_one_line(actual):
            return None
        start = max(0, same - SHOWN // 2)
        return two_ways(shown(wanted[start:]), shown(actual[start:])), AS_TEXT


def two_ways(wanted: str, actual: str) -> str:
    return f"read in two ways: {wanted} in what the edition hands out, {actual} on its page"


def shown(piece: Piece | None) -> str:
    """A piece in a message."""
    if piece is None:
        return "nothing"
    if isinstance(piece, str):
        return f"“{cut(on_one_line(piece))}”"
    attributes = (f' {name}="{cut(value or "")}"' for name, value in piece.attributes.items())
    return f"<{piece.name}{''.join(attributes)}>"


def cut(text: str) -> str:
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


def disagreements(page: Page, pieces: Iterable[Piece]) -> Iterator[Problem]:
    """One problem for each block that differs, up to the first with another tag, after which blocks may be shifted."""
    rendered = node("div", {}, pieces).content
    line = 0
    for wanted, actual in zip_longest(tree_of(page), rendered):
        comparison = Comparison(line)
        if difference := comparison.of(wanted, actual):
            yield Problem(f"docs/{page.file}", comparison.line or 1, *difference)
            if not (wanted and isinstance(actual, Node) and wanted.name == actual.name):
                return
        line = comparison.line


def other_keys(page: Page, read: Counter[str]) -> Iterator[Problem]:
    """One problem for each citation key that another parser reads more or less often on a page than the model;
    `read` counts the keys that it reads."""
    own = Counter(citation.key for note in page.notes for citation in note.citations)
    for key in sorted((read - own) | (own - read)):
        what = f"mkdocs-bibtex reads {read[key]} citation(s) of '{key}', the edition {own[key]}"
        remedy = "write '[@key, p. 5]', several separated by ';', and no '@' in other brackets"
        yield Problem(f"docs/{page.file}", line_with(page, f"@{key}"), what, remedy)


def line_with(page: Page, text: str) -> int:
    """The first line of a page that holds some text."""
    lines = page.typed.split("\n")
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
