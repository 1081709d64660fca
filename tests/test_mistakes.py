"""Each mistake in what people write is reported as one line: where, what, and its remedy."""

import pytest

import made_up
from edition.problems import Problems
from edition.read.navigation import missing_pages

MISTAKES = [
    ("cranes.md", "@garcia-2010-gruas]", "@garcia-2010-grua]",
     "docs/cranes.md:15: unknown source key 'garcia-2010-grua'; did you mean 'garcia-2010-gruas'?"),
    ("cranes.md", "Paint helps.", "Paint helps [fox-2001-ships, p. 7].",
     "docs/cranes.md:15: '[fox-2001-ships, p. 7]' is no citation; write '[@fox-2001-ships, p. 7]'"),
    ("cranes.md", "p. 7;", "page seven;",
     "docs/cranes.md:9: 'page seven' in '[@garcia-2010-gruas, page seven; @fox-2001-ships, pp. 1, 9]' "
     "is no locator; write it as 'p. 7'"),
    ("cranes.md", "p. 7;", "p. 7–9;",
     "docs/cranes.md:9: 'p. 7–9' in '[@garcia-2010-gruas, p. 7–9; @fox-2001-ships, pp. 1, 9]' "
     "is no locator; write it as 'pp. 7–9'"),
    ("cranes.md", "pp. 1, 9]", "pp. 9–1]",
     "docs/cranes.md:9: 'pp. 9–1' in '[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 9–1]' is no "
     "locator; write it as 'pp. 1–9': pages start at 1, and a range runs from the lower page to the higher"),
    ("cranes.md", "[@garcia-2010-gruas, p. 7; @fox", "[@garcia-2010-gruas, p. 7, @fox",
     "docs/cranes.md:9: '[@garcia-2010-gruas, p. 7, @fox-2001-ships, pp. 1, 9]' cannot be read as "
     "citations; write '[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 1, 9]'"),
    ("cranes.md", "Paint helps.[@garcia-2010-gruas]", "Paint helps.[@garcia-2010-gruas,\np. 7]",
     "docs/cranes.md:15: a citation over two lines, or without its ']'; write it on one line, from '[@' to ']'"),
    ("cranes.md", "Paint helps.[@garcia", "Paint [helps @garcia-2010-gruas](#p2).[@garcia",
     "docs/cranes.md:15: a citation of 'garcia-2010-gruas' inside a link; put it after the link, "
     "or write '\\@garcia-2010-gruas' for an account's name"),
    ("cranes.md", "Paint helps.[", "Paint @fox-2001-ships helps.[",
     "docs/cranes.md:15: '@fox-2001-ships' is not a citation; write '[@fox-2001-ships]' to cite a source, "
     "'\\@fox-2001-ships' for an account's name"),
    ("about.md", "See", "See [@fox-2001-ships]",
     "docs/about.md:8: a citation outside the chapters, [@fox-2001-ships]; "
     "cite in a chapter; here link to the source: '[words](sources.md#fox-2001-ships)'"),
    ("index.md", "harbour[^1]", "harbour[^2]",
     "docs/index.md:11: note [^2] is not defined; did you mean [^1], to which no mark leads?"),
    ("index.md", "The harbour[^1]", "The harbour",
     "docs/index.md:16: note [^1] is defined, but no mark leads to it; add its mark"),
    ("index.md", " [@fox-2001-ships]\n", "\n",
     "docs/index.md:11: note [^1] names no source; end its definition with '[@key]'"),
    ("index.md", "\n[^1]:", "\n[^1]: Twice. [@fox-2001-ships]\n[^1]:",
     "docs/index.md:17: note [^1] is defined twice, first on line 16; delete one of the two"),
    ("index.md", "existed.[@fox-2001-ships, pp. 3–5]", "existed.",
     "docs/index.md:6: holds notes 1, its front matter says 1–2; give an inserted note a letter, "
     "[^4a], so that no other note changes its number; where none was inserted, write 'notes: \"1\"'"),
    ("cranes.md", "3–4", "4–3",
     "docs/cranes.md:7: holds notes 3–4, its front matter says 4–3; write 'notes: \"3–4\"'"),
    ("cranes.md", "3–4", "3a–4",
     "docs/cranes.md:7: front matter says notes 3a–4, but 3 comes next; let the ranges of the chapters join"),
    ("cranes.md", "{ #p3 }", "",
     "docs/cranes.md:15: paragraph without an id; add '{ #p12 }', with its number, alone on the line after it"),
    ("cranes.md", "{ #p3 }", "{ #p2 }",
     "docs/cranes.md:15: paragraph id 'p2' is doubled or out of order; here follows p3 or p2a; "
     "a published id is never given to another paragraph"),
    ("cranes.md", "{ #p3 }", "{ #p5 }",
     "docs/cranes.md:15: paragraph id 'p5' is doubled or out of order; here follows p3 or p2a; "
     "a published id is never given to another paragraph"),
    ("cranes.md", "{ #p3 }", "{ #para3 }",
     "docs/cranes.md:15: paragraph id 'para3' breaks the pattern; write p12, or p12a"),
    ("cranes.md", "## Paint { #paint }", "## Paint",
     "docs/cranes.md:13: heading 'Paint' has no id, or more than one; "
     "add a short permanent one: '## Title { #short-id }'"),
    ("cranes.md", "## Paint { #paint }", "## Paint { #paint }\n\n## Oil { #paint }",
     "docs/cranes.md:15: id 'paint' is doubled, first on line 13; give one of the two another id"),
    ("cranes.md", "{ #paint }", "{ #p9 }",
     "docs/cranes.md:13: heading id 'p9' looks like a paragraph's; choose another id"),
    ("cranes.md", "{ #paint }", "{ #Paint_1 }",
     "docs/cranes.md:13: id 'Paint_1' breaks the pattern; use small letters, digits and hyphens"),
    ("cranes.md", "## Paint", "# Paint",
     "docs/cranes.md:13: a heading of level 1; use '##'; the title in front matter is the only h1"),
    ("cranes.md", "## Paint", "#### Paint",
     "docs/cranes.md:13: a heading of level 4 below one of level 1; write '## Paint { #paint }'"),
    ("cranes.md", "\n/// editor", "\n***\n\n/// editor",
     "docs/cranes.md:19: a rule belongs to no paragraph; write it as a numbered paragraph or inside '/// editor'"),
    ("cranes.md", "oil](https://example.org/oil).\n///", "oil](https://example.org/oil).",
     "docs/cranes.md:19: editor's note is not closed; end it with '///' on a line"),
    ("cranes.md", "/// editor", "/// edtior",
     "docs/cranes.md:19: unknown block '/// edtior'; write '/// editor'"),
    ("cranes.md", "Answers para. 2", "Replies to para. 2",
     "docs/cranes.md:16: 'Replies to para. 2' states no known relation; begin with one of: "
     "answered in, answers, taken up in, takes up, may hinder what is expected in, "
     "may be hindered by what is described in"),
    ("cranes.md", "[Answers para. 2](#p2).\n", "",
     "docs/cranes.md:10: 'Answered in para. 3' is not said in return; add '[Answers para. 2]"
     "(cranes.md#p2)' to p3 in docs/cranes.md"),
    ("cranes.md", "[Answers para. 2](#p2).", "[Answers para. 1](#p2).",
     "docs/cranes.md:16: 'Answers para. 1' leads to '#p2'; let words and address name the same paragraph"),
    ("about.md", "cranes.md#paint", "crane.md#paint",
     "docs/about.md:8: link to unknown page 'crane.md'; did you mean 'cranes.md'?"),
    ("about.md", "cranes.md#paint", "cranes.md#pain",
     "docs/about.md:8: link to unknown id 'cranes.md#pain'; did you mean 'paint'?"),
    ("index.md", "sources.md#port-1900-charter", "sources.md#port-1901-charter",
     "docs/index.md:13: link to unknown id 'sources.md#port-1901-charter'; did you mean 'port-1900-charter'?"),
    ("about.md", "cranes.md#paint", "www.example.org/a",
     "docs/about.md:8: link to unknown page 'www.example.org/a'; write 'https://www.example.org/a'"),
    ("about.md", "cranes.md#paint", "//example.org",
     "docs/about.md:8: link to unknown page '//example.org'; write 'https://example.org'"),
    ("about.md", "cranes.md#paint", "javascript:alert(1)",
     "docs/about.md:8: link to 'javascript:alert(1)'; link to http, https or mailto"),
    ("about.md", "See", "<p>See</p>",
     "docs/about.md:8: raw HTML; write Markdown; nothing checks what HTML does to a page"),
    ("about.md", "See", "![map](map.png) See",
     "docs/about.md:8: an image; describe it in words: the edition has no pictures in its text"),
    ("about.md", 'title: "About"', "title: About: us",
     "docs/about.md:2: 'title' in front matter is no plain text; put it in double quotes: 'title: \"About: us\"'"),
    ("about.md", "---\ntitle", "Title: x\n---\ntitle",
     "docs/about.md:1: no front matter; begin the file with '---', 'title: \"…\"', '---'"),
    ("about.md", 'made it."\n---', 'made it."',
     "docs/about.md:1: front matter is not closed; end it with a line that holds '---'"),
    ("about.md", 'description: "Who made it."\n', "",
     "docs/about.md:1: no description; add 'description: \"…\"' to the front matter"),
    ("references.bib", "@report{garcia-2010-gruas,", "@report{fox-2001-ships,",
     "references.bib:12: duplicate key 'fox-2001-ships', first used on line 1; "
     "give one of the two entries another key, or delete it"),
    ("references.bib", "@report{garcia", "report{garcia",
     "references.bib:12: entry 'garcia-2010-gruas' has no '@' before its type; write '@report{…'"),
    ("references.bib", "  journaltitle = {{Journal of Harbours}},\n", "",
     "references.bib:39: lee-2020-harbours: missing required field 'journaltitle'; "
     "add 'journaltitle = {…},' to the entry"),
    ("references.bib", "publisher = {Quay", "publishr = {Quay",
     "references.bib:4: fox-2001-ships: unknown field 'publishr'; did you mean 'publisher'?"),
    ("references.bib", "@book", "@bok",
     "references.bib:1: fox-2001-ships: unknown entry type '@bok'; did you mean 'book'?"),
    ("references.bib", "https://example.org/a_b", "javascript:a_b",
     "references.bib:19: garcia-2010-gruas: url 'javascript:a_b?x=1&y=50%25' is not an http(s) address; "
     "write an address that begins with http:// or https://, without spaces or TeX"),
    ("references.bib", "date = {2010-05}", "date = {May 2010}",
     "references.bib:18: garcia-2010-gruas: date 'May 2010' cannot be read; write it as '2010-05'"),
    ("references.bib", "langid = {spanish}", "langid = {spanihs}",
     "references.bib:21: garcia-2010-gruas: unknown langid 'spanihs'; did you mean 'spanish'?"),
    ("references.bib", "  language = {spanish},\n  langid = {spanish},\n", "",
     "references.bib:12: garcia-2010-gruas: missing required fields 'language', 'langid'; "
     "add 'language = {…}, langid = {…},' to the entry, of chinese, english, french, german, portuguese, spanish"),
    ("references.bib", "  keywords = {named},\n", "",
     "references.bib:29: port-1900-charter: missing required field 'keywords'; add 'keywords = {cited},' to the entry"),
    ("references.bib", "  titletranslation = {Cranes and harbours of the region},\n", "",
     "references.bib:14: garcia-2010-gruas: the title is not English and has no translation; add 'titletranslation'"),
    ("references.bib", "  evidence = {number: example.org/copy},\n", "",
     "references.bib:17: garcia-2010-gruas: 'number' is accounted for 0 times; name it once, in "
     "'printed', 'evidence' or 'unverified'"),
    ("references.bib", "title, publisher, date}", "title, publisher, date, pages}",
     "references.bib:8: fox-2001-ships: 'pages' is accounted for, but the entry has no such fact; "
     "add the field, or take its name out"),
    ("references.bib", "keywords = {article}", "keywords = {cited}",
     "references.bib: 0 entries have the keyword 'article'; give 'keywords = {article}' to the restated article alone"),
    ("references.bib", "@report{port-1900-charter", "@report{port:1900",
     "references.bib:29: port:1900: key 'port:1900' cannot be an address; "
     "write 'port-1900', here and where it is cited"),
    ("references.bib", "title = {{All the Ships}},", "title = {{All the Ships},",
     "references.bib:3: fox-2001-ships: 'title' opens a brace that nothing closes; write '}' where title ends"),
    ("references.bib", "author = {Fox, Ann}", "author = {Fox, {A and n}",
     "references.bib:2: fox-2001-ships: 'author' opens a brace that nothing closes; write '}' where author ends"),
    ("references.bib", "{All the Ships}", "{All the Ships}}",
     "references.bib:4: the field 'publisher' stands outside its entry 'fox-2001-ships'; "
     "look for a '}' too many above it"),
    ("references.bib", "publisher = {Quay Press}", "publisher = Quay",
     "references.bib:4: fox-2001-ships: 'Quay' has no braces, and is no string that the file defines; "
     "write '{Quay}', or define it above: '@string{Quay = {…}}'"),
    ("references.bib", "  date = {2010-05},", "  date = {2010-05},\n  date = {2011},",
     "references.bib:19: garcia-2010-gruas: 'date' stands twice, first on line 18; delete one of the two"),
    ("references.bib", "{Fox, Ann}", "{Fox, Ann, B, C}",
     "references.bib:2: fox-2001-ships: commas part 'Fox, Ann, B, C' in 'author'; "
     "write 'author = {Fox, Ann and B, C}'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), MISTAKES)
def test_a_mistake_is_reported_with_its_line_and_remedy(
    file: str, old: str, new: str, message: str
) -> None:
    _, report = made_up.read(*made_up.changed(file, old, new))
    assert message in report


def test_the_edition_without_mistakes_reports_none() -> None:
    made_up.whole()


def test_several_mistakes_are_reported_in_one_run_in_the_order_of_files() -> None:
    files, bib = made_up.changed("references.bib", "{Grúas},", "{Grúas,")
    files["about.md"] = b'---\ntitle: "\xff"\n---\n[there](nowhere.md)\n'
    files["cranes.md"] = files["cranes.md"].replace(b"{ #p3 }", b"").replace(b"p. 7", b"p. 7x7")
    _, report = made_up.read(files, bib)
    places = [line.split(": ")[0] for line in report]
    expected = ["docs/about.md:1", "docs/about.md:2", "docs/about.md:4", "docs/cranes.md:9"]
    assert places[:4] == expected
    assert "references.bib:15" in places


def test_a_file_that_is_not_utf_8_is_named_with_the_line() -> None:
    files, bib = made_up.changed("about.md", "See", "See")
    files["about.md"] += b"caf\xe9"
    message = "docs/about.md:9: byte 0xe9 is not UTF-8; save the file as UTF-8"
    assert made_up.read(files, bib)[1] == [message]


def test_a_bibliography_that_is_not_utf_8_is_named_with_the_line() -> None:
    files, bib = made_up.changed("about.md", "See", "See")
    message = "references.bib:14: byte 0xfa is not UTF-8; save the file as UTF-8"
    assert message in made_up.read(files, bib.replace("ú".encode(), b"\xfa"))[1]


def test_a_source_that_nothing_cites_is_named() -> None:
    files, bib = made_up.changed("references.bib", "keywords = {named}", "keywords = {cited}")
    mend = "cite it, [@port-1900-charter], or take the entry out"
    expected = f"references.bib:29: nothing cites the source 'port-1900-charter'; {mend}"
    assert made_up.read(files, bib)[1] == [expected]


def test_a_chapter_that_nav_names_must_exist() -> None:
    nav = [{"The article": [*made_up.CHAPTERS]}]
    expected = "mkdocs.yml: nav names 'cranes.md', which docs/ lacks; add the page"
    assert Problems(missing_pages(nav, made_up.CHAPTERS, {"index.md"})).report() == [expected]


GARCIA = "references.bib:12: "
SHIPS = "references.bib:3: fox-2001-ships: "
URL = "https://example.org/a_b?x=1&y=50%25"
SAID = "references.bib:19: garcia-2010-gruas: url "
TURNED = "references.bib:41: lee-2020-harbours: familyfirst names "
DATED = "references.bib:18: garcia-2010-gruas: date "
COMMENTED = "an '@' in a comment, after which BibTeX reads an entry; delete what is commented out, or its '@'"
FOX = "@book{fox-2001-ships,"
BIB_MISTAKES = [
    ("@report{garcia-2010-gruas,", "@report{garcia-2010-gruas",
     GARCIA + "entry 'garcia-2010-gruas' has no comma after its key; write 'garcia-2010-gruas,'"),
    (FOX, f"@report{{a b,\n}}\n{FOX}", "references.bib:1: the key 'a b' holds a space; write one word: 'a-b'"),
    (FOX, f"@report{{}}\n{FOX}", "references.bib:1: an entry without a key; write '@report{its-key,'"),
    (FOX, f"% @report{{a,\n%  url = {{b@c}},\n% }}\n{FOX}", f"references.bib:1: {COMMENTED}"),
    (FOX, f"@comment{{@report{{a, title = {{b}}}}}}\n{FOX}", f"references.bib:1: {COMMENTED}"),
    (FOX, f"@comment{{\n@report{{a,\n  title = {{b}}\n}}\n}}\n{FOX}", f"references.bib:2: {COMMENTED}"),
    ("{{All the Ships}}", "{{All % Ships}}", SHIPS + "'%' in 'title' means something else to TeX; write '\\%'"),
    ("{{All the Ships}}", "{{All $ Ships}}", SHIPS + "'$' in 'title' means something else to TeX; write '\\$'"),
    ("{{All the Ships}}", "{{All # Ships}}", SHIPS + "'#' in 'title' means something else to TeX; write '\\#'"),
    ("{{All the Ships}}", "{{All & Ships}}", SHIPS + "'&' in 'title' means something else to TeX; write '\\&'"),
    ("{{All the Ships}}", "{{All \ue000 Ships}}",
     "references.bib:3: the character U+E000 (private use) in 'U+E000'; delete it"),
    ("familyfirst = {author}", "familyfirst = {editor}", TURNED + "'editor', and the entry has none; write 'author'"),
    ("familyfirst = {author}", "familyfirst = {yes}", TURNED + "'yes', and the entry has none; write 'author'"),
    ("  language = {spanish}", "  language = {english, spanish}",
     "references.bib:20: garcia-2010-gruas: language 'english, spanish' is more than one word; keep one of them"),
    ("  language = {spanish},\n  langid = {spanish}", "  language = {english, spanish}",
     "references.bib:20: garcia-2010-gruas: language 'english, spanish' is more than one word; keep one of them"),
    ("  familyfirst = {author},", "  entrysubtype = {blog}, familyfirst = {author},",
     "references.bib:41: lee-2020-harbours: unknown entrysubtype 'blog'; use one of magazine, newspaper"),
    ("by = {edition}", "by = {edition, publisher}", "references.bib:23: garcia-2010-gruas: "
     "titletranslationby 'edition, publisher' is more than one word; keep one of them"),
    ("{2010-05}", "{2026-02-31}", DATED + "'2026-02-31' is not in the calendar; write the date as it was"),
    ("{2010-05}", "{0000}", DATED + "'0000' is not in the calendar; write the date as it was"),
    ("{2010-05}", "{2010-5}", DATED + "'2010-5' cannot be read; write it as '2010-05' or '2010/2015'"),
    ("{2010-05}", "{2011/2010}",
     DATED + "'2011/2010' is no range; write two dates, the earlier first: 2018-04-20/2018-04-22"),
    ("{2010-05}", "{2010/2011/2012}",
     DATED + "'2010/2011/2012' is no range; write two dates, the earlier first: 2018-04-20/2018-04-22"),
    (URL, "http://.", SAID + "'http://.' ends in '.'; take that off its end"),
    (URL, "https://a.org/b,", SAID + "'https://a.org/b,' ends in ','; take that off its end"),
    (URL, "https://a.org/<b", SAID + "holds the sign < in 'https://a.org/<b'; "
     "take it out, or write it percent-encoded where it belongs to the address"),
    (URL, "http://a", SAID + "'http://a' is not an http(s) address; "
     "write an address that begins with http:// or https://, without spaces or TeX"),
    ("evidence = {number: e", "handle = {hdl:1/2},\n  evidence = {handle: b; number: e",
     "references.bib:25: garcia-2010-gruas: handle 'hdl:1/2' cannot be read; write it as 1/2"),
    ("evidence = {number: e", "doi = {1/2},\n  evidence = {doi: b; number: e",
     "references.bib:25: garcia-2010-gruas: doi '1/2' cannot be read; write its number alone, such as 10.1000/182"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), BIB_MISTAKES)
def test_a_mistake_in_the_bibliography_is_one_line(old: str, new: str, message: str) -> None:
    assert made_up.read(*made_up.changed("references.bib", old, new))[1] == [message]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("author = {Fox", "AUTHOR = {Fox"),
        (FOX, f"% a comment\n@comment{{another}}\n{FOX}"),
        (
            "  date = {2001}",
            "  remark = {It says\nsee (Smith, 2015),\nfoo = {bar}\n},\n  date = {2001}",
        ),
        ("{{All the Ships}}", r"{{\$5 \& 5\% \#1}}"),
        ("{2010-05}", "{2010-05-30/2010-06-02}"),
    ],
)
def test_what_bibtex_allows_is_no_mistake(old: str, new: str) -> None:
    assert made_up.read(*made_up.changed("references.bib", old, new))[1] == []


