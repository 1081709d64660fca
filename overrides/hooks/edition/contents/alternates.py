"""The files that hold a page, or what it shows, in other formats."""

from collections.abc import Iterable
from dataclasses import dataclass

from edition.cite.formats import Format
from edition.outputs import Shown


@dataclass(frozen=True)
class Alternate:
    """A file: its media type, what it is called, and its address as seen from the page."""

    type: str
    title: str
    address: str


def alternates(page: Shown, files: Iterable[tuple[str, Format, str]]) -> list[Alternate]:
    """Files as a page names them: the address below the site's, the format, and the title."""
    return [Alternate(form.media_type, title, page.way_to(file)) for file, form, title in files]
