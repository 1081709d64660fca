"""Hands the templates what a page tells reference managers and search engines of the work that it shows.

The home page offers the edition, a chapter itself, and a source's page that source. The list of sources has no
tags: its entries have ContextObjects, one each, and Zotero takes these before any tags.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.cite.citation_tags import edition_tags, source_tags
from edition.cite.export_files import OF_LIST, of_chapter, of_source
from edition.cite.json_ld import JsonObject, edition_data, source_data
from edition.cite.restated import LICENCE
from edition.cite.source_facts import Pair
from edition.look.content_policy import Inline, linked_data
from edition.model import SOURCES_PAGE, Edition, Source
from edition.model.formats import JSON, MARKDOWN, OF_SOURCES

built: set[str] = set()


@dataclass(frozen=True)
class Export:
    """A file in which the page, or its sources, can be taken along; its address as seen from the page."""

    type: str
    title: str
    address: str
    holds: str = "sources"
    """Whether it holds the sources, or the text."""


@dataclass(frozen=True)
class Metadata:
    tags: tuple[Pair, ...]
    exports: tuple[Export, ...]
    data: Inline | None
    """The same as JSON-LD."""


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Keeps the addresses of all files, by which a page finds its exports: only now has each been added.

    Tells the templates of the licence of our own words: on the page of a source it would seem the source's.
    """
    env.globals["licence"] = LICENCE
    built.clear()
    built.update(file.url for file in files)
    return env


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    edition: Edition = config["edition"]
    name = page.file.src_uri
    tags, data = told(edition, name)
    context["metadata"] = Metadata(
        tuple(tags),
        tuple(exports(edition, name, page.url, built)),
        linked_data(data) if data else None,
    )
    return context


def told(edition: Edition, name: str) -> tuple[Iterable[Pair], JsonObject]:
    """The tags of a page, named by its file in docs/, and its JSON-LD."""
    if source := source_at(edition, name):
        return source_tags(source, edition.words), source_data(edition, source)
    if chapter := edition.chapter(name):
        return edition_tags(edition, chapter), edition_data(edition, chapter)
    return (), {}


def source_at(edition: Edition, name: str) -> Source | None:
    """The source whose page a file is."""
    folder, _, file = name.rpartition("/")
    return edition.source.get(file.removesuffix(".md")) if folder == "sources" else None


def exports(edition: Edition, name: str, url: str, addresses: set[str]) -> Iterator[Export]:
    """The exports of a page, so far as there are such files."""
    stem = export_stem(edition, name)
    for form in OF_SOURCES:
        file = f"{stem}.{form.ending}"
        if file in addresses:
            yield Export(form.media_type, form.name, get_relative_url(file, url))
    for file, media_type, title in other_forms(edition, name):
        if file in addresses:
            yield Export(media_type, title, get_relative_url(file, url), "text")


def other_forms(edition: Edition, name: str) -> Iterator[tuple[str, str, str]]:
    """A chapter as text, and on the home page the whole edition as data: address, media type, title."""
    if chapter := edition.chapter(name):
        said = edition.words.exports
        yield f"{chapter.address}index.md", MARKDOWN.media_type, said.chapter_as_markdown
        if chapter.is_home:
            yield "edition.json", JSON.media_type, said.edition_as_data


def export_stem(edition: Edition, name: str) -> str:
    """The address of a page's exports without their ending; empty where it has none."""
    if source := source_at(edition, name):
        return of_source(source)
    if chapter := edition.chapter(name):
        return of_chapter(chapter)
    return OF_LIST if name == SOURCES_PAGE else ""
