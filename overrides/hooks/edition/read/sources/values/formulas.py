"""Reads simple formulas of TeX as running text: letters, figures, signs, and what is raised or lowered."""

import re
from collections.abc import Mapping

from edition.model.inline import Content, Emphasis, Inline, Subscript, Superscript, Text, joined
from edition.read.sources.cursor import Cursor
from edition.read.sources.values.accents import ACCENTS, FORMULA_SIGNS, accented

COMMAND = re.compile(r"\\([A-Za-z]+|[^A-Za-z])\s*")
LETTERS = re.compile(r"[^\W\d_]+")
OTHERS = re.compile(r"[^\\{}^_&#%]")
SCRIPTS: Mapping[str, type[Superscript] | type[Subscript]] = {"^": Superscript, "_": Subscript}
UPRIGHT = {"mathrm", "text", "textrm", "mathsf", "operatorname", "mbox", "ensuremath", "textnormal"}
RAISED_ALREADY = ("°", "′", "†", "∗", "⋆")
"""Signs that stand high in a line of text, so that raising them would be too much."""


def read_formula(text: str) -> Content:
    """A formula without its dollar signs. Raises ValueError where it is no simple one."""
    return FormulaReader(text.strip()).content()


class FormulaReader(Cursor):
    """Reads a formula; each method raises ValueError where it is no simple one."""

    def content(self, close: str = "") -> Content:
        inlines: list[Inline] = []
        while self.sign != close:
            if not self.sign:
                raise ValueError("not closed")
            inlines += self.piece()
        return joined(tuple(inlines))

    def piece(self) -> Content:
        if letters := self.taken(LETTERS):
            return (Emphasis((Text(letters[0]),)),) if letters[0].isascii() else (Text(letters[0]),)
        if self.sign in SCRIPTS:
            return self.script()
        if self.sign == "{":
            return self.group()
        if command := self.taken(COMMAND):
            return self.command(command[1])
        if sign := self.taken(OTHERS):
            return (Text({"-": "−", "~": " ", "'": "′"}.get(sign[0], sign[0])),)
        raise ValueError("no simple formula")

    def script(self) -> Content:
        """What is raised or lowered: a group, a command, or the next sign alone."""
        phrase = SCRIPTS[self.sign]
        self.at += 1
        held = self.argument()
        is_raised_already = phrase is Superscript and held in [(Text(s),) for s in RAISED_ALREADY]
        return held if is_raised_already else (phrase(upright(held)),)

    def argument(self) -> Content:
        self.blanks()
        if self.sign == "{":
            return self.group()
        if command := self.taken(COMMAND):
            return self.command(command[1])
        self.at += 1
        return (Text(self.text[self.at - 1 : self.at]),)

    def group(self) -> Content:
        self.at += 1
        held = self.content("}")
        self.at += 1
        return held

    def command(self, name: str) -> Content:
        if name in FORMULA_SIGNS:
            return (Text(FORMULA_SIGNS[name]),)
        if name in UPRIGHT:
            return upright(self.argument())
        if name in ACCENTS and (words := "".join(map(words_of, self.argument()))):
            return (Text(accented(name, words)),)
        raise ValueError(f"\\{name}")


def upright(content: Content) -> Content:
    """The text with no emphasis around its letters."""
    flat = (part.content if isinstance(part, Emphasis) else (part,) for part in content)
    return joined(tuple(inline for parts in flat for inline in parts))


def words_of(part: Inline) -> str:
    """The words of a letter. Raises ValueError where an accent stands over more than letters."""
    if isinstance(part, Emphasis):
        return "".join(map(words_of, part.content))
    if isinstance(part, Text):
        return part.words
    raise ValueError("an accent over a script")
