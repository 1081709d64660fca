"""A page of docs/: its headings, its numbered paragraphs with their notes and relations, and whatever else it holds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.model import inline
from edition.model.inline import Content, Link, NoteMark
from edition.model.locators import Citation
from edition.words import ALL_WORDS

PARAGRAPH_ID = re.compile(r"p[1-9]\d*[a-z]?")
Number = tuple[int, str]
"""The number of a paragraph or note: its base, and the letter of one that was inserted after it."""


def as_number(label: str) -> Number:
    """A paragraph's id or a note's number as base and letter: `p12a` is (12, 'a')."""
    digits = re.sub(r"\D", "", label)
    return int(digits), label.removeprefix("p").removeprefix(digits)


@dataclass(frozen=True)
class Note:
    """A numbered note at one of its marks: what it cites, what it explains, and the sentences that rely on it.

    `number` is text, since a note inserted after 12 is `12a`; `mark` is the mark as typed in the page.
    """

    number: str
    mark: str
    line: int
    citations: tuple[Citation, ...]
    explanation: tuple[Content, ...] = ()
    """What it says beside what it cites, paragraph by paragraph."""
    sentences: tuple[str, ...] = ()
    """All that it covers, as they follow each other in the paragraph: the last holds the mark."""
    occurrence: int = 1
    """Which of the note's marks this is, from 1: an explaining note may be marked again in its chapter."""

    @property
    def sentence(self) -> str:
        """The sentence that holds the mark."""
        return self.sentences[-1] if self.sentences else ""

    @property
    def explained(self) -> str:
        """What it explains, as plain text."""
        return " ".join(map(inline.plain, self.explanation))

    @property
    def mark_id(self) -> str:
        """Identifies this mark among the note's marks: `5` for the first, `5-2` for the second."""
        return NoteMark(self.mark, self.number, self.occurrence).mark_id


@dataclass(frozen=True)
class Relation:
    """What one paragraph says of another, as a word of the closed set RELATIONS."""

    word: str
    link: Link

    @property
    def target(self) -> str:
        return self.link.fragment


RELATIONS = {
    word: back for words in ALL_WORDS.values() for word, back in words.relations.in_return.items()
}
"""Each relation between paragraphs as typed, with the one that the other paragraph must state in return."""


@dataclass(frozen=True)
class Heading:
    """A heading: its permanent id and its words."""

    id: str
    title: str
    level: int
    line: int

    @property
    def links(self) -> tuple[Link, ...]:
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.title,)


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph of the article, restated: its text, in which note marks are nodes."""

    id: str
    line: int
    content: Content
    notes: tuple[Note, ...] = ()
    """One for each mark, in the order of the text."""
    relations: tuple[Relation, ...] = ()
    relation_line: Content = ()
    """The line that states its relations."""
    heading: Heading | None = None

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences as plain text, without note marks."""
        return inline.sentences(self.content)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links in its text; those of its relations are no part of it."""
        return tuple(inline.links(self.content))

    @property
    def number(self) -> str:
        return self.id.removeprefix("p")

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def covered_by(self, note: Note) -> tuple[int, int]:
        """Where in its text the sentences that one of its notes covers begin and end."""
        words = " ".join(note.sentences)
        start = self.text.index(words)
        return start, start + len(words)


@dataclass(frozen=True)
class Block:
    """A block of a page by the name of its HTML element: running text has content, all others hold blocks.

    One without a name is the text of an item of a list in which items are no paragraphs.
    """

    element: str
    line: int
    content: Content = ()
    blocks: tuple["Block", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        """The links in it, in order."""
        yield from inline.links(self.content)
        for block in self.blocks:
            yield from block.links

    @property
    def texts(self) -> Iterator[str]:
        """The plain text of each piece of running text in it."""
        if self.content:
            yield inline.plain(self.content)
        for block in self.blocks:
            yield from block.texts


@dataclass(frozen=True)
class EditorNote:
    """A note of the editor's: its blocks, and the id of the paragraph after which it stands, if any."""

    line: int
    blocks: tuple[Heading | Block, ...]
    paragraph: str = ""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(link for block in self.blocks for link in block.links)

    @property
    def text(self) -> str:
        """Its words as plain text."""
        return " ".join(text for block in self.blocks for text in block.texts)


