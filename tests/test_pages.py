"""What holds on every built page: valid HTML, ids, fragments, no request elsewhere, nothing inline of ours."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html

import handed_out
import real
from edition.contents.records import foreign_names
from edition.model import Edition
from edition.words import ENGLISH
from page_rules import RULES, Built, built_pages
from project import settings

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Built]:
    return built_pages(site)


@pytest.fixture(scope="module")
def trees(pages: dict[str, Built]) -> dict[str, html.HtmlElement]:
    return {name: page.tree for name, page in pages.items()}


@pytest.mark.parametrize("rule", RULES)
def test_every_page_has(pages: dict[str, Built], rule: Callable[[Built], Iterator[object]]) -> None:
    assert [(name, fault) for name, page in pages.items() for fault in rule(page)] == []


def test_the_pages_of_the_edition_are_built(pages: dict[str, Built], edition: Edition) -> None:
    expected = {f"{page.address}index.html" for page in edition.pages}
    assert set(pages) >= expected | {"sources/index.html", "404.html"}


def test_the_404_page_loads_nothing(trees: dict[str, html.HtmlElement]) -> None:
    tree = trees["404.html"]
    assert tree.xpath("//script | //img | //link[not(starts-with(@href, 'data:'))]") == []


def living(trees: dict[str, html.HtmlElement]) -> dict[str, html.HtmlElement]:
    """The pages that this build makes: a frozen edition stays as it was."""
    return {name: tree for name, tree in trees.items() if not re.match(r"editions/\d", name)}


def test_the_first_link_of_every_page_skips_to_its_text(
    trees: dict[str, html.HtmlElement],
) -> None:
    """But for the 404 page, which is nothing but text."""
    for name, tree in living(trees).items():
        if name != "404.html":
            (target,) = tree.xpath("id(substring-after((//body//a)[1]/@href, '#'))")
            assert target.tag == "main", name


def test_main_holds_the_text_and_no_navigation_of_the_edition(
    trees: dict[str, html.HtmlElement],
) -> None:
    for name, tree in living(trees).items():
        (main,) = tree.xpath("//main")
        assert main.xpath(".//nav | .//header[contains(@class, 'site-header')]") == [], name
        assert main.xpath("string(.//h1)").strip(), name


def test_nothing_of_the_themes_own_frame_is_left(trees: dict[str, html.HtmlElement]) -> None:
    theirs = "//*[starts-with(@id, '__') or @data-md-component] | //input[@type='checkbox'][not(ancestor::dialog)]"
    assert {name: tree.xpath(theirs) for name, tree in living(trees).items()} == {
        name: [] for name in living(trees)
    }


def untold(shown: html.HtmlElement, foreign: Mapping[str, str]) -> list[str]:
    """What is Chinese in some HTML, or one of the foreign names, and nothing around it says so."""
    found: list[str] = []
    for text in shown.xpath(".//text()[not(ancestor::script or ancestor::option)]"):
        tongue = str(text.getparent().xpath("string(ancestor-or-self::*[@lang][1]/@lang)")) or "en"
        found += re.findall(r"[\u3400-\u9fff]+", text) if tongue != "zh" else []
        found += [words for words, own in foreign.items() if words in text and tongue != own]
    return found


def test_whatever_is_not_english_says_its_language_on_every_page(
    trees: dict[str, html.HtmlElement],
) -> None:
    foreign = foreign_names(real.edition().sources, real.institutions(), ENGLISH).languages
    assert len(foreign) > 10
    for name, tree in living(trees).items():
        assert untold(tree.xpath("//body")[0], foreign) == [], name


def test_whatever_is_not_english_says_its_language_in_panel_and_briefing(site: Path) -> None:
    foreign = foreign_names(real.edition().sources, real.institutions(), ENGLISH).languages
    texts = handed_out.tables(site)
    parts = [source[name] for source in texts["sources"].values() for name in ("html", "short")]
    for paragraph in texts["words"].values():
        parts += [paragraph["html"], paragraph["notes"]]
    assert untold(html.fromstring(f"<div>{'<br>'.join(parts)}</div>"), foreign) == []


def test_references_citations_and_addresses_are_not_translated(
    trees: dict[str, html.HtmlElement],
) -> None:
    """A browser that translates a page leaves what people copy and search for as it is."""
    kinds = ("citation", "cited-address", "source-title")
    named = " or ".join(f"contains(concat(' ', @class, ' '), ' {kind} ')" for kind in kinds)
    addresses = "//main//a[starts-with(normalize-space(), 'http')]"
    kept = f"//main//p[@class='reference'] | //main//*[{named}] | {addresses}"
    shown = [(page, part) for page, tree in living(trees).items() for part in tree.xpath(kept)]
    free = [(page, part.text_content()) for page, part in shown
            if not part.xpath("ancestor-or-self::*[@translate='no']")]  # fmt: skip
    assert shown and free == []


def test_no_page_is_dated_by_the_day_of_the_build(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    day = settings()["extra"]["edition"]["date"]
    assert set(re.findall("<lastmod>(.*?)</lastmod>", text)) == {day}


def test_our_sources_hold_no_inline_style_or_script() -> None:
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)|<style|<\w[^<>]*\s(style|on[a-z]+)=[\"']", re.IGNORECASE
    )
    files = [*(ROOT / "overrides").rglob("*.html"), *(ROOT / "docs").rglob("*.md")]
    files += (ROOT / "overrides" / "hooks").rglob("*.py")
    found = [file.name for file in files if inline.search(file.read_text(encoding="utf-8"))]
    assert files and found == []


def test_our_style_sheets_use_neither_ids_nor_important() -> None:
    files = list((ROOT / "overrides").rglob("*.css"))
    for file in files:
        rules = re.sub(
            r"/\*.*?\*/|\{[^{}]*\}|\"[^\"]*\"",
            "",
            file.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        assert not re.search(r"#[\w-]", rules), file.name
        assert "!important" not in file.read_text(encoding="utf-8"), file.name
    assert files


def test_a_paragraph_begins_with_its_number_as_a_link_and_a_blank(
    trees: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for ident, chapter in edition.chapter_of.items():
        (link,) = trees[f"{chapter.address}index.html"].xpath(f"//p[@id='{ident}']/a[1]")
        assert (link.get("href"), link.text) == (f"#{ident}", ident[1:])
        assert not link.getparent().text
        assert re.match(r" \S", link.tail)


def test_each_gap_is_linked_to_where_the_roadmap_takes_it_up(edition: Edition) -> None:
    for number in (3, 4, 5, 6):
        relations = edition.paragraph[f"p{number}"].relations
        assert {relation.word for relation in relations} == {"taken up in"}
        assert "roadmap.md" in {edition.chapter_of[r.target].file for r in relations}


@pytest.mark.parametrize(("ident", "is_answered"), [("p20", True), ("p21", True), ("p22", False)])
def test_a_challenge_is_linked_to_its_answer_where_the_article_has_one(
    edition: Edition, ident: str, is_answered: bool
) -> None:
    words = {relation.word for relation in edition.paragraph[ident].relations}
    assert "may hinder what is expected in" in words
    assert ("answered in" in words) == is_answered


def test_a_relation_says_where_it_stands_that_it_is_the_editions_reading(
    trees: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for ident, paragraph in edition.paragraph.items():
        page = trees[f"{edition.chapter_of[ident].address}index.html"]
        said = page.xpath(f"//p[@id='{ident}']//span[@class='relations']")
        assert len(said) == bool(paragraph.relations), ident
        assert all(span.text.startswith("The edition’s reading: ") for span in said)
