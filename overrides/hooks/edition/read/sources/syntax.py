"""Reads the entries of references.bib as typed: strictly, so that whatever reads the file reads the same.

The grammar is BibTeX's. What BibTeX, biber and pybtex would read in different ways, or drop in silence, is a problem.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from edition.problems import Problem, Problems
from edition.read.sources.cursor import Unreadable
from edition.read.sources.typed_values import TypedEntry, TypedField, ValueReader
from edition.read.typed_entries import ALL_SOURCES, BIBLIOGRAPHY, without_comments

BEGINS = re.compile(r"(?m)^[ \t]*@[ \t]*\w+[ \t]*[{(]")
"""Where an entry begins, whatever is still open above it."""
NEXT = re.compile(r"(?m)@|^[ \t]*(?=(\w+)[ \t]*\{[ \t]*[^\s,{}=\"]+[ \t]*,)")
"""An '@', or the start of an entry without one."""
TYPE = re.compile(r"[ \t\n]*([A-Za-z][A-Za-z0-9_-]*)[ \t\n]*([{(])")
KEY = re.compile(r"\s*([^,{}=\n]*?)(?:\s*(?=(,))|[ \t]*(?=([{}=\n]|\Z)))")
OUTSIDE = re.compile(r"(?m)(?:^|,)[ \t]*([A-Za-z][\w:+-]*)[ \t]*=[ \t]*[{\"\d]")
OTHER_FORMAT = re.compile(r"(?m)^(?:TY  - |%0 |FN |PMID- )\S+")
"""How records of RIS, EndNote, the Web of Science and PubMed begin."""
SPACES = re.compile(r"[ \t\n]+")
SWALLOWED = re.compile(r"\n[ \t]*[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"]|\n[ \t]*\Z")
"""What a value has that ends only where its entry should."""
KEYWORDS = re.compile(r"\bkeywords\s*=\s*[{\"](\w+)", re.IGNORECASE)
OURS = {"comment", "preamble", "string"}


def read_entries(text: str, problems: Problems) -> list[TypedEntry]:
    """The entries of a file, in its order, that have a key; of one that stands twice, the first."""
    entries = list(EntryReader(without_comments(text, problems), problems).entries())
    problems += repeated_keys(entries)
    first = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    return [entry for entry in entries if first.get(entry.key.lower()) is entry]


def repeated_keys(entries: Sequence[TypedEntry]) -> Iterator[Problem]:
    """A citation key stands for one entry alone (BibTeX takes no notice of capitals in keys)."""
    first: dict[str, int] = {}
    for entry in entries:
        key = entry.key.lower()
        if key and key in first:
            what = f"duplicate key '{entry.key}', first used on line {first[key]}"
            remedy = "give one of the two entries another key, or delete it"
            yield Problem(BIBLIOGRAPHY, entry.line, what, remedy)
        first.setdefault(key, entry.line)


class EntryReader(ValueReader):
    """Reads entries; what is wrong makes the entry that is being read a broken one."""

    def __init__(self, text: str, problems: Problems) -> None:
        super().__init__(text, problems)
        self.begins = [match.start() for match in BEGINS.finditer(text)]
        self.open_field: TypedField | None = None

    def entries(self) -> Iterator[TypedEntry]:
        """Each entry, also of those without key or '@'; what stands between entries is no more than a comment."""
        while match := NEXT.search(self.text, self.at):
            self.between(self.at, match.start())
            self.at, sign = match.end(), match[0].strip()
            start = self.taken(TYPE)
            self.end = self.next_beginning(match.start())
            if not start:
                self.problems += no_entry(self.line(match.start()))
            elif start[1].lower() in OURS:
                self.definition(start[1].lower())
            else:
                yield self.whole_entry(start, sign)
            self.end = len(self.text)
        self.between(self.at, len(self.text))

    def between(self, start: int, end: int) -> None:
        """A field between entries has fallen out of the one above it, which is broken."""
        if record := OTHER_FORMAT.search(self.text, start, end):
            what = (
                f"a record of another format, '{record[0].strip()} …', which no program reads here"
            )
            self.problems.append(
                Problem(BIBLIOGRAPHY, self.line(record.start()), what, "export it as BibTeX")
            )
        outside = OUTSIDE.search(self.text, start, end)
        if outside and self.entry.key and not self.entry.is_broken:
            what = f"the field '{outside[1]}' stands outside its entry '{self.entry.key}'"
            self.report(outside.start(1), what, "look for a '}' too many above it")

    def next_beginning(self, at: int) -> int:
        """Where the next entry begins after a position, or the end of the text."""
        later = bisect_right(self.begins, at)
        return self.begins[later] if later < len(self.begins) else len(self.text)

    def definition(self, kind: str) -> None:
        """A string that the file defines, or a preamble, which is for TeX alone."""
        self.entry = TypedEntry(kind, self.line(self.at))
        try:
            if kind == "string":
                name = self.name().lower()
                self.strings[name] = self.value(name)
                self.one_string()
            else:
                self.at -= 1
                self.braced(kind)
        except Unreadable as error:
            self.report(error.at, error.what, error.remedy)
            self.at = self.end

    def one_string(self) -> None:
        """An '@string' defines one. Raises Unreadable where it goes on."""
        self.blanks()
        if self.sign == ",":
            self.at += 1
            self.blanks()
        if self.sign not in ("}", ")"):
            raise Unreadable(
                self.at, "a second string in one '@string'", "write an '@string' for each"
            )

    def whole_entry(self, start: re.Match[str], sign: str) -> TypedEntry:
        """An entry, as far as it can be read."""
        self.entry = TypedEntry(start[1].lower(), self.line(start.start(1)))
        self.open_field = None
        try:
            self.key(start[1], sign)
            self.fields(")" if start[2] == "(" else "}")
        except Unreadable as error:
            if not self.entry.is_broken:
                self.report(error.at, error.what, error.remedy)
            self.keywords(start.end())
            self.at = self.end
        return self.entry

    def keywords(self, start: int) -> None:
        """Adds its keywords to an entry of which a part cannot be read, so that nothing else is reported about it."""
        found = KEYWORDS.search(self.text, start, self.end)
        if found and "keywords" not in self.entry.fields:
            line = self.line(found.start())
            self.entry.fields["keywords"] = TypedField("keywords", found[1], line)

    def key(self, kind: str, sign: str) -> None:
        """The key of an entry, one word, and the comma after it."""
        start, match = self.at, self.taken(KEY)
        words, end = (match[1].rstrip(";:."), match[2] or match[3]) if match else ("", "")
        key = words.split()[0].rstrip(";:.") if words and (end != "=" or " " in words) else ""
        self.entry.key = key
        if not key:
            self.at = start
            self.report(start, "an entry without a key", f"write '@{kind}{{its-key,'", ALL_SOURCES)
        elif end != ",":
            self.report(start, f"entry '{key}' has no comma after its key", f"write '{key},'")
            self.at = self.text.index(key, start) + len(key)
        elif key != words:
            remedy = f"write one word: '{'-'.join(words.split())}'"
            self.report(start, f"the key '{words}' holds a space", remedy, ALL_SOURCES)
            self.entry.key = ""
        elif not sign:
            what = f"entry '{key}' has no '@' before its type"
            self.report(start, what, f"write '@{kind}{{…'")
        self.at += 1 if self.sign == "," else 0

    def fields(self, close: str) -> None:
        """The fields of an entry, up to the sign that closes it. Raises Unreadable where it runs into the next."""
        self.blanks()
        while self.sign != close:
            if not self.sign:
                raise self.unclosed()
            self.one_field(close)
            self.blanks()
        self.at += 1

    def unclosed(self) -> Unreadable:
        """An entry that has swallowed the brace that should close it, or has none."""
        if field := self.open_field:
            what = f"{self.entry.key}: '{field.name}' opens a brace that nothing closes"
            return Unreadable(
                self.start_of(field.line), what, f"write '}}' where {field.name} ends"
            )
        what, at = f"entry '{self.entry.key}' is not closed", self.start_of(self.entry.line)
        return Unreadable(at, what, "write '}' below its last field")

    def start_of(self, line: int) -> int:
        return self.line_ends[line - 2] + 1 if line > 1 else 0

    def one_field(self, close: str) -> None:
        """A field and the comma after it. Raises Unreadable where nothing can be read of what stands here."""
        start = self.at
        if self.sign in "})":
            what = f"{self.entry.key}: '{self.sign}' at the end of the entry"
            raise Unreadable(start, what, f"write '{close}', which closes what it opens with")
        if self.sign == "%":
            self.report(
                start,
                f"{self.entry.key}: a comment inside the entry",
                "move it above the entry, or delete it",
            )
            self.at = self.start_of(self.line(start) + 1)
            return
        if self.sign == ",":
            self.report(
                start, f"{self.entry.key}: a comma with no field before it", "delete that comma"
            )
            self.at += 1
            return
        name = self.name()
        value = self.value(name)
        typed = TypedField(
            name.lower(), " ".join(part for part in SPACES.split(value) if part), self.line(start)
        )
        self.add(typed)
        if SWALLOWED.search(value):
            self.open_field = self.open_field or typed
        self.comma(name, close)

    def add(self, typed: TypedField) -> None:
        """Adds a field to its entry; of one that stands twice, BibTeX takes the first, biber the last."""
        if first := self.entry.fields.get(typed.name):
            what = f"{self.entry.key}: '{typed.name}' stands twice, first on line {first.line}"
            at = self.start_of(typed.line)
            is_broken = self.entry.is_broken
            self.report(at, what, "delete one of the two")
            self.entry.is_broken = is_broken
        self.entry.fields.setdefault(typed.name, typed)

    def comma(self, name: str, close: str) -> None:
        """The comma between two fields."""
        self.blanks()
        if self.sign == ",":
            self.at += 1
        elif self.sign and self.sign != close:
            self.no_comma(name, close)

    def no_comma(self, name: str, close: str) -> None:
        """Says what stands where a comma should: a field, or a part of the value. Raises Unreadable for the latter."""
        what = f"{self.entry.key}: no comma after '{name}'"
        if self.sign in "})":
            return
        if re.compile(r"[A-Za-z][\w-]*[ \t]*=").match(self.text, self.at, self.end):
            self.report(
                len(self.text[: self.at].rstrip()), what, f"end the line of '{name}' with a comma"
            )
        else:
            words = self.text[self.at : self.end].split("\n")[0]
            what = f"{self.entry.key}: '{words}' stands after the end of '{name}'"
            remedy = "put it inside the braces, each of which is closed once"
            raise Unreadable(self.at, what, remedy)


def no_entry(line: int) -> Iterator[Problem]:
    """An '@' outside entries begins one, and nothing else."""
    what = "an '@' outside entries that begins none, at which BibTeX stops"
    yield Problem(BIBLIOGRAPHY, line, what, "delete it, or write '@report{key,' for an entry")
