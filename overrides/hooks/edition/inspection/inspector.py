"""Inspects a built site, page by page: what is wrong in it becomes one problem a fault, on however many pages it is."""

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
"""What an address may ask for in a page."""


class Inspection:
    """Takes in one page after the other, and then says what is wrong.

    `home` is the site's address, empty where it has none.
    """

    def __init__(self, home: str) -> None:
        self.home = home
        self.faults: dict[tuple[str, str], list[Spot]] = defaultdict(list)
        self.asked: dict[Target, list[Spot]] = defaultdict(list)
        self.ids: dict[str, frozenset[str]] = {}

    def take(self, page: BuiltPage) -> None:
        """Holds a page to what is expected, and keeps what it leads to, for when all pages are known."""
        self.ids[page.file] = frozenset(IDS(page.tree))
        for fault in [*page_faults(page), *policy_faults(page)]:
            self.faults[fault.what, fault.remedy].append(Spot(page.file, fault.line))
        rules = Reading(page)
        reader = Reader(page.file, self.home, rules.policy)
        for element in page.tree.iter():
            self.take_element(element, rules, reader)

    def take_element(self, element: etree._Element, rules: Reading, reader: Reader) -> None:
        """Holds an element to its rules; where it is one of ours, its addresses count."""
        for fault in rules.faults(element):
            self.faults[fault.what, fault.remedy].append(Spot(reader.page, fault.line, fault.signs))
        if element.tag in expected.ADDRESSED and not rules.is_refused:
            for use in uses_in(element):
                self.follow(use, reader, Spot(reader.page, element.sourceline or 0, (use.written,)))

    def follow(self, use: Use, reader: Reader, spot: Spot) -> None:
        """Keeps what an address leads to, or why it may not stand."""
        try:
            if target := reader.target(use):
                self.asked[target].append(spot)
        except AddressError as error:
            self.faults[error.what, error.remedy].append(spot)

    def take_files(self, folder: Path, files: Sequence[str]) -> None:
        """Holds what is no page to what is expected: style sheets, drawings, and what browsers open like pages."""
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
        self, files: Collection[str], origins: Origins, told: Collection[str]
    ) -> Iterator[Problem]:
        """One problem a fault; what leads to an address whose loss is `told` elsewhere only follows from that."""
        for (what, remedy), spots in self.faults.items():
            yield problem(what, remedy, spots, origins)
        for target, spots in self.asked.items():
            if not self.exists(target, files) and target.address not in told:
                what = f"an address leads to '{target.address}', which does not exist"
                yield problem(what, self.nearest(target, files), spots, origins)

    def take_drawing(self, file: str, data: bytes) -> None:
        """A drawing holds nothing but shapes: opened by itself it is a page, which could run what it holds."""
        try:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            for element in etree.fromstring(data, parser).getroottree().iter():
                if what := strange(element):
                    spot = Spot(file, element.sourceline or 0)
                    self.faults[f"a drawing holds {what}", "keep its shapes alone"].append(spot)
        except etree.XMLSyntaxError as error:
            self.faults[f"a drawing is no XML: {error.msg}", "mend it"].append(Spot(file, 0))

    def exists(self, target: Target, files: Collection[str]) -> bool:
        """Whether a file is there, and in a page the id."""
        ids = self.ids.get(target.file)
        is_there = ids is None or not target.fragment or target.fragment in ids
        return target.file in files and is_there

    def nearest(self, target: Target, files: Collection[str]) -> str:
        """The remedy for an address that leads nowhere: what is there by a name almost the same."""
        if target.file in files:
            otherwise = f"give something there the id '{target.fragment}'"
            return did_you_mean(target.fragment, self.ids[target.file], otherwise)
        addresses = {Target(file).address for file in files}
        return did_you_mean(target.address, addresses, "correct it, or take it out")


def strange(element: etree._Element) -> str:
    """What a part of a drawing is that is no shape; nothing where it is one, or a comment."""
    if isinstance(element, etree._Comment):
        return ""
    name = etree.QName(element).localname if isinstance(element.tag, str) else "&…;"
    others = {attribute.lower() for attribute in map(str, element.attrib)} - expected.ATTRIBUTES
    return (
        "" if name in expected.SHAPES and not others else f"<{' '.join([name, *sorted(others)])}>"
    )


def problem(what: str, remedy: str, spots: Sequence[Spot], origins: Origins) -> Problem:
    """A fault as a problem: of what people write, where that is known, else of the first page that has it."""
    first, others = spots[0], {spot.file for spot in spots[1:]} - {spots[0].file}
    named = "one other page does" if len(others) == 1 else f"{len(others)} other pages do"
    said = f"{what}, as {named}" if others else what
    if origin := origins.of(spots):
        where = f"{first.file}:{first.line}" if first.line else first.file
        return Problem(origin.file, origin.line, f"built as {where}: {said}", remedy)
    return Problem(first.file, first.line, said, remedy)
