"""A page as a browser's translator leaves it: other words, each run of them in two `font` elements, new ones too.

Chrome puts a translation into `<font><font>…</font></font>` in place of the text node, marks the root, and goes on
watching; what a page says not to translate it leaves alone. Here the translation is the same words in capitals, so
that tests still find things by name, and see when something copies the translation for the text.
"""

from playwright.sync_api import Page

TRANSLATE = """() => {
    const KEPT = "script, style, textarea, [translate=no], .notranslate, font.translated";
    const made = () => {
        const font = document.createElement("font");
        font.className = "translated";
        font.style.verticalAlign = "inherit";
        return font;
    };
    const wrap = (node) => {
        if (!node.data.trim() || !node.parentElement || node.parentElement.closest(KEPT)) return;
        const [outer, inner] = [made(), made()];
        inner.textContent = node.data.toUpperCase();
        outer.append(inner);
        node.replaceWith(outer);
    };
    const all = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        const nodes = root.nodeType === Node.TEXT_NODE ? [root] : [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        nodes.forEach(wrap);
    };
    document.documentElement.lang = "x-translated";
    document.documentElement.classList.add("translated-ltr");
    all(document.body);
    new MutationObserver((changes) => {
        for (const { type, target, addedNodes } of changes) {
            (type === "characterData" ? [target] : addedNodes).forEach(all);
        }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
}"""


def translate(tab: Page) -> None:
    """Has the open page translated, and all that comes to stand in it."""
    tab.evaluate(TRANSLATE)
