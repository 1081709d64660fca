"""The parts of the edition that can be cited as one: a paragraph, a section, a chapter, with the sources of each."""

from collections.abc import Iterator, Sequence
from typing import Any

from edition.model import Edition, Heading, Page, Paragraph
from edition.model.locators import printed


def parts(edition: Edition, page: Page) -> dict[str, dict[str, Any]]:
    """The sections of a page by their ids, and under no id the page as a whole."""
    words = edition.words.handed_out
    chapter = (words.chapter.format(title=page.title), words.this_chapter)
    sections = {heading.id: section(edition, page, heading) for heading in page.headings}
    return {"": part(edition, page.paragraphs, "chapter", *chapter), **sections}


def section(edition: Edition, page: Page, heading: Heading) -> dict[str, Any]:
    """The paragraphs under a heading; one that has none of its own is cited without sources."""
    under = page.under.get(heading.id, ())
    words, kind = edition.words.handed_out, "section" if under else "page"
    return part(edition, under, kind, words.section.format(title=heading.title), words.this_section)


def one_paragraph(edition: Edition, paragraph: Paragraph) -> dict[str, Any]:
    words, number = edition.words.parts, paragraph.number
    name = words.paragraph_in_full.format(number=number)
    short = words.paragraph.format(number=number)
    return part(edition, [paragraph], "paragraph", name, short)


def part(
    edition: Edition, paragraphs: Sequence[Paragraph], kind: str, name: str, short: str
) -> dict[str, Any]:
    """Some paragraphs as one thing to cite: its name as a title and within a sentence, and what it relies on."""
    return {
        "kind": kind,
        "name": name,
        "short": short,
        "paragraphs": [paragraph.id for paragraph in paragraphs],
        "sources": list(sources_of(edition, paragraphs)),
    }


def sources_of(edition: Edition, paragraphs: Sequence[Paragraph]) -> Iterator[dict[str, str]]:
    """What paragraphs rely on, each once: the note's number, the source's key, the pages, and note and pages in
    words. A named source has no note."""
    words = edition.words
    uses = (
        (use.note.number if use.note else "", use.source.key, use.locators)
        for paragraph in paragraphs
        for use in edition.uses_in[paragraph.id]
    )
    for note, key, locators in dict.fromkeys(uses):
        name = words.parts.note_in_full.format(number=note) if note else words.handed_out.named
        pages = printed(locators, words)
        where = ", ".join(filter(None, [name, pages]))
        yield {"note": note, "key": key, "pages": pages, "where": where}
