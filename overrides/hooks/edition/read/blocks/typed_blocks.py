"""Reads lists, tables, quotations and code; citations in them are not read yet."""

from collections.abc import Iterator, Mapping, Sequence

from markdown_it.tree import SyntaxTreeNode

from edition.model import Block, inline
from edition.problems import Report
from edition.read.blocks.block_checks import CHECKS, Typed
from edition.read.running_text import RAW_HTML, line_of, read_content


class BlockReader:
    """Reads the blocks of some Markdown, by its lines, of which the first is line `offset + 1` of the file."""

    def __init__(
        self, lines: Sequence[str], offset: int, report: Report, is_chapter: bool = False
    ) -> None:
        self.lines, self.offset, self.report = lines, offset, report
        self.is_chapter = is_chapter

    def read(self, node: SyntaxTreeNode, above: int = 0) -> Iterator[Block]:
        """A block with the blocks in it; `above` is the line of the one that holds it, where it has none of its own."""
        line = self.offset + line_of(node) if node.map else above
        element = "" if node.hidden else node.tag
        for check in CHECKS:
            for fault in check(Typed(node, self.lines, self.offset, line, self.is_chapter)):
                self.report(*fault)
        if node.type == "heading":
            self.report(line, "a heading inside another block", "begin it at the start of its line")
        elif node.type == "html_block":
            self.report(line, *RAW_HTML)
        elif node.type in {"fence", "code_block"}:
            yield Block("pre", line, (inline.Code(node.content),))
        elif node.children and node.children[0].type == "inline":
            yield Block(element, line, read_content(node, line, self.report), (), attributes(node))
        else:
            inner = (block for child in node.children for block in self.read(child, line))
            yield Block(element, line, (), tuple(inner), attributes(node))


def attributes(node: SyntaxTreeNode) -> tuple[tuple[str, str], ...]:
    """The attributes of a block's element; a table's columns are aligned by `align`."""
    values: Mapping[str, object] = node.attrs
    return tuple(
        ("align", str(value).removeprefix("text-align:")) if name == "style" else (name, str(value))
        for name, value in values.items()
    )
