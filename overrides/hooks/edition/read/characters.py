"""What pasting brings into a text: signs that nobody sees, blanks and hyphens that only look like those of a keyboard.

Where the meaning is sure they are read as what is meant; any other is a mistake that names its code point (Unicode).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from edition.problems import Problems, Report

BLANK = r" \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks of every width, for a class in a regular expression."""
DASH = r"\-\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d"
"""The hyphen, dashes, and what looks like one of them, for a class in a regular expression."""

NO_TEXT = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u2028-\u202e"
    r"\u2061-\u206f\u2800\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0d\uffa0\ufff9-\uffff"
    r"\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Signs that no text of ours needs, and of which readers and programs make different things: controls, private use,
what turns the direction of writing, fillers that look like blanks, what chooses a form of the sign before it."""
UNSEEN = re.compile(r"[\xad\u200b-\u200d\u2060\ufe0e\ufe0f\ufeff]")
"""Signs that nobody sees, and that mean nothing inside a word of one of the edition's languages."""
STRANGE = re.compile(f"{NO_TEXT.pattern}|{UNSEEN.pattern}")
REMEDIES = (
    ("\ufffd", "write the letter that was lost here"),
    ("\x0b\x0c\x85\u2028\u2029", "write a blank for it, or begin a new line"),
)
"""What to do about some signs; any other is deleted."""

BYTES: Mapping[str, int] = {
    bytes([code]).decode("cp1252", errors="ignore"): code for code in range(0x80, 0xA0)
}
"""What Windows-1252 has for the bytes that are controls in Latin-1."""
BYTE = f"[\\x80-\\xbf{''.join(BYTES)}]"
LOST = "\ufffd"
"""What stands where a letter was lost."""
QUOTES = "«»‘’‚“”„‹›–—…"
MISREAD = re.compile(
    rf"[\xc2\xc3](?![{QUOTES}\xa0]){BYTE}|(?<![A-ZÀ-Þ])[\xc2\xc3]\xa0|[\xe0-\xef](?![{QUOTES}]{{2}}){BYTE}{{2}}"
)
"""A letter in UTF-8 that was read as two or three of Latin-1 or Windows-1252, which no language writes so."""
LETTER = re.compile(r"[^\W\d_\u0590-\u10ff\u1200-\u1aff]")
"""A letter of a script in which no sign of no width joins or parts letters."""
BESIDE = re.compile(
    rf"|\s|\d|{LETTER.pattern}|[.,;:!?'\"()\u2013\u2014\u2018-\u201f\u2026\u3001-\u303f\uff01-\uff1f]"
)
"""What may stand beside a sign of no width that is pasted; beside others it may keep them from being markup."""
DECOMPOSED = re.compile(r".[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")
LIGATURE = re.compile(r"[\ufb00-\ufb06]")
FULL_WIDTH: Mapping[int, str | int] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    **{ord("【"): "[", ord("】"): "]", ord("〔"): "[", ord("〕"): "]", ord("、"): ","},
}
SUSPECT = re.compile(r"[^\x09\x0a\x20-\x7e\xa1-\xac\xae-\u02ff]")
"""What may have to be looked at: all but the keyboard's signs and Latin letters."""
ADDRESS = r"(?:https?://|mailto:)\S+"

# Parts of a line

BEGINS = re.compile(
    rf"^[{BLANK}]*(?:(?:#{{1,6}}|[-*+]|\d+[.)]|>|///|\[\^[^\]]+\]:)[{BLANK}]+)?|[{BLANK}]+(?=\{{)"
)
"""The blanks at a line's start, what may make a block of it, and blanks before braces."""
ENDS = re.compile(rf"[{BLANK}]*[^\S \t][{BLANK}]*$")
IN_BRACES = re.compile(r"\{[^}]*\}")
MARK = re.compile(
    r"[\[［【〔](?:(?:[^\]］】〕]*[\s;；-])?[@＠]|[\^＾])[^\]］】〕]*[\]］】〕](?![(（])"
)
WIDE_BRACES = re.compile(r"｛\s*[#＃][^｝]*｝")
WIDE_START = re.compile(r"^(?:＃+(?=\s)|／{3}(?=\s|$))")
NAMED = re.compile(rf"(\S+?)[{BLANK}]*[:：](?:[{BLANK}]+|$|(?<=：))")
CLOSED = re.compile(
    r"`+[^`]*`+|(?<=\]\()[^)]*|<[^>\s]*>|\[[^\]]*@[^\]]*\]|\[\^[^\]]*\]|\{[^}]*\}|"
    rf"(?<![\w./\\])@[^\s,;\]]+|{ADDRESS}"
)
"""Code, addresses, marks, what stands in braces: parts of a page in which each sign counts."""
KEY = re.compile(r"(?<![\w./\\])@[^\s,;\]]+|(?<=#)[^\s}#]+|(?<=\[\^)[^\]]+")
"""A key, an id, a fragment or a label, in which each hyphen is the keyboard's."""
FOREIGN_HYPHEN = re.compile(rf"(?!-)[{DASH}]")
LOOKS_LIKE = str.maketrans(
    "авеіјкмнорѕстухАВЕІЈКМНОРЅСТУХаοαρν", "abeijkmhopsctyxABEIJKMHOPSCTYXaoapv"
)
FOREIGN_LETTER = re.compile(r"(?=.*[A-Za-z])[^\u0370-\u04ff]*([\u0370-\u04ff])")
"""A Greek or Cyrillic letter among those of English, which it looks like."""
ENTRY = re.compile(rf"[{BLANK}]*@\s*\w+\s*[{{(][^,]*")
FIELD = re.compile(rf"[{BLANK}]*([^\s={{}}]+)[{BLANK}]*=[{BLANK}]*")
VERBATIM = {"url", "doi", "handle", "eprint", "isbn", "issn", "langid", "keywords", "crossref"}
"""Fields of a bibliography that are no prose."""
Span = tuple[int, int]


