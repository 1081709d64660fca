"""What links may lead to, each by its id and its name for readers, and the preview of a link to a paragraph."""

from collections.abc import Iterator, Mapping, Sequence

from edition.model import SOURCES, Edition, Page, Paragraph

WORDS = 60
"""As much of a paragraph as a preview shows."""
STOPS = ",;:."


def link_targets(edition: Edition) -> Iterator[dict[str, str]]:
    """Every paragraph, note, heading and source, in the order of the text: id, name, its page's address and title."""
    words = edition.words.parts
    for page in edition.pages:
        for fragment, name in on_page(edition, page):
            yield {"id": fragment, "name": name, "page": page.address, "title": page.title}
    for source in edition.sources:
        name = words.source.format(key=source.key)
        yield {"id": source.key, "name": name, "page": SOURCES, "title": words.sources}


def on_page(edition: Edition, page: Page) -> Iterator[tuple[str, str]]:
    """The ids on a page, with their names."""
    words = edition.words.parts
    for paragraph in page.paragraphs:
        yield paragraph.id, words.paragraph.format(number=paragraph.number)
    for note in page.notes:
        yield f"fn:{note.number}", words.note.format(number=note.number)
    for heading in page.headings:
        yield heading.id, heading.title


def previews(edition: Edition, pages: Sequence[Page]) -> dict[str, Mapping[str, str]]:
    """What links to the paragraphs of some pages show of them, by their ids."""
    return {
        paragraph.id: preview(edition, page, paragraph)
        for page in pages
        for paragraph in page.paragraphs
    }


def preview(edition: Edition, chapter: Page, paragraph: Paragraph) -> dict[str, str]:
    """Where a paragraph stands, and its first words."""
    heading = paragraph.heading.title if paragraph.heading else chapter.title
    where = chapter.title if heading == chapter.title else f"{chapter.title}: {heading}"
    label = edition.words.handed_out.preview.format(number=paragraph.number, where=where)
    return {"label": label, "words": first_words(paragraph.text)}


def first_words(text: str) -> str:
    """The first 60 words of a text, with a sign that there are more."""
    words = text.split()
    first = " ".join(words[:WORDS])
    return f"{first.rstrip(STOPS)}\N{NO-BREAK SPACE}…" if len(words) > WORDS else first
