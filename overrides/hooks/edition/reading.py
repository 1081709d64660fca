"""Reads the edition, and holds it to its rules: every mistake in one run, in whichever file it is."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from edition.cite import export_files, references
from edition.cite.short_citations import with_words
from edition.contents.records import foreign_names
from edition.contents.under_headings import filled_headings_are_there
from edition.keep.address_tables import (
    REDIRECTS,
    REGISTER,
    Register,
    read_redirects,
    read_register,
)
from edition.keep.changes import corrected
from edition.keep.frozen_editions import names_the_last, read_editions
from edition.keep.manifest import EDITIONS
from edition.keep.redirects import Redirects
from edition.library import Library
from edition.look.asset_words import facts_of
from edition.look.bundles import FOLDER, Bundles, bundles, templates_name_style_sheets
from edition.look.icon import is_drawn_of_rectangles
from edition.look.typefaces import fonts_are_whole
from edition.model import Edition, Settings, Source
from edition.model.numbering import numbered
from edition.outputs import VIEWS, faults_of_views
from edition.problems import Problem, Problems, Rule, did_you_mean, judged
from edition.read.bibliography import Bibliography, read_sources
from edition.read.front_matter import bytes_at, committed, decoded
from edition.read.institutions import ALL_KEYS, INSTITUTIONS, Institution, read_institutions
from edition.read.navigation import NAV, chapters_in, missing_pages, nav_items, unnamed_pages
from edition.read.project import Project
from edition.read.settings import SETTINGS, read_settings, site_address, text_problems
from edition.read.typed_entries import ALL_SOURCES, BIBLIOGRAPHY
from edition.read.typed_pages import read_page
from edition.read.typed_settings import faults_as_typed, placed
from edition.rules import (
    block_forms,
    citation_rules,
    near_forms,
    number_rules,
    page_rules,
    printed_forms,
    reference_rules,
    source_rules,
    typed_forms,
)
from edition.write.html import Html, spoken

Files = Mapping[str, bytes]
"""The Markdown of docs/ by path."""


def read_library(project: Project, problems: Problems) -> Library:
    """Reads all that a build is made from. Mistakes go into `problems`; if there are any, parts may be missing."""
    settings, data = settings_of(project, problems), bibliography_of(project, problems)
    edition = read_edition(*pages_of(project, problems), data, settings, problems)
    views, institutions = views_of(project, problems), institutions_of(project, problems)
    names = foreign_names(edition.sources, institutions, edition.words)
    library = Library(
        edition=replace(edition, has_source_pages="find.source_pages" in views),
        institutions=institutions,
        foreign_names=names,
        html=Html(text=spoken(names)),
        register=register_of(project, settings.number, problems),
        redirects=redirects_of(project, problems),
        frozen=read_editions(project.root / EDITIONS, problems),
        views=views,
        root=project.root,
        is_freezing=project.is_freezing,
        bundles=bundles_of(project, edition, views, problems),
        icon=icon_of(project, problems),
    )
    problems += judged(project.root, LOOK_RULES)
    problems += judged(library, LIBRARY_RULES)
    problems[:] = placed(problems, project.typed)
    if not library.frozen or library.is_freezing:
        return library
    changed = corrected(library.edition, library.frozen[-1])
    return replace(library, edition=replace(library.edition, corrected=changed))


# Each file


def settings_of(project: Project, problems: Problems) -> Settings:
    """The edition's own settings; checks that mkdocs-bibtex reads the same bibliography."""
    problems += faults_as_typed(project.typed)
    problems += text_problems(project.texts, project.extra)
    if project.bib_file != BIBLIOGRAPHY:
        what = f"plugins.bibtex.bib_file is not {BIBLIOGRAPHY}"
        remedy = f"keep the plugin, with 'bib_file: {BIBLIOGRAPHY}'"
        problems.add(SETTINGS, 0, what, remedy)
    url = site_address(project.site_url, project.extra)
    return read_settings(project.extra, project.site_name, url, problems, project.language)


def views_of(project: Project, problems: Problems) -> tuple[str, ...]:
    """The views that mkdocs.yml lists."""
    listed = project.extra.get("views")
    if not (isinstance(listed, list) and all(isinstance(name, str) for name in listed)):
        problems.add(SETTINGS, 0, "extra.views is no list of views", "write one a line")
        return ()
    problems += faults_of_views(listed, project.root / VIEWS)
    return tuple(listed)


def bundles_of(
    project: Project, edition: Edition, views: Collection[str], problems: Problems
) -> Bundles:
    """Our scripts and style sheets, with their words, as far as the listed views need them."""
    names, own = {name.rpartition(".")[2] for name in views}, Problems()
    made = bundles(project.root / FOLDER, edition.words, facts_of(edition), names, own)
    problems += own
    return made


def icon_of(project: Project, problems: Problems) -> bytes:
    """The icon, as SVG."""
    name = f"overrides/{project.icon}"
    svg = bytes_at(project.root / name, name, problems)
    if svg is not None:
        problems += is_drawn_of_rectangles(svg, name)
    return svg or b""


