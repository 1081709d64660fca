"""Links to paragraphs show where they lead, by pointer and key; a note leads back to the mark that was followed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from edition.model import Edition
from tabs import Tabs, rested

LABEL = "Para. 25, Roadmap: ICT infrastructure"


@pytest.fixture(params=[900, 1280], ids=["900", "1280"])
def tab(tabs: Tabs, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A chapter, without and with notes in its margin."""
    with tabs.visiting(address, request.param) as opened:
        opened.goto(address + "digital-gaps/")
        yield opened


@pytest.fixture
def wide(tabs: Tabs, address: str) -> Iterator[Page]:
    """A wide tab at no page yet."""
    with tabs.visiting(address) as opened:
        yield opened


def relation(tab: Page) -> Locator:
    """A link from one paragraph to another, on another page."""
    return tab.locator("#p6 .relations a[href$='#p25']")


def focus_relation(tab: Page) -> None:
    tab.locator("[id='fnref:10'] a").focus()
    tab.keyboard.press("Tab")
    expect(relation(tab)).to_be_focused()


def test_pointing_at_a_link_shows_its_paragraph(tab: Page) -> None:
    relation(tab).hover()
    card = tab.locator(".note-card")
    expect(card.locator(".note-card-title")).to_have_text(LABEL)
    card.hover()
    rested(tab)
    expect(card).to_be_visible()
    tab.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_the_card_gives_the_first_sixty_words_without_numbers_of_notes(
    tab: Page, edition: Edition
) -> None:
    relation(tab).hover()
    words = " ".join(edition.paragraph["p25"].text.split()[:60])
    expect(tab.locator(".note-card-words")).to_have_text(f"{words}\u00a0…")


def test_escape_closes_what_the_pointer_opened(tab: Page) -> None:
    relation(tab).hover()
    expect(tab.locator(".note-card")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator(".note-card")).to_be_hidden()


def test_the_card_opens_on_keyboard_focus_and_escape_closes_it(tab: Page) -> None:
    focus_relation(tab)
    card = tab.locator(".note-card")
    expect(card).to_be_visible()
    expect(relation(tab)).to_have_attribute("aria-description", LABEL)
    tab.mouse.move(5, 5)
    tab.mouse.move(300, 300)
    rested(tab)
    expect(card).to_be_visible()
    tab.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(relation(tab)).to_be_focused()


def test_the_card_closes_when_focus_goes_on(tab: Page) -> None:
    focus_relation(tab)
    expect(tab.locator(".note-card")).to_be_visible()
    tab.keyboard.press("Tab")
    expect(relation(tab)).not_to_be_focused()
    expect(tab.locator(".note-card-title", has_text=LABEL)).to_be_hidden()


def test_words_that_come_late_open_nothing_once_the_focus_has_gone_on(tab: Page) -> None:
    held: list[Route] = []
    tab.route("**/javascripts/places.*.js", lambda route: held.append(route))
    focus_relation(tab)
    tab.locator(".site-title a").focus()
    assert len(held) == 1
    with tab.expect_request_finished(lambda request: "/places." in request.url):
        held[0].continue_()
    rested(tab)
    expect(tab.locator(".note-card")).to_be_hidden()


def test_enter_follows_the_link(tab: Page, address: str) -> None:
    focus_relation(tab)
    expect(tab.locator(".note-card")).to_be_visible()
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(address + "roadmap/#p25")


def test_a_passing_pointer_opens_nothing(tab: Page) -> None:
    relation(tab).hover()
    tab.mouse.move(5, 5)
    rested(tab)
    expect(tab.locator(".note-card")).to_be_hidden()


def test_the_card_never_covers_its_link(tab: Page) -> None:
    for height in (300, 500, 900):
        tab.set_viewport_size({"width": 900, "height": height})
        for block in ("start", "center", "end"):
            tab.mouse.move(5, 5)
            relation(tab).evaluate(f"link => link.scrollIntoView({{ block: '{block}' }})")
            tab.locator(".note-card").wait_for(state="hidden")
            relation(tab).hover()
            expect(tab.locator(".note-card")).to_be_visible()
            assert not covered(tab), (height, block)


