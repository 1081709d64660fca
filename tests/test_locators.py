"""A locator is data: it is read into ranges, compared as such, and printed as the field prints it."""

import json
from collections.abc import Sequence

import pytest

import made_up
import real
from another_language import in_another_language
from edition.contents import citable_parts
from edition.keep import changes, frozen_editions
from edition.keep.frozen_editions import FrozenEdition
from edition.model import locators
from edition.model.locators import KINDS, Locator, Range, numbers_in, printed
from edition.read.marks.locator_labels import KIND_OF
from edition.read.marks.typed_locators import Unread, read_printed
from edition.read.marks.words_beside import read_after_key
from edition.words import ENGLISH, Words
from edition.write import edition_data, llms
from project import ROOT


def as_printed(text: str) -> str:
    """What readers see of a locator that is typed."""
    locators, rest = read_after_key(f", {text}")
    assert rest == ""
    return printed(locators, ENGLISH)


AS_TYPED = (
    "p. 5", "pp. 27–29", "pp. 1, 7", "pp. 1, 7–9", "p. 122", "p. xii", "pp. xii–xiv", "pp. iv, vi–xi", "pp. xii, 5",
    "p. A12", "pp. A12–A15", "p. e1002", "pp. A-12–A-15", "p. V", "pp. 27 ff.", "pp. xii ff.", "pp. 12 ff., 40",
    "chap. 3", "chaps. 2–4", "chap. IV", "chaps. IX–XI", "fig. 2", "figs. 2–3", "fig. 2.3", "fig. 2f", "figs. 2a–2c",
    "table 2", "table A1", "tables 3, 5", "§ 4", "§§ 4–6", "§ 4.1.2", "§ 4(2)", "para. 12", "paras 12–14", "para. 12a",
    "n. 5", "nn. 5–7", "vol. 2", "vol. II", "vols. 2–3", "no. 3", "bk. 2", "pt. 2", "art. 5(1)(b)", "arts. 5–7",
    "rule 4", "canon 5", "line 5", "lines 5–7", "v. 3", "vv. 3–5", "v. 3:16", "act 2, sc. 3", "col. 2", "col. B",
    "fol. 3r", "eq. 4", "map 3", "box 2.1", "pl. 4", "app. A", "apps. A–C", "apps. C–L", "annex II", "suppl. 2",
    "op. 5", "loc. 1234", "p. 12, n. 5", "vol. 2, p. 5", "chap. 3, fig. 2", "art. 5, para. 2", "n. 5, p. 12",
    "vol. 2, chap. 3, pp. 5–7", "§ 12(a)(ii)", "§ 1.2.3.4.5.6", "pp. 1-23–1-25",
)  # fmt: skip
OTHERWISE = {
    "pp. 27-29": "pp. 27–29", "pp. 12--15": "pp. 12–15", "pp. 12 — 15": "pp. 12–15", "pp. 5 to 7": "pp. 5–7",
    "pp.\u00a027 \u2013 29 ,31": "pp. 27–29, 31", "pp. 27 and 31": "pp. 27, 31", "pp. 5, 7 & 9": "pp. 5, 7, 9",
    "pp. 5–7, 9, and 12": "pp. 5–7, 9, 12", "12": "p. 12", "12–15": "pp. 12–15", "xii": "p. xii", "A12": "p. A12",
    "p.5": "p. 5", "p5": "p. 5", "p 5": "p. 5", "P. 5": "p. 5", "page 5": "p. 5", "pages 5-7": "pp. 5–7",
    "pg. 5": "p. 5", "pgs. 5-7": "pp. 5–7", "pp. 345–52": "pp. 345–352", "pp. 107–8": "pp. 107–108",
    "pp. 1496–500": "pp. 1496–1500", "A12–15": "pp. A12–A15", "27 ff.": "pp. 27 ff.", "p. 27ff": "pp. 27 ff.",
    "pp. 27 et seqq.": "pp. 27 ff.", "27f.": "pp. 27–28", "p. 27 f": "pp. 27–28", "xiif.": "pp. xii–xiii",
    "pp. ⅳ–ⅻ": "pp. iv–xii", "p. 12n5": "p. 12, n. 5", "p. 5nn3–4": "p. 5, nn. 3–4", "art. 5(1)–(3)": "arts. 5(1)–5(3)",
    "pp. 5 through 7": "pp. 5–7", "pp. 5～7": "pp. 5–7", "pp. 5 et sqq.": "pp. 5 ff.",
    "p. 12 n. 5": "p. 12, n. 5", "n. 5 on p. 12": "n. 5, p. 12",
    "p. 5 and n. 12": "p. 5, n. 12", "p. 12, l. 5": "p. 12, line 5", "ch. 3": "chap. 3", "Chapter IV": "chap. IV",
    "chap. 2–4": "chaps. 2–4", "sec. 2.3": "§ 2.3", "section 4.1.2": "§ 4.1.2", "§4": "§ 4", "§ 4–6": "§§ 4–6",
    "§§ 4 and 6": "§§ 4, 6", "¶ 3": "para. 3", "paragraphs 3–5": "paras 3–5", "note 5": "n. 5", "fn. 5": "n. 5",
    "fig. 2a–c": "figs. 2a–2c", "volume 2": "vol. 2", "Article 5": "art. 5", "{p. 5}": "p. 5",
}  # fmt: skip
FEW = "write it as 'p. 5', 'pp. 27–29', 'chap. 3', '§ 4', 'n. 5' or 'vol. 2, p. 5'"
PART = "write each number in full and without blanks, as in 'art. 5(2)' and 'figs. 3a, 3b'"
UNREAD = {
    "p. 5x9": FEW, "p. ٥": FEW, "pp. 5–": FEW, "pp. 5-7-9": FEW, "p. abc": FEW,
    **{
        words: f"{FEW}, or as words of the note, with the locator in braces: '[@key, {{}}, {words}]'"
        for words in ("12:30", "2010 edition", "IV", "II, 3–5", "II: 5", "1(2)", "c. 1900", "in 12 ships")
    },
    **{
        f"{form}{words}": f"{FEW}, or as words of the note, with the locator in braces: '[@key, {{{form}}}{words}]'"
        for form, words in (("p. 12", " 2001 edition"), ("n. 12", " at 5"), ("§ 5", " II"), ("p. 5", " of 12 ships"))
    },
    "pp. 5, 7 or 9": "write it as 'pp. 5, 7, 9'", "pp. 5 bis 7": "write it as 'pp. 5–7'",
    "pp. 5…7": "write it as 'pp. 5–7'", "pp. 5. 7": "write it as 'pp. 5, 7'", "p. 5/6": "write it as 'pp. 5, 6'",
    "pp. 5 passim": "write it as 'p. 5 passim'", "p.p. 5-7": "write it as 'pp. 5–7'",
    "p. 12, 2001 edition": "write it as 'pp. 12, 2001', or '[@key, {p. 12}, 2001 edition]'",
    "{p. 5}{}": "write it as 'p. 5'", "{p. 5": "write it as 'p. 5'", "{}": "write '[@key]'",
    "s. 2": "write '§ 2' for a section, 'p. 2' for a page",
    "ss. 2–4": "write '§§ 2–4' for a section, 'pp. 2–4' for a page",
    "n.º 5": "write it as 'no. 5'", "n° 5": "write it as 'no. 5'", "artículo 5": "write it as 'art. 5'",
    "gráfico 3": "write it as 'fig. 3'", "nota al pie 5": "write it as 'n. 5'", "cap. III": "write it as 'chap. III'",
    "t. II, p. 5": "write it as 'vol. II, p. 5'", "第5页": "write it as 'p. 5'", "第5-7页": "write it as 'pp. 5–7'",
    "图3": "write it as 'fig. 3'", "第3章": "write it as 'chap. 3'", "p. c. 5": FEW, "p. l2": FEW, "p. 1O": FEW,
    "p. 35%": "delete it, or write '[@key, {p. 35}, %]'", "vgl. S. 5": "let the locator follow the key: '[@key, p. 5]'",
    "Fox (2001), p. 8": "let the locator follow the key: '[@key, p. 8, Fox (2001)]'",
    "p.": FEW, "fig. 3a, b": PART, "art. 5 (2)": PART, "eq. (3)": "write it as 'eq. 3'",
    "págs. 5 y 7": "write it as 'pp. 5, 7'", "Abb. 2, S. 5 und 7": "write it as 'fig. 2, pp. 5, 7'",
    "p. 5 n. 7 and p. 9 n. 2": "cite the source once for each, '[@key, p. 5, n. 7; @key, p. 9 n. 2]'",
    "pp. 5": "write it as 'p. 5'", "chaps. 3": "write it as 'chap. 3'", "p. 5–6": "write it as 'pp. 5–6'",
    "p. 5, 6": "write it as 'pp. 5, 6'", "pp. 5–5": "write it as 'p. 5'", "chapter three": "write it as 'chap. 3'",
    "S. 5": "write it as 'p. 5'", "pág. 5–7": "write it as 'pp. 5–7'", "Kap. 3, S. 5": "write it as 'chap. 3, p. 5'",
    "chpater 3": "write it as 'chap. 3'", "p. 007": "write the number as '7'",
    "pp. 1,234": "write 'p. 1234' for one page, 'pp. 1, 234' for several",
    "vol. 2, 45": "write 'vols. 2, 45', or 'vol. 2, p. 45'",
    "p. 3, p. 5": "write 'pp. 3, 5', or cite the source once for each, '[@key, p. 3; @key, p. 5]'",
    "p. 9, p. 5": "cite the source once for each, '[@key, p. 9; @key, p. 5]'",
    "p. 0": "pages start at 1, and a range runs from the lower page to the higher",
    "pp. 6–5": "write it as 'pp. 5–6': pages start at 1, and a range runs from the lower page to the higher",
    "§§ 6–5": "write it as '§§ 5–6': numbers start at 1, and a range runs from the lower number to the higher",
    "pp. xiv–xii": "pages start at 1, and a range runs from the lower page to the higher",
    "pp. 9, 1": "write it as 'pp. 1, 9': pages follow each other from the lower to the higher, each once",
    "my emphasis, p. 3": "let the locator follow the key: '[@key, p. 3, my emphasis]'",
    "see p. 5": "let the locator follow the key: '[@key, p. 5]'",
    "(p. 5)": "let the locator follow the key: '[@key, p. 5]'",
    "p. 5.": "write '[@key, p. 5]': the style sets the stop", "": "write '[@key]': the style sets the stop",
}  # fmt: skip
WORDS = [
    "my emphasis", "and passim", "quoting Fox (p. 8)", "note that 5 ships sank", "op. cit.", "slide 4",
    "2nd edition", "{}, c. 1900", "translation by the author",
]  # fmt: skip


