"""What other dialects of Markdown, TeX and HTML have is never printed as it is typed: one line says what to write."""

import pytest

import made_up

NOTE = "with the note's number, and at the end of the page"
EDITOR = "write '/// editor', its sentences and '///', each on lines of their own"
UNICODE = "in letters and signs of Unicode"
FORMS = [
    ("old^[Very old.]", "^[Very old.]", f"write '[^4a]', {NOTE} '[^4a]: Very old. [@key]'"),
    ("CO~2~", "CO~2~", "write 'CO₂'"),
    ("m^2^", "m^2^", "write 'm²'"),
    ("2^nd^", "2^nd^", "write '2nd'"),
    ("x^n^", "x^n^", "write 'xⁿ'"),
    ("H<sub>2</sub>O", "H<sub>2</sub>O", "write 'H₂O'"),
    ("m<SUP>2</SUP>", "m<SUP>2</SUP>", "write 'm²'"),
    ("***old paint***", "***old paint***", "write '**_old paint_**'"),
    ("**旧。**漆", "**旧。**", "write '**旧**。'"),
    ("*“old”*s", "*“old”*", "write '“*old*”'"),
    ("2*3*4 m", "2*3*4", "write '2 × 3 × 4'"),
    ("==old paint==", "==old paint==", "write '*old paint*'"),
    ("++old++", "++old++", "write '*old*'"),
    ("~~old~~", "~~old~~", "take it out, or write 'old'"),
    ("{++old++}", "{++old++}", "write 'old'"),
    ("{~~old~>new~~}", "{~~old~>new~~}", "write 'new'"),
    ("[[cranes]]", "[[cranes]]", "write '[cranes](page.md)'"),
    ("![[cranes|the cranes]]", "![[cranes|the cranes]]", "write '[the cranes](page.md)'"),
    ("{{ title }}", "{{ title }}", "write the words themselves: nothing fills them in"),
    ("$x^2$", "$x^2$", f"write 'x^2', {UNICODE}"),
    ("$n$", "$n$", f"write 'n', {UNICODE}"),
    ("$$ a+b $$", "$$ a+b $$", f"write 'a+b', {UNICODE}"),
    (r"\(a+b\)", r"\(a+b\)", f"write 'a+b', {UNICODE}"),
    (r"\emph{Maps}", r"\emph{Maps}", "write '*Maps*'"),
    (r"\textbf{Maps}", r"\textbf{Maps}", "write '**Maps**'"),
    (r"\cite{fox, lee}", r"\cite{fox, lee}", "write '[@fox; @lee]'"),
    (r"\autocite[5]{fox}", r"\autocite[5]{fox}", "write '[@fox]'"),
    (r"\footnote{Old.}", r"\footnote{Old.}", f"write '[^4a]', {NOTE} '[^4a]: Old. [@key]'"),
    (r"\textsc{Un}", r"\textsc{Un}", "write 'Un'"),
    ("``old''", "``old''", "write '“old”'"),
    ("''Maps''", "''Maps''", "write '*Maps*'"),
    ("<i>Maps</i>", "<i>Maps</i>", "write '*Maps*'"),
    ('<span class="x">Maps</span>', '<span class="x">Maps</span>', "write 'Maps'"),
    ("one<br/>two", "<br/>", "begin a new line or a new paragraph"),
    ("<!-- old -->", "<!-- old -->", "delete it: a page holds no comments"),
    ("%% old %%", "%% old %%", "delete it: a page holds no comments"),
    ("1900--1902", "--", "write '–' or '—', or in code where a program has it"),
    ("old --- very", "---", "write '–' or '—', or in code where a program has it"),
    ("[oil] (https://e.org/a)", "[oil] (https://e.org/a)", "write '[oil](https://e.org/a)'"),
    ("(oil)[about.md#rules]", "(oil)[about.md#rules]", "write '[oil](about.md#rules)'"),
    ("[oil]（about.md）", "[oil]（about.md）", "write '[oil](about.md)'"),
    ("[oil](https://e.org/a b)", "[oil](https://e.org/a b)", "write '[oil](https://e.org/a%20b)'"),
    ("<www.e.org>", "<www.e.org>", "write '[words](https://www.e.org)'"),
    ("<https://e.org/é>", "<https://e.org/é>", "write '[words](https://e.org/%C3%A9)'"),
    ("<https://e.org/%C3%A9>", "<https://e.org/%C3%A9>", "write '[words](https://e.org/%C3%A9)'"),
    (r"5 \% of", r"\%", "write '%'"),
    (r"\alpha", r"\alpha", "write the letter or the sign itself, or code"),
    (r"\href{https://e.org}{oil}", r"\href{https://e.org}{oil}", "write '[oil](https://e.org)'"),
    ("x^{2}", "x^{2}", "write 'x²'"),
    ("H_{2}O", "H_{2}O", "write 'H₂O'"),
    (":smile:", ":smile:", "write the sign or the word itself"),
    ("//Maps//", "//Maps//", "write '*Maps*'"),
    ("`old'", "`old'", "write '‘old’'"),
    ("[oil]https://e.org", "[oil]https://e.org", "write '[oil](https://e.org)'"),
    ("[oil](https://e.org", "[oil](https://e.org", "write '[oil](https://e.org)'"),
    ("[oil](https://e.org/\u00a0a)", "[oil](https://e.org/ a)", "write '[oil](https://e.org/%20a)'"),
    ("<!-- old", "<!-- old", "delete it: a page holds no comments"),
    ("\n\n::: note", "::: note", EDITOR),
    ('\n\n!!! note "Old"', '!!! note "Old"', EDITOR),
    ("\n\n> [!NOTE]", "> [!NOTE]", EDITOR),
    ("\n\n[TOC]", "[TOC]", "delete it: each page lists its headings"),
    ("\n\n- [ ] paint", "- [ ] paint", "write '- paint'"),
    ("\n: paint", ": paint", "write what it explains and 'paint' in one sentence"),
    ("\n\n*[UN]: United Nations", "*[UN]: United Nations", "write 'UN (United Nations)' where it stands first"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "shown", "remedy"), FORMS)