def label(sign: str) -> str:
    """A character by its number and its name: `U+200B (zero width space)`."""
    kinds = {"Cc": "control character", "Co": "private use", "Cs": "half a character"}
    name = kinds.get(unicodedata.category(sign), "no character")
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, name).lower()})"


def seen(text: str) -> str:
    """A text with the code points of what nobody sees in it."""
    return STRANGE.sub(lambda sign: f"U+{ord(sign[0]):04X}", text)


def hyphened(text: str) -> str:
    """A text with a hyphen for each dash, and for what looks like one."""
    return re.sub(f"[{DASH}\xad]", "-", text)


def narrow(text: str) -> str:
    """A text with the signs of a keyboard for those that are as wide as a Chinese character, and a space for each
    blank."""
    return re.sub(f"[{BLANK}]", " ", text.translate(FULL_WIDTH))


def composed(text: str) -> str:
    """A text with each letter and its accents as one character, where there is one (NFC), outside addresses."""
    parts = re.split(f"({ADDRESS})", text)
    for at, part in enumerate(parts[::2]):
        parts[2 * at] = DECOMPOSED.sub(lambda run: unicodedata.normalize("NFC", run[0]), part)
    return "".join(parts)


# The text of a file


def cleaned(text: str, file: str, problems: Problems) -> str:
    """The text of a file with ordinary ends of lines, and as it is meant where that is sure.

    Any other sign that pasting brings is a mistake, and is left out of what is read.
    """
    text = reread(re.sub(r"\r+\n|\r", "\n", text), problems.of(file))
    if not SUSPECT.search(text):
        return text
    report, lines = problems.of(file), composed(text).split("\n")
    if file.endswith(".md"):
        return "\n".join(of_page(lines, report))
    read = of_entry if file.endswith(".bib") else of_data
    return "\n".join(read(line, number, report) for number, line in enumerate(lines, 1))


def reread(text: str, report: Report) -> str:
    """The text with the letters that were meant for those that were read in a wrong encoding, each word reported."""
    lines = text.split("\n") if MISREAD.search(text) else []
    for number, line in enumerate(lines, 1):
        for word in dict.fromkeys(re.findall(r"[^ \t]+", line)):
            meant = MISREAD.sub(decoded, word)
            if meant != word and LOST not in meant:  # which is named by itself
                what = f"'{seen(word)}' is UTF-8 that was read in another encoding"
                report(number, what, f"write '{meant}'")
    return "\n".join(MISREAD.sub(decoded, line) for line in lines) if lines else text


def decoded(letters: re.Match[str]) -> str:
    """The letter that was meant; as they stand where they are none."""
    try:
        return bytes(BYTES.get(letter, ord(letter)) for letter in letters[0]).decode()
    except (UnicodeDecodeError, ValueError):
        return letters[0]


def of_page(lines: Iterable[str], report: Report) -> Iterator[str]:
    """The lines of a page."""
    in_front, in_code = False, False
    for number, line in enumerate(lines, 1):
        is_edge = line.rstrip() == "---"
        in_front = is_edge if number == 1 else in_front and not is_edge
        is_fence = not in_front and line.lstrip().startswith(("```", "~~~"))
        if in_front:
            yield of_front_matter(line, number, report)
        elif in_code or is_fence:
            yield without(line, [(0, len(line))], number, report)
        else:
            yield of_prose(line, number, report)
        in_code ^= is_fence


def of_front_matter(line: str, number: int, report: Report) -> str:
    """A line of front matter: a name, in which each sign counts, and text."""
    named = NAMED.match(line)
    if named and re.fullmatch(r"\w+", UNSEEN.sub("", named[1])):
        line = f"{named[1]}: {line[named.end() :]}".rstrip()
        return without(line, [(0, len(named[1]))], number, report)
    return without(line, [], number, report)


