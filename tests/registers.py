"""Registers of addresses, made up or the real one, and what is wrong with them."""

import re
from collections.abc import Mapping
from pathlib import Path

from edition.keep.address_tables import REGISTER, Register, read_redirects, read_register
from edition.keep.promises import RULES, Publication
from edition.keep.published import Frozen, Published
from edition.problems import Problems, judged
from project import ROOT

HEADER = "address,edition\n"


def read(text: str, current: int = 2) -> tuple[Register, list[str]]:
    """The register that a text holds, and what is wrong with it."""
    problems = Problems()
    return read_register(text, current, problems), problems.report()


def site(pages: Mapping[str, str], *files: str, moved: tuple[str, ...] = ()) -> Published:
    """A built site: the ids of each page, separated by spaces; its files; what leads elsewhere."""
    ids = {page: tuple(ids.split()) for page, ids in pages.items()}
    return Published(ids, frozenset(moved), frozenset(files))


def wrong(register: str, built: Published, redirects: str = "", *frozen: Frozen) -> list[str]:
    """What is wrong between a register, some redirects and a built site."""
    problems = Problems()
    known = read_register(HEADER + register, 2, problems)
    led = read_redirects(f"from,to\n{redirects}", problems)
    problems += judged(Publication(known, led, built, frozen), RULES)
    return problems.report()


def real_register(root: Path = ROOT) -> Register:
    number = int(re.findall(r"(?m)^    number: (\d+)", (root / "mkdocs.yml").read_text())[0])
    found, report = read((root / REGISTER).read_text("utf-8"), number)
    assert report == []
    return found