def test_a_form_that_would_be_printed_is_one_line(typed: str, shown: str, remedy: str) -> None:
    (line,) = made_up.read(*made_up.changed("about.md", "See", f"See {typed}\n"))[1]
    number = 8 + typed.count("\n")
    assert (
        line == f"docs/about.md:{number}: '{shown}' is no Markdown that the edition reads; {remedy}"
    )


@pytest.mark.parametrize("typed", ["CO~2~", "==old==", "^[Old.]", "<sub>2</sub>", "{++x++}"])
@pytest.mark.parametrize(
    ("file", "old"),
    [("cranes.md", "Cranes rust"), ("cranes.md", "The copy"), ("index.md", "A harbour is")],
)
def test_it_is_one_line_wherever_it_stands(file: str, old: str, typed: str) -> None:
    (line,) = made_up.read(*made_up.changed(file, old, f"{old} {typed}"))[1]
    assert f"'{typed}' is no Markdown that the edition reads" in line


KEPT = [
    "`CO~2~`", "``x ` ==y==``", "costs $5 or US$6", "US$ and R$ are", "between $5m and $6m", "C++ and C++",
    "~5 m, ~6 m", "**旧**。漆", "a \\{b\\} c", "*旧*漆", "**old.** So", "“*old*”", "***old** paint*", "2 * 3 * 4",
    "2 < 3 and 3 > 2", "a = b == c", "[sic]", "[words](https://e.org/a--b/~c~/d==e==)",
    "https://e.org/~a~b--c", "<https://e.org/x--y>", "me@e.org", "the '90s and '80s", "“a” – b — c …", "5 * 3", "a^b",
    "&nbsp;&amp;&copy;", "[[1]](https://e.org)", "100%% sure", "x (about.md)", "R&D", "3 ± 1 m²", "(see above) [sic]",
]  # fmt: skip


@pytest.mark.parametrize("typed", KEPT)
def test_what_means_nothing_else_is_text(typed: str) -> None:
    assert made_up.read(*made_up.changed("about.md", "See", f"See {typed} and"))[1] == []


@pytest.mark.parametrize("fenced", ["```\nCO~2~ --x\n```", "~~~\n==x==\n~~~", "    CO~2~ {{ x }}"])
def test_code_is_left_as_it_is(fenced: str) -> None:
    assert made_up.read(*made_up.changed("about.md", "See", f"Such:\n\n{fenced}\n\nSee"))[1] == []


@pytest.mark.parametrize(
    ("name", "character"),
    [
        ("&shy;", "U+00AD (soft hyphen)"),
        ("&#8203;", "U+200B (zero width space)"),
        ("&#x202E;", "U+202E (right-to-left override)"),
        ("&zwj;", "U+200D (zero width joiner)"),
    ],
)
def test_a_name_of_what_nobody_sees_is_one_line(name: str, character: str) -> None:
    (line,) = made_up.read(*made_up.changed("about.md", "See", f"See{name} "))[1]
    assert line == f"docs/about.md:8: '{name}' is the character {character}; delete it"
