"""Entries as programs and people write them: read alike however laid out, or one line that says what to write."""

import re
from pathlib import Path

import pytest
from lxml import html
from pybtex.database import parse_string

import made_up
from edition.rules.source_rules import facts
from pasted import OURS, entry, judged, read, source_of
from project import ROOT, Copies, mkdocs

LAID_OUT = [
    "@book{fox,\n  title = {Ships},\n  year = {2001}\n}",
    "@BOOK{fox, TITLE = {Ships}, Year = 2001,}",
    '@book(fox, title = "Ships", year = "2001")',
    "@ book { fox ,\n title={Ships}\n,year={2001}}",
    "@book{fox\n, title = {Ships}\n, year = {2001}\n}",
    '@string{s = {Sh}}\n@String(t = "ips")\n@book{fox, title = s # T, year = 2001}',
    "This file was made by a program.\nEncoding: UTF8\n\n@book{fox, title = {Ships}, year = {2001}} and more",
    '@preamble{ "\\newcommand{\\x}{y}" # {z} }\n@book{fox, title = {Ships}, year = {2001}}',
    '@Comment{jabref-meta: databaseType:biblatex;}\n% a comment: it\'s "one"\n@book{fox, title = {Ships}, year = 2001}',
    "---\n---\n@book{fox, title = {Ships}, volume = {}, number = {{}}, year = {2001}}",
    "@book{fox, abstract = {Says\ntitle = {No},\n}, title = {Ships}, year = {2001}}",
]


@pytest.mark.parametrize("text", LAID_OUT)
def test_an_entry_is_read_however_it_is_laid_out(text: str) -> None:
    sources, report = read(text)
    assert report == [] and [*sources] == ["fox"]
    assert sources["fox"].fields == {"title": "Ships", "date": "2001"}
    assert [*parse_string(text, "bibtex").entries] == ["fox"]


