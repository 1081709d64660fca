"""The 28 notes of the article: each row of this table against the model and the built pages."""

import re
from pathlib import Path

import pytest
from lxml import html

from edition.model import Edition
from edition.model.locators import printed
from edition.words import ENGLISH

# Number, paragraph, citation key and locator, as the article has them; these never change.
TABLE = """
1 p1 g20-2016-digital-economy
2 p1 xi-2017-work-together
3 p3 cepal-2018-monitoreo pp. 27–29
4 p3 unctad-2017-ecommerce
5 p4 un-2016-egov
6 p4 cepal-2018-monitoreo pp. 37–39
7 p5 cepal-2018-monitoreo pp. 45–54
8 p6 cepal-2016-revolucion p. 58
9 p6 cepal-2018-banda-ancha p. 5
10 p6 cepal-2018-monitoreo p. 10
11 p9 celac-2015-plan
12 p9 cepal-2018-explorando pp. 40–43
13 p10 unctad-2017-wir pp. 57–59
14 p10 cepal-2018-explorando p. 57
15 p11 cepal-2014-brecha p. 5
16 p16 cac-2018-digital-china
17 p16 mfa-2017-cyberspace
18 p17 qi-2009-ict p. 75
19 p17 mofcom-2017-outward p. 122
20 p21 ccid-2017-silk-road p. 63
21 p21 zhang-2017-information pp. 8–9
22 p21 caict-2018-cable pp. 1, 7
23 p22 cicir-2018-upgrading p. 16
24 p22 cepal-2019-balance pp. 97–98
25 p24 cepal-2018-elac2020
26 p25 larocca-2018-cable
27 p26 huanqiu-2017-ma
28 p26 xinhua-2015-huawei
"""
ROWS = [tuple((row.split(" ", 3) + [""])[:4]) for row in TABLE.strip().splitlines()]
NAMED = {
    "celac-china-2018-declaration": ["p1", "p18"],
    "china-2016-lac-policy": ["p24"],
    "celac-china-2019-action-plan": ["p24"],
    "china-2016-informatization-outline": ["p24"],
    "china-2016-informatization-plan": ["p24"],
}


def test_the_model_holds_the_table_and_nothing_else(edition: Edition) -> None:
    found = [
        (note.number, paragraph.id, citation.key, printed(citation.locator, ENGLISH))
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
    assert len(note.explanation.split()) > 40
