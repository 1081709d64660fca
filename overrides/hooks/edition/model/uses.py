"""Where the edition relies on a source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.model.locators import Locator
from edition.model.page import Note, Page, Paragraph
from edition.model.source import Source

SOURCES = "sources/"
"""The address of the list of sources, below the site's."""
SOURCES_PAGE = "sources.md"
"""The page of all sources, which no file in docs/ holds: it is made from the model."""

Sources = Mapping[str, Source]
"""Sources by citation key."""


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
