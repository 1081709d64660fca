"""The edition as text and as data: each chapter's Markdown beside it, llms.txt, llms-full.txt, edition.json."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.cite.formats import JSON, MARKDOWN, Format
from edition.contents.alternates import Alternate, alternates
from edition.keep.frozen_editions import DATA, SCHEMA
from edition.library import Library
from edition.model import Edition
from edition.outputs import File, Shown, Site
from edition.write.chapter_markdown import chapter_markdown
from edition.write.edition_data import edition_json
from edition.write.llms import FULL_TEXT, full_text, overview

OVERVIEW = "llms.txt"

TURN = 1
"""After the views whose pages and files it lists."""


@dataclass(frozen=True)
class TextAndData:
    """The files of a page: a chapter as text, at home the whole edition as data; and what describes the data."""

    files: Sequence[Alternate]
    schema: str = SCHEMA


def view(site: Site) -> Iterator[File]:
    texts = list(files(site.library))
    yield from texts
    addresses = site.with_outputs(texts).addresses
    yield File(OVERVIEW, overview(site.library.edition, site.library.references, addresses))


def on_page(page: Shown, site: Site) -> TextAndData:
    return TextAndData(alternates(page, of_page(site.library.edition, page.file)))


def of_page(edition: Edition, file: str) -> Iterator[tuple[str, Format, str]]:
    """The files of a page: address, format, title."""
    if chapter := edition.chapter(file):
        words = edition.words.exports
        yield f"{chapter.address}index.md", MARKDOWN, words.chapter_as_markdown
        if chapter.is_home:
            yield DATA, JSON, words.edition_as_data


def files(library: Library) -> Iterator[File]:
    """Each file but the overview, which lists those that there are."""
    edition, references = library.edition, library.references
    for chapter in edition.chapters:
        yield File(f"{chapter.address}index.md", chapter_markdown(edition, chapter, references))
    yield File(FULL_TEXT, full_text(edition, references))
    yield File(DATA, edition_json(edition))
