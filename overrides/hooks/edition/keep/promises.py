"""Holds a built site to the register: what was published once stands where it stood, or leads to where it is.

As a command, `python -m edition.keep.promises SITE`, it adds to the register what a built site publishes anew.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from edition.keep.address_tables import (
    FILE,
    PLACE,
    REDIRECTS,
    REGISTER,
    REGISTER_COLUMNS,
    Register,
    order,
    out_of_order,
    read_register,
)
from edition.keep.frozen_editions import read_editions
from edition.keep.manifest import EDITIONS
from edition.keep.published import FROZEN, Frozen, Published, published, shown_by
from edition.keep.redirects import Redirect, Redirects, owners
from edition.problems import Problem, Problems, did_you_mean
from edition.read.front_matter import decoded


def problems_of(
    register: Register, redirects: Redirects, site: Published, frozen: Sequence[Frozen]
) -> Iterator[Problem]:
    """All that is wrong between what was published and what a built site publishes; what is only new is not."""
    found = [
        *vanished(register, redirects, site, frozen),
        *doubled(register, site),
        *registered_too_late(register, frozen),
    ]
    yield from found
    lines = {problem.line for problem in found}
    yield from out_of_order([entry for entry in register.values() if entry.line not in lines])
    yield from redirected_to_nowhere(redirects, site)
    yield from redirected_from_a_real_place(redirects, site)
    yield from redirected_from_nowhere(redirects, site)


def vanished(
    register: Register, redirects: Redirects, site: Published, frozen: Sequence[Frozen]
) -> Iterator[Problem]:
    """What an edition published is published still, or leads to a place that is."""
    places = Places(site, register)
    for address, number in promised(register, frozen).items():
        end = redirects.end(address)
        has_own = address in redirects.by_source or redirects.onward(address) in redirects.by_source
        leads_on = end != address and end in site.real
        if address in site.real or leads_on or has_own or places.goes_with_its_page(address):
            continue  # a redirect that fails is reported by its own line
        if end == address and places.went_with_its_page(address):
            continue
        line = register[address].line if address in register else 0
        what, mend = fate(address, number, places, end)
        yield Problem(REGISTER, line, what, mend or lost(address, line))


def promised(register: Register, frozen: Sequence[Frozen]) -> dict[str, int]:
    """Every address that was published, with its edition: those of the register, and of frozen editions as well."""
    found = {a: f.number for f in reversed(frozen) for a in f.addresses if a not in register}
    return {entry.address: entry.edition for entry in register.values()} | found


def fate(address: str, number: int, places: "Places", end: str) -> tuple[str, str]:
    """What became of an address that is published no more, and how to mend that, where a place for it is known."""
    what = f"'{address}' of edition {number}"
    if end != address and PLACE.fullmatch(address):
        mend = f"add the line '{address},…', with its place, to {REDIRECTS}"
        return f"{what} is led to '{end}', which does not exist", mend
    if twin := places.site.folded.get(address.casefold()):
        return f"{what} is published as '{twin}'", f"write '{twin}', or bring it back"
    if place := places.now(address):
        mend = f"add the line '{address},{place}' to {REDIRECTS}"
        return f"{what} now stands at '{place}'", mend
    return f"{what} is published no more", ""


def lost(address: str, line: int) -> str:
    """How to mend that an address, on a line of the register or on none, is published no more."""
    if edition := FROZEN.match(address):
        return f"get the edition back: git checkout docs/{edition[0].rstrip('/')}"
    unless = ", or delete the line if it never was published" * bool(line)
    if PLACE.fullmatch(address):
        return f"bring it back, or add '{address},…' to {REDIRECTS}{unless}"
    return f"bring it back, since a file moves with its page alone{unless}"


class Places:
    """Where what is missing seems to be now: at an address that is new and has the same id."""

    def __init__(self, site: Published, register: Register) -> None:
        self.site = site
        self.register = register

    def now(self, address: str) -> str:
        """The only new address with the same id, or the page to which most ids of a page went; else nothing."""
        page, mark, ident = address.partition("#")
        if mark:
            pages = self.site.places.get(ident, ())
            found = [f"{p}#{ident}" for p in pages if f"{p}#{ident}" not in self.register]
            return found[0] if len(found) == 1 else ""
        lost = map(self.now, self.register.ids.get(page, ()))
        went = Counter(place.partition("#")[0] for place in lost if place)
        return went.most_common(1)[0][0] if went and address.endswith("/") else ""

    def goes_with_its_page(self, address: str) -> bool:
        """Whether it would be found again if its page, which is gone, were redirected to where that seems to be."""
        for page, _ in owners(address):
            if page in self.register and page not in self.site.real and (now := self.now(page)):
                return Redirects({page: Redirect(page, now, 0)}).end(address) in self.site.real
        return False

    def went_with_its_page(self, address: str) -> bool:
        """Whether it is gone with its page or its frozen edition, whose own line says so, and stands nowhere else.

        What changed since an edition, `editions/#since-2026-11-24`, goes with it as well.
        """
        pages = {page for page, _ in owners(address)}
        if edition := FROZEN.match(f"{address}/".replace("#since-", "")):
            pages.add(edition[0])
        pages -= {address}
        gone = any(page in self.register and page not in self.site.real for page in pages)
        return gone and not self.now(address)


def doubled(register: Register, site: Published) -> Iterator[Problem]:
    """An id stands once on its page, and the number of a paragraph or note on one page alone."""
    for address, why in site.doubled():
        line = register[address].line if address in register else 0
        yield Problem(REGISTER, line, f"'{address}' {why}", "give one of the two another id")


def registered_too_late(register: Register, frozen: Sequence[Frozen]) -> Iterator[Problem]:
    """An address that a frozen edition holds first appeared in that edition or before."""
    for address, (number, folder) in first_seen(frozen).items():
        entry = register.get(address)
        if entry and entry.edition > number:
            what = f"'{address}' is said to be of edition {entry.edition}, but {folder} holds it"
            yield Problem(REGISTER, entry.line, what, f"write '{address},{number}'")


def first_seen(frozen: Sequence[Frozen]) -> dict[str, tuple[int, str]]:
    """For each address in frozen editions, number and folder of the first that holds it."""
    return {a: (f.number, f.folder) for f in reversed(frozen) for a in f.addresses}


def redirected_to_nowhere(redirects: Redirects, site: Published) -> Iterator[Problem]:
    """A redirect leads to a page or an id that exists."""
    for redirect in redirects.by_source.values():
        end = redirects.end(redirect.source)
        if redirect.target not in redirects.by_source and end not in site.real:
            known = [address for address in site.real if PLACE.fullmatch(address)]
            mend = did_you_mean(end, known, "write a page, or an id that the page has")
            yield Problem(REDIRECTS, redirect.line, f"'{end}' does not exist", mend)


def redirected_from_a_real_place(redirects: Redirects, site: Published) -> Iterator[Problem]:
    """A redirect takes the place of nothing that exists, on hosts that make no difference between capitals too."""
    for source, redirect in redirects.by_source.items():
        if source in site.real:
            what = f"'{source}' exists, so that nothing has to lead on from it"
            yield Problem(REDIRECTS, redirect.line, what, "delete the line")
        elif twin := site.folded.get(source.casefold()):
            what = f"'{source}' differs from '{twin}', which exists, in capitals alone"
            yield Problem(REDIRECTS, redirect.line, what, "delete the line")


def redirected_from_nowhere(redirects: Redirects, site: Published) -> Iterator[Problem]:
    """Something leads on from each address that moved: for an id, the page on which it is asked for."""
    for source, redirect in redirects.by_source.items():
        page = source.partition("#")[0]
        if page not in site.ids and page not in redirects.by_source:
            what = f"'{source}' is on a page that does not exist"
            yield Problem(REDIRECTS, redirect.line, what, f"add the line '{page},…' as well")
        elif source.casefold() in site.folded:
            continue
        elif source not in site.moved and redirects.end(source) in site.real:
            mend = "keep overrides/hooks/redirects.py among the hooks in mkdocs.yml"
            yield Problem(REDIRECTS, redirect.line, f"nothing leads on from '{source}'", mend)


def new_addresses(register: Register, site: Published) -> list[str]:
    """What a built site publishes and the register does not hold, in the register's order."""
    return sorted(site.addresses - register.keys(), key=order)


