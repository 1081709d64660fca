"""Arriving by a link: its target is below the header and announced; a wrong one says so and offers the nearest."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tabs import Tabs, rested

WIDTHS = (320, 390, 768, 1280, 1440)
PLACES = {
    "digital-gaps/#p6": "Paragraph 6, Digital gaps",
    "cooperation-value/#p13": "Paragraph 13, Cooperation value",
    "digital-gaps/#digital-divide": "The digital divide, Digital gaps",
    "digital-gaps/#fn:3": "Note 3, Digital gaps",
    "digital-gaps/#fnref:8": "Note 8, Digital gaps",
    "sources/#cepal-2018-monitoreo": "Monitoreo de la Agenda Digital para América Latina y el Caribe eLAC2018, Sources",
}
"""A place of each kind, and what is said where a link leads to it."""

WRONG = {
    "roadmap/#p27": ("there is no para. 27 in this edition; the last is para. 26.", "roadmap/#p26"),
    "roadmap/#p12": ("para. 12 stands in Cooperation value.", "cooperation-value/#p12"),
    "roadmap/#p12b": (
        "there is no para. 12b in this edition; the nearest is para. 12, Cooperation value.",
        "cooperation-value/#p12",
    ),
    "roadmap/#p0": (
        "there is no para. 0 in this edition; the nearest is para. 1, Introduction.",
        "#p1",
    ),
    "roadmap/#fn:99": ("there is no note 99 in this edition; the last is note 28.", "roadmap/#fn:28"),
    "roadmap/#fnref:8": ("note 8 stands in Digital gaps.", "digital-gaps/#fn:8"),
    "roadmap/#ict-infrastructur": (
        "there is no “ict-infrastructur” on this page; the nearest is ICT infrastructure.",
        "roadmap/#ict-infrastructure",
    ),
    "roadmap/#digital-divide": (
        "The digital divide stands in Digital gaps.",
        "digital-gaps/#digital-divide",
    ),
    "roadmap/#p12?utm_source=x": (
        "para. 12 stands in Cooperation value.",
        "cooperation-value/#p12",
    ),
    "roadmap/#p27&ref=y": (
        "there is no para. 27 in this edition; the last is para. 26.",
        "roadmap/#p26",
    ),
    "roadmap/#ict-infrastructur?fbclid=x": (
        "there is no “ict-infrastructur?fbclid=x” on this page; the nearest is ICT infrastructure.",
        "roadmap/#ict-infrastructure",
    ),
    "roadmap/#zzzzz": ("there is no “zzzzz” on this page; go to its beginning.", "roadmap/#top"),
    "roadmap/#%": ("there is no “%” on this page; go to its beginning.", "roadmap/#top"),
    "roadmap/#%00": ("there is no “\0” on this page; go to its beginning.", "roadmap/#top"),
    "roadmap/#%E0%A4%A": ("there is no “%E0%A4%A” on this page; go to its beginning.", "roadmap/#top"),
    "sources/#kepal-2018-monitoreo": (
        "there is no “kepal-2018-monitoreo” on this page; the nearest is source “cepal-2018-monitoreo”.",
        "sources/#cepal-2018-monitoreo",
    ),
    "roadmap/#cepal-2018-monitoreo": (
        "source “cepal-2018-monitoreo” stands in Sources.",
        "sources/#cepal-2018-monitoreo",
    ),
    "sources/cepal-2018-monitoreo/#citedin": (
        "there is no “citedin” on this page; the nearest is Cited in.",
        "sources/cepal-2018-monitoreo/#cited-in",
    ),
}  # fmt: skip
"""Fragments that no place has: what is said, and where the link beside it leads."""

SURE = {
    "P25": "p25",
    "p25.": "p25",
    "p25)": "p25",
    "p25%20": "p25",
    "p25%E2%80%8B": "p25",
    "para-25": "p25",
    "fn26": "fn:26",
    "fn%253A26": "fn:26",
    "ICT-infrastructure,": "ict-infrastructure",
    "“p25”": "p25",
    "#p25": "p25",
    "/p/25/": "p25",
    "p25?utm_source=x": "p25",
    "p25&utm_medium=y": "p25",
    "p25%3Futm_source=x": "p25",
    "p25%253Futm_source%253Dx": "p25",
    "p25;jsessionid=1": "p25",
    "p25#xtor=RSS-1": "p25",
    "p25.html": "p25",
    "P25?fbclid=IwAR0_p12": "p25",
    "p25%20(seen%20today)": "p25",
    "fn:26?x": "fn:26",
    "fn%253A26%253Fx=y": "fn:26",
    "fnref:26&ref=y": "fnref:26",
    "ict-infrastructure?gclid=x-y_z": "ict-infrastructure",
    "p25?utm_source=x:~:text=cable": "p25",
}
"""Fragments that can mean one place alone."""


def top(tab: Page) -> float:
    """How far below the window's upper edge the place stands to which the address leads."""
    return float(tab.evaluate("document.querySelector(':target').getBoundingClientRect().top"))


