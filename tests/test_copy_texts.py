"""The texts of the panel: parts and sources of a made-up edition."""

from dataclasses import replace

import pytest

import made_up
from edition.contents.citable_parts import parts, sources_of
from edition.views.link.panel import report_address

EDITION = made_up.whole()
HOME, CRANES = EDITION.chapters


def test_a_paragraph_relies_on_what_its_notes_cite_with_pages_and_on_what_it_names() -> None:
    used = list(sources_of(EDITION, [EDITION.paragraph["p1"]]))
    assert [(use["note"], use["key"], use["where"]) for use in used] == [
        ("1", "fox-2001-ships", "Note 1"),
        ("2", "fox-2001-ships", "Note 2, pp. 3–5"),
        ("", "port-1900-charter", "Named in the text"),
    ]


def test_a_section_holds_the_paragraphs_under_its_heading_and_their_sources() -> None:
    found = parts(EDITION, CRANES)["paint"]
    assert (found["kind"], found["name"]) == ("section", "Section: Paint")
    assert found["paragraphs"] == ["p3"]
    assert [use["key"] for use in found["sources"]] == ["garcia-2010-gruas"]


def test_a_chapter_holds_all_its_paragraphs_and_each_use_of_a_source() -> None:
    found = parts(EDITION, CRANES)[""]
    assert (found["kind"], found["short"]) == ("chapter", "this chapter")
    assert found["paragraphs"] == ["p2", "p3"]
    where = ["Note 3, p. 7", "Note 4", "Note 3, pp. 1, 9"]
    assert sorted(use["where"] for use in found["sources"]) == sorted(where)


@pytest.mark.parametrize(
    ("report_url", "address"),
    [
        ("", ""),
        ("mailto:a@b.org", "mailto:a@b.org?subject=Error%20in%20@title@&body=@address@"),
        (
            "mailto:a@b.org?cc=c@b.org",
            "mailto:a@b.org?cc=c@b.org&subject=Error%20in%20@title@&body=@address@",
        ),
        ("https://b.org/new", "https://b.org/new?title=Error%20in%20@title@&body=@address@"),
        (
            "https://b.org/new?x=1#form",
            "https://b.org/new?x=1&title=Error%20in%20@title@&body=@address@#form",
        ),
    ],
)
def test_a_report_says_what_it_is_about(report_url: str, address: str) -> None:
    settings = replace(EDITION.settings, report_url=report_url)
    assert report_address(replace(EDITION, settings=settings)) == address
