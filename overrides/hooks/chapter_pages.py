"""Hands the templates what a page shows of the model: its chapter, the notes as HTML, and its neighbours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.cite.references import References
from edition.model import Edition, Note, Page
from edition.model.inline import SourceTitle
from edition.write.html import Html, language_of, title_links
from edition.write.markup import element
from edition.write.titles import unbroken


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    if chapter and edition.is_chapter(chapter):
        sources = get_relative_url("sources/", page.url)
        context["chapter"] = chapter
        context["chapter_number"] = edition.chapter_number(chapter)
        context["notes"] = list(
            shown_notes(chapter, edition, config["references"], config["html"], sources)
        )
        settings = edition.settings
        context["title_unbroken"] = unbroken(settings.title, settings.short_title)
        context["next_chapter"] = neighbour(chapter, edition, 1)
        context["previous_chapter"] = neighbour(chapter, edition, -1)
    return context


@dataclass(frozen=True)
class WayBack:
    """The way from a note back to one of its marks: what the mark's id ends in, and where it stands, in words."""

    place: str
    words: str


@dataclass(frozen=True)
class ShownNote:
    """A note as a reader sees it: its number, its text, and the ways back to its marks."""

    number: str
    html: Markup
    back: Sequence[WayBack]


def shown_notes(
    chapter: Page, edition: Edition, references: References, html: Html, sources: str
) -> Iterator[ShownNote]:
    """The notes of a chapter; `html` is how text is written, `sources` the address of the list of sources, seen from
    the chapter."""
    for note in chapter.notes:
        back = tuple(ways_back(note.number, chapter, edition))
        yield ShownNote(note.number, note_html(note, edition, references, html, sources), back)


def ways_back(number: str, chapter: Page, edition: Edition) -> Iterator[WayBack]:
    """The ways back from a note, each named by its paragraph, and by its place there if that has several."""
    said = edition.words
    for ident, marks in chapter.marked[number].items():
        where = said.parts.paragraph.format(number=edition.paragraph[ident].number)
        for count, note in enumerate(marks, 1):
            ordinal = said.chapter.ordinals.of(count)
            which = said.chapter.mark.format(paragraph=where, ordinal=ordinal)
            yield WayBack(note.place, which if len(marks) > 1 else where)


def note_html(
    note: Note, edition: Edition, references: References, html: Html, sources: str
) -> Markup:
    """What a note explains, then what it cites, each title a link to its source."""

    def link(part: SourceTitle) -> Mapping[str, str]:
        source = edition.source[part.key]
        address = {"data_address": source.get("url")} if source.get("url") else {}
        href = f"{sources}{part.key}/"
        return (
            {"class_": "source-title", "href": href} | language_of(source, edition.words) | address
        )

    explained = html.text(note.explanation)
    if not note.citations:
        return explained
    cited = replace(html, source_title=title_links(link)).write(references.notes[note.number])
    shown = element("span", cited, translate="no")
    return Markup(" ").join(filter(None, [explained, shown]))


def neighbour(chapter: Page, edition: Edition, step: int) -> Page | None:
    """The chapter before (-1) or after (1) a chapter."""
    position = edition.chapter_number(chapter) + step
    return edition.chapters[position] if 0 <= position < len(edition.chapters) else None
