"""Writes running text as HTML."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape

from markupsafe import Markup

from edition.model import Block, Edition, Heading, Page, Source
from edition.model.inline import (
    Break,
    Cite,
    Code,
    Content,
    Emphasis,
    Inline,
    InPlace,
    Link,
    NoteMark,
    SourceTitle,
    Strong,
    Subscript,
    Superscript,
    Text,
    without_titles,
)
from edition.model.languages import ForeignNames
from edition.words import Words
from edition.write.markup import as_markup, element


def text(words: str) -> Markup:
    """Words as HTML; quotation marks stand as they are, since no attribute holds them."""
    return as_markup(escape(words, quote=False))


def words_alone(part: Link, words: Markup) -> Markup:
    """The words of a link, without the link."""
    return words


def linked(part: Link, words: Markup) -> Markup:
    """A link to its address as it stands."""
    return element("a", words, href=part.address)


def in_place(edition: Edition, page: Page) -> Callable[[Link, Markup], Markup]:
    """Writes a link of a page with an address that holds wherever the text is read."""
    return lambda part, words: element("a", words, href=edition.address_of(page, part))


def title_alone(part: SourceTitle, html: "Html") -> Markup:
    """The words of a title."""
    return html.write(part.content)


def number_alone(part: NoteMark) -> Markup:
    """A note's number, raised, with a comma where another follows."""
    return element("sup", text(f"{part.number},") if part.is_followed else text(part.number))


@dataclass(frozen=True)
class Html:
    """A way to write running text: what becomes of links, of the titles of sources and of citations in notes, in which
    elements emphasis and titles of works stand, and how plain words are written."""

    link: Callable[[Link, Markup], Markup] = words_alone
    source_title: "TitleWriter" = title_alone
    mark: Callable[[NoteMark], Markup] = number_alone
    in_place: Callable[[Markup], Markup] = Markup
    emphasis: str = "em"
    cite: str = "cite"
    text: Callable[[str], Markup] = text

    def in_one_language(self, content: Content, attributes: Mapping[str, str]) -> Markup:
        """The text of an element: where `attributes` give its language, no part of the text gives it again."""
        return (replace(self, text=text) if "lang" in attributes else self).write(content)

    def write(self, content: Content) -> Markup:
        whole = without_titles(content) if self.source_title is title_alone else content
        return Markup("").join(map(self.inline, whole))

    def one_line(self, content: Content) -> Markup:
        """The text with single blanks between its words."""
        return Markup(" ").join(self.write(content).split())

    def block(self, block: Heading | Block) -> Markup:
        """A block, with the blocks in it; the items of a tight list hold their text without paragraphs."""
        if isinstance(block, Heading):
            return element(f"h{block.level}", self.text(block.title), id=block.id)
        held = Markup("").join([self.write(block.content), *map(self.block, block.blocks)])
        return element(block.element, held, **dict(block.attributes)) if block.element else held

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
            case Superscript():
                return element("sup", self.write(part.content))
            case Subscript():
                return element("sub", self.write(part.content))
            case Cite():
                return element(self.cite, self.write(part.content))
            case SourceTitle():
                return self.source_title(part, self)
            case Link():
                return self.link(part, self.write(part.content))
            case NoteMark():
                return self.mark(part)
            case InPlace():
                return self.in_place(self.write(part.content))
            case Break():
                return Markup("<br>") if part.is_hard else Markup(" ")


COPIED = Html(link=linked, emphasis="i", cite="i")
"""As word processors keep it: they lose titles in `cite` and `em`."""


TitleWriter = Callable[[SourceTitle, Html], Markup]
"""Writes the title of a source, by the way in which the text around it is written."""


def title_links(attributes: Callable[[SourceTitle], Mapping[str, str]]) -> TitleWriter:
    """Writes each title as a link with these attributes; without an address among them, as no link."""

    def linked(part: SourceTitle, html: Html) -> Markup:
        own = {name: value for name, value in attributes(part).items() if value}
        tag = "a" if "href" in own else "span"
        return element(tag, html.in_one_language(part.content, own), **own)

    return linked


def spoken(foreign: ForeignNames) -> Callable[[str], Markup]:
    """Writes words so that each stretch that is not in the edition's language says its own (WCAG 3.1.2)."""

    def piece(words: str, language: str) -> Markup:
        return (
            text(words) if language == foreign.own else element("span", text(words), lang=language)
        )

    return lambda words: Markup("").join(piece(*stretch) for stretch in foreign.pieces(words))


def cited_address(part: Link, words: Markup) -> Markup:
    """The words of a citation that lead to what is cited."""
    return element("a", words, class_="cited-address", href=part.address)


CITED = Html(link=cited_address)
"""A citation of the edition, on pages."""


def language_of(source: Source, words: Words) -> dict[str, str]:
    """The attribute that says the language of a source's title, where it is not the edition's (WCAG 3.1.2)."""
    tag = source.title_language
    return {} if tag == words.language.tag else {"lang": tag}
