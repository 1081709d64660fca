"""Reads a page of docs/ into the model: headings, numbered paragraphs, notes, links, by markdown-it-py."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from markdown_it import MarkdownIt
from markdown_it.token import Token

from edition.front_matter import decoded, split_front_matter
from edition.marks import AFTER_BRACKETS, COUNT_MEND, IN_BRACES, Mark, marks_in, without
from edition.model import (
    RELATIONS,
    EditorNote,
    Heading,
    Link,
    Note,
    Page,
    Paragraph,
    Relation,
)
from edition.problems import Problems, did_you_mean

MARKDOWN = MarkdownIt("commonmark").enable("table")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # what it refuses would pass unseen
ID_LINE = re.compile(r"\{\s*#(\S+?)\s*\}")
HEADING = re.compile(r"(.*?)\s*\{\s*#(\S+?)\s*\}")
DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s*(.*)")
RELATION = re.compile(r"(?:(\w[\w ]*) )?para\. \d+[a-z]?")
SPLIT_START, SPLIT_END = re.compile(r"\[@[^\]]*$"), re.compile(rf"^[^\]]*\]({IN_BRACES})?")
ATTRIBUTES = re.compile(r"\{\s*[:.#][^}]*\}")
BLOCK_START, BLOCK_END = re.compile(r"///\s*(\S+).*"), "///"


def read_page(data: bytes, file: str, is_chapter: bool, problems: Problems) -> Page:
    """A page as a record. In a chapter every paragraph has a number, and notes may stand."""
    meta, lines = split_front_matter(
        decoded(data, f"docs/{file}", problems), f"docs/{file}", problems
    )
    reader = Reader(f"docs/{file}", is_chapter, problems)
    reader.read(lines)
    return Page(
        file,
        meta,
        tuple(reader.headings),
        tuple(reader.links),
        tuple(reader.paragraphs),
        tuple(definition.typed for definition in reader.definitions.values()),
        tuple(placed(note, reader.paragraphs) for note in reader.editor_notes),
    )


def placed(note: EditorNote, paragraphs: Sequence[Paragraph]) -> EditorNote:
    """An editor's note with the paragraph after which it stands."""
    above = [paragraph.id for paragraph in paragraphs if paragraph.line < note.line]
    return replace(note, paragraph=above[-1] if above else "")


@dataclass(frozen=True)
class Definition:
    """The text of an explaining note, as typed, with the line it stands on."""

    line: int
    typed: str
    text: str


@dataclass(frozen=True)
class Line:
    """One line of a paragraph: its words as a reader has them, and as prose in which only note marks are left."""

    number: int
    words: str
    prose: str
    links: tuple[Link, ...]


