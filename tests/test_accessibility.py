"""axe-core finds nothing on any page, in light and dark, wide and narrow (WCAG 2.2 A and AA, and best practice)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Route

PAGES = ("", "digital-gaps/", "cooperation-value/", "foundations/", "challenges/", "roadmap/",
         "sources/", "about/", "briefing/", "editions/", "404.html")  # fmt: skip
OPTIONS = {"rules": {"target-size": {"enabled": True}}}
"""Targets of 24 px (WCAG 2.5.8) are off in axe-core's own settings."""
VIEWS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]


@pytest.fixture(params=VIEWS, ids=lambda view: f"{view[0]}-{view[1]}", scope="module")
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    scheme, width = request.param
    opened = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    yield opened
    opened.close()


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(context: BrowserContext, address: str, page: str) -> None:
    tab = context.new_page()
    tab.goto(address + page)
    found = Axe().run(tab, options=OPTIONS).response["violations"]
    told = [f"{v['id']}: {v['help']}: {v['nodes'][0]['html']}" for v in found]
    tab.close()
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page_of_any_source(
    chromium: Browser, address: str, site: Path, scheme: Literal["light", "dark"]
) -> None:
    tab = chromium.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    told: dict[str, list[str]] = {}
    for page in source_pages(site):
        tab.goto(address + page)
        found = Axe().run(tab, options=OPTIONS).response["violations"]
        told[page] = [v["id"] + v["nodes"][0]["html"] for v in found]
    tab.close()
    assert told and not any(told.values()), told


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_short_address(
    chromium: Browser, address: str, site: Path, scheme: Literal["light", "dark"]
) -> None:
    tab = chromium.new_page(color_scheme=scheme, viewport={"width": 390, "height": 800})
    tab.route("**/p/*/", stay)
    told: dict[str, list[str]] = {}
    for page in short_addresses(site):
        tab.goto(address + page)
        found = Axe().run(tab, options=OPTIONS).response
        assert tab.url == address + page and found["passes"]
        told[page] = [v["id"] + v["nodes"][0]["html"] for v in found["violations"]]
    tab.close()
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
