"""The edition as frozen records: what the pages and the bibliography hold, and the questions that views ask of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from edition import inline
from edition.inline import Content, Link
from edition.languages import CHINESE
from edition.locators import Locator
from edition.words import ALL_WORDS, ENGLISH, Words

if TYPE_CHECKING:
    from pybtex.database import Entry

Part = TypeVar("Part", "Heading", "Paragraph")
PARAGRAPH_ID = re.compile(r"p[1-9]\d*[a-z]?")


@dataclass(frozen=True)
class Person:
    """A person (family and given name) or an institution (its whole name in `family`, nothing in `given`)."""

    family: str
    given: str = ""
    family_first: bool = False

    @property
    def is_institution(self) -> bool:
        return not self.given

    @property
    def undivided(self) -> str:
        """The name of an institution without commas, at which programs part a name: what follows one is in brackets."""
        whole, _, rest = self.family.partition(", ")
        return f"{whole} ({rest.replace(',', ' –')})" if rest else whole

    @property
    def name(self) -> str:
        """The name as running text has it: `Lee Min`, `Ana García`, `Harbour Board`."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(filter(None, parts))


@dataclass(frozen=True)
class Source:
    """One entry of references.bib. `fields` holds every field as plain text; persons stand beside them."""

    key: str
    type: str
    line: int
    fields: Mapping[str, str]
    persons: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """A field's plain text, empty where the entry has none."""
        return self.fields.get(name, "")

    def listed(self, name: str) -> tuple[str, ...]:
        """A field that lists names, separated by commas."""
        return tuple(part.strip() for part in self.get(name).split(",") if part.strip())

    @property
    def title(self) -> str:
        return self.get("title")

    @property
    def short_title(self) -> str:
        return self.get("shorttitle") or self.title

    def short_author(self, words: Words) -> str:
        """Who it is by, as a short note says it: an acronym, family names, or the outlet; else nothing."""
        names = [person.family for person in self.persons.get("author", ())]
        joined = words.parts.between_names.join(names)
        return self.get("shortauthor") or joined or self.get("organization")

    @property
    def is_whole_work(self) -> bool:
        """Whether it stands alone, so that its title is set in italics and not in quotation marks."""
        return self.type in {"book", "report"}

    @property
    def year(self) -> str:
        return self.get("date")[:4]

    @property
    def month(self) -> str:
        """The month in which it appeared, `2010-05`, or what is known of it; of a span of days, that of the first."""
        return self.day[:7]

    @property
    def day(self) -> str:
        """The day on which it appeared, `2010-05-04`, or what is known of it; of a span of days, the first."""
        return self.get("date").partition("/")[0]

    @property
    def is_article(self) -> bool:
        """Whether this is the article that the edition restates: it needs no citation."""
        return "article" in self.listed("keywords")

    @property
    def is_version(self) -> bool:
        """Whether this is the article in another language, which has a record but is no source of it."""
        return "version" in self.listed("keywords")

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the article's sources: neither the article nor a version of it."""
        return not (self.is_article or self.is_version)

    @property
    def is_named(self) -> bool:
        """Whether the text names it without a note."""
        return "named" in self.listed("keywords")

    @property
    def original_language(self) -> str:
        """The language of its names in the original, by the word of the field `language`: the document's own, or else
        Chinese, which is known by its characters."""
        originals = "".join(text for name, text in self.fields.items() if name.startswith("orig"))
        return "chinese" if CHINESE.search(originals) else self.get("language")

    @property
    def title_language(self) -> str:
        """The BCP 47 tag of the title as given."""
        return LANGUAGES.get(self.get("langid"), FACTS_IN)


FACTS_IN = "en"
"""The language of whatever references.bib gives in no other, whichever the edition's own."""
LANGUAGES = {"english": "en", "spanish": "es", "portuguese": "pt", "chinese": "zh"}

