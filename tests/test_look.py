"""What holds of the look at every width: nothing scrolls sideways, overlaps, shifts or hides the focus."""

import gzip
import hashlib
import re
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect
from pygments.lexers import JavascriptLexer
from pygments.token import String

import fitting
from edition.look import minified
from real import ADDRESSES, PAGES
from tabs import Tabs

ROOT = Path(__file__).resolve().parents[1]
STYLES = ROOT / "overrides/assets/stylesheets"
SCRIPTS = ROOT / "overrides/assets/javascripts"
KIB = 1024
WIDTHS = (320, 390, 768, 1280, 1440, 1920)
CHAPTER = "digital-gaps"

ORIGINALS = {
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/javascripts/base.html": "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    "partials/javascripts/content.html": "3722e156f0f6339de39fbbfc178b6e401d1a4fb890f189ac5b80c2504bda7dcf",
}
"""The theme's templates that ours stand in for or fill, as they were when ours were written (SHA-256)."""
SITEMAP = "0950766d642ac999c74b68150a39a961a5103bda5e2d9d7747f4c06522c11b18"
"""The sitemap of mkdocs 1.6.1, likewise."""


def visit(tab: Page, address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 850})
    tab.goto(address)
    tab.evaluate("document.fonts.ready.then(() => dispatchEvent(new Event('resize')))")


@pytest.mark.parametrize("page", PAGES)
def test_nothing_scrolls_sideways(tab: Page, address: str, page: str) -> None:
    visit(tab, address + page, WIDTHS[0])
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 850})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("pixels", [16, 24, 32])
def test_a_page_fits_its_window_with_larger_letters_and_wider_spacing(
    tab: Page, address: str, pixels: int
) -> None:
    with fitting.letters(tab, pixels):
        for page in (*PAGES, "briefing/#p4,p24"):
            tab.goto(address + page)
            for width, height in ((320, 640), (390, 844), (844, 390), (1000, 800), (1280, 800)):
                tab.set_viewport_size({"width": width, "height": height})
                for spaced in (False, True):
                    assert fitting.lost(tab, spaced) == [], f"{page} {width} {spaced}"


@pytest.mark.parametrize("pixels", [16, 32])
def test_no_record_is_wider_than_a_phone(tab: Page, address: str, site: Path, pixels: int) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    with fitting.letters(tab, pixels):
        for file in site.glob("sources/*/index.html"):
            tab.goto(f"{address}sources/{file.parent.name}/")
            assert fitting.lost(tab, spaced=True) == [], file.parent.name


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_margin_notes_stand_beside_their_marks_and_never_overlap(
    tab: Page, address: str, width: int
) -> None:
    for page in ADDRESSES:
        visit(tab, address + page, width)
        notes = tab.evaluate(
            """[...document.querySelectorAll('.margin-note')].map((note) => {
                const box = note.getBoundingClientRect();
                const id = `fnref:${note.dataset.note}`;
                const mark = document.getElementById(id).getBoundingClientRect();
                return [note.dataset.note, box.top, box.bottom, mark.top];
            })"""
        )
        assert notes
        for (_, _, bottom, _), (number, top, _, _) in zip(notes, notes[1:], strict=False):
            assert top >= bottom, f"{page}: note {number} overlaps the one above it"
        above = 0
        for number, top, bottom, mark in notes:
            beside = top - 40 <= mark <= bottom + 40
            assert beside or top - above < 24, f"{page}: note {number} is away from its mark"
            above = bottom


def test_no_margin_note_covers_text(tab: Page, address: str) -> None:
    for page in ADDRESSES:
        visit(tab, address + page, 1280)
        left = "Math.min(...[...document.querySelectorAll('.margin-note')].map(n => n.getBoundingClientRect().left))"
        right = "Math.max(...[...document.querySelectorAll('p[id]')].map(p => p.getBoundingClientRect().right))"
        assert tab.evaluate(left) > tab.evaluate(right), page


