"""Jinja for our templates: it escapes all that is no `Markup`, which MkDocs would not have it do, and hands them the
edition, its words, and the ways to write it. What it makes of a template is kept until that changes.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from importlib.metadata import version

from jinja2 import Environment, FileSystemBytecodeCache, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.utils import normalize_url

from edition.cite import formats
from edition.library import Library
from edition.model.locators import printed
from edition.outputs import Shown
from edition.write.elements import as_html, moved_id, section_heading
from edition.write.forms import StandIn
from edition.write.html import CITED
from edition.write.markup import as_markup, filled
from edition.write.titles import unbroken

CACHE = ".cache/templates"
UNTRANSLATED = as_markup(' translate="no"')
"""The attribute of what programs that translate leave as it is; frozen pages have none."""


def prepared(env: Environment, library: Library) -> Environment:
    """Jinja with all that templates use: the edition, its words, and filters that write them.

    Jinja's cache notices a changed template, but not a changed setting of escaping: the folder's name states it.
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
def heading(context: Context, heading_id: str, title: str) -> Markup:
    """The heading of a section that a template makes, as those in the text are made."""
    is_frozen = "frozen" in context
    return section_heading(
        heading_id, title, old_ids(context, heading_id), context["words"], is_frozen
    )


@pass_context
def old_ids_of(context: Context, id_: str) -> Markup:
    """Empty elements with the former ids of an element, to stand at its start."""
    return Markup("").join(as_html(moved_id(old, id_)) for old in old_ids(context, id_))


@pass_context
def url(context: Context, address: str) -> str:
    """The relative link from the rendered page to an address; on a page of a frozen edition, a link within that."""
    frozen: Shown | None = context.get("frozen")
    if frozen:
        return frozen.way_to(address)
    path, mark, fragment = address.partition("#")
    return f"{normalize_url(path, context['page'], context['base_url'])}{mark}{fragment}"


def old_ids(context: Context, id_: str) -> Sequence[str]:
    moved = context["view"].moved
    return moved.old_ids.get(id_, ()) if moved else ()
