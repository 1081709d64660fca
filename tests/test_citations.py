"""Citations are read by a grammar of ours, and by the parser of mkdocs-bibtex as well: both must read the same."""

from types import SimpleNamespace

import pytest

import made_up
import python_markdown
import real
from edition.problems import Problems
from edition.read.citation_marks import marks_in
from edition.rules.agreement import other_keys
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


@pytest.mark.parametrize(
    "typed",
    ["@a p. 5", "see @a", "@a,", "@a;", "@a; p. 5", "[@a", "@a; ;@b", "@a @b", "-@a", "@a, ; @b"],
)
def test_more_than_keys_and_pages_is_a_mistake(typed: str) -> None:
    assert f"'[{typed}]' cannot be read as citations" in keys(f"So.[{typed}]")[1]


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
    typed = f"{made_up.FILES['about.md']}\nWrite [to a@b.org](mailto:a@b.org).\n"
    what = "mkdocs-bibtex reads 1 citation(s) of 'b', the edition 0"
    assert reported("about.md", typed) == [f"docs/about.md:1: {what}; {MEND}"]


def test_what_the_plugin_does_not_read_is_one_line_a_source() -> None:
    typed = made_up.FILES["cranes.md"].replace("[@garcia-2010-gruas]", "")
    what = "mkdocs-bibtex reads 1 citation(s) of 'garcia-2010-gruas', the edition 2"
    assert reported("cranes.md", typed) == [f"docs/cranes.md:9: {what}; {MEND}"]
