"""Writes running text as HTML."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from edition.inline import (
    Break,
    Cite,
    Code,
    Content,
    Emphasis,
    Inline,
    Link,
    NoteMark,
    SourceTitle,
    Strong,
    Text,
)
from edition.markup import as_markup, element
from edition.model import Source
from edition.words import Words


def text(words: str) -> Markup:
    """Words as HTML; quotation marks stand as they are, since no attribute holds them."""
    return as_markup(escape(words, quote=False))


def words_alone(part: Link | SourceTitle, words: Markup) -> Markup:
    """Words that lead nowhere."""
    return words


def linked(part: Link, words: Markup) -> Markup:
    """A link to its address as it stands."""
    return element("a", words, href=part.address)


@dataclass(frozen=True)
class Html:
    """A way to write running text: what becomes of links and of the titles of sources, in which elements emphasis and
    titles of works stand, and how plain words are written."""

    link: Callable[[Link, Markup], Markup] = words_alone
    source_title: Callable[[SourceTitle, Markup], Markup] = words_alone
    emphasis: str = "em"
    cite: str = "cite"
    text: Callable[[str], Markup] = text

    def write(self, content: Content) -> Markup:
        return Markup("").join(map(self.inline, content))

    def one_line(self, content: Content) -> Markup:
        """The text with single blanks between its words."""
        return Markup(" ").join(self.write(content).split())

    def inline(self, part: Inline) -> Markup:
        match part:
            case Text():
                return self.text(part.words)
            case Code():
                return element("code", self.text(part.words))
            case Emphasis():
                return element(self.emphasis, self.write(part.content))
            case Strong():
                return element("strong", self.write(part.content))
            case Cite():
                return element(self.cite, self.write(part.content))
            case SourceTitle():
                return self.source_title(part, self.write(part.content))
            case Link():
                return self.link(part, self.write(part.content))
            case NoteMark():
                return element("sup", text(part.number))
            case Break():
                return Markup("<br>") if part.is_hard else Markup(" ")


WORDS = Html()
"""On pages, without links."""
COPIED = Html(link=linked, emphasis="i", cite="i")
"""As word processors keep it: they lose titles in `cite` and `em`."""


def cited_address(part: Link, words: Markup) -> Markup:
    """The words of a citation that lead to what is cited."""
    return element("a", words, class_="cited-address", href=part.address)


CITED = Html(link=cited_address)
"""A citation of the edition, on pages."""


def language_of(source: Source, words: Words) -> dict[str, str]:
    """The attribute that says the language of a source's title, where it is not the edition's (WCAG 3.1.2)."""
    tag = source.title_language
    return {} if tag == words.language.tag else {"lang": tag}
