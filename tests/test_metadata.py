"""What each kind of page offers programs: to Zotero the edition, a chapter or one source; exports; JSON-LD.

`embedded` and `context_object` read pages by Zotero's rules, as its translators have them: "Embedded Metadata"
(lastUpdated 2025-10-14; init, addHighwireMetadata, processHighwireCreators, addLowQualityMetadata), "RDF"
(2025-08-06; detectType, importItem), "COinS" (2021-06-03), and in zotero/utilities parseContextObject
(openurl.js) and cleanAuthor (utilities.js).
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

import made_up
from edition.cite.formats import context_objects
from edition.cite.formats.citation_tags import source_tags
from edition.cite.formats.json_ld import edition_data, source_data
from edition.cite.source_facts import name_in_tag
from edition.contents.alternates import Alternate
from edition.look.content_policy import linked_data
from edition.model import Edition, Person, Source
from edition.outputs import File, Shown, Site
from edition.views.link import downloads, text_and_data
from edition.views.link.metadata import of_page
from edition.words import ENGLISH
from project import SITE, settings
from zotero import creator, finished, meant

DATE = settings()["extra"]["edition"]["date"]
CONTAINER = "Building China–Latin America Digital Silk Road: Web Edition"
LOU = {"firstName": "Xiangfei", "lastName": "Lou", "creatorType": "author"}
ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

Item = dict[str, Any]
HIGHWIRE = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_inbook_title": "publicationTitle",
    "citation_book_title": "bookTitle",
    "citation_issue": "issue",
    "citation_series_title": "series",
    "citation_technical_report_institution": "institution",
    "citation_technical_report_number": "number",
    "citation_publisher": "publisher",
    "citation_isbn": "ISBN",
    "citation_issn": "ISSN",
    "citation_doi": "DOI",
    "citation_public_url": "url",
    "citation_language": "language",
}
OPEN_GRAPH = {
    "og:title": "title",
    "og:url": "url",
    "og:description": "abstractNote",
}
TYPE_BY_TAG = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
}
ZOTERO_TYPES = {
    "article": "journalArticle",
    "book": "book",
    "incollection": "bookSection",
    "online": "webpage",
    "report": "report",
    "unpublished": "presentation",
}


def tags_of(page: html.HtmlElement) -> dict[str, list[str]]:
    """What a page's meta elements say, by name, in order; a tag that says nothing is passed over."""
    found: dict[str, list[str]] = defaultdict(list)
    for tag in page.iter("meta"):
        name, content = tag.get("name") or tag.get("property"), tag.get("content")
        if name and content:
            found[name].append(content)
    return dict(found)


def embedded(page: html.HtmlElement) -> Item:
    """The item that "Embedded Metadata" makes of a page.

    What "RDF" found is trimmed before the rest is added; only then is an empty abstract filled by the description.
    """
    tags = tags_of(page)
    item: Item = {field: tags[name][0] for name, field in OPEN_GRAPH.items() if name in tags}
    item |= {name[2:]: said[0] for name, said in tags.items() if name.startswith("z:")}
    if item.get("itemType") in ("webpage", None) and "og:site_name" in tags:
        item.setdefault("publicationTitle", tags["og:site_name"][0])
    item = trimmed(item)
    item |= {field: tags[name][0] for name, field in HIGHWIRE.items() if name in tags}
    language = (tags.get("citation_language") or [""])[0]
    item["creators"] = [*creators(tags, "author", language), *creators(tags, "editor", language)]
    if not item["creators"]:
        item["creators"] = [clean_author(name, "author", False) for name in tags.get("author", [])]
    item.setdefault("abstractNote", next(iter(page.xpath(DESCRIPTION)), ""))
    for name in tags:
        item["itemType"] = TYPE_BY_TAG.get(name, item.get("itemType"))
    return trimmed(item)


DESCRIPTION = "//meta[translate(@name, 'DESCRIPTON', 'descripton') = 'description']/@content"


def trimmed(item: Item) -> Item:
    """An item with the blanks around its strings cut off, and without what is then empty."""
    cut = {name: v.strip() if isinstance(v, str) else v for name, v in item.items()}
    return {name: value for name, value in cut.items() if value or name == "creators"}


