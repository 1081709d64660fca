"""What a first visit costs and waits for, in what needs no clock; `make bench` measures the rest."""

import re
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

CHAPTER = "digital-gaps/"
MOST = {
    "": (6, 18),
    CHAPTER: (6, 19),
    "cooperation-value/": (6, 19),
    "about/": (6, 20),
    "editions/": (6, 26),
    "sources/": (7, 26),
    "sources/cepal-2018-monitoreo/": (7, 17),
    "briefing/": (7, 18),
    "404.html": (1, 2),
}
"""How many files a first visit to a page may ask for, the three fonts among them, and how many KiB it may bring
beside these, packed by Brotli."""
KINDS = (*MOST, "p/12/")
STARTED = "new Promise((done) => setTimeout(done, 200))"
"""What a page does once it has loaded, it begins in this time; `networkidle` waits for what it asked for."""
SHIFTS = """() => new Promise((done) => {
    const told = (list) => done(list.getEntries().reduce((sum, shift) => sum + shift.value, 0));
    new PerformanceObserver(told).observe({ type: "layout-shift", buffered: true });
    setTimeout(done, 300, 0);
})"""
PAGE_CAME = "performance.getEntriesByType = () => [{ requestStart: performance.now() - %d }]"
"""Has a page find that it came so many milliseconds after it was asked for."""
SOON, LATE = PAGE_CAME % 20, PAGE_CAME % 900
SAVES = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
ARE_WEB_FONTS = "() => getComputedStyle(document.body).fontFamily.includes('Edition Serif')"


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport={"width": 412, "height": 915})
    yield context
    context.close()


def visited(context: BrowserContext, address: str) -> tuple[Page, list[str]]:
    """A page in a tab of its own, with the addresses that it asked for, until it asks for nothing more."""
    tab, asked = context.new_page(), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(address, wait_until="load")
    tab.evaluate(STARTED)
    tab.wait_for_load_state("networkidle")
    return tab, asked


def file_of(site: Path, page: str) -> Path:
    return site / page / "index.html" if page.endswith("/") or not page else site / page


def packed(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


@pytest.mark.parametrize("page", MOST)
def test_a_first_visit_asks_for_little(
    context: BrowserContext, site: Path, address: str, page: str
) -> None:
    _, asked = visited(context, address + page)
    files = [
        file_of(site, one.removeprefix(address)) for one in asked if not one.endswith(".woff2")
    ]
    requests, kibibytes = MOST[page]
    assert len(asked) <= requests, asked
    assert sum(map(packed, files)) < kibibytes * 1024


@pytest.mark.parametrize("page", KINDS)
def test_nothing_but_what_stands_in_a_page_holds_up_its_first_paint(site: Path, page: str) -> None:
    text = file_of(site, page).read_text(encoding="utf-8")
    assert re.findall(r"<script(?=[^>]* src=)(?![^>]* defer)[^>]*>", text) == []
    assert re.findall(r'<link rel="stylesheet"(?![^>]* media="print")[^>]*>', text) == []
    assert text.count("<style>") == 1


@pytest.mark.parametrize("came", [SOON, LATE], ids=["soon", "late"])
@pytest.mark.parametrize("width", [412, 1280])
def test_nothing_shifts_on_a_first_visit_or_a_second(
    chromium: Browser, address: str, width: int, came: str
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 915})
    context.add_init_script(came)
    for page in (CHAPTER, "cooperation-value/", "sources/", ""):
        assert [visited(context, address + page)[0].evaluate(SHIFTS) for _ in "12"] == [0, 0], page
    context.close()


def test_a_page_that_came_soon_asks_for_its_fonts_at_once(
    context: BrowserContext, address: str
) -> None:
    context.add_init_script(SOON)
    tab, asked = visited(context, address + CHAPTER)
    assert tab.evaluate(ARE_WEB_FONTS)
    assert [one.rsplit(".", 1)[1] for one in asked[1:4]] == ["woff2"] * 3


def test_a_page_that_came_late_asks_for_them_last_and_the_next_one_has_them(
    context: BrowserContext, address: str
) -> None:
    context.add_init_script(LATE)
    tab, asked = visited(context, address + CHAPTER)
    assert not tab.evaluate(ARE_WEB_FONTS)
    assert [one.rsplit(".", 1)[1] for one in asked[-3:]] == ["woff2"] * 3
    assert visited(context, address + "roadmap/")[0].evaluate(ARE_WEB_FONTS)


def test_a_page_that_was_fetched_ahead_tells_nothing_of_the_line(
    context: BrowserContext, address: str
) -> None:
    context.add_init_script(SOON.replace("{", "{ deliveryType: 'navigational-prefetch',"))
    assert not visited(context, address + CHAPTER)[0].evaluate(ARE_WEB_FONTS)


def test_who_saves_data_gets_no_web_fonts(context: BrowserContext, address: str) -> None:
    context.add_init_script(SOON)
    context.add_init_script(SAVES)
    tab, asked = visited(context, address + CHAPTER)
    assert not tab.evaluate(ARE_WEB_FONTS)
    assert [one for one in asked if "woff2" in one] == []


def test_without_scripts_the_web_fonts_are_used(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.new_page().goto(address + CHAPTER, wait_until="networkidle")
    context.close()
    assert [one.rsplit(".", 1)[1] for one in asked].count("woff2") == 3
