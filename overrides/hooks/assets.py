"""Publishes style sheets, scripts, web fonts and the icon, and hands templates the record by which they name them."""

from dataclasses import replace
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

from edition.look.bundles import FOLDER, PREFETCHING, SCRIPTS, STYLES, MissingAssetError
from edition.look.content_policy import EndedError, Inline
from edition.look.page_assets import Assets, files_of, fonts_of, icons_of, page_assets
from edition.problems import Problems
from read import library_of, stop_at

CACHE = ".cache/fonts"


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
    """Publishes the assets and hands them to templates, before the first one is rendered.

    Raises PluginError where an asset is missing or malformed.
    """
    published, assets = read_assets(config)
    for address, content in published.items():
        files.append(File.generated(config, address, content=content))

    def first_style(folders: str, way: str) -> Inline:
        """As `Assets.first_style`. Raises PluginError where a style is missing or cannot be written inline."""
        try:
            return assets.first_style(folders, way)
        except (MissingAssetError, EndedError) as error:
            raise PluginError(f"{FOLDER}/stylesheets/{error}") from error

    env.globals["assets"] = replace(assets, first_style=first_style)
    return env


def read_assets(config: MkDocsConfig) -> tuple[dict[str, bytes], Assets]:
    """The files to publish, by address, and their record for templates. Raises PluginError where there are mistakes."""
    library, problems = library_of(config), Problems()
    root, made = library.root, library.bundles
    assert made
    fonts, font_names = fonts_of(root / CACHE, problems)
    name = f"overrides/{config.theme['favicon']}"
    pictures, icons = icons_of(root / name, name, problems)
    stop_at(problems)
    return {**files_of(made), **fonts, **pictures}, page_assets(made, icons, font_names)
