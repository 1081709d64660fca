"""What the edition publishes is what it published before its text became data: word by word, id by id.

Compared are pages as trees, files that readers take, what the panel and the briefing copy and save of every place, what
the search finds and in which order, previews, the words on paper, and what an edition frozen now would hold.
tests/baseline.py says how a difference is approved.
"""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Browser, Page

import baseline
import handed_out
import real
import taken_along
from baseline import Lines
from normal_forms import Records, Trees, data, markup, shortened, text
from project import FOLDER, ROOT, Made
from searching import queries

CHAPTERS = ("", *(f"{name}/" for name in real.CHAPTERS[1:]))
RECORD = "sources/cepal-2018-monitoreo/"
WITH_PANEL = (*CHAPTERS, "about/", "sources/", "editions/", RECORD)
PRINTED = (*CHAPTERS, "about/", "sources/", RECORD, "briefing/#p3,p12", "404.html")
WORDS = (
    "digital", "china", "Latin America", "2018", "2019", "5G", "the", "a", "e", "1", "25", "p", "note 9", "para", "中",
    "中国", "数字", "cooperation", "cooperacion", "digital silk road", "silk road digital", "belt", "cable", "cables",
    "satellite", "optical fibre", "e-commerce", "ecommerce", "e commerce", "trade", "tax", "Chile", "Brazil", "Huawei",
    "data flows", "divide", "skills", "training", "report", "speech", "journal", "Spanish", "español", "restated",
    "licence", "CC BY", "edition", "editor's note", "xinhua", "http", "cepal.org", "LC/TS", "S1800256", "Ibid", "zzz",
    "CEPAL 45", "cepal 2018 p. 10", "“digital”", "(digital)", "lou 2019",
)  # fmt: skip
"""What is asked beside the queries of queries.tsv: common words, letters, forms of one word, what is not there."""
FOUND = ROOT / ".build/golden"
ADVICE = """Not as it was. Mend it, or have it approved: the first lines of tests/baseline.py say how.
All differences: .build/golden/different/"""
MOST_TWICE = 80
"""Letters of a text that stands twice where two forms have it."""


@pytest.fixture(scope="module")
def now(site: Path, address: str, chromium: Browser, edition_made: Made) -> dict[str, Lines]:
    """Every file of the baseline, as it is now."""
    tab = taken_along.tab_in(chromium)
    found = dict([*pages(site), *files(site)])
    found |= from_browser(tab, address, site, found)
    found |= frozen(edition_made.root / FOLDER, found)
    tab.close()
    found = {name: [line.rstrip() for line in lines] for name, lines in found.items()}
    shutil.rmtree(FOUND, ignore_errors=True)
    baseline.write(FOUND / "now", found)
    return found


def pages(site: Path) -> Iterator[tuple[str, Lines]]:
    """Each page as a tree: a file a page, one for the sources' pages, one for the short addresses."""
    yield from as_trees(site, {page: file_of(page) for page in addresses(site)}, [])


def addresses(site: Path) -> list[str]:
    """The pages of the site, the chapters first; frozen editions have their checksums."""
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    found = {file.removesuffix("index.html") for file in files if not file.startswith("editions/2")}
    return sorted(found, key=in_order)


def in_order(page: str) -> tuple[bool, list[str]]:
    """The chapters first, numbers in their order."""
    return page not in CHAPTERS, [
        part.zfill(2) if part.isdigit() else part for part in page.split("/")
    ]


def file_of(page: str) -> str:
    if re.match(r"sources/.", page):
        return "pages/each_source.txt"
    if re.match(r"p/.", page):
        return "pages/short_addresses.txt"
    return f"pages/{page.removesuffix('.html').strip('/') or 'home'}.txt"


