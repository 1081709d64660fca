"""Locators as they are typed in other languages, in words or by a slip, in the form that is read: for remedies."""

import re
from difflib import get_close_matches

from edition.read.marks.locator_labels import ABROAD, CHINESE, KIND_OF
from edition.words import ENGLISH

LABEL_OF = {kind: label for label, kind in reversed(KIND_OF.items())}
"""A label for each kind, the first."""
LONG = [label for label in KIND_OF if len(label) > 3]
NUMBERS = r"[0-9]+(?:[-–—~～至到][0-9]+)?"
SIGNS = "".join(CHINESE)
OF_CHINESE = re.compile(rf"第? ?({NUMBERS}) ?([{SIGNS}])|([{SIGNS}]) ?({NUMBERS})")
NUMBER_ALONE = re.compile(r"\b[Nn]\.? ?[º°ª]\.? ?")
NOTE_BELOW = re.compile(r"\b(?:nota al pie|note de bas de page|nota de rodapé)\b", re.I)
DOTTED = re.compile(r"\b((?:[a-z]\. ?){2,})(?=[0-9])", re.I)
"""A label with a stop after each letter, `p.p. 5`."""
WORD = re.compile(r"([^\W\d_]+)(\.?) ?(?=\(?[0-9]|[IVXLC]+\b|[ivxlc]{2,}\b)")
SPELT = re.compile(rf"([^\W\d_]+)\.? ({'|'.join(ENGLISH.cardinals.first)})\b")
IN_BRACKETS = re.compile(r"([^\W\d_]+)(\.?) ?\(([0-9]+)\)")
AND = re.compile(r"(?<=[0-9f.]) (?:y|e|et|und|u\.|or|o|ou|oder) (?=[0-9])")
TO = re.compile(
    r"(?<=[0-9]) ?(?:[~～〜至到…]|\.\.\.?| (?:bis|a|à|al|hasta|até|thru|till|until) ) ?(?=[0-9])"
)
APART = re.compile(r"(?<=[0-9])(?:\. | |/|\*(?=[-–—]?[0-9]))(?=[0-9])")
STARRED = re.compile(r"(?<=[0-9])\*")


def in_english(typed: str) -> str:
    """A text with English labels for those of other languages or of a slip, and with what parts numbers here."""
    text = OF_CHINESE.sub(of_chinese, typed.replace("{", "").replace("}", ""))
    text = NOTE_BELOW.sub("note", NUMBER_ALONE.sub("no. ", text))
    text = DOTTED.sub(lambda label: f"{re.sub('[. ]', '', label[1])}. ", text)
    text = SPELT.sub(spelt, IN_BRACKETS.sub(bare, text))
    text = WORD.sub(labelled, text)
    return APART.sub(", ", TO.sub("–", AND.sub(" and ", STARRED.sub("", text))))


def of_chinese(found: re.Match[str]) -> str:
    """A Chinese locator, `第5页` or `图3`."""
    numbers, sign = (found[1], found[2]) if found[1] else (found[4], found[3])
    numbers = re.sub("[~～至到—]", "–", numbers)
    several = "p" if CHINESE[sign] == "page" and "–" in numbers else ""
    return f" {several}{LABEL_OF[CHINESE[sign]]}. {numbers}"


def bare(found: re.Match[str]) -> str:
    """A number in brackets after a label without them."""
    is_label = found[1].casefold() in KIND_OF.keys() | ABROAD.keys()
    return f"{found[1]}{found[2]} {found[3]}" if is_label else found[0]


def spelt(found: re.Match[str]) -> str:
    """A number in words after a label, in figures."""
    if found[1].casefold() not in KIND_OF:
        return found[0]
    return f"{found[1]} {ENGLISH.cardinals.first.index(found[2]) + 1}"


def labelled(found: re.Match[str]) -> str:
    """A word before a number as the label that it is, or is meant to be; any other as it is typed."""
    word = found[1].casefold()
    if word in KIND_OF:
        return found[0]
    if word in ABROAD:
        return f"{LABEL_OF[ABROAD[word]]}. "
    near = get_close_matches(word, LONG, 1, 0.8)
    return f"{near[0]} " if near else found[0]
