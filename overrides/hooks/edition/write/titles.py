"""Where a title in large letters is not divided at a line's end."""

import re

from markupsafe import Markup

from edition.write.markup import element

COMPOUND = re.compile(r"(\w+–\w+ [A-Z]\w*)")
"""A name that an en dash joins to one of two words: `Quay–Old Harbour`."""
NO_BREAK = "\u00a0"


def unbroken(title: str, name: str) -> Markup:
    """A title as HTML in which no line ends within a compound, at whose dash browsers would divide it, or within
    `name`."""
    parts = COMPOUND.split(title.replace(name, joined(name)))
    pieces = (
        element("span", joined(part), class_="joined") if at % 2 else part
        for at, part in enumerate(parts)
    )
    return Markup("").join(pieces)


def joined(words: str) -> str:
    return words.replace(" ", NO_BREAK)
