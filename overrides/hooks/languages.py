"""Has all that is not English on a page say its language: titles, names of institutions, Chinese."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition.markup import as_markup, with_languages


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return with_languages(as_markup(output), config["foreign_names"])
