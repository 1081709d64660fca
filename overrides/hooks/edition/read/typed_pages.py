"""Reads a page of docs/ into the model: headings, numbered paragraphs with what belongs to them, notes, links, by
markdown-it-py."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from edition.model import Block, EditorNote, Heading, Page, Paragraph, inline
from edition.model.inline import Break, Text
from edition.problems import Problems, Report
from edition.read.blocks.block_checks import ID_BELOW, NAMES
from edition.read.blocks.typed_blocks import BlockReader
from edition.read.front_matter import decoded, split_front_matter
from edition.read.marks.citation_marks import marks_in
from edition.read.notes.definitions import Explained, explained_in
from edition.read.notes.editors_notes import split_editor_notes
from edition.read.notes.in_place import Loose, nowhere, with_citations
from edition.read.paragraphs import read_paragraph, within
from edition.read.running_text import line_of, parsed, prose, read_content, with_encoded_addresses

HEADING = re.compile(r"(.*?)\s*\{\s*#(\S+?)\s*\}")
ATTRIBUTES = re.compile(r"\{\s*[:.#][^}]*\}")
BELONGING = {"bullet_list", "ordered_list", "table", "blockquote"}
"""Blocks that belong to the numbered paragraph above them."""
LOOSE = {"fence", "code_block", "hr"}
"""Blocks that have no place in a chapter, outside an editor's note."""
PageBlock = Heading | Paragraph | EditorNote | Block


def read_page(data: bytes, file: str, is_chapter: bool, problems: Problems) -> Page:
    """A page as a record. In a chapter every paragraph has a number, and notes may stand."""
    path = f"docs/{file}"
    front, lines = split_front_matter(decoded(data, path, problems), path, problems)
    lines = [with_encoded_addresses(line) for line in lines]
    report = problems.of(path)
    explained, notes, rest = split(lines, report)
    loose = with_citations if is_chapter else nowhere
    blocks: list[PageBlock] = [
        read_editor_note(start, note, loose, report) for start, note in notes
    ]
    if is_chapter:
        blocks += read_chapter("\n".join(rest), explained, report)
    else:
        blocks += read_blocks("\n".join(rest), 0, report)
    explained.report_unpaired(report)
    body = "\n".join(explained.without_definitions(lines))
    whole = tuple(in_order(blocks, report))
    return Page(file, front.values, whole, "\n".join(lines), body, front.lines)


def split(
    lines: Sequence[str], report: Report
) -> tuple[Explained, list[tuple[int, list[str]]], list[str]]:
    """The explaining notes of a page; its editor's notes, each with the line that opens it; and the other lines."""
    notes, rest = split_editor_notes(lines, report)
    noted = {start + at for start, own in notes for at in range(1, len(own) + 1)}
    explained = explained_in(lines, noted, report)
    kept = explained.without_definitions(lines)
    own_lines = [(start, kept[start : start + len(own)]) for start, own in notes]
    return explained, own_lines, explained.without_definitions(rest)


def in_order(blocks: Iterable[PageBlock], report: Report) -> Iterator[PageBlock]:
    """The blocks of a page as they stand there, each paragraph with the heading above it, each editor's note with the
    paragraph after which it stands."""
    heading, paragraph = None, None
    for block in sorted(blocks, key=lambda block: block.line):
        match block:
            case Heading():
                heading = block
                yield block
            case Paragraph():
                paragraph = block
                yield replace(block, heading=heading)
            case EditorNote():
                check_unparted(paragraph, block, report)
                yield replace(block, paragraph=paragraph.id if paragraph else "")
            case Block():
                yield block


def check_unparted(paragraph: Paragraph | None, note: EditorNote, report: Report) -> None:
    """No editor's note stands between a paragraph and what belongs to it."""
    below = [block for block in paragraph.blocks if block.line > note.line] if paragraph else []
    if paragraph and below:
        what = (
            f"an editor's note between a paragraph and what belongs to it, on line {below[0].line}"
        )
        report(note.line, what, "put it below that, or write a paragraph above that")


def read_editor_note(start: int, lines: Sequence[str], loose: Loose, report: Report) -> EditorNote:
    """Reads the lines of an editor's note that opens on line `start`."""
    return EditorNote(start, tuple(read_blocks("\n".join(lines), start, report, loose)))


# A chapter