@pytest.mark.parametrize("bib", [b"", b"% nothing", b"@", b"@book{", b"@book{x", b"}"])
def test_a_bibliography_that_holds_nothing_is_read_without_a_traceback(bib: bytes) -> None:
    files, _ = made_up.changed("about.md", "See", "See")
    assert made_up.read(files, bib)[1]


def test_an_entry_that_an_open_brace_hides_is_not_missed_by_the_notes() -> None:
    files, bib = made_up.changed("references.bib", "{Cranes and", "{Cranes {{{and")
    assert not [line for line in made_up.read(files, bib)[1] if line.startswith("docs/")]


def test_what_is_escaped_for_tex_is_read_as_plain_text() -> None:
    files, bib = made_up.changed("references.bib", "{{All the Ships}}", r"{{\$5 \& 5\% \#1}}")
    assert made_up.read(files, bib)[0].source["fox-2001-ships"].title == "$5 & 5% #1"


@pytest.mark.parametrize(
    "typed",
    ["3–4", "3-4", "3‒4", "3—4", "3 – 4", "3 to 4", "3--4", "3−4", "3‑4", "3\u00a0-\u00a04"],
)
def test_a_range_of_notes_is_read_whatever_its_dash(typed: str) -> None:
    assert made_up.read(*made_up.changed("cranes.md", '"3–4"', typed))[1] == []


@pytest.mark.parametrize("typed", ["three to four", "3, 4", "3…4", "[3–4]", "n. 3–4"])
def test_what_is_no_range_of_notes_is_one_line_with_the_range(typed: str) -> None:
    (line,) = made_up.read(*made_up.changed("cranes.md", '"3–4"', f'"{typed}"'))[1]
    said = f"docs/cranes.md:7: holds notes 3–4, its front matter says {typed}; write"
    assert line == f"{said} 'notes: \"3–4\"'"


def test_of_a_range_that_is_missing_there_is_one_line() -> None:
    (line,) = made_up.read(*made_up.changed("index.md", 'notes: "1–2"\n', ""))[1]
    assert line == "docs/index.md:1: no notes; add 'notes: \"…\"' to the front matter"
