"""Puts a link to each section beside its heading; with JavaScript it opens the panel that links and cites."""

import re
from html import escape, unescape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition.markup import element

HEADING = re.compile(r'<(h[23])\b([^>]*)\bid="([^"]+)"([^>]*)>(.*?)</\1>', re.DOTALL)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Last, on the whole page: navigation, search and previews have read its headings by then."""
    return with_links(output)


def with_links(html: str) -> str:
    """A page whose headings of levels 2 and 3 that have an id each hold a link to it.

    The link stands inside, on the last line of the title. The heading keeps its title for a name (WCAG 2.4.6),
    and the link's sign is the style sheet's, so neither a list of headings nor a copied title holds it.
    """
    return HEADING.sub(with_link, html)


def with_link(heading: re.Match[str]) -> str:
    tag, before, ident, after, content = heading.groups()
    title = words(content)
    label = f"Section “{title}”: link and cite"
    link = element("a", "", class_="heading-link", href=f"#{ident}", aria_label=label)
    opening = f'<{tag}{before}id="{ident}"{after} aria-label="{escape(title)}">'
    return f"{opening}{content}{link}</{tag}>"


def words(content: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", content)).split())
