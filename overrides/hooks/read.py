"""Reads the edition, which every later hook is a view of, and stops the build where something is wrong in it.

Runs first: mistakes in what people wrote are reported here, before MkDocs reads the same files.
"""

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import InclusionLevel, get_files

from edition.library import Library
from edition.problems import Problems
from edition.read.characters import composed
from edition.read.project import Project, settings_text
from edition.read.settings import unset
from edition.read.typed_entries import BIBLIOGRAPHY
from edition.reading import read_library

log = logging.getLogger("mkdocs.hooks.read")


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Reads the library and keeps it for `library_of`. Raises PluginError where there are mistakes."""
    problems = Problems()
    library = read_library(project_of(config, problems), problems)
    stop_at(problems)
    config.site_name = library.edition.settings.title
    config.site_url = library.edition.settings.site_url
    if missing := unset(library.edition.settings):
        log.info(missing)
    config["library"] = library.with_references(problems)
    stop_at(problems)
    return config


def project_of(config: MkDocsConfig, problems: Problems) -> Project:
    """The project with the settings and pages as MkDocs has read them."""
    is_freezing = bool(os.environ.get("FREEZING"))
    if is_freezing:  # a frozen edition names no host, neither its own nor another
        config.site_url = ""
        config.extra.update(site_url="", report_url="", repo_url="")
    root, plugin = Path(config.config_file_path).parent, config.plugins.get("bibtex")
    pages = get_files(config).documentation_pages()
    outside = (page.src_uri for page in pages if page.inclusion is InclusionLevel.NOT_IN_NAV)
    return Project(
        root=root,
        pages={page.src_uri: Path(str(page.abs_src_path)) for page in pages},
        nav=config.nav,
        extra=config.extra,
        site_name=composed(config.site_name),
        site_url=config.site_url,
        texts=config,
        language=str(config.theme["language"]),
        icon=str(config.theme["favicon"]),
        bib_file=str(plugin.config["bib_file"]) if plugin else "",
        unlisted=frozenset(outside),
        is_freezing=is_freezing,
        typed=settings_text(root, problems),
    )


def library_of(config: MkDocsConfig) -> Library:
    """The library that `on_config` read."""
    library = config["library"]
    assert isinstance(library, Library)
    return library


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Rebuilds the served site when the bibliography changes, too."""
    server.watch(str(Path(config.config_file_path).parent / BIBLIOGRAPHY))
    return server


def stop_at(problems: Problems, outcome: str = "Nothing was built.") -> None:
    """Logs each mistake on a line. Raises PluginError where there is any."""
    lines = problems.report()
    for line in lines:
        log.error(line)
    if lines:
        raise PluginError(f"{len(lines)} mistake(s), listed above. {outcome}")