REQUIRED = {
    "article": ("title", "journaltitle", "date"),
    "book": ("title", "publisher", "date"),
    "incollection": ("author", "title", "booktitle", "publisher", "date"),
    "online": ("title", "organization", "date"),
    "report": ("title", "institution", "date"),
    "unpublished": ("author", "title", "type", "date"),
}
"""Fields that an entry of each type cannot do without (a choice from the biblatex manual, 2.1)."""

TRANSLATED_BY = {"publisher", "article", "elsewhere", "edition"}
"""Whose the translation of a title can be, as the field `titletranslationby` says; all but ours are facts."""


@dataclass(frozen=True)
class Citation:
    """A source as a note cites it: its citation key, and the pages relied on where the note gives them."""

    key: str
    locator: Locator | None = None


@dataclass(frozen=True)
class Note:
    """A numbered note at one of its marks: what it cites, what it explains, and the sentences that rely on it.

    `number` is text, since a note inserted after 12 is `12a`; `mark` is the mark as typed in the page.
    """

    number: str
    mark: str
    line: int
    citations: tuple[Citation, ...]
    explanation: str = ""
    sentences: tuple[str, ...] = ()
    """All that it covers, as they follow each other in the paragraph: the last holds the mark."""
    occurrence: int = 1
    """Which of the note's marks this is, from 1: an explaining note may be marked again in its chapter."""

    @property
    def sentence(self) -> str:
        """The sentence that holds the mark."""
        return self.sentences[-1] if self.sentences else ""

    @property
    def place(self) -> str:
        """What tells this mark from the note's others: `5` at the first, `5-2` at the second."""
        return f"{self.number}-{self.occurrence}" if self.occurrence > 1 else self.number


@dataclass(frozen=True)
class Relation:
    """What one paragraph says of another, as a word of the closed set RELATIONS."""

    word: str
    link: Link

    @property
    def target(self) -> str:
        return self.link.fragment


RELATIONS = {
    word: back for words in ALL_WORDS.values() for word, back in words.relations.in_return.items()
}
"""Each relation between paragraphs as typed, with the one that the other paragraph must state in return."""


@dataclass(frozen=True)
class Heading:
    """A heading: its permanent id and its words."""

    id: str
    title: str
    level: int
    line: int

    @property
    def links(self) -> tuple[Link, ...]:
        return ()

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.title,)


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph of the article, restated: its text, in which note marks are nodes."""

    id: str
    line: int
    content: Content
    notes: tuple[Note, ...] = ()
    """One for each mark, in the order of the text."""
    relations: tuple[Relation, ...] = ()
    relation_line: Content = ()
    """The line that states its relations."""
    heading: Heading | None = None

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences as plain text, without note marks."""
        return inline.sentences(self.content)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links in its text; those of its relations are no part of it."""
        return tuple(inline.links(self.content))

    @property
    def number(self) -> str:
        return self.id.removeprefix("p")

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def covered_by(self, note: Note) -> tuple[int, int]:
        """Where in its text the sentences that one of its notes covers begin and end."""
        words = " ".join(note.sentences)
        start = self.text.index(words)
        return start, start + len(words)


@dataclass(frozen=True)
class Block:
    """A block of a page by the name of its HTML element: running text has content, all others hold blocks.

    One without a name is the text of an item of a list in which items are no paragraphs.
    """

    element: str
    line: int
    content: Content = ()
    blocks: tuple["Block", ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        """The links in it, in order."""
        yield from inline.links(self.content)
        for block in self.blocks:
            yield from block.links

    @property
    def texts(self) -> Iterator[str]:
        """The plain text of each piece of running text in it."""
        if self.content:
            yield inline.plain(self.content)
        for block in self.blocks:
            yield from block.texts


@dataclass(frozen=True)
class EditorNote:
    """A note of the editor's: its blocks, and the id of the paragraph after which it stands, if any."""

    line: int
    blocks: tuple[Heading | Block, ...]
    paragraph: str = ""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(link for block in self.blocks for link in block.links)

    @property
    def text(self) -> str:
        """Its words as plain text."""
        return " ".join(text for block in self.blocks for text in block.texts)


