"""What leads on from addresses that moved, on hosts without rules of their own.

A page at the old address of each page that moved, with copies of its files beside it; and on the page where an id was,
an element with this id that links to its new address. The former id of what moved within its page stands in it.
`moved.js` goes to the new address at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.contents.stubs import TEMPLATE, Part, Stub, name_of
from edition.library import Library
from edition.outputs import File, Page, Shown, Site, way

TURN = 2
"""After all others, since nothing that another view makes is replaced."""


@dataclass(frozen=True)
class Moved:
    """What moved from a page to others; and what moved within it: the old ids by the id that they moved to."""

    parts: Sequence[Part]
    old_ids: Mapping[str, Sequence[str]]
    leads_on: bool


def view(site: Site) -> Iterator[Page | File]:
    """A page or a file at each old address that is free, whatever its capitals: some hosts ignore them."""
    taken = {address.casefold() for address in site.addresses}
    for address in site.library.redirects.pages:
        if address.casefold() not in taken:
            yield page_at(address, site.library)
    for address in site.library.register:
        content = site.content(site.library.redirects.end(address))
        if address.casefold() not in taken and content is not None:
            yield File(address, content)


def page_at(address: str, library: Library) -> Page:
    """The page at an old address, in a folder of its own, so that none is taken for an index page."""
    name = name_of(library.edition, library.redirects.end(address))
    words = library.edition.words.leading
    head = {
        "title": words.moved_title.format(name=name),
        "description": words.moved_description.format(name=name),
    }
    return Page(f"{address}index.md", TEMPLATE, head, stub(address, library))


def stub(here: str, library: Library) -> Stub:
    """What the page at an old address shows: its new address, and that of each id that it ever had."""
    redirects = library.redirects
    had = [a.partition("#")[2] for a in library.register.ids.get(here, ())]
    ids = {fragment: redirects.end(f"{here}#{fragment}") for fragment in had}
    end = redirects.end(here)
    return Stub(
        heading=library.edition.words.leading.moved_heading,
        address=seen_from(here, end),
        page=end.partition("#")[0].removeprefix("./"),
        name=name_of(library.edition, end),
        parts=tuple(parts(ids | dict(redirects.moved_ids(here)), here, library)),
    )


def on_page(page: Shown, site: Site) -> Moved:
    """A page at an old address shows all of this itself."""
    redirects, here = site.library.redirects, page.address or "./"
    if here in redirects.by_source and page.file in site.pages:
        return Moved((), {}, leads_on=False)
    ids = dict(redirects.moved_ids(here))
    moved = [part for part in parts(ids, here, site.library) if not part.address.startswith("#")]
    return Moved(moved, redirects.moved_within(here), leads_on=bool(ids))


def parts(ids: Mapping[str, str], here: str, library: Library) -> Iterator[Part]:
    """Ids that moved, each with the address at which it ends, as the page `here` shows them."""
    for fragment, end in ids.items():
        yield Part(fragment, seen_from(here, end), name_of(library.edition, end))


def seen_from(here: str, address: str) -> str:
    """An address as a link on the page `here` has it."""
    page, mark, fragment = address.partition("#")
    return f"#{fragment}" if mark and page == here else way(here, address)
