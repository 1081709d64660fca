"""Explaining notes as scholars write them: several paragraphs, emphasis, links, citations at their end or amid them;
what a note cannot hold is one line."""

import pytest

import made_up
from edition.model import Note, inline
from edition.write.markdown import one_line

DEFINITION = "[^1]: A harbour is a place for ships. [@fox-2001-ships]\n"
FOX, GARCIA = "[@fox-2001-ships]", "[@garcia-2010-gruas, p. 7]"
IN_PLACE = "[Instituto del Puerto, Grúas (2010), p. 7]"


def read(definition: str) -> tuple[Note, list[str]]:
    """Note 1 by another definition, and what is reported of it."""
    edition, report = made_up.read(*made_up.changed("index.md", DEFINITION, f"{definition}\n"))
    return edition.notes[0], report


@pytest.mark.parametrize(
    ("definition", "says"),
    [
        (f"[^1]: First. {FOX}", ["First."]),
        (f"[^1]: First.\n    Second. {FOX}", ["First. Second."]),
        (f"[^1]: First.\nSecond. {FOX}", ["First. Second."]),
        (f"[^1]: First.\n\n    Second. {FOX}", ["First.", "Second."]),
        (f"[^1]: First.\n\n\tSecond. {FOX}", ["First.", "Second."]),
        (f"[^1]: First.\n\n\n    Second.\n\n    Third. {FOX}", ["First.", "Second.", "Third."]),
        (f"[^1]:\n    First. {FOX}", ["First."]),
        (f"[^1]: 见《丝路》。{FOX}", ["见《丝路》。"]),
        (f"[^1]: First. {GARCIA} {FOX}", ["First."]),
        (f"[^1]: First. {GARCIA}; {FOX}.", ["First."]),
        (f"[^1]: “First.” {FOX}", ["“First.”"]),
        (FOX.join(["[^1]: ", ""]), []),
        (f"[^1]: 1902\\. That year. {FOX}", ["1902. That year."]),
        (f"[^1]: As {GARCIA} has it, so. {FOX}", [f"As {IN_PLACE} has it, so."]),
        (f"[^1]: See {GARCIA}.", [f"See {IN_PLACE}."]),
        (f"[^1]: See *the report* {GARCIA}", [f"See the report {IN_PLACE}"]),
        (f"[^1]: First.{GARCIA}\n\n    Second. {FOX}", [f"First. {IN_PLACE}", "Second."]),
    ],
)
def test_what_a_note_says_stands_before_what_it_cites(definition: str, says: list[str]) -> None:
    note, report = read(definition)
    assert ([inline.plain(part) for part in note.explanation], report) == (says, [])
    assert len(note.citations) == definition.count("[@")


def test_a_note_holds_what_a_paragraph_holds() -> None:
    typed = "*Maps*, **old**, `x`, [p](cranes.md#p2), [y](https://y.org 'Z'), \\@us."
    note, report = read(f"[^1]: {typed} {FOX}")
    (part,) = note.explanation
    assert report == [] and [link.address for link in note.links] == [
        "cranes.md#p2",
        "https://y.org",
    ]
    assert (
        one_line(part) == '*Maps*, **old**, `x`, [p](cranes.md#p2), [y](https://y.org "Z"), \\@us.'
    )


