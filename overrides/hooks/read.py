"""Reads references.bib and docs/ into the model of the edition, which every later hook is a view of.

Runs first: a mistake in what people wrote stops the build here, before MkDocs reads the same files.
"""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files, InclusionLevel, get_files

from edition.citeproc import csl_items, format_references
from edition.front_matter import decoded
from edition.model import Edition, Settings
from edition.pages import read_page
from edition.problems import Problems
from edition.reading import read_edition
from edition.rules import BIBLIOGRAPHY
from edition.source_rules import check_source, in_calendar
from edition.sources import read_sources

log = logging.getLogger("mkdocs.hooks.read")
CACHE = ".cache/references"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the model into `config.edition`, the formatted references into `config.references`, and for
    exports the text of references.bib into `config.bibliography`, its CSL items into `config.csl_items`."""
    root, problems = Path(config.config_file_path).parent, Problems()
    settings = read_settings(config, problems)
    edition, text = read_all(root, config, settings, problems)
    stop_at(problems)
    config["edition"] = edition
    config["references"] = format_references(edition, text, root / CACHE)
    config["bibliography"] = text
    config["csl_items"] = csl_items(text, root / CACHE)
    return config


def read_all(
    root: Path, config: MkDocsConfig, settings: Settings, problems: Problems
) -> tuple[Edition, str]:
    """The edition and the text of its bibliography; where a part is missing, the others are read by themselves."""
    bibliography = read_bibliography(root, config, problems)
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
    text = decoded(bibliography, BIBLIOGRAPHY, problems)
    sources, broken = read_sources(text, BIBLIOGRAPHY, problems)
    for source in sources:
        if source.key not in broken:
            check_source(source, text, BIBLIOGRAPHY, problems)


@event_priority(-100)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Last, when views have added their pages: what nav names beside the chapters must exist as well."""
    problems = Problems()
    for file in nav_items(config.nav):
        if file.endswith(".md") and file not in files.src_uris:
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


def read_bibliography(root: Path, config: MkDocsConfig, problems: Problems) -> bytes:
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
        try:
            found[name] = path.read_bytes() if path.is_file() else b""
        except OSError as error:
            mend = "mend the file's permissions, or delete it"
            problems.add(f"docs/{name}", 0, f"cannot be read: {error.strerror}", mend)
        if not path.is_file():
            del found[name]
            mend = "mend the link, or delete it"
            problems.add(f"docs/{name}", 0, "no file, but a link that leads nowhere", mend)
        elif (
            name not in named
            and isinstance(config.nav, list)
            and file.inclusion is not InclusionLevel.NOT_IN_NAV
        ):
            what = "nav does not name this page"
            problems.add(f"docs/{name}", 0, what, f"add it to nav in {SETTINGS}, or delete it")
    return found


def read_settings(config: MkDocsConfig, problems: Problems) -> Settings:
    """The edition's own settings, from mkdocs.yml."""
    edition, known = config.extra.get("edition") or {}, [*FORMS, *ADDRESSES]
    if not isinstance(edition, dict):
        mend = f"write {', '.join(FORMS)} in lines of their own below it"
        problems.add(SETTINGS, 0, f"extra.edition is '{edition}'", mend)
        edition, known = {}, [*ADDRESSES]
    values = {name: "" if (v := edition.get(name)) is None else str(v) for name in FORMS}
    values["report_url"] = str(config.extra.get("report_url") or "")
    values["site_url"] = str(config.site_url or "")
    values["site_name"] = str(config.site_name or "")
    for name in known:
        form, mend = {**FORMS, **ADDRESSES}[name]
        if not (re.fullmatch(form, values[name]) and (name != "date" or in_calendar(values[name]))):
            problems.add(SETTINGS, 0, f"{PLACES[name]} is '{values[name]}'", mend)
    return Settings(
        title=values["site_name"],
        subtitle=values["subtitle"],
        site_url=values["site_url"],
        number=int(values["number"]) if re.fullmatch(FORMS["number"][0], values["number"]) else 0,
        date=values["date"],
        report_url=values["report_url"],
    )


SETTINGS = "mkdocs.yml"
FORMS = {
    "number": (r"[1-9][0-9]*", "write the number of the edition, such as 1"),
    "date": (
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}",
        'write the day of the edition: "2026-11-24"',
    ),
    "subtitle": (r".+", "write the article's subtitle"),
}
ADDRESSES = {
    "site_url": (
        r"https?://[^\s/\"'<>][^\s\"'<>]*/",
        "write an http(s) address that ends in '/', without quotes; SITE_URL overrides it",
    ),
    "report_url": (
        r"|(https?://|mailto:)[^\s\"'<>]+",
        "write an http(s) or mailto address, without quotes, or leave it empty",
    ),
    "site_name": (
        r"[^\"'<>]*[^\"'<>\s][^\"'<>]*",
        "write a title with typographic quotation marks, if any, and without '<' and '>'",
    ),
}
"""The form of each setting, and how to mend it."""
PLACES = {name: f"extra.edition.{name}" for name in FORMS} | {
    "site_url": "site_url",
    "report_url": "extra.report_url",
    "site_name": "site_name",
}


def chapters_in(nav: object, files: Mapping[str, bytes], problems: Problems) -> list[str]:
    """The chapters of the article: the pages of the navigation's first section, in its order.

    None where nav or one of the pages is unusable: then nothing can be said of the article as a whole.
    """
    first = nav[0] if isinstance(nav, list) and nav else None
    section = next(iter(first.values()), None) if isinstance(first, dict) else None
    if not isinstance(section, list) or not section:
        mend = "let its first entry be the section that lists the chapters"
        problems.add(SETTINGS, 0, "nav does not begin with the article", mend)
        return []
    chapters = list(nav_items(section))
    missing = [file for file in chapters if file not in files]
    for file in missing:
        if f"docs/{file}" not in {problem.file for problem in problems}:
            problems.add(SETTINGS, 0, f"nav names '{file}', which docs/ lacks", "add the page")
    for file in sorted({file for file in chapters if chapters.count(file) > 1}):
        problems.add(SETTINGS, 0, f"nav names the chapter '{file}' twice", "delete one of the two")
    return [] if missing else list(dict.fromkeys(chapters))


def nav_items(nav: object) -> Iterator[str]:
    """All pages and addresses that a navigation names, in its order, whatever its sections."""
    if isinstance(nav, list):
        for item in nav:
            yield from nav_items(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from nav_items(item)
    elif nav is not None:
        yield str(nav)
