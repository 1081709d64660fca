"""Adds to the register what a built site publishes anew, as `make register` and `make edition` do."""

from collections.abc import Sequence
from pathlib import Path

from edition.keep.address_tables import (
    FILE,
    PLACE,
    REGISTER,
    REGISTER_COLUMNS,
    Register,
    order,
    read_register,
)
from edition.keep.frozen_editions import read_editions
from edition.keep.manifest import EDITIONS
from edition.keep.promises import first_editions
from edition.keep.published import Frozen, Published, published, shown_by
from edition.problems import Problems
from edition.read.front_matter import committed, decoded
from edition.read.project import mapping, read_values, settings_text
from edition.read.settings import SETTINGS


def new_addresses(register: Register, site: Published) -> list[str]:
    """The addresses that a built site publishes and the register lacks, in the register's order."""
    return sorted(site.addresses - register.keys(), key=order)


def with_new(
    register: Register, site: Published, frozen: Sequence[Frozen], current: int
) -> tuple[str, list[str]]:
    """The text of the register with the new addresses, each with its first edition; and the new addresses alone.

    No line is removed or changed.
    """
    first, new = first_editions(frozen), new_addresses(register, site)
    editions = {entry.address: entry.edition for entry in register.values()}
    editions |= {address: first.get(address, (current, ""))[0] for address in new}
    lines = [f"{address},{editions[address]}" for address in sorted(editions, key=order)]
    return "\n".join([",".join(REGISTER_COLUMNS), *lines, ""]), new


def edition_number(root: Path, problems: Problems) -> int:
    """The number of the edition in mkdocs.yml; 0 if it is set through the environment."""
    settings = read_values(settings_text(root, problems), None, problems)
    number = mapping(mapping(settings.get("extra")).get("edition")).get("number")
    if number is None and not problems:
        remedy = "write the number there; `make edition` changes it"
        problems.add(SETTINGS, 0, "extra.edition.number is no number of its own", remedy)
    return int(number or 0)


def add_new(root: Path, folder: Path, problems: Problems) -> list[str]:
    """Adds to the register of the project at `root` what the site in `folder` publishes anew, and says what."""
    current, data = edition_number(root, problems), committed(root, REGISTER, problems)
    if data is None or problems:
        return []
    register = read_register(decoded(data, REGISTER, problems), current, problems)
    frozen = [shown_by(edition) for edition in read_editions(root / EDITIONS, problems)]
    text, new = with_new(register, published(folder), frozen, current)
    for address in new:
        if not (PLACE.fullmatch(address) or FILE.fullmatch(address)):
            remedy = "use letters, digits and hyphens in the names of files, pages and ids"
            what = f"'{address}' breaks the pattern of addresses"
            problems.add(str(folder), 0, what, remedy)
    if new and not problems:
        (root / REGISTER).write_text(text, encoding="utf-8", newline="\n")
    return new
