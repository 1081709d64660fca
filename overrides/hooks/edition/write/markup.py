"""Markup as a type of its own, which writers make.

Whatever is no `Markup` is words, and is escaped where it meets markup: here, in `Markup.format` and `join`, and in the
templates. An f-string of markup is words again.
"""

from markupsafe import Markup


def as_markup(html: str) -> Markup:
    """HTML that a program made of words that it escaped: Jinja, lxml, ElementTree, or a writer of ours. Nothing that
    people write comes here."""
    return Markup(html)  # noqa: S704 the one place in which a text becomes markup


def element(tag: str, content: str, **attributes: str) -> Markup:
    """An HTML element; its content is words unless it is markup, and the values of its attributes always are.

    A trailing or inner underscore in a name is a hyphen or nothing: `class_`, `aria_label`.
    """
    return Markup("{}{}</{}>").format(opening(tag, **attributes), content, tag)


def filled(sentence: str, **parts: str) -> Markup:
    """A sentence of ours with its fields filled; parts that are markup are not escaped again."""
    return Markup.escape(sentence).format(**parts)


def opening(tag: str, **attributes: str) -> Markup:
    """The start of an element."""
    named = (
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), str(value))
        for name, value in attributes.items()
    )
    return Markup("<{}{}>").format(tag, Markup("").join(named))
