"""Reads a page of docs/ into the model: headings, numbered paragraphs, notes, links, by markdown-it-py."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from edition.model import Block, EditorNote, Heading, Page, Paragraph, inline
from edition.model.inline import Break, Content, Text
from edition.problems import Problems, Report
from edition.read.citation_marks import marks_in
from edition.read.front_matter import decoded, split_front_matter
from edition.read.paragraphs import MARKDOWN, Explained, explained_in, read_paragraph
from edition.read.running_text import CITATION, RAW_HTML, RunningText, prose

DEEPEST = 16
"""Levels of nesting; markdown-it-py drops what is nested deeper than 20 blocks."""
HEADING = re.compile(r"(.*?)\s*\{\s*#(\S+?)\s*\}")
ATTRIBUTES = re.compile(r"\{\s*[:.#][^}]*\}")
BLOCK_START, BLOCK_END = re.compile(r"///\s*(\S+).*"), "///"
NOT_CLOSED = "editor's note is not closed", "end it with '///' on a line"
LOOSE = {
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
    "fence": "code block",
    "code_block": "code block",
    "blockquote": "quotation",
    "hr": "rule",
}
"""Blocks that have no place in a chapter, outside an editor's note."""
PageBlock = Heading | Paragraph | EditorNote | Block


def read_page(data: bytes, file: str, is_chapter: bool, problems: Problems) -> Page:
    """A page as a record. In a chapter every paragraph has a number, and notes may stand."""
    path = f"docs/{file}"
    front, lines = split_front_matter(decoded(data, path, problems), path, problems)
    report = problems.of(path)
    notes, rest = split_editor_notes(lines, report)
    explained = explained_in(rest, report)
    rest = explained.without_definitions(rest)
    blocks: list[PageBlock] = [read_editor_note(start, note, report) for start, note in notes]
    blocks += read_blocks("\n".join(rest), 0, report, explained if is_chapter else None)
    explained.report_unused(report)
    body = "\n".join(explained.without_definitions(lines))
    whole = tuple(in_order(blocks))
    return Page(file, front.values, whole, "\n".join(lines), body, front.lines)


def in_order(blocks: Iterable[PageBlock]) -> Iterator[PageBlock]:
    """The blocks of a page as they stand there, each paragraph with the heading above it, each editor's note with the
    paragraph after which it stands."""
    heading, paragraph = None, ""
    for block in sorted(blocks, key=lambda block: block.line):
        match block:
            case Heading():
                heading = block
                yield block
            case Paragraph():
                paragraph = block.id
                yield replace(block, heading=heading)
            case EditorNote():
                yield replace(block, paragraph=paragraph)
            case Block():
                yield block


# Editor's notes


def split_editor_notes(
    lines: Sequence[str], report: Report
) -> tuple[list[tuple[int, Sequence[str]]], list[str]]:
    """What stands in each `/// editor` … `///`, with the line that opens it; and the lines of the page, those of its
    editor's notes left empty."""
    notes: list[tuple[int, Sequence[str]]] = []
    rest, start = list(lines), 0
    for number, line in enumerate(map(str.rstrip, lines), 1):
        if opened := BLOCK_START.fullmatch(line):
            report_opening(opened[1], number, start, report)
            start = number
        elif line == BLOCK_END and start:
            notes.append((start, lines[start : number - 1]))
            rest[start - 1 : number] = [""] * (number - start + 1)
            start = 0
        elif line == BLOCK_END:
            report(number, "'///' closes nothing", "open the note with '/// editor'")
    if start:
        report(start, *NOT_CLOSED)
        rest[start - 1 :] = []
    return notes, rest


def report_opening(name: str, line: int, start: int, report: Report) -> None:
    """A block is an editor's note, and opens where no other, which begins on line `start`, is open."""
    if name != "editor":
        report(line, f"unknown block '/// {name}'", "write '/// editor'")
    elif start:
        report(start, *NOT_CLOSED)


def read_editor_note(start: int, lines: Sequence[str], report: Report) -> EditorNote:
    """Reads the lines of an editor's note that opens on line `start`."""
    read = read_blocks("\n".join(lines), start, report)
    return EditorNote(start, tuple(block for block in read if isinstance(block, Heading | Block)))


# Blocks


