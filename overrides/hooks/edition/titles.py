"""Where a title in large letters is not divided at a line's end."""

import re

from markupsafe import Markup

from edition.markup import element

COMPOUND = re.compile(r"(\w+–\w+ [A-Z]\w*)")
"""A name that an en dash joins to one of two words: `Quay–Old Harbour`."""
NO_BREAK = "\u00a0"


def unbroken(title: str, name: str) -> Markup:
    """A title as HTML in which a compound is one piece, and a name that it holds goes on with no-break spaces."""
    parts = COMPOUND.split(title.replace(name, name.replace(" ", NO_BREAK)))
    pieces = (element("span", p, class_="joined") if at % 2 else p for at, p in enumerate(parts))
    return Markup("").join(pieces)
