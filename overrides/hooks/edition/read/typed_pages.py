"""Reads a page of docs/ into the model: headings, numbered paragraphs, notes, links, by markdown-it-py."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from edition.model import (
    RELATIONS,
    Block,
    EditorNote,
    Heading,
    Note,
    Page,
    Paragraph,
    Relation,
    inline,
)
from edition.model.inline import Break, Content, Link, Text
from edition.problems import Problems, did_you_mean
from edition.read.citation_marks import (
    AFTER_BRACKETS,
    COUNT_MEND,
    IN_BRACES,
    Mark,
    marks_in,
    without,
)
from edition.read.front_matter import decoded, split_front_matter
from edition.read.running_text import CITATION, RAW_HTML, RunningText, prose, with_marks
from edition.words import ALL_WORDS

MARKDOWN = MarkdownIt("commonmark").enable("table")
MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # what it refuses would pass unseen
DEEPEST = 16
"""Levels of nesting; markdown-it-py drops what is nested deeper than 20 blocks."""
ID_LINE = re.compile(r"\{\s*#(\S+?)\s*\}")
HEADING = re.compile(r"(.*?)\s*\{\s*#(\S+?)\s*\}")
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
        tuple(in_order(reader.blocks)),
        tuple(reader.links),
        "\n".join(lines),
        "\n".join(reader.without_definitions(lines)),
    )


PageBlock = Heading | Paragraph | EditorNote | Block


def in_order(blocks: Sequence[PageBlock]) -> Iterator[PageBlock]:
    """The blocks of a page as they stand there, each editor's note with the paragraph after which it stands."""
    above = ""
    for block in sorted(blocks, key=lambda block: block.line):
        above = block.id if isinstance(block, Paragraph) else above
        yield replace(block, paragraph=above) if isinstance(block, EditorNote) else block


@dataclass(frozen=True)
class Definition:
    """The text of an explaining note, as typed, with the line it stands on."""

    line: int
    typed: str
    text: str


