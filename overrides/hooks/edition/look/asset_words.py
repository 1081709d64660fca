"""Puts the edition's own words into scripts and style sheets, as the literals that would else be written there.

A script names a word by its room and name, with each value that stands in it: `WORDS.taking.copied({ what })`. `MARKUP`
in place of `WORDS` is the word as HTML, around values that are HTML; `PIECES` is the list of its pieces and values, for
a sentence that holds elements; `PATTERN` stands within a regular expression for what readers type. A style sheet names
words alone; the build fills their fields.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from html import escape
from pathlib import Path
from string import Formatter

from edition.look.minified import prepared
from edition.model import Edition
from edition.problems import Problems
from edition.words import Words

USE = re.compile(r"\b(WORDS|MARKUP|PIECES|PATTERN)\b((?:\.\w+)*)(?:\((\{.*?\})\))?", re.DOTALL)
ITEM = r"\[[\w\s$.?+*-]*\]"
SIMPLE = rf"(?:[\w\s$.?+*-]|{ITEM}|\((?:[\w\s$.,?+*-]|{ITEM})*\))+"
"""A value that means the same inside a template literal: no quotation marks, braces, slashes or assignments."""
VALUE = re.compile(rf"([A-Za-z_$]\w*)(?:\s*:\s*({SIMPLE}))?")
VALUES = re.compile(rf"\{{\s*(?:{VALUE.pattern}\s*(?:,\s*|(?=\}})))+\}}")
NAME = re.compile(r"[\w$.]+")
TYPED = re.compile(r"[\w ?|]+")
ONLY_SIMPLE = (
    "write ({ name: value }), and give what is no name, number or call of one a name before it"
)

Pieces = list[tuple[str, str]]
"""A word cut at its fields: what stands before each, and its name, which is empty after the last."""
Values = Mapping[str, str]


class WordError(Exception):
    """A word that cannot be put in: what is wrong, and the remedy."""


def facts_of(edition: Edition) -> dict[str, str]:
    """What style sheets tell of the article: each fact by the name of the field that it fills."""
    article = edition.article
    authors = article.persons.get("author", ()) if article else ()
    return {
        "author": ", ".join(person.name for person in authors),
        "title": edition.settings.title,
        "year": article.year if article else "",
    }


def with_words(
    files: Iterable[Path], root: Path, words: Words, facts: Values, problems: Problems
) -> dict[Path, str]:
    """Each script and style sheet with its words; `root` is what mistakes name a file from."""
    texts = {}
    for file in files:
        text, name = file.read_text(encoding="utf-8"), file.relative_to(root).as_posix()
        if file.suffix == ".js":
            texts[file] = script_with_words(prepared(text), name, words, problems)
        else:
            texts[file] = style_with_words(text, name, words, facts, problems)
    return texts


def script_with_words(text: str, file: str, words: Words, problems: Problems) -> str:
    """A script with the words that it names; each that cannot be put in is a problem of its line."""

    def literal(use: re.Match[str]) -> str:
        if text.startswith("(", use.end()) or (use[3] and not VALUES.fullmatch(use[3])):
            raise WordError(f"the values of {use[1]}{use[2]} are too involved", ONLY_SIMPLE)
        given = {value[1]: (value[2] or value[1]).strip() for value in VALUE.finditer(use[3] or "")}
        pieces = pieces_of(words, use)
        check(use, pieces, given)
        return FORMS[use[1]](pieces, given)

    return put_in(text, file, literal, problems)


def style_with_words(text: str, file: str, words: Words, facts: Values, problems: Problems) -> str:
    """A style sheet with the words that it names, in which the build's facts stand, by their names."""

    def literal(use: re.Match[str]) -> str:
        if use[1] != "WORDS" or use[3] or text.startswith("(", use.end()):
            raise WordError(f"{use[0]} stands in a style sheet", "write WORDS.room.name alone")
        pieces = pieces_of(words, use)
        check(use, pieces, {name: facts[name] for _, name in pieces if name in facts})
        return style_string("".join(before + facts.get(name, "") for before, name in pieces))

    return put_in(text, file, literal, problems)


