"""Reads the references that pandoc formatted, HTML, into inlines."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from edition.model import Note
from edition.model.inline import (
    Content,
    Emphasis,
    Inline,
    Phrase,
    SourceTitle,
    Strong,
    Subscript,
    Superscript,
    Text,
    joined,
)

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters that travel through citeproc around a title, so that we find it again."""
SIGNS = {"<": "\ue002", ">": "\ue003", "'": "\ue004"}
"""Likewise for signs in words, in which it would read tags and quotations."""
HIDDEN = str.maketrans(SIGNS)
TYPED = str.maketrans({hidden: sign for sign, hidden in SIGNS.items()})
PRINTED = {**TYPED, ord(SIGNS["'"]): "’", 0xE005: "-", 0xE006: ",", 0xE007: " "}
"""What they are printed as, and those that are hidden in numbers."""
TWO_STOPS = re.compile(r"(?<![.…])\.\.(?!\.)")
PHRASES: Mapping[str, Callable[[Content], Phrase]] = {
    "em": Emphasis, "i": Emphasis, "strong": Strong, "b": Strong, "sup": Superscript, "sub": Subscript,
}  # fmt: skip
NO_BREAK = "\N{NO-BREAK SPACE}"
"""Pandoc's after "pp.", which nobody types who looks for it."""


def notes_of(page: HtmlElement, notes: Sequence[Note]) -> Mapping[str, Content]:
    """The notes of a page that pandoc wrote, by their numbers."""
    citing = [note for note in notes if note.closing]
    items = page.xpath("//section[@role='doc-endnotes']//li/p")
    return {
        note.number: reference(item, [citation.key for citation in note.closing])
        for note, item in zip(citing, items, strict=True)
    }


def list_of(page: HtmlElement) -> Mapping[str, Content]:
    """The list of sources of a page that pandoc wrote, by their keys."""
    entries = page.xpath("//div[@role='listitem']")
    keys = (str(entry.get("id")).removeprefix("ref-") for entry in entries)
    return {key: reference(entry, [key]) for key, entry in zip(keys, entries, strict=True)}


def reference(element: HtmlElement, keys: Sequence[str]) -> Content:
    """A reference, in which each title marked by OPEN and CLOSE names the next of the sources of `keys`."""
    return trimmed(content(element, iter(keys)))


def content(element: HtmlElement, keys: Iterator[str]) -> Content:
    """The inlines in an element; a title that is not closed ends with it."""
    inlines: list[Inline] = []
    opened: list[Inline] | None = None
    for part in parts(element, keys):
        if part == Text(OPEN):
            opened = []
        elif part == Text(CLOSE):
            inlines += titled(opened, keys)
            opened = None
        else:
            (inlines if opened is None else opened).append(part)
    return tuple([*inlines, *titled(opened, keys)])


def titled(opened: Sequence[Inline] | None, keys: Iterator[str]) -> Sequence[Inline]:
    return [] if opened is None else [SourceTitle(tuple(opened), next(keys))]


def parts(element: HtmlElement, keys: Iterator[str]) -> Iterator[Inline]:
    """The text and the emphasis in an element; other elements are as their text, but for the way back from a note and
    the number in a list, which means nothing where a source is cited alone."""
    yield from texts(element.text)
    for child in element:
        if child.tag in PHRASES:
            yield PHRASES[str(child.tag)](content(child, keys))
        elif child.get("role") != "doc-backlink" and child.get("class") != "csl-left-margin":
            yield from parts(child, keys)
        yield from texts(child.tail)


def texts(typed: str | None) -> Iterator[Text]:
    """A text in pieces: the signs around titles, and what stands between them."""
    words = (typed or "").replace(NO_BREAK, " ").translate(PRINTED)
    words = TWO_STOPS.sub(".", words)
    yield from (Text(piece) for piece in re.split(f"([{OPEN}{CLOSE}])", words) if piece)


def trimmed(content: Content) -> Content:
    """The text without blanks at its start and end, pieces that follow each other as one."""
    inlines = list(joined(content))
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if isinstance(end := inlines[at], Text):
            inlines[at] = Text(strip(end.words))
    return tuple(part for part in inlines if part != Text(""))
