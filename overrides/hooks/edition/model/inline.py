"""Running text as data: a small tree of inlines, from which writers make every form of it.

A sentence stands on a line of its own, so the sentences of a text are what stands between its breaks.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from string import Formatter
from urllib.parse import unquote

from edition.model.locators import Citation


@dataclass(frozen=True)
class Text:
    """Words, as a reader has them; a sign that was escaped, such as `\\@`, stands alone and opens no markup."""

    words: str
    is_escaped: bool = False


@dataclass(frozen=True)
class Code:
    """Words set as code."""

    words: str


@dataclass(frozen=True)
class Emphasis:
    content: "Content"


@dataclass(frozen=True)
class Strong:
    content: "Content"


@dataclass(frozen=True)
class Superscript:
    content: "Content"


@dataclass(frozen=True)
class Subscript:
    content: "Content"


@dataclass(frozen=True)
class Cite:
    """The title of a work that stands alone."""

    content: "Content"


@dataclass(frozen=True)
class SourceTitle:
    """The words that name a source in a reference, with its citation key."""

    content: "Content"
    key: str


@dataclass(frozen=True)
class Link:
    """A link in a page: its words, the address as typed, the line on which it ends, and its title, if it has one."""

    content: "Content"
    address: str
    line: int
    title: str = ""

    @property
    def text(self) -> str:
        """Its words as typed, their blanks kept."""
        return words(self.content)

    @property
    def is_external(self) -> bool:
        return re.match(r"[a-zA-Z][\w+.-]*:", self.address) is not None

    @property
    def file(self) -> str:
        """The page it leads to, empty for the page itself."""
        return unquote(self.address.partition("#")[0])

    @property
    def fragment(self) -> str:
        """The id it leads to there; empty for the page as a whole."""
        return unquote(self.address.partition("#")[2])


@dataclass(frozen=True)
class NoteMark:
    """The mark of a note: as typed, with all that goes where a figure takes its place, then the note's number, and
    which of the note's marks it is, from 1."""

    typed: str
    number: str = ""
    occurrence: int = 1
    is_followed: bool = False
    """Whether another mark follows at once, so that a comma has to part the two figures."""

    @property
    def mark_id(self) -> str:
        """Identifies this mark among the note's marks: `5` for the first, `5-2` for the second."""
        return f"{self.number}-{self.occurrence}" if self.occurrence > 1 else self.number


@dataclass(frozen=True)
class InPlace:
    """Citations in a note, which are printed where they stand: as typed, their line, and their words, once the sources
    are known."""

    typed: str
    citations: tuple[Citation, ...]
    line: int = 0
    content: "Content" = ()


@dataclass(frozen=True)
class Break:
    """The end of a line; a hard one also ends the line that readers see."""

    is_hard: bool = False


Phrase = Emphasis | Strong | Superscript | Subscript | Cite | SourceTitle
"""An inline that holds others and is no link."""
Inline = Text | Code | Phrase | Link | NoteMark | InPlace | Break
Content = tuple[Inline, ...]


def text(words: str) -> Content:
    """Words alone as running text."""
    return (Text(words),) if words else ()


def filled(form: str, **parts: Content) -> Content:
    """A form, such as `{title} of {year}`, with running text for its named fields."""
    fields = Formatter().parse(form)
    pieces = ((*text(words), *(parts[name] if name else ())) for words, name, _, _ in fields)
    return tuple(inline for piece in pieces for inline in piece)


def without_end(content: Content, end: str) -> Content:
    """A text without these words at its end, if it ends with them outside all markup."""
    last = content[-1] if content else None
    return (
        (*content[:-1], *text(last.words.removesuffix(end))) if isinstance(last, Text) else content
    )


def words(content: Content) -> str:
    """The words alone, without note marks; a break is a blank."""
    return "".join(map(own_words, content))


def own_words(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.words
        case Break():
            return " "
        case NoteMark():
            return ""
        case _:
            return words(inline.content)


def plain(content: Content) -> str:
    """Plain text: the words alone, with single blanks between them."""
    return " ".join(words(content).split())


def lines(content: Content) -> tuple[Content, ...]:
    """The text line by line; what a break divides, such as an emphasis, stands on both lines."""
    result: list[list[Inline]] = [[]]
    for inline in content:
        if isinstance(inline, Break):
            result.append([])
        elif isinstance(inline, Phrase | Link):
            first, *rest = (replace(inline, content=line) for line in lines(inline.content))
            result[-1].append(first)
            result += [[line] for line in rest]
        else:
            result[-1].append(inline)
    return tuple(tuple(line) for line in result)


def sentences(content: Content) -> tuple[str, ...]:
    """The sentences of a text as plain text."""
    return tuple(filter(None, map(plain, lines(content))))


def links(content: Content) -> Iterator[Link]:
    """The links in a text, in order."""
    for inline in content:
        if isinstance(inline, Link):
            yield inline
        elif isinstance(inline, Phrase):
            yield from links(inline.content)


def note_marks(content: Content) -> Iterator[NoteMark]:
    """The note marks in a text, in order."""
    for inline in content:
        if isinstance(inline, NoteMark):
            yield inline
        elif isinstance(inline, Phrase):
            yield from note_marks(inline.content)


def in_places(content: Content) -> Iterator[InPlace]:
    """The citations that are printed where they stand in a text, in order."""
    for inline in content:
        if isinstance(inline, InPlace):
            yield inline
        elif isinstance(inline, Phrase):
            yield from in_places(inline.content)


def changed(content: Content, change: Callable[[Inline], Iterable[Inline]]) -> Content:
    """The text with each leaf outside links as `change` makes it, in the order of the text."""

    def changed_inline(inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, Phrase):
            return [replace(inline, content=changed(inline.content, change))]
        return [inline] if isinstance(inline, Link) else change(inline)

    return tuple(new for inline in content for new in changed_inline(inline))


def joined(content: Content) -> Content:
    """The text with adjacent words merged."""
    result: list[Inline] = []
    for inline in content:
        if isinstance(inline, Text) and result and isinstance(result[-1], Text):
            result[-1] = Text(result[-1].words + inline.words)
        else:
            result.append(inline)
    return tuple(result)


def without_titles(content: Content) -> Content:
    """The text with the titles of sources as plain inlines."""
    pieces = (part.content if isinstance(part, SourceTitle) else (part,) for part in content)
    return joined(tuple(inline for piece in pieces for inline in piece))


def source_titles(content: Content) -> Iterator[SourceTitle]:
    """The titles of sources in a text, in order."""
    for inline in content:
        if isinstance(inline, SourceTitle):
            yield inline
        elif isinstance(inline, Phrase | Link | InPlace):
            yield from source_titles(inline.content)


def with_title_links(content: Content, address_of: Callable[[str], str]) -> Content:
    """The text with each title of a source as a link; `address_of` says where, by the citation key."""

    def linked(inline: Inline) -> Inline:
        match inline:
            case SourceTitle():
                return Link(inline.content, address_of(inline.key), 0)
            case Emphasis() | Strong() | Superscript() | Subscript() | Cite() | InPlace():
                return replace(inline, content=with_title_links(inline.content, address_of))
            case _:
                return inline

    return tuple(map(linked, content))
