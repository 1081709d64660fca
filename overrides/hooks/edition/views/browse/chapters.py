"""What stands around the text of a chapter: its number, the list of its notes, and its neighbours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from edition.library import Library
from edition.model import Edition, Note, Page, record_address
from edition.model.inline import SourceTitle
from edition.outputs import Shown, Site
from edition.write.html import language_of, title_links
from edition.write.markup import element
from edition.write.titles import unbroken


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


@dataclass(frozen=True)
class Chapter:
    """A chapter as its page shows it."""

    page: Page
    number: int
    notes: Sequence[ShownNote]
    title_unbroken: Markup
    """The title of the edition, not divided where it would be hard to read."""
    previous: Page | None
    next: Page | None


def on_page(page: Shown, site: Site) -> Chapter | None:
    """A chapter; a page that holds no paragraphs is none."""
    edition, settings = site.library.edition, site.library.edition.settings
    chapter = edition.chapter(page.file)
    if not chapter:
        return None
    return Chapter(
        page=chapter,
        number=edition.chapter_number(chapter),
        notes=list(shown_notes(chapter, site.library, page)),
        title_unbroken=unbroken(settings.title, settings.short_title),
        previous=neighbour(chapter, edition, -1),
        next=neighbour(chapter, edition, 1),
    )


def shown_notes(chapter: Page, library: Library, page: Shown) -> Iterator[ShownNote]:
    """The notes of a chapter, as `page` shows them."""
    for note in chapter.notes:
        back = tuple(ways_back(note.number, chapter, library.edition))
        yield ShownNote(note.number, note_html(note, library, page), back)


def ways_back(number: str, chapter: Page, edition: Edition) -> Iterator[WayBack]:
    """The ways back from a note, each named by its paragraph, and by its place there if that has several."""
    said = edition.words
    for ident, marks in chapter.marked[number].items():
        where = said.parts.paragraph.format(number=edition.paragraph[ident].number)
        for count, note in enumerate(marks, 1):
            ordinal = said.chapter.ordinals.of(count)
            which = said.chapter.mark.format(paragraph=where, ordinal=ordinal)
            yield WayBack(note.place, which if len(marks) > 1 else where)


def note_html(note: Note, library: Library, page: Shown) -> Markup:
    """What a note explains, then what it cites, each title a link to its source."""
    edition, html = library.edition, library.html

    def link(part: SourceTitle) -> Mapping[str, str]:
        source = edition.source[part.key]
        address = {"data_address": source.get("url")} if source.get("url") else {}
        href = page.way_to(record_address(part.key))
        return (
            {"class_": "source-title", "href": href} | language_of(source, edition.words) | address
        )

    explained = html.text(note.explanation)
    if not note.citations:
        return explained
    cited = replace(html, source_title=title_links(link)).write(
        library.references.notes[note.number]
    )
    shown = element("span", cited, translate="no")
    return Markup(" ").join(filter(None, [explained, shown]))


def neighbour(chapter: Page, edition: Edition, step: int) -> Page | None:
    """The chapter before (-1) or after (1) a chapter."""
    position = edition.chapter_number(chapter) + step
    return edition.chapters[position] if 0 <= position < len(edition.chapters) else None
