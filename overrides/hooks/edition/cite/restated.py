"""How the edition, a page or a paragraph of it is cited: always as a restatement, never as the author's words.

`Cited` words each part of a citation once; prose and every format for programs are put together from it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from edition.model import Edition, Page, Paragraph, Person, inline
from edition.model.inline import Cite, Content, Link, filled, text
from edition.words.grammar import Language

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
"""The licence of the edition's own words."""


@dataclass(frozen=True)
class Cited:
    """What is cited: the whole edition where no page is given, else the page, or a paragraph of it."""

    edition: Edition
    page: Page | None = None
    paragraph: Paragraph | None = None
    at: str = ""
    """Another address than the page's: that of a heading."""
    key_end: str = ""
    """What the citation key ends in."""

    @property
    def restates(self) -> bool:
        """Whether it holds paragraphs of the article, as the whole does; a page that holds none is our own."""
        return self.page is None or bool(self.page.paragraphs)

    @property
    def authors(self) -> tuple[Person, ...]:
        """Those of the article, for what restates it."""
        article = self.edition.article if self.restates else None
        return article.persons.get("author", ()) if article else ()

    @property
    def name(self) -> str:
        """What it is called by itself: `Cranes`, or `A Made-up Edition: Web Edition`."""
        return self.page.title if self.page else name_of(self.edition)

    @property
    def number(self) -> str:
        """Which paragraph it is, `para. 2`; empty where it is none."""
        form = self.edition.words.parts.paragraph
        return form.format(number=self.paragraph.number) if self.paragraph else ""

    @property
    def title(self) -> str:
        """A title that nobody can take for the author's own: `Cranes, para. 2 (restated from Lee Min, 2020)`."""
        if not self.restates:
            return self.name
        return self.edition.words.citing.restated_from.format(
            title=", ".join(filter(None, [self.name, self.number])),
            author=author(self.edition),
            year=year(self.edition),
        )

    @property
    def container(self) -> str:
        """The name of the edition, of which this is a part; empty for the whole."""
        return name_of(self.edition) if self.page else ""

    @property
    def date(self) -> str:
        """The day of the edition, YYYY-MM-DD."""
        return self.edition.settings.date

    @property
    def language(self) -> Language:
        return self.edition.words.language

    @property
    def path(self) -> str:
        """Its address below the site's."""
        fragment = f"#{self.paragraph.id}" if self.paragraph else ""
        return (self.page.address if self.page else "") + fragment

    @property
    def address(self) -> str:
        """Its permanent address; while the site has none, its path."""
        return self.at or self.edition.home + self.path

    @property
    def known_address(self) -> str:
        """Its permanent address, and nothing while the site has none."""
        return self.address if self.edition.settings.is_addressed else ""

    @property
    def remark(self) -> str:
        """Whose wording it is not, and whether it was corrected since; empty for what restates nothing."""
        parts = [self.edition.words.citing.remark, self.correction] if self.restates else []
        return "; ".join(filter(None, parts))

    @property
    def correction(self) -> str:
        """That it, or a paragraph in it, has changed since the edition was frozen; else empty."""
        pages = [self.page] if self.page else self.edition.chapters
        held = (
            [self.paragraph] if self.paragraph else [p for page in pages for p in page.paragraphs]
        )
        is_corrected = any(paragraph.id in self.edition.corrected for paragraph in held)
        return self.edition.words.citing.corrected if is_corrected else ""

    @property
    def key(self) -> str:
        """A citation key that says what it names: `lee-2020-restated-p2`."""
        file = self.page.file.removesuffix(".md") if self.page else "edition"
        article = self.edition.article
        stem = article.key.split("-")[:2] if article and self.restates else ["edition"]
        restated = ["restated"] if self.restates else []
        name = self.paragraph.id if self.paragraph else file
        return "-".join([*stem, *restated, name]) + self.key_end


def cited_page(edition: Edition, page: Page) -> Cited:
    """What a page tells programs of: itself, and the home page of the whole edition."""
    return Cited(edition, None if page.is_home else page)


