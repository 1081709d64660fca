"""Gives MkDocs what the views make: pages for their templates, and files; and hands templates what views show."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from edition.library import Library
from edition.outputs import Page, Shown, Site, shown_on, site_of
from edition.problems import Problems
from edition.read.front_matter import front_matter
from edition.read.navigation import is_page, nav_items
from edition.write.markup import as_markup
from page_templates import prepared
from read import library_of, stop_at

SITE = "site_of_views"


@event_priority(-90)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the outputs of the views, after all other files. Raises PluginError where views report problems."""
    named = tuple(filter(is_page, nav_items(config.nav)))
    site = site_of(Site(with_templates(library_of(config), config), written(files), named))
    stop_at(Problems(site.problems))
    config[SITE] = site
    for page in site.pages.values():
        files.append(page_file(page, config, page.file in named))
    for address, made in site.published:
        files.append(file_at(address, made.content, config))
    return files


def site_made(config: MkDocsConfig) -> Site:
    """The site that `on_files` kept."""
    site = config[SITE]
    assert isinstance(site, Site)
    return site


def with_templates(library: Library, config: MkDocsConfig) -> Library:
    """The library, whose templates are filled by Jinja."""
    env = prepared(config.theme.get_env(), library)
    env.globals["config"] = config

    def fill(template: str, **values: object) -> Markup:
        return as_markup(env.get_template(template).render(**values))

    return replace(library, fill=fill)


def written(files: Files) -> Mapping[str, bytes]:
    """The files that are no pages, by their addresses; the theme's and ours of assets are not published as they are."""
    return {file.url: file.content_bytes for file in files if not file.is_documentation_page()}


def page_file(page: Page, config: MkDocsConfig, is_in_navigation: bool) -> File:
    text = front_matter(**page.head, template=page.template)
    level = InclusionLevel.UNDEFINED if is_in_navigation else InclusionLevel.NOT_IN_NAV
    return File.generated(config, page.file, content=text, inclusion=level)


def file_at(address: str, content: str | bytes, config: MkDocsConfig) -> File:
    """A file at an address. MkDocs makes a page of what is named .md, so its Markdown goes by another name inside."""
    file = File.generated(config, f"{address}.txt", content=content)
    file.dest_uri = address
    return file


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Tells MkDocs the ids in a template, so that it accepts links to them."""
    made = site_made(config).pages.get(page.file.src_uri)
    if made and made.ids:
        page.present_anchor_ids = set(made.ids)
    return html


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Prepares Jinja before the first template is loaded."""
    return prepared(env, library_of(config))


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hands a page's template the records of all views, as `view`, and that of the view that made it, as `shown`."""
    site = site_made(config)
    made = site.pages.get(page.file.src_uri)
    context["view"] = shown_on(Shown(page.file.src_uri, page.url, str(page.title)), site)
    context["shown"] = made.shown if made else None
    context["chapter"] = chapter = site.library.edition.chapter(page.file.src_uri)
    context["chapter_number"] = site.library.edition.numbers[chapter.file] if chapter else None
    return context


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Hands the template of the 404 page the records of all views."""
    context["view"] = shown_on(Shown(template_name, template_name, ""), site_made(config))
    return context
