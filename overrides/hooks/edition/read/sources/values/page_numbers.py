"""Reads pages as people type them: ranges with an en dash, commas between them; what cannot be read is a fault."""

import re
import unicodedata

from edition.read.sources.values.tex import Fault

DASH = r"\s*(?:-{2,3}|[–—‒―−]|‐{2})\s*|\s+-\s+|\s+(?:to|bis)\s+"
LABEL = re.compile(
    r"(?:pp?\.\s*|pp?\s*(?=\d)|(?:pp|p|pgs?|págs?|páginas?|pages?|seiten?)[.:]?\s+|S(?:\.\s*|\s+)|第)(?=\w)",
    re.IGNORECASE,
)
ROMAN = r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
PAGE = re.compile(rf"[A-Za-z]{{0,4}}[.:-]?\d[\w.:/]*(?:-\w+)?\+?|(?=\w)(?:{ROMAN}|{ROMAN.upper()})")
"""A page, or the number of an article: `12`, `A12`, `e1002`, `12-1`, `A-1`, `xii`, `5+`."""
ROMANS = re.compile(rf"(?=\w)({ROMAN})[-‐‑]((?=\w){ROMAN})", re.IGNORECASE)
TWICE = re.compile(r"(\w+-\w+)-(\w+-\w+)")
FOLLOWING = re.compile(r"(.*?)\s*(f{1,2}\.?|et\s+seq\.?|y\s+ss\.?|ss\.|sqq?\.?)")
AMOUNT = re.compile(
    r"(?:[ivxlc]+,? ?(?:\+ ?)?)?(\d+)\s*(?:pp?|pages|págs?|páginas|S|Seiten|页)\.?", re.IGNORECASE
)
ARTICLE = re.compile(
    r"(?:article|art\.?(?:\s*no\.?)?|artículo|id|paper)\s*(\w*\d\w*)", re.IGNORECASE
)
NONE = re.compile(
    r"[?\-–—.]+|0+(?:\s*[-–—]+\s*0+)?|n\.?\s?p\.?|n/?a\.?|none|in press|forthcoming", re.IGNORECASE
)
"""What programs and people write where there are no pages."""
THOUSANDS = re.compile(r"(\d{1,3}),(\d{3})(?!\d)")
SEPARATOR = re.compile(r"\s*[,;&]\s*|\s+and\s+|\s+y\s+(?!ss)|\s+und\s+|\s+e\s+|\s+et\s+(?!seq)")


def read_pages(typed: str) -> tuple[str, Fault | None]:
    """Pages as ranges with an en dash between first and last, and a comma between ranges."""
    text = unicodedata.normalize("NFKC", typed).strip(" .,;")
    if wrong := no_pages(text or typed, typed):
        return typed, wrong
    whole = LABEL.sub("", text.removesuffix("页").strip(), count=1) if LABEL.match(text) else text
    ranges = [one_range(part) for part in SEPARATOR.split(whole)]
    if not all(ranges):
        return typed, Fault(f"pages '{typed}' cannot be read", f"write them as {meant(text)}")
    for first, _, last in (page.partition("–") for page in ranges):
        if first.isdigit() and last.isdigit() and int(last) < int(first):
            what = f"pages '{typed}' run from the higher to the lower"
            return typed, Fault(what, f"write '{last}–{first}', or the last page as it was")
    return ", ".join(ranges), None


def no_pages(text: str, typed: str) -> Fault | None:
    """What is wrong with pages that are none: an amount, the number of an article, or a sign that there are none."""
    if amount := AMOUNT.fullmatch(text):
        what = f"pages '{typed}' are an amount, not the pages on which something stands"
        return Fault(what, f"write 'totalpages = {{{amount[1]}}}' instead")
    if article := ARTICLE.fullmatch(text):
        what = f"pages '{typed}' are the number of an article"
        return Fault(what, f"write 'eid = {{{article[1]}}}' instead")
    if NONE.fullmatch(text):
        return Fault(f"pages '{typed}' are no pages", "delete 'pages'")
    if THOUSANDS.search(text):
        joined, parted = THOUSANDS.sub(r"\1\2", text), THOUSANDS.sub(r"\1, \2", text)
        return Fault(
            f"the comma in pages '{typed}' can be read in two ways",
            f"write '{joined}', or '{parted}'",
        )
    return None


def one_range(text: str) -> str:
    """A page, or a range with its last page in full; empty where it is none."""
    text = LABEL.sub("", text, count=1) if LABEL.match(text) else text
    if (following := FOLLOWING.fullmatch(text)) and PAGE.fullmatch(following[1]):
        return f"{following[1]}{'f' if following[2].strip('.') == 'f' else 'ff'}"
    ends = re.split(DASH, text)
    if romans := ROMANS.fullmatch(text):
        ends = [romans[1], romans[2]]
    elif len(ends) == 1 and not re.match(r"[A-Za-z]+-|\w+-\w+-", text):
        ends = re.split(r"\s*[-‐‑]\s*", text)
    if len(ends) > 2 or not all(PAGE.fullmatch(end) for end in ends):
        return ""
    return "–".join([ends[0], *(in_full(ends[0], end) for end in ends[1:])])


def meant(text: str) -> str:
    """How pages that cannot be read should be written."""
    if TWICE.fullmatch(text):
        return TWICE.sub(r"'\1--\2'", text)
    if open_end := re.fullmatch(r"(\d+)\s*[-–—]+", text):
        return f"'{open_end[1]}ff', or with the last page"
    if re.fullmatch(r"[\d–-]+(?:\+\d+)+", text):
        return f"'{text.replace('–', '--').replace('-', '--', text.count('-') == 1).replace('+', ', ')}'"
    return "12–15, or 12, 15–18"


def in_full(first: str, last: str) -> str:
    """The last page of a range, which may lack the figures that it shares with the first: `345–52`."""
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        whole = first[: -len(last)] + last
        return whole if int(whole) > int(first) else last
    return last
