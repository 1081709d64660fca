"""Citations of every kind through a whole build: what a note relies on, and its own words, are on the page, in the
data, in every text that is taken along, and in the search."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from playwright.sync_api import Page

import made_up
import made_up_project
from conftest import Once
from edition.keep.changes import changes, corrected
from edition.keep.frozen_editions import parsed
from edition.write.edition_data import as_data
from project import built
from searching import found
from server import serving
from tabs import Tabs

CITED = {
    "[@garcia-2010-gruas, p. xii]": "Instituto del Puerto, Grúas, p. xii.",
    "[see @fox-2001-ships, pp. 345–52; also @garcia-2010-gruas, chap. 3]":
        "See Fox, All the Ships, pp. 345–352; also Instituto del Puerto, Grúas, chap. 3.",
    "[@fox-2001-ships, § 4, my emphasis]": "Fox, All the Ships, § 4, my emphasis.",
    "[cf. @fox-2001-ships; @garcia-2010-gruas, pp. 5–7 and passim]":
        "Cf. Fox, All the Ships; Instituto del Puerto, Grúas, pp. 5–7 and passim.",
    "[@fox-2001-ships, vol. 2, p. 5]": "Fox, All the Ships, vol. 2, p. 5.",
    "[@garcia-2010-gruas, note 5]": "Instituto del Puerto, Grúas, n. 5.",
    "[@fox-2001-ships, pp. 27 ff.]": "Fox, All the Ships, pp. 27 ff.",
    "[@garcia-2010-gruas, art. 5(1), para. 2]": "Instituto del Puerto, Grúas, art. 5(1), para. 2.",
    "[@fox-2001-ships, fig. 2 'as it is' -- or so]":
        "Fox, All the Ships, fig. 2 'as it is' -- or so.",
}  # fmt: skip
"""What is typed, and the note in the margin, without years."""
FOUND = (
    "p. xii", "chap. 3", "chapter 3", "fig. 2", "§ 4", "section 4", "note 5", "vol. 2", "volume 2",
    "art. 5(1)", "p. 346", "paragraph 2", "§4", "ch. 3", "sec. 4", "fn. 5", "vol 2", "figs. 2", "p.xii",
    "n. 5", "para. 2 art. 5", "pp. 27 ff.", "footnote 5", "fox 345",
)  # fmt: skip


def written() -> str:
    """The chapter, each citation in a sentence of its own, before its stop."""
    sentences = "\n".join(f"Paint helps {typed}." for typed in CITED)
    text = made_up.FILES["cranes.md"].replace("Paint helps.[@garcia-2010-gruas]", sentences)
    return text.replace('"3–4"', f'"3–{3 + len(CITED)}"')


@pytest.fixture(scope="module")
def parts(once: Once) -> Path:
    """The site of the made-up project with these citations."""

    def make(folder: Path) -> None:
        root = made_up_project.project(folder / "project")
        text = written() + made_up_project.headings("cranes.md")
        (root / "docs/cranes.md").write_text(text, encoding="utf-8")
        built(root, folder / "site")

    return once("cited-parts", make) / "site"


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def short(note: str) -> str:
    """A note without years."""
    return re.sub(r"\s+", " ", re.sub(r" \([^()]*\d{4}\)", "", note))


@pytest.fixture(scope="module")
def page(parts: Path) -> html.HtmlElement:
    return html.parse(str(parts / "cranes/index.html")).getroot()


def test_each_note_says_what_was_typed_in_the_words_of_the_edition(page: html.HtmlElement) -> None:
    in_margin = page.xpath("//aside[contains(@aria-label, 'para. 3')]//*[@class='note-text']")
    assert [short(words(note)) for note in in_margin] == list(CITED.values())


def test_the_notes_of_the_chapter_as_a_text_end_alike(parts: Path) -> None:
    text = (parts / "cranes/index.md").read_text("utf-8")
    notes = re.findall(r"(?m)^\[\^\d+\]: (.*)$", re.sub(r"\]\([^()]*\)|[*\[](?!\^)|\\", "", text))
    for note, said in zip(notes[1:], CITED.values(), strict=True):
        after = said.partition("Ships")[2] or said.partition("Grúas")[2]
        assert note.endswith(after[-12:]), (note, said)


def test_every_sentence_ends_at_once(parts: Path) -> None:
    data = json.loads((parts / "edition.json").read_text("utf-8"))
    for paragraph in (p for chapter in data["chapters"] for p in chapter["paragraphs"]):
        assert not re.search(r"\s[.,]|\(\)|\[", paragraph["text"])


def test_the_data_is_valid_and_says_what_was_typed(parts: Path) -> None:
    data = json.loads((parts / "edition.json").read_text("utf-8"))
    schema = json.loads((parts / data["$schema"].rpartition("/")[2]).read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    notes = data["chapters"][1]["paragraphs"][1]["notes"]
    said = [(n.get("prefix"), n.get("ranges"), n.get("suffix")) for n in notes]
    assert ("see", {"page": [[345, 352]]}, None) in said
    assert (None, {"section": [[4, 4]]}, ", my emphasis") in said
    assert (None, {"page": [[27, None]]}, None) in said
    assert (None, {"article-locator": [["5(1)", "5(1)"]], "paragraph": [[2, 2]]}, None) in said


def test_no_sign_of_a_citation_is_left_in_any_text(parts: Path) -> None:
    for file in ("cranes/index.html", "cranes/index.md", "llms-full.txt", "edition.json"):
        text = (parts / file).read_text("utf-8")
        assert not re.search(r"\[@|@(fox|garcia)|ff\.\.", text), file


def test_a_source_says_where_each_paragraph_relies_on_it(parts: Path) -> None:
    source = html.parse(str(parts / "sources/fox-2001-ships/index.html")).getroot()
    pages = [words(part) for part in source.xpath("//*[@class='use-pages']")]
    assert pages == [
        "pp. 3–5",
        "pp. 1, 9",
        "pp. 345–352",
        "§ 4",
        "vol. 2, p. 5",
        "pp. 27 ff.",
        "fig. 2",
    ]


def test_a_paragraph_of_a_source_is_not_taken_for_one_of_the_edition(parts: Path) -> None:
    source = html.parse(str(parts / "sources/garcia-2010-gruas/index.html")).getroot()
    uses = [words(use) for use in source.xpath("//*[@class='uses']/li")]
    assert any("Cranes, para. 3, p. xii: " in use for use in uses)
    assert any("Cranes, para. 3, on art. 5(1), para. 2 of the source: " in use for use in uses)


def test_an_edition_that_is_frozen_with_them_has_not_changed() -> None:
    files, bib = made_up.changed("about.md", "See", "See")
    edition, report = made_up.read({**files, "cranes.md": written().encode()}, bib)
    frozen = parsed(json.loads(json.dumps(as_data(edition))))
    assert (report, corrected(edition, frozen), list(changes(edition, frozen))) == (
        [],
        frozenset(),
        [],
    )


@pytest.fixture
def tab(parts: Path, tabs: Tabs) -> Iterator[Page]:
    with serving(parts) as address, tabs.visiting(address) as opened:
        opened.goto(address)
        opened.keyboard.press("/")
        yield opened


def test_what_a_note_relies_on_is_found_by_every_name(tab: Page) -> None:
    unfound = [asked for asked in FOUND if "cranes/#p3" not in found(tab, asked)]
    assert not unfound, unfound
