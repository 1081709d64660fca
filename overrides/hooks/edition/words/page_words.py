"""What templates say, by the part of a page in which they say it.

Names in braces are values; a comment says which of them are elements. A sentence that begins with a comma or a blank
stands behind other words.
"""

from dataclasses import dataclass

from edition.words.grammar import Counted


@dataclass(frozen=True, kw_only=True)
class FrameWords:
    """What stands around the text of each page: header, navigation and foot, and the title that browsers show."""

    page_title: str
    """Of any page but the first."""
    skip: str
    menu: str
    search: str
    dark: str
    pages: str
    """What the navigation is, to those who do not see it."""
    neighbours: str
    """What leads to the chapter before and the one after."""
    on_this_page: str
    paragraphs: Counted
    """What the numbers beside the titles of chapters are."""
    previous: str
    previous_chapter: str
    next_chapter: str
    restates: str
    """`{title}` is a link."""
    wording: str
    edition: str
    """`{date}` is an element."""
    edition_corrected: str
    """The same where paragraphs have changed since; `{corrected}` is a link."""
    about: str
    editions: str


@dataclass(frozen=True, kw_only=True)
class NotFoundWords:
    """The page for addresses that no page has."""

    title: str
    description: str
    heading: str
    standfirst: str
    article: str
    reference: str
    short_address: str
    """How a paragraph is found by its number; `{prefix}` is set apart, `{example}` is a link."""
    edition: str
    """`{date}` is an element."""


@dataclass(frozen=True, kw_only=True)
class IdentityWords:
    """Whose article it is: in the header of every page, and at length on the first."""

    restated: str
    """`{authors}` are elements."""
    author: str
    author_then: str
    """Behind the author’s name: where the author was in the year of the article."""
    published: str
    published_in: str
    """`{journal}` is an element, `{record}` a link, which says `record`."""
    record: str
    speaks: str
    speaks_of: str
    text: str
    restated_text: str
    """`{restated}` is set apart, `{about}` is a link."""
    restated_word: str
    """What stands for `{restated}`."""


@dataclass(frozen=True, kw_only=True)
class HomeWords:
    """What the first page offers: three doors, and how to link, to cite and to take all along."""

    read: str
    read_what: Counted
    """Of paragraphs; `{steps}` and `{lines}` are the next two, as many as the chapters that argue."""
    steps: Counted
    lines: Counted
    find: str
    find_what: Counted
    cite: str
    cite_what: str
    """`{download}` is a link."""
    download: str
    paragraph: str
    number_is_link: str
    """`{opens}` is `opens`, and left out where there is no panel."""
    opens: str
    short_address: str
    example: str
    your_briefing: str
    which: str
    which_to_cite: str
    """`{journal}` is an element."""
    article: str
    whole: str
    works: str
    """`{pages}` is a link, which says `works_pages`."""
    works_pages: str
    files: str
    """`{schema}` and `{list}` are links."""
    schema: str
    all_sources_as: str
    """Before the name of a format, for those who do not see what it stands under."""
    as_text: str


@dataclass(frozen=True, kw_only=True)
class AboutWords:
    """What fills headings of the page about the edition."""

    author_originally: str
    """Behind the author’s name: how it is written in the language of the article."""
    author_then: str
    """Behind that: where the author was in the year of the article."""
    seen: str
    """`{record}` is a link."""
    record: str
    version: str
    """`{version}` is a link, which says `the_version`; `{reference}` is set apart."""
    the_version: str
    this_edition: str
    """`{date}` is an element."""
    addressed: str
    """`{address}` is a link."""
    unaddressed: str
    kept_at: str
    """`{repository}` is a link."""
    each_is_kept: str
    """`{editions}` is a link, which says `all_editions`."""
    all_editions: str
    a_paragraph: str
    a_chapter: str
    the_edition: str
    the_article: str
    cited_so: str
    """`{reference}` holds elements."""
    this_page: str
    why: str
    report_at: str
    """`{address}` is a link."""
    report_unset: str
    report_send: str
    """`{it}` is `report_it`, and left out where there is no panel."""
    report_it: str


@dataclass(frozen=True, kw_only=True)
class ChapterPageWords:
    """What stands above and below the text of a chapter."""

    notes_counted: Counted
    speaks: str
    cite: str
    related: str
    reading: str
    lead: str
    """Where a paragraph leads, and how: `{chapter}` and `{paragraphs}` are links."""
    lead_paragraph: str
    """`{paragraph}` is a link."""
    referrers: str
    referrer: str
    """A paragraph that refers to another, and its page."""
    referrer_heading: str
    """The same of a heading of a page."""
    notes: str
    way_back: str


@dataclass(frozen=True, kw_only=True)
class CiteThisWords:
    """How a page is cited, at its foot."""

    title: str
    export: str
    download: str


@dataclass(frozen=True, kw_only=True)
class SourcePageWords:
    """The page of a source, and where a source is relied on."""

    is_article: str
    version: str
    """`{version}` is a link, which says `its_version`; `{reference}` is set apart."""
    its_version: str
    is_version: str
    """`{article}` is a link, which says `the_article`."""
    the_article: str
    record: str
    title_note: str
    """The label of what is said of a title."""
    institutions: Counted
    archived_copy: str
    archived_near: str
    no_address: str
    remark: str
    certainty: str
    cited_in: str
    named_in: str
    take: str
    cite_itself: str
    copy: str
    copy_in: str
    """Behind `copy`, for those who do not see what the button stands beside."""
    use: str
    """A paragraph that relies on the source."""
    editor_use: str
    """An editor's note that refers to it, after a paragraph."""
    editor_use_above: str
    """The same above the first paragraph of its chapter."""
    use_before: str
    """`{paragraph}` is a link; the sentences follow."""
    use_on_parts: str
    """The same where other parts of the source are known, so that they are not taken for the edition's own."""
    use_on_pages: str
    """The same where the pages are known."""


@dataclass(frozen=True, kw_only=True)
class SourcesPageWords:
    """The list of sources."""

    article: str
    narrow: str
    words: str
    all: str
    choice: str
    """What a filter offers, and how many sources it leaves."""
    show_all: str
    facts: str
    """`{where}` is an element, set apart."""
    export: str


@dataclass(frozen=True, kw_only=True)
class EditionsPageWords:
    """The list of frozen editions with what has changed since each, and the frame of a frozen page."""

    edition: str
    """`{date}` is an element."""
    placeholder: str
    """`{edition}` is a link."""
    none: str
    since: str
    change: str
    """A paragraph that is no longer there, and what has changed."""
    change_in: str
    """The same of one that is; `{paragraph}` is a link."""
    unchanged: str
    words: str
    notes: str
    of_paragraph: str
    """Behind the two before it, for those who do not see what they stand under."""
    removed: str
    """Before words that are struck out; `added` stands before those that are underlined."""
    added: str
    kept_title: str
    """The title of a frozen page; the next ones stand there too."""
    kept: str
    """`{date}` is an element."""
    latest: str
    what_changed: str
    pages: str


@dataclass(frozen=True, kw_only=True)
class LeadingPageWords:
    """Pages that only lead to another, and what has moved from a page."""

    stands_at: str
    """`{link}` is a link; so it is in the others."""
    now_at: str
    parts: str
    moved: str
    part_now_at: str
