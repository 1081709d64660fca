"""`make edition`: gives the edition its number and its day, builds the site, freezes it below docs/editions/, and
registers the addresses that are new.

The files are made by the view `browse.frozen_edition`, in a build of its own.

All of it is done or none: where the build or the freezing fails, every file is as it was.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from edition.keep.address_tables import REGISTER
from edition.keep.frozen_editions import FrozenEdition, files_of, read_editions
from edition.keep.manifest import EDITIONS
from edition.keep.registering import add_new
from edition.problems import Problems
from edition.read.settings import is_day
from edition.words import ENGLISH

LIMIT = 1_000_000
"""The most bytes that a frozen edition may have."""
MADE_FROM = ("docs", "references.bib", "overrides")
"""What an edition is made from, beside the two files that this command writes to itself."""
SETTINGS = {
    "mkdocs.yml": {"extra.edition.number": "{0.number}", "extra.edition.date": '"{0.date}"'},
    "CITATION.cff": {"version": '"{0.number}"', "date-released": "{0.date}"},
}
"""Where number and day of the edition stand, and how they are written there."""


@dataclass(frozen=True)
class Named:
    """The edition that is frozen: its number and its day, YYYY-MM-DD."""

    number: int
    date: str

    @property
    def date_in_words(self) -> str:
        return ENGLISH.dates.printed(self.date)


class RefusalError(Exception):
    """No edition is made: one line for each reason, with its remedy."""


def main(day: str = "") -> int:
    """Freezes the edition of a day, YYYY-MM-DD, from the project in the current folder; the exit status."""
    root = Path.cwd()
    try:
        named = publish(root, day)
    except RefusalError as error:
        print(f"{error}\nNothing was frozen.", file=sys.stderr)
        return 1
    folder = f"{EDITIONS}/{named.date}"
    print(f"Froze edition {named.number}, of {named.date_in_words}, into {folder}/")
    files = " ".join((folder, REGISTER, *SETTINGS))
    print(f"Next: git add {files}; git commit; git tag edition-{named.date}")
    for line in reminders(root, named):
        print(line, file=sys.stderr)
    return 0


def publish(root: Path, day: str) -> Named:
    """Freezes the edition of a day, YYYY-MM-DD; raises RefusalError where it does not."""
    named = next_edition(frozen_below(root), day)
    refuse_uncommitted(root)
    with settings_of(root, named):
        files = frozen_files(built(root, freezing="1"), named)
        folder = root / EDITIONS / named.date
        try:
            write(folder, files)
            register(root)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return named


def frozen_files(site: Path, named: Named) -> dict[str, bytes]:
    """The files of a frozen edition, by their paths, as a site that was built to be frozen holds them. Raises
    RefusalError where it holds none, and where they are too many bytes."""
    files = files_of(site / "editions" / named.date)
    if not files:
        remedy = "list browse.frozen_edition below extra.views in mkdocs.yml"
        raise RefusalError(f"no view makes the pages of a frozen edition; {remedy}")
    size = sum(map(len, files.values()))
    if size > LIMIT:
        raise RefusalError(f"a frozen edition has {LIMIT} bytes at most, this one has {size}")
    return files


def register(root: Path) -> None:
    """Adds to the register what the site with the frozen edition publishes anew. Raises RefusalError where the register
    is not as it should be."""
    problems = Problems()
    add_new(root, built(root), problems)
    if problems:
        raise RefusalError("\n".join(problems.report()))


def frozen_below(root: Path) -> tuple[FrozenEdition, ...]:
    """The frozen editions of the project. Raises RefusalError where one is not as it was."""
    problems = Problems()
    editions = read_editions(root / EDITIONS, problems)
    if problems:
        raise RefusalError("\n".join(problems.report()))
    return editions


def next_edition(frozen: tuple[FrozenEdition, ...], day: str) -> Named:
    """Number and day of the edition after the last frozen one. Raises RefusalError for a day that will not do."""
    if not is_day(day):
        raise RefusalError(f"'{day}' is no day; write it so: make edition DATE=2026-11-24")
    if day in {edition.date for edition in frozen}:
        remedy = "for another, give a later day: make edition DATE=…"
        raise RefusalError(f"{EDITIONS}/{day}: an edition of this day is frozen already; {remedy}")
    if frozen and day < frozen[-1].date:
        what = f"{day} is earlier than the last frozen edition, of {frozen[-1].date}"
        raise RefusalError(f"{what}; give a later day: make edition DATE=…")
    return Named(frozen[-1].number + 1 if frozen else 1, day)


def refuse_uncommitted(root: Path) -> None:
    """What is frozen can be made again from a commit. Raises RefusalError where it could not; a folder without git is
    taken as it is."""
    with contextlib.suppress(OSError):
        done = subprocess.run(
            ["git", "status", "--porcelain", "--", *MADE_FROM],
            cwd=root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.stdout.strip():
            first, *more = [line[3:] for line in done.stdout.splitlines()]
            rest = f" and {len(more)} more" if more else ""
            remedy = "commit it first, so that the edition can be made again from its commit"
            raise RefusalError(f"{first}{rest}: not committed as it is; {remedy}")


@contextlib.contextmanager
def settings_of(root: Path, named: Named) -> Iterator[None]:
    """Sets number and day in the files that state them; restores the files if the body of the `with` fails.

    Raises RefusalError where a file does not state them once.
    """
    before = {name: (root / name).read_bytes() for name in SETTINGS}
    try:
        for name, text in before.items():
            (root / name).write_bytes(with_settings(name, text.decode(), named).encode())
        yield
    except BaseException:
        for name, text in before.items():
            (root / name).write_bytes(text)
        raise


def with_settings(name: str, text: str, named: Named) -> str:
    """The text of one of the files with number and day of the edition, and else as it was. Raises RefusalError where
    it is no YAML, and where one of them stands nowhere or twice."""
    for path, form in SETTINGS[name].items():
        value, nodes = form.format(named), values_at(path, parsed(name, text))
        if len(nodes) != 1:
            what = f"{path} stands {len(nodes)} times"
            raise RefusalError(f"{name}: {what}; write it once, so: {path.split('.')[-1]}: {value}")
        before = text[: nodes[0].start_mark.index].rstrip(" ")
        text = f"{before} {value}{text[nodes[0].end_mark.index :]}"
    return text


def parsed(name: str, text: str) -> yaml.Node | None:
    """A file of YAML with the lines and columns of its values. Raises RefusalError where it is none."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        what = " ".join(str(error).split())
        raise RefusalError(f"{name}: is no YAML: {what}; correct it") from error


def values_at(path: str, node: yaml.Node | None) -> list[yaml.ScalarNode]:
    """The YAML nodes of the values at a path such as `extra.edition.date`."""
    nodes = [node]
    for name in path.split("."):
        maps = [parent.value for parent in nodes if isinstance(parent, yaml.MappingNode)]
        nodes = [value for pairs in maps for key, value in pairs if key.value == name]
    scalars = [value for value in nodes if isinstance(value, yaml.ScalarNode)]
    return [value for value in scalars if value.style not in ("|", ">")]


def built(root: Path, freezing: str = "") -> Path:
    """The site, built strictly into a folder of its own; `freezing` is "1" where it is about to be frozen. Raises
    RefusalError where it does not build."""
    folder = root / ".build/edition"
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=root, env={**os.environ, "FREEZING": freezing}, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RefusalError("the site does not build, as said above; mend that first")
    return folder


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def reminders(root: Path, named: Named) -> Iterator[str]:
    """Lines about steps for a new edition that only a person can take and that seem missing."""
    heading = f"## Edition {named.number}, {named.date_in_words}"
    if heading not in (root / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        yield f"CHANGELOG.md: lacks the heading '{heading}'; tell below it what has changed"