@pytest.mark.parametrize("text", AS_TYPED)
def test_a_locator_is_printed_as_it_was_read(text: str) -> None:
    assert as_printed(text) == text


@pytest.mark.parametrize("text", OTHERWISE)
def test_what_means_the_same_is_printed_alike(text: str) -> None:
    assert as_printed(text) == OTHERWISE[text]


@pytest.mark.parametrize("text", UNREAD)
def test_what_cannot_be_read_says_how_to_write_it(text: str) -> None:
    with pytest.raises(Unread) as error:
        read_after_key(f", {text}")
    assert str(error.value) == UNREAD[text]


@pytest.mark.parametrize("text", WORDS)
def test_words_after_a_source_are_no_locator(text: str) -> None:
    assert read_after_key(f", {text}") == ((), f", {text.removeprefix('{}, ')}")


@pytest.mark.parametrize(
    ("text", "pages", "words"),
    [
        (", p. 3, my emphasis", "p. 3", ", my emphasis"),
        (" pp. 5–7 and passim", "pp. 5–7", " and passim"),
        (", {p. 5} 2010 edition", "p. 5", " 2010 edition"),
        (", p. 3, quoting Fox, p. 8", "p. 3", ", quoting Fox, p. 8"),
        (", p. 5, I believe", "p. 5", ", I believe"),
    ],
)
def test_words_after_a_locator_are_no_part_of_it(text: str, pages: str, words: str) -> None:
    locators, rest = read_after_key(text)
    assert (printed(locators, ENGLISH), rest) == (pages, words)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("pp. xii–xiv, 5", {"page": [["xii", "xiv"], [5, 5]]}),
        ("vol. 2, pp. 27 ff.", {"volume": [[2, 2]], "page": [[27, None]]}),
        ("§§ 2.3–5", {"section": [["2.3", 5]]}),
        ("art. 5(1)", {"article-locator": [["5(1)", "5(1)"]]}),
    ],
)
def test_numbers_are_data_and_letters_text(text: str, data: object) -> None:
    note = edition_data.locator_data(read_after_key(f", {text}")[0], ENGLISH)
    assert note == {"locator": text, "ranges": data}
    assert frozen_editions.frozen_locators(note) == read_after_key(f", {text}")[0]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("pp. 7–9", "7 8 9"),
        ("pp. xii–xiv", "xii xiii xiv"),
        ("chaps. IX–XI", "IX X XI"),
        ("figs. 2a–2c", "2a 2c"),
        ("pp. 27 ff.", "27"),
        ("locs. 1–999999", "1 999999"),
    ],
)
def test_the_numbers_of_a_range_are_counted_where_they_can_be(text: str, numbers: str) -> None:
    ((locator,), _) = read_after_key(f", {text}")
    assert numbers_in(locator) == numbers.split()


