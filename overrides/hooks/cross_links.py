"""Hands the templates where a chapter leads, and where its paragraphs are referred to: all from links in the text."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import normalize_url

from edition.contents.leads import Group, Lead, hows, leads
from edition.model import Edition, Page, Paragraph, Referrer
from edition.words import Words
from edition.write.markup import element, filled

WayTo = Callable[..., str]
"""Gives the way to a page, or to an id on it, from the page that is made."""


def on_page_context(
    context: dict[str, Any], page: SitePage, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    if chapter and edition.is_chapter(chapter):
        words, way_to = edition.words, partial(way, page)
        context["leads"] = [(one, ways(one, words, way_to)) for one in leads(chapter, edition)]
        context["leads_are_read"] = any(paragraph.relations for paragraph in chapter.paragraphs)
        context["referrers"] = [
            (p, shown(found, words, way_to))
            for p in chapter.paragraphs
            if (found := edition.referrers[p.id])
        ]
    return context


def way(page: SitePage, to: Page, ident: str = "") -> str:
    """The way from one page to another, or to a place on it."""
    address = normalize_url(to.address or "./", page)
    return f"{address}#{ident}" if ident else address


def shown(referrers: Sequence[Referrer], words: Words, way_to: WayTo) -> Markup:
    """The places that refer to a paragraph, each a link, and how they refer."""
    how = hows(words.relations)
    return Markup("; ").join(
        link_to(one, words, way_to)
        + (f": {how[one.how]}" if one.paragraph and how[one.how] else "")
        for one in referrers
    )


def link_to(referrer: Referrer, words: Words, way_to: WayTo) -> Markup:
    """A link to what refers: a paragraph, or else a page or a heading of it."""
    page, said = referrer.page, words.chapter_page
    place = referrer.paragraph or referrer.heading
    if referrer.paragraph:
        name = said.referrer.format(number=referrer.paragraph.number, page=page.title)
    elif referrer.heading:
        name = said.referrer_heading.format(page=page.title, heading=referrer.heading.title)
    else:
        name = page.title
    return element("a", name, class_="xref", href=way_to(page, place.id if place else ""))


def ways(lead: Lead, words: Words, way_to: WayTo) -> Markup:
    """Where a paragraph leads, as links: each way but the first begins a sentence."""
    return Markup(". ").join(
        filled(
            words.chapter_page.lead,
            how=group.word.capitalize() if number else group.word,
            chapter=element("a", group.chapter.title, class_="xref", href=way_to(group.chapter)),
            places=Markup("; ").join(place(one, group, words, way_to) for one in group.paragraphs),
        )
        for number, group in enumerate(lead.groups)
    )


def place(paragraph: Paragraph, group: Group, words: Words, way_to: WayTo) -> Markup:
    """A link to a paragraph, with its heading, if it has one."""
    name = words.parts.paragraph.format(number=paragraph.number)
    link = element("a", name, class_="xref", href=way_to(group.chapter, paragraph.id))
    if not paragraph.heading:
        return link
    return filled(words.chapter_page.lead_place, paragraph=link, heading=paragraph.heading.title)
