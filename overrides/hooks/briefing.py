"""Makes the page of the briefing, /briefing/, on which a reader finds the paragraphs that were collected.

Which these are is kept in the reader's browser alone: the build knows nothing of it, so the page is empty for robots.
"""

import json
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage

from edition.handed_out import name_of

PAGE = "briefing.md"
FRONT_MATTER = """---
title: "Briefing"
description: "The paragraphs that you collected, with their citations and sources, to copy or to download."
standfirst: "Paragraphs that you collect, each with its citation and its sources, to copy or to download in one go."
template: "briefing.html"
---
"""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the page, and puts its address into `config.extra.briefing`, by which templates know of it."""
    page = File.generated(config, PAGE, content=FRONT_MATTER, inclusion=InclusionLevel.NOT_IN_NAV)
    files.append(page)
    config.extra["briefing"] = page.url
    return files


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, **_: object
) -> dict[str, Any]:
    """Tells the page which chapters' texts hold which paragraphs, so that it asks for those of its own at once."""
    if page.file.src_uri == PAGE:
        chapters = config["edition"].chapters
        held = {name_of(chapter): [p.id for p in chapter.paragraphs] for chapter in chapters}
        context["chapters"] = json.dumps(held, separators=(",", ":"))
    return context
