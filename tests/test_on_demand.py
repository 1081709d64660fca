"""What is fetched when it is first needed: which files, how much, all at once; and nothing before."""

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, Route, expect

import handed_out
import real
from searching import DIALOG, QUERIES, box, located, search
from tabs import Tabs, rested, until

KIB = 1024
CHAPTER = "digital-gaps"
FETCHED = re.compile(r".*/assets/javascripts/(.+)\.\w{8}\.js")
WORD = re.compile(r"[^\W\d_]{3,}")
# What the list shows of each query, right after it was typed.
SHOWN = """async (dialog, queries) => {
    const field = dialog.querySelector("input[type=search]");
    const found = [];
    for (const query of queries) {
        field.value = query;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        found.push([...dialog.querySelectorAll("a.result")].map((link) => link.outerHTML));
    }
    return found;
}"""


def name_of(url: str) -> str:
    """A script's name without its fingerprint, empty for what is none of ours."""
    found = FETCHED.fullmatch(urlsplit(url).path)
    return found[1] if found else ""


def packed(site: Path, name: str) -> int:
    (file,) = site.glob(f"assets/javascripts/{name}.*.js")
    return len(gzip.compress(file.read_bytes()))


@contextmanager
def watching(tab: Page) -> Iterator[list[str]]:
    """The names of the scripts that are asked for meanwhile."""
    asked: list[str] = []

    def listen(request: Request) -> None:
        if name := name_of(request.url):
            asked.append(name)

    tab.on("request", listen)
    yield asked
    tab.remove_listener("request", listen)


