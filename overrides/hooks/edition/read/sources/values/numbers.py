"""Reads pages, volumes, editions and standard numbers into one form each; what cannot be read is a fault."""

import re
from collections.abc import Callable, Mapping

from edition.read.sources.values.page_numbers import read_pages
from edition.read.sources.values.tex import Fault

ValueOrFault = tuple[str, Fault | None]
"""A value in our form, and what of it cannot be read."""

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
EDITION_FIRST = re.compile(
    r"(?:ed\.?|edition|edición|edição|édition|第)\s*(\d+)\s*版?", re.IGNORECASE
)
EDITION_WORD = re.compile(
    r"\s*(?:ed\.?|edition|edición|edição|édition|aufl\.?|auflage)$", re.IGNORECASE
)


def read_edition(text: str) -> ValueOrFault:
    """An edition as its number alone, where it has one and no more is said of it: `2`, `Second`, `2nd ed.`."""
    if match := EDITION.fullmatch(text):
        return match[1], None
    if match := EDITION_FIRST.fullmatch(text):
        return match[1], None
    word = EDITION_WORD.sub("", text).lower()
    return ORDINALS.get(word, text), None


def without_label(name: str, *labels: str) -> Callable[[str], ValueOrFault]:
    """Reads a number that is given without the word that styles print before it."""
    label = re.compile(
        rf"(?:{'|'.join(labels)})(?:\.?º?\.?\s+|\.\s*|(?=\d))(\S+)|第\s*(\d+)\s*[卷期章版]|(\d+)\s*[卷期章]",
        re.IGNORECASE,
    )

    def read(text: str) -> ValueOrFault:
        text = re.sub(r"(?<=\d)\s*[.,;]$", "", text)
        if wrong := no_number(name, text):
            return text, wrong
        match = label.fullmatch(text)
        if not match:
            return text, None
        what = f"{name} '{text}' holds a word that styles print"
        return text, Fault(what, f"write '{name} = {{{match[1] or match[2] or match[3]}}}'")

    return read


def no_number(name: str, text: str) -> Fault | None:
    """What is wrong with a number that is none, or two: `-`, `12(3)`, `2 vols.`."""
    if re.fullmatch(r"[-–—?.]+|0+|n/?a", text, re.IGNORECASE) and name != "version":
        return Fault(f"{name} '{text}' is no number", f"delete '{name}'")
    if name != "volume":
        return None
    if two := re.fullmatch(
        r"(\w+)\s*(?:\((\w+(?:[-–]\w+)?)\)|,\s*(?:no|nr|n|issue)\.?º?\s*(\w+))", text
    ):
        remedy = f"write 'volume = {{{two[1]}}}, number = {{{two[2] or two[3]}}}'"
        return Fault(f"volume '{text}' is a volume and a number", remedy)
    if several := re.fullmatch(r"(\d+) ?(?:vols?|v|bde|bände|tomos|vol)\.?", text, re.IGNORECASE):
        return Fault(f"volume '{text}' is an amount", f"write 'volumes = {{{several[1]}}}' instead")
    if number := re.fullmatch(r"(?:no|nr|núm)\.?\s*(\w+)", text, re.IGNORECASE):
        return Fault(f"volume '{text}' is a number", f"write 'number = {{{number[1]}}}' instead")
    return None


def read_volumes(text: str) -> ValueOrFault:
    """How many volumes a work has, without a word for them."""
    if match := re.fullmatch(
        r"(\w+)\s*(?:vols?|v|bde?|bände|tom(?:os?|es?)|t|卷|册)\.?", text, re.IGNORECASE
    ):
        what = f"volumes '{text}' holds a word that styles print"
        return text, Fault(what, f"write 'volumes = {{{match[1]}}}'")
    return text, None


def read_amount(text: str) -> ValueOrFault:
    """The number of pages of a work, without a word for them."""
    match = re.fullmatch(
        r"(.*?\d+)\s*(?:pp?|pages|págs?|páginas|S|Seiten|页)\.?", text, re.IGNORECASE
    )
    if not match:
        return text, None
    what = f"totalpages '{text}' holds a word that records print"
    return text, Fault(what, f"write 'totalpages = {{{match[1]}}}'")


def read_version(text: str) -> ValueOrFault:
    """A version by its number: `v2.1` is 2.1."""
    number = re.fullmatch(r"v\.?\s?(\d\S*)", text, re.IGNORECASE)
    return (
        (number[1], None)
        if number
        else without_label("version", "version", "versión", "versão")(text)
    )


def read_isbn(text: str) -> ValueOrFault:
    """One ISBN or several (ISO 2108), each with the right check digit."""
    return standard_numbers(
        "isbn", text, r"[\dXx](?:[-‐‑–\s]?[\dXx]){9}(?:[-‐‑–\s]?\d){0,3}", is_isbn
    )


def ordinal(number: int) -> str:
    """A number as English counts in figures: `1st`, `12th`, `23rd`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}th" if number % 100 in (11, 12, 13) else f"{number}{ending}"


def read_issn(text: str) -> ValueOrFault:
    """One ISSN or several (ISO 3297), each with the right check digit."""
    return standard_numbers("issn", text, r"\d{4}[-‐‑–\s]?\d{3}[\dXx]", is_issn)


def standard_numbers(
    name: str, text: str, form: str, is_right: Callable[[str], bool]
) -> ValueOrFault:
    text = re.sub(r"(?<=\d)x\b", "X", text.strip(" .,;"))
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
    if re.fullmatch(r"[?\-–—.]*|none|n/?a|unknown", text, re.IGNORECASE):
        return text, Fault(f"{name} '{text}' is none", f"delete '{name}'")
    if said or not numbers:
        issns = dict.fromkeys(re.split(r"[,;\s]+", text)) if name == "isbn" else {}
        if issns and all(is_issn(bare(issn)) for issn in issns):
            meant = ", ".join(issns)
            return text, Fault(f"isbn '{text}' is an ISSN", f"write 'issn = {{{meant}}}' instead")
        remedy = (
            f"write '{name} = {{{plain}}}'"
            if numbers
            else f"write its number alone, such as {EXAMPLES[name]}"
        )
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
    "volumes": read_volumes,
    "edition": read_edition,
    "totalpages": read_amount,
    "volume": without_label(
        "volume",
        "vols?",
        "volume",
        "band",
        "bd",
        "tome",
        "tomo",
        "jg",
        "jahrgang",
        "año",
        "ano",
        "année",
        "t",
        "v",
    ),
    "number": without_label(
        "number",
        "nos?",
        "numbers?",
        "num",
        "núm",
        "número",
        "n",
        "n[º°o]",
        "nr",
        "№",
        "#",
        "issue",
        "heft",
        "h",
    ),
    "issue": without_label("issue", "nos?", "number", "issue"),
    "chapter": without_label(
        "chapter", "ch", "chap", "chapter", "capítulo", "cap", "kapitel", "kap", "chapitre"
    ),
    "part": without_label("part", "part", "pt", "parte", "teil", "partie"),
    "version": read_version,
    "eid": without_label("eid", "article", "art", "artículo", "paper", "id"),
    "isbn": read_isbn,
    "issn": read_issn,
}
"""How the fields with numbers are read."""
