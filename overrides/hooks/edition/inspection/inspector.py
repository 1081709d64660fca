"""Checks a built site, page by page: each fault becomes one problem, on however many pages it is."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from lxml import etree

from edition.inspection import expected
from edition.inspection.built_pages import BuiltPage
from edition.inspection.element_rules import Policy, Reading, page_faults, policy_faults
from edition.inspection.link_rules import AddressError, Reader, Target, Use, in_style, uses_in
from edition.inspection.origins import Origins, Spot
from edition.problems import Problem, did_you_mean

IDS = etree.XPath("//@id | //a/@name", smart_strings=False)
"""The ids and names to which an address in a page may lead."""


class Inspection:
    """Checks a site page by page, then reports its problems.

    `home` is the site's address, empty where it has none.
    """

    def __init__(self, home: str) -> None:
        self.home = home
        self.faults: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        self.asked: dict[Target, list[Spot]] = defaultdict(list)
        self.ids: dict[str, frozenset[str]] = {}

    def take(self, page: BuiltPage) -> None:
        """Checks a page, and notes the addresses in it, which are checked when all pages are known."""
        self.ids[page.file] = frozenset(IDS(page.tree))
        for fault in [*page_faults(page), *policy_faults(page)]:
            self.faults[fault.what, fault.remedy].append(Spot(page.file, fault.line))
        rules = Reading(page)
        reader = Reader(page.file, self.home, rules.policy)
        for element in page.tree.iter():
            self.take_element(element, rules, reader)

    def take_element(self, element: etree._Element, rules: Reading, reader: Reader) -> None:
        """Checks an element; the addresses in it are noted unless it is itself a fault."""
        for fault in rules.faults(element):
            self.faults[fault.what, fault.remedy].append(Spot(reader.page, fault.line, fault.signs))
        if element.tag in expected.ADDRESSED and not rules.is_refused:
            for use in uses_in(element):
                self.follow(use, reader, Spot(reader.page, element.sourceline or 0, (use.written,)))

    def follow(self, use: Use, reader: Reader, spot: Spot) -> None:
        """Notes what an address leads to, or the fault that it is."""
        try:
            if target := reader.target(use):
                self.asked[target].append(spot)
        except AddressError as error:
            self.faults[error.what, error.remedy].append(spot)

    def take_files(self, folder: Path, files: Sequence[str]) -> None:
        """Checks files that are not pages: style sheets, drawings, and files that browsers open like pages."""
        for file in files:
            ending = file.rpartition(".")[2].lower()
            if ending == "css":
                reader = Reader(file, self.home, Policy())
                for use in in_style((folder / file).read_text(encoding="utf-8")):
                    self.follow(use, reader, Spot(file, 0))
            elif ending == "svg":
                self.take_drawing(file, (folder / file).read_bytes())
            elif ending in expected.DOCUMENTS and file not in expected.DATA_FILES:
                what = f"a browser opens a file that ends in .{ending} like a page"
                self.faults[what, "write a page, or another kind of file"].append(Spot(file, 0))

    def problems(
        self, files: Collection[str], origins: Origins, lost: Collection[str]
    ) -> Iterator[Problem]:
        """One problem for each fault, and for each dead address but the `lost` ones, which other rules report."""
        for (what, remedy), spots in self.faults.items():
            yield problem(what, remedy, spots, origins)
        for target, spots in self.asked.items():
            if not self.exists(target, files) and target.address not in lost:
                what = f"an address leads to '{target.address}', which does not exist"
                yield problem(what, self.nearest(target, files), spots, origins)

    def take_drawing(self, file: str, data: bytes) -> None:
        """A drawing holds shapes alone, since a browser that opens it by itself would run its scripts."""
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            for element in etree.fromstring(data, parser).getroottree().iter():
                if what := strange(element):
                    spot = Spot(file, element.sourceline or 0)
                    self.faults[f"a drawing holds {what}", "keep its shapes alone"].append(spot)
        except etree.XMLSyntaxError as error:
            self.faults[f"a drawing is no XML: {error.msg}", "mend it"].append(Spot(file, 0))

    def exists(self, target: Target, files: Collection[str]) -> bool:
        """Whether the site has the file, and the page the fragment."""
        ids = self.ids.get(target.file)
        is_there = ids is None or not target.fragment or target.fragment in ids
        return target.file in files and is_there

    def nearest(self, target: Target, files: Collection[str]) -> str:
        """The remedy for a dead address: the nearest name that exists."""
        if target.file in files:
            otherwise = f"give something there the id '{target.fragment}'"
            return did_you_mean(target.fragment, self.ids[target.file], otherwise)
        addresses = {Target(file).address for file in files}
        return did_you_mean(target.address, addresses, "correct it, or take it out")


def strange(element: etree._Element) -> str:
    """The part of a drawing as a tag if it is not allowed there; empty for a shape or a comment."""
    if isinstance(element, etree._Comment):
        return ""
    name = etree.QName(element).localname if isinstance(element.tag, str) else "&…;"
    unknown = {attribute.lower() for attribute in map(str, element.attrib)} - expected.ATTRIBUTES
    return (
        "" if name in expected.SHAPES and not unknown else f"<{' '.join([name, *sorted(unknown)])}>"
    )


def problem(what: str, remedy: str, spots: Sequence[Spot], origins: Origins) -> Problem:
    """A fault as a problem of the typed line it comes from if that is known, else of the first page that has it."""
    first, other_files = spots[0], {spot.file for spot in spots[1:]} - {spots[0].file}
    named = "one other page does" if len(other_files) == 1 else f"{len(other_files)} other pages do"
    message = f"{what}, as {named}" if other_files else what
    if origin := origins.of(spots):
        where = f"{first.file}:{first.line}" if first.line else first.file
        return Problem(origin.file, origin.line, f"built as {where}: {message}", remedy)
    return Problem(first.file, first.line, message, remedy)
