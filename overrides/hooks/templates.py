"""Has the templates escape by themselves all that is no `Markup`, which MkDocs would not; hands each the words of the
edition's language; and keeps what Jinja makes of them, so that a template is read again only where it has changed."""

from importlib.metadata import version
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

CACHE = ".cache/templates"


@event_priority(100)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Before the first template is asked for. Jinja itself looks whether a template is still the same, but not
    whether what it made of it escapes: the name of the folder says so."""
    env.autoescape = True
    folder = Path(config.config_file_path).parent / CACHE / f"jinja-{version('jinja2')}-escaping"
    folder.mkdir(parents=True, exist_ok=True)
    env.globals["words"] = config["edition"].words
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env
