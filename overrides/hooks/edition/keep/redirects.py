"""Where an address that moved is now: redirects, followed to their end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Redirect:
    """One line of docs/data/redirects.csv: from which address to which, and the line."""

    source: str
    target: str
    line: int


def owners(address: str) -> Iterator[tuple[str, str]]:
    """The pages that take an address along when they move, with its part that stays: an id's page; for a file the
    page in whose folder it is, and the page that it is named after."""
    page, mark, fragment = address.partition("#")
    folder, slash, name = address.rpartition("/")
    stem, dot, ending = name.partition(".")
    if mark:
        yield page, f"#{fragment}"
    elif name:
        yield f"{folder}/", name
        yield f"{folder}{slash}{stem}/", f"{dot}{ending}"


def taken_along(address: str, rest: str, target: str) -> str:
    """Where an address is whose page moved to `target`; a file stays where it is if that is a part of a page."""
    if "#" in target:
        return target if rest.startswith("#") else address
    if rest.startswith("."):
        return f"{target.rstrip('/')}{rest}"
    return f"{target}{rest}" if rest.startswith("#") else f"{target.removeprefix('./')}{rest}"


@dataclass(frozen=True)
class Redirects:
    """All redirects, by the address that they lead from."""

    by_source: Mapping[str, Redirect]

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages that moved."""
        return tuple(source for source in self.by_source if "#" not in source)

    @cached_property
    def by_page(self) -> Mapping[str, Sequence[str]]:
        """The addresses of the ids that moved, by the page that each was on."""
        addresses: dict[str, list[str]] = {}
        for source in self.by_source:
            if "#" in source:
                addresses.setdefault(source.partition("#")[0], []).append(source)
        return addresses

    def moved_ids(self, page: str) -> Iterator[tuple[str, str]]:
        """Each id that moved from a page, with the address at which it ends."""
        for source in self.by_page.get(page, ()):
            yield source.partition("#")[2], self.end(source)

    def moved_within(self, page: str) -> dict[str, tuple[str, ...]]:
        """The ids that moved within a page, by the id that names their place now."""
        old_ids: dict[str, tuple[str, ...]] = {}
        for old, end in self.moved_ids(page):
            where, mark, new = end.partition("#")
            if mark and where == page:
                old_ids[new] = (*old_ids.get(new, ()), old)
        return old_ids

    def onward(self, address: str) -> str:
        """The next place on the way from an address, itself where it leads no further.

        A page that moved takes its ids and its files along, unless an id has a redirect of its own.
        """
        if own := self.by_source.get(address):
            return own.target
        for page, rest in owners(address):
            if moved := self.by_source.get(page):
                return taken_along(address, rest, moved.target)
        return address

    def chain(self, address: str) -> list[str]:
        """The places from an address to its end; in a circle the last is one of those before it."""
        chain = [address]
        while (following := self.onward(chain[-1])) != chain[-1] or following in self.by_source:
            chain.append(following)
            if following in chain[:-1]:
                break
        return chain

    def end(self, address: str) -> str:
        """The place at which an address ends."""
        return self.chain(address)[-1]

    def circles(self) -> Iterator[tuple[Redirect, list[str]]]:
        """Each circle once: a redirect that is part of it, or else the first that leads into it, and its way."""
        by_members: dict[frozenset[str], tuple[Redirect, list[str]]] = {}
        for source, redirect in self.by_source.items():
            chain = self.chain(source)
            circle = frozenset(chain[chain.index(chain[-1]) :])
            if chain.index(chain[-1]) < len(chain) - 1:
                known = by_members.get(circle)
                if not known or (source in circle and known[0].source not in circle):
                    by_members[circle] = redirect, chain
        yield from by_members.values()
