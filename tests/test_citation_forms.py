"""A citation in each form in which it is copied, of a made-up edition."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
import rispy
from pybtex.database import Entry, parse_string

import made_up
from edition.cite.formats.citation_tags import edition_tags
from edition.cite.formats.json_ld import edition_data
from edition.cite.references import short_reference, short_title, with_address
from edition.cite.restated import Cited
from edition.model import Edition, Source
from edition.model.inline import Cite, Content, Emphasis, plain, text
from edition.write.forms import Forms, StandIn, forms, source_forms
from project import ROOT
from zotero import Item, from_bib, from_ris

EDITION = made_up.whole()
HOME, CRANES = EDITION.chapters
ABOUT = EDITION.other_pages[0]
P2 = EDITION.paragraph["p2"]
RESTATED = "Lee Min, “Harbours” (2020), restated in "
NAMED = "edition of 24 November 2026, “Cranes,” para. 2, "
ADDRESS = "https://example.org/e/cranes/#p2"


def titled(title: str) -> Edition:
    return replace(EDITION, settings=replace(EDITION.settings, title=title))


def entry(found: Forms) -> Entry:
    """The one entry of the BibTeX form."""
    (only,) = parse_string(found.bibtex, "bibtex").entries.values()
    return only


def record(found: Forms) -> Mapping[str, object]:
    """The one record of the RIS form."""
    only: Mapping[str, object]
    (only,) = rispy.loads(found.ris)
    return only


def test_plain_text_is_the_words_alone() -> None:
    plain = f"{RESTATED}A Made-up Edition: Web Edition, {NAMED}{ADDRESS}."
    assert forms(EDITION, CRANES, P2).plain == plain


def test_rich_text_has_titles_in_i_and_addresses_as_links() -> None:
    html = f'{RESTATED}<i>A Made-up Edition: Web Edition</i>, {NAMED}<a href="{ADDRESS}">{ADDRESS}</a>.'
    assert forms(EDITION, CRANES, P2).html == html


def test_markdown_has_titles_in_asterisks_and_addresses_in_angle_brackets() -> None:
    markdown = f"{RESTATED}*A Made-up Edition: Web Edition*, {NAMED}<{ADDRESS}>."
    assert forms(EDITION, CRANES, P2).markdown == markdown


def test_what_would_be_markdown_is_escaped_in_markdown_alone() -> None:
    found = forms(titled("A *bold_ [x] `y` \\ Edition"), CRANES, P2)
    assert "*A \\*bold\\_ \\[x\\] \\`y\\` \\\\ Edition: Web Edition*" in found.markdown
    assert "A *bold_ [x] `y` \\ Edition: Web Edition" in found.plain


def test_an_ampersand_is_markup_in_rich_text_alone() -> None:
    found = forms(titled("Ports & Ships"), CRANES, P2)
    assert "<i>Ports &amp; Ships: Web Edition</i>" in found.html
    assert "Ports & Ships: Web Edition" in found.plain and "&amp;" not in found.markdown


def test_a_paragraph_in_bibtex_is_a_part_of_the_edition_and_says_that_it_restates() -> None:
    found = entry(forms(EDITION, CRANES, P2))
    assert (found.type, found.key) == ("incollection", "lee-2020-restated-p2")
    assert found.fields["title"] == "{Cranes, para. 2 (restated from Lee Min, 2020)}"
    assert found.fields["booktitle"] == "{A Made-up Edition: Web Edition}"
    assert found.fields["url"] == ADDRESS
    assert found.fields["note"] == "Restated; not the author's wording"
    assert [person.last_names for person in found.persons["author"]] == [["Lee"]]


def test_a_paragraph_in_ris_is_a_part_of_the_edition_and_says_that_it_restates() -> None:
    found = record(forms(EDITION, CRANES, P2))
    assert found["type_of_reference"] == "CHAP" and found["authors"] == ["Lee, Min"]
    assert found["title"] == "Cranes, para. 2 (restated from Lee Min, 2020)"
    assert found["secondary_title"] == "A Made-up Edition: Web Edition"
    assert found["urls"] == [ADDRESS] and found["date"] == "2026/11/24/"
    assert found["notes"] == ["Restated; not the author's wording"]


@pytest.mark.parametrize(("form", "read"), [("bibtex", from_bib), ("ris", from_ris)])
def test_in_zotero_a_paragraph_is_a_section_of_the_edition(
    form: str, read: Callable[[str], list[Item]]
) -> None:
    (item,) = read(getattr(forms(EDITION, CRANES, P2), form))
    assert (item["itemType"], item["date"]) == ("bookSection", "2026-11-24")
    assert item["title"] == "Cranes, para. 2 (restated from Lee Min, 2020)"
    assert item["bookTitle"] == "A Made-up Edition: Web Edition" and item["url"] == ADDRESS
    assert item["notes"] == ["Restated; not the author's wording"]
    assert item["creators"] == [{"firstName": "Min", "lastName": "Lee", "creatorType": "author"}]
    assert item["language"] in ("en", "english") and "Journal" not in str(item)


def test_what_would_be_tex_is_escaped_in_bibtex() -> None:
    found = entry(forms(titled("Ports & Ships_50%"), CRANES, P2))
    assert found.fields["booktitle"] == "{Ports \\& Ships\\_50\\%: Web Edition}"
    assert found.fields["url"] == ADDRESS


def test_the_whole_edition_is_a_book() -> None:
    found = forms(EDITION)
    assert entry(found).type == "book" and record(found)["type_of_reference"] == "BOOK"
    assert found.plain.endswith("edition of 24 November 2026, https://example.org/e/.")


@pytest.mark.parametrize("form", ["html", "plain", "markdown", "bibtex", "ris"])
def test_a_page_without_paragraphs_never_names_the_author(form: str) -> None:
    text = getattr(forms(EDITION, ABOUT), form)
    assert "About" in text
    assert not any(word in text for word in ("Lee", "Harbours", "estated"))


def test_a_page_without_paragraphs_has_no_empty_fields() -> None:
    found = forms(EDITION, ABOUT)
    assert "note" not in entry(found).fields and "notes" not in record(found)
    assert "author" not in entry(found).persons and "authors" not in record(found)


@pytest.mark.parametrize("form", ["html", "plain", "markdown", "bibtex", "ris"])
def test_a_section_is_cited_with_the_address_of_its_heading(form: str) -> None:
    text = getattr(forms(EDITION, CRANES, at="https://example.org/e/cranes/#paint"), form)
    assert "https://example.org/e/cranes/#paint" in text and "para." not in text
    assert "https://example.org/e/cranes/," not in text


def test_a_corrected_paragraph_says_so_in_every_form_and_others_do_not() -> None:
    corrected = replace(EDITION, corrected=frozenset({"p2"}))
    for said in vars(forms(corrected, CRANES, P2)).values():
        assert EDITION.words.citing.corrected in said
    for said in vars(forms(corrected, CRANES, EDITION.paragraph["p3"])).values():
        assert EDITION.words.citing.corrected not in said


def test_a_chapter_with_a_corrected_paragraph_says_so() -> None:
    corrected = replace(EDITION, corrected=frozenset({"p2"}))
    said = EDITION.words.citing.corrected
    assert said in forms(corrected, CRANES).plain and said in forms(corrected).plain
    assert said not in forms(corrected, HOME).plain


def titles(edition: Edition) -> list[str]:
    """A chapter's title in each form that programs read."""
    cited = forms(edition, CRANES)
    braced, tags = entry(cited).fields["title"], dict(edition_tags(edition, CRANES))
    named = edition_data(edition, CRANES)["name"]
    return [braced[1:-1], str(record(cited)["title"]), tags["citation_title"], str(named)]


