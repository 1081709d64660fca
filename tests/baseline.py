"""The golden baseline: what the edition published before its text became data, and which differences are approved.

What stands in tests/golden/ was made once, of a state that was good, and is never made again to have a test pass.
Every difference is either a mistake, or is approved by a person, one by one, in tests/golden/approved.txt: there it
stands as the failing test prints it, below the finding that asks for it and the files in which it may occur.

    Finding: code.md F3, a locator is data
    In: edition.txt frozen/*.txt
    | locator: pp. 27–29
    + ranges: 27–29

`-` is a line that goes, `+` one that comes, `|` one beside them that tells where; a lone `+` block is a new file.
An approved difference is expected wherever its lines stand, and one that does not occur is a mistake too.
Where the text itself is corrected, the finding says so, and why: what hands it out then differs as approved.

Each run writes what it found to .build/golden/now/, of which the baseline is a copy, made in a commit of its own, and
every difference to .build/golden/different/.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

FOLDER = Path(__file__).with_name("golden")
APPROVED = "approved.txt"
SHOWN = 8
"""Differences of a file that a failing test prints; the first ones tell of the rest."""
MOST = 40
"""Lines of one difference that it prints."""
MOST_BESIDE = 12
LONG = 90
"""Letters of a line whose changed words are named as well."""
Lines = list[str]


@dataclass(frozen=True)
class Approved:
    """A difference that a finding asks for: in files of these names, these lines become those."""

    finding: str
    files: tuple[str, ...] = ()
    before: Lines = field(default_factory=list)
    after: Lines = field(default_factory=list)

    def is_for(self, name: str) -> bool:
        return any(fnmatch(name, pattern) for pattern in self.files)


@dataclass(frozen=True)
class Difference:
    """Lines that went and lines that came, in what is expected from a line on."""

    at: int
    gone: Lines
    come: Lines


def golden() -> dict[str, Lines]:
    """The lines of each file of the baseline, by its path."""
    files = sorted(FOLDER.rglob("*.txt"))
    found = {file.relative_to(FOLDER).as_posix(): read(file) for file in files}
    found.pop(APPROVED, None)
    return found


def read(file: Path) -> Lines:
    return file.read_text(encoding="utf-8").split("\n")[:-1]


def write(folder: Path, files: Mapping[str, Lines]) -> None:
    """Writes lines as the baseline has them: for a person to look at, or to keep."""
    for name, lines in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def approved(text: str) -> Iterator[Approved]:
    """The approved differences, each a block of lines; `#` begins a remark."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for block in "\n".join(lines).strip("\n").split("\n\n"):
        if block:
            yield one_approved(block.splitlines())


def one_approved(lines: Lines) -> Approved:
    """One block; whatever is not of its form is refused, since it would approve nothing."""
    head, files, *rest = lines
    strange = [line for line in rest if line[:2].strip() not in ("|", "-", "+")]
    if not head.startswith("Finding: ") or not files.startswith("In: ") or strange or not rest:
        raise ValueError(f"{APPROVED}: no approved difference reads so: {lines}")
    before = [line[2:] for line in rest if line[0] in "|-"]
    after = [line[2:] for line in rest if line[0] in "|+"]
    return Approved(head[9:], tuple(files[4:].split()), before, after)


def expected(lines: Lines, differences: Sequence[Approved]) -> Lines:
    """What a file of the baseline is to be, with the differences that are approved in it."""
    for each in differences:
        lines = replaced(lines, each.before, each.after)
    return lines


def replaced(lines: Lines, before: Lines, after: Lines) -> Lines:
    """Lines in which some, wherever they stand together, have become others; no lines become a whole file."""
    if not before:
        return lines or after
    found, at = Lines(), 0
    while at < len(lines):
        is_here = lines[at : at + len(before)] == before
        found += after if is_here else lines[at : at + 1]
        at += len(before) if is_here else 1
    return found


