"""How the edition, a chapter or a paragraph of it is cited: always as a restatement, never as the author's words."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from html import escape

from edition.markup import element
from edition.model import Edition, Page, Paragraph

LATER = "with later corrections"
"""What a citation adds where the text is no longer the one of the edition that it names."""
WITHIN = str.maketrans("“”", "‘’")
"""Quotation marks within quotation marks are single."""


def citation(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
    home: str = "",
) -> str:
    """A citation in Chicago form, as HTML with titles in `cite`; its last words are the permanent address, if any.

    Of the whole edition where no page is given. A page without paragraphs restates nothing, so it is cited as
    the edition's own. `at` is another address for the last words: that of a heading. `home` is the way to the
    home page, on pages: there the address is a link, or while the site has none, the words of the place.
    """
    whole = at or address(edition, page, paragraph)
    link = partial(linked, f"{home}{place_of(page, paragraph)}") if home else str
    if at or edition.settings.is_addressed:
        text = in_edition(edition, page, paragraph, part(page, paragraph))
        return f"{text}{'' if text.endswith(',”') else ','} {link(escape(whole, quote=False))}"
    return in_edition(edition, page, paragraph, part(page, paragraph, numbered=True), link)


def in_edition(
    edition: Edition,
    page: Page | None,
    paragraph: Paragraph | None,
    part: str,
    link: Callable[[str], str] = str,
) -> str:
    """A citation without its address; `link` makes one of the words that name what is cited."""
    name = f"<cite>{escape(edition.settings.title, quote=False)}: Web Edition</cite>"
    of = edition_named(edition, page, paragraph)
    if not page:
        return f"{restated(edition)}{link(name)}, {of}"
    if not restates(page):
        return f"{link(part)} in {name}, {of}"
    return f"{restated(edition)}{name}, {of}, {link(part)}"


def part(page: Page | None, paragraph: Paragraph | None, numbered: bool = False) -> str:
    """A page, or a paragraph of it, in words; `numbered` names its paragraphs where none is given."""
    name = title(page).translate(WITHIN)
    words = f"“{escape(name, quote=False)},”"
    if paragraph:
        return f"{words} para. {paragraph.number}"
    if not (page and page.paragraphs and numbered):
        return words
    return f"{words} {'paras' if len(page.paragraphs) > 1 else 'para.'} {page.paragraph_range}"


def linked(address: str, words: str) -> str:
    """Words of a citation that lead to what is cited."""
    return element("a", words, class_="cited-address", href=address)


def ways_to_cite(edition: Edition, page: Page, home: str) -> Iterator[tuple[str, str]]:
    """How a page tells that it is cited, as labels and citations: as a whole, and by paragraph; the home page tells
    the edition's as well. `home` is the way from the page to the home page."""
    if page.is_home:
        yield "This edition", citation(edition, home=home)
    yield "This chapter" if page.paragraphs else "This page", citation(edition, page, home=home)
    for paragraph in page.paragraphs[:1]:
        words = citation(edition, page, paragraph, home=home)
        yield f"A paragraph, such as para. {paragraph.number}", words


def restates(page: Page | None) -> bool:
    """Whether a page holds paragraphs of the article; the edition as a whole does."""
    return page is None or bool(page.paragraphs)


def restated(edition: Edition) -> str:
    """Whose article it is, and that what follows restates it."""
    named = f"{author(edition)}, “{escape(cited_title(edition), quote=False)}” ({year(edition)})"
    return f"{named}, restated in "


def edition_named(
    edition: Edition, page: Page | None = None, paragraph: Paragraph | None = None
) -> str:
    """Which edition it is, and whether what is cited was corrected after that edition."""
    later = f", {LATER}" if is_corrected(edition, page, paragraph) else ""
    return f"edition of {edition.settings.date_in_words}{later}"


def is_corrected(
    edition: Edition, page: Page | None = None, paragraph: Paragraph | None = None
) -> bool:
    """Whether the paragraph, or one of the page or of the whole, has changed since its edition was frozen."""
    if paragraph:
        return paragraph.id in edition.corrected
    pages = [page] if page else edition.chapters
    return any(p.id in edition.corrected for one in pages for p in one.paragraphs)


def title(page: Page | None) -> str:
    return page.title if page else ""


def address(edition: Edition, page: Page | None = None, paragraph: Paragraph | None = None) -> str:
    """The permanent address: that of the site, then the page's, then the paragraph's id."""
    return edition.settings.site_url + place_of(page, paragraph)


def known_address(edition: Edition, page: Page | None = None) -> str:
    """The permanent address, and nothing while the site has none."""
    return address(edition, page) if edition.settings.is_addressed else ""


def place_of(page: Page | None, paragraph: Paragraph | None = None) -> str:
    """Where something is below the site's address."""
    return (page.address if page else "") + (f"#{paragraph.id}" if paragraph else "")


def author(edition: Edition) -> str:
    """Whose article it is, as Chicago prints the name."""
    article = edition.article
    return " and ".join(p.name for p in article.persons.get("author", ())) if article else ""


def year(edition: Edition) -> str:
    return edition.article.year if edition.article else ""


def cited_title(edition: Edition) -> str:
    """The article's title, with the en dash that Chicago gives to a compound of open names (CMOS 6.80)."""
    title = edition.article.title if edition.article else ""
    return re.sub(r"(?<=\w)-(?=Latin America)", "–", title)