def test_each_kind_has_its_words_and_its_labels() -> None:
    assert {*KINDS} == ENGLISH.locators.labels.keys() == {*KIND_OF.values()}
    assert {*KINDS} - {"page"} == ENGLISH.locators.names.keys()


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("p.\u00a05", ((5, 5),)),
        ("pp. 5", ((5, 5),)),
        ("pp.\u202f27\u2060–\u206029", ((27, 29),)),
        ("pp. 27−29", ((27, 29),)),
        (" pp . 1,\u20097 — 9 ", ((1, 1), (7, 9))),
    ],
)
def test_every_form_in_which_a_locator_was_printed_is_read(
    text: str, ranges: tuple[Range, ...]
) -> None:
    assert read_printed(text) == (Locator(ranges),)


@pytest.mark.parametrize(
    "ranges", [(), ((0, 1),), ((9, 7),), ((1, 5), (5, 6)), ((7, 7), (3, 3))], ids=str
)
def test_no_locator_has_pages_that_no_source_can_have(ranges: tuple[Range, ...]) -> None:
    with pytest.raises(ValueError, match="pages|no ranges"):
        Locator(ranges)


# Printed otherwise


def as_a_publisher_might(locators: Sequence[Locator], words: Words) -> str:
    """Another way to print: a no-break space after the label, word joiners around a dash that is longer."""
    ranges = (pages for locator in locators for pages in locator.ranges)
    pages = (f"{a}" if a == b else f"{a}\u2060—\u2060{b}" for a, b in ranges)
    return f"pp.\u00a0{', '.join(pages)}" if locators else ""


