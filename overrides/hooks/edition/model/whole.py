"""The edition as a whole: what is set for it, its pages and its sources, and the questions that views ask of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from edition.model.blocks import EditorNote, Note, Paragraph
from edition.model.inline import Link
from edition.model.page import Page
from edition.model.source import LANGUAGES, Source
from edition.model.uses import (
    LINK,
    SOURCES,
    SOURCES_PAGE,
    EditorUse,
    Referrer,
    Use,
    all_uses,
    editor_uses,
    lines_of,
    referrer_at,
    stated_hows,
)
from edition.words import ENGLISH, Words

if TYPE_CHECKING:
    from pybtex.database import Entry


@dataclass(frozen=True)
class Settings:
    """What mkdocs.yml sets once for the whole edition."""

    title: str
    subtitle: str
    site_url: str
    number: int
    date: str
    report_url: str = ""
    repo_url: str = ""
    example: str = ""
    """The id of the paragraph by which pages show how one is linked to and cited."""
    short_title: str = ""
    words: Words = ENGLISH
    """What the edition says in its language."""

    @property
    def is_addressed(self) -> bool:
        """Whether `site_url` is a full address; it may also be empty, or relative."""
        return "//" in self.site_url

    @property
    def date_in_words(self) -> str:
        """The edition's date as citations print it: `24 November 2026`."""
        return self.words.dates.printed(self.date)


