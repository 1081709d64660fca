"""Adds the web fonts and their licences to the site; assets/stylesheets/base/fonts.css says how pages use them."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from edition.look.bundles import fingerprinted
from edition.look.typefaces import MissingCharacterError, licences, web_fonts

FOLDER = "assets/fonts"
CACHE = ".cache/fonts"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files, and puts the names under which the fonts are published into `config.extra.fonts`."""
    fonts = cut_fonts(Path(config.config_file_path).parent / CACHE)
    names = {name: fingerprinted(name, content) for name, content in fonts.items()}
    named = {names[name]: content for name, content in fonts.items()}
    for name, content in (named | licences()).items():
        files.append(File.generated(config, f"{FOLDER}/{name}", content=content))
    config.extra["fonts"] = names
    return files


def cut_fonts(cache: Path) -> dict[str, bytes]:
    """The fonts by file name."""
    try:
        return web_fonts(cache)
    except MissingCharacterError as error:
        raise PluginError(str(error)) from error
