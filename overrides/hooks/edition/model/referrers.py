"""Where a paragraph is referred to."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from edition.model.inline import Link
from edition.model.page import Heading, Page, Paragraph

Part = TypeVar("Part", Heading, Paragraph)


@dataclass(frozen=True)
class Referrer:
    """A place that refers to a paragraph: a page, the paragraph or else the heading in it, and how it refers.

    `how` is one of RELATIONS, or EDITOR_NOTE or LINK.
    """

    page: Page
    paragraph: Paragraph | None
    heading: Heading | None
    how: str

    @property
    def position(self) -> tuple[str, str, str]:
        """The page's file, and the ids of paragraph and heading, empty where there is none."""
        paragraph, heading = self.paragraph, self.heading
        return self.page.file, paragraph.id if paragraph else "", heading.id if heading else ""


EDITOR_NOTE, LINK = "editor-note", "link"


def stated_hows(page: Page) -> dict[Link, str]:
    """How links of a page refer to paragraphs: those in editor's notes, and those that state relations."""
    noted = {link: EDITOR_NOTE for note in page.editor_notes for link in note.links}
    return noted | {r.link: r.word for paragraph in page.paragraphs for r in paragraph.relations}


def referrer_at(page: Page, link: Link, how: str) -> Referrer:
    """A link as a referrer: its page, with the paragraph and the heading that it stands in."""
    return Referrer(page, above(page.paragraphs, link.line), above(page.headings, link.line), how)


def above(parts: Sequence[Part], line: int) -> Part | None:
    """The last of some parts of a page, in the order of the text, that begins on a line or above it."""
    at = bisect_right(parts, line, key=lambda part: part.line)
    return parts[at - 1] if at else None
