"""A page of docs/: its headings, its numbered paragraphs with their notes and relations, and whatever else it holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edition.model import inline
from edition.model.blocks import Block, EditorNote, Heading, Note, Paragraph
from edition.model.inline import Link
from edition.model.locators import Citation


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

    @property
    def cited(self) -> Iterator[tuple[Citation, int]]:
        """What it cites, in its notes and in the editor's, each citation with its line."""
        for note in self.notes:
            yield from note.cited
        parts = (part for note in self.editor_notes for part in note.in_places)
        yield from ((citation, part.line) for part in parts for citation in part.citations)

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
    """The links in a block; those of a paragraph's relations and in its notes, each once, are among them."""
    yield from block.links
    if isinstance(block, Paragraph):
        yield from inline.links(block.relation_line)
        for note in block.notes:
            yield from note.links if note.occurrence == 1 else ()


def span(numbers: list[str]) -> str:
    """First and last of some numbers: `2–7`, `1`, or nothing."""
    return "–".join(dict.fromkeys([numbers[0], numbers[-1]])) if numbers else ""
