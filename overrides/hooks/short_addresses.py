"""Gives each paragraph a short address for briefings on paper: /p/12/ leads to paragraph 12, without a script."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.contents.stubs import Stub, name_of, stub_text
from edition.model import Edition

FOLDER = "p"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the pages, and puts the folder that they are in into `config.extra`, where templates find it."""
    edition: Edition = config["edition"]
    said = edition.words.leading
    for ident, paragraph in edition.paragraph.items():
        chapter = edition.chapter_of[ident].title
        title = said.short_title.format(paragraph=heading(edition, ident), chapter=chapter)
        what = said.short_description.format(number=paragraph.number, chapter=chapter)
        name, text = f"{FOLDER}/{paragraph.number}.md", stub_text(title, what)
        level = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, name, content=text, inclusion=level))
    config.extra["short_addresses"] = f"{FOLDER}/"
    return files


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    edition: Edition = config["edition"]
    folder, _, name = page.file.src_uri.rpartition("/")
    ident = f"p{name.removesuffix('.md')}"
    if folder == FOLDER and ident in edition.paragraph:
        context["stub"] = stub(edition, ident, page.url)
    return context


def heading(edition: Edition, ident: str) -> str:
    return edition.words.parts.paragraph_in_full.format(number=edition.paragraph[ident].number)


def stub(edition: Edition, ident: str, at: str) -> Stub:
    """What the page of a short address, itself at `at`, shows."""
    chapter = edition.chapter_of[ident].address or "./"
    return Stub(
        heading=heading(edition, ident),
        address=f"{get_relative_url(chapter, at)}#{ident}",
        page=edition.chapter_of[ident].address,
        name=name_of(edition, f"{chapter}#{ident}"),
        at_once=True,
    )
