"""Tabs of a real browser in which a fault fails the test: an error in the console, what a policy stops among them;
a page without a policy; a request elsewhere.

A window takes longer to open than most tests take, so each is kept for the next test that wants one of its kind.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error(); } });"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
HELD = """addEventListener("DOMContentLoaded", () => {
    const isHeld = document.querySelector("meta[http-equiv=Content-Security-Policy]");
    if (!isHeld && location.protocol.startsWith("http")) console.error(`${location} has no policy`);
});"""
"""Tells of a page that has no policy."""
TIMED = """(() => {
    const { setTimeout: set, clearTimeout: clear } = globalThis, running = new Set();
    globalThis.setTimeout = (run, ...rest) => {
        const ended = (...values) => {
            running.delete(timer);
            run(...values);
        };
        const timer = set(ended, ...rest);
        running.add(timer);
        return timer;
    };
    globalThis.clearTimeout = (timer) => {
        running.delete(timer);
        clear(timer);
    };
    globalThis.hasRested = () => new Promise((done) => {
        const meant = [...running];
        const look = () => (meant.some((timer) => running.has(timer)) ? set(look, 5) : done());
        look();
    });
})()"""
"""Lets a page tell when none of the timers that it has set runs any more."""
MOST_VISITS = 40
"""How many tests a window serves: it keeps something of each page, and grows slow."""
FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch {} }"


def until(tab: Page, holds: Callable[[], bool]) -> None:
    """Waits for what a tab tells of only while it is waited for, such as a request; fails where it never comes."""
    end = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        tab.evaluate("() => new Promise((done) => setTimeout(done, 10))")


def rested(tab: Page) -> None:
    """Waits until all that the page means to do later is done, or was called off."""
    tab.evaluate("hasRested()")


class Watched:
    """A tab, and what goes wrong in it."""

    def __init__(self, browser: Browser, scripts: tuple[str, ...], options: dict[str, Any]) -> None:
        context = browser.new_context(**options)
        for script in (HELD, TIMED, *scripts):
            context.add_init_script(script)
        self.faults: list[str] = []
        self.own: tuple[str, ...] = ()
        context.on("console", self.hear)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        context.on("request", self.see)
        self.tab = context.new_page()
        self.visits = 0

    def hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.faults.append(said.text)

    def see(self, request: Request) -> None:
        if not request.url.startswith(self.own):
            self.faults.append(request.url)

    def begin(self, address: str, size: tuple[int, int]) -> None:
        """Makes the tab as a new one is, for the site at an address."""
        self.own = (address, "data:", "blob:")
        self.visits += 1
        self.tab.set_viewport_size({"width": size[0], "height": size[1]})
        self.tab.mouse.move(5, 5)

    def end(self) -> list[str]:
        """Leaves the page and all that it has kept; gives what went wrong."""
        faults = [*self.faults]
        for other in self.tab.context.pages:
            if other != self.tab:
                other.close()
        self.tab.unroute_all()
        self.tab.context.unroute_all()
        self.tab.evaluate(FORGET)
        self.tab.goto("about:blank")
        self.tab.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null"
        )
        self.faults.clear()
        return faults


class Tabs:
    """The tabs of one browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.kept: defaultdict[object, list[Watched]] = defaultdict(list)

    @contextmanager
    def visiting(
        self,
        address: str,
        width: int = 1280,
        height: int = 900,
        clipboard: bool = True,
        storage: bool = True,
        may_fail: bool = False,
        **options: Any,  # noqa: ANN401
    ) -> Iterator[Page]:
        """A tab at no page yet, with nothing kept, for the site at an address; a fault fails the test, but where the
        test itself sees to it that something `may_fail`."""
        free = self.kept[clipboard, storage, *sorted(options.items())]
        watched = free.pop() if free else self.opened(clipboard, storage, options)
        watched.begin(address, (width, height))
        yield watched.tab
        faults = watched.end()
        if watched.visits < MOST_VISITS:
            free.append(watched)
        else:
            watched.tab.context.close()
        assert may_fail or faults == []

    def opened(self, clipboard: bool, storage: bool, options: dict[str, Any]) -> Watched:
        scripts = (*([] if clipboard else [NO_CLIPBOARD]), *([] if storage else [NO_STORAGE]))
        allowed = ["clipboard-read", "clipboard-write"] if clipboard else []
        return Watched(self.browser, scripts, {"permissions": allowed, **options})
