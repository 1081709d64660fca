"""Taking along: the panel and its copies, the link to a passage, the briefing."""

import pytest

from engines.test_reading import CHAPTER, WIDTHS
from engines.webdriver import Firefox, Window
from project import SITE

PANEL = ".copy-panel"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
SELECTED = "return getSelection().toString()"
ORDER = (
    """[...document.querySelectorAll(".briefing-list > li")].map((one) => one.dataset.id).join()"""
)
SELECT = """
const words = [...document.querySelector("#p6").childNodes].find((node) => node.data?.includes(arguments[0]));
const at = words.data.indexOf(arguments[0]);
getSelection().setBaseAndExtent(words, at, words, at + arguments[0].length);
words.parentElement.scrollIntoView({ block: "center" });
"""


def at_panel(window: Window, place: str, page: str = CHAPTER) -> None:
    """Opens a panel by keyboard."""
    window.go(page)
    window.focus(place)
    window.press("Enter")
    window.sees(f"{PANEL} button", "Copy link")
    window.focuses("[name=link]")


def copies(window: Window, button: str, said: str) -> str:
    """What the clipboard holds after a button was pressed; without leave to write there, what is selected."""
    window.click(f"{PANEL} button", button)
    window.until(lambda: state(window), "anything said")
    if state(window) == "Selected, to be copied by hand":
        return str(window.run(SELECTED)) or str(window.run("return document.activeElement.value"))
    assert state(window) == f"Copied: {said}"
    return window.clipboard()


def state(window: Window) -> str:
    return str(window.run("return document.querySelector('.panel-state').textContent"))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("#p6 .paragraph-number", "Paragraph 6"),
        ("#digital-divide .heading-link", "The digital divide"),
        (".cite-chapter", "Digital gaps"),
    ],
)
def test_a_panel_opens_escape_closes_it_and_focus_returns(
    window: Window, width: int, place: str, name: str
) -> None:
    window.resize(width)
    at_panel(window, place)
    window.sees(PANEL, name)
    window.press("Escape")
    window.misses(PANEL)
    window.focuses(place)


@pytest.mark.parametrize(
    ("button", "said", "words"),
    [
        ("Copy link", "the link", f"{SITE}{CHAPTER}#p6"),
        ("Copy citation", "the citation as plain text", "“Digital gaps,” para. 6"),
        ("Copy with sources", "the citation with its sources", "Note 8, p. 58: CEPAL."),
    ],
)
def test_what_is_copied_is_in_the_clipboard(
    window: Window, button: str, said: str, words: str
) -> None:
    at_panel(window, "#p6 .paragraph-number")
    assert words in copies(window, button, said)


@pytest.mark.parametrize(
    ("form", "words"), [("Markdown", "*Building China"), ("BibTeX", "@incollection{lou-2019")]
)
def test_a_citation_is_shown_and_copied_in_the_chosen_form(
    window: Window, form: str, words: str
) -> None:
    at_panel(window, "#p6 .paragraph-number")
    window.click(f"{PANEL} label", form)
    window.find(".panel-text", words)
    assert words in copies(window, "Copy citation", f"the citation as {form}")


def test_without_a_clipboard_the_text_is_selected(window: Window) -> None:
    window.go(CHAPTER)
    window.run(NO_CLIPBOARD)
    window.focus("#p6 .paragraph-number")
    window.press("Enter")
    window.click(f"{PANEL} button", "Copy citation")
    window.sees(".panel-state", "Selected, to be copied by hand")
    assert "para. 6" in window.run(SELECTED)


def test_tab_leaves_the_panel_closed(window: Window) -> None:
    at_panel(window, "#p6 .paragraph-number")
    for _ in range(20):
        window.press("Tab")
        if not window.look_for(PANEL):
            break
    window.misses(PANEL)
    window.until_run("document.activeElement !== document.body", "a place of the focus")


def test_back_from_where_a_panel_led_shows_the_place_with_nothing_open(window: Window) -> None:
    at_panel(window, "#p6 .paragraph-number")
    window.click(f"{PANEL} .panel-sources a")
    window.arrives("/sources/cepal-2016-revolucion/")
    window.send("Back")
    window.arrives("/digital-gaps/#p6")
    window.sees("#p6")
    window.misses(PANEL)
    window.send("Forward")
    window.arrives("/sources/cepal-2016-revolucion/")


def test_a_tap_opens_the_panel_and_copies(firefox: Firefox) -> None:
    firefox.resize(390)
    firefox.go(CHAPTER)
    firefox.tap("#p6 .paragraph-number")
    firefox.sees(PANEL, "Paragraph 6")
    firefox.tap(f"{PANEL} button", "Copy link")
    firefox.sees(".panel-state", "Copied: the link")


def test_a_selection_offers_the_link_to_its_words(window: Window) -> None:
    window.go(CHAPTER)
    window.run(SELECT, "narrow the digital divide")
    window.sees(".passage-link button")
    window.click(".passage-link button")
    window.sees(".passage-link", "Copied: the link to this passage")
    link = f"{SITE}{CHAPTER}#p6:~:text=narrow%20the%20digital%20divide"
    assert window.clipboard() == link


# The briefing


def test_a_paragraph_is_added_in_its_panel_and_stands_in_the_briefing(window: Window) -> None:
    at_panel(window, "#p6 .paragraph-number")
    window.click(f"{PANEL} button", "Add to briefing")
    window.click(f"{PANEL} a", "In the briefing (1)")
    window.arrives("/briefing/")
    window.find(".briefing-list li", "narrow the digital divide")


@pytest.mark.parametrize("width", WIDTHS)
def test_paragraphs_are_added_moved_removed_and_brought_back(window: Window, width: int) -> None:
    window.resize(width)
    at_briefing(window, "3, 12, 25")
    window.click("button", "Move down para. 3")
    has(window, "p12,p3,p25")
    window.press("Enter")
    has(window, "p12,p25,p3")
    window.click("button", "Remove para. 25")
    window.until_run("document.activeElement.textContent === 'Undo'")
    window.press("Enter")
    has(window, "p12,p25,p3")


def at_briefing(window: Window, numbers: str) -> None:
    window.go("briefing/")
    window.focus("#briefing-number")
    window.type(numbers)
    window.press("Enter")
    has(window, ",".join(f"p{number}" for number in numbers.split(", ")))


def has(window: Window, ids: str) -> None:
    window.until_run(f"{ORDER} === '{ids}'", f"in the briefing: {ids}")


def test_what_was_sent_is_shown_and_kept(window: Window) -> None:
    window.go("briefing/#p25,p3")
    has(window, "p25,p3")
    window.click("button", "Keep it as mine")
    window.sees(".briefing-told", "Kept as yours")
    window.go("briefing/")
    has(window, "p25,p3")


def test_the_address_of_a_briefing_is_copied(window: Window) -> None:
    at_briefing(window, "25, 3")
    window.click("button", "Copy address")
    window.sees(".briefing-told", "Copied: the address of this briefing")
    assert window.clipboard() == f"{SITE}briefing/#p25,p3"


def test_enter_that_ends_a_composition_adds_nothing(firefox: Firefox) -> None:
    firefox.go("briefing/")
    firefox.focus("#briefing-number")
    firefox.compose("3")
    has(firefox, "")
    firefox.press("Enter")
    has(firefox, "p3")
