"""The catalogue and the pages of sources: what they show, how the list narrows, and the table of names."""

from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Page, expect

import made_up
from edition.model import Edition
from edition.problems import Problems
from edition.read.institutions import INSTITUTIONS, read_institutions
from tabs import Tabs

HEADER = "key,language,name,form,verified\n"


@pytest.fixture
def catalogue(tab: Page, address: str) -> Page:
    tab.set_viewport_size({"width": 390, "height": 800})
    tab.goto(address + "sources/")
    return tab


def shown(tab: Page) -> list[str]:
    return [str(e.get_attribute("id")) for e in tab.locator(".entry:visible").all()]


def test_the_list_holds_the_24_and_the_5_and_the_article_above_them(site: Path) -> None:
    page = html.parse(str(site / "sources/index.html"))
    assert [
        len(s.xpath(".//li[@class='entry']")) for s in page.xpath("//section[@class='catalogue']")
    ] == [24, 5]
    assert len(page.xpath("//*[@id='lou-2019-digital-silk-road']")) == 1
    assert len(page.xpath("//span[@class='Z3988']")) == 29


VERSION = "lou-2019-zhongla-gongjian"


def test_the_chinese_version_has_a_record_and_counts_for_nothing(
    site: Path, edition: Edition
) -> None:
    (version,) = edition.versions
    assert version.key == VERSION and not version.is_counted and not edition.uses[VERSION]
    page = html.parse(str(site / "sources/index.html"))
    assert page.xpath(f"//section[@class='the-article'][@id='{VERSION}']//a/@href") == [
        VERSION + "/"
    ]
    for key in (VERSION, "lou-2019-digital-silk-road"):
        (other,) = {VERSION, "lou-2019-digital-silk-road"} - {key}
        record = html.parse(str(site / "sources" / key / "index.html"))
        assert record.xpath(f"//p[@class='source-remark']/a/@href[contains(., '{other}')]")
        assert (site / f"sources/{key}.ris").is_file()


def test_the_author_has_a_name_in_characters_and_an_affiliation(site: Path) -> None:
    for place, words in (("index.html", "//*[@class='opening']"), ("about/index.html", "//main")):
        (part,) = html.parse(str(site / place)).xpath(words)
        assert "楼项飞" in part.xpath(".//*[@lang='zh']/text()")
        assert "Shanghai Institutes for International Studies" in part.text_content()


def test_a_version_of_the_article_needs_no_use() -> None:
    edition, report = made_up.read(
        *made_up.changed("references.bib", "keywords = {named}", "keywords = {version}")
    )
    assert report == [] and edition.named_sources == ()
    assert [source.key for source in edition.versions] == ["port-1900-charter"]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("BANDA ancha", ["cepal-2018-banda-ancha"]),
        ("comision economica brecha", ["cepal-2014-brecha"]),
        ("白皮书", ["caict-2018-cable"]),
        ("larocca NICOLAS", ["larocca-2018-cable"]),
    ],
)
def test_words_narrow_the_list_in_any_order_without_accents(
    catalogue: Page, words: str, keys: list[str]
) -> None:
    catalogue.get_by_label("Words").fill(words)
    assert shown(catalogue) == keys
    expect(catalogue.locator(".filter-state [role=status]").first).to_have_text("1 of 29 sources")


def test_a_choice_is_in_the_address_and_comes_back_from_it(catalogue: Page, address: str) -> None:
    catalogue.get_by_label("Language").select_option("spanish")
    catalogue.get_by_label("Year").select_option("2018")
    narrowed = shown(catalogue)
    assert "language=spanish" in catalogue.url and "year=2018" in catalogue.url
    catalogue.goto(catalogue.url)
    assert 0 < len(narrowed) < 29 and shown(catalogue) == narrowed
    catalogue.get_by_role("button", name="Show all").click()
    expect(catalogue.locator(".filter-state [role=status]").first).to_have_text("29 of 29 sources")
    assert "?" not in catalogue.url


def test_a_choice_says_how_many_sources_it_leaves(catalogue: Page) -> None:
    label = catalogue.locator("select[name=chapter] option", has_text="Digital gaps").inner_text()
    catalogue.get_by_label("Chapter").select_option("Digital gaps")
    assert label == f"Digital gaps ({len(shown(catalogue))})"


