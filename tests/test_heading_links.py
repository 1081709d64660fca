"""The link beside a heading: it leaves the heading its name and its words."""

import pytest
from lxml import html

from heading_links import with_links


def test_a_heading_holds_a_link_and_keeps_its_title_for_a_name() -> None:
    link = '<a class="heading-link" href="#a" aria-label="Section “Paint &amp; oil”: link and cite"></a>'
    heading = f'<h2 class="c" id="a" aria-label="Paint &amp; oil">Paint &amp; oil{link}</h2>'
    assert with_links('<h2 class="c" id="a">Paint &amp; oil</h2>') == heading


@pytest.mark.parametrize(
    "other",
    ['<h1 id="a">Title</h1>', "<h2>Without an id</h2>", '<h4 id="a">Deep</h4>', '<p id="a"></p>'],
)
def test_what_is_no_section_has_no_link(other: str) -> None:
    assert with_links(other) == other


def test_the_words_of_a_heading_stay_as_they_were() -> None:
    page = with_links('<main><h2 id="a">Paint\n  and <em>oil</em></h2><h3 id="b">Rust</h3></main>')
    headings = html.fromstring(page).xpath("//h2 | //h3")
    assert [h.text_content() for h in headings] == ["Paint\n  and oil", "Rust"]
    assert [h.get("aria-label") for h in headings] == ["Paint and oil", "Rust"]
