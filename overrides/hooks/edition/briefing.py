"""A paragraph as it stands in a briefing, away from its page: words, citation, and its notes in full.

HTML of the simplest elements, which word processors keep; every address in it is a permanent one.
"""

from collections.abc import Callable
from dataclasses import replace

from markupsafe import Markup

from edition import inline
from edition.citation_forms import forms
from edition.citeproc import References
from edition.citing import address
from edition.inline import Link, SourceTitle
from edition.locators import Locator, printed
from edition.markup import element, filled
from edition.model import Edition, Note, Page, Paragraph, named_uses
from edition.write.html import COPIED, Html, language_of


def words(edition: Edition, chapter: Page, paragraph: Paragraph, references: References) -> Markup:
    """A paragraph after its number, which is a link to it; its citation; the sources that it names without a note."""
    number = element("a", paragraph.number, href=address(edition, chapter, paragraph))
    text = Html(link=in_place(edition, chapter), emphasis="i").one_line(paragraph.content)
    said = edition.words.briefing
    parts = [
        Markup("{} {} {}").format(number, text, element("span", said.restated)),
        forms(edition, chapter, paragraph).html,
        *(
            filled(said.named, source=text)
            for text in named(edition, chapter, paragraph, references)
        ),
    ]
    return Markup("").join(element("p", part) for part in parts)


def named(
    edition: Edition, chapter: Page, paragraph: Paragraph, references: References
) -> list[Markup]:
    """The sources that a paragraph names without a note, each once."""
    keys = dict.fromkeys(use.source.key for use in named_uses(edition, chapter, paragraph))
    return [source_in_full(edition, key, references) for key in keys]


def notes(edition: Edition, chapter: Page, paragraph: Paragraph, references: References) -> Markup:
    """A paragraph's notes, each an item of a list, in the order of its marks."""
    texts = (note_in_full(edition, chapter, note, references) for note in paragraph.notes)
    return Markup("").join(element("li", text) for text in texts)


def note_in_full(edition: Edition, chapter: Page, note: Note, references: References) -> Markup:
    """A note that leans on none before it: what it explains, each source with the pages relied on, and its number
    in the edition as a link. What it explains is restated as well, and says so."""
    cited = [source_in_full(edition, c.key, references, c.locator) for c in note.citations]
    place = f"{address(edition, chapter)}#fn:{note.number}"
    link = element("a", edition.words.parts.note.format(number=note.number), href=place)
    if note.explanation:
        link = filled(edition.words.briefing.restated_note, note=link)
    where = Markup("({})").format(link)
    return Markup(" ").join(filter(None, [note.explanation, *cited, where]))


def source_in_full(
    edition: Edition, key: str, references: References, locator: Locator | None = None
) -> Markup:
    """A reference whose title leads to the source's record in the edition; the pages stand before its own address."""
    text = references.sources[key]
    if locator:
        pages = f", {printed(locator, edition.words)}."
        text = (*inline.without_end(text, "."), *inline.text(pages))
    if known := next(inline.links(references.styles["Chicago"][key]), None):
        text = (*text, *inline.text(" "), known, *inline.text("."))
    return replace(COPIED, source_title=record(edition)).write(text)


def record(edition: Edition) -> Callable[[SourceTitle, Markup], Markup]:
    """How a title leads to the source's record, and says its language where it is not the edition's."""

    def linked(part: SourceTitle, words: Markup) -> Markup:
        language = language_of(edition.source[part.key], edition.words)
        return element("a", words, href=f"{address(edition)}sources/{part.key}/", **language)

    return linked


def in_place(edition: Edition, chapter: Page) -> Callable[[Link, Markup], Markup]:
    """How a link in a chapter leads to the same place from anywhere."""
    return lambda part, words: element("a", words, href=edition.address_of(chapter, part))
