"""Citations are read by a grammar of ours, and by the parser of mkdocs-bibtex as well: both must read the same."""

from types import SimpleNamespace

import pytest

import made_up
import python_markdown
import real
from edition.model.locators import printed
from edition.problems import Problems
from edition.read.marks.citation_marks import marks_in
from edition.rules.agreement import other_keys
from edition.words import ENGLISH
from page_text import PageText

MEND = "write '[@key, p. 5]', several separated by ';', and no '@' in other brackets"


def keys(prose: str) -> tuple[list[str], list[str]]:
    """The keys that a line cites, and what is wrong with it."""
    problems = Problems()
    marks = marks_in(prose, 1, problems.of("docs/x.md"))
    return [citation.key for mark in marks for citation in mark.citations], [
        p.what for p in problems
    ]


@pytest.mark.parametrize(
    ("prose", "cited"),
    [
        ("So.[@a]", ["a"]),
        ("So.[@a, pp. 1–2; @b-c, p. 5]", ["a", "b-c"]),
        ("So[@a] it is.[@b;@c]", ["a", "b", "c"]),
        ("Write to [a@b.org] or a@b.org.", []),
    ],
)
def test_what_stands_between_brackets_is_cited(prose: str, cited: list[str]) -> None:
    assert keys(prose) == (cited, [])


UNREAD = {
    "[@a,]": "write '[@a]': the style sets the stop", "[@a;]": "write '[@a]'", "[@a; ;@b]": "write '[@a; @b]'",
    "[@a; p. 5]": "write '[@a, p. 5]'", "[p. 5; @a]": "write '[p. 5, @a]'", "[@a @b]": "write '[@a; @b]'",
    "[@a and @b, p. 5]": "write '[@a; @b, p. 5]'", "[see @a, p. 3, @b]": "write '[see @a, p. 3; @b]'",
    "[see @a, p. 7, and also @b]": "write '[see @a, p. 7; and also @b]'",
    "[see @a, p. 7.]": "write '[see @a, p. 7]': the style sets the stop",
    "[@a, ; @b]": "write '[@a]': the style sets the stop",
    "[-@a]": "write '[@a]': a note names the author of its source",
    "[–@a]": "write '[@a]': a note names the author of its source",
    "[see -@a, p. 5]": "write '[see @a, p. 5]': a note names the author of its source",
}  # fmt: skip
"""What is no citation, each with how to write it."""
WRONG = {
    "[p. 5 @a]": "'p. 5' in '[p. 5 @a]' is no locator; let the locator follow the key: '[@a, p. 5]'",
    "[@a, S. 5]": "'S. 5' in '[@a, S. 5]' is no locator; write it as 'p. 5'",
    "@a": "'@a' is not a citation; write '[@a]' to cite a source, '\\@a' for an account's name",
    "@a [p. 33]": "'@a [p. 33]' is not a citation; "
    "name the author in words, and write '[@a, p. 33]' after what relies on it",
    "[^@a]": "'[^@a]' is neither a citation nor the mark of a note; write '[@a]'",
    "[@{a}, p. 5]": "'[@{a}, p. 5]' names no source; write '[@a, p. 5]'",
    "[@@a, p. 5]": "'[@@a, p. 5]' cannot be read as citations; write '[@a, p. 5]'",
    "[^4, ^5]": "'[^4, ^5]' is no mark of a note; write '[^4][^5]'",
    "[^4;5a]": "'[^4;5a]' is no mark of a note; write '[^4][^5a]'",
    "[@ a, p. 5]": "'[@ a, p. 5]' names no source; write '[@a, p. 5]'",
    "see:@a": "'@a' is not a citation; write '[@a]' to cite a source, '\\@a' for an account's name",
    "〔@a〕": "'@a' is not a citation; write '[@a]' to cite a source, '\\@a' for an account's name",
    "@a, p. 7": "'@a' is not a citation; write '[@a, p. 7]' to cite a source, '\\@a' for an account's name",
    "(see @a, p. 7; @b)": "'(see @a, p. 7; @b)' is not a citation; "
    "write '[see @a, p. 7; @b]', or '\\@' in an account's name",
    "(see [@a])": "'(see [@a])' parts 'see' from its source; write '[see @a]'",
    "[@a, p. 5 [@b]": "'[@a, p. 5' has no ']'; add it where the citation ends",
    "[@a: 33]": "': 33' in '[@a: 33]' is no locator; write '[@a, p. 33]'",
    "[@a, p. 3 [sic]]": "brackets within '[@a, p. 3 [sic]]'; "
    "write round ones, or none, inside the square brackets of a citation",
}  # fmt: skip
PLAIN = [
    "x@y.org",
    "<x@y.org>",
    "mailto:x@y.org",
    "https://a.b/@c",
    "3 @ 5",
    "@",
    "a@",
    "(@)",
    "[x@y.org]",
]