def covered(tab: Page) -> bool:
    card, link = tab.locator(".note-card").bounding_box(), relation(tab).bounding_box()
    assert card and link
    above = card["y"] + card["height"] <= link["y"]
    return not (above or card["y"] >= link["y"] + link["height"])


def test_below_720_px_only_focus_opens_it_and_the_link_stays_in_view(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 500})
    relation(tab).hover()
    rested(tab)
    expect(tab.locator(".note-card")).to_be_hidden()
    focus_relation(tab)
    expect(tab.locator(".note-card")).to_be_visible()
    assert not covered(tab)


def test_touch_follows_a_link_at_once(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 820, has_touch=True, is_mobile=True) as tab:
        tab.goto(address + "digital-gaps/")
        relation(tab).tap()
        expect(tab).to_have_url(address + "roadmap/#p25")


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("", ".link-and-cite a[href$='#p25']"),
        ("digital-gaps/", ".leads a[href$='#p25']"),
        ("sources/", ".entry-facts a[href$='#p25']"),
        ("sources/larocca-2018-cable/", ".use-place"),
    ],
)
def test_links_to_a_paragraph_preview_it_on_every_kind_of_page(
    wide: Page, address: str, page: str, link: str
) -> None:
    wide.goto(address + page)
    wide.locator(link).first.hover()
    expect(wide.locator(".note-card-title")).to_have_text(LABEL)


@pytest.mark.parametrize("link", [".paragraph-number", ".navigation-link", ".note-back", ".source-title"])  # fmt: skip
def test_other_links_preview_nothing(tab: Page, link: str) -> None:
    shown = tab.locator(f"{link}:visible")
    if shown.count() == 0:
        tab.get_by_role("button", name="Menu").click()
    shown.last.hover()
    rested(tab)
    expect(tab.locator(".note-card")).to_be_hidden()


def test_a_preview_closes_no_panel_that_is_open(tab: Page) -> None:
    tab.locator("#p6 .paragraph-number").click()
    tab.get_by_role("button", name="Copy link").focus()
    relation(tab).dispatch_event("pointerover", {"pointerType": "mouse"})
    rested(tab)
    expect(tab.locator(".copy-panel")).to_be_visible()
    expect(tab.locator(".note-card")).to_be_hidden()
    tab.keyboard.press("Escape")
    expect(tab.locator(".copy-panel")).to_be_hidden()
    expect(tab.locator("#p6 .paragraph-number")).to_be_focused()


def test_a_preview_closes_no_navigation_that_is_open(tab: Page) -> None:
    tab.set_viewport_size({"width": 900, "height": 900})
    tab.get_by_role("button", name="Menu").click()
    relation(tab).dispatch_event("pointerover", {"pointerType": "mouse"})
    rested(tab)
    expect(tab.locator(".navigation")).to_be_visible()


@pytest.mark.parametrize("way", ["pointer", "focus"])
def test_the_card_goes_when_a_mark_is_next(tab: Page, way: str) -> None:
    relation(tab).hover()
    expect(tab.locator(".note-card-title")).to_have_text(LABEL)
    mark = tab.locator("[id='fnref:9'] a")
    if way == "pointer":
        mark.hover()
    else:
        tab.locator("[id='fnref:8'] a").focus()
        tab.keyboard.press("Tab")
        expect(mark).to_be_focused()
    expect(tab.locator(".note-card-title")).to_be_hidden()


def test_a_mark_shows_its_note_though_something_else_is_open(tab: Page) -> None:
    tab.set_viewport_size({"width": 900, "height": 900})
    tab.get_by_role("button", name="Menu").click()
    tab.locator("[id='fnref:3'] a").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".note-card .source-title")).to_be_focused()


def test_a_card_gives_way_to_a_link_that_previews_nothing(tab: Page) -> None:
    other = "<p><a href='#platforms'>Platforms</a></p>"
    tab.locator(".opening").evaluate("(top, html) => (top.innerHTML += html)", other)
    relation(tab).hover()
    expect(tab.locator(".note-card")).to_be_visible()
    tab.get_by_role("link", name="Platforms", exact=True).dispatch_event(
        "pointerover", {"pointerType": "mouse"}
    )
    expect(tab.locator(".note-card")).to_be_hidden()


