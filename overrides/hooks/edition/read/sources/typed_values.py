"""Reads names and values of fields as typed: in braces, in quotation marks, numbers, strings, joined by '#'."""

import re
from dataclasses import dataclass, field

from edition.problems import Problem, Problems, on_one_line
from edition.read.sources.cursor import Cursor, Unreadable
from edition.read.typed_entries import BIBLIOGRAPHY

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
STRINGS = {month[:3].lower(): month for month in MONTHS}
"""The strings that BibTeX styles define."""
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_:+./*-]*(?!\w)")
EQUALS = re.compile(r"[ \t\n]*=[ \t\n]*")
NUMBER = re.compile(r"[0-9]+(?=[ \t\n]*[,#})])")
STRING = re.compile(r"[A-Za-z_][\w:+./*-]*(?=[ \t\n]*[,#})])")
QUOTED = re.compile(r"[^{}\"]*")
BARE = re.compile(r"[^,\n#{}]*")


@dataclass(frozen=True)
class TypedField:
    """A field as typed: its name in small letters, its value as TeX with single blanks, its line."""

    name: str
    value: str
    line: int


@dataclass
class TypedEntry:
    """An entry as typed. It is broken where a part of it cannot be read."""

    type: str
    line: int
    key: str = ""
    fields: dict[str, TypedField] = field(default_factory=dict)
    is_broken: bool = False
    inherited: frozenset[str] = frozenset()
    """The names of the fields that come from other entries, on whose lines they stand."""


class ValueReader(Cursor):
    """Reads what an entry holds; what is wrong goes into `problems`, and breaks `entry`, in which it is."""

    def __init__(self, text: str, problems: Problems) -> None:
        super().__init__(text)
        self.problems = problems
        self.strings, self.undefined = dict(STRINGS), set[str]()
        self.entry = TypedEntry("", 0)

    def report(self, at: int, what: str, remedy: str, *spoils: str) -> None:
        self.entry.is_broken = True
        what, remedy = on_one_line(what), on_one_line(remedy)
        self.problems.append(Problem(BIBLIOGRAPHY, self.line(at), what, remedy, {*spoils}))

    def name(self) -> str:
        """The name of a field, and the sign of equality after it. Raises Unreadable where there is none."""
        self.blanks()
        start, match = self.at, self.taken(NAME)
        if match and self.taken(EQUALS):
            return match[0]
        words = self.text[start : self.end].split("\n")[0]
        of = f"{self.entry.key}: " if self.entry.key else ""
        if match:
            name = match[0].rstrip(":")
            raise Unreadable(start, f"{of}no '=' after '{name}'", f"write '{name} = {{…}},'")
        if words[:1].isspace():
            what = f"{of}the character U+{ord(words[0]):04X} between fields"
            raise Unreadable(start, what, "write an ordinary blank")
        raise Unreadable(start, f"{of}'{words}' is no field", "write 'name = {…},'")

    def value(self, name: str) -> str:
        """The value of a field: parts in braces or quotation marks, numbers and strings, joined by '#'."""
        parts = [self.part(name)]
        self.blanks()
        while self.sign == "#":
            self.at += 1
            self.blanks()
            parts.append(self.part(name))
            self.blanks()
        return "".join(parts)

    def part(self, name: str) -> str:
        """A part of a value. Raises Unreadable where it is not closed."""
        if self.sign == "{":
            return self.braced(name)
        if self.sign == '"':
            return self.quoted(name)
        if number := self.taken(NUMBER):
            return number[0]
        string = self.taken(STRING)
        return self.string(string[0]) if string else self.bare(name)

    def braced(self, name: str) -> str:
        start, value = self.at, self.within_braces()
        if value is None:
            of = f"{self.entry.key}: " if self.entry.key else ""
            what = f"{of}'{name}' opens a brace that nothing closes"
            raise Unreadable(start, what, f"write '}}' where {name} ends")
        return value

    def quoted(self, name: str) -> str:
        """A value in quotation marks, which ends at the next of them outside braces."""
        start = self.at
        self.at += 1
        while self.taken(QUOTED):
            if self.sign == '"':
                self.at += 1
                return self.text[start + 1 : self.at - 1]
            if self.sign != "{" or self.within_braces() is None:
                break
        what = f"{self.entry.key}: the quotation marks or braces of '{name}' do not match"
        raise Unreadable(start, what, f"write '{name} = {{…}}', in braces")

    def string(self, name: str) -> str:
        """The value of a string; one that nobody defines is reported once."""
        if name.lower() not in self.strings and name.lower() not in self.undefined:
            self.undefined.add(name.lower())
            what = (
                f"{self.entry.key}: '{name}' has no braces, and is no string that the file defines"
            )
            remedy = f"write '{{{name}}}', or define it above: '@string{{{name} = {{…}}}}'"
            self.report(self.at - 1, what, remedy)
        self.entry.is_broken = self.entry.is_broken or name.lower() not in self.strings
        return self.strings.get(name.lower(), "")

    def bare(self, name: str) -> str:
        """Words without braces. Raises Unreadable where there are none."""
        start, match = self.at, self.taken(BARE)
        words = match[0].strip() if match else ""
        if not words:
            raise Unreadable(
                start,
                f"{self.entry.key}: '{name}' has no value",
                f"write '{name} = {{…}},', or delete it",
            )
        bare = words.strip("\"“”„'")
        self.report(
            start, f"{self.entry.key}: '{name}' has no braces", f"write '{name} = {{{bare}}},'"
        )
        return words
