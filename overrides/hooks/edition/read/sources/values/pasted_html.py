"""Says where a field holds HTML, which other programs put into BibTeX, and how TeX has it."""

import html
import re
from collections.abc import Mapping

from edition.read.sources.values.tex import Fault

ELEMENT = re.compile(
    r"<(i|em|b|strong|sup|sub|span|scp|sc|p|jats:\w+)\b[^<>]*>(.*?)</\1>", re.IGNORECASE
)
TAG = re.compile(
    r"</?(?:i|em|b|strong|sup|sub|span|scp|sc|p|br|jats:\w+)\b[^<>]*/?>", re.IGNORECASE
)
BREAK = re.compile(r"\s*</?(?:p|br)\b[^<>]*>\s*(?!$)", re.IGNORECASE)
"""What sets words apart without a blank."""
BRACKETS = re.compile(r"&(?:lt|gt|#6[02]|#x3[CE]);", re.IGNORECASE)
"""The brackets of elements that were made signs."""
ENTITY = re.compile(r"\\?&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,8}|#\d+|#x[0-9a-f]+);", re.IGNORECASE)
COMMANDS: Mapping[str, str] = {
    "i": "emph", "em": "emph", "b": "textbf", "strong": "textbf", "sup": "textsuperscript", "sub": "textsubscript",
}  # fmt: skip
TEX_SIGNS: Mapping[str, str] = {"&": r"\&", "%": r"\%", "#": r"\#", "$": r"\$", "\u00a0": "~"}


def fault_of_html(name: str, text: str) -> Fault | None:
    """What is wrong with a field that holds elements or signs of HTML."""
    if not (TAG.search(text) or ENTITY.search(text)):
        return None
    return Fault(f"HTML in '{name}'", f"write '{name} = {{{as_tex(text)}}}'")


def as_tex(text: str) -> str:
    """A text with HTML as TeX: what has no command of TeX's is left out."""
    text = BRACKETS.sub(lambda entity: html.unescape(entity[0]), text)
    while ELEMENT.search(text):
        text = ELEMENT.sub(in_command, text)
    return ENTITY.sub(sign, TAG.sub("", BREAK.sub(" ", text)))


def in_command(element: re.Match[str]) -> str:
    command = COMMANDS.get(element[1].lower())
    return f"\\{command}{{{element[2]}}}" if command else element[2]


def sign(entity: re.Match[str]) -> str:
    plain = html.unescape(entity[0].removeprefix("\\"))
    return TEX_SIGNS.get(plain, plain)
