"""Reads references.bib (biblatex fields) into Source records, by pybtex."""

import re
from collections.abc import Iterator

from pybtex import errors
from pybtex.database import BibliographyData, Entry
from pybtex.database import Person as Name
from pybtex.database.input.bibtex import Parser
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from edition.model import Person, Source
from edition.problems import Problems, on_one_line

ENTRY_START = re.compile(r"^[ \t]*(@?)(\w+)[ \t]*[{(]\s*([^\s,={}]+)[ \t]*,", re.MULTILINE)
FIELD_START = re.compile(r"[ \t]*([A-Za-z]+)[ \t]*=[ \t]*[{\"\d]")
VERBATIM = {"url", "doi", "handle", "evidence"}
"""Fields that are addresses, in which braces and backslashes are no TeX."""


def read_sources(
    text: str, file: str, problems: Problems
) -> tuple[tuple[Source, ...], frozenset[str]]:
    """The entries of a bibliography, in its order, and the keys of those that are broken.

    Mistakes of form go into `problems`; of a broken entry only a part may have been read.
    """
    for line, what, mend in [*repeated_keys(text), *lost_entries(text)]:
        problems.add(file, line, what, mend)
    data, broken = parsed(text, file, problems)
    lost = [found for found in lost_fields(text, data) if found[0] not in broken]
    for key, line, name in lost:
        what = f"the field '{name}' stands outside its entry '{key}'"
        problems.add(file, line, what, "look for a '}' too many above it")
        broken.add(key)
    lines = {key.lower(): line for line, _, key in reversed(list(entry_starts(text)))}
    sources = (as_source(key, e, lines.get(key.lower(), 0)) for key, e in data.entries.items())
    return tuple(sources), frozenset(broken)


def entry_starts(text: str) -> Iterator[tuple[int, str, str]]:
    """Line, '@' (or nothing, where it is missing) and citation key of each entry."""
    for match in ENTRY_START.finditer(text):
        yield line_at(text, match.start(2)), match[1], match[3]


def line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def repeated_keys(text: str) -> Iterator[tuple[int, str, str]]:
    """A citation key stands for one entry alone (BibTeX takes no notice of capitals in keys)."""
    first: dict[str, int] = {}
    for line, _, key in entry_starts(text):
        if key.lower() in first:
            what = f"duplicate key '{key}', first used on line {first[key.lower()]}"
            yield line, what, "give one of the two entries another key, or delete it"
        first.setdefault(key.lower(), line)


def lost_entries(text: str) -> Iterator[tuple[int, str, str]]:
    """BibTeX reads an entry without '@' as a comment, and drops it in silence."""
    for line, at, key in entry_starts(text):
        if not at:
            yield line, f"entry '{key}' has no '@' before its type", "write '@report{…'"


def lost_fields(text: str, data: BibliographyData) -> Iterator[tuple[str, int, str]]:
    """A brace too many ends an entry early, and BibTeX drops the fields after it in silence."""
    lines = text.splitlines()
    starts = [(line, key) for line, _, key in entry_starts(text)]
    for (start, key), (end, _) in zip(starts, [*starts[1:], (len(lines) + 1, "")], strict=True):
        entry = data.entries.get(key)
        for number in range(start, end - 1):
            found = FIELD_START.match(lines[number])
            if entry and found and found[1] not in entry.fields and found[1] not in entry.persons:
                yield key, number + 1, found[1]
                break


def parsed(text: str, file: str, problems: Problems) -> tuple[BibliographyData, set[str]]:
    """The entries that can be read, and the keys of the broken ones; each error is reported with its line."""
    parser, broken = Parser(), set()
    with errors.capture() as found:
        parser.parse_string(text)
    for error in found:
        said = re.sub(r"(syntax error)? in line \d+:? ?", " ", on_one_line(str(error)).rstrip("."))
        if said.startswith("repeated bibliography entry"):
            continue  # reported with both lines
        line = getattr(error, "lineno", None) or mentioned_line(said, text)
        start, key = entry_before(line, text)
        broken.add(key)
        where = f" in or after the entry '{key}' of line {start}" if key else ""
        mend = "check its braces, quotation marks, commas and field names"
        problems.add(file, line, f"broken BibTeX{where}: {said}", mend)
    return parser.data, broken


def mentioned_line(said: str, text: str) -> int:
    """The line of the first quoted words of a message, or of the entry that it names; 0 where there is none."""
    if (quoted := re.search(r"'(.+)'", said)) and quoted[1] in text:
        return line_at(text, text.index(quoted[1]))
    return next((line + 1 for line, _, key in entry_starts(text) if key in said), 0)


def entry_before(line: int, text: str) -> tuple[int, str]:
    """Line and key of the last entry that starts above a line."""
    before = [(start, key) for start, _, key in entry_starts(text) if start < line]
    return before[-1] if before else (0, "")


def as_source(key: str, entry: Entry, line: int) -> Source:
    """A pybtex entry as our record: fields as plain text, names as persons."""
    fields = {name.lower(): plain(name, value) for name, value in entry.fields.items()}
    family_first = {part.strip() for part in fields.get("familyfirst", "").split(",")}
    persons = {
        role: tuple(as_person(name, role in family_first) for name in names)
        for role, names in entry.persons.items()
    }
    return Source(key, entry.type.lower(), line, fields, persons)


def plain(name: str, value: str) -> str:
    """A field without TeX: braces gone, accents as letters; as it is where its braces do not match."""
    if name.lower() in VERBATIM:
        return value
    try:
        return str(Text.from_latex(value)).strip()
    except PybtexError:
        return value


def as_person(name: Name, family_first: bool) -> Person:
    """A name; in braces it is an institution's, and stays whole."""
    given = " ".join(name.first_names + name.middle_names)
    family = " ".join(name.prelast_names + name.last_names + name.lineage_names)
    return Person(plain("", family), plain("", given), family_first)
