"""A slow phone, as Chromium emulates it, that remembers what it loaded and what went wrong."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

import browser as finder
from bench.serving import BYTES_A_SECOND, ROUND_TRIP, Served

SCREEN: dict[str, Any] = {
    "viewport": {"width": 412, "height": 915},
    "device_scale_factor": 2.625,
    "is_mobile": True,
    "has_touch": True,
    "ignore_https_errors": True,  # Where the key is not trusted either, nothing is kept.
}
SLOWED = 4
SLOW_LINE = {
    "offline": False,
    "latency": ROUND_TRIP,
    "downloadThroughput": BYTES_A_SECOND,
    "uploadThroughput": 750_000 / 8,
}
STEP, QUIET, LONGEST = 100, 700, 5000
"""In milliseconds."""
VIOLATIONS = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.lineNumber}`));"""


@contextlib.contextmanager
def chromium(served: Served) -> Iterator[Browser]:
    """A browser that trusts the server's key, so that it keeps what it loads, as from any host."""
    sandbox = [] if os.geteuid() else ["--no-sandbox"]
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-sync"]
    trusted = f"--ignore-certificate-errors-spki-list={served.key}"
    with sync_playwright() as playwright:
        path = str(finder.executable())
        launched = playwright.chromium.launch(
            executable_path=path, args=[*sandbox, *quiet, trusted]
        )
        yield launched
        launched.close()


@dataclass
class Phone:
    """A reader's phone with one tab."""

    context: BrowserContext
    tab: Page
    session: CDPSession
    asked: set[str] = field(default_factory=set)
    coming: set[str] = field(default_factory=set)
    """The requests that are not yet answered."""
    errors: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, context: BrowserContext) -> "Phone":
        tab = context.new_page()
        held = cls(context, tab, context.new_cdp_session(tab))
        held.listen()
        return held

    def listen(self) -> None:
        self.session.on("Network.requestWillBeSent", self.asks)
        for end in ("Network.loadingFinished", "Network.loadingFailed"):
            self.session.on(end, lambda event: self.coming.discard(event["requestId"]))
        self.session.on("Log.entryAdded", self.logged)
        self.tab.on(
            "console", lambda said: self.errors.append(said.text) if said.type == "error" else None
        )
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.add_init_script(VIOLATIONS)
        self.session.send("Network.enable")
        self.session.send("Log.enable")

    def asks(self, event: Any) -> None:  # noqa: ANN401 - CDP
        address = event["request"]["url"]
        if not address.startswith(("data:", "blob:", "about:")):
            self.asked.add(address)
            self.coming.add(event["requestId"])

    def logged(self, event: Any) -> None:  # noqa: ANN401 - CDP
        if event["entry"]["level"] == "error":
            self.errors.append(event["entry"]["text"])

    def settle(self) -> None:
        """Waits until nothing is on its way for a while: what comes after the first paint counts too."""
        quiet = waited = 0
        while quiet < QUIET and waited < LONGEST:
            before = len(self.asked)
            self.tab.wait_for_timeout(STEP)
            waited += STEP
            quiet = 0 if self.coming or len(self.asked) > before else quiet + STEP

    def slow(self) -> None:
        self.session.send("Network.emulateNetworkConditions", SLOW_LINE)
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


@contextlib.contextmanager
def phone(browser: Browser, slow: bool = True) -> Iterator[Phone]:
    """A phone that was never here before; slow, unless said otherwise."""
    context = browser.new_context(**SCREEN)
    held = Phone.of(context)
    if slow:
        held.slow()
    yield held
    context.close()
