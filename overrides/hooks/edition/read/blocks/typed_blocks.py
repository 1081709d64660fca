"""Reads lists, tables, quotations and code; citations in them are not read yet."""

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.tree import SyntaxTreeNode

from edition.model import Block, inline
from edition.problems import Report
from edition.read.running_text import RAW_HTML, line_of, read_content

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
CELL_END = re.compile(r"(?<!\\)\|")


class BlockReader:
    """Reads the blocks of some Markdown, by its lines, of which the first is line `offset + 1` of the file."""

    def __init__(self, lines: Sequence[str], offset: int, report: Report) -> None:
        self.lines, self.offset, self.report = lines, offset, report

    def read(self, node: SyntaxTreeNode, above: int = 0) -> Iterator[Block]:
        """A block with the blocks in it; `above` is the line of the one that holds it, where it has none of its own."""
        line = self.offset + line_of(node) if node.map else above
        element = "" if node.hidden else node.tag
        if node.type == "heading":
            self.report(line, "a heading inside another block", "begin it at the start of its line")
        elif node.type == "html_block":
            self.report(line, *RAW_HTML)
        elif node.type in {"fence", "code_block"}:
            yield self.code(node, line)
        elif node.children and node.children[0].type == "inline":
            self.check(node, line)
            self.check_ids(node)
            yield Block(element, line, read_content(node, line, self.report), (), attributes(node))
        else:
            self.check(node, line)
            inner = (block for child in node.children for block in self.read(child, line))
            yield Block(element, line, (), tuple(inner), attributes(node))

    def code(self, node: SyntaxTreeNode, line: int) -> Block:
        return Block("pre", line, (inline.Code(node.content),))

    def check(self, node: SyntaxTreeNode, line: int) -> None:
        """A block stands where both parsers of the page see it, and holds all that is typed in it."""
        above, parent = node.previous_sibling, node.parent
        is_outer = parent and parent.is_root
        has_words_above = is_outer and above and above.type == "paragraph" and self.typed(line - 1)
        if node.type in SET_APART and has_words_above:
            what = f"{NAMES[node.type]} right below a line of words"
            self.report(line, what, f"put an empty line above '{self.typed(line)}'")
        elif node.type in LISTS and above and above.type == node.type:
            what = f"an item with another sign than those above it: '{self.typed(line)}'"
            self.report(line, what, "begin all items of a list alike, with '- ' or with '1. '")
        elif parent and parent.type == "list_item" and above:
            self.check_depth(node, line)
        if node.type == "table":
            self.check_rows(node)

    def check_ids(self, node: SyntaxTreeNode) -> None:
        """No text has an id but a numbered paragraph; one on a line of its own is told of where it is read."""
        first, end = node.map or (0, 0)
        for line in range(first, end):
            match = ID_END.search(self.lines[line])
            if match and not ID_BELOW.fullmatch(self.lines[line]):
                what = f"'{match[0].strip(' |')}' behind words that can have no id"
                remedy = "take it out, and link to the paragraph or the heading above"
                self.report(self.offset + line + 1, what, remedy)

    def check_depth(self, node: SyntaxTreeNode, line: int) -> None:
        """What follows the first words of an item, in that item, begins four blanks deep, or eight in a list within."""
        lists = [*lists_around(node)]
        depth, first = 4 * len(lists), lists[-1]
        typed = self.lines[line - self.offset - 1]
        outer = self.lines[line_of(first) - 1]
        depth += len(outer) - len(outer.lstrip())
        own = len(typed) - len(typed.lstrip())
        if not typed.lstrip().startswith(">") and own != depth:
            what = f"{NAMES[node.type]} in an item, {own} blanks deep"
            self.report(line, what, f"put {depth} blanks before '{typed.strip()}'")

    def typed(self, line: int) -> str:
        """A line of the file, without blanks at its ends; empty above the first."""
        at = line - self.offset - 1
        return self.lines[at].strip() if 0 <= at < len(self.lines) else ""

    def check_rows(self, table: SyntaxTreeNode) -> None:
        """No row of a table has more cells than its head: the others would be lost."""
        for row in (part for part in table.walk() if part.type == "tr"):
            line = self.offset + line_of(row)
            cells = CELL_END.split(re.sub(r"^\|", "", re.sub(r"(?<!\\)\|$", "", self.typed(line))))
            if len(cells) > len(row.children):
                what = f"a row of {len(cells)} cells in a table of {len(row.children)} columns"
                remedy = (
                    "give the table a column more, or write '\\|' for a bar that parts no cells"
                )
                self.report(line, what, remedy)


def lists_around(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """The lists in an item of which a block stands, the innermost first."""
    around = node.parent
    while around:
        if around.type in LISTS:
            yield around
        around = around.parent


def attributes(node: SyntaxTreeNode) -> tuple[tuple[str, str], ...]:
    """The attributes of a block's element; a table's columns are aligned by `align`."""
    values: Mapping[str, object] = node.attrs
    return tuple(
        ("align", str(value).removeprefix("text-align:")) if name == "style" else (name, str(value))
        for name, value in values.items()
    )
