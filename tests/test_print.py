"""What leaves a printer: no heading alone at a page's foot, no page that begins nearly empty, running head and number.

The outline of the PDF says on which page, and how high above its lower edge, each heading stands.
"""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from real import PAGES

RECORD = "sources/cepal-2018-monitoreo/"
POINTS = 72 / 25.4
# The margin of 20 mm, the heading, and two lines of text below it.
FOOT = 20 * POINTS + 14 + 2 * 15
HEADING = re.compile(rb"/Title (.+)\n/Dest \[(\d+) 0 R /XYZ \S+ (\S+) ")
SHEETS = re.compile(rb"/Kids \[([\d 0R]+)\]")


class Heading(NamedTuple):
    """A heading on paper: its words as the PDF writes them, its page from 1, its height in points."""

    words: bytes
    page: int
    height: float


def headings(tab: Page, address: str) -> list[Heading]:
    """The headings of a page on paper."""
    tab.goto("about:blank")
    tab.goto(address)
    paper = tab.pdf(prefer_css_page_size=True, outline=True, tagged=True)
    found = SHEETS.search(paper)
    assert found
    sheets = [int(sheet) for sheet in found[1].split()[::3]]
    return [
        Heading(words, sheets.index(int(sheet)) + 1, float(height))
        for words, sheet, height in HEADING.findall(paper)
    ]


@pytest.mark.parametrize("page", [*PAGES[:-2], "briefing/#p4,p12,p24", RECORD])
def test_no_heading_stands_alone_at_the_foot_of_a_page(tab: Page, address: str, page: str) -> None:
    found = headings(tab, address + page)
    assert found[0].page == 1
    assert [heading for heading in found if heading.height < FOOT] == []


def test_no_record_leaves_its_first_page_nearly_empty(tab: Page, address: str, site: Path) -> None:
    for record in sorted(site.glob("sources/*/")):
        found = headings(tab, f"{address}sources/{record.name}/")
        assert [heading.page for heading in found if b"Record" in heading.words] == [1]


@pytest.mark.parametrize("page", ["about/", "sources/", RECORD])
def test_on_paper_a_page_without_margin_notes_is_no_grid(
    tab: Page, address: str, page: str
) -> None:
    """Firefox moves the rows of a grid to the next page whole, and leaves headings alone."""
    tab.goto(address + page)
    tab.emulate_media(media="print")
    display = "getComputedStyle(document.querySelector('.md-content__inner')).display"
    assert tab.evaluate(display) == "block"
    tab.emulate_media(media="screen")
