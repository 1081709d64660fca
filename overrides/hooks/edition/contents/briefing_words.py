"""A paragraph as it stands in a briefing, away from its page: words, citation, and its notes in full.

HTML of the simplest elements, which word processors keep; every address in it is a permanent one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from edition.cite.references import References
from edition.cite.restated import address, citation
from edition.model import Edition, Note, Page, Paragraph, inline, named_uses
from edition.model.inline import SourceTitle
from edition.model.locators import Locator, printed
from edition.write.html import COPIED, Html, in_place, language_of, title_links
from edition.write.markup import element, filled


@dataclass(frozen=True)
class Briefing:
    """What paragraphs are written with, as they stand in a briefing."""

    edition: Edition
    references: References
    html: Html = COPIED
    """How text is written; links and the titles of sources lead to permanent addresses."""

    def words(self, chapter: Page, paragraph: Paragraph) -> Markup:
        """A paragraph after its number, which is a link to it; its citation; the sources that it names without a
        note."""
        edition, said = self.edition, self.edition.words.briefing
        number = element("a", paragraph.number, href=address(edition, chapter, paragraph))
        text = replace(self.html, link=in_place(edition, chapter)).one_line(paragraph.content)
        cited = (*citation(edition, chapter, paragraph), *inline.text("."))
        parts = [
            Markup("{} {} {}").format(number, text, element("span", said.restated)),
            self.html.write(cited),
            *(filled(said.named, source=text) for text in self.named(chapter, paragraph)),
        ]
        return Markup("").join(element("p", part) for part in parts)

    def named(self, chapter: Page, paragraph: Paragraph) -> list[Markup]:
        """The sources that a paragraph names without a note, each once."""
        uses = named_uses(self.edition.source, chapter, paragraph)
        return [self.source_in_full(key) for key in dict.fromkeys(use.source.key for use in uses)]

    def notes(self, chapter: Page, paragraph: Paragraph) -> Markup:
        """A paragraph's notes, each an item of a list, in the order of its marks."""
        texts = (self.note_in_full(chapter, note) for note in paragraph.notes)
        return Markup("").join(element("li", text) for text in texts)

    def note_in_full(self, chapter: Page, note: Note) -> Markup:
        """A note that leans on none before it: what it explains, each source with the pages relied on, and its number
        in the edition as a link. What it explains is restated as well, and says so."""
        edition = self.edition
        cited = [self.source_in_full(c.key, c.locator) for c in note.citations]
        place = f"{address(edition, chapter)}#fn:{note.number}"
        link = element("a", edition.words.parts.note.format(number=note.number), href=place)
        if note.explanation:
            link = filled(edition.words.briefing.restated_note, note=link)
        where = Markup("({})").format(link)
        explained = self.html.text(note.explanation)
        return Markup(" ").join(filter(None, [explained, *cited, where]))

    def source_in_full(self, key: str, locator: Locator | None = None) -> Markup:
        """A reference whose title leads to the source's record in the edition; the pages stand before its own
        address."""
        text = self.references.sources[key]
        if locator:
            pages = f", {printed(locator, self.edition.words)}."
            text = (*inline.without_end(text, "."), *inline.text(pages))
        if known := next(inline.links(self.references.in_full[key]), None):
            text = (*text, *inline.text(" "), known, *inline.text("."))
        return replace(self.html, source_title=title_links(self.record)).write(text)

    def record(self, part: SourceTitle) -> Mapping[str, str]:
        """The link of a title: it leads to the source's record."""
        edition = self.edition
        language = language_of(edition.source[part.key], edition.words)
        return {"href": f"{address(edition)}sources/{part.key}/", **language}
