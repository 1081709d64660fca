"""Lists, tables and quotations of a chapter belong to the numbered paragraph above them; what cannot is one line."""

import pytest

import everything
import made_up
from edition.model import Edition, Paragraph
from rendering import body, tree

EDITION = everything.read()
FOX = "[@fox-2001-ships]"
LIST = "- One.\n- Two."


def read(
    below: str, place: str = "{ #p3 }\n", put: str = "{ #p3 }\n\n%s\n"
) -> tuple[Edition, list[str]]:
    """The made-up edition with something below its third paragraph, and what is reported of it or of its page."""
    files, bib = made_up.changed("cranes.md", place, put % below)
    last = 4 + below.count("[@")
    files["cranes.md"] = files["cranes.md"].replace("3–4".encode(), f"3–{last}".encode())
    edition, report = made_up.read(files, bib)
    return edition, report or body(edition, edition.chapters[1])[1]


def third(below: str) -> Paragraph:
    edition, report = read(below)
    assert report == []
    return edition.paragraph["p3"]


@pytest.mark.parametrize(
    ("below", "text"),
    [
        (LIST, "One.\nTwo."),
        ("* One.\n* Two.", "One.\nTwo."),
        ("- One.\n\n- Two.", "One.\nTwo."),
        ("1. One.\n2. Two.", "One.\nTwo."),
        ("1. One.\n1. Two.", "One.\nTwo."),
        ("- One.\n    - In.\n        - Within.\n- Two.", "One.\nIn.\nWithin.\nTwo."),
        ("1. One.\n    - In.\n2. Two.", "One.\nIn.\nTwo."),
        ("- One.\n\n    Again.\n\n- Two.", "One.\nAgain.\nTwo."),
        ("- One.\n  Again.\n- Two.", "One. Again.\nTwo."),
        ("- One.\n\n1. Two.", "One.\nTwo."),
        ("| A | B |\n|:--|--:|\n| *c* | `d` |", "A\nB\nc\nd"),
        ("A | B\n--- | ---\nc | d", "A\nB\nc\nd"),
        ("| A | B |\n|---|---|\n| c\\|d | |", "A\nB\nc|d"),
        (f"> One.\n> Two.\n>\n> Three.{FOX}\n>\n> — Fox", "One. Two.\nThree.\n— Fox"),
        (f"> One.\n>\n> - In.\n>\n> > Within.{FOX}", "One.\nIn.\nWithin."),
        (f"- One.\n\n    > In.{FOX}\n\n- Two.", "One.\nIn.\nTwo."),
        (f"> | A | B |\n> |---|---|\n> | c{FOX} | d |", "A\nB\nc\nd"),
    ],
)  # fmt: skip
def test_what_stands_below_a_paragraph_is_part_of_it(below: str, text: str) -> None:
    paragraph = third(below)
    assert paragraph.text == f"Paint helps.\n{text}" and paragraph.blocks


@pytest.mark.parametrize(
    ("below", "covered"),
    [
        (f"- One.\n- Two{FOX}", "Two"),
        (f"- One.\n- Two.{FOX}{{ sentences=2 }}", "One.\nTwo."),
        (f"- Same.\n- Same.{FOX}", "Same."),
        (f"| A | B |\n|---|---|\n| c | d{FOX} |", "d"),
        (f"> One.\n> Two.{FOX}", "Two."),
        (f"> One. Two.\n>\n> Three.{FOX}{{ sentences=2 }}", "One. Two.\nThree."),
    ],
)
def test_a_mark_covers_the_sentence_of_its_item_cell_or_line(below: str, covered: str) -> None:
    paragraph = third(below)
    *_, note = paragraph.notes
    start, end = paragraph.covered_by(note)
    assert paragraph.text[start:end] == covered and note.sentence in paragraph.sentences
    assert paragraph.text.rindex(note.sentence) + len(note.sentence) == end


