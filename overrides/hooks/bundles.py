"""Joins our style sheets and scripts, with their words: what a page needs to be seen stands in it, all else in a few
files.

A folder of style sheets is joined by its name, scripts as mkdocs.yml lists them under `extra`. Each file is named
after what it holds, so that it may be kept for ever.
"""

import json
from functools import cache
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from edition.look.asset_words import with_words
from edition.look.bundles import MissingAssetError, fingerprinted, script_of, style_of, with_fonts
from edition.look.content_policy import EndedError, Inline, data_block, policy
from edition.model import Edition
from edition.problems import Problems
from read import library_of, stop_at

ASSETS = "overrides/assets"
STYLES, SCRIPTS = "assets/stylesheets", "assets/javascripts"
STYLES_ON_DEMAND = ("search", "panel", "print")
"""The folders of style sheets that are files of their own; templates put the others into pages."""
SCRIPT_FILES = {
    "scripts": "edition",
    "margin_scripts": "margin",
    "search_scripts": "search",
    "places_scripts": "places",
    "panel_scripts": "panel",
    "briefing_scripts": "briefing",
    "source_scripts": "sources",
    "moved_scripts": "moved",
}
"""Each setting that lists scripts, with the file that they are joined into."""
PREFETCHING = "speculation-rules.json"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files, and puts their addresses into `config.extra.bundles`, where templates find them; the sources,
    with their words, into `config.assets`."""
    drop_sources(files)
    config["assets"] = worded(config)
    bundles = config.extra["bundles"] = {}
    for folder in STYLES_ON_DEMAND:
        address = f"{STYLES}/{folder}.css"
        bundles[f"{folder}_style"] = added(files, config, address, styles(config, folder))
    for setting, name in SCRIPT_FILES.items():
        address = f"{SCRIPTS}/{name}.js"
        bundles[setting] = added(files, config, address, scripts(config, setting))
    return files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Hands the templates what they put into a page, and the policy that allows it."""

    @cache
    def first_style(folders: str, fonts: str) -> Inline:
        """The style that a page is seen by at first; `fonts` is the way from it to the folder of the web fonts."""
        style = with_fonts(styles(config, *folders.split()), config.extra["fonts"], fonts)
        return inline("style", style, f"the style sheets in {folders}")

    env.globals["policy"] = policy
    env.globals["first_style"] = first_style
    env.globals["head_script"] = inline("script", scripts(config, "head_scripts"), "head_scripts")
    env.globals["prefetching"] = prefetching(config)
    return env


def inline(tag: Literal["style", "script"], text: str, name: str) -> Inline:
    """What stands in a page; `name` says in a message what it is made from."""
    try:
        return Inline(tag, text)
    except EndedError as error:
        raise PluginError(f"{ASSETS}: {name}: {error}; write it otherwise") from error


def prefetching(config: MkDocsConfig) -> Inline:
    """What browsers fetch ahead, without white space that only we read."""
    try:
        rules = json.loads((assets(config) / PREFETCHING).read_text(encoding="utf-8"))
        return data_block(rules, "speculationrules")
    except ValueError as error:
        raise PluginError(f"{ASSETS}/{PREFETCHING}: it is no JSON: {error}; mend it") from error


def drop_sources(files: Files) -> None:
    """What is joined is not published a second time; the theme's own files are on no page of ours."""
    for file in list(files):
        is_ours = "overrides" in Path(file.src_dir or "").parts
        is_source = file.src_uri.startswith((STYLES, SCRIPTS, f"assets/{PREFETCHING}"))
        if file.src_uri.startswith("assets/") and (is_source or not is_ours):
            files.remove(file)


def worded(config: MkDocsConfig) -> dict[Path, str]:
    """The sources with their words; where one cannot be put in, nothing is built."""
    edition = library_of(config).edition
    problems = Problems()
    root = Path(config.config_file_path).parent
    found = with_words(assets(config), root, edition.words, facts(edition), problems)
    stop_at(problems)
    return found


def facts(edition: Edition) -> dict[str, str]:
    """What style sheets tell of the article."""
    article = edition.article
    authors = article.persons["author"] if article else ()
    names = ", ".join(person.name for person in authors)
    return {
        "author": names,
        "title": edition.settings.title,
        "year": article.year if article else "",
    }


def added(files: Files, config: MkDocsConfig, address: str, text: str) -> str:
    """The address of a new file, which names its content."""
    address = fingerprinted(address, text.encode())
    files.append(File.generated(config, address, content=text))
    return address


def styles(config: MkDocsConfig, *folders: str) -> str:
    try:
        return style_of(assets(config) / "stylesheets", folders, config["assets"].__getitem__)
    except MissingAssetError as error:
        raise PluginError(f"{ASSETS}/stylesheets/{error}") from error


def scripts(config: MkDocsConfig, setting: str) -> str:
    names = config.extra.get(setting)
    if not (isinstance(names, list) and all(isinstance(name, str) for name in names)):
        raise PluginError(f"mkdocs.yml: extra.{setting} is no list of scripts; write one a line")
    try:
        return script_of(assets(config) / "javascripts", names, config["assets"].__getitem__)
    except KeyError as error:
        what = f"names a file outside of {ASSETS}/javascripts/"
        raise PluginError(f"mkdocs.yml: extra.{setting} {what}; correct its name") from error
    except MissingAssetError as error:
        raise PluginError(f"mkdocs.yml: {ASSETS}/javascripts/{error}") from error


def assets(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / ASSETS
