"""What holds on every page, of today or frozen: each rule finds what breaks it."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import html5lib
from lxml import html

from project import SITE, number_and_day


class Built(NamedTuple):
    """A page of a built site: its file below the site's folder, its HTML, and that as a tree."""

    name: str
    text: str
    tree: html.HtmlElement


def built_pages(site: Path) -> dict[str, Built]:
    """Every page of a site, by its file."""
    files = ((file.relative_to(site).as_posix(), file) for file in sorted(site.rglob("*.html")))
    texts = ((name, file.read_text(encoding="utf-8")) for name, file in files)
    return {name: Built(name, text, html.document_fromstring(text)) for name, text in texts}


def valid_html(page: Built) -> Iterator[object]:
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.text)
    yield from (error[:2] for error in parser.errors)


def no_id_twice(page: Built) -> Iterator[object]:
    counted = Counter(str(ident) for ident in page.tree.xpath("//@id"))
    yield from (ident for ident, count in counted.items() if count > 1)


def links_within_the_site_relative_but_on_the_404_page(page: Built) -> Iterator[object]:
    """But for the one that is shown as a link that may be copied."""
    for address in map(str, page.tree.xpath("//body//a/@href")):
        inside = address.startswith((SITE, "/"))
        wanted = page.name == "404.html" and address.startswith(SITE)
        if inside != wanted and address != f"{SITE}digital-gaps/#p6":
            yield address


def title_description_and_language(page: Built) -> Iterator[object]:
    said = page.tree.xpath("//meta[@name='description' or @name='twitter:description']/@content")
    whole = page.tree.xpath("//head/title[normalize-space()]"), page.tree.xpath("//h1")
    if page.tree.get("lang") != "en" or list(map(len, whole)) != [1, 1]:
        yield page.tree.get("lang"), whole
    if len(said) != 1 or len(said[0]) <= 20:
        yield said


def no_heading_level_left_out(page: Built) -> Iterator[object]:
    levels = outline(page.tree)
    yield from (pair for pair in zip(levels, levels[1:], strict=False) if pair[1] - pair[0] > 1)


def edition_and_date(page: Built) -> Iterator[object]:
    """The one that mkdocs.yml sets; a page of a frozen edition states its own."""
    frozen = re.match(r"editions/(\d{4}-\d\d-\d\d)/", page.name)
    number, day = (r"\d+", frozen[1]) if frozen else current()
    times = page.tree.xpath(f"//footer//time[@datetime='{day}']")
    said = [time.getparent().text_content() for time in times]
    if len(said) != 1 or not re.search(rf"\bEdition {number}\b", said[0]):
        yield said


def outline(tree: html.HtmlElement) -> list[int]:
    """The levels of a page's headings, in order."""
    headings = tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")
    return [int(heading.tag[1]) for heading in headings]


@cache
def current() -> tuple[int, str]:
    return number_and_day()


RULES = (
    valid_html,
    no_id_twice,
    links_within_the_site_relative_but_on_the_404_page,
    title_description_and_language,
    no_heading_level_left_out,
    edition_and_date,
)
