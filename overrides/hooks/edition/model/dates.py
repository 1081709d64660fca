"""When something appeared, as data: a day so far as it is known, a range, an open one, or none.

The notation is that of biblatex (manual, 2.3.8), the part of EDTF that bibliographies use.
"""

import calendar
import re
from dataclasses import dataclass, replace

from edition.words.grammar import Dates

DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?([~?%]?)")
FORMS = "write it as 2018, 2018-04 or 2018-04-20"
UNDATED = "n.d."
"""The date of what carries none."""
STATES = {
    "forthcoming": "forthcoming",
    "in press": "inpress",
    "in preparation": "inpreparation",
    "submitted": "submitted",
}
"""What stands in place of a date, with the words of biblatex for it (`pubstate`)."""


@dataclass(frozen=True)
class Day:
    """A day, so far as it is known: 0 stands for a month or a day that is not."""

    year: int
    month: int = 0
    day: int = 0
    is_circa: bool = False
    is_uncertain: bool = False

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month and day, so far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part)

    @property
    def iso(self) -> str:
        """`2018`, `2018-04` or `2018-04-20` (ISO 8601)."""
        return "-".join(
            f"{part:0{width}}" for part, width in zip(self.parts, (4, 2, 2), strict=False)
        )


@dataclass(frozen=True)
class Date:
    """A day, or a range of two: `first` or `last` is None where the range is open; both where only `state` is known."""

    first: Day | None = None
    last: Day | None = None
    """The same as the first, where it is one day."""
    state: str = ""
    """UNDATED, or one of STATES: alone, or beside the year in which it is expected."""

    @property
    def is_range(self) -> bool:
        """Whether it runs from one day to another, also where one end is open."""
        return self.first != self.last

    @property
    def is_circa(self) -> bool:
        return any(day.is_circa for day in (self.first, self.last) if day)

    @property
    def is_uncertain(self) -> bool:
        return any(day.is_uncertain for day in (self.first, self.last) if day)

    @property
    def known(self) -> Day | None:
        """The first day that is known: of a range with an open start, its last."""
        return self.first or self.last


def read_date(text: str) -> Date:
    """A date as references.bib holds it: `2018-04`, `2018~`, `2018/2019`, `2018/`, `n.d.`, `in press`.

    Raises ValueError, with what is wrong and how to write it, where it cannot be read.
    """
    if text == UNDATED or text in STATES:
        return Date(state=text)
    first, *rest = (read_day(part) for part in text.split("/"))
    if not rest and first:
        return Date(first, first)
    last = rest[0] if len(rest) == 1 else None
    if len(rest) > 1 or not (first or last) or (first and last and last.parts <= first.parts):
        raise ValueError("is no range; write two dates, the earlier first: 2018-04-20/2018-04-22")
    return Date(first, last)


def read_day(text: str) -> Day | None:
    """A day as a date names it; none where it is left open. Raises ValueError as `read_date` does."""
    if text in ("", ".."):
        return None
    match = DAY.fullmatch(text)
    if not match:
        raise ValueError(f"cannot be read; {FORMS}")
    year, month, number = (int(part or 0) for part in match.groups()[:3])
    day = Day(year, month, number, match[4] in ("~", "%"), match[4] in ("?", "%"))
    if "-00" in text or not is_in_calendar(day):
        raise ValueError("is not in the calendar; write the date as it was")
    return day


def is_in_calendar(day: Day) -> bool:
    """Whether there is such a day (ISO 8601, from year 1)."""
    if day.year < 1 or day.month > 12:
        return False
    return not day.day or day.day <= calendar.monthrange(day.year, day.month)[1]


def date_in_words(date: Date, dates: Dates) -> str:
    """A date or range in the edition's form: `April 2018`, `18–20 April 2018`, `30 October – 2 November 2017`, `2018–`,
    `ca. 2018`, `n.d.`. CSL styles would print the month first, as our prose does not, and of a report the year alone.
    """
    state = dates.states.get(date.state, date.state)
    if not date.known:
        return state
    printed = range_in_words(date, dates)
    if date.is_circa:
        printed = dates.circa.format(date=printed)
    if date.is_uncertain:
        printed = dates.uncertain.format(date=printed)
    return ", ".join(filter(None, (printed, state)))


def range_in_words(date: Date, dates: Dates) -> str:
    """A date without its signs: what first and last day share is printed once."""
    first, last = day_in_words(date.first, dates), day_in_words(date.last, dates)
    if first == last:
        return " ".join(first)
    shared = sum(1 for a, b in zip(reversed(first), reversed(last), strict=False) if a == b)
    own = first[: len(first) - shared]
    dash = "–" if len(own) < 2 and len(last) - shared < 2 else " – "
    return f"{' '.join(own)}{dash}{' '.join(last)}".strip()


def day_in_words(day: Day | None, dates: Dates) -> list[str]:
    """Year, month and day, as far as they are known, in the order of our prose."""
    if not day:
        return []
    month = [dates.months[day.month - 1]] if day.month else []
    return [*([str(day.day)] if day.day else []), *month, str(day.year)]


def years_in_words(date: Date, dates: Dates) -> str:
    """A date as lists print it: the year alone, and its signs; of a range the first."""
    day = date.known
    if not day:
        return dates.states.get(date.state, date.state)
    year = replace(day, month=0, day=0)
    return date_in_words(Date(year, year), dates)
