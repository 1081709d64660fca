"""The rooms of the edition in which something is said, and the record that holds a language's words for them all.

No field has a default: so the type checker finds a word that a language lacks. Parts of a phrase are named in braces,
alike in every language; `tests/test_words.py` holds that.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from edition.words.grammar import Counted, Dates, Language, Listing, Numerals, PageHead, Quotes
from edition.words.page_words import (
    AboutWords,
    ChapterPageWords,
    CiteThisWords,
    EditionsPageWords,
    FrameWords,
    HomeWords,
    IdentityWords,
    LeadingPageWords,
    NotFoundWords,
    SourcePageWords,
    SourcesPageWords,
)
from edition.words.script_words import (
    ArrivalWords,
    BriefingPageWords,
    ButtonWords,
    CardWords,
    FilterWords,
    NoteWords,
    PanelWords,
    PaperWords,
    PassageWords,
    SearchDialogWords,
    TakingWords,
)
from edition.words.source_words import Catalogue, Exports, Locators, Sources


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What the edition and its parts are called."""

    edition: str
    """The whole, by the title of the article."""
    edition_of: str
    between_names: str
    """What stands between the names of two authors."""
    paragraph: str
    """Within a sentence; so are the others, but for those that begin a line."""
    paragraphs: Counted
    lines_of_paragraphs: Counted
    paragraph_in_full: str
    note: str
    notes: Counted
    note_in_full: str
    source: str
    sources: str
    chapter: str


@dataclass(frozen=True, kw_only=True)
class Citing:
    """How the edition is cited, to readers and to programs: always as a restatement."""

    article: str
    title: str
    """A title within a citation, with the mark that parts it from what follows."""
    restated_whole: str
    restated_part: str
    own_page: str
    corrected: str
    """What is added where the text is no longer that of the edition which is named."""
    this_edition: str
    this_chapter: str
    this_page: str
    such_as: str
    restated_from: str
    """A title for programs, with whose article it restates."""
    remark: str
    """What programs are told beside the title."""
    maintainers: str


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """What stands in a chapter beside the author's text restated."""

    margin_notes: str
    back_to_text: str
    mark: str
    """Which of a note's marks in one paragraph, after the paragraph."""
    ordinals: Numerals
    link_to_paragraph: str
    link_to_section: str
    kept_paragraph: str
    """A paragraph's number where it is a link and no more."""
    kept_record: str
    """What opens the record of a source in a list."""
    editor_note: str
    table: str
    """What a table is called for who scrolls it by the keyboard."""


@dataclass(frozen=True, kw_only=True)
class Relations:
    """What one paragraph says of another: how it is typed in docs/, and how it is told of the other."""

    in_return: Mapping[str, str]
    """Each relation as typed, with the one that the other paragraph must state in return."""
    read_as: Mapping[str, str]
    """What a referrer does, as the edition reads the two paragraphs."""
    reading: str
    """Said where a relation stands, since the article states none."""
    by_reading: str
    by_editor_note: str
    referred_to: str
    named_in_note: str
    names_the_same: str


@dataclass(frozen=True, kw_only=True)
class HandedOut:
    """What the panel calls the parts that it cites, and what previews and arrival call a place."""

    chapter: str
    this_chapter: str
    section: str
    this_section: str
    named: str
    preview: str
    frozen: str
    report: str


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """The page of the briefing, and a paragraph as it stands there."""

    head: PageHead
    restated: str
    """So that nobody takes a copied passage for the author's."""
    named: str
    restated_note: str


@dataclass(frozen=True, kw_only=True)
class Search:
    """The kinds of results, and words by which the catalogue is found."""

    source: str
    section: str
    paragraph: str
    names_of_paragraph: str
    names_of_catalogue: str


@dataclass(frozen=True, kw_only=True)
class Editions:
    """The list of frozen editions, and what has changed since each."""

    head: PageHead
    new: str
    gone: str
    reworded: str
    renoted: str


@dataclass(frozen=True, kw_only=True)
class Leading:
    """Pages that only lead to another place: short addresses, and addresses that moved."""

    short_title: str
    short_description: str
    moved_title: str
    moved_description: str
    moved_heading: str


@dataclass(frozen=True, kw_only=True)
class SocialCard:
    """The picture that stands for a page where a link to it is shared."""

    edition: str
    wording: str


@dataclass(frozen=True, kw_only=True)
class Files:
    """The edition as Markdown, and as text for language models."""

    of_chapter: str
    notice: str
    cite: str
    rights: str
    addressed: str
    unaddressed: str
    reading: str
    editor_note: str
    summary: str
    chapters: str
    whole: str
    optional: str
    sources: str
    sources_as: str
    all_sources: str
    sources_of: str
    those_of_chapter: str
    full_text: str
    data: str
    schema: str
    left_out: str
    certainty: str
    printed: str
    seen: str
    unverified: str


@dataclass(frozen=True, kw_only=True)
class Words:
    """All that the edition says in one language, by the room in which it is said."""

    language: Language
    dates: Dates
    quotes: Quotes
    listing: Listing
    cardinals: Numerals
    parts: Parts
    citing: Citing
    sources: Sources
    catalogue: Catalogue
    exports: Exports
    locators: Locators
    chapter: Chapter
    relations: Relations
    handed_out: HandedOut
    briefing: Briefing
    search: Search
    editions: Editions
    leading: Leading
    social_card: SocialCard
    files: Files
    frame: FrameWords
    not_found: NotFoundWords
    identity: IdentityWords
    home: HomeWords
    about: AboutWords
    chapter_page: ChapterPageWords
    cite_this: CiteThisWords
    source_page: SourcePageWords
    sources_page: SourcesPageWords
    editions_page: EditionsPageWords
    leading_page: LeadingPageWords
    buttons: ButtonWords
    arrival: ArrivalWords
    cards: CardWords
    search_dialog: SearchDialogWords
    filters: FilterWords
    taking: TakingWords
    passages: PassageWords
    panel: PanelWords
    paper: PaperWords
    notes: NoteWords
    briefing_page: BriefingPageWords
