"""What the build takes: whole, and from an edit that is saved to the page that shows it."""

import contextlib
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench.sites import built, environment, forget, mkdocs_command

FIRST_WORDS = re.compile(r"^\{ #p\d", re.MULTILINE)
PAGE = "digital-gaps"
HOST = "127.0.0.1"
WAIT = 60_000
SHOWS = """(words) => document.body?.innerText.includes(words)
    && performance.getEntriesByName("first-contentful-paint").length"""
PAINTED_AT = """() => performance.timeOrigin
    + performance.getEntriesByName("first-contentful-paint")[0].startTime"""


def seconds(project: Path) -> float:
    """The time of a build."""
    start = time.perf_counter()
    built(project, project / "site")
    return time.perf_counter() - start


def builds(plain: Path, ours: Path, fresh: Path, rounds: int) -> tuple[float, float, float]:
    """The median time of a plain build, of ours and of ours with nothing kept, taken by turns."""
    turns = []
    for _ in range(rounds):
        forget(fresh)
        turns.append((seconds(plain), seconds(ours), seconds(fresh)))
    first, second, third = (median(times) for times in zip(*turns, strict=True))
    return first, second, third


@contextlib.contextmanager
def followed(project: Path) -> Iterator[str]:
    """A project as `make serve` serves it."""
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    command = mkdocs_command("serve", "--quiet", "--dev-addr", f"{HOST}:{port}", "--livereload")
    process = subprocess.Popen(command, cwd=project, env=environment(), stderr=subprocess.PIPE)
    try:
        yield f"http://{HOST}:{port}/{PAGE}/"
    finally:
        process.terminate()
        process.communicate()


def saved(browser: Browser, project: Path, rounds: int) -> float:
    """The median time from an edit of a chapter to the page that shows it, in seconds."""
    with followed(project) as address:
        tab = browser.new_page()
        arrive(tab, address)
        times = [
            saved_once(tab, project / "docs" / f"{PAGE}.md", number) for number in range(rounds)
        ]
        tab.close()
    return median(times)


def arrive(tab: Page, address: str) -> None:
    """Opens a page as soon as its server answers, which first builds the site."""
    for _ in range(WAIT // 500):
        with contextlib.suppress(Exception):
            tab.goto(address)
            return
        time.sleep(0.5)
    raise SystemExit(f"{address} is not served")


def saved_once(tab: Page, file: Path, number: int) -> float:
    words = f"This sentence was saved as number {number}."
    text = edited(file.read_text("utf-8"), words)
    # The page asks for news only when it has been read; and MkDocs looks at most once in a second.
    time.sleep(1.5)
    start = time.time()
    file.write_text(text, encoding="utf-8")
    tab.wait_for_function(SHOWS, arg=words, timeout=WAIT)
    return float(tab.evaluate(PAINTED_AT)) / 1000 - start


def edited(text: str, sentence: str) -> str:
    """A chapter with one more sentence in its first numbered paragraph, after the first line of this."""
    end = next(FIRST_WORDS.finditer(text)).start()
    first = text.index("\n", text.rindex("\n\n", 0, end) + 2)
    return f"{text[:first]}\n{sentence}{text[first:]}"
