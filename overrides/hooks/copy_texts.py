"""Makes what the panel, the briefing and the previews hand out: each paragraph's words, citation and sources.

A script file and not JSON, fetched on demand, so that it works from a folder on disk as well.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from jinja2 import Environment
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pybtex.database import Entry, parse_string

from edition import briefing
from edition.citation_forms import forms, source_forms
from edition.citeproc import References
from edition.model import Edition, Page, Paragraph, all_uses
from edition.passages import passages

HERE = "https://address.invalid/"
"""Stands in a page's citation for the address of the heading that is cited."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Adds the file, when every page has its text, and puts its address into `config.extra.copy_texts`."""
    edition: Edition = config["edition"]
    references: References = config["references"]
    words = words_of(edition, files)
    entries = parse_string(config["bibliography"], "bibtex").entries
    texts = {
        "site": edition.settings.site_url,
        "title": edition.settings.title,
        "edition": edition.settings.date_in_words,
        "report": edition.settings.report_url,
        "cite": asdict(forms(edition)),
        "pages": {page.address: page_texts(edition, page) for page in edition.pages},
        "paragraphs": dict(paragraph_texts(edition, words, references)),
        "sources": dict(source_texts(edition, references, entries)),
    }
    text = f"globalThis.editionTexts = {json.dumps(texts, ensure_ascii=False, separators=(',', ':'))};\n"
    address = f"assets/javascripts/copy-texts.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
    files.append(File.generated(config, address, content=text))
    config.extra["copy_texts"] = address
    return env


def words_of(edition: Edition, files: Files) -> dict[str, str]:
    """Each paragraph's words as HTML, by its id, from what MkDocs rendered."""
    found: dict[str, str] = {}
    for page in edition.chapters:
        file = files.get_file_from_path(page.file)
        content = file.page.content if file and file.page else ""
        found |= passages(
            html.fromstring(f"<div>{content}</div>"), edition.settings.site_url + page.address
        )
    return found


def page_texts(edition: Edition, page: Page) -> dict[str, Any]:
    """A page's title, its headings, and its citation, in which `HERE` stands for the address."""
    headings = {heading.id: heading.title for heading in page.headings}
    return {
        "title": page.title,
        "headings": headings,
        "cite": asdict(forms(edition, page, at=HERE)),
    }


def paragraph_texts(
    edition: Edition, passages: Mapping[str, str], references: References
) -> Iterator[tuple[str, dict[str, Any]]]:
    for ident, chapter in edition.chapter_of.items():
        paragraph, passage = edition.paragraph[ident], passages.get(ident, "")
        yield (
            ident,
            {
                "number": paragraph.number,
                "page": chapter.address,
                "heading": paragraph.heading.id if paragraph.heading else "",
                "html": passage,
                "cite": asdict(forms(edition, chapter, paragraph)),
                "sources": list(sources_of(edition, paragraph)),
                "briefing": {
                    "html": briefing.words(edition, chapter, paragraph, passage, references),
                    "marks": [note.number for note in paragraph.notes],
                    "notes": briefing.notes(edition, chapter, paragraph, references),
                },
            },
        )


def sources_of(edition: Edition, paragraph: Paragraph) -> Iterator[dict[str, str]]:
    """What a paragraph relies on, each once: the note's number, the source's key, and the pages; a named source has
    no note."""
    found = (
        (use.note.number if use.note else "", use.source.key, str(use.locator or ""))
        for use in all_uses(edition)
        if use.paragraph is paragraph
    )
    for note, key, pages in dict.fromkeys(found):
        yield {"note": note, "key": key, "pages": pages}


def source_texts(
    edition: Edition, references: References, entries: Mapping[str, Entry]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each source's reference with its address, and its exports."""
    for source in edition.sources:
        reference = references.styles["Chicago"][source.key]
        yield source.key, asdict(source_forms(source, reference, entries[source.key]))
