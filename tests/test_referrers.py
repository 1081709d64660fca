"""Where paragraphs are referred to, and where they lead: made from links in the text, so that it cannot go stale."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

import made_up
import real
from edition.model import EDITOR_NOTE, LINK, RELATIONS, Edition
from edition.views.browse.related import grouped, how_in_words, leads, linked, stated

EDITION = real.edition()
CHAPTERS = [chapter.address for chapter in EDITION.chapters]


def edition(file: str, old: str, new: str) -> Edition:
    found, report = made_up.read(*made_up.changed(file, old, new))
    assert report == []
    return found


def referring(found: Edition, ident: str) -> list[tuple[str, str, str, str]]:
    """File, paragraph, heading and manner of whatever refers to a paragraph."""
    return [
        (
            referrer.page.file,
            referrer.paragraph.id if referrer.paragraph else "",
            referrer.heading.id if referrer.heading else "",
            referrer.how,
        )
        for referrer in found.referrers[ident]
    ]


def test_a_relation_refers_to_the_paragraph_that_it_names() -> None:
    found = made_up.whole()
    assert referring(found, "p2") == [("cranes.md", "p3", "paint", "answers")]
    assert referring(found, "p3") == [("cranes.md", "p2", "", "answered in")]
    assert referring(found, "p1") == []


def test_a_link_in_the_text_refers_from_its_paragraph() -> None:
    found = edition("cranes.md", "Paint helps.", "[Harbour](index.md#p1) paint helps.")
    assert referring(found, "p1") == [("cranes.md", "p3", "paint", LINK)]


def test_an_editors_note_refers_from_the_paragraph_above_it() -> None:
    found = edition("cranes.md", "[oil](https://example.org/oil)", "[oil](index.md#p1)")
    assert referring(found, "p1") == [("cranes.md", "p3", "paint", EDITOR_NOTE)]


def test_another_page_refers_from_its_heading() -> None:
    found = edition("about.md", "cranes.md#paint", "index.md#p1")
    assert referring(found, "p1") == [("about.md", "", "rules", LINK)]


def test_a_link_to_a_note_refers_to_the_paragraph_that_it_belongs_to() -> None:
    found = edition("about.md", "cranes.md#paint", "index.md#fnref:2")
    assert referring(found, "p1") == [("about.md", "", "rules", LINK)]


def test_a_referrer_is_named_once_and_the_paragraph_itself_never() -> None:
    twice = "[One](index.md#p1) and [two](index.md#p1). [Self](#p3)."
    found = edition("cranes.md", "Paint helps.", f"{twice} Paint helps.")
    assert referring(found, "p1") == [("cranes.md", "p3", "paint", LINK)]
    assert [row for row in referring(found, "p3") if row[1] == "p3"] == []


def test_every_kind_of_referrer_has_its_words() -> None:
    assert how_in_words(EDITION.words.relations).keys() == {*RELATIONS, EDITOR_NOTE, LINK}


def test_what_a_paragraph_leads_to_is_grouped_by_word_and_chapter() -> None:
    groups = list(grouped(stated(EDITION.paragraph["p24"]), EDITION))
    assert [(g.word, g.chapter.title, [p.id for p in g.paragraphs]) for g in groups] == [
        ("takes up", "Foundations", ["p16"]),
        ("answers", "Challenges", ["p20"]),
    ]


def test_other_links_lead_on_too_where_a_chapter_states_no_relation() -> None:
    found = linked(EDITION.paragraph["p24"], EDITION)
    assert found == [("named in the editor’s note to", "p16")]
    assert [lead.paragraph.id for lead in leads(EDITION.chapters[0], EDITION)] == ["p1"]


def test_paragraphs_that_name_one_document_lead_to_each_other() -> None:
    named = "Paint helps. The [Charter](sources.md#port-1900-charter) too."
    found = edition("cranes.md", "Paint helps.", named)
    (group,) = grouped(linked(found.paragraph["p1"], found), found)
    assert (group.word, [p.id for p in group.paragraphs]) == ("names the same document as", ["p3"])


def test_a_chapter_without_links_leads_nowhere() -> None:
    found = made_up.whole()
    assert list(leads(found.chapters[0], found)) == []


@pytest.fixture(scope="module")
def trees(site: Path) -> dict[str, html.HtmlElement]:
    return {a: html.parse(str(site / a / "index.html")).getroot() for a in CHAPTERS}


@pytest.mark.parametrize("address", CHAPTERS)
def test_every_chapter_ends_closed_with_a_row_for_each_paragraph_that_is_referred_to(
    trees: dict[str, html.HtmlElement], address: str
) -> None:
    (details,) = trees[address].xpath("//details[@class='referrers']")
    assert details.get("open") is None
    rows = details.xpath("./dl/div/@data-paragraph")
    chapter = next(c for c in EDITION.chapters if c.address == address)
    assert rows == [p.id for p in chapter.paragraphs if EDITION.referrers[p.id]]


def test_a_row_links_to_each_referrer_and_says_how_it_refers(
    trees: dict[str, html.HtmlElement],
) -> None:
    (row,) = trees["foundations/"].xpath("//div[@data-paragraph='p16']")
    assert [(a.get("href"), a.text) for a in row.xpath("./dd/a")] == [
        ("../roadmap/#p24", "para. 24 (Roadmap)"),
        ("../roadmap/#p24", "para. 24 (Roadmap)"),
    ]
    (other,) = trees["digital-gaps/"].xpath("//div[@data-paragraph='p6']/dd")
    assert "para. 25 (Roadmap): takes it up (the edition’s reading)" in " ".join(
        other.text_content().split()
    )


def test_a_row_holds_no_id_since_the_panel_takes_a_copy_of_it(
    trees: dict[str, html.HtmlElement],
) -> None:
    for tree in trees.values():
        assert tree.xpath("//details[@class='referrers']//@id") == []


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_opens_by_keyboard(tab: Page, address: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(address + "digital-gaps/")
    summary = tab.locator("details.referrers summary")
    summary.focus()
    tab.keyboard.press("Enter")
    assert tab.get_by_role("link", name="para. 25 (Roadmap)").first.is_visible()
    box = summary.bounding_box()
    assert box and box["height"] >= 24
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_a_closed_list_takes_no_room(tab: Page, address: str) -> None:
    tab.emulate_media(media="print")
    tab.goto(address + "digital-gaps/")
    details = tab.locator("details.referrers")
    expect(details).to_be_hidden()
    details.evaluate("found => { found.open = true; }")
    expect(details).to_be_visible()