BROKEN = [
    ("@book{fox,\n  title = {Ships}\n  year = {2001},\n}", "2: fox: no comma after 'title'; "
     "end the line of 'title' with a comma"),
    ("@book{fox,\n  title = {Ships},,\n  year = {2001},\n}",
     "2: fox: a comma with no field before it; delete that comma"),
    ("@book{fox,\n  title {Ships},\n}", "2: fox: no '=' after 'title'; write 'title = {…},'"),
    ("@book{fox,\n  title: {Ships},\n}", "2: fox: no '=' after 'title'; write 'title = {…},'"),
    ("@book{fox,\n  title = ,\n}", "2: fox: 'title' has no value; write 'title = {…},', or delete it"),
    ("@book{fox,\n  title = All Ships,\n}", "2: fox: 'title' has no braces; write 'title = {All Ships},'"),
    ("@book{fox,\n  title = “Ships”,\n}", "2: fox: 'title' has no braces; write 'title = {Ships},'"),
    ("@book{fox,\n  pages = 12--15,\n}", "2: fox: 'pages' has no braces; write 'pages = {12--15},'"),
    ("@book{fox,\n  publisher = quay,\n}\n@book{lee,\n  publisher = quay,\n}", "2: fox: 'quay' has no braces, and is "
     "no string that the file defines; write '{quay}', or define it above: '@string{quay = {…}}'"),
    ('@book{fox,\n  title = "G\\"odel",\n}', "2: fox: 'odel\",' stands after the end of 'title'; "
     "put it inside the braces, each of which is closed once"),
    ("@book{fox,\n  title = {All} Ships,\n}", "2: fox: 'Ships,' stands after the end of 'title'; "
     "put it inside the braces, each of which is closed once"),
    ("@book{fox,\n  title = {Ships},\n  % old\n  year = {2001},\n}", "3: fox: a comment inside the entry; "
     "move it above the entry, or delete it"),
    ("@book{fox,\n  title = {Ships},\n  title = {Boats},\n}", "3: fox: 'title' stands twice, first on line 2; "
     "delete one of the two"),
    ("@book{fox,\n  title = {{Ships},\n  year = {2001},\n}\n@book{lee,\n}", "2: fox: 'title' opens a brace that "
     "nothing closes; write '}' where title ends"),
    ("@book{fox,\n  title = {Ships},\n  year = {2001},\n\n@book{lee,\n}", "1: entry 'fox' is not closed; "
     "write '}' below its last field"),
    ("@book{fox, title = {Ships}}, year = {2001}}", "1: the field 'year' stands outside its entry 'fox'; "
     "look for a '}' too many above it"),
    ("@book{fox,\n  title = {Ships},\n)\n", "3: fox: ')' at the end of the entry; "
     "write '}', which closes what it opens with"),
    ("TY  - JOUR\nAU  - Fox, Ann\n@book{fox,\n}", "1: a record of another format, 'TY - JOUR …', "
     "which no program reads here; export it as BibTeX"),
    ("@string{a = {A}, b = {B}}\n@book{fox,\n}", "1: a second string in one '@string'; write an '@string' for each"),
    ("@book{fox,\n  publisher = {xdata=quay},\n}", "2: fox: 'xdata=quay' in 'publisher'; "
     "write 'xdata = {quay}' in place of the field"),
    ("write to me@example.org\n@book{fox,\n}", "1: an '@' outside entries that begins none, at which BibTeX stops; "
     "delete it, or write '@report{key,' for an entry"),
    ("@book{fox;\n  title = {Ships},\n}", "1: entry 'fox' has no comma after its key; write 'fox,'"),
    ("@book{fox,\u00a0title = {Ships}}", "1: fox: the character U+00A0 between fields; write an ordinary blank"),
    ("@book{fox,\n  größe = {x},\n}", "2: fox: 'größe = {x},' is no field; write 'name = {…},'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_what_programs_read_in_different_ways_is_one_line_with_the_mend(
    text: str, message: str
) -> None:
    assert read(text)[1] == [message]


def test_every_entry_after_a_broken_one_is_read() -> None:
    sources, report = read(
        "@book{fox,\n  title = {{Ships},\n}\n@book{lee,\n  title = {Quays},\n}\n"
    )
    assert len(report) == 1 and sources["lee"].get("title") == "Quays"


NAMES = {
    "journal = {J}": ("journaltitle", "J"), "address = {Hull}": ("location", "Hull"),
    "school = {U}": ("institution", "U"), "pagetotal = {12}": ("totalpages", "12"),
    "archivePrefix = {arXiv}": ("eprinttype", "arXiv"), "primaryClass = {cs}": ("eprintclass", "cs"),
    "lastchecked = {2020-01-02}": ("urldate", "2020-01-02"), "hyphenation = {american}": ("langid", "english"),
    r"howpublished = {\url{https://a.org/x\_y}}": ("url", "https://a.org/x_y"),
    "howpublished = {Leaflet}": ("howpublished", "Leaflet"), "note = {Second copy}": ("note", "Second copy"),
    "type = {phdthesis}": ("type", "PhD thesis"), "pubstate = {inpress}": ("pubstate", "in press"),
    "series = {newseries}": ("series", "new series"), "series = {12}": ("series", "12"),
    "location = {countryfr and countryuk}": ("location", "France and United Kingdom"),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "field"), NAMES.items())
def test_a_field_has_biblatexs_name_and_readers_words(typed: str, field: tuple[str, str]) -> None:
    assert source_of(typed + ",").get(field[0]) == field[1]


@pytest.mark.parametrize(
    ("number", "words"), {"1": "1st", "2": "2nd", "13": "13th", "23": "23rd", "40": "40th"}.items()
)
def test_a_series_of_a_journal_that_is_a_number_is_counted(number: str, words: str) -> None:
    assert source_of(f"series = {{{number}}},", "article").get("series") == f"{words} series"


TYPES = {
    "phdthesis": ("thesis", "PhD thesis"), "mastersthesis": ("thesis", "Master’s thesis"),
    "techreport": ("report", "Technical report"), "conference": ("inproceedings", ""), "www": ("online", ""),
    "electronic": ("online", ""), "Misc": ("misc", ""), "INPROCEEDINGS": ("inproceedings", ""),
}  # fmt: skip


