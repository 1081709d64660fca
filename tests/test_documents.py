"""What we say about ourselves is so: README, build order, dependencies, citation file, licences."""

import re
from pathlib import Path

import yaml

import real
from edition.words import ENGLISH
from project import settings

ROOT = Path(__file__).resolve().parents[1]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_every_command_of_the_readme_is_a_target() -> None:
    commands = set(re.findall(r"`?\bmake ([a-z-]+)", text("README.md")))
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    assert commands and commands <= targets


def test_overrides_readme_lists_the_hooks_in_the_order_of_the_build() -> None:
    told = re.findall(r"^\d+\. \*\*`(hooks/\w+\.py)`", text("overrides/README.md"), re.MULTILINE)
    assert [f"overrides/{name}" for name in told] == settings()["hooks"]


def test_overrides_readme_names_every_module() -> None:
    modules = {file.name for file in (ROOT / "overrides/hooks/edition").rglob("[!_]*.py")}
    assert modules <= set(re.findall(r"\w+\.py", text("overrides/README.md")))


def test_the_readme_says_why_each_package_is_there() -> None:
    wanted = re.findall(r"^([\w-]+)", text("requirements.in"), re.MULTILINE)
    table = text("README.md").split("## Why each dependency")[1]
    assert wanted and [name for name in wanted if f"`{name}`" not in table] == []


def test_every_file_that_the_tree_names_exists() -> None:
    tree = text("README.md").split("```")[3]
    names = re.findall(r"^([\w./]+)", tree, re.MULTILINE)
    assert len(names) > 6
    assert [name for name in names if not (ROOT / name).exists()] == []


def test_every_path_that_the_readme_gives_exists() -> None:
    paths = re.findall(r"`((?:overrides|tests|docs|\.github)/[\w./-]+)`", text("README.md"))
    made = re.compile(r"/YYYY-MM-DD/")
    named = [path for path in paths if not made.search(path)]
    assert len(named) > 6 and [path for path in named if not (ROOT / path).exists()] == []


def test_every_image_that_the_readme_shows_exists() -> None:
    images = re.findall(r"!\[[^\]]+\]\(([^)\s]+)\)", text("README.md"))
    assert images and [name for name in images if not (ROOT / name).is_file()] == []


def test_the_citation_file_agrees_with_the_edition() -> None:
    cff = yaml.safe_load(text("CITATION.cff"))
    edition = settings()["extra"]["edition"]
    article = real.edition().article
    assert article is not None
    assert str(cff["version"]) == str(edition["number"])
    assert str(cff["date-released"]) == str(edition["date"]), "change the date in both files"
    assert cff["title"] == f"{settings()['site_name']}: Web Edition"
    assert cff["references"][0]["title"] == article.title


def test_the_change_log_tells_of_the_edition() -> None:
    edition = settings()["extra"]["edition"]
    heading = f"## Edition {edition['number']}, {ENGLISH.dates.printed(edition['date'])}"
    assert heading in text_of(ROOT / "CHANGELOG.md")


def text_of(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def test_each_change_is_made_in_at_most_three_places_that_exist() -> None:
    table = text("overrides/README.md").split("## Where would I change")[1]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", table, re.MULTILINE)[2:]
    folders = [ROOT / "overrides/hooks/edition", ROOT / "overrides", ROOT]
    for change, places in rows:
        files = [name for name in re.findall(r"`([\w./-]+)`", places) if "/" in name or "." in name]
        lost = [name for name in files if not any((f / name).exists() for f in folders)]
        assert len(files) <= 3 and lost == [], change
    assert len(rows) > 20
