"""Puts the edition's own words into scripts and style sheets, as the literals that would else be written there.

A script names a word by its room and name, with each value that stands in it: `WORDS.taking.copied({ what })`. `MARKUP`
in place of `WORDS` is the word as HTML, around values that are HTML; `PIECES` is the list of its pieces and values, for
a sentence that holds elements; `PATTERN` stands within a regular expression for what readers type. A style sheet names
words alone; the build fills their fields.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from edition.look.minified import prepared
from edition.model import Edition
from edition.problems import Problem, Problems, Rule, judged
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


@dataclass(frozen=True)
class Use:
    """A use of a word: where it is written, the word, what it tells of, and the values that are given to it."""

    file: str
    line: int
    written: re.Match[str]
    is_called: bool
    """Whether values follow that are none of the simple ones."""
    word: object
    facts: Values = field(default_factory=dict)

    @property
    def form(self) -> str:
        return self.written[1]

    @property
    def name(self) -> str:
        """As it is written."""
        return f"{self.form}{self.written[2]}"

    @property
    def pieces(self) -> Pieces:
        """The word cut at its fields. Raises ValueError where a brace is not closed."""
        return [(before, name or "") for before, name, _, _ in Formatter().parse(str(self.word))]

    @property
    def fields(self) -> list[str]:
        return [name for _, name in self.pieces if name]

    @cached_property
    def given(self) -> Values:
        """Each value by its name."""
        values = VALUE.finditer(self.written[3] or "")
        facts = {name: self.facts[name] for name in self.fields if name in self.facts}
        return {value[1]: (value[2] or value[1]).strip() for value in values} | facts

    def problem(self, what: str, remedy: str) -> Problem:
        return Problem(self.file, self.line, what, remedy)


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
    return put_in(text, file, words, {}, SCRIPT, problems)


def style_with_words(text: str, file: str, words: Words, facts: Values, problems: Problems) -> str:
    """A style sheet with the words that it names, in which the build's facts stand, by their names."""
    return put_in(text, file, words, facts, STYLE, problems)


def put_in(
    text: str, file: str, words: Words, facts: Values, kind: "Kind", problems: Problems
) -> str:
    """A text in which each use of a word has become a literal; of what is wrong with one, the first counts."""

    def replaced(written: re.Match[str]) -> str:
        line = text.count("\n", 0, written.start()) + 1
        is_called = text.startswith("(", written.end())
        use = Use(file, line, written, is_called, word_at(words, written[2]), facts)
        if problem := next(judged(use, kind.rules), None):
            problems.append(problem)
            return written[0]
        return kind.literal(use)

    return USE.sub(replaced, text)


def word_at(words: Words, path: str) -> object:
    """What stands at a path such as `.room.name`; None where nothing does."""
    word: object = words
    for name in path.split(".")[1:]:
        word = getattr(word, name, None)
    return word


def in_script(use: Use) -> str:
    """The word as the literal of its form."""
    return FORMS[use.form](use.pieces, use.given)


def in_style(use: Use) -> str:
    """The word with its facts, as a string of CSS."""
    return style_string("".join(before + use.given.get(name, "") for before, name in use.pieces))


# Rules for a use


def has_simple_values(use: Use) -> Iterator[Problem]:
    """Values are names, numbers or calls, each with a name."""
    if use.is_called or (use.written[3] and not VALUES.fullmatch(use.written[3])):
        yield use.problem(f"the values of {use.name} are too involved", ONLY_SIMPLE)


def stands_alone(use: Use) -> Iterator[Problem]:
    """A style sheet names words, and gives them nothing."""
    if use.form != "WORDS" or use.written[3] or use.is_called:
        what = f"{use.written[0]} stands in a style sheet"
        yield use.problem(what, "write WORDS.room.name alone")


def names_a_word(use: Use) -> Iterator[Problem]:
    """It names a word of the edition."""
    if not isinstance(use.word, str):
        remedy = "correct its name, or add the word in overrides/hooks/edition/words/"
        yield use.problem(f"{use.name} is no word of the edition", remedy)


def is_whole(use: Use) -> Iterator[Problem]:
    """The braces of a word are closed."""
    try:
        use.pieces  # noqa: B018
    except ValueError as error:
        yield use.problem(f"{use.name} is cut short: {error}", "write a brace twice")


def is_given_its_fields(use: Use) -> Iterator[Problem]:
    """A word is given what it tells of, and nothing else."""
    if {*use.fields} != {*use.given}:
        what = f"{use.name} tells of {listed(use.fields)}, and is given {listed(use.given)}"
        yield use.problem(what, "give it each of these, by its name")


def names_what_comes_twice(use: Use) -> Iterator[Problem]:
    """What a word tells of twice is a name, which is twice the same."""
    given, fields = use.given, use.fields
    twice = {n for n in fields if fields.count(n) > 1 and not NAME.fullmatch(given[n])}
    if twice:
        what = f"{use.name} tells of {listed(twice)} more than once"
        yield use.problem(what, "give the value a name before it")


def is_a_pattern(use: Use) -> Iterator[Problem]:
    """What stands in a regular expression is words, which do what they say."""
    typed = "".join(before for before, _ in use.pieces)
    if use.form == "PATTERN" and (use.given or not TYPED.fullmatch(typed)):
        remedy = "write words with '|' between them, and '?' after a letter"
        yield use.problem(f"“{typed}” is no pattern", remedy)


class Kind(NamedTuple):
    """A kind of file: how a word is written in it, and the rules for that."""

    literal: Callable[[Use], str]
    rules: Sequence[Rule[Use]]


STYLE = Kind(in_style, (stands_alone, names_a_word, is_whole, is_given_its_fields))
SCRIPT = Kind(
    in_script,
    (
        has_simple_values,
        names_a_word,
        is_whole,
        is_given_its_fields,
        names_what_comes_twice,
        is_a_pattern,
    ),
)


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
    """Part of a regular expression: words with `|` between them and `?` after a letter."""
    return "".join(before for before, _ in pieces)


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
