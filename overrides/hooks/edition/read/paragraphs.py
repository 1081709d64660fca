"""Reads a numbered paragraph: its text, its notes, its relations and its id."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

from edition.model import Block, Note, Paragraph, inline
from edition.model.inline import Break, Content, Text
from edition.problems import Report
from edition.read.blocks.other_forms import as_markdown, is_sure
from edition.read.blocks.relations import misplaced, relations_in
from edition.read.marks.around_marks import check_around
from edition.read.marks.citation_marks import Mark
from edition.read.notes.definitions import ID_LINE, Explained, read_definition
from edition.read.running_text import check_undivided, marks_by_line, with_marks

ID_END = re.compile(r"\{\s*#(\S+?)\s*\}\s*$")


def read_paragraph(
    content: Content,
    line: int,
    explained: Explained,
    report: Report,
    blocks: Sequence[Block] = (),
    id_below: str = "",
) -> Paragraph:
    """Reads a numbered paragraph: its text, the line of its relations, if any, and that of its id, then the blocks that
    belong to it. `id_below` is an id that stands below those, which is reported."""
    above, last = split_last(content)
    paragraph_id = id_of(last)
    content, behind = (above, "") if paragraph_id else split_id(content, line, report)
    check_first_line(content, line, paragraph_id, behind or id_below, report)
    above, last = split_last(content)
    relations = relations_in(last, report)
    content, stating = (above, last) if relations else (content, ())
    relations += tuple(misplaced(inline.lines(content), report))
    text = ParagraphText(explained, report)
    own = text.read(content, line)
    belonging = tuple(within(block, text.read) for block in blocks)
    check_crossing(text.notes, report)
    return Paragraph(
        paragraph_id or behind or id_below,
        line,
        own,
        belonging,
        tuple(text.notes),
        relations,
        stating,
    )


def split_id(content: Content, line: int, report: Report) -> tuple[Content, str]:
    """A text, which begins on a line, without an id behind its last words, which is reported, and that id."""
    last = content[-1] if content else None
    match = ID_END.search(last.words) if isinstance(last, Text) else None
    if not (match and isinstance(last, Text)):
        return content, ""
    remedy = f"write '{match[0].strip()}' on the line below them, alone"
    at = line + len(inline.lines(content)) - 1
    report(at, f"'{match[0].strip()}' behind its paragraph's words", remedy)
    return (*content[:-1], *inline.text(last.words[: match.start()].rstrip())), match[1]


def check_first_line(
    content: Content, line: int, paragraph_id: str, id_below: str, report: Report
) -> None:
    """A paragraph has an id, and is no list or table as other programs set them."""
    first = inline.plain(next(iter(inline.lines(content)), ()))
    instead = as_markdown(first)
    if paragraph_id and is_sure(first):
        remedy = f"{instead}, with an empty line above it, below words and '{{ #{paragraph_id} }}'"
        report(line, f"'{first}' would be printed as typed", remedy)
    elif not (paragraph_id or id_below):
        remedy = "add '{ #p12 }', with its number, alone on the line after it"
        report(line, "paragraph without an id", f"{remedy}, or, {instead}" if instead else remedy)


def within(block: Block, read: Callable[[Content, int], Content]) -> Block:
    """A block with each piece of its running text, by its line, as it is read, in order."""
    content = read(block.content, block.line) if block.content else ()
    return replace(block, content=content, blocks=tuple(within(b, read) for b in block.blocks))


def id_of(part: Content) -> str:
    """The id that a line such as `{ #p1 }` gives its paragraph; empty for any other line."""
    text = part[0] if len(part) == 1 else None
    match = ID_LINE.fullmatch(text.words.strip()) if isinstance(text, Text) else None
    return match[1] if match else ""


def split_last(content: Content) -> tuple[Content, Content]:
    """A text without its last line, nor the break before that, and that line."""
    at = max((at for at, part in enumerate(content) if isinstance(part, Break)), default=-1)
    return content[: max(at, 0)], content[at + 1 :]


# The text and its notes


class ParagraphText:
    """Reads the text of a numbered paragraph piece by piece: note marks become nodes, and each has a note."""

    def __init__(self, explained: Explained, report: Report) -> None:
        self.explained, self.report = explained, report
        self.sentences: list[str] = []
        """Those that were read."""
        self.notes: list[Note] = []

    def read(self, content: Content, line: int) -> Content:
        """A piece of the text, which begins on a line of the page, with its marks as nodes."""
        marks = marks_by_line(content, line, self.report)
        marked = with_marks(content, marks)
        check_undivided(marked, marks, line, self.report)
        for number, (part, own) in enumerate(zip(inline.lines(marked), marks, strict=True), line):
            sentence = inline.plain(part)
            check_words(sentence, own, number, self.report)
            check_around(part, own, number, self.report)
            self.sentences += filter(None, [sentence])
            self.notes += [self.note(mark, number) for mark in own]
        return marked

    def note(self, mark: Mark, line: int) -> Note:
        """A note from its mark; an explaining one from its definition as well."""
        check_count(mark, line, self.sentences, self.explained, self.report)
        sentences, end = tuple(self.sentences[-mark.sentences :]), len(self.sentences)
        if not mark.label:
            return Note("", mark.typed, line, mark.citations, (), sentences, end)
        self.explained.marked.add(mark.label)
        read = read_definition(mark.label, line, self.explained, self.report)
        closing = tuple(citation for part in read.closing for citation in part.citations)
        at = read.closing[-1].line if read.closing else 0
        return Note(
            mark.label, mark.typed, line, closing, read.says, sentences, end, at, read.is_whole
        )


def check_words(sentence: str, marks: Sequence[Mark], line: int, report: Report) -> None:
    """A mark stands after words that rely on it."""
    if marks and not re.search(r"\w", sentence):
        remedy = "put its mark after the words that rely on it"
        report(line, "a note without a sentence", remedy)


def check_crossing(notes: Sequence[Note], report: Report) -> None:
    """Of two notes that share a sentence, one covers all that the other does; each ends with its own sentence."""
    for first, second in combinations(notes, 2):
        first_start = first.end - len(first.sentences)
        second_start = second.end - len(second.sentences)
        if first_start < second_start < first.end < second.end:
            what = f"{second.mark} covers a part of what {first.mark} covers"
            report(second.line, what, "let it cover all of that, or none")


def check_count(
    mark: Mark, line: int, above: Sequence[str], explained: Explained, report: Report
) -> None:
    """A mark covers sentences that stand above it; a note that is marked again covers that of the mark alone."""
    if mark.sentences > 1 and mark.label in explained.marked:
        remedy = "count at its first mark, take the count out here"
        report(line, f"{mark.typed} counts sentences where its note is marked again", remedy)
    elif mark.sentences > max(len(above), 1):
        remedy = "count its own and those before it in the paragraph, or leave the count out"
        report(line, f"{mark.typed} counts more sentences than stand there", remedy)
