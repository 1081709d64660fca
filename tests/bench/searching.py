"""What a search takes: from the key that opens it to the first result, then from each further letter."""

import contextlib
from collections.abc import Iterator

from playwright.sync_api import Browser, Page

from bench.phone import Phone, phone
from bench.serving import Served

WORD = "broadband"
TYPED = ("comision", "27.2 trillion", "silk")
WAIT = 20_000
PAGE = "digital-gaps/"
ALL_THERE = "() => document.querySelector('.search-count').textContent"
"""The first results come before what all are made of; then their number is told."""

# The clock starts at a key's own time stamp and stops when a frame with results was drawn after it.
CLOCK = """() => {
    window.strokes = [];
    let began = 0;
    addEventListener("keydown", ({ key, timeStamp }) => {
        if (began === 0 || window.each) began = timeStamp;
    }, true);
    new MutationObserver((changes) => {
        const within = changes.some((change) => change.target.closest?.("dialog[open]"));
        if (!began || !within || !document.querySelector("dialog[open] a.result")) return;
        const start = began;
        began = 0;
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => window.strokes.push(performance.now() - start);
            port2.postMessage(0);
        });
    }).observe(document, { subtree: true, childList: true });
}"""


class Searching:
    """Rounds of a first search on a phone that has just opened a chapter."""

    def __init__(self, browser: Browser, served: Served, site: str, slow: bool = True) -> None:
        self.browser, self.served, self.address = browser, served, f"{served.address}{site}/{PAGE}"
        self.slow = slow
        self.first: list[float] = []
        self.later: list[float] = []
        self.bytes = 0
        self.faults: list[str] = []

    def round(self) -> None:
        with self.first_search() as tab:
            tab.evaluate("window.each = true")
            for words in TYPED:
                self.type(tab, words)

    @contextlib.contextmanager
    def first_search(self) -> Iterator[Page]:
        """A tab in which the search has given its first results."""
        with phone(self.browser, self.slow) as held:
            held.tab.goto(self.address)
            held.settle()
            held.tab.evaluate(CLOCK)
            self.first.append(self.opened(held))
            yield held.tab
            self.faults += held.errors

    def opened(self, held: Phone) -> float:
        """Opens the search by its key and types a word at once, without waiting for anything."""
        self.served.sent()
        held.tab.keyboard.press("/")
        held.tab.keyboard.type(WORD)
        taken = struck(held.tab)
        held.tab.wait_for_function(ALL_THERE, timeout=WAIT)
        self.bytes = sum(sent.whole for sent in self.served.sent())
        return taken

    def type(self, tab: Page, words: str) -> None:
        """Empties the box, and types words letter by letter, each when the last one is answered."""
        tab.locator("dialog[open] input[type=search]").fill("")
        for letter in words:
            tab.evaluate("window.strokes = []")
            tab.keyboard.press(letter)
            self.later.append(struck(tab))


def struck(tab: Page) -> float:
    """The time of one stroke; each has to have results, or there is nothing to time."""
    tab.wait_for_function("() => window.strokes.length", timeout=WAIT)
    return float(tab.evaluate("window.strokes[0]"))
