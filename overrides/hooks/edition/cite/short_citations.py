"""Citations that are printed where they stand, in notes: the words of each, a short reference in square brackets."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from edition.cite.references import short_reference
from edition.model import (
    Block,
    Citation,
    Edition,
    EditorNote,
    Heading,
    Note,
    Page,
    Paragraph,
    inline,
)
from edition.model.inline import Content, Inline, InPlace, Text
from edition.model.locators import printed_after

OPEN = re.compile(r"[\s(\[“‘«\"'—–]$")
"""How words end after which no blank is put."""


PageBlock = Heading | Paragraph | EditorNote | Block


def with_words(edition: Edition) -> Edition:
    """The edition with the words of all citations that are printed where they stand."""
    return replace(edition, chapters=tuple(of_chapter(edition, page) for page in edition.chapters))


def of_chapter(edition: Edition, chapter: Page) -> Page:
    blocks = (of_block(edition, block) for block in chapter.blocks)
    return replace(chapter, blocks=tuple(blocks))


def of_block(edition: Edition, block: PageBlock) -> PageBlock:
    """A block of a chapter with the words of citations in its notes; most have none."""
    words = partial(in_text, edition)
    if isinstance(block, EditorNote) and block.cited:
        return block.changed(words)
    if isinstance(block, Paragraph) and any(len(n.citations) > len(n.closing) for n in block.notes):
        return replace(block, notes=tuple(of_note(edition, note) for note in block.notes))
    return block


def of_note(edition: Edition, note: Note) -> Note:
    return replace(note, explanation=tuple(in_text(edition, part) for part in note.explanation))


def in_text(edition: Edition, content: Content, before: str = "") -> Content:
    """Running text with the words of its citations, each a blank behind the words `before` it, in square brackets
    unless it stands in brackets of its own."""
    parts: list[Inline] = []
    for part, following in zip_longest(content, content[1:]):
        if isinstance(part, InPlace):
            blank = " " if before and not OPEN.search(before) else ""
            after = following.words[:1] if isinstance(following, Text) else ""
            is_bare = before[-1:] + after in {"()", "[]"}
            opened, closed = ("", "") if is_bare else (f"{blank}[", "]")
            own = (*inline.text(opened), *words(edition, part), *inline.text(closed))
            part = replace(part, content=own)
        elif isinstance(part, inline.Phrase):
            part = replace(part, content=in_text(edition, part.content, before))
        before = inline.words((part,)) or before
        parts.append(part)
    return tuple(parts)


def words(edition: Edition, cited: InPlace) -> Iterator[Inline]:
    """The short references of some citations, one after the other."""
    known = [citation for citation in cited.citations if citation.key in edition.source]
    for number, citation in enumerate(known):
        yield from [Text("; ")] if number else []
        yield from short_citation(edition, citation)


def short_citation(edition: Edition, citation: Citation) -> Content:
    """A source in short form, with the parts of it that are relied on, and the note's own words before and after."""
    source = edition.source[citation.key]
    before = f"{citation.prefix} " if citation.prefix else ""
    return (
        *inline.text(before),
        *short_reference(source, edition.words),
        *inline.text(printed_after(citation, edition.words)),
    )
