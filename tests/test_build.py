"""The build as a whole: what stops it, what it says, and what it leaves alone."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from project import ROOT, SITE, faults_of, make, mkdocs, set_line, spoil, unaddressed


@pytest.mark.parametrize(
    "value", ["https://a.b/", '"mailto:a@b.c"', ">-\n      https://a.b/", None]
)
def test_a_copy_has_its_addresses_from_its_test_whatever_the_project_sets(
    value: str | None,
) -> None:
    written = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    line = "" if value is None else rf"\1\2_url: {value}\n"
    other = re.sub(r"(?m)^( *)(site|report|repo)_url:.*\n", line, written)
    assert other != written and unaddressed(other) == unaddressed(written)


def test_mistakes_stop_the_build_with_one_line_each_and_no_traceback(small: Path) -> None:
    spoil(small, "docs/cranes.md", "@garcia-2010-gruas", "@garcia-2001-gruas")
    spoil(small, "docs/about.md", "](cranes.md", "](crane.md")
    spoil(small, "references.bib", "  title = {{Port", "  titel = {{Port")
    done = mkdocs(small, "build")
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert any("unknown source key 'garcia-2001-gruas'; did you mean" in line for line in said)
    assert any("docs/about.md:" in line and "unknown page 'crane.md'" in line for line in said)
    assert any("references.bib:" in line and "unknown field 'titel'" in line for line in said)
    assert "mistake(s), listed above. Nothing was built." in done.stderr


@pytest.mark.parametrize(
    ("name", "line", "said"),
    [
        ("date", 'date: ""', "extra.edition.date is ''; write the day"),
        ("date", 'date: "24.11.2026"', "extra.edition.date is '24.11.2026'; write the day"),
        ("date", 'date: "2026-02-31"', "extra.edition.date is '2026-02-31'; write the day"),
        ("number", "number: first", "extra.edition.number is 'first'; write the number"),
        ("number", "number: ²", "extra.edition.number is '²'; write the number"),
        ("report_url", 'report_url: "javascript:x"', "extra.report_url is 'javascript:x'; write"),
        ("report_url", "report_url: 'https://a.b/\"x'", "extra.report_url is 'https://a.b/\"x'; w"),
        ("report_url", "report_url: https://a.b/<x>", "extra.report_url is 'https://a.b/<x>'; w"),
        ("site_name", "site_name: A <b>", "site_name is 'A <b>'; write a title"),
        ("site_name", 'site_name: A "b"', "site_name is 'A \"b\"'; write a title"),
        ("bib_file", "bib_file: other.bib", "plugins.bibtex.bib_file is not references.bib; keep"),
    ],
)
def test_a_wrong_setting_stops_the_build_with_one_line(
    papers: Path, name: str, line: str, said: str
) -> None:
    set_line(papers, name, line)
    (found,) = faults_of(papers)
    assert re.match(rf"mkdocs\.yml:\d+: {re.escape(said)}", found)


def test_an_address_of_the_site_with_quotes_is_refused(papers: Path) -> None:
    (found,) = faults_of(papers, SITE_URL='https://example.net/"x/')
    assert found.startswith("mkdocs.yml: site_url is 'https://example.net/\"x/'; write")


def test_an_edition_that_is_no_mapping_is_refused_in_one_line(papers: Path) -> None:
    file = papers / "mkdocs.yml"
    text = re.sub(r"(?m)^  edition:\n(    .*\n)+", "  edition: first\n", file.read_text("utf-8"))
    file.write_text(text, encoding="utf-8")
    (found,) = faults_of(papers)
    assert re.match(
        r"mkdocs\.yml:\d+: extra\.edition is 'first'; write number, date, subtitle", found
    )


def test_mistakes_in_settings_hide_none_in_pages_and_bibliography(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "- The article:", "- index.md\n  - The article:")
    set_line(papers, "date", "date: soon")
    spoil(papers, "docs/roadmap.md", "{ #p24 }", "")
    spoil(papers, "references.bib", "  title = {{G20", "  titel = {{G20")
    said = faults_of(papers)
    assert [line for line in said if line.startswith("docs/")] == [said[0]]
    assert "docs/roadmap.md:" in said[0] and "paragraph without an id" in said[0]
    assert ["nav does not begin" in said[1], "extra.edition.date" in said[2]] == [True, True]
    assert any("unknown field 'titel'" in line for line in said[3:])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: None, "references.bib: cannot be read: No such file or directory; get"),
        (Path.mkdir, "references.bib: cannot be read: Is a directory; get the file back"),
        (Path.touch, "references.bib: holds no entry; write '@report{key, …}', or get"),
    ],
)
def test_a_bibliography_that_is_no_file_stops_the_build_with_one_line(
    papers: Path, make: Callable[[Path], None], said: str
) -> None:
    watched = (papers / "mkdocs.yml").read_text("utf-8").replace("  - references.bib\n", "")
    (papers / "mkdocs.yml").write_text(watched, encoding="utf-8")
    (papers / "references.bib").unlink()
    make(papers / "references.bib")
    (found,) = faults_of(papers)
    assert found.startswith(said)


def test_a_chapter_without_its_page_is_one_line(papers: Path) -> None:
    (papers / "docs/challenges.md").unlink()
    line = 1 + (papers / "mkdocs.yml").read_text("utf-8").partition("challenges.md")[0].count("\n")
    expected = f"mkdocs.yml:{line}: nav names 'challenges.md', which docs/ lacks; add the page"
    assert faults_of(papers) == [expected]


def test_a_file_that_the_build_makes_is_not_replaced_in_silence(small: Path) -> None:
    (small / "docs/llms.txt").write_text("Mine")
    done = mkdocs(small, "build", "--strict")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "docs/llms.txt: the build makes this file; give yours another name" in done.stderr


def test_another_page_that_nav_names_must_exist(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "      - about.md", "      - about.md\n      - more.md")
    line = 1 + (papers / "mkdocs.yml").read_text("utf-8").partition("more.md")[0].count("\n")
    expected = f"mkdocs.yml:{line}: nav names 'more.md', which docs/ lacks; add the page"
    assert faults_of(papers) == [expected]


def test_a_page_that_nav_lacks_is_one_line(papers: Path) -> None:
    page = '---\ntitle: "More"\ndescription: "More of it, and why."\n---\n\nWords.\n'
    (papers / "docs/more.md").write_text(page, encoding="utf-8")
    mend = "add it to nav in mkdocs.yml, or delete the page"
    assert faults_of(papers) == [f"docs/more.md: nav does not name this page; {mend}"]


def test_a_link_that_leads_nowhere_is_one_line(papers: Path) -> None:
    (papers / "docs/more.md").symlink_to("nowhere.md")
    mend = "mend the link, or delete it"
    assert faults_of(papers) == [f"docs/more.md: no file, but a link that leads nowhere; {mend}"]


def test_folders_named_like_pages_and_locks_of_editors_are_no_pages(small: Path) -> None:
    (small / "docs/more.md").mkdir()
    (small / "docs/.#about.md").symlink_to("somebody@somewhere.1234")
    done = mkdocs(small, "build", "--strict")
    assert done.returncode == 0, done.stderr


def test_a_build_that_fails_leaves_the_last_site_as_it_was(small: Path) -> None:
    (small / "site").mkdir()
    (small / "site" / "index.html").write_text("the last good one")
    spoil(small, "docs/cranes.md", "{ #p3 }", "{ #p99 }")
    done = make(small, "build")
    assert done.returncode != 0 and "p99" in done.stderr
    assert (small / "site" / "index.html").read_text() == "the last good one"


def test_the_register_names_what_goes_with_a_view(small: Path) -> None:
    (small / "docs/data/register.csv").write_text("address,edition\np/2/,1\n")
    spoil(small, "mkdocs.yml", "    - link.short_addresses\n", "")
    said = [line for line in mkdocs(small, "build").stderr.splitlines() if "'p/2/'" in line]
    (line,) = said
    assert line.endswith("of edition 1 is published no more; bring it back, or add 'p/2/,…' to "
                         "docs/data/redirects.csv, or delete the line if it never was published")  # fmt: skip


def test_two_builds_of_the_same_files_are_equal_byte_by_byte(small: Path) -> None:
    again = mkdocs(small, "build", "--strict", SOURCE_DATE_EPOCH="1700000000")
    first = {f.relative_to(small / "site"): f.read_bytes() for f in files(small / "site")}
    shutil.rmtree(small / ".cache")
    mkdocs(small, "build", "--strict", SOURCE_DATE_EPOCH="1700000000")
    second = {f.relative_to(small / "site"): f.read_bytes() for f in files(small / "site")}
    assert again.returncode == 0 and first == second


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_the_address_of_the_site_comes_from_the_environment(small: Path) -> None:
    usual = SITE
    done = mkdocs(small, "build", "--strict", SITE_URL="https://policy.example.net/x/")
    assert done.returncode == 0
    page = (small / "site" / "404.html").read_text(encoding="utf-8")
    assert 'href="https://policy.example.net/x/cranes/"' in page and usual not in page


def test_nothing_is_written_into_docs(small: Path) -> None:
    before = {file: file.read_bytes() for file in files(small / "docs")}
    assert mkdocs(small, "build", "--strict").returncode == 0
    assert {file: file.read_bytes() for file in files(small / "docs")} == before
