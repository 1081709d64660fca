"""Finds a browser for the tests, or gets one; no test is ever skipped for want of one.

In order: the one that the variable CHROMIUM names; an installed Chromium or Chrome; Playwright's
own download, which goes into the checkout; as root on Debian, the package `chromium`.
If all of these fail, so do the tests, with one line that says what to run.

Whatever is found must start, since some programs of these names do not: Ubuntu's `chromium-browser`
without its snap, or a download on a machine that lacks its libraries.

As a program, `python tests/browser.py` makes sure that a browser is there and prints where.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

DOWNLOADS = Path(__file__).resolve().parents[1] / ".build" / "browsers"
PROGRAMS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
# A bare Debian has no font at all, and a browser without one gives text no width.
PACKAGES = ("chromium", "fonts-liberation")
PLAYWRIGHT = {"PLAYWRIGHT_BROWSERS_PATH": str(DOWNLOADS)}
# Only Playwright knows where in its download the program is; asked in a process of its own, because
# it refuses to start twice in one, and the tests may have started it.
WHERE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
DOWNLOAD_MINUTES = 5
PACKAGE_MINUTES = 15


class NoBrowserError(Exception):
    """There is no browser and none could be had; the message says what to run."""


@cache
def executable() -> Path:
    """The browser's program, after getting one if the machine has none."""
    for way in (_named, _installed, _downloaded, _download, _install):
        if path := way():
            return path
    raise NoBrowserError(_advice())


def _named() -> Path | None:
    if not (name := os.environ.get("CHROMIUM")):
        return None
    if path := _started(name):
        return path
    raise NoBrowserError(f"CHROMIUM is {name}, which does not start: correct it, or unset it.")


def _installed() -> Path | None:
    return next(filter(None, map(_started, PROGRAMS)), None)


def _downloaded() -> Path | None:
    path = _download_path()
    return _started(str(path)) if path else None


def _download() -> Path | None:
    if _download_path():
        return None  # It is there and does not start: nor would another.
    _say(f"No browser found: downloading Chromium to {DOWNLOADS} (at most {DOWNLOAD_MINUTES} min).")
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    return _downloaded() if _succeeds(command, DOWNLOAD_MINUTES, PLAYWRIGHT) else None


def _install() -> Path | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    _say(f"Installing Debian's {' and '.join(PACKAGES)} instead.")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]
    # An update that fails for somebody's other repository may still have brought Debian's list.
    _succeeds(["apt-get", "update"], PACKAGE_MINUTES, quiet)
    return _installed() if _succeeds(install, PACKAGE_MINUTES, quiet) else None


def _advice() -> str:
    if _download_path():
        lacking = f"{sys.executable} -m playwright install-deps chromium"
        return f"The browser in {DOWNLOADS} does not start; for its libraries, as root: {lacking}"
    if sys.platform == "darwin":
        return "No browser for the tests; run: brew install --cask google-chrome"
    debian = f"apt-get install {' '.join(PACKAGES)}"
    return f"No browser for the tests; install Chromium or Chrome (Debian, as root: {debian})"


def _download_path() -> Path | None:
    if not DOWNLOADS.is_dir():
        return None
    command = [sys.executable, "-c", WHERE]
    asked = subprocess.run(command, env=os.environ | PLAYWRIGHT, capture_output=True, text=True)
    path = Path(asked.stdout.strip())
    return path if path.is_file() else None


def _started(program: str) -> Path | None:
    path = shutil.which(program)
    return Path(path) if path and _succeeds([path, "--version"], 1, {}) else None


def _succeeds(command: list[str], minutes: int, variables: dict[str, str]) -> bool:
    """Whether a command ends well and in time; what it started ends with it."""
    process = _begin(command, variables)
    try:
        return process.wait(minutes * 60) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGTERM)


def _begin(command: list[str], variables: dict[str, str]) -> subprocess.Popen[bytes]:
    # Silent, because a failure here is not the last word, and its pages of output would look so.
    return subprocess.Popen(
        command,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        print(f"Browser for the tests: {executable()}")
    except NoBrowserError as error:
        sys.exit(str(error))