def of_prose(line: str, number: int, report: Report) -> str:
    """A line of Markdown: the blanks and brackets of its markup are those of a keyboard."""
    line = BEGINS.sub(lambda begun: narrow(begun[0].expandtabs(4)), ENDS.sub("", line))
    line = IN_BRACES.sub(lambda braces: narrow(braces[0]), line)
    for wide in (WIDE_START, WIDE_BRACES, MARK):
        line = wide.sub(lambda part: narrow(part[0]), line)
    line = without(line, [part.span() for part in CLOSED.finditer(line)], number, report)
    return CLOSED.sub(lambda part: with_hyphens(part[0], number, report), line)


def of_entry(line: str, number: int, report: Report) -> str:
    """A line of a bibliography: keys, names of fields and addresses are those of a keyboard."""
    closed = [part.span() for part in re.finditer(ADDRESS, line)]
    if begun := ENTRY.match(line):
        closed.append(begun.span())
    elif named := FIELD.match(line):
        is_verbatim = UNSEEN.sub("", named[1]).lower() in VERBATIM
        closed.append((0, len(line)) if is_verbatim else named.span())
    line = without(line, closed, number, report)
    return ENTRY.sub(lambda entry: with_hyphens(entry[0], number, report, entry[0]), line)


def of_data(line: str, number: int, report: Report) -> str:
    """A line of a table or of settings, in which each sign counts."""
    return without(line, [(0, len(line))], number, report)


# Signs in a line


def without(line: str, closed: Sequence[Span], number: int, report: Report) -> str:
    """A line without signs that no text needs, and with letters for ligatures; each sign is reported but for those
    that are sure to mean nothing where they stand: outside the `closed` parts of the line."""
    for sign in STRANGE.finditer(line):
        if NO_TEXT.match(sign[0]) or is_in(sign.start(), closed) or not is_nothing(sign, line):
            word = word_at(sign.start(), line, closed)
            what = f"the character {label(sign[0])} in '{seen(word)}'"
            remedy = remedy_for(sign[0], bare(word))
            if re.search(r"\d\xad\d", word):
                remedy = f"write '{hyphened(word)}' or '{bare(word)}'"
            report(number, what, remedy)
    return bare(
        LIGATURE.sub(
            lambda sign: sign[0] if is_in(sign.start(), closed) else letters(sign[0]), line
        )
    )


def letters(ligature: str) -> str:
    """The letters that a ligature joins."""
    return unicodedata.normalize("NFKC", ligature)


def bare(text: str) -> str:
    """A text without signs that nobody sees."""
    return STRANGE.sub("", text)


def is_in(position: int, spans: Iterable[Span]) -> bool:
    return any(start <= position < end for start, end in spans)


def is_nothing(sign: re.Match[str], line: str) -> bool:
    """Whether a sign that nobody sees means nothing between the signs around it."""
    around = UNSEEN.sub("", line[: sign.start()])[-1:], UNSEEN.sub("", line[sign.end() :])[:1]
    if sign[0] == "\xad":
        return all(LETTER.fullmatch(beside) for beside in around)
    if sign[0] in "\ufe0e\ufe0f":
        return not re.fullmatch(r"[\d#*]|", around[0])
    return all(BESIDE.fullmatch(beside) for beside in around)


def word_at(position: int, line: str, closed: Iterable[Span]) -> str:
    """The closed part of a line in which a sign stands, or else its word."""
    spans = [span for span in closed if is_in(position, [span]) and span[1] - span[0] < 100]
    words = [word.span() for word in re.finditer(r"[^ \t\n]+", line)]
    start, end = next(span for span in [*spans, *words] if is_in(position, [span]))
    return line[start:end].strip()


def remedy_for(sign: str, word: str) -> str:
    """What to do about a sign that nobody sees, by the word without it."""
    by_sign = (remedy for signs, remedy in REMEDIES if sign in signs)
    return next(by_sign, f"delete it: write '{word}'" if word else "delete it")


def with_hyphens(text: str, number: int, report: Report, key: str = "") -> str:
    """A part of a line with hyphens in its keys and ids; what only looks like a hyphen is reported."""
    for own in [key] if key else KEY.findall(text):
        if foreign := FOREIGN_LETTER.match(own):
            what = f"the character {label(foreign[1])} in '{seen(own)}'"
            report(number, what, "write the letter of English for it")
            text = text.replace(own, own.translate(LOOKS_LIKE))
            continue
        for sign in sorted(set(FOREIGN_HYPHEN.findall(own))):
            what = f"the character {label(sign)} in '{seen(own)}'"
            report(number, what, f"write a hyphen for it: '{hyphened(own)}'")
        text = text.replace(own, hyphened(own))
    return text