@pytest.mark.parametrize(("typed", "known"), TYPES.items())
def test_a_type_has_biblatexs_name(typed: str, known: tuple[str, str]) -> None:
    source = source_of("title = {T},", typed)
    assert (source.type, source.get("type")) == known


def test_a_type_of_its_own_is_not_taken_for_that_of_the_entrys_name() -> None:
    assert source_of("type = {Habilitation},", "phdthesis").get("type") == "Habilitation"


def test_one_fact_under_two_names_is_said_once() -> None:
    assert read(entry("journal = {J}, journaltitle = {J},"))[1] == []
    message = "2: fox: 'journaltitle' and 'journal' are one field, and they differ; keep one of the two, as "
    assert read(entry("journal = {J}, journaltitle = {K},"))[1] == [f"{message}'journaltitle'"]


ZOTERO = r"""
@article{fox_ships_2001,
  title = {Ships and {{Cranes}}},
  author = {Fox, Ann and Lee, Min},
  year = {2001},
  month = may,
  journal = {Journal of Harbours},
  volume = {12},
  number = {3},
  pages = {12--15},
  abstract = {We say 50% of it & more_},
  keywords = {ships, cranes; harbours},
  file = {/home/ann/a.pdf:application/pdf},
  owner = {ann}, timestamp = {2020.01.02}, groups = {mine}, mendeley-tags = {x}, bdsk-url-1 = {https://a.org},
  date-added = {2020}, author+an = {1=highlight}, annote = {good}, urldate = {2020-01-02}, copyright = {All},
}
"""


def test_a_pasted_entry_is_three_lines_of_what_the_edition_itself_asks_for() -> None:
    listed = "author, date, journaltitle, number, pages, title, urldate, volume"
    assert judged(ZOTERO) == [
        "2: fox_ships_2001: 8 facts are accounted for 0 times; "
        f"add 'unverified = {{{listed}}},', and name in 'printed' or 'evidence' instead what was seen",
        "2: fox_ships_2001: missing required fields 'language', 'langid'; "
        "add 'language = {…}, langid = {…},' to the entry, of chinese, english, french, german, portuguese, spanish",
        "12: fox_ships_2001: unknown keywords 'ships, cranes; harbours'; "
        "write 'keywords = {cited}', the words being article, cited, named, version",
    ]


def test_what_accounts_for_a_fact_may_name_it_as_bibtex_does() -> None:
    own = "title = {T}, year = {2001}, month = may, journal = {J}, printed = {title, year, month, journal},"
    assert judged(entry(f"{own} {OURS}", "article")) == []


def test_a_name_that_is_misspelt_where_it_is_accounted_for_is_one_line() -> None:
    own = f"title = {{T}}, date = {{2001}}, publisher = {{P}}, printed = {{titel, date, publisher}}, {OURS}"
    message = (
        "2: fox: 'titel' is accounted for, but the entry has no such fact; did you mean 'title'?"
    )
    assert judged(entry(own)) == [message]


def test_unknown_fields_are_one_line_and_a_misspelt_one_names_the_right_one() -> None:
    own = f"title = {{T}}, date = {{2001}}, publisher = {{P}}, printed = {{title, date, publisher}}, {OURS}"
    said = judged(
        entry(f"{own} weird = {{x & y}}, price = {{3}}, editora = {{Fox, Ann}}, volumme = {{3}},")
    )
    assert said == [
        "2: fox: unknown field 'volumme'; did you mean 'volume'?",
        "2: fox: unknown fields 'editora', 'weird'; "
        "delete them, or say in 'remark' or 'contributors' what readers need of them",
    ]


KEYS = {
    "doi:10.1145/3290605": "doi-10-1145-3290605", "Müller2010": "Muller2010", "O'Brien": "OBrien", "a.b": "a-b",
    "x+y": "x-y", "王2010": "2010", "a--b": "a-b", "-a": "a", "_fox_": "fox", "a_-b": "a-b",
}  # fmt: skip


