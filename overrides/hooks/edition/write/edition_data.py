"""The edition as data: what docs/edition-4.schema.json describes, from the model and the sources in CSL-JSON."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from edition.cite.formats.csl_json import csl_item
from edition.cite.restated import LICENCE, address, name_of
from edition.keep.frozen_editions import SCHEMA
from edition.model import SOURCES_PAGE, Edition, EditorNote, Note, Page, Paragraph
from edition.model.blocks import as_number
from edition.model.inline import Break, Link, Text
from edition.model.locators import Locator, printed
from edition.words import Words
from edition.write.chapter_markdown import editor_note_text, explanation_text
from edition.write.markdown import block

JsonObject = dict[str, Any]


def edition_json(edition: Edition) -> str:
    """The edition as JSON text (RFC 8259)."""
    return json.dumps(as_data(edition), ensure_ascii=False, indent=2) + "\n"


def as_data(edition: Edition) -> JsonObject:
    edition = edition.seen_from()
    return {
        "$schema": f"{edition.home}{SCHEMA}",
        "edition": facts(edition),
        "chapters": [chapter_data(edition, chapter) for chapter in edition.chapters],
        "sources": [csl_item(source, edition.words) for source in edition.sources],
    }


def facts(edition: Edition) -> JsonObject:
    """The facts of the edition as a whole, with the notice that it restates."""
    settings = edition.settings
    corrected = [
        paragraph_id for paragraph_id in edition.paragraph if paragraph_id in edition.corrected
    ]
    return {
        "number": settings.number,
        "date": settings.date,
        "title": name_of(edition),
        "subtitle": settings.subtitle,
        "address": edition.home,
        "restates": edition.article.key if edition.article else "",
        "notice": edition.words.citing.remark,
        "licence": LICENCE,
        **({"corrected": corrected} if corrected else {}),
    }


def chapter_data(edition: Edition, chapter: Page) -> JsonObject:
    first = (note for note in chapter.editor_notes if not note.paragraph)
    before = list(editor_notes(edition, chapter, first))
    return {
        "id": chapter.file.removesuffix(".md"),
        "number": edition.chapter_number(chapter),
        "title": chapter.title,
        "address": address(edition, chapter),
        "standfirst": chapter.meta.get("standfirst", ""),
        "headings": [{"id": h.id, "title": h.title, "level": h.level} for h in chapter.headings],
        **({"editorNotes": before} if before else {}),
        "paragraphs": [paragraph_data(edition, chapter, p) for p in chapter.paragraphs],
    }


def paragraph_data(edition: Edition, chapter: Page, paragraph: Paragraph) -> JsonObject:
    """A paragraph; what has no value is left out, but for its lists, which may be empty."""
    heading = {"heading": paragraph.heading.id} if paragraph.heading else {}
    relations = [{"word": r.word, "id": r.target} for r in paragraph.relations]
    beside = list(editor_notes(edition, chapter, edition.editor_notes[paragraph.id]))
    belonging = [block(part, partial(edition.permanent, chapter)) for part in paragraph.blocks]
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "address": address(edition, chapter, paragraph),
        **heading,
        "text": paragraph.text,
        **({"blocks": belonging} if belonging else {}),
        "notes": [e for note in paragraph.notes for e in note_data(edition, chapter, note)],
        "refs": list(dict.fromkeys(refs(edition, chapter, paragraph))),
        **({"relations": relations} if relations else {}),
        **({"editorNotes": beside} if beside else {}),
    }


def note_data(edition: Edition, chapter: Page, note: Note) -> Iterator[JsonObject]:
    """A note at one of its marks: an entry for each source that it cites."""
    number, letter = as_number(note.number)
    explained = explanation_data(edition, chapter, note)
    for citation in note.citations:
        yield {
            "n": number,
            **({"letter": letter} if letter else {}),
            "key": citation.key,
            **locator_data(citation.locators, edition.words),
            **({"prefix": citation.prefix} if citation.prefix else {}),
            **({"suffix": citation.suffix} if citation.suffix else {}),
            "sentence": note.sentence,
            "sentences": list(note.sentences),
            **explained,
        }


def explanation_data(edition: Edition, chapter: Page, note: Note) -> JsonObject:
    """What a note explains, as plain text, and as Markdown where that says more."""
    parts = [part for text in note.explanation for part in text]
    is_plain = len(note.explanation) == 1 and all(isinstance(part, Text | Break) for part in parts)
    markdown = "\n\n".join(explanation_text(edition, chapter, note))
    return {
        **({"explanation": note.explained} if parts else {}),
        **({"explanationMarkdown": markdown} if parts and not is_plain else {}),
    }


def locator_data(locators: Sequence[Locator], words: Words) -> JsonObject:
    """Locators as they are printed, and the ranges of each under its kind."""
    if not locators:
        return {"locator": None}
    ranges = {locator.kind: [*map(list, locator.ranges)] for locator in locators}
    return {"locator": printed(locators, words), "ranges": ranges}


def refs(edition: Edition, chapter: Page, paragraph: Paragraph) -> Iterator[str]:
    """What a paragraph links to, its own text first, then the paragraphs of which it states a relation."""
    relations = (relation.link for relation in paragraph.relations)
    yield from (ref(edition, chapter, link) for link in (*paragraph.links, *relations))


def ref(edition: Edition, chapter: Page, link: Link) -> str:
    """The id of the source or of the paragraph that a link leads to; of anything else the whole address."""
    if link.file == SOURCES_PAGE and link.fragment:
        return link.fragment
    return edition.leads_to(chapter, link) or edition.permanent(chapter, link)


def editor_notes(edition: Edition, chapter: Page, notes: Iterable[EditorNote]) -> Iterator[str]:
    """Editor's notes of a chapter as Markdown with whole addresses."""
    yield from (editor_note_text(edition, chapter, note) for note in notes)
