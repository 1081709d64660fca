"""Running text as data: a small tree of inlines, from which writers make every form of it.

A sentence stands on a line of its own, so the sentences of a text are what stands between its breaks.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Text:
    """Words, as a reader has them."""

    words: str


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
        return self.address.partition("#")[0]

    @property
    def fragment(self) -> str:
        return self.address.partition("#")[2]


@dataclass(frozen=True)
class NoteMark:
    """The mark of a note: as typed, then the note's number, and which of the note's marks it is, from 1."""

    typed: str
    number: str = ""
    occurrence: int = 1


@dataclass(frozen=True)
class Break:
    """The end of a line; a hard one also ends the line that readers see."""

    is_hard: bool = False


Inline = Text | Code | Emphasis | Strong | Link | NoteMark | Break
Content = tuple[Inline, ...]


def words(content: Content) -> str:
    """The words alone, without note marks; a break is a blank."""
    return "".join(map(own_words, content))


def own_words(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.words
        case Emphasis() | Strong() | Link():
            return words(inline.content)
        case Break():
            return " "
        case NoteMark():
            return ""


def plain(content: Content) -> str:
    """Plain text: the words alone, with single blanks between them."""
    return " ".join(words(content).split())


def lines(content: Content) -> tuple[Content, ...]:
    """The text line by line; what a break divides, such as an emphasis, stands on both lines."""
    found: list[list[Inline]] = [[]]
    for inline in content:
        if isinstance(inline, Break):
            found.append([])
        elif isinstance(inline, Emphasis | Strong | Link):
            first, *others = (replace(inline, content=line) for line in lines(inline.content))
            found[-1].append(first)
            found += [[other] for other in others]
        else:
            found[-1].append(inline)
    return tuple(tuple(line) for line in found)


def sentences(content: Content) -> tuple[str, ...]:
    """The sentences of a text as plain text."""
    return tuple(filter(None, map(plain, lines(content))))


def links(content: Content) -> Iterator[Link]:
    """The links in a text, in order."""
    for inline in content:
        if isinstance(inline, Link):
            yield inline
        elif isinstance(inline, Emphasis | Strong):
            yield from links(inline.content)


def note_marks(content: Content) -> Iterator[NoteMark]:
    """The note marks in a text, in order."""
    for inline in content:
        if isinstance(inline, NoteMark):
            yield inline
        elif isinstance(inline, Emphasis | Strong):
            yield from note_marks(inline.content)


def parts(content: Content) -> list[Content]:
    """What stands between the breaks that divide nothing; together with these breaks it is the whole."""
    found: list[list[Inline]] = [[]]
    for inline in content:
        if isinstance(inline, Break):
            found.append([])
        else:
            found[-1].append(inline)
    return [tuple(part) for part in found]


def changed(content: Content, change: Callable[[Inline], Iterable[Inline]]) -> Content:
    """The text with each leaf outside links as `change` makes it, in the order of the text."""

    def one(inline: Inline) -> Iterable[Inline]:
        if isinstance(inline, Emphasis | Strong):
            return [replace(inline, content=changed(inline.content, change))]
        return [inline] if isinstance(inline, Link) else change(inline)

    return tuple(new for inline in content for new in one(inline))
