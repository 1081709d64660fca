"""Reads references.bib and docs/ into the model of the edition, which every later hook is a view of.

Runs first: a mistake in what people wrote stops the build here, before MkDocs reads the same files.
"""

import logging
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel, get_files

from edition.cite.references import format_references
from edition.model import Edition, Settings
from edition.problems import Problems
from edition.read.front_matter import unreadable
from edition.read.navigation import chapters_in, is_page, nav_items
from edition.read.reading import read_bibliography, read_edition
from edition.read.settings import SETTINGS, check_texts, read_settings, site_address, unset
from edition.read.typed_pages import read_page
from edition.rules.page_rules import BIBLIOGRAPHY

log = logging.getLogger("mkdocs.hooks.read")
CACHE = ".cache/references"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the model into `config.edition`, and the formatted references into `config.references`."""
    root, problems = Path(config.config_file_path).parent, Problems()
    if os.environ.get("FREEZING"):  # a frozen edition names no host, neither its own nor another
        config.site_url = ""
        config.extra.update(site_url="", report_url="", repo_url="")
    language = str(config.theme["language"])
    url = site_address(config.site_url, config.extra)
    settings = read_settings(config.extra, config.site_name, url, problems, language)
    check_texts(config, problems)
    edition, text = read_all(root, config, settings, problems)
    stop_at(problems)
    config.site_url = settings.site_url
    if missing := unset(settings):
        log.info(missing)
    config["edition"] = edition
    config["references"] = format_references(edition, text, root / CACHE)
    return config


def read_all(
    root: Path, config: MkDocsConfig, settings: Settings, problems: Problems
) -> tuple[Edition, str]:
    """The edition and the text of its bibliography; where a part is missing, the others are read by themselves."""
    bibliography = bibliography_of(root, config, problems)
    files = read_files(config, problems)
    chapters = chapters_in(config.nav, files, problems)
    if bibliography and chapters:
        edition = read_edition(files, chapters, bibliography, settings, problems)
        return edition, bibliography.decode("utf-8-sig", errors="replace")
    read_apart(files, chapters, bibliography, problems)
    return Edition(settings, (), (), ()), ""


def read_apart(
    files: Mapping[str, bytes], chapters: Sequence[str], bibliography: bytes, problems: Problems
) -> None:
    """Reports what is wrong with each page and each entry by itself, so that nothing follows from a missing part."""
    for file, data in files.items():
        is_chapter = file in chapters if chapters else b"\nnotes:" in data
        read_page(data, file, is_chapter, problems)
    read_bibliography(bibliography, problems)


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Last, when views have added their pages: what nav names beside the chapters must exist as well."""
    problems = Problems()
    for file in nav_items(config.nav):
        if is_page(file) and file not in files.src_uris:
            problems.add(SETTINGS, 0, f"nav names '{file}', which docs/ lacks", "add the page")
    stop_at(problems)
    return files


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """A change of the bibliography is a change of the site."""
    server.watch(str(Path(config.config_file_path).parent / BIBLIOGRAPHY))
    return server


def stop_at(problems: Problems) -> None:
    """Ends the build where something is wrong, with one line a mistake."""
    lines = problems.report()
    for line in lines:
        log.error(line)
    if lines:
        raise PluginError(f"{len(lines)} mistake(s), listed above. Nothing was built.")


def bibliography_of(root: Path, config: MkDocsConfig, problems: Problems) -> bytes:
    """The bytes of references.bib, to which mkdocs-bibtex must point as well."""
    plugin = config.plugins.get("bibtex")
    if not plugin or plugin.config["bib_file"] != BIBLIOGRAPHY:
        mend = f"keep the plugin, with 'bib_file: {BIBLIOGRAPHY}'"
        problems.add(SETTINGS, 0, f"plugins.bibtex.bib_file is not {BIBLIOGRAPHY}", mend)
    try:
        data = (root / BIBLIOGRAPHY).read_bytes()
    except OSError as error:
        what = f"cannot be read: {error.strerror}"
        problems.add(BIBLIOGRAPHY, 0, what, f"get the file back: git checkout {BIBLIOGRAPHY}")
        return b""
    if b"@" not in data:
        mend = f"write '@report{{key, …}}', or get the file back: git checkout {BIBLIOGRAPHY}"
        problems.add(BIBLIOGRAPHY, 0, "holds no entry", mend)
        return b""
    return data


def read_files(config: MkDocsConfig, problems: Problems) -> dict[str, bytes]:
    """The bytes of each page of docs/, by its path; MkDocs takes no notice of names that begin with a dot."""
    found, named = {}, set(nav_items(config.nav))
    for file in get_files(config).documentation_pages():
        name, path = file.src_uri, Path(str(file.abs_src_path))
        if fault := unreadable(path):
            problems.add(f"docs/{name}", 0, *fault)
            continue
        found[name] = path.read_bytes()
        outside = file.inclusion is InclusionLevel.NOT_IN_NAV
        if named and name not in named and not outside:
            mend = f"add it to nav in {SETTINGS}, or delete the page"
            problems.add(f"docs/{name}", 0, "nav does not name this page", mend)
    return found