def occurrences(lines: Lines, block: Lines) -> int:
    """How often some lines stand together."""
    return sum(lines[at : at + len(block)] == block for at in range(len(lines)))


def differences(wanted: Lines, now: Lines) -> Iterator[Difference]:
    """Where some lines are not what they should be."""
    matched = difflib.SequenceMatcher(None, wanted, now, autojunk=False)
    for kind, start, end, other, last in matched.get_opcodes():
        if kind != "equal":
            yield Difference(start, wanted[start:end], now[other:last])


def unmet(
    differences: Sequence[Approved], was: Mapping[str, Lines], now: Mapping[str, Lines]
) -> Iterator[str]:
    """Each approved difference that does not occur: in no file where it may, or no longer in one."""
    for each in differences:
        named = f"{each.finding}: {(each.after or each.before)[0]}"
        files = [
            name for name in {**was, **now} if each.is_for(name) and can_be(each, was.get(name))
        ]
        if not files:
            yield f"approved, but nowhere to be made: {named}"
        for name in files:
            if each.after and not occurrences(now.get(name, []), each.after):
                yield f"approved, but does not occur (any more) in {name}: {named}"


def can_be(approved: Approved, lines: Lines | None) -> bool:
    """Whether a file of the baseline, or none, has the lines that a difference changes."""
    return bool(lines and occurrences(lines, approved.before)) if approved.before else not lines


def told(name: str, wanted: Lines, now: Lines, most: int = SHOWN) -> str:
    """What differs in a file, short: where, what went, what came; nothing where it is as it should be."""
    found = list(differences(wanted, now)) if wanted != now else []
    blocks = ["\n".join(one_told(name, wanted, each)) for each in found[:most]]
    if len(found) > most:
        blocks.append(f"… and {len(found) - most} more in {name}")
    return "\n\n".join(blocks)


def one_told(name: str, wanted: Lines, found: Difference) -> Iterator[str]:
    """One difference as approved.txt would have it, with where it stands and which words of a long line changed."""
    yield f"{name}, line {found.at + 1}: {place(wanted, found.at if found.gone else found.at - 1)}"
    yield from (f"| {line}" for line in wanted[found.at - beside(wanted, found) : found.at])
    lines = [*(f"- {line}" for line in found.gone), *(f"+ {line}" for line in found.come)]
    yield from lines[:MOST]
    if len(lines) > MOST:
        yield f"  (and {len(lines) - MOST} lines more)"
    for old, new in zip(found.gone, found.come, strict=False):
        if len(old) > LONG and (changed := words(old, new)):
            yield f"  ({changed})"


def beside(lines: Lines, found: Difference) -> int:
    """How many of the lines before a difference tell it from what else reads so: at least one, where lines come."""
    end, least = found.at + len(found.gone), 0 if found.gone else 1
    several = range(least, min(found.at, MOST_BESIDE))
    alone = (more for more in several if occurrences(lines, lines[found.at - more : end]) == 1)
    return next(alone, min(found.at, least))


def place(lines: Lines, at: int) -> str:
    """Where a line stands: the heading above it, and the lines that hold it, each cut short."""
    held, depth = Lines(), 10**6
    for line in reversed(lines[: at + 1]):
        if line.strip() and depth_of(line) < depth:
            held.insert(0, line.strip()[:40])
            depth = depth_of(line)
    if held and depth_of(lines[at]) >= 0:
        held.pop()
    return " > ".join([*held[:1], *held[1:][-4:]])


def depth_of(line: str) -> int:
    return -1 if line.startswith("== ") else len(line) - len(line.lstrip())


def words(old: str, new: str) -> str:
    """The words that changed from one line to another."""
    before, after = old.split(" "), new.split(" ")
    matched = difflib.SequenceMatcher(None, before, after, autojunk=False)
    return "; ".join(
        f"“{' '.join(before[a:b])}” → “{' '.join(after[c:d])}”"
        for kind, a, b, c, d in matched.get_opcodes()
        if kind != "equal"
    )