@pytest.fixture
def otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (locators, edition_data, llms, citable_parts):
        monkeypatch.setattr(module, "printed", as_a_publisher_might)


def frozen() -> list[FrozenEdition]:
    """The made-up edition as it is frozen, and as it was before locators had ranges."""
    data = edition_data.as_data(made_up.whole())
    bare = json.loads(json.dumps(data))
    notes = [n for c in bare["chapters"] for p in c["paragraphs"] for n in p["notes"]]
    assert sum(bool(note.pop("ranges", None)) for note in notes) == 3
    return [frozen_editions.parsed(data), frozen_editions.parsed(bare)]


@pytest.mark.usefixtures("otherwise")
def test_a_page_that_is_typed_as_ever_is_read_however_pages_are_printed() -> None:
    assert made_up.whole().notes[1].citations[0].locators == (Locator(((3, 5),)),)
    assert read_after_key(", p. 5")[0][0].is_one


def test_a_locator_printed_otherwise_is_no_change_of_a_note(request: pytest.FixtureRequest) -> None:
    before = frozen()
    request.getfixturevalue("otherwise")
    for each in (*before, *frozen()):
        assert changes.corrected(made_up.whole(), each) == frozenset()
        assert list(changes.changes(made_up.whole(), each)) == []


def test_a_locator_printed_otherwise_is_no_change_since_a_frozen_edition(
    request: pytest.FixtureRequest,
) -> None:
    files = [*(ROOT / "docs/editions").glob("*/edition.json")]
    kept = [frozen_editions.parsed(json.loads(file.read_text(encoding="utf-8"))) for file in files]
    before = [changes.corrected(real.edition(), each) for each in kept]
    request.getfixturevalue("otherwise")
    assert before and before == [changes.corrected(real.edition(), each) for each in kept]


@pytest.mark.parametrize("which", [0, 1], ids=["with ranges", "before"])
def test_other_pages_are_a_change_of_the_notes_alone(which: int) -> None:
    edition, _ = made_up.read(*made_up.changed("cranes.md", "pp. 1, 9", "pp. 1–9"))
    (change,) = changes.changes(edition, frozen()[which])
    assert (change.paragraph_id, change.what) == ("p2", ("notes changed",))
    assert changes.Piece("del", "1, 9.") in change.notes


def test_ranges_are_compared_not_printed_locators() -> None:
    note = {"locator": "pp. 1–2", "ranges": {"page": [[3, 5]]}}
    assert frozen_editions.frozen_locators(note) == (Locator(((3, 5),)),)


def test_what_is_typed_in_english_is_printed_in_the_words_of_the_edition() -> None:
    locators, _ = read_after_key(", vol. 2, pp. 27 ff.")
    assert printed(locators, in_another_language(ENGLISH)) == "жжж. 2, жж. 27 жж."
