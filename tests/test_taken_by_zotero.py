"""What Zotero would take for something else, were it not left out of a format or told in words."""

import json

import pytest

import made_up
from edition.cite.export_files import export_files
from edition.cite.formats.citation_tags import source_tags
from edition.cite.formats.context_objects import context_object
from edition.model import Edition
from edition.model.entries.entry_fields import FACTS
from edition.words import ENGLISH

BOOK = "@book{fox-2001-ships,"
PRINTED = "  printed = {author, title, publisher, date},"


def edition(kind: str, **fields: str) -> Edition:
    """The made-up edition with its book as an entry of another type, with further fields."""
    files, bib = made_up.changed("references.bib", BOOK, f"@{kind}{{fox-2001-ships,")
    more = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    names = "".join(f", {name}" for name in fields if name in FACTS)
    typed = f"{more}  printed = {{author, title, publisher, date{names}}},"
    read, report = made_up.read(files, bib.replace(PRINTED.encode(), typed.encode(), 1))
    assert report == []
    return read


def exported(ending: str, kind: str, **fields: str) -> str:
    return export_files(edition(kind, **fields))[f"sources/fox-2001-ships.{ending}"]


@pytest.mark.parametrize(
    ("kind", "fields", "role"),
    [
        ("report", {"institution": "Board", "editor": "Lee, Min"}, "editor"),
        ("dataset", {"editor": "Lee, Min"}, "editor"),
        ("unpublished", {"eventtitle": "Days", "translator": "Lee, Min"}, "translator"),
        ("thesis", {"institution": "University", "type": "PhD thesis", "editor": "Lee, Min"}, "editor"),
    ],
)  # fmt: skip
def test_a_person_whose_role_a_type_has_not_is_no_author_of_it(
    kind: str, fields: dict[str, str], role: str
) -> None:
    (item,) = json.loads(exported("json", kind, **fields))
    assert role not in item and f"{role.capitalize()}: Min Lee" in item["note"]


@pytest.mark.parametrize("kind", ["book", "manual", "mvbook"])
def test_a_book_with_a_version_is_no_program(kind: str) -> None:
    (item,) = json.loads(exported("json", kind, version="1.2"))
    assert "version" not in item and "Version: 1.2" in item["note"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"institution": "Board"}, "Institution: Board."),
        ({"organization": "Board"}, "Organization: Board."),
    ],
)
def test_of_two_who_issued_a_source_bibtex_tells_the_one_that_is_no_publisher(
    fields: dict[str, str], told: str
) -> None:
    typed = {"institution": "Office", **fields}
    written = exported("bib", "report", **typed)
    assert told in written and "Publisher: Quay Press" not in written


def test_proceedings_are_a_book_to_readers_of_context_objects() -> None:
    pairs = context_object(edition("proceedings").source["fox-2001-ships"]).split("&")
    assert "rft.genre=book" in pairs


def test_a_page_names_who_holds_a_data_set() -> None:
    tags = dict(source_tags(edition("dataset").source["fox-2001-ships"], ENGLISH))
    assert tags["z:publisher"] == "Quay Press"


def test_ris_tells_the_short_title_of_a_law() -> None:
    assert "Short title: Acts." in exported("ris", "legislation", shorttitle="Acts")
