"""What is wrong with a list, a table, a quotation or code as typed: one generator a rule, its docstring the rule.

Python-Markdown, which makes the page, reads each of these forms differently from the model, or loses some of it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it.tree import SyntaxTreeNode

from edition.read.running_text import line_of

NAMES = {
    "bullet_list": "a list",
    "ordered_list": "a list",
    "table": "a table",
    "fence": "a code block",
    "code_block": "a code block",
    "blockquote": "a quotation",
    "hr": "a rule",
    "heading": "a heading",
    "paragraph": "a paragraph",
}
"""Blocks by the types of markdown-it-py, as messages name them."""
SET_APART = {"bullet_list", "ordered_list", "table", "blockquote"}
"""Blocks that begin with an empty line above them: else Python-Markdown reads them as words of the paragraph there."""
LISTS = {"bullet_list", "ordered_list"}
ID_END = re.compile(r"\{\s*#\S+?\s*\}[|\s]*$")
ID_BELOW = re.compile(r"[>|\s]*\{\s*#(\S+?)\s*\}[|\s]*")
"""The line of a paragraph's id, where it stands below a list, a table or a quotation."""
BAR = re.compile(r"(?<!\\)\|")
OUTER = re.compile(r"^(?:\s*>)*\s*\|?|(?<!\\)\|\s*$")
"""What stands around the cells of a row."""
DASHES = re.compile(r"\s*:?-+:?\s*")
MARK = re.compile(r"^(?:\s*(?:>|[-*+](?=\s)))*\s*")
"""What stands before the words of a line: signs of quotations and lists."""
Fault = tuple[int, str, str]
"""A line, what is wrong, and the remedy."""


@dataclass(frozen=True)
class Typed:
    """A block, with the lines of the Markdown that holds it, of which the first is line `offset + 1` of the file."""

    node: SyntaxTreeNode
    lines: Sequence[str]
    offset: int
    line: int
    """Where it begins in the file."""
    is_in_chapter: bool = False
    """Whether it stands in the text of a chapter, outside editor's notes."""

    @property
    def block_name(self) -> str:
        """What it is, as messages name it."""
        return NAMES[self.node.type]

    @property
    def above(self) -> SyntaxTreeNode | None:
        return self.node.previous_sibling

    @property
    def is_outer(self) -> bool:
        return self.node.parent is not None and self.node.parent.is_root

    @property
    def is_in_item(self) -> bool:
        return self.node.parent is not None and self.node.parent.type == "list_item"

    def text(self, line: int) -> str:
        """A line of the file as typed; empty above the first."""
        at = line - self.offset - 1
        return self.lines[at] if 0 <= at < len(self.lines) else ""

    @property
    def words(self) -> str:
        """Its first line, without blanks at its ends."""
        return self.text(self.line).strip()


def is_set_apart(typed: Typed) -> Iterator[Fault]:
    """A list, a table or a quotation has an empty line above it, and '>' between two parts of one quotation."""
    above = typed.above
    if not above or typed.node.type not in SET_APART:
        return
    if typed.is_outer and above.type == "paragraph" and typed.text(typed.line - 1).strip():
        what = f"{typed.block_name} right below a line of words"
        yield typed.line, what, f"put an empty line above '{typed.words}'"
    elif typed.node.type == above.type == "blockquote":
        what = "an empty line within a quotation"
        yield (
            typed.line - 1,
            what,
            f"write '>' there, above '{typed.words}', or words between the two",
        )


def begins_alike(typed: Typed) -> Iterator[Fault]:
    """The items of a list begin with one sign."""
    if typed.node.type in LISTS and typed.above and typed.above.type == typed.node.type:
        what = f"an item with another sign than those above it: '{typed.words}'"
        yield typed.line, what, "begin all items of a list alike, with '- ' or with '1. '"


def is_no_number(typed: Typed) -> Iterator[Fault]:
    """A list within a list or a quotation counts from 1; a year with a stop begins none."""
    if typed.node.type == "ordered_list" and not typed.is_outer:
        words = MARK.sub("", typed.text(typed.line))
        if counted(typed) != 1:
            escaped = re.sub(r"^(\d+)([.)])", r"\1\\\2", words)
            what = f"'{words}' begins a list"
            yield typed.line, what, f"write '{escaped}', or in a list '1. …'"


def counted(typed: Typed) -> int:
    """The number of the first item of a list."""
    return int(typed.node.attrs.get("start", 1))


def has_words_first(typed: Typed) -> Iterator[Fault]:
    """An item of a list begins with words."""
    if typed.node.type == "list_item" and not typed.node.children:
        yield typed.line, "an item of a list without words", "write them, or take it out"
    elif typed.is_in_item and typed.node.type in LISTS and not typed.above and counted(typed) == 1:
        what = f"'{typed.words}' begins a list with nothing before it in its item"
        yield typed.line, what, "write the words of the item, and the list below them"


