"""What content costs, counted in calls and not by a clock: so many times the content, so many times the calls."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from types import FrameType
from typing import Any

import pytest

from edition.cite.export_files import export_files
from edition.contents.citable_parts import one_paragraph, parts
from edition.contents.link_targets import link_targets
from edition.contents.stubs import name_of
from edition.keep.address_tables import read_register
from edition.keep.redirects import Redirect, Redirects
from edition.model import Edition, Settings
from edition.model.languages import ForeignNames
from edition.problems import Problems, judged
from edition.reading import EDITION_RULES, read_edition
from edition.views.find.search import paragraph_records
from edition.views.link.metadata import of_page as edition_page
from edition.views.text.notes import ways_back
from edition.write.chapter_markdown import headings_over_text
from edition.write.edition_data import paragraph_data
from edition.write.html import spoken

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
PARAGRAPHS = 12
"""Those of the smaller chapter."""
LONG = """---
title: "Long"
description: "Made up."
standfirst: "Made up."
summary: "Made up"
notes: "1–{n}"
---
"""
PART = """
## Part { #part-{n} }

It begins with [a crane](#p1).[@key-{n}, p. 5]
{ #p{n} }

/// editor
The copy says [crane](#part-{n}) as [before](#p{n}).
///
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
def made(size: int) -> Edition:
    return read(size)


def fresh(size: int) -> Edition:
    """An edition that has been asked nothing yet."""
    return replace(made(size))


def read_long(size: int) -> Edition:
    """An edition of one chapter with so many paragraphs, each under a heading, with a note and an editor's note."""
    parts = "".join(filled(PART, number) for number in range(1, size + 1))
    entries = "\n".join([ARTICLE, *(filled(ENTRY, number) for number in range(1, size + 1))])
    chapter, problems = filled(LONG, size) + parts, Problems()
    files = {"long.md": chapter.encode()}
    edition = read_edition(files, ["long.md"], entries.encode(), made(CHAPTERS).settings, problems)
    assert problems.report() == []
    return edition


def exported(edition: Edition) -> None:
    """But for the list of all sources, each file."""
    export_files(edition)


def titles_of_chapters(edition: Edition) -> None:
    """A page for each chapter, on which one of as many titles stands."""
    foreign = ForeignNames({source.title: "es" for source in edition.sources}, "en")
    for number in range(len(edition.chapters)):
        spoken(foreign)(f"See Informe {number}.")


STEPS: dict[str, Callable[[Edition], Any]] = {
    "rules": lambda edition: list(judged(edition, EDITION_RULES)),
    "uses": lambda edition: edition.uses,
    "referrers": lambda edition: edition.referrers,
    "parts": lambda edition: [parts(edition, page) for page in edition.pages],
    "paragraphs": lambda edition: [
        one_paragraph(edition, paragraph) for paragraph in edition.paragraph.values()
    ],
    "places": lambda edition: list(link_targets(edition)),
    "search": lambda edition: list(paragraph_records(edition)),
    "exports": exported,
    "languages": titles_of_chapters,
    "numbers": lambda edition: [edition.chapter_number(chapter) for chapter in edition.chapters],
    "pages": lambda edition: [edition.page_of(page.file) for page in edition.pages],
    "article": lambda edition: [edition.article for _ in edition.pages],
}
"""What the build does with an edition, step by step."""


def named(edition: Edition) -> None:
    """Each part of a chapter as a page that leads there names it."""
    for chapter in edition.chapters:
        for ident, _ in chapter.ids:
            name_of(edition, f"{chapter.address}#{ident}")


def from_elsewhere(edition: Edition) -> None:
    """Each chapter's text as a file in its folder has it, while the site has no address."""
    bare = edition.at("")
    for chapter in bare.chapters:
        seen = bare.seen_from(chapter.address)
        [seen.leads_to(chapter, link) for link in chapter.links]


def led_on(edition: Edition) -> None:
    """The ids that moved from each chapter, and those that it ever had."""
    sources = [f"{c.address}#{p.id}" for c in edition.chapters for p in c.paragraphs]
    lines = "".join(f"{source},1\n" for source in sources)
    register = read_register(f"address,edition\n{lines}", 1, Problems())
    redirects = Redirects({source: Redirect(source, "new/", 1) for source in sources})
    for chapter in edition.chapters:
        assert len(register.ids[chapter.address]) == len(list(redirects.moved_ids(chapter.address)))


IN_A_CHAPTER: dict[str, Callable[[Edition], Any]] = {
    "referrers": lambda edition: edition.referrers,
    "sections": lambda edition: parts(edition, edition.chapters[0]),
    "ways back": lambda edition: [
        list(ways_back(note.number, edition.chapters[0], edition)) for note in edition.notes
    ],
    "data": lambda edition: [
        paragraph_data(edition, edition.chapters[0], paragraph)
        for paragraph in edition.paragraph.values()
    ],
    "headings": lambda edition: list(headings_over_text(edition.chapters[0])),
    "names": named,
}
"""What the build does with the parts of a chapter."""
BETWEEN_CHAPTERS: dict[str, Callable[[Edition], Any]] = {
    "names": named,
    "from elsewhere": from_elsewhere,
    "led on": led_on,
    "tags": lambda edition: [edition_page(edition, f"p/{n}.md") for n in edition.paragraph],
}


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


def work(step: Callable[[], Any]) -> int:
    """How many instructions Python carries out while a step is done: what a loop passes over counts as well."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> Callable[..., Any]:
        nonlocal count
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        count += event == "opcode"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        step()
    finally:
        sys.settrace(before)
    return count


def grows_no_faster(step: Callable[[Edition], Any], few: Edition, many: Edition) -> bool:
    """Whether an edition that is TIMES as large costs TIMES as much at most."""
    return work(lambda: step(many)) <= SLACK * TIMES * work(lambda: step(few))


@pytest.mark.parametrize("name", IN_A_CHAPTER)
def test_a_long_chapter_costs_no_more_than_in_proportion(name: str) -> None:
    few, many = (read_long(PARAGRAPHS * times) for times in (1, TIMES))
    IN_A_CHAPTER[name](read_long(2))
    assert grows_no_faster(IN_A_CHAPTER[name], few, many)


@pytest.mark.parametrize("name", BETWEEN_CHAPTERS)
def test_no_page_looks_through_all_the_others(name: str) -> None:
    few, many = (read(CHAPTERS * times) for times in (1, TIMES))
    BETWEEN_CHAPTERS[name](read(CHAPTERS))
    assert grows_no_faster(BETWEEN_CHAPTERS[name], few, many)


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
