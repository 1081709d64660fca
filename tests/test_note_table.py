"""The 28 notes of the article: each row of this table against the model and the built pages."""

import re
from pathlib import Path

import pytest
from lxml import html

from edition.model import Edition
from edition.model.locators import printed
from edition.words import ENGLISH
from note_table import ROWS

NAMED = {
    "celac-china-2018-declaration": ["p1", "p18"],
    "china-2016-lac-policy": ["p24"],
    "celac-china-2019-action-plan": ["p24"],
    "china-2016-informatization-outline": ["p24"],
    "china-2016-informatization-plan": ["p24"],
}


def test_the_model_holds_the_table_and_nothing_else(edition: Edition) -> None:
    found = [
        (note.number, paragraph.id, citation.key, printed(citation.locators, ENGLISH))
        for paragraph in edition.paragraph.values()
        for note in paragraph.notes
        for citation in note.citations
    ]
    assert found == ROWS


def test_the_text_has_26_paragraphs_in_order(edition: Edition) -> None:
    assert list(edition.paragraph) == [f"p{number}" for number in range(1, 27)]


def test_thirty_sources_stand_in_the_bibliography(edition: Edition) -> None:
    assert len(edition.cited_sources) == 24
    assert {source.key for source in edition.named_sources} == set(NAMED)
    assert edition.article is not None and edition.article.key == "lou-2019-digital-silk-road"


@pytest.mark.parametrize(("key", "paragraphs"), NAMED.items())
def test_a_named_document_is_linked_where_the_text_names_it(
    edition: Edition, key: str, paragraphs: list[str]
) -> None:
    assert [use.paragraph.id for use in edition.uses[key]] == paragraphs


@pytest.mark.parametrize(("number", "ident", "key", "locator"), ROWS)
def test_a_note_stands_on_its_page_with_its_source_and_pages(
    site: Path, edition: Edition, number: str, ident: str, key: str, locator: str
) -> None:
    page = html.parse(str(site / edition.chapter_of[ident].address / "index.html"))
    (mark,) = page.xpath(f"//p[@id='{ident}']//sup[@id='fnref:{number}']/a")
    assert (mark.get("href"), mark.text_content()) == (f"#fn:{number}", number)
    (note,) = page.xpath(f"//li[@id='fn:{number}']")
    words = re.sub(r"\s+", " ", note.text_content())
    assert f", {locator}." in words if locator else not re.search(r"\bpp?\. \d", words)
    links = [a.get("href").removeprefix("../") for a in note.xpath(".//a")]
    assert links == [f"sources/{key}/", f"#fnref:{number}"]


@pytest.mark.parametrize(("number", "ident", "key", "locator"), ROWS)
def test_a_source_says_where_it_is_cited_and_on_which_pages(
    site: Path, edition: Edition, number: str, ident: str, key: str, locator: str
) -> None:
    chapter = edition.chapter_of[ident]
    (use,) = [use for use in edition.uses[key] if use.note and use.note.number == number]
    for address, up in (("sources", "../"), (f"sources/{key}", "../../")):
        page = html.parse(str(site / address / "index.html"))
        place = f"{up}{chapter.address}#{ident}" if chapter.address else f"{up}#{ident}"
        entry = page.xpath(f"//li[@id='{key}']")[0] if address == "sources" else page
        said = [
            re.sub(r"\s+", " ", str(link.getparent().text_content())).strip()
            for link in entry.xpath(".//ul[@class='uses']//a")
            if link.get("href") in (place, place.replace("/#", "/./#"))
        ]
        pages = f", {locator}" if locator else ""
        assert f"{chapter.title}, para. {ident[1:]}{pages}: {use.words}" in said


@pytest.mark.parametrize("number", ["1", "5", "17"])
def test_an_explaining_note_explains_before_it_names_its_source(
    edition: Edition, number: str
) -> None:
    (note,) = [note for note in edition.notes if note.number == number]
    assert len(note.explained.split()) > 40
