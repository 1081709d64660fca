"""Finding: the search by button and key, what it shows, where it leads, and Back; the filters of the sources."""

import pytest

from engines.test_reading import CHAPTER, WIDTHS
from engines.webdriver import Firefox, Window

DIALOG = "dialog[aria-label=Search]"
FIELD = f"{DIALOG} input"
RESULT = f"{DIALOG} .result"
STATE = f"{DIALOG} [role=status]"
STILL_THERE = "location.pathname === '/digital-gaps/'"
SHOWN = "document.querySelectorAll('.entry:not([hidden])').length"
IN_VIEW = f"""
return [...document.querySelectorAll("{RESULT}")].filter((result) => {{
    const box = result.getBoundingClientRect();
    return result.contains(document.elementFromPoint(box.x + 5, box.y + box.height / 2));
}}).length;
"""
COMPOSED = """
const field = document.activeElement;
const key = (init) => field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));
key({ key: "Enter", keyCode: 229, isComposing: arguments[0] });
key({ key: "ArrowDown", keyCode: 229, isComposing: arguments[0] });
"""
"""Keys that belong to what is being composed; Safari says so by their code alone, after the composition has ended."""


def searched(window: Window, words: str) -> None:
    window.press("/")
    window.focuses(FIELD)
    window.type(words)
    window.sees(RESULT)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_button_opens_it_and_results_are_in_view(window: Window, width: int) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.click("button", "Search")
    window.focuses(FIELD)
    window.type("china")
    window.find(STATE, "results")
    window.until(lambda: window.run(IN_VIEW) >= 3, "three results in view")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_key_opens_the_search_and_escape_gives_the_focus_back(
    window: Window, width: int
) -> None:
    window.resize(width)
    window.go(CHAPTER)
    window.focus("#p3 .paragraph-number")
    searched(window, "cable")
    window.press("Escape")
    window.misses(DIALOG)
    window.focuses("#p3 .paragraph-number")


@pytest.mark.parametrize(
    "words", ["larocca", "LAROCCA nicolás", "白皮书", "LC/TS.2018/29", "22,800"]
)
def test_whatever_the_letters_something_is_found(window: Window, words: str) -> None:
    window.go("")
    searched(window, words)
    window.find(STATE, "result")


def test_that_nothing_is_found_is_said(window: Window) -> None:
    window.go("")
    window.press("/")
    window.focuses(FIELD)
    window.type("zyzzyva")
    window.find(STATE, "No results")


def test_arrows_and_enter_follow_a_result_and_back_brings_the_search_again(window: Window) -> None:
    window.go(CHAPTER)
    searched(window, "Bachelet")
    window.press("ArrowDown", "ArrowUp", "ArrowDown", "Enter")
    window.until_run("!document.querySelector('dialog[open]')", "the search closed")
    window.until_run("location.pathname !== '/digital-gaps/'", "at a result")
    window.send("Back")
    window.sees(RESULT)
    window.until_run(f"document.querySelector('{FIELD}').value === 'Bachelet'")


def test_an_address_with_words_opens_the_search_with_them(window: Window) -> None:
    window.go("roadmap/?q=CEPAL+45")
    window.sees(RESULT)
    window.until_run(f"document.querySelector('{FIELD}').value === 'CEPAL 45'")


def test_enter_that_ends_a_composition_follows_no_result(firefox: Firefox) -> None:
    firefox.go(CHAPTER)
    firefox.press("/")
    firefox.focuses(FIELD)
    firefox.compose("中国")
    firefox.sees(RESULT)
    firefox.until_run(STILL_THERE)
    firefox.press("Enter")
    firefox.misses(DIALOG)


@pytest.mark.parametrize("is_composing", [True, False])
def test_keys_of_a_composition_follow_no_result(window: Window, is_composing: bool) -> None:
    window.go(CHAPTER)
    searched(window, "cable")
    window.run(COMPOSED, is_composing)
    window.sees(RESULT)
    window.focuses(FIELD)
    window.until_run(STILL_THERE)


def test_the_search_key_opens_nothing_over_an_open_panel(window: Window) -> None:
    window.go(CHAPTER)
    window.focus("#p3 .paragraph-number")
    window.press("Enter")
    window.sees(".copy-panel")
    window.press("/")
    window.sees(".copy-panel")
    window.misses(DIALOG)


# The filters of the sources


@pytest.mark.parametrize("width", WIDTHS)
def test_words_and_choices_narrow_the_list_and_stay_in_the_address(
    window: Window, width: int
) -> None:
    window.resize(width)
    window.go("sources/")
    window.focus("#filter-words")
    window.type("banda ancha")
    window.until_run(f"{SHOWN} === 1")
    window.choose("Language", "Spanish")
    window.arrives("?words=banda+ancha&language=spanish")
    window.go("sources/?words=banda+ancha&language=spanish")
    window.until_run(f"{SHOWN} === 1")
    window.find(".entry", "banda ancha")
    window.click("button", "Show all")
    window.until_run(f"{SHOWN} > 20")
    window.arrives("/sources/")


def test_back_from_a_source_finds_the_list_as_it_was_left(window: Window) -> None:
    window.go("sources/")
    window.choose("Language", "Chinese")
    window.arrives("language=chinese")
    window.click(".entry a", "White Paper")
    window.until_run("!location.search")
    window.send("Back")
    window.arrives("language=chinese")
    window.until_run(f"{SHOWN} < 20")
