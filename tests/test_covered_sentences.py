"""A note covers the sentence that holds its mark, and with a count, `[^5]{ sentences=2 }`, those before it as well."""

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import made_up
import real
from edition.cite.references import format_references
from edition.model import Edition
from edition.write.chapter_markdown import body
from edition.write.edition_data import paragraph_data
from project import Copies, built
from rendering import body as page_body

LINES = "Paint helps.[@garcia-2010-gruas]"
COUNTED = "Rust is red.\nPaint *helps*.\nIt lasts.[@garcia-2010-gruas]{ sentences=2 }"
COVERED = ("Paint helps.", "It lasts.")


@pytest.fixture(scope="module")
def counted() -> Edition:
    """Para. 3 has three sentences, of which note 4 covers the last two."""
    edition, report = made_up.read(*made_up.changed("cranes.md", LINES, COUNTED))
    assert report == []
    return edition


def test_a_use_has_all_its_sentences_and_the_one_with_the_mark(counted: Edition) -> None:
    *_, use = counted.uses["garcia-2010-gruas"]
    assert (use.sentences, use.sentence) == (COVERED, "It lasts.")
    assert use.words == "Paint helps. It lasts." and use.words in use.paragraph.text


def test_without_a_count_a_note_covers_its_own_sentence(counted: Edition) -> None:
    assert [use.sentences for use in counted.uses["fox-2001-ships"]] == [
        ("The harbour is old.",),
        ("Ships called there before Maps existed.",),
        ("Cranes rust.",),
    ]
    (named,) = counted.uses["port-1900-charter"]
    assert named.sentences == (named.sentence,)


def test_an_explaining_note_may_have_a_count_of_sentences() -> None:
    new = "The harbour is old.\nShips[^1]{sentences=2} called[@fox-2001-ships, pp. 3–5]"
    old = "The harbour[^1] is old.\nShips called there before *Maps* existed.[@fox-2001-ships, pp. 3–5]"
    edition, report = made_up.read(*made_up.changed("index.md", old, new))
    first, second = edition.notes[:2]
    assert report == []
    assert first.sentences == ("The harbour is old.", "Ships called")
    assert second.sentences == ("Ships called",)


def test_of_two_notes_one_may_cover_what_the_other_covers() -> None:
    new = "Rust[@fox-2001-ships] is red.\n" + COUNTED.replace("sentences=2", "sentences=4")
    files, bib = made_up.changed("cranes.md", LINES, new)
    files["cranes.md"] = files["cranes.md"].replace("3–4".encode(), "3–5".encode())
    edition, report = made_up.read(files, bib)
    assert report == [] and [len(note.sentences) for note in edition.notes[-2:]] == [1, 4]


def test_no_more_is_covered_where_a_note_is_marked_again() -> None:
    files, bib = made_up.changed("cranes.md", LINES, "Old.\nPaint.[^4]{ sentences=2 }\nOil.[^4]")
    files["cranes.md"] += b"\n[^4]: Paint is thick. [@garcia-2010-gruas]\n"
    edition, report = made_up.read(files, bib)
    assert report == []
    uses = [use.sentences for use in edition.uses["garcia-2010-gruas"] if use.note][1:]
    assert uses == [("Old.", "Paint."), ("Oil.",)]


def test_data_have_all_covered_sentences_beside_the_one_with_the_mark(counted: Edition) -> None:
    (note,) = paragraph_data(counted, counted.chapters[1], counted.paragraph["p3"])["notes"]
    assert (note["sentence"], note["sentences"]) == ("It lasts.", list(COVERED))


def test_neither_page_nor_markdown_shows_the_count(counted: Edition, tmp_path: Path) -> None:
    chapter = counted.chapters[1]
    references = format_references(counted, tmp_path)
    for text in (page_body(counted, chapter)[0], "\n".join(body(counted, chapter, references))):
        assert "It lasts." in text and "sentences" not in text


