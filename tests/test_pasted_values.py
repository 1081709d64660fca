"""What fields hold, as people paste it: dates, TeX, numbers, languages, each in one form or one line with the mend."""

import pytest

from edition.model.dates import Date, Day
from edition.model.inline import Emphasis, Strong, Subscript, Superscript, Text, words
from edition.problems import Problems
from edition.read.bibliography import read_sources
from pasted import entry, faults_of_field, judged, source_of

DATES = [
    ("date = {2018-04-20}", "2018-04-20"),
    ("year = 2001", "2001"),
    ("year = {2001}, month = jan", "2001-01"),
    ("year = {2001}, month = {September}, day = {4}", "2001-09-04"),
    ('year = {2001}, month = "10~" # jan', "2001-01-10"),
    ("year = {2001}, month = {März}", "2001-03"),
    ("year = {2001}, month = {5月}", "2001-05"),
    ("year = {2001}, month = {1}", "2001-01"),
    ("year = {2001}, month = {January--February}", "2001-01/2001-02"),
    ("year = {2018-05}, date = {2018-05-02}", "2018-05-02"),
    ("date = {2018~}", "2018~"),
    ("year = {c. 2001}", "2001~"),
    ("date = {2018?}", "2018?"),
    ("date = {2018/2019}", "2018/2019"),
    ("date = {2018/}", "2018/"),
    ("date = {/2019}", "/2019"),
    ("year = {n.d.}", "n.d."),
    ("year = {s.f.}", "n.d."),
    ("year = {S/D}", "n.d."),
    ("year = {2018}, month = {Jan, 10}", "2018-01-10"),
    ("date = {２０１８}", "2018"),
    (r"year = {\bibstring{nodate}}", "n.d."),
    ("date = {to appear}", "forthcoming"),
    ("year = {in press}", "in press"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "date"), DATES)
def test_a_date_is_read_however_it_is_typed(typed: str, date: str) -> None:
    assert source_of(typed + ",").get("date") == date


def test_a_date_is_data() -> None:
    assert source_of("year = {ca. 2001},").issued == Date(
        Day(2001, is_circa=True), Day(2001, is_circa=True)
    )
    assert source_of("date = {2018/},").issued == Date(Day(2018), None)
    assert source_of("pubstate = {forthcoming},").issued == Date(state="forthcoming")


def test_several_dates_of_an_entry_are_read_alike() -> None:
    source = source_of("urldate = {2020-01-02}, eventdate = {2019-05}, origyear = {1998},")
    assert [source.get(n) for n in ("urldate", "eventdate", "origdate")] == [
        "2020-01-02",
        "2019-05",
        "1998",
    ]


