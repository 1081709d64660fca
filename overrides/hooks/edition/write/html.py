"""Writes running text as HTML of the simplest elements, which word processors keep."""

from collections.abc import Callable
from html import escape

from markupsafe import Markup

from edition.inline import Break, Code, Content, Emphasis, Inline, Link, NoteMark, Strong, Text
from edition.markup import as_markup

AddressOf = Callable[[Link], str]
"""Says where a link leads, seen from where the text is taken to."""


def passage(content: Content, address_of: AddressOf) -> Markup:
    """A text on one line, with its notes' numbers in `sup` and its emphasis in `i`."""
    return Markup(" ").join(inlines(content, address_of).split())


def inlines(content: Content, address_of: AddressOf) -> Markup:
    return Markup("").join(inline(part, address_of) for part in content)


def inline(part: Inline, address_of: AddressOf) -> Markup:
    match part:
        case Text():
            return text(part.words)
        case Code():
            return Markup("<code>{}</code>").format(text(part.words))
        case Emphasis():
            return Markup("<i>{}</i>").format(inlines(part.content, address_of))
        case Strong():
            return Markup("<strong>{}</strong>").format(inlines(part.content, address_of))
        case Link():
            words = inlines(part.content, address_of)
            return Markup('<a href="{}">{}</a>').format(address_of(part), words)
        case NoteMark():
            return Markup("<sup>{}</sup>").format(part.number)
        case Break():
            return Markup("<br>") if part.is_hard else Markup(" ")


def text(words: str) -> Markup:
    """Words as HTML; quotation marks stand as they are, since no attribute holds them."""
    return as_markup(escape(words, quote=False))
