"""Reads a page's bytes: UTF-8 text, and the YAML front matter that begins it; writes that of pages the build makes."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from edition.problems import Problems

FENCE = "---"


def front_matter(**values: str) -> str:
    """The front matter of a page, as text; JSON's strings are YAML's too."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return "\n".join([FENCE, *lines, FENCE, ""])


def decoded(data: bytes, file: str, problems: Problems) -> str:
    """A file's text; a byte that is not UTF-8 is reported with its line, and read as U+FFFD."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{data[error.start]:02x} is not UTF-8"
        problems.add(file, line, what, "save the file as UTF-8")
        return data.decode("utf-8", errors="replace")


def split_front_matter(
    text: str, file: str, problems: Problems
) -> tuple[Mapping[str, str], list[str]]:
    """The front matter as plain text values, and the body's lines; front-matter lines stand as empty lines."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        problems.add(file, 1, "no front matter", "begin the file with '---', 'title: \"…\"', '---'")
        return {}, lines
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), 0)
    if not end:
        problems.add(file, 1, "front matter is not closed", "end it with a line that holds '---'")
        return {}, []
    meta = read_yaml("\n".join(lines[1:end]), file, problems)
    return meta, [""] * (end + 1) + lines[end + 1 :]


def read_yaml(text: str, file: str, problems: Problems) -> Mapping[str, str]:
    """Front matter as a flat mapping; what YAML cannot read is reported with its line in the file."""
    mend = "write 'name: \"…\"', the whole value in double quotes"
    try:
        meta = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = f"broken front matter: {getattr(error, 'problem', None) or error}"
        problems.add(file, mark.line + 2 if mark else 1, what, mend)
        return {}
    if not isinstance(meta, dict):
        problems.add(file, 2, "broken front matter: not a list of names and values", mend)
        return {}
    for line, name in repeated(text):
        what = f"'{name}' stands twice in front matter"
        problems.add(file, line, what, "delete one of the two lines")
    for name, value in meta.items():
        if isinstance(value, list | dict):
            problems.add(file, 1, f"'{name}' in front matter is no plain text", mend)
    return {str(name): "" if value is None else str(value) for name, value in meta.items()}


def repeated(text: str) -> Iterator[tuple[int, str]]:
    """Names that YAML would read twice, the last in silence, each with its line in the file."""
    seen: set[str] = set()
    for number, line in enumerate(text.split("\n"), 2):
        found = re.match(r"(\w+):", line)
        if found and found[1] in seen:
            yield number, found[1]
        seen |= {found[1]} if found else set()


def unreadable(path: Path) -> tuple[str, str] | None:
    """Why a file cannot be read, and how to mend that; None where it can."""
    if not path.exists() and not path.is_symlink():
        return "is not there", "get it back"
    if not path.is_file():
        return "no file, but a link that leads nowhere", "mend the link, or delete it"
    if not os.access(path, os.R_OK):
        return "may not be read", "mend the file's permissions"
    return None