WRONG_DATES = [
    ("date = {2018–2019}", "date '2018–2019' cannot be read; write it as '2018/2019'"),
    ("year = {2018--2019}", "year '2018–2019' cannot be read; write it as '2018/2019'"),
    ("date = {2018/19}", "date '2018/19' cannot be read; write it as '2018/2019'"),
    ("year = {2001a}", "year '2001a' cannot be read; write it as '2001'"),
    ("year = {[2001]}", "year '[2001]' cannot be read; write it as '2001' or '2001?'"),
    ("year = {c2001}", "year 'c2001' cannot be read; write it as '2001'"),
    ("date = {12 March 2001}", "date '12 March 2001' cannot be read; write it as '2001-03-12'"),
    ("date = {5 de mayo de 2018}", "date '5 de mayo de 2018' cannot be read; write it as '2018-05-05'"),
    ("date = {12.03.2001}", "date '12.03.2001' cannot be read; write it as '2001-03-12'"),
    ("date = {03/12/2001}", "date '03/12/2001' cannot be read; write it as '2001-12-03' or '2001-03-12'"),
    ("date = {18--20 April 2018}", "date '18–20 April 2018' cannot be read; write it as '2018-04-18/2018-04-20'"),
    ("date = {2018-04-20T10:20:00}", "date '2018-04-20T10:20:00' cannot be read; write it as '2018-04-20'"),
    ("date = {1990s}", "date '1990s' cannot be read; write it as '1990/1999'"),
    ("date = {Spring 2001}", "date 'Spring 2001' cannot be read; "
     "write it as '2001', and the season as 'issue = {Spring}'"),
    ("urldate = {Accessed: Feb. 3, 2010}", "urldate 'Accessed: Feb. 3, 2010' cannot be read; write it as '2010-02-03'"),
    ("date = {-0299}", "date '-0299' cannot be read; "
     "give the date of the edition that is cited: years before Christ have no place here"),
    ("date = {~2018}", "date '~2018' cannot be read; write it as '2018~'"),
    ("date = {before 1890}", "date 'before 1890' cannot be read; write it as '/1890'"),
    ("date = {2027, forthcoming}", "date '2027, forthcoming' cannot be read; "
     "write it as '2027' beside 'pubstate = {forthcoming}'"),
    ("year = {[1876] 1989}", "year '[1876] 1989' cannot be read; "
     "write it as '1989', and the year of the original as 'origdate = {1876}'"),
    ("date = {c. 1890-1900}", "date 'c. 1890-1900' cannot be read; write it as '1890~/1900~'"),
    ("date = {between 1890 and 1910}", "date 'between 1890 and 1910' cannot be read; write it as '1890/1910'"),
    ("date = {18 April -- 2 May 2018}", "date '18 April – 2 May 2018' cannot be read; "
     "write it as '2018-04-18/2018-05-02'"),
    ("date = {2018-04/05}", "date '2018-04/05' cannot be read; write it as '2018-04/2018-05' or '2018-04-05'"),
    ("date = {2018-04-20/22}", "date '2018-04-20/22' cannot be read; write it as '2018-04-20/2018-04-22'"),
    ("date = {1º de abril de 2018}", "date '1º de abril de 2018' cannot be read; write it as '2018-04-01'"),
    ("date = {?}", "date '?' cannot be read; write it as 'n.d.'"),
    ("year = {2018}, month = {dec/jan}", "month 'dec/jan' runs into the next year; "
     "write 'date = {2018-12/2019-01}' instead of year and month"),
    ("year = {2001}, month = {Spring}", "month 'Spring' is a season; write 'issue = {Spring}' instead"),
    ("year = {2001}, month = {xyz}", "month 'xyz' cannot be read; "
     "write 'month = {4}', or 'date = {2001-04}' instead of year and month"),
    ("year = {2001}, day = {5}", "a day, '5', without a month; "
     "write 'date = {2001-04-20}' instead of year and day"),
    ("month = jan", "'month' without a year; add 'year = {…}', or write 'date = {2018-04}'"),
    ("year = {2001}, date = {2002}", "'year' says 2001 and 'date' 2002; delete 'year', or the date if that is wrong"),
    ("year = {2001}, month = 2, day = 30", "year, month and day '2001-02-30' is not in the calendar; "
     "write the date as it was"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "message"), WRONG_DATES)
def test_a_date_that_is_not_sure_is_one_line_with_the_mend(typed: str, message: str) -> None:
    assert faults_of_field(typed) == [message]


PLAIN = [
    (r"{\'E}tude, \c{c}a, \v c, \~n, \^\i, \"{\i}, {\ss}, \o, {\aa}, \L{}\'od\'z",
     "Étude, ça, č, ñ, î, ï, ß, ø, å, Łódź"),
    (r"R \& D: 50\% of \#1, a\_b, \$5", "R & D: 50% of #1, a_b, $5"),
    (r"50~km -- a --- b ``c'' {\textquoteright}s \textendash{} \ldots", "50\u00a0km – a — b “c” ’s – …"),
    (r"\enquote{a \enquote{b} c}", "“a ‘b’ c”"),
    (r"At \url{https://a.org/x\_y}", "At https://a.org/x_y"),
    (r"{\ifmmode\acute{e}\else\'{e}\fi}tude of $\beta$-carotene at 5\,$^\circ$C", "étude of β-carotene at 5\u202f°C"),
    ("Die \"`Schiffe\"' alt", "Die „Schiffe“ alt"),
    (r"!`Hola! {\LaTeX} for {USA}", "¡Hola! LaTeX for USA"),
    ("Ships,\n   old", "Ships, old"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "plain"), PLAIN)
