"""Sets the line in which a paragraph names other paragraphs apart from the author's text."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from edition.inline import lines
from edition.markup import as_markup, element
from edition.model import Edition, Page, Paragraph

LABEL = "The edition’s reading"
"""Said where a relation stands, since the article states none."""


def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    return with_relations(markdown, chapter) if chapter else markdown


def with_relations(markdown: str, chapter: Page) -> str:
    """A chapter's Markdown in which each line of relations is an element of its own."""
    for paragraph in chapter.paragraphs:
        line = relation_line(paragraph, chapter)
        if line and f"\n{line}\n" not in markdown:
            raise PluginError(
                f"docs/{chapter.file}: the line '{line}' is gone; look for what changed it"
            )
        if line:
            set_apart = element("span", as_markup(f"{LABEL}: {line}"), class_="relations")
            markdown = markdown.replace(f"\n{line}\n", f"\n{set_apart}\n", 1)
    return markdown


def relation_line(paragraph: Paragraph, chapter: Page) -> str:
    """The line that states a paragraph's relations, as typed."""
    after = paragraph.line - 1 + len(lines(paragraph.content))
    return chapter.body.split("\n")[after] if paragraph.relations else ""