def creators(tags: dict[str, list[str]], role: str, language: str = "en") -> list[Item]:
    """Splits at semicolons, and one name alone at its commas where words stand on both sides of the first, but for
    a Spanish name; what says nothing is passed over."""
    said = tags.get(f"citation_{role}", [])
    pieces = [re.split(r"\s*;\s*", one) for one in said]
    if len(pieces) == len(pieces[:1]) == len((pieces or [[]])[0]) == 1:
        parts = re.split(r"\s*,\s*", pieces[0][0])
        spanish = language == "es" and len(parts) == 2 and len(parts[0].split(" ")) == 2
        if len(parts) > 1 and " " in parts[0] and " " in parts[1] and not spanish:
            pieces = [parts]
    names = [name for some in pieces for name in some if re.search(r"[^\s,\-.;]", name)]
    return [clean_author(name, role, "," in name) for name in names]


def clean_author(name: str, role: str, comma: bool) -> Item:
    name = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", name)
    if comma:
        last, _, first = name.partition(",")
        first = first.split(",")[0]
    else:
        first, _, last = name.rpartition(" ")
    person = {"firstName": first.strip(), "lastName": last.strip(), "creatorType": role}
    return {name: value for name, value in person.items() if value}


CONTEXT = {
    "rft.jtitle": "publicationTitle",
    "rft.source": "publicationTitle",
    "rft.title": "title",
    "rft.atitle": "title",
    "rft.date": "date",
    "rft.issue": "issue",
    "rft.pages": "pages",
    "rft.issn": "ISSN",
    "rft.isbn": "ISBN",
    "rft.pub": "publisher",
    "rft.place": "place",
    "rft.tpages": "numPages",
    "rft.series": "series",
    "rft.language": "language",
    "rft.type": "itemType",
}
GENRES = {
    "article": "journalArticle",
    "bookitem": "bookSection",
    "report": "report",
    "book": "book",
}


def context_object(text: str) -> Item:
    """The item that parseContextObject makes of a span's title; a plus sign is lost, however it is encoded."""
    item: Item = {"creators": []}
    for key, _, raw in (part.partition("=") for part in text.split("&")):
        value = unquote(re.sub(r"\+|%2[bB]", " ", raw))
        if key == "rft.genre":
            item["itemType"] = GENRES[value]
        elif key == "rft.btitle":
            item["publicationTitle" if item["itemType"] == "bookSection" else "title"] = value
        elif key in ROLES:
            item["creators"].append(clean_author(value, ROLES[key], "," in value))
        elif key == "rft.aucorp":
            item["creators"].append({"lastName": value, "creatorType": "author"})
        elif key == "rft_id" and re.match("https?://", value):
            item["url"] = value
        elif key in CONTEXT:
            item[CONTEXT[key]] = value
    return item


ROLES = {"rft.au": "author", "rft.creator": "author", "rft.contributor": "contributor"}


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page but the 404 page, by its address below the site's."""
    files = sorted(site.rglob("index.html"))
    return {
        file.parent.relative_to(site).as_posix().removeprefix("."): html.document_fromstring(
            file.read_text(encoding="utf-8")
        )
        for file in files
    }


def page_of(pages: dict[str, html.HtmlElement], source: Source) -> html.HtmlElement:
    return pages[f"sources/{source.key}"]


def json_ld(page: html.HtmlElement) -> Item:
    """What the one data block of a page says."""
    (block,) = page.xpath("//head/script[@type='application/ld+json']")
    found: Item = json.loads(block.text)
    return found


@pytest.fixture(scope="session")
def corrected(site: Path) -> set[str]:
    """The paragraphs that have changed since the day of the edition, as the data has them."""
    said = json.loads((site / "edition.json").read_text(encoding="utf-8"))["edition"]
    return set(said.get("corrected", ()))


def notice(paragraphs: Iterable[str], corrected: set[str]) -> str:
    later = "; with later corrections" if corrected.intersection(paragraphs) else ""
    return f"Restated; not the author's wording{later}"


def test_a_chapter_is_offered_as_a_section_of_this_edition(
    pages: dict[str, html.HtmlElement], corrected: set[str]
) -> None:
    item = embedded(pages["roadmap"])
    assert item.pop("abstractNote").endswith("paras 23–26 of Lou Xiangfei (2019), restated.")
    assert item == {
        "itemType": "bookSection",
        "title": "Roadmap (restated from Lou Xiangfei, 2019)",
        "creators": [LOU],
        "bookTitle": CONTAINER,
        "publicationTitle": CONTAINER,
        "date": DATE,
        "language": "en",
        "url": f"{SITE}roadmap/",
        "extra": notice(("p23", "p24", "p25", "p26"), corrected),
    }


def test_the_home_page_offers_the_edition_as_a_whole(
    pages: dict[str, html.HtmlElement], edition: Edition, corrected: set[str]
) -> None:
    item = embedded(pages[""])
    assert item["itemType"] == "book"
    assert item["title"] == f"{CONTAINER} (restated from Lou Xiangfei, 2019)"
    assert (item["creators"], item["date"], item["url"]) == ([LOU], DATE, SITE)
    assert item["extra"] == notice(edition.paragraph, corrected)


