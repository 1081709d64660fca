"""Front matter is text: each value is what was typed, or one line says how to write it."""

import pytest
from lxml import html

import made_up
from edition.problems import Problems
from edition.read.front_matter import FrontMatter, split_front_matter
from project import Copies, built, spoil

AS_TYPED = [
    "No", "On", "yes", "~", "null", "NULL", "true", "1.10", "007", "0x1F", "0o17", "1e3", ".5", ".inf", "-1", "+1",
    "1_000", "12:30", "12:30:45", "2019-05-01", "2019-05-01 12:00:00", "1902", "=", "Cranes, 2nd ed.", "Berth#5",
    "C:x", "a - b", "-x", "?x", "It's", 'say "x"', "a @b", "R&D", "5*3", "50%", "x!", "a|b", "中文：题", "née",
]  # fmt: skip
OTHERWISE = [
    ("'quoted'", "quoted"),
    ('"Berth #5"', "Berth #5"),
    ('"C: x"', "C: x"),
    ('"a \\"b\\" \\u00e9"', 'a "b" é'),
    ("'It''s'", "It's"),
    ('"“Cranes”"', "“Cranes”"),
    ("  Cranes  ", "Cranes"),
    ("\tCranes\t", "Cranes"),
    ("\u00a0Cranes\u00a0", "Cranes"),
    ("Cranes\r", "Cranes"),
    ("Old\n  cranes", "Old cranes"),
    (">\n  Old\n  cranes", "Old cranes"),
    ("|\n  Cranes", "Cranes"),
    ('"Old\n  cranes"', "Old cranes"),
    ('"Old" # a comment', "Old"),
    ("Old\n# a comment", "Old"),
    ("cafe\u0301", "café"),
]


def read(value: str, name: str = "title") -> tuple[FrontMatter, list[str]]:
    problems = Problems()
    front, _ = split_front_matter(f"---\n{name}: {value}\n---\n", "x.md", problems)
    return front, problems.report()


@pytest.mark.parametrize("value", AS_TYPED)
def test_a_value_is_the_text_that_was_typed(value: str) -> None:
    front, said = read(value)
    assert (front.values, said) == ({"title": value}, [])


@pytest.mark.parametrize(("typed", "value"), OTHERWISE)
def test_quotation_marks_blanks_and_folded_lines_are_read_as_yaml_has_them(
    typed: str, value: str
) -> None:
    files, bib = made_up.changed("about.md", '"About"', typed)
    edition, said = made_up.read(files, bib)
    assert (edition.page["about.md"].title, said) == (value, [])


NO_TEXT = [
    "Cranes: a history", "C: x", "@x", "`x`", "*x", "*x y", "&x y", "&x", "!x", "!!str x", "%x", "- x", "? x", "[x]",
    "{x}", "[a, b", "{{ x }}", "|x", "> x", ", x", "] x", "Old cranes:", "a: b: c", "!x y", "<<: x",
]  # fmt: skip


@pytest.mark.parametrize("value", NO_TEXT)
def test_what_yaml_makes_something_else_of_is_one_line(value: str) -> None:
    front, said = read(value)
    what = "'title' in front matter is no plain text"
    assert said == [f"x.md:2: {what}; put it in double quotes: 'title: \"{value}\"'"]
    assert front.values == {"title": value}


MENDED = [
    ('"He said "x""', "is no plain text", 'put it in double quotes: \'title: "He said \\"x\\""\''),
    ("'It's'", "is no plain text", "put it in double quotes: 'title: \"It's\"'"),
    ('"C:\\path"', "is no plain text", "put it in double quotes: 'title: \"C:\\\\path\"'"),
    ('"Old', "is no plain text", 'put it in double quotes: \'title: "\\"Old"\''),
    ("Berth #5", "ends before its '#'", "put it in double quotes: 'title: \"Berth #5\"'"),
    ("# 5", "ends before its '#'", "put it in double quotes: 'title: \"# 5\"'"),
    ("Old: a\n  b", "is no plain text", "put it in double quotes: 'title: \"Old: a b\"'"),
    ("\n  - a\n  - b", "is no plain text", "put it in double quotes: 'title: \"- a - b\"'"),
    ("|\n  Old\n  ones", "has more than one line", "write it on one: 'title: \"Old ones\"'"),
    ('"Old\\nones"', "has more than one line", "write it on one: 'title: \"Old ones\"'"),
]


@pytest.mark.parametrize(("value", "what", "remedy"), MENDED)
def test_a_value_is_mended_in_its_own_words(value: str, what: str, remedy: str) -> None:
    assert read(value)[1] == [f"x.md:2: 'title' in front matter {what}; {remedy}"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("“Old”", "stands in the quotation marks “”; put it in double quotes: 'title: \"Old\"', "
         "or with them: 'title: \"“Old”\"'"),
        ('"O\\u200bld"', "holds the character U+200B (zero width space); delete it: 'title: \"Old\"'"),
        ('"Old\\x00"', "holds the character U+0000 (control character); delete it: 'title: \"Old\"'"),
        ('"Old\\ud800"', "holds the character U+D800 (half a character); delete it: 'title: \"Old\"'"),
    ],
)  # fmt: skip
def test_signs_that_are_no_text_are_named(value: str, said: str) -> None:
    assert read(value)[1] == [f"x.md:2: 'title' in front matter {said}"]


