"""Reads a project as it stands in its folder: mkdocs.yml, and which pages docs/ holds."""

import os
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from edition.problems import Problems
from edition.read.front_matter import as_json, committed, decoded
from edition.read.settings import SETTINGS

Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Project:
    """The input of an edition: the folder of its project, its settings and its pages."""

    root: Path
    pages: Mapping[str, Path]
    """The pages of docs/, by their paths in it."""
    nav: object
    extra: Values
    site_name: str | None
    site_url: str | None
    """Where the site stands, in MkDocs' own setting."""
    texts: Values
    """What pages say of themselves, by the names of the settings."""
    language: str
    """The language of the edition (BCP 47)."""
    icon: str
    """The icon's file, below overrides/."""
    bib_file: str
    """The bibliography, as it is named to mkdocs-bibtex."""
    typed: str = ""
    """mkdocs.yml, as it was typed."""
    unlisted: Set[str] = frozenset()
    """The pages that the navigation need not name."""
    is_freezing: bool = False
    """Whether the edition is about to be frozen: then it names no host, neither its own nor another."""


def read_project(root: Path, environment: Mapping[str, str], problems: Problems) -> Project | None:
    """The project in a folder, as MkDocs would build it in an environment; none where it has no settings."""
    typed = settings_text(root, problems)
    settings = read_values(typed, environment, problems)
    if not settings:
        return None
    theme = settings.get("theme")
    return Project(
        root=root,
        pages={
            file.relative_to(root / "docs").as_posix(): file for file in pages_below(root / "docs")
        },
        nav=settings.get("nav"),
        extra=mapping(settings.get("extra")),
        site_name=settings.get("site_name"),
        site_url=settings.get("site_url"),
        texts=settings,
        language=str(mapping(theme).get("language", "en")),
        icon=str(mapping(theme).get("favicon", "")),
        bib_file=str(plugin(settings.get("plugins"), "bibtex").get("bib_file", "")),
        typed=typed,
    )


def settings_text(root: Path, problems: Problems) -> str:
    """The text of mkdocs.yml in a folder; empty where it cannot be read."""
    data = committed(root, SETTINGS, problems)
    return decoded(data, SETTINGS, problems) if data else ""


def pages_below(docs: Path) -> Iterator[Path]:
    """The pages below a folder; what begins with a dot is none, as for MkDocs."""
    for folder, folders, files in os.walk(docs, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith("."):
                yield Path(folder, name)


def read_values(text: str, environment: Mapping[str, str] | None, problems: Problems) -> Values:
    """The settings in the text of mkdocs.yml; `!ENV` is read from the environment."""
    try:
        return mapping(yaml.load(text, loader_with(environment)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"cannot be read: {getattr(error, 'problem', None) or error}"
        line = mark.line + 1 if mark else 0
        problems.add(SETTINGS, line, what, mended(text.split("\n")[line - 1], what))
        return {}


def mended(line: str, what: str) -> str:
    """What to do about a line that YAML cannot read, by what it says: its value is put in double quotes, where it has
    one and begins as far in as it should."""
    if line.startswith("\t"):
        return "write blanks for the tab at its start"
    if "block mapping start" in what:
        return "begin it as far in as the line above"
    named = re.fullmatch(r"\s*((?:- )?[\w-]+): +(.*?)\s*", line)
    is_quoted = named and re.fullmatch(r"\"[^\"]*\"|'[^']*'|[\[{>|!].*", named[2])
    if not named or is_quoted:
        return "mend the line, or the one above"
    return f"put it in double quotes: '{named[1]}: {as_json(named[2])}'"


def loader_with(environment: Mapping[str, str] | None) -> type[yaml.SafeLoader]:
    """A YAML loader that knows the tag `!ENV`; other tags of MkDocs are read as None."""

    class Loader(yaml.SafeLoader):
        pass

    def from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
        """The first of some variables that is set; else the last value, where there are several."""
        if environment is None:
            return None
        if isinstance(node, yaml.SequenceNode):
            *names, default = loader.construct_sequence(node)
        else:
            names, default = [node.value], None
        text = next((environment[name] for name in names if name in environment), None)
        return default if text is None else yaml.safe_load(text)

    Loader.add_constructor("!ENV", from_environment)
    Loader.add_constructor(None, lambda loader, node: None)
    return Loader


def mapping(value: object) -> Values:
    return value if isinstance(value, dict) else {}


def plugin(plugins: object, name: str) -> Values:
    """The settings of a plugin, which may stand in a list or by its name."""
    listed = plugins if isinstance(plugins, list) else [plugins]
    return next((mapping(mapping(entry)[name]) for entry in listed if name in mapping(entry)), {})
