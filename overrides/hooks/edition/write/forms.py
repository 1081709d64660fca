"""Writes a citation of the edition, and the reference of a source, in each form in which it can be copied: rich and
plain text, Markdown, BibTeX, RIS."""

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup
from pybtex.database import Entry

from edition.cite.formats.bibtex import as_bibtex, cited_entry, source_entry
from edition.cite.formats.ris import as_ris, cited_record, source_record
from edition.cite.restated import Cited, citation
from edition.model import Edition, Page, Paragraph, Source, inline
from edition.model.inline import Content
from edition.words import Words
from edition.write.html import COPIED, Html
from edition.write.markdown import one_line


class StandIn(StrEnum):
    """What scripts replace, by these names, in what they hand out: nobody's words look like it."""

    HERE = "@here@"
    """In the citation of a page: the address of the heading that is cited."""
    PAGES = "@pages@"
    """In the exports of a source: the notes that cite it, with the pages relied on."""
    SECTION = "@section@"
    """At the end of a page's citation key: what tells its sections apart."""
    HOME = "@home@"
    """In the panel: the way to the home page."""
    SHORT = "@short@"
    """In the panel: what is cited, within a sentence."""
    TITLE = "@title@"
    """In the address of a report: what it is about, percent-encoded."""
    ADDRESS = "@address@"
    """Likewise: the address of that."""


@dataclass(frozen=True)
class Forms:
    """One citation in each of its forms; `html` has titles in `i` and addresses as links, as word processors keep."""

    html: Markup
    plain: str
    markdown: str
    bibtex: str
    ris: str


def forms(
    edition: Edition,
    page: Page | None = None,
    paragraph: Paragraph | None = None,
    at: str = "",
    key_end: str = "",
) -> Forms:
    """A citation of the edition, a page or a paragraph; `at` is another address to end with, that of a heading, and
    `key_end` what its citation key ends in."""
    prose = (*citation(edition, page, paragraph, at), *inline.text("."))
    part = Cited(edition, page, paragraph, at, key_end)
    return Forms(
        COPIED.write(prose),
        inline.words(prose),
        one_line(prose),
        as_bibtex({part.key: cited_entry(part)}),
        as_ris([cited_record(part, edition.words)]),
    )


def source_forms(
    source: Source, reference: Content, entry: Entry, words: Words, html: Html = COPIED
) -> Forms:
    """The reference of a source, which ends with its address, and its exports, in which `StandIn.PAGES` stands;
    `entry` is its BibTeX, `html` how rich text is written."""
    exported = source_entry(source, entry, words)
    exported.fields["annote"] = StandIn.PAGES.value
    return Forms(
        html.write(reference),
        inline.words(reference),
        one_line(reference),
        as_bibtex({source.key: exported}),
        as_ris([[*source_record(source, words), ("N1", StandIn.PAGES.value)]]),
    )