def test_a_card_opens_again_at_once_after_escape(tab: Page) -> None:
    focus_relation(tab)
    expect(tab.locator(".note-card")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Shift+Tab")
    expect(relation(tab)).to_be_focused()
    expect(tab.locator(".note-card-words")).to_be_visible()


REPEATED = '<sup id="fnref:3-2"><a class="note-mark" href="#fn:3" aria-label="Note 3">3</a></sup>'
BESIDE = '<p class="margin-note" data-note="3"><a class="note-number" href="#fnref:3-2">3</a></p>'
WAY = '<a class="note-back" href="#fnref:3-2" aria-label="↑ para. 4, back to note 3">↑ para. 4</a>'


@pytest.fixture
def repeated(tabs: Tabs, address: str, site: Path) -> Iterator[Page]:
    """A chapter in which para. 4 has a second mark of note 3, in a narrow window."""
    chapter = (site / "digital-gaps/index.html").read_text(encoding="utf-8")
    first_way = chapter[chapter.index('<a class="note-back"') :].partition("</a>")[0] + "</a>"
    place = chapter.index(" ", chapter.index('<p id="p4">') + 200)
    chapter = chapter[:place] + REPEATED + chapter[place:]
    aside = chapter.index(">", chapter.index('"Notes to para. 4, in short"')) + 1
    chapter = chapter[:aside] + BESIDE + chapter[aside:].replace(first_way, first_way + WAY)
    with tabs.visiting(address, 390, 800) as tab:
        tab.route(
            "**/digital-gaps/", lambda route: route.fulfill(body=chapter, content_type="text/html")
        )
        tab.goto(address + "digital-gaps/")
        yield tab


@pytest.mark.parametrize(("mark", "paragraph"), [("fnref:3", 3), ("fnref:3-2", 4)])
def test_of_several_ways_back_from_a_note_the_one_that_was_come_is_marked(
    repeated: Page, mark: str, paragraph: int
) -> None:
    repeated.locator(f"[id='{mark}'] a").click()
    repeated.get_by_role("link", name="Note 3 in the list").click()
    way = repeated.locator("[id='fn:3'] [aria-current]")
    expect(way).to_have_text(f"↑ para. {paragraph}")
    way.click()
    assert repeated.url.endswith(f"#{mark}")
    expect(repeated.locator(f"[id='{mark}']")).to_be_in_viewport()


def test_a_single_way_back_is_not_set_apart(repeated: Page) -> None:
    repeated.locator("[id='fnref:6'] a").click()
    repeated.get_by_role("link", name="Note 6 in the list").click()
    way = repeated.locator("[id='fn:6'] .note-back")
    said = "way => getComputedStyle(way, '::after').content"
    assert way.evaluate(said) == "none"


@pytest.mark.parametrize("mark", ["fnref:3", "fnref:3-2", "fnref:6"])
@pytest.mark.parametrize("way", ["Escape", "number"])
def test_from_the_margin_a_reader_gets_back_to_the_mark_that_was_followed(
    repeated: Page, mark: str, way: str
) -> None:
    repeated.set_viewport_size({"width": 1280, "height": 900})
    expect(repeated.locator(".margin-note").first).to_be_visible()  # once its script has come
    repeated.locator(f"[id='{mark}'] a").press("Enter")
    note = repeated.locator(".margin-note:focus")
    expect(note).to_have_count(1)
    if way == "Escape":
        repeated.keyboard.press("Escape")
    else:
        note.locator(".note-number").click()
    expect(repeated.locator(f"[id='{mark}'] a")).to_be_focused()


def test_the_number_of_a_margin_note_leads_back_without_javascript(
    tabs: Tabs, address: str
) -> None:
    with tabs.visiting(address, java_script_enabled=False) as tab:
        tab.goto(address + "digital-gaps/")
        tab.get_by_role("link", name="8, back to the text").click()
        assert tab.url.endswith("#fnref:8")
