"""What a build is made from, read once: everything that views draw on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from markupsafe import Markup

from edition.cite.references import References, format_references
from edition.keep.address_tables import Register
from edition.keep.frozen_editions import FrozenEdition
from edition.keep.redirects import Redirects
from edition.look.bundles import Bundles
from edition.model import Edition
from edition.model.languages import ForeignNames
from edition.problems import Problems
from edition.read.institutions import Institution
from edition.read.typed_entries import BIBLIOGRAPHY
from edition.write.html import Html

CACHE = ".cache/references"
Fill = Callable[..., Markup]
"""Fills a template, by its name, with values, by theirs."""


def no_templates(template: str, **values: object) -> Markup:
    """Stands for a template engine where there is none. Raises LookupError at every call."""
    raise LookupError(f"nothing here fills templates, such as {template}")


@dataclass(frozen=True, eq=False)
class Library:
    """The edition with its references, its tables, its frozen editions and the names of its views."""

    edition: Edition
    institutions: Mapping[str, Institution]
    foreign_names: ForeignNames
    """What sources and institutions are called in other languages than the edition's."""
    html: Html
    """How text is written on pages, so that each of these names says its language."""
    register: Register
    redirects: Redirects
    frozen: tuple[FrozenEdition, ...]
    """The oldest first."""
    views: tuple[str, ...]
    """The views by their names, in the order in which mkdocs.yml lists them."""
    root: Path
    """The folder of the project."""
    is_freezing: bool = False
    """Whether the edition is about to be frozen: then it names no host, neither its own nor another."""
    bundles: Bundles | None = None
    """Our scripts and style sheets, joined; none where nothing of them is asked for."""
    icon: bytes = b""
    """The icon, as SVG."""
    references: References = field(default_factory=lambda: References({}, {}))
    """The formatted references: none, until they are asked of pandoc."""
    fill: Fill = no_templates
    """How templates are filled: the core knows no language of templates."""

    def with_references(self, problems: Problems) -> "Library":
        """The library with its references formatted; it is a problem if pandoc fails."""
        try:
            made = format_references(self.edition, self.root / CACHE)
        except ChildProcessError as error:
            problems.add(BIBLIOGRAPHY, 0, f"cannot be formatted: {error}", "mend what pandoc names")
            return self
        return replace(self, references=made)

    def has(self, view: str) -> bool:
        """Whether a view is listed, by the name of its file."""
        return view in {name.rpartition(".")[2] for name in self.views}
