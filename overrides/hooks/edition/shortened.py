"""Shortens the names that a script declares for itself, which nobody outside it can know.

A name is shortened everywhere in the script or nowhere: so it does not matter in which scope it stands. It is left
alone where it may be more than a variable: the name of a property, or one that the script does not declare.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from string import ascii_lowercase

NAME = re.compile(r"[A-Za-z_$][\w$]*")
CODE = re.compile(
    rf"""//[^\n]* | /\*.*?\*/ | \s+ | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | {NAME.pattern} | \d[\w.]*
    | \.\.\. | => | \?\. | .""",
    re.DOTALL | re.VERBOSE,
)
PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+/[a-z]*")
TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{)", re.DOTALL)
DECLARING = {"const", "let", "function"}
OPENING, CLOSING = {"(", "[", "{", "`"}, {")", "]", "}"}
ENDS_A_VALUE = re.compile(r"""[\w$)\]}"'`]$""")
BEFORE_A_VALUE = {"return", "typeof", "case", "of", "in", "await"}


@dataclass(frozen=True)
class Token:
    """A word or sign of a script, and the innermost bracket that is open around it."""

    text: str
    bracket: str

    @property
    def is_blank(self) -> bool:
        return not self.text.strip() or self.text.startswith(("//", "/*"))


def shortened(script: str) -> str:
    """The script with short names for its own variables and functions."""
    found = list(tokens(script))
    taken = {token.text for token in found}
    free = (name for name in short_names() if name not in taken)
    short = dict(zip(own_names(found), free, strict=False))
    return "".join(short.get(token.text, token.text) for token in found)


def own_names(found: Sequence[Token]) -> list[str]:
    """The names that the script declares and uses as nothing but variables, the most frequent first."""
    words = [Token("", ""), *(token for token in found if not token.is_blank), Token("", "")]
    declared, properties = set(), set()
    for before, token, behind in zip(words, words[1:], words[2:], strict=False):
        if before.text in DECLARING and NAME.fullmatch(token.text):
            declared.add(token.text)
        if may_name_a_property(before.text, token, behind.text):
            properties.add(token.text)
    used = Counter(token.text for token in found)
    return sorted(declared - properties, key=lambda name: (-used[name], name))


def may_name_a_property(before: str, token: Token, behind: str) -> bool:
    """After a point; or directly in braces, as a key, as short for a key and its variable, or as a method."""
    if before in {".", "?.", "async", "get", "set", "static"}:
        return True
    is_first = before in {"{", ","}
    return token.bracket == "{" and is_first and behind in {":", ",", "}", "=", "("}


def tokens(script: str) -> Iterator[Token]:
    """All that a script consists of, in order."""
    open_, at, last = [""], 0, ""
    while at < len(script):
        in_template = open_[-1] == "`"
        pattern = TEMPLATE if in_template else CODE
        if script[at] == "/" and script[at + 1] not in "/*" and starts_a_value(last):
            pattern = PATTERN
        text = matched(pattern, script, at)
        if text in CLOSING or (in_template and text.endswith("`")):
            open_.pop()
        token = Token(text, open_[-1])
        if in_template and text.endswith("${"):
            open_.append("${")
        elif text in OPENING and not in_template:
            open_.append(text)
        yield token
        at, last = at + len(text), last if token.is_blank else text


def starts_a_value(last: str) -> bool:
    """Whether a slash after this word or sign opens a pattern, and is no division."""
    return last in BEFORE_A_VALUE or not ENDS_A_VALUE.search(last)


def matched(pattern: re.Pattern[str], script: str, at: int) -> str:
    found = pattern.match(script, at)
    if not found:
        raise ValueError(f"a script cannot be read from here: {script[at : at + 60]!r}")
    return found[0]


def short_names() -> Iterator[str]:
    """`a` to `z`, then `a1`, `b1` and so on."""
    yield from ascii_lowercase
    for number in count(1):
        yield from (f"{letter}{number}" for letter in ascii_lowercase)
