"""A paragraph as it stands in a briefing: whole in itself, its marks and notes in agreement."""

import re

import pytest

import made_up
import real
from edition.cite.references import References, format_references
from edition.model.locators import printed
from edition.views.link.briefing import Briefing
from edition.words import ENGLISH
from project import ROOT

CACHE = ROOT / ".cache" / "references"
MADE_UP = made_up.whole()


@pytest.fixture(scope="module")
def references() -> References:
    return format_references(MADE_UP, CACHE)


def test_a_paragraph_is_followed_by_its_citation_and_what_it_names(references: References) -> None:
    chapter = MADE_UP.chapters[0]
    text = Briefing(MADE_UP, references).words(chapter, chapter.paragraphs[0])
    words, citation, named = re.findall(r"<p>(.*?)</p>", text)
    number = '<a href="https://example.org/e/#p1">1</a>'
    assert words.startswith(
        f"{number} The harbour<sup>1</sup> is old. Ships called there before <i>Maps</i> "
    )
    assert words.endswith(" says so. <span>(restated; not the author’s wording)</span>")
    assert "para. 1, <a href=" in citation and "restated in <i>A Made-up Edition" in citation
    record = '<a href="https://example.org/e/sources/port-1900-charter/">Port Charter</a>'
    assert named.startswith(f"Named in the text: <i>{record}</i>")


def test_a_note_that_explains_says_that_it_is_restated(references: References) -> None:
    chapter = MADE_UP.chapters[0]
    first, second = notes_of(0, 0, references)
    assert first.startswith("A harbour is a place for ships. Fox, Ann. <i>")
    assert first.endswith('(<a href="https://example.org/e/#fn:1">note 1</a>, restated)')
    assert second.endswith('(<a href="https://example.org/e/#fn:2">note 2</a>)')
    assert chapter.paragraphs[0].notes[0].explained


def test_a_note_stands_in_full_with_pages_before_the_address(references: References) -> None:
    (note,) = notes_of(1, 0, references)
    record = '<a href="https://example.org/e/sources/garcia-2010-gruas/" lang="es">'
    address = "https://example.org/a_b?x=1&amp;y=50%25"
    assert f"<i>{record}Grúas y puertos de la región</a></i>" in note
    assert f', p. 7. <a href="{address}">{address}</a>. Fox, Ann. ' in note
    assert ", pp. 1, 9. (<a" in note


def notes_of(chapter: int, paragraph: int, references: References) -> list[str]:
    page = MADE_UP.chapters[chapter]
    text = Briefing(MADE_UP, references).notes(page, page.paragraphs[paragraph])
    return re.findall(r"<li>(.*?)</li>", text)


def test_all_real_notes_have_a_way_back_and_known_pages() -> None:
    edition = real.edition()
    references = format_references(edition, CACHE)
    for ident, chapter in edition.chapter_of.items():
        paragraph = edition.paragraph[ident]
        items = re.findall(
            r"<li>(.*?)</li>", Briefing(edition, references).notes(chapter, paragraph)
        )
        for note, item in zip(paragraph.notes, items, strict=True):
            assert f"#fn:{note.number}" in item and ".." not in item
            assert all(
                f", {printed(c.locators, ENGLISH)}." in item for c in note.citations if c.locators
            )
