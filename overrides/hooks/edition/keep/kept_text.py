"""The text of the chapters as a frozen edition keeps it: HTML, written from the model for `make edition`."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace

from markupsafe import Markup

from edition.model import Edition, Page, Paragraph
from edition.model.inline import Content, NoteMark
from edition.write.elements import as_html, mark_link, note_mark
from edition.write.html import Html, in_place
from edition.write.markup import element

KEPT_TEXT = "kept-text.json"
"""Where the build that is about to be frozen puts it."""
ROOT = "https://site.invalid/"
"""Stands for the site's address until it is known where each link leads in the frozen edition."""


def kept_text(edition: Edition, html: Html) -> str:
    """The paragraphs of each chapter by their ids, and its editor's notes in their order, by the chapter's address;
    JSON text. `html` is how text is written."""
    found = {
        chapter.address: {
            "paragraphs": {p.id: paragraph(edition, chapter, p, html) for p in chapter.paragraphs},
            "editorNotes": list(editor_notes(edition, chapter, html)),
        }
        for chapter in edition.chapters
    }
    return json.dumps(found, ensure_ascii=False)


def paragraph(edition: Edition, chapter: Page, found: Paragraph, html: Html) -> Markup:
    """What a paragraph holds: its number, which is its link, its text with its marks, and its relations."""
    words = edition.words
    name = words.parts.paragraph_in_full.format(number=found.number)
    number = element(
        "a",
        found.number,
        class_="paragraph-number",
        href=f"#{found.id}",
        aria_label=words.chapter.kept_paragraph.format(paragraph=name),
    )
    text = replace(html, link=in_place(edition.at(ROOT), chapter), mark=marks(edition, found))
    parts = [number, text.write(found.content), *relations(edition, found.relation_line, text)]
    return Markup(" ").join(parts)


def relations(edition: Edition, line: Content, html: Html) -> Iterator[Markup]:
    """The line that states relations, told apart from the author's text; none where there is none."""
    if line:
        said = Markup("{}: {}").format(edition.words.relations.reading, html.write(line))
        yield element("span", said, class_="relations")


def marks(edition: Edition, found: Paragraph) -> Callable[[NoteMark], Markup]:
    """How the marks of a paragraph lead to its notes."""
    notes = {(note.number, note.occurrence): note for note in found.notes}

    def mark(part: NoteMark) -> Markup:
        note = notes[part.number, part.occurrence]
        place = note_mark(note)
        place.append(mark_link(note, edition.words))
        return as_html(place)

    return mark


def editor_notes(edition: Edition, chapter: Page, html: Html) -> Iterator[Markup]:
    """What each of a chapter's editor's notes says, below the line that says that it is one."""
    text = replace(html, link=in_place(edition.at(ROOT), chapter))
    for note in chapter.editor_notes:
        yield Markup("").join(map(text.block, note.blocks))
