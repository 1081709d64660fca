"""How to cite stands in the HTML of every page, for that page; a chapter's exports are links; home says what it is."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

import made_up
import real
from edition.cite.references import STYLES
from edition.cite.restated import citation, ways_to_cite
from edition.model import Page
from edition.model.inline import plain
from edition.words import ENGLISH
from edition.write.html import CITED
from project import settings

EDITION = real.edition()
DAY = ENGLISH.dates.printed(settings()["extra"]["edition"]["date"])
RESTATED = "Lou Xiangfei, “Building China–Latin America Digital Silk Road: Challenges and Roadmap” (2019), restated in "


@pytest.fixture(scope="session")
def trees(site: Path) -> Mapping[str, html.HtmlElement]:
    """The pages of the built site that hold something themselves, by their addresses."""
    files = [
        file for file in site.rglob("index.html") if not re.search(r"editions/\d|/p/", str(file))
    ]
    found = {file.parent.relative_to(site).as_posix(): html.parse(str(file)) for file in files}
    return {f"{name}/" if name != "." else "": tree.getroot() for name, tree in found.items()}


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def ways(tree: html.HtmlElement) -> list[str]:
    """How a page says that it, or a part of it, is cited."""
    listed = "//dl[@class='how-to-cite']/dd | //dl[@class='citations']/div[dt='This page']/dd"
    return [words(way) for way in tree.xpath(listed)]


def test_every_page_says_how_it_is_cited(trees: Mapping[str, html.HtmlElement]) -> None:
    assert len(trees) > 35
    for address, tree in trees.items():
        (title,) = tree.xpath("//h1")
        named = (
            words(title)
            if address
            else "Building China–Latin America Digital Silk Road: Web Edition"
        )
        named = named.replace("“", "‘").replace("”", "’")
        assert any(named in way and f"edition of {DAY}" in way for way in ways(tree)), address


def test_a_chapter_names_itself_and_shows_how_a_paragraph_is_cited(
    trees: Mapping[str, html.HtmlElement],
) -> None:
    for chapter in EDITION.chapters:
        number = chapter.paragraphs[0].number
        found = [way for way in ways(trees[chapter.address]) if way.startswith(RESTATED)]
        assert any(f"“{chapter.title},”" in way for way in found), chapter.file
        assert any(f"“{chapter.title},” para. {number}" in way for way in found), chapter.file


def test_the_page_of_a_source_says_first_how_the_source_is_cited(
    trees: Mapping[str, html.HtmlElement],
) -> None:
    for source in EDITION.sources:
        listed = trees[f"sources/{source.key}/"].xpath("//dl[@class='citations']/div/dt")
        assert [words(style) for style in listed] == [*STYLES, "This page"]


def test_a_citations_last_words_lead_to_what_is_cited() -> None:
    edition = made_up.whole()
    ways = ways_to_cite(edition, edition.chapters[1], "../".__add__)
    cited = {label: CITED.write(words) for label, words in ways}
    assert cited["This chapter"].endswith(
        '<a class="cited-address" href="../cranes/">https://example.org/e/cranes/</a>'
    )
    assert 'href="../cranes/#p2"' in cited["A paragraph, such as para. 2"]


def test_a_page_that_restates_nothing_is_cited_as_the_editions_own() -> None:
    edition = made_up.whole()
    ((label, words),) = ways_to_cite(edition, edition.other_pages[0], "../".__add__)
    assert label == "This page" and plain(words).startswith("“About,” in ")


def test_quotation_marks_in_the_title_of_a_page_are_single_ones_in_its_citation() -> None:
    page = Page("sources/x.md", {"title": "The “crane” that isn’t"})
    assert "“The ‘crane’ that isn’t,”" in plain(citation(made_up.whole(), page))


def test_a_chapters_exports_are_links_on_its_page(trees: Mapping[str, html.HtmlElement]) -> None:
    for chapter in EDITION.chapters:
        (section,) = trees[chapter.address].xpath("//section[@class='cite-this']")
        links = [str(link) for link in section.xpath(".//a[@download]/@href")]
        assert links[:4] == ["sources.bib", "sources.ris", "sources.json", "index.md"], chapter.file


def test_citing_a_chapter_leads_to_how_it_is_cited_without_a_script(
    trees: Mapping[str, html.HtmlElement],
) -> None:
    for chapter in EDITION.chapters[1:]:
        (link,) = trees[chapter.address].xpath("//a[@class='cite-chapter']/@href")
        assert trees[chapter.address].xpath(f"//*[@id='{link[1:]}'][.='How to cite']")


def test_a_chapter_says_as_of_when_it_speaks(trees: Mapping[str, html.HtmlElement]) -> None:
    for chapter in EDITION.chapters[1:]:
        (facts,) = trees[chapter.address].xpath("//ul[@class='chapter-facts']")
        assert "Speaks as of July 2019" in words(facts)


def test_home_says_whose_article_it_is_and_what_it_makes_of_it(
    trees: Mapping[str, html.HtmlElement],
) -> None:
    (listed,) = trees[""].xpath("//dl[@class='identity-list']")
    said = words(listed)
    for answer in (
        "Article by Lou Xiangfei",
        "China International Studies, no. 4, 20 July 2019",
        "Speaks as of July 2019",
        "Restated, not the author’s wording; not authorised by author or journal",
        f"Edition {settings()['extra']['edition']['number']}, {DAY}; in English for now",
    ):
        assert answer in said, answer


def test_home_opens_three_doors(trees: Mapping[str, html.HtmlElement]) -> None:
    doors = trees[""].xpath("//ul[@class='doors']/li/a[1]")
    assert [(words(door), door.get("href")) for door in doors] == [
        ("Read the argument", "#argument"),
        ("Find a source", "sources/"),
        ("Cite a paragraph", "#link-and-cite"),
    ]


@pytest.mark.parametrize(
    ("day", "said"), [("2019-07-20", "20 July 2019"), ("2019-07", "July 2019"), ("2019", "2019")]
)
def test_a_date_is_said_as_exactly_as_it_is_known(day: str, said: str) -> None:
    assert ENGLISH.dates.printed(day) == said


def test_headings_are_words_that_a_reader_looks_for(trees: Mapping[str, html.HtmlElement]) -> None:
    headings = {words(one) for tree in trees.values() for one in tree.xpath("//main//h2")}
    assert headings >= {"Cite and export", "Export", "How to cite", "Notes", "Related"}
    assert not [one for one in headings if re.search("along|leads", one)]
