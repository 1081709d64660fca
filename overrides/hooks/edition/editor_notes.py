"""The editor's notes of a rendered chapter, each with the paragraph that it stands after: for lists of them all."""

from collections.abc import Iterator

from lxml import html

NOTE = "//*[contains(@class, 'editor-note')][p[@class='editor-note-label']]"


def editor_notes(rendered: str) -> Iterator[tuple[str, str]]:
    """Each note's words, with the id of the paragraph above it; of a note above the first, with none."""
    tree = html.fromstring(f"<div>{rendered}</div>")
    for note in tree.xpath(NOTE):
        above = note.xpath("preceding-sibling::p[@id][1]/@id")
        parts = note.xpath("./*[not(@class='editor-note-label')]")
        yield (
            str(above[0]) if above else "",
            " ".join(" ".join(part.text_content().split()) for part in parts),
        )
