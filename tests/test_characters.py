"""What pasting brings into a text is read as what is meant where that is sure, and else named with its code point."""

import pytest

import made_up
from edition.problems import Problems
from edition.read.characters import cleaned

UNDERSTOOD = [
    ("x.md", "har\xadbour", "harbour"),
    ("x.md", "har\u200bbour, \u2060old\ufeff.", "harbour, old."),
    ("x.md", "\ufeffHarbour ☎\ufe0f", "Harbour ☎"),
    ("x.md", "a\u200b\u200dvery old one", "avery old one"),
    ("x.md", "\u200bOld\u200b", "Old"),
    ("x.md", "50\u00a0% of\u2009it", "50\u00a0% of\u2009it"),
    ("x.md", "##\u00a0Begin\u2003{\u00a0#begin\u00a0}", "## Begin { #begin }"),
    ("x.md", "\u00a0\u00a0\u00a0\u00a0deep", "    deep"),
    ("x.md", "-\u00a0item", "- item"),
    ("x.md", "Old. \u00a0", "Old."),
    ("x.md", "\u3000", ""),
    ("x.md", "///\u00a0editor", "/// editor"),
    ("x.md", "[^1]:\u00a0Old\u00a0one.", "[^1]: Old\u00a0one."),
    ("x.md", "Old.［＠fox-2001-ships，\u3000p.\u00a0１２］", "Old.[@fox-2001-ships, p. 12]"),
    ("x.md", "Old.【@fox；@lee】", "Old.[@fox;@lee]"),
    ("x.md", "Old［＾1］", "Old[^1]"),
    ("x.md", "数字，“丝路”（2015－2019）、Ｇ２０", "数字，“丝路”（2015－2019）、Ｇ２０"),
    ("x.md", "cafe\u0301 n\u0303", "café ñ"),
    ("x.md", "\ufb01bre e\ufb03cient", "fibre efficient"),
    ("x.md", "[a\ufb01](https://e.org/e\u0301\ufb01)", "[afi](https://e.org/e\u0301\ufb01)"),
    ("x.md", "one\rtwo\r\nthree\r\r\nfour", "one\ntwo\nthree\nfour"),
    ("x.md", "---\ntitle：\u3000Old\u00a0\n---", "---\ntitle: Old\n---"),
    ("x.md", "---\ntitle:\tO\u200bld\n---", "---\ntitle: Old\n---"),
    ("x.md", "pp. 12‒15, a well‑known one", "pp. 12‒15, a well‑known one"),
    ("x.bib", "  title = {Har\xadbours o\u0301 \ufb02ow},", "  title = {Harbours ó flow},"),
    ("x.csv", "e\u0301", "é"),
    (
        "x.md",
        "«minha irmã» «MINHA IRMû, “MANHÔ, «VOILÂ\u00a0»",
        "«minha irmã» «MINHA IRMû, “MANHÔ, «VOILÂ\u00a0»",
    ),
    ("x.md", "«le “café”»… à Â la", "«le “café”»… à Â la"),
]


@pytest.mark.parametrize(("file", "typed", "meant"), UNDERSTOOD)
def test_what_is_meant_is_read(file: str, typed: str, meant: str) -> None:
    problems = Problems()
    assert (cleaned(typed, file, problems), problems.report()) == (meant, [])


MISREAD = [
    (
        "JosÃ© Salas",
        "'JosÃ©' is UTF-8 that was read in another encoding; write 'José'",
        "José Salas",
    ),
    ("donâ€™t", "'donâ€™t' is UTF-8 that was read in another encoding; write 'don’t'", "don’t"),
    (
        "Garc\u00c3\u00ada",
        "'GarcÃU+00ADa' is UTF-8 that was read in another encoding; write 'García'",
        "García",
    ),
    (
        "voil\u00c3\u00a0 Â§",
        "'voilÃ ' is UTF-8 that was read in another encoding; write 'voilà'",
        "voilà §",
    ),
    (
        "ä¸\u00adå›½",
        "'ä¸U+00ADå›½' is UTF-8 that was read in another encoding; write '中国'",
        "中国",
    ),
]


@pytest.mark.parametrize(("typed", "message", "meant"), MISREAD)
def test_a_word_that_was_read_in_a_wrong_encoding_is_named_with_what_was_meant(
    typed: str, message: str, meant: str
) -> None:
    problems = Problems()
    assert cleaned(typed, "x.bib", problems) == meant
    assert problems.report()[0] == f"x.bib:1: {message}"


