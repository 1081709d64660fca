"""What the panel hands out beside each paragraph, section and page: links, citations, and the sources relied on.

What it hands out on one page is one part, with the sources that the page cites.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property, partial
from urllib.parse import quote

from markupsafe import Markup

from edition.cite.references import short_reference
from edition.contents.addressed_texts import (
    HERE,
    Tables,
    addressed,
    frozen_text,
    name_of,
    text_address,
    text_file,
)
from edition.contents.citable_parts import one_paragraph, parts
from edition.contents.link_targets import previews
from edition.contents.under_headings import BRIEFING
from edition.library import Library
from edition.model import Edition, Page, Source
from edition.model.inline import SourceTitle
from edition.outputs import File, Shown, Site
from edition.write.forms import Forms, StandIn, forms, source_forms
from edition.write.html import COPIED, Html, language_of
from edition.write.markup import element

WHOLE = "edition"
"""The part that holds for all pages."""


@dataclass(frozen=True)
class Panel:
    """The address of the texts of a page's panel; a page that is not cited has those that hold for all."""

    texts: str


def view(site: Site) -> Iterator[File]:
    handed = HandedOut(site.library)
    yield text_file(WHOLE, handed.whole)
    for page in handed.edition.pages:
        yield text_file(part_of(page), {**handed.whole, **handed.page_tables(page)})


def on_page(page: Shown, site: Site) -> Panel:
    own = site.library.edition.page_of(page.file)
    return Panel(site.stamped[text_address(part_of(own) if own else WHOLE)])


def part_of(page: Page) -> str:
    """The part that belongs to a page."""
    return f"panel/{name_of(page)}"


@dataclass(frozen=True, eq=False)
class HandedOut:
    """What the panel hands out, as tables."""

    library: Library

    @cached_property
    def edition(self) -> Edition:
        return addressed(self.library.edition)

    @cached_property
    def html(self) -> Html:
        """How text that is copied is written."""
        return replace(COPIED, text=self.library.html.text)

    @cached_property
    def whole(self) -> Tables:
        """What holds for the panel on every page."""
        panel = self.library.fill(
            "partials/copy-panel.html",
            report=report_address(self.edition),
            briefing=BRIEFING if self.library.has("briefing") else "",
            related=self.library.has("related"),
            editions=self.library.has("editions"),
        )
        whole = {
            "site": self.edition.home,
            "name": slug(self.edition.settings.short_title),
            "here": StandIn.HERE,
            "source": self.edition.source_address("KEY").split("KEY"),
            "panel": panel,
            "cite": forms(self.edition).html,
        }
        return {"edition": whole}

    def page_tables(self, page: Page) -> Tables:
        """What the panel shows and copies on a page, and what the previews of its paragraphs show."""
        shown = {"previews": previews(self.edition, [page])} if self.library.has("previews") else {}
        return {
            "pages": {page.address: page_texts(self.edition, page)},
            "paragraphs": self.paragraphs(page),
            **shown,
            "sources": {source.key: self.source_texts(source) for source in self.cited_in(page)},
        }

    def paragraphs(self, page: Page) -> dict[str, Tables]:
        """Each paragraph of a page by its id, as one thing to cite."""
        return {
            paragraph.id: {
                **one_paragraph(self.edition, paragraph),
                "cite": asdict(forms(self.edition, page, paragraph)),
                **frozen_text(self.edition, paragraph, self.library.frozen),
            }
            for paragraph in page.paragraphs
        }

    def cited_in(self, page: Page) -> Iterator[Source]:
        """The sources that a page relies on, each once."""
        uses = (use for p in page.paragraphs for use in self.edition.uses_in[p.id])
        yield from {use.source.key: use.source for use in uses}.values()

    def source_texts(self, source: Source) -> Tables:
        """A source's reference with its address, its exports, and its short name."""
        words = self.edition.words
        title = partial(spoken_title, source, language_of(source, words))
        shown = replace(self.html, emphasis="em", cite="cite", source_title=title)
        short = shown.write(short_reference(source, words))
        return {**asdict(self.forms[source.key]), "short": short}

    @cached_property
    def forms(self) -> Mapping[str, Forms]:
        """Each source's reference in its forms, by its key."""
        references, edition = self.library.references.in_full, self.edition
        return {
            key: source_forms(
                source, references[key], edition.entries[key], edition.words, self.html
            )
            for key, source in edition.source.items()
        }


def page_texts(edition: Edition, page: Page) -> Tables:
    """A page's citation, in which `HERE` and `StandIn.SECTION` stand for a heading's address and id, and its parts."""
    cite = forms(edition, page, at=HERE, key_end=StandIn.SECTION)
    return {"cite": asdict(cite), "parts": parts(edition, page)}


def spoken_title(
    source: Source, foreign: Mapping[str, str], part: SourceTitle, html: Html
) -> Markup:
    """A title that says its language, be it the edition's or, as `foreign` has it, another."""
    return element("span", html.in_one_language(part.content, foreign), lang=source.title_language)


def slug(title: str) -> str:
    """What the names of saved files begin with."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())


def report_address(edition: Edition) -> str:
    """Where an error is reported, with stand-ins for what the report is about; empty where nowhere is set.

    A mail gets a subject and a body (RFC 6068), a form the parameters that GitHub and Forgejo read.
    """
    report_url = edition.settings.report_url
    if not report_url:
        return ""
    name = "subject" if report_url.startswith("mailto:") else "title"
    title = quote(edition.words.handed_out.report.format(title=StandIn.TITLE), safe="@")
    base, hash_sign, fragment = report_url.partition("#")
    sign = "&" if "?" in base else "?"
    return f"{base}{sign}{name}={title}&body={StandIn.ADDRESS}{hash_sign}{fragment}"
