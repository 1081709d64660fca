"""Where the edition relies on a source, and where it refers to a paragraph."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from edition.model.blocks import Heading, Note, Paragraph
from edition.model.inline import Link
from edition.model.locators import Locator
from edition.model.page import Page
from edition.model.source import Source

SOURCES = "sources/"
"""The address of the list of sources, below the site's."""
SOURCES_PAGE = "sources.md"
"""The page of all sources, which no file in docs/ holds: it is made from the model."""

Sources = Mapping[str, Source]
"""Sources by citation key."""
Part = TypeVar("Part", Heading, Paragraph)


@dataclass(frozen=True)
class Use:
    """One place where the edition relies on a source: by a note, or by naming it (then there is no note)."""

    source: Source
    chapter: Page
    paragraph: Paragraph
    sentences: tuple[str, ...]
    """Those that rely on it, as they follow each other in the paragraph."""
    note: Note | None = None
    locators: tuple[Locator, ...] = ()
    is_editors = False
    """Whether the editor refers to it, not the article."""

    @property
    def is_on_pages(self) -> bool:
        """Whether it says on which pages, and no more."""
        return {locator.kind for locator in self.locators} == {"page"}

    @property
    def sentence(self) -> str:
        """The sentence that holds the note's mark, or the source's name."""
        return self.sentences[-1]

    @property
    def words(self) -> str:
        """All sentences that rely on the source."""
        return " ".join(self.sentences)


def all_uses(chapters: Sequence[Page], sources: Sources) -> Iterator[Use]:
    """Every use of a source: first what a paragraph's notes cite, then what its text names."""
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            yield from noted_uses(sources, chapter, paragraph)
            yield from named_uses(sources, chapter, paragraph)
            yield from named_in_notes(sources, chapter, paragraph)


def noted_uses(sources: Sources, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    """What a paragraph's notes cite; two marks of one note in one sentence are one use."""
    noted: dict[tuple[str, int], Note] = {}
    for note in paragraph.notes:
        noted.setdefault((note.number, note.end), note)
    for note in noted.values():
        for citation in note.citations:
            if source := sources.get(citation.key):
                yield Use(source, chapter, paragraph, note.sentences, note, citation.locators)


def named_uses(sources: Sources, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    """What the text of a paragraph names without a note."""
    for link in paragraph.links:
        if source := named(link, sources):
            yield Use(source, chapter, paragraph, (sentence_with(paragraph, link.text),))


def named_in_notes(sources: Sources, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    """What the notes of a paragraph name without citing it."""
    for note in paragraph.notes:
        for link in note.links:
            if source := named(link, sources):
                yield Use(source, chapter, paragraph, note.sentences)


def named(link: Link, sources: Sources) -> Source | None:
    """The source to which a link leads, if it leads to one."""
    return sources.get(link.fragment) if link.file == SOURCES_PAGE else None


def sentence_with(paragraph: Paragraph, words: str) -> str:
    """The sentence of a paragraph in which some words stand."""
    return next((sentence for sentence in paragraph.sentences if words in sentence), "")


@dataclass(frozen=True)
class EditorUse:
    """One place where an editor's note of a chapter cites a source; it stands after a paragraph, if any."""

    source: Source
    chapter: Page
    paragraph: Paragraph | None
    words: str
    """The sentence that holds the citation, with it."""
    locators: tuple[Locator, ...] = ()
    is_editors = True


def editor_uses(chapters: Sequence[Page], sources: Sources) -> Iterator[EditorUse]:
    """What editor's notes cite, in the order of the text."""
    for chapter in chapters:
        paragraphs = {paragraph.id: paragraph for paragraph in chapter.paragraphs}
        for note in chapter.editor_notes:
            for citation, sentence in note.cited:
                if source := sources.get(citation.key):
                    above = paragraphs.get(note.paragraph)
                    yield EditorUse(source, chapter, above, sentence, citation.locators)


@dataclass(frozen=True)
class Referrer:
    """A place that refers to a paragraph: a page, the paragraph or else the heading in it, and how it refers.

    `how` is one of RELATIONS, or EDITOR_NOTE or LINK.
    """

    page: Page
    paragraph: Paragraph | None
    heading: Heading | None
    how: str

    @property
    def position(self) -> tuple[str, str, str]:
        """The page's file, and the ids of paragraph and heading, empty where there is none."""
        paragraph, heading = self.paragraph, self.heading
        return self.page.file, paragraph.id if paragraph else "", heading.id if heading else ""


EDITOR_NOTE, LINK = "editor-note", "link"


def stated_hows(page: Page) -> dict[Link, str]:
    """How links of a page refer to paragraphs: those in editor's notes, and those that state relations."""
    noted = {link: EDITOR_NOTE for note in page.editor_notes for link in note.links}
    return noted | {r.link: r.word for paragraph in page.paragraphs for r in paragraph.relations}


def referrer_at(page: Page, how: str, line: int) -> Referrer:
    """A line of a page as a referrer: the page, with the paragraph and the heading in which the line stands."""
    return Referrer(page, above(page.paragraphs, line), above(page.headings, line), how)


def lines_of(page: Page) -> dict[Link, int]:
    """The lines where readers come upon the links of a page: a link in a note at the note's mark."""
    lines = {link: link.line for link in page.links}
    return lines | {link: note.line for note in page.notes for link in note.links}


def above(parts: Sequence[Part], line: int) -> Part | None:
    """The last of some parts of a page, in the order of the text, that begins on a line or above it."""
    at = bisect_right(parts, line, key=lambda part: part.line)
    return parts[at - 1] if at else None
