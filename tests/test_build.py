"""The build as a whole: what stops it, what it says, and what it leaves alone."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from mkdocs.utils.yaml import yaml_load

from project import ROOT, SITE, make, mkdocs, said_of, set_line, spoil, unaddressed

VIEWS = tuple(yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["views"])
"""What readers see, each by the name under which mkdocs.yml lists it."""
ADDRESSES = "//@href | //@src | //script/@*[starts-with(name(), 'data-')]"


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


def test_mistakes_stop_the_build_with_one_line_each_and_no_traceback(copy: Path) -> None:
    spoil(copy, "docs/roadmap.md", "@larocca-2018-cable", "@larocca-2081-cable")
    spoil(copy, "docs/about.md", "](roadmap.md", "](roadmp.md")
    spoil(copy, "references.bib", "  title = {{G20", "  titel = {{G20")
    done = mkdocs(copy, "build")
    said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert any("unknown source key 'larocca-2081-cable'; did you mean" in line for line in said)
    assert any("docs/about.md:" in line and "unknown page 'roadmp.md'" in line for line in said)
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
    copy: Path, name: str, line: str, said: str
) -> None:
    set_line(copy, name, line)
    (found,) = said_of(copy)
    assert found.startswith(f"mkdocs.yml: {said}")


def test_an_address_of_the_site_with_quotes_is_refused(copy: Path) -> None:
    (found,) = said_of(copy, SITE_URL='https://example.net/"x/')
    assert found.startswith("mkdocs.yml: site_url is 'https://example.net/\"x/'; write")


def test_an_edition_that_is_no_mapping_is_refused_in_one_line(copy: Path) -> None:
    file = copy / "mkdocs.yml"
    text = re.sub(r"(?m)^  edition:\n(    .*\n)+", "  edition: first\n", file.read_text("utf-8"))
    file.write_text(text, encoding="utf-8")
    (found,) = said_of(copy)
    assert found.startswith("mkdocs.yml: extra.edition is 'first'; write number, date, subtitle")


def test_mistakes_in_settings_hide_none_in_pages_and_bibliography(copy: Path) -> None:
    spoil(copy, "mkdocs.yml", "- The article:", "- index.md\n  - The article:")
    set_line(copy, "date", "date: soon")
    spoil(copy, "docs/roadmap.md", "{ #p24 }", "")
    spoil(copy, "references.bib", "  title = {{G20", "  titel = {{G20")
    said = said_of(copy)
    assert [line for line in said if line.startswith("docs/")] == [said[0]]
    assert "docs/roadmap.md:" in said[0] and "paragraph without an id" in said[0]
    assert ["extra.edition.date" in said[1], "nav does not begin" in said[2]] == [True, True]
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
    copy: Path, make: Callable[[Path], None], said: str
) -> None:
    watched = (copy / "mkdocs.yml").read_text("utf-8").replace("  - references.bib\n", "")
    (copy / "mkdocs.yml").write_text(watched, encoding="utf-8")
    (copy / "references.bib").unlink()
    make(copy / "references.bib")
    (found,) = said_of(copy)
    assert found.startswith(said)


def test_a_chapter_without_its_page_is_one_line(copy: Path) -> None:
    (copy / "docs/challenges.md").unlink()
    expected = "mkdocs.yml: nav names 'challenges.md', which docs/ lacks; add the page"
    assert said_of(copy) == [expected]


def test_a_file_that_the_build_makes_is_not_replaced_in_silence(copy: Path) -> None:
    (copy / "docs/llms.txt").write_text("Mine")
    done = mkdocs(copy, "build", "--strict")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "docs/llms.txt: the build makes this file; give yours another name" in done.stderr


def test_another_page_that_nav_names_must_exist(copy: Path) -> None:
    spoil(copy, "mkdocs.yml", "      - about.md", "      - about.md\n      - more.md")
    expected = "mkdocs.yml: nav names 'more.md', which docs/ lacks; add the page"
    assert said_of(copy) == [expected]


def test_a_page_that_nav_lacks_is_one_line(copy: Path) -> None:
    page = '---\ntitle: "More"\ndescription: "More of it, and why."\n---\n\nWords.\n'
    (copy / "docs/more.md").write_text(page, encoding="utf-8")
    mend = "add it to nav in mkdocs.yml, or delete the page"
    assert said_of(copy) == [f"docs/more.md: nav does not name this page; {mend}"]


def test_a_link_that_leads_nowhere_is_one_line(copy: Path) -> None:
    (copy / "docs/more.md").symlink_to("nowhere.md")
    mend = "mend the link, or delete it"
    assert said_of(copy) == [f"docs/more.md: no file, but a link that leads nowhere; {mend}"]


def test_folders_named_like_pages_and_locks_of_editors_are_no_pages(copy: Path) -> None:
    (copy / "docs/more.md").mkdir()
    (copy / "docs/.#about.md").symlink_to("somebody@somewhere.1234")
    done = mkdocs(copy, "build", "--strict")
    assert done.returncode == 0, done.stderr


def test_a_build_that_fails_leaves_the_last_site_as_it_was(copy: Path) -> None:
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the last good one")
    spoil(copy, "docs/roadmap.md", "{ #p24 }", "{ #p99 }")
    done = make(copy, "build")
    assert done.returncode != 0 and "p99" in done.stderr
    assert (copy / "site" / "index.html").read_text() == "the last good one"


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_can_be_taken_out_and_the_site_still_builds(copy: Path, view: str) -> None:
    """What a view published goes with it, so the check of the register, which would say so, goes as well."""
    spoil(copy, "mkdocs.yml", f"    - {view}\n", "")
    (copy / "overrides/hooks/edition/views" / f"{view.replace('.', '/')}.py").unlink()
    spoil(copy, "mkdocs.yml", "  - overrides/hooks/register.py\n", "")
    assert mkdocs(copy, "build", "--strict").returncode == 0
    assert dead_addresses(copy / "site") == set()


def dead_addresses(site: Path) -> set[str]:
    """The relative addresses in live pages, those that scripts are handed included, at which nothing is."""
    found = set()
    for page in set(site.rglob("*.html")) - {*site.glob("editions/*/**/*.html"), site / "404.html"}:
        for address in map(str, html.parse(str(page)).xpath(ADDRESSES)):
            path = re.split("[?#]", address)[0]
            target = page.parent / path
            target = target / "index.html" if target.is_dir() else target
            if path and not re.match(r"\w+:", address) and not target.is_file():
                found.add(f"{page.relative_to(site)}: {address}")
    return found


def test_the_register_names_what_goes_with_a_view(copy: Path) -> None:
    spoil(copy, "mkdocs.yml", "    - link.short_addresses\n", "")
    said = [line for line in mkdocs(copy, "build").stderr.splitlines() if "'p/12/'" in line]
    (line,) = said
    assert line.endswith("of edition 1 is published no more; bring it back, or add 'p/12/,…' to "
                         "docs/data/redirects.csv, or delete the line if it never was published")  # fmt: skip


def test_two_builds_of_the_same_sources_are_the_same(copy: Path) -> None:
    again = mkdocs(copy, "build", "--strict", SOURCE_DATE_EPOCH="1700000000")
    first = {f.relative_to(copy / "site"): f.read_bytes() for f in files(copy / "site")}
    shutil.rmtree(copy / ".cache")
    mkdocs(copy, "build", "--strict", SOURCE_DATE_EPOCH="1700000000")
    second = {f.relative_to(copy / "site"): f.read_bytes() for f in files(copy / "site")}
    assert again.returncode == 0 and first == second


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_the_address_of_the_site_comes_from_the_environment(copy: Path) -> None:
    usual = SITE
    done = mkdocs(copy, "build", "--strict", SITE_URL="https://policy.example.net/x/")
    assert done.returncode == 0
    page = (copy / "site" / "404.html").read_text(encoding="utf-8")
    assert 'href="https://policy.example.net/x/roadmap/"' in page and usual not in page


def test_nothing_is_written_into_docs(copy: Path) -> None:
    before = {file: file.read_bytes() for file in files(copy / "docs")}
    assert mkdocs(copy, "build", "--strict").returncode == 0
    assert {file: file.read_bytes() for file in files(copy / "docs")} == before
