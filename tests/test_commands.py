"""Every command of the Makefile runs, in its smallest form; those that need other programs say which are missing."""

import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

import pictures
from bench.grown import grown
from project import MADE, ROOT, faults_of, make

TARGET = re.compile(r"(?m)^([a-z-]+):(?=.*## )")
TARGETS = TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))
STANDING = (f"VENV={sys.executable}", "--old-file=.venv/test.stamp")
"""Tells make that the environment for tests stands."""
SECONDS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project that holds two tests and next to nothing else."""
    for name in ("Makefile", ".ruff.toml", ".mypy.ini", ".pytest.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "overrides/hooks").mkdir(parents=True)
    (tmp_path / "overrides/hooks/hook.py").write_text("NUMBER = 1\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests/browser.py").write_text('print("a browser")\n')
    (tmp_path / "tests/test_quick.py").write_text("def test_it() -> None:\n    assert True\n")
    whole = "@pytest.mark.whole\ndef test_it() -> None:\n    raise AssertionError\n"
    (tmp_path / "tests/test_whole.py").write_text(f"import pytest\n\n\n{whole}")
    return tmp_path


def ran(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return make(root, *arguments, *STANDING)


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a program of the tests as make does."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={"PYTHONPATH": "tests:overrides/hooks", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("target", TARGETS)
def test_what_a_command_runs_is_there(target: str) -> None:
    told = ran(ROOT, "--dry-run", target).stdout
    for name in re.findall(r" -m ([a-z][\w.]*)", told):
        assert find_spec(name), name
    for file in re.findall(r"\S+\.py\b", told):
        assert (ROOT / file).is_file() or Path(file).is_file(), file
    assert told


def test_help_names_every_command_once(folder: Path) -> None:
    lines = ran(folder, "help").stdout.splitlines()
    assert [line.split()[1] for line in lines] == TARGETS and len(TARGETS) > 15
    assert all(len(line.split()) > 4 for line in lines)


@pytest.mark.whole
def test_format_corrects_what_lint_reports(folder: Path) -> None:
    (folder / "tests/test_quick.py").write_text("import os\ndef test_it( ) -> None: pass\n")
    assert ran(folder, "lint").returncode != 0
    assert ran(folder, "format").returncode == 0
    done = ran(folder, "lint")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.whole
def test_the_quick_round_leaves_out_what_takes_long(folder: Path) -> None:
    done = ran(folder, "check", "CORES=-n 1")
    assert done.returncode == 0 and "1 passed" in done.stdout, done.stdout + done.stderr


@pytest.mark.whole
def test_all_tests_are_run_on_every_core(folder: Path) -> None:
    done = ran(folder, "test")
    assert done.returncode != 0 and "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr


def test_requirements_are_made_anew(folder: Path) -> None:
    for name in ("requirements", "requirements-test"):
        (folder / f"{name}.in").write_text("")
        assert not (folder / f"{name}.txt").exists()
    done = ran(folder, "requirements")
    assert done.returncode == 0, done.stderr
    assert "make requirements" in (folder / "requirements-test.txt").read_text("utf-8")


def test_a_site_is_built_registered_and_cleaned_away(small: Path) -> None:
    done = make(small, "register")
    assert done.returncode == 0 and "Built site/" in done.stdout, done.stderr
    assert "\np/2/,1\n" in (small / "docs/data/register.csv").read_text("utf-8")
    assert make(small, "clean").returncode == 0
    assert [n for n in ("site", ".build", ".cache", ".venv") if (small / n).exists()] == []


@contextmanager
def taken() -> Iterator[int]:
    """A port that something listens at."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        yield listening.getsockname()[1]


def test_a_port_in_use_is_reported_with_its_remedy(small: Path) -> None:
    with taken() as port:
        done = make(small, "serve", f"PORT={port}")
    assert done.returncode != 0
    assert f"Port {port} is taken; for another: make serve PORT=8001" in done.stderr


def test_the_site_is_served(small: Path) -> None:
    with taken() as port:
        pass
    command = ["make", "serve", f"PORT={port}", *MADE]
    with subprocess.Popen(
        command, cwd=small, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as served:
        assert served.stderr
        lines = iter(served.stderr.readline, "")
        assert any("Serving on" in line for line in lines)
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=SECONDS).read()
        served.terminate()
    assert b"A Made-up Edition" in page


def test_an_edition_of_no_day_is_refused_in_a_line(small: Path) -> None:
    done = make(small, "edition", "DATE=soon")
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "soon" in done.stderr.splitlines()[0]


def test_ten_times_the_content_is_an_edition_without_mistakes(tmp_path: Path) -> None:
    assert faults_of(grown(tmp_path / "grown", 10)) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-m", "bench", "--only", "nothing"), "choose from"),
        (("-m", "bench", "--rounds", "few"), "invalid int value: 'few'"),
        (("tests/pictures.py", "nothing"), "choose from"),
    ],
)
def test_an_unknown_argument_is_reported(arguments: tuple[str, ...], said: str) -> None:
    done = program(*arguments)
    assert done.returncode == 2 and said in done.stderr.splitlines()[-1]


@pytest.mark.parametrize("task", ["render", "screenshot"])
def test_pictures_without_a_site_say_so_in_a_line(tmp_path: Path, task: str) -> None:
    (tmp_path / "tests").mkdir()
    for name in ("pictures.py", "browser.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    file = str(tmp_path / "tests/pictures.py")
    done = program(file, task)
    assert done.returncode == 1 and "site/index.html is missing; run: make build" in done.stderr


def test_a_missing_browser_is_reported_in_one_line() -> None:
    done = program("tests/browser.py", CHROMIUM="/nowhere/chromium")
    assert done.returncode == 1 and done.stderr.startswith("CHROMIUM is /nowhere/chromium")


def test_pictures_that_nobody_made_are_not_accepted(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="^Nothing to accept; first: make pictures$"):
        pictures.accept(tmp_path)


def test_other_missing_browsers_are_reported_as_packages() -> None:
    done = program("-m", "engines.starting", PATH="/nowhere")
    said = "as root: apt-get install firefox-esr webkit2gtk-driver xvfb"
    assert done.returncode == 1 and done.stderr.strip().endswith(said)
