"""What stands beside the author's text on a page: made from the model, and no word that is handed out comes from it."""

import re
from pathlib import Path

import pytest

from project import Copies, built, said_of, spoil

BODY = "overrides/hooks/edition/write/page_body.py"
NUMBER = 'self.ready(number), " ", '
HANDED_OUT = re.compile(
    r"(.*\.md|llms.*\.txt|edition\.json|.*\.(bib|ris|json)|assets/javascripts/(texts/.*|search-.*)\.js)"
)


@pytest.fixture(scope="module")
def without(copies: Copies) -> Path:
    """The site as it is when pages have neither numbers of paragraphs nor relations."""
    root = copies()
    spoil(root, BODY, NUMBER, "")
    spoil(root, BODY, "if paragraph.relations:", "if not paragraph:")
    spoil(root, "mkdocs.yml", "  - overrides/hooks/register.py\n", "")
    return built(root)


def handed_out(site: Path) -> dict[str, bytes]:
    """The files that readers, their programs and the site's scripts take words from."""
    files = ((f.relative_to(site).as_posix(), f) for f in site.rglob("*.*"))
    return {name: f.read_bytes() for name, f in files if HANDED_OUT.fullmatch(name)}


def test_without_numbers_and_relations_every_handed_out_word_stays(
    site: Path, without: Path
) -> None:
    page = (without / "roadmap/index.html").read_text("utf-8")
    assert 'class="paragraph-number"' not in page and 'class="relations"' not in page
    now, before = handed_out(without), handed_out(site)
    assert len(before) > 60 and any("texts/panel" in name for name in before)
    assert [name for name in before if now.get(name) != before[name]] == []


def test_pages_that_are_read_in_two_ways_stop_the_build_in_one_run(copy: Path) -> None:
    spoil(copy, "docs/about.md", "One scholarly article", "One ``scholarly ` article")
    spoil(copy, "docs/roadmap.md", "Lou argues", "Lou ``argues ` so")
    said = said_of(copy)
    assert [line.partition(": ")[0] for line in said] == ["docs/about.md:9", "docs/roadmap.md:11"]
    assert all(": read in two ways: " in line for line in said)