def test_tex_is_read_as_the_words_that_it_prints(typed: str, plain: str) -> None:
    source = source_of(f"title = {{{typed}}},")
    assert source.get("title") == plain and not set("\\{}") & set(source.get("title"))


MARKED = [
    (r"\emph{Titanic} and Others", (Emphasis((Text("Titanic"),)), Text(" and Others"))),
    (r"{\em Titanic} {\bf x}", (Emphasis((Text("Titanic"),)), Text(" "), Strong((Text("x"),)))),
    (r"The 2\textsuperscript{nd} Ship", (Text("The 2"), Superscript((Text("nd"),)), Text(" Ship"))),
    (r"CO$_2$ and m$^{2}$", (Text("CO"), Subscript((Text("2"),)), Text(" and m"), Superscript((Text("2"),)))),
    (r"The $n$th", (Text("The "), Emphasis((Text("n"),)), Text("th"))),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "content"), MARKED)
def test_markup_in_a_field_is_kept_as_running_text(typed: str, content: tuple[object, ...]) -> None:
    source = source_of(f"title = {{{{{typed}}}}},")
    assert source.marked["title"] == content
    assert source.get("title") == words(source.content("title"))


NO_TEXT = [
    (r"\foo{x}", r"the command '\foo' in 'title'; write in Unicode what it prints, or take it out"),
    (r"\href{https://a.org/x\_y}{Ships}", r"the command '\href' in 'title'; "
     "write 'Ships', and the address in 'url = {https://a.org/x_y}'"),
    (r"Ragnhei{\d}ur",
     r"the accent '\d' without a letter in 'title'; write the letter with its accent, or take it out"),
    ("The <i>Titanic</i> and CO<sub>2</sub> &amp; others", "HTML in 'title'; "
     r"write 'title = {The \emph{Titanic} and CO\textsubscript{2} \& others}'"),
    ("Ships<br/>Cranes &lt;i&gt;x&lt;/i&gt; 1 &lt; 2",
     r"HTML in 'title'; write 'title = {Ships Cranes \emph{x} 1 < 2}'"),
    ("<p>Ships</p> <p>Cranes</p>", "HTML in 'title'; write 'title = {Ships Cranes}'"),
    (r"\textsc{x}", r"the command '\textsc' in 'title'; write the words without it"),
    (r"a \{ b \}", r"commands that are not known in 'title': '\{', '\}'; "
     "write in Unicode what they print, or take them out"),
    (r"$\frac{1}{2}$", r"the formula '$\frac{1}{2}$' in 'title'; write it in words, or in Unicode"),
    (r"\href{https://a.org}{}", r"the command '\href' in 'title'; write the address in 'url = {https://a.org}'"),
    ("50% of", "'%' in 'title' means something else to TeX; write '\\%'"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "message"), NO_TEXT)
def test_tex_that_is_not_known_is_one_line_by_its_name(typed: str, message: str) -> None:
    assert faults_of_field(f"title = {{{typed}}}") == [message]