@dataclass
class Reader:
    """Walks through one page; what it finds stands in its lists, what is wrong in `problems`."""

    file: str
    is_chapter: bool
    problems: Problems
    headings: list[Heading] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    editor_notes: list[EditorNote] = field(default_factory=list)
    definitions: dict[str, Definition] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def fault(self, line: int, what: str, mend: str) -> None:
        self.problems.add(self.file, line, what, mend)

    def read(self, lines: list[str]) -> None:
        """Takes out editor's notes and definitions, then reads what is left, block by block."""
        self.refuse_unseen(lines)
        lines = self.take_definitions(self.take_editor_notes(lines))
        self.read_blocks("\n".join(lines), 0, self.is_chapter)
        for label in self.definitions.keys() - self.used:
            line = self.definitions[label].line
            self.fault(line, f"note [^{label}] is defined, but no mark leads to it", "add its mark")

    def refuse_unseen(self, lines: Sequence[str]) -> None:
        """Refuses what the site's Markdown and ours read differently, so that nothing passes unseen."""
        in_code = False
        for number, line in enumerate(lines, 1):
            in_code ^= line.lstrip().startswith("```")
            if in_code:
                continue
            counts_aside = AFTER_BRACKETS.sub("", re.sub(r"`[^`]*`", "", line))
            for form, what, mend in UNSEEN:
                if form.search(counts_aside):
                    self.fault(number, what, mend)

    def take_editor_notes(self, lines: list[str]) -> list[str]:
        """Reads each `/// editor` … `///` by itself, and leaves empty lines in its place."""
        lines, start = list(lines), 0
        for number, line in enumerate(lines):
            opened = BLOCK_START.fullmatch(line.rstrip())
            if opened and opened[1] != "editor":
                mend = "write '/// editor'"
                self.fault(number + 1, f"unknown block '/// {opened[1]}'", mend)
            elif opened and start:
                self.fault(start, "editor's note is not closed", "end it with '///' on a line")
            if opened:
                start = number + 1
            elif line.rstrip() == BLOCK_END and start:
                self.read_editor_note(lines[start:number], start)
                lines[start - 1 : number + 1] = [""] * (number + 2 - start)
                start = 0
            elif line.rstrip() == BLOCK_END:
                self.fault(number + 1, "'///' closes nothing", "open the note with '/// editor'")
        if start:
            self.fault(start, "editor's note is not closed", "end it with '///' on a line")
            lines[start - 1 :] = []
        return lines

    def read_editor_note(self, lines: Sequence[str], start: int) -> None:
        """Reads the lines of an editor's note that opens on line `start`."""
        before, text = len(self.links), "\n".join(lines)
        self.read_blocks(text, start, in_chapter=False)
        links = tuple(self.links[before:])
        self.editor_notes.append(EditorNote("", start, text.strip("\n"), links))

    def take_definitions(self, lines: list[str]) -> list[str]:
        """Keeps the definitions of explaining notes, and leaves empty lines in their place."""
        rest = list(lines)
        for number, line in enumerate(lines):
            if found := DEFINITION.fullmatch(line.rstrip()):
                if found[1] in self.definitions:
                    first = self.definitions[found[1]].line
                    what = f"note [^{found[1]}] is defined twice, first on line {first}"
                    self.fault(number + 1, what, "delete one of the two")
                self.definitions[found[1]] = Definition(number + 1, line, found[2])
                rest[number] = ""
        return rest

    def read_blocks(self, text: str, offset: int, in_chapter: bool) -> None:
        """Reads the blocks of some Markdown whose first line is line `offset + 1` of the file."""
        tokens = MARKDOWN.parse(text)
        for index, token in enumerate(tokens):
            line = offset + (token.map[0] if token.map else 0) + 1
            if token.type == "heading_open":
                self.read_heading(token, tokens[index + 1], line)
            elif token.type == "inline" and tokens[index - 1].type != "heading_open":
                own = in_chapter and token.level == 1 and tokens[index - 1].type == "paragraph_open"
                self.read_text(token, line, is_paragraph=own)
            elif token.type == "html_block":
                self.refuse_html(line)
            elif token.type in {"fence", "code_block"}:
                self.refuse_citation_in(token.content, "code", line)
            if in_chapter and token.level == 0 and token.type in LOOSE:
                mend = "write it as a numbered paragraph or inside '/// editor'"
                self.fault(line, f"a {LOOSE[token.type]} belongs to no paragraph", mend)

    def refuse_html(self, line: int) -> None:
        self.fault(line, "raw HTML", "write Markdown; nothing checks what HTML does to a page")

    def read_heading(self, token: Token, inline: Token, line: int) -> None:
        """Reads a heading: plain words, then its id."""
        parts = list(self.split_lines(inline.children or [], line))
        found = HEADING.fullmatch(" ".join(part.words for part in parts))
        if int(token.tag[1]) == 1:
            mend = "use '##'; the title in front matter is the only h1"
            self.fault(line, "a heading of level 1", mend)
        plain = {"text", "softbreak"}
        if any(child.type not in plain for child in inline.children or []):
            self.fault(line, "a heading with links, emphasis or code", "write it in plain words")
        if any(self.marks(part) for part in parts):
            self.fault(line, "a note in a heading", "put it into the paragraph below")
        if not found or ATTRIBUTES.search(found[1]):
            mend = "add a short permanent one: '## Title { #short-id }'"
            self.fault(line, f"heading '{inline.content}' has no id, or more than one", mend)
            return
        self.headings.append(Heading(found[2], found[1], int(token.tag[1]), line))

    def read_text(self, inline: Token, line: int, is_paragraph: bool) -> None:
        """Reads running text; in a chapter it must be a numbered paragraph, elsewhere it holds no notes."""
        lines = list(self.split_lines(inline.children or [], line))
        self.links += [link for part in lines for link in part.links]
        last = ID_LINE.fullmatch(lines[-1].prose.strip()) if lines else None
        if is_paragraph:
            ident = last[1] if last else ""
            self.read_paragraph(lines[:-1] if last else lines, ident, inline.content.split("\n"))
        else:
            for part in lines:
                if self.marks(part):
                    mend = "cite in a numbered paragraph of a chapter, link elsewhere"
                    self.fault(part.number, "a citation outside a numbered paragraph", mend)

    def read_paragraph(self, lines: list[Line], ident: str, typed: Sequence[str]) -> None:
        """Reads a numbered paragraph from its lines; `typed` are the same lines as they stand in the file."""
        line = lines[0].number if lines else 0
        if not ident:
            mend = "add '{ #p12 }', with its number, alone on the line after it"
            self.fault(line, "paragraph without an id", mend)
        relations = self.relations(lines[-1]) if lines else ()
        text = lines[:-1] if relations else lines
        notes: list[Note] = []
        sentences: list[str] = []
        ends: list[int] = []
        for part in self.whole_citations(text):
            marks = self.marks(part)
            sentence = tidy(part.words)
            if marks and not re.search(r"\w", sentence):
                self.fault(
                    part.number,
                    "a note without a sentence",
                    "put its mark after the words that rely on it",
                )
            sentences += filter(None, [sentence])
            notes += [self.note(mark, part.number, sentences) for mark in marks]
            ends += [len(sentences)] * len(marks)
        self.refuse_crossing(notes, ends)
        self.paragraphs.append(
            Paragraph(
                ident,
                line,
                tuple(sentences),
                tuple(notes),
                tuple(link for part in text for link in part.links),
                relations,
                typed[len(text)] if relations else "",
                self.headings[-1] if self.headings else None,
                "\n".join(typed[: len(text)]),
            )
        )

    def whole_citations(self, lines: Sequence[Line]) -> Iterator[Line]:
        """A citation stands on one line: the parser sees no further. What is left of one that does not is no prose."""
        is_open = False
        for part in lines:
            prose = SPLIT_END.sub("", part.prose) if is_open else part.prose
            is_open = SPLIT_START.search(prose) is not None
            if is_open:
                mend = "write it on one line, from '[@' to ']'"
                self.fault(part.number, "a citation over two lines, or without its ']'", mend)
            yield replace(part, prose=prose)

    def refuse_crossing(self, notes: Sequence[Note], ends: Sequence[int]) -> None:
        """Of two notes that share a sentence, one covers all that the other does; each ends with its own sentence."""
        for (one, end), (other, later) in combinations(zip(notes, ends, strict=True), 2):
            start, later_start = end - len(one.sentences), later - len(other.sentences)
            if start < later_start < end < later:
                what = f"{other.mark} covers a part of what {one.mark} covers"
                self.fault(other.line, what, "let it cover all of that, or none")

    def marks(self, part: Line) -> list[Mark]:
        faults: list[tuple[str, str]] = []
        found = marks_in(part.prose, faults)
        for what, mend in faults:
            self.fault(part.number, what, mend)
        return found

    def note(self, mark: Mark, line: int, above: Sequence[str]) -> Note:
        """A note from its mark; an explaining one from its definition as well.

        `above` are the sentences of the paragraph, up to that of the mark.
        """
        sentences = self.covered(mark, line, above)
        if not mark.label:
            return Note("", mark.typed, line, mark.citations, "", sentences)
        self.used.add(mark.label)
        definition = self.definitions.get(mark.label)
        if not definition:
            mend = did_you_mean(
                mark.label, self.definitions, f"add '[^{mark.label}]: …' to the page"
            )
            self.fault(line, f"note [^{mark.label}] is not defined", mend)
            return Note(mark.label, mark.typed, line, (), "", sentences)
        typed = Line(definition.line, definition.text, definition.text, ())
        (part,) = self.whole_citations([typed])
        marks = self.marks(part)
        self.refuse_markup(definition, marks)
        citations = tuple(citation for found in marks for citation in found.citations)
        explanation = tidy(without(definition.text, marks))
        return Note(mark.label, mark.typed, line, citations, explanation, sentences)

    def covered(self, mark: Mark, line: int, above: Sequence[str]) -> tuple[str, ...]:
        """The sentences that a mark covers, the last of those above; a note that is marked again covers that one."""
        if mark.sentences > 1 and mark.label in self.used:
            mend = "count at its first mark, take the count out here"
            self.fault(line, f"{mark.typed} counts sentences where its note is marked again", mend)
        elif mark.sentences > max(len(above), 1):
            mend = "count its own and those before it in the paragraph, or leave the count out"
            self.fault(line, f"{mark.typed} counts more sentences than stand there", mend)
        return tuple(above[-mark.sentences :])

    def refuse_markup(self, definition: Definition, marks: list[Mark]) -> None:
        """An explaining note is plain text, with its citations at the end."""
        inline = MARKDOWN.parseInline(definition.text)[0].children or []
        if any(child.type != "text" for child in inline):
            self.fault(definition.line, "markup in an explaining note", "write it in plain text")
        if any(mark.sentences > 1 for mark in marks):
            mend = "write it after the note's mark in the text"
            self.fault(definition.line, "a count of sentences in a definition", mend)
        if marks and definition.text[marks[0].start :].strip() != "".join(m.typed for m in marks):
            mend = "end its definition with the citation"
            self.fault(definition.line, "text after the citation of an explaining note", mend)

    def relations(self, part: Line) -> tuple[Relation, ...]:
        """The relations that a line states, where it holds nothing but links to paragraphs."""
        around = part.prose
        if not part.links or re.sub(r"\band\b|[\s.,;]", "", around):
            return ()
        found, word = [], ""
        for link in part.links:
            match = RELATION.fullmatch(link.text)
            word = (match[1] or word).lower() if match else ""
            if word not in RELATIONS:
                mend = did_you_mean(word, RELATIONS, f"begin with one of: {', '.join(RELATIONS)}")
                self.fault(link.line, f"'{link.text}' states no known relation", mend)
            found.append(Relation(word, link))
        return tuple(found)

    def split_lines(self, children: Sequence[Token], line: int) -> Iterator[Line]:
        """The lines of some running text: their words, links, and prose outside links and code."""
        words, prose = "", ""
        links: list[Link] = []
        opened: Token | None = None
        linked = ""
        for child in children:
            if child.type in {"softbreak", "hardbreak"}:
                yield Line(line, words, prose, tuple(links))
                line, words, prose, links = line + 1, "", "", []
            elif child.type == "link_open":
                opened, linked = child, ""
            elif child.type == "link_close" and opened:
                self.refuse_citation_in(str(opened.attrGet("title") or ""), "a link's title", line)
                links.append(self.link(linked, str(opened.attrGet("href") or ""), line))
                opened = None
            elif child.type == "html_inline":
                self.refuse_html(line)
            elif child.type == "image":
                self.fault(
                    line,
                    "an image",
                    "describe it in words: the edition has no pictures in its text",
                )
            elif child.content:
                words += child.content
                linked += child.content if opened else ""
                if child.type == "code_inline":
                    self.refuse_citation_in(child.content, "code", line)
                elif not opened:
                    prose += child.content
        yield Line(line, words, prose, tuple(links))

    def link(self, text: str, address: str, line: int) -> Link:
        self.refuse_citation_in(text, "a link", line)
        return Link(text, address, line)

    def refuse_citation_in(self, text: str, what: str, line: int) -> None:
        """mkdocs-bibtex rewrites a citation wherever it stands, and breaks what is around it."""
        if re.search(r"(?<![\w.])@[a-z0-9]", text):
            self.fault(line, f"a citation inside {what}", f"put it after {what}")


