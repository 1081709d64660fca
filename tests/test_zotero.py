"""What arrives in Zotero of each source, from each export: every fact in its field, or else in words."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pybtex.database import parse_string

import made_up
from edition.cite.export_files import export_files
from edition.cite.formats.bibtex import source_entry
from edition.model import Edition, Source
from edition.model.entries.entry_fields import FACTS
from edition.words import ENGLISH
from project import ROOT
from zotero import OF_ALL, OURS, TYPES, Item, from_bib, from_csl, from_ris, meant

READERS: Mapping[str, Callable[[str], list[Item]]] = {
    "bib": from_bib, "ris": from_ris, "json": from_csl,
}  # fmt: skip
KEYS = tuple(parse_string((ROOT / "references.bib").read_text("utf-8"), "bibtex").entries)
UNKNOWN_TO_BIBLATEX = {"comment", "remark", "evidence"}
LATIN = re.compile(r"[\x00-\u017F–—‘’“”…]*")

HARD = """@report{port-2010-plan,
  author = {{Team, Institute, Academy of Ports}},
  title = {{Plan}},
  shorttitle = {计},
  shortauthor = {港},
  institution = {{Board of R\\&D}},
  number = {港〔2010〕7号},
  series = {{Plans}},
  eventtitle = {{Port Days}},
  venue = {Hamburg},
  date = {2010-05-01/2010-05-03},
  isbn = {978-3},
  totalpages = {12},
  handle = {1/2},
  language = {chinese},
  langid = {english},
  origtitle = {计划},
  unverified = {origtitle, isbn},
  keywords = {cited},
}

@online{news-2011-cranes,
  title = {{Cranes}},
  organization = {{Harbour News}},
  date = {2011},
  language = {english},
  langid = {english},
  origorganization = {港报},
  eventtitle = {{Port Days}},
  keywords = {named},
}

@book{fox-2012-quays,
  author = {Fox Roe, Ann Jo},
  editor = {Lee, Min},
  title = {{Quays}},
  publisher = {Quay Press},
  location = {Hull},
  series = {Harbours},
  number = {3},
  totalpages = {90},
  isbn = {978-4},
  date = {2012},
  language = {portuguese},
  langid = {english},
  keywords = {cited},
}

