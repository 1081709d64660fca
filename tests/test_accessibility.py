"""axe-core finds nothing on any page, in light and dark, wide and narrow (WCAG 2.2 A and AA, and best practice).

Nor does the browser: no error, nothing that a policy stops, no request elsewhere.
"""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from test_browser import with_faults

PAGES = ("", "digital-gaps/", "cooperation-value/", "foundations/", "challenges/", "roadmap/",
         "sources/", "about/", "briefing/", "editions/", "404.html")  # fmt: skip
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
"""Targets of 24 px (WCAG 2.5.8) are off in axe-core's own settings."""
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
AXE = Axe()


@pytest.fixture(scope="module")
def watched(chromium: Browser, address: str) -> Iterator[tuple[Page, list[str]]]:
    opened, faults = chromium.new_page(), list[str]()
    with_faults(opened, address, faults)
    yield opened, faults
    opened.close()


@pytest.fixture
def tab(watched: tuple[Page, list[str]]) -> Iterator[Page]:
    """A tab in which what a policy stops, any other error or a request elsewhere fails the test, on every page."""
    opened, faults = watched
    faults.clear()
    yield opened
    assert faults == []


def look(tab: Page, view: tuple[str, int]) -> None:
    """Shows a tab in light or dark, at a width."""
    scheme, width = view
    tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    tab.set_viewport_size({"width": width, "height": 900})


def violations(tab: Page) -> list[str]:
    """What axe-core finds on a page as it stands; a page is given axe-core once."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE.axe_script)
    found = tab.evaluate("(options) => axe.run(document, options)", OPTIONS)
    assert found["passes"], "axe-core found nothing to look at"
    return [f"{v['id']}: {v['help']}: {v['nodes'][0]['html']}" for v in found["violations"]]


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
    tab.unroute("**/p/*/")
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
