"""How the edition, a chapter or a paragraph of it is cited: always as a restatement, never as the author's words."""

import re
from html import escape

from edition.model import Edition, Page, Paragraph

LATER = "with later corrections"
"""What a citation adds where the text is no longer the one of the edition that it names."""


def citation(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
) -> str:
    """A citation in Chicago form, as HTML with titles in `cite`; its last words are the permanent address.

    Of the whole edition where no page is given. A page without paragraphs restates nothing, so it is cited as
    the edition's own. `at` is another address for the last words: that of a heading.
    """
    text = restated(edition) if restates(page) else f"“{escape(title(page), quote=False)},” in "
    text += f"<cite>{escape(edition.settings.title, quote=False)}: Web Edition</cite>, "
    text += edition_named(edition, page, paragraph)
    if page and restates(page):
        text += f", “{escape(title(page), quote=False)},”"
    if paragraph:
        text += f" para. {paragraph.number}"
    link = "," if not text.endswith(",”") else ""
    return f"{text}{link} {at or address(edition, page, paragraph)}"


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
    place = page.address if page else ""
    return edition.settings.site_url + place + (f"#{paragraph.id}" if paragraph else "")


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
