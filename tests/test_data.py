"""The edition as data: edition.json is held to its schema, and to the model, and broken documents are refused."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import kinds
import made_up
import real
from edition.write.edition_data import JsonObject, as_data, edition_json, paragraph_data
from note_table import ROWS
from project import ROOT, number_and_day

EDITION = real.edition()
NAME = "edition-4.schema.json"
SCHEMA = json.loads((ROOT / "docs" / NAME).read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def built(site: Path) -> JsonObject:
    found: JsonObject = json.loads((site / "edition.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> JsonObject:
    """The made-up edition as data."""
    return as_data(made_up.whole())


def faults(data: object) -> list[str]:
    return [error.json_path for error in VALIDATOR.iter_errors(data)]


def paragraphs(data: JsonObject) -> list[JsonObject]:
    return [p for chapter in data["chapters"] for p in chapter["paragraphs"]]


def test_the_schema_is_one_and_is_published_as_it_is(site: Path, built: JsonObject) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads((site / NAME).read_text(encoding="utf-8")) == SCHEMA
    assert built["$schema"] == f"{built['edition']['address']}{NAME}"


def test_each_frozen_edition_is_valid_by_the_schema_that_it_names(site: Path) -> None:
    for file in (ROOT / "docs/editions").glob("*/edition.json"):
        data = json.loads(file.read_text(encoding="utf-8"))
        whole = data["$schema"].startswith(start := data["edition"]["address"])
        beside = site if start.startswith("http") else file.parent
        schema = json.loads((beside / data["$schema"].removeprefix(start)).read_text("utf-8"))
        assert whole and not list(Draft202012Validator(schema).iter_errors(data))


def test_while_the_site_has_no_address_the_data_is_valid_and_relative(tmp_path: Path) -> None:
    whole = made_up.whole()
    bare = replace(whole, settings=replace(whole.settings, site_url=""))
    data = as_data(bare)
    assert faults(data) == [] and data["$schema"] == f"./{NAME}"
    assert data["chapters"][1]["paragraphs"][0]["address"] == "./cranes/#p2"


def test_an_edition_with_sources_of_every_kind_is_valid() -> None:
    assert faults(as_data(kinds.edition())) == []


def test_the_edition_is_valid(built: JsonObject, small: JsonObject) -> None:
    assert (faults(built), faults(small)) == ([], [])


def set_in(*path: str | int, to: object) -> Callable[[JsonObject], None]:
    """A change of one value; where `to` is ..., its removal."""

    def change(data: JsonObject) -> None:
        place: Any = data
        for step in path[:-1]:
            place = place[step]
        if to is ...:
            del place[path[-1]]
        else:
            place[path[-1]] = to

    return change


PARAGRAPH = ("chapters", 1, "paragraphs", 0)
NOTE = (*PARAGRAPH, "notes", 0)
BROKEN = {
    "no edition": set_in("edition", to=...),
    "a number that is text": set_in("edition", "number", to="1"),
    "no day of the calendar": set_in("edition", "date", to="2026-13-01"),
    "a date in words": set_in("edition", "date", to="24 November 2026"),
    "nothing corrected": set_in("edition", "corrected", to=[]),
    "no notice": set_in("edition", "notice", to=""),
    "no chapter": set_in("chapters", to=[]),
    "a chapter without paragraphs": set_in("chapters", 0, "paragraphs", to=[]),
    "a relative address": set_in("chapters", 1, "address", to="cranes/"),
    "an id that breaks the pattern": set_in(*PARAGRAPH, "id", to="p02"),
    "an empty text": set_in(*PARAGRAPH, "text", to=" "),
    "no list of refs": set_in(*PARAGRAPH, "refs", to=...),
    "a ref twice": set_in(*PARAGRAPH, "refs", to=["p3", "p3"]),
    "a name that nobody knows": set_in(*PARAGRAPH, "txt", to="Cranes rust."),
    "an unknown relation": set_in(*PARAGRAPH, "relations", 0, "word", to="denies"),
    "a note's number as text": set_in(*NOTE, "n", to="3"),
    "a note's number with a letter": set_in(*NOTE, "n", to="3a"),
    "a note without a source": set_in(*NOTE, "key", to=...),
    "a note without a locator": set_in(*NOTE, "locator", to=...),
    "a locator without its label": set_in(*NOTE, "locator", to="7"),
    "an empty locator": set_in(*NOTE, "locator", to=""),
    "a locator that is printed alone": set_in(*NOTE, "ranges", to=...),
    "ranges that are not printed": set_in(*NOTE, "locator", to=None),
    "ranges of no kind": set_in(*NOTE, "ranges", to={}),
    "ranges of an unknown kind": set_in(*NOTE, "ranges", "page", to=...),
    "no range": set_in(*NOTE, "ranges", "page", to=[]),
    "a range without its end": set_in(*NOTE, "ranges", "page", 0, to=[7]),
    "a page as text": set_in(*NOTE, "ranges", "page", 0, 0, to="7"),
    "page 0": set_in(*NOTE, "ranges", "page", 0, 0, to=0),
    "no sentence": set_in(*NOTE, "sentence", to=None),
    "no sentence that is covered": set_in(*NOTE, "sentences", to=[]),
    "a source without a title": set_in("sources", 0, "title", to=...),
    "a source of no type": set_in("sources", 0, "type", to="thing"),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_broken_document_is_refused(
    small: JsonObject, change: Callable[[JsonObject], None]
) -> None:
    broken = copy.deepcopy(small)
    change(broken)
    assert len(faults(broken)) == 1


def test_the_data_of_a_paragraph_is_complete() -> None:
    edition = made_up.whole()
    sentence = "Cranes rust."
    covered = {"sentence": sentence, "sentences": [sentence]}
    assert paragraph_data(edition, edition.chapters[1], edition.paragraph["p2"]) == {
        "id": "p2",
        "number": "2",
        "address": "https://example.org/e/cranes/#p2",
        "text": sentence,
        "notes": [
            {
                "n": 3,
                "key": "garcia-2010-gruas",
                "locator": "p. 7",
                "ranges": {"page": [[7, 7]]},
                **covered,
            },
            {
                "n": 3,
                "key": "fox-2001-ships",
                "locator": "pp. 1, 9",
                "ranges": {"page": [[1, 1], [9, 9]]},
                **covered,
            },
        ],
        "refs": ["p3"],
        "relations": [{"word": "answered in", "id": "p3"}],
    }


def test_what_a_paragraph_links_to_is_an_id_of_the_file_or_a_whole_address() -> None:
    links = "[A](sources.md#fox-2001-ships) [b](index.md#fnref:1) [c](about.md#rules) [d](https://example.org/)"
    files, bib = made_up.changed("cranes.md", "Paint helps.", f"{links} paint helps.")
    edition, report = made_up.read(files, bib)
    found = paragraph_data(edition, edition.chapters[1], edition.paragraph["p3"])
    assert report == [] and found["refs"] == [
        "fox-2001-ships",
        "p1",
        "https://example.org/e/about/#rules",
        "https://example.org/",
        "p2",
    ]


def test_an_explaining_note_explains_and_an_editors_note_travels_along(small: JsonObject) -> None:
    first, *_, last = paragraphs(small)
    assert first["notes"][0]["explanation"] == "A harbour is a place for ships."
    assert last["editorNotes"] == [
        "The copy says paint; the print says [oil](https://example.org/oil)."
    ]


def test_an_editors_note_before_the_first_paragraph_is_the_chapters_own(tmp_path: Path) -> None:
    note = "/// editor\nNot [seen](index.md#p1).\n///\n\nCranes rust."
    edition, report = made_up.read(*made_up.changed("cranes.md", "Cranes rust.", note))
    data = as_data(edition)
    assert (report, faults(data)) == ([], [])
    assert data["chapters"][1]["editorNotes"] == ["Not [seen](https://example.org/e/#p1)."]


def test_an_inserted_note_keeps_its_number_a_number_and_its_letter_apart() -> None:
    files, bib = made_up.changed("index.md", "says so.", "says so.[^2a]")
    files["index.md"] = files["index.md"].replace("1–2".encode(), "1–2a".encode())
    files["index.md"] += b"\n[^2a]: Added. [@fox-2001-ships, p. 8]\n"
    edition, report = made_up.read(files, bib)
    *_, note = paragraph_data(edition, edition.chapters[0], edition.paragraph["p1"])["notes"]
    assert report == [] and (note["n"], note["letter"]) == (2, "a")


def test_the_data_says_which_edition_it_is_and_that_it_restates(built: JsonObject) -> None:
    said = built["edition"]
    assert (said["number"], said["date"]) == number_and_day()
    assert said["notice"] == "Restated; not the author's wording"
    assert said["restates"] in {source["id"] for source in built["sources"]}
    assert said["licence"] == "https://creativecommons.org/licenses/by/4.0/"


def test_between_editions_the_data_says_what_was_corrected(
    tmp_path: Path, small: JsonObject
) -> None:
    later = replace(made_up.whole(), corrected=frozenset({"p3", "p1"}))
    data = as_data(later)
    assert (faults(data), data["edition"]["corrected"]) == ([], ["p1", "p3"])
    assert "corrected" not in small["edition"]


def test_every_paragraph_is_there_as_the_model_has_it(built: JsonObject) -> None:
    assert [chapter["id"] for chapter in built["chapters"]] == list(real.CHAPTERS)
    found = {paragraph["id"]: paragraph["text"] for paragraph in paragraphs(built)}
    assert found == {ident: p.text for ident, p in EDITION.paragraph.items()}


def test_every_note_is_there_with_its_source_pages_and_sentence(built: JsonObject) -> None:
    found = [
        (str(note["n"]), p["id"], note["key"], note["locator"] or "")
        for p in paragraphs(built)
        for note in p["notes"]
    ]
    assert found == ROWS


def test_text_is_plain_and_holds_each_sentence_exactly(built: JsonObject) -> None:
    for paragraph in paragraphs(built):
        assert not any(mark in paragraph["text"] for mark in ("[", "]", "*", "{", "  ", "\n"))
        for note in paragraph["notes"]:
            assert note["sentence"] in paragraph["text"]
            assert note["sentence"] == note["sentences"][-1]


def test_every_key_and_every_ref_is_found_in_the_file(built: JsonObject) -> None:
    sources = {source["id"] for source in built["sources"]}
    known = sources | {p["id"] for p in paragraphs(built)}
    for paragraph in paragraphs(built):
        assert {note["key"] for note in paragraph["notes"]} <= sources
        assert set(paragraph["refs"]) <= known
        assert {relation["id"] for relation in paragraph.get("relations", ())} <= known


def test_sources_are_those_of_the_exports(site: Path, built: JsonObject) -> None:
    assert [source["id"] for source in built["sources"]] == [s.key for s in EDITION.sources]
    for source in built["sources"]:
        (alone,) = json.loads((site / f"sources/{source['id']}.json").read_text(encoding="utf-8"))
        assert source == alone


def test_an_edition_written_twice_gives_equal_bytes(tmp_path: Path) -> None:
    text = edition_json(made_up.whole())
    assert text == edition_json(made_up.whole()) and text.endswith("}\n")
    assert "\\u" not in text