def as_trees(folder: Path, names: dict[str, str], known: Lines) -> Iterator[tuple[str, Lines]]:
    """Pages of a folder, by the file in which each stands; `known` are lines of pages before them."""
    trees, found = Trees(), dict[str, Lines]()
    for page, name in names.items():
        file = folder / page / "index.html" if page.endswith("/") or not page else folder / page
        lines = trees.page(file.read_text(encoding="utf-8"), page)
        found.setdefault(name, []).extend([f"== /{page}", *shortened(lines, known)])
        known += lines
    yield from found.items()


def files(site: Path) -> Iterator[tuple[str, Lines]]:
    """What readers and their programs take, and what scripts are given."""
    paths = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.*"))]
    yield "addresses.txt", published(site, paths)
    for ending in ("bib", "ris", "json"):
        yield f"exports_{ending}.txt", exports(site, [p for p in paths if is_export(p, ending)])
    whole = list(data(loaded(site / "edition.json")))
    yield "edition.txt", list(shortened(whole))
    texts = [path for path in paths if re.search(r"llms.*\.txt$|\.md$", path)]
    markdown = headed({path: read_text(site / path) for path in texts})
    yield "markdown.txt", list(shortened(markdown, whole))
    yield "search_records.txt", list(shortened(search_records(site), whole))
    tables = handed_out.tables(site)
    yield "places.txt", list(data({name: tables[name] for name in ("places", "previews")}))


