"""Makes what the panel, the briefing and the previews hand out: each paragraph's words, citation and sources.

A script file and not JSON, fetched on demand, so that it works from a folder on disk as well.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from functools import partial
from typing import Any

from jinja2 import Environment
from lxml import html
from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pybtex.database import Entry

from edition import briefing
from edition.citation_forms import forms, short_reference, short_title, source_forms
from edition.citeproc import References
from edition.markup import element, with_languages
from edition.model import Edition, Page
from edition.parts import one_paragraph, parts
from edition.passages import passages
from edition.places import places, preview
from edition.read_at import HERE, MARK, addressed, frozen_text, script_of

Spoken = Callable[[str], str]
"""Has what is not English in some HTML say its language."""
SECTION = "SECTION"
"""Stands in a page's BibTeX for what tells its sections' citation keys apart."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Adds the file, when every page has its text, and puts its address into `config.extra.copy_texts`."""
    edition = addressed(config["edition"])
    references: References = config["references"]
    words = words_of(edition, files)
    spoken = partial(with_languages, foreign=config["foreign_names"])
    report = report_address(edition.settings.report_url)
    panel = env.get_template("partials/copy-panel.html")
    texts = {
        "site": edition.settings.site_url,
        "name": slugify(config.extra["short_title"], "-"),
        "here": MARK,
        "panel": panel.render(report=report, briefing=config.extra.get("briefing")),
        "cite": {"html": forms(edition).html},
        "pages": {page.address: page_texts(edition, page) for page in edition.pages},
        "paragraphs": {
            ident: {**told, **frozen_text(edition.paragraph[ident], config.get("editions", ()))}
            for ident, told in paragraph_texts(edition, words, references, spoken)
        },
        "sources": dict(source_texts(edition, references, config["entries"], spoken)),
        "places": list(places(edition)),
    }
    text = script_of(texts)
    address = f"assets/javascripts/copy-texts.{hashlib.sha256(text.encode()).hexdigest()[:8]}.js"
    files.append(File.generated(config, address, content=text))
    config.extra["copy_texts"] = address
    return env


def report_address(report_url: str) -> str:
    """Where an error is reported, with TITLE and ADDRESS for what the report is about; empty where nowhere is set.

    A mail gets a subject and a body (RFC 6068), a form the parameters that GitHub and Forgejo read.
    """
    if not report_url:
        return ""
    title = "subject" if report_url.startswith("mailto:") else "title"
    base, hash_sign, fragment = report_url.partition("#")
    return f"{base}{'&' if '?' in base else '?'}{title}=Error%20in%20TITLE&body=ADDRESS{hash_sign}{fragment}"


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
    """A page's title, its citation, in which `HERE` stands for the address, and its parts."""
    cite = forms(edition, page, at=HERE)
    return {
        "title": page.title,
        "cite": {**asdict(cite), "bibtex": cite.bibtex.replace(",", f"{SECTION},", 1)},
        "parts": parts(edition, page),
    }


def paragraph_texts(
    edition: Edition, words: Mapping[str, str], references: References, spoken: Spoken
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each paragraph by its id: as one thing to cite, where it stands, and how it stands in a briefing."""
    for ident, chapter in edition.chapter_of.items():
        paragraph, passage = edition.paragraph[ident], words.get(ident, "")
        yield (
            ident,
            {
                **one_paragraph(edition, paragraph),
                "number": paragraph.number,
                "page": chapter.address,
                "preview": preview(chapter, paragraph),
                "cite": asdict(forms(edition, chapter, paragraph)),
                "briefing": {
                    "html": spoken(
                        briefing.words(edition, chapter, paragraph, passage, references)
                    ),
                    "marks": [note.number for note in paragraph.notes],
                    "notes": spoken(briefing.notes(edition, chapter, paragraph, references)),
                },
            },
        )


def source_texts(
    edition: Edition, references: References, entries: Mapping[str, Entry], spoken: Spoken
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each source's reference with its address, its exports, and its short name."""
    for source in edition.sources:
        reference = references.styles["Chicago"][source.key]
        words = asdict(source_forms(source, reference, entries[source.key]))
        title = element("span", short_title(source), lang=source.title_language)
        short = short_reference(source, title)
        yield source.key, {**words, "html": spoken(words["html"]), "short": spoken(short)}