def bibliography_of(project: Project, problems: Problems) -> bytes:
    """The bytes of references.bib."""
    data = committed(project.root, BIBLIOGRAPHY, problems, ALL_SOURCES)
    if data is not None and b"@" not in data:
        remedy = f"write '@report{{key, …}}', or get the file back: git checkout {BIBLIOGRAPHY}"
        problems.add(BIBLIOGRAPHY, 0, "holds no entry", remedy, ALL_SOURCES)
    return data or b""


def pages_of(project: Project, problems: Problems) -> tuple[Files, Collection[str]]:
    """The bytes of each page of docs/, and the files of the chapters: those in the navigation, and unlisted pages that
    state a range of notes."""
    chapters = chapters_in(project.nav, problems)
    files = {}
    for name, path in project.pages.items():
        facts = {NAV} if name in chapters else set()
        data = bytes_at(path, f"docs/{name}", problems, *facts)
        if data is not None:
            files[name] = data
    problems += missing_pages(project.nav, chapters, {*project.pages, *page_rules.MADE_PAGES})
    named = set(nav_items(project.nav))
    unnamed = files.keys() - project.unlisted - named if named else set()
    seeming = [name for name, data in sorted(files.items()) if b"\nnotes:" in data]
    problems += unnamed_pages(unnamed, seeming)
    return files, chapters + [name for name in seeming if name in unnamed or not chapters]


def institutions_of(project: Project, problems: Problems) -> Mapping[str, Institution]:
    """The institutions, so far as they can be read."""
    data = bytes_at(project.root / INSTITUTIONS, INSTITUTIONS, problems)
    if data is None:
        return {}
    return read_institutions(decoded(data, INSTITUTIONS, problems), problems)


def register_of(project: Project, current: int, problems: Problems) -> Register:
    """The register, so far as it can be read; `current` is the number of the edition."""
    data = committed(project.root, REGISTER, problems)
    if data is None:
        return Register()
    return read_register(decoded(data, REGISTER, problems), current, problems)


def redirects_of(project: Project, problems: Problems) -> Redirects:
    """The redirects, so far as they can be read."""
    data = committed(project.root, REDIRECTS, problems)
    if data is None:
        return Redirects({})
    return read_redirects(decoded(data, REDIRECTS, problems), problems)


# What was read, held to its rules


def read_edition(
    files: Files,
    chapters: Collection[str],
    bibliography: bytes,
    settings: Settings,
    problems: Problems,
) -> Edition:
    """Reads the edition from some files.

    `files`: the Markdown of docs/ by path; `chapters`: those that hold the article, in reading order;
    `bibliography`: the bytes of references.bib. Every mistake goes into `problems`.
    """
    pages = {f: read_page(data, f, f in chapters, problems) for f, data in sorted(files.items())}
    read = read_bibliography(bibliography, problems)
    edition = Edition(
        settings,
        tuple(numbered([pages[file] for file in chapters if file in pages])),
        tuple(page for file, page in pages.items() if file not in chapters),
        read.sources,
        entries=read.entries,
    )
    problems += judged(edition, EDITION_RULES)
    return edition if problems else with_words(edition)


def read_bibliography(data: bytes, problems: Problems) -> Bibliography:
    """What references.bib holds, each source held to its rules."""
    read = read_sources(decoded(data, BIBLIOGRAPHY, problems), problems)
    for source in read.sources:
        if source.key not in read.broken:
            problems += judged(source, SOURCE_RULES)
    for parent in read.parents:
        if parent.key not in read.broken:
            problems += judged(parent, source_rules.PARENT_RULES)
    return read


def bodies_are_known(library: Library) -> Iterator[Problem]:
    """A source's bodies are in the table of institutions, so that readers find it by each of their names."""
    known, facts = library.institutions.keys(), {INSTITUTIONS, ALL_KEYS}
    for source in library.edition.sources:
        for key in source.listed("body"):
            if key not in known:
                what = f"{source.key}: unknown body '{key}'"
                remedy = did_you_mean(key, known, f"add it to {INSTITUTIONS}")
                yield Problem(BIBLIOGRAPHY, source.line, what, remedy, rests_on=facts)


def settings_name_the_last_edition(library: Library) -> Iterator[Problem]:
    """Pages and citations name the last edition that was frozen, until the next one is."""
    if not library.is_freezing:
        yield from names_the_last(library.edition.settings, library.frozen)


SOURCE_RULES: tuple[Rule[Source], ...] = (*source_rules.RULES, *export_files.RULES)
EDITION_RULES: tuple[Rule[Edition], ...] = (
    *near_forms.RULES,
    *block_forms.RULES,
    *printed_forms.RULES,
    *typed_forms.RULES,
    *page_rules.RULES,
    *number_rules.RULES,
    *citation_rules.RULES,
    *reference_rules.RULES,
)
LOOK_RULES: tuple[Rule[Path], ...] = (templates_name_style_sheets, fonts_are_whole)
"""Rules for what stands in the folder of a project."""
LIBRARY_RULES: tuple[Rule[Library], ...] = (
    bodies_are_known,
    settings_name_the_last_edition,
    filled_headings_are_there,
    references.styles_are_usable,
)