UNSEEN = (
    (
        re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:"),
        "a link reference",
        "write the address in the link itself",
    ),
    (
        re.compile(r"\]\["),
        "a link by reference",
        "write the address in the link itself: [words](page.md#id)",
    ),
    (re.compile(r"\{\s*sentences"), "a count of sentences without its mark", COUNT_MEND),
    (
        re.compile(r"\{(?!\s*#[^\s{}]+\s*\}\s*$)(?!\s*sentences)[^}]*\}|^\s+attrs:|[^\s{]\{\s*#"),
        "an attribute list",
        "write no attributes but '{ #id }', after a heading or alone on the line after a paragraph",
    ),
    (
        re.compile(r"^#{1,6}[^#\s]"),
        "a heading without a space after '#'",
        "write '## Title { #short-id }'",
    ),
    (re.compile(r"\\$|\\\["), "a backslash", "write no backslash at a line's end or before '['"),
    (
        re.compile(r"^/// \w+ \|"),
        "an editor's note with a title of its own",
        "write '/// editor' alone",
    ),
)
"""Forms that are refused on every page, with what they are and how to mend them."""

LOOSE = {
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "fence": "code block",
    "code_block": "code block",
    "blockquote_open": "quotation",
    "hr": "rule",
}
"""Blocks that have no place in a chapter, outside an editor's note."""


def tidy(words: str) -> str:
    """Words as plain text: no note marks, no attribute lists, single spaces."""
    faults: list[tuple[str, str]] = []
    return re.sub(r"\s+", " ", ATTRIBUTES.sub("", without(words, marks_in(words, faults)))).strip()
