"""Reads dates as people type them, in a field or in several, into the notation of `model/dates.py`."""

import re

from edition.model import inline
from edition.model.dates import STATES, read_date
from edition.read.sources.values.date_guesses import (
    SEASONS,
    days_of_month,
    number,
    suggested,
)
from edition.read.sources.values.tex import Fault, read_tex

STATE_LINES = """
n.d.|not dated|s/f|s/d|o.d|o. d|ohne datum
n.d.|n.d|nd|n. d|no date|undated|s.d|s. d|s.f|s. f|s.a|s. a|sin fecha|sem data|sans date|o.j|o. j|ohne jahr|nodate
n.d.|无日期|日期不详
forthcoming|forthcoming|to appear|to be published|de próxima aparición|à paraître|erscheint|即将出版
in press|in press|inpress|en prensa|no prelo|sous presse|im druck|im erscheinen|待刊
in preparation|in preparation|inpreparation|en preparación|em preparação|en préparation|in vorbereitung
submitted|submitted|under review
""".strip().split("\n")
"""The states of `model/dates.py`, each with what people write for it, in small letters and without a last stop."""
STATE_WORDS = {
    word: state for state, *words in (line.split("|") for line in STATE_LINES) for word in words
}
CIRCA = re.compile(
    r"(?:(?:c|ca|cca|approx)\.\s*|(?:ca|circa|about|um|hacia|vers|cerca de)\s+|约)(\d{4})",
    re.IGNORECASE,
)
WIDE = {0xFEE0 + ord(sign): sign for sign in "0123456789-/~?"}
"""Figures and signs of the width of Chinese characters."""
SIGN = re.compile(r"(?<=\d)~(?=\s*(?:/|$))|^~(?=\d)")
"""The sign of an uncertain date, which in TeX would be a blank."""


def read_typed_date(name: str, typed: str) -> tuple[str, Fault | None]:
    """A date in our notation, and what of it cannot be read."""
    text = plain(typed)
    if state := state_of(text):
        return state, None
    if circa := CIRCA.fullmatch(text):
        return f"{circa[1]}~", None
    try:
        read_date(text)
    except ValueError as error:
        what, _, remedy = str(error).partition("; ")
        return text, Fault(f"{name} '{text}' {what}", suggested(text) or remedy)
    return text, None


def plain(typed: str) -> str:
    """The text without TeX, its figures as ASCII has them."""
    text = re.sub(r"\\bibstring\{(\w+)\}", r"\1", typed)
    words = inline.words(read_tex(SIGN.sub(r"\\~{}", text).replace("%", r"\%"))[0])
    return " ".join(words.translate(WIDE).split())


def state_of(text: str) -> str:
    """What stands in place of a date, in our words; empty where it is a date."""
    bare = text.lower().strip("[](). ")
    return STATE_WORDS.get(bare, bare if bare in STATES else "")


# Year, month and day in fields of their own, as BibTeX has them


def joined_date(year: str, month: str, day: str) -> tuple[str, Fault | None]:
    """The date that BibTeX's fields say together, and what of it cannot be read."""
    date, fault = read_typed_date("year", year)
    if fault or not (month or day):
        return date, fault
    months, day = plain(month).replace(",", " ").strip(". "), plain(day).strip(". ")
    months = " ".join(months.split())
    if not re.fullmatch(r"\d{4}", date):
        return date, Fault(f"month '{months}' beside the year '{date}'", "delete the month")
    if re.fullmatch(r"0*|[-–?]", months) and not day:
        return date, Fault(f"month '{months}' is none", "delete 'month'")
    return in_year(date, *with_day(months, day))


def in_year(year: str, months: str, day: str) -> tuple[str, Fault | None]:
    """A month of a year, one with a day, or two of them, as a date; and what of it cannot be read."""
    numbers = numbers_of(months)
    if numbers == [12, 1]:
        remedy = f"write 'date = {{{year}-12/{int(year) + 1}-01}}' instead of year and month"
        return year, Fault(f"month '{months}' runs into the next year", remedy)
    if not numbers or (day and len(numbers) > 1):
        return year, unreadable_month(year, months, day)
    first, *last = [f"{year}-{number:02}" for number in numbers]
    on_day = f"{first}-{day.zfill(2)}" if day else first
    date, fault = read_typed_date("date", "/".join([on_day, *last]))
    if fault:
        what = fault.what.replace("date", "year, month and day", 1)
        return year, Fault(what, fault.remedy)
    return date, None


def numbers_of(months: str) -> list[int]:
    """The numbers of a month, or of the first and the last of several; none where they cannot be read."""
    words = re.split(r"\s*[-–—/]+\s*|\s+(?:and|y|e|et|und)\s+", months) if months else []
    numbers = [number(word.strip(".")) for word in words]
    is_read = len(numbers) < 3 and all(0 < number < 13 for number in numbers)
    return numbers if is_read else []


def with_day(month: str, day: str) -> tuple[str, str]:
    """Month and day, where the month's field holds both, as in `"10~" # jan`."""
    match = re.fullmatch(
        r"(\d{1,2})\.? ([^\W\d]+)\.?|([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?", month
    )
    if not match or day:
        return month, day
    return match[2] or match[3], match[1] or match[4]


def unreadable_month(year: str, month: str, day: str) -> Fault:
    what = f"month '{month}' cannot be read" if month else f"a day, '{day}', without a month"
    if month.lower() in SEASONS:
        return Fault(f"month '{month}' is a season", f"write 'issue = {{{month}}}' instead")
    if span := next(
        iter(days_of_month(f"{month} {year}") or days_of_month(f"{month}, {year}")), ""
    ):
        return Fault(what, f"write 'date = {{{span}}}' instead of year and month")
    remedy = f"write 'month = {{4}}', or 'date = {{{year}-04}}' instead of year and month"
    return Fault(
        what, remedy if month else f"write 'date = {{{year}-04-20}}' instead of year and day"
    )
