"""What stands under headings that have no text of their own: one view for the page and for the search."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import made_up
from edition.cite.references import References, format_references
from edition.contents import about_sections, home_sections
from edition.contents.about_sections import About
from edition.model import Edition
from edition.model.languages import ForeignNames
from edition.views.find.search import words_under
from edition.write.page_body import Additions
from edition.write.tree import words_of
from project import ROOT, said_of, spoil
from rendering import tree

EDITION = made_up.whole()
PAGE = EDITION.other_pages[0]


@pytest.fixture(scope="module")
def references() -> References:
    return format_references(EDITION, ROOT / ".cache/references")


def said(
    references: References, edition: Edition = EDITION, are_kept: bool = True
) -> Mapping[str, str]:
    """The words under each heading of the page about the edition."""
    found = about_sections.sections(About(edition, references, are_kept=are_kept))
    return {ident: words_of(elements) for ident, elements in found.items()}


def where(site_url: str, report_url: str = "") -> Edition:
    """The made-up edition at another address, and with one for reports."""
    settings = replace(EDITION.settings, site_url=site_url, report_url=report_url)
    return replace(EDITION, settings=settings)


def test_editors_notes_stand_under_the_paragraph_that_they_follow(references: References) -> None:
    expected = "para. 3 The copy says paint; the print says oil."
    assert said(references)["editors-notes"] == expected


def test_an_edition_says_its_address_or_that_it_has_none(references: References) -> None:
    addressed = said(references)["this-edition"]
    bare = said(references, where(""))["this-edition"]
    assert "Its address is https://example.org/e/." in addressed
    assert "No permanent address is set" in bare and "example.org" not in bare


def test_the_list_of_editions_is_named_where_it_is(references: References) -> None:
    assert "all editions" in said(references)["this-edition"]
    assert "all editions" not in said(references, are_kept=False)["this-edition"]


def test_errors_are_reported_where_an_address_is_set(references: References) -> None:
    there = said(references, where("https://a.b/", "mailto:a@b.org"))["report-an-error"]
    assert there.endswith("at a@b.org.")
    assert "No address for reports is set" in said(references)["report-an-error"]


def test_the_home_page_offers_what_the_site_has() -> None:
    nothing = words_of(home_sections.sections(EDITION, home_sections.Offers())["link-and-cite"])
    offers = home_sections.Offers("p/", "briefing/", "sources/sources", "edition.schema.json")
    everything = words_of(home_sections.sections(EDITION, offers)["link-and-cite"])
    for word in ("p/", "Your briefing", "BibTeX", "llms.txt"):
        assert word in everything and word not in nothing


def test_the_content_stands_after_its_heading_and_before_the_text(references: References) -> None:
    under = {"rules": about_sections.sections(About(EDITION, references))["report-an-error"]}
    body = tree(EDITION, PAGE, Additions(PAGE, EDITION, ForeignNames({}, "en"), under=under))
    assert [child.tag for child in body] == ["h2", "p", "p"]
    assert "Send it, or the number" in body[1].text_content()


def test_search_records_have_the_words_of_the_content_before_those_of_the_text(
    references: References,
) -> None:
    filled = {"rules": about_sections.sections(About(EDITION, references))["report-an-error"]}
    ((ident, words),) = words_under(PAGE, filled, EDITION)
    assert ident == "rules" and words.startswith("No address for reports is set")
    assert words.endswith("See the paint and code.")


def test_a_heading_that_is_gone_is_one_line(small: Path) -> None:
    spoil(small, "docs/about.md", "{ #author }", "{ #authors }")
    mend = "add '## … { #author }'"
    assert said_of(small) == [f"docs/about.md: no heading has the id 'author'; {mend}"]
