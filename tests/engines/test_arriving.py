"""Arriving: by a link with junk behind it, by a wrong one; light and dark; on paper; without JavaScript."""

import io

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from engines.conftest import Listening
from engines.test_reading import CHAPTER, PAGES, WIDTHS
from engines.webdriver import Firefox, Window

SCHEME, DARK = "layout.css.prefers-color-scheme.content-override", 0
PRINTED = ("", "digital-gaps/", "roadmap/", "sources/", "sources/cepal-2018-monitoreo/", "about/")
NEAR_EMPTY = 100
"""Words that a first sheet has at least, where there is a second."""
HEADINGS = """return [...document.querySelectorAll("main :is(h1, h2, h3)")]
    .map((heading) => heading.textContent.trim().replace(/\\s+/g, " "));"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("fragment", ["p12", "p12?utm_source=x", "p12&fbclid=1", "P12."])
def test_a_link_arrives_whatever_was_put_behind_it(
    window: Window, width: int, fragment: str
) -> None:
    window.resize(width)
    window.go(f"cooperation-value/#{fragment}")
    window.sees("#p12 .paragraph-number")
    window.arrives("#p12")
    window.until_run("document.querySelector('#p12').matches(':target, [aria-current=location]')")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [("p99", "the last is para. 26"), ("zzzzz", "go to its beginning"), ("p12", "stands in Coop")],
)
def test_a_wrong_fragment_is_answered_in_view(window: Window, wrong: str, said: str) -> None:
    window.go(f"roadmap/#{wrong}")
    window.sees(".arrival-word", said)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_that_is_missing_leads_on(window: Window, width: int) -> None:
    window.resize(width)
    window.go("no/such/page/")
    assert Listening.faults == ["404: /no/such/page/"]
    Listening.faults.clear()
    window.sees("h1")
    assert window.run("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_the_scheme_is_switched_and_stays(window: Window, width: int) -> None:
    window.resize(width)
    window.go(CHAPTER)
    assert brightness(window) > 200
    window.click(".scheme-button")
    window.until(lambda: brightness(window) < 60, "dark")
    window.go("sources/")
    assert brightness(window) < 60


def test_dark_follows_the_system(firefox: Firefox) -> None:
    with firefox.preferring(SCHEME, DARK):
        for page in PAGES:
            firefox.go(page)
            assert brightness(firefox) < 60, page


def brightness(window: Window) -> int:
    """How light the ground is, from 0 to 255: most of a page is ground."""
    picture = Image.open(io.BytesIO(window.picture())).convert("L")
    counts = picture.histogram()
    return counts.index(max(counts))


# Without JavaScript


def test_without_javascript_pages_and_notes_are_reached(firefox: Firefox) -> None:
    with firefox.preferring("javascript.enabled", False):
        firefox.resize(390)
        firefox.go(CHAPTER)
        firefox.click("[id='fnref:6'] a")
        firefox.arrives("#fn:6")
        firefox.sees("[id='fn:6']")
        firefox.click("[id='fn:6'] .note-back")
        firefox.arrives("#fnref:6")
        firefox.click(".menu-button")
        firefox.click("#navigation a", "Sources")
        firefox.arrives("/sources/")


# On paper


@pytest.mark.parametrize("page", PRINTED)
def test_on_paper_no_heading_stands_alone_at_the_foot(firefox: Firefox, page: str) -> None:
    sheets = printed(firefox, page)
    headings = firefox.run(HEADINGS)
    assert headings
    for sheet in sheets[:-1]:
        foot = lowest_line(sheet)
        assert not [heading for heading in headings if foot and heading.endswith(foot)]


@pytest.mark.parametrize("page", PRINTED)
def test_on_paper_the_first_sheet_is_not_near_empty(firefox: Firefox, page: str) -> None:
    first, *others = printed(firefox, page)
    assert not others or len(first.extract_text().split()) > NEAR_EMPTY


def printed(firefox: Firefox, page: str) -> list[PageObject]:
    # In the system's fonts: Firefox writes no letters for the bold of ours, only their shapes.
    with firefox.preferring("gfx.downloadable_fonts.enabled", False):
        firefox.go(page)
        return list(PdfReader(io.BytesIO(firefox.printed())).pages)


def lowest_line(sheet: PageObject) -> str:
    """The words that stand lowest: the order in the file is not that on the paper."""
    lines: dict[int, str] = {}

    def note(text: str, paper: list[float], place: list[float], *_: object) -> None:
        height = round(place[4] * paper[1] + place[5] * paper[3] + paper[5])
        if text.strip():
            lines[height] = lines.get(height, "") + text

    sheet.extract_text(visitor_text=note)
    return " ".join(lines[min(lines)].split())
