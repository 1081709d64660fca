"""A type of entry is one record: with it alone, and its name, a source of that type is checked, cited and exported."""

import ast
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import rispy
from pybtex.database import parse_string

import made_up
from edition.cite.export_files import export_files
from edition.cite.formats.citation_tags import source_tags
from edition.cite.formats.context_objects import context_object
from edition.cite.formats.json_ld import source_data
from edition.cite.references import References, format_references, short_title
from edition.contents import records
from edition.model import ENTRY_TYPES, Edition, EntryType, Source
from edition.model.inline import Cite, plain, text
from edition.words import ENGLISH
from project import ROOT

DISSERTATION = EntryType(
    name="dissertation",
    required=("author", "title", "institution", "date"),
    identifying=("type",),
    is_whole_work=True,
    zotero="thesis",
    zotero_fields=frozenset({"institution", "location", "type"}),
    lost_in_bibtex=frozenset({"location"}),
    copied_in_bibtex={"institution": "school"},
    ris="THES",
    ris_tags={"institution": ("PB",), "type": ("M3",), "number": ("M1",)},
    csl="thesis",
    csl_variables={"number": "collection-number"},
    tags={"institution": "citation_dissertation_institution"},
    schema="Thesis",
    schema_properties={"type": "inSupportOf"},
    openurl_format="dc",
    openurl_genre="thesis",
    openurl_keys={"title": "title"},
)
BIB = """@dissertation{wren-2015-tides,
  author = {Wren, Ada},
  title = {{Tides of the Region}},
  shorttitle = {Tides},
  type = {PhD thesis},
  institution = {{Harbour University}},
  location = {Hull},
  number = {7},
  date = {2015},
  language = {english},
  langid = {english},
  printed = {author, title, institution, location, number, date},
  unverified = {type},
  keywords = {named},
}

"""
WORDS = replace(
    ENGLISH,
    sources=replace(
        ENGLISH.sources, types={**ENGLISH.sources.types, "dissertation": "Dissertation"}
    ),
)


@pytest.fixture(autouse=True)
def dissertation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ENTRY_TYPES, "dissertation", DISSERTATION)


def read(bib: str = BIB) -> tuple[Edition, list[str]]:
    named = "[A thesis](sources.md#wren-2015-tides) says so.\n{ #p1 }"
    files, _ = made_up.changed("index.md", "{ #p1 }", named)
    settings = replace(made_up.SETTINGS, words=WORDS)
    return made_up.read(files, (bib + made_up.BIB).encode(), settings)


def source() -> Source:
    return read()[0].source["wren-2015-tides"]


def references() -> References:
    return format_references(read()[0], ROOT / ".cache/references")


def exported(ending: str) -> str:
    edition = read()[0]
    return export_files(edition)[f"sources/wren-2015-tides.{ending}"]


def test_an_entry_of_the_type_is_no_mistake() -> None:
    assert read()[1] == []


def test_a_source_lacking_a_field_that_its_type_requires_is_one_line() -> None:
    _, report = read(BIB.replace("  institution = {{Harbour University}},\n", ""))
    assert any("missing required field 'institution'" in line for line in report)


def test_what_its_type_has_no_place_for_is_told_in_a_note() -> None:
    edition, report = read(BIB.replace("number", "series"))
    (record,) = rispy.loads(export_files(edition)["sources/wren-2015-tides.ris"])
    assert report == [] and "Series: 7" in record["notes"][0]


def test_references_print_a_source_of_the_type_in_every_style() -> None:
    for style in references().styles.values():
        assert "Tides of the Region" in plain(style["wren-2015-tides"])


def test_a_whole_work_has_its_short_title_in_italics() -> None:
    assert short_title(source(), WORDS) == (Cite(text("Tides")),)


def test_bibtex_has_its_fields_and_says_what_zotero_would_lose() -> None:
    (entry,) = parse_string(exported("bib"), "bibtex").entries.values()
    assert (entry.type, entry.fields["school"]) == ("dissertation", "{Harbour University}")
    assert "Place: Hull" in entry.fields["comment"]


def test_ris_has_its_type_and_its_tags() -> None:
    (record,) = rispy.loads(exported("ris"))
    assert record["type_of_reference"] == "THES" and record["publisher"] == "Harbour University"
    assert record["type_of_work"] == "PhD thesis" and "Number: 7" in record["notes"][0]


def test_csl_json_has_its_number_where_the_type_says() -> None:
    (item,) = json.loads(exported("json"))
    assert (item["type"], item["collection-number"]) == ("thesis", "7")


def test_its_page_has_its_tags() -> None:
    tags = dict(source_tags(source(), WORDS))
    assert tags["citation_dissertation_institution"] == "Harbour University"
    assert tags["z:itemType"] == "thesis" and "Kind: PhD thesis" not in tags["z:extra"]


def test_its_page_is_a_thesis_in_the_words_of_schema_org() -> None:
    work = source_data(read()[0], source())["mainEntity"]
    assert (work["@type"], work["inSupportOf"]) == ("Thesis", "PhD thesis")


def test_lists_have_it_as_a_context_object() -> None:
    assert "rft.type=thesis&rft.title=Tides%20of%20the%20Region" in context_object(source())


def test_its_record_calls_it_by_its_name() -> None:
    assert "Dissertation" in [row.value for row in records.rows(source(), WORDS)]


def tables(file: Path) -> Iterator[ast.Dict | ast.Compare]:
    """What a module asks, or lists, by the names of types."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict | ast.Compare):
            parts = node.keys if isinstance(node, ast.Dict) else [node.left, *node.comparators]
            names = {p.value for p in parts if isinstance(p, ast.Constant)}
            if names & {"incollection", "unpublished"} or names >= {"article", "book"}:
                yield node


def test_no_other_module_has_a_table_of_types() -> None:
    hooks = ROOT / "overrides/hooks"
    found = {file.name for file in hooks.rglob("*.py") if any(tables(file))}
    assert found == {"entry_types.py", "english_sources.py"}
