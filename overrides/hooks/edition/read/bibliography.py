"""Reads references.bib (biblatex fields) into Source records, by pybtex."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pybtex import errors
from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as Name
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from edition.model import Person, Source
from edition.problems import Problems, on_one_line

ENTRY = re.compile(r"[ \t]*(@?)[ \t]*(\w+)[ \t]*[{(]")
KEY = re.compile(r"\s*([^,{}=\n]*?)\s*(,|[{}=\n]|\Z)")
COMMENT = re.compile(r"[ \t]*@[ \t]*comment[ \t]*\{", re.IGNORECASE)
FIELD = re.compile(r"[ \t]*([A-Za-z]+)[ \t]*=[ \t]*[{\"\d]")
NO_ENTRIES = {"comment", "preamble", "string"}
VERBATIM = {"url", "doi", "handle", "evidence"}
"""Fields that are addresses, in which braces and backslashes are no TeX."""
TEX = re.compile(r"[\\{}$%~`\n\t]|  |--|''|,,")
"""What TeX reads otherwise than it stands: all else is plain text already, and most fields are no more."""
SPECIAL = re.compile(r"(?<!\\)(?:\\\\)*([%$#&])")

Fault = tuple[int, str, str]
"""A line, what is wrong there, how to mend it."""


@dataclass(frozen=True)
class Start:
    """Where an entry starts: its line, what it begins with, and what follows the words that should be its key."""

    line: int
    at: str
    type: str
    words: str
    end: str

    @property
    def key(self) -> str:
        return (
            self.words.split()[0] if self.words and (self.end != "=" or " " in self.words) else ""
        )


@dataclass(frozen=True)
class Bibliography:
    """The sources of a bibliography, in its order; its entries as typed, and the keys of those that are broken."""

    sources: tuple[Source, ...]
    entries: Mapping[str, Entry]
    broken: frozenset[str]


def read_sources(text: str, file: str, problems: Problems) -> Bibliography:
    """What a bibliography holds.

    Mistakes of form go into `problems`; of a broken entry only a part may have been read.
    """
    comments: list[Fault] = []
    text = without_comments(text, comments)
    starts = list(entry_starts(text))
    for fault in [*comments, *repeated_keys(starts), *lost_entries(starts), *broken_starts(starts)]:
        problems.add(file, *fault)
    data, broken = parsed(text, starts, file, problems)
    lost = [found for found in lost_fields(text, starts, data) if found[0] not in broken]
    for key, line, name in lost:
        what = f"the field '{name}' stands outside its entry '{key}'"
        problems.add(file, line, what, "look for a '}' too many above it")
        broken.add(key)
    lines = {start.key.lower(): start.line for start in reversed(starts)}
    for key, name, sign in unescaped(data):
        what = f"{key}: '{sign}' in '{name}' means something else to TeX"
        line = line_of(text, name, lines.get(key.lower(), 0))
        problems.add(file, line, what, f"write '\\{sign}'")
    sources = [as_source(key, e, lines.get(key.lower(), 0)) for key, e in data.entries.items()]
    sources += unread(text, starts, data, broken)
    return Bibliography(tuple(sources), data.entries, frozenset(broken))


def without_comments(text: str, faults: list[Fault]) -> str:
    """The text with spaces in place of its comments, in which BibTeX would read entries, but pandoc would not."""
    lines, depth, closing, told = text.split("\n"), 0, -1, False
    for number, line in enumerate(lines):
        opens = COMMENT.match(line) if depth == 0 else None
        closing = 0 if opens else closing
        commented = closing >= 0 or (depth == 0 and line.lstrip().startswith("%"))
        rest = line[opens.end() :] if opens else line
        if commented and "@" in rest and not told:
            what = "an '@' in a comment, after which BibTeX reads an entry"
            faults.append((number + 1, what, "delete what is commented out, or its '@'"))
            told = True
        told = told and commented
        if closing >= 0:
            closing = max(0, closing + braces(line))
            closing = closing if closing else -1
        elif not commented:
            resumes = re.match(r"[ \t]*@[ \t]*\w+[ \t]*\{", line)
            depth = max(0, (0 if resumes else depth) + braces(line))
        lines[number] = "" if commented else line
    return "\n".join(lines)


def braces(line: str) -> int:
    """How many braces a line opens and does not close; BibTeX counts those after a backslash as well."""
    return line.count("{") - line.count("}")


def depths(text: str) -> Iterator[int]:
    """How many braces are open where each line begins; an entry's '@' begins anew, after an unclosed one."""
    depth = 0
    for line in text.split("\n"):
        depth = 0 if re.match(r"[ \t]*@[ \t]*\w+[ \t]*\{", line) else depth
        yield depth
        depth = max(0, depth + braces(line))


