"""Reads dates as people type them, in a field or in several, into the notation of `model/dates.py`."""

import re
import unicodedata
from collections.abc import Callable

from edition.model import inline
from edition.model.dates import STATES, read_date
from edition.read.sources.values.tex import Fault, read_tex

MONTH_WORDS = """
january jan janvier janv enero ene janeiro januar jänner
february feb février févr fev febrero fevereiro februar
march mar mars marzo março märz mrz
april apr avril avr abril abr
may mai mayo maio
june jun juin junio junho juni
july jul juillet juil julio julho juli
august aug août agosto ago
september sep sept septembre septiembre setiembre setembro set
october oct octobre octubre outubro out oktober okt
november nov novembre noviembre novembro
december dec décembre déc diciembre dic dezembro dez dezember
""".strip().split("\n")
"""The months in the languages of sources, and their short forms."""
MONTHS = {word: number for number, words in enumerate(MONTH_WORDS, 1) for word in words.split()}
SEASON_WORDS = """
spring summer autumn fall winter primavera verano verão otoño outono invierno inverno printemps été automne hiver
frühling frühjahr sommer herbst 春 夏 秋 冬
""".strip().split()
SEASONS = frozenset(SEASON_WORDS)
STATE_LINES = """
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
SIGN = re.compile(r"(?<=\d)~(?=\s*(?:/|$))")
"""The sign of an uncertain date, which in TeX would be a blank."""
Y, M, D = r"(\d{4})", r"(\d{1,2})", r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
WORD = r"([^\W\d_]+)\.?"
ORDERS: tuple[tuple[str, str], ...] = (
    (rf"{D},? (?:de )?{WORD},? (?:de |del )?{Y}", "dmy"),
    (rf"{WORD} {D},? (?:de )?{Y}", "mdy"),
    (rf"{WORD},? (?:de |del )?{Y}", "my"),
    (rf"{Y},? {WORD} {D}", "ymd"),
    (rf"{Y},? {WORD}", "ym"),
    (rf"{Y}[-/.]{M}[-/.]{D}", "ymd"),
    (rf"{Y}[-/.]{M}", "ym"),
    (rf"{M}[/.-]{Y}", "my"),
    (rf"{D}\. ?{M}\. ?{Y}", "dmy"),
    (rf"{M}\. ?{D}\. ?{Y}", "mdy"),
    (r"(\d{4})(\d{2})(\d{2})", "ymd"),
    (r"(\d{4})年(\d{1,2})月(\d{1,2})日", "ymd"),
    (r"(\d{4})年(\d{1,2})月", "ym"),
    (r"(\d{4})年?", "y"),
)
"""How days are written elsewhere, and the order of their parts."""


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
    return " ".join(unicodedata.normalize("NFKC", words).split())


def state_of(text: str) -> str:
    """What stands in place of a date, in our words; empty where it is a date."""
    bare = text.lower().strip("[](). ")
    return STATE_WORDS.get(bare, bare if bare in STATES else "")


def suggested(text: str) -> str:
    """How a date that is written otherwise should be written; empty where that is not sure."""
    if season := in_season(text):
        return season
    if re.match(r"-\d", text):
        return "give the date of the edition that is cited: years before Christ have no place here"
    for guess in GUESSES:
        if ways := [way for way in guess(text) if is_readable(way)]:
            return "write it as " + " or ".join(f"'{way}'" for way in ways)
    return ""


def in_season(text: str) -> str:
    """How the season of a year is said, in words or as EDTF has it (`2018-21`); empty where there is none."""
    word = next((word for word in re.findall(r"[^\W\d]+", text) if word.lower() in SEASONS), "")
    year = re.search(r"\d{4}", text)
    if word and year:
        return f"write it as '{year[0]}', and the season as 'issue = {{{word}}}'"
    coded = re.fullmatch(r"(\d{4})-(2[1-4])[~?%]?", text)
    if not coded:
        return ""
    in_range = f"{coded[1]}/{coded[1][:2]}{coded[2]}"
    return (
        f"write it as '{in_range}', or, for a season, as '{coded[1]}' beside 'issue = {{Spring}}'"
    )


def is_readable(text: str) -> bool:
    try:
        read_date(text)
    except ValueError:
        return False
    return True


Guess = Callable[[str], list[str]]


def other_order(text: str) -> list[str]:
    """A day, or a range of two, in another order or with the month in words."""
    parts = re.split(r"\s*(?:/|–|—|\s-\s|\sto\s|\sbis\s|\sa\s)\s*", text)
    days = [one_day(part) for part in ([text] if one_day(text) else parts)]
    return ["/".join(days)] if all(days) and len(days) < 3 else []


def one_day(text: str) -> str:
    for form, order in ORDERS:
        if match := re.fullmatch(form, text, re.IGNORECASE):
            found = {part: number(value) for part, value in zip(order, match.groups(), strict=True)}
            if all(found.values()) and found.get("m", 1) < 13:
                return "-".join(f"{found[p]:0{4 if p == 'y' else 2}}" for p in "ymd" if p in found)
    return ""


def number(text: str) -> int:
    """A figure, or the number of a month; 0 for any other word."""
    figure = text.removesuffix("月")
    return int(figure) if figure.isdigit() else MONTHS.get(text.lower(), 0)


def ambiguous_order(text: str) -> list[str]:
    """Day and month with a slash, which is first in some countries and second in others."""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    if not match:
        return []
    first, second, year = int(match[1]), int(match[2]), match[3]
    return list(dict.fromkeys([f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}"]))


def year_range(text: str) -> list[str]:
    """Two years with a dash, or the second shortened."""
    match = re.fullmatch(r"(\d{4})\s*[-–—/]\s*(\d{4}|\d{2}|\d)?", text)
    if not match:
        return []
    first, last = match[1], match[2] or ""
    month = [f"{first}-0{last}"] if len(last) == 1 else []
    return [*month, f"{first}/{first[: 4 - len(last)] + last if last else ''}"]


def days_of_month(text: str) -> list[str]:
    """Several days of a month: `18–20 April 2018`, `April 18-20, 2018`."""
    first = re.fullmatch(rf"(\d{{1,2}})\s*[-–—]\s*(\d{{1,2}}),? (?:de )?{WORD},? (?:de )?{Y}", text)
    second = re.fullmatch(rf"{WORD} (\d{{1,2}})\s*[-–—]\s*(\d{{1,2}}),? {Y}", text)
    if not (first or second):
        return []
    a, b, word, year = first.groups() if first else (second[2], second[3], second[1], second[4])  # type: ignore[index]
    month = number(word)
    return [f"{year}-{month:02}-{int(a):02}/{year}-{month:02}-{int(b):02}"] if month else []


def marked_year(text: str) -> list[str]:
    """A year in brackets, with a letter, a question mark or a sign of copyright."""
    if match := re.fullmatch(r"\[(\d{4})\]", text):
        return [match[1], f"{match[1]}?"]
    if match := re.fullmatch(r"\[?(\d{4})\s*\?\]?", text):
        return [f"{match[1]}?"]
    if match := re.fullmatch(r"\[(?:c|ca|circa)\.? ?(\d{4})\??\]", text):
        return [f"{match[1]}~"]
    match = re.fullmatch(r"(?:[©cp]|cop\.|\(c\))? ?\(?(\d{4})\)?[a-z]?[.,;]?", text, re.IGNORECASE)
    return [match[1]] if match else []


def without_time(text: str) -> list[str]:
    """A day with a time, which no citation has."""
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T ]\d.*", text)
    return [match[1]] if match else []


def decade(text: str) -> list[str]:
    """A decade or century, as EDTF marks it (`201X`) or words say it (`1990s`)."""
    if match := re.fullmatch(r"(\d{3})[Xxu?]|(\d{3})0s", text):
        first = (match[1] or match[2]) + "0"
        return [f"{first}/{int(first) + 9}"]
    match = re.fullmatch(r"(\d{4})-(?:XX|xx)(?:-(?:XX|xx))?|(\d{4}-\d{2})-(?:XX|xx)", text)
    return [match[1] or match[2]] if match else []


def original_year(text: str) -> list[str]:
    """The year of a reprint, with that of the original in brackets."""
    match = re.fullmatch(r"\[(\d{4})\] (\d{4})|(\d{4}) [\[(](\d{4})[\])]", text)
    return [match[2] or match[3]] if match else []


def words_about(text: str) -> list[str]:
    """A day with words before it: `Accessed: 3 March 2010`, `published 2001`."""
    match = re.fullmatch(r"[^\W\d][^\d]*?:? (\d.*|[^\W\d]+\.? \d.*)", text)
    rest = re.fullmatch(r"(?:[^\W\d]+:?\s)+?(.+)", text) if match else None
    day = one_day(rest[1]) if rest else ""
    return [day] if day else []


GUESSES: tuple[Guess, ...] = (
    ambiguous_order, year_range, decade, marked_year, without_time, other_order, days_of_month, original_year,
    words_about,
)  # fmt: skip


# Year, month and day in fields of their own, as BibTeX has them


def joined_date(year: str, month: str, day: str) -> tuple[str, Fault | None]:
    """The date that BibTeX's fields say together, and what of it cannot be read."""
    date, fault = read_typed_date("year", year)
    if fault or not (month or day):
        return date, fault
    months, day = plain(month).strip(",. "), plain(day).strip(". ")
    if not re.fullmatch(r"\d{4}", date):
        return date, Fault(f"month '{months}' beside the year '{date}'", "delete the month")
    months, day = with_day(months, day)
    spans = re.split(r"\s*[-–—/]+\s*|\s+(?:and|y|e|et|und)\s+", months) if months else []
    numbers = [number(word.strip(".")) for word in spans]
    if (
        not all(0 < n < 13 for n in numbers)
        or len(numbers) > 2
        or not numbers
        or (day and len(numbers) > 1)
    ):
        return date, unreadable_month(date, months, day)
    parts = [f"{date}-{n:02}" for n in numbers]
    text = "/".join(
        [parts[0] + (f"-{int(day):02}" if day.isdigit() else f"-{day}" if day else ""), *parts[1:]]
    )
    checked, fault = read_typed_date("date", text)
    return (
        (checked, None)
        if not fault
        else (date, Fault(fault.what.replace("date", "year, month and day", 1), fault.remedy))
    )


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
