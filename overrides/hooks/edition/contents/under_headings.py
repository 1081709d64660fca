"""What stands under headings that have no text of their own."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from xml.etree.ElementTree import Element

from edition.cite.export_files import OF_LIST
from edition.contents import about_sections, home_sections
from edition.keep.frozen_editions import SCHEMA
from edition.library import Library
from edition.model import Heading, Page
from edition.outputs import way
from edition.problems import Problem

FILLED = {
    about_sections.FILE: tuple(about_sections.SECTIONS),
    home_sections.FILE: home_sections.HEADINGS,
}
"""The ids of the headings under which something stands, by page."""
SHORT_ADDRESSES, BRIEFING = "p/", "briefing/"


def under_headings(page: Page, here: str, library: Library) -> Mapping[str, Sequence[Element]]:
    """What stands on a page under each heading, by the heading's id; `here` is the page's address."""
    if page.file == about_sections.FILE:
        way_to, is_kept = partial(way, here), library.has("editions")
        about = about_sections.About(library.edition, library.references, way_to, is_kept)
        return about_sections.sections(about)
    if page.file == home_sections.FILE:
        return home_sections.sections(library.edition, offers(library))
    return {}


def filled_headings_are_there(library: Library) -> Iterator[Problem]:
    """A page has each heading under which something is to stand."""
    for page in library.edition.pages:
        known = {block.id for block in page.blocks if isinstance(block, Heading)}
        for heading_id in FILLED.get(page.file, ()):
            if heading_id not in known:
                what = f"no heading has the id '{heading_id}'"
                remedy = f"add '## … {{ #{heading_id} }}'"
                yield Problem(page.path, 0, what, remedy, rests_on={page.path})


def offers(library: Library) -> home_sections.Offers:
    """What the site has beside its pages, as far as the views that make it are listed."""
    return home_sections.Offers(
        SHORT_ADDRESSES if library.has("short_addresses") else "",
        BRIEFING if library.has("briefing") else "",
        OF_LIST if library.has("downloads") else "",
        SCHEMA if library.has("text_and_data") else "",
        library.has("panel"),
        library.has("how_to_cite"),
    )
