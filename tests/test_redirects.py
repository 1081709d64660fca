"""Redirects: how they are read, where they end, what stops a build, and where a real browser arrives."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import html5lib
import pytest
from lxml import html
from playwright.sync_api import Page, expect

from axe import look, violations
from edition.contents.stubs import name_of
from edition.keep.address_tables import REDIRECTS, REGISTER, read_redirects
from edition.keep.redirects import Redirects
from edition.keep.registering import add_new
from edition.problems import Problems
from page_rules import outline
from project import ROOT, Copies, built, mkdocs
from real import edition as real_edition
from registers import site, wrong
from server import serving
from tabs import Tabs

HEADER = "from,to\n"


def read(lines: str) -> tuple[Redirects, list[str]]:
    """The redirects that some lines hold, and what is wrong with them."""
    problems = Problems()
    return read_redirects(HEADER + lines, problems), problems.report()


PATTERN = "write a page ('about/') or an id on it ('about/#rules'); nothing else moves"
PLACE = "let it lead to a place that exists"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("a/\n", "2: 1 values where 2 belong; write 'from,to', or delete the line"),
        ("a b/,c/\n", f"2: address 'a b/' breaks the pattern; {PATTERN}"),
        ("a/,https://a.b/\n", f"2: address 'https://a.b/' breaks the pattern; {PATTERN}"),
        ("a.bib,b/\n", f"2: address 'a.bib' breaks the pattern; {PATTERN}"),
        ("a/,\n", f"2: address '' breaks the pattern; {PATTERN}"),
        ("a/,b/\na/,c/\n", "3: 'a/' is redirected twice, first on line 2; delete one of the two lines"),
        ("a/,a/\n", f"2: 'a/' leads in a circle: a/ → a/; {PLACE}"),
        ("a/#x,a/#x\n", f"2: 'a/#x' leads in a circle: a/#x → a/#x; {PLACE}"),
        ("a/,b/\nb/,c/\nc/,a/\n", f"2: 'a/' leads in a circle: a/ → b/ → c/ → a/; {PLACE}"),
        ("x/,a/\na/,b/\nb/,a/\n", f"3: 'a/' leads in a circle: a/ → b/ → a/; {PLACE}"),
        ("a/#x,b/#x\nb/,a/\n", f"2: 'a/#x' leads in a circle: a/#x → b/#x → a/#x; {PLACE}"),
        ("a/,b/#x\nb/,a/\n", f"2: 'a/' leads in a circle: a/ → b/#x → a/#x → b/#x; {PLACE}"),
    ],
)  # fmt: skip
def test_a_wrong_line_of_the_redirects_is_reported_with_its_number(lines: str, said: str) -> None:
    assert read(lines)[1] == [f"{REDIRECTS}:{said}"]


def test_a_redirect_is_followed_to_its_end() -> None:
    redirects = read("a/,b/\na/#own,c/#x\nb/,c/\nc/#y,d/\n")[0]
    assert redirects.end("a/") == "c/"
    assert redirects.end("a/#p1") == "c/#p1"
    assert redirects.end("a/#own") == "c/#x"
    assert redirects.end("a/#y") == "d/"
    assert redirects.end("d/#y") == "d/#y"


@pytest.mark.parametrize(
    ("file", "end"),
    [
        ("a/index.md", "d/c/index.md"),
        ("a.bib", "d/c.bib"),
        ("old/x.md", "x.md"),
        ("x/a.bib", "x/a.bib"),
        ("part/index.md", "part/index.md"),
        ("llms.txt", "llms.txt"),
    ],
)
def test_a_page_that_moved_takes_its_files_along(file: str, end: str) -> None:
    assert read("a/,b/\nb/,d/c/\nold/,./\npart/,b/#part\n")[0].end(file) == end


def test_a_page_that_became_a_part_takes_its_ids_to_that_part() -> None:
    assert read("a/,b/#part\n")[0].end("a/#p1") == "b/#part"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("old/,zzz/\n", "2: 'zzz/' does not exist; write a page, or an id that the page has"),
        ("old/,pages/\n", "2: 'pages/' does not exist; did you mean 'page/'?"),
        ("old/,page/#p2\n", "2: 'page/#p2' does not exist; did you mean 'page/#p1'?"),
        ("old/,older/\nolder/,zzz/\n",
         "3: 'zzz/' does not exist; write a page, or an id that the page has"),
        ("page/,other/\n", "2: 'page/' exists, so that nothing has to lead on from it; delete the line"),
        ("page/#p1,other/\n", "2: 'page/#p1' exists, so that nothing has to lead on from it; delete the line"),
        ("Page/,other/\n", "2: 'Page/' differs from 'page/', which exists, in capitals alone; delete the line"),
        ("page/#P1,page/#p1\n",
         "2: 'page/#P1' differs from 'page/#p1', which exists, in capitals alone; delete the line"),
        ("gone/#x,page/\n", "2: 'gone/#x' is on a page that does not exist; add the line 'gone/,…' as well"),
        ("page/#x,other/\n", "2: nothing leads on from 'page/#x'; "
         "keep link.moved among extra.views in mkdocs.yml"),
    ],
)  # fmt: skip
def test_a_redirect_that_fails_is_one_line(lines: str, said: str) -> None:
    built = site({"page/": "p1", "other/": ""}, moved=("old/", "older/"))
    assert wrong("", built, lines) == [f"{REDIRECTS}:{said}"]


def test_an_address_is_named_by_what_stands_there() -> None:
    named = {
        "./": "Introduction",
        "roadmap/": "Roadmap",
        "roadmap/#p25": "Roadmap, para. 25",
        "roadmap/#fn:25": "Roadmap, note 25",
        "roadmap/#ict-infrastructure": "Roadmap, “ICT infrastructure”",
        "sources/": "Sources",
        "sources/#cepal-2018-monitoreo": "Monitoreo eLAC2018",
        "sources/cepal-2018-monitoreo/": "Monitoreo eLAC2018",
        "editions/2026-11-24/": "editions/2026-11-24/",
    }
    assert {address: name_of(real_edition(), address) for address in named} == named


LINES = """old-page/,roadmap/
old-page/#p12,cooperation-value/#p12
old-page/#fn:25,roadmap/#fn:25
older/deep/,old-page/
roadmap/#gone,foundations/#p16
roadmap/#old-heading,roadmap/#ict-infrastructure
roadmap/#old-note,roadmap/#fn:26
roadmap/#old-paragraph,roadmap/#p25
roadmap/#whole,roadmap/
sources/#old-key,sources/#cepal-2018-monitoreo
"""
BELOW = "some/path/"


class Moved(NamedTuple):
    """A copy of the project with redirects, and a folder that holds its site below a path."""

    project: Path
    root: Path


@pytest.fixture(scope="module")
def moved(copies: Copies, tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """The edition as built with redirects, below a path."""
    root, project = tmp_path_factory.mktemp("moved"), copies()
    (project / REDIRECTS).write_text(HEADER + LINES, encoding="utf-8")
    folder = root / BELOW
    for _ in range(2):  # once registered, the old addresses must hold as well
        add_new(project, built(project, folder), Problems())
    (root / "404.html").write_bytes((folder / "404.html").read_bytes())
    return Moved(project, root)


@pytest.fixture(scope="module")
def base(moved: Moved) -> Iterator[str]:
    with serving(moved.root) as address:
        yield address + BELOW


def test_old_addresses_are_in_the_register(moved: Moved) -> None:
    lines = (moved.project / REGISTER).read_text("utf-8").splitlines()
    assert {f"{line.partition(',')[0]},1" for line in LINES.split()} <= set(lines)


def test_the_page_at_an_old_address_is_whole(moved: Moved) -> None:
    text = (moved.root / BELOW / "older/deep/index.html").read_text("utf-8")
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    tree = html.document_fromstring(text)
    assert (parser.errors, tree.get("lang"), outline(tree)) == ([], "en", [1])
    assert tree.xpath("//link[@rel='canonical']/@href")[0].endswith("/roadmap/")
    assert tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert tree.xpath("//main//a/@href") == ["../../roadmap/"]
    assert tree.xpath("//meta[@http-equiv='refresh']") == []


def test_old_addresses_stand_in_no_list_for_search_engines(moved: Moved) -> None:
    listed = (moved.root / BELOW / "sitemap.xml").read_text("utf-8")
    assert "old" not in listed and "/p/" not in listed and "/roadmap/<" in listed


def test_nothing_that_moved_costs_other_pages_a_script(moved: Moved) -> None:
    with_script = {f.parent.name for f in moved.root.glob("some/path/**/index.html")
                   if "javascripts/moved." in f.read_text("utf-8")}  # fmt: skip
    assert with_script == {"old-page", "deep", "roadmap", "sources"}


ARRIVALS = {
    "old-page/": "roadmap/",
    "old-page/?q=a#p24": "roadmap/?q=a#p24",
    "old-page/#p12": "cooperation-value/#p12",
    "old-page/?q=a#p12": "cooperation-value/?q=a#p12",
    "old-page/#fn%3A25": "roadmap/#fn:25",
    "old-page/#%E0%A4": "roadmap/#%E0%A4",
    "older/deep/#p26": "roadmap/#p26",
    "roadmap/#gone": "foundations/#p16",
    "roadmap/#old-heading": "roadmap/#ict-infrastructure",
    "roadmap/#old-note": "roadmap/#fn:26",
    "roadmap/#old-paragraph": "roadmap/#p25",
    "roadmap/#whole": "roadmap/",
    "roadmap/#p25": "roadmap/#p25",
    "sources/#old-key": "sources/#cepal-2018-monitoreo",
}


@pytest.fixture
def moving(tabs: Tabs, base: str) -> Iterator[Page]:
    with tabs.visiting(base, 390, 800) as opened:
        yield opened


@pytest.mark.parametrize("old", ARRIVALS)
def test_an_old_address_leads_to_the_new_one_at_once(moving: Page, base: str, old: str) -> None:
    moving.goto(base + "about/")
    moving.goto(base + old)
    expect(moving).to_have_url(base + ARRIVALS[old])
    moving.go_back()
    expect(moving).to_have_url(base + "about/")


def test_a_link_to_an_old_id_of_the_same_page_leads_on(moving: Page, base: str) -> None:
    moving.goto(base + "roadmap/")
    moving.evaluate("location.hash = 'old-paragraph'")
    expect(moving).to_have_url(base + "roadmap/#p25")


@pytest.fixture(params=[390, 1280])
def plain(tabs: Tabs, base: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab without JavaScript."""
    with tabs.visiting(base, request.param, 700, java_script_enabled=False) as opened:
        yield opened


