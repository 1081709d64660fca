"""The panel that copies links and citations, in a real browser: by key, pointer, touch; with and without clipboard."""

import io
import itertools
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import rispy
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect
from pybtex.database import parse_string

import fitting
from panel import copied, open_panel, press, said, uncovered
from passages import FIND, PASSAGES, found, passage_link, select
from project import SITE, Copies, built, spoil
from server import serving
from tabs import Tabs, rested, until
from translated import translate

CHAPTER = "digital-gaps/"
WIDTHS = (390, 1280)
AXE = {"rules": {"target-size": {"enabled": True}}}
"""Targets of 24 px, in the panel alone: what it covers in part is no target while it does."""


@pytest.fixture(params=WIDTHS)
def tab(tabs: Tabs, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with tabs.visiting(address, request.param, 800) as opened:
        yield opened


@pytest.fixture
def desk(tabs: Tabs, address: str) -> Iterator[Page]:
    """A wide tab alone, for what no width changes."""
    with tabs.visiting(address, 1280, 800) as opened:
        yield opened


def open_p6(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    open_panel(tab, "#p6 .paragraph-number", "Paragraph 6")


def test_enter_twice_copies_the_permanent_link(desk: Page, address: str) -> None:
    open_p6(desk, address)
    expect(desk.get_by_role("button", name="Copy link")).to_be_focused()
    desk.keyboard.press("Enter")
    said(desk, "Copied: the link")
    assert copied(desk) == f"{SITE}{CHAPTER}#p6"
    assert desk.url == f"{address}{CHAPTER}#p6"


def test_the_paragraph_is_marked_and_its_start_stays_in_view(tab: Page, address: str) -> None:
    for place in ("#p2", "#p6", "#p7"):
        tab.goto(address + CHAPTER)
        open_panel(tab, f"{place} .paragraph-number")
        expect(tab.locator(f"{place}:target")).to_be_in_viewport()
        assert uncovered(tab, f"{place} .paragraph-number"), place


def test_where_there_is_a_margin_the_whole_column_stays_readable(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    for width in (1220, 1280, 1399, 1440):
        desk.set_viewport_size({"width": width, "height": 800})
        for place in ("#p6 .paragraph-number", "#digital-divide .heading-link"):
            open_panel(desk, place, "")
            desk.get_by_role("radio", name="BibTeX").check()
            panel = desk.locator(".copy-panel").bounding_box()
            text = desk.locator("#p6").bounding_box()
            assert panel and text and panel["x"] >= text["x"] + text["width"]
            assert panel["x"] + panel["width"] <= width and panel["y"] + panel["height"] <= 800
            desk.keyboard.press("Escape")


def test_without_a_margin_the_panel_stands_under_the_text(desk: Page, address: str) -> None:
    for width in (768, 1024, 1219):
        desk.set_viewport_size({"width": width, "height": 800})
        desk.goto(address + CHAPTER)
        open_panel(desk, "#digital-divide .heading-link", "Section")
        panel = desk.locator(".copy-panel").bounding_box()
        heading = desk.locator("#digital-divide").bounding_box()
        assert panel and heading and panel["y"] > heading["y"] + heading["height"]


FORMS = {
    "Plain": "Lou Xiangfei, “Building China–Latin America Digital Silk Road",
    "Rich text": "Lou Xiangfei, “Building China–Latin America Digital Silk Road",
    "Markdown": "restated in *Building China–Latin America Digital Silk Road: Web Edition*",
    "BibTeX": "@incollection{lou-2019-restated-p6,",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_citation_is_shown_as_it_is_copied(desk: Page, address: str, form: str) -> None:
    open_p6(desk, address)
    desk.get_by_role("radio", name=form).check()
    shown = desk.locator(".panel-text").text_content()
    press(desk, "Copy citation")
    said(
        desk,
        f"Copied: the citation as {'plain text' if form == 'Plain' else form.replace('R', 'r')}",
    )
    assert copied(desk) == shown and FORMS[form] in copied(desk)
    assert "para. 6" in copied(desk) and f"{SITE}{CHAPTER}#p6" in copied(desk)


def test_rich_text_keeps_italics_and_link(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.get_by_role("radio", name="Rich text").check()
    press(desk, "Copy citation")
    said(desk, "Copied: the citation as rich text")
    rich = copied(desk, "text/html")
    assert "<i>Building China–Latin America Digital Silk Road: Web Edition</i>" in rich
    assert f'<a href="{SITE}{CHAPTER}#p6">' in rich


def test_plain_text_has_no_rich_form(desk: Page, address: str) -> None:
    open_p6(desk, address)
    press(desk, "Copy citation")
    said(desk, "Copied: the citation as plain text")
    assert copied(desk, "text/html") == ""


def test_the_chosen_form_holds_for_the_next_paragraph(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.get_by_role("radio", name="Markdown").check()
    desk.keyboard.press("Escape")
    open_panel(desk, "#p7 .paragraph-number", "Paragraph 7")
    expect(desk.get_by_role("radio", name="Markdown")).to_be_checked()
    expect(desk.locator(".panel-text")).to_contain_text("*Building China")


def test_sources_are_listed_with_pages_and_lead_to_their_pages(desk: Page, address: str) -> None:
    open_p6(desk, address)
    rows = desk.locator(".panel-sources li")
    expect(rows).to_have_text(
        [
            "8CEPAL, La nueva revolución digital (2016), p. 58.",
            "9CEPAL, Estado de la banda ancha 2017 (2018), p. 5.",
            "10CEPAL, Monitoreo eLAC2018, p. 10.",
        ]
    )
    rows.first.get_by_role("link").click()
    expect(desk).to_have_url(f"{address}sources/cepal-2016-revolucion/")


def test_a_paragraph_without_sources_says_that_no_note_stands_in_it(
    desk: Page, address: str
) -> None:
    desk.goto(address + CHAPTER)
    open_panel(desk, "#p7 .paragraph-number", "Paragraph 7")
    none = "No note of the article stands here."
    expect(desk.get_by_text(none)).to_be_visible()
    press(desk, "Copy with sources")
    said(desk, "Copied: the citation with its sources")
    assert none in copied(desk)


def test_copied_with_sources_pages_are_kept(desk: Page, address: str) -> None:
    open_p6(desk, address)
    press(desk, "Copy with sources")
    said(desk, "Copied: the citation with its sources")
    assert "Sources of para. 6:\n\n- Note 8, p. 58: CEPAL. La nueva revolución" in copied(desk)
    rich = copied(desk, "text/html")
    start = '<ul><li>Note 8, p. 58: CEPAL. <i><span lang="es">La nueva revolución digital:'
    assert start in rich
    assert '<a href="https://repositorio.cepal.org' in rich


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("Markdown", "- Note 8, p. 58: CEPAL. *La nueva revolución digital:"),
        ("BibTeX", "    annote = {Note 8, p. 58}\n}"),
    ],
)
def test_sources_go_along_in_the_chosen_form(
    desk: Page, address: str, form: str, words: str
) -> None:
    open_p6(desk, address)
    desk.get_by_role("radio", name=form).check()
    press(desk, "Copy with sources")
    said(desk, f"Copied: the citation with its sources as {form}")
    assert words in copied(desk)


def downloaded(tab: Page, name: str, file: str) -> str:
    with tab.expect_download() as started:
        press(tab, name)
    assert started.value.suggested_filename == file
    said(tab, f"Saved: {file}")
    return Path(started.value.path()).read_text(encoding="utf-8")


def test_the_download_as_bibtex_holds_the_paragraph_and_its_sources(
    desk: Page, address: str
) -> None:
    open_p6(desk, address)
    text = downloaded(desk, "BibTeX", "digital-silk-road-p6.bib")
    entries = parse_string(text, "bibtex").entries
    keys = ["cepal-2016-revolucion", "cepal-2018-banda-ancha", "cepal-2018-monitoreo"]
    assert list(entries) == ["lou-2019-restated-p6", *keys]
    assert entries[keys[0]].fields["annote"] == "Note 8, p. 58"
    assert entries["lou-2019-restated-p6"].fields["url"] == f"{SITE}{CHAPTER}#p6"


def test_the_download_as_ris_holds_the_paragraph_and_its_sources(desk: Page, address: str) -> None:
    open_p6(desk, address)
    own, *sources = rispy.loads(downloaded(desk, "RIS", "digital-silk-road-p6.ris"))
    (restated,) = own["notes"]
    assert restated.removesuffix("; with later corrections") == "Restated; not the author's wording"
    assert [source["notes"][-1] for source in sources] == [
        "Note 8, p. 58",
        "Note 9, p. 5",
        "Note 10, p. 10",
    ]


def test_a_source_noted_twice_is_one_record_with_all_its_pages(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.keyboard.press("Escape")
    again = "{ note: '99', key: 'cepal-2018-monitoreo', pages: 'p. 3', where: 'Note 99, p. 3' }"
    desk.evaluate(f"editionTexts.paragraphs.p6.sources.push({again})")
    open_panel(desk, "#p6 .paragraph-number", "Paragraph 6")
    entries = parse_string(downloaded(desk, "BibTeX", "digital-silk-road-p6.bib"), "bibtex").entries
    assert entries["cepal-2018-monitoreo"].fields["annote"] == "Note 10, p. 10; Note 99, p. 3"


# Opening and closing


def test_escape_closes_and_focus_returns(tab: Page, address: str) -> None:
    open_p6(tab, address)
    tab.keyboard.press("Escape")
    expect(tab.locator(".copy-panel")).to_be_hidden()
    expect(tab.locator("#p6 .paragraph-number")).to_be_focused()


def test_focus_returns_even_from_a_click_on_the_panel_s_ground(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.locator(".copy-panel legend").click()
    desk.keyboard.press("Escape")
    expect(desk.locator("#p6 .paragraph-number")).to_be_focused()


def test_close_closes_and_focus_returns(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.get_by_role("button", name="Close").press("Enter")
    expect(desk.locator(".copy-panel")).to_be_hidden()
    expect(desk.locator("#p6 .paragraph-number")).to_be_focused()


def test_a_click_outside_closes(tab: Page, address: str) -> None:
    open_p6(tab, address)
    tab.locator("#p6").click(position={"x": 200, "y": 8})
    expect(tab.locator(".copy-panel")).to_be_hidden()


def test_the_number_of_the_target_opens_the_panel_again(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.keyboard.press("Escape")
    desk.locator("#p6 .paragraph-number").click()
    expect(desk.get_by_role("dialog", name="Paragraph 6")).to_be_visible()
    expect(desk.get_by_role("button", name="Copy link")).to_be_focused()


def test_tab_goes_through_the_panel_and_leaves_it_closed(tab: Page, address: str) -> None:
    open_p6(tab, address)
    for _ in range(20):
        tab.keyboard.press("Tab")
        if not tab.locator(".copy-panel").is_visible():
            break
    expect(tab.locator(".copy-panel")).to_be_hidden()
    assert tab.evaluate("document.activeElement !== document.body")


def test_going_back_closes_what_belongs_to_another_address(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    open_panel(desk, "#p2 .paragraph-number", "Paragraph 2")
    open_panel(desk, "#p3 .paragraph-number", "Paragraph 3")
    desk.go_back()
    expect(desk.locator(".copy-panel")).to_be_hidden()
    expect(desk.locator("#p2:target")).to_be_in_viewport()


def test_with_a_modifier_the_number_is_a_plain_link(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    with desk.context.expect_page() as opened:
        desk.locator("#p6 .paragraph-number").click(modifiers=["ControlOrMeta"])
    expect(opened.value).to_have_url(f"{address}{CHAPTER}#p6")
    expect(desk.locator(".copy-panel")).to_be_hidden()


def test_touch_opens_and_a_touch_outside_closes(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800, has_touch=True, is_mobile=True) as tab:
        tab.goto(address + CHAPTER)
        tab.locator("#p6 .paragraph-number").tap()
        tab.get_by_role("button", name="Copy link").tap()
        said(tab, "Copied: the link")
        tab.locator("#p6").tap(position={"x": 200, "y": 8})
        expect(tab.locator(".copy-panel")).to_be_hidden()


def test_without_javascript_numbers_and_signs_are_plain_links(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 1280, 800, java_script_enabled=False) as tab:
        tab.goto(address + CHAPTER)
        tab.locator("#digital-divide .heading-link").click()
        expect(tab).to_have_url(f"{address}{CHAPTER}#digital-divide")


def test_a_panel_that_cannot_be_loaded_says_so_and_the_link_still_works(
    tabs: Tabs, address: str
) -> None:
    with tabs.visiting(address, may_fail=True) as tab:
        tab.route("**/panel.*.js", lambda route: route.abort())
        tab.goto(address + CHAPTER)
        tab.locator("#p6 .paragraph-number").click()
        told = "The panel could not be loaded; the link is in the address bar."
        expect(tab.get_by_role("status").filter(has_text=told)).to_be_visible()
        assert tab.url.endswith("#p6")


# Without a clipboard


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_clipboard_the_text_is_selected(tabs: Tabs, address: str, width: int) -> None:
    with tabs.visiting(address, width, 800, clipboard=False) as tab:
        open_p6(tab, address)
        for button, words in (
            ("Copy link", f"{SITE}{CHAPTER}#p6"),
            ("Copy citation", "“Digital gaps,” para. 6,"),
            ("Copy with sources", "Note 8, p. 58: CEPAL."),
        ):
            press(tab, button)
            said(tab, "Selected, to be copied by hand")
            assert words in tab.evaluate("getSelection().toString()")


def test_what_is_selected_is_in_view(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800, clipboard=False) as tab:
        open_chapter(tab, address)
        press(tab, "Copy with sources")
        said(tab, "Selected, to be copied by hand")
        expect(tab.locator(".panel-text")).to_be_in_viewport()


# Sections, and pages that nobody cites


def test_the_message_on_a_refused_copy_is_in_view(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 1280, 800, clipboard=False) as tab:
        tab.goto(address + CHAPTER)
        open_panel(tab, "#p3 .paragraph-number")
        press(tab, "Copy with sources")
        expect(tab.locator(".panel-state")).to_have_text("Selected, to be copied by hand")
        expect(tab.locator(".panel-state")).to_be_in_viewport(ratio=1)


def test_the_next_panel_begins_at_its_top(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800) as tab:
        tab.goto(address + CHAPTER)
        open_panel(tab, "#p6 .paragraph-number")
        tab.locator(".copy-panel").evaluate("(panel) => panel.scrollTo(0, 999)")
        tab.keyboard.press("Escape")
        open_panel(tab, "#p7 .paragraph-number")
        assert tab.locator(".copy-panel").evaluate("(panel) => panel.scrollTop") == 0


def test_a_section_has_a_citation_key_of_its_own(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    open_panel(desk, "#business-use .heading-link", "Section")
    desk.get_by_label("BibTeX").first.check()
    expect(desk.locator(".panel-text")).to_contain_text(
        "{lou-2019-restated-digital-gaps-business-use,"
    )


def test_a_heading_opens_the_panel_for_its_section(desk: Page, address: str) -> None:
    desk.goto(address + "roadmap/")
    name = "Section “Top-level design”: link and cite"
    desk.get_by_role("link", name=name).press("Enter")
    expect(desk.get_by_role("dialog", name="Section: Top-level design")).to_be_visible()
    press(desk, "Copy citation")
    said(desk, "Copied: the citation as plain text")
    link = f"{SITE}roadmap/#top-level-design"
    assert copied(desk).endswith(f"“Roadmap,” {link}.") and "para." not in copied(desk)
    expect(desk.locator(".panel-sources li").first).to_contain_text("25CEPAL")


def test_a_heading_without_paragraphs_has_a_citation_but_no_sources(
    tab: Page, address: str
) -> None:
    tab.goto(address + "about/")
    open_panel(tab, "#report-an-error .heading-link", "Section: Report an error")
    assert uncovered(tab, "#report-an-error .heading-link")
    expect(tab.locator(".panel-text")).to_contain_text(f"{SITE}about/#report-an-error.")
    expect(tab.get_by_role("button", name="Copy with sources")).to_be_hidden()
    expect(tab.get_by_role("button", name="Add to briefing")).to_be_hidden()


def test_the_page_of_a_source_offers_the_link_alone(desk: Page, address: str) -> None:
    page = "sources/cepal-2016-revolucion/"
    desk.goto(address + page)
    open_panel(desk, "#record .heading-link", "Section: Record")
    expect(desk.get_by_role("button", name="Copy citation")).to_be_hidden()
    press(desk, "Copy link")
    said(desk, "Copied: the link")
    assert copied(desk) == f"{SITE}{page}#record"


# The briefing, and errors


def test_a_paragraph_is_put_into_the_briefing_and_taken_out(desk: Page, address: str) -> None:
    open_p6(desk, address)
    press(desk, "Add to briefing")
    said(desk, "Added to the briefing")
    inside = desk.get_by_role("link", name="In the briefing (1)")
    expect(inside).to_have_attribute("href", f"{address}briefing/")
    assert desk.evaluate("briefingStore.read()") == ["p6"]
    press(desk, "Remove from briefing")
    said(desk, "Removed from the briefing")
    expect(inside).to_be_hidden()
    assert desk.evaluate("briefingStore.read()") == []


def test_without_storage_the_link_takes_the_briefing_along(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 1280, 800, storage=False) as tab:
        open_p6(tab, address)
        press(tab, "Add to briefing")
        said(tab, "Added to the briefing, until this page is left")
        tab.get_by_role("link", name="In the briefing (1)").click()
        expect(tab).to_have_url(f"{address}briefing/#p6")
        expect(tab.get_by_text("Digital gaps (para. 6)")).to_be_visible()


def test_a_section_is_put_into_the_briefing_with_all_its_paragraphs(
    desk: Page, address: str
) -> None:
    desk.goto(address + "foundations/")
    open_panel(desk, "#past-cooperation .heading-link", "Section")
    press(desk, "Add to briefing")
    said(desk, "Added to the briefing")
    ids = desk.evaluate("briefingStore.read()")
    assert ids and all(desk.locator(f"#{ident}").count() for ident in ids)


def test_where_the_paragraph_is_referred_to_is_shown_and_can_be_followed(
    tab: Page, address: str
) -> None:
    tab.goto(address + CHAPTER)
    open_panel(tab, "#p6 .paragraph-number", "Paragraph 6")
    referrers = tab.locator(".panel-referrers")
    expect(referrers).to_contain_text("para. 25 (Roadmap): takes it up (the edition’s reading)")
    expect(referrers.get_by_role("link", name="para. 6")).to_be_hidden()
    referrers.get_by_role("link", name="para. 25").click()
    expect(tab.locator("#p25:target")).to_be_in_viewport()


def test_a_link_in_the_panel_to_its_own_page_closes_it(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    row = "document.querySelector('[data-paragraph=p6] dd')"
    desk.evaluate(f"{row}.innerHTML = '<a href=\"#p2\">here</a>'")
    open_panel(desk, "#p6 .paragraph-number", "Paragraph 6")
    desk.locator(".panel-referrers a").click()
    expect(desk.locator(".copy-panel")).to_be_hidden()
    expect(desk.locator("#p2:target")).to_be_in_viewport()
    expect(desk.locator("#p6 .paragraph-number")).not_to_be_focused()


def test_the_lists_of_the_panel_have_headings_and_rows_of_24_px(tab: Page, address: str) -> None:
    open_p6(tab, address)
    panel = tab.get_by_role("dialog", name="Paragraph 6")
    for name in ("Paragraph 6", "Sources of para. 6", "Referred to in"):
        expect(panel.get_by_role("heading", name=name)).to_be_visible()
    heights = panel.locator("li a").evaluate_all("(links) => links.map((a) => a.offsetHeight)")
    assert heights and min(heights) >= 24


def test_a_section_says_which_of_its_paragraphs_is_referred_to(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    open_panel(desk, "#digital-divide .heading-link", "Section")
    rows = desk.get_by_role("listitem").filter(has_text="para. 6: ")
    row = rows.filter(has_text="para. 25 (Roadmap)")
    expect(row).to_be_visible()


def test_a_paragraph_without_referrers_has_no_list_of_them(desk: Page, address: str) -> None:
    desk.goto(address + "challenges/")
    open_panel(desk, "#p19 .paragraph-number", "Paragraph 19")
    expect(desk.locator(".panel-referrers")).to_be_hidden()


# A chapter as a whole


def open_chapter(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    open_panel(tab, ".cite-chapter", "Chapter: Digital gaps")


def test_a_whole_chapter_is_cited_at_its_address(tab: Page, address: str) -> None:
    open_chapter(tab, address)
    tab.keyboard.press("Enter")
    said(tab, "Copied: the link")
    assert copied(tab) == SITE + CHAPTER and tab.url == address + CHAPTER
    press(tab, "Copy citation")
    said(tab, "Copied: the citation as plain text")
    assert copied(tab).endswith(f"“Digital gaps,” {SITE}{CHAPTER}.")
    tab.keyboard.press("Escape")
    expect(tab.locator(".cite-chapter")).to_be_focused()


def test_a_chapter_takes_all_its_sources_along(desk: Page, address: str) -> None:
    open_chapter(desk, address)
    expect(desk.locator(".panel-sources li")).to_have_count(9)
    text = downloaded(desk, "BibTeX", "digital-silk-road-digital-gaps.bib")
    entries = parse_string(text, "bibtex").entries
    assert entries["lou-2019-restated-digital-gaps"].fields["url"] == SITE + CHAPTER
    noted = entries["cepal-2018-monitoreo"].fields["annote"]
    assert (
        noted
        == "Named in the text; Note 3, pp. 27–29; Note 6, pp. 37–39; Note 7, pp. 45–54; Note 10, p. 10"
    )


def test_a_long_list_leaves_what_was_pressed_in_view(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 390, 800, has_touch=True, is_mobile=True) as tab:
        open_chapter(tab, address)
        tab.get_by_role("button", name="Add to briefing").tap()
        said(tab, "Added to the briefing")
        assert uncovered(tab, ".copy-panel [name=briefing]")
        tab.get_by_role("link", name="In the briefing (6)").tap()
        expect(tab).to_have_url(f"{address}briefing/")


def test_without_scripts_or_texts_a_chapter_leads_to_how_it_is_cited(
    tabs: Tabs, address: str
) -> None:
    for scripts in (True, False):
        options = {} if scripts else {"java_script_enabled": False}
        with tabs.visiting(address, may_fail=True, **options) as tab:
            tab.route("**/texts/**", lambda route: route.abort())
            tab.goto(address + CHAPTER)
            tab.locator(".cite-chapter").click()
            expect(tab).to_have_url(f"{address}digital-gaps/#cite-this")


# Errors


def test_no_report_is_asked_for_where_no_address_is_set(desk: Page, address: str) -> None:
    open_p6(desk, address)
    expect(desk.locator(".panel-report")).to_be_hidden()


@pytest.fixture(scope="module")
def other(copies: Copies) -> Iterator[str]:
    """The address of a site with an address for reports, and without links that are known for those of headings."""
    root = copies()
    spoil(root, "overrides/hooks/edition/write/elements.py", 'class_="heading-link", ', "")
    with serving(built(root, REPORT_URL="mailto:errors@example.net")) as base:
        yield base


def test_an_error_is_reported_with_the_address_of_the_paragraph(tabs: Tabs, other: str) -> None:
    with tabs.visiting(other, 1280, 800) as tab:
        open_p6(tab, other)
        link = tab.get_by_role("link", name="Report an error in para. 6")
        where = quote(f"{SITE}digital-gaps/#p6", safe="")
        what = "mailto:errors@example.net?subject=Error%20in%20Paragraph%206&body="
        expect(link).to_have_attribute("href", what + where)


def test_without_the_heading_links_the_rest_works(tabs: Tabs, other: str) -> None:
    with tabs.visiting(other, 1280, 800) as tab:
        open_p6(tab, other)
        expect(tab.locator(".heading-link")).to_have_count(0)


# A page that the browser translated


def test_on_a_translated_page_the_edition_s_own_words_are_copied(desk: Page, address: str) -> None:
    open_p6(desk, address)
    press(desk, "Copy with sources")
    said(desk, "Copied: the citation with its sources")
    before = copied(desk)
    desk.keyboard.press("Escape")
    translate(desk)
    open_panel(desk, "#p6 .paragraph-number", "Paragraph 6")
    desk.get_by_role("button", name="COPY WITH SOURCES").locator("font font").click()
    said(desk, "COPIED: THE CITATION WITH ITS SOURCES")
    assert copied(desk) == before
    desk.get_by_role("button", name="CLOSE").locator("font font").click()
    expect(desk.locator(".copy-panel")).to_be_hidden()


def test_words_of_a_translation_are_linked_by_their_paragraph(desk: Page, address: str) -> None:
    desk.goto(address + CHAPTER)
    translate(desk)
    desk.evaluate("getSelection().selectAllChildren(document.querySelector('#p6 > font font'))")
    desk.get_by_role("button", name="LINK TO THIS PARAGRAPH").click()
    expect(desk.get_by_text("THESE WORDS ARE A TRANSLATION")).to_be_visible()
    assert copied(desk) == f"{SITE}{CHAPTER}#p6"


def test_a_translated_record_is_copied_as_the_edition_has_it(desk: Page, address: str) -> None:
    desk.goto(f"{address}sources/cepal-2018-monitoreo/")
    shown = desk.locator(".citation").first.text_content()
    translate(desk)
    desk.get_by_role("button", name="COPY").first.locator("font font").first.click()
    expect(desk.locator(".copied")).to_have_text("COPIED: CHICAGO")
    assert copied(desk) == shown


# Looks


def test_nothing_scrolls_sideways_while_the_panel_is_open(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.get_by_role("radio", name="BibTeX").check()
    sizes = "[document.documentElement, document.querySelector('.copy-panel')]"
    for width in (320, 390, 640, 900, 1220, 1280):
        desk.set_viewport_size({"width": width, "height": 800})
        expect(desk.locator(".copy-panel")).to_be_visible()
        assert desk.evaluate(f"{sizes}.every((e) => e.scrollWidth <= e.clientWidth)"), width


def test_neither_panel_nor_signs_are_printed(desk: Page, address: str) -> None:
    open_p6(desk, address)
    desk.emulate_media(media="print")
    expect(desk.locator(".copy-panel")).to_be_hidden()
    expect(desk.locator("#digital-divide .heading-link")).to_be_hidden()
    expect(desk.locator("#p6 .paragraph-number")).to_be_visible()


@pytest.mark.parametrize("page", [CHAPTER, "about/", "sources/"])
def test_each_heading_has_a_link_of_24_px_that_lies_beside_its_text(
    desk: Page, address: str, page: str
) -> None:
    desk.goto(address + page)
    for heading in desk.locator("main :is(h2, h3)[id]").all():
        name = " ".join((heading.text_content() or "").split())
        expect(heading).to_have_accessible_name(name)
        expect(heading.get_by_role("link")).to_have_accessible_name(
            f"Section “{name}”: link and cite"
        )
    for width in (320, 390, 900, 1280):
        desk.set_viewport_size({"width": width, "height": 800})
        assert desk.locator("main :is(h2, h3)[id]").evaluate_all(BESIDE) == [], width


BESIDE = """(headings) => headings.filter((heading) => {
    const box = heading.querySelector(".heading-link").getBoundingClientRect();
    const isNear = Math.abs(box.bottom - heading.getBoundingClientRect().bottom) < 12;
    return box.width < 24 || box.height < 24 || !isNear;
}).map((heading) => heading.id)"""
"""The headings whose link is smaller than 24 px, or not on the last line of their text."""


# Passages


@pytest.mark.parametrize("case", PASSAGES)
def test_the_link_to_a_passage_leads_there(tabs: Tabs, address: str, case: str) -> None:
    with tabs.visiting(address, 1280, 800, bypass_csp=True) as tab:
        select(tab, address, *PASSAGES[case])
        link = passage_link(tab)
        assert link.startswith(f"{SITE}{PASSAGES[case][0]}:~:text=")
        there = tab.context.new_page()
        there.goto(link.replace(SITE, address))
        there.add_style_tag(content="::target-text { background-color: #f0f; }")
        rows = there.evaluate(
            f"""(place) => {{
                const rows = [...({FIND})(place).getClientRects()].filter((row) => row.width > 1);
                return [rows[0].top, Math.min(innerHeight, rows.at(-1).bottom)];
            }}""",
            found(there, *PASSAGES[case]),
        )
        marked = marked_rows(there)
        assert abs(marked[0] - rows[0]) < 12 and abs(marked[-1] - rows[1]) < 12


def marked_rows(tab: Page) -> list[int]:
    """The rows of the screen in which words are marked as those that the address names."""
    picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
    mask = ImageChops.difference(picture, Image.new("RGB", picture.size, (255, 0, 255)))
    marked = mask.convert("L").point(lambda value: 255 if value == 0 else 0).getbbox()
    assert marked, "no words are marked"
    return [marked[1], marked[3]]


def test_the_link_to_a_passage_quotes_whole_words(desk: Page, address: str) -> None:
    select(desk, address, "digital-gaps/#p6", "arrow the digital div")
    assert passage_link(desk).endswith("#p6:~:text=narrow%20the%20digital%20divide")


def test_the_link_to_a_long_passage_quotes_its_first_and_last_words(
    desk: Page, address: str
) -> None:
    select(desk, address, *PASSAGES["many words"])
    assert (
        passage_link(desk).split("text=")[1]
        == "US%24133%20billion%20on%20ICT,and%2016%25%20on%20software."
    )


def test_the_button_beside_a_selection_is_the_next_stop(tab: Page, address: str) -> None:
    tab.goto(address + CHAPTER)
    tab.locator("#p7").dblclick(position={"x": 80, "y": 40})
    button = tab.get_by_role("button", name="Link to this passage")
    expect(button).to_be_visible()
    tab.keyboard.press("Tab")
    expect(button).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("Copied: the link to this passage")).to_be_visible()


def test_the_button_beside_a_selection_stays_on_the_screen(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 1280, 800, clipboard=False) as tab:
        for width, words in itertools.product(
            (320, 768, 1280), ("addition", "countries", "continuous")
        ):
            tab.set_viewport_size({"width": width, "height": 800})
            select(tab, address, "digital-gaps/#p6", words)
            assert_within(tab.locator(".passage-link"), width)
            press(tab, "Link to this passage")
            expect(tab.get_by_text("Selected, to be copied by hand")).to_be_visible()
            assert_within(tab.locator(".passage-link"), width)


def test_the_message_on_a_copied_passage_has_room_with_wide_spacing(
    tabs: Tabs, address: str
) -> None:
    with tabs.visiting(address, 390, 800) as tab:
        select(tab, address, "digital-gaps/#p6", "countries")
        press(tab, "Link to this passage")
        expect(tab.get_by_text("Copied: the link to this passage")).to_be_visible()
        assert fitting.lost(tab, spaced=True) == []


def assert_within(shown: Locator, width: int) -> None:
    box = shown.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= width


def test_nothing_is_offered_for_words_outside_numbered_paragraphs(desk: Page, address: str) -> None:
    select(desk, address, "digital-gaps/#p2", "Three aspects show")
    desk.evaluate("getSelection().selectAllChildren(document.querySelector('.editor-note'))")
    expect(desk.locator(".passage-link")).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_without_a_clipboard_the_link_to_a_passage_is_shown_selected(
    tabs: Tabs, address: str, width: int
) -> None:
    with tabs.visiting(address, width, 800, clipboard=False) as tab:
        select(tab, address, "digital-gaps/#p6", "narrow the digital divide")
        press(tab, "Link to this passage")
        expect(tab.get_by_text("Selected, to be copied by hand")).to_be_visible()
        link = f"{SITE}digital-gaps/#p6:~:text=narrow%20the%20digital%20divide"
        assert tab.evaluate("getSelection().toString()") == link
        rested(tab)
        expect(tab.get_by_text(link)).to_be_visible()


def test_what_is_shown_by_hand_of_a_translated_passage_is_its_address(
    tabs: Tabs, address: str
) -> None:
    with tabs.visiting(address, 1280, 800, clipboard=False) as tab:
        select(tab, address, "digital-gaps/#p6", "narrow the digital divide")
        translate(tab)
        tab.locator(".passage-link button").click()
        shown = tab.locator(".passage-link span").first
        expect(shown).to_contain_text(f"{SITE}digital-gaps/#p6")


TURNED = """() => {
    const [button] = document.querySelector(".passage-link").getClientRects();
    const words = [...getSelection().getRangeAt(0).getClientRects()].at(-1);
    return button.top - words.bottom;
}"""


def test_on_a_turned_screen_the_link_to_a_passage_stays_under_its_words(
    tabs: Tabs, address: str
) -> None:
    with tabs.visiting(address, 390, 800) as tab:
        select(tab, address, "digital-gaps/#p6", "narrow the digital divide")
        tab.set_viewport_size({"width": 844, "height": 390})
        until(tab, lambda: abs(tab.evaluate(TURNED)) < 30)


def test_where_a_margin_comes_up_the_panel_stays_whole_in_view(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, 1219, 800) as tab:
        open_p6(tab, address)
        tab.set_viewport_size({"width": 1220, "height": 800})
        expect(tab.locator(".copy-panel")).to_be_in_viewport(ratio=1)
