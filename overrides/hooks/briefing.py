"""Makes the page of the briefing, /briefing/, on which a reader finds the paragraphs that were collected.

Which these are is kept in the reader's browser alone: the build knows nothing of it, so the page is empty for robots.
"""

import json
from dataclasses import asdict
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as SitePage

from edition.contents.handed_out import name_of
from edition.read.front_matter import front_matter

PAGE = "briefing.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the page, and puts its address into `config.extra.briefing`, by which templates know of it."""
    head = asdict(config["edition"].words.briefing.head)
    text, level = front_matter(**head, template="briefing.html"), InclusionLevel.NOT_IN_NAV
    page = File.generated(config, PAGE, content=text, inclusion=level)
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
