"""Joins our style sheets into one file and our scripts into a few, each named after what it holds.

mkdocs.yml lists the sources under `extra`, in order.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from edition import minified

ASSETS = "overrides/assets"
BUNDLES = {
    "stylesheets": ("assets/stylesheets/edition", "css"),
    "head_scripts": ("assets/javascripts/head", "js"),
    "scripts": ("assets/javascripts/edition", "js"),
    "search_scripts": ("assets/javascripts/search", "js"),
    "places_scripts": ("assets/javascripts/places", "js"),
    "panel_scripts": ("assets/javascripts/panel", "js"),
    "briefing_scripts": ("assets/javascripts/briefing", "js"),
    "source_scripts": ("assets/javascripts/sources", "js"),
    "moved_scripts": ("assets/javascripts/moved", "js"),
}
"""Each setting that lists sources, with the file that they are joined into."""
SMALLER = {"css": minified.style, "js": minified.script}
"""What takes comments and spare white space out of a joined file, by its ending."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files, and puts their addresses into `config.extra.bundles`, where templates find them."""
    root = Path(config.config_file_path).parent / ASSETS
    drop_theme_assets(files)
    config.extra["bundles"] = {}
    for setting, (name, ending) in BUNDLES.items():
        folder, sources = name.split("/")[1], config.extra[setting]
        text = SMALLER[ending](joined(root / folder, sources))
        address = f"{name}.{fingerprint(text)}.{ending}"
        files.append(File.generated(config, address, content=text))
        config.extra["bundles"][setting] = address
        drop_sources(files, [f"assets/{folder}/{source}" for source in sources])
    return files


def drop_theme_assets(files: Files) -> None:
    """The theme's own style sheets, scripts and pictures are on no page of ours."""
    for file in list(files):
        if file.src_uri.startswith("assets/") and "overrides" not in Path(file.src_dir or "").parts:
            files.remove(file)


def joined(folder: Path, names: Iterable[str]) -> str:
    """The sources one after the other; one that is missing stops the build."""
    for name in names:
        if not (folder / name).is_file():
            raise PluginError(
                f"mkdocs.yml: {ASSETS}/{folder.name}/{name} does not exist; correct its name"
            )
    return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)


def fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def drop_sources(files: Files, addresses: Iterable[str]) -> None:
    """Sources that stand in a joined file are not published a second time."""
    for address in addresses:
        if file := files.get_file_from_path(address):
            files.remove(file)
