"""Reads addresses and numbers of works as people copy them: without resolver, TeX, HTML and percent signs."""

import html
import re
from urllib.parse import unquote

from edition.read.sources.values.tex import Fault, plain_address

RESOLVER = re.compile(
    r"(?:(?:https?://)?(?:(?:dx|www)\.)?doi\.org/|doi(?::\s*|\s+))(?=10\.)", re.IGNORECASE
)
"""What stands before the number of a DOI where it is shown as people show it (DOI Handbook, 2.6)."""
ARXIV = re.compile(r"(?:arxiv:\s*|https?://arxiv\.org/(?:abs|pdf)/)(?=\S)", re.IGNORECASE)
NONE = re.compile(
    r"[?\-–—.]+|none|n/?a|null|unknown|no (?:doi|url|isbn|issn)|<go to isi>.*", re.IGNORECASE
)
"""What programs and people write where there is none."""
LESS = {"less": "<", "greater": ">"}
ENCODED = re.compile(r"%(?:28|29|2F|3A|3B|3C|3E)", re.IGNORECASE)
WHOLE = re.compile(r"10\.\d{4,}(?:\.\d+)*/[^\s\\{}]+")
SECOND = re.compile(r"[;,]\s*(?:https?:|doi|10\.\d{4,}/)", re.IGNORECASE)
"""Where a second DOI begins."""
DOI = re.compile(r"10\.\d{4,}(?:\.\d+)*/[^\s{}\\,;]+")
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", re.IGNORECASE)


def read_address(name: str, typed: str) -> tuple[str, Fault | None]:
    """An address as it is, and what of it cannot be read; `evidence` is text and stays as typed."""
    text = re.sub(r"^\{([^{}]*)\}$", r"\1", typed.strip())
    if name == "evidence":
        return typed, None
    if NONE.fullmatch(text):
        return "", Fault(f"{name} '{text}' is none", f"delete '{name}'")
    if ENTITY.search(text):
        meant = html.unescape(text)
        return meant, Fault(f"HTML in '{name}'", f"write '{meant}'")
    if name == "eprint":
        return ARXIV.sub("", text), None
    return doi_of(text) if name == "doi" else (text, None)


def doi_of(text: str) -> tuple[str, Fault | None]:
    """A DOI without its resolver; where it was copied from an address or with what stands around it, a fault."""
    number = RESOLVER.sub("", text)
    if ENCODED.search(number) and DOI.search(number):
        meant = unquote(number)
        return meant, Fault(
            f"doi '{text}' is percent-encoded, as in an address", f"write it as {meant}"
        )
    if WHOLE.fullmatch(number) and not SECOND.search(number) and "$" not in number:
        return number, None
    meant = meant_doi(number)
    return (
        (meant, Fault(f"doi '{text}' cannot be read", f"write it as {meant}"))
        if meant
        else (number, None)
    )


def meant_doi(number: str) -> str:
    """The DOI that was meant by one with TeX, a blank or something around it; empty where none is."""
    plain = without_tex(number)
    if WHOLE.fullmatch(plain) and not SECOND.search(plain):
        return plain
    if re.fullmatch(r"10\.\S+ \w\S*", number) and "10." not in number.partition(" ")[2]:
        return number.replace(" ", "")
    found = DOI.search(re.sub(r"\\[a-z]+\{|[{}\\]", " ", plain))
    around = ")].,;" if "<" in plain.partition("/")[2] else ")].,;>"
    return found[0].rstrip(around) if found else ""


def without_tex(number: str) -> str:
    """A number without the commands by which TeX has its signs."""
    signs = re.sub(r"\{?\\text(less|greater)(?:\{\}|\s)?\}?", lambda sign: LESS[sign[1]], number)
    return re.sub(r"\{([&%_#~])\}|\$([<>])\$", r"\1\2", plain_address(signs))
