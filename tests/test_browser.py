"""What only a browser knows: note cards by pointer, key and touch; search; no request elsewhere; no error."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tabs import Tabs, rested

CHAPTER = "digital-gaps/"


@pytest.fixture
def tab(tabs: Tabs, address: str) -> Iterator[Page]:
    """A tab too narrow for notes in the margin."""
    with tabs.visiting(address, 900) as opened:
        yield opened


@pytest.fixture
def foiled(tabs: Tabs, address: str) -> Iterator[Page]:
    """A tab in which the test itself sees to it that something fails."""
    with tabs.visiting(address, may_fail=True) as opened:
        yield opened


@pytest.mark.parametrize(
    "page", ["", CHAPTER, "sources/", "about/", "briefing/#p3,p12", "editions/"]
)
def test_the_first_tab_stop_skips_to_the_text(tab: Page, address: str, page: str) -> None:
    tab.goto(address + page)
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("link", name="Skip to the text")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.closest('main') !== null")


def unstyled(route: Route) -> None:
    """A page without its style: the text has no other hash than the policy, so browsers pass over it."""
    page = route.fetch()
    route.fulfill(response=page, body=page.text().replace("<style>", "<style>/* */", 1))


@pytest.mark.parametrize("width", [390, 1280])
def test_without_its_style_sheet_a_page_stands_whole_and_in_order(
    foiled: Page, address: str, width: int
) -> None:
    foiled.set_viewport_size({"width": width, "height": 900})
    foiled.route(address + CHAPTER, unstyled)
    foiled.goto(address + CHAPTER)
    words = foiled.locator("body").inner_text()
    order = [
        "Skip to the text",
        "Lou Xiangfei, 2019 · restated",
        "Introduction",
        "Chapter 1",
        "2 In its report",
        "3 First",
    ]
    assert sorted(order, key=words.index) == order
    head = words[: words.index("Chapter 1")]
    assert head.count("Building China–Latin America Digital Silk Road") == 1
    expect(foiled.get_by_role("navigation", name="Pages of the edition")).to_be_visible()
    expect(foiled.locator(".margin-note").first).to_be_hidden()
    assert foiled.locator("main input:visible, header input:visible").count() == 0


@pytest.mark.parametrize("width", [390, 900, 1280])
def test_a_blank_stands_between_number_and_words_of_a_copied_paragraph(
    tab: Page, address: str, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address + CHAPTER)
    tab.locator("#p3").evaluate("paragraph => getSelection().selectAllChildren(paragraph)")
    assert str(tab.evaluate("`${getSelection()}`")).startswith("3 First, Latin American")


def test_pointing_at_a_mark_shows_its_note(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.locator("[id='fnref:3'] a").hover()
    card = tab.locator(".note-card")
    expect(card).to_contain_text("Monitoreo de la Agenda Digital")
    expect(card).to_contain_text("pp. 27–29")
    card.hover()
    rested(tab)
    expect(card).to_be_visible()
    tab.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_a_card_opens_on_keyboard_focus_and_escape_closes_it(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.locator("#p3 .paragraph-number").focus()
    tab.keyboard.press("Tab")
    card = tab.locator(".note-card")
    expect(card).to_be_visible()
    expect(tab.locator("[id='fnref:3'] a")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(tab.locator("[id='fnref:3'] a")).to_be_focused()


def test_enter_moves_into_the_card_and_close_moves_back(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.locator("#p3 .paragraph-number").focus()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".note-card .source-title")).to_be_focused()
    tab.get_by_role("button", name="Close").press("Enter")
    expect(tab.locator(".note-card")).to_be_hidden()
    expect(tab.locator("[id='fnref:3'] a")).to_be_focused()


def enter_card(tab: Page, address: str, width: int) -> None:
    """Opens the card of note 5 by keyboard, which is then inside it."""
    tab.set_viewport_size({"width": width, "height": 844})
    tab.goto(address + CHAPTER)
    tab.locator("[id='fnref:5'] a").press("Enter")
    expect(tab.locator(".note-card :focus")).to_have_count(1)


@pytest.mark.parametrize("width", [1000, 390])
def test_tab_goes_on_from_the_card_to_what_follows_the_mark(
    tab: Page, address: str, width: int
) -> None:
    enter_card(tab, address, width)
    tab.get_by_role("button", name="Close").focus()
    tab.keyboard.press("Tab")
    expect(tab.locator("[id='fnref:6'] a")).to_be_focused()
    expect(tab.get_by_role("group", name="Note 5")).to_be_hidden()


@pytest.mark.parametrize("width", [1000, 390])
def test_shift_and_tab_go_back_from_the_card_to_the_mark(
    tab: Page, address: str, width: int
) -> None:
    enter_card(tab, address, width)
    tab.keyboard.press("Shift+Tab")
    expect(tab.locator("[id='fnref:5'] a")).to_be_focused()
    expect(tab.locator(".note-card")).to_be_hidden()


@pytest.mark.parametrize("event", [{"detail": 1, "pointerType": ""}, {"detail": 0}])
def test_the_focus_enters_the_card_however_a_browser_tells_of_enter(
    tab: Page, address: str, event: dict[str, object]
) -> None:
    tab.set_viewport_size({"width": 900, "height": 900})
    tab.goto(address + CHAPTER)
    mark = tab.locator("[id='fnref:3'] a")
    mark.focus()
    mark.dispatch_event("click", event)
    expect(tab.locator(".note-card .source-title")).to_be_focused()


@pytest.mark.parametrize("wait", [30, 60])
def test_a_slow_pointer_gets_from_the_mark_into_its_card(
    tab: Page, address: str, wait: int
) -> None:
    tab.set_viewport_size({"width": 900, "height": 900})
    tab.goto(address + CHAPTER)
    tab.locator("[id='fnref:3'] a").hover()
    card = tab.locator(".note-card")
    expect(card).to_be_visible()
    mark, box = tab.locator("[id='fnref:3'] a").bounding_box(), card.bounding_box()
    assert mark and box
    for y in range(int(mark["y"] + 4), int(box["y"] + 12)):
        tab.mouse.move(mark["x"] + 3, y)
        tab.wait_for_timeout(wait)  # the pace of the hand
    expect(card).to_be_visible()


def test_a_turned_phone_has_the_card_in_view_beside_its_mark(tab: Page, address: str) -> None:
    enter_card(tab, address, 390)
    for width, height in ((844, 390), (390, 844)):
        tab.set_viewport_size({"width": width, "height": height})
        expect(tab.locator(".note-card")).to_be_in_viewport(ratio=1)
        expect(tab.locator("[id='fnref:5'] a")).to_be_in_viewport()


def test_on_a_wide_screen_the_card_makes_room_for_the_margin(tab: Page, address: str) -> None:
    enter_card(tab, address, 1000)
    tab.set_viewport_size({"width": 1280, "height": 900})
    expect(tab.locator(".note-card")).to_be_hidden()
    expect(tab.locator("[id='fnref:5'] a")).to_be_focused()


def test_where_the_margin_goes_the_focus_goes_back_to_the_mark(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(address + CHAPTER)
    expect(tab.locator(".margin-note").first).to_be_visible()  # once its script has come
    tab.locator("[id='fnref:5'] a").press("Enter")
    expect(tab.locator(".margin-note:focus")).to_have_count(1)
    tab.set_viewport_size({"width": 800, "height": 900})
    expect(tab.locator("[id='fnref:5'] a")).to_be_focused()


def test_where_the_drawer_becomes_a_column_the_focus_stays_in_it(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1219, "height": 900})
    tab.goto(address + CHAPTER)
    tab.get_by_role("button", name="Menu").press("Enter")
    tab.set_viewport_size({"width": 1220, "height": 900})
    expect(tab.locator(".navigation a:focus")).to_have_count(1)


@pytest.mark.parametrize("opener", ["[id='fnref:5'] a", "#p6 .paragraph-number", ".menu-button"])
def test_on_the_way_back_nothing_is_open(tab: Page, address: str, opener: str) -> None:
    tab.set_viewport_size({"width": 1000, "height": 900})
    tab.goto(address + CHAPTER)
    tab.locator(opener).press("Enter")
    expect(tab.locator("html[data-open]")).to_have_count(1)
    tab.evaluate("location.assign('../about/')")
    expect(tab).to_have_url(address + "about/")
    tab.go_back()
    expect(tab.locator("#p6")).to_be_visible()
    expect(tab.locator("html[data-open]")).to_have_count(0)
    expect(tab.locator(".note-card, .copy-panel, .navigation").filter(visible=True)).to_have_count(
        0
    )


def test_a_selection_across_paragraphs_leaves_the_margin_out(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1280, "height": 900})
    tab.goto(address + CHAPTER)
    tab.evaluate("""getSelection().setBaseAndExtent(
        document.querySelector("#p3"), 0, document.querySelector("#p5"), 3)""")
    tab.keyboard.press("ControlOrMeta+c")
    text = tab.evaluate("navigator.clipboard.readText()")
    assert "First, Latin American" in text and "Third" in text and "Monitoreo" not in text
    tab.locator(".margin-note .note-text").first.dblclick(position={"x": 8, "y": 8})
    tab.keyboard.press("ControlOrMeta+c")
    assert tab.evaluate("navigator.clipboard.readText()") == "CEPAL"


def test_escape_inside_the_card_goes_back_to_the_mark(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.locator("#p3 .paragraph-number").focus()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    expect(tab.locator(".note-card")).to_be_hidden()
    expect(tab.locator("[id='fnref:3'] a")).to_be_focused()


def test_a_tap_opens_a_card_and_a_tap_outside_closes_it(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800, has_touch=True, is_mobile=True) as tab:
        tab.goto(address + CHAPTER)
        tab.locator("[id='fnref:3'] a").tap()
        card = tab.locator(".note-card")
        expect(card).to_be_visible()
        assert "#fn" not in tab.url
        tab.locator("#p3").tap(position={"x": 5, "y": 5})
        expect(card).to_be_hidden()


def test_without_javascript_a_mark_leads_to_its_note_and_back(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800, java_script_enabled=False) as tab:
        tab.goto(address + CHAPTER)
        tab.locator("[id='fnref:6'] a").click()
        assert tab.url.endswith("#fn:6")
        expect(tab.locator("[id='fn:6']")).to_be_in_viewport()
        tab.get_by_role("link", name="↑ para. 4, back to note 6").click()
        assert tab.url.endswith("#fnref:6")
