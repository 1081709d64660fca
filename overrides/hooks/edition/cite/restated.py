"""How the edition, a chapter or a paragraph of it is cited: always as a restatement, never as the author's words.

Every form of a citation is worded here: prose by `citation`, and by `cited` what programs are told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Edition, Page, Paragraph, Person, inline
from edition.model.inline import Cite, Content, Link, filled, text
from edition.words.grammar import Language

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the edition's own words."""


@dataclass(frozen=True)
class Cited:
    """A part of the edition, or the whole, as programs are told of it, in whichever format."""

    key: str
    """A citation key that says what it names: `lee-2020-restated-p2`."""
    title: str
    """A title that nobody can take for the author's own: `Cranes, para. 2 (restated from Lee Min, 2020)`."""
    container: str
    """The name of the edition, of which this is a part; empty for the whole."""
    authors: tuple[Person, ...]
    """Those of the article, for what restates it."""
    date: str
    """YYYY-MM-DD: that of the edition."""
    address: str
    remark: str
    """Whose wording it is not, and whether it was corrected since."""
    language: Language


def cited(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
    key_end: str = "",
) -> Cited:
    """What programs are told of the whole edition, a page, or a paragraph.

    `at` is another address than the page's, that of a heading, and `key_end` ends its citation key.
    """
    article = edition.article if restates(page) else None
    return Cited(
        cite_key(edition, page, paragraph) + key_end,
        title_for_programs(edition, page, paragraph),
        name_of(edition) if page else "",
        article.persons.get("author", ()) if article else (),
        edition.settings.date,
        at or address(edition, page, paragraph),
        remark(edition, page, paragraph) if restates(page) else "",
        edition.words.language,
    )


def cited_page(edition: Edition, page: Page) -> Cited:
    """What a page tells programs of itself; the home page is the whole edition's."""
    return cited(edition, None if page.is_home else page)


def cite_key(edition: Edition, page: Page | None, paragraph: Paragraph | None) -> str:
    name = paragraph.id if paragraph else (page.file.removesuffix(".md") if page else "edition")
    if not restates(page):
        return f"edition-{name}"
    stem = edition.article.key.split("-")[:2] if edition.article else ["edition"]
    return "-".join([*stem, "restated", name])


def title_for_programs(edition: Edition, page: Page | None, paragraph: Paragraph | None) -> str:
    if page and not restates(page):
        return page.title
    number = edition.words.parts.paragraph.format(number=paragraph.number) if paragraph else ""
    title = ", ".join(filter(None, [page.title if page else name_of(edition), number]))
    return edition.words.citing.restated_from.format(
        title=title, author=author(edition), year=year(edition)
    )


def remark(edition: Edition, page: Page | None, paragraph: Paragraph | None) -> str:
    return "; ".join(
        filter(None, [edition.words.citing.remark, correction(edition, page, paragraph)])
    )


def citation(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
    home: str = "",
) -> Content:
    """A citation in Chicago form; its last words are the permanent address, if any, as a link.

    Of the whole edition where no page is given. A page without paragraphs restates nothing, so it is cited as
    the edition's own. `at` is another address for the last words: that of a heading. `home` is the way to the
    home page, on pages: there the link goes that way, or while the site has no address, is the words of the place.
    """
    whole = at or address(edition, page, paragraph)
    way = f"{home}{place_of(page, paragraph)}" if home else ""
    if at or edition.settings.is_addressed:
        found = in_edition(edition, page, paragraph, part(edition, page, paragraph))
        between = " " if inline.words(found).endswith(",”") else ", "
        return (*found, *text(between), *linked(text(whole), way or whole))
    named = part(edition, page, paragraph, numbered=True)
    return in_edition(edition, page, paragraph, named, way)


def in_edition(
    edition: Edition, page: Page | None, paragraph: Paragraph | None, part: Content, way: str = ""
) -> Content:
    """A citation without its address; the words that name what is cited lead to `way`, where there is one."""
    said = edition.words.citing
    name: Content = (Cite(text(name_of(edition))),)
    of, article = text(edition_named(edition, page, paragraph)), text(article_named(edition))
    if not page:
        return filled(said.restated_whole, article=article, edition=linked(name, way), of=of)
    if not restates(page):
        return filled(said.own_page, part=linked(part, way), edition=name, of=of)
    return filled(said.restated_part, article=article, edition=name, of=of, part=linked(part, way))


