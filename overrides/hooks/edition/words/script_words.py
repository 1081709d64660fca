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
    fillers: str
    """Words that a query does not ask for: the language's own, and those of the sources' languages."""


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


@dataclass(frozen=True, kw_only=True)
class PaperWords:
    """What is printed only."""

    running_head: str
    """On each page but the first; the article's `{author}`, `{title}` and `{year}`."""


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
