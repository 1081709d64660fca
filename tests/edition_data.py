"""A hook for copies of the project in tests: makes an /edition.json that holds what frozen editions are compared by."""

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from edition.model import Edition, Page, Paragraph


def on_files(files: Files, config: MkDocsConfig) -> Files:
    data = edition_data(config["edition"])
    files.append(File.generated(config, "edition.json", content=json.dumps(data)))
    return files


def edition_data(edition: Edition) -> dict[str, Any]:
    settings = edition.settings
    return {
        "edition": {"number": settings.number, "date": settings.date},
        "chapters": [chapter_data(chapter) for chapter in edition.chapters],
    }


def chapter_data(chapter: Page) -> dict[str, Any]:
    return {"paragraphs": [paragraph_data(paragraph) for paragraph in chapter.paragraphs]}


def paragraph_data(paragraph: Paragraph) -> dict[str, Any]:
    notes = [
        {
            "n": int(note.number),
            "key": one.key,
            "locator": str(one.locator) if one.locator else None,
            "explanation": note.explanation,
        }
        for note in paragraph.notes
        for one in note.citations
    ]
    return {"id": paragraph.id, "text": paragraph.text, "notes": notes}
