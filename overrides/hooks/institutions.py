"""Reads the table of institutions' names, and holds every 'body' of references.bib to it."""

import logging
from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority

from edition.contents.records import foreign_names
from edition.model import Edition
from edition.problems import Problems, did_you_mean
from edition.read.front_matter import decoded, unreadable
from edition.read.institutions import Institution, read_institutions
from edition.write.html import Html, spoken

log = logging.getLogger("mkdocs.hooks.institutions")
TABLE = "data/institutions.csv"


@event_priority(90)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Right after the model: puts the institutions, by key, into `config.institutions`, and what they and the
    sources are called in other languages than the edition's into `config.foreign_names`; `config.html` writes text on
    pages so that each of these says its language."""
    problems = Problems()
    found = table(Path(config.docs_dir) / TABLE, problems)
    if found:
        check_bodies(config["edition"], set(found), problems)
    for line in problems.report():
        log.error(line)
    if problems:
        raise PluginError(f"{len(problems)} mistake(s), listed above. Nothing was built.")
    config["institutions"] = found
    names = foreign_names(config["edition"].sources, found, config["edition"].words)
    config["foreign_names"] = names
    config["html"] = Html(text=spoken(names))
    return config


def table(file: Path, problems: Problems) -> Mapping[str, Institution]:
    """The institutions, so far as they can be read."""
    name = f"docs/{TABLE}"
    if fault := unreadable(file):
        problems.add(name, 0, *fault)
        return {}
    return read_institutions(decoded(file.read_bytes(), name, problems), name, problems)


def check_bodies(edition: Edition, known: set[str], problems: Problems) -> None:
    """A source's bodies stand in the table, so that it is found by each of their names."""
    for source in edition.sources:
        for key in source.listed("body"):
            if key not in known:
                mend = did_you_mean(key, known, f"add it to docs/{TABLE}")
                problems.add(
                    "references.bib", source.line, f"{source.key}: unknown body '{key}'", mend
                )
