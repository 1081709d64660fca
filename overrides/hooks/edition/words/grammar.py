"""How a language counts, dates, quotes and is named: the forms that the words of every room are made with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Language:
    """A language's BCP 47 tag, its name as biblatex has it, its locale as Open Graph has it, and what its addresses
    begin with, below the site's own: nothing, or a folder and a slash."""

    tag: str
    name: str
    locale: str
    prefix: str


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Words for one thing and for several, with the same named fields."""

    one: str
    many: str

    def form(self, count: int) -> str:
        """The words for so many things, still to be filled."""
        return self.one if count == 1 else self.many

    def of(self, count: int, **fields: object) -> str:
        """The words for so many things; `{count}` in them is the number."""
        return self.form(count).format(count=count, **fields)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """The separators of a list in running text: between its items, and before the last."""

    between: str
    last: str

    def of(self, things: Sequence[str]) -> str:
        """Items as a list in running text: `A, B and C`."""
        *earlier, end = things or [""]
        return self.last.join(filter(None, [self.between.join(earlier), end]))


@dataclass(frozen=True, kw_only=True)
class Numerals:
    """The first numbers in words, and how later ones are written, with `{number}`."""

    first: tuple[str, ...]
    later: str

    def of(self, number: int) -> str:
        """A number, from 1, as it is written."""
        ordinals = self.first[number - 1 : number]
        return ordinals[0] if ordinals else self.later.format(number=number)


@dataclass(frozen=True, kw_only=True)
class Dates:
    """The twelve months, and how a day and a month are printed with `{day}`, `{month}` and `{year}`; what is said of a
    date that is about right, of one that is doubtful, and in place of one, by the words of references.bib."""

    months: tuple[str, ...]
    day: str
    month: str
    circa: str
    uncertain: str
    states: Mapping[str, str]

    def printed(self, when: str) -> str:
        """A date, YYYY-MM-DD, YYYY-MM or YYYY, as citations print it: `24 November 2026`, `November 2026`, `2026`."""
        day = date.fromisoformat(f"{when}-01-01"[:10])
        form = ("{year}", self.month, self.day)[when.count("-")]
        return form.format(day=day.day, month=self.months[day.month - 1], year=day.year)


@dataclass(frozen=True, kw_only=True)
class Quotes:
    """Quotation marks, each pair as an opening and a closing one: the usual ones, and those within quoted words."""

    outer: tuple[str, str]
    inner: tuple[str, str]

    def around(self, words: str) -> str:
        """Words in quotation marks."""
        opening, closing = self.outer
        return f"{opening}{words}{closing}"

    def within(self, words: str) -> str:
        """Words to be quoted, their own quotation marks changed to inner ones."""
        return words.translate(str.maketrans("".join(self.outer), "".join(self.inner)))


@dataclass(frozen=True, kw_only=True)
class PageHead:
    """The title and texts at the head of a page that the build makes, and its description for search engines."""

    title: str
    description: str
    standfirst: str