def remarks(edition: Edition) -> list[str]:
    """What is remarked of a chapter in each of them."""
    cited = forms(edition, CRANES)
    said, tags = edition_data(edition, CRANES), dict(edition_tags(edition, CRANES))
    notes = record(cited)["notes"]
    assert isinstance(notes, list)
    return [entry(cited).fields["note"], *notes, tags["z:extra"], said["disambiguatingDescription"]]


@pytest.mark.parametrize("told", [titles, remarks])
def test_each_format_holds_the_same_facts(told: Callable[[Edition], list[str]]) -> None:
    corrected = replace(EDITION, corrected=frozenset({"p2"}))
    assert len(set(told(EDITION))) == len(set(told(corrected))) == 1


def test_the_facts_of_each_format_are_worded_in_one_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Cited, "title", "A title")
    monkeypatch.setattr(Cited, "remark", "A remark")
    assert set(titles(EDITION)) == {"A title"} and set(remarks(EDITION)) == {"A remark"}


def taken(source: Source, reference: Content) -> Forms:
    made = parse_string(made_up.BIB, "bibtex").entries[source.key]
    return source_forms(source, reference, made, EDITION.words)


def test_a_reference_keeps_its_italics_and_its_address() -> None:
    source = EDITION.source["garcia-2010-gruas"]
    address = "https://example.org/a_b?x=1&y=50%25"
    named = (*text("García. "), Emphasis(text("Grúas_y")), *text(". 2010."))
    found = taken(source, with_address(named, address))
    link = address.replace("&", "&amp;")
    assert found.html == f'García. <i>Grúas_y</i>. 2010. <a href="{link}">{link}</a>.'
    assert found.markdown == "García. *Grúas\\_y*. 2010. <https://example.org/a_b?x=1&y=50%25>."
    assert found.plain.endswith("https://example.org/a_b?x=1&y=50%25.")
    assert entry(found).key == record(found)["id"] == source.key


def test_the_exports_of_a_source_hold_a_stand_in_for_the_pages_relied_on() -> None:
    source = EDITION.source["garcia-2010-gruas"]
    found = taken(source, ())
    assert entry(found).fields["annote"] == "@pages@" and found.bibtex.count("@pages@") == 1
    assert found.ris.count("@pages@") == found.ris.count("\nN1  - @pages@\n") == 1


def test_scripts_replace_each_stand_in_by_its_name_and_no_other() -> None:
    scripts = ROOT / "overrides/assets/javascripts"
    text = "".join(file.read_text(encoding="utf-8") for file in scripts.rglob("*.js"))
    (words,) = re.findall(r"const words = \{ (home.*?) \};", text)
    in_panel = {f"@{name}@" for name in re.findall(r"(?:^|, )(\w+)", words)}
    assert in_panel | set(re.findall(r"\"(@\w+@)\"", text)) | {StandIn.HERE} == set(StandIn)


def test_words_that_name_a_stand_in_are_left_alone() -> None:
    found = forms(titled("PAGES, SECTION, pages@section"), CRANES, P2)
    assert not any(one in form for one in StandIn for form in vars(found).values())


def test_lists_name_a_source_by_author_short_title_and_year() -> None:
    source = EDITION.source["garcia-2010-gruas"]
    assert short_title(source, EDITION.words) == (Cite(text("Grúas")),)
    assert plain(short_reference(source, EDITION.words)) == "Instituto del Puerto, Grúas (2010)"
