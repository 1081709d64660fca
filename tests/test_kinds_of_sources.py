"""Each kind of source, with each of its fields, goes whole into every format, as what it is."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from lxml import html
from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser

import kinds
import made_up
from edition.cite.cited_items import is_name_of
from edition.cite.export_files import export_files
from edition.cite.formats.citation_tags import source_tags
from edition.cite.formats.csl_json import csl_item
from edition.cite.formats.ris import source_record
from edition.cite.references import References, format_references, short_reference, short_title
from edition.contents.records import record_of, rows
from edition.model import ENTRY_TYPES, Edition, Source
from edition.model.entries.entry_fields import DATES, FACTS, ROLES
from edition.model.inline import links, plain
from edition.words import ENGLISH
from edition.write.html import Html
from project import ROOT, built, spoil
from zotero import TYPES, Item, from_bib, from_csl, from_ris

READERS = {"bib": from_bib, "ris": from_ris, "json": from_csl}
SOURCES = kinds.edition().source

OTHERWISE = {
    ("newspaper", "bib"): "journalArticle", ("magazine", "bib"): "journalArticle",
    ("unpublished", "bib"): "manuscript", ("legislation", "bib"): "bill", ("legal", "bib"): "bill",
    ("dataset", "bib"): "document", ("misc", "ris"): "journalArticle",
}  # fmt: skip
"""What Zotero makes of the kinds for which it has no word of a format."""
WRITTEN_AS = {"dataset": "misc", "legal": "legislation"}
"""The types of biblatex that Zotero passes over in BibTeX, and those that it gets."""


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return export_files(kinds.edition())


@pytest.fixture(scope="module")
def references() -> References:
    return format_references(kinds.edition(), ROOT / ".cache/references")


def item(files: Mapping[str, str], key: str, ending: str) -> Item:
    """What Zotero makes of a file of one source."""
    (found,) = READERS[ending](files[f"sources/{key}.{ending}"])
    return found


def facts(source: Source) -> Iterator[tuple[str, str]]:
    """Each word that a format must have of a source, by the field that it is of."""
    for name in sorted(FACTS & {*source.fields} - {*DATES}):
        yield from ((name, word) for word in re.findall(r"\w+", source.get(name)))
    for role in sorted({*ROLES} & {*source.persons}):
        yield from ((role, person.family) for person in source.persons[role])
    for name in DATES:
        yield from ((name, number) for number in re.findall(r"[0-9]{4}", source.get(name)))


def lost(source: Source, text: str) -> list[str]:
    return sorted({name for name, word in facts(source) if word not in text})


def test_there_is_a_source_of_each_kind() -> None:
    made = {SOURCES[key].entry_type.name for key in kinds.KEYS}
    assert made == set(ENGLISH.sources.types) == set(TYPES)
    assert {SOURCES[key].type for key in kinds.KEYS} == set(ENTRY_TYPES)


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("key", kinds.KEYS)
def test_zotero_makes_the_right_type_of_item_of_it(
    files: dict[str, str], key: str, ending: str
) -> None:
    kind = SOURCES[key].entry_type.name
    found = item(files, key, ending)["itemType"]
    assert found == OTHERWISE.get((kind, ending), TYPES[kind])


@pytest.mark.parametrize("ending", READERS)
@pytest.mark.parametrize("key", kinds.KEYS)
def test_zotero_has_each_fact_in_a_field_or_in_words(
    files: dict[str, str], key: str, ending: str
) -> None:
    assert lost(SOURCES[key], str(item(files, key, ending))) == []


@pytest.mark.parametrize("key", kinds.KEYS)
def test_its_page_tells_reference_managers_each_fact(key: str) -> None:
    tags = dict(source_tags(SOURCES[key], ENGLISH))
    told = " ".join(value for _, value in source_tags(SOURCES[key], ENGLISH))
    assert lost(SOURCES[key], told) == []
    assert tags["z:itemType"] == TYPES[SOURCES[key].entry_type.name]


@pytest.mark.parametrize("key", kinds.KEYS)
def test_its_record_and_its_reference_show_each_fact(key: str, references: References) -> None:
    source = SOURCES[key]
    record = record_of(source, kinds.edition(), {}, references.sources[key])
    shown = [row.value for row in record.rows]
    shown += [f"{copy.address} {copy.certainty}" for copy in record.copies]
    assert lost(source, " ".join([*shown, plain(references.in_full[key])])) == []


def test_who_issued_it_is_said_once_whatever_its_apostrophe_is() -> None:
    fields = {"title": "Rust", "institution": "People's Board", "language": "english"}
    source = Source("board-2001-rust", "report", 1, fields)
    assert "People's Board" in [row.value for row in rows(source, ENGLISH)]
    said = "People’s Board. Rust."
    assert "People's Board" not in [row.value for row in rows(source, ENGLISH, said)]


@pytest.mark.parametrize("key", kinds.KEYS)
def test_its_bibtex_has_each_field_as_it_was_typed(files: dict[str, str], key: str) -> None:
    typed, written = (entries(text)[key] for text in (kinds.BIB, files[f"sources/{key}.bib"]))
    renamed = {"totalpages": "pagetotal"}
    renamed |= {} if "number" in typed.fields else {"issue": "number"}
    for name, value in typed.fields.items():
        if name in FACTS and value not in {"n.d.", "forthcoming"}:
            assert written.fields[renamed.get(name, name)].strip("{}") == value.strip("{}")
    assert written.persons == typed.persons
    assert written.type == WRITTEN_AS.get(typed.type, typed.type)


def entries(bib: str) -> dict[str, Entry]:
    parser = Parser(person_fields=list(ROLES))
    parser.parse_string(bib)
    return dict(parser.data.entries)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("wren-2001-tides", "Wren, Ada, Jan van der Berg, and Martin King Jr. “Tides of the Region: A history. Second "
         "thoughts.” Translated by Min Lee. Journal of Harbours: Quays and cranes, New Series, vol. 12, no. 3/Spring "
         "(May 2001): 345–52. https://doi.org/10.1000/182."),
        ("crane-2011-strike", "Crane, Bo. “Strike at the Quay.” Harbour News (Hull), 4 March 2011. Late Edition. "
         "https://example.org/strike."),
        ("fox-2002-quays", "Fox, Ann et al. Harbour Works. Vol. 2, Quays: Their stones, pt. 1, edited by Jo Roe, "
         "translated by Min Lee. Harbours 3. 1900. 2nd ed. Quay Press, 2002."),
        ("roe-2003-essays", "Roe, Jo, and Min Lee, eds. Essays on Harbours. Revised. Vol. 4. Quay Press, 2003. "
         "https://doi.org/10.1000/183."),
        ("kay-2003-rust", "Kay, Ursula. “Rust.” Chap. 8 in Essays on Harbours: Old and new, 3rd ed., vol. 4, by Ann "
         "Fox. Edited by Jo Roe. Translated by Min Lee. Harbours 9. Quay Press, 2003."),
        ("wren-2005-depth", "Wren, Ada. “Depth of Water.” In Proceedings of the Port Days, vol. 2, edited by Jo Roe, "
         "translated by Min Lee. Harbours 10. Harbour Board; Quay Press, 2005. https://doi.org/10.1000/184."),
        ("wren-1999-silt", "Wren, Ada. “Silt.” PhD thesis, Harbour University, 1999. https://example.org/silt."),
        ("board-2010-plan", "Harbour Board. Plan of the Port. Working paper WP/10. Version 1.2. 2nd ed. Translated by "
         "Min Lee. Plans. Hull, 2010–2012."),
        ("board-2018-depths", "Harbour Board. “Depths of Harbours.” Table HD-7. Version 2.1. Port Archive, ca. 2018. "
         "https://doi.org/10.1000/185."),
        ("news-2011-cranes", "Crane, Bo. “Cranes.” Web log. Translated by Min Lee. Harbour News. Accessed 2 January "
         "2020. https://example.org/cranes."),
        ("port-1900-act", "Harbours Act, No. 12/1900, 3 Official Journal 4 (3 February 1900). "
         "https://example.org/act."),
        ("roe-2013-speech", "Roe, Jo. “Tides.” Lecture. Port Days, Hull, 2 January 2013."),
        ("lee-2021-draft", "Lee, Min. “Draft.” Typescript. Translated by Jo Roe. Harbour University, forthcoming. "
         "Circulated by hand."),
        ("fox-1990-works", "Fox, Ann. Harbour Works. 5 vols. Quay Press, 1990–."),
    ],
)  # fmt: skip
def test_a_reference_names_it_as_the_style_does(
    references: References, key: str, words: str
) -> None:
    assert plain(references.in_full[key]) == words


@pytest.mark.parametrize("key", kinds.KEYS)
@pytest.mark.parametrize("style", ["Chicago", "APA", "MLA"])
def test_every_style_names_every_kind(references: References, key: str, style: str) -> None:
    reference = plain(references.styles[style][key])
    assert SOURCES[key].get("title") in reference
    assert "others" not in reference and "Pub. L." not in reference


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("APA", {"news-2011-cranes": "(n.d.)", "lee-2021-draft": "(forthcoming)", "board-2018-depths": "(ca. 2018)",
                 "fox-1990-works": "(1990–)", "board-2010-plan": "(2010–2012)", "fox-2002-quays": "Fox, A. et al."}),
        ("MLA", {"news-2011-cranes": "Accessed 2 Jan. 2020", "lee-2021-draft": "forthcoming",
                 "board-2018-depths": "Circa 2018", "fox-2002-quays": "Fox, Ann, et al."}),
    ],
)  # fmt: skip
def test_each_style_has_its_own_words_for_dates_and_lists_cut_short(
    references: References, style: str, words: Mapping[str, str]
) -> None:
    for key, said in words.items():
        assert said in plain(references.styles[style][key])


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("wren-2001-tides", {"VL  12", "IS  3/Spring", "SP  345", "EP  352", "A4  Lee, Min", "J2  J. Harb.", "LA  fr",
                             "Y2  2020/01/02/", "AU  King, Martin, Jr.", "AU  van der Berg, Jan"}),
        ("crane-2012-paint", {"SP  12", "EP  18", "N1  Pages: 12, 15–18."}),
        ("kay-2003-rust", {"SP  12-1", "EP  12-20", "SV  9", "C2  Fox, Ann", "NV  6", "ET  3"}),
        ("wren-2005-depth", {"SP  e1002", "C3  Proceedings of the Port Days", "T2  Port Days"}),
        ("board-2018-depths", {"DA  2018///circa", "PY  2018", "ET  2.1", "NV  HD-7"}),
        ("board-2010-plan", {"DA  2010///to 2012", "PY  2010"}),
        ("fox-1990-works", {"DA  1990///1990–", "PY  1990"}),
        ("news-2011-cranes", {"N1  Issued: n.d."}),
    ],
)  # fmt: skip
def test_ris_has_the_tags_of_each_kind(key: str, lines: set[str]) -> None:
    assert lines <= {f"{tag}  {value}" for tag, value in source_record(SOURCES[key], ENGLISH)}


@pytest.mark.parametrize(
    ("key", "variable", "value"),
    [
        ("wren-2001-tides", "page", "345-352"),
        ("wren-2001-tides", "volume", "12"),
        ("wren-2001-tides", "accessed", {"date-parts": [[2020, 1, 2]]}),
        ("wren-2001-tides", "translator", [{"family": "Lee", "given": "Min"}]),
        ("fox-2002-quays", "author", [{"family": "Fox", "given": "Ann"}]),
        ("fox-2002-quays", "title", "Harbour Works. Quays: Their stones"),
        ("fox-2002-quays", "original-date", {"date-parts": [[1900]]}),
        ("kay-2003-rust", "page", "12-1–12-20"),
        ("board-2018-depths", "issued", {"date-parts": [[2018]], "circa": True}),
        ("fox-1990-works", "issued", {"date-parts": [[1990], [0]]}),
        ("lee-2021-draft", "issued", {"literal": "forthcoming"}),
        ("court-1902-fox", "authority", "Court of Ships"),
    ],
)
def test_csl_json_has_the_variables_of_each_kind(key: str, variable: str, value: object) -> None:
    assert csl_item(SOURCES[key], ENGLISH)[variable] == value


def test_what_has_no_date_has_none_in_csl_json() -> None:
    assert "issued" not in csl_item(SOURCES["news-2011-cranes"], ENGLISH)


@pytest.mark.parametrize("ending", ["ris", "json"])
def test_and_others_is_nobody(files: dict[str, str], ending: str) -> None:
    made = item(files, "fox-2002-quays", ending)
    assert "others" not in {creator["lastName"] for creator in made["creators"]}
    assert "the list is cut short" in str(made)


def test_latex_is_told_that_a_list_is_cut_short(files: dict[str, str]) -> None:
    assert "author = {Fox, Ann and others}" in files["sources/fox-2002-quays.bib"]


def test_latex_is_given_dates_that_it_can_read(files: dict[str, str]) -> None:
    typed, written = "date = {forthcoming}", files["sources/lee-2021-draft.bib"]
    assert typed not in written and "pubstate = {forthcoming}" in written
    undated = files["sources/news-2011-cranes.bib"]
    assert "date = {n.d.}" not in undated and "year = {n.d.}" in undated


def test_a_page_of_each_kind_is_built(small: Path) -> None:
    named = "".join(f"[{key}](sources.md#{key}) is old.\n" for key in kinds.KEYS)
    spoil(small, "docs/index.md", "{ #p1 }", named + "{ #p1 }")
    (small / "references.bib").write_text(f"{kinds.BIB}\n{made_up.BIB}", encoding="utf-8")
    site = built(small)
    for key in kinds.KEYS:
        page = html.parse(str(site / f"sources/{key}/index.html")).getroot()
        assert page.xpath("string(//h1)") == SOURCES[key].title


MARKED = r"{{The \emph{Titanic} and H\textsubscript{2}O on the 2\textsuperscript{nd} Ship < 3}}"


@pytest.fixture(scope="module")
def marked() -> Edition:
    """The made-up edition with a title that holds markup, and a sign that only looks like it."""
    bib = made_up.BIB.replace("{{All the Ships}}", MARKED)
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    assert report == []
    return edition


def test_a_title_keeps_its_markup_in_every_style(marked: Edition) -> None:
    for style in format_references(marked, ROOT / ".cache/references").styles.values():
        reference = str(Html().write(style["fox-2001-ships"]))
        assert "The <em>Titanic</em> and H<sub>2</sub>O" in reference
        assert "2<sup>nd</sup> Ship &lt; 3" in reference


def test_a_title_keeps_its_markup_where_a_format_has_any(marked: Edition) -> None:
    source, exported = marked.source["fox-2001-ships"], export_files(marked)
    with_tags = "The <i>Titanic</i> and H<sub>2</sub>O on the 2<sup>nd</sup> Ship < 3"
    assert csl_item(source, ENGLISH)["title"] == with_tags
    as_tex = r"The \textit{Titanic} and H$_{\textrm{2}}$O on the 2$^{\textrm{nd}}$ Ship < 3"
    assert f"title = {{{{{as_tex}}}}}," in exported["sources/fox-2001-ships.bib"]
    assert ("TI", "The Titanic and H2O on the 2nd Ship < 3") in source_record(source, ENGLISH)
    assert Html().write(next(rows(source, ENGLISH)).marked).startswith("The <em>Titanic</em>")
    assert Html().write(short_title(source, ENGLISH)).startswith("<cite>The <em>Titanic</em>")


@pytest.mark.parametrize("end", [".", "?", "!"])
@pytest.mark.parametrize("style", ["Chicago", "APA", "MLA"])
def test_no_stop_follows_the_sign_at_the_end_of_a_title(style: str, end: str) -> None:
    bib = made_up.BIB.replace("{{Harbours}}", f"{{{{Who Rusts{end}}}}}")
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    reference = format_references(edition, ROOT / ".cache/references").styles[style]
    said = plain(reference["lee-2020-harbours"])
    assert f"Who Rusts{end}" in said and f"{end}." not in said and f"{end},” " not in said


@pytest.mark.parametrize("style", ["Chicago", "APA", "MLA"])
def test_dots_at_the_end_of_a_title_stay_all(style: str) -> None:
    bib = made_up.BIB.replace("{{Harbours}}", "{{Who Rusts...}}")
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    references = format_references(edition, ROOT / ".cache/references")
    told = (references.styles[style], references.sources)
    said = [plain(each["lee-2020-harbours"]) for each in told]
    assert all(re.search(r"Who Rusts\.{3}(?!\.)", text) for text in said)


def test_the_number_of_an_e_print_is_not_exported_as_the_works_own() -> None:
    own = (
        "title = {Grúas y puertos de la región},\n  eprint = {2101.00001},\n  eprinttype = {arxiv},"
    )
    bib = made_up.BIB.replace("  number = {IP/10},\n", "").replace(
        "{number: example.org/copy}", "{eprint: x}"
    )
    bib = bib.replace("title = {Grúas y puertos de la región},", own)
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    item = csl_item(edition.source["garcia-2010-gruas"], ENGLISH)
    assert "number" not in item and "arxiv:2101.00001" in item["note"]


def test_who_issued_it_twice_is_named_once() -> None:
    bib = made_up.BIB.replace(
        "publisher = {Quay Press}", "publisher = {Quay}, organization = {Quay}"
    ).replace("title, publisher", "title, organization, publisher")
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    item = csl_item(edition.source["fox-2001-ships"], ENGLISH)
    assert report == [] and item["publisher"] == "Quay" and "note" not in item


def test_bibtex_of_a_source_that_pdflatex_cannot_set_keeps_its_fields() -> None:
    bib = made_up.BIB.replace("{{All the Ships}}", "{{所有的船}}").replace("Quay Press", "码头")
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    assert "publisher = {码头}" in export_files(edition)["sources/fox-2001-ships.bib"]


def test_a_number_of_medicine_is_a_fact() -> None:
    bib = made_up.BIB.replace("date = {2001}", "date = {2001}, pmid = {1234567}")
    bib = bib.replace("publisher, date}", "publisher, date, pmid}")
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    source = edition.source["fox-2001-ships"]
    assert report == [] and ("N1", "PMID: 1234567.") in source_record(source, ENGLISH)


DOI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"


@pytest.mark.parametrize("style", ["Chicago", "APA", "MLA"])
def test_a_doi_is_printed_and_linked_whole_and_once(style: str) -> None:
    bib = made_up.BIB.replace("date = {2001}", f"date = {{2001}}, doi = {{{DOI}}}")
    bib = bib.replace("publisher, date}", "publisher, date, doi}")
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    reference = format_references(edition, ROOT / ".cache/references").styles[style]
    (link,) = links(reference["fox-2001-ships"])
    assert report == [] and plain(reference["fox-2001-ships"]).count(DOI) == 1
    assert link.address == f"https://doi.org/{DOI}".replace("<", "%3C").replace(">", "%3E")


@pytest.mark.parametrize(
    ("author", "words"),
    [
        ("{{Instituto del Puerto}}", ""),
        ("{{IP}}", ""),
        ("{{Ministerio de Muelles}}", "Instituto del Puerto, May 2010"),
    ],
)
def test_a_report_names_who_issued_it_unless_that_is_its_author(author: str, words: str) -> None:
    bib = made_up.BIB.replace("author = {{Instituto del Puerto}}", f"author = {author}")
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    said = plain(
        format_references(edition, ROOT / ".cache/references").sources["garcia-2010-gruas"]
    )
    assert words in said and said.count("Instituto del Puerto") == (author != "{{IP}}")


@pytest.mark.parametrize(
    ("author", "words"),
    [
        ("Fox, Ann and Lee, Min", "Fox and Lee, "),
        ("Fox, Ann and others", "Fox and others, "),
        ("Fox, Ann and Lee, Min and Roe, Jo and Kay, Ursula", "Fox and others, "),
    ],
)
def test_a_short_reference_names_few_authors(author: str, words: str) -> None:
    bib = made_up.BIB.replace("{Fox, Ann}", f"{{{author}}}")
    edition, _ = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    assert plain(short_reference(edition.source["fox-2001-ships"], ENGLISH)).startswith(words)


def test_a_record_says_when_a_source_without_an_address_was_read() -> None:
    bib = made_up.BIB.replace("date = {2001}", "date = {2001}, urldate = {2020-01-02}")
    bib = bib.replace("publisher, date}", "publisher, date, urldate}")
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    shown = [(row.label, row.value) for row in rows(edition.source["fox-2001-ships"], ENGLISH)]
    assert report == [] and ("Accessed", "2020-01-02") in shown


@pytest.mark.parametrize(
    ("fields", "remark"),
    [
        ("date = {2021}, pubstate = {forthcoming}", "Status: forthcoming"),
        ("date = {in press}", "Issued: in press"),
        ("date = {2018?}", "Issued: [2018?]"),
        ("date = {/2019}", "Issued: –2019"),
        ("date = {2018}, origdate = {1850~}", "Original date: ca. 1850"),
    ],
)
def test_a_note_tells_what_is_said_of_a_date_once(fields: str, remark: str) -> None:
    names = ", ".join(re.findall(r"(\w+) =", fields))
    bib = made_up.BIB.replace("date = {2001}", fields).replace(
        "publisher, date}", f"publisher, {names}}}"
    )
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    assert report == [] and csl_item(edition.source["fox-2001-ships"], ENGLISH)["note"] == remark


def of_fox(old: str, new: str, *facts: str) -> Edition:
    """The made-up edition with other fields of one source, and names of its further facts."""
    bib = made_up.BIB.replace(old, new, 1)
    bib = bib.replace("publisher, date}", ", ".join(["publisher, date", *facts]) + "}")
    edition, report = made_up.read(made_up.changed("about.md", "See", "See")[0], bib.encode())
    assert report == []
    return edition


@pytest.mark.parametrize(
    ("old", "new", "facts", "words"),
    [
        ("{Fox, Ann}", "{李, 娜 and 欧阳, 修}", (), "李娜, and 欧阳修"),
        ("date = {2001}", "date = {2001}, version = {v1.2}", ("version",), "Version 1.2"),
        ("date = {2001}", "date = {2001}, series = {Old}, number = {12-345, 6}", ("series", "number"),
         "12-345, 6"),
        ("date = {2001}", "date = {2001}, edition = {2}", ("edition",), "2nd ed. Quay Press, 2001."),
        ("date = {2001}", "date = {2001}, eprint = {2101.00001}, eprinttype = {arxiv}", ("eprint", "eprinttype"),
         "arXiv:2101.00001"),
    ],
)  # fmt: skip
def test_styles_are_kept_from_reading_more_into_a_field(
    old: str, new: str, facts: tuple[str, ...], words: str
) -> None:
    edition = of_fox(old, new, *facts)
    said = plain(format_references(edition, ROOT / ".cache/references").sources["fox-2001-ships"])
    assert words in said and ".." not in said and "Nos." not in said


@pytest.mark.parametrize(("name", "is_named"), [("CEPAL", True), ("UNCTAD", False)])
def test_an_acronym_is_of_the_words_whose_initials_it_has(name: str, is_named: bool) -> None:
    institution = "Comisión Económica para América Latina y el Caribe"
    assert is_name_of(name, institution) == is_named


def test_a_record_names_who_issued_a_source_where_its_reference_does_not() -> None:
    source = SOURCES["port-1900-act"]
    for words, named in (("Harbours Act", True), ("Harbours Act, Parliament", False)):
        values = [row.value for row in rows(source, ENGLISH, words) if row.label == "Organization"]
        assert bool(values) == named


def test_bibtex_has_the_number_of_an_issue_where_latex_looks_for_it(files: dict[str, str]) -> None:
    assert "number = {5471}" in files["sources/crane-2013-oil.bib"]
