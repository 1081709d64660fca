"""The checksums of a frozen edition's files, as `sha256sum` (GNU coreutils) writes and checks them."""

import hashlib
import re
from collections.abc import Iterator, Mapping

from edition.problems import Problems

MANIFEST = "SHA256SUMS"
LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


def manifest(files: Mapping[str, bytes]) -> str:
    """The checksums of some files, given by their paths, one a line, in the order of the paths."""
    return "".join(f"{digest(files[path])}  {path}\n" for path in sorted(files))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def check_manifest(place: str, files: Mapping[str, bytes], problems: Problems) -> bool:
    """Whether the files of the folder `place` are those that its manifest names; reports each that is not."""
    mend = f"get it back: git checkout {place}"
    if MANIFEST not in files:
        problems.add(f"{place}/{MANIFEST}", 0, "is missing", mend)
        return False
    lines = files[MANIFEST].decode("utf-8", errors="replace").splitlines()
    faults = list(faulty_lines(lines, files))
    for number, what in faults:
        problems.add(f"{place}/{MANIFEST}", number, what, mend)
    added = added_files(lines, files)
    for path in added:
        what = f"is not among the files of {MANIFEST}"
        mend = f"delete it if it was added; else get the list back: git checkout {place}"
        problems.add(f"{place}/{path}", 0, what, mend)
    return not faults and not added


def faulty_lines(lines: list[str], files: Mapping[str, bytes]) -> Iterator[tuple[int, str]]:
    """The number of each line that does not hold, and what is wrong."""
    for number, line in enumerate(lines, 1):
        found = LINE.fullmatch(line)
        if not found:
            yield number, f"'{line}' is not a checksum and a path"
        elif found[2] not in files:
            yield number, f"{found[2]} is missing"
        elif digest(files[found[2]]) != found[1]:
            yield number, f"{found[2]} was changed after it was frozen"


def added_files(lines: list[str], files: Mapping[str, bytes]) -> list[str]:
    """The files that no line names; none where a line is broken, since it may have named them."""
    found = [LINE.fullmatch(line) for line in lines]
    named = {line[2] for line in found if line}
    return sorted(set(files) - named - {MANIFEST}) if all(found) else []
