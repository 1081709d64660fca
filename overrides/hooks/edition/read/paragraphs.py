"""Reads a numbered paragraph: its text, its notes, its relations and its id."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from markdown_it import MarkdownIt

from edition.model import RELATIONS, Citation, Note, Paragraph, Relation, inline
from edition.model.inline import Break, Content, Text
from edition.problems import Report, did_you_mean
from edition.read.citation_marks import IN_BRACES, Mark, marks_in, without
from edition.read.running_text import prose, with_marks
from edition.words import ALL_WORDS

MARKDOWN = MarkdownIt("commonmark").enable("table")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # what it refuses would pass unseen
ID_LINE = re.compile(r"\{\s*#(\S+?)\s*\}")
DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
NUMBERED = (
    re.escape(words.parts.paragraph).replace(r"\{number\}", r"\d+[a-z]?")
    for words in ALL_WORDS.values()
)
RELATION = re.compile(rf"(?:(\w[\w ]*) )?(?:{'|'.join(NUMBERED)})")
"""A relation, if one is typed, and a paragraph as any language names it."""
AND = "|".join(re.escape(words.listing.last.strip()) for words in ALL_WORDS.values())
BETWEEN = re.compile(rf"\b(?:{AND})\b|[\s.,;]")
"""What may stand between relations."""
SPLIT_START, SPLIT_END = re.compile(r"\[@[^\]]*$"), re.compile(rf"^[^\]]*\]({IN_BRACES})?")


@dataclass(frozen=True)
class Definition:
    """The text of an explaining note, with the line it stands on."""

    line: int
    text: str


@dataclass(frozen=True)
class Explained:
    """The explaining notes of a page: their definitions by their labels, and the lines that hold them."""

    definitions: Mapping[str, Definition]
    lines: Set[int]
    marked: set[str] = field(default_factory=set)
    """The labels whose marks have been read."""

    def without_definitions(self, lines: Sequence[str]) -> list[str]:
        """The lines of the page, those that hold a definition left empty."""
        return ["" if number in self.lines else line for number, line in enumerate(lines, 1)]

    def report_unused(self, report: Report) -> None:
        """A mark leads to each definition."""
        for label in self.definitions.keys() - self.marked:
            what = f"note [^{label}] is defined, but no mark leads to it"
            report(self.definitions[label].line, what, "add its mark")


def explained_in(lines: Sequence[str], report: Report) -> Explained:
    """The explaining notes that the lines of a page define."""
    definitions: dict[str, Definition] = {}
    numbers = set()
    for number, line in enumerate(lines, 1):
        if match := DEFINITION.fullmatch(line.rstrip()):
            label, text = match[1], match[2]
            if label in definitions:
                what = f"note [^{label}] is defined twice, first on line {definitions[label].line}"
                report(number, what, "delete one of the two")
            definitions[label] = Definition(number, text)
            numbers.add(number)
    return Explained(definitions, numbers)


def read_paragraph(content: Content, line: int, explained: Explained, report: Report) -> Paragraph:
    """Reads a numbered paragraph: its text, the line of its relations, if any, and that of its id."""
    parts = inline.parts(content)
    paragraph_id = id_of(parts[-1])
    if paragraph_id:
        parts.pop()
    else:
        remedy = "add '{ #p12 }', with its number, alone on the line after it"
        report(line, "paragraph without an id", remedy)
    relations = relations_in(parts[-1], report) if parts else ()
    relation_line = parts.pop() if relations else ()
    text, notes = read_text(joined(parts), line, explained, report)
    return Paragraph(paragraph_id, line, text, notes, relations, relation_line)


def id_of(part: Content) -> str:
    """The id that a line such as `{ #p1 }` gives its paragraph; empty for any other line."""
    text = part[0] if len(part) == 1 else None
    match = ID_LINE.fullmatch(text.words.strip()) if isinstance(text, Text) else None
    return match[1] if match else ""


def joined(parts: Sequence[Content]) -> Content:
    """Parts of a text as one, with breaks between them."""
    pieces = [piece for part in parts for piece in (*part, Break())]
    return tuple(pieces[:-1])


def relations_in(part: Content, report: Report) -> tuple[Relation, ...]:
    """The relations that a line states, where it holds nothing but links to paragraphs."""
    links, around = list(inline.links(part)), "".join(prose(part))
    if not links or BETWEEN.sub("", around):
        return ()
    relations, word = [], ""
    for link in links:
        match = RELATION.fullmatch(link.text)
        word = (match[1] or word).lower() if match else ""
        if word not in RELATIONS:
            remedy = did_you_mean(word, RELATIONS, f"begin with one of: {', '.join(RELATIONS)}")
            report(link.line, f"'{link.text}' states no known relation", remedy)
        relations.append(Relation(word, link))
    return tuple(relations)


# The text and its notes


def read_text(
    content: Content, line: int, explained: Explained, report: Report
) -> tuple[Content, tuple[Note, ...]]:
    """The text of a numbered paragraph with its note marks as nodes, and a note for each."""
    marks = [
        marks_in(text, number, report)
        for number, text in whole_citations(prose(content), line, report)
    ]
    marked = with_marks(content, marks)
    notes: list[Note] = []
    sentences: list[str] = []
    ends: list[int] = []
    for number, (part, own) in enumerate(zip(inline.lines(marked), marks, strict=True), line):
        sentence = inline.plain(part)
        check_marks(part, sentence, own, number, report)
        sentences += filter(None, [sentence])
        notes += [read_note(mark, number, sentences, explained, report) for mark in own]
        ends += [len(sentences)] * len(own)
    check_crossing(notes, ends, report)
    return marked, tuple(notes)


def whole_citations(lines: Sequence[str], first: int, report: Report) -> Iterator[tuple[int, str]]:
    """Lines of prose with their numbers, without citations that are broken over two lines, which are reported."""
    is_open = False
    for number, line in enumerate(lines, first):
        prose = SPLIT_END.sub(lambda end: " " * len(end[0]), line) if is_open else line
        is_open = SPLIT_START.search(prose) is not None
        if is_open:
            remedy = "write it on one line, from '[@' to ']'"
            report(number, "a citation over two lines, or without its ']'", remedy)
        yield number, prose


def check_marks(
    part: Content, sentence: str, marks: Sequence[Mark], line: int, report: Report
) -> None:
    """A mark stands after words that rely on it, and holds no markup."""
    if marks and not re.search(r"\w", sentence):
        remedy = "put its mark after the words that rely on it"
        report(line, "a note without a sentence", remedy)
    typed = [mark.typed for mark in marks]
    for whole in inline.note_marks(part):
        typed.remove(whole.typed)
    for divided in typed:
        report(line, f"markup inside {divided}", "write citations in plain text")


def check_crossing(notes: Sequence[Note], ends: Sequence[int], report: Report) -> None:
    """Of two notes that share a sentence, one covers all that the other does; each ends with its own sentence."""
    for (first, first_end), (second, second_end) in combinations(zip(notes, ends, strict=True), 2):
        first_start, second_start = (
            first_end - len(first.sentences),
            second_end - len(second.sentences),
        )
        if first_start < second_start < first_end < second_end:
            what = f"{second.mark} covers a part of what {first.mark} covers"
            report(second.line, what, "let it cover all of that, or none")


def read_note(
    mark: Mark, line: int, above: Sequence[str], explained: Explained, report: Report
) -> Note:
    """A note from its mark; an explaining one from its definition as well.

    `above` are the sentences of the paragraph, up to that of the mark.
    """
    check_count(mark, line, above, explained, report)
    sentences = tuple(above[-mark.sentences :])
    citations, explanation = mark.citations, tuple[Content, ...]()
    if mark.label:
        explained.marked.add(mark.label)
        citations, explanation = read_definition(mark.label, line, explained, report)
    return Note(mark.label, mark.typed, line, citations, explanation, sentences)


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


def read_definition(
    label: str, line: int, explained: Explained, report: Report
) -> tuple[tuple[Citation, ...], tuple[Content, ...]]:
    """What an explaining note cites and what it says, by its definition; nothing where it has none."""
    definition = explained.definitions.get(label)
    if not definition:
        otherwise = f"add '[^{label}]: …' to the page"
        remedy = did_you_mean(label, explained.definitions, otherwise)
        report(line, f"note [^{label}] is not defined", remedy)
        return (), ()
    ((_, text),) = whole_citations([definition.text], definition.line, report)
    marks = marks_in(text, definition.line, report)
    check_definition(definition, marks, report)
    citations = tuple(citation for mark in marks for citation in mark.citations)
    words = " ".join(without(definition.text, marks).split())
    return citations, tuple(filter(None, [inline.text(words)]))


def check_definition(definition: Definition, marks: Sequence[Mark], report: Report) -> None:
    """An explaining note is plain text, with its citations at the end."""
    read = MARKDOWN.parseInline(definition.text)[0].children or []
    if any(child.type != "text" for child in read):
        report(definition.line, "markup in an explaining note", "write it in plain text")
    if any(mark.sentences > 1 for mark in marks):
        remedy = "write it after the note's mark in the text"
        report(definition.line, "a count of sentences in a definition", remedy)
    if marks and definition.text[marks[0].start :].strip() != "".join(m.typed for m in marks):
        remedy = "end its definition with the citation"
        report(definition.line, "text after the citation of an explaining note", remedy)
