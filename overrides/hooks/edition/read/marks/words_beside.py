"""What stands beside the locators of a citation: words of the note's own, which hold no locator that went unread."""

import re
from difflib import get_close_matches

from edition.model.locators import Locator, printed, printed_locator
from edition.read.characters import DASH
from edition.read.marks.locator_labels import ABROAD, KIND_OF
from edition.read.marks.other_spellings import (
    DOTTED,
    LONG,
    NUMBER_ALONE,
    OF_CHINESE,
    SPELT,
    in_english,
)
from edition.read.marks.typed_locators import (
    FEW,
    LABEL,
    Unread,
    check_series,
    collapsed,
    label_at,
    labelled,
    next_series,
    read_locators,
    read_series,
)
from edition.words import ENGLISH

BRACED = re.compile(r" ?,? ?\{([^{}]*)\}([^{}]*)")
"""Pandoc's way to say what the locator is, and that what follows is none."""
NUMBERED = re.compile(r"([^\W\d_]+)(\.?)(?: ?\(?[0-9]|(?:(?<=\.) ?| )[ivxlcIVXLC]+\b)")
NUMBER_FIRST = re.compile(
    rf"[^\w(“‘«\"']*[0-9](?![0-9]*(?:st|nd|rd|th)\b)|[IVXLCDM]+(?=$|[,:{DASH}])"
)
"""How words begin that are a number without a label, and no ordinal."""
PART_ALONE = re.compile(r",? ?(?:\(([0-9]{1,3}|[a-z])\)|([a-z])(?=$|,| and | ?&))")
"""A part of what is numbered before it, `5 (2)` or `3a, b`."""
IN_FULL = "write each number in full and without blanks, as in 'art. 5(2)' and 'figs. 3a, 3b'"
IN_ROUND = re.compile(r"\([^()]*\)")
AROUND = re.compile(r"(?:see|at|on|in|cf\.?|vgl\.?|siehe|véase|ver|cfr\.?|voir)$", re.I)
SECTION_OR_PAGE = re.compile(r"\bss?\. ?(?=[0-9])")


def read_after_key(typed: str) -> tuple[tuple[Locator, ...], str]:
    """What follows a citation's key: its locators, and the note's own words, as they follow these.

    Raises Unread where a part of it is meant to be a locator and is none.
    """
    text = collapsed(typed)
    try:
        return read(text)
    except Unread as error:
        raise with_remedy(text, error) from error


def read(text: str) -> tuple[tuple[Locator, ...], str]:
    """The same, with a general remedy where something cannot be read."""
    if braced := BRACED.fullmatch(text):
        return read_braced(braced[1], braced[2])
    found, suffix = read_series(text)
    locators = tuple(series.locator() for series in found)
    check_suffix(suffix, locators)
    for series in found:
        check_series(series, suffix)
    return locators, suffix


def read_braced(inner: str, suffix: str) -> tuple[tuple[Locator, ...], str]:
    """What stands in braces, and the words after them, which are words whatever they look like."""
    locators, rest = read_locators(inner)
    if rest:
        raise Unread(inner, FEW)
    if not inner.strip() and not suffix.strip():
        raise Unread("{}", "write '[@key]'")
    return locators, suffix


def with_remedy(text: str, error: Unread) -> Unread:
    """What cannot be read with how it is written here, where what it means is sure."""
    words = text.strip(" ,")
    if SECTION_OR_PAGE.search(text):
        section, page = (SECTION_OR_PAGE.sub(label, text) for label in ("§ ", "p. "))
        return Unread(words, f"write '{shown(section)}' for a section, '{shown(page)}' for a page")
    meant = collapsed(in_english(text))
    form = shown(meant) if meant != text else ""
    return Unread(words, f"write it as '{form}'") if form else error


def shown(text: str) -> str:
    """A text that can be read as it is printed, with one label for several parts put right; empty for any other."""
    try:
        locators, suffix = read(text)
    except Unread as error:
        form = re.fullmatch("write it as '([^']*)'", str(error))
        wrong = error.typed
        return shown(text.replace(wrong, form[1])) if form and wrong and form[1] != wrong else ""
    return f"{printed(locators, ENGLISH)}{suffix}" if locators else ""


# Words after the locators