def is_four_blanks_deep(typed: Typed) -> Iterator[Fault]:
    """What follows the first words of an item, in that item, begins four blanks deep, or eight in a list within."""
    own = typed.text(typed.line)
    is_quoted, is_code = own.lstrip().startswith(">"), typed.node.type in {"fence", "code_block"}
    if typed.is_in_item and typed.above and not (is_quoted or is_code):
        around = [*lists_around(typed.node)]
        outer = typed.lines[line_of(around[-1]) - 1]
        depth, found = 4 * len(around) + blanks(outer), blanks(own)
        if found != depth:
            what = f"{typed.block_name} in an item, {found} blanks deep"
            yield typed.line, what, f"put {depth} blanks before '{own.strip()}'"


def blanks(line: str) -> int:
    return len(line) - len(line.lstrip())


def lists_around(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The lists in an item of which a block stands, the innermost first."""
    around = node.parent
    while around:
        if around.type in LISTS:
            yield around
        around = around.parent


def has_no_id(typed: Typed) -> Iterator[Fault]:
    """No words have an id but a numbered paragraph; in what belongs to one, an id on a line of its own is told of where
    the paragraph is read."""
    if not (typed.node.children and typed.node.children[0].type == "inline" and typed.node.map):
        return
    for at in range(*typed.node.map):
        match = ID_END.search(typed.lines[at])
        is_told = typed.is_in_chapter and ID_BELOW.fullmatch(typed.lines[at])
        if match and not is_told:
            typed_id = match[0].strip(" |")
            remedy = "take it out, and link to the paragraph or the heading above"
            yield typed.offset + at + 1, f"'{typed_id}' behind words that can have no id", remedy


def is_a_table(typed: Typed) -> Iterator[Fault]:
    """A table has rows below its head, each with as many cells at most, and nothing right below it."""
    if typed.node.type != "table":
        return
    head, *rows = [part for part in typed.node.walk() if part.type == "tr"]
    if not rows:
        dashes = typed.text(typed.line + 1).strip()
        yield typed.line, "a table without rows", f"write them below '{dashes}', or take it out"
    for row in (head, *rows):
        yield from faults_of_row(typed, typed.offset + line_of(row), len(head.children))


def faults_of_row(typed: Typed, line: int, columns: int) -> Iterator[Fault]:
    """What is wrong with a row of a table of some columns."""
    own = typed.text(line)
    cells = BAR.split(OUTER.sub("", OUTER.sub("", own)))
    if columns > 1 and not BAR.search(own) and not ID_BELOW.fullmatch(own):
        what = f"'{own.strip()}' right below a table"
        yield line, what, "put an empty line between the two"
    elif all(map(DASHES.fullmatch, cells)):
        yield line, "a second row of dashes in a table", "take it out: a table has one head"
    elif len(cells) > columns:
        what = f"a row of {len(cells)} cells in a table of {columns} columns"
        remedy = "give the table a column more, or write '\\|' for a bar that parts no cells"
        yield line, what, remedy


def is_a_fence(typed: Typed) -> Iterator[Fault]:
    """A block of code between fences begins and ends at the start of a line, and names no language."""
    node = typed.node
    if node.type != "fence" or not node.map:
        return
    last = typed.lines[node.map[1] - 1]
    if not typed.is_outer:
        is_quoted = typed.text(typed.line).lstrip().startswith(">")
        within = NAMES["blockquote" if is_quoted else "bullet_list"]
        remedy = "put it below that, at the start of its line"
        if typed.is_in_chapter:
            remedy = "write it in words or inside '/// editor'"
        yield typed.line, f"a code block in {within}", remedy
    elif blanks(typed.text(typed.line)):
        yield (
            typed.line,
            "a code block that begins with blanks",
            f"begin '{typed.words}' at the start of its line",
        )
    elif last.rstrip() != node.markup or node.map[1] - node.map[0] < 2:
        yield (
            typed.line,
            "a code block that is not closed",
            f"end it with '{node.markup}' on a line",
        )
    elif node.info.strip():
        yield (
            typed.line,
            f"'{typed.words}' names a language, which no page shows",
            f"write '{node.markup}' alone",
        )


def has_no_tab(typed: Typed) -> Iterator[Fault]:
    """Code has blanks and no tabs, which programs set differently."""
    if typed.node.type in {"fence", "code_block"} and "\t" in typed.node.content:
        yield typed.line, "a tab in code", "write blanks"


Check = Callable[[Typed], Iterator[Fault]]
CHECKS: tuple[Check, ...] = (
    is_set_apart,
    begins_alike,
    is_no_number,
    has_words_first,
    is_four_blanks_deep,
    has_no_id,
    is_a_table,
    is_a_fence,
    has_no_tab,
)
