"""Reading: each kind of page at each width; notes beside their marks; the menu; note cards by pointer, key, touch."""

import pytest

from engines.webdriver import Firefox, Window

WIDTHS = (1280, 1000, 390)
NARROW = (1000, 390)
"""Widths without a margin for notes."""
CHAPTER = "digital-gaps/"
PAGES = (
    "",
    CHAPTER,
    "roadmap/",
    "sources/",
    "sources/cepal-2018-monitoreo/",
    "briefing/#p3,p25",
    "about/",
    "editions/",
    "editions/2026-11-25/digital-gaps/",
    "404.html",
)
CARD = ".note-card"
MARK = "[id='fnref:3'] a"
RELATION = "#p6 .relations a"
# How far each margin note stands below its mark; and whether it stands beside the text, clear of the note before it.
BESIDE = """
return [...document.querySelectorAll(".margin-note")].map((note, at, notes) => {
    const mark = document.getElementById(`fnref:${note.dataset.note}`).getBoundingClientRect();
    const box = note.getBoundingClientRect();
    const before = notes[at - 1]?.getBoundingClientRect().bottom ?? 0;
    const text = document.getElementById("p2").getBoundingClientRect().right;
    return [box.top - mark.top, box.top - before, box.left - text];
});
"""


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(window: Window, width: int) -> None:
    window.resize(width)
    for page in PAGES:
        window.go(page)
        window.sees("h1, .frozen-title")
        assert window.run("return document.documentElement.scrollWidth") <= width, page


def test_notes_stand_in_the_margin_beside_their_marks(window: Window) -> None:
    window.go(CHAPTER)
    window.find(".margin-note", "Monitoreo eLAC2018")
    rows = window.run(BESIDE)
    assert len(rows) == 8
    for below, clear, aside in rows:
        assert aside > 0 and clear >= 0
        assert abs(below) < 12 or clear < 30, "neither beside its mark nor under the note before it"


@pytest.mark.parametrize("width", NARROW)
def test_the_menu_leads_to_another_page(window: Window, width: int) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.click("button", "Menu")
    window.sees("#navigation a", "Sources")
    window.click("#navigation a", "Sources")
    window.arrives("/sources/")
    window.misses("#navigation a")


@pytest.mark.parametrize("width", NARROW)
def test_the_menu_leads_to_a_heading_and_is_gone(window: Window, width: int) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.click("button", "Menu")
    window.click("#navigation a", "The digital divide")
    window.misses("#navigation a")
    window.sees("#digital-divide")


@pytest.mark.parametrize("width", NARROW)
def test_by_keyboard_the_menu_opens_and_escape_gives_the_focus_back(
    window: Window, width: int
) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.focus("button", "Menu")
    window.press("Enter", "Tab")
    window.focuses("#navigation a, #navigation button")
    window.press("Escape")
    window.misses("#navigation a")
    window.focuses("[aria-label=Menu]")


# Cards


def test_pointing_at_a_mark_shows_its_note_as_long_as_it_is_pointed_at(window: Window) -> None:
    window.resize(1000)
    window.go(CHAPTER)
    window.point(MARK)
    window.sees(CARD, "Monitoreo de la Agenda Digital")
    window.point(CARD)
    window.sees(CARD)
    window.point_aside()
    window.misses(CARD)


@pytest.mark.parametrize("width", NARROW)
def test_a_click_on_a_mark_shows_its_note_and_close_takes_it_away(
    window: Window, width: int
) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.click(MARK)
    window.sees(CARD, "Monitoreo de la Agenda Digital")
    window.click(f"{CARD} button", "Close")
    window.misses(CARD)


@pytest.mark.parametrize("width", NARROW)
def test_enter_goes_into_the_card_and_escape_back_to_the_mark(window: Window, width: int) -> None:
    at_the_card(window, width)
    window.press("Escape")
    window.misses(CARD)
    window.focuses(MARK)


def at_the_card(window: Window, width: int) -> None:
    """Comes to the card of note 3 by keyboard alone."""
    window.resize(width)
    window.go(CHAPTER)
    window.focus("#p3 .paragraph-number")
    window.press("Tab")
    window.focuses(MARK)
    window.sees(CARD)
    window.press("Enter")
    window.focuses(f"{CARD} a")


@pytest.mark.parametrize("width", NARROW)
def test_tab_leaves_the_card_for_the_text_after_the_mark(window: Window, width: int) -> None:
    at_the_card(window, width)
    for _ in range(6):
        window.press("Tab")
        if not window.look_for(CARD) or window.run(
            f"return !document.activeElement.closest('{CARD}')"
        ):
            break
    window.focuses("[id='fnref:4'] a")


@pytest.mark.parametrize("width", NARROW)
def test_the_card_leads_to_the_list_and_the_list_back(window: Window, width: int) -> None:
    at_the_card(window, width)
    window.click(f"{CARD} a", "Note 3 in the list")
    window.arrives("#fn:3")
    window.misses(CARD)
    window.sees("[id='fn:3']")
    window.click("[id='fn:3'] .note-back")
    window.arrives("#fnref:3")
    window.sees(MARK)


@pytest.mark.parametrize("width", WIDTHS)
def test_focus_on_a_link_to_a_paragraph_shows_it_and_enter_follows_it(
    window: Window, width: int
) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.focus("[id='fnref:10'] a")
    window.press("Tab")
    window.focuses(RELATION)
    window.sees(CARD, "ICT infrastructure")
    window.press("Enter")
    window.arrives("/roadmap/#p25")
    window.sees("#p25")


def test_a_tap_shows_a_note_and_a_tap_outside_takes_it_away(firefox: Firefox) -> None:
    firefox.resize(390)
    firefox.go(CHAPTER)
    firefox.tap(MARK)
    firefox.sees(CARD, "Monitoreo de la Agenda Digital")
    firefox.tap("#p3 .paragraph-number")
    firefox.misses(CARD)
