"""Reads references.bib (biblatex fields) into Source records, by pybtex."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from pybtex import errors
from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as Name
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from edition.model import Person, Source
from edition.problems import Problem, Problems, on_one_line
from edition.read.typed_entries import (
    BIBLIOGRAPHY,
    Start,
    TypedEntry,
    broken_starts,
    depths,
    entries_without_at,
    entry_starts,
    field_lines,
    repeated_keys,
    with_lines,
    without_comments,
)

FIELD = re.compile(r"[ \t]*([A-Za-z]+)[ \t]*=[ \t]*[{\"\d]")
VERBATIM = {"url", "doi", "handle", "evidence"}
"""Fields that are addresses, in which braces and backslashes are no TeX."""
TEX = re.compile(r"[\\{}$%~`\n\t]|  |--|''|,,")
"""What TeX reads otherwise than it stands: all else is plain text already, and most fields are no more."""
SPECIAL = re.compile(r"(?<!\\)(?:\\\\)*([%$#&])")

KEYWORD = re.compile(r"\s*keywords\s*=\s*[{\"](\w+)", re.IGNORECASE)
REPEATED = "repeated bibliography entry"


@dataclass(frozen=True)
class Bibliography:
    """The sources of a bibliography, in its order; its entries as typed, and the keys of those that are broken."""

    sources: tuple[Source, ...]
    entries: Mapping[str, Entry]
    broken: frozenset[str]


def read_sources(text: str, problems: Problems) -> Bibliography:
    """Reads a bibliography; of a broken entry only a part may be read."""
    text = without_comments(text, problems)
    starts = list(entry_starts(text))
    malformed = list(broken_starts(starts))
    problems += [*repeated_keys(starts), *entries_without_at(starts), *malformed]
    data, broken = parsed(text, starts, {problem.line for problem in malformed}, problems)
    typed = list(with_lines(text, starts))
    for key, problem in misplaced_fields(text, typed, data):
        if key not in broken:
            problems.append(problem)
            broken.add(key)
    lines = {start.key.lower(): field_lines(own) for start, own in reversed(typed)}
    first = {start.key.lower(): start.line for start in reversed(starts)}
    sources = [
        as_source(key, entry, first.get(key.lower(), 0), lines.get(key.lower(), {}))
        for key, entry in data.entries.items()
    ]
    for source in sources:
        problems += unescaped(source, data.entries[source.key])
    hidden = list(hidden_entries(typed, data))
    broken |= {source.key for source in hidden}
    return Bibliography((*sources, *hidden), data.entries, frozenset(broken))


def misplaced_fields(
    text: str, typed: Sequence[TypedEntry], data: BibliographyData
) -> Iterator[tuple[str, Problem]]:
    """Entries closed too early by a surplus brace, by citation key, each with the problem of the first field after it,
    which BibTeX drops in silence."""
    deep = list(depths(text))
    for start, lines in typed:
        entry = data.entries.get(start.key)
        for number, line in lines:
            match = FIELD.match(line) if deep[number - 1] == 0 else None
            if entry and match and match[1] not in entry.fields and match[1] not in entry.persons:
                what = f"the field '{match[1]}' stands outside its entry '{start.key}'"
                remedy = "look for a '}' too many above it"
                yield start.key, Problem(BIBLIOGRAPHY, number, what, remedy)
                break


def parsed(
    text: str, starts: Sequence[Start], malformed: Set[int], problems: Problems
) -> tuple[BibliographyData, set[str]]:
    """The entries that can be read, and the keys of the broken ones; `malformed` are the lines on which one begins
    whose start is broken, which is reported already."""
    parser = Parser()
    with errors.capture() as syntax_errors:
        parser.parse_string(text)
    broken = {start.key for start in starts if start.line in malformed}
    halved = {s.key.lower() for s in starts if s.key != s.words and s.end == ","}
    known = {start.key.lower() for start in starts} - halved
    for key in [key for key in parser.data.entries if key.lower() not in known]:
        del parser.data.entries[key]  # pybtex's own name, or half a key
    for error in syntax_errors:
        message = re.sub(
            r"(syntax error)? in line \d+:? ?", " ", on_one_line(str(error)).rstrip(".")
        )
        line = getattr(error, "lineno", None) or mentioned_line(message, text, starts)
        start = entry_of(error, line, text, starts)
        is_reported = message.startswith(REPEATED) or (start and start.line in malformed)
        if not is_reported:
            broken |= {start.key} if start else set()
            problems.append(syntax_error(message, line, start))
    return parser.data, broken


def syntax_error(message: str, line: int, start: Start | None) -> Problem:
    """What the parser of BibTeX cannot read, in or after which entry."""
    where = f" in or after the entry '{start.key}' of line {start.line}" if start else ""
    remedy = "check its braces, quotation marks, commas and field names"
    return Problem(BIBLIOGRAPHY, line, f"broken BibTeX{where}: {message}", remedy)


def mentioned_line(message: str, text: str, starts: Sequence[Start]) -> int:
    """The line of the first quoted words of a message, or of the entry that it names; 0 where there is none."""
    if (quoted := re.search(r"'(.+)'", message)) and quoted[1] in text:
        return line_at(text, text.index(quoted[1]))
    return next((start.line + 1 for start in starts if start.key and start.key in message), 0)


def entry_of(error: PybtexError, line: int, text: str, starts: Sequence[Start]) -> Start | None:
    """The entry that an error is in: where the parser says, else the last that starts above the line."""
    begun = (getattr(error, "error_context_info", None) or (None,))[0]
    last = line_at(text, begun) if begun is not None else line - 1
    return next((start for start in reversed(starts) if start.line <= last), None)


def line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def unescaped(source: Source, entry: Entry) -> Iterator[Problem]:
    """TeX cuts a text at '%', makes mathematics of '$', and loses '#' and '&': a field has them as '\\%'."""
    texts = {name.lower(): value for name, value in entry.fields.items()}
    texts |= {role.lower(): " ".join(map(str, names)) for role, names in entry.persons.items()}
    for name in texts.keys() - VERBATIM:
        for sign in sorted(set(SPECIAL.findall(texts[name]))):
            what = f"{source.key}: '{sign}' in '{name}' means something else to TeX"
            line = source.lines.get(name, source.line)
            yield Problem(BIBLIOGRAPHY, line, what, f"write '\\{sign}'")


def hidden_entries(typed: Sequence[TypedEntry], data: BibliographyData) -> Iterator[Source]:
    """Entries that BibTeX did not read because of a mistake above them, with key and keywords alone, so that nothing
    else is reported about them."""
    known = {key.lower() for key in data.entries}
    for start, lines in typed:
        if start.is_whole and start.key.lower() not in known:
            known.add(start.key.lower())
            word = next(filter(None, (KEYWORD.match(line) for _, line in lines)), None)
            fields = {"keywords": word[1]} if word else {}
            yield Source(start.key, start.type.lower(), start.line, fields)


def as_source(key: str, entry: Entry, line: int, lines: Mapping[str, int]) -> Source:
    """A pybtex entry as our record: fields as plain text, names as persons."""
    fields = {name.lower(): plain(name, value) for name, value in entry.fields.items()}
    family_first = {part.strip() for part in fields.get("familyfirst", "").split(",")}
    persons = {
        role.lower(): tuple(as_person(name, role.lower() in family_first) for name in names)
        for role, names in entry.persons.items()
    }
    return Source(key, entry.type.lower(), line, fields, persons, lines)


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
