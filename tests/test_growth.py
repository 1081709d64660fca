"""What content costs, counted in calls and not by a clock: so many times the content, so many times the calls."""

import sys
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from markupsafe import Markup

from edition.exports import export_files
from edition.markup import ForeignNames, with_languages
from edition.model import Edition, Settings
from edition.parts import one_paragraph, parts
from edition.places import places
from edition.problems import Problems
from edition.reading import read_edition
from edition.rules import problems_of
from edition.search import paragraph_records
from edition.sources import entries_of

CHAPTERS, TIMES = 6, 5
"""The chapters of the smaller edition, and how many times as many the larger one has."""
SLACK = 1.1
CHAPTER = """---
title: "Chapter {n}"
description: "Made up."
standfirst: "Made up."
summary: "Made up"
claim: "made up."
notes: "{first}–{last}"
---

## Part { #part-{n} }

It begins with a crane.[@key-{n}, p. 5]
[Taken up in para. {last}](#p{last}).
{ #p{first} }

It ends as [it began](#p{first}), or as [the first](chapter-0.md#p1) did.[@key-{n}, p. 7]
[Takes up para. {first}](#p{first}).
{ #p{last} }
"""
ENTRY = """@report{key-{n},
  title = {Informe {n}},
  institution = {{Oficina {n}}},
  date = {2019},
  language = {spanish},
  langid = {spanish},
  printed = {title, institution, date},
  titletranslation = {Report {n}},
  titletranslationby = {edition},
  keywords = {cited},
}
"""
ARTICLE = ENTRY.replace("{cited}", "{article}").replace("{n}", "0a")


def filled(text: str, number: int) -> str:
    values = {"n": number, "first": 2 * number + 1, "last": 2 * number + 2}
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def bibliography(size: int) -> str:
    return "\n".join([ARTICLE, *(filled(ENTRY, number) for number in range(size))])


def read(size: int) -> Edition:
    """An edition of so many chapters, each with a source of its own."""
    files = {f"chapter-{number}.md": filled(CHAPTER, number).encode() for number in range(size)}
    settings = Settings("Made up", "", "https://example.org/", 1, "2026-11-24")
    problems = Problems()
    edition = read_edition(files, [*files], bibliography(size).encode(), settings, problems)
    assert problems.report() == []
    return edition


@cache
def as_markup(size: int) -> Edition:
    return read(size)


def fresh(size: int) -> Edition:
    """An edition that has been asked nothing yet."""
    whole = as_markup(size)
    return Edition(whole.settings, whole.chapters, whole.others, whole.sources)


def exported(edition: Edition) -> None:
    """But for the list of all sources, each file."""
    entries = entries_of(bibliography(len(edition.chapters)))
    export_files(edition, entries, {source.key: {"type": "report"} for source in edition.sources})


def told_apart(edition: Edition) -> None:
    """A page for each chapter, on which one of as many titles stands."""
    foreign = ForeignNames({source.title: "es" for source in edition.sources}, "en")
    for number in range(len(edition.chapters)):
        with_languages(Markup("<p>See Informe {}.</p>").format(number), foreign)


STEPS: dict[str, Callable[[Edition], Any]] = {
    "rules": lambda edition: list(problems_of(edition)),
    "uses": lambda edition: edition.uses,
    "referrers": lambda edition: edition.referrers,
    "parts": lambda edition: [parts(edition, page) for page in edition.pages],
    "paragraphs": lambda edition: [
        one_paragraph(edition, paragraph) for paragraph in edition.paragraph.values()
    ],
    "places": lambda edition: list(places(edition)),
    "search": lambda edition: list(paragraph_records(edition)),
    "exports": exported,
    "languages": told_apart,
    "numbers": lambda edition: [edition.chapter_number(chapter) for chapter in edition.chapters],
    "pages": lambda edition: [edition.page_of(page.file) for page in edition.pages],
    "article": lambda edition: [edition.article for _ in edition.pages],
}
"""What the build does with an edition, step by step."""


def calls(step: Callable[[], Any]) -> int:
    """How often a function is called, of Python's own or of C's, while a step is done."""
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        step()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", STEPS)
def test_a_step_costs_no_more_than_in_proportion_to_the_content(name: str) -> None:
    step = STEPS[name]
    step(fresh(CHAPTERS * TIMES))  # regular expressions are compiled now, and kept
    few, many = (fresh(CHAPTERS * times) for times in (1, TIMES))
    assert calls(lambda: step(many)) <= SLACK * TIMES * calls(lambda: step(few))


def test_reading_costs_no_more_than_in_proportion_to_the_content() -> None:
    read(CHAPTERS)
    few, many = (calls(lambda: read(CHAPTERS * times)) for times in (1, TIMES))  # noqa: B023
    assert many <= SLACK * TIMES * few