def said(prose: str) -> list[str]:
    """What is reported of a line, with how to mend it."""
    problems = Problems()
    marks_in(prose, 1, problems.of("docs/x.md"))
    return [line.removeprefix("docs/x.md:1: ") for line in problems.report()]


@pytest.mark.parametrize("typed", UNREAD)
def test_what_is_no_citation_says_how_to_write_it(typed: str) -> None:
    assert said(f"So.{typed}") == [f"'{typed}' cannot be read as citations; {UNREAD[typed]}"]


@pytest.mark.parametrize("typed", WRONG)
def test_a_part_of_a_citation_that_is_wrong_is_named(typed: str) -> None:
    assert said(f"So {typed}") == [WRONG[typed]]


@pytest.mark.parametrize("typed", PLAIN)
def test_other_uses_of_the_sign_are_words(typed: str) -> None:
    assert (keys(f"Write {typed} now."), said(f"Write {typed} now.")) == (([], []), [])


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("[see @a, p. 3; also @b]", [("see", "p. 3", ""), ("also", "", "")]),
        ("[cf. @a; @b, pp. 5–7 and passim]", [("cf.", "", ""), ("", "pp. 5–7", " and passim")]),
        ("[@a, p. 3, my emphasis]", [("", "p. 3", ", my emphasis")]),
        ("[see, e.g., @a p. 3]", [("see, e.g.,", "p. 3", "")]),
        ("[@a and passim]", [("", "", " and passim")]),
        ("[@a, vol. 2, p. 5 (my emphasis)]", [("", "vol. 2, p. 5", " (my emphasis)")]),
    ],
)
def test_a_citation_has_words_before_and_after(typed: str, parts: list[tuple[str, ...]]) -> None:
    (mark,) = marks_in(f"So.{typed}", 1, Problems().of("docs/x.md"))
    read = [(c.prefix, printed(c.locators, ENGLISH), c.suffix) for c in mark.citations]
    assert (read, said(f"So.{typed}")) == (parts, [])


def test_the_plugin_s_parser_reads_the_real_pages_as_we_do() -> None:
    cited = 0
    for page in real.edition().pages:
        found = python_markdown.keys_in(page.typed)
        assert list(other_keys(page, found)) == []
        cited += found.total()
    assert cited >= 28


def reported(file: str, markdown: str) -> list[str]:
    """What is reported of a page of the made-up edition when mkdocs-bibtex is handed some text of it."""
    text = PageText()
    page = SimpleNamespace(file=SimpleNamespace(src_uri=file))
    config = {"library": made_up.library(), "page_text": text}
    assert python_markdown.compare(markdown, page, config, None) == ""  # type: ignore[arg-type]
    return text.problems.report()


def test_what_the_plugin_alone_takes_for_a_citation_is_one_line() -> None:
    typed = f"{made_up.FILES['about.md']}\nPaint helps.[@b]\n"
    what = "mkdocs-bibtex reads 1 citation(s) of 'b', the edition 0"
    assert reported("about.md", typed) == [f"docs/about.md:1: {what}; {MEND}"]


def test_what_the_plugin_does_not_read_is_one_line_a_source() -> None:
    typed = made_up.FILES["cranes.md"].replace("[@garcia-2010-gruas]", "")
    what = "mkdocs-bibtex reads 1 citation(s) of 'garcia-2010-gruas', the edition 2"
    assert reported("cranes.md", typed) == [f"docs/cranes.md:9: {what}; {MEND}"]