@dataclass(frozen=True)
class Page:
    """A page of docs/. A chapter is a page that holds numbered paragraphs."""

    file: str
    meta: Mapping[str, str]
    blocks: tuple[Heading | Paragraph | EditorNote | Block, ...] = ()
    """All that it holds, in order."""
    typed: str = ""
    """Its Markdown as typed; the lines of its front matter are empty."""
    body: str = ""
    """The same without the definitions of its explaining notes."""
    meta_lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each name in its front matter."""

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in the order of the text; those of editor's notes are among them."""
        return tuple(heading for block in self.blocks for heading in headings_in(block))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links, in the order of the text; those of relations are among them."""
        return tuple(link for block in self.blocks for link in links_in(block))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @cached_property
    def editor_notes(self) -> tuple[EditorNote, ...]:
        return tuple(block for block in self.blocks if isinstance(block, EditorNote))

    @property
    def title(self) -> str:
        return self.meta.get("title", "")

    @property
    def path(self) -> str:
        """Its file, as messages name it: `docs/about.md`."""
        return f"docs/{self.file}"

    @property
    def address(self) -> str:
        """The page's address below the site's: empty for the home page, else its name and a slash."""
        stem = self.file.removesuffix(".md")
        return "" if stem == "index" else f"{stem}/"

    @property
    def is_home(self) -> bool:
        return self.address == ""

    @cached_property
    def marks(self) -> tuple[Note, ...]:
        """Its notes at each of their marks, in the order of the text."""
        return tuple(note for paragraph in self.paragraphs for note in paragraph.notes)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Its notes, each at its first mark."""
        return tuple(note for note in self.marks if note.occurrence == 1)

    @cached_property
    def under(self) -> Mapping[str, Sequence[Paragraph]]:
        """The paragraphs under each of its headings, by the heading's id."""
        by_heading: dict[str, list[Paragraph]] = {}
        for paragraph in self.paragraphs:
            if paragraph.heading:
                by_heading.setdefault(paragraph.heading.id, []).append(paragraph)
        return by_heading

    @cached_property
    def marked(self) -> Mapping[str, Mapping[str, Sequence[Note]]]:
        """The marks of each note by its number, and by the id of the paragraph in which they stand."""
        by_number: dict[str, dict[str, list[Note]]] = {}
        for paragraph in self.paragraphs:
            for note in paragraph.notes:
                by_number.setdefault(note.number, {}).setdefault(paragraph.id, []).append(note)
        return by_number

    @cached_property
    def part(self) -> Mapping[str, Heading | Paragraph]:
        """Its headings and its paragraphs, by their ids."""
        headings = {heading.id: heading for heading in self.headings}
        return headings | {paragraph.id: paragraph for paragraph in self.paragraphs}

    @cached_property
    def paragraph_range(self) -> str:
        """The numbers of its paragraphs, `2–7`, or `1` where it has one."""
        return span([paragraph.number for paragraph in self.paragraphs])

    @cached_property
    def note_range(self) -> str:
        return span([note.number for note in self.notes])

    @property
    def ids(self) -> Iterator[tuple[str, int]]:
        """Heading ids, then paragraph ids, each with its line."""
        yield from ((heading.id, heading.line) for heading in self.headings)
        yield from ((paragraph.id, paragraph.line) for paragraph in self.paragraphs)


def headings_in(block: Heading | Paragraph | EditorNote | Block) -> Iterator[Heading]:
    """The heading that a block is, or those that an editor's note holds."""
    if isinstance(block, EditorNote):
        yield from (heading for heading in block.blocks if isinstance(heading, Heading))
    elif isinstance(block, Heading):
        yield block


def links_in(block: Heading | Paragraph | EditorNote | Block) -> Iterator[Link]:
    """The links in a block; a paragraph's relations are links as well."""
    yield from block.links
    if isinstance(block, Paragraph):
        yield from inline.links(block.relation_line)


def span(numbers: list[str]) -> str:
    """First and last of some numbers: `2–7`, `1`, or nothing."""
    return "–".join(dict.fromkeys([numbers[0], numbers[-1]])) if numbers else ""
