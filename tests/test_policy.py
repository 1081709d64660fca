"""The policy of each page, in a real browser: what is put into a page is stopped, and nothing of ours ever is."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from panel import open_panel, press, said
from passages import PASSAGES, passage_link, select
from server import serving
from tabs import until

ELSEWHERE = "http://elsewhere.invalid/"
INJECTED = f"""
<p id="injected" style="color: rgb(1, 2, 3)">Injected.</p>
<script>ran = ["a script element"]</script>
<img src="data:," alt="" onerror="ran = ['a handler']">
<style>#injected {{ background-color: rgb(1, 2, 3) }}</style>
<script src="{ELSEWHERE}a.js"></script>
<script src="data:text/javascript,ran=['a script of data']"></script>
<link rel="stylesheet" href="{ELSEWHERE}a.css">
<img src="{ELSEWHERE}a.png" alt="">
<iframe src="{ELSEWHERE}a.html"></iframe>
<object data="{ELSEWHERE}a.html"></object>
<video src="{ELSEWHERE}a.mp4"></video>
<base href="{ELSEWHERE}">
<form id="sent" action="{ELSEWHERE}"></form>
"""
"""What somebody could get into a page, each with an effect that would show."""
TRIED = f"""() => {{
    setTimeout("ran = ['a string']");
    fetch("{ELSEWHERE}a.json").catch(() => 0);
    document.getElementById("sent").submit();
}}"""
"""What a script that somebody got into a page could do beside."""
STOPPED = {
    "base-uri",
    "connect-src",
    "form-action",
    "frame-src",
    "img-src",
    "media-src",
    "object-src",
    "script-src",
    "script-src-attr",
    "script-src-elem",
    "style-src-attr",
    "style-src-elem",
}
"""The directives that stop it, each told by the browser."""
WATCH = "addEventListener('securitypolicyviolation', (event) => told(event.effectiveDirective))"
EFFECTS = """() => {
    const { color, backgroundColor } = getComputedStyle(document.getElementById("injected"));
    return [globalThis.ran ?? null, color, backgroundColor, document.baseURI];
}"""
POLICY = re.compile('<meta http-equiv="Content-Security-Policy"[^>]*>')
KINDS = {
    "the home page": "",
    "a chapter": "roadmap/",
    "the sources": "sources/",
    "a source": "sources/cepal-2018-monitoreo/",
    "about": "about/",
    "the briefing": "briefing/",
    "the editions": "editions/",
    "a short address": "p/12/",
    "a frozen edition": "editions/2026-11-25/",
    "a frozen chapter": "editions/2026-11-25/roadmap/",
    "no page": "nowhere/at/all/",
}
"""A page of each kind."""


Window = tuple[BrowserContext, list[str], list[str]]


@pytest.fixture(scope="module")
def injected(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a copy of the site with something put into a page of each kind."""
    copy = tmp_path_factory.mktemp("injected") / "site"
    shutil.copytree(site, copy)
    for page in KINDS.values():
        file = copy / page / "index.html"
        file = file if file.is_file() else copy / "404.html"
        text = file.read_text(encoding="utf-8").replace('http-equiv="refresh"', "")
        file.write_text(text.replace("</body>", f"{INJECTED}</body>"), encoding="utf-8")
    open_to_all = POLICY.sub("", (copy / "roadmap/index.html").read_text(encoding="utf-8"))
    (copy / "open.html").write_text(open_to_all, encoding="utf-8")
    with serving(copy) as address:
        yield address


@pytest.fixture(scope="module")
def window(chromium: Browser) -> Iterator[Window]:
    """A window, with the directives that stopped something and what was asked of others, who would answer."""
    context, told, asked = chromium.new_context(), list[str](), list[str]()
    context.expose_function("told", lambda directive: told.append(directive))
    context.add_init_script(WATCH)

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="", headers={"Access-Control-Allow-Origin": "*"})

    context.route(f"{ELSEWHERE}**", answer)
    yield context, told, asked
    context.close()


def tried(tab: Page, address: str, told: list[str]) -> list[object]:
    """What came of all that is tried on a page."""
    tab.goto(address)
    tab.evaluate(TRIED)
    until(tab, lambda: {*told} >= STOPPED)
    return list(tab.evaluate(EFFECTS))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_put_into_a_page_is_stopped(window: Window, injected: str, kind: str) -> None:
    context, told, asked = window
    told.clear()
    asked.clear()
    tab, address, faults = context.new_page(), f"{injected}{KINDS[kind]}", list[str]()
    tab.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    ran, colour, ground, base = tried(tab, address, told)
    assert (ran, base, asked) == (None, address, [])
    assert "rgb(1, 2, 3)" not in (colour, ground)
    assert set(told) == STOPPED
    assert len(faults) >= len(STOPPED)
    tab.close()