def read_chapter(text: str, explained: Explained, report: Report) -> Iterator[PageBlock]:
    """Reads the blocks of a chapter without its editor's notes: numbered paragraphs, each with the lists, tables and
    quotations below it, are among them."""
    lines = text.split("\n")
    reader = BlockReader(lines, 0, report, is_chapter=True)
    for head, *below in grouped(parsed(text, 0, report), lines):
        if head.type == "paragraph":
            id_below = id_within(below, lines, report)
            blocks = [block for node in below for block in read_belonging(node, reader)]
            line = line_of(head)
            content = read_content(head, line, report)
            yield read_paragraph(content, line, explained, report, blocks, id_below)
        else:
            yield from read_unnumbered([head, *below], reader)


def grouped(
    nodes: Iterable[SyntaxTreeNode], lines: Sequence[str]
) -> Iterable[list[SyntaxTreeNode]]:
    """The blocks of a chapter, each with the lists, tables and quotations below it, and with the line of an id that
    stands below those."""
    groups: list[list[SyntaxTreeNode]] = []
    for node in nodes:
        has_blocks = bool(groups and (groups[-1][1:] or is_without_id(groups[-1][0], lines)))
        is_below = node.type in BELONGING or (
            has_blocks and ID_BELOW.fullmatch(typed_in(node, lines))
        )
        if groups and is_below:
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def is_without_id(node: SyntaxTreeNode, lines: Sequence[str]) -> bool:
    """Whether a block is a paragraph whose last line gives it no id."""
    last = typed_in(node, lines).rpartition("\n")[2]
    return node.type == "paragraph" and not ID_BELOW.fullmatch(last)


def typed_in(node: SyntaxTreeNode, lines: Sequence[str]) -> str:
    """The lines of a block as typed."""
    return "\n".join(lines[slice(*node.map)]) if node.map else ""


def id_within(below: Sequence[SyntaxTreeNode], lines: Sequence[str], report: Report) -> str:
    """The id of a paragraph that stands in what belongs to it, where it has no place; empty if none does."""
    for node in below:
        for number, line in enumerate(typed_in(node, lines).split("\n"), line_of(node)):
            if match := ID_BELOW.fullmatch(line):
                what = f"'{{ #{match[1]} }}' below {NAMES[below[0].type]}"
                remedy = "write it above that, on the line after the paragraph's own words"
                if node is below[0] and node.type == "paragraph":
                    what = f"an empty line above '{{ #{match[1]} }}'"
                    remedy = "take the line out, so that the id is its paragraph's"
                report(number, what, remedy)
                return match[1]
    return ""


def read_belonging(node: SyntaxTreeNode, reader: BlockReader) -> Iterator[Block]:
    """Reads a list, a table or a quotation that belongs to a numbered paragraph; code and rules have no place there."""
    for part in node.walk():
        if part.type in LOOSE and part.type != "fence":
            remedy = "write it in words or inside '/// editor'"
            reader.report(line_of(part), f"{NAMES[part.type]} in {NAMES[node.type]}", remedy)
    if node.type in BELONGING:
        yield from reader.read(node)


def read_unnumbered(nodes: Sequence[SyntaxTreeNode], reader: BlockReader) -> Iterator[PageBlock]:
    """Reads blocks of a chapter that belong to no paragraph, of which a heading alone has a place; the first is
    reported."""
    misplaced = [node for node in nodes if node.type != "heading"][:1]
    for node in nodes:
        line = line_of(node)
        if node.type == "heading":
            yield from read_heading(node, line, reader.report)
            continue
        if node not in misplaced:
            yield from reader.read(node)
            continue
        if node.type in BELONGING:
            remedy = "write the numbered paragraph that it belongs to above it"
            reader.report(line, f"{NAMES[node.type]} below no paragraph", remedy)
        elif node.type in LOOSE:
            remedy = "write it as a numbered paragraph or inside '/// editor'"
            reader.report(line, f"{NAMES[node.type]} belongs to no paragraph", remedy)
        yield from reader.read(node)


# Other blocks


def read_blocks(
    text: str, offset: int, report: Report, loose: Loose = nowhere
) -> Iterator[Heading | Block]:
    """Reads the blocks of some Markdown whose first line is line `offset + 1` of the file; `loose` reads the citations
    in its running text."""
    reader = BlockReader(text.split("\n"), offset, report)
    for node in parsed(text, offset, report):
        if node.type == "heading":
            yield from read_heading(node, offset + line_of(node), report)
        else:
            for block in reader.read(node):
                yield within(block, lambda content, line: loose(content, line, report))


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
