"""The search: what readers type is found first, and opens at the thing itself; in a real browser.

All that the tests know of it: `dialog[aria-label=Search]` with a search box; results as links `a.result`, each with
its `.result-kind`; a `.search-count` that shows "3 results" or "No results" at once, and nothing while the box is
empty; and a `role=status` that says the same when the typing rests.
queries.tsv was written before the search was; whoever tunes the search leaves it alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from edition.model import Edition
from searching import (
    ANSWERED,
    CHAPTER,
    DIALOG,
    box,
    button,
    found,
    found_for,
    located,
    queries,
    results,
    search,
)
from tabs import Tabs

LEAST_QUERIES = 80
LEAST_RANK = 0.95
LEAST_RANK_OF_A_KIND = 0.9
KINDS = {r"(.*/)?#p(\d+[a-z]?)": r"Para. \2", r"sources/[^/#]+/": "Source", r".*": "Section"}
"""What a result at an address of this form calls itself; the first form that fits."""
STRAY = re.compile(r"[↑↩]|\[\^|([a-z]{4}|[)”])[.,;]\d{1,2}(?!\S)")
"""What only a note has, and the number of one left behind a word (but not "LC/L.4029/Rev.1")."""

# Either the focus moves among the links, or it stays in the box, which then names the current one.
CURRENT = """() => {
    const at = document.activeElement;
    const named = document.getElementById(at.getAttribute("aria-activedescendant"));
    return (named ?? at).closest("a.result")?.href ?? "";
}"""


@pytest.fixture
def tab(tabs: Tabs, address: str) -> Iterator[Page]:
    """A chapter."""
    with tabs.visiting(address) as opened:
        opened.goto(address + CHAPTER)
        yield opened


@pytest.fixture
def opened(tab: Page) -> Page:
    """The same with the search open."""
    tab.keyboard.press("/")
    expect(box(tab)).to_be_focused()
    return tab


def test_a_reader_finds_what_was_meant(opened: Page, capsys: pytest.CaptureFixture[str]) -> None:
    """The mean of 1 / (place of the first right address) is 0.95, and 0.9 for each kind of query."""
    kinds: dict[str, list[float]] = {}
    misses = []
    asked = list(queries())
    for query, addresses in zip(asked, found_for(opened, asked), strict=True):
        score = reciprocal_rank(addresses, query.wanted)
        kinds.setdefault(query.kind, []).append(score)
        if score < 1:
            misses.append(f"{score:.2f}  {query.words!r} {query.wanted} {addresses[:3]}")
    whole = mean(score for scores in kinds.values() for score in scores)
    with capsys.disabled():
        print(f"\nMean reciprocal rank {whole:.3f}", *misses, sep="\n  ")
    assert whole >= LEAST_RANK
    assert [kind for kind, scores in kinds.items() if mean(scores) < LEAST_RANK_OF_A_KIND] == []


def reciprocal_rank(addresses: list[str], wanted: tuple[str, ...]) -> float:
    places = (place for place, address in enumerate(addresses, 1) if address in wanted)
    return 1 / next(places, float("inf"))


def test_a_paragraph_found_by_its_note_shows_the_sentences_that_rest_on_it(
    opened: Page, edition: Edition
) -> None:
    for number, words in (
        ("10", "LC/TS.2018/29 p. 10"),
        ("9", "banda ancha p. 5"),
        ("22", "caict 7"),
    ):
        (ident,) = {
            i for i, p in edition.paragraph.items() if number in {n.number for n in p.notes}
        }
        (note,) = [note for note in edition.notes if note.number == number]
        search(opened, words)
        result = opened.locator(f"{DIALOG} a.result[href$='#{ident}'] .result-text")
        assert result.inner_text()[:60] == " ".join(note.sentences)[:60]


def test_the_article_is_found_before_its_version_in_chinese(opened: Page) -> None:
    assert found(opened, "Lou Xiangfei")[:2] == [
        "sources/lou-2019-digital-silk-road/",
        "sources/lou-2019-zhongla-gongjian/",
    ]


def test_queries_ask_for_what_there_is(site: Path) -> None:
    asked = list(queries())
    assert LEAST_QUERIES <= len({query.words for query in asked}) == len(asked)
    wanted = {address for query in asked for address in query.wanted}
    assert [address for address in sorted(wanted) if not exists(site, address)] == []


def exists(site: Path, address: str) -> bool:
    page, _, fragment = address.partition("#")
    file = site / page / "index.html"
    return file.is_file() and (not fragment or f'id="{fragment}"' in file.read_text("utf-8"))


def test_the_key_opens_the_search_and_escape_gives_the_focus_back(tab: Page) -> None:
    number = tab.locator("#p3 .paragraph-number")
    number.focus()
    tab.keyboard.press("/")
    expect(box(tab)).to_be_focused()
    expect(box(tab)).to_have_value("")
    search(tab, "cable")
    tab.keyboard.press("Escape")
    expect(tab.locator(DIALOG)).to_have_count(0)
    expect(number).to_be_focused()


def test_the_button_opens_the_search_and_escape_gives_the_focus_back(tab: Page) -> None:
    button(tab).press("Enter")
    expect(box(tab)).to_be_focused()
    tab.keyboard.press("Escape")
    expect(tab.locator(DIALOG)).to_have_count(0)
    expect(button(tab)).to_be_focused()


def test_a_slash_can_be_typed(opened: Page) -> None:
    opened.keyboard.type("LC/TS")
    expect(box(opened)).to_have_value("LC/TS")


@pytest.mark.parametrize("page", ["", "roadmap/", "sources/"])
def test_an_address_with_words_opens_the_search_with_them(
    tab: Page, address: str, page: str
) -> None:
    tab.goto(f"{address}{page}?q=CEPAL+45")
    expect(box(tab)).to_have_value("CEPAL 45")
    tab.locator(DIALOG).evaluate(ANSWERED, True)
    assert results(tab)[0].address == "digital-gaps/#p5"


ALIKE = {
    "comision": "comisión",
    "NUEVA REVOLUCION": "nueva revolución",
    "Nicolas Larocca": "Nicolás Larocca",
    "comissao economica": "Comissão Econômica",
    "Sao Paulo": "São Paulo",
    "brecha economica": unicodedata.normalize("NFD", "brecha económica"),
    "larocca": "lárocca",
}


def test_accents_make_no_difference(opened: Page) -> None:
    for one, other in ALIKE.items():
        assert found(opened, one) == found(opened, other) != [], one


def test_each_result_is_shown_once_and_names_its_kind(opened: Page, site: Path) -> None:
    """A result is a source, a paragraph, a heading or a page; never a note, and never the same twice."""
    for words in ("digital", "CEPAL", "2018", "cooperation", "China", "中国"):
        read = search(opened, words)
        addresses = [result.address for result in read]
        assert len(addresses) == len(set(addresses)) > 0, words
        assert [one for one in addresses if "#fn" in one or not exists(site, one)] == []
        assert [result.kind for result in read] == [kind_of(address) for address in addresses]


def kind_of(address: str) -> str:
    fits = ((re.fullmatch(form, address), kind) for form, kind in KINDS.items())
    return next(fit.expand(kind) for fit, kind in fits if fit)


def test_no_result_is_a_stray_note(opened: Page) -> None:
    for words in ("Ibid", "fintech", "Boletín FAL", "0.25", "para 4", "committed"):
        assert [r.text for r in search(opened, words) if STRAY.search(r.text)] == [], words


TITLED = {
    "broadband": {"sources/cepal-2018-banda-ancha/"},
    "trade": {"cooperation-value/#trade", "cooperation-value/#digital-trade-rules"},
    "finance": {"cooperation-value/#finance"},
    "governance": {"digital-gaps/#digital-governance"},
    "divide": {"digital-gaps/#digital-divide"},
    "uncertainty": {"challenges/#uncertainty"},
    "Brazil": {"sources/xinhua-2015-huawei/"},
    "cyberspace": {"sources/mfa-2017-cyberspace/"},
}


def test_a_title_outranks_a_mention(opened: Page) -> None:
    for word, titled in TITLED.items():
        addresses = found(opened, word)
        mentions = (place for place, address in enumerate(addresses) if "#p" in address)
        assert titled <= set(addresses[: next(mentions, None)]), word


MARKED = {
    "broadband": "broadband",
    "revolucion": "revolución",
    "BACHELET": "bachelet",
    "22,800": "22,800",
    "licences": "licences",
    "白皮书": "白皮书",
    "LC/TS.2018/29": "lc/ts.2018/29",
}


def test_what_was_matched_is_marked(opened: Page) -> None:
    for words, marked in MARKED.items():
        assert marked in [mark.casefold() for mark in search(opened, words)[0].marks], words


def test_nothing_of_the_search_is_fetched_before_it_is_opened(
    chromium: Browser, address: str
) -> None:
    """Its records, and whatever else of it is a file of its own, have "search" in their names."""
    with chromium.new_context() as fresh:
        asked: list[str] = []
        fresh.on("request", lambda request: asked.append(urlsplit(request.url).path))
        tab = fresh.new_page()
        tab.goto(address + CHAPTER, wait_until="networkidle")
        assert [path for path in asked if "search" in path] == []
        tab.keyboard.press("/")
        search(tab, "cable")
        assert [path for path in asked if "search" in path] != []


def test_arrows_move_among_results_and_enter_opens_one(opened: Page) -> None:
    first, second = found(opened, "cable")[:2]
    for key, place in (("ArrowDown", first), ("ArrowDown", second), ("ArrowUp", first)):
        opened.keyboard.press(key)
        assert located(opened.evaluate(CURRENT)) == place
    opened.keyboard.press("ArrowDown")
    opened.keyboard.press("Enter")
    opened.wait_for_url(lambda url: located(url) == second)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("22,800", "roadmap/#p25"),
        ("postal delivery", "digital-gaps/#p3"),
        ("digital divide", "digital-gaps/#digital-divide"),
        ("licences", "about/#licences"),
        ("banda ancha", "sources/cepal-2018-banda-ancha/"),
    ],
)
def test_a_result_opens_at_the_thing_itself(opened: Page, words: str, target: str) -> None:
    """On this page or another, with the search closed and the thing on the screen."""
    search(opened, words)
    opened.locator(f"{DIALOG} a.result").first.click()
    opened.wait_for_url(lambda url: located(url) == target)
    expect(opened.locator(DIALOG)).to_have_count(0)
    fragment = target.partition("#")[2]
    expect(opened.locator(f"[id='{fragment}']" if fragment else "h1")).to_be_in_viewport()


def test_the_number_of_results_is_announced(opened: Page) -> None:
    for words in ("Bachelet", "22,800", "larocca"):
        number = len(search(opened, words))
        said = re.compile(rf"\b{number} result{'' if number == 1 else 's'}\b")
        expect(opened.locator(DIALOG).get_by_role("status")).to_have_text(said)


def test_that_there_are_no_results_is_announced(opened: Page) -> None:
    assert search(opened, "zyzzyva") == []
    said = re.compile(r"\b(no|0) results\b", re.IGNORECASE)
    expect(opened.locator(DIALOG).get_by_role("status")).to_have_text(said)
