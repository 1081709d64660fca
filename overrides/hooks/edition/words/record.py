"""The rooms of the edition in which something is said, and the record that holds a language's words for them all.

No field has a default: so the type checker finds a word that a language lacks.
"""

from dataclasses import dataclass

from edition.words.grammar import Counted, Dates, Language


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What parts of the edition are called, in a sentence."""

    paragraphs: Counted
    """By their numbers, `{numbers}`: one or several."""
    note: str
    notes: Counted


@dataclass(frozen=True, kw_only=True)
class Words:
    """All that the edition says in one language, by the room in which it is said."""

    language: Language
    dates: Dates
    parts: Parts