@pytest.mark.parametrize(
    ("below", "line", "what"),
    [
        ("\n\n    - a\n    - b", 18, "a list"),
        ("\n- a", 17, "a list"),
        ("\n\n    1. a", 18, "a list"),
        ("\n\n    | a |\n    |---|\n    | b |", 18, "a table"),
        ("\n\n    > a", 18, "a quotation"),
        ("\n\n        a", 18, "a code block"),
        ("\n\n    ```\n    a\n    ```", 18, "a code block"),
        ("\n\n    ***", 18, "a rule"),
        ("\n\n    ## A { #a }", 18, "a heading"),
    ],
)
def test_a_note_holds_paragraphs_alone(below: str, line: int, what: str) -> None:
    (said,) = read(f"[^1]: First. {FOX}{below}")[1]
    assert said.startswith(f"docs/index.md:{line}: {what} in note [^1]; write it in sentences")


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ("[^1]: First.[^2] [@fox-2001-ships]",
         "16: the mark of a note, [^2], in a note; say what it says in the note itself, with its citation"),
        ("[^1]: First.\n\n  Second. [@fox-2001-ships]",
         "18: a paragraph of note [^1], or of the page, that begins with blanks; "
         "begin it four blanks deep, if it is the note's, else at the start of its line"),
        ("/// editor\nSo.\n\n[^1]: First. [@fox-2001-ships]\n///",
         "19: the definition of note [^1] in an editor's note; put it below '///', or at the page's end"),
        ("[^one]: First. [@fox-2001-ships]",
         "11: note [^1] is not defined; did you mean [^one], to which no mark leads?"),
        ("[^1]: First.\n\n    Second. [@fox-2001-ships]\n\n    { #p1a }",
         "20: '{ #p1a }' in note [^1]; take it out: a note has no id"),
        ("[^1]: 1902. That year. [@fox-2001-ships]",
         "16: a list in note [^1]; write it in sentences, "
         "or, if it is none, write '[^1]: 1902\\. That year. [@fox-2001-ships]'"),
        ("[^1]: - So. [@fox-2001-ships]",
         "16: a list in note [^1]; write it in sentences, or, if it is none, write '[^1]: \\- So. [@fox-2001-ships]'"),
        ("[^1]:", "16: note [^1] says nothing; write it: '[^1]: Words. [@key, p. 5]'"),
        ("[^1]: First.", "11: note [^1] names no source; end its definition with '[@key]'"),
        ("[^1]: First.\n\n    So [@nobody] says. [@fox-2001-ships]",
         "18: unknown source key 'nobody'; add it to references.bib, or write '\\@nobody' for an account's name"),
        ("[^1]: First.\n    See [x](cranes.md#nope). [@fox-2001-ships]",
         "17: link to unknown id 'cranes.md#nope'; link to an id that cranes.md has"),
        ("[^1]: First [@fox-*2001*-ships].",
         "16: markup inside [@fox-2001-ships]; write citations in plain text"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_note_is_one_line(definition: str, said: str) -> None:
    assert read(definition)[1] == [f"docs/index.md:{said}"]


def test_a_paragraph_right_below_a_note_is_one_line() -> None:
    definition = f"[^1]: First. {FOX}\nShips called.\n{{ #p1a }}"
    what, remedy = "a paragraph right below note [^1]", "put an empty line between the two"
    assert read(definition)[1] == [f"docs/index.md:17: {what}; {remedy}"]


def test_fenced_code_defines_no_note() -> None:
    sample = "```\n[^1]: Words.\n```"
    edition, report = made_up.read(*made_up.changed("about.md", "See", f"{sample}\n\nSee"))
    assert report == [] and sample in edition.page["about.md"].body


def test_python_markdown_sees_no_part_of_a_definition() -> None:
    typed = f"[^1]: First.\nSecond.\n\n    Third. {FOX}\n"
    edition, _ = made_up.read(*made_up.changed("index.md", DEFINITION, typed))
    assert not {"First", "Second", "Third"} & {*edition.chapters[0].body.replace(".", " ").split()}


def test_a_link_in_a_note_refers_from_the_paragraph_of_its_mark() -> None:
    typed = f"[^1]: See [para. 2](cranes.md#p2). {FOX}\n"
    edition, report = made_up.read(*made_up.changed("index.md", DEFINITION, typed))
    found = [r.paragraph.id for r in edition.referrers["p2"] if r.paragraph]
    assert report == [] and found[0] == "p1"


def test_a_source_that_a_note_names_is_used() -> None:
    files, bib = made_up.changed(
        "index.md", "The [Port Charter](sources.md#port-1900-charter)", "It"
    )
    named = f"As the [Charter](sources.md#port-1900-charter) says. {FOX}"
    files["index.md"] = files["index.md"].replace(
        b"A harbour is a place for ships. [@fox-2001-ships]", named.encode()
    )
    edition, report = made_up.read(files, bib)
    (use,) = edition.uses["port-1900-charter"]
    assert report == [] and (use.paragraph.id, use.sentence) == ("p1", "The harbour is old.")
