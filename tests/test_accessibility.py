"""axe-core finds nothing on any page, in light and dark, wide and narrow (WCAG 2.2 A and AA, and best practice).

Nor does the browser: no error, nothing that a policy stops, no request elsewhere.
"""

from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from axe import VIEWS, look, violations

PAGES = ("", "digital-gaps/", "cooperation-value/", "foundations/", "challenges/", "roadmap/",
         "sources/", "about/", "briefing/", "editions/", "404.html")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(tab: Page, address: str, page: str) -> None:
    tab.goto(address + page)
    told = {}
    for view in VIEWS:
        look(tab, view)
        told[view] = violations(tab)
    assert not any(told.values()), told


def test_axe_finds_nothing_on_the_page_of_any_source(tab: Page, address: str, site: Path) -> None:
    """Each once: they are alike, so that the four views take turns."""
    told = {}
    for page, view in zip(sorted(source_pages(site)), cycle(VIEWS), strict=False):
        look(tab, view)
        tab.goto(address + page)
        told[page] = violations(tab)
    assert told and not any(told.values()), told


def test_axe_finds_nothing_at_any_short_address(tab: Page, address: str, site: Path) -> None:
    told = {}
    tab.route("**/p/*/", stay)
    for page, view in zip(sorted(short_addresses(site)), cycle(VIEWS), strict=False):
        look(tab, view)
        tab.goto(address + page)
        told[page] = violations(tab)
        assert tab.url == address + page
    assert told and not any(told.values()), told


def stay(route: Route) -> None:
    """Serves a page without its refresh, so that there is time to look at it."""
    page = route.fetch()
    assert 'http-equiv="refresh"' in page.text()
    route.fulfill(response=page, body=page.text().replace('http-equiv="refresh"', 'name="gone"'))


def short_addresses(site: Path) -> set[str]:
    """The addresses of the pages that lead to a paragraph."""
    return {f"p/{folder.name}/" for folder in (site / "p").iterdir()}


def source_pages(site: Path) -> set[str]:
    """The addresses of the pages of single sources."""
    return {f"sources/{folder.name}/" for folder in (site / "sources").iterdir() if folder.is_dir()}


def test_every_page_is_tested(site: Path) -> None:
    """Frozen editions aside: test_frozen_pages.py tests one when it is frozen, and then it never changes."""
    frozen = set(site.glob("editions/*/**/*.html"))
    built = {file.relative_to(site).as_posix() for file in set(site.rglob("*.html")) - frozen}
    tested = {*PAGES, *source_pages(site), *short_addresses(site)}
    assert built == {page if page.endswith(".html") else f"{page}index.html" for page in tested}
