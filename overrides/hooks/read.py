"""Reads references.bib and docs/ into the model of the edition, which every later hook is a view of.

Runs first: a mistake in what people wrote stops the build here, before MkDocs reads the same files.
"""

import logging
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from edition.citeproc import format_references
from edition.model import Settings
from edition.problems import Problems
from edition.reading import read_edition
from edition.rules import BIBLIOGRAPHY

log = logging.getLogger("mkdocs.hooks.read")
CACHE = ".cache/references"


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Puts the model into `config.edition` and the formatted references into `config.references`."""
    root, docs = Path(config.config_file_path).parent, Path(config.docs_dir)
    files = {file.relative_to(docs).as_posix(): file.read_bytes() for file in docs.rglob("*.md")}
    problems = Problems()
    bibliography = read_bibliography(root, config, problems)
    chapters, settings = chapters_in(config.nav, problems), read_settings(config, problems)
    stop_at(problems)
    edition = read_edition(files, chapters, bibliography, settings, problems)
    stop_at(problems)
    text = bibliography.decode("utf-8-sig")
    config["edition"] = edition
    config["references"] = format_references(edition, text, root / CACHE)
    return config


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
    return (root / BIBLIOGRAPHY).read_bytes()


def read_settings(config: MkDocsConfig, problems: Problems) -> Settings:
    """The edition's own settings, from mkdocs.yml."""
    edition = config.extra.get("edition") or {}
    values = {name: str(edition.get(name) or "") for name in FORMS}
    values["report_url"] = str(config.extra.get("report_url") or "")
    values["site_url"] = str(config.site_url or "")
    for name, (form, mend) in {**FORMS, **ADDRESSES}.items():
        if not re.fullmatch(form, values[name]):
            problems.add(SETTINGS, 0, f"{PLACES[name]} is '{values[name]}'", mend)
    return Settings(
        title=config.site_name,
        subtitle=values["subtitle"],
        site_url=values["site_url"],
        number=int(values["number"]) if values["number"].isdigit() else 0,
        date=values["date"],
        report_url=values["report_url"],
    )


SETTINGS = "mkdocs.yml"
FORMS = {
    "number": (r"[1-9]\d*", "write the number of the edition, such as 1"),
    "date": (
        r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
        'write the day of the edition: "2026-11-24"',
    ),
    "subtitle": (r".+", "write the article's subtitle"),
}
ADDRESSES = {
    "site_url": (
        r"https?://\S+/",
        "write an http(s) address that ends in '/'; SITE_URL overrides it",
    ),
    "report_url": (
        r"|(https?://|mailto:)\S+",
        "write an http(s) or mailto address, or leave it empty",
    ),
}
"""The form of each setting, and how to mend it."""
PLACES = {name: f"extra.edition.{name}" for name in FORMS} | {
    "site_url": "site_url",
    "report_url": "extra.report_url",
}


def chapters_in(nav: object, problems: Problems) -> list[str]:
    """The chapters of the article: the pages of the navigation's first section, in its order."""
    first = nav[0] if isinstance(nav, list) and nav else None
    section = next(iter(first.values())) if isinstance(first, dict) else None
    if not isinstance(section, list):
        mend = "let its first entry be the section that lists the chapters"
        problems.add(SETTINGS, 0, "nav does not begin with the article", mend)
        return []
    return [str(next(iter(e.values())) if isinstance(e, dict) else e) for e in section]
