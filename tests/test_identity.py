"""Whose article it is, of which year, and that it is restated: in sight on every page, on screen and on paper."""

import re
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

WHOLE = "Lou Xiangfei, 2019 · restated"
SHORT = "Lou, 2019 · restated"


def living(site: Path) -> list[Path]:
    """The pages of the built site, but for those of editions that were frozen as they were."""
    files = [file.relative_to(site).as_posix() for file in site.rglob("*.html")]
    return [site / name for name in files if not re.match(r"editions/\d", name)]


def test_every_page_says_in_its_header_whose_article_it_restates(site: Path) -> None:
    for file in living(site):
        (header,) = html.parse(str(file)).xpath("//body/header")
        assert WHOLE in " ".join(header.text_content().split()), file


@pytest.mark.parametrize("page", ["roadmap/#p25", "sources/#cepal-2019-balance", "about/#rules"])
@pytest.mark.parametrize(
    ("width", "said"), [(320, SHORT), (359, SHORT), (360, WHOLE), (800, WHOLE), (1280, WHOLE)]
)
def test_whoever_arrives_at_a_fragment_sees_whose_article_it_is_without_scrolling(
    tab: Page, address: str, page: str, width: int, said: str
) -> None:
    tab.set_viewport_size({"width": width, "height": 640})
    tab.goto(address + page)
    line = tab.locator(".site-header .identity")
    expect(line).to_be_in_viewport(ratio=1)
    assert line.inner_text() == said


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (1219, False), (390, False)])
def test_whose_article_it_is_stands_beside_the_title_or_below_it(
    tab: Page, address: str, width: int, beside: bool
) -> None:
    tab.set_viewport_size({"width": width, "height": 640})
    tab.goto(address + "roadmap/")
    title, line = (
        tab.locator(".site-title a").bounding_box(),
        tab.locator(".identity").bounding_box(),
    )
    assert title and line
    below = line["y"] >= title["y"] + title["height"] - 1
    assert below != beside
    assert tab.evaluate("document.querySelector('.site-header-inner').offsetHeight") == 48


def test_on_paper_whose_article_it_is_stands_at_the_head_of_the_page(
    tab: Page, address: str
) -> None:
    tab.goto(address + "roadmap/")
    tab.emulate_media(media="print")
    expect(tab.locator(".identity")).to_be_visible()
    expect(tab.locator(".site-title-long")).to_be_visible()
    assert tab.locator(".site-header button:visible").count() == 0


@pytest.mark.parametrize(("width", "name"), [(320, "navigation"), (360, "site-header")])
def test_the_button_for_dark_colours_is_in_the_drawer_on_the_smallest_screens(
    tab: Page, address: str, width: int, name: str
) -> None:
    tab.set_viewport_size({"width": width, "height": 640})
    tab.goto(address + "roadmap/")
    tab.get_by_role("button", name="Menu").click()
    button = tab.locator(f".{name} .scheme-button")
    expect(tab.locator(".scheme-button:visible")).to_have_count(1)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
