"""The briefing, /briefing/: the page on which a reader finds the paragraphs that were collected, and their texts.

Which these are is kept in the reader's browser alone: the build knows nothing of it, so the page is empty for robots.
The texts are HTML of the simplest elements, which word processors keep; every address in them is a permanent one.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace

from markupsafe import Markup

from edition.cite.references import References
from edition.cite.restated import address, citation
from edition.contents.addressed_texts import Tables, addressed, name_of, text_file
from edition.model import Citation, Edition, Note, Page, Paragraph, inline, named_uses
from edition.model.inline import SourceTitle
from edition.model.locators import printed_after
from edition.outputs import File, Shown, Site
from edition.outputs import Page as MadePage
from edition.write.html import COPIED, Html, in_place, language_of, title_links
from edition.write.markup import element, filled

PAGE = "briefing.md"


@dataclass(frozen=True)
class BriefingPage:
    """Where the page is."""

    address: str


def view(site: Site) -> Iterator[MadePage | File]:
    edition = site.library.edition
    yield MadePage(PAGE, "briefing.html", asdict(edition.words.briefing.head), held(edition))
    html = replace(COPIED, text=site.library.html.text)
    briefing = Briefing(addressed(edition), site.library.references, html)
    for chapter in edition.chapters:
        yield text_file(f"words/{name_of(chapter)}", {"words": briefing.texts(chapter)})


def on_page(page: Shown, site: Site) -> BriefingPage:
    return BriefingPage(site.pages[PAGE].address)


def held(edition: Edition) -> str:
    """Which chapters' texts hold which paragraphs, as JSON, so that the page asks for those of its own at once."""
    held = {name_of(chapter): [p.id for p in chapter.paragraphs] for chapter in edition.chapters}
    return json.dumps(held, separators=(",", ":"))


@dataclass(frozen=True)
class Briefing:
    """What paragraphs are written with, as they stand in a briefing."""

    edition: Edition
    references: References
    html: Html = COPIED
    """How text is written; links and the titles of sources lead to permanent addresses."""

    def texts(self, chapter: Page) -> dict[str, Tables]:
        """Each paragraph of a chapter by its id."""
        return {
            paragraph.id: {
                "chapter": chapter.title,
                "html": self.words(chapter, paragraph),
                "marks": [note.number for note in paragraph.notes],
                "notes": self.notes(chapter, paragraph),
            }
            for paragraph in chapter.paragraphs
        }

    def words(self, chapter: Page, paragraph: Paragraph) -> Markup:
        """A paragraph after its number, which is a link to it; its citation; the sources that it names without a
        note."""
        edition, labels = self.edition, self.edition.words.briefing
        number = element("a", paragraph.number, href=address(edition, chapter, paragraph))
        html = replace(self.html, link=in_place(edition, chapter))
        text, restated = html.one_line(paragraph.content), element("span", labels.restated)
        cited = (*citation(edition, chapter, paragraph), *inline.text("."))
        parts = [
            *([restated] if paragraph.blocks else []),
            self.html.write(cited),
            *(filled(labels.named, source=text) for text in self.named(chapter, paragraph)),
        ]
        own = [number, text, *([] if paragraph.blocks else [restated])]
        return Markup("").join(
            [
                element("p", Markup(" ").join(own)),
                *map(html.block, paragraph.blocks),
                *(element("p", part) for part in parts),
            ]
        )

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
        cited = [self.cited_in_full(citation) for citation in note.closing]
        note_address = f"{address(edition, chapter)}#fn:{note.number}"
        link = element("a", edition.words.parts.note.format(number=note.number), href=note_address)
        if note.explanation:
            link = filled(edition.words.briefing.restated_note, note=link)
        where = Markup("({})").format(link)
        links = in_place(edition, chapter), title_links(self.record)
        html = replace(self.html, link=links[0], source_title=links[1])
        explained = [html.write(part) for part in note.explanation]
        whole = [*explained[:-1], Markup(" ").join([*explained[-1:], *cited, where])]
        return whole[0] if len(whole) == 1 else Markup("").join(element("p", p) for p in whole)

    def cited_in_full(self, citation: Citation) -> Markup:
        """A reference with the note's own words around it."""
        before, after = citation.opening, printed_after(citation, self.edition.words)
        return Markup("{}{}").format(before, self.source_in_full(citation.key, after))

    def source_in_full(self, key: str, after: str = "") -> Markup:
        """A reference whose title leads to the source's record in the edition; what follows it in a note stands before
        its own address."""
        text = self.references.sources[key]
        if after:
            text = (*inline.without_end(text, "."), *inline.text(f"{after.rstrip('.')}."))
        if known := next(inline.links(self.references.in_full[key]), None):
            text = (*text, *inline.text(" "), known, *inline.text("."))
        return replace(self.html, source_title=title_links(self.record)).write(text)

    def record(self, part: SourceTitle) -> Mapping[str, str]:
        """The link of a title: it leads to the source's record."""
        edition = self.edition
        language = language_of(edition.source[part.key], edition.words)
        return {"href": edition.home + edition.source_address(part.key), **language}
