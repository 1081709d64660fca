"""What is said of the sources: in their records, in the catalogue and its filters, in files for reference managers."""

from collections.abc import Mapping
from dataclasses import dataclass

from edition.words.grammar import Counted, PageHead


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What the record of a source says, and its entry in the catalogue."""

    types: Mapping[str, str]
    languages: Mapping[str, str]
    facts: Mapping[str, str]
    """The labels of a record, by the fields of references.bib."""
    translated_by: Mapping[str, str]
    """Whose a translated title is, by the words of the field `titletranslationby`."""
    description: str
    title: str
    rendered: str
    translation: str
    author: str
    editor: str
    kind: str
    language: str
    unverified: str
    seen: str
    article: str
    version: str
    address: str
    handle: str
    archived: str
    untried: str
    accessed: str
    and_others: str
    cited_in: str
    named_in: str
    in_editors_note: str


@dataclass(frozen=True, kw_only=True)
class Locators:
    """Where in a source something stands, by the kinds of its parts."""

    labels: Mapping[str, Counted]
    """As citations print it, for one part and for several, with `{numbers}`."""
    names: Mapping[str, str]
    """What readers call a part when they look for it, and how they shorten that, but for its first letters; pages need
    no name."""
    following: str
    """A part with those that follow it, `{number}`."""


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The list of sources and its filters."""

    head: PageHead
    cited: str
    named: str
    institution: str
    type: str
    language: str
    year: str
    chapter: str


@dataclass(frozen=True, kw_only=True)
class Exports:
    """What the files for reference managers say in words, and what leads to them and to the text."""

    labels: Mapping[str, str]
    """What a note calls a field of references.bib. Where CSL has a variable of that meaning, the label is the one under
    which Zotero finds it in the field Extra, in each language:
    https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra."""
    rendered: str
    unverified: str
    institution: str
    cut_short: str
    until: str
    circa: str
    chapter_as_markdown: str
    edition_as_data: str
