"""In browsers of 2022 and 2023 the edition reads, navigates, finds and cites, and nothing lies over its text."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

import older
from edition.look.bundles import style_of

STYLES = Path(__file__).parents[1] / "overrides/assets/stylesheets"
CHAPTER = "digital-gaps/"
RECORD = "sources/cepal-2018-monitoreo/"
WIDTHS = (1280, 1000, 390)
ALONE = (
    "light-dark()", "popover", ":has()", ":nth-child(of)", "look-behind", "ClipboardItem",
    "ARIA reflection", "text fragments", "findLast",
)  # fmt: skip
REST = tuple(name for name in older.NAMES if name not in ALONE)
LACKING = {name: (name,) for name in ALONE} | {"the rest": REST, "everything": older.NAMES}


class Tab:
    """A tab of a browser that lacks something, and what has gone wrong in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on(
            "console", lambda said: self.faults.append(said.text) if said.type == "error" else None
        )


@pytest.fixture(scope="module", params=LACKING)
def opened(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Tab]:
    context = older.missing(chromium, *LACKING[request.param])
    yield Tab(context.new_page())
    context.unroute_all(behavior="ignoreErrors")
    older.close(context)


@pytest.fixture
def tab(opened: Tab) -> Iterator[Page]:
    """A tab of a browser that lacks something, in which an error fails the test."""
    opened.faults.clear()
    opened.page.set_viewport_size({"width": 1280, "height": 850})
    yield opened.page
    assert opened.faults == []


def overlap(tab: Page, one: str, other: str) -> bool:
    """Whether two elements are seen in one place."""
    found = """([one, other]) => {
        const [a, b] = [one, other].map((name) => document.querySelector(name).getBoundingClientRect());
        return a.width && b.width && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    }"""
    return bool(tab.evaluate(found, [one, other]))


def ground(tab: Page, name: str) -> str:
    found = "(name) => getComputedStyle(document.querySelector(name)).backgroundColor"
    return str(tab.evaluate(found, name))


def test_nothing_is_seen_through_or_lies_over_the_text(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 850})
        assert ground(tab, ".site-header") == "rgb(255, 255, 255)"
        assert ground(tab, "dialog.search") == "rgb(255, 255, 255)"
        assert not overlap(tab, ".navigation", "article"), width
        assert tab.evaluate("document.querySelector('#p2').getBoundingClientRect().top") < 600
        assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_menu_leads_to_another_chapter(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 390, "height": 850})
    tab.goto(address + CHAPTER)
    expect(tab.locator(".navigation")).to_be_hidden()
    tab.get_by_role("button", name="Menu").click()
    assert ground(tab, ".navigation") == "rgb(255, 255, 255)"
    tab.get_by_role("link", name="5 Roadmap").click()
    expect(tab).to_have_url(address + "roadmap/")


def test_without_scripts_either_the_navigation_stands_after_the_text(
    chromium: Browser, address: str
) -> None:
    context = older.missing(chromium, "popover", java_script_enabled=False)
    tab = context.new_page()
    for width in (1000, 390):
        tab.set_viewport_size({"width": width, "height": 850})
        tab.goto(address + CHAPTER)
        text, navigation = (tab.locator(name).bounding_box() for name in ("main", ".navigation"))
        assert text and navigation and navigation["y"] >= text["y"] + text["height"]
        expect(tab.locator(".menu-button")).to_be_hidden()
        tab.locator(".navigation").get_by_role("link", name="5 Roadmap").click()
        expect(tab).to_have_url(address + "roadmap/")
    older.close(context)


def test_the_search_finds(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.get_by_role("button", name="Search").click()
    tab.keyboard.type("broadband")
    expect(tab.locator(".result").first).to_be_in_viewport()
    tab.locator(".result").first.click()
    expect(tab.locator("dialog.search")).to_be_hidden()


def test_a_mark_shows_its_note_and_escape_leads_back(tab: Page, address: str) -> None:
    tab.set_viewport_size({"width": 1000, "height": 850})
    tab.goto(address + CHAPTER)
    tab.locator("[id='fnref:3'] a").press("Enter")
    card = tab.get_by_role("group", name="Note 3")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("Monitoreo de la Agenda")
    tab.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(tab.locator("[id='fnref:3'] a")).to_be_focused()


def test_a_number_and_a_chapter_open_the_panel(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.locator("#p6 .paragraph-number").click()
    expect(tab).to_have_url(f"{address}{CHAPTER}#p6")
    expect(tab.locator("#p6")).to_be_in_viewport()
    expect(tab.get_by_role("dialog", name="Paragraph 6")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.get_by_role("link", name="Cite this chapter").click()
    panel = tab.get_by_role("dialog", name="Chapter: Digital gaps")
    expect(panel).to_contain_text("restated in")
    expect(panel).to_be_in_viewport()


def test_a_citation_is_copied_or_selected(tab: Page, address: str) -> None:
    tab.goto(address + RECORD)
    button = tab.get_by_role("button", name=re.compile("Copy")).first
    button.click()
    expect(tab.locator(".copied")).to_have_text(re.compile("Copied|Selected"))


def test_a_rule_with_a_younger_selector_takes_no_other_with_it() -> None:
    text = style_of(STYLES, [folder.name for folder in STYLES.iterdir()])
    younger = [re.compile(feature.selector) for feature in older.FEATURES if feature.selector]
    for heads in re.findall(r"[{};]([^{};@]+)\{", text):
        selectors = re.split(r",(?![^(]*\))", heads)
        for pattern in younger:
            found = [bool(pattern.search(selector)) for selector in selectors]
            assert all(found) or not any(found), (
                f"give the younger selector a rule of its own: {heads}"
            )