@pytest.mark.parametrize("width", WIDTHS)
def test_every_kind_of_target_stands_below_the_header(tab: Page, address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 500})
    for place in PLACES:
        tab.goto("about:blank")
        tab.goto(address + place)
        assert 60 <= top(tab) <= 135, place


@pytest.mark.parametrize("place", PLACES)
def test_every_kind_of_target_is_announced(tab: Page, address: str, place: str) -> None:
    tab.goto(address + place)
    expect(tab.locator(".arrival")).to_have_text(PLACES[place])


SPANISH = {
    "sources/#cepal-2018-monitoreo": "Monitoreo de la Agenda Digital para América Latina y el Caribe eLAC2018",
    "sources/cepal-2018-monitoreo/#record": "Monitoreo de la Agenda Digital para América Latina y el Caribe eLAC2018",
}
"""Places of which a part is told in Spanish, and that part."""


@pytest.mark.parametrize("place", SPANISH)
def test_an_announcement_says_its_language(tab: Page, address: str, place: str) -> None:
    tab.goto(address + place)
    expect(tab.locator(".arrival [lang=es]")).to_have_text(SPANISH[place])
    expect(tab.locator(".arrival p")).to_contain_text(", ")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_target_stands_below_the_header_when_fonts_come_late(
    chromium: Browser, address: str, width: int
) -> None:
    tab = chromium.new_page(viewport={"width": width, "height": 800})
    slow = tab.context.new_cdp_session(tab)
    speed = {"latency": 400, "downloadThroughput": 60_000, "uploadThroughput": 60_000}
    slow.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    tab.goto(address + "cooperation-value/#p12")
    expect(tab.locator(".arrival")).to_have_text("Paragraph 12, Cooperation value")
    tab.evaluate("document.fonts.ready")
    assert top(tab) == pytest.approx(112, abs=1)
    tab.close()


def test_the_text_of_the_target_is_marked_and_nothing_moves(tab: Page, address: str) -> None:
    tab.goto(address + "cooperation-value/#p12")
    expect(tab.locator("#p12")).to_have_attribute("aria-current", "location")
    assert tab.evaluate("document.getAnimations().length") == 0
    assert tab.evaluate("document.activeElement === document.body")


def test_tab_goes_on_from_the_target(tab: Page, address: str) -> None:
    tab.goto(address + "cooperation-value/#p12")
    expect(tab.locator(".arrival")).to_have_text("Paragraph 12, Cooperation value")
    expect(tab.locator("#p12")).to_be_in_viewport()
    tab.keyboard.press("Tab")
    expect(tab.locator("#p12 .paragraph-number")).to_be_focused()


def test_each_arrival_is_announced_by_link_and_by_history(tab: Page, address: str) -> None:
    said = tab.locator(".arrival")
    tab.goto(address + "cooperation-value/#p12")
    expect(said).to_have_text("Paragraph 12, Cooperation value")
    tab.evaluate("location.hash = 'p9'")
    expect(said).to_have_text("Paragraph 9, Cooperation value")
    tab.goto(address + "roadmap/#p25")
    expect(said).to_have_text("Paragraph 25, Roadmap")
    tab.go_back()
    tab.go_back()
    expect(said).to_have_text("Paragraph 12, Cooperation value")
    expect(tab.locator("[aria-current=location]")).to_have_count(1)
    assert top(tab) == pytest.approx(112, abs=1)


