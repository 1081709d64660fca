"""Puts each paragraph's notes, in short form, into an aside after it: the margin shows them beside the text."""

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils import get_relative_url

from edition.citation_forms import short_reference, short_title
from edition.locators import printed
from edition.markup import PlaceLostError, after, element
from edition.model import Citation, Edition, Note, Page, Paragraph, Source


def on_page_content(html: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    sources = get_relative_url("sources/", page.url)
    try:
        return with_notes(html, chapter, edition, sources) if chapter else html
    except PlaceLostError as error:
        raise PluginError(f"docs/{page.file.src_uri}: {error}; look for what changed it") from error


def with_notes(html: str, chapter: Page, edition: Edition, sources: str) -> str:
    """A chapter's HTML with an aside after each paragraph that has notes."""
    for paragraph in chapter.paragraphs:
        if paragraph.notes:
            html = after(html, "p", paragraph.id, aside(paragraph, edition, sources))
    return html


def aside(paragraph: Paragraph, edition: Edition, sources: str) -> Markup:
    """A paragraph's notes, each once, however often the paragraph marks it.

    Hidden but where the style sheet shows it: without one, the list of notes at the end says the same.
    """
    shown: dict[str, Note] = {}
    for note in paragraph.notes:
        shown.setdefault(note.number, note)
    notes = Markup("").join(margin_note(note, edition, sources) for note in shown.values())
    label = f"Notes to para. {paragraph.number}, in short"
    return element("aside", notes, class_="margin-notes", role="note", aria_label=label, hidden="")


def margin_note(note: Note, edition: Edition, sources: str) -> Markup:
    """A note's number as the way back to its mark, what it explains, and its sources in short form."""
    number = element(
        "a",
        note.number,
        class_="note-number",
        href=f"#fnref:{note.place}",
        aria_label=f"{note.number}, back to the text",
    )
    cited = Markup("; ").join(short(c, edition, sources) for c in note.citations)
    shown = element("span", Markup("{}.").format(cited), translate="no")
    words = Markup(" ").join(filter(None, [note.explanation, shown]))
    text = element("span", words, class_="note-text")
    return element(
        "p", Markup("{} {}").format(number, text), class_="margin-note", data_note=note.number
    )


def short(citation: Citation, edition: Edition, sources: str) -> Markup:
    """A source in short form: author, title as a link, year, and the pages relied on."""
    source = edition.source[citation.key]
    pages = f", {printed(citation.locator, edition.words)}" if citation.locator else ""
    return Markup("{}{}").format(short_reference(source, title(source, sources)), pages)


def title(source: Source, sources: str) -> Markup:
    language = {} if source.title_language == "en" else {"lang": source.title_language}
    address = f"{sources}{source.key}/"
    return element("a", short_title(source), class_="source-title", href=address, **language)
