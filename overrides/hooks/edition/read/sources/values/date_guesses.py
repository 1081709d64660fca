"""How a date that is written otherwise than in our notation should be written."""

import re
from collections.abc import Callable

from edition.model.dates import read_date

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
Y, M, D = r"(\d{4})", r"(\d{1,2})", r"(\d{1,2})(?:st|nd|rd|th|er|[º°]|\.)?"
WORD = r"([^\W\d_]+)\.?"
ORDERS: tuple[tuple[str, str], ...] = (
    (rf"{D}[,-]? ?(?:de )?{WORD},?[ -](?:de |del )?{Y}", "dmy"),
    (rf"{WORD} {D},? (?:de )?{Y}", "mdy"),
    (rf"{WORD},? (?:de |del )?{Y}", "my"),
    (rf"{Y},?[ -]{WORD}[ -]{D}", "ymd"),
    (rf"{Y},?[ -]{WORD}", "ym"),
    (rf"{Y}[-–/.]+{M}[-–/.]+{D}", "ymd"),
    (rf"{Y}[-/.]{M}", "ym"),
    (rf"{M}[/.-]{Y}", "my"),
    (rf"{D}\. ?{M}\. ?{Y}", "dmy"),
    (rf"{M}\. ?{D}\. ?{Y}", "mdy"),
    (r"(\d{4})(\d{2})(\d{2})", "ymd"),
    (r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日", "ymd"),
    (r"(\d{4}) ?年 ?(\d{1,2}) ?月", "ym"),
    (r"(\d{4})年?", "y"),
)
"""How days are written elsewhere, and the order of their parts."""


def suggested(text: str) -> str:
    """How a date that is written otherwise should be written; empty where that is not sure."""
    if season := in_season(text):
        return season
    if both := in_two_fields(text):
        return both
    if re.fullmatch(r"[-–—?.]+|unknown|desconocid[oa]|inconnue?|unbekannt", text, re.IGNORECASE):
        return "write it as 'n.d.'"
    if re.match(r"-\d", text):
        return "give the date of the edition that is cited: years before Christ have no place here"
    for guess in GUESSES:
        if ways := [way for way in guess(text) if is_readable(way)]:
            return "write it as " + " or ".join(f"'{way}'" for way in ways)
    return ""


def in_season(text: str) -> str:
    """How the season of a year is said, in words or as EDTF has it (`2018-21`); empty where there is none."""
    word = next((word for word in re.findall(r"[^\W\d]+", text) if word.lower() in SEASONS), "")
    years = re.search(r"(\d{4})(?:\s*[/–-]\s*(\d{4}|\d{2}))?", text)
    if word and years:
        first, last = years[1], years[2] or ""
        year = f"{first}/{first[: 4 - len(last)]}{last}" if last else first
        return f"write it as '{year}', and the season as 'issue = {{{word}}}'"
    coded = re.fullmatch(r"(\d{4})-(2[1-4])[~?%]?", text)
    if not coded:
        return ""
    in_range = f"{coded[1]}/{coded[1][:2]}{coded[2]}"
    return (
        f"write it as '{in_range}', or, for a season, as '{coded[1]}' beside 'issue = {{Spring}}'"
    )


def in_two_fields(text: str) -> str:
    """How a year is said that stands with that of the original, or with what is yet to come; else empty."""
    original = re.fullmatch(r"\[(\d{4})\] ?(\d{4})|(\d{4}) ?[\[(](\d{4})[\])]", text)
    if original:
        year, first = (original[2], original[1]) if original[1] else (original[3], original[4])
        return f"write it as '{year}', and the year of the original as 'origdate = {{{first}}}'"
    words = r"forthcoming|in press|inpress|in preparation|submitted"
    state = re.fullmatch(rf"({words}),? (\d{{4}})|(\d{{4}}),? \(?({words})\)?", text, re.IGNORECASE)
    if not state:
        return ""
    word = (state[1] or state[4]).lower()
    return f"write it as '{state[2] or state[3]}' beside 'pubstate = {{{word}}}'"


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


def open_range(text: str) -> list[str]:
    """A year before or after which it was: `before 1890`, `after 1890`, `1890 on`."""
    before = re.fullmatch(r"(?:before|until|bis|vor|antes\s+de|avant) (\d{4})", text, re.IGNORECASE)
    after = re.fullmatch(
        r"(?:after|since|from|ab|nach|seit|desde|después\s+de|après) (\d{4})", text, re.IGNORECASE
    )
    return [f"/{before[1]}"] if before else [f"{after[1]}/"] if after else []


def circa_range(text: str) -> list[str]:
    """Two years of which neither is sure, `c. 1890-1900`, and one marked before it, `~2018`."""
    if match := re.fullmatch(r"[~≈](\d{4})", text):
        return [f"{match[1]}~"]
    match = re.fullmatch(r"(?:c|ca|circa|cca)\.? ?(\d{4})\s*[-–—/]\s*(\d{4})", text, re.IGNORECASE)
    return [f"{match[1]}~/{match[2]}~"] if match else []


def between_years(text: str) -> list[str]:
    """`between 1890 and 1910`, `1890 to 1910`."""
    match = re.fullmatch(
        r"(?:between|entre|zwischen)? ?(\d{4}) (?:and|y|e|et|und|to|bis|a) (\d{4})",
        text,
        re.IGNORECASE,
    )
    return [f"{match[1]}/{match[2]}"] if match else []


def shortened_range(text: str) -> list[str]:
    """A second month or day without what it shares with the first: `2018-04/05`, `2018-04-20/22`."""
    match = re.fullmatch(r"(\d{4}-\d{2}-)(\d{2})\s*[/–]\s*(\d{2})", text)
    if match:
        return [f"{match[1]}{match[2]}/{match[1]}{match[3]}"]
    match = re.fullmatch(r"(\d{4}-)(\d{2})/(\d{2})", text)
    return (
        [f"{match[1]}{match[2]}/{match[1]}{match[3]}", f"{match[1]}{match[2]}-{match[3]}"]
        if match
        else []
    )


def year_at_end(text: str) -> list[str]:
    """Two days or months with one year, at their end: `18 April – 2 May 2018`, `April–May 2018`."""
    match = re.fullmatch(r"(.*?\D)\s*[-–—/]+\s*(.*\D) ?(\d{4})", text)
    if not match or re.search(r"\d{4}", match[1] + match[2]):
        return []
    first, last = (
        one_day(f"{match[1].strip()} {match[3]}"),
        one_day(f"{match[2].strip()} {match[3]}"),
    )
    return [f"{first}/{last}"] if first and last else []


def words_about(text: str) -> list[str]:
    """A day with words before it: `Accessed: 3 March 2010`, `published 2001`."""
    match = re.fullmatch(r"[^\W\d][^\d]*?:? (\d.*|[^\W\d]+\.? \d.*)", text)
    rest = re.fullmatch(r"(?:[^\W\d]+:?\s)+?(.+)", text) if match else None
    day = one_day(rest[1]) if rest else ""
    return [day] if day else []


GUESSES: tuple[Guess, ...] = (
    ambiguous_order, year_range, decade, circa_range, open_range, between_years, marked_year, without_time,
    shortened_range, other_order, days_of_month, year_at_end, words_about,
)  # fmt: skip
