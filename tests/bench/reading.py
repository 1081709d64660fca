"""What a reader waits for: a first visit, a second one, the next chapter, the first paint of each kind of page."""

import re
from collections import defaultdict

from playwright.sync_api import Browser, Page

from bench.phone import Phone, phone
from bench.serving import HASHED, Served

SITES = ("floor", "plain", "ours")
CHAPTER = "digital-gaps/"
HOVER = 300
ICON = re.compile(r"(icon|favicon)[^/]*\.(ico|svg|png)$")
SETTLED = 500
"""How long nothing has to happen before a page is taken for done, in milliseconds."""
KINDS = {"home": "", "list of sources": "sources/", "a source": "", "briefing": "briefing/"}

Samples = dict[tuple[str, str], list[float]]
"""What was measured, by site and measure, a number a round."""

# Entries that came before are handed to an observer too, in a task of its own.
ENTRIES = """async () => {
    const kinds = ["paint", "largest-contentful-paint", "layout-shift", "longtask"];
    const found = Object.fromEntries(kinds.map((kind) => [kind, []]));
    for (const type of kinds) {
        new PerformanceObserver((list) => found[type].push(...list.getEntries())).observe({ type, buffered: true });
    }
    await new Promise((done) => setTimeout(done, 100));
    const first = found.paint.find(({ name }) => name === "first-contentful-paint")?.startTime ?? 0;
    const sum = (kind, value) => found[kind].reduce((total, entry) => total + value(entry), 0);
    return {
        "first paint": first,
        "largest paint": found["largest-contentful-paint"].at(-1)?.startTime ?? 0,
        "blocking": sum("longtask", ({ startTime, duration }) =>
            Math.max(0, Math.min(duration, startTime + duration - first) - 50)),
        "blocking in all": sum("longtask", ({ duration }) => Math.max(0, duration - 50)),
        "shift": sum("layout-shift", ({ value, hadRecentInput }) => (hadRecentInput ? 0 : value)),
    };
}"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length"
# Both in time since 1970, which two documents share. A page that was drawn ahead is seen when it is activated.
CLICKED = """() => addEventListener("click", ({ timeStamp }) =>
    sessionStorage.setItem("clicked", performance.timeOrigin + timeStamp), true)"""
SINCE_CLICK = """() => {
    const { activationStart } = performance.getEntriesByType("navigation")[0];
    const { startTime } = performance.getEntriesByName("first-contentful-paint")[0];
    return performance.timeOrigin + Math.max(startTime, activationStart ?? 0) - sessionStorage.getItem("clicked");
}"""
# Without its style a page has the browser's margins and the browser's typeface.
STYLED = """() => getComputedStyle(document.body).margin === "0px"
    && getComputedStyle(document.querySelector("h1")).fontFamily !== "Times New Roman"
    && getComputedStyle(document.querySelector(".skip-link")).position === "absolute" """


class Reading:
    """Rounds over the three sites, one after the other in each round, each round in another order."""

    def __init__(self, browser: Browser, served: Served, source: str, slow: bool = True) -> None:
        self.slow = slow
        self.browser, self.served, self.address = browser, served, served.address
        self.kinds = KINDS | {"a source": f"sources/{source}/"}
        self.samples: Samples = defaultdict(list)
        self.faults: list[str] = []

    def warm(self) -> None:
        """Has each page asked for once, so that no round waits for the server to pack it."""
        with phone(self.browser, slow=False) as held:
            for site in SITES:
                for page in (CHAPTER, *self.kinds.values()) if site != "plain" else (CHAPTER,):
                    held.tab.goto(f"{self.address}{site}/{page}", wait_until="networkidle")

    def round(self, number: int) -> None:
        for turn in range(len(SITES)):
            site = SITES[(number + turn) % len(SITES)]
            with phone(self.browser, self.slow) as held:
                self.chapter(held, site)
                self.look(held, site)
            for kind, page in self.kinds.items() if site != "plain" else ():
                with phone(self.browser, self.slow) as held:
                    self.visit(held, site, page, f"first paint, {kind}")
                    self.look(held, site)

    def chapter(self, held: Phone, site: str) -> None:
        """A first visit, a second one, the next chapter and the one after it, hovered over before the click."""
        start = f"{self.address}{site}/{CHAPTER}"
        self.served.sent()
        self.noted(site, visited(held, start), "")
        self.weigh(site)
        self.check_style(held, site)
        held.tab.goto("about:blank")
        self.noted(site, visited(held, start), ", second visit")
        self.check_kept(site)
        if site != "plain":
            self.samples[site, "next"].append(followed(held.tab, 0))
            self.samples[site, "next after a hover"].append(followed(held.tab, HOVER))

    def noted(self, site: str, entries: dict[str, float], when: str) -> None:
        for name, value in entries.items():
            self.samples[site, name + when].append(value)

    def weigh(self, site: str) -> None:
        """The requests and bytes of a first visit, all of it, and all but the fonts.

        Icons are left out: they are the browser's own, and not every browser asks for them.
        """
        sent = [one for one in self.served.sent() if not ICON.search(one.path)]
        fonts = [one.size for one in sent if one.path.endswith(".woff2")]
        whole = sum(one.size for one in sent)
        self.samples[site, "requests"].append(len(sent))
        self.samples[site, "bytes"].append(whole)
        self.samples[site, "bytes without fonts"].append(whole - sum(fonts))

    def check_kept(self, site: str) -> None:
        """A second visit asks for nothing that is kept for ever; else the browser keeps nothing here."""
        again = [one.path for one in self.served.sent() if HASHED.search(one.path)]
        self.faults += [f"asked for again: {path}" for path in again]

    def check_style(self, held: Phone, site: str) -> None:
        """A page that ran without its style looks fast."""
        if site == "ours" and not held.tab.evaluate(STYLED):
            self.faults.append(f"{held.tab.url} ran without its style")

    def visit(self, held: Phone, site: str, page: str, name: str) -> None:
        held.tab.goto(f"{self.address}{site}/{page}")
        held.tab.wait_for_function(PAINTED)
        self.samples[site, name].append(held.tab.evaluate(ENTRIES)["first paint"])
        self.check_style(held, site)

    def look(self, held: Phone, site: str) -> None:
        """What went wrong on our pages; the other two have no policy, and are not ours to mend."""
        if site == "ours":
            self.faults += [*held.errors, *foreign(held, self.address)]


def foreign(held: Phone, address: str) -> list[str]:
    return [f"asked elsewhere: {asked}" for asked in held.asked if not asked.startswith(address)]


def visited(held: Phone, address: str) -> dict[str, float]:
    """What a visit cost, when nothing happens any more."""
    held.tab.goto(address)
    held.settle()
    return dict(held.tab.evaluate(ENTRIES))


def followed(tab: Page, hover: int) -> float:
    """From the click on the next chapter to its first paint, in milliseconds."""
    link = tab.locator("a[rel=next]")
    link.scroll_into_view_if_needed()
    tab.wait_for_timeout(SETTLED)
    tab.evaluate(CLICKED)
    before, box = tab.url, link.bounding_box()
    assert box, "there is no next chapter"
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tab.wait_for_timeout(hover)
    tab.mouse.down()
    tab.mouse.up()
    tab.wait_for_url(lambda url: url != before, wait_until="load")
    tab.wait_for_function(PAINTED)
    return float(tab.evaluate(SINCE_CLICK))
