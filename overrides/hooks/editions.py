"""Holds the frozen editions to their checksums, and makes the page that lists them, with what changed since.

`FREEZING=1` in the environment is for `make edition` alone: the edition being made is not the last frozen one yet.
"""

import logging
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage

from edition.keep.changes import Change, changes, corrected
from edition.keep.frozen_editions import EDITIONS_PAGE, FrozenEdition, check_settings, read_editions
from edition.model import Edition
from edition.problems import Problems
from edition.read.front_matter import front_matter

log = logging.getLogger("mkdocs.hooks.editions")


@event_priority(90)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Right after the model: puts the frozen editions into `config.editions`, and tells the model what changed."""
    edition: Edition = config["edition"]
    problems, freezing = Problems(), bool(os.environ.get("FREEZING"))
    frozen = read_editions(Path(config.docs_dir) / "editions", problems)
    if not (problems or freezing):
        check_settings(edition.settings, frozen, problems)
    for line in problems.report():
        log.error(line)
    if problems:
        raise PluginError(f"{len(problems)} mistake(s), listed above. Nothing was built.")
    config["editions"] = frozen
    if frozen and not freezing:
        config["edition"] = replace(edition, corrected=corrected(edition, frozen[-1]))
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the page."""
    head = asdict(config["edition"].words.editions.head)
    text, outside = front_matter(**head, template="editions.html"), InclusionLevel.NOT_IN_NAV
    files.append(File.generated(config, EDITIONS_PAGE, content=text, inclusion=outside))
    return files


@dataclass(frozen=True)
class History:
    """A frozen edition, and what has changed since."""

    frozen: FrozenEdition
    changes: tuple[Change, ...]


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    if page.file.src_uri == EDITIONS_PAGE:
        context["histories"] = tuple(histories(config["edition"], config["editions"]))
    return context


def histories(edition: Edition, frozen: tuple[FrozenEdition, ...]) -> Iterator[History]:
    """The frozen editions, the newest first."""
    for one in reversed(frozen):
        yield History(one, tuple(changes(edition, one)))
