"""What stands in mkdocs.yml: what pages say of themselves, and the navigation, each held to its form in one line."""

from pathlib import Path

import pytest

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
        "mkdocs.yml: extra.short_title is no text",
        f"mkdocs.yml: nav: '{ADDRESS}' is no page of docs/",
    }


def test_a_table_of_names_that_is_gone_is_one_line(papers: Path) -> None:
    (papers / "docs/data/institutions.csv").unlink()
    assert faults_of(papers) == ["docs/data/institutions.csv: is not there; get it back"]


def test_the_site_may_have_its_address_where_mkdocs_reads_it(small: Path) -> None:
    text = (small / "mkdocs.yml").read_text(encoding="utf-8")
    (small / "mkdocs.yml").write_text(f"site_url: https://example.net/x\n{text}", encoding="utf-8")
    assert mkdocs(small, "build", "--strict", "--quiet", SITE_URL="").returncode == 0
    home = (small / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.net/x/">' in home
