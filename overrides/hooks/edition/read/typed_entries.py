"""Where the entries of references.bib begin, and what BibTeX, which drops much in silence, would not say of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.problems import Problem, Problems

BIBLIOGRAPHY = "references.bib"
ALL_SOURCES = f"{BIBLIOGRAPHY}: all"
"""The fact that the keys of all sources are known."""
ENTRY = re.compile(r"[ \t]*(@?)[ \t]*(\w+)[ \t]*[{(]")
KEY = re.compile(r"\s*([^,{}=\n]*?)\s*(,|[{}=\n]|\Z)")
COMMENT = re.compile(r"[ \t]*@[ \t]*comment[ \t]*\{", re.IGNORECASE)
BEGINS = re.compile(r"[ \t]*@[ \t]*\w+[ \t]*\{")
FIELD = re.compile(r"\s*(\w+)\s*=")
NO_ENTRIES = {"comment", "preamble", "string"}


@dataclass(frozen=True)
class Start:
    """The start of an entry: its line, its '@', its type, the words that should be its key, and the sign after them."""

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

    @property
    def is_whole(self) -> bool:
        """Whether its key is one word, even if the comma after it is missing."""
        return bool(self.key) and (self.key == self.words or self.end == "=")


TypedEntry = tuple[Start, Sequence[tuple[int, str]]]
"""An entry, and the lines that follow its first, with their numbers."""


def without_comments(text: str, problems: Problems) -> str:
    """The text with its comments as empty lines, since BibTeX would read entries in them and pandoc would not."""
    lines, depth, closing, is_reported = text.split("\n"), 0, -1, False
    for number, line in enumerate(lines):
        opens = COMMENT.match(line) if depth == 0 else None
        closing = 0 if opens else closing
        is_comment = closing >= 0 or (depth == 0 and line.lstrip().startswith("%"))
        rest = line[opens.end() :] if opens else line
        if is_comment and "@" in rest and not is_reported:
            what = "an '@' in a comment, after which BibTeX reads an entry"
            remedy = "delete what is commented out, or its '@'"
            problems.add(BIBLIOGRAPHY, number + 1, what, remedy)
            is_reported = True
        is_reported = is_reported and is_comment
        if closing >= 0:
            closing = max(0, closing + braces(line)) or -1
        elif not is_comment:
            depth = max(0, (0 if BEGINS.match(line) else depth) + braces(line))
        lines[number] = "" if is_comment else line
    return "\n".join(lines)


def braces(line: str) -> int:
    """How many braces a line opens and does not close; BibTeX counts those after a backslash as well."""
    return line.count("{") - line.count("}")


def depths(text: str) -> Iterator[int]:
    """The number of open braces at the start of each line; each entry's '@' starts again from none."""
    depth = 0
    for line in text.split("\n"):
        depth = 0 if BEGINS.match(line) else depth
        yield depth
        depth = max(0, depth + braces(line))


def entry_starts(text: str) -> Iterator[Start]:
    """The start of each entry, also of one without its '@', or without its key."""
    position = 0
    for number, (line, depth) in enumerate(zip(text.split("\n"), depths(text), strict=True), 1):
        match = ENTRY.match(line) if depth == 0 else None
        if match and match[2].lower() not in NO_ENTRIES:
            key = KEY.match(text, position + match.end())
            words, end = (key[1], key[2]) if key else ("", "")
            if match[1] or (end == "," and " " not in words):
                yield Start(number, match[1], match[2], words, end)
        position += len(line) + 1


def with_lines(text: str, starts: Sequence[Start]) -> Iterator[TypedEntry]:
    """Each entry with the lines that follow its first, up to the next entry, and their numbers."""
    numbered = list(enumerate(text.split("\n"), 1))
    ends = [*(start.line - 1 for start in starts[1:]), len(numbered)]
    for start, end in zip(starts, ends, strict=False):
        yield start, numbered[start.line : end]


def field_lines(lines: Sequence[tuple[int, str]]) -> dict[str, int]:
    """The line of each field in the lines of an entry."""
    numbered = [(match[1].lower(), n) for n, line in lines if (match := FIELD.match(line))]
    return dict(reversed(numbered))


def repeated_keys(starts: Sequence[Start]) -> Iterator[Problem]:
    """A citation key stands for one entry alone (BibTeX takes no notice of capitals in keys)."""
    first: dict[str, int] = {}
    for start in starts:
        key = start.key.lower()
        if key in first:
            what = f"duplicate key '{start.key}', first used on line {first[key]}"
            remedy = "give one of the two entries another key, or delete it"
            yield Problem(BIBLIOGRAPHY, start.line, what, remedy)
        if key:
            first.setdefault(key, start.line)


def entries_without_at(starts: Sequence[Start]) -> Iterator[Problem]:
    """BibTeX reads an entry without '@' as a comment, and drops it in silence."""
    for start in starts:
        if not start.at:
            what = f"entry '{start.key}' has no '@' before its type"
            yield Problem(BIBLIOGRAPHY, start.line, what, "write '@report{…'")


def broken_starts(starts: Sequence[Start]) -> Iterator[Problem]:
    """An entry begins with its type, a brace, its key (one word) and a comma."""
    for start in starts:
        key = start.key
        if not key:
            what, remedy = "an entry without a key", f"write '@{start.type}{{its-key,'"
        elif start.end != ",":
            what, remedy = f"entry '{key}' has no comma after its key", f"write '{key},'"
        elif key != start.words:
            what = f"the key '{start.words}' holds a space"
            remedy = f"write one word: '{'-'.join(start.words.split())}'"
        else:
            continue
        yield Problem(BIBLIOGRAPHY, start.line, what, remedy, set() if key else {ALL_SOURCES})