def test_what_the_policy_stops_has_effects_without_the_policy(
    window: Window, injected: str
) -> None:
    context, told, asked = window
    told.clear()
    tab = context.new_page()
    tab.goto(f"{injected}open.html")
    ran, colour, ground, base = tab.evaluate(EFFECTS)
    assert ran and base == ELSEWHERE and (colour, ground) == ("rgb(1, 2, 3)", "rgb(1, 2, 3)")
    assert {f"{ELSEWHERE}a.{kind}" for kind in ("js", "css", "png", "html", "mp4")} <= {*asked}
    assert told == []
    tab.close()


# Nothing of ours is stopped


@pytest.mark.parametrize("media", ["print", "screen"])
def test_no_kind_of_page_is_stopped_in_anything(
    tab: Page, address: str, media: Literal["print", "screen"]
) -> None:
    """In the dark or on paper; test_accessibility.py goes to every page."""
    tab.emulate_media(media=media, color_scheme="dark")
    for page in sorted({*KINDS.values(), "404.html"} - {"p/12/", "nowhere/at/all/"}):
        tab.goto(address + page)


def test_no_frozen_page_is_stopped_in_anything(tab: Page, address: str, site: Path) -> None:
    pages = [file.relative_to(site) for file in site.glob("editions/*/**/*.html")]
    for page in pages:
        tab.goto(f"{address}{page}")
    assert len(pages) >= 8


def test_no_page_is_stopped_where_something_has_moved(tab: Page, address: str) -> None:
    for place in ("digital-gaps/#p25", "roadmap/#p999", "sources/#p25", "p/12/#p25"):
        tab.goto(address + place)
        tab.wait_for_load_state("networkidle")


def test_nothing_that_is_done_in_a_chapter_is_stopped(tab: Page, address: str) -> None:
    tab.goto(f"{address}digital-gaps/")
    tab.get_by_role("button", name="Dark colours").click()
    tab.locator("#p6 .relations a[href$='#p25']").hover()
    expect(tab.locator(".note-card")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("/")
    tab.keyboard.type("cable")
    expect(tab.locator("dialog a.result").first).to_be_visible()
    tab.keyboard.press("Escape")
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.get_by_role("button", name="Menu").click()
    tab.keyboard.press("Escape")
    tab.locator("[id='fnref:3'] a").press("Enter")
    expect(tab.locator(".note-card")).to_be_visible()
    tab.get_by_role("button", name="Dark colours").click()


def test_nothing_that_is_done_in_the_panel_is_stopped(tab: Page, address: str) -> None:
    tab.goto(f"{address}digital-gaps/")
    open_panel(tab, "#p6 .paragraph-number")
    for form in ("Rich text", "Markdown", "BibTeX", "Plain"):
        tab.get_by_role("radio", name=form).check()
        press(tab, "Copy citation")
    press(tab, "Copy link")
    press(tab, "Copy with sources")
    with tab.expect_download():
        press(tab, "RIS")
    press(tab, "Add to briefing")
    said(tab, "Added to the briefing")
    tab.keyboard.press("Escape")
    select(tab, address, *PASSAGES["a few words"])
    assert passage_link(tab)


def test_nothing_that_is_done_in_the_briefing_is_stopped(tab: Page, address: str) -> None:
    tab.goto(f"{address}briefing/#p3,p12")
    press(tab, "Keep it as mine")
    moves = "Move down para. 3", "Move up para. 3", "Remove para. 12", "Undo"
    for name in (*moves, "Copy briefing", "Copy as Markdown", "Copy address"):
        press(tab, name)
    with tab.expect_download():
        press(tab, "Save Markdown")
    tab.get_by_label("Add paragraph").fill("25")
    tab.get_by_role("button", name="Add", exact=True).click()
    press(tab, "Remove all")
    tab.emulate_media(media="print")


def test_nothing_that_is_done_among_the_sources_is_stopped(tab: Page, address: str) -> None:
    tab.goto(f"{address}sources/")
    tab.get_by_label("Words").fill("cepal")
    tab.get_by_label("Year").select_option("2018")
    tab.get_by_role("button", name="Show all").click()
    tab.goto(f"{address}sources/cepal-2018-monitoreo/")
    tab.get_by_role("button", name="Copy the citation in APA").click()
