"""What the tests in Firefox and WebKit share: a window of each; a server that hears what goes wrong in them."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from engines import starting
from engines.webdriver import Firefox, Window
from server import Quiet

LISTENER = Path(__file__).with_name("faults.js")
FAULTS = "/faults"
"""Where a page reports what goes wrong in it: neither driver tells of WebKit's console."""


class Listening(Quiet):
    """Serves the site, each page with a script that reports its errors; keeps them, and what was missing."""

    faults: list[str] = []

    def do_GET(self) -> None:
        if self.path == f"{FAULTS}.js":
            return self.answer(LISTENER.read_bytes(), "text/javascript")
        file = Path(self.translate_path(self.path))
        page = file / "index.html" if self.path.partition("?")[0].endswith("/") else file
        if page.suffix != ".html" or not page.is_file():
            return super().do_GET()
        return self.answer(self.heard(page.read_bytes()), "text/html; charset=utf-8")

    def do_POST(self) -> None:
        said = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.faults.append(said)
        self.answer(b"", "text/plain")

    def end_headers(self) -> None:
        # Each visit is a first one for the fonts: what is measured before they come is wrong after.
        if self.path.endswith(".woff2"):
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def heard(self, page: bytes) -> bytes:
        return page.replace(b"<head>", b'<head><script src="/faults.js"></script>', 1)

    def answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        self.faults.append(f"{code}: {self.path}")
        super().send_error(code, message, explain)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the real site, served."""
    handler = functools.partial(Listening, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="session")
def firefox_browser() -> Iterator[Firefox]:
    with starting.firefox() as window:
        yield window


@pytest.fixture(scope="session")
def webkit_browser() -> Iterator[Window]:
    with starting.webkit() as window:
        yield window


@pytest.fixture(scope="session", params=["firefox", "webkit"])
def browser(request: pytest.FixtureRequest) -> Window:
    """A browser, started once; each test runs in one, then in the other."""
    window: Window = request.getfixturevalue(f"{request.param}_browser")
    return window


@pytest.fixture
def window(browser: Window, address: str) -> Iterator[Window]:
    """A window in which nothing was done yet; an error, or a file that is missing, fails the test."""
    with fresh(browser, address):
        yield browser


@pytest.fixture
def firefox(firefox_browser: Firefox, address: str) -> Iterator[Firefox]:
    """The same for what the driver of WebKit cannot do."""
    with fresh(firefox_browser, address):
        yield firefox_browser


@contextmanager
def fresh(browser: Window, address: str) -> Iterator[None]:
    browser.home = address
    # A quiet page first: Firefox takes no pointer while the last test's page is still being left.
    browser.go("404.html")
    browser.resize(1280)
    browser.point_aside()
    browser.run("localStorage.clear(); sessionStorage.clear();")
    yield
    found, Listening.faults[:] = [*Listening.faults], []
    assert found == []
