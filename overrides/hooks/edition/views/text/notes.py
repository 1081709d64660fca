"""The list of a chapter's notes, to which the marks in its text lead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from edition.library import Library
from edition.model import Edition, Note, Page
from edition.model.inline import Link, SourceTitle
from edition.model.page_tree import IN_PLACE
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
    text = NoteText(chapter, library, page)
    for note in chapter.notes:
        back = tuple(ways_back(note.number, chapter, library.edition))
        yield ShownNote(note.number, text.written(note), back)


def ways_back(number: str, chapter: Page, edition: Edition) -> Iterator[WayBack]:
    """The ways back from a note, each named by its paragraph, and by its ordinal where that has several marks."""
    words = edition.words
    for paragraph_id, marks in chapter.marked[number].items():
        where = words.parts.paragraph.format(number=edition.paragraph[paragraph_id].number)
        for count, note in enumerate(marks, 1):
            ordinal = words.chapter.ordinals.of(count)
            which = words.chapter.mark.format(paragraph=where, ordinal=ordinal)
            yield WayBack(note.mark_id, which if len(marks) > 1 else where)


class NoteText:
    """Writes the notes of a chapter as `page` shows them."""

    def __init__(self, chapter: Page, library: Library, page: Shown) -> None:
        self.chapter, self.library, self.page = chapter, library, page
        self.untranslated = {} if page.is_frozen else {"translate": "no"}
        self.html = replace(
            library.html,
            source_title=title_links(self.title),
            link=self.link,
            in_place=self.in_place,
        )

    def written(self, note: Note) -> Markup:
        """What a note explains, then what it cites, each title a link to its source."""
        parts = [self.html.write(part) for part in note.explanation]
        if note.closing:
            cited = self.html.write(self.library.references.notes[note.number])
            shown = element("span", cited, **self.untranslated)
            parts[-1:] = [Markup(" ").join([*parts[-1:], shown])]
        return in_paragraphs(parts)

    def title(self, part: SourceTitle) -> Mapping[str, str]:
        edition = self.library.edition
        source = edition.source[part.key]
        address = {"data_address": source.get("url")} if source.get("url") else {}
        href = self.page.way_to(edition.source_address(part.key))
        language = language_of(source, edition.words)
        return {"class_": "source-title", "href": href} | language | address

    def link(self, part: Link, words: Markup) -> Markup:
        """A link, as seen from the page; where nothing is kept at its address, its words."""
        address = self.library.edition.way_by(self.page.way_to, self.chapter, part)
        title = {"title": part.title} if part.title else {}
        return element("a", words, href=address, **title) if address else words

    def in_place(self, words: Markup) -> Markup:
        return element("span", words, **IN_PLACE, **self.untranslated)


def in_paragraphs(parts: Sequence[Markup]) -> Markup:
    """The paragraphs of a note, where it has more than one each as an element."""
    if len(parts) > 1:
        parts = [element("span", part, class_=NOTE_PARAGRAPH) for part in parts]
    return Markup(" ").join(parts)
