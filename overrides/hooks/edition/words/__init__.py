"""What the edition itself says to readers: one frozen record a language, which the type checker holds to be whole.

A room is the part of the edition in which something is said. Words with parts are format strings with named fields;
what is said of one thing and of several is `Counted`. Messages to maintainers stand where they are made.
"""

from edition.words.english import ENGLISH
from edition.words.record import Words

ALL_WORDS = {words.language.tag: words for words in (ENGLISH,)}
"""The records by the tags of their languages, as `theme.language` in mkdocs.yml names one."""

__all__ = ["ALL_WORDS", "ENGLISH", "Words"]
