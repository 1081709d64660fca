"""Starts Firefox and WebKit as they are shipped, each with settings of its own, on a screen that nobody sees.

As a program it says which packages to install where something is missing.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from engines.webdriver import COMMAND_SECONDS, SCREEN, Firefox, Http, Marionette, Window

PROGRAMS = {"firefox-esr": "firefox-esr", "webkit2gtk-driver": "WebKitWebDriver", "xvfb": "Xvfb"}
"""The program that is needed from each of Debian's packages."""
MINI_BROWSER = "*/webkit2gtk-4.*/MiniBrowser"
"""WebKit's own browser, which comes with its library, below /usr/lib."""
PREFERENCES = {
    "marionette.port": 0,  # Any that is free: Firefox writes down which.
    "layout.css.prefers-color-scheme.content-override": 1,  # Light, whatever the system has.
    "dom.w3c_touch_events.enabled": 1,
}
# The buttons of its own bar would keep a window of WebKit's from being as narrow as a telephone.
NARROW = "* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }"


def missing() -> list[str]:
    """The packages that have to be installed first."""
    return [package for package, program in PROGRAMS.items() if not shutil.which(program)]


@contextmanager
def firefox() -> Iterator[Firefox]:
    """Firefox with a profile of its own."""
    with _folder() as folder:
        _write(folder / "user.js", "".join(map(_line, PREFERENCES.items())))
        options = ("--headless", "--marionette", "--no-remote", "--remote-allow-system-access")
        with _running(["firefox-esr", *options, "--profile", str(folder)]):
            port = _soon(lambda: _number(folder / "MarionetteActivePort"))
            with closing(Marionette(port)) as connection:
                connection.send("NewSession")
                yield Firefox(connection)


def _line(preference: tuple[str, object]) -> str:
    name, value = map(json.dumps, preference)
    return f"user_pref({name}, {value});\n"


@contextmanager
def webkit() -> Iterator[Window]:
    """WebKit in its own small browser."""
    browser = {"binary": str(next(Path("/usr/lib").glob(MINI_BROWSER))), "args": ["--automation"]}
    port = _free_port()
    command = ["WebKitWebDriver", "--host=127.0.0.1", f"--port={port}"]
    with _folder() as folder, _screen(folder) as display:
        _write(folder / "gtk-3.0/gtk.css", NARROW)
        with _running(command, DISPLAY=display, **_homes(folder)):
            _soon(lambda: _answering(port))
            connection = Http(f"http://127.0.0.1:{port}/session")
            connection.begin({"webkitgtk:browserOptions": browser})
            yield Window("WebKit", connection)
            connection.send("DeleteSession")


@contextmanager
def _screen(folder: Path) -> Iterator[str]:
    """A screen without a monitor; its server writes down its number when it is ready."""
    file = folder / "screen"
    with file.open("wb") as number:
        command = ["Xvfb", "-displayfd", str(number.fileno()), "-screen", "0", f"{SCREEN}x1000x24"]
        with _running(command, number.fileno()):
            yield f":{_soon(lambda: _number(file))}"


@contextmanager
def _folder() -> Iterator[Path]:
    # What a browser still writes as it ends must not keep its folder from going.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        yield Path(name)


def _homes(folder: Path) -> dict[str, str]:
    # Without a session bus, whose services would outlive the browser and keep the folder in use.
    names = ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    return {**dict.fromkeys(names, str(folder)), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")


@contextmanager
def _running(command: list[str], *files: int, **variables: str) -> Iterator[None]:
    """A program, silent, which ends when it is no longer needed."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **variables},
        pass_fds=files,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _soon(look: Callable[[], int | None]) -> int:
    """The number that is there as soon as a program has started."""
    end = time.monotonic() + COMMAND_SECONDS
    while (found := look()) is None:
        assert time.monotonic() < end, "the browser does not start"
        time.sleep(0.05)
    return found


def _number(file: Path) -> int | None:
    text = file.read_text("utf-8").strip() if file.exists() else ""
    return int(text) if text else None


def _answering(port: int) -> int | None:
    with socket.socket() as tried:
        return port if tried.connect_ex(("127.0.0.1", port)) == 0 else None


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


if __name__ == "__main__" and (lacking := missing()):
    sys.exit(f"For the tests in Firefox and WebKit, as root: apt-get install {' '.join(lacking)}")
