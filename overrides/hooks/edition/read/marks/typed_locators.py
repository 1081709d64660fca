"""Reads locators as people type them, in English whatever the edition's language, as pandoc and CSL have them."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.model.locators import Locator, Range, printed, printed_locator
from edition.read.characters import BLANK
from edition.read.marks.locator_labels import KIND_OF, SEVERAL
from edition.read.marks.typed_numbers import Unreadable, number_at, numbers_at, range_of
from edition.words import ENGLISH

LABEL = re.compile(r"(§{1,2}|¶{1,2}|№|[^\W\d_]+) ?\.? ?")
FIRST = re.compile(r" ?,? ?")
BETWEEN = re.compile(r" ?[,:]? ?(?:(?:and|on|in|of|&) )?")
"""What stands between two kinds: `vol. 2, p. 5`, `n. 5 on p. 12`."""
AFTER_BARE = re.compile(r"$|,| and | & | \(")
"""What may follow a number without a label: words at once would make it one of theirs."""
THOUSANDS = re.compile(r"(?<![0-9,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])")
FEW = "write it as 'p. 5', 'pp. 27–29', 'chap. 3', '§ 4', 'n. 5' or 'vol. 2, p. 5'"


class Unread(ValueError):
    """What is typed is no locator: the part that cannot be read; the error says how to write it."""

    def __init__(self, typed: str, remedy: str) -> None:
        super().__init__(remedy)
        self.typed = typed.strip(" ,")


@dataclass(frozen=True)
class Series:
    """The numbers of one kind as typed, with their label, if any, and where in their text they stand."""

    kind: str
    label: str
    text: str
    start: int
    numbers: tuple[re.Match[str], ...]

    @property
    def end(self) -> int:
        return self.numbers[-1].end()

    @property
    def typed(self) -> str:
        return self.text[self.start : self.end]

    def locator(self) -> Locator:
        """The numbers as data. Raises Unread where no source can have them."""
        try:
            ranges = tuple(map(range_of, self.numbers))
        except Unreadable as error:
            raise Unread(self.typed, str(error)) from error
        try:
            return Locator(ranges, self.kind)
        except ValueError as error:
            raise Unread(self.typed, in_order(ranges, self.kind, str(error))) from error


def collapsed(typed: str) -> str:
    """A text with single blanks, and none at its end; Roman numbers are of letters."""
    letters = re.sub("[\u2160-\u217f]", lambda sign: unicodedata.normalize("NFKC", sign[0]), typed)
    return re.sub(f"[{BLANK}]+", " ", letters).rstrip()


def read_series(text: str) -> tuple[list[Series], str]:
    """The locators with which a text begins, as in `, vol. 2, p. 5, my emphasis`, and the words after them.

    Raises Unread where two are of one kind.
    """
    found, end = list[Series](), 0
    while series := next_series(text, end, is_first=not found):
        if series.kind in [own.kind for own in found]:
            again = text[series.start :]
            raise Unread(series.typed, apart([own.locator() for own in found], series, again))
        found.append(series)
        end = series.end
    return found, text[end:]


def read_locators(typed: str) -> tuple[tuple[Locator, ...], str]:
    """The locators with which a text begins, and the words after them, whatever these are.

    Raises Unread where a locator is typed in a way that has two meanings or none.
    """
    found, rest = read_series(collapsed(typed))
    for series in found:
        check_series(series, rest)
    return tuple(series.locator() for series in found), rest


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
    """The numbers after a label."""
    kind = kind_of(label)
    numbers = own_numbers(text, label.end(), kind)
    return Series(kind, label[1].casefold(), text, start, numbers)


def own_numbers(text: str, at: int, kind: str) -> tuple[re.Match[str], ...]:
    """Numbers that follow each other, up to the label of others: `p. 12, l. 5` has no page 50."""
    numbers = list[re.Match[str]]()
    for number in numbers_at(text, at, kind):
        if numbers and label_at(text, number.start()):
            break
        numbers.append(number)
    return tuple(numbers)


def bare(text: str, start: int) -> Series | None:
    """Numbers without a label, which are pages; None where they may be words."""
    numbers = own_numbers(text, start, "page")
    if not numbers or not AFTER_BARE.match(text, numbers[-1].end()):
        return None
    first, is_followed = numbers[0]["first"], "next" in numbers[0].groupdict()
    if first.isalpha() and (first.isupper() or (is_followed and len(first) == 1)):
        return None  # Such as the word I, or cf.
    return Series("page", "", text, start, numbers)


# Whether what is typed is certain


def check_series(series: Series, rest: str) -> None:
    """Raises Unread where numbers have two meanings, or a label says that there is one and there are several, or the
    other way round; `rest` are the words after all locators."""
    if match := THOUSANDS.search(series.typed):
        one, several = match[0].replace(",", ""), match[0].replace(",", ", ")
        raise Unread(series.typed, f"write 'p. {one}' for one page, 'pp. {several}' for several")
    locator, is_several = series.locator(), series.label in SEVERAL
    form = printed_locator(locator, ENGLISH)
    if locator.is_one and series.numbers[0].groupdict().get("last"):
        raise Unread(series.typed, f"write it as '{form}'")
    is_followed = len(locator.ranges) == 1 and not series.numbers[0].groupdict().get("last")
    if is_several and locator.is_one:
        own = rest if series.text.endswith(f"{series.typed}{rest}") else ""
        raise Unread(series.typed, f"write it as '{form}{own}'")
    if series.label and not (is_several or locator.is_one or is_followed):
        check_several(series, locator, rest)


def check_several(series: Series, locator: Locator, rest: str) -> None:
    """Raises Unread where the label of one part stands before several pages, or before what may be pages as well."""
    form = printed_locator(locator, ENGLISH)
    if series.kind == "page":
        one = printed_locator(Locator(locator.ranges[:1]), ENGLISH)
        after = f"{series.text[series.numbers[0].end() : series.end]}{rest}"
        are_words = len(locator.ranges) > 1 and re.match(" [^\\W\\d_]", rest)
        otherwise = f", or '[@key, {{{one}}}{after}]'" if are_words else ""
        raise Unread(series.typed, f"write it as '{form}'{otherwise}")
    if "," in series.typed:
        kinds = [Locator(ranges, kind) for ranges, kind in parted(locator)]
        raise Unread(series.typed, f"write '{form}', or '{printed(kinds, ENGLISH)}'")


def parted(locator: Locator) -> Iterator[tuple[tuple[Range, ...], str]]:
    """A locator whose first number alone is of its kind, the others being pages."""
    yield locator.ranges[:1], locator.kind
    yield locator.ranges[1:], "page"


def in_order(ranges: Sequence[Range], kind: str, error: str) -> str:
    """What to write for ranges that no source can have: the same in their order, where that is all that is wrong."""
    turned = [(b, a) if type(a) is type(b) is int and b < a else (a, b) for a, b in ranges]
    alone = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
    try:
        mended = Locator(tuple(sorted(dict.fromkeys(turned), key=lambda pair: int(pair[0]))), kind)
    except (ValueError, TypeError):
        return error
    return error if alone else f"write it as '{printed_locator(mended, ENGLISH)}': {error}"


def apart(found: Sequence[Locator], second: Series, again: str) -> str:
    """What to write for a second locator of a kind; `again` is the text from that on."""
    remedy = f"cite the source once for each, '[@key, {printed(found, ENGLISH)}; @key, {again}]'"
    if len(found) > 1 or again != printed([second.locator()], ENGLISH):
        return remedy
    try:
        both = Locator(found[0].ranges + second.locator().ranges, second.kind)
    except ValueError:
        return remedy
    return f"write '{printed_locator(both, ENGLISH)}', or {remedy}"
