"""Whose voice a paragraph is in, when it is read alone: the author's where it judges, a source's where it reports."""

import re

import pytest

import real
from edition.model import Page, Paragraph

EDITION = real.edition()
PARAGRAPHS = pytest.mark.parametrize("paragraph", EDITION.paragraph.values(), ids=lambda p: p.id)
CHAPTERS = pytest.mark.parametrize("chapter", EDITION.chapters, ids=lambda c: c.title)
AUTHOR = re.compile(r"\bLou\b|\b[Tt]he author\b")
OF_ITS_DAY = re.compile(
    r"\b(recent|recently|today|now|nowadays|currently|at present|as yet)\b", re.IGNORECASE
)
REPORTED_ALONE = {"p2"}
"""Paragraphs that report a source and judge nothing."""


@PARAGRAPHS
def test_a_paragraph_names_its_author_or_reports_a_source_that_it_names(
    paragraph: Paragraph,
) -> None:
    named = any(link.file == "sources.md" for link in paragraph.links)
    assert named if paragraph.id in REPORTED_ALONE else AUTHOR.search(paragraph.text)


@CHAPTERS
def test_a_chapter_calls_the_author_by_name_once_and_first(chapter: Page) -> None:
    found = AUTHOR.findall(" ".join(paragraph.text for paragraph in chapter.paragraphs))
    assert [found[0], found.count("Lou")] == ["Lou", 1]


@PARAGRAPHS
def test_words_of_the_articles_day_carry_a_year(paragraph: Paragraph) -> None:
    of_its_day = [s for s in paragraph.sentences if OF_ITS_DAY.search(s)]
    undated = [sentence for sentence in of_its_day if not re.search(r"\b20\d\d\b", sentence)]
    assert undated == []
