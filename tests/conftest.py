"""What the tests share: the real site, built once; a server for it; one browser."""

import contextlib
import functools
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import browser as finder
from edition.model import Edition

ROOT = Path(__file__).resolve().parents[1]
SITE = "https://example.org/digital-silk-road/"
"""The address that the site is built for, unless a test says otherwise."""
ADDRESSES = {"SITE_URL": SITE, "REPORT_URL": "", "REPO_URL": ""}
CACHES = (".cache/fonts", ".cache/references", ".cache/social")
FILES = (
    "mkdocs.yml", "references.bib", "Makefile", "requirements.txt", "CITATION.cff", "CHANGELOG.md",
)  # fmt: skip


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


def copy_of(folder: Path, kept: Sequence[str] = CACHES) -> Path:
    """Copies the project into a folder, with some of what builds have kept: fonts, references and pictures."""
    for name in ("docs", "overrides", *kept):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    settings = folder / "mkdocs.yml"
    settings.write_text(unaddressed(settings.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def unaddressed(settings: str) -> str:
    """mkdocs.yml with its three addresses left to the environment, whatever it sets them to."""
    bare = re.sub(r"(?m)^( *)(?:site|report|repo)_url:.*\n(?:\1 +.*\n)*", "", settings)
    lines = (f'{name.lower()}: !ENV [{name}, ""]' for name in ADDRESSES)
    return bare.replace("\nextra:\n", "\n  ".join(["\nextra:", *lines]) + "\n")


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, to be built as it stands: what its builds keep is kept in the checkout, for the next run."""
    root = copy_of(tmp_path_factory.mktemp("whole"), kept=())
    (ROOT / ".cache").mkdir(exist_ok=True)
    (root / ".cache").symlink_to(ROOT / ".cache")
    return root


@pytest.fixture(scope="session")
def site(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built as `make build` builds it for an address."""
    folder = tmp_path_factory.mktemp("site")
    done = mkdocs(checkout, "build", "--strict", "--site-dir", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The real edition, read from docs/ and references.bib."""
    import real

    return real.edition()


@pytest.fixture(scope="session")
def edition_made(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """A copy of the project in which an edition was made, and what was said."""
    from test_frozen_pages import DAY, make_edition

    root = copy_of(tmp_path_factory.mktemp("project"))
    done = make_edition(root, DAY)
    assert done.returncode == 0, done.stderr
    return root, done


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, answers what is missing with the site's 404 page, and says nothing."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder on this machine, and gives its address."""
    handler = functools.partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site, served."""
    with serving(site) as base:
        yield base


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser; where there is none, the test fails with what to install."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=str(finder.executable()),
            args=[*sandbox, "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        yield launched
        launched.close()