NO_COUNT = "is no count of sentences; write '{ sentences=2 }', a whole number from 2"
BY_ITSELF = "write it right after a note's mark: '[^5]{ sentences=2 }'"
TOO_MANY = (
    "counts more sentences than stand there; "
    "count its own and those before it in the paragraph, or leave the count out"
)
WITHOUT = "write 2 or more, or take it out: without it a mark covers its own sentence"
MARK = "[@garcia-2010-gruas]"
TYPED = ["{ sentences=x }", "{ sentences=-1 }", "{ sentences=1.5 }", "{ sentences=02 }", "{ sentences=99999 }",
         "{ sentences= }", "{ sentences }", "{ sentence=2 }", "{ Sentences=2 }", "{ sentences=2 id=x }",
         '{ sentences="2" }', "{ onclick=x }", "{}", "{ sentences=2"]  # fmt: skip
REFUSED = [
    *((f"{MARK}{typed}", f"'{typed}' after {MARK} {NO_COUNT}") for typed in TYPED),
    (f"{MARK}{{ sentences=0 }}", f"'{{ sentences=0 }}' after {MARK} adds no sentence; {WITHOUT}"),
    (f"{MARK}{{ sentences=1 }}", f"'{{ sentences=1 }}' after {MARK} adds no sentence; {WITHOUT}"),
    (f"{MARK}{{ sentences=2 }}", f"{MARK}{{ sentences=2 }} {TOO_MANY}"),
    (f"{MARK} {{sentences=30}}", f"{MARK} {{sentences=30}} {TOO_MANY}"),
    (f"{{ sentences=2 }}{MARK}", f"a count of sentences without its mark; {BY_ITSELF}"),
    (f"{MARK}\n{{ sentences=2 }}", f"a count of sentences without its mark; {BY_ITSELF}"),
    (f"{MARK} [oil]{{ sentences=2 }}", f"'{{ sentences=2 }}' follows no note's mark; {BY_ITSELF}"),
    (f"{MARK} oil]{{ sentences=2 }}", f"'{{ sentences=2 }}' follows no note's mark; {BY_ITSELF}"),
    ("[@garcia-2010-gruas,\np. 7]{ sentences=2 }",
     "a citation over two lines, or without its ']'; write it on one line, from '[@' to ']'"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "message"), REFUSED)
def test_a_count_that_says_nothing_is_one_line(typed: str, message: str) -> None:
    """Each in the only sentence of its paragraph."""
    changed = made_up.changed("cranes.md", MARK + "\n[Answers", typed + "\n[Answers")
    assert [line.split(": ", 1)[1] for line in made_up.read(*changed)[1]] == [message]


ELSEWHERE = [
    ("cranes.md", "## Paint {", "## Paint { sentences=2 } {",
     f"docs/cranes.md:13: a count of sentences without its mark; {BY_ITSELF}"),
    ("cranes.md", "[oil](https://example.org/oil)", "[oil](https://example.org/oil){ sentences=2 }",
     f"docs/cranes.md:20: a count of sentences without its mark; {BY_ITSELF}"),
    ("about.md", "See", "*See*{ sentences=2 }",
     f"docs/about.md:8: a count of sentences without its mark; {BY_ITSELF}"),
    ("about.md", "See", "[See]{ sentences=2 }",
     f"docs/about.md:8: '{{ sentences=2 }}' follows no note's mark; {BY_ITSELF}"),
    ("about.md", "See", '*See*{ onclick="x" }',
     "docs/about.md:8: an attribute list; write no attributes but '{ #id }', after a heading or alone on "
     "the line after a paragraph; a brace in words is typed '\\{'"),
    ("index.md", "pp. 3–5]", "pp. 3–5]{ sentences=2 }{ sentences=2 }",
     f"docs/index.md:12: a count of sentences without its mark; {BY_ITSELF}"),
    ("index.md", "ships. [@fox-2001-ships]", "ships. [@fox-2001-ships]{ sentences=2 }",
     "docs/index.md:16: a count of sentences in a note; write it after the note's mark in the text"),
    ("index.md", "*Maps* existed.", "*Maps*[^1]{ sentences=2 } existed.",
     "docs/index.md:12: [^1]{ sentences=2 } counts sentences where its note is marked again; "
     "count at its first mark, take the count out here"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), ELSEWHERE)