ALONE = [
    ("title: a\ntitle: b", 3, "'title' stands twice in front matter, first on line 2; delete one of the two lines"),
    ("title: a\n\"title\": b", 3, "'title' stands twice in front matter, first on line 2; delete one of the two lines"),
    ("title : a\n'title' : b", 3, "'title' stands twice in front matter, first on line 2; delete one of the two lines"),
    ("title: a\nOld cranes", 3, "'Old cranes' in front matter has no name; "
     "where it goes on with the line above, begin it with a blank: ' Old cranes'"),
    ("title:About", 2, "'title:About' in front matter is no name with its value; write 'title: \"About\"'"),
    ("title = About", 2, "'title = About' in front matter is no name with its value; write 'title: \"About\"'"),
    ("- title: About", 2, "'- title: About' in front matter is no name with its value; write 'title: \"About\"'"),
    ('title:"About"', 2, "'title:\"About\"' in front matter is no name with its value; write 'title: \"About\"'"),
    ("{title: About}", 2, "'{title: About}' in front matter is no name with its value; write 'title: \"About\"'"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "line", "said"), ALONE)
def test_a_name_that_is_none_or_stands_twice_is_one_line(lines: str, line: int, said: str) -> None:
    problems = Problems()
    split_front_matter(f"---\n{lines}\n---\n", "x.md", problems)
    assert problems.report() == [f"x.md:{line}: {said}"]


@pytest.mark.parametrize(
    "lines",
    [
        "title: Old: ones",
        "titel: Old",
        "Title: Old",
        "title:Old",
        "title Old",
        "title: [Old]",
        "title: Old\ntitle: New",
        "title: Old\n<<: {title: New}",
        "title: Old\n1: x",
        "title: Old\ntrue: x",
        "title: Old\nhide: [navigation]",
        "title: Old\ntemplate: main.html",
        "title: Old\n[a]: x",
        "title: Old\n? x",
        "title: Old\nOld cranes\nand new\nand more",
        'title: "Old',
        "title:",
        "title: # 5",
        "title: ~: x",
    ],
)
def test_of_one_mistake_there_is_one_line(lines: str) -> None:
    files, bib = made_up.changed("index.md", 'title: "Introduction"', lines)
    assert len(made_up.read(files, bib)[1]) == 1, made_up.read(files, bib)[1]


MARKUP = [
    ("*Cranes* lift.", "would show its signs of Markdown", "Cranes lift."),
    ("_Cranes_ lift.", "would show its signs of Markdown", "Cranes lift."),
    ("[lift](#p2)", "would show its signs of Markdown", "lift"),
    ("Cranes&nbsp;lift", "would show its signs of Markdown", "Cranes\u00a0lift"),
    (
        "Cranes [@fox-2001-ships] lift",
        "would show ' [@fox-2001-ships]', and cites nothing",
        "Cranes lift",
    ),
    ("Cranes[^1] lift", "would show '[^1]', and cites nothing", "Cranes lift"),
    ("CO~2~", "would show 'CO~2~'", "CO~2~"),
]


@pytest.mark.parametrize(("typed", "what", "words"), MARKUP)
@pytest.mark.parametrize("name", ["title", "description", "standfirst", "claim"])
def test_markup_in_front_matter_is_one_line(name: str, typed: str, what: str, words: str) -> None:
    old = {
        "title": "Cranes",
        "description": "What cranes do.",
        "standfirst": "Cranes lift.",
        "claim": "cranes lift.",
    }[name]
    (line,) = made_up.read(*made_up.changed("cranes.md", f'{name}: "{old}"', f'{name}: "{typed}"'))[
        1
    ]
    remedy = f"write it in words alone: '{name}: \"{words}\"'"
    assert line.split(": ", 1)[1].replace(
        "\u00a0", " "
    ) == f"'{name}' in front matter {what}; {remedy}".replace("\u00a0", " ")


def test_what_mkdocs_reads_of_front_matter_is_the_text_that_was_typed(
    small_copies: Copies,
) -> None:
    small = small_copies()
    spoil(small, "docs/about.md", 'title: "About"', "title: No")
    spoil(small, "docs/cranes.md", 'title: "Cranes"', "title: 12:30")
    spoil(small, "docs/cranes.md", 'claim: "cranes lift."', "claim: 1.10")
    site = built(small)
    home = (site / "index.html").read_text(encoding="utf-8")
    links = " ".join(a.text_content() for a in html.fromstring(home).xpath("//nav//a"))
    assert {"No", "12:30"} <= {*links.split()}
    assert '<span class="claim">1.10</span>' in home
    assert "<title>No" in (site / "about/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("typed", ["a < b & c > d", "the <title> of it", "5 * 3 #4", "R&D, [sic]"])
def test_signs_that_are_no_markdown_are_words_in_front_matter(typed: str) -> None:
    files, bib = made_up.changed("cranes.md", '"What cranes do."', f'"{typed}"')
    edition, report = made_up.read(files, bib)
    assert (report, edition.chapters[1].meta["description"]) == ([], typed)