def check_suffix(suffix: str, locators: tuple[Locator, ...]) -> None:
    """Raises Unread where the words after a citation are no words, or hold a locator."""
    words, form = suffix.strip(" ,.:"), printed(locators, ENGLISH)
    if not suffix:
        return
    if "{" in suffix or "}" in suffix:
        remedy = (
            "write braces around the locator alone, right after the key: '[@key, {p. 5}, words]'"
        )
        raise Unread(suffix.strip(" ,"), remedy)
    if not words:
        raise Unread(suffix.strip(), f"write '[{joined('@key', form)}]': the style sets the stop")
    if not re.match(r"[ ,(—–]", suffix):
        raise Unread(suffix.strip(), apart(words, form))
    if NUMBER_FIRST.match(words):
        raise Unread(words, f"{FEW}, {braces(suffix, form)}")
    if locators and (part := PART_ALONE.match(suffix)):
        raise Unread(part[0], IN_FULL)
    check_label(words, f"{FEW}, {braces(suffix, form)}")
    if not locators:
        check_order(in_english(words))


def joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def braces(suffix: str, form: str) -> str:
    """How words are written that look like a locator, after those that are one."""
    own = suffix if suffix[0] in " ," else f", {suffix}"
    return f"or as words of the note, with the locator in braces: '[@key, {{{form}}}{own}]'"


def apart(words: str, form: str) -> str:
    """What to write for words that follow a key or a locator at once."""
    found = printed(read_locators(words)[0], ENGLISH)
    if found and not form:
        return f"write '[@key, {found}]'"
    if not re.search(r"\w", words):
        return f"delete it, or write '[{joined('@key', f'{{{form}}}', words)}]'"
    return f"write '[{joined('@key', form, words)}]'"


def check_label(words: str, remedy: str) -> None:
    """Raises Unread where words begin with a label, or what looks like one, and a number that cannot be read."""
    first = re.match(r"([^\W\d_]+)\. (?!cit)", f"{words} ")
    is_label = first and first[1].casefold() in KIND_OF
    spelt = SPELT.match(words)
    is_spelt = spelt and spelt[1].casefold() in KIND_OF
    is_abroad = OF_CHINESE.match(words) or NUMBER_ALONE.match(words) or DOTTED.match(words)
    is_alone = words.casefold() in KIND_OF and len(words) < 5
    if is_label or is_spelt or is_abroad or is_alone:
        raise Unread(words, FEW)
    if (numbered := NUMBERED.match(words)) and is_like_label(numbered[1].casefold(), numbered[2]):
        raise Unread(words, FEW if numbered[1].casefold() in KIND_OF else remedy)
    if in_english(words) != words and re.match(r"note \d", in_english(words)):
        raise Unread(words, FEW)


def is_like_label(word: str, stop: str) -> bool:
    """Whether a word before a number may be a label: one of another language, mistyped, or abbreviated."""
    near = get_close_matches(word, LONG, 1, 0.8)
    return word in KIND_OF or word in ABROAD or bool(near) or bool(stop) or len(word) < 3


def check_order(words: str) -> None:
    """Raises Unread where a locator stands among the words instead of right after the key."""
    searched = IN_ROUND.sub(lambda part: part[0] if part[0] == words else "_" * len(part[0]), words)
    for found in LABEL.finditer(searched):
        label = label_at(searched, found.start())
        if label and (not found.start() or searched[found.start() - 1] in " ,("):
            series = labelled(searched, found.start(), label)
            around = [words[: found.start()].strip(" ,"), words[series.end :].strip(" ,")]
            own = joined(*(text for text in around if has_words(text)))
            form = printed_locator(series.locator(), ENGLISH)
            raise Unread(words, f"let the locator follow the key: '[{joined('@key', form, own)}]'")


def has_words(text: str) -> bool:
    """Whether words say something beside leading to a locator."""
    return re.search(r"\w", text) is not None and not AROUND.match(text)


# Words before the key


def check_prefix(prefix: str) -> None:
    """Raises Unread where what stands before a key is its locator."""
    words = prefix.strip(" ,")
    if "{" in words or "}" in words:
        raise Unread(words, "write no braces before the key")
    if words and (series := next_series(words, 0, is_first=True)) and series.end == len(words):
        form = printed_locator(series.locator(), ENGLISH)
        raise Unread(prefix, f"let the locator follow the key: '[@key, {form}]'")
