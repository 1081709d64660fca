r"""TeX for LaTeX and for reference managers: what a bibliography holds, in the commands that Zotero knows as well.

Of markup it knows `\textit`, `\textbf`, and raised or lowered words as a formula has them; of signs few, and Unicode.
"""

import re
from collections.abc import Mapping

from edition.model.inline import Emphasis, Strong, Subscript, Superscript
from edition.read.sources.cursor import Cursor
from edition.read.sources.values.accents import SIGNS
from edition.read.sources.values.tex import (
    COMMAND,
    FORMULA,
    MONOSPACED,
    PASSING,
    PHRASES,
    QUOTES,
    SWITCHES,
)

LATIN = re.compile(r"[\x00-\u017F\u01CD-\u01D4‐‑–—‘’‚“”„†‡•…‹›€™−]*")
"""Text that pdfLaTeX can set, whatever the fonts."""
WORDS = re.compile(r"[^\\{}$]+|.", re.DOTALL)
LETTER = re.compile(r"[^\\{}\s]")
SIMPLE = re.compile(r"[^\\{}$]+")
SWITCH = re.compile(r"\s*\\([A-Za-z]+)(?![A-Za-z])\s*")
BLANK = re.compile(r"[ \t\n]*(?:\{\})?")
"""What ends the name of a command, and prints nothing."""
STAYING = frozenset("&%$#_ \n-/@")
"""Commands that stay as they are: their signs mean something else without the backslash, or they print none."""
UNSAFE = frozenset("<>|~^")
"""Signs that pdfLaTeX sets as others."""
INNER = str.maketrans("“”", "‘’")
PLAIN_SWITCHES = PASSING | MONOSPACED


def for_programs(tex: str) -> str:
    """TeX with the same words and the same markup, in commands that LaTeX, biber, pandoc and Zotero know alike."""
    return TexRewriter(tex).written() if "\\" in tex else tex


class TexRewriter(Cursor):
    """Reads TeX from start to end, and writes it anew."""

    def written(self) -> str:
        """All of it."""
        parts = []
        while self.sign:
            parts.append(self.piece())
        return "".join(parts)

    def piece(self) -> str:
        """The next formula, group or command, or a run of words."""
        if formula := self.taken(FORMULA):
            return formula[0]
        if self.sign == "{" and (held := self.within_braces()) is not None:
            return group(held)
        if command := self.taken(COMMAND):
            return self.command(command[1])
        words = self.taken(WORDS)
        return words[0] if words else ""

    def command(self, name: str) -> str:
        """A command with what it is about."""
        if name in PHRASES and (held := self.argument()) is not None:
            return phrase(name, for_programs(held))
        if name in QUOTES and (held := self.argument()) is not None:
            return f"“{for_programs(held).translate(INNER)}”"
        if name in PLAIN_SWITCHES:
            return self.without_command()
        sign = SIGNS.get(name)
        if sign is None or name in STAYING or sign in UNSAFE or not LATIN.fullmatch(sign):
            return f"\\{name}"
        self.taken(BLANK)
        return sign

    def argument(self) -> str | None:
        """What a command is about: what stands in braces after it, or the next letter; None where nothing does."""
        at = self.at
        self.blanks()
        letter = self.taken(LETTER)
        held = letter[0] if letter else self.within_braces() if self.sign == "{" else None
        self.at = at if held is None else self.at
        return held

    def without_command(self) -> str:
        """The words that a command leaves as they are."""
        self.blanks()
        held = self.within_braces() if self.sign == "{" else None
        return "" if held is None else for_programs(held)


def group(held: str) -> str:
    """A group; one that a switch begins, `{\\em Titanic}`, as the words of a command."""
    switch = SWITCH.match(held)
    if switch and switch[1] in SWITCHES:
        return f"{{{phrase(switch[1], for_programs(held[switch.end() :]))}}}"
    return f"{{{for_programs(held)}}}"


def phrase(name: str, words: str) -> str:
    """Words with the markup that a command gives them; raised and lowered ones that are more than words stay."""
    kind = {**PHRASES, **SWITCHES}[name]
    if kind in (Superscript, Subscript):
        script = {Superscript: "^", Subscript: "_"}[kind]
        return (
            f"${script}{{\\textrm{{{words}}}}}$"
            if SIMPLE.fullmatch(words)
            else f"\\{name}{{{words}}}"
        )
    return f"{COMMANDS[kind]}{{{words}}}"


COMMANDS: Mapping[object, str] = {Emphasis: r"\textit", Strong: r"\textbf"}