@dataclass(frozen=True)
class Page:
    """A page of docs/. A chapter is a page that holds numbered paragraphs."""

    file: str
    meta: Mapping[str, str]
    blocks: tuple[Heading | Paragraph | EditorNote | Block, ...] = ()
    """All that it holds, in order."""
    links: tuple[Link, ...] = ()
    typed: str = ""
    """Its Markdown as typed; the lines of its front matter are empty."""
    body: str = ""
    """The same without the definitions of its explaining notes."""

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """Its headings, in the order of the text; those of editor's notes are among them."""
        return tuple(found for block in self.blocks for found in headings_in(block))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))

    @cached_property
    def editor_notes(self) -> tuple[EditorNote, ...]:
        return tuple(block for block in self.blocks if isinstance(block, EditorNote))

    @property
    def title(self) -> str:
        return self.meta.get("title", "")

    @property
    def address(self) -> str:
        """The page's address below the site's: empty for the home page, else its name and a slash."""
        stem = self.file.removesuffix(".md")
        return "" if stem == "index" else f"{stem}/"

    @property
    def is_home(self) -> bool:
        return self.address == ""

    @cached_property
    def marks(self) -> tuple[Note, ...]:
        """Its notes at each of their marks, in the order of the text."""
        return tuple(note for paragraph in self.paragraphs for note in paragraph.notes)

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Its notes, each at its first mark."""
        return tuple(note for note in self.marks if note.occurrence == 1)

    @cached_property
    def under(self) -> Mapping[str, Sequence[Paragraph]]:
        """The paragraphs under each of its headings, by the heading's id."""
        found: dict[str, list[Paragraph]] = {}
        for paragraph in self.paragraphs:
            if paragraph.heading:
                found.setdefault(paragraph.heading.id, []).append(paragraph)
        return found

    @cached_property
    def marked(self) -> Mapping[str, Mapping[str, Sequence[Note]]]:
        """The marks of each note by its number, and by the id of the paragraph in which they stand."""
        found: dict[str, dict[str, list[Note]]] = {}
        for paragraph in self.paragraphs:
            for note in paragraph.notes:
                found.setdefault(note.number, {}).setdefault(paragraph.id, []).append(note)
        return found

    @cached_property
    def part(self) -> Mapping[str, Heading | Paragraph]:
        """Its headings and its paragraphs, by their ids."""
        headings = {heading.id: heading for heading in self.headings}
        return headings | {paragraph.id: paragraph for paragraph in self.paragraphs}

    @cached_property
    def paragraph_range(self) -> str:
        """The numbers of its paragraphs, `2–7`, or `1` where it has one."""
        return span([paragraph.number for paragraph in self.paragraphs])

    @cached_property
    def note_range(self) -> str:
        return span([note.number for note in self.notes])

    @property
    def ids(self) -> Iterator[tuple[str, int]]:
        """Each id that the page's own text gives, with its line, in the order of the page's kinds."""
        yield from ((heading.id, heading.line) for heading in self.headings)
        yield from ((paragraph.id, paragraph.line) for paragraph in self.paragraphs)


def headings_in(block: Heading | Paragraph | EditorNote | Block) -> Iterator[Heading]:
    """The heading that a block is, or those that an editor's note holds."""
    if isinstance(block, EditorNote):
        yield from (found for found in block.blocks if isinstance(found, Heading))
    elif isinstance(block, Heading):
        yield block


def span(numbers: list[str]) -> str:
    """First and last of some numbers: `2–7`, `1`, or nothing."""
    return "–".join(dict.fromkeys([numbers[0], numbers[-1]])) if numbers else ""