NUMBERS = [
    ("pages", "12--15", "12–15"), ("pages", "12-15", "12–15"), ("pages", "12—15", "12–15"),
    ("pages", "12-1--12-20", "12-1–12-20"), ("pages", "12, 15--18", "12, 15–18"), ("pages", "pp. 5–9", "5–9"),
    ("pages", "345--52", "345–352"), ("pages", "xii–xiv", "xii–xiv"), ("pages", "e1002", "e1002"),
    ("pages", "A12--A15", "A12–A15"), ("pages", "5+", "5+"), ("pages", "S12--S20", "S12–S20"),
    ("pages", "puar.13068", "puar.13068"), ("pages", "page 5", "5"), ("pages", "pages 5 to 9", "5–9"),
    ("pages", "xii-xv", "xii–xv"), ("pages", "12 et seq.", "12ff"), ("pages", "12 y ss.", "12ff"),
    ("pages", "5-9,", "5–9"), ("pages", "１２－１５", "12–15"), ("pages", "PI-123", "PI-123"),
    ("edition", "ed. 2", "2"), ("edition", "第2版", "2"), ("isbn", "080442957x", "080442957X"),
    ("edition", "2", "2"), ("edition", "Second", "2"), ("edition", "2nd ed.", "2"), ("edition", "2. Aufl.", "2"),
    ("edition", "3rd revised edition", "3rd revised edition"), ("volume", "12", "12"), ("volume", "XII", "XII"),
    ("volume", "12.", "12"), ("issn", "2434-561x", "2434-561X"),
    ("isbn", "978-92-1-112911-3", "978-92-1-112911-3"), ("isbn", "ISBN 0198534531", "0198534531"),
    ("isbn", "978-92-1-112911-3 0-19-853453-1", "978-92-1-112911-3, 0-19-853453-1"),
    ("issn", "1020-1017, 1673-3258", "1020-1017, 1673-3258"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "typed", "value"), NUMBERS)
def test_a_number_has_one_form(name: str, typed: str, value: str) -> None:
    assert source_of(f"{name} = {{{typed}}},").get(name) == value


@pytest.mark.parametrize(
    "typed",
    [
        "https://doi.org/10.1000/182",
        "http://dx.doi.org/10.1000/182",
        "https://www.doi.org/10.1000/182",
        "doi.org/10.1000/182",
        "doi: 10.1000/182",
    ],
)
def test_a_doi_is_its_number_however_it_is_shown(typed: str) -> None:
    assert source_of(f"doi = {{{typed}}},").get("doi") == "10.1000/182"


def test_pages_are_ranges() -> None:
    assert source_of("pages = {12-1--12-20, 25},").page_ranges == (("12-1", "12-20"), ("25", "25"))


WRONG_NUMBERS = [
    ("pages = {15--12}", "pages '15–12' run from the higher to the lower; write '12–15', or the last page as it was"),
    ("pages = {12-1-12-20}", "pages '12-1-12-20' cannot be read; write them as '12-1--12-20'"),
    ("pages = {here and there}", "pages 'here and there' cannot be read; write them as 12–15, or 12, 15–18"),
    ("pages = {245 p.}", "pages '245 p.' are an amount, not the pages on which something stands; "
     "write 'totalpages = {245}' instead"),
    ("pages = {chap. 3}", "pages 'chap. 3' cannot be read; write them as 12–15, or 12, 15–18"),
    ("pages = {1,234}", "the comma in pages '1,234' can be read in two ways; write '1234', or '1, 234'"),
    ("pages = {Article 12345}", "pages 'Article 12345' are the number of an article; "
     "write 'eid = {12345}' instead"),
    ("pages = {0--0}", "pages '0–0' are no pages; delete 'pages'"),
    ("pages = {45-60+122}", "pages '45-60+122' cannot be read; write them as '45--60, 122'"),
    ("booktitle = {{All the Ships:}}", "booktitle ends in ':'; write 'booktitle = {{All the Ships}}'"),
    ("address = {New York :}", "location ends in ':'; write 'location = {New York}'"),
    ("publisher = {Cambridge University Press,}", "publisher ends in ','; "
     "write 'publisher = {Cambridge University Press}'"),
    ("url = {<Go to ISI>://WOS:0001}", "url '<Go to ISI>://WOS:0001' is none; delete 'url'"),
    ("year = {2018}, month = {00}", "month '00' is none; delete 'month'"),
    ("pages = {12-}", "pages '12-' cannot be read; write them as '12ff', or with the last page"),
    ("volume = {12(3)}", "volume '12(3)' is a volume and a number; write 'volume = {12}, number = {3}'"),
    ("volume = {2 vols.}", "volume '2 vols.' is an amount; write 'volumes = {2}' instead"),
    ("volumes = {2 vols.}", "volumes '2 vols.' holds a word that styles print; write 'volumes = {2}'"),
    ("volume = {Tomo II}", "volume 'Tomo II' holds a word that styles print; write 'volume = {II}'"),
    ("volume = {-}", "volume '-' is no number; delete 'volume'"),
    ("eid = {Art. 12}", "eid 'Art. 12' holds a word that styles print; write 'eid = {12}'"),
    ("totalpages = {350 p.}", "totalpages '350 p.' holds a word that records print; write 'totalpages = {350}'"),
    ("volume = {Vol. 12}", "volume 'Vol. 12' holds a word that styles print; write 'volume = {12}'"),
    ("isbn = {978-92-1-112911-4}", "isbn '978-92-1-112911-4' has a wrong check digit; "
     "compare it with the source; one that is misprinted there belongs into 'remark'"),
    ("isbn = {0198534531 (hbk)}", "isbn '0198534531 (hbk)' cannot be read; write 'isbn = {0198534531}'"),
    ("isbn = {1020-1017}", "isbn '1020-1017' is an ISSN; write 'issn = {1020-1017}' instead"),
    ("isbn = {1020-1017, 1020-1017}", "isbn '1020-1017, 1020-1017' is an ISSN; write 'issn = {1020-1017}' instead"),
    ("issn = {1020-1018}", "issn '1020-1018' has a wrong check digit; "
     "compare it with the source; one that is misprinted there belongs into 'remark'"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "message"), WRONG_NUMBERS)