def entry_starts(text: str) -> Iterator[Start]:
    """The start of each entry, also of one without its '@', or without its key."""
    position = 0
    for number, (line, depth) in enumerate(zip(text.split("\n"), depths(text), strict=True), 1):
        found = ENTRY.match(line) if depth == 0 else None
        if found and found[2].lower() not in NO_ENTRIES:
            key = KEY.match(text, position + found.end())
            words, end = (key[1], key[2]) if key else ("", "")
            if found[1] or (end == "," and " " not in words):
                yield Start(number, found[1], found[2], words, end)
        position += len(line) + 1


def line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def repeated_keys(starts: list[Start]) -> Iterator[Fault]:
    """A citation key stands for one entry alone (BibTeX takes no notice of capitals in keys)."""
    first: dict[str, int] = {}
    for start in starts:
        key = start.key.lower()
        if key in first:
            what = f"duplicate key '{start.key}', first used on line {first[key]}"
            yield start.line, what, "give one of the two entries another key, or delete it"
        if key:
            first.setdefault(key, start.line)


def lost_entries(starts: list[Start]) -> Iterator[Fault]:
    """BibTeX reads an entry without '@' as a comment, and drops it in silence."""
    for start in starts:
        if not start.at:
            yield start.line, f"entry '{start.key}' has no '@' before its type", "write '@report{…'"


def broken_starts(starts: list[Start]) -> Iterator[Fault]:
    """An entry begins with its type, a brace, its key (one word) and a comma."""
    for start in starts:
        key = start.key
        if not key:
            yield start.line, "an entry without a key", f"write '@{start.type}{{its-key,'"
        elif start.end != ",":
            yield start.line, f"entry '{key}' has no comma after its key", f"write '{key},'"
        elif key != start.words:
            mend = f"write one word: '{'-'.join(start.words.split())}'"
            yield start.line, f"the key '{start.words}' holds a space", mend


def lost_fields(
    text: str, starts: list[Start], data: BibliographyData
) -> Iterator[tuple[str, int, str]]:
    """A brace too many ends an entry early, and BibTeX drops the fields after it in silence."""
    lines, deep = text.split("\n"), list(depths(text))
    ends = [start.line for start in starts[1:]] + [len(lines) + 1]
    for start, end in zip(starts, ends, strict=False):
        entry = data.entries.get(start.key)
        for number in range(start.line, end - 1):
            found = FIELD.match(lines[number]) if deep[number] == 0 else None
            if entry and found and found[1] not in entry.fields and found[1] not in entry.persons:
                yield start.key, number + 1, found[1]
                break


def parsed(
    text: str, starts: list[Start], file: str, problems: Problems
) -> tuple[BibliographyData, set[str]]:
    """The entries that can be read, and the keys of the broken ones; each error is reported with its line."""
    faulty = {line for line, _, _ in broken_starts(starts)}
    parser, broken = Parser(), {start.key for start in starts if start.line in faulty}
    with errors.capture() as found:
        parser.parse_string(text)
    cut = {start.key.lower() for start in starts if start.key != start.words and start.end == ","}
    for key in list(parser.data.entries) if faulty else []:
        if key.lower() in cut or key.startswith("unnamed-"):
            del parser.data.entries[key]  # pybtex's own name, or half a key
    for error in found:
        said = re.sub(r"(syntax error)? in line \d+:? ?", " ", on_one_line(str(error)).rstrip("."))
        line = getattr(error, "lineno", None) or mentioned_line(said, text, starts)
        start = entry_of(error, line, text, starts)
        if said.startswith("repeated bibliography entry") or (start and start.line in faulty):
            continue  # reported already
        where = f" in or after the entry '{start.key}' of line {start.line}" if start else ""
        broken |= {start.key} if start else set()
        mend = "check its braces, quotation marks, commas and field names"
        problems.add(file, line, f"broken BibTeX{where}: {said}", mend)
    return parser.data, broken