@dataclass(frozen=True)
class Use:
    """One place where the edition relies on a source: by a note, or by naming it (then there is no note)."""

    source: Source
    chapter: Page
    paragraph: Paragraph
    sentences: tuple[str, ...]
    """Those that rely on it, as they follow each other in the paragraph."""
    note: Note | None = None
    locator: Locator | None = None

    @property
    def sentence(self) -> str:
        """The one that holds the note's mark, or the name."""
        return self.sentences[-1]

    @property
    def words(self) -> str:
        """All of them: an exact part of the paragraph's text."""
        return " ".join(self.sentences)


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
    def place(self) -> tuple[str, str, str]:
        """The page's file, and the ids of paragraph and heading, empty where there is none."""
        paragraph, heading = self.paragraph, self.heading
        return self.page.file, paragraph.id if paragraph else "", heading.id if heading else ""


EDITOR_NOTE, LINK = "editor-note", "link"


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
        """Whether `site_url` is an address of the site's own: it may be empty, or the way home from a file."""
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
    others: tuple[Page, ...]
    sources: tuple[Source, ...]
    corrected: frozenset[str] = frozenset()
    """The ids of paragraphs that have changed since the edition of `settings.date` was frozen."""
    entries: Mapping[str, "Entry"] = field(default_factory=dict)
    """The entries of references.bib as they are typed, by their keys: for exports as BibTeX."""

    @property
    def words(self) -> Words:
        """What the edition itself says to readers."""
        return self.settings.words

    @property
    def home(self) -> str:
        """What each address of the edition begins with: the site's own, then what its language adds to it."""
        return self.settings.site_url + self.words.language.prefix

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        return self.chapters + self.others

    def seen_from(self, folder: str = "") -> "Edition":
        """The edition as a file in a folder of the site addresses it: relatively, while the site has no address."""
        if self.settings.is_addressed:
            return self
        return self.at("../" * folder.count("/") or "./")

    def at(self, site_url: str) -> "Edition":
        """The edition at another address: the same one each time, so that it is indexed once."""
        if site_url not in self.elsewhere:
            settings = replace(self.settings, site_url=site_url)
            self.elsewhere[site_url] = replace(self, settings=settings)
        return self.elsewhere[site_url]

    @cached_property
    def elsewhere(self) -> dict[str, "Edition"]:
        """The edition at each other address at which it was asked for."""
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
        """In which languages the sources are that notes cite, in words: `English and Spanish`."""
        found = {source.get("language") for source in self.cited_sources}
        names = self.words.sources.languages
        return self.words.listing.of([names[name] for name in LANGUAGES if name in found])

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
        found: dict[str, list[EditorNote]] = {ident: [] for ident in self.paragraph}
        for note in (note for chapter in self.chapters for note in chapter.editor_notes):
            found.setdefault(note.paragraph, []).append(note)
        return found

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """All notes in the order of the text, each at its first mark."""
        return tuple(note for chapter in self.chapters for note in chapter.notes)

    @cached_property
    def uses(self) -> Mapping[str, tuple[Use, ...]]:
        """Where each source is relied on, by citation key, in the order of the text."""
        found: dict[str, list[Use]] = {source.key: [] for source in self.sources}
        for use in all_uses(self):
            found[use.source.key].append(use)
        return {key: tuple(uses) for key, uses in found.items()}

    @cached_property
    def uses_in(self) -> Mapping[str, tuple[Use, ...]]:
        """What each paragraph relies on, by the paragraph's id, in the order of its text."""
        found: dict[str, list[Use]] = {ident: [] for ident in self.paragraph}
        for use in all_uses(self):
            found[use.paragraph.id].append(use)
        return {ident: tuple(uses) for ident, uses in found.items()}

    @cached_property
    def referrers(self) -> Mapping[str, tuple[Referrer, ...]]:
        """Where each paragraph is referred to from another place, by its id, in the order of the pages."""
        found: dict[str, dict[tuple[str, ...], Referrer]] = {ident: {} for ident in self.paragraph}
        for page in self.pages:
            stated = stated_hows(page)
            for link in sorted(page.links, key=lambda link: link.line):
                ident = self.leads_to(page, link)
                if ident in found:
                    referrer = referrer_at(page, link, stated.get(link, LINK))
                    if referrer.place[1] != ident:
                        found[ident].setdefault((*referrer.place, referrer.how), referrer)
        return {ident: tuple(referrers.values()) for ident, referrers in found.items()}

    @cached_property
    def places(self) -> Mapping[tuple[str, str], str]:
        """The paragraph's id at each of its ids, its own and those of its marks, by the chapter's file and the id."""
        return {
            (chapter.file, ident): paragraph.id
            for chapter in self.chapters
            for paragraph in chapter.paragraphs
            for ident in (paragraph.id, *(f"fnref:{note.place}" for note in paragraph.notes))
        }

    def leads_to(self, page: Page, link: Link) -> str:
        """The id of the paragraph that a link in a page leads to, by itself or by a note's mark; else nothing."""
        return self.places.get((link.file or page.file, link.fragment), "")

    def permanent(self, page: Page, link: Link) -> str:
        """The whole address that a link in a page leads to, or else the way from home; a source's is its own page's."""
        if link.file == SOURCES_PAGE and link.fragment:
            return f"{self.home}sources/{link.fragment}/"
        return self.address_of(page, link)

    def address_of(self, page: Page, link: Link) -> str:
        """The whole address that a link in a page leads to, or else the way from home; a source's is in the list."""
        if link.is_external:
            return link.address
        target = self.page_of(link.file or page.file)
        place = "sources/" if link.file == SOURCES_PAGE else target.address if target else ""
        return f"{self.home}{place}#{link.fragment}".removesuffix("#")

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
        """The chapter that a file of docs/ is."""
        return self.page[file] if file in self.numbers else None

    def is_chapter(self, page: Page) -> bool:
        return page.file in self.numbers

    def chapter_number(self, chapter: Page) -> int:
        """The chapter's number; 0 for the introduction."""
        return self.numbers[chapter.file]


