"""The short addresses for paper: /p/12/ leads to paragraph 12, with and without JavaScript, below any path."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from lxml import html
from playwright.sync_api import Page, expect

import made_up
from edition.contents.stubs import Stub
from edition.model import Edition
from edition.views.link.short_addresses import page_of
from page_rules import outline
from project import SITE
from server import serving
from tabs import Tabs


@pytest.fixture(scope="module")
def below(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real site, served below a path of several parts."""
    root = tmp_path_factory.mktemp("below")
    (root / "some").mkdir()
    (root / "some/path").symlink_to(site)
    with serving(root) as address:
        yield f"{address}some/path/"


@pytest.fixture(params=[True, False], ids=["with-javascript", "without"])
def tab(tabs: Tabs, below: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    with tabs.visiting(
        below, **({} if request.param else {"java_script_enabled": False})
    ) as opened:
        yield opened


@pytest.mark.parametrize("number", ["1", "12", "26"])
def test_a_short_address_leads_to_its_paragraph(
    tab: Page, below: str, edition: Edition, number: str
) -> None:
    tab.goto(f"{below}p/{number}/")
    expect(tab).to_have_url(f"{below}{edition.chapter_of[f'p{number}'].address}#p{number}")
    expect(tab.locator(f"#p{number}")).to_be_in_viewport()


def test_back_from_the_paragraph_leads_to_where_one_came_from(tab: Page, below: str) -> None:
    tab.goto(f"{below}about/")
    tab.goto(f"{below}p/12/")
    expect(tab).to_have_url(f"{below}cooperation-value/#p12")
    tab.go_back()
    expect(tab).to_have_url(f"{below}about/")


def test_each_paragraph_has_a_short_address_that_is_a_whole_page(
    site: Path, edition: Edition
) -> None:
    assert len(list((site / "p").iterdir())) == len(edition.paragraph) == 26
    for ident, paragraph in edition.paragraph.items():
        chapter = edition.chapter_of[ident]
        tree = html.parse(str(site / "p" / paragraph.number / "index.html")).getroot()
        place = f"../../{chapter.address}#{ident}"
        assert (tree.get("lang"), outline(tree)) == ("en", [1])
        assert tree.xpath("//meta[@http-equiv='refresh']/@content") == [f"0; url={place}"]
        assert tree.xpath("//main//a/@href") == [place]
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert tree.xpath("//title")[0].text.startswith(f"Paragraph {paragraph.number}: ")
        canonical = str(tree.xpath("//link[@rel='canonical']/@href")[0])
        assert canonical == f"{SITE}{chapter.address}"


def test_a_short_address_is_light(site: Path) -> None:
    """With the style that it is seen by, since that stands in it, packed by Brotli; nothing else is waited for."""
    page = site / "p/12/index.html"
    tree = html.parse(str(page)).getroot()
    assert len(brotli.compress(page.read_bytes())) < 5 * 1024
    assert len(tree.xpath("//script")) == 1 and tree.xpath("//script/@src | //nav | //dialog") == []


def test_a_paragraph_that_moved_takes_its_short_address_along() -> None:
    edition = made_up.whole()
    first, second = edition.chapters
    last = second.paragraphs[-1]
    here = replace(second, blocks=tuple(block for block in second.blocks if block != last))
    there = replace(first, blocks=(*first.blocks, last))
    later = replace(edition, chapters=(there, here))
    assert leads_to(edition, last.id) == "../../cranes/#p3"
    assert leads_to(later, last.id) == "../../#p3"


def leads_to(edition: Edition, fragment: str) -> str:
    """Where the page of a paragraph's short address leads."""
    shown = page_of(edition.paragraph[fragment], edition.chapter_of[fragment], edition).shown
    assert isinstance(shown, Stub)
    return shown.address


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_scrolls_sideways(tab: Page, site: Path, below: str, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 600})
    text = (site / "p/12/index.html").read_text("utf-8").replace('http-equiv="refresh"', "hidden")
    tab.route("**/p/12/", lambda route: route.fulfill(body=text, content_type="text/html"))
    tab.goto(f"{below}p/12/")
    assert tab.title().startswith("Paragraph 12")
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_the_home_page_and_about_name_the_short_addresses(tab: Page, below: str) -> None:
    tab.goto(f"{below}cooperation-value/")
    told = tab.get_by_text(f"{SITE}p/8/ leads to para. 8")
    expect(told).to_be_hidden()
    tab.emulate_media(media="print")
    expect(told).to_be_visible()
    tab.emulate_media(media="screen")
    tab.goto(below)
    expect(tab.get_by_text("On paper, p/ and the number")).to_be_visible()
    tab.goto(f"{below}about/")
    expect(tab.get_by_text("it leads to paragraph 12")).to_be_visible()