ZERO, SOFT = "U+200B (zero width space)", "U+00AD (soft hyphen)"
HYPHEN = "U+2011 (non-breaking hyphen)"
NAMED = [
    ("Old\x00 ones", "U+0000 (control character) in 'OldU+0000'; delete it: write 'Old'"),
    ("Old\u2028ones", "U+2028 (line separator) in 'OldU+2028ones'; write a blank for it, or begin a new line"),
    ("Old\x0bones", "U+000B (control character) in 'OldU+000Bones'; write a blank for it, or begin a new line"),
    ("Caf\ufffd", "U+FFFD (replacement character) in 'CafU+FFFD'; write the letter that was lost here"),
    ("Cafï¿½", "U+FFFD (replacement character) in 'CafU+FFFD'; write the letter that was lost here"),
    ("\uf0b7 Old", "U+F0B7 (private use) in 'U+F0B7'; delete it"),
    ("\u202eOld", "U+202E (right-to-left override) in 'U+202EOld'; delete it: write 'Old'"),
    ("Old\u200e", "U+200E (left-to-right mark) in 'OldU+200E'; delete it: write 'Old'"),
    ("葛\U000e0100", "U+E0100 (variation selector-17) in '葛U+E0100'; delete it: write '葛'"),
    ("develop\xad", f"{SOFT} in 'developU+00AD'; delete it: write 'develop'"),
    ("12\xad15", f"{SOFT} in '12U+00AD15'; write '12-15' or '1215'"),
    ("@\u200bharbour", f"{ZERO} in '@U+200Bharbour'; delete it: write '@harbour'"),
    ("\u200b- Old", f"{ZERO} in 'U+200B-'; delete it: write '-'"),
    ("می\u200cخواهم", "U+200C (zero width non-joiner) in 'میU+200Cخواهم'; delete it: write 'میخواهم'"),
    ("[@fox\u200b-2001]", f"{ZERO} in '[@foxU+200B-2001]'; delete it: write '[@fox-2001]'"),
    ("[@fox‑2001, p. 3–5]", f"{HYPHEN} in '@fox‑2001'; write a hyphen for it: '@fox-2001'"),
    ("[x](https://e.org/\u200ba)", f"{ZERO} in 'https://e.org/U+200Ba'; delete it: write 'https://e.org/a'"),
    ("[x](a.md#b‑c)", f"{HYPHEN} in 'b‑c'; write a hyphen for it: 'b-c'"),
    ("Old { #o\u200bld }", f"{ZERO} in '{{ #oU+200Bld }}'; delete it: write '{{ #old }}'"),
    ("{ #p‑1 }", f"{HYPHEN} in 'p‑1'; write a hyphen for it: 'p-1'"),
    ("see `a\xadb`", f"{SOFT} in '`aU+00ADb`'; delete it: write '`ab`'"),
    ("```\na\u200bb\n```", f"{ZERO} in 'aU+200Bb'; delete it: write 'ab'"),
    ("---\nti\u200btle: Old\n---", f"{ZERO} in 'tiU+200Btle'; delete it: write 'title'"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "said"), NAMED)
def test_what_is_not_sure_is_named(typed: str, said: str) -> None:
    problems = Problems()
    cleaned(typed, "x.md", problems)
    line = 2 if "\n" in typed else 1
    assert problems.report() == [f"x.md:{line}: the character {said}"]


IN_DATA = [
    ("x.bib", "@book{fox\u200b-2001,", f"{ZERO} in '@book{{foxU+200B-2001'; delete it: write '@book{{fox-2001'"),
    ("x.bib", "@book{fox‐2001,", "U+2010 (hyphen) in '@book{fox‐2001'; write a hyphen for it: '@book{fox-2001'"),
    ("x.bib", "  ti\u200btle = {Old},", f"{ZERO} in 'tiU+200Btle ='; delete it: write 'title ='"),
    ("x.bib", "  doi = {1/a\u200bb},", f"{ZERO} in 'doi = {{1/aU+200Bb}},'; delete it: write 'doi = {{1/ab}},'"),
    ("x.csv", "eclac,e\xadn", f"{SOFT} in 'eclac,eU+00ADn'; delete it: write 'eclac,en'"),
    ("x.yml", "site_name: O\u200bld", f"{ZERO} in 'site_name: OU+200Bld'; delete it: write 'site_name: Old'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "typed", "said"), IN_DATA)
def test_in_keys_names_and_data_each_sign_counts(file: str, typed: str, said: str) -> None:
    problems = Problems()
    cleaned(typed, file, problems)
    assert problems.report() == [f"{file}:1: the character {said}"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("cranes.md", "Cranes rust", "Cranes\x00 rust"),
        ("cranes.md", "Cranes rust", "Cranes\u2028rust"),
        ("cranes.md", "@fox-2001-ships", "@fox\u200b-2001-ships"),
        ("cranes.md", "@fox-2001-ships", "@fox‑2001‑ships"),
        ("cranes.md", "@fox-2001-ships", "@\ufefffox-2001-ships"),
        ("cranes.md", "{ #p3 }", "{ #p\u200b3 }"),
        ("cranes.md", "{ #paint }", "{ #pa\xadint }"),
        ("about.md", "cranes.md#paint", "cranes.md#pa\u200dint"),
        ("about.md", "cranes.md", "cran\xades.md"),
        ("about.md", "title:", "ti\u200btle:"),
        ("about.md", 'title: "A', 'title: "\x07A'),
        ("references.bib", "@book{fox", "@book{\u200bfox"),
        ("references.bib", "@book{fox-", "@book{fox‐"),
        ("references.bib", "printed =", "prin\u200bted ="),
        ("references.bib", "Quay", "Qu\x0bay"),
        ("references.bib", "example.org/a_b", "example.org/a\u200b_b"),
    ],
)
def test_of_one_sign_there_is_one_line(file: str, old: str, new: str) -> None:
    (line,) = made_up.read(*made_up.changed(file, old, new))[1]
    assert ": the character U+" in line
