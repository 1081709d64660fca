"""What a browser gives of the site: what panel and briefing copy and save, what the search finds, what is printed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from playwright.sync_api import Browser, Page, ViewportSize

from searching import ASKED, CHAPTER, DIALOG, located

WATCHED = """
const wait = () => new Promise((done) => setTimeout(done));
const until = async (what, holds) => {
    const end = performance.now() + 5000;
    while (!holds()) {
        if (performance.now() > end) throw new Error(`${what}: waited in vain`);
        await wait();
    }
};
const words = (element) => element.innerText.split(/\\n+/).map((line) => line.trim()).filter(Boolean).join("\\n");
let taken = [];
const told = async (kind, blob) => [kind, await blob.text()];
Object.defineProperty(navigator, "clipboard", { value: {
    writeText: async (text) => void taken.push([["text/plain", text]]),
    write: async ([item]) =>
        void taken.push(await Promise.all(item.types.map(async (type) => told(type, await item.getType(type))))),
} });
URL.createObjectURL = (blob) => (told(`saved, ${blob.type}`, blob).then((one) => taken.push([one])), "#");
HTMLAnchorElement.prototype.click = function () {
    if (this.download) taken.push([["file", this.download]]);
    else this.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
};
async function take(button, isSaved) {
    taken = [];
    button.click();
    await until(button.textContent, () => taken.length === (isSaved ? 2 : 1));
    return taken.flat().toSorted();
}
Object.assign(globalThis, { until, words, take });
"""
"""Keeps what a page copies or saves, in place of clipboard and folder."""
PANEL = """async () => {
    const found = [];
    for (const link of document.querySelectorAll("main :is(.paragraph-number, .heading-link, .cite-chapter)")) {
        document.querySelector(".copy-panel")?.setAttribute("aria-label", "");
        link.click();
        await until(link.hash, () => document.querySelector(".copy-panel:not([hidden])")?.getAttribute("aria-label"));
        const panel = document.querySelector(".copy-panel");
        const all = (selector) => [...panel.querySelectorAll(selector)].filter((each) => each.checkVisibility());
        const place = { name: panel.getAttribute("aria-label"), link: panel.querySelector("input").value };
        const said = found[0] ? all(".panel-frozen, .panel-sources, .panel-referrers") : [panel];
        place.says = said.map(words).join("\\n");
        for (const name of ["link", "frozen", "report", "bibtex", "ris"]) {
            for (const button of all(`[name=${name}]`)) {
                place[name] = await take(button, /bibtex|ris/.test(name));
            }
        }
        for (const form of all("[name=form]")) {
            form.click();
            const shown = panel.querySelector(".panel-text");
            place[`shown as ${form.value}`] = form.value === "html" ? shown.innerHTML : shown.textContent;
            for (const button of all("[name=citation], [name=all]")) {
                place[`${button.name} as ${form.value}`] = await take(button);
            }
        }
        panel.querySelector("[value=plain]")?.click();
        found.push([link.hash, place]);
    }
    return found;
}"""
BRIEFING = """async (groups) => {
    const found = [];
    const items = () => [...document.querySelectorAll(".briefing-list > li")];
    for (const ids of groups) {
        location.hash = ids;
        await until(ids, () => `${items().map((item) => item.dataset.id)}` === `${ids}`);
        const brief = ids.length === 1 ? { says: words(document.querySelector(".briefing-list")) } : {};
        for (const button of document.querySelectorAll(".briefing [value]")) {
            if (!/copy|markdown|address|save/.test(button.value)) continue;
            brief[button.textContent] = await take(button, button.value === "save");
        }
        found.push(brief);
    }
    return found;
}"""
PRINTED = """() => {
    const found = words(document.body).split("\\n");
    const made = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility()).flatMap((each) =>
        ["::before", "::after"].map((part) => [each, part, getComputedStyle(each, part).content]));
    const told = made.filter(([, , content]) => !/^(none|normal|""|)$/.test(content));
    const named = ({ localName, id, classList }) => [localName + (id && `#${id}`), ...classList].join(".");
    return [...found, ...told.map(([each, part, content]) => `${named(each)}${part} ${content}`)];
}"""
"""The words that stand on paper, then what the style adds before or after an element."""
PAPER: ViewportSize = {"width": 718, "height": 1000}
"""About what A4 has between its margins: how lines and pages break depends on the machine, the words do not."""


def panels(tab: Page, address: str, pages: Iterable[str]) -> dict[str, Any]:
    """What the panel says, copies and saves at each place of some pages."""
    tab.add_init_script(WATCHED)
    found: dict[str, Any] = {}
    for page in pages:
        tab.goto(address + page)
        found |= {f"/{page}{place}": taken for place, taken in tab.evaluate(PANEL)}
    return found


def briefings(tab: Page, address: str, groups: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What the briefing says, copies and saves of each group of paragraphs, by the names of the groups."""
    tab.goto(f"{address}briefing/")
    tab.locator(".briefing").wait_for()
    return dict(zip(groups, tab.evaluate(BRIEFING, list(groups.values())), strict=True))


def results(tab: Page, address: str, words: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The addresses that each query finds, in order."""
    tab.goto(address + CHAPTER)
    tab.keyboard.press("/")
    tab.locator(f"{DIALOG} input[type=search]:focus").wait_for()
    found = tab.locator(DIALOG).evaluate(ASKED, list(words))
    for query, addresses in zip(words, found, strict=True):
        yield query, [located(each) for each in addresses]


def printed(tab: Page, address: str, pages: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """The words of each page as they stand on paper."""
    tab.emulate_media(media="print")
    tab.set_viewport_size(PAPER)
    for page in pages:
        tab.goto("about:blank")
        tab.goto(address + page)
        if page.startswith("briefing/"):
            tab.locator(".briefing-list > li").first.wait_for()
        yield f"/{page}", tab.evaluate(PRINTED)


def tab_in(browser: Browser) -> Page:
    """A tab in a window of its own."""
    return browser.new_page(viewport={"width": 1280, "height": 900})
