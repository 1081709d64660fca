"""A note that is marked more than once in its chapter: one number, one entry in the list, a way back to each mark."""

import re
from pathlib import Path

import pytest
from lxml import html

import made_up
from edition.cite.references import References, format_references
from edition.model import Edition
from edition.model.locators import printed
from edition.views.text.notes import ways_back
from edition.words import ENGLISH
from edition.write.chapter_markdown import body
from edition.write.edition_data import paragraph_data
from edition.write.note_elements import NoteElements
from project import Copies, built
from rendering import tree


def changed(old: str, new: str) -> tuple[Edition, list[str]]:
    """The made-up edition with one passage of its second chapter changed, where note 3 is then an explaining one."""
    files, bib = made_up.changed("cranes.md", old, new)
    text = files["cranes.md"].decode()
    text = text.replace("[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 1, 9]", "[^3]")
    files["cranes.md"] = f"{text}\n[^3]: Rust is red. [@garcia-2010-gruas, p. 7]\n".encode()
    return made_up.read(files, bib)


@pytest.fixture(scope="module")
def edition() -> Edition:
    """Note 3 is marked in para. 2, and twice in para. 3, which also has note 4."""
    found, report = changed("Paint helps.[", "Paint[^3] lasts.\nOil[^3] too.\nPaint helps.[")
    assert report == []
    return found


@pytest.fixture(scope="module")
def references(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> References:
    return format_references(edition, tmp_path_factory.mktemp("cache"))


def test_a_repeated_note_keeps_its_number_and_renumbers_no_other(edition: Edition) -> None:
    chapter = edition.chapters[1]
    assert [(note.number, note.mark_id) for note in chapter.marks] == [
        ("3", "3"),
        ("3", "3-2"),
        ("3", "3-3"),
        ("4", "4"),
    ]
    assert [note.number for note in edition.notes] == ["1", "2", "3", "4"]
    assert chapter.note_range == "3–4"


def test_a_chapter_that_ends_with_a_repeated_note_states_its_range() -> None:
    found, report = changed(
        "Paint helps.[@garcia-2010-gruas]", "It helps.[@fox-2001-ships] So.[^3]"
    )
    assert report == [] and found.chapters[1].note_range == "3–4"


def test_each_mark_is_a_use_with_its_own_sentence(edition: Edition) -> None:
    uses = [use for use in edition.uses["garcia-2010-gruas"] if use.note and use.note.number == "3"]
    assert [(use.paragraph.id, use.sentence) for use in uses] == [
        ("p2", "Cranes rust."),
        ("p3", "Paint lasts."),
        ("p3", "Oil too."),
    ]
    assert {printed(use.locators, ENGLISH) for use in uses} == {"p. 7"}


def test_two_marks_in_one_sentence_are_one_use() -> None:
    found, report = changed("Paint helps.[", "Paint[^3] lasts[^3] long.\nPaint helps.[")
    uses = [use for use in found.uses["garcia-2010-gruas"] if use.paragraph.id == "p3"]
    assert report == []
    assert [use.sentence for use in uses] == ["Paint lasts long.", "Paint helps."]


def test_a_link_may_lead_to_any_mark_of_a_repeated_note() -> None:
    files, bib = made_up.changed(
        "index.md", "The harbour[^1] is old.", "It[^1] is.\nOld it[^1] is."
    )
    about = files["about.md"].replace(b"cranes.md#paint", b"index.md#fnref:1-2")
    edition, report = made_up.read({**files, "about.md": about}, bib)
    assert report == []
    (referrer,) = edition.referrers["p1"]
    assert referrer.page.file == "about.md"


def test_each_mark_of_a_repeated_note_has_an_id_of_its_own(edition: Edition) -> None:
    chapter = edition.chapters[1]
    assert tree(edition, chapter).xpath("//sup/@id") == [
        "fnref:3",
        "fnref:3-2",
        "fnref:3-3",
        "fnref:4",
    ]


def test_each_way_back_has_a_name_of_its_own(edition: Edition) -> None:
    assert [(way.mark, way.words) for way in ways_back("3", edition.chapters[1], edition)] == [
        ("3", "para. 2"),
        ("3-2", "para. 3, first mark"),
        ("3-3", "para. 3, second mark"),
    ]


def test_a_repeated_note_stands_once_in_the_margin_of_each_paragraph(edition: Edition) -> None:
    elements = NoteElements(edition, edition.chapters[1], str)
    shown = [elements.margin_notes(edition.paragraph[p]) for p in ("p2", "p3")]
    assert [[note.get("data-note") for note in one] for one in shown] == [["3"], ["3", "4"]]
    assert [note[0].text for note in shown[1]] == ["3", "4"]


def test_data_have_an_entry_for_each_mark(edition: Edition) -> None:
    entries = paragraph_data(edition, edition.chapters[1], edition.paragraph["p3"])["notes"]
    assert [(entry["n"], entry["sentence"]) for entry in entries] == [
        (3, "Paint lasts."),
        (3, "Oil too."),
        (4, "Paint helps."),
    ]


def test_markdown_defines_a_repeated_note_once(edition: Edition, references: References) -> None:
    text = "\n\n".join(body(edition, edition.chapters[1], references))
    assert text.count("[^3]") == 4 and text.count("\n[^3]: Rust is red. ") == 1


@pytest.fixture(scope="module")
def page(copies: Copies) -> html.HtmlElement:
    """A chapter of the real site in which note 5 is marked in para. 4 and again in para. 6."""
    copy = copies()
    mark_again(copy / "docs/digital-gaps.md")
    return html.parse(str(built(copy) / "digital-gaps/index.html")).getroot()


def mark_again(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    text, times = re.subn(r"(\{ #digital-divide \}\n\n.*)", r"\1[^5]", text)
    assert times == 1
    file.write_text(text, encoding="utf-8")


def test_the_list_has_one_entry_with_ways_back_named_apart(page: html.HtmlElement) -> None:
    (entry,) = page.xpath("//li[@id='fn:5']")
    back = entry.xpath(".//a[@class='note-back']")
    assert [(a.get("href"), a.text) for a in back] == [
        ("#fnref:5", "↑ para. 4"),
        ("#fnref:5-2", "↑ para. 6"),
    ]
    assert [a.get("aria-label") for a in back] == [f"{a.text}, back to note 5" for a in back]


def test_both_marks_show_the_number_and_lead_to_the_entry(page: html.HtmlElement) -> None:
    for ident, paragraph in (("fnref:5", "p4"), ("fnref:5-2", "p6")):
        (mark,) = page.xpath(f"//p[@id='{paragraph}']//sup[@id='{ident}']/a")
        assert (mark.get("href"), mark.text) == ("#fn:5", "5")


def test_a_margin_note_stands_beside_both_paragraphs(page: html.HtmlElement) -> None:
    found = page.xpath("//p[@class='margin-note'][@data-note='5']/a[1]/@href")
    assert found == ["#fnref:5", "#fnref:5-2"]


def test_a_chapter_counts_a_repeated_note_once(page: html.HtmlElement) -> None:
    assert page.xpath("//ul[@class='chapter-facts']//a[.='8 notes']")
    assert len(page.xpath("//ol[@class='note-list']/li")) == 8
