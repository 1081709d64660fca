"""The list of a chapter's notes, to which the marks in its text lead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from edition.library import Library
from edition.model import Edition, Note, Page
from edition.model.inline import Link, SourceTitle
from edition.outputs import Shown, Site
from edition.write.html import language_of, title_links
from edition.write.markup import element
from edition.write.note_elements import NOTE_PARAGRAPH


@dataclass(frozen=True)
class WayBack:
    """The way from a note back to one of its marks: what follows `fnref:` in its id, and its paragraph in words."""

    mark: str
    words: str


@dataclass(frozen=True)
class ShownNote:
    """A note as a reader sees it: its number, its text, and the ways back to its marks."""

    number: str
    html: Markup
    back: Sequence[WayBack]


def on_page(page: Shown, site: Site) -> Sequence[ShownNote]:
    """The notes of a chapter; a page that holds no paragraphs has none."""
    chapter = site.library.edition.chapter(page.file)
    return list(shown_notes(chapter, site.library, page)) if chapter else []


def shown_notes(chapter: Page, library: Library, page: Shown) -> Iterator[ShownNote]:
    """The notes of a chapter, as `page` shows them."""
    for note in chapter.notes:
        back = tuple(ways_back(note.number, chapter, library.edition))
        yield ShownNote(note.number, note_html(note, chapter, library, page), back)


def ways_back(number: str, chapter: Page, edition: Edition) -> Iterator[WayBack]:
    """The ways back from a note, each named by its paragraph, and by its ordinal where that has several marks."""
    words = edition.words
    for paragraph_id, marks in chapter.marked[number].items():
        where = words.parts.paragraph.format(number=edition.paragraph[paragraph_id].number)
        for count, note in enumerate(marks, 1):
            ordinal = words.chapter.ordinals.of(count)
            which = words.chapter.mark.format(paragraph=where, ordinal=ordinal)
            yield WayBack(note.mark_id, which if len(marks) > 1 else where)


def note_html(note: Note, chapter: Page, library: Library, page: Shown) -> Markup:
    """What a note explains, then what it cites, each title a link to its source."""
    edition = library.edition

    def title(part: SourceTitle) -> Mapping[str, str]:
        source = edition.source[part.key]
        address = {"data_address": source.get("url")} if source.get("url") else {}
        href = page.way_to(edition.source_address(part.key))
        return (
            {"class_": "source-title", "href": href} | language_of(source, edition.words) | address
        )

    def link(part: Link, words: Markup) -> Markup:
        address, named = edition.way_by(page.way_to, chapter, part), {"title": part.title}
        return (
            element("a", words, href=address, **(named if part.title else {})) if address else words
        )

    html = replace(library.html, source_title=title_links(title), link=link)
    explained = [html.write(part) for part in note.explanation]
    if note.closing:
        cited = html.write(library.references.notes[note.number])
        shown = element("span", cited, **({} if page.is_frozen else {"translate": "no"}))
        explained.append(Markup(" ").join([*explained[-1:], shown]))
        explained[-2:-1] = []
    return in_paragraphs(explained)


def in_paragraphs(parts: Sequence[Markup]) -> Markup:
    """The paragraphs of a note, where it has more than one each as an element."""
    if len(parts) > 1:
        parts = [element("span", part, class_=NOTE_PARAGRAPH) for part in parts]
    return Markup(" ").join(parts)
