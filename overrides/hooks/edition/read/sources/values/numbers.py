"""Reads pages, volumes, editions and standard numbers into one form each; what cannot be read is a fault."""

import re
from collections.abc import Callable, Mapping

from edition.read.sources.values.tex import Fault

ValueOrFault = tuple[str, Fault | None]
"""A value in our form, and what of it cannot be read."""

DASH = r"\s*(?:-{2,3}|[–—‒―−]|‐{2})\s*"
LABEL = re.compile(
    r"(?:pp?\.\s*|pp?\s*(?=\d)|(?:pp?|pgs?|págs?|páginas?|pages?|seiten?)[.:]?\s+|S(?:\.\s*|\s+)|第)(?=\w)|\s*页$",
    re.IGNORECASE,
)
PAGE = re.compile(r"[A-Za-z]{0,4}[.:-]?\d[\w.:/]*(?:-\w+)?\+?|[ivxlcdm]+|[IVXLCDM]+")
"""A page, or the number of an article: `12`, `A12`, `e1002`, `12-1`, `A-1`, `xii`, `5+`."""
TWICE = re.compile(r"(\w+-\w+)-(\w+-\w+)")
FOLLOWING = re.compile(r"(.*?)\s*(f{1,2}\.?|et\s+seq\.|y\s+ss\.|ss\.)")
AMOUNT = re.compile(
    r"(?:[ivxlc]+,? ?(?:\+ ?)?)?(\d+)\s*(?:pp?|pages|págs?|páginas|S|Seiten|页)\.?", re.IGNORECASE
)
ORDINAL_WORDS = """
first primera primeira première erste 第一版
second segunda deuxième zweite 第二版
third tercera terceira troisième dritte 第三版
fourth cuarta quarta quatrième vierte 第四版
fifth quinta cinquième fünfte 第五版
sixth sexta sixième sechste 第六版
seventh séptima sétima septième siebte
eighth octava oitava huitième achte
ninth novena nona neuvième neunte
tenth décima dixième zehnte
""".strip().split("\n")
ORDINALS = {word: str(n) for n, words in enumerate(ORDINAL_WORDS, 1) for word in words.split()}
EDITION = re.compile(
    r"(\d+)\s*(?:st|nd|rd|th|\.?[ªºa°]|ème|e|\.)?\s*(?:(?:ed\.?|edn\.?|edition|edición|edição|édition|éd\.?|aufl\.?|auflage|版))?",
    re.IGNORECASE,
)
EDITION_WORD = re.compile(
    r"\s*(?:ed\.?|edition|edición|edição|édition|aufl\.?|auflage)$", re.IGNORECASE
)


def read_pages(text: str) -> ValueOrFault:
    """Pages as ranges with an en dash between first and last, and a comma between ranges."""
    if amount := AMOUNT.fullmatch(text):
        what = f"pages '{text}' are an amount, not the pages on which something stands"
        return text, Fault(what, f"write 'totalpages = {{{amount[1]}}}' instead")
    ranges = [
        one_range(part)
        for part in re.split(
            r"\s*[,;&]\s*|\s+and\s+|\s+y\s+|\s+und\s+", LABEL.sub("", text.strip(" ."), count=1)
        )
    ]
    if not all(ranges):
        meant = TWICE.sub(r"'\1--\2'", text) if TWICE.fullmatch(text) else "12–15, or 12, 15–18"
        remedy = f"write them as {meant}"
        return text, Fault(f"pages '{text}' cannot be read", remedy)
    for first, _, last in (page.partition("–") for page in ranges):
        if first.isdigit() and last.isdigit() and int(last) < int(first):
            what = f"pages '{text}' run from the higher to the lower"
            return text, Fault(what, f"write '{last}–{first}', or the last page as it was")
    return ", ".join(ranges), None


def one_range(text: str) -> str:
    """A page, or a range with its last page in full; empty where it is none."""
    text = LABEL.sub("", text, count=1)
    if (following := FOLLOWING.fullmatch(text)) and PAGE.fullmatch(following[1]):
        return f"{following[1]}{following[2].strip('.')}" if following[2].startswith("f") else text
    ends = re.split(DASH, text)
    if len(ends) == 1 and not re.match(r"[A-Za-z]+-|\w+-\w+-", text):
        ends = re.split(r"\s*[-‐‑]\s*", text)
    if len(ends) > 2 or not all(PAGE.fullmatch(end) for end in ends):
        return ""
    return "–".join([ends[0], *(in_full(ends[0], end) for end in ends[1:])])


