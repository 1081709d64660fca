"""Takes comments and spare white space out of style sheets and scripts."""

import re

import rcssmin
import rjsmin

EMPTY = re.compile(r"(--[\w-]+:)(?=[;}])")
NUMBER = re.compile(r"^  const ([A-Z]\w+) = ([\d.]+);", re.MULTILINE)
"""A number that a script names, on a line of its own."""
CONSTANT = re.compile(r"(^ *|\()const (?=[\w\[{])", re.MULTILINE)
END = re.compile(r"\}\n(?=(?!else|catch|finally|while)[\w$])")
"""The end of a line between two statements, which no string holds."""


def style(text: str) -> str:
    """A smaller style sheet; a custom property without a value keeps one blank, or browsers of 2022 pass over it."""
    return EMPTY.sub(r"\1 ", str(rcssmin.cssmin(text)))


def script(text: str) -> str:
    """A smaller script; where a line ended, a semicolon stands, which packs better."""
    return END.sub("};", str(rjsmin.jsmin(text)))


def prepared(text: str) -> str:
    """A script as it is typed, before words of any kind are put into it, made to pack better.

    Numbers take the place of the names that it gives them, and constants are declared as variables are.
    """
    for name, number in NUMBER.findall(text):
        others = text.replace(f"const {name} = {number};", "")
        text = re.sub(rf"(?<![\w$.]){name}\b", number, others)
    return CONSTANT.sub(r"\1let ", text)