def test_a_number_that_is_not_sure_is_one_line_with_the_mend(typed: str, message: str) -> None:
    assert faults_of_field(typed) == [message]


def addressed(field: str) -> list[str]:
    """What is reported of an entry with an address."""
    name = field.partition(" ")[0]
    own = "title = {T}, date = {2001}, publisher = {P}, language = {english}, langid = {english}, keywords = {named}"
    return judged(
        f"@book{{fox, {own}, printed = {{title, date, publisher, {name}}},\n  {field}}}\n"
    )


@pytest.mark.parametrize(
    "field",
    [
        "doi = {https://doi.org/10.1000/182}",
        "doi = {doi:10.1000/182}",
        "doi = {10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2}",
        "doi = {10.1000/182}",
        "url = {https://a.org/~b/x_y?z=%20&w=ü}",
        "url = {https://zh.wikisource.org/wiki/数字}",
        "handle = {11362/38604}",
    ],
)
def test_an_address_of_any_legal_form_is_no_mistake(field: str) -> None:
    assert addressed(field) == []


WRONG_ADDRESSES = [
    ("doi = {http://doi.acm.org/10.1000/182}",
     "doi 'http://doi.acm.org/10.1000/182' cannot be read; write it as 10.1000/182"),
    ("doi = {none}", "doi 'none' is none; delete 'doi'"),
    ("doi = {x}", "doi 'x' cannot be read; write its number alone, such as 10.1000/182"),
    ("doi = {10.1000/182, 10.1000/183}", "doi '10.1000/182, 10.1000/183' cannot be read; write it as 10.1000/182"),
    ("doi = {10.1002/%28SICI%291097%3C16%3E3}", "doi '10.1002/%28SICI%291097%3C16%3E3' is percent-encoded, "
     "as in an address; write it as 10.1002/(SICI)1097<16>3"),
    ("url = {https://a.org/?a=1&amp;b=2}", "HTML in 'url'; write 'https://a.org/?a=1&b=2'"),
    ("doi = {10.1000/182;10.1000/183}", "doi '10.1000/182;10.1000/183' cannot be read; write it as 10.1000/182"),
    ("doi = {<10.1000/182>}", "doi '<10.1000/182>' cannot be read; write it as 10.1000/182"),
    (r"doi = {10.1000/(SICI)1{\textless}2;3}", r"doi '10.1000/(SICI)1{\textless}2;3' cannot be read; "
     "write it as 10.1000/(SICI)1<2;3"),
    ("doi = {10.1000/16$<$1$>$3.0.CO;2-2}", "doi '10.1000/16$<$1$>$3.0.CO;2-2' cannot be read; "
     "write it as 10.1000/16<1>3.0.CO;2-2"),
    (r"doi = {10.1000/a{\_}b}", r"doi '10.1000/a{\_}b' cannot be read; write it as 10.1000/a_b"),
    (r"doi = {10.1000/a\_b}", r"doi '10.1000/a\_b' cannot be read; write it as 10.1000/a_b"),
    (r"url = {https://a.org/x\_y}", r"url 'https://a.org/x\_y' is not an http(s) address; write 'https://a.org/x_y'"),
    (r"url = {\url{https://a.org/x}}", r"url '\url{https://a.org/x}' is not an http(s) address; write 'https://a.org/x'"),
    ("url = {www.a.org/x y}", "url 'www.a.org/x y' is not an http(s) address; "
     "write 'https://www.a.org/xy', or 'https://www.a.org/x%20y'"),
    ("url = {https://a.org/x https://b.org/y}", "url 'https://a.org/x https://b.org/y' is not an http(s) address; "
     "write one of its addresses, such as 'https://a.org/x'"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "message"), WRONG_ADDRESSES)
