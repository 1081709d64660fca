"""Search and filters for every reader: input methods, translated pages, the way back, keys, speech, languages."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

import fitting
from composing import Composer
from searching import DIALOG, box, button, search
from tabs import Tabs, rested, until
from translated import translate

CHAPTER = "digital-gaps/"
WATCHED = """(line) => {
    globalThis.told = [];
    const tell = () => told.push(line.textContent);
    new MutationObserver(tell).observe(line, { childList: true, characterData: true, subtree: true });
}"""
"""Has the page write down each text that a status line is given: a screen reader says them all."""
FOCUSED = "document.activeElement.textContent"


@pytest.fixture
def tab(tabs: Tabs, address: str) -> Iterator[Page]:
    """A chapter."""
    with tabs.visiting(address) as opened:
        opened.goto(address + CHAPTER)
        yield opened


def open_search(tab: Page) -> Page:
    tab.keyboard.press("/")
    expect(box(tab)).to_be_focused()
    return tab


def result(tab: Page) -> Locator:
    return tab.locator(f"{DIALOG} a.result")


def expect_no_search(tab: Page) -> None:
    expect(tab.locator(DIALOG)).to_have_count(0)


# Input methods


@pytest.mark.parametrize("key", ["Enter", "Escape", "ArrowDown", "ArrowUp"])
def test_a_key_of_the_input_method_does_nothing_in_the_search(tab: Page, key: str) -> None:
    search(open_search(tab), "cable")
    writer = Composer(tab)
    writer.compose("zhong")
    writer.press(key)
    expect(box(tab)).to_be_focused()
    writer.commit("中国")
    writer.press(key)
    expect(box(tab)).to_be_focused()
    expect(box(tab)).to_have_value("cable中国")
    assert tab.url.partition("?")[0].endswith(CHAPTER)


def test_what_was_composed_is_searched_for(tab: Page) -> None:
    writer = Composer(open_search(tab))
    writer.compose("bai'pi'shu")
    expect(result(tab)).to_have_count(0)
    expect(tab.locator(".search-count")).to_be_empty()
    writer.commit("白皮书")
    expect(result(tab).first).to_contain_text("White Paper")


def test_a_slash_of_the_input_method_opens_nothing(tab: Page) -> None:
    tab.locator("#p3 .paragraph-number").focus()
    Composer(tab).press("/")
    expect_no_search(tab)


def test_letters_that_are_being_composed_hide_no_source(tab: Page, address: str) -> None:
    tab.goto(f"{address}sources/")
    tab.get_by_label("Words").focus()
    writer = Composer(tab)
    writer.compose("bai'pi'shu")
    writer.press("Enter")
    expect(tab.locator(".filter-count")).to_have_text("29 of 29 sources")
    writer.commit("白皮书")
    expect(tab.locator(".filter-count")).to_have_text("1 of 29 sources")


# Back and forward


def follow(tab: Page, words: str, at: int) -> str:
    """Searches, goes down to a result by the arrow, opens it; the address to which it leads."""
    search(open_search(tab), words)
    for _ in range(at + 1):
        tab.keyboard.press("ArrowDown")
    target = str(result(tab).nth(at).get_attribute("href"))
    tab.keyboard.press("Enter")
    tab.wait_for_url(target)
    expect_no_search(tab)
    return target


@pytest.mark.parametrize(("words", "at"), [("China", 0), ("CEPAL 2018", 12), ("中国", 4)])
def test_back_brings_the_search_with_its_words_and_the_followed_result(
    tab: Page, words: str, at: int
) -> None:
    start = tab.url
    target = follow(tab, words, at)
    tab.go_back()
    expect(box(tab)).to_have_value(words)
    expect(result(tab).nth(at)).to_be_focused()
    expect(result(tab).nth(at)).to_be_in_viewport()
    tab.go_forward()
    tab.wait_for_url(target)
    expect_no_search(tab)
    tab.go_back()
    expect(result(tab).nth(at)).to_be_focused()
    tab.keyboard.press("Escape")
    expect_no_search(tab)
    expect(tab).to_have_url(start)
    tab.reload()
    expect_no_search(tab)


def test_back_brings_the_search_after_a_result_on_the_same_page(tab: Page) -> None:
    search(open_search(tab), "postal delivery")
    result(tab).first.click()
    tab.wait_for_url("**/digital-gaps/#p3")
    tab.evaluate("globalThis.isSame = true")
    tab.go_back()
    expect(box(tab)).to_have_value("postal delivery")
    expect(result(tab).first).to_be_focused()
    assert tab.evaluate("globalThis.isSame")
    tab.go_forward()
    expect_no_search(tab)
    assert tab.url.endswith("/digital-gaps/#p3")


@pytest.mark.parametrize(
    ("place", "words"),
    [("digital-gaps/#p3", "postal delivery"), ("sources/cepal-2018-banda-ancha/", "banda ancha")],
)
def test_a_result_where_the_reader_is_leaves_no_search(
    tab: Page, address: str, place: str, words: str
) -> None:
    tab.goto(address + place)
    search(open_search(tab), words)
    tab.locator(f"{DIALOG} a[href$='{place}']").click()
    rested(tab)
    expect_no_search(tab)
    tab.reload()
    expect_no_search(tab)
    assert tab.url == address + place


def test_back_brings_the_search_though_enter_came_at_once(tab: Page) -> None:
    search(open_search(tab), "x")
    box(tab).fill("licences")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/about/#licences")
    tab.go_back()
    expect(box(tab)).to_have_value("licences")
    expect(result(tab).first).to_be_focused()


def test_back_brings_a_page_that_the_browser_had_kept(tab: Page) -> None:
    """A kept page is shown as it was left, with the search closed, and is told that it is shown."""
    search(open_search(tab), "postal delivery")
    result(tab).first.click()
    expect_no_search(tab)
    state = {"search": {"words": "cable", "at": 1, "top": 0}}
    tab.evaluate("(state) => history.replaceState(state, '')", state)
    tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(box(tab)).to_have_value("cable")
    expect(result(tab).nth(1)).to_be_focused()


@pytest.mark.parametrize("way", ["Escape", "Close", "outside"])
def test_after_another_way_out_nothing_is_left(tab: Page, way: str) -> None:
    start = tab.url
    search(open_search(tab), "cable")
    tab.wait_for_url("**/?q=cable")
    if way == "Escape":
        tab.keyboard.press("Escape")
    elif way == "Close":
        tab.get_by_role("button", name="Close", exact=True).click()
    else:
        tab.mouse.click(5, 700)
    expect_no_search(tab)
    expect(tab).to_have_url(start)
    tab.locator("#p3 .paragraph-number").click()
    tab.go_back()
    expect(tab).to_have_url(start)
    expect_no_search(tab)


def test_a_result_in_a_tab_of_its_own_leaves_the_search_open(tab: Page) -> None:
    search(open_search(tab), "cable")
    with tab.context.expect_page():
        result(tab).first.click(modifiers=["ControlOrMeta"])
    expect(box(tab)).to_have_value("cable")


# The key


@pytest.mark.parametrize(
    "markup",
    ["<select><option>One</select>", "<textarea></textarea>", "<input>", "<p contenteditable>a</p>",
     "<p role=textbox tabindex=0>a</p>", "<p role=combobox tabindex=0>a</p>"],
)  # fmt: skip
def test_fields_that_take_the_search_key_keep_it(tab: Page, markup: str) -> None:
    put = "document.querySelector('main').insertAdjacentHTML('afterbegin', `<div>${markup}</div>`)"
    tab.evaluate(f"(markup) => {put}", markup)
    tab.locator("main > div > *").first.focus()
    tab.keyboard.press("/")
    expect_no_search(tab)


def test_the_search_key_opens_nothing_over_an_open_panel(tab: Page) -> None:
    tab.locator("#p4 .paragraph-number").click()
    panel = tab.locator(".copy-panel")
    expect(panel).to_be_visible()
    tab.keyboard.press("/")
    expect_no_search(tab)
    expect(panel).to_be_visible()


@pytest.mark.parametrize("attribute", ["data-open", "dialog"])
def test_the_search_key_opens_nothing_over_an_open_card_or_dialog(
    tab: Page, attribute: str
) -> None:
    made = {
        "data-open": "document.documentElement.dataset.open = 'card'",
        "dialog": "document.body.append(made('dialog', { open: true }))",
    }
    tab.evaluate(made[attribute])
    tab.keyboard.press("/")
    expect_no_search(tab)


def test_the_search_key_is_announced_and_can_be_switched_off_for_good(tab: Page) -> None:
    expect(button(tab)).to_have_attribute("aria-keyshortcuts", "/")
    open_search(tab)
    switch = tab.get_by_role("checkbox", name="The key / opens the search")
    switch.uncheck()
    tab.keyboard.press("Escape")
    tab.keyboard.press("/")
    expect_no_search(tab)
    tab.reload()
    tab.keyboard.press("/")
    expect_no_search(tab)
    assert button(tab).get_attribute("aria-keyshortcuts") is None
    button(tab).click()
    switch.check()
    tab.keyboard.press("Escape")
    open_search(tab)


def test_the_search_key_can_be_switched_off_where_storage_is_closed(
    tabs: Tabs, address: str
) -> None:
    with tabs.visiting(address, storage=False) as tab:
        tab.goto(address + CHAPTER)
        open_search(tab)
        tab.get_by_role("checkbox", name="The key / opens the search").uncheck()
        tab.keyboard.press("Escape")
        tab.keyboard.press("/")
        expect_no_search(tab)


# Speech and languages


def told(tab: Page) -> list[str]:
    rested(tab)
    return list(tab.evaluate("told"))


def test_the_search_speaks_once_when_the_typing_rests(tab: Page) -> None:
    open_search(tab)
    status = tab.locator(DIALOG).get_by_role("status")
    status.evaluate(WATCHED)
    tab.keyboard.type("broadband")
    first = told(tab)
    assert first == [tab.locator(".search-count").text_content()]
    tab.keyboard.press("Backspace")
    tab.keyboard.type("d")
    assert told(tab) == first


def test_the_filters_speak_once_and_only_what_is_new(tab: Page, address: str) -> None:
    tab.goto(f"{address}sources/")
    tab.locator(".filter-state [role=status]").evaluate(WATCHED)
    tab.get_by_label("Words").focus()
    tab.keyboard.type("e ")
    assert told(tab) == []
    tab.keyboard.type("digital")
    assert told(tab) == [tab.locator(".filter-count").text_content()]


@pytest.mark.parametrize(
    ("words", "foreign", "language"),
    [
        ("banda ancha", "Estado de la banda ancha en América Latina y el Caribe 2017", "es"),
        ("Boletín FAL", "Boletín FAL", "es"),
        ("sexta conferencia", "Sexta Conferencia Ministerial sobre la Sociedad de la Información "
         "de América Latina y el Caribe", "es"),
        ("国发", "国发〔2016〕73号", "zh"),
        ("光缆", "中国国际光缆互联互通白皮书（2018年）", "zh"),
        ("Ministério do Comércio", "Ministério do Comércio da China", "pt"),
    ],
)  # fmt: skip
def test_what_is_not_english_says_its_language(
    tab: Page, words: str, foreign: str, language: str
) -> None:
    search(open_search(tab), words)
    spoken = result(tab).first.locator(f"[lang={language}]").all_text_contents()
    assert foreign in spoken


def test_the_search_needs_no_look_behind(tab: Page) -> None:
    """Safari 16.0 knows none, and fails at the whole pattern."""
    tab.add_init_script("""
        globalThis.RegExp = new Proxy(RegExp, { construct(regexp, [source, flags]) {
            if (/[(][?]<[=!]/.test(source)) throw new SyntaxError("look-behind");
            return new regexp(source, flags);
        } });
    """)
    tab.reload()
    assert search(open_search(tab), "broadband") and search(tab, "22,800") and search(tab, "白皮书")


# Translated pages


def test_a_translated_search_opens_finds_leads_and_closes(tab: Page) -> None:
    translate(tab)
    tab.locator(".search-button font").last.click()
    expect(box(tab)).to_be_focused()
    search(tab, "Estado de la banda ancha")
    translated = result(tab).first
    expect(translated.locator("mark").first).to_have_text("Estado")
    expect(translated.locator(".result-kind")).to_have_text("SOURCE")
    tab.get_by_role("button", name="CLOSE").locator("font").last.click()
    expect_no_search(tab)
    tab.locator(".search-button").click()
    translated.locator("mark").first.click()
    tab.wait_for_url("**/sources/cepal-2018-banda-ancha/")


def test_a_translated_list_narrows_and_counts(tab: Page, address: str) -> None:
    tab.goto(f"{address}sources/")
    translate(tab)
    tab.get_by_label("Chapter").select_option("Digital gaps")
    expect(tab.locator(".entry:visible")).to_have_count(5)
    choice = tab.locator("select[name=chapter] option[value='Digital gaps']")
    expect(choice).to_have_text("DIGITAL GAPS (5)")
    expect(tab.locator(".filter-count")).to_have_text("5 OF 29 SOURCES")
    tab.get_by_label("Words").fill("cepal")
    expect(choice).not_to_have_text("DIGITAL GAPS (5)")


# Where the connection fails


@pytest.mark.parametrize("file", ["search", "search-records"])
def test_a_search_that_cannot_be_loaded_says_so_to_eye_and_ear(
    tabs: Tabs, address: str, file: str
) -> None:
    with tabs.visiting(address, may_fail=True) as tab:
        tab.route(re.compile(rf"/{file}\.\w+\.js$"), lambda route: route.abort())
        tab.goto(address + CHAPTER)
        open_search(tab)
        said = re.compile("The search could not be loaded; try again")
        expect(tab.locator(f"{DIALOG} .search-count")).to_have_text(said)
        expect(tab.locator(DIALOG).get_by_role("status").filter(has_text=said)).to_have_count(1)


def test_enter_follows_the_first_result_though_the_records_come_late(tab: Page) -> None:
    held: list[Route] = []
    tab.route(re.compile(r"/search-records\.\w+\.js$"), lambda route: held.append(route))
    box(open_search(tab)).fill("Huawei in Brazil")
    expect(tab.locator(f"{DIALOG} label")).to_be_visible()
    tab.keyboard.press("Enter")
    until(tab, lambda: bool(held))
    held[0].continue_()
    tab.wait_for_url("**/sources/xinhua-2015-huawei/")


# Focus and room


def test_show_all_keeps_the_focus(tab: Page, address: str) -> None:
    tab.goto(f"{address}sources/?language=spanish")
    clear = tab.get_by_role("button", name="Show all")
    clear.press("Enter")
    expect(tab.locator(".filter-count")).to_have_text("29 of 29 sources")
    expect(clear).to_be_focused()
    expect(clear).to_have_attribute("aria-disabled", "true")


ROOM = """(dialog) => {
    const boxes = [...dialog.children].map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 1);
    const overlaps = boxes.slice(1).filter((box, at) => box.top < boxes[at].bottom - 0.5);
    const body = dialog.querySelector(".search-body");
    return { height: boxes.at(-1).bottom - boxes.at(-1).top, below: boxes.at(-1).bottom - innerHeight,
             overlaps: overlaps.length, wide: dialog.scrollWidth - dialog.clientWidth,
             isScrolled: body.scrollHeight > body.clientHeight };
}"""


@pytest.mark.parametrize("size", [16, 24, 32])
@pytest.mark.parametrize("view", [(844, 390), (390, 844), (1280, 900), (1280, 300), (1000, 700)])
def test_results_have_room_and_scroll(
    tab: Page, address: str, view: tuple[int, int], size: int
) -> None:
    """At any window and default size of letters, which a style sheet of the reader stands in for here."""
    tab.set_viewport_size({"width": view[0], "height": view[1]})
    with fitting.letters(tab, size):
        tab.goto(address + CHAPTER)
        search(open_search(tab), "China")
        room = tab.locator(DIALOG).evaluate(ROOM)
    assert room["height"] > 80 and room["below"] <= 0 and room["isScrolled"]
    assert (room["overlaps"], room["wide"]) == (0, 0)
