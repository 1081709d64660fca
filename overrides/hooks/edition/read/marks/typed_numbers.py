"""The numbers of a locator as people type them: figures, Roman, with letters, dots and brackets, alone or as ranges."""

import re
from collections.abc import Iterator

from edition.model.locators import ROMAN, TYPED, Number, Range, as_roman, roman_value
from edition.read.characters import DASH

LETTERS = r"[ivxlcdm]+|[IVXLCDM]+"
NUMBER = rf"(?:{TYPED.pattern}|{LETTERS})"
NOTE = r"nn?\.? ?[0-9]"
"""A note that follows the number of its page at once: `12n5`."""
END = rf"(?:(?={NOTE})|(?![\w{DASH}]|\(\w|[.:/] ?[0-9]))"
TO = rf"(?: ?[{DASH}~～〜]{{1,3}} ?| to | through )"
LAST = rf"{NUMBER}|[a-z]|\([0-9a-z]{{1,4}}\)"
PAIR = re.compile(rf"(?P<first>[0-9]+-[0-9]+) ?(?:--|[–—]) ?(?P<last>[0-9]+-[0-9]+)(?![\w{DASH}])")
"""Pages that are numbered by chapter, `1-23–1-25`."""
ONE = re.compile(rf"(?P<first>[0-9]+(?={NOTE})|{NUMBER})(?:{TO}(?P<last>{LAST}){END}|{END})")
FOLLOWED = re.compile(
    rf"(?P<first>[0-9]+|{LETTERS}) ?(?:(?P<next>f|sq|et seq)|ff|(?:et )?sqq|et seqq)(?P<stop>\.?)(?!\w)"
)
AND = re.compile(r" ?, ?(?:and |& ?)?| and | ?& ?")
WITH_LETTERS = {"figure", "table", "equation", "section", "paragraph", "article-locator", "box"}
"""Kinds whose numbers go on in letters: `fig. 2f` is one figure, `p. 2f` two pages."""
LETTERLESS = {"page", "line", "verse", "volume", "issue", "note", "folio"}
"""Kinds of which no letter alone is a number."""
OF_LAWS = {"section", "paragraph", "article-locator", "rule", "canon", "annex", "appendix"}
"""Kinds whose numbers go on in brackets: `art. 5(1)`."""
MISTYPED = re.compile("(?=.*[0-9])(?=.*[lOo])[0-9lOo]+")
"""Figures among which letters stand for 1 and 0."""
LONGEST, DIGITS = 24, 9
"""Signs of a number, and of one that is of figures alone."""


class Unreadable(ValueError):
    """A number that says nothing certain; the error says how to write it."""


def numbers_at(text: str, at: int, kind: str) -> Iterator[re.Match[str]]:
    """The numbers and ranges that follow each other at a place of a text."""
    number = number_at(text, at, kind)
    while number:
        yield number
        between = AND.match(text, number.end())
        if not between:
            return
        number = number_at(text, between.end(), kind, number)


def number_at(
    text: str, at: int, kind: str, before: re.Match[str] | None = None
) -> re.Match[str] | None:
    """The number or the range at a place of a text, after another one; None where letters may be a word."""
    followed = FOLLOWED.match(text, at)
    if followed and kind in WITH_LETTERS and followed["next"] == "f" and not followed["stop"]:
        followed = None
    number = PAIR.match(text, at) or followed or ONE.match(text, at)
    if not number:
        return None
    ends = filter(None, [number["first"], number.groupdict().get("last")])
    return number if all(is_readable(end, kind, before) for end in ends) else None


def is_readable(number: str, kind: str, before: re.Match[str] | None) -> bool:
    """Whether letters are a number of a kind: Roman, or one letter alone, and after others of no other form."""
    if number.startswith("(") or re.search("[0-9]", number):
        is_short = len(number) <= (DIGITS if number.isdecimal() else LONGEST)
        is_right = (":" not in number or kind == "verse") and not MISTYPED.fullmatch(number)
        return is_short and is_right and ("(" not in number or kind in OF_LAWS)
    if before and re.search("[0-9]", before["first"]):
        return before["first"][-1].isalpha() and number.islower()
    return bool(ROMAN.fullmatch(number)) or (kind not in LETTERLESS and number.isupper())


def range_of(number: re.Match[str]) -> Range:
    """A number or a range as data. Raises Unreadable where it says nothing certain."""
    parts = number.groupdict()
    first, last = value(number["first"]), parts.get("last")
    if last:
        return first, value(in_full(number["first"], last))
    if "next" not in parts:
        return first, first
    return first, following(first) if parts["next"] else None


def value(typed: str) -> Number:
    """A number as data. Raises Unreadable where figures begin with 0."""
    if typed.startswith("0") and typed.strip("0").isdigit():
        raise Unreadable(f"write the number as '{int(typed)}'")
    return int(typed) if typed.isdecimal() else typed


def in_full(first: str, last: str) -> str:
    """The last number of a range with what it shares with the first: of `345–52`, `A12–15`, `2a–c` and `5(1)–(3)` 352,
    A15, 2c and 5(3)."""
    if last.startswith("(") and first.endswith(")"):
        return first[: first.rindex("(")] + last
    if re.fullmatch("[a-z]", last) and re.fullmatch(".*[0-9][a-z]", first):
        return first[:-1] + last
    start, digits = re.fullmatch("(.*?)([0-9]*)", first).groups()  # type: ignore[union-attr]
    if not last.isdigit() or not digits or (start and not start.isalpha()):
        return last
    full = digits[: max(len(digits) - len(last), 0)] + last
    return start + full if start or int(last) < int(digits) < int(full) else last


def following(first: Number) -> Number:
    """The number that follows another, `f.`. Raises Unreadable where that is not sure."""
    if isinstance(first, int):
        return first + 1
    return as_roman(roman_value(first) + 1, first)
