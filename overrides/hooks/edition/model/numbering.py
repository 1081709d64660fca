"""Numbers the notes of the article through all its chapters."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from edition.model.blocks import Note, Number, Paragraph
from edition.model.inline import Content, Inline, NoteMark, changed
from edition.model.page import Page


def numbered(chapters: Sequence[Page]) -> Iterator[Page]:
    """The chapters with their notes numbered consecutively; a note typed with a number keeps it.

    Each chapter counts from the range in its front matter, so that an unreadable mark renumbers no other chapter.
    """
    count = 0
    for chapter in chapters:
        for base, letter in stated_numbers(chapter)[:1]:
            count = base if letter else base - 1
        notes = numbered_notes(chapter.marks, count)
        count += sum(map(is_counted, notes))
        yield with_notes(chapter, notes)


def stated_numbers(chapter: Page) -> Sequence[Number]:
    """The first and the last note that a chapter's front matter states, `3–4` or `24a–28`; nothing where they do not
    rise."""
    typed = chapter.meta.get("notes", "")
    found = re.findall(r"\b([1-9][0-9]*)([a-z]?)\b", typed) if re.match(r"\s*[1-9]", typed) else ()
    numbers = [(int(base), letter) for base, letter in found]
    return numbers if numbers == sorted(numbers) else ()


def numbered_notes(marks: Sequence[Note], count: int) -> list[Note]:
    """The marks of a chapter with the numbers of their notes, after `count` notes above them."""
    notes: list[Note] = []
    marked = Counter[str]()
    for note in marks:
        marked[note.number] += 1
        times = marked[note.number] if note.number else 1
        count += is_counted(replace(note, occurrence=times))
        notes.append(replace(note, number=note.number or str(count), occurrence=times))
    return notes


def is_counted(note: Note) -> bool:
    """Whether a mark counts as a note: it is the note's first, and the note's number has no letter."""
    return note.occurrence == 1 and not note.number[-1:].isalpha()


def with_notes(chapter: Page, notes: Sequence[Note]) -> Page:
    """A chapter with its notes replaced, one for each mark."""
    left, blocks = iter(notes), []
    for block in chapter.blocks:
        if isinstance(block, Paragraph):
            own = tuple(islice(left, len(block.notes)))
            block = replace(block.changed(numbered_marks(own)), notes=own)
        blocks.append(block)
    return replace(chapter, blocks=tuple(blocks))


def numbered_marks(notes: Sequence[Note]) -> Callable[[Content], Content]:
    """Gives marks the numbers of notes, one each, text by text."""
    left = iter(notes)

    def numbered_leaf(leaf: Inline) -> list[Inline]:
        if not isinstance(leaf, NoteMark):
            return [leaf]
        note = next(left)
        return [replace(leaf, number=note.number, occurrence=note.occurrence)]

    return lambda content: changed(content, numbered_leaf)
