"""What pages are made of: headings, numbered paragraphs with their notes and relations, editor's notes, and others."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from edition.model import inline
from edition.model.inline import Content, InPlace, Link, NoteMark
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
    closing: tuple[Citation, ...]
    """What it cites at its end, or all in all where it explains nothing."""
    explanation: tuple[Content, ...] = ()
    """What it says beside that, paragraph by paragraph; citations may stand in it as well."""
    sentences: tuple[str, ...] = ()
    """All that it covers, as they follow each other in the paragraph: the last holds the mark."""
    end: int = 0
    """How many sentences of its paragraph there are up to its mark."""
    closing_line: int = 0
    """The line of what it cites at its end, where that is not the line of its mark."""
    is_whole: bool = True
    """Whether its definition was read without a mistake."""
    occurrence: int = 1
    """Which of the note's marks this is, from 1: an explaining note may be marked again in its chapter."""

    @property
    def sentence(self) -> str:
        """The sentence that holds the mark."""
        return self.sentences[-1] if self.sentences else ""

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All that it cites, in order."""
        return tuple(citation for citation, _ in self.cited)

    @property
    def cited(self) -> Iterator[tuple[Citation, int]]:
        """All that it cites, in order, each citation with its line."""
        for content in self.explanation:
            for part in inline.in_places(content):
                yield from ((citation, part.line) for citation in part.citations)
        yield from ((citation, self.closing_line or self.line) for citation in self.closing)

    @property
    def explained(self) -> str:
        """What it explains, as plain text."""
        return " ".join(map(inline.plain, self.explanation))

    @property
    def links(self) -> Iterator[Link]:
        """The links in what it explains."""
        for content in self.explanation:
            yield from inline.links(content)

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
    def contents(self) -> Iterator[Content]:
        """Each piece of running text in it, in order."""
        if self.content:
            yield self.content
        for block in self.blocks:
            yield from block.contents

    @property
    def links(self) -> Iterator[Link]:
        """The links in it, in order."""
        for content in self.contents:
            yield from inline.links(content)

    @property
    def texts(self) -> Iterator[str]:
        """The plain text of each piece of running text in it."""
        yield from map(inline.plain, self.contents)

    def changed(self, change: Callable[[Content], Content]) -> "Block":
        """The block with each piece of its running text as `change` makes it, in order."""
        content = change(self.content) if self.content else ()
        return replace(self, content=content, blocks=tuple(b.changed(change) for b in self.blocks))


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph of the article, restated: its text, in which note marks are nodes, and the lists, tables and
    quotations that belong to it."""

    id: str
    line: int
    content: Content
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    """One for each mark, in the order of the text."""
    relations: tuple[Relation, ...] = ()
    relation_line: Content = ()
    """The line that states its relations."""
    heading: Heading | None = None

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """Each piece of its running text, in order."""
        return (self.content, *(content for block in self.blocks for content in block.contents))

    @property
    def marks(self) -> Iterator[NoteMark]:
        """The marks of its notes, in the order of the text."""
        for content in self.contents:
            yield from inline.note_marks(content)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences as plain text, without note marks."""
        return tuple(sentence for part in self.contents for sentence in inline.sentences(part))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links in its text; those of its relations and of its notes are no part of it."""
        return tuple(link for part in self.contents for link in inline.links(part))

    @property
    def number(self) -> str:
        return self.id.removeprefix("p")

    @cached_property
    def text(self) -> str:
        """Its sentences as one text; each paragraph, item and cell of its blocks stands on a line of its own."""
        parts = (" ".join(inline.sentences(part)) for part in self.contents)
        return "\n".join(filter(None, parts))

    def covered_by(self, note: Note) -> tuple[int, int]:
        """Where in its text the sentences that one of its notes covers begin and end."""
        first = note.end - len(note.sentences)
        start = sum(len(sentence) + 1 for sentence in self.sentences[:first])
        return start, start + len(" ".join(note.sentences))

    def changed(self, change: Callable[[Content], Content]) -> "Paragraph":
        """The paragraph with each piece of its running text as `change` makes it, in order."""
        content = change(self.content)
        return replace(self, content=content, blocks=tuple(b.changed(change) for b in self.blocks))


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

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """Each piece of its running text, headings left out, in order."""
        blocks = (block for block in self.blocks if isinstance(block, Block))
        return tuple(content for block in blocks for content in block.contents)

    @cached_property
    def in_places(self) -> tuple[InPlace, ...]:
        """Its citations, which are printed where they stand, in order."""
        return tuple(part for content in self.contents for part in inline.in_places(content))

    @cached_property
    def cited(self) -> tuple[tuple[Citation, str], ...]:
        """What it cites, in order, each citation with the sentence that holds it."""
        lines = (line for content in self.contents for line in inline.lines(content))
        return tuple(
            (citation, inline.plain(line))
            for line in lines
            for part in inline.in_places(line)
            for citation in part.citations
        )

    def changed(self, change: Callable[[Content], Content]) -> "EditorNote":
        """The note with each piece of its running text as `change` makes it; headings stay."""
        blocks = (b.changed(change) if isinstance(b, Block) else b for b in self.blocks)
        return replace(self, blocks=tuple(blocks))
