"""What has changed since an edition was frozen, paragraph by paragraph, and word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from edition.keep.frozen_editions import CitedSource, FrozenEdition, Wording
from edition.model import Edition, Paragraph
from edition.model.locators import printed


class Piece(NamedTuple):
    """Some words that both wordings have (no tag), or that one alone has: `del` the older, `ins` the newer."""

    tag: Literal["", "del", "ins"]
    words: str


@dataclass(frozen=True)
class Change:
    """How a paragraph differs: in what, and where it was reworded or its notes changed, in which words."""

    ident: str
    what: tuple[str, ...]
    words: tuple[Piece, ...] = ()
    notes: tuple[Piece, ...] = ()

    @property
    def number(self) -> str:
        return self.ident.removeprefix("p")


def corrected(edition: Edition, frozen: FrozenEdition) -> frozenset[str]:
    """The ids of paragraphs that are not, or not so, in the frozen edition."""
    return frozenset(
        ident
        for ident, paragraph in edition.paragraph.items()
        if wording(paragraph) != frozen.paragraphs.get(ident)
    )


def kept_in(paragraph: Paragraph, editions: Sequence[FrozenEdition]) -> FrozenEdition | None:
    """The newest edition that has these words of the paragraph, whatever its notes; none where they are newer."""
    same = (
        frozen
        for frozen in reversed(editions)
        if paragraph.id in frozen.paragraphs
        and frozen.paragraphs[paragraph.id].text == paragraph.text
    )
    return next(same, None)


def changes(edition: Edition, frozen: FrozenEdition) -> Iterator[Change]:
    """Each change since, in the order of the text; what is no longer there comes last."""
    said = edition.words.editions
    for ident, paragraph in edition.paragraph.items():
        now, before = wording(paragraph), frozen.paragraphs.get(ident)
        if before is None:
            yield Change(ident, (said.new,))
        elif now != before:
            yield change(edition, ident, before, now)
    for ident in frozen.paragraphs:
        if ident not in edition.paragraph:
            yield Change(ident, (said.gone,))


def wording(paragraph: Paragraph) -> Wording:
    """A paragraph of the edition, in the form in which a frozen one is read."""
    cited = (
        CitedSource(note.number, citation.key, citation.locator, note.explanation)
        for note in paragraph.notes
        for citation in note.citations
    )
    return Wording(paragraph.text, tuple(cited))


def change(edition: Edition, ident: str, before: Wording, now: Wording) -> Change:
    """How one wording of a paragraph differs from another."""
    words = differences(before.text.split(), now.text.split())
    notes = differences([*told(edition, before)], [*told(edition, now)])
    reworded, renoted = before.text != now.text, before.cited != now.cited
    said = edition.words.editions
    what = (said.reworded,) * reworded + (said.renoted,) * renoted
    return Change(ident, what, words if reworded else (), notes if renoted else ())


def told(edition: Edition, wording: Wording) -> Iterator[str]:
    """The words of what the notes of a wording explain and cite: `note 3: garcia-2010-gruas, p. 7.`"""
    for cited in wording.cited:
        pages = f", {printed(cited.locator, edition.words)}" if cited.locator else ""
        note = edition.words.parts.note.format(number=cited.note)
        yield from f"{note}: {cited.explanation} {cited.key}{pages}.".split()


def differences(before: Sequence[str], now: Sequence[str]) -> tuple[Piece, ...]:
    """Two sequences of words as one: what both have, what the older alone has, what the newer alone has."""
    found: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("", " ".join(before[i:j])))
            continue
        if i < j:
            found.append(Piece("del", " ".join(before[i:j])))
        if k < m:
            found.append(Piece("ins", " ".join(now[k:m])))
    return tuple(found)
