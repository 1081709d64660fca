"""The briefing, in a real browser: what is collected, moved, removed, sent, and how it is all taken along."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pypandoc
import pytest
import rispy
from lxml import html
from playwright.sync_api import Browser, Locator, Page, expect
from pybtex.database import parse_string

import real
from composing import Composer
from project import SITE
from tabs import Tabs
from translated import translate

RICH = """navigator.clipboard.read().then(([item]) => item.getType('text/html'))
    .then((blob) => blob.text())"""
NO_CLIPBOARD = (
    "navigator.clipboard.write = navigator.clipboard.writeText = () => Promise.reject(new Error());"
)

Opener = Callable[..., Page]


@pytest.fixture
def briefing(tabs: Tabs, address: str) -> Iterator[Opener]:
    """Opens the briefing with some paragraphs kept, or with some in the address; a second one is another tab."""
    opened: list[Page] = []

    def open_with(*ids: str, sent: str = "") -> Page:
        opened.append(first.context.new_page() if opened else first)
        tab = opened[-1]
        if ids or len(opened) == 1:
            tab.goto(f"{address}404.html")
            tab.evaluate("(ids) => localStorage.setItem('briefing', ids)", ids)
        tab.goto(f"{address}briefing/{sent}")
        expect(tab.locator(".briefing-state")).to_contain_text(re.compile(r"\d paragraph"))
        return tab

    with tabs.visiting(address) as first:
        yield open_with


def holds(tab: Page, numbers: list[str]) -> None:
    """The paragraphs of these numbers are shown, from top to bottom, once their words have come."""
    expect(tab.locator(".briefing-words > p:first-child > a:first-child")).to_have_text(numbers)


def stands(tab: Page, words: str) -> None:
    """The line above the paragraphs reads so."""
    expect(tab.locator(".briefing-state")).to_have_text(words, use_inner_text=True)


def button(tab: Page, name: str) -> Locator:
    return tab.get_by_role("button", name=name, exact=True)


def told(tab: Page) -> Locator:
    return tab.get_by_role("status").filter(visible=True)


def clipboard(tab: Page) -> str:
    return str(tab.evaluate("navigator.clipboard.readText()"))


def saved(tab: Page, name: str) -> tuple[str, str]:
    """The name of the file that a button saves, and its text."""
    with tab.expect_download() as found:
        button(tab, name).click()
    return found.value.suggested_filename, Path(found.value.path()).read_text(encoding="utf-8")


# What it shows


def test_a_collected_paragraph_stands_with_its_citation_and_its_sources(briefing: Opener) -> None:
    tab = briefing("p3")
    item = tab.locator(".briefing-list > li")
    expect(item.get_by_role("heading")).to_have_text("Digital gaps (para. 3)")
    expect(item).to_contain_text("(restated; not the author’s wording)")
    expect(item).to_contain_text(f"“Digital gaps,” para. 3, {SITE}digital-gaps/#p3.")
    expect(item.get_by_role("listitem").first).to_contain_text("eLAC2018. LC/TS.2018/29")
    expect(item.get_by_role("listitem").first).to_contain_text("pp. 27–29. (note 3)")


def test_links_in_the_briefing_lead_to_the_address_of_the_site(
    briefing: Opener, address: str
) -> None:
    tab = briefing("p3", "p1")
    item = tab.locator(".briefing-list > li")
    hrefs = item.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    assert (
        f"{address}digital-gaps/#p3" in hrefs
        and f"{address}sources/xi-2017-work-together/" in hrefs
    )
    assert hrefs and not any(href.startswith(SITE) for href in hrefs)


def test_an_empty_briefing_says_how_to_collect(briefing: Opener) -> None:
    tab = briefing()
    expect(tab.get_by_text("Nothing is collected yet.")).to_be_visible()
    expect(button(tab, "Copy briefing")).to_be_hidden()


def test_a_paragraph_is_added_by_its_number(briefing: Opener) -> None:
    tab = briefing("p3")
    tab.get_by_label("Add paragraph").fill("para. 12, p5")
    tab.keyboard.press("Enter")
    holds(tab, ["3", "12", "5"])
    expect(told(tab)).to_have_text("In the briefing: para. 12, 5")
    expect(tab.get_by_label("Add paragraph")).to_be_focused()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("27", "There is no paragraph 27: write one from 1 to 26"),
        ("<b>27</b>", "“<b>27</b>” is no number of a paragraph: write one from 1 to 26"),
        ("apple", "“apple” is no number of a paragraph: write one from 1 to 26"),
        ("3, 99, 5", "There is no paragraph 99: write one from 1 to 26"),
    ],
)
def test_a_wrong_number_is_answered_with_the_numbers_that_there_are(
    briefing: Opener, typed: str, words: str
) -> None:
    tab = briefing("p3")
    field = tab.get_by_label("Add paragraph")
    field.fill(typed)
    button(tab, "Add").click()
    expect(told(tab)).to_have_text(words)
    expect(field).to_have_accessible_description(words)
    expect(field).to_have_attribute("aria-invalid", "true")
    holds(tab, ["3"])


@pytest.mark.parametrize("mended", ["", "9", "12"])
def test_the_answer_to_a_wrong_number_goes_once_the_number_is_changed(
    briefing: Opener, mended: str
) -> None:
    tab = briefing("p3")
    field = tab.get_by_label("Add paragraph")
    field.fill("99")
    tab.keyboard.press("Enter")
    field.fill(mended)
    expect(tab.locator(".briefing-told")).to_be_empty()
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(field).to_have_accessible_description("")


def test_enter_that_ends_a_composition_adds_nothing_yet(briefing: Opener) -> None:
    tab = briefing("p3")
    tab.get_by_label("Add paragraph").focus()
    composer = Composer(tab)
    composer.compose("12")
    composer.press("Enter")
    composer.commit("１２")
    composer.press("Enter")
    holds(tab, ["3"])
    tab.keyboard.press("Enter")
    holds(tab, ["3", "12"])


def test_a_paragraph_is_moved_removed_and_copied_on_a_translated_page(briefing: Opener) -> None:
    tab = briefing("p3", "p12")
    button(tab, "Copy briefing").click()
    expect(told(tab)).to_have_text("Copied: the briefing")
    before = clipboard(tab)
    translate(tab)
    tab.get_by_role("button", name="MOVE UP PARA. 12").locator("font font").first.click()
    expect(told(tab)).to_have_text("PARA. 12 MOVED TO PLACE 1 OF 2")
    tab.get_by_role("button", name="MOVE DOWN PARA. 12").locator("font font").first.click()
    tab.get_by_role("button", name="COPY BRIEFING").locator("font font").click()
    expect(told(tab)).to_have_text("COPIED: THE BRIEFING")
    assert clipboard(tab) == before
    expect(tab.locator(".briefing-notes li").first).to_contain_text("(note 3)")
    tab.get_by_role("button", name="REMOVE PARA. 3").locator("font font").first.click()
    tab.get_by_role("button", name="UNDO").locator("font font").click()
    holds(tab, ["3", "12"])


def test_a_blank_number_adds_nothing(briefing: Opener) -> None:
    tab = briefing("p3")
    tab.get_by_label("Add paragraph").fill("  ")
    button(tab, "Add").click()
    expect(tab.get_by_label("Add paragraph")).to_be_focused()
    assert tab.locator(".briefing-told").text_content() == ""


def test_the_briefing_says_when_its_texts_cannot_be_loaded(chromium: Browser, address: str) -> None:
    tab = chromium.new_page()
    tab.route(re.compile("/texts/"), lambda route: route.abort())
    tab.goto(f"{address}briefing/#p3")
    expect(tab.get_by_role("alert")).to_contain_text("could not be loaded")
    tab.close()


# Moving and removing


def test_a_paragraph_moves_and_the_focus_goes_with_it(briefing: Opener) -> None:
    tab = briefing("p3", "p12", "p25")
    button(tab, "Move down para. 3").click()
    holds(tab, ["12", "3", "25"])
    expect(told(tab)).to_have_text("Para. 3 moved to place 2 of 3")
    expect(button(tab, "Move down para. 3")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(button(tab, "Move up para. 3")).to_be_focused()
    holds(tab, ["12", "25", "3"])


def test_the_first_and_the_last_paragraph_move_no_further(briefing: Opener) -> None:
    tab = briefing("p3", "p12")
    moves = tab.locator("[value=up], [value=down]").filter(visible=True).all_text_contents()
    assert moves == ["Move down para. 3", "Move up para. 12"]


def test_notes_are_numbered_in_the_order_of_the_briefing(briefing: Opener) -> None:
    tab = briefing("p5", "p3")
    assert tab.locator(".briefing-words sup").all_text_contents() == ["1", "2", "3"]
    button(tab, "Move up para. 3").click()
    starts = tab.locator(".briefing-notes").evaluate_all("(lists) => lists.map((l) => l.start)")
    assert tab.locator(".briefing-words sup").all_text_contents() == ["1", "2", "3"]
    assert starts == [1, 3]


def test_a_removed_paragraph_comes_back_to_its_position(briefing: Opener) -> None:
    tab = briefing("p3", "p12", "p25")
    button(tab, "Remove para. 12").click()
    holds(tab, ["3", "25"])
    expect(told(tab)).to_have_text("Para. 12 removed")
    expect(button(tab, "Undo")).to_be_focused()
    tab.keyboard.press("Enter")
    holds(tab, ["3", "12", "25"])
    expect(button(tab, "Remove para. 12")).to_be_focused()


def test_after_a_removal_the_next_ones_are_still_at_hand(briefing: Opener) -> None:
    tab = briefing("p3", "p12", "p25", "p26")
    button(tab, "Remove para. 12").click()
    button(tab, "Move up para. 26").click()
    holds(tab, ["3", "26", "25"])
    button(tab, "Remove para. 3").click()
    button(tab, "Remove para. 25").click()
    holds(tab, ["26"])


def test_all_paragraphs_are_removed_and_come_back(briefing: Opener) -> None:
    tab = briefing("p3", "p12")
    button(tab, "Remove all").click()
    expect(tab.get_by_text("Nothing is collected yet.")).to_be_visible()
    button(tab, "Undo").click()
    holds(tab, ["3", "12"])


def test_the_briefing_survives_a_reload(briefing: Opener) -> None:
    tab = briefing("p3", "p12")
    button(tab, "Move up para. 12").click()
    tab.reload()
    stands(tab, "2 paragraphs")
    holds(tab, ["12", "3"])


def test_everything_in_the_briefing_is_done_by_keyboard(briefing: Opener) -> None:
    tab = briefing("p3", "p12")
    button(tab, "Copy briefing").focus()
    for _ in range(30):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.textContent") == "Move up para. 12":
            break
    tab.keyboard.press("Space")
    holds(tab, ["12", "3"])


def test_skipping_to_the_text_leaves_the_address_of_a_briefing_that_was_sent(
    briefing: Opener,
) -> None:
    tab = briefing(sent="#p3,p12")
    tab.get_by_role("link", name="Skip to the text").press("Enter")
    expect(tab.locator("main")).to_be_focused()
    assert tab.url.endswith("#p3,p12")


def test_another_tab_shows_what_this_one_does(briefing: Opener) -> None:
    tab, other = briefing("p3", "p12"), briefing()
    button(tab, "Remove para. 3").click()
    stands(other, "1 paragraph")


def test_a_kept_paragraph_that_the_edition_lacks_is_named_and_can_be_removed(
    briefing: Opener,
) -> None:
    tab = briefing("p3", "p99", "p12")
    expect(tab.get_by_text("Not found in this edition: p99")).to_be_visible()
    button(tab, "Move up para. 12").click()
    expect(tab.get_by_text("Not found in this edition: p99")).to_be_visible()
    button(tab, "Remove what was not found").click()
    expect(tab.get_by_text("Not found in this edition")).to_be_hidden()
    assert tab.evaluate("localStorage.briefing") == "p12,p3"


# Sent as an address


def test_a_briefing_comes_back_from_its_address_in_its_order(
    briefing: Opener, address: str
) -> None:
    tab = briefing("p25", "p3")
    button(tab, "Copy address").click()
    expect(told(tab)).to_have_text("Copied: the address of this briefing")
    assert clipboard(tab) == f"{SITE}briefing/#p25,p3"
    tab.evaluate("localStorage.clear()")
    tab.goto(clipboard(tab).replace(SITE, address))
    holds(tab, ["25", "3"])


def test_the_readers_own_address_is_no_briefing_that_was_sent(briefing: Opener) -> None:
    tab = briefing("p25", "p3", sent="#p25,p3")
    stands(tab, "2 paragraphs")


def test_a_briefing_that_was_sent_replaces_none_of_ones_own(briefing: Opener) -> None:
    tab = briefing("p3", sent="#p12,p25")
    stands(tab, "A briefing that was sent to you: 2 paragraphs")
    holds(tab, ["12", "25"])
    assert tab.evaluate("localStorage.briefing") == "p3"
    assert tab.get_by_role("button", name="Remove").filter(visible=True).count() == 0


def test_a_briefing_that_was_sent_is_kept_where_one_has_none(briefing: Opener) -> None:
    tab = briefing(sent="#p12,p25")
    button(tab, "Keep it as mine").click()
    expect(told(tab)).to_have_text("Kept as yours")
    assert tab.evaluate("localStorage.briefing") == "p12,p25"
    assert "#" not in tab.url
    expect(tab.locator(".briefing-state")).to_be_focused()


def test_a_briefing_that_was_sent_is_added_to_ones_own(briefing: Opener) -> None:
    tab = briefing("p3", "p12", sent="#p12,p25")
    button(tab, "Add to mine").click()
    holds(tab, ["3", "12", "25"])


def test_a_button_leads_to_ones_own_briefing_and_back_to_the_one_that_was_sent(
    briefing: Opener,
) -> None:
    tab = briefing("p3", sent="#p12,p25")
    button(tab, "Show mine").click()
    holds(tab, ["3"])
    tab.go_back()
    stands(tab, "A briefing that was sent to you: 2 paragraphs")
    holds(tab, ["12", "25"])


@pytest.mark.parametrize(
    ("sent", "found", "lost"),
    [
        ("#p3,p99,p12", ["3", "12"], "p99"),
        ("#p3%2Cp12", ["3", "12"], ""),
        ("#P3,%20p12,", ["3", "12"], ""),
        ("#p3,p3,3", ["3"], ""),
        ("#p3,p12?utm_source=x", ["3", "12"], ""),
        ("#p3&fbclid=x,y", ["3"], ""),
        ("#p3%2Cp12%3Futm_source=x", ["3", "12"], ""),
        ("#p3,%zz,p-1,__proto__", ["3"], "%zz, p-1, __proto__"),
        ("#p3,<img src=x onerror=alert(1)>", ["3"], "<img, src=x, onerror=alert(1)>"),
        ("#nothing", [], "nothing"),
        ("#p3,p12)", ["3", "12"], ""),
        ("#(p3|p012)/", ["3", "12"], ""),
        ("#p3+p12.%C2%BB", ["3", "12"], ""),
        ("#%22p3%22;para3,para.%2012#x", ["3", "12"], ""),
        ("#p3-p5,-1", [], "p3-p5, -1"),
    ],
)
def test_the_address_of_a_briefing_is_read_however_it_was_spoilt(
    briefing: Opener, sent: str, found: list[str], lost: str
) -> None:
    tab = briefing(sent=sent)
    holds(tab, found)
    said = tab.get_by_text("Not found in this edition: ").filter(visible=True)
    expected = [f"Not found in this edition: {lost}"] if lost else []
    assert [unescaped(text) for text in said.all_text_contents()] == expected


def unescaped(text: str) -> str:
    """What a browser writes into addresses for the characters `<` and `>`."""
    return text.replace("%3c", "<").replace("%3e", ">")


def test_another_briefing_s_address_in_the_same_tab_is_shown(briefing: Opener) -> None:
    tab = briefing(sent="#p3")
    tab.evaluate("location.hash = '#p12,p25'")
    stands(tab, "A briefing that was sent to you: 2 paragraphs")


def test_a_fragment_of_the_page_is_no_briefing(briefing: Opener) -> None:
    tab = briefing("p3", sent="#navigation")
    stands(tab, "1 paragraph")


# Where the browser keeps nothing


def test_without_storage_the_address_keeps_the_briefing(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, storage=False) as tab:
        tab.goto(f"{address}briefing/")
        tab.get_by_label("Add paragraph").fill("12")
        tab.keyboard.press("Enter")
        expect(tab.get_by_text("a reload would lose the briefing")).to_be_visible()
        assert tab.url.endswith("briefing/#p12")
        tab.reload()
        stands(tab, "A briefing that was sent to you: 1 paragraph")


def test_without_javascript_the_page_says_how_to_do_without(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, java_script_enabled=False) as tab:
        tab.goto(f"{address}briefing/")
        expect(tab.get_by_text("Collecting paragraphs needs JavaScript")).to_be_visible()
        expect(tab.get_by_text("kept in this browser alone")).to_be_visible()
        assert tab.locator("main button:visible, main input:visible").count() == 0
        tab.get_by_role("link", name="How to cite", exact=True).click()
        assert tab.url == f"{address}about/#how-to-cite"


def test_the_briefing_works_from_a_folder_on_disk(tabs: Tabs, site: Path) -> None:
    with tabs.visiting(site.as_uri()) as tab:
        tab.goto(f"{(site / 'briefing/index.html').as_uri()}#p12")
        button(tab, "Keep it as mine").click()
        holds(tab, ["12"])


# Taken along


def copied(tab: Page) -> html.HtmlElement:
    button(tab, "Copy briefing").click()
    expect(told(tab)).to_have_text("Copied: the briefing")
    return html.fromstring(f"<div>{tab.evaluate(RICH)}</div>")


def test_the_briefing_is_copied_as_elements_that_word_processors_keep(briefing: Opener) -> None:
    tree = copied(briefing("p25", "p4", "p24"))
    used = {element.tag for element in tree.iterdescendants()}
    named = {name for element in tree.iter() for name in element.attrib}
    assert used == {"meta", "h2", "h3", "p", "span", "a", "i", "sup", "ol", "li"}
    assert named == {"charset", "href", "lang"}


def test_links_of_a_copied_briefing_are_permanent(briefing: Opener) -> None:
    links = [str(href) for href in copied(briefing("p25", "p4")).xpath("//a/@href")]
    assert links[1] == f"{SITE}roadmap/#p25" and f"{SITE}sources/un-2016-egov/" in links
    assert not any("127.0.0.1" in link or link.startswith(".") for link in links)


def test_marks_and_notes_of_a_copied_briefing_agree(briefing: Opener) -> None:
    tree = copied(briefing("p25", "p4"))
    marks = [str(mark.text_content()) for mark in tree.xpath("//p/sup")]
    notes = [str(note.text_content()) for note in tree.xpath("//ol/li")]
    assert marks == ["1", "2", "3"]
    assert [note[note.rindex("(") :] for note in notes] == [
        "(note 26)",
        "(note 5, restated)",
        "(note 6)",
    ]


def test_every_copied_paragraph_says_that_it_is_restated(briefing: Opener) -> None:
    tree = copied(briefing("p25", "p7"))
    words = [str(p.text_content()) for p in tree.xpath("//p")]
    assert [w.endswith("(restated; not the author’s wording)") for w in words[1::2]] == [True] * 2
    assert ["para. 25," in words[2], "para. 7," in words[4]] == [True, True]
    assert "edition of" in words[0]


def test_a_program_without_rich_text_gets_words_and_numbers(briefing: Opener) -> None:
    tab = briefing("p4")
    copied(tab)
    text = clipboard(tab)
    assert text.startswith("Briefing\n\nFrom Lou Xiangfei") and "<" not in text
    assert "of 2016[1] generally ranks" in text and "\n\n2. CEPAL." in text


def test_a_copied_briefing_keeps_links_italics_and_list_as_a_word_document(
    briefing: Opener, tmp_path: Path
) -> None:
    tab = briefing("p25", "p4")
    copied(tab)
    file = str(tmp_path / "briefing.docx")
    pypandoc.convert_text(tab.evaluate(RICH), "docx", format="html", outputfile=file)
    text = pypandoc.convert_file(file, "markdown", extra_args=["--wrap=none"])
    assert f"[25]({SITE}roadmap/#p25)" in text and "investment.^1^" in text
    assert re.search(r"^3\.\s+CEPAL\. \[?\*", text, re.MULTILINE)


def test_the_briefing_is_copied_as_markdown_with_its_notes(briefing: Opener) -> None:
    tab = briefing("p25", "p4")
    button(tab, "Copy as Markdown").click()
    expect(told(tab)).to_have_text("Copied: the briefing as Markdown")
    text = clipboard(tab)
    assert f"[25]({SITE}roadmap/#p25) " in text and "US\\$500 million of investment.[^1]" in text
    assert f", <{SITE}roadmap/#p25>." in text and "\n\n[^3]: CEPAL. *[" in text


def test_saved_markdown_is_read_with_links_italics_and_notes(briefing: Opener) -> None:
    name, text = saved(briefing("p25", "p4", "p24"), "Save Markdown")
    tree = html.fromstring(pypandoc.convert_text(text, "html", format="gfm"))
    assert name == "briefing.md" and tree.xpath("string(//h1)") == "Briefing"
    assert len(tree.xpath("//section//li")) == len(tree.xpath("//a[@class='footnote-ref']")) == 4
    assert tree.xpath(f"//a[@href='{SITE}sources/#china-2016-lac-policy']") and tree.xpath("//em/a")
    assert not re.search(r"[*\]\[\\]", str(tree.text_content()))


def test_saved_bibtex_holds_each_citation_and_each_source_once(briefing: Opener) -> None:
    name, text = saved(briefing("p3", "p5"), "Save BibTeX")
    entries = parse_string(text, "bibtex").entries
    assert name == "briefing.bib"
    assert list(entries) == [
        "lou-2019-restated-p3",
        "lou-2019-restated-p5",
        "cepal-2018-monitoreo",
        "unctad-2017-ecommerce",
    ]
    assert entries["lou-2019-restated-p3"].fields["url"] == f"{SITE}digital-gaps/#p3"
    noted = entries["cepal-2018-monitoreo"].fields["annote"]
    assert noted == "Note 3, pp. 27–29; Note 7, pp. 45–54"


def test_saved_ris_holds_each_citation_and_each_source_once(briefing: Opener) -> None:
    name, text = saved(briefing("p3", "p5"), "Save RIS")
    records = rispy.loads(text)
    assert name == "briefing.ris"
    assert [record["type_of_reference"] for record in records] == ["CHAP", "CHAP", "RPRT", "RPRT"]
    (restated,) = records[0]["notes"]
    assert restated.removesuffix("; with later corrections") == "Restated; not the author's wording"
    assert records[2]["notes"][-1] == "Note 3, pp. 27–29; Note 7, pp. 45–54"


def test_without_a_clipboard_the_text_is_selected(briefing: Opener) -> None:
    tab = briefing("p3")
    tab.evaluate(f"() => {{ {NO_CLIPBOARD} }}")
    for name, text in (
        ("Copy briefing", "(restated; not the author’s wording)"),
        ("Copy as Markdown", "# Briefing\n"),
        ("Copy address", f"{SITE}briefing/#p3"),
    ):
        button(tab, name).click()
        expect(told(tab)).to_have_text("Selected, to be copied by hand")
        expect(tab.get_by_role("group", name="Selected, to be copied by hand")).to_be_focused()
        assert text in tab.evaluate("getSelection().toString()")
        expect(tab.get_by_text("The browser does not let this page copy.")).to_be_visible()


def test_what_is_copied_by_hand_from_a_translated_page_is_not_translated(briefing: Opener) -> None:
    tab = briefing("p3")
    translate(tab)
    tab.evaluate(f"() => {{ {NO_CLIPBOARD} }}")
    tab.locator("[value=copy]").click()
    expect(tab.locator(".briefing-by-hand")).to_be_focused()
    assert "Lou Xiangfei, “Building China" in tab.evaluate("getSelection().toString()")


def test_a_briefing_that_was_sent_can_be_copied_and_saved(briefing: Opener) -> None:
    tab = briefing("p3", sent="#p12,p99")
    button(tab, "Copy address").click()
    expect(told(tab)).to_contain_text("Copied")
    assert clipboard(tab) == f"{SITE}briefing/#p12"


def test_on_paper_stand_the_paragraphs_and_no_control(briefing: Opener) -> None:
    tab = briefing("p24", "p4")
    button(tab, "Remove para. 4").click()
    tab.emulate_media(media="print")
    assert tab.locator("main button:visible, main input:visible").count() == 0
    expect(tab.get_by_text("Removed.")).to_be_hidden()
    expect(tab.locator(".briefing-words")).to_contain_text(f"{SITE}roadmap/#p24")
    link = tab.locator(".briefing-words > p:first-child > a").nth(1)
    after = link.evaluate("(link) => getComputedStyle(link, '::after').content")
    assert f"{SITE}sources/#china-2016-lac-policy" in after
    assert tab.pdf()[:4] == b"%PDF"


def test_print_prints(briefing: Opener) -> None:
    tab = briefing("p3")
    tab.evaluate("window.print = () => (window.printed = true)")
    button(tab, "Print").click()
    assert tab.evaluate("window.printed")


# Look


def test_nothing_scrolls_sideways_and_targets_are_large(briefing: Opener) -> None:
    tab = briefing("p24", "p1", "p4", "p99")
    for width in (320, 390, 640, 1280):
        tab.set_viewport_size({"width": width, "height": 800})
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        heights = tab.locator(".briefing button:visible").evaluate_all(
            "(buttons) => buttons.map((button) => button.offsetHeight)"
        )
        assert min(heights) >= 24


# The page


def test_every_page_links_to_the_briefing_and_robots_ignore_it(site: Path) -> None:
    page = html.parse(str(site / "briefing/index.html"))
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    for chapter in real.edition().chapters:
        foot = html.parse(str(site / chapter.address / "index.html"))
        (link,) = foot.xpath("//footer//a[.='Briefing']/@href")
        assert (site / chapter.address / str(link)).resolve() == (site / "briefing").resolve()


def test_the_search_ignores_the_briefing(site: Path) -> None:
    (records,) = site.glob("assets/javascripts/search-records.*.js")
    assert "briefing/" not in records.read_text(encoding="utf-8")
