"""A site whose address nobody has set: nothing names one, and what is copied takes the address it is read at."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from panel import copied, open_panel, press, said
from project import mkdocs
from server import serving
from tabs import Tabs

FROZEN = re.compile(r"editions/2026-11-25/")
PLACEHOLDER = re.compile(r"example\.(?:org|com|net)|\.invalid\b|localhost|127\.0\.0\.1")
TEXTS = {".html", ".js", ".json", ".md", ".txt", ".bib", ".ris", ".xml", ".css", ".svg", ".csv"}
LINK = re.compile(r"\]\(<?(\.{1,2}/[^)>\s]*)>?\)")
PATHS = ("", "policy/silk-road/")


@pytest.fixture(scope="module")
def bare(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built without addresses."""
    folder = tmp_path_factory.mktemp("bare")
    done = mkdocs(checkout, "build", "--strict", "--site-dir", str(folder), SITE_URL="")
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stderr.splitlines() if "SITE_URL" in line]
    assert len(said) == 1 and said[0].startswith("INFO") and "REPORT_URL" in said[0]
    return folder


def texts(site: Path) -> dict[str, str]:
    """Each file that holds text, edition 1's aside, by its address."""
    names = {file.relative_to(site).as_posix(): file for file in site.rglob("*")}
    return {
        name: file.read_text(encoding="utf-8")
        for name, file in names.items()
        if file.suffix in TEXTS and not FROZEN.match(name)
    }


def test_no_file_names_a_placeholder(bare: Path) -> None:
    found = {name: PLACEHOLDER.findall(text) for name, text in texts(bare).items()}
    assert len(found) > 100 and {name: hits for name, hits in found.items() if hits} == {}


def test_what_needs_a_whole_address_is_left_out(bare: Path) -> None:
    assert not list(bare.glob("sitemap*"))
    for name, text in texts(bare).items():
        if name.endswith(".html"):
            tree = html.document_fromstring(text)
            assert not tree.xpath("//link[@rel='canonical']")
            assert name.startswith("sources/") or not tree.xpath("//*[@name='citation_public_url']")
            assert not tree.xpath("//meta[@property='og:url' or @property='og:image']"), name


def test_the_data_for_search_engines_has_no_address_of_a_page(bare: Path) -> None:
    for name in ("index.html", "roadmap/index.html", "sources/cepal-2018-monitoreo/index.html"):
        tree = html.parse(str(bare / name))
        (data,) = map(json.loads, tree.xpath("//script[@type='application/ld+json']/text()"))
        assert "url" not in data and "url" not in data.get("isPartOf", {})


def test_no_link_is_empty_or_the_word_none(bare: Path) -> None:
    for name, text in texts(bare).items():
        assert not re.search(r'(?:href|src|content)="(?:None)?"|\bNone/|<None', text), name


def test_links_in_texts_lead_to_files_from_where_they_stand(bare: Path) -> None:
    for name, text in texts(bare).items():
        if name.endswith((".md", "llms.txt", "llms-full.txt")):
            links = [link.partition("#")[0] for link in LINK.findall(text)]
            ends = [bare / Path(name).parent / link for link in links]
            assert links and all((e / "index.html" if e.is_dir() else e).is_file() for e in ends)


def test_texts_and_data_say_that_they_name_no_address(bare: Path) -> None:
    for name in ("llms.txt", "llms-full.txt", "roadmap/index.md"):
        text = (bare / name).read_text(encoding="utf-8")
        assert "had no permanent address when this was made" in text and "Cite it as:" in text
    data = json.loads((bare / "edition.json").read_text(encoding="utf-8"))
    places = [p["address"] for chapter in data["chapters"] for p in chapter["paragraphs"]]
    assert "./roadmap/#p25" in places and all(place.startswith("./") for place in places)


def test_a_page_cites_by_edition_chapter_and_paragraph(bare: Path) -> None:
    words = html.parse(str(bare / "about/index.html")).getroot().text_content()
    cited = "edition of 25 November 2026(, with later corrections)?, “Roadmap,” para. 25[. ]"
    assert re.search(cited, " ".join(words.split()))


