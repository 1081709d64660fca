"""Checks a built site against the register: every published address still exists, or redirects to one that does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.keep.address_tables import PLACE, REDIRECTS, REGISTER, Register, out_of_order
from edition.keep.published import FROZEN, Frozen, Published
from edition.keep.redirects import Redirects
from edition.keep.relocations import Relocations
from edition.problems import Problem, Rule, did_you_mean, judged


@dataclass(frozen=True)
class Publication:
    """The register, the redirects and the frozen editions, and the built site that must keep their addresses."""

    register: Register
    redirects: Redirects
    site: Published
    frozen: Sequence[Frozen] = ()

    @cached_property
    def promised(self) -> Mapping[str, int]:
        """Every address that was published, with its edition: those of the register, and of frozen editions as well."""
        registered = {entry.address: entry.edition for entry in self.register.values()}
        return registered | {
            address: frozen.number
            for frozen in reversed(self.frozen)
            for address in frozen.addresses
            if address not in self.register
        }

    def line_of(self, address: str) -> int:
        """The line of the register that holds an address; 0 where none does."""
        return self.register[address].line if address in self.register else 0


def nothing_vanishes(publication: Publication) -> Iterator[Problem]:
    """Every address that an edition published still exists, or redirects to one that does."""
    relocations = Relocations(publication.site, publication.register)
    for address, number in publication.promised.items():
        if not (
            arrives(address, publication) or relocations.explain(address, publication.redirects)
        ):
            line = publication.line_of(address)
            what, remedy = fate(address, number, relocations, publication.redirects.end(address))
            yield Problem(REGISTER, line, what, remedy or how_to_keep(address, line))


def arrives(address: str, publication: Publication) -> bool:
    """Whether an address exists, redirects to one that does, or has a redirect of its own, which other rules check."""
    site, redirects = publication.site, publication.redirects
    end = redirects.end(address)
    has_own = address in redirects.by_source or redirects.onward(address) in redirects.by_source
    return address in site.real or (end != address and end in site.real) or has_own


def fate(address: str, number: int, relocations: Relocations, end: str) -> tuple[str, str]:
    """What happened to an address that is no longer published, and the remedy; that is empty if none is known."""
    what = f"'{address}' of edition {number}"
    if end != address and PLACE.fullmatch(address):
        remedy = f"add the line '{address},…', with its place, to {REDIRECTS}"
        return f"{what} is led to '{end}', which does not exist", remedy
    if twin := relocations.site.folded.get(address.casefold()):
        return f"{what} is published as '{twin}'", f"write '{twin}', or bring it back"
    if now := relocations.now(address):
        return f"{what} now stands at '{now}'", f"add the line '{address},{now}' to {REDIRECTS}"
    return f"{what} is published no more", ""


def how_to_keep(address: str, line: int) -> str:
    """The remedy for an address that is no longer published; `line` is its line in the register, 0 for none."""
    if edition := FROZEN.match(address):
        return f"get the edition back: git checkout docs/{edition[0].rstrip('/')}"
    unless = ", or delete the line if it never was published" * bool(line)
    if PLACE.fullmatch(address):
        return f"bring it back, or add '{address},…' to {REDIRECTS}{unless}"
    return f"bring it back, since a file moves with its page alone{unless}"


def ids_are_unique(publication: Publication) -> Iterator[Problem]:
    """An id stands once on its page, and the number of a paragraph or note on one page alone."""
    for address, why in publication.site.doubled():
        what, line = f"'{address}' {why}", publication.line_of(address)
        yield Problem(REGISTER, line, what, "give one of the two another id")


def registered_in_time(publication: Publication) -> Iterator[Problem]:
    """An address that a frozen edition holds first appeared in that edition or before."""
    for address, (number, folder) in first_editions(publication.frozen).items():
        entry = publication.register.get(address)
        if entry and entry.edition > number:
            what = f"'{address}' is said to be of edition {entry.edition}, but {folder} holds it"
            yield Problem(REGISTER, entry.line, what, f"write '{address},{number}'")


def first_editions(frozen: Sequence[Frozen]) -> dict[str, tuple[int, str]]:
    """The number and folder of the first frozen edition with an address, by that address."""
    return {a: (f.number, f.folder) for f in reversed(frozen) for a in f.addresses}


def lines_are_sorted(publication: Publication) -> Iterator[Problem]:
    """The lines of the register are in order; lines with other problems are not checked."""
    changing = {problem.line for problem in judged(publication, RULES_OF_LINES)}
    entries = publication.register.values()
    yield from out_of_order([entry for entry in entries if entry.line not in changing])


def redirects_lead_somewhere(publication: Publication) -> Iterator[Problem]:
    """A redirect leads to a page or an id that exists."""
    site, redirects = publication.site, publication.redirects
    known = [address for address in site.real if PLACE.fullmatch(address)]
    for redirect in redirects.by_source.values():
        end = redirects.end(redirect.source)
        if redirect.target not in redirects.by_source and end not in site.real:
            remedy = did_you_mean(end, known, "write a page, or an id that the page has")
            yield Problem(REDIRECTS, redirect.line, f"'{end}' does not exist", remedy)


def redirects_replace_nothing(publication: Publication) -> Iterator[Problem]:
    """A redirect does not hide an existing address, even on hosts that ignore case."""
    site = publication.site
    for source, redirect in publication.redirects.by_source.items():
        if source in site.real:
            what = f"'{source}' exists, so that nothing has to lead on from it"
            yield Problem(REDIRECTS, redirect.line, what, "delete the line")
        elif twin := site.folded.get(source.casefold()):
            what = f"'{source}' differs from '{twin}', which exists, in capitals alone"
            yield Problem(REDIRECTS, redirect.line, what, "delete the line")


def redirects_are_published(publication: Publication) -> Iterator[Problem]:
    """Each redirect is published: as a page, or, for an id, on the page that the id was on."""
    site, redirects = publication.site, publication.redirects
    for source, redirect in redirects.by_source.items():
        page = source.partition("#")[0]
        if page not in site.ids and page not in redirects.by_source:
            what = f"'{source}' is on a page that does not exist"
            yield Problem(REDIRECTS, redirect.line, what, f"add the line '{page},…' as well")
        elif source.casefold() in site.folded:
            continue
        elif source not in site.moved and redirects.end(source) in site.real:
            remedy = "keep link.moved among extra.views in mkdocs.yml"
            yield Problem(REDIRECTS, redirect.line, f"nothing leads on from '{source}'", remedy)


RULES_OF_LINES: tuple[Rule[Publication], ...] = (
    nothing_vanishes,
    ids_are_unique,
    registered_in_time,
)
RULES: tuple[Rule[Publication], ...] = (
    *RULES_OF_LINES,
    lines_are_sorted,
    redirects_lead_somewhere,
    redirects_replace_nothing,
    redirects_are_published,
)
