"""Writes notes as elements: in the margin, and citations where they stand in a note.

`way_to` gives the way from the page to an address.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from edition.cite.short_citations import short_citation
from edition.model import Edition, Note, Page, Paragraph
from edition.model.inline import Content, Link, SourceTitle
from edition.write.elements import running
from edition.write.html import language_of
from edition.write.tree import Piece, element

NOTE_PARAGRAPH = "note-paragraph"
"""The class of a paragraph of a note: it stands in a line of text, for whoever reads without its look as well."""


class NoteElements:
    """Makes what a page shows of notes."""

    def __init__(self, edition: Edition, page: Page, way_to: Callable[[str], str]) -> None:
        self.edition, self.page, self.way_to = edition, page, way_to

    def margin_notes(self, paragraph: Paragraph) -> Element:
        """A paragraph's notes in short form, each once, however often the paragraph marks it.

        Hidden unless a style sheet shows it, since the list of notes at the end says the same.
        """
        shown: dict[str, Note] = {}
        for note in paragraph.notes:
            shown.setdefault(note.number, note)
        words = self.edition.words
        number = words.parts.paragraph.format(number=paragraph.number)
        label = words.chapter.margin_notes.format(paragraph=number)
        notes = map(self.margin_note, shown.values())
        return element(
            "aside", *notes, class_="margin-notes", role="note", aria_label=label, hidden=""
        )

    def margin_note(self, note: Note) -> Element:
        """A note's number as the way back to its mark, what it explains, and its sources in short form."""
        label = self.edition.words.chapter.back_to_text.format(number=note.number)
        back = f"#fnref:{note.mark_id}"
        number = element("a", note.number, class_="note-number", href=back, aria_label=label)
        text = element("span", *in_paragraphs([*self.parts(note)]), class_="note-text")
        return element("p", number, " ", text, class_="margin-note", data_note=note.number)

    def parts(self, note: Note) -> list[list[Piece]]:
        """What a note explains, paragraph by paragraph, and at its end what it cites."""
        parts = [self.running(part) for part in note.explanation]
        cited: list[Piece] = []
        for citation in note.closing:
            opened = citation if cited else replace(citation, prefix=citation.opening.strip())
            cited += ["; "] if cited else []
            cited += self.running(short_citation(self.edition, opened))
        if cited:
            above = [*parts.pop(), " "] if parts else []
            stop = "" if str(cited[-1]).endswith(".") else "."
            parts.append([*above, element("span", *cited, stop, translate="no")])
        return parts

    def running(self, content: Content) -> list[Piece]:
        """The text of a note, in which titles of sources lead to their pages."""
        return running(content, self.source_title, self.link)

    def source_title(self, part: SourceTitle, words: Sequence[Piece]) -> list[Piece]:
        """The title of a source, which leads to the source's page."""
        source = self.edition.source[part.key]
        address = self.way_to(self.edition.source_address(source.key))
        language = language_of(source, self.edition.words)
        return [element("a", *words, class_="source-title", href=address, **language)]

    def link(self, part: Link, words: Sequence[Piece]) -> Element:
        """A link in a note, as seen from the page."""
        title = {"title": part.title} if part.title else {}
        address = self.edition.way_by(self.way_to, self.page, part)
        return element("a", *words, href=address, **title)


def in_paragraphs(parts: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The paragraphs of a note, where it has more than one each as an element, with a blank between them."""
    if len(parts) < 2:
        return [piece for part in parts for piece in part]
    return [
        piece for part in parts for piece in (element("span", *part, class_=NOTE_PARAGRAPH), " ")
    ][:-1]