def mentioned_line(said: str, text: str, starts: list[Start]) -> int:
    """The line of the first quoted words of a message, or of the entry that it names; 0 where there is none."""
    if (quoted := re.search(r"'(.+)'", said)) and quoted[1] in text:
        return line_at(text, text.index(quoted[1]))
    return next((start.line + 1 for start in starts if start.key and start.key in said), 0)


def entry_of(error: PybtexError, line: int, text: str, starts: list[Start]) -> Start | None:
    """The entry that an error is in: where the parser says, else the last that starts above the line."""
    begun = (getattr(error, "error_context_info", None) or (None,))[0]
    last = line_at(text, begun) if begun is not None else line - 1
    return next((start for start in reversed(starts) if start.line <= last), None)


def line_of(text: str, name: str, start: int) -> int:
    """The line of a field in the entry that starts on line `start`; the entry's own line where it has none."""
    pattern = re.compile(rf"\s*{re.escape(name)}\s*=", re.IGNORECASE)
    for number, line in enumerate(text.split("\n")[start:], start + 1):
        if line.lstrip().startswith("@"):
            break
        if name and pattern.match(line):
            return number
    return start


def unescaped(data: BibliographyData) -> Iterator[tuple[str, str, str]]:
    """TeX cuts a text at '%', makes mathematics of '$', and loses '#' and '&': a field has them as '\\%'."""
    for key, entry in data.entries.items():
        texts = {name.lower(): value for name, value in entry.fields.items()}
        texts |= {r.lower(): " ".join(map(str, names)) for r, names in entry.persons.items()}
        for name in texts.keys() - VERBATIM:
            for sign in sorted(set(SPECIAL.findall(texts[name]))):
                yield key, name, sign


def unread(
    text: str, starts: list[Start], data: BibliographyData, broken: set[str]
) -> Iterator[Source]:
    """Entries that a mistake above them hides: known by key and keyword, so that nothing else is said of them."""
    lines, known = text.split("\n"), {key.lower() for key in data.entries}
    ends = [start.line for start in starts[1:]] + [len(lines) + 1]
    for start, end in zip(starts, ends, strict=False):
        whole = start.key and (start.key == start.words or start.end == "=")
        if whole and start.key.lower() not in known:
            own = "\n".join(lines[start.line : end - 1])
            word = re.search(r"^\s*keywords\s*=\s*[{\"](\w+)", own, re.MULTILINE | re.IGNORECASE)
            known.add(start.key.lower())
            broken.add(start.key)
            fields = {"keywords": word[1]} if word else {}
            yield Source(start.key, start.type.lower(), start.line, fields)


def as_source(key: str, entry: Entry, line: int) -> Source:
    """A pybtex entry as our record: fields as plain text, names as persons."""
    fields = {name.lower(): plain(name, value) for name, value in entry.fields.items()}
    family_first = {part.strip() for part in fields.get("familyfirst", "").split(",")}
    persons = {
        role.lower(): tuple(as_person(name, role.lower() in family_first) for name in names)
        for role, names in entry.persons.items()
    }
    return Source(key, entry.type.lower(), line, fields, persons)


def plain(name: str, value: str) -> str:
    """A field without TeX: braces gone, accents as letters; as it is where its braces do not match."""
    if name.lower() in VERBATIM:
        return value
    if not TEX.search(value):
        return value.strip()
    try:
        return (
            str(Text.from_latex(re.sub(r"(?<!\\)%", r"\\%", value))).replace("\\$", "$").strip()
        )  # pybtex leaves it
    except PybtexError:
        return value


def as_person(name: Name, family_first: bool) -> Person:
    """A name; in braces it is an institution's, and stays whole."""
    given = " ".join(name.first_names + name.middle_names)
    family = " ".join(name.prelast_names + name.last_names + name.lineage_names)
    return Person(plain("", family), plain("", given), family_first)
