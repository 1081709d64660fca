"""Passages of the text: how a reader selects one and takes the link to it."""

from typing import Any

from playwright.sync_api import Page, expect

from panel import copied, press

FIND = """([id, from, to]) => {
    const paragraph = document.getElementById(id);
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = new Range();
    for (let at = 0, node; (node = texts.nextNode()); at += node.length) {
        if (from >= at && from < at + node.length) range.setStart(node, from - at);
        if (to > at && to <= at + node.length) range.setEnd(node, to - at);
    }
    return range;
}"""


PASSAGES = {
    "a few words": ("digital-gaps/#p6", "narrow the digital divide", ""),
    "words that stand elsewhere too": ("digital-gaps/#p6", "developed countries", ""),
    "a word that stands elsewhere too": ("challenges/#p22", "growth", "growth"),
    "hyphens, commas, ampersands": (
        "digital-gaps/#p3",
        "business-to-consumer (B2C) e-commerce",
        "",
    ),
    "many words": ("digital-gaps/#p6", "US$133 billion", "16% on software."),
    "a note mark among many words": ("challenges/#p21", "A smart digital", "uneven: nations"),
    "a note mark among few words": ("digital-gaps/#p6", "of their users.9", "Only half"),
    "all but the number": ("digital-gaps/#p7", "", ""),
}


def found(tab: Page, place: str, words: str, until: str) -> list[Any]:
    """An id, and where some words of its paragraph, or all from some words to others, begin and end."""
    ident = place.split("#")[1]
    text = tab.locator(f"#{ident}").text_content() or ""
    start = text.index(words)
    return [ident, start, text.index(until or words, start) + len(until or words or text)]


def select(tab: Page, address: str, place: str, words: str, until: str = "") -> None:
    tab.goto(address + place.split("#")[0])
    tab.evaluate(
        f"""(place) => {{
            const range = ({FIND})(place);
            range.startContainer.parentElement.scrollIntoView({{ block: "center" }});
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }}""",
        found(tab, place, words, until),
    )
    expect(tab.get_by_role("button", name="Link to this passage")).to_be_visible()


def passage_link(tab: Page) -> str:
    press(tab, "Link to this passage")
    expect(tab.get_by_text("Copied: the link to this passage")).to_be_visible()
    return copied(tab)
