"""The page that lists the frozen editions, with what has changed since each."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from edition.keep.changes import Change, changes
from edition.keep.frozen_editions import EDITIONS_PAGE, FrozenEdition
from edition.library import Library
from edition.outputs import Page, Shown, Site


@dataclass(frozen=True)
class History:
    """A frozen edition, and what has changed since."""

    frozen: FrozenEdition
    changes: Sequence[Change]


@dataclass(frozen=True)
class Editions:
    """The address of the list, to which every page links."""

    address: str


def view(site: Site) -> Iterator[Page]:
    library = site.library
    head = asdict(library.edition.words.editions.head)
    yield Page(EDITIONS_PAGE, "editions.html", head, shown=tuple(histories(library)))


def histories(library: Library) -> Iterator[History]:
    """The frozen editions, the newest first; one that is about to be frozen is the newest."""
    settings = library.edition.settings
    if library.is_freezing:
        yield History(FrozenEdition(settings.number, settings.date, {}), ())
    for frozen in reversed(library.frozen):
        yield History(frozen, tuple(changes(library.edition, frozen)))


def on_page(page: Shown, site: Site) -> Editions:
    return Editions(site.pages[EDITIONS_PAGE].address)
