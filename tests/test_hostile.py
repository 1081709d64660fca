"""Nothing that people write becomes markup: a site full of hostile words is the site full of harmless ones."""

import json
import re
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree, html
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

import handed_out
from edition.keep.frozen_editions import files_of
from edition.keep.publishing import Named, with_settings
from hostile import HARMLESS, HOSTILE, Kind, spread
from project import Copies, built
from server import serving

NAMED = Named(9, "2027-01-02")
MARKUP = {"html", "short", "notes", "panel"}
"""The entries of the tables that scripts put into pages as they are."""
STAMP = re.compile(r"\.[0-9a-f]{8}(?=\.(?:js|css|woff2))|sha256-[\w+/=]+")
Shape = list[tuple[str, tuple[str, ...]]]


def spread_over(copy: Path, kind: Kind) -> Path:
    spread(copy, kind)
    return copy


@pytest.fixture(scope="module")
def harmless(copies: Copies) -> Path:
    return built(spread_over(copies(), HARMLESS))


@pytest.fixture(scope="module")
def hostile(copies: Copies) -> Path:
    return built(spread_over(copies(), HOSTILE))


def pages(site: Path) -> dict[str, bytes]:
    """The pages of a site by their names, but for the editions that are frozen already."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    return {n: file.read_bytes() for n, file in files.items() if not n.startswith("editions/2")}


def shape(tree: html.HtmlElement) -> Shape:
    """The elements of a tree in their order, each with the names of its attributes."""
    return [
        (str(part.tag), tuple(sorted(part.attrib)))
        for part in tree.iter()
        if isinstance(part.tag, str)
    ]


def shape_of(text: str) -> Shape:
    return shape(html.fragment_fromstring(text, create_parent=True))


def letters(words: str) -> str:
    """What no form changes: references print other quotation marks, and other full stops after them."""
    return re.sub(r"[\W_]+", "", words)


def told(tree: html.HtmlElement) -> str:
    """All that a page says, in text and in attributes, without what its files and styles are called."""
    parts = [
        *(part for part in tree.xpath("//text()[not(parent::script or parent::style)]")),
        *(unquote(value) for value in tree.xpath("//@*")),
    ]
    return letters(STAMP.sub("", " ".join(map(str, parts))))


def as_harmless(words: str) -> str:
    """Letters in which each of the hostile words is harmless."""
    pairs = [*zip(astuple(HOSTILE), astuple(HARMLESS), strict=True)]
    for hostile, harmless in sorted(pairs, key=lambda pair: -len(pair[0])):
        words = words.replace(letters(hostile), harmless)
    return words


def test_no_element_and_no_attribute_of_a_page_comes_of_words(
    harmless: Path, hostile: Path
) -> None:
    expected = {name: shape(html.document_fromstring(p)) for name, p in pages(harmless).items()}
    found = {name: shape(html.document_fromstring(p)) for name, p in pages(hostile).items()}
    assert len(expected) > 60 and expected.keys() == found.keys()
    assert [name for name in expected if expected[name] != found[name]] == []


def test_hostile_words_stand_wherever_harmless_ones_do(harmless: Path, hostile: Path) -> None:
    others = pages(hostile)
    for name, page in pages(harmless).items():
        expected = told(html.document_fromstring(page.decode()))
        assert as_harmless(told(html.document_fromstring(others[name].decode()))) == expected, name


def test_data_in_a_page_ends_nowhere_but_at_its_end(hostile: Path) -> None:
    for page in pages(hostile).values():
        for block in html.document_fromstring(page).xpath("//script[@type]"):
            assert "<" not in block.text and json.loads(block.text)


def test_what_scripts_put_into_a_page_has_the_markup_of_writers_alone(
    harmless: Path, hostile: Path
) -> None:
    expected, found = (list(markup_in(handed_out.tables(site))) for site in (harmless, hostile))
    assert len(expected) > 100
    assert [shape_of(text) for text in expected] == [shape_of(text) for text in found]


def markup_in(table: object) -> Iterator[str]:
    """The texts of some tables that are markup, in their order."""
    for name, entry in table.items() if isinstance(table, dict) else ():
        if isinstance(entry, str) and name in MARKUP:
            yield entry
        yield from markup_in(entry)


def frozen(copy: Path, kind: Kind) -> dict[str, bytes]:
    """The files of the edition that is about to be frozen, full of one kind of words."""
    spread(copy, kind)
    settings = copy / "mkdocs.yml"
    text = with_settings("mkdocs.yml", settings.read_text("utf-8"), NAMED)
    settings.write_text(text, encoding="utf-8")
    return files_of(built(copy, FREEZING="1") / "editions" / NAMED.date)


def test_a_frozen_page_has_no_element_of_words(copies: Copies) -> None:
    expected, found = (frozen(copies(), kind) for kind in (HARMLESS, HOSTILE))
    assert len(expected) > 10
    for name in (name for name in expected if name.endswith(".html")):
        shapes = [shape(html.document_fromstring(each[name])) for each in (expected, found)]
        assert shapes[0] == shapes[1], name


def test_no_text_to_take_along_holds_a_tag(hostile: Path) -> None:
    texts = [*hostile.rglob("index.md"), hostile / "llms.txt", hostile / "llms-full.txt"]
    reader = MarkdownIt("commonmark", {"html": True})
    for file in texts:
        tokens = reader.parse(file.read_text(encoding="utf-8"))
        inner = [child for token in tokens for child in token.children or ()]
        assert not [t for t in [*tokens, *inner] if t.type.startswith("html")], file.name
    assert len(texts) > 7


def test_the_list_of_pages_and_every_drawing_are_xml(hostile: Path) -> None:
    for file in [hostile / "sitemap.xml", *hostile.rglob("*.svg")]:
        assert etree.fromstring(file.read_bytes()) is not None


def test_nothing_runs_and_nothing_comes_into_a_page_that_is_used(
    hostile: Path, chromium: Browser
) -> None:
    with serving(hostile) as address:
        tab = chromium.new_page(bypass_csp=True)
        tab.goto(f"{address}roadmap/")
        tab.locator(".paragraph-number").first.click()
        for form in ("html", "markdown", "bibtex", "plain"):
            tab.locator(f".copy-panel [value={form}]").check()
            tab.locator(".copy-panel [name=citation]").click()
        tab.locator(".search-button").click()
        tab.locator(".search-field").fill("onmouseover")
        tab.locator(".result").first.wait_for()
        strange = tab.locator(STRANGE).count()
        tab.goto(f"{address}briefing/#p1,p24")
        tab.locator(".briefing-list > li").nth(1).wait_for()
        assert strange == tab.locator(STRANGE).count() == 0
        tab.close()


STRANGE = "img, [onerror], [onclick], [onmouseover], meta[content='0'], main script, dialog b, .copy-panel b"