def test_an_address_with_more_around_it_is_one_line_with_the_mend(field: str, message: str) -> None:
    assert addressed(field) == [f"2: fox: {message}"]


LANGUAGES = {
    "english": "english American UKenglish en-GB en_US eng English inglés langenglish",
    "spanish": "spanish mexican es-MX español Castellano spa",
    "portuguese": "portuguese brazilian pt-BR português pt",
    "french": "french francais fr-CA français fre",
    "german": "german ngerman Deutsch de_AT naustrian ger",
    "chinese": "chinese zh-CN zh-Hant 中文 chi chinese-traditional",
}
WORDS = [(word, name) for name, typed in LANGUAGES.items() for word in typed.split()]


@pytest.mark.parametrize(("typed", "name"), WORDS)
def test_a_language_is_known_by_every_usual_word(typed: str, name: str) -> None:
    source = source_of(f"language = {{{typed}}}, langid = {{{typed}}},")
    assert (source.get("language"), source.get("langid")) == (name, name)


def test_the_language_of_a_work_and_of_its_title_say_each_other_where_that_is_sure() -> None:
    assert source_of("title = {Ships}, langid = {english},").get("language") == "english"
    assert source_of("title = {船}, language = {chinese},").get("langid") == "chinese"
    assert source_of("title = {Ships}, language = {chinese},").get("langid") == ""


@pytest.mark.parametrize("word", ["danish", "italian", "russian", "latin", "ja"])
def test_another_language_is_refused_by_its_name(word: str) -> None:
    own = "title = {T}, date = {2001}, publisher = {P}, keywords = {named}, printed = {title, date, publisher}"
    said = judged(f"@book{{fox, {own},\n  langid = {{english}}, language = {{{word}}}}}\n")
    known = "chinese, english, french, german, portuguese, spanish"
    assert said == [f"2: fox: unknown language '{word}'; use one of {known}"]


def test_another_language_alone_is_one_line() -> None:
    own = "title = {T}, date = {2001}, publisher = {P}, keywords = {named}, printed = {title, date, publisher}"
    assert len(judged(f"@book{{fox, {own}, language = {{Italian}}}}\n")) == 1


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Brazilian Portuguese", "portuguese"),
        ("English (United Kingdom)", "english"),
        ("Spanish; Castilian", "spanish"),
        ("English, American", "english"),
        ("de-1996", "german"),
    ],
)
def test_a_language_of_several_words_is_known(typed: str, name: str) -> None:
    assert source_of(f"language = {{{typed}}},").get("language") == name


def test_what_stops_tex_in_a_title_is_escaped_for_exports() -> None:
    problems = Problems()
    entries = read_sources(entry("title = {a_b^c $x_2$},"), problems).entries
    assert entries["fox"].fields["title"] == r"a\_b\^{}c $x_2$" and problems == []


def test_the_number_of_a_preprint_stands_alone() -> None:
    assert source_of("eprint = {arXiv:2101.00001},").get("eprint") == "2101.00001"
