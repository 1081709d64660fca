"""What a link shows of its target, and what readers are told where an address names no target."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.contents.addressed_texts import addressed, text_address, text_file
from edition.contents.link_targets import link_targets, previews
from edition.outputs import File, Shown, Site

NAME = "places"


@dataclass(frozen=True)
class Previews:
    """The address of the names and the first words of all that links may lead to."""

    texts: str


def view(site: Site) -> Iterator[File]:
    edition = addressed(site.library.edition)
    tables = {
        "places": list(link_targets(edition)),
        "previews": previews(edition, edition.chapters),
    }
    yield text_file(NAME, tables)


def on_page(page: Shown, site: Site) -> Previews:
    return Previews(site.stamped[text_address(NAME)])
