"""The search, as a reader asks it, and the queries of queries.tsv."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Locator, Page

QUERIES = Path(__file__).with_name("queries.tsv")


CHAPTER = "digital-gaps/"


DIALOG = "dialog[open][aria-label='Search']"


# Not Playwright's own waiting, which looks ten times a second at most: there are hundreds of queries.
ANSWERED = r"""(dialog, wanted) => new Promise((done, fail) => {
    const status = dialog.querySelector(".search-count");
    const end = performance.now() + 5000;
    const look = () => {
        if (/\b(\d+|no) results?\b/i.test(status.textContent) === wanted) done();
        else if (performance.now() > end) fail(new Error(`The count stays "${status.textContent}"`));
        else setTimeout(look, 1);
    };
    look();
})"""


# All in one call of the browser: a call for each query takes longer than what it looks for.
ASKED = """async (dialog, words) => {
    const field = dialog.querySelector("input[type=search]");
    const answered = ANSWERED;
    const type = (text) => {
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        return answered(dialog, text !== "");
    };
    const found = [];
    for (const text of words) {
        await type("");
        await type(text);
        found.push([...dialog.querySelectorAll("a.result")].map((link) => link.href));
    }
    return found;
}""".replace("ANSWERED", ANSWERED)


READ = """(links) => links.map((link) => [
    link.href,
    link.querySelector(".result-kind")?.textContent.trim() ?? "",
    [...link.querySelectorAll("mark")].map((mark) => mark.textContent),
    link.textContent,
])"""


class Query(NamedTuple):
    kind: str
    words: str
    wanted: tuple[str, ...]


class Result(NamedTuple):
    address: str
    kind: str
    marks: list[str]
    text: str


def queries() -> Iterator[Query]:
    kind = ""
    for line in QUERIES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            kind = line.removeprefix("# ")
            continue
        words, addresses = line.split("\t")
        wanted = tuple(address.removeprefix("./") for address in addresses.split(" | "))
        yield Query(kind, words, wanted)


def located(url: str) -> str:
    """The address below the site's root, without what only asks for highlighting."""
    parts = urlsplit(url)
    fragment = unquote(parts.fragment).partition(":~:")[0]
    return parts.path.removeprefix("/") + (f"#{fragment}" if fragment else "")


def search(tab: Page, words: str) -> list[Result]:
    """Types words into the open search, and reads what it finds."""
    dialog = tab.locator(DIALOG)
    dialog.get_by_role("searchbox").fill("")
    dialog.evaluate(ANSWERED, False)
    dialog.get_by_role("searchbox").fill(words)
    dialog.evaluate(ANSWERED, True)
    return results(tab)


def results(tab: Page) -> list[Result]:
    read = tab.locator(f"{DIALOG} a.result").evaluate_all(READ)
    return [Result(located(url), kind, marks, text) for url, kind, marks, text in read]


def found(tab: Page, words: str) -> list[str]:
    return [result.address for result in search(tab, words)]


def found_for(tab: Page, asked: list[Query]) -> list[list[str]]:
    """The addresses that each query finds."""
    addresses = tab.locator(DIALOG).evaluate(ASKED, [query.words for query in asked])
    return [[located(url) for url in found] for found in addresses]


def button(tab: Page) -> Locator:
    return tab.get_by_role("button", name="Search", exact=True)


def box(tab: Page) -> Locator:
    return tab.locator(f"{DIALOG} input[type=search]")
