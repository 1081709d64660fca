"""What stands under headings of the page about the edition that have no text of their own: pages show it, and the
search finds its words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree.ElementTree import Element

from edition.cite.references import References
from edition.cite.restated import citation
from edition.model import Edition, Page, Paragraph, Source
from edition.write.elements import running
from edition.write.tree import Piece, element, filled

FILE = "about.md"


@dataclass(frozen=True)
class About:
    """What the sections are made from; `way_to` gives the way from the page to an address."""

    edition: Edition
    references: References
    way_to: Callable[[str], str] = str
    are_kept: bool = True
    """Whether the site has a list of editions."""


def sections(about: About) -> Mapping[str, Sequence[Element]]:
    """What stands under each heading, by the heading's id."""
    return {heading_id: tuple(section(about)) for heading_id, section in SECTIONS.items()}


def author(about: About) -> Iterator[Element]:
    """The author of the article, and its versions in other languages."""
    edition, article = about.edition, about.edition.article
    if not article:
        return
    words, languages = edition.words.about, edition.words.sources.languages
    parts = [article.persons["author"][0].name]
    if name := article.get("origauthor"):
        language = languages[article.original_language]
        parts.append(words.author_originally.format(language=language, author=name))
    if affiliation := article.get("affiliation"):
        parts.append(words.author_then.format(year=article.year, affiliation=affiliation))
        parts += [f", {name}" for name in filter(None, [article.get("origaffiliation")])]
    record = source_link(about, article, words.record)
    yield element("p", *parts, ". ", *filled(words.seen, record=record))
    for version in edition.versions:
        label = words.the_version.format(language=languages[version.get("language")])
        reference = element("span", *running(about.references.sources[version.key]), translate="no")
        link = source_link(about, version, label)
        yield element("p", *filled(words.version, version=link, reference=reference))


def source_link(about: About, source: Source, words: str) -> Element:
    return element("a", words, href=about.way_to(about.edition.source_address(source.key)))


def this_edition(about: About) -> Iterator[Element]:
    """Number, date and address of the edition, and the link to the list of editions."""
    edition, words = about.edition, about.edition.words.about
    settings = edition.settings
    parts = filled(
        words.this_edition,
        number=settings.number,
        date=element("time", settings.date_in_words, datetime=settings.date),
        paragraphs=len(edition.paragraph),
        notes=len(edition.notes),
        cited=len(edition.cited_sources),
        named=len(edition.named_sources),
    )
    yield element("p", *parts, " ", *address_and_repository(about))
    if about.are_kept:
        link = element("a", words.all_editions, href=about.way_to("editions/"))
        yield element("p", *filled(words.each_is_kept, editions=link))


def address_and_repository(about: About) -> Iterator[Piece]:
    """The address of the edition, or that it has none, and that of its repository, where one is set."""
    settings, words = about.edition.settings, about.edition.words.about
    if settings.is_addressed:
        link = element("a", settings.site_url, href=about.way_to("./"), translate="no")
        yield from filled(words.addressed, address=link)
    else:
        yield element("span", words.unaddressed, class_="live-only")
    if settings.repo_url:
        link = element("a", settings.repo_url, href=settings.repo_url, translate="no")
        yield " "
        yield from filled(words.kept_at, repository=link)


def editors_notes(about: About) -> Iterator[Element]:
    """All editor's notes, in the order of the text; those of one paragraph share its name."""
    groups = groupby(noted_in(about.edition), lambda noted: noted[:2])
    rows = [
        element("div", element("dt", note_link(about, *at)), *(element("dd", n[2]) for n in notes))
        for at, notes in groups
    ]
    yield element("dl", *rows, class_="editors-notes")


def noted_in(edition: Edition) -> Iterator[tuple[Page, str, str]]:
    """Every editor's note: the chapter, the id of the paragraph that it stands after, if any, and its words."""
    for chapter in edition.chapters:
        for note in chapter.editor_notes:
            yield chapter, note.paragraph, note.text


def note_link(about: About, chapter: Page, paragraph_id: str) -> Element:
    """A link to the paragraph after which a note stands, or else to its chapter."""
    address = about.way_to(chapter.address or "./")
    paragraph = about.edition.paragraph.get(paragraph_id)
    if not paragraph:
        return element("a", chapter.title, class_="xref", href=address)
    name = about.edition.words.parts.paragraph.format(number=paragraph.number)
    return element("a", name, class_="xref", href=f"{address}#{paragraph_id}")


def how_to_cite(about: About) -> Iterator[Element]:
    """The forms of citation at each level."""
    edition, words = about.edition, about.edition.words.about
    example, article = edition.example, edition.article
    chapter = edition.chapter_of[example.id] if example else None
    rows: list[tuple[str, Sequence[Piece]]] = [
        (words.a_paragraph, cited(about, chapter, example)),
        (words.a_chapter, cited(about, chapter)),
        (words.the_edition, cited(about)),
    ]
    if article:
        reference = running(about.references.sources[article.key])
        rows.append((words.the_article, filled(words.cited_so, reference=reference)))
    rows.append((words.this_page, cited(about, edition.page_of(FILE))))
    listed = [
        item
        for label, content in rows
        for item in (element("dt", label), element("dd", *content, translate="no"))
    ]
    yield element("dl", *listed, class_="how-to-cite")
    yield element("p", words.why)


def cited(
    about: About, page: Page | None = None, paragraph: Paragraph | None = None
) -> list[Piece]:
    """How a part of the edition is cited, as a sentence."""
    return [*running(citation(about.edition, page, paragraph, way_to=about.way_to)), "."]


def report_an_error(about: About) -> Iterator[Element]:
    """The address at which errors are reported, or how to report one where none is set."""
    report, words = about.edition.settings.report_url, about.edition.words.about
    if report:
        link = element("a", report.replace("mailto:", ""), href=report)
        yield element("p", *filled(words.report_at, address=link))
    else:
        unset = element("span", words.report_unset, class_="live-only")
        it = element("span", words.report_it, class_="live-only")
        yield element("p", unset, " ", *filled(words.report_send, it=it))


SECTIONS: Mapping[str, Callable[[About], Iterator[Element]]] = {
    "author": author,
    "this-edition": this_edition,
    "editors-notes": editors_notes,
    "how-to-cite": how_to_cite,
    "report-an-error": report_an_error,
}
