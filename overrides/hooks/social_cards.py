"""Adds the picture that stands for each page of the navigation where a link to it is shared.

`partials/social-meta.html` tells other sites of it, by what the templates are handed here.
"""

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from edition.look.social_card import HEIGHT, WIDTH, Card, CardError, cached, card_of

FOLDER = "assets/social"
CACHE = ".cache/social"


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Adds the pictures only now, when every page has been read and has its title."""
    cache = Path(config.config_file_path).parent / CACHE
    for file in files.documentation_pages(inclusion=InclusionLevel.is_in_nav):
        content = picture(card_for(file, config), cache, file.src_uri)
        files.append(File.generated(config, path_of(file), content=content))
    return env


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hands the templates the page's picture; a page outside the navigation has none."""
    if page.file.inclusion.value > InclusionLevel.NOT_IN_NAV.value:  # as MkDocs itself asks
        text = card_for(page.file, config).text
        size = {"width": WIDTH, "height": HEIGHT}
        context["social_card"] = {"path": path_of(page.file), "text": text, **size}
    return context


def card_for(file: File, config: MkDocsConfig) -> Card:
    title = file.page.title if file.page else None
    return card_of(config["edition"], file.src_uri, str(title or ""))


def path_of(file: File) -> str:
    """Where a page's picture is, for good: it goes by the page's own name."""
    return f"{FOLDER}/{file.src_uri.removesuffix('.md')}.png"


def picture(card: Card, cache: Path, page: str) -> bytes:
    try:
        return cached(cache, card)
    except CardError as error:
        raise PluginError(f"docs/{page}: no social card can be drawn: {error}") from error
