"""Every kind of input that authors bring becomes what it means, in all that is built, or one line says how to write it.

`cases/author-cases.json` has the inputs, each with what it becomes or with what is said of it.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import author_cases
import made_up
import made_up_project
from author_cases import ACCEPTED, NOTES, NUMBERED, PARAGRAPH, REFUSED, Case, key_of
from project import built

SOURCES = [name for name in NUMBERED if "ris" in ACCEPTED[name]]
LOCATED = [name for name in NUMBERED if "ranges" in ACCEPTED[name]]
EXPLAINED = [name for name in NUMBERED if "explanation" in ACCEPTED[name]]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_a_line_for_each_mistake(name: str) -> None:
    assert made_up.read(*author_cases.alone(REFUSED[name]))[1] == REFUSED[name]["refused"]


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_is_read_is_no_mistake(name: str) -> None:
    assert made_up.read(*author_cases.alone(ACCEPTED[name]))[1] == []


@pytest.fixture(scope="module")
def cases_site(once: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The site of the made-up project with all cases that are accepted."""

    def make(folder: Path) -> None:
        project = author_cases.write_all(made_up_project.project(folder / "project"))
        built(project, folder / "site")

    return once("author-cases", make) / "site"


@pytest.fixture(scope="module")
def paragraphs(cases_site: Path) -> dict[str, Any]:
    """The paragraphs of edition.json by their ids."""
    data = json.loads((cases_site / "edition.json").read_text("utf-8"))
    return {each["id"]: each for chapter in data["chapters"] for each in chapter["paragraphs"]}


def tree_of(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_text("utf-8"))


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("name", NUMBERED)
def test_a_note_prints_its_source_and_the_part_of_it(cases_site: Path, name: str) -> None:
    number = NOTES[name]
    (note,) = tree_of(cases_site / "cranes/index.html").xpath(f"//li[@id='fn:{number}']")
    assert words(note).startswith(f"{number} {ACCEPTED[name]['note']} ↑")


@pytest.mark.parametrize("name", NUMBERED)
def test_the_sentence_of_a_note_is_whole(paragraphs: dict[str, Any], name: str) -> None:
    paragraph = paragraphs[PARAGRAPH[name]]
    expected = ACCEPTED[name]["sentence"]
    assert (paragraph["text"], paragraph["notes"][0]["sentence"]) == (expected, expected)


@pytest.mark.parametrize("name", LOCATED)
def test_the_part_of_a_source_is_data(paragraphs: dict[str, Any], name: str) -> None:
    (note,) = paragraphs[PARAGRAPH[name]]["notes"]
    assert note["ranges"] == ACCEPTED[name]["ranges"]


@pytest.mark.parametrize("name", EXPLAINED)
def test_what_a_note_explains_is_data(paragraphs: dict[str, Any], name: str) -> None:
    (note,) = paragraphs[PARAGRAPH[name]]["notes"]
    assert note["explanation"] == ACCEPTED[name]["explanation"]


def test_emphasis_in_a_note_is_emphasis_in_the_list_and_the_margin(cases_site: Path) -> None:
    page = tree_of(cases_site / "cranes/index.html")
    assert len(page.xpath("//em[.='Maps of Harbours']")) == 2


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_has_its_title_on_its_page(cases_site: Path, name: str) -> None:
    (heading,) = tree_of(cases_site / f"sources/{key_of(name)}/index.html").xpath("//h1")
    written = html.tostring(heading, encoding="unicode", with_tail=False)
    assert written.endswith(f">{ACCEPTED[name]['heading']}</h1>")


@pytest.mark.parametrize("ending", ["ris", "bib"])
@pytest.mark.parametrize("name", SOURCES)
def test_an_export_holds_what_was_typed(cases_site: Path, name: str, ending: str) -> None:
    text = (cases_site / f"sources/{key_of(name)}.{ending}").read_text("utf-8")
    lines = [line.strip().rstrip(",") for line in text.splitlines()]
    assert [line for line in ACCEPTED[name][ending] if line not in lines] == []


@pytest.mark.parametrize("name", SOURCES)
def test_csl_json_holds_what_was_typed(cases_site: Path, name: str) -> None:
    (item,) = json.loads((cases_site / f"sources/{key_of(name)}.json").read_text("utf-8"))
    expected: Case = ACCEPTED[name]["json"]
    assert {field: item.get(field) for field in expected} == expected


@pytest.mark.parametrize("name", author_cases.TITLED)
def test_a_title_is_the_text_that_was_typed(cases_site: Path, name: str) -> None:
    page = author_cases.page_of(name).removesuffix(".md")
    (heading,) = tree_of(cases_site / page / "index.html").xpath("//h1")
    assert words(heading) == ACCEPTED[name]["title"]


def test_code_may_hold_what_would_be_a_citation(cases_site: Path) -> None:
    code = [
        part.text_content() for part in tree_of(cases_site / "about/index.html").xpath("//code")
    ]
    assert {"@lru_cache\ndef f(): ...\n", "[@key, p. 5]"} <= {*code}


def test_no_sentence_ends_in_a_blank_and_a_stop_and_no_brackets_are_empty(cases_site: Path) -> None:
    texts = [*cases_site.rglob("*.json"), *cases_site.rglob("*.html"), *cases_site.rglob("*.md")]
    assert len(texts) > 50
    for file in texts:
        assert not re.search(r"rust (?:\.|\()|rust\(", file.read_text("utf-8")), file
