"""What stands in mkdocs.yml: what pages say of themselves, and the navigation, each held to its form in one line."""

import re
from pathlib import Path

import pytest

from edition.__main__ import main
from edition.problems import Problems
from edition.read.navigation import entry_problems
from edition.read.settings import text_problems
from project import faults_of, mkdocs, set_line, spoil

PAGES = ["index.md", "about.md"]
ADDRESS = "https://example.org/"


def said_of_nav(*sections: object) -> list[str]:
    return Problems(entry_problems([{"The article": PAGES}, *sections])).report()


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ({"Elsewhere": ADDRESS}, f"'{ADDRESS}' stands in no section; write it below"),
        ("about.md", "'about.md' stands in no section; write it below the name of a section"),
        ({"More": [{"Elsewhere": ADDRESS}]}, f"'{ADDRESS}' is no page of docs/; name one by"),
        ({"More": ["https://example.org/x.md"]}, "'https://example.org/x.md' is no page of docs/"),
        ({"More": [{"x": "javascript:alert(1)"}]}, "'javascript:alert(1)' is no page of docs/"),
        ({"More": ["data/register.csv"]}, "'data/register.csv' is no page of docs/"),
        ({"More": [{"Deep": ["about.md"]}]}, "the section 'Deep' stands in another; write it"),
        ({" ": ["about.md"]}, "'['about.md']' has no name; write a name before the ':'"),
        ({"More": [{"": "about.md"}]}, "'about.md' has no name; write a name before the ':'"),
    ],
)
def test_what_is_no_section_of_pages_is_one_line(section: object, said: str) -> None:
    (found,) = said_of_nav(section)
    assert found.startswith(f"mkdocs.yml: nav: {said}")


def test_sections_of_pages_with_names_or_without_are_read() -> None:
    assert said_of_nav({"More": ["about.md", {"Sources": "sources.md"}]}, {"Else": []}) == []


def said_of_texts(text: object) -> list[str]:
    texts = {"site_description": "What it is.", "copyright": text}
    return Problems(text_problems(texts, {"short_title": "Short"})).report()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "is no text; write it, in quotation marks"),
        ("  ", "is no text; write it, in quotation marks"),
        (5, "is no text; write it, in quotation marks"),
        (["a"], "is no text; write it, in quotation marks"),
        ("a\x01b", "holds the character U+0001; delete it, and write all on one line"),
        ("a\nb", "holds the character U+000A; delete it, and write all on one line"),
    ],
)
def test_a_setting_that_is_no_text_on_one_line_is_one_line(text: object, said: str) -> None:
    assert said_of_texts(text) == [f"mkdocs.yml: copyright {said}"]


def test_words_of_any_kind_are_read() -> None:
    assert said_of_texts("© <b>'x'</b> & \"y\" 中文\n") == []


def test_all_mistakes_in_settings_are_reported_in_one_run(papers: Path) -> None:
    set_line(papers, "copyright", "")
    set_line(papers, "short_title", "short_title: 5")
    spoil(
        papers, "mkdocs.yml", "      - about.md", f"      - about.md\n      - Elsewhere: {ADDRESS}"
    )
    said = {line.split(";")[0] for line in faults_of(papers, SITE_URL="https://[::1")}
    assert said == {
        "mkdocs.yml: site_url is 'https://[::1/'",
        "mkdocs.yml: copyright is no text",
        f"mkdocs.yml:{line_with(papers, 'short_title')}: extra.short_title: '5' is read as a number",
        f"mkdocs.yml:{line_with(papers, ADDRESS)}: nav: '{ADDRESS}' is no page of docs/",
    }


OTHERWISE = [
    ("site_name", "No", 1, "site_name: 'No' is read as yes or no"),
    ("site_name", "2019", 1, "site_name: '2019' is read as a number"),
    ("site_name", "Berth #5", 1, "site_name ends before its '#'"),
    ("copyright", "1.10", 0, "copyright: '1.10' is read as a number"),
    ("copyright", "2019-05-01", 0, "copyright: '2019-05-01' is read as a day"),
    ("short_title", "12:30", 0, "extra.short_title: '12:30' is read as a number"),
    ("subtitle", "~", 0, "extra.edition.subtitle: '~' is read as nothing"),
    ("subtitle", "007", 0, "extra.edition.subtitle: '007' is read as a number"),
    ("site_name", "Cranes: old", 1, "cannot be read: mapping values are not allowed here"),
    ("copyright", "@x", 0, "cannot be read: found character '@' that cannot start any token"),
]


