"""How each page is cited, in its own text."""

from collections.abc import Sequence
from dataclasses import dataclass

from edition.cite.restated import ways_to_cite
from edition.model import Page
from edition.model.inline import Content
from edition.outputs import Shown, Site

OWN = "how-to-cite"
"""The id of the heading under which a page says in its own text how it is cited."""


@dataclass(frozen=True)
class HowToCite:
    citations: Sequence[tuple[str, Content]]
    """Labels and citations, the widest first."""
    is_in_text: bool
    """Whether the page says so in its own text."""


def on_page(page: Shown, site: Site) -> HowToCite:
    """A page that a view made, such as a source's, is cited by its title, as any that holds no paragraph."""
    own = site.library.edition.page_of(page.file) or Page(page.file, {"title": page.title})
    citations = tuple(ways_to_cite(site.library.edition, own, page.way_to))
    return HowToCite(citations, any(heading.id == OWN for heading in own.headings))
