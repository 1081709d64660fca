"""A locator is data: it is read into ranges, compared as such, and printed as the field prints it."""

import json
from collections.abc import Sequence

import pytest

import made_up
import real
from edition.contents import citable_parts
from edition.keep import changes, frozen_editions
from edition.keep.frozen_editions import FrozenEdition
from edition.model import locators
from edition.model.locators import Locator, printed, read_locator, read_printed
from edition.words import ENGLISH, Words
from edition.write import edition_data, llms
from project import ROOT


@pytest.mark.parametrize("text", ["p. 5", "pp. 27–29", "pp. 1, 7", "pp. 1, 7–9", "p. 122"])
def test_a_locator_is_printed_as_it_was_read(text: str) -> None:
    assert printed([read_locator(text)], ENGLISH) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [("pp. 27-29", "pp. 27–29"), ("p.5", "p. 5"), ("pp.\u00a027 \u2013 29 ,31", "pp. 27–29, 31")],
)
def test_hyphens_and_blanks_of_any_kind_are_understood(text: str, found: str) -> None:
    assert printed([read_locator(text)], ENGLISH) == found


@pytest.mark.parametrize(
    "text",
    ["", "5", "p. V", "pp. 5", "p. 5–6", "pp. 6–5", "p. 0", "ch. 2", "pp. 5–5", "pp. 5–", "p. ٥"],
)
def test_what_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(ValueError, match="write it as|pages start at 1"):
        read_locator(text)


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
    text: str, ranges: tuple[tuple[int, int], ...]
) -> None:
    assert read_printed(text) == Locator(ranges)


@pytest.mark.parametrize(
    "ranges", [(), ((0, 1),), ((9, 7),), ((1, 5), (5, 6)), ((7, 7), (3, 3))], ids=str
)
def test_no_locator_has_pages_that_no_source_can_have(ranges: tuple[tuple[int, int], ...]) -> None:
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
    for module in (locators, edition_data, changes, llms, citable_parts):
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
    assert read_locator("p. 5").is_one_page


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
