"""Turns citations and explained notes into numbered marks, before mkdocs-bibtex would drop their page numbers."""

from collections.abc import Sequence

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as SitePage

from edition.markup import PlaceLostError, element
from edition.model import Edition, Note, Page


@event_priority(100)
def on_page_markdown(markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
    """Before mkdocs-bibtex: replaces the marks of a chapter and takes out its definitions."""
    edition: Edition = config["edition"]
    chapter = edition.page_of(page.file.src_uri)
    try:
        return with_marks(markdown, chapter) if chapter else markdown
    except PlaceLostError as error:
        message = f"docs/{page.file.src_uri}: {error}; let no plugin or hook change the page before this one"
        raise PluginError(message) from error


def with_marks(markdown: str, chapter: Page) -> str:
    """A chapter's Markdown with its marks as HTML and without the definitions of its explaining notes."""
    return replaced(chapter.body, chapter.marks)


def replaced(markdown: str, notes: Sequence[Note]) -> str:
    """The text with each mark, in order, as HTML."""
    done = ""
    for note in notes:
        before, found, markdown = markdown.partition(note.mark)
        if not found:
            raise PlaceLostError(f"the mark {note.mark} of note {note.number} is gone")
        done = "".join([done, before, mark(note)])
    return done + markdown


def mark(note: Note) -> Markup:
    """A note mark: a raised figure that leads to the note in the list (DPUB-ARIA doc-noteref)."""
    label = f"Note {note.number}"
    link = element(
        "a",
        note.number,
        class_="note-mark",
        href=f"#fn:{note.number}",
        role="doc-noteref",
        aria_label=label,
    )
    return element("sup", link, id=f"fnref:{note.place}")
