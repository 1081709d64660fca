"""Reads a project as it stands in its folder: mkdocs.yml, and which pages docs/ holds."""

import os
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from edition.problems import Problems
from edition.read.front_matter import committed, decoded
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
    unlisted: Set[str] = frozenset()
    """The pages that the navigation need not name."""
    is_freezing: bool = False
    """Whether the edition is about to be frozen: then it names no host, neither its own nor another."""


def read_project(root: Path, environment: Mapping[str, str], problems: Problems) -> Project | None:
    """The project in a folder, as MkDocs would build it in an environment; none where it has no settings."""
    settings = read_settings_file(root, environment, problems)
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
    )


def pages_below(docs: Path) -> Iterator[Path]:
    """The pages below a folder; what begins with a dot is none, as for MkDocs."""
    for folder, folders, files in os.walk(docs, followlinks=True):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".md") and not name.startswith("."):
                yield Path(folder, name)


def read_settings_file(
    root: Path, environment: Mapping[str, str] | None, problems: Problems
) -> Values:
    """The settings in mkdocs.yml; `!ENV` is read from the environment."""
    data = committed(root, SETTINGS, problems)
    if data is None:
        return {}
    try:
        values = yaml.load(decoded(data, SETTINGS, problems), loader_with(environment))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"cannot be read: {getattr(error, 'problem', None) or error}"
        problems.add(
            SETTINGS, mark.line + 1 if mark else 0, what, "mend the line, or the one above"
        )
        return {}
    return mapping(values)


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
