"""Reads the whole edition: its pages in order, its sources, and what is wrong between them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from edition.model import Edition, Note, Page, Paragraph, Settings
from edition.model.inline import Content, Inline, NoteMark, changed
from edition.problems import Problems
from edition.read.bibliography import Bibliography, read_sources
from edition.read.front_matter import decoded
from edition.read.typed_pages import PageBlock, read_page
from edition.rules.page_rules import BIBLIOGRAPHY, problems_of
from edition.rules.source_rules import check_source


def read_edition(
    files: Mapping[str, bytes],
    chapters: Sequence[str],
    bibliography: bytes,
    settings: Settings,
    problems: Problems,
) -> Edition:
    """The edition that some files hold.

    `files`: the Markdown of docs/ by path; `chapters`: those that hold the article, in reading order;
    `bibliography`: the bytes of references.bib. Every mistake goes into `problems`.
    """
    pages = {f: read_page(data, f, f in chapters, problems) for f, data in sorted(files.items())}
    for file in [chapter for chapter in chapters if chapter not in pages]:
        problems.add("mkdocs.yml", 0, f"nav names '{file}', which docs/ lacks", "add the page")
    read = read_bibliography(bibliography, problems)
    edition = Edition(
        settings,
        numbered([pages[file] for file in chapters if file in pages]),
        tuple(page for file, page in pages.items() if file not in chapters),
        read.sources,
        entries=read.entries,
    )
    unread = {problem.file for problem in problems if "docs/" in problem.file}
    problems.extend(p for p in problems_of(edition, unread))
    return edition


def read_bibliography(data: bytes, problems: Problems) -> Bibliography:
    """What references.bib holds, each source held to its rules."""
    text = decoded(data, BIBLIOGRAPHY, problems)
    read = read_sources(text, BIBLIOGRAPHY, problems)
    for source in read.sources:
        if source.key not in read.broken:
            check_source(source, text, BIBLIOGRAPHY, problems)
    return read


def numbered(chapters: Sequence[Page]) -> tuple[Page, ...]:
    """The chapters with their notes numbered through; a note that carries a number keeps it.

    Each chapter counts from the range that it states, so that a mark that cannot be read moves no other chapter's.
    """
    count, result = 0, []
    for chapter in chapters:
        stated = re.match(r"\d+", chapter.meta.get("notes", ""))
        count = int(stated[0]) - 1 if stated else count
        blocks: list[PageBlock] = []
        marked = Counter[str]()
        for block in chapter.blocks:
            if not isinstance(block, Paragraph):
                blocks.append(block)
                continue
            notes = []
            for note in block.notes:
                marked[note.number] += 1
                times = marked[note.number] if note.number else 1
                count += not is_inserted(note) and times == 1
                number = note.number or str(count)
                notes.append(replace(note, number=number, occurrence=times))
            content = with_numbers(block.content, notes)
            blocks.append(replace(block, content=content, notes=tuple(notes)))
        result.append(replace(chapter, blocks=tuple(blocks)))
    return tuple(result)


def with_numbers(content: Content, notes: Sequence[Note]) -> Content:
    """A text whose marks have the numbers of its notes, one each."""
    numbers = iter(notes)

    def numbered(leaf: Inline) -> list[Inline]:
        if not isinstance(leaf, NoteMark):
            return [leaf]
        note = next(numbers)
        return [replace(leaf, number=note.number, occurrence=note.occurrence)]

    return changed(content, numbered)


def is_inserted(note: Note) -> bool:
    """Whether a note was added between two of the article's: its number then ends in a letter."""
    return note.number[-1:].isalpha()
