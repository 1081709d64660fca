"""What a built site publishes: its pages, the ids on them, its files; and what frozen editions hold.

An id is published where it names a part of a page's text: any in `main`, but those in `nav`, `form` and
`dialog`, of controls, and of `span`s, which serve scripts alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from edition.inspection.built_pages import BuiltPage, files_in, pages_in
from edition.keep.frozen_editions import FrozenEdition
from edition.keep.manifest import EDITIONS

IDS = (
    "//main//*[@id][not(@data-moved)]"
    "[not(ancestor-or-self::nav or ancestor-or-self::form or ancestor-or-self::dialog)]"
    "[not(self::span or self::button or self::input or self::select or self::textarea or self::output)]/@id"
)
MOVED_IDS = "//main//*[@data-moved]/@id"
UNLISTED = re.compile(r"assets/.*|404\.html|favicon\.ico|sitemap\.xml(\.gz)?")
"""Files that nobody links to: their names change with what they hold, or hosts and search engines ask for them."""
FROZEN = re.compile(r"editions/[0-9]{4}-[0-9]{2}-[0-9]{2}/")
"""Pages of frozen editions are published without their ids: each edition's checksums hold these."""
NUMBERED = re.compile(r"p[1-9][0-9]*[a-z]?|fn(ref)?:.+")
"""The ids of paragraphs, notes and marks: the same never stands on two pages."""


@dataclass(frozen=True)
class Published:
    """What a built site publishes: the ids of each page, in order; the addresses that redirect; and the other files."""

    ids: Mapping[str, tuple[str, ...]]
    moved: frozenset[str]
    files: frozenset[str]

    @cached_property
    def real(self) -> frozenset[str]:
        """Every address with content of its own, so none that only redirects."""
        with_ids = {f"{page}#{fragment}" for page, ids in self.ids.items() for fragment in ids}
        return self.files | with_ids | self.ids.keys()

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """The real addresses by their form without capitals."""
        return {address.casefold(): address for address in self.real}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address that must never vanish, redirects included."""
        own = {a for a in self.real if not ("#" in a and FROZEN.match(a))}
        return self.moved | own

    @cached_property
    def pages_by_id(self) -> Mapping[str, tuple[str, ...]]:
        """The pages that have an id, by the id; frozen editions aside."""
        by_fragment: dict[str, list[str]] = {}
        for page, ids in self.ids.items():
            for fragment in dict.fromkeys(ids) if not FROZEN.match(page) else ():
                by_fragment.setdefault(fragment, []).append(page)
        return {fragment: tuple(pages) for fragment, pages in by_fragment.items()}

    def doubled(self) -> Iterator[tuple[str, str]]:
        """Each address of an id that stands more than once where it should not, and where."""
        for page, ids in self.ids.items():
            for fragment, count in Counter(ids).items():
                if count > 1:
                    yield f"{page}#{fragment}", f"stands {count} times on its page"
        for fragment, pages in self.pages_by_id.items():
            if NUMBERED.fullmatch(fragment):
                for page in pages[1:]:
                    yield f"{page}#{fragment}", f"stands on '{pages[0]}' as well"


def published(folder: Path, take: Callable[[BuiltPage], None] = lambda page: None) -> Published:
    """What a built site in a folder publishes; `take` gets each page as well, so that each is parsed once."""
    return published_by(files_in(folder), lambda file: (folder / file).read_bytes(), take)


def published_by(
    files: Sequence[str],
    read: Callable[[str], bytes],
    take: Callable[[BuiltPage], None] = lambda page: None,
) -> Published:
    """What some files of a built site publish; `read` gives a file's bytes by its path."""
    ids: dict[str, tuple[str, ...]] = {}
    moved: set[str] = set()
    for page in pages_in(files, read):
        take(page)
        if not is_page(page.file):
            continue
        if page.tree.xpath("//main[@data-moved]"):
            moved.add(page.address)
        else:
            ids[page.address] = tuple(map(str, page.tree.xpath(IDS)))
        moved.update(
            f"{page.address}#{fragment}" for fragment in map(str, page.tree.xpath(MOVED_IDS))
        )
    other_files = (file for file in files if not is_page(file) and not UNLISTED.fullmatch(file))
    return Published(ids, frozenset(moved), frozenset(other_files))


def is_page(file: str) -> bool:
    return file.rpartition("/")[2] == "index.html"


@dataclass(frozen=True)
class Frozen:
    """A frozen edition: its number, its folder, and the addresses of its pages and ids."""

    number: int
    folder: str
    addresses: frozenset[str]


def shown_by(edition: FrozenEdition) -> Frozen:
    """The addresses of a frozen edition's pages and ids, with its number and folder."""
    site = published_by(sorted(edition.files), edition.files.__getitem__)
    return Frozen(edition.number, f"{EDITIONS}/{edition.date}", site.real - site.files)
