"""Hands the templates what a page shows of the model: its chapter, the notes as HTML, and its neighbours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.citeproc import References
from edition.model import Edition, Note, Page, Paragraph, Relation


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    if chapter in edition.chapters:
        sources = get_relative_url("sources/", page.url)
        context["chapter"] = chapter
        context["chapter_number"] = edition.chapter_number(chapter)
        context["notes"] = list(shown_notes(chapter, edition, config["references"], sources))
        context["leads"] = list(leads(chapter, edition))
        context["leads_title"] = leads_title(chapter)
        context["next_chapter"] = neighbour(chapter, edition, 1)
        context["previous_chapter"] = neighbour(chapter, edition, -1)
    return context


@dataclass(frozen=True)
class ShownNote:
    """A note as a reader sees it: its number, the paragraph it belongs to, and its text as HTML."""

    number: str
    paragraph: Paragraph
    html: str


def shown_notes(
    chapter: Page, edition: Edition, references: References, sources: str
) -> Iterator[ShownNote]:
    """The notes of a chapter; `sources` is the address of the source page, seen from the chapter."""
    for paragraph in chapter.paragraphs:
        for note in paragraph.notes:
            yield ShownNote(note.number, paragraph, note_html(note, edition, references, sources))


def note_html(note: Note, edition: Edition, references: References, sources: str) -> str:
    """What a note explains, then what it cites, each title a link to its source."""

    def opening(key: str) -> str:
        source = edition.source[key]
        lang = "" if source.title_language == "en" else f' lang="{source.title_language}"'
        address = f' data-address="{escape(source.get("url"))}"' if source.get("url") else ""
        return f'<a class="source-title" href="{sources}{key}/"{lang}{address}>'

    cited = references.notes[note.number].html(opening, "</a>") if note.citations else ""
    return " ".join(filter(None, [escape(note.explanation, quote=False), cited]))


@dataclass(frozen=True)
class Target:
    """A paragraph that another leads to, and the chapter that it stands in."""

    paragraph: Paragraph
    chapter: Page


@dataclass(frozen=True)
class Lead:
    """Where a paragraph leads: each relation that it states, with the paragraphs it states it of."""

    paragraph: Paragraph
    groups: tuple[tuple[str, tuple[Target, ...]], ...]


def leads(chapter: Page, edition: Edition) -> Iterator[Lead]:
    """What the relations in a chapter's text lead to, in the order of the text."""
    for paragraph in chapter.paragraphs:
        if paragraph.relations:
            grouped = groupby(paragraph.relations, key=lambda relation: relation.word)
            groups = ((word, tuple(targets(found, edition))) for word, found in grouped)
            yield Lead(paragraph, tuple(groups))


def targets(relations: Iterable[Relation], edition: Edition) -> Iterator[Target]:
    for relation in relations:
        ident = relation.target
        yield Target(edition.paragraph[ident], edition.chapter_of[ident])


def leads_title(chapter: Page) -> str:
    """What the list of leads is called: by the one relation that it states, or by all."""
    words = {relation.word for p in chapter.paragraphs for relation in p.relations}
    titles = {"answered in": "Answered in", "answers": "What this answers"}
    return titles.get("".join(words), "Where this leads")


def neighbour(chapter: Page, edition: Edition, step: int) -> Page | None:
    """The chapter before (-1) or after (1) a chapter."""
    position = edition.chapter_number(chapter) + step
    return edition.chapters[position] if 0 <= position < len(edition.chapters) else None
