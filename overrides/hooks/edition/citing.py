"""How the edition, a chapter or a paragraph of it is cited: always as a restatement, never as the author's words."""

import re
from html import escape

from edition.model import Edition, Page, Paragraph


def citation(
    edition: Edition, chapter: Page | None = None, paragraph: Paragraph | None = None
) -> str:
    """A citation in Chicago form, as HTML with titles in `cite`; its last words are the permanent address."""
    settings = edition.settings
    parts = [
        f"{author(edition)}, “{escape(cited_title(edition), quote=False)}” ({year(edition)})",
        f"restated in <cite>{escape(settings.title, quote=False)}: Web Edition</cite>",
        f"edition of {settings.date_in_words}",
    ]
    text = ", ".join(parts)
    if chapter:
        text += f", “{escape(chapter.title, quote=False)},”"
    if paragraph:
        text += f" para. {paragraph.number}"
    link = "," if not text.endswith(",”") else ""
    return f"{text}{link} {address(edition, chapter, paragraph)}"


def address(
    edition: Edition, chapter: Page | None = None, paragraph: Paragraph | None = None
) -> str:
    """The permanent address: that of the site, then the chapter's, then the paragraph's id."""
    place = chapter.address if chapter else ""
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