def test_notes_are_numbered_in_the_order_of_the_text() -> None:
    paragraph = EDITION.paragraph["p2"]
    assert [note.number for note in paragraph.notes] == ["3", "4", "5", "6", "7"]
    assert [mark.number for mark in paragraph.marks] == ["3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("> Rust is red.",
         "19: a quotation that cites no source; end it with its citation: 'Rust is red.[@key, p. 5]'"),
        ("- One.\n\n    > In.\n\n- Two.",
         "21: a quotation that cites no source; end it with its citation: 'In.[@key, p. 5]'"),
        ("***", "19: a rule belongs to no paragraph; write it as a numbered paragraph or inside '/// editor'"),
        ("```\nx\n```",
         "19: a code block belongs to no paragraph; write it as a numbered paragraph or inside '/// editor'"),
        ("- One.\n\n    ```\n    x\n    ```",
         "21: a code block in a list; write it in words or inside '/// editor'"),
        ("- One.\n- Two.\n\n{ #p4 }",
         "22: '{ #p4 }' below a list; write it above that, on the line after the paragraph's own words"),
        ("| A |\n|---|\n| b |\n{ #p4 }",
         "22: '{ #p4 }' below a table; write it above that, on the line after the paragraph's own words"),
        ("- 1902. That year.",
         "19: '1902. That year.' begins a list; write '1902\\. That year.', or in a list '1. …'"),
        ("- 1. One.",
         "19: '- 1. One.' begins a list with nothing before it in its item; "
         "write the words of the item, and the list below them"),
        ("- One.\n-\n- Two.", "20: an item of a list without words; write them, or take it out"),
        ("> One.\n\n> Two.[@fox-2001-ships]",
         "20: an empty line within a quotation; "
         "write '>' there, above '> Two.[@fox-2001-ships]', or words between the two"),
        ("| A | B |\n|---|---|", "19: a table without rows; write them below '|---|---|', or take it out"),
        ("| A | B |\n|---|---|\n| c | d |\n|---|---|",
         "22: a second row of dashes in a table; take it out: a table has one head"),
        ("| A | B |\n|---|---|\n| c | d |\nSource: Fox.",
         "22: 'Source: Fox.' right below a table; put an empty line between the two"),
        ("| A | B |\n| c | d |\n{ #p4 }",
         "19: '| A | B |' would be printed as typed; for a table, write '|---|---|' below its head, "
         "'| words | words |', with an empty line above it, below words and '{ #p4 }'"),
        ("• One.\n• Two.\n{ #p4 }",
         "19: '• One.' would be printed as typed; for a list, write '- One.', "
         "with an empty line above it, below words and '{ #p4 }'"),
        ("- One. { #one }\n- Two.",
         "19: '{ #one }' behind words that can have no id; "
         "take it out, and link to the paragraph or the heading above"),
        ("• One.\n• Two.",
         "19: paragraph without an id; add '{ #p12 }', with its number, alone on the line after it, "
         "or, for a list, write '- One.'"),
        ("a) One.\nb) Two.",
         "19: paragraph without an id; add '{ #p12 }', with its number, alone on the line after it, "
         "or, for a list, write '1. One.'"),
        ("- One.\n* Two.",
         "20: an item with another sign than those above it: '* Two.'; "
         "begin all items of a list alike, with '- ' or with '1. '"),
        ("- One.\n    - In.\n    - In.\n\n    * Off.",
         "23: an item with another sign than those above it: '* Off.'; "
         "begin all items of a list alike, with '- ' or with '1. '"),
        ("- One.\n    - In.\n\n      Off.", "22: a paragraph in an item, 6 blanks deep; put 8 blanks before 'Off.'"),
        ("- One.\n  - In.\n- Two.",
         "20: '- In.' seems to belong to the item of a list above it; begin it 4 blanks deep, not 2"),
        ("3. Three.\n4. Four.", "19: '3. Three.' begins a list; write '3\\. Three.', or in a list '1. Three.'"),
        ("| A | B |\n|---|---|\n| c | d | e |",
         "21: a row of 3 cells in a table of 2 columns; "
         "give the table a column more, or write '\\|' for a bar that parts no cells"),
        ("| A | B |\n|---|---|\n| `c|d` | e |",
         "21: a row of 3 cells in a table of 2 columns; "
         "give the table a column more, or write '\\|' for a bar that parts no cells"),
        ("| A | B |\n|---|---|\n| `c\\|d` | e |",
         "21: read in two ways: “c|d” in what the edition hands out, “c\\|d” on its page; "
         "write '\\|' for a bar within a cell, and no bar within code"),
        ("- One.\n- Two.\n\n- Three.",
         "19: read in two ways: <p> in what the edition hands out, “One.” on its page; "
         "write all items of a list alike, '- words' or '1. words', with an empty line between all of them or none; "
         "what belongs to an item, a list in it as well, begins four blanks deep"),
        ("- One.\n- [@fox-2001-ships]", "20: a note without a sentence; put its mark after the words that rely on it"),
    ],
)  # fmt: skip
def test_what_no_paragraph_can_hold_is_one_line(below: str, said: str) -> None:
    assert read(below)[1] == [f"docs/cranes.md:{said}"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("- a\n\n    ```\n    x\n    ```",
         "10: a code block in a list; put it below that, at the start of its line"),
        ("> ```\n> x\n> ```", "8: a code block in a quotation; put it below that, at the start of its line"),
        ("```\nx\n~~~", "8: a code block that is not closed; end it with '```' on a line"),
        ("  ```\n  x\n  ```", "8: a code block that begins with blanks; begin '```' at the start of its line"),
        ("```\na\tb\n```", "8: a tab in code; write blanks"),
    ],
)  # fmt: skip
def test_code_that_two_parsers_read_differently_is_one_line(typed: str, said: str) -> None:
    edition, report = made_up.read(*made_up.changed("about.md", "See", f"{typed}\n\nSee"))
    assert (report or body(edition, edition.page["about.md"])[1]) == [f"docs/about.md:{said}"]


