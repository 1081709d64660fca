"""Tells which stretches of a text are not in the edition's language, so that each says its own wherever it is shown."""

import re
from collections.abc import Iterable, Iterator, Mapping

from edition.markup import CHINESE, CHINESE_TAG

Spoken = tuple[str, str]
"""Words and their language (BCP 47)."""
Stretch = tuple[int, int, str]
"""From where to where in a text as JavaScript counts, and in which language."""


def cut(text: str, titles: Mapping[str, str], own: str) -> Iterator[Spoken]:
    """A text in pieces: the titles in it that are not in its `own` language, and what stands around them."""
    foreign = [re.escape(title) for title, tag in titles.items() if title and tag != own]
    pieces = re.split(f"({'|'.join(foreign)})", text) if foreign else [text]
    yield from ((piece, titles.get(piece, own)) for piece in pieces)


def stretches(pieces: Iterable[Spoken], own: str) -> Iterator[Stretch]:
    """The stretches of a text, given in pieces, not in its `own` language; Chinese is known by its characters."""
    start = 0
    for words, tag in pieces:
        if tag == own:
            for run in CHINESE.finditer(words):
                yield (
                    start + units(words[: run.start()]),
                    start + units(words[: run.end()]),
                    CHINESE_TAG,
                )
        else:
            yield start, start + units(words), tag
        start += units(words)


def units(text: str) -> int:
    """The length of a text as JavaScript counts it."""
    return len(text.encode("utf-16-le")) // 2