@pytest.mark.parametrize(
    ("old", "link", "new"),
    [
        ("old-page/#p12", "Cooperation value, para. 12", "cooperation-value/#p12"),
        ("older/deep/", "Roadmap", "roadmap/"),
        ("roadmap/#gone", "Foundations, para. 16", "foundations/#p16"),
        ("roadmap/#whole", "Roadmap", "roadmap/"),
    ],
)
def test_without_javascript_a_link_leads_on_from_where_one_arrives(
    plain: Page, base: str, old: str, link: str, new: str
) -> None:
    plain.goto(base + old)
    target = plain.locator(":target" if "#" in old else "main")
    expect(target).to_be_in_viewport()
    target.get_by_role("link", name=link, exact=True).click()
    expect(plain).to_have_url(base + new)


@pytest.mark.parametrize("old", ["old-heading", "old-note", "old-paragraph"])
def test_without_javascript_an_id_that_moved_within_its_page_arrives_marked(
    plain: Page, base: str, old: str
) -> None:
    plain.goto(f"{base}roadmap/#{old}")
    place = plain.locator(f"#{ARRIVALS[f'roadmap/#{old}'].partition('#')[2]}".replace(":", "\\:"))
    expect(place).to_be_in_viewport()
    clear = "rgba(0, 0, 0, 0)"
    assert place.evaluate("(e) => getComputedStyle(e).backgroundColor") != clear


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_has_moved(tabs: Tabs, base: str, scheme: str) -> None:
    with tabs.visiting(base, may_fail=True) as tab:
        tab.route("**/moved.*.js", lambda route: route.abort())
        look(tab, (scheme, 390))
        for page in ("old-page/", "older/deep/", "roadmap/", "sources/"):
            tab.goto(base + page)
            assert (violations(tab), tab.url) == ([], base + page)