@dataclass
class Reader:
    """Walks through one page; what it finds stands in its lists, what is wrong in `problems`."""

    file: str
    is_chapter: bool
    problems: Problems
    blocks: list[PageBlock] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    definitions: dict[str, Definition] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    heading: Heading | None = None
    """The last one read, under which a paragraph stands."""

    def fault(self, line: int, what: str, mend: str) -> None:
        self.problems.add(self.file, line, what, mend)

    def read(self, lines: list[str]) -> None:
        """Takes out editor's notes and definitions, then reads what is left, block by block."""
        self.refuse_unseen(lines)
        lines = self.take_definitions(self.take_editor_notes(lines))
        self.heading = None
        self.blocks += self.read_blocks("\n".join(lines), 0, self.is_chapter)
        for label in self.definitions.keys() - self.used:
            line = self.definitions[label].line
            self.fault(line, f"note [^{label}] is defined, but no mark leads to it", "add its mark")

    def refuse_unseen(self, lines: Sequence[str]) -> None:
        """Refuses what the site's Markdown and ours read differently, so that nothing passes unseen."""
        in_code = False
        for number, line in enumerate(lines, 1):
            for sign in CONTROLS.findall(line):
                mend = "delete it; it can come from a copied text"
                self.fault(number, f"the control character U+{ord(sign):04X}", mend)
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
        read = self.read_blocks("\n".join(lines), start, in_chapter=False)
        blocks = tuple(block for block in read if isinstance(block, Heading | Block))
        self.blocks.append(EditorNote(start, blocks))

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

    def without_definitions(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines of the page, those that define explaining notes left empty."""
        taken = {definition.line for definition in self.definitions.values()}
        yield from ("" if number in taken else line for number, line in enumerate(lines, 1))

    def read_blocks(self, text: str, offset: int, in_chapter: bool) -> Iterator[PageBlock]:
        """Reads the blocks of some Markdown whose first line is line `offset + 1` of the file."""
        tokens = MARKDOWN.parse(text)
        if deep := next((token for token in tokens if depth(token) > DEEPEST), None):
            what = f"what is nested more than {DEEPEST} levels deep"
            self.fault(offset + line_of(deep), what, "begin a new block, or end markup before more")
            return
        for node in SyntaxTreeNode(tokens).children:
            line = offset + line_of(node)
            if node.type == "paragraph" and in_chapter:
                yield self.read_paragraph(self.content(node, line), line)
            elif node.type == "heading":
                yield from self.read_heading(node, line)
            else:
                if in_chapter and node.type in LOOSE:
                    mend = "write it as a numbered paragraph or inside '/// editor'"
                    self.fault(line, f"a {LOOSE[node.type]} belongs to no paragraph", mend)
                yield from self.read_block(node, offset)

    def read_block(self, node: SyntaxTreeNode, offset: int) -> Iterator[Block]:
        """Reads a block that is no numbered paragraph, with the blocks in it."""
        line = offset + line_of(node)
        element = "" if node.hidden else node.tag
        if node.type == "heading":
            self.fault(line, "a heading inside another block", "begin it at the start of its line")
        elif node.type == "html_block":
            self.fault(line, *RAW_HTML)
        elif node.type in {"fence", "code_block"}:
            if CITATION.search(node.content):
                self.fault(line, "a citation inside code", "put it after code")
            yield Block("pre", line, (inline.Code(node.content),))
        elif node.children and node.children[0].type == "inline":
            yield Block(element, line, self.loose_text(node, line), (), attributes(node))
        else:
            blocks = (block for child in node.children for block in self.read_block(child, offset))
            yield Block(element, line, (), tuple(blocks), attributes(node))

    def content(self, node: SyntaxTreeNode, line: int) -> Content:
        """The running text of a block, its links among those of the page."""
        content = RunningText(line, self.fault).read(node.children[0].children)
        self.links += inline.links(content)
        return content

    def loose_text(self, node: SyntaxTreeNode, line: int) -> Content:
        """Running text outside numbered paragraphs, in which no note may stand."""
        content = self.content(node, line)
        for number, text in enumerate(prose(content), line):
            if self.marks(text, number):
                mend = "cite in a numbered paragraph of a chapter, link elsewhere"
                self.fault(number, "a citation outside a numbered paragraph", mend)
        return content

    def read_heading(self, node: SyntaxTreeNode, line: int) -> Iterator[Heading]:
        """Reads a heading: plain words, then its id; none where it has none."""
        level, typed = int(node.tag[1]), node.children[0]
        content = RunningText(line, self.fault).read(typed.children)
        found = HEADING.fullmatch(inline.words(content))
        if level == 1:
            mend = "use '##'; the title in front matter is the only h1"
            self.fault(line, "a heading of level 1", mend)
        if any(not isinstance(part, Text | Break) for part in content):
            self.fault(line, "a heading with links, emphasis or code", "write it in plain words")
        if any([self.marks(text, number) for number, text in enumerate(prose(content), line)]):
            self.fault(line, "a note in a heading", "put it into the paragraph below")
        if not found or ATTRIBUTES.search(found[1]):
            mend = "add a short permanent one: '## Title { #short-id }'"
            self.fault(line, f"heading '{typed.content}' has no id, or more than one", mend)
            return
        self.heading = Heading(found[2], found[1], level, line)
        yield self.heading

    def read_paragraph(self, content: Content, line: int) -> Paragraph:
        """Reads a numbered paragraph: its text, the line of its relations, if any, and that of its id."""
        parts = inline.parts(content)
        ident = id_of(parts[-1])
        if ident:
            parts.pop()
        else:
            mend = "add '{ #p12 }', with its number, alone on the line after it"
            self.fault(line, "paragraph without an id", mend)
        relations = self.relations(parts[-1]) if parts else ()
        relation_line = parts.pop() if relations else ()
        text, notes = self.read_text(joined(parts), line)
        return Paragraph(ident, line, text, notes, relations, relation_line, self.heading)

    def read_text(self, content: Content, line: int) -> tuple[Content, tuple[Note, ...]]:
        """The text of a numbered paragraph with its note marks as nodes, and a note for each."""
        marks = [
            self.marks(text, number) for number, text in self.whole_citations(prose(content), line)
        ]
        marked = with_marks(content, marks)
        notes: list[Note] = []
        sentences: list[str] = []
        ends: list[int] = []
        for number, (part, found) in enumerate(zip(inline.lines(marked), marks, strict=True), line):
            sentence = inline.plain(part)
            self.refuse_astray(part, sentence, found, number)
            sentences += filter(None, [sentence])
            notes += [self.note(mark, number, sentences) for mark in found]
            ends += [len(sentences)] * len(found)
        self.refuse_crossing(notes, ends)
        return marked, tuple(notes)

    def refuse_astray(self, part: Content, sentence: str, marks: list[Mark], line: int) -> None:
        """A mark stands after words that rely on it, and no markup stands in it."""
        if marks and not re.search(r"\w", sentence):
            mend = "put its mark after the words that rely on it"
            self.fault(line, "a note without a sentence", mend)
        typed = [mark.typed for mark in marks]
        for found in inline.note_marks(part):
            typed.remove(found.typed)
        for divided in typed:
            self.fault(line, f"markup inside {divided}", "write citations in plain text")

    def whole_citations(self, lines: Sequence[str], first: int) -> Iterator[tuple[int, str]]:
        """Lines of prose with their numbers. A citation stands on one line; what is left of another is no prose."""
        is_open = False
        for number, line in enumerate(lines, first):
            prose = SPLIT_END.sub(lambda end: " " * len(end[0]), line) if is_open else line
            is_open = SPLIT_START.search(prose) is not None
            if is_open:
                mend = "write it on one line, from '[@' to ']'"
                self.fault(number, "a citation over two lines, or without its ']'", mend)
            yield number, prose

    def refuse_crossing(self, notes: Sequence[Note], ends: Sequence[int]) -> None:
        """Of two notes that share a sentence, one covers all that the other does; each ends with its own sentence."""
        for (one, end), (other, later) in combinations(zip(notes, ends, strict=True), 2):
            start, later_start = end - len(one.sentences), later - len(other.sentences)
            if start < later_start < end < later:
                what = f"{other.mark} covers a part of what {one.mark} covers"
                self.fault(other.line, what, "let it cover all of that, or none")

    def marks(self, prose: str, line: int) -> list[Mark]:
        faults: list[tuple[str, str]] = []
        found = marks_in(prose, faults)
        for what, mend in faults:
            self.fault(line, what, mend)
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
        ((_, text),) = self.whole_citations([definition.text], definition.line)
        marks = self.marks(text, definition.line)
        self.refuse_markup(definition, marks)
        citations = tuple(citation for found in marks for citation in found.citations)
        explanation = " ".join(without(definition.text, marks).split())
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
        read = MARKDOWN.parseInline(definition.text)[0].children or []
        if any(child.type != "text" for child in read):
            self.fault(definition.line, "markup in an explaining note", "write it in plain text")
        if any(mark.sentences > 1 for mark in marks):
            mend = "write it after the note's mark in the text"
            self.fault(definition.line, "a count of sentences in a definition", mend)
        if marks and definition.text[marks[0].start :].strip() != "".join(m.typed for m in marks):
            mend = "end its definition with the citation"
            self.fault(definition.line, "text after the citation of an explaining note", mend)

    def relations(self, part: Content) -> tuple[Relation, ...]:
        """The relations that a line states, where it holds nothing but links to paragraphs."""
        links, around = list(inline.links(part)), "".join(prose(part))
        if not links or BETWEEN.sub("", around):
            return ()
        found, word = [], ""
        for link in links:
            match = RELATION.fullmatch(link.text)
            word = (match[1] or word).lower() if match else ""
            if word not in RELATIONS:
                mend = did_you_mean(word, RELATIONS, f"begin with one of: {', '.join(RELATIONS)}")
                self.fault(link.line, f"'{link.text}' states no known relation", mend)
            found.append(Relation(word, link))
        return tuple(found)


def depth(token: Token) -> int:
    """How deep a token's markup, or markup within its text, is nested."""
    return max(token.level, *(child.level for child in token.children or ()), 0)


def line_of(node: SyntaxTreeNode | Token) -> int:
    """The line of some Markdown on which a block begins, from 1."""
    return (node.map[0] if node.map else 0) + 1


def attributes(node: SyntaxTreeNode) -> tuple[tuple[str, str], ...]:
    """The attributes of a block's element; a table's columns are aligned by `align`."""
    found: Mapping[str, object] = node.attrs
    return tuple(
        ("align", str(value).removeprefix("text-align:")) if name == "style" else (name, str(value))
        for name, value in found.items()
    )


def id_of(part: Content) -> str:
    """The id that a part of a paragraph gives it, where it is nothing but that."""
    text = part[0] if len(part) == 1 else None
    found = ID_LINE.fullmatch(text.words.strip()) if isinstance(text, Text) else None
    return found[1] if found else ""


def joined(parts: Sequence[Content]) -> Content:
    """Parts of a text as one, with breaks between them."""
    found = [piece for part in parts for piece in (*part, Break())]
    return tuple(found[:-1])


CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
"""Characters that no text needs; what readers and programs make of them differs."""

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
    (
        re.compile(r"^[ \t]{60,}\S"),
        "a line that begins too far in",
        "begin a new block, less far in",
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
    "bullet_list": "list",
    "ordered_list": "list",
    "table": "table",
    "fence": "code block",
    "code_block": "code block",
    "blockquote": "quotation",
    "hr": "rule",
}
"""Blocks that have no place in a chapter, outside an editor's note."""