def published(site: Path, paths: list[str]) -> Lines:
    """The files at addresses of their own, and what the sitemap lists."""
    made = ("assets/javascripts/", "assets/stylesheets/", "assets/fonts/")
    listed = re.findall("<loc>.*?</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    return [*(path for path in paths if not path.startswith(made)), *listed]


def is_export(path: str, ending: str) -> bool:
    return path.endswith(f".{ending}") and "sources" in path


def exports(site: Path, paths: list[str]) -> Lines:
    """Exports of a format, the list of all sources first."""
    once, found = Records(), Lines()
    for path in sorted(paths, key=lambda path: (not path.startswith("sources/sources."), path)):
        lines = data(loaded(site / path)) if path.endswith(".json") else read_text(site / path)
        found += [f"== {path}", *once.once(lines)]
    return found


def read_text(file: Path) -> list[str]:
    return list(text(file.read_text(encoding="utf-8")))


def loaded(file: Path) -> object:
    return json.loads(file.read_text(encoding="utf-8"))


def headed(parts: dict[str, Lines]) -> Iterator[str]:
    for name, lines in parts.items():
        yield from (f"== {name}", *lines)


def search_records(site: Path) -> Iterator[str]:
    """What the search is given at first, and what it is given then."""
    for name in ("records", "texts"):
        (file,) = site.glob(f"assets/javascripts/search-{name}.*.js")
        given = file.read_text(encoding="utf-8").partition(" = ")[2].rstrip(";\n")
        yield from (f"== {name}", *data(json.loads(given)))


def frozen(folder: Path, live: dict[str, Lines]) -> Iterator[tuple[str, Lines]]:
    """What an edition frozen now holds: its pages, and its data beside those of the site."""
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.*"))
    yield "frozen/files.txt", paths
    found = [path.removesuffix("index.html") for path in paths if path.endswith(".html")]
    names = {
        page: f"frozen/{page.strip('/') or 'home'}.txt" for page in sorted(found, key=in_order)
    }
    known = [line for name, lines in live.items() if name.startswith("pages/") for line in lines]
    yield from as_trees(folder, names, known)
    own = list(shortened(data(loaded(folder / "edition.json"))))
    yield "frozen/edition.txt", list(beside(live["edition.txt"], own))


def beside(live: Lines, own: Lines) -> Iterator[str]:
    """What stands otherwise than on the site, and where."""
    for each in baseline.differences(live, own):
        yield f"== {baseline.place(live, each.at)}"
        yield from (f"- {line}" for line in each.gone)
        yield from (f"+ {line}" for line in each.come)


def from_browser(
    tab: Page, address: str, site: Path, live: dict[str, Lines]
) -> Iterator[tuple[str, Lines]]:
    """What readers take along, find and print."""
    once = Records()
    for name in ("exports_bib.txt", "exports_ris.txt"):
        list(once.once(live[name]))
    panels = list(taken(taken_along.panels(tab, address, WITH_PANEL), once))
    yield "panel.txt", list(shortened(panels))
    briefings = taken(taken_along.briefings(tab, address, dict(groups(site))), once)
    yield "briefing.txt", list(shortened(briefings, panels))
    asked = [*(query.words for query in queries()), *WORDS]
    yield "search_results.txt", list(headed(dict(taken_along.results(tab, address, asked))))
    printed = taken_along.printed(tab, address, PRINTED)
    words = headed({page: list(text("\n".join(lines))) for page, lines in printed})
    known = [line.strip(' "') for name in live if "pages" in name for line in live[name]]
    yield "printed.txt", list(shortened(words, known))


def taken(places: dict[str, dict[str, Any]], once: Records) -> Iterator[str]:
    """What is taken along at each place, in every form; what was the same before stands once."""
    before = dict[str, str]()
    for place, forms in places.items():
        yield f"== {place}"
        for form, found in forms.items():
            yield form
            for kind, words in found if isinstance(found, list) else [("", found)]:
                yield from ([f" {kind}"] if kind else [])
                first = before.setdefault(words, name := f"(as: {place} {form})")
                lines = markup(words) if "html" in f"{form}{kind}" else text(words)
                is_same = first != name and len(words) > MOST_TWICE
                yield from (f"  {line}" for line in ([first] if is_same else once.once(lines)))


def groups(site: Path) -> Iterator[tuple[str, list[str]]]:
    """The paragraphs that a briefing holds, by where they stand: each alone, those of a section, those of a chapter."""
    for page in CHAPTERS:
        tree = html.document_fromstring((site / page / "index.html").read_text(encoding="utf-8"))
        section, chapter, held = "", list[str](), dict[str, list[str]]()
        for mark in tree.xpath("//main//*[self::h2 or self::p[a[@class='paragraph-number']]][@id]"):
            ident = mark.get("id")
            if mark.tag == "h2":
                section = f"#{ident}"
                continue
            chapter.append(ident)
            held[f"#{ident}"] = [ident]
            if section:
                held.setdefault(section, []).append(ident)
        yield from ((f"/{page}{place}", ids) for place, ids in (held | {"": chapter}).items())


APPROVED = list(
    baseline.approved((baseline.FOLDER / baseline.APPROVED).read_text(encoding="utf-8"))
)
GOLDEN = baseline.golden()


def difference(name: str, now: dict[str, Lines]) -> str:
    """What is otherwise in a file than it was, but for what is approved."""
    own = [each for each in APPROVED if each.is_for(name)]
    wanted, lines = baseline.expected(GOLDEN.get(name, []), own), now.get(name, [])
    if whole := baseline.told(name, wanted, lines, len(wanted) + len(lines)):
        baseline.write(FOUND / "different", {name: whole.split("\n")})
    return baseline.told(name, wanted, lines)


@pytest.mark.parametrize("name", GOLDEN)
def test_each_published_file_is_as_it_was_recorded(now: dict[str, Lines], name: str) -> None:
    if found := difference(name, now):
        pytest.fail(f"{ADVICE}\n\n{found}", pytrace=False)


def test_no_file_is_published_that_was_not_recorded(now: dict[str, Lines]) -> None:
    new = sorted(set(now) - set(GOLDEN))
    if found := "\n\n".join(filter(None, (difference(name, now) for name in new))):
        pytest.fail(f"{ADVICE}\n\n{found}", pytrace=False)


def test_each_approved_difference_occurs(now: dict[str, Lines]) -> None:
    assert list(baseline.unmet(APPROVED, GOLDEN, now)) == []
