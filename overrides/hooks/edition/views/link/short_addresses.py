"""A short address for each paragraph, for briefings on paper: /p/12/ leads to paragraph 12, without a script."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.contents.stubs import TEMPLATE, Stub, name_of
from edition.contents.under_headings import SHORT_ADDRESSES as FOLDER
from edition.model import Edition, Page, Paragraph
from edition.outputs import Page as MadePage
from edition.outputs import Shown, Site, way


@dataclass(frozen=True)
class ShortAddresses:
    """What the addresses begin with, below the site's."""

    folder: str = FOLDER


def view(site: Site) -> Iterator[MadePage]:
    edition = site.library.edition
    for chapter in edition.chapters:
        for paragraph in chapter.paragraphs:
            yield page_of(paragraph, chapter, edition)


def on_page(page: Shown, site: Site) -> ShortAddresses:
    return ShortAddresses()


def page_of(paragraph: Paragraph, chapter: Page, edition: Edition) -> MadePage:
    """The page that leads to a paragraph."""
    words, number, file = edition.words, paragraph.number, f"{FOLDER}{paragraph.number}.md"
    heading = words.parts.paragraph_in_full.format(number=number)
    head = {
        "title": words.leading.short_title.format(paragraph=heading, chapter=chapter.title),
        "description": words.leading.short_description.format(number=number, chapter=chapter.title),
    }
    address = f"{chapter.address or './'}#{paragraph.id}"
    stub = Stub(
        heading=heading,
        address=way(f"{FOLDER}{number}/", address),
        page=chapter.address,
        name=name_of(edition, address),
        at_once=True,
    )
    return MadePage(file, TEMPLATE, head, stub)
