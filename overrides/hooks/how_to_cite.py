"""Hands the templates how each page is cited, so that it stands in the HTML of the page itself."""

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.cite.restated import ways_to_cite
from edition.model import Edition, Page

OWN = "how-to-cite"
"""The id of the heading under which a page says in its own text how it is cited."""


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """A page that a view made, such as a source's, is cited by its title, as any that holds no paragraph."""
    edition: Edition = config["edition"]
    name = page.file.src_uri
    shown = edition.page_of(name) or Page(name, {"title": str(page.title)})
    home = f"{get_relative_url('.', page.url)}/"
    context["tells_how_to_cite"] = any(heading.id == OWN for heading in shown.headings)
    context["citations"] = tuple(ways_to_cite(edition, shown, home))
    return context
