"""axe-core finds nothing on any page, in light and dark, wide and narrow (WCAG 2.2 A and AA, and best practice).

Nor does the browser: no error, nothing that a policy stops, no request elsewhere.
"""

from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, Route, expect

from axe import VIEWS, look, violations, violations_in_all_views
from panel import press, said
from searching import DIALOG, button, search

PAGES = ("", "digital-gaps/", "cooperation-value/", "foundations/", "challenges/", "roadmap/",
         "sources/", "about/", "briefing/", "editions/", "404.html")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing(tab: Page, address: str, page: str) -> None:
    tab.goto(address + page)
    assert violations_in_all_views(tab) == {}


class State(NamedTuple):
    """What a reader can bring a page to: how, and the part of the page that is another then, or all of it."""

    reached: Callable[[Page, str], object]
    part: str = ""


def in_panel(page: str, place: str) -> Callable[[Page, str], None]:
    def reached(tab: Page, address: str) -> None:
        tab.goto(address + page)
        tab.locator(place).first.click()
        press(tab, "Copy link")
        said(tab, "Copied: the link")

    return reached


def searched(words: str) -> Callable[[Page, str], None]:
    def reached(tab: Page, address: str) -> None:
        tab.goto(address + "digital-gaps/")
        button(tab).click()
        search(tab, words)

    return reached


def previewed(tab: Page, address: str) -> None:
    tab.goto(address + "digital-gaps/")
    tab.locator("[id='fnref:10'] a").focus()
    tab.keyboard.press("Tab")
    expect(tab.locator(".note-card")).to_be_visible()


def lost(tab: Page, address: str) -> None:
    tab.goto(address + "roadmap/#p99")
    expect(tab.locator(".arrival-word")).to_be_visible()


def listed(tab: Page, address: str) -> None:
    tab.goto(address + "digital-gaps/")
    tab.locator("details.referrers summary").first.press("Enter")
    expect(tab.get_by_role("link", name="para. 25 (Roadmap)").first).to_be_visible()


def briefed(kept: str, sent: str) -> Callable[[Page, str], None]:
    def reached(tab: Page, address: str) -> None:
        tab.goto(f"{address}404.html")
        tab.evaluate("(ids) => localStorage.setItem('briefing', ids)", kept)
        tab.goto(f"{address}briefing/{sent}")
        expect(tab.locator(".briefing-list > li").first).to_be_visible()

    return reached


STATES = {
    "the panel of a paragraph": State(in_panel("digital-gaps/", "#p6 .paragraph-number")),
    "the panel of a heading": State(in_panel("roadmap/", "#notes a"), ".copy-panel"),
    "a search with results": State(searched("CEPAL"), DIALOG),
    "a search without": State(searched("zyzzyva"), DIALOG),
    "a preview": State(previewed, ".note-card"),
    "a wrong fragment": State(lost, ".arrival"),
    "where a section is referred to": State(listed, "details.referrers"),
    "a briefing of one's own": State(briefed("p24,p1,p99", "")),
    "a briefing that was sent": State(briefed("p3", "#p1,p77")),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(tab: Page, address: str, state: str) -> None:
    """Each view is reached anew: some states end where the window changes its size."""
    found = {}
    for view in VIEWS:
        look(tab, view)
        STATES[state].reached(tab, address)
        found[view] = violations(tab, STATES[state].part)
    assert not any(found.values()), found


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