def test_no_chapter_is_offered_as_an_article_of_the_journal(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    assert edition.article
    for chapter in edition.chapters:
        tags = tags_of(pages[chapter.address.removesuffix("/")])
        said = [value for values in tags.values() for value in values]
        assert "citation_journal_title" not in tags, chapter.file
        assert edition.article.get("journaltitle") not in said, chapter.file


def test_the_articles_page_offers_it_as_an_article_of_its_journal(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    assert edition.article
    item = embedded(page_of(pages, edition.article))
    assert item == {
        "itemType": "journalArticle",
        "title": edition.article.title,
        "creators": [LOU],
        "publicationTitle": "China International Studies",
        "issue": "4",
        "date": "2019-07-20",
        "language": "en",
        "url": edition.article.get("url"),
        "shortTitle": edition.article.short_title,
        "extra": "Original author: 楼项飞\nISSN: 1673-3258\nAffiliation: assistant research fellow, Institute for "
        "Foreign Policy Studies, Shanghai Institutes for International Studies (SIIS)\nOriginal affiliation: "
        "上海国际问题研究院外交政策研究所助理研究员\nNot verified: ISSN",
    }


def test_a_sources_page_offers_that_source_and_no_other(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for source in edition.sources:
        page = page_of(pages, source)
        item = embedded(page)
        assert page.find_class("Z3988") == [], source.key
        assert len(tags_of(page)["citation_title"]) == 1, source.key
        assert (item["itemType"], item["title"]) == (ZOTERO_TYPES[source.type], source.title)
        assert source.get("date").startswith(item["date"]), source.key
        assert item["url"] == source.get("url") or item["url"] == f"{SITE}sources/{source.key}/"
        assert CONTAINER not in item.values() and "abstractNote" not in item, source.key


def test_a_field_without_a_tag_is_given_in_words(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for source in edition.sources:
        item = embedded(page_of(pages, source))
        told = {str(value) for value in item.values()} | {item.get("extra", "")}
        for name in ENGLISH.exports.labels.keys() - {"author", "editor"}:
            assert any(source.get(name) in one for one in told), (source.key, name)


def test_what_has_a_tag_arrives_in_its_field(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for source in edition.sources:
        item = finished(embedded(page_of(pages, source)))
        for name, value in meant(source).items():
            if name in {"creators", "url"} or value in item.get("extra", ""):
                continue
            assert item[name] == value, (source.key, name)


def test_a_blank_abstract_is_none_and_lets_the_description_in() -> None:
    page = html.fromstring(
        '<head><meta name="z:abstractNote" content=" "><meta name="Description" content="Of the page">'
    )
    assert embedded(page)["abstractNote"] == "Of the page"


def test_a_page_without_description_for_zotero_has_one_for_others(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for source in edition.sources:
        page = page_of(pages, source)
        (said,) = page.xpath("//meta[@name='twitter:description']/@content")
        assert said == json_ld(page)["description"] and source.year in said


@pytest.mark.parametrize("name", ["García Márquez, Gabriel José", "van der Fox, Ann"])
def test_a_lone_person_with_many_names_stays_one(name: str) -> None:
    files, bib = made_up.changed("references.bib", "{Fox, Ann}", f"{{{name}}}")
    source = made_up.read(files, bib)[0].source["fox-2001-ships"]
    tags: dict[str, list[str]] = defaultdict(list)
    for tag, value in source_tags(source, ENGLISH):
        tags[tag].append(value)
    family, _, given = name.partition(", ")
    assert creators(tags, "author") == [
        {"firstName": given, "lastName": family, "creatorType": "author"}
    ]


def test_zotero_gets_the_persons_of_the_bibliography_and_makes_none_up(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    for source in edition.sources:
        expected = [
            creator(person, role)
            for role in ("author", "editor")
            for person in source.persons.get(role, ())
        ]
        found = [
            one | {"lastName": re.sub(r" \((.*)\)$", r", \1", one["lastName"])}
            for one in embedded(page_of(pages, source))["creators"]
        ]
        assert found == expected, source.key


def test_what_a_source_stands_in_is_named(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    names = {"article": "journaltitle", "incollection": "booktitle", "online": "organization"}
    for source in edition.sources:
        item = embedded(page_of(pages, source))
        expected = source.get(names.get(source.type, "")) or None
        assert item.get("publicationTitle", item.get("bookTitle")) == expected, source.key
        assert item.get("institution") == (source.get("institution") or None), source.key


@pytest.mark.parametrize(
    ("name", "told_as"),
    [
        ("CEPAL", "CEPAL"),
        ("China Institute of International Studies", "China Institute of International Studies"),
        ("Research team, Institute of Harbours", "Research team (Institute of Harbours)"),
        ("Team, Institute, Academy of Harbours", "Team (Institute – Academy of Harbours)"),
    ],
)
def test_an_institution_stays_whole(name: str, told_as: str) -> None:
    tags = {"citation_author": [name_in_tag(Person(name))]}
    assert creators(tags, "author") == [{"lastName": told_as, "creatorType": "author"}]


def test_an_unverified_field_has_no_tag_unless_the_source_needs_it(edition: Edition) -> None:
    tags = dict(source_tags(edition.source["cepal-2018-explorando"], ENGLISH))
    assert "citation_technical_report_number" not in tags
    assert "citation_issn" not in dict(
        source_tags(edition.source["lou-2019-digital-silk-road"], ENGLISH)
    )
    charter = dict(source_tags(made_up.whole().source["port-1900-charter"], ENGLISH))
    assert charter["citation_technical_report_institution"] == "Harbour Board"


@pytest.mark.parametrize(
    ("date", "told_as"),
    [
        ("2010-05", "2010-05"),
        ("2018-04-18/2018-04-20", "2018-04"),
        ("2018-12-31/2019-01-02", "2019-01-02"),
    ],
)
def test_dates_are_one_iso_date(date: str, told_as: str) -> None:
    files, bib = made_up.changed("references.bib", "date = {2010-05}", f"date = {{{date}}}")
    source = made_up.read(files, bib)[0].source["garcia-2010-gruas"]
    assert dict(source_tags(source, ENGLISH))["citation_publication_date"] == told_as
    assert context_object(context_objects.context_object(source))["date"] == told_as


def test_every_date_on_the_site_is_iso(pages: dict[str, html.HtmlElement]) -> None:
    for name, page in pages.items():
        for date in tags_of(page).get("citation_publication_date", []):
            assert ISO.fullmatch(date), (name, date)


def test_the_list_offers_its_sources_and_nothing_else(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    page = pages["sources"]
    items = [context_object(span.get("title", "")) for span in page.find_class("Z3988")]
    listed = [*edition.cited_sources, *edition.named_sources]
    assert len(items) == len(listed)
    assert {item["title"] for item in items} == {source.title for source in listed}
    assert [name for name in tags_of(page) if name.startswith(("citation_", "z:"))] == []


def test_context_objects_stand_on_the_list_alone(pages: dict[str, html.HtmlElement]) -> None:
    with_spans = [name for name, page in pages.items() if page.find_class("Z3988")]
    assert with_spans == ["sources"]


def test_a_context_object_holds_what_zotero_reads(edition: Edition) -> None:
    for source in [*edition.sources, *made_up.whole().sources]:
        item = context_object(context_objects.context_object(source))
        persons = [
            creator(person, role)
            for field, role in (("author", "author"), ("editor", "contributor"))
            for person in source.persons.get(field, ())
        ]
        issuer = source.get("institution") or source.get("publisher")
        assert (item["itemType"], item["title"]) == (ZOTERO_TYPES[source.type], source.title)
        assert (item["creators"], item.get("publisher", "")) == (persons, issuer), source.key
        assert "+" in source.get("url") or item.get("url", "") == source.get("url")


def test_an_address_keeps_its_plus_signs(edition: Edition) -> None:
    source = edition.source["cepal-2014-brecha"]
    assert source.get("url").count("+") == 2
    assert unquote(context_object(context_objects.context_object(source))["url"]) == unquote(
        source.get("url")
    )
    assert dict(source_tags(source, ENGLISH))["citation_public_url"] == source.get("url")


@pytest.mark.parametrize(
    ("address", "told_as"),
    [
        ("https://example.org/a+b%20c", "https://example.org/a%2Bb%20c"),
        ("https://example.org/a?q=b+c%2Bd", "https://example.org/a?q=b%20c%2Bd"),
    ],
)
def test_a_plus_sign_is_a_sign_in_a_path_and_a_space_in_a_query(address: str, told_as: str) -> None:
    files, bib = made_up.changed("references.bib", "https://example.org/a_b?x=1&y=50%25", address)
    source = made_up.read(files, bib)[0].source["garcia-2010-gruas"]
    assert context_object(context_objects.context_object(source))["url"] == told_as


def test_a_context_object_holds_editors_and_the_venue_of_a_speech(edition: Edition) -> None:
    chapter = context_object(context_objects.context_object(edition.source["qi-2009-ict"]))
    assert {"firstName": "Zhenxing", "lastName": "Su", "creatorType": "contributor"} in chapter[
        "creators"
    ]
    assert (
        context_object(context_objects.context_object(edition.source["xi-2017-work-together"]))[
            "place"
        ]
        == "Beijing"
    )


def test_a_context_object_is_a_title_that_html_can_hold(edition: Edition) -> None:
    for source in edition.sources:
        assert re.fullmatch(r"[\w.%&=~-]+", context_objects.context_object(source), re.ASCII), (
            source.key
        )


def test_json_ld_names_the_edition_as_what_a_page_is_part_of(
    pages: dict[str, html.HtmlElement], edition: Edition
) -> None:
    assert json_ld(pages[""])["@type"] == "Book"
    for chapter in edition.chapters[1:]:
        data = json_ld(pages[chapter.address.removesuffix("/")])
        assert (data["@type"], data["isPartOf"]["name"]) == ("Chapter", CONTAINER)
    for source in edition.sources:
        data = json_ld(page_of(pages, source))
        assert (data["@type"], data["isPartOf"]["name"]) == ("WebPage", CONTAINER)
        assert data["mainEntity"]["name"] == source.title


def test_json_ld_of_a_chapter_says_that_it_is_restated_and_from_what(
    pages: dict[str, html.HtmlElement], edition: Edition, corrected: set[str]
) -> None:
    assert edition.article
    data = json_ld(pages["roadmap"])
    assert data["name"] == "Roadmap (restated from Lou Xiangfei, 2019)"
    assert data["disambiguatingDescription"] == notice(("p23", "p24", "p25", "p26"), corrected)
    assert data["author"][0]["name"] == "Lou Xiangfei"
    assert data["datePublished"] == DATE
    assert data["isBasedOn"]["name"] == edition.article.title
    assert data["isBasedOn"]["isPartOf"]["isPartOf"]["name"] == "China International Studies"


def test_json_ld_has_a_type_for_each_type_of_source() -> None:
    edition = made_up.whole()
    works = [source_data(edition, source)["mainEntity"] for source in edition.sources]
    assert [work["@type"] for work in works] == ["Book", "Report", "Report", "ScholarlyArticle"]
    assert works[0]["author"][0]["familyName"] == "Fox"
    assert works[1]["author"][0] == {"@type": "Organization", "name": "Instituto del Puerto"}
    assert (works[1]["reportNumber"], works[1]["inLanguage"]) == ("IP/10", "es")
    assert works[3]["isPartOf"]["isPartOf"]["name"] == "Journal of Harbours"


def test_no_title_ends_the_data_block_early() -> None:
    files, bib = made_up.changed("cranes.md", 'title: "Cranes"', "title: '</script><!--'")
    edition, _ = made_up.read(files, bib)
    block = linked_data(edition_data(edition, edition.chapters[1]))
    assert "<" not in block.text
    assert json.loads(block.text)["name"].startswith("</scr")


PAGES = {
    "sources/fox-2001-ships.md": "sources/fox-2001-ships/",
    "sources/garcia-2010-gruas.md": "sources/garcia-2010-gruas/",
    "sources.md": "sources/",
    "cranes.md": "cranes/",
    "index.md": "",
    "about.md": "about/",
}


def test_a_page_links_to_its_exports_where_they_are_built() -> None:
    built = (
        "sources/fox-2001-ships.ris",
        "sources/sources.bib",
        "cranes/sources.json",
        "sources.bib",
    )
    site = Site(made_up.library(), files={address: File(address, "") for address in built})
    found = {name: downloads.on_page(Shown(name, url, ""), site) for name, url in PAGES.items()}
    assert [[file.address for file in files] for files in found.values()] == [
        ["../fox-2001-ships.ris"], [], ["sources.bib"], ["sources.json"], ["sources.bib"], [],
    ]  # fmt: skip
    ris = Alternate("application/x-research-info-systems", "RIS", "../fox-2001-ships.ris")
    assert found["sources/fox-2001-ships.md"] == [ris]


def test_a_chapter_links_to_its_text_and_the_home_page_to_the_data() -> None:
    site = Site(made_up.library())
    found = [text_and_data.on_page(Shown(name, url, ""), site) for name, url in PAGES.items()]
    assert [[file.address for file in page.files] for page in found] == [
        [], [], [], ["index.md"], ["index.md", "edition.json"], [],
    ]  # fmt: skip


def test_other_pages_have_no_tags() -> None:
    edition = made_up.whole()
    for name in ("about.md", "sources.md", "sources/unknown.md"):
        assert of_page(edition, name) == ((), {})
