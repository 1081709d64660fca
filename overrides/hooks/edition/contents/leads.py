"""Where a chapter leads, and how others refer to its paragraphs: all from links in the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from edition.model import EDITOR_NOTE, LINK, SOURCES_PAGE, Edition, Page, Paragraph
from edition.words.record import Relations


def hows(said: Relations) -> dict[str, str]:
    """What is said of a referrer, by how it refers, in words that follow it; a link needs none."""
    read = {typed: said.by_reading.format(relation=words) for typed, words in said.read_as.items()}
    return read | {EDITOR_NOTE: said.by_editor_note, LINK: ""}


@dataclass(frozen=True)
class Group:
    """Some paragraphs of one chapter to which another leads in one way."""

    word: str
    chapter: Page
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True)
class Lead:
    """Where a paragraph leads."""

    paragraph: Paragraph
    groups: Sequence[Group]


def leads(chapter: Page, edition: Edition) -> Iterator[Lead]:
    """Where the paragraphs of a chapter lead, in the order of the text: by the relations that they state; where the
    chapter states none, by the other links between paragraphs."""
    states = any(paragraph.relations for paragraph in chapter.paragraphs)
    for paragraph in chapter.paragraphs:
        found = stated(paragraph) if states else linked(paragraph, edition)
        if groups := list(grouped(found, edition)):
            yield Lead(paragraph, groups)


def stated(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The relations that a paragraph states, each with the id that it is stated of."""
    return [(relation.word, relation.target) for relation in paragraph.relations]


def linked(paragraph: Paragraph, edition: Edition) -> list[tuple[str, str]]:
    """Which paragraphs have to do with one without a stated relation: in which way, and their ids."""
    word = edition.words.relations.names_the_same
    shared = [(word, ident) for ident in naming_the_same(paragraph, edition)]
    return [*referring(paragraph, edition), *shared]


def grouped(found: Sequence[tuple[str, str]], edition: Edition) -> Iterator[Group]:
    """What a paragraph leads to, by word and chapter."""
    chapters = edition.chapter_of
    for (word, _), group in groupby(found, lambda one: (one[0], chapters[one[1]].file)):
        paragraphs = [edition.paragraph[ident] for _, ident in group]
        yield Group(word, chapters[paragraphs[0].id], paragraphs)


def referring(paragraph: Paragraph, edition: Edition) -> Iterator[tuple[str, str]]:
    """The paragraphs that link to one without stating a relation: in which way, and their ids."""
    said = edition.words.relations
    words = {LINK: said.referred_to, EDITOR_NOTE: said.named_in_note}
    for referrer in edition.referrers[paragraph.id]:
        if referrer.paragraph and referrer.how in words:
            yield words[referrer.how], referrer.paragraph.id


def naming_the_same(paragraph: Paragraph, edition: Edition) -> list[str]:
    """The ids of other paragraphs whose text names a document that this one names too."""
    keys = [link.fragment for link in paragraph.links if link.file == SOURCES_PAGE]
    uses = (use for key in keys for use in edition.uses.get(key, ()) if not use.note)
    others = dict.fromkeys(use.paragraph.id for use in uses)
    return [ident for ident in others if ident != paragraph.id]
