"""Tells which stretches of a text are not in the edition's language, so that each says its own wherever it is shown."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

BESIDE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”—－～·\d-]*"
CHINESE = re.compile(rf"{BESIDE}[\u3400-\u9fff]{BESIDE}")
"""Chinese, with the figures and marks that belong to it."""
CHINESE_TAG = "zh"
WORD = re.compile(r"\w+")

Spoken = tuple[str, str]
"""Words and their language (BCP 47)."""
Stretch = tuple[int, int, str]
"""From where to where in a text as JavaScript counts, and in which language."""


def cut(text: str, titles: Mapping[str, str], own: str) -> Iterator[Spoken]:
    """A text in pieces: the titles in it that are not in its `own` language, and the text between them."""
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


@dataclass(frozen=True)
class ForeignNames:
    """Names and titles in other languages than the edition's, with their languages. They are indexed by their rarest
    words, so that the time to find those in a text does not grow with their number."""

    languages: Mapping[str, str]
    own: str

    @cached_property
    def by_rarest_word(self) -> Mapping[str, Mapping[str, str]]:
        """The names, with straight and with curly apostrophes, and their languages, by each name's rarest word."""
        words = {name: name_words for name in self.languages if (name_words := WORD.findall(name))}
        counts = Counter(word for name_words in words.values() for word in set(name_words))
        indexed: dict[str, dict[str, str]] = {}
        for name, name_words in words.items():
            rarest = min(name_words, key=lambda word: counts[word])
            for printed in (name, name.replace("'", "’")):
                indexed.setdefault(rarest, {})[printed] = self.languages[name]
        return indexed

    def within(self, text: str) -> dict[str, str]:
        """The names that stand in a text, with their languages, the longest first."""
        words = self.by_rarest_word.keys() & set(WORD.findall(text))
        names = [named for word in words for named in self.by_rarest_word[word].items()]
        return dict(sorted((n for n in names if n[0] in text), key=lambda named: -len(named[0])))

    def pieces(self, text: str) -> Iterator[Spoken]:
        """A text in pieces, each with its language (WCAG 3.1.2): names and titles that are known, and each run of
        Chinese, are not in the edition's."""
        known = self.within(text)
        names = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known)
        for piece in re.split(f"({names})", text) if known else [text]:
            if piece in known:
                yield piece, known[piece]
            else:
                yield from self.by_characters(piece)

    def by_characters(self, text: str) -> Iterator[Spoken]:
        """A text in pieces, each with its language; Chinese is recognised by its characters."""
        done = 0
        for run in CHINESE.finditer(text):
            yield from [(text[done : run.start()], self.own)] if run.start() > done else []
            yield run[0], CHINESE_TAG
            done = run.end()
        yield from [(text[done:], self.own)] if text[done:] else []
