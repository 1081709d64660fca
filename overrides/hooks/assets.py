"""Publishes style sheets, scripts, web fonts and the icon, and hands templates the record by which they name them."""

from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from edition.look.bundles import PREFETCHING, SCRIPTS, STYLES
from edition.look.page_assets import files_of, fonts_of, icons_of, page_assets
from read import library_of


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Removes the source files of our bundles and the theme's own assets, which no page of ours uses."""
    for file in list(files):
        is_ours = "overrides" in Path(file.src_dir or "").parts
        is_source = file.src_uri.startswith((STYLES, SCRIPTS, f"assets/{PREFETCHING}"))
        if file.src_uri.startswith("assets/") and (is_source or not is_ours):
            files.remove(file)
    return files


@event_priority(90)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Publishes the assets and hands them to templates, before the first one is rendered."""
    library = library_of(config)
    assert library.bundles
    fonts, font_names = fonts_of(library.root)
    pictures, icons = icons_of(library.icon)
    for address, content in {**files_of(library.bundles), **fonts, **pictures}.items():
        files.append(File.generated(config, address, content=content))
    env.globals["assets"] = page_assets(library.bundles, icons, font_names)
    return env