@pytest.mark.parametrize(("key", "legal"), KEYS.items())
def test_a_key_that_can_be_no_address_is_one_line_with_the_nearest(key: str, legal: str) -> None:
    own = f"title = {{T}}, date = {{2001}}, publisher = {{P}}, printed = {{title, date, publisher}}, {OURS}"
    message = (
        f"1: {key}: key '{key}' cannot be an address; write '{legal}', here and where it is cited"
    )
    assert judged(entry(own, key=key)) == [message]


@pytest.mark.parametrize("key", ["Fox2001", "fox_2001", "fox-2001-ships", "2001fox", "fox__1"])
def test_a_key_has_letters_figures_hyphens_and_underscores(key: str) -> None:
    own = f"title = {{T}}, date = {{2001}}, publisher = {{P}}, printed = {{title, date, publisher}}, {OURS}"
    assert judged(entry(own, key=key)) == []


# What an entry takes from others

CHAPTER = f"""@incollection{{fox,
  author = {{Fox, Ann}}, title = {{Cranes}}, pages = {{1--9}}, crossref = {{harbours}},
  printed = {{author, title, pages}}, {OURS}
}}
"""
COLLECTION = """@collection{harbours,
  editor = {Lee, Min}, title = {Harbours}, subtitle = {A Book}, publisher = {Quay}, date = {2001},
  printed = {editor, title, subtitle}, unverified = {publisher, date},
}
"""


@pytest.mark.parametrize("text", [CHAPTER + COLLECTION, COLLECTION + CHAPTER])
def test_a_chapter_takes_from_its_book_what_it_lacks_wherever_that_stands(text: str) -> None:
    sources, report = read(text)
    assert report == [] and judged(text) == [] and [*sources] == ["fox"]
    fox = sources["fox"]
    assert (fox.get("booktitle"), fox.get("booksubtitle"), fox.title) == (
        "Harbours",
        "A Book",
        "Cranes",
    )
    assert fox.persons["editor"][0].name == "Min Lee" and fox.year == "2001"
    assert fox.listed("printed") == (
        "author",
        "title",
        "pages",
        "editor",
        "booktitle",
        "booksubtitle",
    )
    assert fox.listed("unverified") == ("publisher", "date")


def test_a_chapter_takes_from_any_whole_and_never_what_identifies_it() -> None:
    whole = COLLECTION.replace("@collection", "@book").replace(
        "subtitle", "doi = {10.1000/1}, note = {N}, subtitle"
    )
    fox = read(CHAPTER + whole)[0]["fox"]
    assert (fox.get("booktitle"), fox.get("booksubtitle"), fox.get("subtitle")) == (
        "Harbours",
        "A Book",
        "",
    )
    assert (fox.get("doi"), fox.get("note")) == ("", "")


def test_an_article_takes_no_part_of_a_title() -> None:
    text = entry("title = {A}, crossref = {b},", "article") + entry(
        "title = {B}, subtitle = {S},", key="b"
    )
    assert read(text)[0]["fox"].get("subtitle") == ""


def test_a_book_that_is_a_source_as_well_stays_one() -> None:
    named = COLLECTION.replace("unverified", f"{OURS} unverified")
    assert [*read(CHAPTER + named)[0]] == ["fox", "harbours"]


def test_a_book_that_is_cited_and_stands_there_for_others_alone_says_so() -> None:
    cited = made_up.changed("cranes.md", "@fox-2001-ships, pp. 1, 9", "@harbours, pp. 1, 9")[0]
    bib = made_up.BIB.replace("keywords = {article}", "crossref = {harbours}, keywords = {article}")
    assert made_up.read(cited, (bib + COLLECTION).encode())[1] == [
        "docs/cranes.md:9: unknown source key 'harbours'; "
        "add 'keywords = {cited},' to its entry, which stands there for others alone"
    ]


def test_what_is_wrong_in_the_book_is_told_once() -> None:
    wrong = COLLECTION.replace("{2001}", "{12 March 2001}")
    assert judged(CHAPTER + wrong) == [
        "6: harbours: date '12 March 2001' cannot be read; write it as '2001-03-12'"
    ]