def test_the_live_region_stands_empty_on_every_page_from_the_start(site: Path) -> None:
    """But for pages that only lead on, frozen ones, and that of the briefing, whose fragment is a list."""
    without = {
        *site.glob("p/*/*.html"),
        *site.glob("editions/*/**/*.html"),
        site / "briefing/index.html",
    }
    for file in set(site.rglob("index.html")) - without:
        (line,) = html.parse(str(file)).xpath("//*[@class='arrival']")
        assert line.get("role") == "status" and not line.text_content().strip()


def test_a_source_that_the_filters_hide_is_shown_and_stands_below_the_header(
    tab: Page, address: str
) -> None:
    tab.goto(address + "sources/?language=chinese#cepal-2018-monitoreo")
    expect(tab.locator("#cepal-2018-monitoreo")).to_be_in_viewport()
    assert 60 <= top(tab) <= 135
    tab.get_by_role("combobox", name="Language").select_option("spanish")
    tab.evaluate("location.hash = 'qi-2009-ict'")
    expect(tab.locator("#qi-2009-ict")).to_be_in_viewport()
    assert 60 <= top(tab) <= 135


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_fragment_brings_a_line_that_offers_the_nearest_target(
    tab: Page, address: str, wrong: str
) -> None:
    said, nearest = WRONG[wrong]
    tab.goto(address + wrong)
    line = tab.locator(".arrival-word")
    expect(line).to_contain_text(said)
    assert line.get_by_role("link").evaluate("link => link.href") == address + nearest
    line.get_by_role("link").click()
    expect(tab).to_have_url(address + nearest)
    expect(line).to_have_count(0)


@pytest.mark.parametrize("asked", SURE)
def test_a_fragment_that_can_mean_one_target_alone_leads_there(
    tab: Page, address: str, asked: str
) -> None:
    tab.goto(f"{address}roadmap/#{asked}")
    expect(tab.locator(".arrival-word")).to_contain_text(f"was read as “{SURE[asked]}”.")
    assert tab.url == f"{address}roadmap/#{SURE[asked]}"
    line = tab.locator(".arrival").bounding_box()
    assert line and line["y"] + line["height"] < top(tab)


def test_the_line_for_a_wrong_fragment_is_in_view_in_the_middle_of_a_page(
    tab: Page, address: str
) -> None:
    tab.goto(address + "roadmap/#p26")
    tab.evaluate("location.hash = 'p99'")
    expect(tab.locator(".arrival-word")).to_be_in_viewport()
    tab.get_by_role("button", name="Close").press("Enter")
    expect(tab.locator(".arrival-word")).to_have_count(0)
    expect(tab.get_by_role("main")).to_be_focused()


def test_a_corrected_link_moves_the_focus_to_its_target(tab: Page, address: str) -> None:
    tab.goto(address + "roadmap/#P25")
    tab.get_by_role("button", name="Close").press("Enter")
    expect(tab.locator("#p25")).to_be_focused()
    expect(tab.locator("#p25")).to_be_in_viewport()


def test_a_text_directive_that_a_browser_left_in_leads_to_its_paragraph(
    tab: Page, address: str
) -> None:
    tab.goto(address + "roadmap/#p25%3A~%3Atext%3Dcable")
    expect(tab.locator(".arrival")).to_have_text("Paragraph 25, Roadmap")
    assert tab.url == address + "roadmap/#p25"


@pytest.mark.parametrize(
    "right",
    [
        "",
        "#",
        "#top",
        "#top?utm_source=x",
        "#content",
        "#:~:text=cable",
        "#p25:~:text=cable",
        "#p25",
    ],
)
def test_a_right_fragment_says_nothing_and_fetches_nothing(
    tab: Page, address: str, right: str
) -> None:
    fetched: list[str] = []
    tab.on("request", lambda request: fetched.append(request.url))
    tab.goto(f"{address}roadmap/{right}")
    rested(tab)
    expect(tab.locator(".arrival-word")).to_have_count(0)
    assert fetched and not [url for url in fetched if "places" in url or "copy-texts" in url]


