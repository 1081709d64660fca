"""What scripts say, by the room in which they say it; `asset_words.py` puts it into them.

Texts in braces are values that a script has; `{link}` is an element.
"""

from dataclasses import dataclass

from edition.words.grammar import Counted


@dataclass(frozen=True, kw_only=True)
class ButtonWords:
    """What is written on buttons of more than one room."""

    close: str


@dataclass(frozen=True, kw_only=True)
class ArrivalWords:
    """At which place a link arrived, and what is said where there is no such place."""

    absent: str
    stands_in: str
    """Of a place that another page has; `{link}` is this page's title."""
    last: str
    """Of a number beyond the last one, `{name}`; `{link}` names the last."""
    near: str
    nearest: str
    """Of a place whose id is much like the one that was asked for."""
    unknown: str
    """Of one that nothing is like; `{link}` says `beginning`."""
    beginning: str
    read_as: str


@dataclass(frozen=True, kw_only=True)
class CardWords:
    """What a card shows of a note beside its mark."""

    in_list: str
    """The link to the note, `{label}`, in the chapter's list."""


@dataclass(frozen=True, kw_only=True)
class SearchDialogWords:
    """What the search says of its results, and of itself."""

    not_loaded: str
    texts_not_loaded: str
    no_results: str
    results: Counted
    first_results: str
    """The same where there are more, of which only `{most}` are shown."""
    key: str
    """The label of the choice whether the key `/` opens the search; it stands after its box."""
    paragraph: str
    """What readers type before the number of a paragraph, as a pattern without accents and capitals."""
    fillers: str
    """Words that a query does not ask for: the language's own, and those of the sources' languages."""
    field: str
    placeholder: str
    keys: str


@dataclass(frozen=True, kw_only=True)
class FilterWords:
    """How many sources the filters leave."""

    shown: str


@dataclass(frozen=True, kw_only=True)
class TakingWords:
    """What became of something that was to be copied or saved."""

    copied: str
    selected: str
    not_copied: str
    saved: str


@dataclass(frozen=True, kw_only=True)
class PassageWords:
    """The button beside selected words, and what it copies, as `TakingWords.copied` names it."""

    link_to_passage: str
    link_to_paragraph: str
    passage: str
    paragraph_since: str
    """The same where the words themselves cannot be named; `{why}` is one of the two reasons below."""
    unknown: str
    translated: str


@dataclass(frozen=True, kw_only=True)
class PanelWords:
    """The panel that takes a place along."""

    not_loaded: str
    sources_of: str
    """Before a list of sources that is copied; `{short}` is how the place is called in a sentence."""
    add: str
    remove: str
    added: str
    removed: str
    for_now: str
    """What was done, `{done}`, where the browser does not keep it."""
    collected: str
    link: str
    """This and the next four: what is copied, as `TakingWords.copied` names it."""
    frozen_link: str
    citation: str
    whole: str
    whole_as: str
    report: str
    quoted: str
    what_is_wrong: str
    """What the reader of a report goes on writing after."""
    address: str
    """What the field holds that shows the link."""
    copy_link: str
    same_words: str
    """`{edition}` is a link to the frozen edition that holds them."""
    copy_frozen: str
    citation_title: str
    plain: str
    as_plain: str
    """The same as `citation` names it."""
    rich: str
    as_rich: str
    copy_citation: str
    sources_title: str
    no_note: str
    download: str
    """Before the formats."""
    referred_to: str
    copy_all: str
    report_error: str


@dataclass(frozen=True, kw_only=True)
class PaperWords:
    """What is printed only."""

    running_head: str
    """On each page but the first; the article's `{author}`, `{title}` and `{year}`."""
    short_addresses: str
    """How paragraphs are found from paper; `{way}` is what an address has before the number."""
    home_address: str
    """What stands for `{address}` where the site has none."""


@dataclass(frozen=True, kw_only=True)
class NoteWords:
    """What is said at notes."""

    came_from: str
    """Behind one of several ways back from a note."""


@dataclass(frozen=True, kw_only=True)
class BriefingPageWords:
    """The page of the briefing: what was done, and the head of what is copied."""

    source: str
    """What the briefing is taken from: the citation of the edition."""
    notes: str
    moved: str
    removed: str
    all_removed: str
    undone: str
    collected: str
    absent: str
    no_number: str
    paragraphs: Counted
    paragraph: str
    """What readers type between numbers, as a pattern without capitals."""
    about: str
    without: str
    """What holds where no script runs; `{how_to_cite}` and `{sources}` are links."""
    the_sources: str
    yours: str
    not_loaded: str
    sent: str
    lost: str
    """`{names}` is an element."""
    forget: str
    forgotten: str
    """What is said once that is done; so are `kept`, `joined` and `shown`."""
    closed: str
    empty: str
    """`{add}` is what the panel's button says."""
    keep: str
    kept: str
    join: str
    joined: str
    show: str
    shown: str
    copy: str
    briefing: str
    """What is copied, as `TakingWords.copied` names it; so are the next of two, each after its button."""
    copy_markdown: str
    briefing_as_markdown: str
    copy_address: str
    address: str
    save: str
    print: str
    clear: str
    add_paragraph: str
    add: str
    refused: str
    in_heading: str
    """Behind the heading of a paragraph; `{number}` is an element, as in `which`."""
    which: str
    """Behind what the next three buttons say, for those who do not see what these stand beside."""
    up: str
    down: str
    remove: str
    was_removed: str
    undo: str
