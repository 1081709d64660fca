"""A chapter that holds everything, in a browser: wide and narrow, light and dark, by pointer and by key."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

import everything
from axe import violations_in_all_views
from conftest import Once
from server import serving
from tabs import Tabs, until


@pytest.fixture(scope="module")
def address(once: Once) -> Iterator[str]:
    with serving(once("everything", everything.site) / "site") as base:
        yield base


@pytest.fixture
def tab(tabs: Tabs, address: str) -> Iterator[Page]:
    with tabs.visiting(address) as opened:
        opened.goto(f"{address}cranes/")
        yield opened


@pytest.fixture
def phone(tabs: Tabs, address: str) -> Iterator[Page]:
    with tabs.visiting(address, 390) as opened:
        opened.goto(f"{address}cranes/")
        yield opened


def top(part: Locator) -> float:
    return float(part.evaluate("part => part.getBoundingClientRect().top"))


GROUND = """part => {
    const before = getComputedStyle(part, "::before");
    return [parseFloat(before.height), before.backgroundColor !== "rgba(0, 0, 0, 0)"];
}"""


def test_axe_finds_nothing(tab: Page) -> None:
    assert violations_in_all_views(tab) == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_paragraph_that_is_linked_to_is_marked_with_what_belongs_to_it(
    tab: Page, address: str, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(f"{address}cranes/#p2")
    whole = tab.locator(".paragraph").first.evaluate("part => part.offsetHeight")
    height, is_seen = tab.locator("#p2").evaluate(GROUND)
    assert is_seen and height >= whole


@pytest.mark.parametrize("note", ["4", "5", "6", "7", "8"])
def test_a_margin_note_stands_beside_its_mark_in_a_list_a_table_a_quotation(
    tab: Page, note: str
) -> None:
    beside, mark = (
        tab.locator(f".margin-note[data-note='{note}']"),
        tab.locator(f"[id='fnref:{note}']"),
    )
    expect(beside).to_be_visible()
    below = top(beside) - top(mark)
    assert -12 < below < 90, below


def test_a_mark_in_a_list_leads_to_its_margin_note_and_back(tab: Page) -> None:
    tab.locator("[id='fnref:5'] a").click()
    expect(tab.locator(".margin-note[data-note='5']")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator("[id='fnref:5'] a")).to_be_focused()


def test_a_card_holds_a_note_with_its_paragraphs_and_links(phone: Page) -> None:
    phone.locator("[id='fnref:4'] a").click()
    card = phone.locator(".note-card")
    expect(card.locator(".note-paragraph")).to_have_count(2)
    expect(card.locator("em").first).to_have_text("Maps of Harbours")
    expect(card.get_by_role("link", name="a cause")).to_be_visible()
    card.get_by_role("button", name="Close").click()
    expect(phone.locator("[id='fnref:4'] a")).to_be_focused()


@pytest.mark.parametrize("note", ["6", "7", "8"])
def test_a_card_stands_below_a_mark_in_a_list_a_table_a_quotation(
    tabs: Tabs, address: str, note: str
) -> None:
    with tabs.visiting(address, 1000) as tab:
        tab.goto(f"{address}cranes/")
        mark = tab.locator(f"[id='fnref:{note}'] a")
        mark.focus()
        expect(tab.locator(".note-card")).to_be_visible()
        assert abs(top(tab.locator(".note-card")) - top(mark)) < 300


def test_a_wide_table_scrolls_within_itself_by_the_keyboard(phone: Page) -> None:
    frame = phone.get_by_role("group", name="Table")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert frame.evaluate("part => part.scrollWidth > part.clientWidth")
    frame.focus()
    phone.keyboard.press("ArrowRight")
    until(phone, lambda: bool(frame.evaluate("part => part.scrollLeft")))


def test_words_of_a_list_can_be_linked_to(tab: Page) -> None:
    tab.evaluate("""() => {
        const item = document.querySelector(".paragraph li li");
        getSelection().selectAllChildren(item);
    }""")
    expect(tab.locator(".passage-link button")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_kept_page_shows_it_without_scrolling_sideways(
    tabs: Tabs, address: str, width: int
) -> None:
    with tabs.visiting(address, width) as tab:
        tab.goto(f"{address}editions/2026-11-24/cranes/#p2")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(tab.locator(".paragraph").first).to_be_visible()
