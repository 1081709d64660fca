"""Reads TeX as running text: accents and signs as Unicode, emphasis and raised or lowered words as inlines.

A command that is not known is a fault, by its name: what it would print is lost, and none of it may reach readers.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from edition.model import inline
from edition.model.inline import (
    Code,
    Content,
    Emphasis,
    Inline,
    Strong,
    Subscript,
    Superscript,
    Text,
    joined,
)
from edition.read.sources.cursor import Cursor
from edition.read.sources.values.accents import ACCENTS, SIGNS, accented
from edition.read.sources.values.formulas import read_formula

TEX = re.compile(r"[\\{}$~`\n\t]|  |--|''|,,")
"""What TeX reads otherwise than it stands: all else is plain text already, and most fields are no more."""
COMMAND = re.compile(r"\\([A-Za-z]+\*?|[^A-Za-z])")
PLAIN = re.compile(r"[^\\{}$~`'\-,!?\"]+|.", re.DOTALL)
LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", ",,": "„", "!`": "¡", "?`": "¿", "`": "‘", "~": "\u00a0",
}  # fmt: skip
GERMAN = {'"`': "„", "\"'": "“"}
"""Quotation marks as German is typed in TeX."""
LIGATURE = re.compile("|".join(map(re.escape, LIGATURES)))
FORMULA = re.compile(r"(?s)\$([^$]+)\$|\\\((.*?)\\\)")
EITHER = re.compile(r"\\ifmmode.*?\\else(.*?)\\fi\b")
"""What the ADS writes for an accent: what stands for formulas, and what for text."""

Phrase = Callable[[Content], Inline]
PHRASES: Mapping[str, Phrase] = {
    "emph": Emphasis, "textit": Emphasis, "textsl": Emphasis, "mkbibemph": Emphasis, "mkbibitalic": Emphasis,
    "textbf": Strong, "mkbibbold": Strong, "textsuperscript": Superscript, "textsubscript": Subscript,
}  # fmt: skip
SWITCHES: Mapping[str, Phrase] = {
    "em": Emphasis, "it": Emphasis, "itshape": Emphasis, "sl": Emphasis, "slshape": Emphasis, "bf": Strong,
    "bfseries": Strong,
}  # fmt: skip
"""Commands that hold up to the end of their group."""
PASSING = {
    "textrm", "textnormal", "textup", "textmd", "text", "mbox", "hbox", "ensuremath", "textlatin", "rm", "rmfamily",
    "normalfont", "upshape", "mdseries", "normalsize",
}  # fmt: skip
"""Commands that leave the words as they are."""
MONOSPACED = {"texttt", "tt", "ttfamily"}
QUOTES = {"enquote", "enquote*", "mkbibquote", "textquote"}
ADDRESSES = {"url", "nolinkurl", "path"}
ESCAPED = re.compile(r"\\([%&_#$~{}])(?:\{\})?|\{?\\textasciitilde(?:\{\})?\}?")
REMEDIES = {
    "{": "write a round or square bracket instead",
    "}": "write a round or square bracket instead",
    "textbackslash": "write a slash, or words, instead",
    "\\": "write a blank instead of the end of the line",
    "par": "write a blank instead of the end of the paragraph",
    "textsc": "write the words without it",
    "noopsort": "delete it with its words, which order entries alone",
    "cite": "name the work in words",
}


@dataclass(frozen=True)
class Fault:
    """What cannot be read, and the remedy."""

    what: str
    remedy: str


def read_tex(text: str) -> tuple[Content, list[Fault]]:
    """Running text, and what of it cannot be read."""
    if not TEX.search(text):
        return inline.text(text), []
    reader = TexReader(EITHER.sub(r"\1", re.sub(r"[ \t\n]+", " ", text)))
    return reader.content(), reader.faults


def plain_address(text: str) -> str:
    r"""An address that was escaped for TeX, `a\_b`, as it is."""
    return ESCAPED.sub(lambda escaped: escaped[1] or "~", text)


class TexReader(Cursor):
    """Reads a field; what cannot be read is left out, and a fault."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.faults: list[Fault] = []
        self.closes = [""]
        """The sign that ends each group that is open, the whole text first."""
        self.quotes = 0

    def content(self) -> Content:
        """What stands here up to the end of the group."""
        inlines: list[Inline] = []
        while self.sign and self.sign != self.closes[-1]:
            inlines += self.piece()
        return joined(tuple(inlines))

    def piece(self) -> Content:
        """The next group, formula, command, ligature or run of words."""
        if self.sign == "{":
            return self.group()
        if formula := self.taken(FORMULA):
            return self.formula(formula[0], formula[1] or formula[2])
        if command := self.taken(COMMAND):
            return self.command(command[1])
        if '"`' in self.text and (sign := GERMAN.get(self.text[self.at : self.at + 2])):
            self.at += 2
            return (Text(sign),)
        if ligature := self.taken(LIGATURE):
            return (Text(LIGATURES[ligature[0]]),)
        words = self.taken(PLAIN)
        is_closing_quote = words is not None and words[0] == "'" and "`" in self.text
        return (Text("’"),) if is_closing_quote else inline.text(words[0] if words else "")

    def group(self) -> Content:
        """What a pair of braces holds."""
        self.at += 1
        self.closes.append("}")
        held = self.content()
        self.closes.pop()
        self.at += 1
        return held

    def formula(self, typed: str, text: str) -> Content:
        try:
            return read_formula(text)
        except ValueError:
            self.report(f"the formula '{typed}'", "write it in words, or in Unicode")
            return ()

    # Commands

    def command(self, name: str) -> Content:
        """What a command prints."""
        if name.isalpha():
            self.blanks()
        if name in ACCENTS:
            return self.accent(name)
        if name in SIGNS:
            return self.letter(SIGNS[name])
        if name in SWITCHES:
            return (SWITCHES[name](self.content()),)
        return self.with_argument(name)

    def with_argument(self, name: str) -> Content:
        """What a command prints that is followed by what it is about."""
        if name in PHRASES:
            return (PHRASES[name](self.argument()),)
        if name in MONOSPACED:
            held = self.argument() if name == "texttt" else self.content()
            return (Code(inline.words(held)),)
        if name in QUOTES:
            return self.quoted()
        if name in ADDRESSES:
            return inline.text(plain_address(self.verbatim()))
        if name == "symbol":
            return self.numbered()
        if name == "discretionary":
            return [self.argument() for _ in range(3)][2]
        if name == "href":
            return self.link()
        return () if name in PASSING else self.unknown(name)

    def unknown(self, name: str) -> Content:
        """A command of another name, whose words are read on."""
        remedy = "write in Unicode what it prints, or take it out"
        self.report(f"the command '\\{name}'", REMEDIES.get(name, remedy))
        return ()

    def report(self, what: str, remedy: str) -> None:
        self.faults.append(Fault(what, remedy))

    def letter(self, sign: str) -> Content:
        """A sign, and the empty braces that end its command."""
        if self.text.startswith("{}", self.at):
            self.at += 2
        return inline.text(sign)

    def accent(self, name: str) -> Content:
        """A letter with an accent; an accent with none is the sign itself, so far as it is one."""
        words = inline.words(self.argument())
        if words.strip():
            return (Text(accented(name, words.strip())),)
        if name in "~^":
            return (Text(name),)
        self.report(
            f"the accent '\\{name}' without a letter",
            "write the letter with its accent, or take it out",
        )
        return ()

    def argument(self) -> Content:
        """What a command is about: a group, another command or the next sign."""
        self.blanks()
        if self.sign in ("", self.closes[-1]):
            return ()
        if self.sign == "{":
            return self.group()
        if command := self.taken(COMMAND):
            return self.command(command[1])
        self.at += 1
        return inline.text(self.text[self.at - 1 : self.at])

    def verbatim(self) -> str:
        """What a command is about, as it stands."""
        self.blanks()
        return self.within_braces() or ""

    def quoted(self) -> Content:
        """Words in quotation marks; within others, single ones."""
        first, last = ("“", "”") if self.quotes % 2 == 0 else ("‘", "’")
        self.quotes += 1
        held = self.argument()
        self.quotes -= 1
        return joined((Text(first), *held, Text(last)))

    def numbered(self) -> Content:
        """The sign that a number stands for, as `\\symbol{126}`."""
        number = self.verbatim()
        return inline.text(chr(int(number))) if number.isdigit() and 32 <= int(number) < 127 else ()

    def link(self) -> Content:
        """The words of a link, which a field cannot hold."""
        address, held = plain_address(self.verbatim()), self.argument()
        text = inline.words(held).strip()
        words = f"write '{text}', and the address" if text else "write the address"
        self.report("the command '\\href'", f"{words} in 'url = {{{address}}}'")
        return held