@pytest.mark.parametrize("length", [9, 5000])
def test_a_wrong_fragment_of_any_length_takes_a_line_or_two(
    tab: Page, address: str, length: int
) -> None:
    tab.goto(f"{address}roadmap/#p{'9' * length}")
    expect(tab.locator(".arrival-word")).to_contain_text("There is no", ignore_case=True)
    assert len(tab.locator(".arrival-word").inner_text()) < 120


def test_the_line_for_a_wrong_fragment_moves_the_text_by_its_own_height_alone(
    tab: Page, address: str
) -> None:
    tab.goto(address + "roadmap/")
    before = tab.locator("h1").bounding_box()
    tab.evaluate("location.hash = 'p99'")
    line, after = tab.locator(".arrival-word").bounding_box(), tab.locator("h1").bounding_box()
    assert line and before and after
    assert after["y"] - before["y"] == pytest.approx(line["height"])
    assert (after["x"], after["height"]) == (before["x"], before["height"])


def test_the_line_for_a_wrong_fragment_further_down_moves_nothing(tab: Page, address: str) -> None:
    tab.goto(address + "roadmap/#p26")
    before = top(tab)
    tab.evaluate("location.hash = 'p99'")
    expect(tab.locator(".arrival-word")).to_be_visible()
    assert tab.evaluate("document.getElementById('p26').getBoundingClientRect().top") == before


def test_a_paragraph_is_not_announced_where_its_panel_opens(tab: Page, address: str) -> None:
    tab.goto(address + "cooperation-value/")
    tab.locator("#p12 .paragraph-number").click()
    expect(tab.locator(".copy-panel")).to_be_visible()
    rested(tab)
    expect(tab.locator(".arrival")).to_be_empty()
    expect(tab.locator("#p12")).to_have_attribute("aria-current", "location")


def test_the_note_that_is_offered_leads_back_to_its_own_mark(tab: Page, address: str) -> None:
    tab.goto(address + "roadmap/#fn:99")
    tab.locator(".arrival-word").get_by_role("link").click()
    tab.locator("[id='fn:28'] .note-back").click()
    expect(tab).to_have_url(address + "roadmap/#fnref:28")


def test_a_heading_that_holds_an_old_id_is_announced_by_its_title(
    tab: Page, address: str, site: Path
) -> None:
    chapter = (site / "roadmap/index.html").read_text(encoding="utf-8")
    start = chapter.index(">", chapter.index('id="ict-infrastructure"')) + 1
    moved = f'{chapter[:start]}<span class="moved" id="old-heading"></span>{chapter[start:]}'
    tab.route("**/roadmap/", lambda route: route.fulfill(body=moved, content_type="text/html"))
    tab.goto(address + "roadmap/#ict-infrastructure")
    expect(tab.locator(".arrival")).to_have_text("ICT infrastructure, Roadmap")


def test_an_address_brings_no_markup_into_the_page(tab: Page, address: str) -> None:
    tab.goto(address + "roadmap/#<b>bold</b>")
    expect(tab.locator(".arrival-word")).to_contain_text("<b>bold</b>")
    expect(tab.locator(".arrival b")).to_have_count(0)


def test_a_wrong_fragment_brings_its_line_though_the_targets_cannot_be_fetched(
    chromium: Browser, address: str
) -> None:
    with chromium.new_page() as tab:
        tab.route("**/places.*.js", lambda route: route.abort())
        tab.goto(address + "roadmap/#p99")
        expect(tab.locator(".arrival-word")).to_have_text("There is no “p99” on this page.")


def test_without_javascript_the_target_is_marked(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, java_script_enabled=False) as tab:
        tab.goto(address + "cooperation-value/#p12")
        expect(tab.locator("#p12:target")).to_be_in_viewport()
        expect(tab.locator(".arrival")).to_be_empty()
