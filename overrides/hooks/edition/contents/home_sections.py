"""What stands under headings of the home page that have no text of their own: the argument, and how to link, cite and
download."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from edition.cite.formats import JSON, OF_SOURCES
from edition.model import SOURCES, Edition, Page
from edition.write.tree import Piece, element, filled

FILE = "index.md"


@dataclass(frozen=True)
class Offers:
    """What the site has beside its pages, empty where it has it not: the folder of short addresses, the address of the
    briefing, the files of all sources without their ending, and the schema of the edition's data; whether numbers open
    the panel, and whether pages say how they are cited."""

    short_addresses: str = ""
    briefing: str = ""
    sources: str = ""
    schema: str = ""
    panel: bool = True
    how_to_cite: bool = True


HEADINGS = ("argument", "link-and-cite")


def sections(edition: Edition, offers: Offers) -> Mapping[str, Sequence[Element]]:
    """What stands under each heading, by the heading's id."""
    return {"argument": (argument(edition),), "link-and-cite": (link_and_cite(edition, offers),)}


def argument(edition: Edition) -> Element:
    """The argument, a step a chapter."""
    steps = (element("li", *step(chapter, edition)) for chapter in edition.chapters[1:])
    return element("ol", *steps, class_="argument")


def step(chapter: Page, edition: Edition) -> list[Piece]:
    meta, count = chapter.meta, len(chapter.paragraphs)
    word = meta.get("connective", "")
    connective: list[Piece] = [element("em", word), " "] if word else []
    numbers = edition.words.parts.paragraphs.of(count, numbers=chapter.paragraph_range)
    return [
        element("a", chapter.title, href=chapter.address),
        " ",
        element("span", *connective, meta.get("claim", ""), class_="claim"),
        " ",
        element("span", numbers, class_="range"),
    ]


def link_and_cite(edition: Edition, offers: Offers) -> Element:
    """How to link to a paragraph, how to cite it, and where the article, its sources, text and data are.

    What is `live-only` offers what a frozen edition does not keep, and is not kept in it either.
    """
    rows = a_paragraph(edition, offers), which_to_cite(edition, offers), all_of_it(edition, offers)
    return element("dl", *(element("div", *row) for row in rows), class_="link-and-cite")


def a_paragraph(edition: Edition, offers: Offers) -> Iterator[Element]:
    words, example = edition.words.home, edition.example
    opens = element("span", words.opens, class_="live-only") if offers.panel else ""
    way = words.short_address.format(way=offers.short_addresses)
    on_paper = [f" {way}"] if offers.short_addresses else []
    yield element("dt", words.paragraph)
    yield element("dd", *filled(words.number_is_link, opens=opens), *on_paper)
    links: list[Piece] = []
    if example:
        address = f"{edition.chapter_of[example.id].address}#{example.id}"
        links.append(element("a", words.example.format(number=example.number), href=address))
    if offers.briefing:
        links += [" ", element("a", words.your_briefing, class_="live-only", href=offers.briefing)]
    yield element("dd", *links, class_="links")


def which_to_cite(edition: Edition, offers: Offers) -> Iterator[Element]:
    words, article = edition.words.home, edition.article
    if not article:
        return
    author = article.persons["author"][0].name
    journal = element("cite", article.get("journaltitle"), translate="no")
    how = [element("a", edition.words.cite_this.title, href="#cite-this"), " "]
    record = element("a", words.article, href=f"{SOURCES}#{article.key}")
    yield element("dt", words.which)
    yield element("dd", *filled(words.which_to_cite, author=author, journal=journal))
    yield element("dd", *(how if offers.how_to_cite else ()), record, class_="links")


def all_of_it(edition: Edition, offers: Offers) -> Iterator[Element]:
    words = edition.words.home
    works = filled(
        words.works,
        cited=len(edition.cited_sources),
        languages=edition.languages_of_sources,
        pages=element("a", words.works_pages, href=SOURCES),
        named=len(edition.named_sources),
    )
    schema = element("a", words.schema, href=offers.schema)
    listed = element("a", "llms.txt", href="llms.txt")
    data = [" ", *filled(words.files, schema=schema, list=listed)] if offers.schema else []
    yield element("dt", words.whole)
    yield element("dd", *works, *data)
    if links := list(files(edition, offers)):
        yield element("dd", *links, class_="links live-only")


def files(edition: Edition, offers: Offers) -> Iterator[Piece]:
    """The files in which all sources, the text and the data can be taken along."""
    words = edition.words.home
    for form in OF_SOURCES if offers.sources else ():
        hidden = element("span", words.all_sources_as, class_="visually-hidden")
        address = f"{offers.sources}.{form.ending}"
        yield element("a", hidden, form.name, href=address, download="")
        yield " "
    if offers.schema:
        yield element("a", words.as_text, href="llms-full.txt")
        yield " "
        yield element("a", JSON.name, href="edition.json")
