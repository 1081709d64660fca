"""Reads a page's bytes: UTF-8 text, and the YAML front matter that begins it; writes that of pages the build makes."""

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import yaml

from edition.problems import Problem, Problems
from edition.read.characters import STRANGE, bare, cleaned, label

FENCE = "---"
NAMED = re.compile(r"(?:\w[\w -]*|'[^']*'|\"[^\"]*\"|<<)\s*:(?:\s|$)")
LOOSE = re.compile(r"\W*(\w+)\W*?\s*[:=]\s*(.*)")
"""A line that could be a name and its value."""
COLON = re.compile(r":[ \t]+")
NO_TEXT = "is no plain text"
NO_PAIR = "is no name with its value"
EVENTS = 6
"""What YAML sees around the name and the value of a mapping: stream, document and mapping begin, and end."""
QUOTED = {
    *zip("\"'“‘„‚«‹「『＂＇", "\"'”’“‘»›」』＂＇", strict=True),
    ("”", "”"),
    ("’", "’"),
    ("»", "«"),
}
"""Marks that quote the whole of a value."""


def front_matter(**values: str) -> str:
    """The front matter of a page, as text."""
    lines = [f"{name}: {as_json(value)}" for name, value in values.items()]
    return "\n".join([FENCE, *lines, FENCE, ""])


def decoded(data: bytes, file: str, problems: Problems) -> str:
    """A file's text, as it is meant where pasting has changed it; a byte that is not UTF-8 is reported with its line,
    and read as a question mark."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.add(file, line, what, "save the file as UTF-8")
        text = data.decode("utf-8-sig", errors="replace").replace("\ufffd", "?")
    return cleaned(text, file, problems)


def front_matter_of(file: str) -> str:
    """The fact that the front matter of a page is known."""
    return f"{file}: front matter"


def value_of(file: str, name: str) -> str:
    """The fact that a page's front matter does not name a value otherwise."""
    return f"{front_matter_of(file)}: {name}"


@dataclass(frozen=True)
class FrontMatter:
    """What a page says of itself: each value by its name, as the text that was typed, and the line of each name."""

    values: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Named:
    """A name of front matter as it was typed: its line, with its value; the lines that go on with it; and lines below
    that seem to belong to nothing."""

    line: int
    first: str
    further: Sequence[str]
    loose: Sequence[tuple[int, str]]

    @property
    def name(self) -> str:
        return self.first.partition(":")[0].strip().strip("'\"")

    @property
    def typed(self) -> str:
        """The value on one line, without marks around the whole of it that quote it."""
        return unquoted(" ".join([self.first.partition(":")[2], *self.further]))

    @property
    def in_quotes(self) -> str:
        return f"put it in double quotes: '{self.name}: {as_json(self.typed)}'"

    def text(self, is_whole: bool) -> str:
        """What YAML is to read, with all lines below or with those alone that go on."""
        below = [*self.further, *(line for _, line in self.loose if is_whole)]
        return "\n".join(line.rstrip() for line in [COLON.sub(": ", self.first, count=1), *below])


def unquoted(typed: str) -> str:
    """A value on one line, without marks around the whole of it that quote it."""
    value = " ".join(typed.split())
    is_quoted = len(value) > 1 and (value[0], value[-1]) in QUOTED
    return value[1:-1].strip() if is_quoted else value


def split_front_matter(text: str, file: str, problems: Problems) -> tuple[FrontMatter, list[str]]:
    """The front matter, and the body's lines; front-matter lines stand as empty lines."""
    lines, meta = text.split("\n"), front_matter_of(file)
    if lines[0].rstrip() != FENCE:
        remedy = "begin the file with '---', 'title: \"…\"', '---'"
        problems.add(file, 1, "no front matter", remedy, meta)
        return FrontMatter(), without_names(lines)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        remedy = "end it with a line that holds '---'"
        problems.add(file, 1, "front matter is not closed", remedy, meta)
        return FrontMatter(), []
    if end == 1:
        remedy = "write 'title: \"…\"' between the two lines '---', or delete one of them"
        problems.add(file, 1, "front matter is empty", remedy, meta)
        return FrontMatter(), ["", *without_names(lines[1:])]
    return read_values(lines[1:end], file, problems), [""] * (end + 1) + lines[end + 1 :]


def without_names(lines: list[str]) -> list[str]:
    """The lines of a page, with a front matter at its start that does not open, or opens twice, as empty lines."""
    end = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    named = all(re.match(r"[\w '\"]+:|\s|#|-+\s*$|$", line) for line in lines[1:end])
    return [""] * (end + 1) + lines[end + 1 :] if end and named else lines


