"""A real edition, frozen; then the text is corrected, and the old links are followed."""

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from lxml import html
from playwright.sync_api import Page, expect

import fitting
import handed_out
from axe import look, violations
from edition.keep.frozen_editions import SCHEMA, files_of
from edition.keep.published import published
from edition.keep.registering import new_addresses
from page_rules import RULES, Built, built_pages
from panel import copied, open_panel, press, said
from project import DAY, FOLDER, SITE, Made, built, make_edition, said_of, spoil
from registers import real_register
from server import serving
from tabs import Tabs

PAGES = ("", "digital-gaps/", "cooperation-value/", "foundations/", "challenges/", "roadmap/",
         "sources/", "about/")  # fmt: skip


@dataclass(frozen=True)
class Kept:
    """A copy of the project with a frozen edition, what was said when it was made, and two sites: of the day when
    nothing had changed, and of a later day."""

    root: Path
    made: Made
    fresh: Path
    later: Path

    @property
    def number(self) -> int:
        return len(list((self.root / "docs/editions").iterdir()))


@pytest.fixture(scope="module")
def frozen(edition_made: Made, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    root = Path(shutil.copytree(edition_made.root, tmp_path_factory.mktemp("frozen") / "project"))
    fresh = built(root, root / "fresh")
    spoil(root, "docs/roadmap.md", "a feasibility study for a submarine", "plans for a submarine")
    return Kept(root, edition_made, fresh, built(root, root / "later"))


def test_an_edition_is_eight_pages_a_style_sheet_and_data_with_its_schema(frozen: Kept) -> None:
    pages = {f"{page}index.html" for page in PAGES}
    assert set(files_of(frozen.root / FOLDER)) == {
        *pages, "edition.css", "edition.json", SCHEMA, "SHA256SUMS"}  # fmt: skip


def test_every_frozen_edition_has_its_checksums_and_one_megabyte_at_most(frozen: Kept) -> None:
    for folder in (frozen.root / "docs/editions").iterdir():
        files = files_of(folder)
        lines = files["SHA256SUMS"].decode().splitlines()
        sums = {line[66:]: line[:64] for line in lines}
        others = {path: data for path, data in files.items() if path != "SHA256SUMS"}
        assert sums == {p: hashlib.sha256(data).hexdigest() for p, data in others.items()}
        assert lines == sorted(lines, key=lambda line: line[66:])
        assert sum(map(len, files.values())) <= 1_000_000


def test_number_and_day_are_set_and_the_next_steps_are_printed(frozen: Kept) -> None:
    number = frozen.number
    assert f'number: {number}\n    date: "{DAY}"' in (frozen.root / "mkdocs.yml").read_text("utf-8")
    cff = (frozen.root / "CITATION.cff").read_text("utf-8")
    assert f'version: "{number}"\ndate-released: {DAY}' in cff
    assert (
        f"git add {FOLDER} docs/data/register.csv mkdocs.yml CITATION.cff; git commit; git tag edition-{DAY}"
        in frozen.made.stdout
    )
    heading = f"## Edition {number}, 31 December 2098"
    assert frozen.made.stderr.splitlines()[0] == (
        f"CHANGELOG.md: lacks the heading '{heading}'; tell below it what has changed"
    )


def test_what_is_frozen_is_registered_at_once(frozen: Kept) -> None:
    register = real_register(frozen.root)
    assert new_addresses(register, published(frozen.fresh)) == []
    assert register[f"editions/{DAY}/roadmap/"].edition == frozen.number


def test_a_frozen_page_runs_loads_and_claims_nothing(frozen: Kept) -> None:
    for page in PAGES:
        tree = html.parse(str(frozen.later / f"editions/{DAY}/{page}index.html")).getroot()
        assert not tree.xpath("//script | //form | //button | //dialog | //img | //svg | //iframe")
        links = {link.get("rel"): link.get("href") for link in tree.xpath("//link")}
        assert links.pop("icon").startswith("data:image/png;base64,")
        assert links == {"stylesheet": "../" * page.count("/") + "edition.css"}
        names = {str(name) for name in tree.xpath("//meta/@name")}
        told = {name for name in names if name.startswith(("citation_", "z:"))}
        assert names - told == {"viewport", "robots", "description"}
        assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert (
            tree.xpath("//@href[contains(., '.bib') or contains(., '.ris') or contains(., '.md')]")
            == []
        )


def tags_of(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What a page tells reference managers, without its address, which names the live page and the host."""
    for tag in tree.xpath("//meta[starts-with(@name, 'citation_') or starts-with(@name, 'z:')]"):
        if tag.get("name") != "citation_public_url":
            yield tag.get("name"), tag.get("content", "")


def test_a_frozen_page_has_the_citation_tags_of_the_live_one(
    frozen: Kept,
) -> None:
    for page in PAGES:
        kept, live = (
            dict(tags_of(html.parse(str(site / page / "index.html")).getroot()))
            for site in (frozen.fresh / f"editions/{DAY}", frozen.fresh)
        )
        if live:
            assert kept.items() == live.items() and kept["citation_publication_date"] == DAY, page
        else:
            assert (kept["z:itemType"], kept["z:date"]) == ("webpage", DAY), page
        assert "citation_public_url" not in kept


@pytest.fixture(scope="module")
def kept(frozen: Kept) -> dict[str, Built]:
    """The pages of the edition that was frozen."""
    pages = built_pages(frozen.later)
    return {name: page for name, page in pages.items() if name.startswith(f"editions/{DAY}")}


@pytest.mark.parametrize("rule", RULES)
def test_every_frozen_page_has(
    kept: dict[str, Built], rule: Callable[[Built], Iterator[object]]
) -> None:
    assert len(kept) == 8
    assert [(name, fault) for name, page in kept.items() for fault in rule(page)] == []


def test_every_id_of_the_text_is_kept_and_every_link_leads_to_one(frozen: Kept) -> None:
    folder, live = frozen.root / FOLDER, frozen.fresh
    ids = {page: set(ids_on(folder / page / "index.html")) for page in PAGES}
    for page in PAGES:
        assert ids[page] >= set(ids_on(live / page / "index.html", TEXT)), page
        for link in html.parse(str(folder / page / "index.html")).getroot().xpath("//a/@href"):
            path, fragment = urldefrag(urljoin(f"/editions/{DAY}/{page}", link))
            own = path.removeprefix(f"/editions/{DAY}/")
            if own in ids:
                assert not fragment or unquote(fragment) in ids[own], link
            elif path.startswith("/"):
                assert (live / path.strip("/")).exists(), link


TEXT = "//main//*[self::p or self::li or self::sup or self::h2 or self::h3][not(@data-moved)]/@id"


def ids_on(file: Path, path: str = "//@id") -> list[str]:
    found = html.parse(str(file)).getroot().xpath(path)
    return [ident for ident in map(str, found) if ident != "take-along"]


def test_each_source_keeps_its_record(frozen: Kept) -> None:
    page = html.parse(str(frozen.later / f"editions/{DAY}/sources/index.html")).getroot()
    entries = page.xpath(
        "//main//*[contains(@class, 'entry ') or @class='entry' or @class='the-article']"
    )
    assert len(entries) == 24 + 5 + 2  # cited, named, the article and its Chinese version
    for entry in entries:
        (record,) = entry.xpath("./details/dl[@class='record']")
        assert record.xpath("./div/dt[.='Address']")


def test_a_new_edition_has_no_changes_and_no_corrections(frozen: Kept) -> None:
    page = html.parse(str(frozen.fresh / "editions/index.html")).getroot()
    (told,) = page.xpath(f"//h2[@id='since-{DAY}']/following-sibling::*[1][self::p]")
    assert told.text_content().startswith("Nothing has changed since")
    assert "2098, with later corrections" not in (frozen.fresh / "about/index.html").read_text(
        "utf-8"
    )


def test_between_editions_citations_say_where_the_text_was_corrected(frozen: Kept) -> None:
    texts = handed_out.tables(frozen.later)
    said = "edition of 31 December 2098, with later corrections"
    paragraphs = texts["paragraphs"]
    assert [p for p in paragraphs if said in paragraphs[p]["cite"]["plain"]] == ["p25"]
    assert [p for p in texts["pages"] if said in texts["pages"][p]["cite"]["plain"]] == ["roadmap/"]
    about = html.parse(str(frozen.later / "about/index.html")).getroot()
    rows = [row.text_content() for row in about.xpath("//dl[@class='how-to-cite']/dd")]
    assert [said in row for row in rows] == [True, True, True, False, False]


def test_the_frozen_page_keeps_the_words_that_were_corrected(frozen: Kept) -> None:
    old, new = (
        (frozen.later / place / "roadmap/index.html").read_text("utf-8")
        for place in (f"editions/{DAY}", "")
    )
    assert "a feasibility study for a submarine" in old and "later corrections" not in old
    assert "plans for a submarine" in new and "with later corrections</a>" in new


def test_the_list_of_editions_shows_each_change_beside_its_paragraph(frozen: Kept) -> None:
    tree = html.parse(str(frozen.later / "editions/index.html")).getroot()
    assert tree.xpath("//ul[@class='editions']/li[1]/a/@href") == [f"{DAY}/"]
    (change,) = tree.xpath(f"//h2[@id='since-{DAY}']/following-sibling::ul[1]/li")
    assert change.xpath("./a/@href") == ["../roadmap/#p25"]
    assert " ".join(change.text_content().split()).startswith("para. 25, Roadmap: reworded")
    assert [e.text_content() for e in change.xpath(".//del | .//ins")] == [
        "removed: a feasibility study", "added: plans"]  # fmt: skip


def test_sitemap_and_search_leave_out_frozen_pages(frozen: Kept) -> None:
    sitemap = (frozen.later / "sitemap.xml").read_text("utf-8")
    assert "/editions/<" in sitemap and f"editions/{DAY}" not in sitemap
    (records,) = frozen.later.glob("assets/javascripts/search-records.*.js")
    assert f"editions/{DAY}" not in records.read_text("utf-8")


@pytest.fixture
def copy(frozen: Kept, tmp_path: Path) -> Path:
    """A copy of the project with a frozen edition that a test may spoil."""
    ignored = shutil.ignore_patterns("fresh", "later", ".build")
    return Path(shutil.copytree(frozen.root, tmp_path / "copy", ignore=ignored))


def test_a_frozen_edition_that_was_changed_stops_the_build(copy: Path) -> None:
    spoil(copy, f"{FOLDER}/roadmap/index.html", "submarine", "underwater")
    (copy / FOLDER / "about/index.html").unlink()
    (copy / FOLDER / "notes.txt").touch()
    (copy / "docs/editions/draft").mkdir()
    (copy / "docs/editions/draft/a.txt").touch()
    mend = f"get it back: git checkout {FOLDER}"
    assert said_of(copy) == [
        f"{FOLDER}/SHA256SUMS:1: about/index.html is missing; {mend}",
        f"{FOLDER}/SHA256SUMS:10: roadmap/index.html was changed after it was frozen; {mend}",
        f"{FOLDER}/notes.txt: is not among the files of SHA256SUMS; delete it if it was added; "
        f"else get the list back: git checkout {FOLDER}",
        "docs/editions/draft: is no frozen edition; move it elsewhere: here each folder is an edition, "
        "named like 2026-11-24",
    ]


def test_settings_that_name_another_edition_stop_the_build(copy: Path, frozen: Kept) -> None:
    spoil(copy, "mkdocs.yml", DAY, "2099-01-01")
    (said,) = said_of(copy)
    line = (copy / "mkdocs.yml").read_text("utf-8").partition("  edition:\n")[0].count("\n") + 1
    assert said.startswith(
        f"mkdocs.yml:{line}: extra.edition is number {frozen.number} of 2099-01-01, but"
    )


def test_an_edition_is_frozen_once(copy: Path) -> None:
    done = make_edition(copy, DAY)
    assert done.returncode != 0
    assert done.stderr.splitlines()[:2] == [
        f"{FOLDER}: an edition of this day is frozen already; "
        "for another, give a later day: make edition DATE=…",
        "Nothing was frozen.",
    ]


def test_an_edition_that_cannot_be_built_is_not_begun(copy: Path) -> None:
    before = files_of(copy / "docs"), (copy / "mkdocs.yml").read_bytes()
    spoil(copy, "docs/roadmap.md", "{ #p24 }", "")
    done = make_edition(copy, "2099-01-01")
    assert "docs/roadmap.md:" in done.stderr and "paragraph without an id" in done.stderr
    assert "the site does not build, as said above; mend that first" in done.stderr
    assert "Traceback" not in done.stderr and not (copy / "docs/editions/2099-01-01").exists()
    spoil(copy, "docs/roadmap.md", "\n\n## ICT", "\n{ #p24 }\n\n## ICT")
    assert before[1] == (copy / "mkdocs.yml").read_bytes()


def test_the_next_edition_takes_the_corrections_in(copy: Path, frozen: Kept) -> None:
    done = make_edition(copy, "2099-01-01")
    assert f"Froze edition {frozen.number + 1}, of 1 January 2099" in done.stdout
    page = html.parse(str(copy / "docs/editions/2099-01-01/about/index.html")).getroot()
    assert "edition of 1 January 2099, “Roadmap,” para. 25" in page.text_content()
    built(copy)
    tree = html.parse(str(copy / "site/editions/index.html")).getroot()
    assert tree.xpath("//ul[@class='editions']/li/a/@href")[:2] == ["2099-01-01/", f"{DAY}/"]
    assert tree.xpath("//h2[@id='since-2099-01-01']/following-sibling::*[1][self::p]")
    assert tree.xpath(f"//h2[@id='since-{DAY}']/following-sibling::*[1][self::ul]")


# In a browser


@pytest.fixture(scope="module")
def place(frozen: Kept) -> Iterator[str]:
    """The address of the later site, served."""
    with serving(frozen.later) as base:
        yield base


@pytest.fixture
def open_page(tabs: Tabs, place: str) -> Iterator[Callable[..., Page]]:
    """Opens a page."""
    with ExitStack() as stack:

        def opened(page: str, width: int = 390, **settings: Any) -> Page:  # noqa: ANN401
            tab = stack.enter_context(tabs.visiting(place, width, 800, **settings))
            tab.goto(place + page)
            return tab

        yield opened


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
@pytest.mark.parametrize("script", [True, False])
def test_an_old_link_lands_on_its_paragraph_below_the_banner(
    open_page: Callable[..., Page], width: int, script: bool
) -> None:
    tab = open_page(f"editions/{DAY}/roadmap/#p25", width, java_script_enabled=script)
    number, banner = tab.locator("#p25 .paragraph-number"), tab.locator(".frozen-banner")
    expect(number).to_be_in_viewport()
    expect(banner).to_be_in_viewport()
    above, at = banner.bounding_box(), number.bounding_box()
    assert above and at and above["y"] + above["height"] < at["y"] < 250
    expect(banner).to_contain_text("of 31 December 2098, kept as it was.")


def test_a_frozen_page_asks_for_its_style_sheet_alone(open_page: Callable[..., Page]) -> None:
    tab = open_page("404.html")
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.partition("/editions/")[2]))
    base = tab.url.removesuffix("404.html")
    for page in PAGES:
        tab.goto(f"{base}editions/{DAY}/{page}")
    assert {a for a in asked if not a.startswith("data:")} == {
        *(f"{DAY}/{page}" for page in PAGES), f"{DAY}/edition.css"}  # fmt: skip


def test_no_frozen_page_scrolls_sideways(open_page: Callable[..., Page], place: str) -> None:
    tab = open_page("404.html")
    for page in (*(f"editions/{DAY}/{page}" for page in PAGES), "editions/"):
        tab.goto(place + page)
        for width in (320, 390, 768, 1280, 1920):
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, (page, width)


@pytest.mark.parametrize("pixels", [16, 24, 32])
def test_a_frozen_page_fits_its_window_with_larger_letters_and_wider_spacing(
    open_page: Callable[..., Page], pixels: int
) -> None:
    tab = open_page("", 320)
    with fitting.letters(tab, pixels):
        for page in PAGES:
            tab.goto(urljoin(tab.url, f"/editions/{DAY}/{page}"))
            for width in (320, 390, 768, 1280):
                tab.set_viewport_size({"width": width, "height": 700})
                for spaced in (False, True):
                    assert fitting.lost(tab, spaced) == [], f"{page} {width} {spaced}"


def test_the_banner_leads_to_the_latest_edition_and_to_what_has_changed(
    open_page: Callable[..., Page],
) -> None:
    tab = open_page(f"editions/{DAY}/roadmap/#p25", 1280)
    tab.get_by_role("link", name="Latest edition").click()
    assert tab.url.partition("/")[2].partition("/")[2].partition("/")[2] == "roadmap/"
    tab.go_back()
    tab.get_by_role("link", name="What has changed since").click()
    expect(tab.locator(f"#since-{DAY}")).to_be_in_viewport()
    since = tab.locator(f"#since-{DAY} + .changes")
    since.get_by_text("Words before and now").click()
    expect(since.locator("del")).to_contain_text("a feasibility study")
    since.get_by_role("link", name="para. 25").click()
    expect(tab.locator("#p25")).to_contain_text("plans for a submarine")


def test_a_note_is_reached_and_its_source_with_its_record(open_page: Callable[..., Page]) -> None:
    tab = open_page(f"editions/{DAY}/roadmap/")
    tab.locator("[id='fnref:26'] a").click()
    expect(tab.locator("[id='fn:26']")).to_be_in_viewport()
    tab.locator("[id='fn:26'] .source-title").click()
    entry = tab.locator("#larocca-2018-cable")
    expect(entry).to_be_in_viewport()
    entry.locator("summary").click()
    expect(entry.get_by_role("link", name="Copy at the Internet Archive")).to_be_visible()


def test_on_paper_the_edition_is_named_and_nothing_is_to_be_clicked(
    open_page: Callable[..., Page],
) -> None:
    tab = open_page(f"editions/{DAY}/sources/", 1280)
    tab.emulate_media(media="print", color_scheme="dark")
    expect(tab.get_by_text("of 31 December 2098, kept as it was.")).to_be_visible()
    for hidden in (".frozen-pages", ".frozen-banner a >> nth=0"):
        expect(tab.locator(hidden)).to_be_hidden()
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("view", [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_on_frozen_pages_nor_on_their_list(
    open_page: Callable[..., Page], place: str, view: tuple[str, int]
) -> None:
    tab = open_page("404.html")
    look(tab, view)
    told = {}
    for page in (*(f"editions/{DAY}/{page}" for page in PAGES), "editions/"):
        tab.goto(place + page)
        tab.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        told[page] = violations(tab)
    assert not any(told.values()), told


def test_the_panel_offers_the_frozen_copy_where_it_holds_the_same_words(
    frozen: Kept, tabs: Tabs
) -> None:
    for site, is_same in ((frozen.fresh, True), (frozen.later, False)):
        with serving(site) as base, tabs.visiting(base) as opened:
            opened.goto(f"{base}roadmap/")
            open_panel(opened, "#p25 .paragraph-number")
            link = opened.get_by_role("link", name="the edition of 31 December 2098")
            expect(link).to_have_count(int(is_same))
            if is_same:
                press(opened, "Copy its link")
                said(opened, "Copied: the link to these words in that edition")
                place = f"editions/{DAY}/roadmap/#p25"
                assert copied(opened) == SITE + place
                link.click()
                expect(opened).to_have_url(base + place)


def test_a_frozen_edition_names_no_host_of_its_own(frozen: Kept) -> None:
    for file in (frozen.root / FOLDER).rglob("*"):
        if file.is_file():
            assert not re.search(r"example\.(org|com|net)|\.invalid", file.read_text("utf-8"))


def test_the_data_of_a_frozen_edition_leads_to_its_own_pages(frozen: Kept) -> None:
    data = (frozen.root / FOLDER / "edition.json").read_text("utf-8")
    links = re.findall(r'(?:"|\]\()\./([^\s")#]*)(?:#([^\s")]*))?', data)
    assert ("roadmap/", "p25") in links
    for path, ident in links:
        file = frozen.root / FOLDER / path
        file = file / "index.html" if file.is_dir() else file
        assert file.is_file() and (not ident or f'id="{ident}"' in file.read_text("utf-8"))


def test_a_frozen_page_names_no_panel_and_says_where_errors_are_reported(frozen: Kept) -> None:
    home, about = (
        " ".join(html.parse(str(frozen.root / FOLDER / page)).getroot().text_content().split())
        for page in ("index.html", "about/index.html")
    )
    assert "opens its citation" not in home and "is its link. Numbers" in home
    assert "No address for reports is set" not in about and "Send it" not in about
    assert "Send the number of the paragraph or note, and its address, to whoever" in about