def all_uses(edition: Edition) -> Iterator[Use]:
    """Every use of a source: first what a paragraph's notes cite, then what its text names."""
    for chapter in edition.chapters:
        for paragraph in chapter.paragraphs:
            yield from noted_uses(edition, chapter, paragraph)
            yield from named_uses(edition, chapter, paragraph)


def noted_uses(edition: Edition, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    """What a paragraph's notes cite; two marks of one note in one sentence are one use."""
    noted: dict[tuple[str, str], Note] = {}
    for note in paragraph.notes:
        noted.setdefault((note.number, note.sentence), note)
    for note in noted.values():
        for citation in note.citations:
            if source := edition.source.get(citation.key):
                yield Use(source, chapter, paragraph, note.sentences, note, citation.locator)


def named_uses(edition: Edition, chapter: Page, paragraph: Paragraph) -> Iterator[Use]:
    for link in paragraph.links:
        if link.file == SOURCES_PAGE and (source := edition.source.get(link.fragment)):
            yield Use(source, chapter, paragraph, (sentence_with(paragraph, link.text),))


def stated_hows(page: Page) -> dict[Link, str]:
    """How a page's links refer, where they do more than lead somewhere."""
    noted = {found: EDITOR_NOTE for note in page.editor_notes for found in note.links}
    return noted | {found.link: found.word for p in page.paragraphs for found in p.relations}


def referrer_at(page: Page, link: Link, how: str) -> Referrer:
    """The place in a page at which a link stands."""
    return Referrer(page, above(page.paragraphs, link.line), above(page.headings, link.line), how)


def above(parts: Sequence[Part], line: int) -> Part | None:
    """The last of some parts of a page, in the order of the text, that begins on a line or above it."""
    at = bisect_right(parts, line, key=lambda part: part.line)
    return parts[at - 1] if at else None


def sentence_with(paragraph: Paragraph, words: str) -> str:
    """The sentence of a paragraph in which some words stand."""
    return next((sentence for sentence in paragraph.sentences if words in sentence), "")


SOURCES_PAGE = "sources.md"
"""The page of all sources, which no file in docs/ holds: it is made from the model."""
