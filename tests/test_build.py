"""The build as a whole: what stops it, what it says, and what it leaves alone."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, mkdocs

VIEWS = (
    "editor_notes",
    "relations",
    "paragraph_numbers",
    "margin_notes",
    "chapter_pages",
    "social_cards",
    "metadata",
    "exports",
    "content_policy",
)
"""Hooks that each make one thing that readers see."""
MADE = (f"VENV={sys.executable}", "--old-file=.venv/site.stamp")
"""Tells make that the environment stands: the one in which the tests run."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project that a test may spoil."""
    for name in ("docs", "overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("mkdocs.yml", "references.bib", "Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def spoil(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


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
    ("old", "new", "said"),
    [
        ('date: "2026-11-24"', 'date: ""', "mkdocs.yml: extra.edition.date is ''; write"),
        (
            'date: "2026-11-24"',
            'date: "24.11.2026"',
            "mkdocs.yml: extra.edition.date is '24.11.2026'",
        ),
        ("number: 1", "number: first", "mkdocs.yml: extra.edition.number is 'first'"),
        ("- The article:", "- index.md\n  - The article:", "mkdocs.yml: nav does not begin with"),
        (
            'report_url: ""',
            'report_url: "javascript:x"',
            "mkdocs.yml: extra.report_url is 'javascript:x'",
        ),
        ("bib_file: references.bib", "bib_file: other.bib", "mkdocs.yml: plugins.bibtex.bib_file"),
    ],
)
def test_a_wrong_setting_stops_the_build(copy: Path, old: str, new: str, said: str) -> None:
    spoil(copy, "mkdocs.yml", old, new)
    done = mkdocs(copy, "build")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert said in done.stderr


def test_a_missing_bibliography_stops_the_build(copy: Path) -> None:
    (copy / "references.bib").unlink()
    done = mkdocs(copy, "build")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "references.bib' isn't an existing file" in done.stderr


def test_a_build_that_fails_leaves_the_last_site_as_it_was(copy: Path) -> None:
    (copy / "site").mkdir()
    (copy / "site" / "index.html").write_text("the last good one")
    spoil(copy, "docs/roadmap.md", "{ #p24 }", "{ #p99 }")
    done = subprocess.run(
        ["make", "build", *MADE], cwd=copy, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0 and "p99" in done.stderr
    assert (copy / "site" / "index.html").read_text() == "the last good one"


@pytest.mark.parametrize("hook", VIEWS)
def test_a_view_can_be_taken_out_and_the_site_still_builds(copy: Path, hook: str) -> None:
    spoil(copy, "mkdocs.yml", f"  - overrides/hooks/{hook}.py\n", "")
    (copy / "overrides" / "hooks" / f"{hook}.py").unlink()
    assert mkdocs(copy, "build", "--strict").returncode == 0


def test_two_builds_of_the_same_sources_are_the_same(copy: Path, site: Path) -> None:
    again = mkdocs(copy, "build", "--strict", SOURCE_DATE_EPOCH="1700000000")
    first = {f.relative_to(copy / "site"): f.read_bytes() for f in files(copy / "site")}
    shutil.rmtree(copy / ".cache")
    mkdocs(copy, "build", "--strict", SOURCE_DATE_EPOCH="1700000000")
    second = {f.relative_to(copy / "site"): f.read_bytes() for f in files(copy / "site")}
    assert again.returncode == 0 and first == second


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_the_address_of_the_site_comes_from_the_environment(copy: Path) -> None:
    done = mkdocs(copy, "build", "--strict", SITE_URL="https://policy.example.net/x/")
    assert done.returncode == 0
    page = (copy / "site" / "404.html").read_text(encoding="utf-8")
    assert 'href="https://policy.example.net/x/roadmap/"' in page and "example.org" not in page


def test_nothing_is_written_into_docs(copy: Path) -> None:
    before = files(copy / "docs")
    assert mkdocs(copy, "build", "--strict").returncode == 0
    assert files(copy / "docs") == before
