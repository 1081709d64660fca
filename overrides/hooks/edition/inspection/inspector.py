"""Inspects a built site, page by page: each mistake in it becomes one problem, on however many pages it is."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from edition.inspection import expected, file_rules, link_rules, policy_rules
from edition.inspection.built_pages import BuiltPage
from edition.inspection.element_rules import Reading
from edition.inspection.file_rules import SiteFile
from edition.inspection.link_rules import Address, Document, Target
from edition.inspection.origins import Origins, traced
from edition.inspection.policy_rules import Policy
from edition.inspection.used_addresses import in_style, uses_in
from edition.problems import Problem, did_you_mean, judged

IDS = etree.XPath("//@id | //a/@name", smart_strings=False)
"""The ids and names to which an address in a page may lead."""
Spot = tuple[str, int, tuple[str, ...]]
"""Where an address stands: the file of the site, the line, and the words by which a typed line is recognised."""


class Inspection:
    """Checks a site page by page, then reports its problems.

    `home` is the site's address, empty where it has none.
    """

    def __init__(self, home: str) -> None:
        self.home = home
        self.same: dict[tuple[str, str], list[Problem]] = defaultdict(list)
        """The problems of all files by their message and remedy."""
        self.asked: dict[Target, list[Spot]] = defaultdict(list)
        self.ids: dict[str, frozenset[str]] = {}

    def take(self, page: BuiltPage) -> None:
        """Checks a page, and notes the addresses in it, which are checked when all pages are known."""
        self.ids[page.file] = frozenset(IDS(page.tree))
        self.keep(judged(page, policy_rules.RULES))
        reading = Reading(page)
        document = Document(page.file, self.home, reading.policy)
        for element in page.tree.iter():
            self.keep(reading.problems(element))
            if element.tag in expected.ADDRESSED and not reading.is_refused:
                for use in uses_in(element):
                    self.follow(Address(use, document, element.sourceline or 0))

    def keep(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.same[problem.what, problem.remedy].append(problem)

    def follow(self, address: Address) -> None:
        """Notes what an address leads to, or the mistake that it is."""
        if problem := next(judged(address, link_rules.RULES), None):
            self.keep([problem])
        elif target := address.target:
            self.asked[target].append((address.document.file, address.line, address.signs))

    def take_files(self, folder: Path, names: Sequence[str]) -> None:
        """Holds what is no page to what is expected, and keeps what style sheets have loaded."""
        for file in (SiteFile(folder, name) for name in names):
            self.keep(judged(file, file_rules.RULES))
            if file.ending == "css":
                document = Document(file.name, self.home, Policy())
                for use in in_style(file.content.decode()):
                    self.follow(Address(use, document))

    def problems(
        self, files: Collection[str], origins: Origins, reported: Collection[str]
    ) -> Iterator[Problem]:
        """One problem a mistake; what leads to an address whose loss is `reported` elsewhere only follows from that."""
        for problems in self.same.values():
            yield traced(problems, origins)
        for target, spots in self.asked.items():
            if not self.exists(target, files) and target.address not in reported:
                what = f"an address leads to '{target.address}', which does not exist"
                remedy = self.nearest(target, files)
                dead = [Problem(file, line, what, remedy, signs=s) for file, line, s in spots]
                yield traced(dead, origins)

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