def in_full(first: str, last: str) -> str:
    """The last page of a range, which may lack the figures that it shares with the first: `345–52`."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        whole = first[: -len(last)] + last
        return whole if int(whole) > int(first) else last
    return last


def read_edition(text: str) -> ValueOrFault:
    """An edition as its number alone, where it has one and no more is said of it: `2`, `Second`, `2nd ed.`."""
    if match := EDITION.fullmatch(text):
        return match[1], None
    word = EDITION_WORD.sub("", text).lower()
    return ORDINALS.get(word, text), None


def without_label(name: str, *labels: str) -> Callable[[str], ValueOrFault]:
    """Reads a number that is given without the word that styles print before it."""
    label = re.compile(rf"(?:{'|'.join(labels)})(?:\.\s*|\s+|(?<=\w\w))(\d\S*)", re.IGNORECASE)

    def read(text: str) -> ValueOrFault:
        match = label.fullmatch(text)
        if not match:
            return text, None
        return text, Fault(
            f"{name} '{text}' holds a word that styles print", f"write '{name} = {{{match[1]}}}'"
        )

    return read


def read_isbn(text: str) -> ValueOrFault:
    """One ISBN or several (ISO 2108), each with the right check digit."""
    return standard_numbers(
        "isbn", text, r"[\dXx](?:[-‐‑–\s]?[\dXx]){9}(?:[-‐‑–\s]?\d){0,3}", is_isbn
    )


def read_issn(text: str) -> ValueOrFault:
    """One ISSN or several (ISO 3297), each with the right check digit."""
    return standard_numbers("issn", text, r"\d{4}[-‐‑–\s]?\d{3}[\dXx]", is_issn)


def standard_numbers(
    name: str, text: str, form: str, is_right: Callable[[str], bool]
) -> ValueOrFault:
    parts = re.split(r"[,;/\s]+", text)
    numbers = parts if all(is_right(bare(part)) for part in parts) else re.findall(form, text)
    said = "" if numbers == parts else re.sub(form, "", text)
    said = re.sub(rf"(?i){name}(?:-1[03])?|[\s:,;/]", "", said)
    for number in numbers:
        if not is_right(bare(number)):
            what = f"{name} '{number}' has a wrong check digit"
            return text, Fault(
                what,
                "compare it with the source; one that is misprinted there belongs into 'remark'",
            )
    plain = ", ".join(re.sub(r"[‐‑–\s]+", "-", number) for number in numbers)
    if said or not numbers:
        if name == "isbn" and is_issn(bare(text)):
            return text, Fault(f"isbn '{text}' is an ISSN", f"write 'issn = {{{text}}}' instead")
        remedy = f"write '{name} = {{{plain}}}'" if numbers else f"write it as {EXAMPLES[name]}"
        return text, Fault(f"{name} '{text}' cannot be read", remedy)
    return plain, None


EXAMPLES = {"isbn": "978-92-1-112911-3", "issn": "1020-1017"}


def bare(number: str) -> str:
    return re.sub(r"[^\dX]", "", number.upper())


def is_isbn(number: str) -> bool:
    """Whether the check digit of an ISBN of 10 or 13 digits is right."""
    if len(number) == 10 and "X" not in number[:9]:
        return (
            sum((10 - at) * (10 if d == "X" else int(d)) for at, d in enumerate(number)) % 11 == 0
        )
    if len(number) == 13 and number.isdigit():
        return sum((3 if at % 2 else 1) * int(digit) for at, digit in enumerate(number)) % 10 == 0
    return False


def is_issn(number: str) -> bool:
    """Whether the check digit of an ISSN is right."""
    if len(number) != 8 or "X" in number[:7]:
        return False
    return sum((8 - at) * (10 if d == "X" else int(d)) for at, d in enumerate(number)) % 11 == 0


READERS: Mapping[str, Callable[[str], ValueOrFault]] = {
    "pages": read_pages,
    "edition": read_edition,
    "volume": without_label("volume", "vol", "volume", "band", "bd", "tome", "tomo", "t", "v"),
    "number": without_label(
        "number", "no", "nos", "number", "num", "núm", "nº", "n°", "nr", "issue"
    ),
    "issue": without_label("issue", "no", "number", "issue"),
    "chapter": without_label(
        "chapter", "ch", "chap", "chapter", "capítulo", "cap", "kapitel", "kap", "chapitre"
    ),
    "isbn": read_isbn,
    "issn": read_issn,
}
"""How the fields with numbers are read."""