def test_a_real_page_is_never_overwritten(copy: Path) -> None:
    (copy / REDIRECTS).write_text(
        f"{HEADER}about/,roadmap/\nsources/,roadmap/\nRoadmap/,about/\nindex/,about/\np/12/,about/\n"
    )
    done = mkdocs(copy, "build")
    said = [line for line in done.stderr.splitlines() if REDIRECTS in line]
    assert done.returncode != 0 and len(said) == 4, done.stderr
    assert "'about/' exists, so that nothing has to lead on from it; delete the line" in said[0]
    moved = [
        file.parent.relative_to(copy / "site").as_posix()
        for file in (copy / "site").glob("**/index.html")
        if "This page has moved" in file.read_text("utf-8")
    ]
    assert moved == ["index"]


def test_a_chapter_and_a_source_can_be_renamed_as_the_build_says(copy: Path) -> None:
    rename(copy, "foundations", "bases", "larocca-2018-cable", "larocca-2018-cables")
    while said := faults(copy):
        lines = re.findall(r"add the line '(\S+)' to|add '(sources/#larocca-2018-cable),…'", said)
        assert lines, said
        with (copy / REDIRECTS).open("a") as file:
            for line, key in lines:
                file.write(f"{line or f'{key},{key}s'}\n")
    site = copy / "site"
    for ending in ("bib", "json", "ris"):
        for old, new in (("foundations/sources", "bases/sources"), *KEYS):
            assert (site / f"{old}.{ending}").read_bytes() == (
                site / f"{new}.{ending}"
            ).read_bytes()
    assert (site / "foundations/index.md").read_bytes() == (site / "bases/index.md").read_bytes()
    assert len((copy / REDIRECTS).read_text().splitlines()) == 4


KEYS = [("sources/larocca-2018-cable", "sources/larocca-2018-cables")]


def rename(project: Path, page: str, new_page: str, key: str, new_key: str) -> None:
    """Renames a page and a source wherever they are named, but in the register."""
    (project / f"docs/{page}.md").rename(project / f"docs/{new_page}.md")
    for file in (project / "mkdocs.yml", project / "references.bib", *project.glob("docs/*.md")):
        text = file.read_text("utf-8").replace(f"{page}.md", f"{new_page}.md").replace(key, new_key)
        file.write_text(text, encoding="utf-8")


def faults(project: Path) -> str:
    done = mkdocs(project, "build")
    return "\n".join(line for line in done.stderr.splitlines() if line.startswith("ERROR"))


def test_the_committed_redirects_hold() -> None:
    text = (ROOT / REDIRECTS).read_text("utf-8")
    assert text.startswith(HEADER) and read(text.removeprefix(HEADER))[1] == []