def test_an_entry_takes_data_from_xdata() -> None:
    text = "@xdata{quay, publisher = {Quay}, location = {Hull}}\n" + entry(
        "title = {T}, xdata = {quay},"
    )
    sources, report = read(text)
    assert report == [] and [*sources] == ["fox"]
    assert (sources["fox"].get("publisher"), sources["fox"].get("location")) == ("Quay", "Hull")


MISSING = [
    (CHAPTER, "2: fox: crossref names 'harbours', and there is no such entry; "
     "add the entry 'harbours', or delete the crossref"),
    (CHAPTER + COLLECTION.replace("{harbours", "{harbour"), "2: fox: crossref names 'harbours', and there is no such "
     "entry; did you mean 'harbour'?"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), MISSING)
def test_a_book_that_is_not_there_is_one_line(text: str, message: str) -> None:
    assert judged(text)[0] == message and "booktitle" not in "".join(judged(text))


def test_a_book_that_several_entries_name_and_is_not_there_is_one_line() -> None:
    said = read(entry("crossref = {ghost},") + entry("crossref = {ghost},", key="lee"))[1]
    remedy = "add the entry 'ghost', or delete the crossref"
    assert said == [
        f"2: fox: crossref names 'ghost', as does 1 more, and there is no such entry; {remedy}"
    ]


def test_of_an_entry_whose_book_is_not_there_it_is_not_said_that_it_lacks_a_fact_of_that() -> None:
    said = judged(entry(f"crossref = {{ghost}}, printed = {{editor, booktitle}}, {OURS}", "inbook"))
    assert "ghost" in said[0] and "accounted for" not in "".join(said)


def test_an_entry_that_stands_in_itself_is_one_line() -> None:
    said = read(entry("crossref = {lee},") + entry("crossref = {fox},", key="lee"))[1]
    assert said == ["5: lee: crossref 'fox' leads back to the entry itself; delete one 'crossref'"]


# Thirty of them, built

PASTED = (ROOT / "tests/pasted.bib").read_text(encoding="utf-8")
KEYS_PASTED = re.findall(r"(?m)^@\w+\{(\w+),", PASTED)


def whole_bibliography() -> str:
    """The thirty with what the edition asks for: each fact is accounted for."""
    printed = {key: ", ".join(sorted(facts(source))) for key, source in read(PASTED)[0].items()}
    return re.sub(
        r"(?m)^@\w+\{(\w+),",
        lambda start: f"{start[0]}\n  printed = {{{printed[start[1]]}}}, {OURS}",
        PASTED,
    )


@pytest.fixture(scope="module")
def sources_site(small_copies: Copies) -> Path:
    """The built sources of a made-up project whose bibliography holds the thirty."""
    root = small_copies()
    links = " and ".join(f"[it](sources.md#{key})" for key in KEYS_PASTED)
    page = root / "docs/cranes.md"
    page.write_text(page.read_text("utf-8") + f"\nSee {links}.\n{{ #p4 }}\n", "utf-8")
    (root / "references.bib").write_text(made_up.BIB + whole_bibliography(), "utf-8")
    done = mkdocs(root, "build", "--strict")
    assert done.returncode == 0, done.stderr
    return root / "site/sources"


def test_what_is_pasted_builds_and_each_source_has_its_page(sources_site: Path) -> None:
    assert len(KEYS_PASTED) == 30
    assert all((sources_site / key / "index.html").is_file() for key in KEYS_PASTED)


def test_no_tex_reaches_a_reader(sources_site: Path) -> None:
    for key in KEYS_PASTED:
        page = html.parse(str(sources_site / key / "index.html")).find(".//main")
        ris = (sources_site / f"{key}.ris").read_text("utf-8")
        assert page is not None and not re.findall(r"[\\{}]|``|''", page.text_content() + ris)


def test_what_is_exported_as_bibtex_is_read_as_it_was(sources_site: Path) -> None:
    for key, first in read(PASTED)[0].items():
        again = read((sources_site / f"{key}.bib").read_text("utf-8"))[0][key]
        assert (again.persons, again.day) == (first.persons, first.day)
        assert again.content("title") == first.content("title")