@unpublished{roe-2013-speech,
  author = {Roe, Jo},
  title = {{Tides}},
  type = {speech},
  eventtitle = {{Port Days}},
  venue = {Hull},
  date = {2013-01-02},
  language = {english},
  langid = {english},
  keywords = {cited},
}
"""


@pytest.fixture(scope="module")
def hard() -> tuple[Edition, dict[str, str]]:
    """Made-up sources with what programs stumble over, and their files."""
    bib = HARD + made_up.BIB
    files, _ = made_up.changed("about.md", "See", "See")
    edition, _ = made_up.read(files, bib.encode())
    return edition, export_files(edition)


def read(text: str, ending: str) -> Item:
    (item,) = READERS[ending](text)
    return item


def words(item: Item) -> str:
    return " ".join([item.get("extra", ""), *item.get("notes", [])])


def lost(source: Source, item: Item) -> list[str]:
    """The fields that are wrong, or empty though no words tell what belongs there."""
    wrong = [n for n, v in meant(source).items() if item.get(n) != v and not told(item, n, v)]
    surplus = set(item) - set(meant(source)) - {"date", "extra", "notes"}
    return sorted({*wrong, *surplus})


def told(item: Item, name: str, value: object) -> bool:
    """Whether words stand for a field; of a name without commas they give the whole."""
    if name == "creators" and len(item.get(name, [])) == len(meant_names(value)):
        return all(n in words(item) for n in meant_names(value) if "," in n)
    return name not in item and str(value) in words(item)


def meant_names(value: object) -> list[str]:
    return [person["lastName"] for person in value] if isinstance(value, list) else []


def check(source: Source, item: Item, ending: str) -> None:
    known = KNOWN.get((source.type, ending), set()) | KNOWN.get(("", ending), set())
    assert set(lost(source, item)) == known & set(lost(source, item)), source.key
    assert item["date"] == source.get("date") or source.get("date").startswith(item["date"])
    assert item["date"] == source.get("date") or source.get("date") in words(item)
    named = {*OF_ALL, *OURS[TYPES[source.type]]}
    for name in ENGLISH.exports.labels.keys() - named - {"author", "editor", "date"}:
        assert source.get(name) in words(item), (source.key, name)


KNOWN = {
    ("", "bib"): {"language"},  # biblatex prints the field, and has words and no codes for it
    ("unpublished", "bib"): {"itemType", "presentationType", "manuscriptType"},  # no word for it
}
"""Where Zotero has no way to what is meant."""


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("key", KEYS)
def test_nothing_of_a_source_is_lost(site: Path, edition: Edition, key: str, ending: str) -> None:
    text = (site / f"sources/{key}.{ending}").read_text("utf-8")
    check(edition.source[key], read(text, ending), ending)


@pytest.mark.parametrize("ending", READERS)
def test_nothing_of_a_hard_source_is_lost(
    hard: tuple[Edition, dict[str, str]], ending: str
) -> None:
    edition, files = hard
    for source in edition.sources:
        check(source, read(files[f"sources/{source.key}.{ending}"], ending), ending)
    assert len(edition.sources) == 8


@pytest.mark.parametrize("ending", READERS)
def test_no_export_brings_tags_or_an_abstract(site: Path, ending: str) -> None:
    items = READERS[ending]((site / f"sources/sources.{ending}").read_text("utf-8"))
    assert len(items) == 29
    assert not any({"tags", "abstractNote"} & set(item) for item in items)


@pytest.mark.parametrize("ending", READERS)
def test_notes_call_no_field_by_its_name(site: Path, edition: Edition, ending: str) -> None:
    items = READERS[ending]((site / f"sources/sources.{ending}").read_text("utf-8"))
    listed = re.findall(r"Not verified: ([^.\n]*)", "\n".join(map(words, items)))
    names = {name for name in FACTS if ENGLISH.exports.labels[name].lower() != name}
    shown = [*edition.cited_sources, *edition.named_sources]
    doubtful = [source for source in shown if source.get("unverified")]
    assert len(listed) == len(doubtful)
    assert names & {name for one in listed for name in one.split(", ")} == set()


@pytest.mark.parametrize("ending", READERS)
def test_an_institution_with_commas_stays_one(
    hard: tuple[Edition, dict[str, str]], ending: str
) -> None:
    item = read(hard[1][f"sources/port-2010-plan.{ending}"], ending)
    (one,) = item["creators"]
    assert set(one) == {"lastName", "creatorType"}
    assert one["lastName"].replace(" (", ", ").replace(" –", ",").rstrip(")") == (
        "Team, Institute, Academy of Ports"
    )


def test_the_place_of_an_event_is_not_that_of_a_publisher(
    hard: tuple[Edition, dict[str, str]],
) -> None:
    files = hard[1]
    assert "place" not in from_csl(files["sources/port-2010-plan.json"])[0]
    assert from_csl(files["sources/roe-2013-speech.json"])[0]["place"] == "Hull"


def test_a_source_with_a_handle_alone_has_its_address(
    hard: tuple[Edition, dict[str, str]],
) -> None:
    for ending in READERS:
        item = read(hard[1][f"sources/port-2010-plan.{ending}"], ending)
        assert item["url"] == "https://hdl.handle.net/1/2"


def test_ris_has_one_address_since_some_take_the_last(site: Path) -> None:
    records = (site / "sources/sources.ris").read_text("utf-8").split("ER  -")
    assert all(record.count("\nUR  - ") <= 1 for record in records)


def test_what_biblatex_can_print_is_latin(site: Path, hard: tuple[Edition, dict[str, str]]) -> None:
    texts = [(site / "sources/sources.bib").read_text("utf-8"), *hard[1].values()]
    entries = [
        e for t in texts if t.startswith("@") for e in parse_string(t, "bibtex").entries.values()
    ]
    for entry in entries:
        printed = {n: v for n, v in entry.fields.items() if n not in UNKNOWN_TO_BIBLATEX}
        assert [v for v in printed.values() if not LATIN.fullmatch(v)] == [], entry.key


def test_chinese_that_an_entry_cannot_do_without_stays() -> None:
    bib = HARD.replace("title = {{Plan}}", "title = {{计划}}")
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    entry = parse_string(bib, "bibtex").entries["port-2010-plan"]
    assert (
        source_entry(edition.source["port-2010-plan"], entry, ENGLISH).fields["title"] == "{计划}"
    )
