"""The questions that views ask of the model, over a made-up edition."""

import pytest
from pybtex.richtext import Text

import made_up
from edition.model import Edition, inline
from edition.model.locators import printed
from edition.read.sources.values.tex import read_tex
from edition.words import ENGLISH


def test_notes_are_numbered_through_the_whole_edition() -> None:
    assert [note.number for note in made_up.whole().notes] == ["1", "2", "3", "4"]


def test_an_inserted_note_moves_no_other() -> None:
    files, bib = made_up.changed("index.md", "says so.", "says so.[^2a]")
    files["index.md"] = files["index.md"].replace(b'"1\xe2\x80\x932"', b'"1\xe2\x80\x932a"')
    files["index.md"] += b"\n[^2a]: Added. [@fox-2001-ships, p. 8]\n"
    edition, report = made_up.read(files, bib)
    assert report == []
    assert [note.number for note in edition.notes] == ["1", "2", "2a", "3", "4"]


def test_a_note_is_inserted_before_the_first_of_a_chapter_as_well() -> None:
    files, bib = made_up.changed("cranes.md", "Cranes rust.", "Cranes[^2a] rust.")
    defined = files["cranes.md"].replace(b'"3', b'"2a') + b"\n[^2a]: Old. [@fox-2001-ships]\n"
    edition, report = made_up.read({**files, "cranes.md": defined}, bib)
    assert report == []
    assert [note.number for note in edition.chapters[1].notes] == ["2a", "3", "4"]


def test_an_inserted_paragraph_moves_no_other() -> None:
    new = "Added words.\n{ #p2a }\n\n## Paint { #paint }"
    edition, report = made_up.read(*made_up.changed("cranes.md", "## Paint { #paint }", new))
    assert report == []
    assert list(edition.paragraph) == ["p1", "p2", "p2a", "p3"]


def test_a_use_knows_paragraph_pages_and_sentence() -> None:
    uses = made_up.whole().uses["fox-2001-ships"]
    assert [(use.paragraph.id, printed(use.locators, ENGLISH)) for use in uses] == [
        ("p1", ""),
        ("p1", "pp. 3–5"),
        ("p2", "pp. 1, 9"),
    ]
    assert uses[1].sentence == "Ships called there before Maps existed."


def test_a_sentence_is_a_part_of_its_paragraphs_text() -> None:
    edition = made_up.whole()
    for use in (use for uses in edition.uses.values() for use in uses):
        assert use.sentence and use.sentence in use.paragraph.text


def test_a_named_document_is_used_without_a_note() -> None:
    (use,) = made_up.whole().uses["port-1900-charter"]
    assert use.note is None and use.sentence == "The Port Charter says so."


def test_the_line_of_relations_is_not_part_of_the_text() -> None:
    paragraph = made_up.whole().paragraph["p2"]
    assert paragraph.text == "Cranes rust."
    assert [(r.word, r.target) for r in paragraph.relations] == [("answered in", "p3")]


def test_a_chapter_states_its_ranges() -> None:
    edition = made_up.whole()
    assert [c.paragraph_range for c in edition.chapters] == ["1", "2–3"]
    assert [c.note_range for c in edition.chapters] == ["1–2", "3–4"]


def test_the_edition_can_be_asked_for_what_stands_where() -> None:
    edition: Edition = made_up.whole()
    assert edition.chapter_of["p3"].title == "Cranes"
    assert edition.paragraph["p3"].heading is not None
    assert edition.paragraph["p3"].heading.id == "paint"
    assert edition.settings.date_in_words == "24 November 2026"


PLAIN = [sign for sign in map(chr, range(0x20, 0x7F)) if sign not in "\\{}$%`"]


@pytest.mark.parametrize("sign", PLAIN)
def test_a_field_reads_as_tex_reads_it_whatever_signs_are_in_it(sign: str) -> None:
    for other in PLAIN:
        typed = f"a{sign}{other}b"
        assert inline.words(read_tex(typed)[0]) == str(Text.from_latex(typed))


def test_a_grave_accent_alone_opens_single_quotation_marks_as_in_tex() -> None:
    assert inline.words(read_tex("the `old' quay's")[0]) == "the ‘old’ quay’s"