def test_a_link_to_an_entry_shows_it_though_a_filter_would_hide_it(
    catalogue: Page, address: str
) -> None:
    catalogue.goto(f"{address}sources/?language=chinese#cepal-2014-brecha")
    expect(catalogue.locator("[id='cepal-2014-brecha']")).to_be_visible()


def test_without_javascript_the_whole_list_stands(tabs: Tabs, address: str) -> None:
    with tabs.visiting(address, java_script_enabled=False) as tab:
        tab.goto(address + "sources/")
        assert len(shown(tab)) == 29
        expect(tab.locator(".filters")).to_be_hidden()


def test_a_record_says_how_sure_each_fact_is(site: Path, edition: Edition) -> None:
    for source in edition.sources:
        page = html.parse(str(site / "sources" / source.key / "index.html"))
        said = [str(e.text_content()) for e in page.xpath("//*[@class='sure']")]
        for name, where in source.evidence.items():
            if name not in {"institution", "organization", "type", "author", "editor"}:
                assert any(where in words for words in said), (source.key, name)
        assert any("not verified" in w for w in said) or not source.listed("unverified")


def test_an_archived_copy_is_asked_for_the_day_of_the_article(site: Path, edition: Edition) -> None:
    for source in edition.sources:
        page = html.parse(str(site / "sources" / source.key / "index.html"))
        found = page.xpath("//a[@data-versiondate]")
        assert len(found) == bool(source.get("url"))
        for link in found:
            assert link.get("data-originalurl") == source.get("url")
            assert link.get("href") == link.get("data-versionurl")
            assert link.get("href") == f"https://web.archive.org/web/20190720/{source.get('url')}"
            assert link.get("data-versiondate") == "2019-07-20"


def test_every_name_of_an_institution_stands_on_its_sources(site: Path) -> None:
    page = html.parse(str(site / "sources/cepal-2018-monitoreo/index.html")).getroot()
    for name in (
        "ECLAC",
        "CEPAL",
        "Comisión Económica para América Latina y el Caribe",
        "拉加经委会",
    ):
        assert page.xpath(f"//ul[@class='names']//span[text()='{name}']"), name


def test_a_citation_is_copied_and_the_copy_is_announced(tab: Page, address: str) -> None:
    tab.goto(address + "sources/zhang-2017-information/")
    tab.get_by_role("button", name="Copy the citation in APA").click()
    expect(tab.locator(".copied")).to_have_text("Copied: APA")
    assert "Zhang, Y. (2017)" in tab.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("k,n\n", f"{INSTITUTIONS}:1: the first line is not the header; write 'key,language,name,form,verified'"),
        ("eclac,en,ECLAC,acronym\n", f"{INSTITUTIONS}:2: 4 values where 5 belong; "
         "put a value with a comma in it into double quotes"),
        ("eclac,en,,name,yes\n", f"{INSTITUTIONS}:2: no name; fill it in, or delete the line"),
        ("eclac,it,CEPALC,name,yes\n", f"{INSTITUTIONS}:2: unknown language 'it'; "
         "write one of: de, en, es, fr, pt, zh"),
        ("eclac\"><b>,en,ECLAC,acronym,yes\n", f"{INSTITUTIONS}:2: key 'eclac\"><b>' breaks the pattern; "
         "use small letters, digits and hyphens"),
        ("eclac,en,EC\x01LAC,acronym,yes\n", f"{INSTITUTIONS}:2: the name holds the character U+0001; delete it"),
        ('eclac,en,"ECLAC,acronym,yes\n', f"{INSTITUTIONS}: is no table: unexpected end of data; "
         "close each quotation mark that opens"),
        ("eclac,en,ECLAC,acronim,yes\n", f"{INSTITUTIONS}:2: unknown form 'acronim'; did you mean 'acronym'?"),
    ],
)  # fmt: skip
def test_a_bad_table_of_names_is_reported_with_line_and_remedy(text: str, message: str) -> None:
    problems = Problems()
    read_institutions(text if text.startswith("k,") else HEADER + text, problems)
    assert problems.report() == [message]
