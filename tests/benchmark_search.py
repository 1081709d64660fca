"""How long the search takes from a key stroke to its first results, on a processor slowed four times.

    make build
    PYTHONPATH=overrides/hooks .venv/bin/python tests/benchmark_search.py

It types in a real browser, over site/, with its records as they are and with ten and a hundred copies of them.
A copy is found whenever the record is, so what is typed has ten and a hundred times as many results as well: more
than real content would give. "results" is when they stand in the page, "painted" when the reader sees them.
The first line of each size is the stroke right after the search is opened, which has to wait for its records
(the limit is not for it).
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, Route

import pictures
from conftest import ROOT, serving

SITE = ROOT / "site"
SIZES = (1, 10, 100)
SLOWED = 4
LIMIT = 50
TYPED = (
    "broadband",
    "comision economica",
    "CEPAL 45",
    "27.2 trillion",
    "digital silk road",
    "s1800256",
)
FEWEST_RECORDS = 20
"""A list of the index that is shorter than this holds something else than records."""

# The clock starts at the key's own time stamp; results that were there before it do not stop it.
CLOCK = """() => {
    window.strokes = [];
    let began = 0;
    addEventListener("keydown", (event) => { began = event.key === "/" ? 0 : event.timeStamp; }, true);
    new MutationObserver((changes) => {
        const within = changes.some((change) => change.target.closest?.("dialog[open]"));
        if (!began || !within || !document.querySelector("dialog[open] a.result")) return;
        const stroke = [performance.now() - began];
        began = 0;
        requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            const start = performance.now() - stroke[0];
            port1.onmessage = () => window.strokes.push([...stroke, performance.now() - start]);
            port2.postMessage(0);
        });
    }).observe(document, { subtree: true, childList: true });
}"""
STRUCK = """() => new Promise((done) => {
    const end = performance.now() + 20000;
    const look = () => {
        if (window.strokes.length || performance.now() > end) done(window.strokes.splice(0));
        else setTimeout(look, 5);
    };
    look();
})"""


@dataclass
class Index:
    """The files of records, each list of records in them made so many times as long."""

    times: int
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    sizes: list[tuple[int, int]] = field(default_factory=list)

    def answer(self, route: Route) -> None:
        if route.request.url not in self.files:
            self.files[route.request.url] = self.file(route)
        route.fulfill(**self.files[route.request.url])

    def file(self, route: Route) -> dict[str, Any]:
        response = route.fetch()
        text = response.text()
        grown = multiplied(text, self.times)
        if grown is not None:
            body = grown.encode()
            self.sizes.append((len(body), len(gzip.compress(body))))
        return {"response": response, "body": text if grown is None else grown}

    def __str__(self) -> str:
        whole, zipped = (sum(sizes) / 1024 for sizes in zip(*self.sizes, strict=True))
        return f"{whole:,.1f} KiB, gzipped {zipped:,.1f} KiB"


def multiplied(text: str, times: int) -> str | None:
    """A file of JSON, or a script around JSON, with its records copied; None where there are none."""
    for start in re.finditer(r"[\[{]", text):
        try:
            value, end = json.JSONDecoder().raw_decode(text, start.start())
        except json.JSONDecodeError:
            continue
        grown = copied(value, times)
        if grown is not None:
            return (
                text[: start.start()]
                + json.dumps(grown, ensure_ascii=False, separators=(",", ":"))
                + text[end:]
            )
    return None


def copied(value: Any, times: int) -> Any | None:  # noqa: ANN401 - JSON is of any type
    """The list of records, or the object with such lists in it, made longer."""
    if isinstance(value, list):
        return value * times if len(value) >= FEWEST_RECORDS else None
    grown = {name: copied(part, times) for name, part in value.items() if isinstance(part, list)}
    grown = {name: part for name, part in grown.items() if part is not None}
    return {**value, **grown} if grown else None


Stroke = tuple[float, float]


def measured(browser: Browser, address: str, index: Index) -> tuple[Stroke, list[Stroke]]:
    """The first stroke, and all those after it, with the index at one size."""
    with browser.new_context() as context:
        context.route(re.compile(r"/[^/?]*search[^/]*$"), index.answer)
        # Copying the records takes time too: a first tab has it done, and the second gets them at once.
        struck(opened(context, address), "c")
        tab = opened(context, address)
        first = struck(tab, "c")
        return first, [stroke for words in TYPED for stroke in typed(tab, words)]


def opened(context: BrowserContext, address: str) -> Page:
    """A tab with the search just opened."""
    tab = context.new_page()
    tab.goto(f"{address}digital-gaps/", wait_until="networkidle")
    slowed(context.new_cdp_session(tab))
    tab.evaluate(CLOCK)
    tab.keyboard.press("/")
    tab.locator("dialog[open]").wait_for(timeout=10000)
    return tab


def slowed(session: CDPSession) -> None:
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def typed(tab: Page, words: str) -> Iterator[Stroke]:
    """Empties the box, and types words letter by letter."""
    tab.locator("dialog[open] input[type=search]").fill("")
    return (struck(tab, letter) for letter in words)


def struck(tab: Page, letter: str) -> Stroke:
    """The time of one stroke; each has to have results, or there is nothing to time."""
    tab.keyboard.press(letter)
    ((results, painted),) = tab.evaluate(STRUCK)
    return results, painted


def told(index: Index, first: Stroke, strokes: list[Stroke], today: list[float]) -> Iterator[str]:
    yield f"{index.times} × the records: {index}"
    yield f"  first stroke after opening: results {first[0]:.0f} ms, painted {first[1]:.0f} ms"
    for name, times, before in zip(
        ("results", "painted"), zip(*strokes, strict=True), today, strict=True
    ):
        middle, high = median(times), quantiles(times, n=20)[-1]
        yield (
            f"  {name:8} median {middle:6.1f} ms, 95% under {high:6.1f}, worst {max(times):6.1f}"
            f"   {middle / before:5.1f} × today's   {'within' if high <= LIMIT else 'OVER'} {LIMIT} ms"
        )


def main() -> None:
    today: list[float] = []
    with serving(SITE) as address, pictures.chromium() as browser:
        for times in SIZES:
            index = Index(times)
            first, strokes = measured(browser, address, index)
            if not index.sizes:
                sys.exit("No file with “search” in its name holds a list of records as JSON.")
            today = today or [median(each) for each in zip(*strokes, strict=True)]
            print(f"Processor slowed {SLOWED} times, {len(strokes)} strokes." if times == 1 else "")
            print(*told(index, first, strokes, today), sep="\n")


if __name__ == "__main__":
    main()
