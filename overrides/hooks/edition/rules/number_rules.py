"""How paragraphs and notes are numbered: one generator of problems a rule, its docstring the rule."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import chain, islice

from edition.model import PARAGRAPH_ID, Edition, Note, Page, Paragraph
from edition.model.blocks import Number, as_number
from edition.model.numbering import stated_numbers
from edition.problems import Problem, Rule, kind_of
from edition.read.characters import DASH
from edition.read.navigation import NAV
from edition.rules.facts import ids_of, order_of, paragraphs_of

RANGE = re.compile(rf"\s*([1-9][0-9]*[a-z]?)(?:\s*(?:[{DASH}]+|\bto\b)\s*([1-9][0-9]*[a-z]?))?\s*")
"""The notes of a chapter, as its front matter states them: `3–4`, also with what people type for the dash."""
NOTE_NUMBER = re.compile(r"[1-9][0-9]*[a-z]?")


def paragraph_ids(edition: Edition) -> Iterator[Problem]:
    """Paragraph ids are p1, p2, … through the whole edition; one inserted after p12 is p12a."""
    numbered = [(chapter, p) for chapter in edition.chapters for p in chapter.paragraphs]
    next_ids = [*(p.id for _, p in numbered[1:]), ""]
    facts = order_of(edition) | {*map(paragraphs_of, edition.chapters)}
    expected = successors((0, ""))
    for (chapter, paragraph), next_id in zip(numbered, next_ids, strict=True):
        if paragraph.id:
            yield from paragraph_id(chapter, paragraph, expected, facts)
            expected = expected_after(paragraph.id, next_id, expected)
        else:  # reported where it was read; whether it counts, nobody knows
            expected += tuple(following for number in expected for following in successors(number))


def paragraph_id(
    chapter: Page, paragraph: Paragraph, expected: Sequence[Number], facts: Set[str]
) -> Iterator[Problem]:
    """The id of a paragraph has the form of one, and is one of those that are expected."""
    typed_id, spoils = paragraph.id, {ids_of(chapter)}
    if not PARAGRAPH_ID.fullmatch(typed_id):
        what = f"paragraph id '{typed_id}' breaks the pattern"
        own = {kind_of(chapter.path, paragraph.line)}
        yield Problem(chapter.path, paragraph.line, what, "write p12, or p12a", spoils, own)
    elif as_number(typed_id) not in expected:
        names = " or ".join(f"p{base}{letter}" for base, letter in expected)
        what = f"paragraph id '{typed_id}' is doubled or out of order"
        remedy = f"here follows {names}; a published id is never given to another paragraph"
        yield Problem(chapter.path, paragraph.line, what, remedy, spoils, facts)


def expected_after(typed_id: str, next_id: str, expected: tuple[Number, ...]) -> tuple[Number, ...]:
    """The numbers that may follow a paragraph id: its successors if it is right or if the next id continues from it
    (one is missing above); else the successors of the id that was expected."""
    if PARAGRAPH_ID.fullmatch(typed_id):
        following = successors(as_number(typed_id))
        goes_on = PARAGRAPH_ID.fullmatch(next_id) and as_number(next_id) in following
        if as_number(typed_id) in expected or goes_on:
            return following
    return successors(expected[0])


def successors(previous: Number) -> tuple[Number, ...]:
    """The numbers that may follow a number: the next one, or an insertion."""
    base, letter = previous
    inserted = (base, chr(ord(letter) + 1) if letter else "a")
    return ((base + 1, ""), inserted) if base else ((1, ""),)


def note_ranges_join(edition: Edition) -> Iterator[Problem]:
    """Each chapter states the range of its notes, which begins where that of the chapter above ends."""
    ended, above = (0, ""), ""
    for chapter in edition.chapters:
        first, last = stated_range(chapter, ended)
        if first not in successors(ended):
            what = f"front matter says notes {chapter.meta['notes']}, but {ended[0] + 1} comes next"
            facts = {NAV, chapter.path, above}
            remedy = "let the ranges of the chapters join"
            yield Problem(
                chapter.path, chapter.meta_lines.get("notes", 1), what, remedy, rests_on=facts
            )
        ended, above = last, chapter.path


def stated_range(chapter: Page, ended: Number) -> tuple[Number, Number]:
    """The first and the last note that a chapter's front matter states, or else those that it holds, after those of
    the chapter above."""
    if is_range(chapter):
        numbers = stated_numbers(chapter)
        return numbers[0], numbers[-1]
    held = [n.number for n in chapter.notes if NOTE_NUMBER.fullmatch(n.number)]
    return (as_number(held[0]), as_number(held[-1])) if held else (successors(ended)[0], ended)


def is_range(chapter: Page) -> bool:
    """Whether a chapter's front matter states a range of notes, from the lower to the higher."""
    is_typed = RANGE.fullmatch(chapter.meta.get("notes", "")) is not None
    return is_typed and len(stated_numbers(chapter)) > 0


def note_numbers(edition: Edition) -> Iterator[Problem]:
    """A note's number never changes: explaining notes carry theirs, and each chapter holds those that it states."""
    ended = (0, "")
    for chapter in edition.chapters:
        first, last = stated_range(chapter, ended)
        is_joined = first in successors(ended)
        misnumbered = numbers_in(chapter, ended if is_joined else before(first))
        as_stated = range_as_stated(chapter) if is_joined else ()
        yield from islice(chain(misnumbered, as_stated), 1)
        ended = last


def before(number: Number) -> Number:
    """The number before another."""
    base, letter = number
    if letter > "a":
        return base, chr(ord(letter) - 1)
    return (base, "") if letter else (base - 1, "")


def numbers_in(chapter: Page, previous: Number) -> Iterator[Problem]:
    """Each note of a chapter that breaks the pattern or stands out of order; `previous` ends the chapter above."""
    for note in chapter.notes:
        yield from number_of(note, chapter, previous)
        previous = as_number(note.number) if NOTE_NUMBER.fullmatch(note.number) else previous


def number_of(note: Note, chapter: Page, previous: Number) -> Iterator[Problem]:
    facts = {NAV, chapter.path}
    if not NOTE_NUMBER.fullmatch(note.number):
        what = f"note number '{note.number}' breaks the pattern"
        yield Problem(chapter.path, note.line, what, "write [^12], or [^12a]", rests_on=facts)
    elif as_number(note.number) not in successors(previous):
        expected = " or ".join(f"{base}{letter}" for base, letter in successors(previous))
        what = f"note [^{note.number}] stands where note {expected} belongs"
        remedy = "renumber it; an inserted note takes a letter"
        yield Problem(chapter.path, note.line, what, remedy, rests_on=facts)


def range_as_stated(chapter: Page) -> Iterator[Problem]:
    """A chapter holds the notes that its front matter states."""
    typed, held = chapter.meta.get("notes", ""), chapter.note_range or "none"
    match = RANGE.fullmatch(typed) if is_range(chapter) else None
    stated = "–".join(filter(None, match.groups())) if match else typed
    if stated and stated != held:
        remedy = f"write 'notes: \"{held}\"'"
        if match and not re.search("[a-z]", chapter.note_range):
            lettered = (
                "give an inserted note a letter, [^4a], so that no other note changes its number"
            )
            remedy = f"{lettered}; where none was inserted, {remedy}"
        what = f"holds notes {held}, its front matter says {typed}"
        facts = {NAV, chapter.path}
        yield Problem(
            chapter.path, chapter.meta_lines.get("notes", 1), what, remedy, rests_on=facts
        )


RULES: tuple[Rule[Edition], ...] = (paragraph_ids, note_ranges_join, note_numbers)
