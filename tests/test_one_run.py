"""One run reports every mistake, in whichever file it is, in the order of files, and none that only follows from
another; `python -m edition check` reports the same as a build."""

from pathlib import Path

import pytest

from edition.__main__ import main
from project import ROOT, faults_of, said_of, spoil

ONE_EACH = [
    ("docs/about.md", "](roadmap.md", "](roadmp.md", "link to unknown page 'roadmp.md'"),
    ("docs/data/institutions.csv", ",en,", ",eng,", "unknown language 'eng'"),
    ("docs/data/redirects.csv", "from,to\n", "from,to\nabout/,about/\n", "'about/' leads in a circle"),
    ("docs/data/register.csv", "\nabout/,1\n", "\nabout/,9\n", "edition 9 is yet to come"),
    ("docs/editions/2026-11-25/SHA256SUMS", "0", "z", "is not a checksum and a path"),
    ("docs/roadmap.md", "@larocca-2018-cable", "@larocca-2081-cable", "unknown source key 'larocca-2081-cable'"),
    ("mkdocs.yml", "copyright: ", 'copyright: "" #', "copyright is no text"),
    ("mkdocs.yml", "      - about.md", "      - about.md\n      - more.md", "nav names 'more.md', which docs/ lacks"),
    ("mkdocs.yml", "    - find.search", "    - find.serch", "extra.views names 'find.serch', which is no view"),
    ("mkdocs.yml", "  language: en", "  language: qq", "theme.language is 'qq', in which there are no words"),
    ("overrides/assets/images/icon.svg", "M2 4h7v2H2z", "M2 4l7 2z", "is no row of upright rectangles"),
    ("overrides/assets/javascripts/panel/copy-panel.js", "WORDS.taking", "WORDS.takng", "is no word of the edition"),
    ("overrides/assets/stylesheets/tokens/tokens.css", "}", "} a { b: '<!--' }", "'<!--' would end the style"),
    ("overrides/editions.html", '"editions"', '"edtions"', "stylesheets/edtions/ holds no style sheet"),
    ("references.bib", "  title = {{G20", "  titel = {{G20", "unknown field 'titel'"),
]  # fmt: skip
"""One mistake in each file: the file, what stands there, what comes there, what is wrong then."""


@pytest.fixture
def spoilt(copy: Path) -> Path:
    for file, old, new, _ in ONE_EACH:
        spoil(copy, file, old, new)
    return copy


def test_one_run_reports_a_mistake_in_each_file_in_their_order(spoilt: Path) -> None:
    report = faults_of(spoilt)
    files = [line.partition(":")[0] for line in report]
    assert files == [file for file, *_ in ONE_EACH], "\n".join(report)
    assert all(what in line for line, (*_, what) in zip(report, ONE_EACH, strict=True))


def test_a_build_reports_what_reading_does(spoilt: Path) -> None:
    spoil(
        spoilt, "mkdocs.yml", "  language: qq", "  language: en"
    )  # which the theme refuses by itself
    assert said_of(spoilt) == faults_of(spoilt)


FOLLOWING = [
    ("docs/index.md", "---\ntitle", "title", "no front matter"),
    ("docs/challenges.md", "\n---\n\n", "\n\n", "front matter is not closed"),
    ("docs/challenges.md", 'notes: "', "notes: ", "front matter"),
    ("docs/foundations.md", "{ #p15 }", "", "paragraph without an id"),
    ("docs/foundations.md", "{ #p15 }", "{ #p51 }", "is doubled or out of order"),
    ("mkdocs.yml", "number: 1", "number: one", "extra.edition.number is 'one'"),
    ("mkdocs.yml", "example: p25", "example: para25", "extra.edition.example is 'para25'"),
    ("mkdocs.yml", "  - The article:", "  - index.md\n  - The article:", "nav does not begin with the article"),
    ("mkdocs.yml", "      - foundations.md\n", "", "foundations.md: nav does not name this page"),
    ("docs/challenges.md", "## ", "##", "a heading without a space after '#'"),
    ("references.bib", "@report{", "@report{{", "an entry without a key"),
    ("references.bib", "keywords = {article}", "keywords = {artcle}", "unknown keywords 'artcle'"),
    ("docs/data/institutions.csv", "key,", "kee,", "the first line is not the header"),
    ("docs/data/institutions.csv", "\ncaict,", "\nCaict,", "key 'Caict' breaks the pattern"),
    ("docs/data/register.csv", "address,", "adress,", "the first line is not the header"),
    ("docs/editions/2026-11-25/edition.json", "{", "", "edition.json was changed after it was frozen"),
    ("references.bib", "  language = {english},\n", "  langauge = {english},\n", "unknown field 'langauge'"),
    ("references.bib", "  publisher = ", "  publsher = ", "unknown field 'publsher'"),
]  # fmt: skip
"""Mistakes from which others would follow."""


@pytest.mark.parametrize(("file", "old", "new", "what"), FOLLOWING)
def test_nothing_is_reported_that_only_follows_from_another_mistake(
    papers: Path, file: str, old: str, new: str, what: str
) -> None:
    spoil(papers, file, old, new)
    (line,) = faults_of(papers)
    assert what in line, file


@pytest.mark.parametrize(
    "name",
    ["references.bib", "docs/challenges.md", "docs/data/register.csv", "docs/data/redirects.csv",
     "docs/data/institutions.csv", "docs/editions/2026-11-25/index.html"],
)  # fmt: skip
def test_a_file_that_is_gone_is_one_line(papers: Path, name: str) -> None:
    (papers / name).unlink()
    (line,) = faults_of(papers)
    assert Path(name).name in line


def test_settings_that_are_no_yaml_are_one_line(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "site_name: ", "site_name: : ")
    (line,) = faults_of(papers)
    assert line.startswith("mkdocs.yml:1: cannot be read: mapping values are not allowed here; ")


def test_the_command_says_how_much_it_has_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main("check") == 0
    assert capsys.readouterr().out == "No mistakes in 7 pages and 31 sources\n"


def test_the_command_lists_mistakes(
    papers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(papers, "docs/about.md", "](roadmap.md", "](roadmp.md")
    monkeypatch.chdir(papers)
    assert main("check") == 1
    said = capsys.readouterr()
    assert said.out == "" and said.err.startswith(
        "docs/about.md:55: link to unknown page 'roadmp.md'"
    )


def test_a_command_that_there_is_not_is_named_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main("chekc")
    assert "(choose from" in capsys.readouterr().err
