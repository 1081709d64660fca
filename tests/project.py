"""The project: its settings, and copies of it that tests change and build."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.utils.yaml import yaml_load

from edition.problems import Problems
from edition.read.project import read_project
from edition.reading import read_library

ROOT = Path(__file__).resolve().parents[1]
SITE = "https://example.org/digital-silk-road/"
"""The address that the site is built for, unless a test says otherwise."""
ADDRESSES = {"SITE_URL": SITE, "REPORT_URL": "", "REPO_URL": ""}
CACHES = (".cache/fonts", ".cache/references", ".cache/social")
FILES = (
    "mkdocs.yml", "references.bib", "Makefile", "requirements.txt", "CITATION.cff", "CHANGELOG.md",
)  # fmt: skip
MADE = (f"VENV={sys.executable}", "--old-file=.venv/site.stamp")
"""Tells make that the environment stands: the one in which the tests run."""

DAY = "2098-12-31"
FOLDER = f"docs/editions/{DAY}"
"""The day of an edition that tests make, and where it is frozen."""
SET = {
    "SITE_URL": SITE,
    "REPORT_URL": "mailto:a@example.net",
    "REPO_URL": "https://example.com/repo",
}
"""Addresses that are set while an edition is made: it names none of them."""


Copies = Callable[[], Path]
"""Makes a copy of the project, or of the made-up one, at each call."""


class Made(NamedTuple):
    """A copy of the project in which an edition was made, and what was said meanwhile."""

    root: Path
    stdout: str
    stderr: str


def mkdocs(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs on a copy of the project, for the address SITE unless told otherwise."""
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=root,
        env={**os.environ, **quiet, **ADDRESSES, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def built(root: Path, folder: Path | None = None, **environment: str) -> Path:
    """The site that a copy of the project makes, in its own folder `site` unless told otherwise."""
    target = folder or root / "site"
    done = mkdocs(root, "build", "--strict", "--site-dir", str(target), **environment)
    assert done.returncode == 0, done.stderr
    return target


def said_of(root: Path, **environment: str) -> list[str]:
    """What a build that fails says is wrong, one line a mistake."""
    done = mkdocs(root, "build", "--strict", **environment)
    assert done.returncode != 0 and "Traceback" not in done.stderr, done.stderr
    *lines, last = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert last.endswith(f"{len(lines)} mistake(s), listed above. Nothing was built.")
    return [line.removeprefix("ERROR").lstrip(" -") for line in lines]


def make(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs make on a copy of the project, in the environment in which the tests run; it knows of no make around it."""
    outer = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", *arguments, *MADE],
        cwd=root,
        env={**outer, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def make_edition(root: Path, day: str) -> subprocess.CompletedProcess[str]:
    """What `make edition` says of a copy of the project."""
    return make(root, "edition", f"DATE={day}", **SET)


def faults_of(root: Path, **environment: str) -> list[str]:
    """What is wrong with a copy of the project, one line a mistake, as it is read without MkDocs."""
    problems = Problems()
    if project := read_project(root, ADDRESSES | environment, problems):
        read_library(project, problems)
    return problems.report()


def written(folder: Path) -> Path:
    """Copies what people write into a folder: to be read, not to be built."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    settings = folder / "mkdocs.yml"
    settings.write_text(unaddressed(settings.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def copy_of(folder: Path, kept: Sequence[str] = CACHES) -> Path:
    """Copies the project into a folder, with some of what builds have kept: fonts, references and pictures."""
    for name in ("overrides", *kept):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.partial"))
    return written(folder)


def unaddressed(settings: str) -> str:
    """mkdocs.yml with its three addresses left to the environment, whatever it sets them to."""
    bare = re.sub(r"(?m)^( *)(?:site|report|repo)_url:.*\n(?:\1 +.*\n)*", "", settings)
    lines = (f'{name.lower()}: !ENV [{name}, ""]' for name in ADDRESSES)
    return bare.replace("\nextra:\n", "\n  ".join(["\nextra:", *lines]) + "\n")


def spoil(root: Path, file: str, old: str, new: str) -> None:
    """Puts other words in the place of some of a file; they must stand there."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def set_line(root: Path, name: str, line: str) -> None:
    """Gives another line to the setting `name`, whatever it is set to."""
    file = root / "mkdocs.yml"
    text, count = re.subn(
        rf"(?m)^( *){name}:.*$", rf"\g<1>{line}", file.read_text("utf-8"), count=1
    )
    assert count == 1
    file.write_text(text, encoding="utf-8")


def settings() -> dict[str, Any]:
    """What mkdocs.yml sets, read as MkDocs reads it."""
    return yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


def number_and_day() -> tuple[int, str]:
    """Number and day of the edition, which `make edition` sets."""
    edition = settings()["extra"]["edition"]
    return edition["number"], edition["date"]
