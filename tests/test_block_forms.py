"""A paragraph that begins as another block does, and a list that two parsers would read differently, are one line."""

import pytest

import made_up

BEGINNINGS = [
    ("1902. That year cranes rusted.", "a list", r"1902\. That year cranes rusted."),
    ("12) That year.", "a list", r"12\) That year."),
    ("1. That year.", "a list", r"1\. That year."),
    ("1) That year.", "a list", r"1\) That year."),
    ("- That year.", "a list", r"\- That year."),
    ("+ That year.", "a list", r"\+ That year."),
    ("* That year.", "a list", r"\* That year."),
    ("# 5 cranes.", "a heading", r"\# 5 cranes."),
    ("### 5 cranes.", "a heading", r"\### 5 cranes."),
    ("> That year.", "a quotation", r"\> That year."),
    ("    That year.", "code", "That year."),
    ("\u00a0\u00a0\u00a0\u00a0That year.", "code", "That year."),
    ("1902.\u00a0That year.", "a list", r"1902\. That year."),
]


@pytest.mark.parametrize(("typed", "block", "words"), BEGINNINGS)
def test_a_paragraph_that_begins_as_another_block_is_one_line(
    typed: str, block: str, words: str
) -> None:
    (line,) = made_up.read(*made_up.changed("cranes.md", "Paint helps.", f"{typed}\nIt helps."))[1]
    shown = " ".join(typed.split())
    what = f"docs/cranes.md:15: '{shown}' begins {block} in paragraph p3"
    assert line == f"{what}; write '{words}'"


@pytest.mark.parametrize(("typed", "block", "words"), BEGINNINGS)
def test_it_is_one_line_in_the_first_paragraph_of_the_edition(
    typed: str, block: str, words: str
) -> None:
    (line,) = made_up.read(*made_up.changed("index.md", "The harbour[^1]", f"{typed}[^1]"))[1]
    assert line.startswith("docs/index.md:11: '") and "in paragraph p1; write '" in line


@pytest.mark.parametrize("typed", ["1. Old.", "- Old.", "# 5", "> Old."])
def test_a_further_line_that_begins_another_block_is_one_line(typed: str) -> None:
    (line,) = made_up.read(*made_up.changed("cranes.md", "Paint helps.", f"It is.\n{typed}"))[1]
    assert (
        line.startswith("docs/cranes.md:16: '")
        and " in paragraph p3; write '\\" in line
        or "1\\" in line
    )
    assert ", or '{ #p3 }' and an empty line above a" in line


@pytest.mark.parametrize(
    "typed", [r"1902\. That year", r"12\) That", r"\- That", r"\# 5", r"\> That", r"\+ 5"]
)
def test_what_the_line_says_to_write_is_read_as_words(typed: str) -> None:
    edition, said = made_up.read(*made_up.changed("cranes.md", "Paint helps", typed))
    text = edition.page["cranes.md"].paragraphs[1].text
    assert (text, said) == (f"{typed.replace(chr(92), '')}.", [])


@pytest.mark.parametrize(
    "typed",
    ["1902. That", "12) That", "1.10 m", "2019-05-01 is a day", "5 # 6", "a. That", "IV. That"],
)
def test_a_number_in_the_middle_of_a_paragraph_is_no_list(typed: str) -> None:
    assert made_up.read(*made_up.changed("cranes.md", "Paint helps.", f"It is.\n{typed}."))[1] == []


LISTS = [
    ("1902. Old.", 0, r"'1902. Old.' begins a list; write '1902\. Old.', or in a list '1. Old.'"),
    ("1) Old.", 0, r"'1) Old.' begins a list; write '1\) Old.', or in a list '1. Old.'"),
    ("1. Old.\n3. New.", 1, r"'3. New.' begins an item; write '3\. New.', or in a list '2. New.'"),
    ("- Old.\n\n  New.", 2, "'New.' seems to belong to the item of a list above it; begin it 4 blanks deep, not 2"),
    ("- Old.\n  - New.", 1, "'- New.' seems to belong to the item of a list above it; begin it 4 blanks deep, not 2"),
    ("1. Old.\n\n   New.", 2, "'New.' seems to belong to the item of a list above it; begin it 4 blanks deep, not 3"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "below", "said"), LISTS)
@pytest.mark.parametrize(
    ("file", "old", "line"), [("about.md", "See", 8), ("cranes.md", "The copy", 20)]
)
def test_a_list_that_is_read_in_two_ways_is_one_line(
    typed: str, below: int, said: str, file: str, old: str, line: int
) -> None:
    report = made_up.read(*made_up.changed(file, old, f"{typed}\n\n{old}"))[1]
    assert report == [f"docs/{file}:{line + below}: {said}"]


@pytest.mark.parametrize(
    "typed",
    [
        "1. a\n2. b",
        "1. a\n1. b",
        "- a\n\n    b",
        "- a\n    - b\n    - c",
        "* a\n* b",
        "1. a\n\n2. b",
    ],
)
def test_a_list_that_both_read_alike_stands(typed: str) -> None:
    assert made_up.read(*made_up.changed("about.md", "See", f"{typed}\n\nSee"))[1] == []


@pytest.mark.parametrize("fence", ["```", "~~~", "````"])
@pytest.mark.parametrize("info", ["py", " python", "{.py}", "text title=x"])
def test_a_language_of_fenced_code_is_one_line(fence: str, info: str) -> None:
    typed = f"{fence}{info}\nx = 1\n{fence}\n\nSee"
    (line,) = made_up.read(*made_up.changed("about.md", "See", typed))[1]
    what = f"docs/about.md:8: '{info.strip()}' after the '{fence}' of a code block"
    assert line == f"{what}; write '{fence}' alone"