def test_a_count_that_stands_elsewhere_is_one_line(
    file: str, old: str, new: str, message: str
) -> None:
    assert made_up.read(*made_up.changed(file, old, new))[1] == [message]


def test_two_notes_that_cover_each_a_part_of_the_other_are_one_line() -> None:
    new = f"Rust.\nRed.[@fox-2001-ships]{{ sentences=2 }}\nPaint.{MARK}{{ sentences=2 }}"
    files, bib = made_up.changed("cranes.md", LINES, new)
    files["cranes.md"] = files["cranes.md"].replace("3–4".encode(), "3–5".encode())
    what = (
        f"{MARK}{{ sentences=2 }} covers a part of what [@fox-2001-ships]{{ sentences=2 }} covers"
    )
    assert made_up.read(files, bib)[1] == [
        f"docs/cranes.md:17: {what}; let it cover all of that, or none"
    ]


@pytest.fixture(scope="module")
def recounted(copies: Copies) -> Path:
    """The real site, in which note 4 covers two sentences and note 5 two."""
    copy = copies()
    count(copy / "docs/digital-gaps.md")
    return built(copy)


def count(file: Path) -> None:
    """Counts two sentences at the notes 4 and 5, whatever was counted there before."""
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    for mark in ("[@unctad-2017-ecommerce]", "[^5]"):
        at = next(number for number, line in enumerate(lines) if mark in line)
        before, after = lines[at].split(mark, 1)
        rest = after.partition("}")[2] if after.startswith("{") else after
        lines[at] = f"{before}{mark}{{ sentences=2 }}{rest}"
    file.write_text("".join(lines), encoding="utf-8")


@pytest.mark.parametrize(
    ("ident", "key"), [("p3", "unctad-2017-ecommerce"), ("p4", "un-2016-egov")]
)
def test_catalogue_and_the_page_of_a_source_show_all_that_relies_on_it(
    recounted: Path, ident: str, key: str
) -> None:
    notes = [note for p in data(recounted) if p["id"] == ident for note in p["notes"]]
    (sentences,) = [note["sentences"] for note in notes if note["key"] == key]
    assert len(sentences) == 2
    for page in ("sources", f"sources/{key}"):
        tree = html.parse(str(recounted / page / "index.html"))
        shown = [
            " ".join(e.text_content().split()) for e in tree.xpath("//*[@class='use-sentence']")
        ]
        assert " ".join(sentences) in shown


def data(site: Path) -> list[dict[str, Any]]:
    found = json.loads((site / "edition.json").read_text(encoding="utf-8"))
    return [paragraph for chapter in found["chapters"] for paragraph in chapter["paragraphs"]]


def test_no_file_of_the_site_holds_a_count(recounted: Path) -> None:
    kinds = {".html", ".md", ".txt", ".js", ".json"}
    files = [
        file
        for file in recounted.rglob("*")
        if file.suffix in kinds and "editions" not in file.parts
    ]
    assert len(files) > 50
    assert [f.name for f in files if "sentences=" in f.read_text(encoding="utf-8")] == []


def test_each_note_of_the_edition_covers_sentences_that_follow_each_other(site: Path) -> None:
    known = {ident: set(p.sentences) for ident, p in real.edition().paragraph.items()}
    for paragraph in data(site):
        for note in paragraph["notes"]:
            assert note["sentences"][-1] == note["sentence"]
            assert set(note["sentences"]) <= known[paragraph["id"]]
            assert " ".join(note["sentences"]) in paragraph["text"]