def put_in(
    text: str, file: str, literal: Callable[[re.Match[str]], str], problems: Problems
) -> str:
    """A text in which each use of a word has become a literal."""

    def replaced(use: re.Match[str]) -> str:
        try:
            return literal(use)
        except WordError as error:
            problems.add(file, text.count("\n", 0, use.start()) + 1, *error.args)
            return use[0]

    return USE.sub(replaced, text)


def pieces_of(words: Words, use: re.Match[str]) -> Pieces:
    """The word that a use names, cut at its fields.

    Raises WordError where it names no word, or a brace in the word is not closed.
    """
    word: object = words
    for name in use[2].split(".")[1:]:
        word = getattr(word, name, None)
    if not isinstance(word, str):
        remedy = "correct its name, or add the word in overrides/hooks/edition/words/"
        raise WordError(f"{use[1]}{use[2]} is no word of the edition", remedy)
    try:
        return [(before, name or "") for before, name, _, _ in Formatter().parse(word)]
    except ValueError as error:
        raise WordError(f"{use[1]}{use[2]} is cut short: {error}", "write a brace twice") from error


def check(use: re.Match[str], pieces: Pieces, given: Values) -> None:
    """A use gives a value to each field of its word, and a name to one that stands twice. Raises WordError else."""
    fields = [name for _, name in pieces if name]
    if {*fields} != {*given}:
        what = f"{use[1]}{use[2]} tells of {listed(fields)}, and is given {listed(given)}"
        raise WordError(what, "give it each of these, by its name")
    twice = {name for name in fields if fields.count(name) > 1 and not NAME.fullmatch(given[name])}
    if twice:
        what = f"{use[1]}{use[2]} tells of {listed(twice)} more than once"
        raise WordError(what, "give the value a name before it")


def listed(names: Iterable[str]) -> str:
    return ", ".join(sorted({*names})) or "nothing"


def plain(pieces: Pieces, given: Values) -> str:
    """A string, or a template literal where there are values."""
    if not given:
        return quoted("".join(before for before, _ in pieces))
    parts = (
        f"{in_template(before)}${{{given[name]}}}" if name else in_template(before)
        for before, name in pieces
    )
    return f"`{''.join(parts)}`"


def markup(pieces: Pieces, given: Values) -> str:
    """A string or a template literal of HTML, in which the word is escaped."""
    return plain([(escape(before), name) for before, name in pieces], given)


def in_a_list(pieces: Pieces, given: Values) -> str:
    """Strings and values, in their order."""
    parts = [
        part
        for before, name in pieces
        for part in (before and quoted(before), given.get(name))
        if part
    ]
    return f"[{', '.join(parts)}]"


def pattern(pieces: Pieces, given: Values) -> str:
    """Part of a regular expression: words with `|` between them and `?` after a letter. Raises WordError for others."""
    typed = "".join(before for before, _ in pieces)
    if given or not TYPED.fullmatch(typed):
        raise WordError(
            f"“{typed}” is no pattern", "write words with '|' between them, and '?' after a letter"
        )
    return typed


FORMS = {"WORDS": plain, "MARKUP": markup, "PIECES": in_a_list, "PATTERN": pattern}
UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<\u2028\u2029"}
"""What could end a script that stands in a page, or in older browsers a string."""


def quoted(text: str) -> str:
    """A string of JavaScript."""
    return json.dumps(text, ensure_ascii=False).translate(UNSAFE)


def in_template(text: str) -> str:
    """What means a text inside a template literal."""
    return re.sub(r"[`$]", r"\\\g<0>", quoted(text)[1:-1])


def style_string(text: str) -> str:
    """A string of CSS."""
    return '"' + re.sub(r'["\\<\n\r\f]', lambda letter: f"\\{ord(letter[0]):x} ", text) + '"'