def read_blocks(
    text: str, offset: int, report: Report, explained: Explained | None = None
) -> Iterator[PageBlock]:
    """Reads the blocks of some Markdown whose first line is line `offset + 1` of the file; numbered paragraphs are
    among them, with their notes, in the text of a chapter, which has `explained` notes."""
    tokens = MARKDOWN.parse(text)
    if deep := next((token for token in tokens if depth(token) > DEEPEST), None):
        what = f"what is nested more than {DEEPEST} levels deep"
        report(offset + line_of(deep), what, "begin a new block, or end markup before more")
        return
    for node in SyntaxTreeNode(tokens).children:
        line = offset + line_of(node)
        if node.type == "heading":
            yield from read_heading(node, line, report)
        elif node.type == "paragraph" and explained:
            yield read_paragraph(read_content(node, line, report), line, explained, report)
        else:
            if node.type in LOOSE and explained:
                remedy = "write it as a numbered paragraph or inside '/// editor'"
                report(line, f"a {LOOSE[node.type]} belongs to no paragraph", remedy)
            yield from read_block(node, offset, report)


def read_block(node: SyntaxTreeNode, offset: int, report: Report) -> Iterator[Block]:
    """Reads a block that is no numbered paragraph, with the blocks in it."""
    line, element = offset + line_of(node), "" if node.hidden else node.tag
    if node.type == "heading":
        report(line, "a heading inside another block", "begin it at the start of its line")
    elif node.type == "html_block":
        report(line, *RAW_HTML)
    elif node.type in {"fence", "code_block"}:
        if CITATION.search(node.content):
            report(line, "a citation inside code", "put it after code")
        yield Block("pre", line, (inline.Code(node.content),))
    elif node.children and node.children[0].type == "inline":
        yield Block(element, line, read_loose_text(node, line, report), (), attributes(node))
    else:
        inner = (block for child in node.children for block in read_block(child, offset, report))
        yield Block(element, line, (), tuple(inner), attributes(node))


def read_content(node: SyntaxTreeNode, line: int, report: Report) -> Content:
    """The running text of a block."""
    return RunningText(line, report).read(node.children[0].children)


def read_loose_text(node: SyntaxTreeNode, line: int, report: Report) -> Content:
    """Running text outside numbered paragraphs, in which no note may stand."""
    content = read_content(node, line, report)
    for number, text in enumerate(prose(content), line):
        if marks_in(text, number, report):
            remedy = "cite in a numbered paragraph of a chapter, link elsewhere"
            report(number, "a citation outside a numbered paragraph", remedy)
    return content


def read_heading(node: SyntaxTreeNode, line: int, report: Report) -> Iterator[Heading]:
    """Reads a heading: plain words, then its id; none where it has none."""
    level, content = int(node.tag[1]), read_content(node, line, report)
    match = HEADING.fullmatch(inline.words(content))
    if level == 1:
        remedy = "use '##'; the title in front matter is the only h1"
        report(line, "a heading of level 1", remedy)
    if any(not isinstance(part, Text | Break) for part in content):
        report(line, "a heading with links, emphasis or code", "write it in plain words")
    if any([marks_in(text, number, report) for number, text in enumerate(prose(content), line)]):
        report(line, "a note in a heading", "put it into the paragraph below")
    if match and not ATTRIBUTES.search(match[1]):
        yield Heading(match[2], match[1], level, line)
    else:
        remedy = "add a short permanent one: '## Title { #short-id }'"
        what = f"heading '{node.children[0].content}' has no id, or more than one"
        report(line, what, remedy)


def depth(token: Token) -> int:
    """How deep a token's markup, or markup within its text, is nested."""
    return max(token.level, *(child.level for child in token.children or ()), 0)


def line_of(node: SyntaxTreeNode | Token) -> int:
    """The line of some Markdown on which a block begins, from 1."""
    return (node.map[0] if node.map else 0) + 1


def attributes(node: SyntaxTreeNode) -> tuple[tuple[str, str], ...]:
    """The attributes of a block's element; a table's columns are aligned by `align`."""
    values: Mapping[str, object] = node.attrs
    return tuple(
        ("align", str(value).removeprefix("text-align:")) if name == "style" else (name, str(value))
        for name, value in values.items()
    )
