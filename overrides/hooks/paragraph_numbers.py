"""Puts each paragraph's number at its start, as a link to the paragraph."""

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from edition.markup import PlaceLostError, at_start_of, element
from edition.model import Edition, Page, Paragraph


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    try:
        return with_numbers(html, chapter) if chapter else html
    except PlaceLostError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}; look for what changed it") from error


def with_numbers(html: str, chapter: Page) -> str:
    """A chapter's HTML with a number in each paragraph, and a blank after it, for whoever reads it without its look."""
    for paragraph in chapter.paragraphs:
        html = at_start_of(html, paragraph.id, f"{number_link(paragraph)} ")
    return html


def number_link(paragraph: Paragraph) -> Markup:
    label = f"Paragraph {paragraph.number}: link and cite"
    return element(
        "a",
        paragraph.number,
        class_="paragraph-number",
        href=f"#{paragraph.id}",
        aria_label=label,
        data_search_exclude="",
    )