def part(
    edition: Edition, page: Page | None, paragraph: Paragraph | None, numbered: bool = False
) -> Content:
    """A page, or a paragraph of it, in words; `numbered` names its paragraphs where none is given."""
    words = edition.words
    quoted = words.citing.title.format(title=words.quotes.within(title(page)))
    if paragraph:
        return text(f"{quoted} {words.parts.paragraph.format(number=paragraph.number)}")
    if not (page and page.paragraphs and numbered):
        return text(quoted)
    return text(f"{quoted} {paragraphs_of(edition, page)}")


def linked(content: Content, address: str) -> Content:
    """Words that lead to what is cited, where an address is given."""
    return (Link(content, address, 0),) if address else content


def paragraphs_of(edition: Edition, page: Page) -> str:
    """The paragraphs of a page, by the first and the last of their numbers."""
    several = edition.words.parts.paragraphs
    return several.of(len(page.paragraphs), numbers=page.paragraph_range)


def ways_to_cite(edition: Edition, page: Page, home: str) -> Iterator[tuple[str, Content]]:
    """How a page tells that it is cited, as labels and citations: as a whole, and by paragraph; the home page tells
    the edition's as well. `home` is the way from the page to the home page."""
    said = edition.words.citing
    if page.is_home:
        yield said.this_edition, citation(edition, home=home)
    whole = said.this_chapter if page.paragraphs else said.this_page
    yield whole, citation(edition, page, home=home)
    for paragraph in page.paragraphs[:1]:
        number = edition.words.parts.paragraph.format(number=paragraph.number)
        words = citation(edition, page, paragraph, home=home)
        yield said.such_as.format(paragraph=number), words


def restates(page: Page | None) -> bool:
    """Whether a page holds paragraphs of the article; the edition as a whole does."""
    return page is None or bool(page.paragraphs)


def name_of(edition: Edition) -> str:
    """What the edition is called: by the title of the article, and that it is an edition of it."""
    return edition.words.parts.edition.format(title=edition.settings.title)


def article_named(edition: Edition) -> str:
    """Which article it restates."""
    said = edition.words.citing.article
    return said.format(author=author(edition), title=cited_title(edition), year=year(edition))


def edition_named(
    edition: Edition, page: Page | None = None, paragraph: Paragraph | None = None
) -> str:
    """Which edition it is, and whether what is cited was corrected after that edition."""
    words = edition.words
    named = words.parts.edition_of.format(date=edition.settings.date_in_words)
    return ", ".join(filter(None, [named, correction(edition, page, paragraph)]))


def correction(edition: Edition, page: Page | None, paragraph: Paragraph | None) -> str:
    """That what is cited was corrected after the edition which is named, where it was."""
    return edition.words.citing.corrected if is_corrected(edition, page, paragraph) else ""


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
    return edition.home + place_of(page, paragraph)


def known_address(edition: Edition, page: Page | None = None) -> str:
    """The permanent address, and nothing while the site has none."""
    return address(edition, page) if edition.settings.is_addressed else ""


def place_of(page: Page | None, paragraph: Paragraph | None = None) -> str:
    """Where something is below the site's address."""
    return (page.address if page else "") + (f"#{paragraph.id}" if paragraph else "")


def author(edition: Edition) -> str:
    """Whose article it is, as Chicago prints the name."""
    persons = edition.article.persons.get("author", ()) if edition.article else ()
    return edition.words.parts.between_names.join(person.name for person in persons)


def year(edition: Edition) -> str:
    return edition.article.year if edition.article else ""


def cited_title(edition: Edition) -> str:
    """The article's title, with the dashes of the edition's own where that has the same words: Chicago joins names of
    several words by an en dash (CMOS 6.80)."""
    title, own = edition.article.title if edition.article else "", edition.settings.title
    return title.replace(own.replace("–", "-"), own)
