"""Reads a page's bytes: UTF-8 text, and the YAML front matter that begins it; writes that of pages the build makes."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from edition.problems import Problems
from edition.read.characters import cleaned

FENCE = "---"


def front_matter(**values: str) -> str:
    """The front matter of a page, as text; JSON's strings are YAML's too."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
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


def split_front_matter(
    text: str, file: str, problems: Problems
) -> tuple[Mapping[str, str], list[str]]:
    """The front matter as plain text values, and the body's lines; front-matter lines stand as empty lines."""
    lines, meta = text.split("\n"), front_matter_of(file)
    if lines[0].rstrip() != FENCE:
        remedy = "begin the file with '---', 'title: \"…\"', '---'"
        problems.add(file, 1, "no front matter", remedy, meta)
        return {}, without_names(lines)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        remedy = "end it with a line that holds '---'"
        problems.add(file, 1, "front matter is not closed", remedy, meta)
        return {}, []
    read = read_yaml("\n".join(lines[1:end]), file, problems)
    return read, [""] * (end + 1) + lines[end + 1 :]


def without_names(lines: list[str]) -> list[str]:
    """The lines of a page, with an unopened front matter at its start replaced by empty lines."""
    end = next((at for at, line in enumerate(lines) if not re.match(r"\w+: |---\s*$", line)), 0)
    return [""] * end + lines[end:]


def read_yaml(text: str, file: str, problems: Problems) -> Mapping[str, str]:
    """Front matter as a flat mapping; what YAML cannot read is reported with its line in the file."""
    remedy, fact = "write 'name: \"…\"', the whole value in double quotes", front_matter_of(file)
    try:
        meta = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"broken front matter: {getattr(error, 'problem', None) or error}"
        problems.add(file, mark.line + 2 if mark else 1, what, remedy, fact)
        return {}
    if not isinstance(meta, dict):
        what = "broken front matter: not a list of names and values"
        problems.add(file, 2, what, remedy, fact)
        return {}
    for line, name in repeated(text):
        what = f"'{name}' stands twice in front matter"
        problems.add(file, line, what, "delete one of the two lines")
    for name, value in meta.items():
        if isinstance(value, list | dict):
            problems.add(file, 1, f"'{name}' in front matter is no plain text", remedy)
    return {str(name): "" if value is None else str(value) for name, value in meta.items()}


def repeated(text: str) -> Iterator[tuple[int, str]]:
    """Names that YAML would read twice, the last in silence, each with its line in the file."""
    names: set[str] = set()
    for number, line in enumerate(text.split("\n"), 2):
        match = re.match(r"(\w+):", line)
        if match and match[1] in names:
            yield number, match[1]
        names |= {match[1]} if match else set()


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
