"""The whole site in another language: its pages and scripts hold no words but those of that language, and what people
typed."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

import another_language
from project import ROOT, Copies, built

RECORD = f"""{inspect.getsource(another_language)}

from edition.words.english import ENGLISH
from edition.words.grammar import Language
from edition.words.record import Words

LANGUAGE = Language(tag="es", name="spanish", locale="es_ES", prefix="")
ALL_WORDS = {{"en": ENGLISH, "es": replace(in_another_language(ENGLISH), language=LANGUAGE)}}
"""
"""What stands in the place of edition/words/__init__.py."""
READ = (
    "alt", "aria-description", "aria-label", "data-style", "data-told", "data-what", "placeholder", "title",
)  # fmt: skip
"""Attributes that are shown or read out."""
TOLD = {"description", "og:title", "og:description", "og:image:alt", "og:site_name"}
"""What other sites show of a page."""
OTHERS = (
    "//script", "//style", "//*[@translate='no']", "//*[@class='citations']//template",
    "//*[@class='change-words']", "//*[@class='Z3988']",
)  # fmt: skip
"""What readers do not read, references, whose words are their style's, and the words of a frozen edition."""
TYPED = ("docs/*.md", "docs/data/*.csv", "references.bib", "mkdocs.yml")
NAMES = {
    "apa", "bibtex", "chicago", "csl-json", "json", "llms", "markdown", "mla", "ris",
}  # fmt: skip
"""Names of formats and styles."""


@pytest.fixture(scope="module")
def site(copies: Copies) -> Path:
    root = copies()
    (root / "overrides/hooks/edition/words/__init__.py").write_text(RECORD, encoding="utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("  language: en\n", "  language: es\n")
    settings.write_text(text, encoding="utf-8")
    for page in root.glob("docs/*.md"):
        page.write_text(relations_typed(page.read_text(encoding="utf-8")), encoding="utf-8")
    return built(root)


def relations_typed(page: str) -> str:
    """A page whose relations name paragraphs, and are joined, as its language does."""
    named = re.sub(r"para\. (?=\d)", "жжжж. ", page)
    return re.sub(r"(?<=\)) and (?=\[)", " жжж ", named)


def plain(text: str) -> str:
    """A text without capitals, addresses, marks of Markdown, quotation marks and spare white space."""
    marks = re.sub(r"https?://\S+|\]\([^)]*\)|[*`{}\[\]\"“”‘’'<>\\]", "", text)
    return re.sub(r"\s+", " ", marks).strip().lower()


@pytest.fixture(scope="module")
def typed() -> str:
    files = [file for pattern in TYPED for file in sorted(ROOT.glob(pattern))]
    texts = (plain(file.read_text(encoding="utf-8")) for file in files)
    return f" {' '.join(spaced(text) for text in texts)} "


def spaced(text: str) -> str:
    """A text of which nothing but words and hyphens is left."""
    return " ".join(re.sub(r"[^\w-]|\d", " ", text).split())


def pages(site: Path) -> Iterator[Path]:
    return (file for file in site.rglob("*.html") if "editions/20" not in file.as_posix())


def read_on(page: html.HtmlElement) -> Iterator[str]:
    """What a page shows and has read out."""
    for element in page.xpath(" | ".join(OTHERS)):
        element.drop_tree()
    yield from page.itertext()
    yield from (value for name in READ for value in page.xpath(f"//@{name}"))
    for meta in page.xpath("//meta"):
        if TOLD & {meta.get("name"), meta.get("property")}:
            yield meta.get("content")


def strange(text: str, typed: str) -> list[str]:
    """The stretches of a text that nobody typed, with a word of three letters or more."""
    stretches = re.split(r"[^\w\s-]|\d|ж+", plain(text.removeprefix("’s")))
    said = [stretch.strip() for stretch in stretches if re.search("[a-z]{3}", stretch)]
    return [one for one in said if f" {spaced(one)} " not in typed and one not in NAMES]


def test_a_page_says_nothing_in_english_that_nobody_typed(site: Path, typed: str) -> None:
    found = {
        stretch: file.relative_to(site).as_posix()
        for file in pages(site)
        for text in read_on(html.parse(file).getroot())
        for stretch in strange(text, typed)
    }
    assert found == {}


def test_a_page_says_its_language_and_its_locale(site: Path) -> None:
    for file in pages(site):
        page = html.parse(file).getroot()
        assert page.get("lang") == "es"
        assert page.xpath("//meta[@property='og:locale']/@content") in (["es_ES"], [])


def test_a_style_sheet_says_what_is_printed_in_the_language(site: Path) -> None:
    (sheet,) = site.glob("assets/stylesheets/print.*.css")
    assert "ж ж" in sheet.read_text(encoding="utf-8").replace("жж", "ж")


@pytest.mark.parametrize("planted", ["Your briefing", "Undo 3", "a link to it", "Saved; undo"])
def test_english_that_nobody_typed_is_found(planted: str, typed: str) -> None:
    assert strange(f"жж {planted}", typed)
