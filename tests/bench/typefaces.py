"""Whether the first paint of a first visit shows the web fonts, where no line is in their way."""

from playwright.sync_api import Browser

from bench.phone import Phone, phone

SHOWN = ("h1", ".standfirst", "main p[id]")
"""What holds text on a chapter's first screen."""
# A font that comes after the first paint is not in it; one that never came, or was not used, is found by its name.
LATE = """() => {
    const [{ startTime }] = performance.getEntriesByName("first-contentful-paint");
    return performance.getEntriesByType("resource")
        .filter(({ name, responseEnd }) => name.endsWith(".woff2") && !(responseEnd <= startTime))
        .map(({ name }) => name);
}"""


def misses(browser: Browser, address: str, visits: int) -> int:
    """How many of so many visits painted first in other fonts."""
    return sum(lacking(browser, address) for _ in range(visits))


def lacking(browser: Browser, address: str) -> bool:
    with phone(browser, slow=False) as held:
        held.tab.goto(address, wait_until="networkidle")
        return bool(held.tab.evaluate(LATE)) or not all(in_web_font(held, each) for each in SHOWN)


def in_web_font(held: Phone, selector: str) -> bool:
    """Whether all glyphs of an element come out of a font that the site sent."""
    held.session.send("DOM.enable")
    held.session.send("CSS.enable")
    root = held.session.send("DOM.getDocument")["root"]["nodeId"]
    asked = {"nodeId": root, "selector": selector}
    node = held.session.send("DOM.querySelector", asked)["nodeId"]
    fonts = held.session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return bool(fonts) and all(font["isCustomFont"] for font in fonts)