def test_a_sample_of_an_editor_s_note_is_code() -> None:
    sample = "```\n/// editor\nx\n///\n```"
    edition, report = made_up.read(*made_up.changed("about.md", "See", f"{sample}\n\nSee"))
    assert report == [] and body(edition, edition.page["about.md"])[1] == []


@pytest.mark.parametrize(
    ("place", "put", "said"),
    [
        ("\n{ #p3 }", " { #p3 }\n\n%s",
         "16: '{ #p3 }' behind its paragraph's words; write '{ #p3 }' on the line below them, alone"),
        ("\n{ #p3 }", "\n\n{ #p3 }\n\n%s",
         "18: an empty line above '{ #p3 }'; take the line out, so that the id is its paragraph's"),
        ("{ #p3 }\n", "{ #p3 }\n%s\n",
         "18: '- One.' right below '{ #p3 }'; put an empty line between the two"),
        ("## Paint { #paint }\n", "## Paint { #paint }\n\n%s\n",
         "15: a list below no paragraph; write the numbered paragraph that it belongs to above it"),
        ("oil).\n///", "oil).\n///\n\n%s",
         "19: an editor's note between a paragraph and what belongs to it, on line 23; "
         "put it below that, or write a paragraph above that"),
    ],
)  # fmt: skip
def test_a_list_that_stands_elsewhere_is_one_line(place: str, put: str, said: str) -> None:
    assert read(LIST, place, put)[1] == [f"docs/cranes.md:{said}"]


def test_a_quotation_without_a_source_is_told_beside_other_mistakes() -> None:
    found = read("- One.\n  - In.\n\n> Rust is red.")[1]
    assert [line.partition(":")[2].partition(":")[0] for line in found] == ["20", "22"]


def test_a_quotation_whose_citation_cannot_be_read_is_one_line() -> None:
    (said,) = read("> Rust is red.[@fox-*2001*-ships]")[1]
    assert said.startswith("docs/cranes.md:19: markup inside [@fox-2001-ships]")


def test_an_id_below_a_list_is_told_where_to_stand() -> None:
    what = "docs/cranes.md:18: '- One.' begins a list in paragraph p3"
    remedy = "write '\\- One.', or, for a list, '{ #p3 }' right below the words above it"
    assert read(LIST, "{ #p3 }\n", "\n%s\n{ #p3 }\n")[1] == [f"{what}; {remedy}"]


def test_a_page_holds_a_paragraph_and_what_belongs_to_it_in_one_element() -> None:
    page = tree(EDITION, EDITION.chapters[1])
    whole, *_ = page.xpath("//div[@class='paragraph']")
    assert [part.tag for part in whole] == ["p", "ul", "ol", "div", "span"]
    assert whole[0].get("id") == "p2" and whole[-1].get("class") == "relations"
    assert whole.xpath(".//sup/@id") == [f"fnref:{number}" for number in range(3, 8)]
    beside = whole.getnext().xpath("./p/@data-note")
    assert beside == ["3", "4", "5", "6", "7"]


def test_a_paragraph_alone_is_an_element_of_the_page() -> None:
    page = tree(EDITION, EDITION.chapters[1])
    assert page.xpath("./p[@id='p4']") and not page.xpath("//div[@class='paragraph']/p[@id='p4']")


def test_a_table_scrolls_within_an_element_that_the_keyboard_reaches() -> None:
    (frame,) = tree(EDITION, EDITION.chapters[1]).xpath("//table/..")
    assert (frame.get("tabindex"), frame.get("role"), frame.get("aria-label")) == (
        "0",
        "group",
        "Table",
    )


def test_a_hard_break_stays_one() -> None:
    edition, report = read("", "Paint helps.", "Paint  \nhelps.%s")
    assert report == [] and len(tree(edition, edition.chapters[1]).xpath("//p[@id='p3']/br")) == 1
