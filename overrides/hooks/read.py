"""Reads references.bib and docs/ into the model of the edition, which every later hook is a view of.

Runs first: a mistake in what people wrote stops the build here, before MkDocs reads the same files.
"""

import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel, get_files

from edition.cite.references import References, format_references
from edition.contents.records import foreign_names
from edition.keep.changes import corrected
from edition.keep.frozen_editions import check_settings, read_editions
from edition.keep.redirects import Redirects
from edition.library import Library
from edition.model import Edition, Settings
from edition.outputs import VIEWS, faults_of_views
from edition.problems import Problems, did_you_mean
from edition.read.address_tables import REDIRECTS, REGISTER, Register, read_redirects, read_register
from edition.read.front_matter import decoded, unreadable
from edition.read.institutions import Institution, read_institutions
from edition.read.navigation import chapters_in, is_page, nav_items
from edition.read.reading import read_bibliography, read_edition
from edition.read.settings import SETTINGS, check_texts, read_settings, site_address, unset
from edition.read.typed_pages import read_page
from edition.rules.page_rules import BIBLIOGRAPHY
from edition.write.html import Html, spoken

log = logging.getLogger("mkdocs.hooks.read")
CACHE = ".cache/references"
LIBRARY = "library"
INSTITUTIONS = "data/institutions.csv"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts what the build is made from where `library_of` finds it."""
    root, problems = Path(config.config_file_path).parent, Problems()
    if is_freezing():  # a frozen edition names no host, neither its own nor another
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
    references = format_references(edition, text, root / CACHE)
    config[LIBRARY] = library_from(edition, references, config)
    return config


def library_from(edition: Edition, references: References, config: MkDocsConfig) -> Library:
    """The edition with its tables and its frozen editions."""
    root, problems, freezing = Path(config.config_file_path).parent, Problems(), is_freezing()
    institutions = institutions_of(Path(config.docs_dir) / INSTITUTIONS, problems)
    if institutions:
        check_bodies(edition, set(institutions), problems)
    register, redirects = (table_of(root, file, problems) for file in (REGISTER, REDIRECTS))
    frozen = read_editions(Path(config.docs_dir) / "editions", problems)
    if not (problems or freezing):
        check_settings(edition.settings, frozen, problems)
    names = foreign_names(edition.sources, institutions, edition.words)
    current = edition.settings.number
    if frozen and not freezing:
        edition = replace(edition, corrected=corrected(edition, frozen[-1]))
    library = Library(
        edition=edition,
        references=references,
        institutions=institutions,
        foreign_names=names,
        html=Html(text=spoken(names)),
        register=Register() if register is None else read_register(register, current, problems),
        redirects=Redirects({}) if redirects is None else read_redirects(redirects, problems),
        frozen=frozen,
        views=views_of(config, problems),
        root=root,
        is_freezing=freezing,
    )
    stop_at(problems)
    return library


def library_of(config: MkDocsConfig) -> Library:
    """What the build is made from."""
    library = config[LIBRARY]
    assert isinstance(library, Library)
    return library


def views_of(config: MkDocsConfig, problems: Problems) -> tuple[str, ...]:
    """The views that mkdocs.yml lists."""
    listed = config.extra.get("views")
    if not (isinstance(listed, list) and all(isinstance(name, str) for name in listed)):
        problems.add(SETTINGS, 0, "extra.views is no list of views", "write one a line")
        return ()
    problems.extend(faults_of_views(listed, Path(config.config_file_path).parent / VIEWS))
    return tuple(listed)


def is_freezing() -> bool:
    """Whether `make edition` runs the build, before it freezes what is built."""
    return bool(os.environ.get("FREEZING"))


def institutions_of(file: Path, problems: Problems) -> Mapping[str, Institution]:
    """The institutions, so far as they can be read."""
    name = f"docs/{INSTITUTIONS}"
    if fault := unreadable(file):
        problems.add(name, 0, *fault)
        return {}
    return read_institutions(decoded(file.read_bytes(), name, problems), name, problems)


def check_bodies(edition: Edition, known: set[str], problems: Problems) -> None:
    """A source's bodies stand in the table, so that it is found by each of their names."""
    for source in edition.sources:
        for key in source.listed("body"):
            if key not in known:
                mend = did_you_mean(key, known, f"add it to docs/{INSTITUTIONS}")
                what = f"{source.key}: unknown body '{key}'"
                problems.add(BIBLIOGRAPHY, source.line, what, mend)


def table_of(root: Path, file: str, problems: Problems) -> str | None:
    """The text of a table of addresses; None where the file cannot be read."""
    try:
        return decoded((root / file).read_bytes(), file, problems)
    except OSError as error:
        mend = f"get the file back: git checkout {file}"
        problems.add(file, 0, f"cannot be read: {error.strerror}", mend)
        return None


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
