"""The link beside a heading: it leaves the heading its name and its words."""

import pytest
from lxml import html

import made_up
from edition.words import ENGLISH
from edition.write.elements import section_heading
from rendering import tree

LABEL = "Section “{}”: link and cite"


def test_a_heading_in_the_text_holds_a_link_and_keeps_its_title_for_a_name() -> None:
    edition = made_up.whole()
    (heading,) = tree(edition, edition.chapters[1]).xpath("//h2")
    (link,) = heading
    assert (heading.get("id"), heading.get("aria-label")) == ("paint", "Paint")
    assert (link.get("href"), link.get("aria-label")) == ("#paint", LABEL.format("Paint"))
    assert (heading.text_content(), link.get("class")) == ("Paint", "heading-link")


def test_a_heading_of_a_template_holds_a_link_and_keeps_its_title_for_a_name() -> None:
    link = '<a class="heading-link" href="#a" aria-label="Section “Paint &amp; oil”: link and cite"></a>'
    heading = f'<h2 id="a" aria-label="Paint &amp; oil">Paint &amp; oil{link}</h2>'
    assert section_heading("a", "Paint & oil", (), ENGLISH) == heading


def test_former_ids_of_a_heading_stand_at_its_start() -> None:
    heading = html.fromstring(section_heading("new", "Paint", ("old", "older"), ENGLISH))
    moved = heading.xpath("span[@class='moved'][@data-moved='#new']/@id")
    assert (moved, heading.text_content()) == (["old", "older"], "Paint")


@pytest.mark.parametrize(("level", "linked"), [("##", True), ("###", True), ("####", False)])
def test_a_heading_within_a_section_has_no_link(level: str, linked: bool) -> None:
    files, bib = made_up.changed("about.md", "## Rules", f"{level} Rules")
    edition, _ = made_up.read(files, bib)
    (heading,) = tree(edition, edition.other_pages[0]).xpath("//*[@id='rules']")
    assert bool(heading.xpath("a[@class='heading-link']")) is linked
    assert heading.text_content() == "Rules"


def test_a_title_that_reads_like_a_name_of_a_character_stays_as_it_is() -> None:
    files, bib = made_up.changed("about.md", "## Rules", "## Rules &amp;amp; <3")
    edition, report = made_up.read(files, bib)
    (heading,) = tree(edition, edition.other_pages[0]).xpath("//h2")
    assert report == [] and heading.text_content() == "Rules &amp; <3"
    assert heading.xpath("a/@aria-label") == [LABEL.format("Rules &amp; <3")]
