"""What stands beside the locators of a citation: words of the note's own, which hold no locator that went unread."""

import re
from difflib import get_close_matches

from edition.model.locators import Locator, printed
from edition.read.characters import DASH
from edition.read.marks.locator_labels import ABROAD, KIND_OF
from edition.read.marks.typed_locators import FEW, LABEL, Unread, label_at, labelled, read_locators
from edition.words import ENGLISH

IN_BRACES = re.compile(r" ?,? ?\{([^{}]*)\}(.*)")
"""Pandoc's way to say what the locator is, and that what follows is none."""
WORD_AND_NUMBER = re.compile(r"([^\W\d_]+)(\.?)(?: ?\(?[0-9]|(?:(?<=\.) ?| )[ivxlcIVXLC]+\b)")
NUMBERED = re.compile(r"([^\W\d_]+)\.? ?(?=[0-9])")
AND_ABROAD = re.compile(r" (?:y|e|et|und|u\.) (?=[0-9])")
IN_BRACES_REMEDY = "or as words of the note in braces: '[@key, {{}}, {words}]'"
WORD_AND_WORD = re.compile(r"([^\W\d_]+)\.? (\w+)")
NUMBER_FIRST = re.compile(
    rf"[^\w(“‘«\"']*[0-9](?![0-9]*(?:st|nd|rd|th)\b)|[IVXLCDM]+(?=$|[,{DASH}])"
)
"""How words begin that are a number without a label, and no ordinal."""
PART_ALONE = re.compile(r",? ?(?:\(([0-9]{1,3}|[a-z])\)|([a-z])(?=$|,| and | ?&))")
"""A part of what is numbered before it, `5 (2)` or `3a, b`."""
BRACKETED = re.compile(r"\(([0-9]+)\)")
IN_ROUND = re.compile(r"\([^()]*\)")
AROUND = re.compile(r"^(?:see|at|on|in|cf\.?)$", re.I)


def read_after_key(typed: str) -> tuple[tuple[Locator, ...], str]:
    """What follows a citation's key: its locators, and the note's own words, as they follow these.

    Raises Unread where a part of it is meant to be a locator and is none.
    """
    if braced := IN_BRACES.fullmatch(typed):
        locators, rest = read_locators(braced[1])
        if rest:
            raise Unread(braced[1], FEW)
        return locators, braced[2].rstrip()
    locators, suffix = read_locators(typed)
    check_suffix(suffix, locators)
    return locators, suffix


def check_suffix(suffix: str, locators: tuple[Locator, ...]) -> None:
    """Raises Unread where the words after a citation are no words, or hold a locator."""
    words = suffix.strip(" ,.:")
    if not suffix:
        return
    if not words:
        form = ", ".join(filter(None, ["@key", printed(locators, ENGLISH)]))
        raise Unread(suffix.strip(), f"write '[{form}]': the style sets the stop")
    if not re.match(r"[ ,(—–]", suffix):
        found = printed(read_locators(words)[0], ENGLISH)
        remedy = f"write '[@key, {found}]'" if found else f"set '{words}' off by a comma"
        raise Unread(suffix.strip(), remedy)
    if NUMBER_FIRST.match(words):
        raise Unread(words, f"{FEW}, {IN_BRACES_REMEDY.format(words=words)}")
    if locators and (part := PART_ALONE.match(suffix)):
        remedy = (
            "write each number in full and without blanks, as in 'art. 5(2)' and 'figs. 3a, 3b'"
        )
        raise Unread(part[0], remedy)
    check_label(words)
    if not locators:
        check_order(words)


def check_label(words: str) -> None:
    """Raises Unread where words begin with a label, or what looks like one, and a number that cannot be read."""
    spelt = WORD_AND_WORD.match(words)
    if spelt and spelt[1].casefold() in KIND_OF and spelt[2] in ENGLISH.cardinals.first:
        number = ENGLISH.cardinals.first.index(spelt[2]) + 1
        raise Unread(spelt[0], mended(f"{spelt[1]} {number}"))
    if words.casefold() in KIND_OF and len(words) < 5:
        raise Unread(words, FEW)
    abbreviated = re.match(r"([^\W\d_]+)\. (?!cit)", f"{words} ")
    if abbreviated and abbreviated[1].casefold() in KIND_OF:
        raise Unread(words, mended(BRACKETED.sub(r"\1", words)))
    if numbered := WORD_AND_NUMBER.match(words):
        check_word(numbered[1].casefold(), numbered[2], words)


def check_word(word: str, stop: str, words: str) -> None:
    """Raises Unread where a word before a number is a label of another language, mistyped, or abbreviated."""
    if word in KIND_OF:
        raise Unread(words, mended(BRACKETED.sub(r"\1", words)))
    near = get_close_matches(word, [label for label in KIND_OF if len(label) > 3], 1, 0.8)
    if word in ABROAD:
        raise Unread(words, mended(AND_ABROAD.sub(" and ", NUMBERED.sub(in_english, words))))
    if near:
        raise Unread(words, mended(near[0] + words[len(word) :]))
    if stop or len(word) < 3:
        raise Unread(words, f"{FEW}, {IN_BRACES_REMEDY.format(words=words)}")


def in_english(numbered: re.Match[str]) -> str:
    """A label, or another word, before a number as it is typed here."""
    kind = ABROAD.get(numbered[1].casefold())
    return f"{ENGLISH_LABEL[kind]} " if kind else numbered[0]


def check_order(words: str) -> None:
    """Raises Unread where a locator stands among the words instead of right after the key."""
    searched = IN_ROUND.sub(lambda part: part[0] if part[0] == words else "_" * len(part[0]), words)
    for found in LABEL.finditer(searched):
        label = label_at(searched, found.start())
        is_word = found.start() and searched[found.start() - 1] not in " ,("
        if label and not is_word:
            series = labelled(searched, found.start(), label)
            around = (words[: found.start()], words[series.end :])
            own = ", ".join(
                part for text in around if (part := text.strip(" ,()")) and not AROUND.match(part)
            )
            form = printed([series.locator()], ENGLISH)
            raise Unread(
                words,
                f"let the locator follow the key: '[@key, {', '.join(filter(None, [form, own]))}]'",
            )


def check_prefix(prefix: str) -> None:
    """Raises Unread where what stands before a key is its locator."""
    if prefix.strip(" ,"):
        locators, rest = read_locators(prefix.strip(" ,"))
        if locators and not rest:
            form = printed(locators, ENGLISH)
            raise Unread(prefix, f"let the locator follow the key: '[@key, {form}]'")


def mended(typed: str) -> str:
    """How to write a locator that is typed with an English label."""
    try:
        locators, rest = read_locators(typed)
    except Unread as error:
        form = re.fullmatch("write it as '([^']*)'", str(error))
        return mended(typed.replace(error.typed, form[1])) if form else str(error)
    return f"write it as '{printed(locators, ENGLISH)}{rest}'" if locators else FEW


ENGLISH_LABEL = {kind: label for label, kind in reversed(KIND_OF.items())}
"""A label for each kind, the first."""
