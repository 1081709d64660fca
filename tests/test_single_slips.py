"""A slip of the hand, such as a sign too many or too few, is one line, whatever else it makes unreadable."""

import pytest

import everything
import made_up

TEXTS = {**made_up.FILES, "cranes.md": everything.CHAPTER}
WRITE = "is no edge of an editor's note; write"
SLIPS = [
    ("index.md", "---\ntitle", "--\ntitle", 1, "no front matter; begin the file with '---', 'title: \"…\"', '---'"),
    ("index.md", "---\ntitle", "---\n---\ntitle", 1,
     "front matter is empty; write 'title: \"…\"' between the two lines '---', or delete one of them"),
    ("about.md", '"About"\n', '"About" ', 2, "'title' in front matter is no plain text; "
     "put it in double quotes: 'title: \"About\\\" description: \\\"Who made it.\"'"),
    ("index.md", "## Begin { #begin }", "## Begin { begin }", 9,
     "'## Begin { begin }' gives the heading no id; write '## Begin { #begin }'"),
    ("index.md", "## Begin { #begin }", "## Begin { #begin }}", 9,
     "'## Begin { #begin }}' gives the heading no id; write '## Begin { #begin }'"),
    ("cranes.md", "## Paint { #paint }", "## Paint { ##paint }", 31,
     "'## Paint { ##paint }' gives the heading no id; write '## Paint { #paint }'"),
    ("cranes.md", "## Paint { #paint }", "## Paint #paint", 31,
     "'## Paint #paint' gives the heading no id; write '## Paint { #paint }'"),
    ("index.md", "{ #p1 }", "{ p1 }", 14, "'{ p1 }' gives no paragraph an id; write '{ #p1 }'"),
    ("index.md", "{ #p1 }", "{ ##p1 }", 14, "'{ ##p1 }' gives no paragraph an id; write '{ #p1 }'"),
    ("cranes.md", "{ #p2 }", "{ #p2 }}", 12, "'{ #p2 }}' gives no paragraph an id; write '{ #p2 }'"),
    ("cranes.md", "{ #p4 }", "{{ #p4 }", 52, "'{{ #p4 }' gives no paragraph an id; write '{ #p4 }'"),
    ("cranes.md", "{ #p3 }", "{ #p3", 35, "'{ #p3' gives no paragraph an id; write '{ #p3 }'"),
    ("cranes.md", "{ #p3 }", "[#p3]", 35, "'[#p3]' gives no paragraph an id; write '{ #p3 }'"),
    *(("cranes.md", "{ #p3 }", typed, 35, f"'{typed}' gives no paragraph an id; write '{{ #p3 }}'")
      for typed in ("{ #P3 }", "{: #p3 }", "{ # p3 }", "#p3", "{ #p3 }.", "{ #p3 .x }", "( #p3 )", "{ #p 3 }",
                    "{ #р3 }")),
    ("cranes.md", "{ #p3 }", "{ #p2 }", 33, "paragraph id 'p2' is doubled or out of order; here follows p3 or p2a; "
     "a published id is never given to another paragraph"),
    ("cranes.md", "## Paint", "### Paint", 31,
     "a heading of level 3 below one of level 1; write '## Paint { #paint }'"),
    ("cranes.md", "## Paint", "##", 31, "a heading without words; write '## Title { #paint }'"),
    ("cranes.md", '"3–9"', "9–3", 7, "holds notes 3–9, its front matter says 9–3; write 'notes: \"3–9\"'"),
    ("cranes.md", '"3–9"', "0", 7, "holds notes 3–9, its front matter says 0; write 'notes: \"3–9\"'"),
    ("index.md", "harbour[^1]", "harbour[^^1]", 11,
     "note [^^1] is not defined; did you mean [^1], to which no mark leads?"),
    ("index.md", "harbour[^1]", "harbour[^2]", 11,
     "note [^2] is not defined; did you mean [^1], to which no mark leads?"),
    ("index.md", "existed.[@fox", "existed.[fox", 12,
     "'[fox-2001-ships, pp. 3–5]' is no citation; write '[@fox-2001-ships, pp. 3–5]'"),
    ("cranes.md", "/// editor", "// editor", 44, f"'// editor' {WRITE} '/// editor'"),
    ("cranes.md", "/// editor", "//// editor", 44, f"'//// editor' {WRITE} '/// editor'"),
    ("cranes.md", "/// editor", "///editor", 44, f"'///editor' {WRITE} '/// editor'"),
    ("cranes.md", "/// editor", "/// Editor's note", 44, f"'/// Editor's note' {WRITE} '/// editor'"),
    ("cranes.md", "/// editor\n", "\n", 49, "'///' closes nothing; open the note with '/// editor'"),
    ("cranes.md", "paint.\n///", "paint.\n", 44, "editor's note is not closed; end it with '///' on a line"),
    ("cranes.md", "paint.\n///", "paint.\n//", 49, f"'//' {WRITE} '///'"),
    ("cranes.md", "paint.\n///", "paint.\n////", 49, f"'////' {WRITE} '///'"),
    ("cranes.md", "paint.\n///", "paint.\n///\n///", 50, "'///' closes nothing; open the note with '/// editor'"),
    ("cranes.md", "(cranes.md#p3)", "(cranes.mdp3)", 11,
     "link to unknown page 'cranes.mdp3'; did you mean 'cranes.md'?"),
    ("cranes.md", "(#p2)", "(##p2)", 34, "link to unknown id 'cranes.md##p2'; did you mean 'p2'?"),
    ("cranes.md", "Answered in para. 3", "Answered in praa. 3", 11, "'Answered in praa. 3' names no paragraph; "
     "write 'Answered in para. 3'"),
    ("cranes.md", "Answers para. 2", "Answers p2", 34, "'Answers p2' names no paragraph; write 'Answers para. 2'"),
    ("cranes.md", "[Answered in", "As said, [answered in", 11, "'answered in para. 3' beside words; "
     "write all relations alone on the last line of the paragraph: '[answered in para. 3](cranes.md#p3).'"),
    ("cranes.md", "[Answers para. 2](#p2).", "([Answers para. 2](#p2))", 34, "'Answers para. 2' beside words; "
     "write all relations alone on the last line of the paragraph: '[Answers para. 2](#p2).'"),
    ("cranes.md", "[Answers para. 2](#p2).", "[Answers para. 2](#p2).\nIt does.", 34,
     "'Answers para. 2' above the last line of its paragraph; "
     "write all relations alone on the last line of the paragraph: '[Answers para. 2](#p2).'"),
    ("cranes.md", "[Answers para. 2](#p2).\n{ #p3 }", "{ #p3 }\n[Answers para. 2](#p2).", 35,
     "'[Answers para. 2](#p2).' right below '{ #p3 }'; put it above '{ #p3 }'"),
    ("cranes.md", "{ #p2 }\n\n", "{ #p2 }\n", 13,
     "'- *Salt* water.[^4]' right below '{ #p2 }'; put an empty line between the two"),
    ("cranes.md", "{ #p4 }", "{ #p3a }\nMore.\n{ #p4 }", 53,
     "'More.' right below '{ #p3a }'; put an empty line between the two"),
    ("cranes.md", "{ #p4 }", "{ #p4 }\n{ #p5 }", 53, "'{ #p5 }' right below '{ #p4 }'; delete one of the two"),
    ("cranes.md", "p. 2]{", "p. 2{", 40,
     "a citation over two lines, or without its ']'; write it on one line, from '[@' to ']'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "line", "said"), SLIPS)
def test_a_slip_is_one_line(file: str, old: str, new: str, line: int, said: str) -> None:
    assert report(file, old, new) == [f"docs/{file}:{line}: {said}"]


@pytest.mark.parametrize(
    "typed", ["answers para. 2", "Answers\u00a0para.\u00a02", "Answers para.\u20092"]
)
def test_a_relation_is_read_with_any_blanks(typed: str) -> None:
    assert report("cranes.md", "Answers para. 2", typed) == []


DEFINED = "[^1]: A harbour is a place for ships. [@fox-2001-ships]"


@pytest.mark.parametrize(
    "typed",
    ["^1]:", "[1]:", "[^1:", "[^1]", "[[^1]:", "[^^1]:", "[^1]]:", "[^1]：", "[^1] :", "   [^1]:", "- [^1]:", "> [^1]:",
     "[^ 1]:", "[^1]-", "[^1]."],
)  # fmt: skip
def test_a_definition_that_is_none_by_a_sign_is_one_line(typed: str) -> None:
    words = "A harbour is old. [@fox-2001-ships]"
    (line,) = report("index.md", DEFINED, f"{typed} {words}")
    what = f"docs/index.md:16: '{typed.strip()} {words}' defines no note"
    assert line == f"{what}; write '[^1]: {words}'"


def test_a_colon_as_wide_as_a_chinese_character_needs_no_blank() -> None:
    (line,) = report("index.md", "[^1]: A", "［＾1］：A")
    assert "defines no note; write '[^1]: A harbour is" in line


def report(file: str, old: str, new: str) -> list[str]:
    """What is said of the edition with everything in it, in which one passage is changed."""
    texts = {**TEXTS, "references.bib": everything.BIB}
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    bib = texts.pop("references.bib").encode()
    return made_up.read({name: text.encode() for name, text in texts.items()}, bib)[1]


def test_a_mistyped_key_of_an_entry_is_one_line_that_names_each_place_that_cites_it() -> None:
    (line,) = report("references.bib", "@book{fox-2001-ships", "@book{fox-2001-shisp")
    others = ", ".join(f"docs/cranes.md:{number}" for number in (16, 28, 45, 57, 60))
    said = "docs/index.md:12: unknown source key 'fox-2001-ships', also in docs/index.md:16"
    assert line == f"{said}, {others}; did you mean 'fox-2001-shisp'?"


def test_a_source_that_is_cited_and_linked_to_is_one_line_where_its_key_is_mistyped() -> None:
    (line,) = report("references.bib", "@report{port-1900-charter", "@report{prot-1900-charter")
    assert "unknown source key 'port-1900-charter'; did you mean 'prot-1900-charter'?" in line
