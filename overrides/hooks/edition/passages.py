"""Paragraphs taken out of a rendered page: their words as HTML that means the same in another program."""

import copy
from urllib.parse import urljoin

from lxml import html
from markupsafe import Markup

from edition.markup import as_markup

OURS = ".//a[contains(@class, 'paragraph-number')] | .//span[@class='relations']"
"""What the edition adds to a paragraph of its own accord: it is no part of a passage."""


def passages(page: html.HtmlElement, address: str) -> dict[str, Markup]:
    """Each numbered paragraph of a rendered page by its id: words, emphasis, links, and its notes' numbers in `sup`.

    `address` is the page's permanent one, from which links are resolved.
    """
    found = page.xpath(".//p[@id][a[contains(@class, 'paragraph-number')]]")
    return {str(paragraph.get("id")): passage(paragraph, address) for paragraph in found}


def passage(paragraph: html.HtmlElement, address: str) -> Markup:
    """One paragraph's words as HTML."""
    own = copy.deepcopy(paragraph)
    for addition in own.xpath(OURS):
        addition.drop_tree()
    for mark in own.xpath(".//sup"):
        number = mark.text_content()
        for child in list(mark):
            mark.remove(child)
        mark.text = number
    for element in own.iter():
        href = element.get("href")
        for name in list(element.attrib):
            del element.attrib[name]
        if element.tag == "em":
            element.tag = "i"
        if href:
            element.set("href", urljoin(address, href))
    whole = str(html.tostring(own, encoding="unicode", with_tail=False))
    return as_markup(" ".join(whole[whole.index(">") + 1 : whole.rindex("<")].split()))