@dataclass(frozen=True)
class Edition:
    """The whole: chapters in reading order, the other pages, and the sources in the order of references.bib."""

    settings: Settings
    chapters: tuple[Page, ...]
    other_pages: tuple[Page, ...]
    sources: tuple[Source, ...]
    corrected: frozenset[str] = frozenset()
    """The ids of paragraphs that have changed since the edition of `settings.date` was frozen."""
    entries: Mapping[str, "Entry"] = field(default_factory=dict)
    """The entries of references.bib as they are typed, by their keys: for exports as BibTeX."""
    has_source_pages: bool = True
    """Whether each source has a page of its own; else it stands in the list of sources alone."""

    @property
    def words(self) -> Words:
        """The edition's own words, in its language."""
        return self.settings.words

    @property
    def home(self) -> str:
        """The start of each address of the edition: the site's address and the prefix of its language."""
        return self.settings.site_url + self.words.language.prefix

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return self.chapters + self.other_pages

    def seen_from(self, folder: str = "") -> "Edition":
        """The edition as a file in a folder of the site addresses it: relatively, while the site has no address."""
        if self.settings.is_addressed:
            return self
        return self.at("../" * folder.count("/") or "./")

    def at(self, site_url: str) -> "Edition":
        """The edition at another address; each is made once, so that it is indexed once."""
        if site_url not in self.elsewhere:
            settings = replace(self.settings, site_url=site_url)
            self.elsewhere[site_url] = replace(self, settings=settings)
        return self.elsewhere[site_url]

    @cached_property
    def elsewhere(self) -> dict[str, "Edition"]:
        """The editions that `at` made, by their addresses."""
        return {}

    @cached_property
    def article(self) -> Source | None:
        """The article that the edition restates."""
        return next((source for source in self.sources if source.is_article), None)

    @cached_property
    def example(self) -> Paragraph:
        """The paragraph by which pages show how one is linked to and cited: as set, or the last chapter's first."""
        return self.paragraph.get(self.settings.example) or self.chapters[-1].paragraphs[0]

    @cached_property
    def languages_of_sources(self) -> str:
        """The languages of the cited sources, in words: `English and Spanish`."""
        used = {source.get("language") for source in self.cited_sources}
        names = self.words.sources.languages
        return self.words.listing.of([names[name] for name in LANGUAGES if name in used])

    @cached_property
    def versions(self) -> tuple[Source, ...]:
        """The article in other languages."""
        return tuple(s for s in self.sources if s.is_version)

    @cached_property
    def cited_sources(self) -> tuple[Source, ...]:
        """The sources that notes cite."""
        return tuple(s for s in self.sources if s.is_counted and not s.is_named)

    @cached_property
    def named_sources(self) -> tuple[Source, ...]:
        """The documents that the text names without a note."""
        return tuple(s for s in self.sources if s.is_named)

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by citation key."""
        return {source.key: source for source in self.sources}

    @cached_property
    def paragraph(self) -> Mapping[str, Paragraph]:
        """Paragraphs by id."""
        return {p.id: p for chapter in self.chapters for p in chapter.paragraphs}

    @cached_property
    def chapter_of(self) -> Mapping[str, Page]:
        """The chapter that holds a paragraph, by the paragraph's id."""
        return {p.id: chapter for chapter in self.chapters for p in chapter.paragraphs}

    @cached_property
    def editor_notes(self) -> Mapping[str, Sequence[EditorNote]]:
        """The editor's notes that stand after a paragraph, by the paragraph's id."""
        by_paragraph: dict[str, list[EditorNote]] = {
            paragraph_id: [] for paragraph_id in self.paragraph
        }
        for note in (note for chapter in self.chapters for note in chapter.editor_notes):
            by_paragraph.setdefault(note.paragraph, []).append(note)
        return by_paragraph

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """All notes in the order of the text, each at its first mark."""
        return tuple(note for chapter in self.chapters for note in chapter.notes)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Where each source is relied on, by citation key, in the order of the text."""
        by_key: dict[str, list[Use]] = {source.key: [] for source in self.sources}
        for use in all_uses(self.chapters, self.source):
            by_key[use.source.key].append(use)
        return {key: tuple(uses) for key, uses in by_key.items()}

    @cached_property
    def uses_in(self) -> Mapping[str, tuple[Use, ...]]:
        """What each paragraph relies on, by the paragraph's id, in the order of its text."""
        by_paragraph: dict[str, list[Use]] = {paragraph_id: [] for paragraph_id in self.paragraph}
        for use in all_uses(self.chapters, self.source):
            by_paragraph[use.paragraph.id].append(use)
        return {paragraph_id: tuple(uses) for paragraph_id, uses in by_paragraph.items()}

    @cached_property
    def editor_uses(self) -> Mapping[str, tuple[EditorUse, ...]]:
        """Where editor's notes cite each source, by citation key, in the order of the text."""
        by_key: dict[str, list[EditorUse]] = {source.key: [] for source in self.sources}
        for use in editor_uses(self.chapters, self.source):
            by_key[use.source.key].append(use)
        return {key: tuple(uses) for key, uses in by_key.items()}

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Referrer, ...]]:
        """Where each paragraph is referred to from another place, by its id, in the order of the pages."""
        by_paragraph: dict[str, dict[tuple[str, ...], Referrer]] = {
            paragraph_id: {} for paragraph_id in self.paragraph
        }
        for page in self.pages:
            stated, lines = stated_hows(page), lines_of(page)
            for link in sorted(page.links, key=lambda link: lines[link]):
                paragraph_id = self.leads_to(page, link)
                if paragraph_id in by_paragraph:
                    referrer = referrer_at(page, stated.get(link, LINK), lines[link])
                    if referrer.position[1] != paragraph_id:
                        by_paragraph[paragraph_id].setdefault(
                            (*referrer.position, referrer.how), referrer
                        )
        return {
            paragraph_id: tuple(referrers.values())
            for paragraph_id, referrers in by_paragraph.items()
        }

    @cached_property
    def paragraph_ids(self) -> Mapping[tuple[str, str], str]:
        """The id of a paragraph by the chapter's file and a fragment: its own id, or that of one of its note marks."""
        return {
            (chapter.file, fragment): paragraph.id
            for chapter in self.chapters
            for paragraph in chapter.paragraphs
            for fragment in (paragraph.id, *(f"fnref:{note.mark_id}" for note in paragraph.notes))
        }

    def leads_to(self, page: Page, link: Link) -> str:
        """The id of the paragraph that a link in a page leads to, by itself or by a note's mark; else nothing."""
        return self.paragraph_ids.get((link.file or page.file, link.fragment), "")

    def permanent(self, page: Page, link: Link) -> str:
        """The address of a link's target, full or relative to the home page; that of a source is its own page."""
        if link.file == SOURCES_PAGE and link.fragment:
            return self.home + self.source_address(link.fragment)
        return self.address_of(page, link)

    def address_of(self, page: Page, link: Link) -> str:
        """The address of a link's target, full or relative to the home page; that of a source is in the list."""
        return link.address if link.is_external else self.home + self.address_below(page, link)

    def address_below(self, page: Page, link: Link) -> str:
        """The address, below the home page, to which a link within the edition leads."""
        target = self.page_of(link.file or page.file)
        page_address = SOURCES if link.file == SOURCES_PAGE else target.address if target else ""
        return f"{page_address}#{link.fragment}".removesuffix("#")

    def way_by(self, way_to: Callable[[str], str], page: Page, link: Link) -> str:
        """Where a link in a note of a page leads; `way_to` gives the way from where it is read to an address."""
        return link.address if link.is_external else way_to(self.address_below(page, link) or "./")

    def source_address(self, key: str) -> str:
        """The address of a source, below the site's: its own page, or else its entry in the list."""
        return f"{SOURCES}{key}/" if self.has_source_pages else f"{SOURCES}#{key}"

    def source_at(self, file: str) -> Source | None:
        """The source of a page `sources/KEY.md`; None for other files."""
        folder, _, name = file.rpartition("/")
        return self.source.get(name.removesuffix(".md")) if f"{folder}/" == SOURCES else None

    def page_of(self, file: str) -> Page | None:
        return self.page.get(file)

    @cached_property
    def page(self) -> Mapping[str, Page]:
        """Pages by file."""
        return {page.file: page for page in self.pages}

    @cached_property
    def page_at(self) -> Mapping[str, Page]:
        """Pages by address below the site's; the home page's is `./`."""
        return {page.address or "./": page for page in reversed(self.pages)}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the chapters by file."""
        return {chapter.file: number for number, chapter in enumerate(self.chapters)}

    def chapter(self, file: str) -> Page | None:
        """The chapter in a file of docs/; None for other files."""
        return self.page[file] if file in self.numbers else None

    def is_chapter(self, page: Page) -> bool:
        return page.file in self.numbers

    def chapter_number(self, chapter: Page) -> int:
        """The chapter's number; 0 for the introduction."""
        return self.numbers[chapter.file]
