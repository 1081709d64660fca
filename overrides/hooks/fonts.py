"""Adds the web fonts and their licences to the site; assets/stylesheets/fonts.css says how pages use them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from edition.typefaces import MissingCharacterError, licences, web_fonts

FOLDER = "assets/fonts"
CACHE = ".cache/fonts"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    cache = Path(config.config_file_path).parent / CACHE
    for name, content in font_files(cache).items():
        files.append(File.generated(config, f"{FOLDER}/{name}", content=content))
    return files


def font_files(cache: Path) -> dict[str, bytes]:
    """What goes into the folder, by file name."""
    try:
        return web_fonts(cache) | licences()
    except MissingCharacterError as error:
        raise PluginError(str(error)) from error
