"""Gives MkDocs what the views make: pages for their templates, and files; and hands templates what they draw on.

Templates escape by themselves all that is no `Markup`, which MkDocs would not. What Jinja makes of them is kept, so
that a template is read again only where it has changed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import normalize_url

from edition.library import Library
from edition.model import formats
from edition.model.locators import printed
from edition.outputs import Page, Shown, Site, shown_on, site_of
from edition.problems import Problems
from edition.read.front_matter import front_matter
from edition.read.navigation import is_page, nav_items
from edition.write.elements import as_html, moved_id, section_heading
from edition.write.forms import StandIn
from edition.write.html import CITED
from edition.write.markup import as_markup, filled
from edition.write.titles import unbroken
from read import library_of, stop_at

SITE = "site_of_views"
CACHE = ".cache/templates"
UNTRANSLATED = as_markup(' translate="no"')
"""The attribute of what programs that translate leave as it is; frozen pages have none."""


@event_priority(-90)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds what the views make, when all else is there."""
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
    """What the views have made."""
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
    """Tells MkDocs of the ids that a template gives, so that it finds the links to them whole."""
    made = site_made(config).pages.get(page.file.src_uri)
    if made and made.ids:
        page.present_anchor_ids = set(made.ids)
    return html


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Before the first template is asked for."""
    return prepared(env, library_of(config))


def prepared(env: Environment, library: Library) -> Environment:
    """Jinja with what every template may ask for: the edition, its words, and how they are written.

    Jinja itself looks whether a template is still the same, but not whether what it made of it escapes: the name of
    the folder says so.
    """
    settings = library.edition.settings
    env.autoescape = True
    folder = library.root / CACHE / f"jinja-{version('jinja2')}-escaping"
    folder.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    env.globals |= {"edition": library.edition, "words": library.edition.words}
    env.globals |= {"heading": heading, "old_ids_of": old_ids_of, "untranslated": UNTRANSLATED}
    env.globals["title_unbroken"] = unbroken(settings.title, settings.short_title)
    env.globals |= {"formats": formats, "stand_in": StandIn}
    env.filters["running_text"] = replace(library.html, link=CITED.link).write
    env.filters["spoken"] = library.html.text
    env.filters["filled"] = filled
    env.filters["url"] = url
    env.filters["printed"] = partial(printed, words=library.edition.words)
    return env


@pass_context
def heading(context: Context, ident: str, title: str) -> Markup:
    """The heading of a section that a template makes, as those in the text are made."""
    is_frozen = "frozen" in context
    return section_heading(ident, title, old_ids(context, ident), context["words"], is_frozen)


@pass_context
def old_ids_of(context: Context, ident: str) -> Markup:
    """The ids that something had before within its page, at its start."""
    return Markup("").join(as_html(moved_id(old, ident)) for old in old_ids(context, ident))


@pass_context
def url(context: Context, address: str) -> str:
    """The way from the page that is made to an address; from a page of a frozen edition, within that."""
    frozen: Shown | None = context.get("frozen")
    if frozen:
        return frozen.way_to(address)
    path, mark, fragment = address.partition("#")
    return f"{normalize_url(path, context['page'], context['base_url'])}{mark}{fragment}"


def old_ids(context: Context, ident: str) -> Sequence[str]:
    moved = context["view"].moved
    return moved.old_ids.get(ident, ()) if moved else ()


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Hands a page what each view shows on it, as `view`, and what its own view shows in it, as `shown`."""
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
    """Hands the 404 page the same."""
    context["view"] = shown_on(Shown(template_name, template_name, ""), site_made(config))
    return context
