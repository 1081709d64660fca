"""The checksums of a frozen edition's files, as `sha256sum` (GNU coreutils) writes and checks them."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from edition.problems import Problem

EDITIONS = "docs/editions"
"""The folder of the frozen editions, each a folder in it; and the fact that all of them are known."""
MANIFEST = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def manifest(files: Mapping[str, bytes]) -> str:
    """The checksums of some files, given by their paths, one a line, in the order of the paths."""
    return "".join(f"{digest(files[path])}  {path}\n" for path in sorted(files))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def manifest_problems(name: str, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """A folder, given by its name, holds exactly the files in its manifest, unchanged."""
    if MANIFEST not in files:
        yield altered(f"{name}/{MANIFEST}", 0, "is missing", f"get it back: git checkout {name}")
        return
    lines = files[MANIFEST].decode("utf-8", errors="replace").splitlines()
    for number, what in broken_lines(lines, files):
        yield altered(f"{name}/{MANIFEST}", number, what, f"get it back: git checkout {name}")
    for path in added_files(lines, files):
        what = f"is not among the files of {MANIFEST}"
        remedy = f"delete it if it was added; else get the list back: git checkout {name}"
        yield altered(f"{name}/{path}", 0, what, remedy)


def altered(file: str, line: int, what: str, remedy: str) -> Problem:
    return Problem(file, line, what, remedy, {EDITIONS})


def broken_lines(lines: Sequence[str], files: Mapping[str, bytes]) -> Iterator[tuple[int, str]]:
    """The number of each line of a manifest that does not match the files, and what is wrong."""
    for number, line in enumerate(lines, 1):
        match = LINE.fullmatch(line)
        if not match:
            yield number, f"'{line}' is not a checksum and a path"
        elif match[2] not in files:
            yield number, f"{match[2]} is missing"
        elif digest(files[match[2]]) != match[1]:
            yield number, f"{match[2]} was changed after it was frozen"


def added_files(lines: Sequence[str], files: Mapping[str, bytes]) -> list[str]:
    """The files that no line names; empty if any line is broken, since it might name them."""
    matches = [LINE.fullmatch(line) for line in lines]
    named = {line[2] for line in matches if line}
    return sorted(set(files) - named - {MANIFEST}) if all(matches) else []