def with_new(
    register: Register, site: Published, frozen: Sequence[Frozen], current: int
) -> tuple[str, list[str]]:
    """The text of the register with what is new, each with the edition in which it first appeared, and what is new.

    No line is removed or changed.
    """
    first, new = first_seen(frozen), new_addresses(register, site)
    editions = {entry.address: entry.edition for entry in register.values()}
    editions |= {address: first.get(address, (current, ""))[0] for address in new}
    lines = [f"{address},{editions[address]}" for address in sorted(editions, key=order)]
    return "\n".join([",".join(REGISTER_COLUMNS), *lines, ""]), new


class Plain(yaml.SafeLoader):
    """Reads mkdocs.yml as plain YAML; what MkDocs adds to it, such as `!ENV`, is read as nothing."""


Plain.add_constructor(None, lambda loader, node: None)


def edition_number(settings: Mapping[str, Any], problems: Problems) -> int:
    """The number of the edition in mkdocs.yml; 0 where it is not written there, but left to the environment."""
    number = settings["extra"]["edition"]["number"]
    if number is None:
        mend = "write the number there; `make edition` changes it"
        problems.add("mkdocs.yml", 0, "extra.edition.number is no number of its own", mend)
    return int(number or 0)


def add_new(root: Path, folder: Path, problems: Problems) -> list[str]:
    """Adds to the register of the project at `root` what the site in `folder` publishes anew, and says what."""
    file = root / REGISTER
    settings = yaml.load((root / "mkdocs.yml").read_bytes(), Plain)
    if not (current := edition_number(settings, problems)):
        return []
    register = read_register(decoded(file.read_bytes(), REGISTER, problems), current, problems)
    frozen = [shown_by(edition) for edition in read_editions(root / EDITIONS, problems)]
    text, new = with_new(register, published(folder), frozen, current)
    for address in new:
        if not (PLACE.fullmatch(address) or FILE.fullmatch(address)):
            mend = "use letters, digits and hyphens in the names of files, pages and ids"
            problems.add(str(folder), 0, f"'{address}' breaks the pattern of addresses", mend)
    if new and not problems:
        file.write_text(text, encoding="utf-8", newline="\n")
    return new


def main(folder: str) -> int:
    """Adds what is new, says so, and gives the exit status."""
    problems = Problems()
    new = add_new(Path.cwd(), Path(folder), problems)
    for line in problems.report():
        print(line, file=sys.stderr)
    if not problems:
        print(f"{REGISTER}: {len(new)} new", *(f"  {address}" for address in new), sep="\n")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
