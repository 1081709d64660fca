"""Reads locators as people type them, in English whatever the edition's language, as pandoc and CSL have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.model.locators import (
    ROMAN,
    TYPED,
    Locator,
    Number,
    Range,
    as_roman,
    printed,
    printed_locator,
    roman_value,
)
from edition.read.characters import BLANK, DASH
from edition.read.marks.locator_labels import KIND_OF, SEVERAL
from edition.words import ENGLISH

LETTERS = r"[ivxlcdm]+|[IVXLCDM]+"
NUMBER = rf"(?:{TYPED.pattern}|{LETTERS})"
END = rf"(?:(?=nn?\.? ?[0-9])|(?![\w{DASH}]|\(\w|[.:/][0-9]))"
"""Where a number ends; a note may follow that of its page at once: `12n5`."""
TO = rf"(?: ?[{DASH}]{{1,3}} ?| to )"
ONE = re.compile(rf"(?P<first>{NUMBER})(?:{TO}(?P<last>{NUMBER}|[a-z]){END}|{END})")
FOLLOWED = re.compile(
    rf"(?P<first>[0-9]+|{LETTERS}) ?(?:(?P<next>f|sq|et seq)|ff|sqq|et seqq)(?P<stop>\.?)(?!\w)"
)
AND = re.compile(r" ?, ?(?:and |& ?)?| and | ?& ?")
LABEL = re.compile(r"(§{1,2}|¶{1,2}|№|[^\W\d_]+) ?\.? ?")
FIRST = re.compile(r" ?,? ?")
BETWEEN = re.compile(r" ?[,:]? ?(?:(?:and|on|in|of|&) )?")
"""What stands between two kinds: `vol. 2, p. 5`, `n. 5 on p. 12`."""
AFTER_BARE = re.compile(r"$|,| and | & | \(")
"""What may follow a number without a label: words at once would make it one of theirs."""
THOUSANDS = re.compile(r"(?<![0-9,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")
WITH_LETTERS = {"figure", "table", "equation", "section", "paragraph", "article-locator", "box"}
"""Kinds whose numbers go on in letters: `fig. 2f` is one figure, `p. 2f` two pages."""
LETTERLESS = {"page", "line", "verse", "volume", "issue", "note", "folio"}
"""Kinds of which no letter alone is a number."""
LONGEST = 10
"""Signs of a number."""
FEW = "write it as 'p. 5', 'pp. 27–29', 'chap. 3', '§ 4', 'n. 5' or 'vol. 2, p. 5'"


class Unread(ValueError):
    """What is typed is no locator: the part that cannot be read; the error says how to write it."""

    def __init__(self, typed: str, remedy: str) -> None:
        super().__init__(remedy)
        self.typed = typed.strip(" ,")


@dataclass(frozen=True)
class Series:
    """The numbers of one kind as typed, and where in their text they end."""

    kind: str
    typed: str
    numbers: tuple[re.Match[str], ...]

    @property
    def end(self) -> int:
        return self.numbers[-1].end()

    def locator(self) -> Locator:
        """The numbers as data. Raises Unread where no source can have them."""
        ranges = tuple(range_of(number, self) for number in self.numbers)
        try:
            return Locator(ranges, self.kind)
        except ValueError as error:
            raise Unread(self.typed, in_order(ranges, self.kind, str(error))) from error


def read_locators(typed: str) -> tuple[tuple[Locator, ...], str]:
    """The locators with which a text begins, as in `, vol. 2, p. 5, my emphasis`, and the words after them.

    Raises Unread where a locator is typed in a way that has two meanings or none.
    """
    text, found, end = re.sub(f"[{BLANK}]+", " ", typed).rstrip(), list[Locator](), 0
    while series := next_series(text, end, is_first=not found):
        locator = series.locator()
        if locator.kind in [own.kind for own in found]:
            again = text[text.index(series.typed, end) :]
            raise Unread(series.typed, apart(found, locator, again))
        found.append(locator)
        end = series.end
    return tuple(found), text[end:]


def read_printed(text: str) -> tuple[Locator, ...]:
    """The pages that an edition printed before its locators were data, with any label, blanks and dashes.

    Raises Unread, with how to write it, where the text cannot be read.
    """
    plain = re.sub("[\u200b\u2060\ufeff]", "", text).strip()
    label = re.match(rf"pp?[{BLANK}]*\.[{BLANK}]*", plain)
    found, rest = read_locators(plain[label.end() :] if label else plain)
    if rest or not label:
        raise Unread(text, FEW)
    return found


def next_series(text: str, at: int, *, is_first: bool) -> Series | None:
    """The numbers of the locator that begins at a place of a text, after what may stand before it; None without one."""
    match = (FIRST if is_first else BETWEEN).match(text, at)
    start = match.end() if match else at
    if label := label_at(text, start):
        return labelled(text, start, label)
    return bare(text, start) if is_first else None


def label_at(text: str, at: int) -> re.Match[str] | None:
    """The label at a place of a text, with a number after it. A capital right before figures is a part of them."""
    label = LABEL.match(text, at)
    if not label or label[1].casefold() not in KIND_OF:
        return None
    is_of_number = re.fullmatch("[A-Z]", label[0])
    return None if is_of_number or not number_at(text, label.end(), kind_of(label)) else label


def kind_of(label: re.Match[str]) -> str:
    return KIND_OF[label[1].casefold()]


def labelled(text: str, start: int, label: re.Match[str]) -> Series:
    """The numbers after a label, held to whether it says that there are several. Raises Unread where it does not."""
    kind = kind_of(label)
    numbers = tuple(numbers_at(text, label.end(), kind))
    series = Series(kind, text[start : numbers[-1].end()], numbers)
    check_thousands(series)
    check_label(label[1].casefold(), series)
    return series


def bare(text: str, start: int) -> Series | None:
    """Numbers without a label, which are pages; None where they may be words."""
    numbers = tuple(numbers_at(text, start, "page"))
    if not numbers or not AFTER_BARE.match(text, numbers[-1].end()):
        return None
    first, is_followed = numbers[0]["first"], "next" in numbers[0].groupdict()
    if first.isalpha() and (first.isupper() or (is_followed and len(first) == 1)):
        return None  # Such as the word I, or cf.
    series = Series("page", text[start : numbers[-1].end()], numbers)
    check_thousands(series)
    return series


def check_thousands(series: Series) -> None:
    """Raises Unread where a comma may part thousands, or pages."""
    if match := THOUSANDS.search(series.typed):
        one, several = match[0].replace(",", ""), match[0].replace(",", ", ")
        raise Unread(series.typed, f"write 'p. {one}' for one page, 'pp. {several}' for several")


def check_label(label: str, series: Series) -> None:
    """Raises Unread where a label says that there is one and there are several, or the other way round."""
    locator, is_several = series.locator(), label in SEVERAL
    form = printed_locator(locator, ENGLISH)
    is_followed = len(locator.ranges) == 1 and not series.numbers[0].groupdict().get("last")
    if is_several and locator.is_one:
        raise Unread(series.typed, f"write it as '{form}'")
    if is_several or locator.is_one or is_followed:
        return
    if series.kind == "page":
        raise Unread(series.typed, f"write it as '{form}'")
    if "," in series.typed:
        apart = [Locator(pages, kind) for pages, kind in parted(locator)]
        raise Unread(series.typed, f"write '{form}', or '{printed(apart, ENGLISH)}'")


def parted(locator: Locator) -> Iterator[tuple[tuple[Range, ...], str]]:
    """A locator whose first number alone is of its kind, the others being pages."""
    yield locator.ranges[:1], locator.kind
    yield locator.ranges[1:], "page"


# Numbers


def numbers_at(text: str, at: int, kind: str) -> Iterator[re.Match[str]]:
    """The numbers and ranges that follow each other at a place of a text."""
    number = number_at(text, at, kind)
    while number:
        yield number
        between = AND.match(text, number.end())
        if not between or label_at(text, between.end()):
            return
        number = number_at(text, between.end(), kind, number)


def number_at(
    text: str, at: int, kind: str, before: re.Match[str] | None = None
) -> re.Match[str] | None:
    """The number or the range at a place of a text, after another one; None where letters may be a word."""
    followed = FOLLOWED.match(text, at)
    if followed and kind in WITH_LETTERS and followed["next"] == "f" and not followed["stop"]:
        followed = None
    number = followed or ONE.match(text, at)
    ends = (
        [end for end in (number["first"], number.groupdict().get("last")) if end] if number else []
    )
    return number if all(is_readable(end, kind, before) for end in ends) else None


def is_readable(number: str, kind: str, before: re.Match[str] | None) -> bool:
    """Whether letters are a number of a kind: Roman, or one letter alone, and after others of no other form."""
    if re.search("[0-9]", number):
        return len(number) <= LONGEST and (":" not in number or kind == "verse")
    if before and re.search("[0-9]", before["first"]):
        return before["first"][-1].isalpha() and number.islower()
    return bool(ROMAN.fullmatch(number)) or (kind not in LETTERLESS and number.isupper())


def range_of(number: re.Match[str], series: Series) -> Range:
    """A number or a range as data. Raises Unread where it says nothing certain."""
    parts = number.groupdict()
    first, last = value(number["first"], series), parts.get("last")
    if last:
        end = value(in_full(number["first"], last), series)
        if end == first:
            alone = printed_locator(Locator(((first, first),), series.kind), ENGLISH)
            raise Unread(series.typed, f"write it as '{alone}'")
        return first, end
    if "next" not in parts:
        return first, first
    return first, following(first) if parts["next"] else None


def value(typed: str, series: Series) -> Number:
    """A number as data. Raises Unread where figures begin with 0."""
    if typed.startswith("0") and typed.strip("0").isdigit():
        raise Unread(series.typed, f"write the number as '{int(typed)}'")
    return int(typed) if typed.isdecimal() else typed


def in_full(first: str, last: str) -> str:
    """The last number of a range with what it shares with the first: of `345–52`, `A12–15` and `2a–c` 352, A15, 2c."""
    start, digits = re.fullmatch("(.*?)([0-9]*)", first).groups()  # type: ignore[union-attr]
    if re.fullmatch("[a-z]", last) and re.fullmatch(".*[0-9][a-z]", first):
        return first[:-1] + last
    if not last.isdigit() or not digits or (start and not start.isalpha()):
        return last
    full = digits[: max(len(digits) - len(last), 0)] + last
    return start + full if start or int(last) < int(digits) < int(full) else last


def following(first: Number) -> Number:
    """The number that follows another, `f.`."""
    return first + 1 if isinstance(first, int) else as_roman(roman_value(first) + 1, first)


# How to write it


def in_order(ranges: Sequence[Range], kind: str, error: str) -> str:
    """What to write for ranges that no source can have: the same in their order, where that is all that is wrong."""
    turned = [(b, a) if type(a) is type(b) is int and b < a else (a, b) for a, b in ranges]
    try:
        mended = Locator(tuple(sorted(dict.fromkeys(turned), key=lambda pair: int(pair[0]))), kind)
    except (ValueError, TypeError):
        return error
    return f"write it as '{printed_locator(mended, ENGLISH)}': {error}"


def apart(found: Sequence[Locator], second: Locator, again: str) -> str:
    """What to write for a second locator of a kind; `again` is the text from that on."""
    remedy = f"cite the source once for each, '[@key, {printed(found, ENGLISH)}; @key, {again}]'"
    if len(found) > 1 or again != printed([second], ENGLISH):
        return remedy
    try:
        form = printed_locator(Locator(found[0].ranges + second.ranges, second.kind), ENGLISH)
    except ValueError:
        return remedy
    return f"write '{form}', or {remedy}"
