"""Has the templates escape by themselves all that is no `Markup`, which MkDocs would not; hands each the words of the
edition's language, and how running text is written; and keeps what Jinja makes of them, so that a template is read
again only where it has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

from edition.model import formats
from edition.write.elements import as_html, moved_id, section_heading
from edition.write.forms import StandIn
from edition.write.html import CITED
from edition.write.markup import filled

CACHE = ".cache/templates"


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Before the first template is asked for. Jinja itself looks whether a template is still the same, but not
    whether what it made of it escapes: the name of the folder says so."""
    env.autoescape = True
    folder = Path(config.config_file_path).parent / CACHE / f"jinja-{version('jinja2')}-escaping"
    folder.mkdir(parents=True, exist_ok=True)
    env.globals["words"] = config["edition"].words
    env.globals |= {"heading": heading, "old_ids_of": old_ids_of}
    env.globals |= {"formats": formats, "stand_in": StandIn}
    html = config["html"]
    env.filters["running_text"] = replace(html, link=CITED.link).write
    env.filters["spoken"] = html.text
    env.filters["filled"] = filled
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


@pass_context
def heading(context: Context, ident: str, title: str) -> Markup:
    """The heading of a section that a template makes, as those in the text are made."""
    return section_heading(ident, title, old_ids(context, ident), context["words"])


@pass_context
def old_ids_of(context: Context, ident: str) -> Markup:
    """The ids that something had before within its page, at its start."""
    return Markup("").join(as_html(moved_id(old, ident)) for old in old_ids(context, ident))


def old_ids(context: Context, ident: str) -> Sequence[str]:
    found: Mapping[str, Sequence[str]] = context.get("old_ids", {})
    return found.get(ident, ())