@contextmanager
def holding(tab: Page, pattern: str = "**/assets/javascripts/**") -> Iterator[list[Route]]:
    """Holds back whatever script is asked for meanwhile; then lets it come."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    tab.route(pattern, hold)
    yield held
    for route in held:
        route.continue_()
    tab.unroute(pattern, hold)


def awaited(tab: Page, held: list[Route], wanted: set[str]) -> None:
    """All scripts of these names are asked for while none of them comes, and no other."""
    until(tab, lambda: len(held) >= len(wanted))
    assert sorted(name_of(route.request.url) for route in held) == sorted(wanted)


def lost(route: Route) -> None:
    route.abort()


@pytest.fixture
def tab(tabs: Tabs, address: str) -> Iterator[Page]:
    """A chapter, just opened."""
    with tabs.visiting(address) as opened:
        opened.goto(f"{address}{CHAPTER}/", wait_until="networkidle")
        yield opened


@pytest.fixture
def empty(tabs: Tabs, address: str) -> Iterator[Page]:
    """A tab at no page yet, in which the test sees to it that something fails."""
    with tabs.visiting(address, may_fail=True) as opened:
        yield opened


# How much


def test_the_panel_s_part_holds_its_own_page_alone(site: Path) -> None:
    parts = handed_out.parts(site)
    for page in real.edition().pages:
        part = parts[f"panel/{page.file.removesuffix('.md')}"]
        assert set(part) == {"edition", "pages", "paragraphs", "previews", "sources"}
        assert list(part["pages"]) == [page.address]
        assert list(part["paragraphs"]) == [paragraph.id for paragraph in page.paragraphs]


def test_the_words_of_a_chapter_are_a_part_of_their_own(site: Path) -> None:
    parts = handed_out.parts(site)
    for chapter in real.edition().chapters:
        part = parts[f"words/{chapter.file.removesuffix('.md')}"]
        assert set(part) == {"words"}
        assert list(part["words"]) == [paragraph.id for paragraph in chapter.paragraphs]


def test_no_part_is_large(site: Path) -> None:
    """Gzipped; in one file they were 37 KiB."""
    sizes = {name: packed(site, f"texts/{name}") for name in handed_out.parts(site)}
    limits = {"edition": 1, "places": 6, "panel": 7.5, "words": 4.5}
    over = {n: size for n, size in sizes.items() if size > limits[n.split("/")[0]] * KIB}
    assert len(sizes) == 15 and over == {}


def test_what_the_first_results_of_a_search_need_is_small(site: Path) -> None:
    assert packed(site, "search") + packed(site, "search-records") < 14 * KIB
    assert packed(site, "search-texts") < 23 * KIB


# The panel


def test_a_chapter_fetches_nothing_before_it_is_used(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address) as opened, watching(opened) as asked:
        opened.goto(f"{address}{CHAPTER}/", wait_until="networkidle")
        opened.mouse.wheel(0, 2000)
        rested(opened)
    assert set(asked) == {"edition", "margin"}


def test_the_panel_of_a_paragraph_asks_at_once_for_itself_and_its_page(tab: Page) -> None:
    with holding(tab) as held:
        tab.locator("#p6 .paragraph-number").focus()
        awaited(tab, held, {"panel", f"texts/panel/{CHAPTER}"})
        tab.keyboard.press("Enter")
    expect(tab.get_by_role("dialog", name="Paragraph 6")).to_be_visible()


def test_the_panel_of_a_paragraph_asks_for_no_more(tab: Page, site: Path) -> None:
    with watching(tab) as asked:
        tab.locator("#p6 .paragraph-number").click()
        expect(tab.get_by_role("dialog", name="Paragraph 6")).to_be_visible()
        tab.get_by_role("button", name="Copy with sources").click()
        expect(tab.locator(".panel-state")).to_contain_text("Copied")
    assert sorted(asked) == ["panel", f"texts/panel/{CHAPTER}"]
    assert sum(packed(site, name) for name in asked) < 12 * KIB


def test_what_the_panel_hands_out_is_there_when_it_opens(tab: Page) -> None:
    tab.locator("#p6 .paragraph-number").click()
    expect(tab.get_by_role("dialog", name="Paragraph 6")).to_be_visible()
    tab.context.set_offline(True)
    tab.get_by_role("radio", name="BibTeX").check()
    tab.get_by_role("button", name="Copy with sources").click()
    expect(tab.locator(".panel-state")).to_contain_text("Copied")
    with tab.expect_download():
        tab.get_by_role("button", name="RIS").click()
    tab.context.set_offline(False)


def test_on_a_page_without_citations_the_panel_asks_for_what_holds_everywhere(
    empty: Page, address: str
) -> None:
    opened = empty
    opened.goto(f"{address}editions/")
    with watching(opened) as asked:
        opened.locator(".heading-link").first.click()
        expect(opened.get_by_role("dialog")).to_be_visible()
    assert sorted(asked) == ["panel", "texts/edition"]


# Previews


def test_a_preview_asks_at_once_for_its_script_and_the_words(tab: Page) -> None:
    with holding(tab) as held:
        tab.locator("#p6 .relations a[href$='#p25']").hover()
        awaited(tab, held, {"places", "texts/places"})
    expect(tab.locator(".note-card-title")).to_contain_text("Para. 25")


# The briefing


def of_the_briefing(opened: Page, address: str, ids: str) -> tuple[Page, set[str]]:
    """The page of a briefing, and the parts that it asks for before any of them has come."""
    with holding(opened, "**/texts/**") as held:
        opened.goto(f"{address}briefing/#{ids}", wait_until="commit")
        expect(opened.locator(".briefing")).to_be_visible()
        chapters = {real.edition().chapter_of[ident].address for ident in ids.split(",") if ident}
        until(opened, lambda: len(held) >= len(chapters) + bool(chapters))
        asked = {name_of(route.request.url) for route in held}
    return opened, asked


@pytest.mark.parametrize(
    ("ids", "chapters"),
    [("p12", {"cooperation-value"}), ("p3,p12,p6", {"digital-gaps", "cooperation-value"})],
)
def test_a_briefing_asks_at_once_for_the_chapters_of_its_paragraphs(
    empty: Page, address: str, ids: str, chapters: set[str]
) -> None:
    opened, asked = of_the_briefing(empty, address, ids)
    assert asked == {"texts/edition", *(f"texts/words/{name}" for name in chapters)}
    expect(opened.locator(".briefing-list > li")).to_have_count(ids.count("p"))


def test_an_empty_briefing_asks_for_no_texts(empty: Page, address: str) -> None:
    assert of_the_briefing(empty, address, "")[1] == set()


def test_a_briefing_asks_for_records_when_it_is_saved(empty: Page, address: str) -> None:
    opened, _ = of_the_briefing(empty, address, "p12")
    with watching(opened) as asked, opened.expect_download():
        opened.get_by_role("button", name="Save RIS").click()
    assert asked == ["texts/panel/cooperation-value"]


def test_a_briefing_whose_records_cannot_be_loaded_is_not_said_to_be_saved(
    empty: Page, address: str
) -> None:
    opened, _ = of_the_briefing(empty, address, "p12")
    opened.route("**/texts/panel/**", lost)
    opened.get_by_role("button", name="Save BibTeX").click()
    expect(opened.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(opened.locator(".briefing-told")).to_be_empty()


def test_a_paragraph_whose_words_cannot_be_loaded_is_not_added_until_they_can(
    empty: Page, address: str
) -> None:
    opened, _ = of_the_briefing(empty, address, "")
    opened.route("**/texts/words/**", lost)
    opened.get_by_label("Add paragraph").fill("12")
    opened.keyboard.press("Enter")
    expect(opened.get_by_role("alert")).to_contain_text("could not be loaded")
    opened.unroute("**/texts/words/**")
    opened.keyboard.press("Enter")
    expect(opened.locator(".briefing-list > li")).to_have_count(1)
    expect(opened.locator("[role=alert]")).to_be_hidden()


def test_what_another_tab_added_is_not_written_over_while_its_words_do_not_come(
    empty: Page, address: str
) -> None:
    opened, _ = of_the_briefing(empty, address, "p12")
    opened.get_by_role("button", name="Keep it as mine").click()
    opened.route("**/texts/words/**", lost)
    other, _ = of_the_briefing(empty.context.new_page(), address, "p12,p20")
    other.get_by_role("button", name="Add to mine").click()
    expect(opened.get_by_role("alert")).to_be_visible()
    opened.get_by_role("button", name="Remove para. 12").click()
    opened.get_by_label("Add paragraph").fill("13")
    opened.keyboard.press("Enter")
    rested(opened)
    assert opened.evaluate("localStorage.briefing") == "p12,p20"


def test_a_briefing_that_cannot_be_loaded_says_nothing_of_its_paragraphs(
    empty: Page, address: str
) -> None:
    opened = empty
    opened.route("**/texts/**", lost)
    opened.goto(f"{address}briefing/#p12")
    expect(opened.get_by_role("alert")).to_contain_text("could not be loaded")
    expect(opened.locator(".briefing-state")).to_be_hidden()


# The search


SEARCH = {"search", "search-records", "search-texts"}


def test_the_search_asks_for_all_that_it_needs_before_any_of_it_has_come(tab: Page) -> None:
    with holding(tab) as held:
        tab.keyboard.press("/")
        awaited(tab, held, SEARCH)
        tab.keyboard.type("cable")
    expect(tab.locator(".search-count")).to_contain_text("results")


def test_the_field_has_the_focus_again_that_it_lost_before_the_search_came(tab: Page) -> None:
    """WebKit takes it now and then, when the style comes."""
    with holding(tab):
        tab.keyboard.press("/")
        box(tab).evaluate("(field) => field.blur()")
    expect(box(tab)).to_be_focused()


def test_the_search_is_asked_for_when_a_pointer_reaches_its_button(tab: Page) -> None:
    with watching(tab) as asked:
        tab.get_by_role("button", name="Search", exact=True).hover()
        until(tab, lambda: len(asked) >= len(SEARCH))
        tab.keyboard.press("/")
        search(tab, "cable")
    assert sorted(asked) == sorted(SEARCH)


def queries() -> list[str]:
    """What readers type, and every word of the edition."""
    typed = [line.split("\t")[0] for line in QUERIES.read_text("utf-8").splitlines()]
    words = {word for p in real.edition().paragraph.values() for word in WORD.findall(p.text)}
    return [*(query for query in typed if not query.startswith("#")), *sorted(words)]


def test_what_is_found_before_the_texts_have_come_stays_where_it_is(tab: Page) -> None:
    asked = queries()
    with holding(tab, "**/search-texts.*.js"):
        tab.keyboard.press("/")
        box(tab).fill("CEPAL")
        expect(tab.locator("a.result").first).to_be_visible()
        early = tab.locator(DIALOG).evaluate(SHOWN, asked)
        expect(tab.locator(".search-count")).to_be_empty()
    expect(tab.locator(".search-count")).not_to_be_empty()
    found = tab.locator(DIALOG).evaluate(SHOWN, asked)
    moved = [q for q, some, all_ in zip(asked, early, found, strict=True)
             if some != all_[: len(some)]]  # fmt: skip
    assert moved == [] and len(list(filter(None, early))) > 100


def test_more_results_leave_the_focus_where_it_is(tab: Page) -> None:
    with holding(tab, "**/search-texts.*.js"):
        tab.keyboard.press("/")
        box(tab).fill("CEPAL")
        expect(tab.locator("a.result").first).to_be_visible()
        tab.keyboard.press("ArrowDown")
        first = tab.locator("a.result").first.element_handle()
    expect(tab.locator(".search-count")).to_contain_text("results")
    assert first and first.evaluate("(link) => link === document.activeElement")


def test_enter_waits_for_the_texts_and_follows_the_first_result(tab: Page) -> None:
    with holding(tab, "**/search-texts.*.js"):
        tab.keyboard.press("/")
        box(tab).fill("submarine optical cable from Shanghai")
        expect(tab.locator(f"{DIALOG} label")).to_be_visible()
        tab.keyboard.press("Enter")
        rested(tab)
        assert located(tab.url) == f"{CHAPTER}/"
    tab.wait_for_url("**/roadmap/#p25")


def test_where_the_texts_cannot_be_loaded_the_search_says_so_and_tries_again(
    empty: Page, address: str
) -> None:
    opened = empty
    opened.route("**/search-texts.*.js", lost)
    opened.goto(f"{address}{CHAPTER}/")
    opened.keyboard.press("/")
    box(opened).fill("CEPAL")
    expect(opened.locator(".search-count")).to_contain_text("could not be loaded")
    opened.unroute("**/search-texts.*.js")
    box(opened).fill("cable")
    expect(opened.locator(".search-count")).to_contain_text("results")


# What failed


def test_a_style_that_could_not_be_loaded_is_asked_for_again_without_its_script(
    empty: Page, address: str
) -> None:
    opened = empty
    opened.route("**/stylesheets/*", lost)
    opened.goto(f"{address}{CHAPTER}/")
    opened.keyboard.press("/")
    expect(opened.locator(DIALOG)).to_contain_text("could not be loaded")
    opened.keyboard.press("Escape")
    opened.locator("#p6 .paragraph-number").click()
    expect(opened.locator("#p6 + .panel-failed")).to_be_visible()
    opened.unroute("**/stylesheets/*")
    opened.locator("#p6 .paragraph-number").click()
    expect(opened.get_by_role("dialog", name="Paragraph 6")).to_be_visible()
    opened.keyboard.press("Escape")
    opened.keyboard.press("/")
    expect(opened.get_by_label("The key / opens the search")).to_have_count(1)
    expect(opened.locator(".copy-panel")).to_have_count(1)
