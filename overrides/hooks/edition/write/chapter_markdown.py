"""A chapter as a text by itself: CommonMark with footnotes, whole addresses, and the ids of headings and paragraphs.

It is made from the model, not copied from docs/: notes are resolved, and a head says whose words these are not.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import islice

from edition.cite.references import References
from edition.cite.restated import LICENCE, author, citation, name_of
from edition.model import SOURCES_PAGE, Edition, EditorNote, Heading, Note, Page, Paragraph
from edition.model.inline import Content, with_title_links
from edition.write.markdown import (
    blocks,
    escaped,
    heading,
    indented,
    one_line,
    quoted,
    running_text,
)


def chapter_markdown(edition: Edition, chapter: Page, references: References) -> str:
    """A chapter as Markdown by itself, ending in a line feed; `references` are its notes and sources formatted."""
    edition = edition.seen_from(chapter.address)
    parts = [
        f"# {escaped(chapter.title)}",
        quoted("\n\n".join(notice(edition, references, chapter))),
        *body(edition, chapter, references),
    ]
    return "\n\n".join(parts) + "\n"


def notice(edition: Edition, references: References, chapter: Page | None = None) -> Iterator[str]:
    """The head of a text: that it restates, its address, how to cite it, and the rights."""
    settings, article = edition.settings, edition.article
    if not article:
        return
    words, whole = edition.words.files, f"*{escaped(name_of(edition))}*"
    yield words.notice.format(
        what=of_chapter(edition, chapter, whole) if chapter else whole,
        number=settings.number,
        date=settings.date_in_words,
        article=linked(edition, references.sources[article.key]),
        author=escaped(author(edition)),
    )
    yield words.cite.format(
        address=addressed(edition, chapter), citation=one_line(citation(edition, chapter))
    )
    journal = escaped(article.get("journaltitle"))
    whose = escaped(author(edition))
    yield words.rights.format(licence=LICENCE, author=whose, journal=journal)


def of_chapter(edition: Edition, chapter: Page, whole: str) -> str:
    """A chapter by its title, and what it is of, as Markdown."""
    return edition.words.files.of_chapter.format(title=escaped(chapter.title), edition=whole)


def addressed(edition: Edition, chapter: Page | None) -> str:
    """The sentence on the addresses of a text and its paragraphs, or that the site has no address yet."""
    site, holder = edition.home, chapter or edition.chapters[-1]
    example = f"{holder.address}#{holder.paragraphs[0].id}"
    words = edition.words.files
    if not edition.settings.is_addressed:
        return words.unaddressed.format(example=example)
    address = f"{site}{chapter.address if chapter else ''}"
    return words.addressed.format(address=address, example=f"{site}{example}")


def body(edition: Edition, chapter: Page, references: References, level: int = 1) -> Iterator[str]:
    """A chapter's blocks below its title, which is a heading of some level: opening, text, notes."""
    yield f"*{escaped(chapter.meta.get('standfirst', ''))}*"
    by_line = [(h.line, heading(h, level - 1)) for h in headings_over_text(chapter)]
    by_line += [(p.line, paragraph_text(edition, chapter, p)) for p in chapter.paragraphs]
    by_line += [(n.line, editor_note(edition, chapter, n)) for n in chapter.editor_notes]
    yield from (text for _, text in sorted(by_line))
    yield from (footnote(edition, chapter, note, references) for note in chapter.notes)


def headings_over_text(chapter: Page) -> Iterator[Heading]:
    """The headings that have text below them; others are filled on the site alone."""
    lines = sorted([p.line for p in chapter.paragraphs] + [n.line for n in chapter.editor_notes])
    for index, candidate in enumerate(chapter.headings):
        following = islice(chapter.headings, index + 1, None)
        end = next((h.line for h in following if h.level <= candidate.level), math.inf)
        below = bisect_right(lines, candidate.line)
        if below < len(lines) and lines[below] < end:
            yield candidate


def paragraph_text(edition: Edition, chapter: Page, paragraph: Paragraph) -> str:
    """A paragraph with its number before it and its id after it, then its stated relations to others."""
    address_of = partial(edition.permanent, chapter)
    text = running_text(paragraph.content, address_of)
    block = f"**{paragraph.number}** {text}\n{{ #{paragraph.id} }}"
    if paragraph.blocks:
        block += f"\n\n{blocks(paragraph.blocks, address_of)}"
    if not paragraph.relations:
        return block
    line = running_text(paragraph.relation_line, address_of)
    return f"{block}\n\n{edition.words.files.reading.format(relations=line)}"


def editor_note(edition: Edition, chapter: Page, note: EditorNote) -> str:
    text = editor_note_text(edition, chapter, note)
    return quoted(f"{edition.words.files.editor_note}\n\n{text}")


def editor_note_text(edition: Edition, chapter: Page, note: EditorNote) -> str:
    """An editor's note of a chapter as Markdown with whole addresses."""
    return blocks(note.changed(with_titles).blocks, partial(edition.permanent, chapter))


def footnote(edition: Edition, chapter: Page, note: Note, references: References) -> str:
    """A note by its number: what it explains, then what it cites, each title a link to its source's page; lines and
    paragraphs below its first stand four blanks deep."""
    parts = explanation_text(edition, chapter, note)
    if note.closing:
        cited = linked(edition, references.notes[note.number])
        parts[-1:] = [" ".join([*parts[-1:], cited])]
    words = indented("\n\n".join(parts), "    ").lstrip(" ")
    return f"[^{note.number}]: {words}"


def explanation_text(edition: Edition, chapter: Page, note: Note) -> list[str]:
    """What a note of a chapter explains as Markdown with whole addresses, paragraph by paragraph."""
    address_of = partial(edition.permanent, chapter)
    return [running_text(with_titles(part), address_of) for part in note.explanation]


def linked(edition: Edition, reference: Content) -> str:
    """A reference as Markdown, each title a link to its source's page."""
    site = edition.home
    return one_line(with_title_links(reference, lambda key: site + edition.source_address(key)))


def with_titles(content: Content) -> Content:
    """The text of a note, each title of a source a link to it, as pages have them."""
    return with_title_links(content, lambda key: f"{SOURCES_PAGE}#{key}")
