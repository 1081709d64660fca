"""What views make: pages and files, each at its address, from what the build is made from and what was made before.

A view is a module of `edition/views/` with a function `view`, which gives pages and files, or one `on_page`, which
gives a page what the view shows on it: a frozen record that templates find by the view's name. It may have both.
Views are made in the order in which they are listed; one that rests on what others make states a later `TURN`.
"""

import hashlib
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

from edition.library import Library
from edition.problems import Problem, did_you_mean
from edition.read.settings import SETTINGS

VIEWS = "overrides/hooks/edition/views"


@dataclass(frozen=True)
class Page:
    """A page that a view makes: its file as if in docs/, its template, its front matter, and the record for the
    template."""

    file: str
    template: str
    head: Mapping[str, str]
    """Its front matter: title, description, and what else its opening shows."""
    shown: object = None
    ids: tuple[str, ...] = ()
    """The ids that the template gives, to which pages may link."""

    @property
    def address(self) -> str:
        """Its address below the site's: `sources/`."""
        return f"{self.file.removesuffix('.md').removesuffix('index')}/".replace("//", "/")


@dataclass(frozen=True)
class File:
    """A file at an address below the site's. Files with the same `stamp` have one fingerprint of all their contents in
    their names, so that changed contents get new addresses; a file without a stamp keeps its address."""

    address: str
    content: str | bytes
    stamp: str = ""

    @property
    def data(self) -> bytes:
        return self.content.encode() if isinstance(self.content, str) else self.content


Output = Page | File | Problem
"""What a view makes; a problem stops the build."""


@dataclass(frozen=True)
class Shown:
    """A page as it is about to be shown: its file as in docs/, its address below the site's (the home page's is
    empty), and its title."""

    file: str
    address: str
    title: str

    @property
    def is_frozen(self) -> bool:
        """Whether it belongs to a frozen edition, whose pages have no data for scripts or translators."""
        return False

    def way_to(self, address: str) -> str:
        """The relative link from the page to an address below the site's."""
        return way(self.address, address)


@dataclass(frozen=True, eq=False)
class Site:
    """The input of views: the library, and what the views listed before have made."""

    library: Library
    written: Mapping[str, bytes] = field(default_factory=dict)
    """The typed files that are not pages: their bytes by address."""
    navigation: tuple[str, ...] = ()
    """The files of the pages that the navigation lists."""
    pages: Mapping[str, Page] = field(default_factory=dict)
    """By their files."""
    files: Mapping[str, File] = field(default_factory=dict)
    """By their addresses, without fingerprints."""
    problems: tuple[Problem, ...] = ()

    @property
    def addresses(self) -> frozenset[str]:
        """Every address of a page or a file; the home page's is `./`."""
        pages = {page.address or "./" for page in self.library.edition.pages}
        made = {page.address for page in self.pages.values()}
        return frozenset(pages | made | self.written.keys() | self.files.keys())

    @cached_property
    def stamped(self) -> Mapping[str, str]:
        """The addresses of stamped files with their fingerprints, by those without."""
        stamps: dict[str, list[File]] = {}
        for file in self.files.values():
            if file.stamp:
                stamps.setdefault(file.stamp, []).append(file)
        return {
            file.address: stamped_address(file, files)
            for files in stamps.values()
            for file in files
        }

    @property
    def published(self) -> Iterator[tuple[str, File]]:
        """Each file with the address at which it is published."""
        for address, file in self.files.items():
            yield self.stamped.get(address, address), file

    def content(self, address: str) -> bytes | None:
        """The bytes of the file at an address; None if there is none."""
        file = self.files.get(address)
        return file.data if file else self.written.get(address)

    def title_of(self, file: str) -> str:
        """The title of a page, by its file."""
        page, made = self.library.edition.page_of(file), self.pages.get(file)
        return page.title if page else made.head["title"] if made else ""

    def with_outputs(self, outputs: Iterable[Output]) -> "Site":
        """The site with further outputs."""
        made = list(outputs)
        files = {output.address: output for output in made if isinstance(output, File)}
        problems = [output for output in made if isinstance(output, Problem)]
        return replace(
            self,
            pages={**self.pages, **{page.file: page for page in made if isinstance(page, Page)}},
            files={**self.files, **files},
            problems=(*self.problems, *problems, *overwritten(files, self.written)),
        )


def overwritten(files: Iterable[str], written: Iterable[str]) -> Iterator[Problem]:
    """A view makes no file at the address of a typed one."""
    for address in sorted({*files} & {*written}):
        yield Problem(f"docs/{address}", 0, "the build makes this file", "give yours another name")


NEEDED = {"text.notes", "text.catalogue"}
"""The views that must be listed, since the text itself links to them."""


def faults_of_views(listed: Sequence[str], folder: Path) -> Iterator[Problem]:
    """Each view that mkdocs.yml lists is a file of edition/views/, and the needed ones are listed."""
    names = {
        ".".join(file.relative_to(folder).with_suffix("").parts)
        for file in folder.glob("*/[!_]*.py")
    }
    for name in listed:
        if name not in names:
            otherwise = f"take it out, or write {VIEWS}/{name.replace('.', '/')}.py"
            what = f"extra.views names '{name}', which is no view"
            yield Problem(SETTINGS, 0, what, did_you_mean(name, names, otherwise))
    for name in sorted({name for name in listed if listed.count(name) > 1}):
        yield Problem(SETTINGS, 0, f"extra.views names '{name}' twice", "delete one of the two")
    for name in sorted(NEEDED - {*listed}):
        yield Problem(
            SETTINGS, 0, f"extra.views lacks '{name}', to which the text itself leads", "list it"
        )


def views(library: Library) -> Iterator[tuple[str, ModuleType]]:
    """The views that are listed, by the names of their files."""
    for name in library.views:
        yield name.rpartition(".")[2], import_module(f"edition.views.{name}")


def site_of(site: Site) -> Site:
    """The site with all that its views make, in the order of their turns."""
    modules = (module for _, module in views(site.library))
    for module in sorted(modules, key=lambda module: getattr(module, "TURN", 0)):
        if make := getattr(module, "view", None):
            site = site.with_outputs(make(site))
    return site


class Nothing:
    """Stands for a view that is not listed or has nothing on a page: it and its attributes are false and empty."""

    def __getattr__(self, name: str) -> "Nothing":
        return self

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[object]:
        return iter(())


class Views(dict[str, object]):
    """The record of each view for a page, by the view's name."""

    def __getattr__(self, name: str) -> object:
        return self.get(name) or Nothing()


def shown_on(page: Shown, site: Site) -> Views:
    """The record of each listed view for a page."""
    makers = ((name, getattr(module, "on_page", None)) for name, module in views(site.library))
    return Views({name: make(page, site) for name, make in makers if make})


def stamped_address(file: File, files: Iterable[File]) -> str:
    """A file's address with the fingerprint of all files of its stamp in its name."""
    whole = b"".join(stamped.data for stamped in files if stamped.stamp == file.stamp)
    stem, dot, ending = file.address.rpartition(".")
    return f"{stem}.{hashlib.sha256(whole).hexdigest()[:8]}{dot}{ending}"


def way(here: str, address: str) -> str:
    """The relative link from a page to an address, both below the site's."""
    whole, mark, fragment = address.partition("#")
    relative = posixpath.relpath(f"/{whole}", f"/{here.rpartition('/')[0]}")
    return f"{relative}/{mark}{fragment}" if whole.endswith("/") else f"{relative}{mark}{fragment}"
