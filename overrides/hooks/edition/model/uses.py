"""Where the edition relies on a source, and where it refers to a paragraph."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from edition.model.inline import Link
from edition.model.locators import Locator
from edition.model.page import Heading, Note, Page, Paragraph
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

    @property
    def sentence(self) -> str:
        """The sentence that holds the note's mark, or the source's name."""
        return self.sentences[-1]

    @property
    def words(self) -> str:
        """All sentences that rely on the source: an exact part of the paragraph's text."""
        return " ".join(self.sentences)


def all_uses(chapters: Sequence[Page], sources: Sources) -> Iterator[Use]:
    """Every use of a source: first what a paragraph's notes cite, then what its text names."""
    for chapter in chapters:
        for paragraph in chapter.paragraphs:
            yield from noted_uses(sources, chapter, paragraph)
            yield from named_uses(sources, chapter, paragraph)


def noted_uses(sources: Sources, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    """What a paragraph's notes cite; two marks of one note in one sentence are one use."""
    noted: dict[tuple[str, str], Note] = {}
    for note in paragraph.notes:
        noted.setdefault((note.number, note.sentence), note)
    for note in noted.values():
        for citation in note.citations:
            if source := sources.get(citation.key):
                yield Use(source, chapter, paragraph, note.sentences, note, citation.locators)


def named_uses(sources: Sources, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    for link in paragraph.links:
        if link.file == SOURCES_PAGE and (source := sources.get(link.fragment)):
            yield Use(source, chapter, paragraph, (sentence_with(paragraph, link.text),))


def sentence_with(paragraph: Paragraph, words: str) -> str:
    """The sentence of a paragraph in which some words stand."""
    return next((sentence for sentence in paragraph.sentences if words in sentence), "")


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


def referrer_at(page: Page, link: Link, how: str) -> Referrer:
    """A link as a referrer: its page, with the paragraph and the heading that it stands in."""
    return Referrer(page, above(page.paragraphs, link.line), above(page.headings, link.line), how)


def above(parts: Sequence[Part], line: int) -> Part | None:
    """The last of some parts of a page, in the order of the text, that begins on a line or above it."""
    at = bisect_right(parts, line, key=lambda part: part.line)
    return parts[at - 1] if at else None
