"""The edition as frozen records, and the questions that views ask of it."""

from edition.model.page import (
    PARAGRAPH_ID,
    RELATIONS,
    Block,
    Citation,
    EditorNote,
    Heading,
    Note,
    Page,
    Paragraph,
    Relation,
    span,
)
from edition.model.referrers import EDITOR_NOTE, LINK, Referrer
from edition.model.source import FACTS_IN, LANGUAGES, REQUIRED, TRANSLATED_BY, Person, Source
from edition.model.uses import SOURCES_PAGE, Use, named_uses
from edition.model.whole import Edition, Settings

__all__ = [
    "Block",
    "Citation",
    "EDITOR_NOTE",
    "Edition",
    "EditorNote",
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
    "REQUIRED",
    "Referrer",
    "Relation",
    "SOURCES_PAGE",
    "Settings",
    "Source",
    "TRANSLATED_BY",
    "Use",
    "named_uses",
    "span",
]
