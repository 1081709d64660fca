"""The parts of the edition that are taken along as one: a paragraph, a section, a chapter, with what they rely on."""

from collections.abc import Iterator, Sequence
from typing import Any

from edition.model import Edition, Heading, Page, Paragraph
from edition.model.locators import printed


def parts(edition: Edition, page: Page) -> dict[str, dict[str, Any]]:
    """The sections of a page by their ids, and under no id the page as a whole."""
    said = edition.words.handed_out
    chapter = (said.chapter.format(title=page.title), said.this_chapter)
    sections = {heading.id: section(edition, page, heading) for heading in page.headings}
    return {"": part(edition, page.paragraphs, "chapter", *chapter), **sections}


def section(edition: Edition, page: Page, heading: Heading) -> dict[str, Any]:
    """The paragraphs under a heading; one that has none of its own is cited without sources."""
    under = page.under.get(heading.id, ())
    said, kind = edition.words.handed_out, "section" if under else "page"
    return part(edition, under, kind, said.section.format(title=heading.title), said.this_section)


def one_paragraph(edition: Edition, paragraph: Paragraph) -> dict[str, Any]:
    said, number = edition.words.parts, paragraph.number
    name, short = said.paragraph_in_full.format(number=number), said.paragraph.format(number=number)
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
    said = edition.words
    found = (
        (use.note.number if use.note else "", use.source.key, use.locator)
        for paragraph in paragraphs
        for use in edition.uses_in[paragraph.id]
    )
    for note, key, locator in dict.fromkeys(found):
        where = said.parts.note_in_full.format(number=note) if note else said.handed_out.named
        pages = printed(locator, said)
        words = ", ".join(filter(None, [where, pages]))
        yield {"note": note, "key": key, "pages": pages, "where": words}