def test_the_list_of_editions_says_which_prints_a_placeholder(bare: Path) -> None:
    items = html.parse(str(bare / "editions/index.html")).xpath("//ul[@class='editions']/li")
    told = [" ".join(item.text_content().split()) for item in items]
    assert ["placeholder, which leads nowhere" in words for words in told] == [
        words.startswith("Edition 1,") for words in told
    ]


@pytest.fixture(scope="module", params=PATHS)
def served(
    bare: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Iterator[str]:
    """The address of the site, at a server's root and below a path of another."""
    root = tmp_path_factory.mktemp("server") / "root"
    if request.param:
        (root / request.param).parent.mkdir(parents=True)
        (root / "404.html").write_bytes((bare / "404.html").read_bytes())
    (root / request.param.rstrip("/")).symlink_to(bare)
    with serving(root) as base:
        yield base + request.param


@pytest.fixture
def tab(tabs: Tabs, served: str) -> Iterator[Page]:
    with tabs.visiting(served) as opened:
        yield opened


@pytest.mark.parametrize("page", ["roadmap/", "roadmap/index.html", "roadmap/?from=mail#p3"])
def test_the_panel_copies_the_address_at_which_the_page_is_read(
    tab: Page, served: str, page: str
) -> None:
    tab.goto(served + page)
    open_panel(tab, "#p25 .paragraph-number")
    press(tab, "Copy link")
    said(tab, "Copied: the link")
    assert copied(tab) == f"{served}roadmap/#p25"
    press(tab, "Copy citation")
    said(tab, "Copied: the citation as plain text")
    assert copied(tab).endswith(f"“Roadmap,” para. 25, {served}roadmap/#p25.")


def test_a_section_is_cited_at_the_address_at_which_it_is_read(tab: Page, served: str) -> None:
    tab.goto(f"{served}digital-gaps/")
    place = tab.locator("main h2[id]:has(.heading-link)").first
    open_panel(tab, f"#{place.get_attribute('id')} .heading-link", "Section")
    expect(tab.locator(".panel-text")).to_contain_text(
        f"{served}digital-gaps/#{place.get_attribute('id')}."
    )


def test_a_report_is_copied_where_there_is_no_address_to_send_it_to(tab: Page, served: str) -> None:
    tab.goto(f"{served}roadmap/")
    open_panel(tab, "#p25 .paragraph-number")
    press(tab, "Report an error")
    expect(tab.locator(".panel-state")).to_contain_text("send it to whoever publishes this site")
    what, where, words, wrong = copied(tab).split("\n\n")
    assert (what, where) == ("Error in Paragraph 25", f"{served}roadmap/#p25")
    start = tab.locator("#p25").inner_text().split(maxsplit=1)[1][:30]
    assert words.startswith(f"“{start}") and wrong.startswith("What is wrong:")


def test_an_export_from_the_panel_names_the_address_at_which_it_is_read(
    tab: Page, served: str
) -> None:
    tab.goto(f"{served}roadmap/")
    open_panel(tab, "#p25 .paragraph-number")
    with tab.expect_download() as waited:
        tab.get_by_role("button", name="RIS").click()
    assert f"UR  - {served}roadmap/#p25" in Path(waited.value.path()).read_text("utf-8")


def test_the_briefing_cites_at_the_address_at_which_it_is_read(tab: Page, served: str) -> None:
    tab.goto(f"{served}briefing/#p25")
    item = tab.locator(".briefing-list > li").first
    expect(item).to_contain_text(f"“Roadmap,” para. 25, {served}roadmap/#p25.")
    item.get_by_role("link", name="25", exact=True).click()
    expect(tab).to_have_url(f"{served}roadmap/#p25")


def test_each_page_that_can_be_reached_is_there(tab: Page, served: str) -> None:
    tab.goto(served)
    links = tab.eval_on_selector_all("nav a, footer a", "(all) => all.map((one) => one.href)")
    for link in {urljoin(link, urlsplit(unquote(link)).path) for link in links}:
        assert link.startswith(served) and tab.request.get(link).ok, link


def test_the_404_page_leads_to_the_root_of_the_server(tabs: Tabs, bare: Path) -> None:
    with serving(bare) as base, tabs.visiting(base, may_fail=True) as opened:
        opened.goto(f"{base}a/b/c/nothing")
        opened.get_by_role("link", name="Roadmap").click()
        expect(opened).to_have_url(f"{base}roadmap/")
