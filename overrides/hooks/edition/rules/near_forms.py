"""Lines that nearly are what they should be: ids, headings, definitions of notes, the edges of an editor's note.

What follows from one of them is not reported: it makes another block of all that it belongs to.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from edition.model import Edition, Page
from edition.problems import Problem, Rule, kind_of
from edition.read.blocks.relations import RELATION
from edition.read.notes.editors_notes import BLOCK_END, BLOCK_START, NOT_CLOSED
from edition.rules.block_forms import Lines, blocks_in, lines_of, shown, spoilt
from edition.rules.facts import form_at, ids_of, paragraphs_of

ID_LINE = re.compile(r"\s*\{\s*#p[1-9]\d*[a-z]?\s*\}\s*")
NEAR_ID = re.compile(
    r"(?=.*[{}\[\]#｛｝＃])[\s{\[(:#｛（＃]*[pP\u0440\u0420][\s-]?([1-9]\d*[a-z]?)(?:\s+[.#][\w-]+)*[\s})\].,;｝）]*"
)
RELATION_LINE = re.compile(rf"\W*\[{RELATION.pattern}\]\(.*")
HEADING_ID = re.compile(r".*\{\s*#[^\s{}#]+\s*\}\s*")
NEAR_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*(?:[{\[(]+\s*#*|#+)\s*([\w-]+)\s*[})\]]*\s*")
DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:\s")
MARK = re.compile(r"\[\^([^\]\s]+)\]")
NEAR_DEFINITION = re.compile(
    r"(?:[-*>]\s+|\s*)(?=[\[(^])[\[(]{0,2}\s*\^{0,2}\s*([\w-]+)\s*[\])]{0,2}\s*(?:：\s*|[:.-]?\s+)(\S.*)"
)
NEAR_EDGE = re.compile(r"\s*/{1,6}\s*(editors?'?s?(?:\s+note)?|)\s*", re.IGNORECASE)


def ids_are_whole(edition: Edition) -> Iterator[Problem]:
    """The line of an id gives its paragraph one."""
    for chapter in edition.chapters:
        for block in blocks_in(chapter):
            number, line = block[-1]
            near = NEAR_ID.fullmatch(line)
            if near and len(block) > 1 and not ID_LINE.fullmatch(line):
                spoils = spoilt(chapter, block) | {form_at(chapter.path, number)}
                what = f"'{line.strip()}' gives no paragraph an id"
                yield Problem(chapter.path, number, what, f"write '{{ #p{near[1]} }}'", spoils)


def ids_end_paragraphs(edition: Edition) -> Iterator[Problem]:
    """The line of an id is the last of its paragraph: an empty one parts it from the next."""
    for chapter in edition.chapters:
        for block in blocks_in(chapter):
            for (_, line), (number, below) in list(pairwise(block))[1:]:
                if ID_LINE.fullmatch(line) and not DEFINITION.match(below):
                    what = f"'{shown(below.strip())}' right below '{line.strip()}'"
                    spoils = spoilt(chapter, block) | {form_at(chapter.path, number)}
                    yield Problem(chapter.path, number, what, parted(below, line.strip()), spoils)
                    break


def parted(below: str, typed_id: str) -> str:
    """What to do about a line below that of an id."""
    if ID_LINE.fullmatch(below):
        return "delete one of the two"
    is_relation = RELATION_LINE.fullmatch(below)
    return f"put it above '{typed_id}'" if is_relation else "put an empty line between the two"


def headings_are_whole(edition: Edition) -> Iterator[Problem]:
    """What ends a heading in braces gives it an id."""
    for page in edition.pages:
        for number, line in lines_of(page):
            near = NEAR_HEADING.fullmatch(line)
            if near and not HEADING_ID.fullmatch(line):
                spoils = {page.path, ids_of(page), *facts_of_line(page, number)}
                what = f"'{shown(line.strip())}' gives the heading no id"
                remedy = f"write '{near[1]} {near[2]} {{ #{near[3].lower()} }}'"
                yield Problem(page.path, number, what, remedy, spoils)


def definitions_are_whole(edition: Edition) -> Iterator[Problem]:
    """A line that begins with the label of a note that is marked, and not defined elsewhere, defines it."""
    for chapter in edition.chapters:
        lines = list(lines_of(chapter))
        defined = {match[1] for _, line in lines if (match := DEFINITION.match(line))}
        for at, (number, line) in enumerate(lines):
            near = NEAR_DEFINITION.fullmatch(line)
            if near and near[1] not in defined and is_marked(near[1], lines, number):
                own = [number, *(n for n, _ in belonging(lines[at + 1 :]))]
                marks = [n for n, text in lines if near[1] in MARK.findall(text)]
                spoils = {chapter.path}.union(*(facts_of_line(chapter, n) for n in [*own, *marks]))
                what = f"'{shown(line.strip())}' defines no note"
                remedy = f"write '{shown(f'[^{near[1]}]: {near[2]}')}'"
                yield Problem(chapter.path, number, what, remedy, spoils)


def is_marked(label: str, lines: Lines, besides: int) -> bool:
    """Whether a line other than one holds the mark of a note."""
    return any(label in MARK.findall(line) for number, line in lines if number != besides)


def belonging(lines: Lines) -> Iterator[tuple[int, str]]:
    """The lines below a definition that belong to it, or to its block."""
    after_empty = False
    for number, line in lines:
        if after_empty and line.strip() and not line.startswith("    "):
            return
        after_empty |= not line.strip()
        yield number, line


def editors_notes_are_whole(edition: Edition) -> Iterator[Problem]:
    """An editor's note begins with '/// editor' and ends with '///', each alone on a line."""
    for page in edition.pages:
        lines = list(lines_of(page))
        for number, what, remedy in list(edges(lines))[:1]:
            spoils = {page.path, ids_of(page), paragraphs_of(page)}
            spoils = spoils.union(*(facts_of_line(page, n) for n, _ in lines))
            yield Problem(page.path, number, what, remedy, spoils)


def edges(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """The line of each edge that is none, or that has no other."""
    start = 0
    for number, line in ((number, line.rstrip()) for number, line in lines):
        near = NEAR_EDGE.fullmatch(line)
        if near and line not in (BLOCK_END, f"{BLOCK_END} editor"):
            edge = f"{BLOCK_END} editor" if near[1] else BLOCK_END
            yield number, f"'{line.strip()}' is no edge of an editor's note", f"write '{edge}'"
            start = number if near[1] else 0
        elif BLOCK_START.fullmatch(line):
            if start:
                yield start, *NOT_CLOSED
            start = number
        elif line == BLOCK_END:
            if not start:
                yield number, "'///' closes nothing", "open the note with '/// editor'"
            start = 0
    if start:
        yield start, *NOT_CLOSED


def facts_of_line(page: Page, number: int) -> set[str]:
    """What becomes unknown where a line is another block than is meant."""
    return {kind_of(page.path, number), form_at(page.path, number)}


RULES: tuple[Rule[Edition], ...] = (
    ids_are_whole,
    ids_end_paragraphs,
    headings_are_whole,
    definitions_are_whole,
    editors_notes_are_whole,
)
