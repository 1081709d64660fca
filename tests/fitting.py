"""Whether a page fits its window, under the settings that a reader may have made: larger letters, wider spacing."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

# WCAG 2.2, 1.4.12: what a reader may set without losing content.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
SPACE = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css ? [sheet] : [];
}"""
# What ends beyond the window's edges, what is cut off, and the title where it leaves its bar or meets a button.
LOST = """() => {
    const width = document.documentElement.clientWidth;
    const isMeant = (part) => part.closest(".visually-hidden, .skip-link") || !part.getClientRects().length;
    const parts = [...document.body.querySelectorAll("*")].filter((part) => !isMeant(part));
    const boxOf = (part) => part.getBoundingClientRect();
    const isOut = (part) => boxOf(part).right > width + 1 || boxOf(part).left < -1;
    const isCut = (part) => !/visible|auto|scroll/.test(getComputedStyle(part).overflowX)
        && part.clientWidth > 1 && part.scrollWidth > part.clientWidth + 1;
    const words = (part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return range.getBoundingClientRect();
    };
    const bar = document.querySelector(".site-header-inner");
    const title = bar && words(bar.querySelector(".site-title a"));
    const meet = (box) => title.left < box.right - 1 && box.left < title.right - 1;
    const squeezed = bar && (title.top < boxOf(bar).top - 4 || title.bottom > boxOf(bar).bottom + 4
        || [...bar.querySelectorAll("button")].map(boxOf).some((box) => box.width && meet(box)));
    const named = (part) => `${part.localName}.${part.className}: ${part.textContent.trim().slice(0, 40)}`;
    return [...parts.filter(isOut).map(named), ...parts.filter(isCut).map(named), ...(squeezed ? ["title"] : [])];
}"""


@contextmanager
def letters(tab: Page, pixels: int) -> Iterator[None]:
    """Has a tab show letters of the size that a reader has chosen in the browser's settings; they begin at 16."""
    session = tab.context.new_cdp_session(tab)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": pixels, "fixed": pixels}})
    yield
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    session.detach()


def lost(tab: Page, spaced: bool = False) -> list[str]:
    """What does not fit the window, or nothing; `spaced` is with as much space as a reader may ask for."""
    tab.evaluate(SPACE, SPACED if spaced else "")
    found: list[str] = tab.evaluate(LOST)
    tab.evaluate(SPACE, "")
    return found
