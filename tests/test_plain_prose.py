"""How plain the numbered paragraphs are, chapter by chapter: `pytest -s` prints the figures."""

import re

import pytest
import textstat

import real
from edition.model import Page

EDITION = real.edition()
CHAPTERS = pytest.mark.parametrize("chapter", EDITION.chapters, ids=lambda c: c.title)
MEAN, LONGEST, GRADE = 23, 40, 14.5
"""Words a sentence in the mean and at most, and the Flesch-Kincaid grade of a chapter."""


def sentences(chapter: Page) -> list[str]:
    """The sentences that restate the article, without note marks, cross-references and editor's notes."""
    return [sentence for paragraph in chapter.paragraphs for sentence in paragraph.sentences]


def length(sentence: str) -> int:
    return len(sentence.split())


def grade(chapter: Page) -> float:
    """The Flesch-Kincaid grade; the point of a decimal ends no sentence, as textstat would have it."""
    text = re.sub(r"(?<=\d)\.(?=\d)", ",", " ".join(sentences(chapter)))
    return float(textstat.flesch_kincaid_grade(text))


@CHAPTERS
def test_sentences_are_short_in_the_mean(chapter: Page) -> None:
    lengths = [length(sentence) for sentence in sentences(chapter)]
    mean = sum(lengths) / len(lengths)
    print(f"{chapter.title}: {len(lengths)} sentences of {mean:.1f} words, {max(lengths)} at most")
    assert mean <= MEAN


@CHAPTERS
def test_no_sentence_is_long(chapter: Page) -> None:
    assert [sentence for sentence in sentences(chapter) if length(sentence) > LONGEST] == []


@CHAPTERS
def test_a_chapter_is_plain_by_flesch_and_kincaid(chapter: Page) -> None:
    print(f"{chapter.title}: grade {grade(chapter):.1f}")
    assert grade(chapter) <= GRADE


def test_a_line_of_a_paragraph_is_one_sentence() -> None:
    joined = re.compile(r"[a-z)”]{2}[.?!] [A-Z]")
    found = [s for c in EDITION.chapters for s in sentences(c) if joined.search(s)]
    assert found == [], "one sentence a line, so that a note says which one relies on it"
