"""Citations in an editor's note have no number: each is printed where it stands, leads to its source, and is a use."""

import pytest

import everything
import made_up
from edition.cite.export_files import sources_by_chapter
from edition.write.edition_data import paragraph_data
from rendering import body, tree

EDITION = everything.read()
CHAPTER = EDITION.chapters[1]
NOTE = "The copy says paint;"


def said(words: str, file: str = "cranes.md", old: str = NOTE) -> list[str]:
    edition, report = made_up.read(*made_up.changed(file, old, f"{words} {old}"))
    return report or body(edition, edition.page[file])[1]


def test_each_is_a_short_reference_that_leads_to_its_source() -> None:
    found = tree(EDITION, CHAPTER).xpath("//div[@role='note']//span[@class='short-citation']")
    assert [one.text_content().strip() for one in found] == [
        "[Fox, All the Ships (2001), p. 5]",
        "[see Instituto del Puerto, Grúas (2010), p. 8]",
    ]
    links = [link.get("href") for one in found for link in one.xpath(".//a")]
    assert links == ["sources/fox-2001-ships/", "sources/garcia-2010-gruas/"]


def test_it_takes_no_number_from_the_author_s_notes() -> None:
    assert [note.number for note in CHAPTER.notes] == ["3", "4", "5", "6", "7", "8", "9"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Oil was dear.[@fox-2001-ships]", "Oil was dear. [Fox, All the Ships (2001)]"),
        ("Oil [@fox-2001-ships].", "Oil [Fox, All the Ships (2001)]."),
        ("*Oil [@fox-2001-ships, chap. 2]*", "Oil [Fox, All the Ships (2001), chap. 2]"),
        ("[see @fox-2001-ships, p. 3; also @garcia-2010-gruas]",
         "[see Fox, All the Ships (2001), p. 3; also Instituto del Puerto, Grúas (2010)]"),
        ("Oil ([@fox-2001-ships])", "Oil (Fox, All the Ships (2001))"),
        ("Oil [[@fox-2001-ships]]", "Oil [Fox, All the Ships (2001)]"),
        ("> Oil.[@fox-2001-ships]\n\nSo.", "Oil. [Fox, All the Ships (2001)]"),
        ("| Oil | Paint |\n|---|---|\n| dear [@fox-2001-ships] | so |\n\nSo.",
         "dear [Fox, All the Ships (2001)]"),
    ],
)  # fmt: skip
def test_it_stands_wherever_words_stand(typed: str, printed: str) -> None:
    edition, report = made_up.read(*made_up.changed("cranes.md", NOTE, f"{typed}\n\n{NOTE}"))
    chapter = edition.chapters[1]
    assert report == [] and printed in chapter.editor_notes[0].text
    shown = " ".join(str(tree(edition, chapter).text_content()).split())
    assert printed in shown


def test_it_is_a_use_of_its_source() -> None:
    (use,) = EDITION.editor_uses["garcia-2010-gruas"]
    assert use.paragraph and (use.paragraph.id, use.chapter.file) == ("p3", "cranes.md")
    assert use.words == "Oil was dear. [see Instituto del Puerto, Grúas (2010), p. 8]"


def test_a_source_that_an_editor_s_note_alone_cites_is_used_and_exported() -> None:
    files, bib = made_up.changed("cranes.md", "[@garcia-2010-gruas]", "[@fox-2001-ships]")
    files["cranes.md"] = files["cranes.md"].replace(b"[@garcia-2010-gruas, p. 7; ", b"[")
    assert any("nothing cites" in line for line in made_up.read(files, bib)[1])
    files["cranes.md"] = files["cranes.md"].replace(b"paint;", b"paint [@garcia-2010-gruas];")
    edition, report = made_up.read(files, bib)
    assert report == []
    exported = {chapter.file: sources for chapter, sources in sources_by_chapter(edition)}
    assert "garcia-2010-gruas" in {source.key for source in exported["cranes.md"]}


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("So.[^4]", "20: the mark of a note, [^4], in a note; say what it says in the note itself, with its citation"),
        ("So.[@fox-2001-ships]{ sentences=2 }",
         "20: a count of sentences in a note; write it after the note's mark in the text"),
        ("So.[@fox-2001-ship]", "20: unknown source key 'fox-2001-ship'; did you mean 'fox-2001-ships'?"),
    ],
)  # fmt: skip
def test_a_mistake_in_it_is_one_line(words: str, line: str) -> None:
    assert said(words) == [f"docs/cranes.md:{line}"]


WORDS = "The copy says paint; the print says [oil](https://example.org/oil).\n"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (WORDS, "", "19: an editor's note without words; write them, or take it out"),
        (WORDS, "***\n", "19: an editor's note without words; write them, or take it out"),
        (WORDS, f"    code\n\n{WORDS}", "20: code right below '/// editor'; put an empty line between the two"),
        ("/// editor\n", "/// editor So.\n",
         "19: '/// editor So.' has words behind it; write '/// editor', and 'So.' below it"),
        (WORDS, f"{WORDS}{{ #p4 }}\n",
         "21: '{ #p4 }' behind words that can have no id; take it out, and link to the paragraph or the heading above"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_form_of_it_is_one_line(old: str, new: str, line: str) -> None:
    edition, report = made_up.read(*made_up.changed("cranes.md", old, new))
    assert (report or body(edition, edition.chapters[1])[1]) == [f"docs/cranes.md:{line}"]


def test_elsewhere_than_in_a_chapter_it_is_one_line() -> None:
    what = "docs/about.md:8: a citation outside the chapters, [@fox-2001-ships, p. 3]"
    remedy = "cite in a chapter; here link to the source: '[words](sources.md#fox-2001-ships)'"
    assert said("So.[@fox-2001-ships, p. 3]", "about.md", "See [the paint]") == [
        f"{what}; {remedy}"
    ]


def test_data_have_it_in_the_note_s_markdown() -> None:
    (note,) = paragraph_data(EDITION, CHAPTER, EDITION.paragraph["p3"])["editorNotes"]
    assert "[*All the Ships*](https://example.org/e/sources/fox-2001-ships/) (2001), p. 5" in note