def citation(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
    way_to: Callable[[str], str] | None = None,
) -> Content:
    """A citation as prose, in Chicago's form; it ends in the permanent address, as a link, where there is one.

    `at` is another address than the page's: that of a heading. `way_to` gives the way to an address from a page that
    shows the citation: then the link goes that way, and while the site has no address, stands on the words that name
    what is cited.
    """
    cited = Cited(edition, page, paragraph, at)
    way = way_to(cited.path or "./") if way_to else ""
    if not (at or edition.settings.is_addressed):
        return without_address(cited, named(cited, with_paragraphs=True), way)
    words = without_address(cited, named(cited))
    between = " " if inline.words(words).endswith(",”") else ", "
    return (*words, *text(between), *linked(text(cited.address), way or cited.address))


def without_address(cited: Cited, part: Content, way: str = "") -> Content:
    """A citation without its address; the words that name what is cited lead to `way`, where there is one."""
    forms = cited.edition.words.citing
    name: Content = (Cite(text(name_of(cited.edition))),)
    of, article = text(dated(cited)), text(article_named(cited.edition))
    if not cited.page:
        return filled(forms.restated_whole, article=article, edition=linked(name, way), of=of)
    if not cited.restates:
        return filled(forms.own_page, part=linked(part, way), edition=name, of=of)
    return filled(forms.restated_part, article=article, edition=name, of=of, part=linked(part, way))


def named(cited: Cited, with_paragraphs: bool = False) -> Content:
    """A page, or a paragraph of it; `with_paragraphs` says which a page holds where it is cited as a whole."""
    words, page = cited.edition.words, cited.page
    quoted = words.citing.title.format(title=words.quotes.within(cited.name))
    number = cited.number
    if with_paragraphs and page and page.paragraphs and not number:
        number = paragraphs_of(cited.edition, page)
    return text(" ".join(filter(None, [quoted, number])))


def dated(cited: Cited) -> str:
    """Which edition it is of, and whether it was corrected after that."""
    words = cited.edition.words
    edition = words.parts.edition_of.format(date=cited.edition.settings.date_in_words)
    return ", ".join(filter(None, [edition, cited.correction]))


def linked(content: Content, address: str) -> Content:
    """Words that lead to an address, where one is given."""
    return (Link(content, address, 0),) if address else content


def paragraphs_of(edition: Edition, page: Page) -> str:
    """The paragraphs of a page, by the first and the last of their numbers."""
    several = edition.words.parts.paragraphs
    return several.of(len(page.paragraphs), numbers=page.paragraph_range)


def ways_to_cite(
    edition: Edition, page: Page, way_to: Callable[[str], str]
) -> Iterator[tuple[str, Content]]:
    """How a page says that it is cited, as labels and citations: as a whole, and by paragraph; the home page says how
    the edition is as well. `way_to` gives the way from the page to an address."""
    labels = edition.words.citing
    if page.is_home:
        yield labels.this_edition, citation(edition, way_to=way_to)
    whole = labels.this_chapter if page.paragraphs else labels.this_page
    yield whole, citation(edition, page, way_to=way_to)
    for paragraph in page.paragraphs[:1]:
        number = Cited(edition, page, paragraph).number
        words = citation(edition, page, paragraph, way_to=way_to)
        yield labels.such_as.format(paragraph=number), words


def name_of(edition: Edition) -> str:
    """What the edition is called: by the title of the article, and that it is an edition of it."""
    return edition.words.parts.edition.format(title=edition.settings.title)


def article_named(edition: Edition) -> str:
    """Which article it restates."""
    form = edition.words.citing.article
    return form.format(author=author(edition), title=cited_title(edition), year=year(edition))


def address(edition: Edition, page: Page | None = None, paragraph: Paragraph | None = None) -> str:
    """The permanent address; while the site has none, the way from its home page."""
    return Cited(edition, page, paragraph).address


def author(edition: Edition) -> str:
    """Whose article it is, as Chicago prints the name."""
    names = (person.name for person in Cited(edition).authors)
    return edition.words.parts.between_names.join(names)


def year(edition: Edition) -> str:
    """The year of the article."""
    return edition.article.year if edition.article else ""


def cited_title(edition: Edition) -> str:
    """The article's title, with the dashes of the edition's own where that has the same words: Chicago joins names of
    several words by an en dash (CMOS 6.80)."""
    title, own = edition.article.title if edition.article else "", edition.settings.title
    return title.replace(own.replace("–", "-"), own)
