"""Note marks in a line of prose: citations `[@key, pp. 27–29]`, read by mkdocs-bibtex's own parser, and `[^5]`.

A count may follow, `[^5]{ sentences=2 }`: the note then covers the sentence before that of its mark as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mkdocs_bibtex.citation import CitationBlock

from edition.locators import read_locator
from edition.model import Citation

EXPLAINED = re.compile(r"\[\^([^\]\s]+)\]")
STRAY = re.compile(r"(?<![\w.\[])@[\w-]+")
IN_BRACES = r"\s*\{(?!\s*[:.#])[^{}]*\}?"
"""What may be a count: braces that hold no id and no class."""
AFTER_BRACKETS = re.compile(rf"(?<=\]){IN_BRACES}")
COUNT = re.compile(r"\s*\{\s*sentences=(0|[1-9][0-9]{0,3})\s*\}")
COUNT_MEND = "write it right after a note's mark: '[^5]{ sentences=2 }'"


@dataclass(frozen=True)
class Mark:
    """A note mark: where it starts in its line, as typed, the citations or the label it holds, and how many
    sentences it covers, its own and those before it."""

    start: int
    typed: str
    citations: tuple[Citation, ...] = ()
    label: str = ""
    sentences: int = 1

    @property
    def end(self) -> int:
        return self.start + len(self.typed)


def marks_in(prose: str, faults: list[tuple[str, str]]) -> list[Mark]:
    """The note marks of a line, in order; what cannot be read goes into `faults` as (what, mend)."""
    found = [Mark(m.start(), m[0], label=m[1]) for m in EXPLAINED.finditer(prose)]
    found += citation_marks(prose, faults)
    found = [counted(mark, prose, faults) for mark in found]
    left = without(prose, found)
    for match in AFTER_BRACKETS.finditer(left):
        faults.append((f"'{match[0].strip()}' follows no note's mark", COUNT_MEND))
    for match in STRAY.finditer(left):
        faults.append((f"'{match[0]}' is not a citation", "write '[@key, p. 5]', on one line"))
    return sorted(found, key=lambda mark: mark.start)


def citation_marks(prose: str, faults: list[tuple[str, str]]) -> Iterator[Mark]:
    position = 0
    for block in CitationBlock.from_markdown(prose):
        position = prose.index(str(block), position)
        yield Mark(position, str(block), tuple(citations_in(block, faults)))
        position += len(str(block))


def counted(mark: Mark, prose: str, faults: list[tuple[str, str]]) -> Mark:
    """A mark with the count that follows it, if any."""
    after = AFTER_BRACKETS.match(prose, mark.start + len(mark.typed))
    if not after:
        return mark
    found, typed = COUNT.fullmatch(after[0]), after[0].strip()
    count = int(found[1]) if found else 1
    if not found:
        what = f"'{typed}' after {mark.typed} is no count of sentences"
        faults.append((what, "write '{ sentences=2 }', a whole number from 2"))
    elif count < 2:
        mend = "write 2 or more, or take it out: without it a mark covers its own sentence"
        faults.append((f"'{typed}' after {mark.typed} adds no sentence", mend))
    return replace(mark, typed=mark.typed + after[0], sentences=max(count, 1))


def citations_in(block: CitationBlock, faults: list[tuple[str, str]]) -> Iterator[Citation]:
    """The citations of one block. The plugin's parser drops what it does not know, so all must come back."""
    for citation in block.citations:
        try:
            locator = read_locator(citation.suffix) if citation.suffix else None
        except ValueError as error:
            faults.append((f"'{citation.suffix}' in '{block}' is no locator", str(error)))
            locator = None
        yield Citation(citation.key, locator)
    read = "; ".join(f"@{c.key}, {c.suffix}" if c.suffix else f"@{c.key}" for c in block.citations)
    if re.sub(r"\s+", "", read) != re.sub(r"\s+", "", block.raw):
        mend = "write '[@key, p. 5]', several separated by ';'"
        faults.append((f"'{block}' cannot be read as citations", mend))


def without(prose: str, marks: list[Mark]) -> str:
    """The line without its marks: the sentence as a reader has it."""
    for mark in sorted(marks, key=lambda mark: -mark.start):
        prose = prose[: mark.start] + prose[mark.start + len(mark.typed) :]
    return prose
