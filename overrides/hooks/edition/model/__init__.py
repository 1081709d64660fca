"""The edition as frozen records, and the questions that views ask of it."""

from edition.model.blocks import (
    PARAGRAPH_ID,
    RELATIONS,
    Block,
    EditorNote,
    Heading,
    Note,
    Paragraph,
    Relation,
)
from edition.model.entries.entry_type import EntryType
from edition.model.entries.entry_types import ENTRY_TYPES
from edition.model.locators import Citation
from edition.model.page import Page, span
from edition.model.source import FACTS_IN, LANGUAGES, TRANSLATED_BY, Person, Source
from edition.model.uses import (
    EDITOR_NOTE,
    LINK,
    SOURCES,
    SOURCES_PAGE,
    EditorUse,
    Referrer,
    Use,
    named_uses,
)
from edition.model.whole import Edition, Settings

__all__ = [
    "Block",
    "Citation",
    "EDITOR_NOTE",
    "ENTRY_TYPES",
    "Edition",
    "EditorNote",
    "EditorUse",
    "EntryType",
    "FACTS_IN",
    "Heading",
    "LANGUAGES",
    "LINK",
    "Note",
    "PARAGRAPH_ID",
    "Page",
    "Paragraph",
    "Person",
    "RELATIONS",
    "Referrer",
    "Relation",
    "SOURCES",
    "SOURCES_PAGE",
    "Settings",
    "Source",
    "TRANSLATED_BY",
    "Use",
    "named_uses",
    "span",
]