@pytest.mark.parametrize(("name", "typed", "line", "what"), OTHERWISE)
def test_what_yaml_reads_otherwise_than_it_is_typed_is_one_line(
    papers: Path, name: str, typed: str, line: int, what: str
) -> None:
    set_line(papers, name, f"{name}: {typed}")
    (said,) = faults_of(papers)
    remedy = f"put it in double quotes: '{name}: \"{typed}\"'"
    place = f"mkdocs.yml:{line or line_with(papers, f'{name}: ')}"
    assert said == f"{place}: {what}; {remedy}"


def line_with(root: Path, text: str) -> int:
    """The line of mkdocs.yml that holds some text."""
    lines = (root / "mkdocs.yml").read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if text in line)


def test_typographic_quotation_marks_quote_no_setting(papers: Path) -> None:
    set_line(papers, "subtitle", "subtitle: “Old”")
    (said,) = faults_of(papers)
    assert said.endswith("in the quotation marks “”; put it in double quotes: 'subtitle: \"Old\"'")


def test_a_name_in_the_navigation_that_is_no_text_is_one_line(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "- about.md", "- No: about.md")
    (said,) = faults_of(papers)
    assert said.endswith("'No' is read as yes or no; put it in double quotes: '\"No\": about.md'")


def test_a_setting_that_stands_twice_is_one_line(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "strict: true", "strict: true\nstrict: true")
    (said,) = faults_of(papers)
    assert "'strict' stands twice, first on line" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("subtitle: .*", "subtitle: [a]", "extra.edition.subtitle is no plain text; "
         "put it in double quotes: 'subtitle: \"[a]\"'"),
        ("subtitle: .*", "subtitle: _Old_ ones", "extra.edition.subtitle would show its signs of Markdown; "
         'write it in words alone: \'subtitle: "Old ones"\''),
        ("site_name: .*", "site_name: Old <b>ones</b>", "write a title with typographic quotation marks"),
        (" +subtitle:", "\tsubtitle:", "cannot start any token; write blanks for the tab at its start"),
        (" +subtitle:", "     subtitle:", "begin it as far in as the line above"),
        ("- challenges.md", "- chalenges.md", "nav names 'chalenges.md', which docs/ lacks; "
         "did you mean 'challenges.md'?"),
    ],
)  # fmt: skip
def test_a_slip_in_the_settings_is_one_line(papers: Path, old: str, new: str, said: str) -> None:
    file = papers / "mkdocs.yml"
    file.write_text(re.sub(old, lambda _: new, file.read_text("utf-8"), count=1), "utf-8")
    (line,) = faults_of(papers)
    assert line.startswith("mkdocs.yml:") and said in line


@pytest.mark.parametrize("typed", ["2026-11-25", "'2026-11-25'", '"2026-11-25"'])
def test_a_day_may_be_typed_with_or_without_quotation_marks(papers: Path, typed: str) -> None:
    set_line(papers, "date", f"date: {typed}")
    assert faults_of(papers) == []


def test_where_mkdocs_cannot_read_its_settings_all_mistakes_are_said_in_our_words(
    papers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(papers)
    assert (main("settings"), capsys.readouterr().err) == (0, "")
    set_line(papers, "site_name", "site_name: No")
    spoil(papers, "docs/about.md", "title:", "titel:")
    assert main("settings") == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_a_table_of_names_that_is_gone_is_one_line(papers: Path) -> None:
    (papers / "docs/data/institutions.csv").unlink()
    assert faults_of(papers) == ["docs/data/institutions.csv: is not there; get it back"]


def test_the_site_may_have_its_address_where_mkdocs_reads_it(small: Path) -> None:
    text = (small / "mkdocs.yml").read_text(encoding="utf-8")
    (small / "mkdocs.yml").write_text(f"site_url: https://example.net/x\n{text}", encoding="utf-8")
    assert mkdocs(small, "build", "--strict", "--quiet", SITE_URL="").returncode == 0
    home = (small / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.net/x/">' in home
