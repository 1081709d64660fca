"""A frozen edition is written from the model: the text, what stands beside it, and where its links lead."""

from dataclasses import replace
from functools import partial

import pytest
from lxml import html

import made_up
from edition.keep.freezing import Kept, kept_ids
from edition.model import Edition, Page
from edition.model.languages import ForeignNames
from edition.write.elements import as_html
from edition.write.page_body import Additions, freeze, frozen_body
from edition.write.tree import element

KEPT = Kept({"": {"p1"}, "cranes/": {"p2", "fnref:3"}, "sources/": {"fox"}}, {"edition.json"})


@pytest.mark.parametrize(
    ("here", "href", "address"),
    [
        ("cranes/", "#p2", "#p2"),
        ("cranes/", "#fnref%3A3", "#fnref%3A3"),
        ("cranes/", "../#p1", "../#p1"),
        ("", "cranes/", "cranes/"),
        ("", ".", "./"),
        ("cranes/", "/", "../"),
        ("cranes/", "/cranes/#p2", "#p2"),
        ("cranes/", "../sources/#fox", "../sources/#fox"),
        ("cranes/", "../sources/#nobody", ""),
        ("cranes/", "../sources/fox/", ""),
        ("sources/", "/sources/#fox", "#fox"),
        ("cranes/", "../edition.json", "../edition.json"),
        ("cranes/", "../editions/", "../../"),
        ("", "editions/#since-2026-11-24", "../#since-2026-11-24"),
        ("cranes/", "../editions/2026-11-24/", ""),
        ("cranes/", "../#gone", ""),
        ("cranes/", "../briefing/", ""),
        ("cranes/", "../p/2/", ""),
        ("cranes/", "https://example.org/oil", "https://example.org/oil"),
        ("cranes/", "mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_leads_to_the_same_edition_or_out_of_the_site(
    here: str, href: str, address: str
) -> None:
    assert KEPT.way(here, href) == address


def frozen(*pieces: object) -> str:
    part = element("div", *pieces)  # type: ignore[arg-type]
    freeze(part, lambda href: KEPT.way("cranes/", href))
    return as_html(part)


def test_a_link_to_what_is_not_kept_is_its_words_in_their_language() -> None:
    link = element("a", "la lista", href="../briefing/", lang="es", aria_label="x")
    assert frozen("See ", link, ".") == '<div>See <span lang="es">la lista</span>.</div>'


def test_what_is_for_the_live_page_is_left_out_with_nothing_that_stands_beside_it() -> None:
    live = element("span", "Send it", class_="live-only wide")
    said = element("p", "One ", live, " two", element("b", "three", data_x="y", translate="no"))
    assert frozen(said) == "<div><p>One  two<b>three</b></p></div>"


# The text of the made-up edition

EDITION = replace(made_up.whole(), has_source_pages=False)
SHELF = Kept(
    {page.address: kept_ids(page, EDITION) for page in (*EDITION.pages, Page("sources.md", {}))}
)


def text_of(edition: Edition, file: str) -> html.HtmlElement:
    page = edition.page[file]
    under = {
        found.id: [element("p", "More.", element("a", "here", href="../p/2/"))]
        for found in page.headings
    }
    additions = Additions(page, edition, ForeignNames({}, "en"), "../".__add__, under)
    way = partial(SHELF.way, page.address)
    return html.fragment_fromstring(as_html(frozen_body(additions, way)))


def test_paragraphs_and_editors_notes_say_what_the_model_has() -> None:
    parts = text_of(EDITION, "cranes.md").xpath("./p[@id] | ./div[@role='note']")
    assert [" ".join(part.text_content().split()) for part in parts] == [
        "2 Cranes rust.3 The edition’s reading: Answered in para. 3.",
        "3 Paint helps.4 The edition’s reading: Answers para. 2.",
        "Editor’s noteThe copy says paint; the print says oil.",
    ]


def test_marks_links_and_notes_lead_within_the_edition() -> None:
    page = text_of(EDITION, "cranes.md")
    (mark,) = page.xpath("./p[@id='p2']/sup")
    assert (mark.get("id"), mark[0].get("href")) == ("fnref:3", "#fn:3")
    assert page.xpath(".//span[@class='relations']/a/@href") == ["#p3", "#p2"]
    assert page.xpath("./div//a/@href") == ["https://example.org/oil"]
    (note, *_) = page.xpath("./aside//a[@class='source-title']/@href")
    assert note == "../sources/#garcia-2010-gruas"
    assert text_of(EDITION, "about.md").xpath("./p//a/@href") == ["../cranes/#paint"]
    assert text_of(EDITION, "index.md").xpath("./p/a/@href")[-1] == "sources/#port-1900-charter"


def test_in_a_language_that_has_a_folder_of_its_own_links_lead_within_the_edition_as_well() -> None:
    words = replace(EDITION.words, language=replace(EDITION.words.language, prefix="es/"))
    spanish = replace(EDITION, settings=replace(EDITION.settings, words=words))
    page = text_of(spanish, "cranes.md")
    assert page.xpath(".//span[@class='relations']/a/@href") == ["#p3", "#p2"]
    assert page.xpath("./div//a/@href") == ["https://example.org/oil"]


def test_what_stands_under_a_heading_stands_there_without_links_to_what_is_not_kept() -> None:
    (under,) = text_of(EDITION, "cranes.md").xpath("./h2[@id='paint']/following-sibling::p[1]")
    assert under.text_content() == "More.here" and not under.xpath(".//a")


def test_what_words_look_like_is_no_markup() -> None:
    files, bib = made_up.changed("cranes.md", "Paint helps.", "Paint &lt;b> & `<i>` helps.")
    edition, report = made_up.read(files, bib)
    page = text_of(edition, "cranes.md")
    assert (
        report == [] and "Paint <b> & <i> helps." in page.xpath("./p[@id='p3']")[0].text_content()
    )
    assert not page.xpath(".//b | .//i")
