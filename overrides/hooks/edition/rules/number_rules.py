"""How paragraphs and notes are numbered: one generator of problems a rule, its docstring the rule."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import islice

from edition.model import PARAGRAPH_ID, Edition, Note, Page, Paragraph
from edition.model.blocks import Number, as_number
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
    ended, above = 0, ""
    for chapter in edition.chapters:
        first, last = stated_range(chapter, ended)
        if first != ended + 1:
            what = f"front matter says notes {chapter.meta['notes']}, but {ended + 1} comes next"
            facts = {NAV, chapter.path, above}
            remedy = "let the ranges of the chapters join"
            yield Problem(
                chapter.path, chapter.meta_lines.get("notes", 1), what, remedy, rests_on=facts
            )
        ended, above = last, chapter.path


def stated_range(chapter: Page, ended: int) -> tuple[int, int]:
    """The first and the last note that a chapter's front matter states, or else those that it holds."""
    stated = chapter.meta.get("notes", "")
    known = stated if RANGE.fullmatch(stated) else chapter.note_range
    numbers = [int(number) for number in re.findall(r"[0-9]+", known)]
    return (numbers[0], numbers[-1]) if numbers else (ended + 1, ended)


def note_numbers(edition: Edition) -> Iterator[Problem]:
    """A note's number never changes: explaining notes carry theirs, and each chapter holds those that it states."""
    ended = 0
    for chapter in edition.chapters:
        first, last = stated_range(chapter, ended)
        misnumbered = list(islice(numbers_in(chapter, first - 1), 1))
        yield from misnumbered or range_as_stated(chapter)
        ended = last


def numbers_in(chapter: Page, before: int) -> Iterator[Problem]:
    """Each note of a chapter that breaks the pattern or stands out of order; `before` ends the chapter above."""
    previous = (before, "")
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
    match = RANGE.fullmatch(typed)
    stated = "–".join(filter(None, match.groups())) if match else typed
    if stated and stated != held:
        remedy = "give an inserted note a letter, [^4a], so that no other note changes its number"
        if chapter.note_range[-1:].isalpha() or not match:
            remedy = f"write 'notes: \"{held}\"'"
        what = f"holds notes {held}, its front matter says {typed}"
        facts = {NAV, chapter.path}
        yield Problem(
            chapter.path, chapter.meta_lines.get("notes", 1), what, remedy, rests_on=facts
        )


RULES: tuple[Rule[Edition], ...] = (paragraph_ids, note_ranges_join, note_numbers)