SHIFT = """new Promise((done) => {
  let sum = 0;
  const [{ domInteractive }] = performance.getEntriesByType("navigation");
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, startTime }) => {
    if (startTime > domInteractive) sum += value;
  })).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
"""What shifts once the page is read: while it still comes in, a browser may show a part of it, as its clock has it."""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", ["", "digital-gaps/", "foundations/"])
def test_nothing_shifts_on_a_slow_phone(
    chromium: Browser, address: str, page: str, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800})
    tab = context.new_page()
    slow = context.new_cdp_session(tab)
    speed = {"latency": 400, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
    slow.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    tab.goto(address + page)
    tab.evaluate("document.fonts.ready")
    assert tab.evaluate(SHIFT) == 0
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_everything_that_takes_focus_shows_it(tab: Page, address: str, width: int) -> None:
    visit(tab, address + "digital-gaps/", width)
    for _ in range(40):
        tab.keyboard.press("Tab")
        shown = tab.evaluate(
            """(() => {
                const focused = document.activeElement;
                const style = getComputedStyle(focused);
                return focused === document.body || parseFloat(style.outlineWidth) >= 2;
            })()"""
        )
        assert shown, tab.evaluate("document.activeElement.outerHTML")


def test_the_focused_element_is_never_under_the_header(tab: Page, address: str) -> None:
    visit(tab, address + "digital-gaps/", 390)
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    for _ in range(12):
        tab.keyboard.press("Shift+Tab")
        hidden = tab.evaluate(
            """(() => {
                const header = document.querySelector('.site-header');
                if (header.contains(document.activeElement)) return false;
                const box = document.activeElement.getBoundingClientRect();
                return box.bottom <= header.getBoundingClientRect().bottom;
            })()"""
        )
        assert not hidden


@pytest.mark.parametrize("width", WIDTHS)
def test_a_linked_paragraph_stands_below_the_header(tab: Page, address: str, width: int) -> None:
    visit(tab, f"{address}digital-gaps/#p6", width)
    tab.reload()
    expect(tab.locator("#p6 .paragraph-number")).to_be_in_viewport()
    top = tab.evaluate("document.getElementById('p6').getBoundingClientRect().top")
    header = tab.evaluate("document.querySelector('.site-header').offsetHeight")
    assert header < top < 200


@pytest.mark.parametrize("width", [1280, 1440])
def test_a_line_of_text_has_58_to_67_characters(tab: Page, address: str, width: int) -> None:
    visit(tab, address + "challenges/", width)
    mean = tab.evaluate(
        """(() => {
            const p = document.getElementById('p22');
            const height = parseFloat(getComputedStyle(p).lineHeight);
            const relations = p.querySelector('.relations');
            const words = p.textContent.length - relations.textContent.length;
            const rows = p.offsetHeight - relations.offsetHeight - 6;
            return words / Math.round(rows / height);
        })()"""
    )
    assert 58 <= mean <= 67


def test_the_drawer_works_without_javascript(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800, java_script_enabled=False) as tab:
        tab.goto(address + "digital-gaps/")
        expect(tab.locator(".navigation")).to_be_hidden()
        tab.get_by_role("button", name="Menu").click()
        tab.get_by_role("link", name="5 Roadmap").click()
        expect(tab).to_have_url(address + "roadmap/")


def test_the_drawer_closes_after_a_link_within_the_page(tab: Page, address: str) -> None:
    visit(tab, address + "digital-gaps/", 390)
    tab.get_by_role("button", name="Menu").click()
    tab.get_by_role("link", name="The digital divide", exact=True).click()
    expect(tab.locator(".navigation")).to_be_hidden()
    expect(tab.locator("#digital-divide")).to_be_in_viewport()


def open_drawer(tab: Page, address: str, width: int = 390) -> Locator:
    visit(tab, address + "digital-gaps/", width)
    tab.get_by_role("button", name="Menu").press("Enter")
    drawer = tab.get_by_role("navigation", name="Pages of the edition")
    expect(drawer.get_by_role("button", name="Close")).to_be_focused()
    return drawer


@pytest.mark.parametrize("width", [390, 1000])
@pytest.mark.parametrize("key", ["Escape", "Enter", "Shift+Tab"])
def test_from_the_drawer_the_focus_returns_to_the_menu(
    tab: Page, address: str, width: int, key: str
) -> None:
    drawer = open_drawer(tab, address, width)
    expect(tab.locator(".menu-button")).to_have_attribute("aria-expanded", "true")
    tab.keyboard.press(key)
    expect(drawer).to_be_hidden()
    expect(tab.get_by_role("button", name="Menu")).to_be_focused()
    expect(tab.locator(".menu-button")).to_have_attribute("aria-expanded", "false")


def test_beyond_its_last_link_tab_closes_the_drawer_and_goes_on(tab: Page, address: str) -> None:
    drawer = open_drawer(tab, address)
    drawer.get_by_role("link").last.focus()
    tab.keyboard.press("Tab")
    expect(drawer).to_be_hidden()
    expect(tab.locator(".site-title a")).to_be_focused()


def test_the_scheme_button_tells_its_state_and_keeps_its_name(tab: Page, address: str) -> None:
    tab.emulate_media(color_scheme="light")
    tab.goto(address)
    button = tab.get_by_role("button", name="Dark colours")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")


GROUND = "getComputedStyle(document.body).backgroundColor"


def test_light_or_dark_follows_the_system_until_chosen(tab: Page, address: str) -> None:
    tab.emulate_media(color_scheme="dark")
    tab.goto(address)
    assert tab.evaluate(GROUND) == "rgb(20, 24, 27)"
    tab.get_by_role("button", name="Dark colours").click()
    assert tab.evaluate(GROUND) == "rgb(255, 255, 255)"
    tab.goto(address + "about/")
    assert tab.evaluate(GROUND) == "rgb(255, 255, 255)"


def test_without_javascript_dark_is_served_to_who_prefers_it(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, java_script_enabled=False) as tab:
        tab.emulate_media(color_scheme="dark")
        tab.goto(address)
        assert tab.evaluate(GROUND) == "rgb(20, 24, 27)"


@pytest.mark.parametrize("system", ["light", "dark"])
@pytest.mark.parametrize("choice", ["", "light", "dark"])
def test_a_chosen_scheme_wins_over_the_system_s_and_paper_is_light(
    tab: Page, address: str, system: Literal["light", "dark"], choice: str
) -> None:
    visit(tab, address, 390)
    tab.evaluate("(choice) => { document.documentElement.dataset.scheme = choice }", choice)
    scheme = "[document.documentElement, 'color-scheme'], [document.body, 'background-color']"
    found = f"[{scheme}].map(([part, name]) => getComputedStyle(part).getPropertyValue(name))"
    tab.emulate_media(color_scheme=system)
    dark = (choice or system) == "dark"
    assert tab.evaluate(found)[1] == ("rgb(20, 24, 27)" if dark else "rgb(255, 255, 255)")
    assert tab.evaluate(found)[0] == (choice or "light dark")
    tab.emulate_media(media="print")
    assert tab.evaluate(found) == ["light", "rgb(255, 255, 255)"]


@pytest.mark.parametrize(
    "target",
    ["digital-gaps/#p6", "digital-gaps/#business-use", "digital-gaps/#fn:3", "digital-gaps/#fnref:3",
     "sources/#cepal-2019-balance", "about/#rules", "editions/#since-2026-11-25"],
)  # fmt: skip
def test_what_was_linked_to_has_a_line_around_it_where_the_system_sets_all_colours(
    tab: Page, address: str, target: str
) -> None:
    tab.emulate_media(forced_colors="active")
    tab.goto(address + target)
    style = "getComputedStyle(document.querySelector(':target')).outline"
    assert "2px" in tab.evaluate(style) and "solid" in tab.evaluate(style)


def test_the_current_section_alone_has_a_line_where_the_system_sets_all_colours(
    tab: Page, address: str
) -> None:
    tab.emulate_media(forced_colors="active")
    tab.goto(address + "digital-gaps/#business-use")
    expect(tab.locator(".navigation-headings [aria-current]")).to_have_text("Business use")
    lines = """[...document.querySelectorAll(".navigation-headings a")]
        .map((link) => parseFloat(getComputedStyle(link).borderLeftWidth))"""
    assert sorted(tab.evaluate(lines)) == [0, 0, 0, 0, 2]


def test_more_contrast_is_given_where_it_is_asked_for(tab: Page, address: str) -> None:
    tab.emulate_media(contrast="more")
    tab.goto(address + "digital-gaps/")
    colour = "getComputedStyle(document.querySelector('.paragraph-number')).color"
    assert tab.evaluate(colour) == "rgb(27, 31, 35)"


def test_an_empty_value_keeps_its_blank() -> None:
    assert minified.style(":root { --a: ; --b: ; } p { color: red; }") == (
        ":root{--a: ;--b: }p{color:red}"
    )


COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE)


@pytest.mark.parametrize(
    "file", sorted(STYLES.rglob("*.css")), ids=lambda file: str(file.relative_to(STYLES))
)
def test_a_colour_is_a_token(file: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = COLOUR.findall(rules) if file.name != "tokens.css" else []
    assert found == [], f"{file.name}: name these colours in tokens.css: {found}"


PAIR = re.compile(r"--([\w-]+): var\(--light, (#\w+)\) var\(--dark, (#\w+)\);")
GROUNDS = ("paper", "panel", "hit", "editor-paper")
LEAST_CONTRASTS = {
    **dict.fromkeys(("ink", "ink-2", "ink-3", "link", "mark", "editor"), 4.5),
    **dict.fromkeys(("control", "focus", "link-rule", "hit-rule", "editor-rule"), 3),
}
"""Of words and of lines and signs (WCAG 2.2, 1.4.3 and 1.4.11)."""


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG reckons."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_and_lines_stand_out_from_each_ground(ground: str) -> None:
    """In light and dark, at whatever was linked to as well."""
    tokens = (STYLES / "tokens/tokens.css").read_text(encoding="utf-8")
    colours = {name: pair for name, *pair in PAIR.findall(tokens)}
    found = {name: min(map(contrast, colours[name], colours[ground])) for name in LEAST_CONTRASTS}
    assert {name: value for name, value in found.items() if value < LEAST_CONTRASTS[name]} == {}


@pytest.mark.parametrize("name", ORIGINALS)
def test_the_theme_s_templates_that_ours_replace_are_unchanged(name: str) -> None:
    original = files("material") / "templates" / name
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    mend = f"read what changed in it, mend overrides/{name} or main.html, and set {digest} here"
    assert ORIGINALS[name] == digest, f"mkdocs-material's {name} changed: {mend}"


def test_the_sitemap_template_that_ours_replaces_is_unchanged() -> None:
    original = files("mkdocs") / "templates/sitemap.xml"
    digest = hashlib.sha256(original.read_bytes()).hexdigest()
    mend = f"read what changed in it, mend overrides/sitemap.xml, and set {digest} here"
    assert digest == SITEMAP, f"mkdocs' sitemap.xml changed: {mend}"


def packed(found: list[Path]) -> int:
    assert found
    return sum(len(gzip.compress(file.read_bytes())) for file in found)


def strings(script: str) -> str:
    return "".join(text for kind, text in JavascriptLexer().get_tokens(script) if kind in String)


@pytest.mark.parametrize("file", sorted(SCRIPTS.rglob("*.js")), ids=lambda file: file.name)
def test_a_joined_script_says_what_its_source_says(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    mend = "rjsmin takes white space out of a template inside a template: write it in two steps"
    assert strings(minified.script(source)) == strings(source), mend


def bundles(site: Path, *names: str) -> list[Path]:
    """The joined scripts of some names."""
    return [file for name in names for file in site.glob(f"assets/javascripts/{name}.*.js")]


def test_scripts_stay_small(site: Path) -> None:
    """Gzipped: 5 KiB on a first visit, with what stands in the page, 15 KiB on a page of which everything is used, and
    1 KiB more where there is a margin.

    It was 12 KiB while cards, panel and drawer were popovers, which browsers of 2022 do not have.
    """
    inside = html.parse(site / CHAPTER / "index.html").xpath("string(//head/script[not(@type)])")
    always = len(gzip.compress(str(inside).encode())) + packed(bundles(site, "edition"))
    assert inside and always < 5 * KIB
    for page in (
        ("panel", "places", "search"),
        ("sources", "panel", "search"),
        ("briefing", "search"),
    ):
        assert always + packed(bundles(site, *page)) < 15 * KIB, page
    assert packed(bundles(site, "margin")) < KIB
