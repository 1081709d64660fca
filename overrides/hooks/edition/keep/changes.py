"""What has changed since an edition was frozen, paragraph by paragraph, and word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from edition.keep.frozen_editions import CitedSource, FrozenEdition, Wording
from edition.model import Edition, Paragraph
from edition.model.locators import printed_after


class Piece(NamedTuple):
    """Words that both wordings have (no tag), only the older one (`del`) or only the newer one (`ins`)."""

    tag: Literal["", "del", "ins"]
    words: str


@dataclass(frozen=True)
class Change:
    """How a paragraph differs from a frozen one: the kinds of change, and the changed words of its text and notes."""

    paragraph_id: str
    what: tuple[str, ...]
    words: tuple[Piece, ...] = ()
    notes: tuple[Piece, ...] = ()

    @property
    def number(self) -> str:
        return self.paragraph_id.removeprefix("p")


def corrected(edition: Edition, frozen: FrozenEdition) -> frozenset[str]:
    """The ids of paragraphs that are new or changed since the frozen edition."""
    return frozenset(
        paragraph_id
        for paragraph_id, paragraph in edition.paragraph.items()
        if wording(paragraph) != frozen.paragraphs.get(paragraph_id)
    )


def kept_in(paragraph: Paragraph, editions: Sequence[FrozenEdition]) -> FrozenEdition | None:
    """The newest frozen edition that has the paragraph in the same words, whatever its notes; None if none has."""
    same = (
        frozen
        for frozen in reversed(editions)
        if paragraph.id in frozen.paragraphs
        and frozen.paragraphs[paragraph.id].text == words_of(paragraph)
    )
    return next(same, None)


def changes(edition: Edition, frozen: FrozenEdition) -> Iterator[Change]:
    """Each change since a frozen edition, in the order of the text; removed paragraphs come last."""
    labels = edition.words.editions
    for paragraph_id, paragraph in edition.paragraph.items():
        now, before = wording(paragraph), frozen.paragraphs.get(paragraph_id)
        if before is None:
            yield Change(paragraph_id, (labels.new,))
        elif now != before:
            yield change(edition, paragraph_id, before, now)
    for paragraph_id in frozen.paragraphs:
        if paragraph_id not in edition.paragraph:
            yield Change(paragraph_id, (labels.gone,))


def wording(paragraph: Paragraph) -> Wording:
    """A paragraph of the edition, in the form in which a frozen one is read."""
    cited = (
        CitedSource(note.number, citation, note.explained)
        for note in paragraph.notes
        for citation in note.citations
    )
    return Wording(words_of(paragraph), tuple(cited))


def words_of(paragraph: Paragraph) -> str:
    """The words of a paragraph with single blanks between them, as those of a frozen one are read."""
    return " ".join(paragraph.text.split())


def change(edition: Edition, paragraph_id: str, before: Wording, now: Wording) -> Change:
    """How one wording of a paragraph differs from another."""
    words = differences(before.text.split(), now.text.split())
    notes = differences([*note_words(edition, before)], [*note_words(edition, now)])
    reworded, renoted = before.text != now.text, before.cited != now.cited
    labels = edition.words.editions
    what = (labels.reworded,) * reworded + (labels.renoted,) * renoted
    return Change(paragraph_id, what, words if reworded else (), notes if renoted else ())


def note_words(edition: Edition, wording: Wording) -> Iterator[str]:
    """The words of what the notes of a wording explain and cite: `note 3: see garcia-2010-gruas, p. 7.`"""
    for cited in wording.cited:
        citation, note = cited.citation, edition.words.parts.note.format(number=cited.note)
        source = f"{citation.prefix} {citation.key}{printed_after(citation, edition.words)}"
        yield from f"{note}: {cited.explanation} {source.rstrip('.')}.".split()


def differences(before: Sequence[str], now: Sequence[str]) -> tuple[Piece, ...]:
    """Two sequences of words merged into pieces: common words, removed words and added words."""
    pieces: list[Piece] = []
    for what, i, j, k, m in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if what == "equal":
            pieces.append(Piece("", " ".join(before[i:j])))
            continue
        if i < j:
            pieces.append(Piece("del", " ".join(before[i:j])))
        if k < m:
            pieces.append(Piece("ins", " ".join(now[k:m])))
    return tuple(pieces)