def read_values(lines: Sequence[str], file: str, problems: Problems) -> FrontMatter:
    """Front matter as text by names: each is read by itself, so that a mistake in one spoils no other."""
    starts = [at for at, line in enumerate(lines) if NAMED.match(line)]
    above = below(lines, 0, starts[0] if starts else len(lines))
    problems += without_name(file, [(at, line) for at, line in above if line.strip()])
    values: dict[str, str] = {}
    at: dict[str, int] = {}
    for start, end in pairwise([*starts, len(lines)]):
        own = below(lines, start + 1, end)
        further = [line for _, line in own if re.match(r"\s|$", line)]
        loose = [(number, line) for number, line in own if re.match(r"\S", line)]
        named = Named(start + 2, lines[start], further, loose)
        name, value = read_value(named, file, problems)
        if name in values:
            what = f"'{name}' stands twice in front matter, first on line {at[name]}"
            problems.add(file, named.line, what, "delete one of the two lines")
        values.setdefault(name, value)
        at.setdefault(name, named.line)
    return FrontMatter(values, at)


def below(lines: Sequence[str], start: int, end: int) -> list[tuple[int, str]]:
    """Some lines of front matter that are no comments, with their numbers in the file."""
    numbered = enumerate(lines[start:end], start + 2)
    return [(number, line) for number, line in numbered if not line.startswith("#")]


def without_name(file: str, loose: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """Each line of front matter has a name, or goes on with the line above it; of several the first is reported."""
    for number, line in loose[:1]:
        named = LOOSE.fullmatch(line.strip())
        remedy = (
            f"write '{named[1]}: {as_json(unquoted(named[2].rstrip('}')))}'"
            if named
            else f"where it goes on with the line above, begin it with a blank: ' {line.strip()}'"
        )
        what = f"'{line.strip()}' in front matter {NO_PAIR if named else 'has no name'}"
        yield Problem(file, number, what, remedy, {file, front_matter_of(file)})


def read_value(named: Named, file: str, problems: Problems) -> tuple[str, str]:
    """A name and its value as YAML reads them, where that is the text that was typed; else as typed, with a problem."""
    scalars = scalars_in(named.text(is_whole=True))
    if not scalars:
        scalars = scalars_in(named.text(is_whole=False))
        if scalars:
            problems += without_name(file, named.loose)
    fault = fault_of(scalars[1], named) if scalars else (NO_TEXT, named.in_quotes)
    if fault:
        what, known = f"'{named.name}' in front matter {fault[0]}", value_of(file, named.name)
        within = {value_of(file, name) for name in re.findall(r"(\w+):", named.typed)}
        problems.append(Problem(file, named.line, what, fault[1], {file, *within}, {known}))
        return named.name, named.typed
    return str(scalars[0].value), str(scalars[1].value).strip()


def scalars_in(text: str) -> Sequence[yaml.ScalarEvent]:
    """The name and the value of some YAML that holds nothing else; nothing for any other."""
    try:
        events = list(yaml.parse(text, Loader=yaml.BaseLoader))
    except yaml.YAMLError:
        return ()
    scalars = [event for event in events if isinstance(event, yaml.ScalarEvent)]
    is_plain = len(scalars) == 2 and len(events) == len(scalars) + EVENTS
    return scalars if is_plain and not any(s.anchor or s.tag for s in scalars) else ()


def fault_of(value: yaml.ScalarEvent, named: Named) -> tuple[str, str] | None:
    """What is not as typed in a value, and its remedy: it is cut at a '#', stands in marks that quote nothing, has more
    than a line, or holds what nobody sees."""
    text, name, mark = str(value.value).strip(), named.name, value.end_mark
    rest = mark.buffer[mark.pointer :] if isinstance(mark, yaml.Mark) and mark.buffer else ""
    if not value.style and rest.strip("\0 \n"):
        return "ends before its '#'", named.in_quotes
    if not value.style and text and (text[0], text[-1]) in QUOTED:
        remedy = f"{named.in_quotes}, or with them: '{name}: {as_json(text)}'"
        return f"stands in the quotation marks {text[0]}{text[-1]}", remedy
    if re.search(r"[\n\t]", text):
        remedy = f"write it on one: '{name}: {as_json(' '.join(text.split()))}'"
        return "has more than one line", remedy
    if sign := STRANGE.search(text):
        remedy = f"delete it: '{name}: {as_json(bare(text))}'"
        return f"holds the character {label(sign[0])}", remedy
    return None


def as_json(text: str) -> str:
    """A text in double quotes; JSON's strings are YAML's too."""
    return json.dumps(text, ensure_ascii=False)


def bytes_at(path: Path, file: str, problems: Problems, *spoils: str) -> bytes | None:
    """The bytes of a file; None if it cannot be read. `file` is its name in messages."""
    if not path.exists() and not path.is_symlink():
        problems.add(file, 0, "is not there", "get it back", *spoils)
    elif not path.is_file():
        what = "no file, but a link that leads nowhere"
        problems.add(file, 0, what, "mend the link, or delete it", *spoils)
    elif not os.access(path, os.R_OK):
        problems.add(file, 0, "may not be read", "mend the file's permissions", *spoils)
    else:
        return path.read_bytes()
    return None


def committed(root: Path, file: str, problems: Problems, *spoils: str) -> bytes | None:
    """The bytes of a file under git, from which the remedy restores it; None if it cannot be read."""
    try:
        return (root / file).read_bytes()
    except OSError as error:
        what, remedy = (
            f"cannot be read: {error.strerror}",
            f"get the file back: git checkout {file}",
        )
        problems.add(file, 0, what, remedy, *spoils)
        return None
