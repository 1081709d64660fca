"""Where an address that moved is now: redirects, followed to their end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Redirect:
    """One line of docs/data/redirects.csv: the old address, the new one, and the line."""

    source: str
    target: str
    line: int


def owners(address: str) -> Iterator[tuple[str, str]]:
    """The pages with which an address moves, each with the rest of the address: for an id its page; for a file the page
    of its folder, and the page that it is named after."""
    page, mark, fragment = address.partition("#")
    folder, slash, name = address.rpartition("/")
    stem, dot, ending = name.partition(".")
    if mark:
        yield page, f"#{fragment}"
    elif name:
        yield f"{folder}/", name
        yield f"{folder}{slash}{stem}/", f"{dot}{ending}"


def moved_with_page(address: str, rest: str, target: str) -> str:
    """The new address of something whose page moved to `target`; a file does not move if that is a part of a page."""
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
        """Each id that moved from a page, with its final address."""
        for source in self.by_page.get(page, ()):
            yield source.partition("#")[2], self.end(source)

    def moved_within(self, page: str) -> dict[str, tuple[str, ...]]:
        """The ids that were renamed within a page, by the new id."""
        old_ids: dict[str, tuple[str, ...]] = {}
        for old, end in self.moved_ids(page):
            where, mark, new = end.partition("#")
            if mark and where == page:
                old_ids[new] = (*old_ids.get(new, ()), old)
        return old_ids

    def onward(self, address: str) -> str:
        """The next address in the chain of redirects from an address; itself at the end.

        A page that moved takes its ids and its files along, unless an id has a redirect of its own.
        """
        if own := self.by_source.get(address):
            return own.target
        for page, rest in owners(address):
            if moved := self.by_source.get(page):
                return moved_with_page(address, rest, moved.target)
        return address

    def chain(self, address: str) -> list[str]:
        """The addresses from an address to its final one; in a circle the last one repeats an earlier one."""
        chain = [address]
        while (following := self.onward(chain[-1])) != chain[-1] or following in self.by_source:
            chain.append(following)
            if following in chain[:-1]:
                break
        return chain

    def end(self, address: str) -> str:
        """The final address of a chain of redirects."""
        return self.chain(address)[-1]

    def circles(self) -> Iterator[tuple[Redirect, list[str]]]:
        """Each circle once, with its chain: a redirect that is part of it, or else the first that leads into it."""
        by_members: dict[frozenset[str], tuple[Redirect, list[str]]] = {}
        for source, redirect in self.by_source.items():
            chain = self.chain(source)
            circle = frozenset(chain[chain.index(chain[-1]) :])
            if chain.index(chain[-1]) < len(chain) - 1:
                known = by_members.get(circle)
                if not known or (source in circle and known[0].source not in circle):
                    by_members[circle] = redirect, chain
        yield from by_members.values()
