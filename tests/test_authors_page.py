"""What the page for authors says is so: its examples are built, and its refusals are refused."""

import re
from collections.abc import Callable
from functools import cache

import pytest

import made_up
from edition.model import Edition
from edition.model.dates import date_in_words, read_date
from edition.model.entries.entry_types import ENTRY_TYPES
from edition.model.locators import printed_after
from edition.read.sources.field_names import FIELDS
from edition.words import ENGLISH
from edition.write.html import Html
from project import ROOT, Copies, built

PAGE = (ROOT / "overrides/AUTHORS.md").read_text(encoding="utf-8")
FOX = "fox-2001-ships"
MARK = "[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 1, 9]"
Report = Callable[[str], tuple[Edition, list[str]]]


def examples(kind: str) -> list[str]:
    """The blocks of the page that are of one kind."""
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", PAGE)


def rows(section: str, header: str) -> list[tuple[str, str]]:
    """The rows of a section's table that begins with a header, without the backticks of code."""
    (text,) = re.findall(rf"(?ms)^##+ {section}\n(.*?)(?=^##|\Z)", PAGE)
    table = text.partition(f"| {header} |\n")[2].partition("\n\n")[0].splitlines()[1:]
    assert table, section
    return [tuple(code(cell) for cell in row.strip("| ").split(" | ")) for row in table]  # type: ignore[misc]


def code(cell: str) -> str:
    """What a cell of a table holds, without the backticks around it."""
    return re.sub(r"^(`+) ?(.*?) ?\1$", r"\2", cell.strip())


def with_field(name: str) -> Report:
    """Reads the edition with a field of the book in it as it is typed."""

    def read(typed: str) -> tuple[Edition, list[str]]:
        old = re.search(rf"  {name} = .*\n", made_up.BIB)
        assert old is not None
        value = typed if typed.startswith("{") else f"{{{typed}}}"
        return made_up.read(*made_up.changed("references.bib", old[0], f"  {name} = {value},\n"))

    return read


def with_key(typed: str) -> tuple[Edition, list[str]]:
    files, bib = made_up.changed("references.bib", "port-1900-charter", typed)
    link = files["index.md"].replace(b"port-1900-charter", typed.encode())
    return made_up.read({**files, "index.md": link}, bib)


def with_sentence(typed: str) -> tuple[Edition, list[str]]:
    is_mark = typed.startswith("[") and "@" in typed
    sentence = f"Cranes rust.{typed}" if is_mark else f"Cranes rust {typed}.{MARK}"
    return made_up.read(*made_up.changed("cranes.md", f"Cranes rust.{MARK}", sentence))


def with_line(typed: str) -> tuple[Edition, list[str]]:
    return made_up.read(*made_up.changed("cranes.md", "Cranes rust.", f"{typed} So."))


def with_title(typed: str) -> tuple[Edition, list[str]]:
    return made_up.read(*made_up.changed("cranes.md", 'title: "Cranes"', typed))


NOT_BUT = "not | but"
READ = {
    "Keys": with_key,
    "Dates": with_field("date"),
    "Names": with_field("author"),
    "TeX in titles": with_field("title"),
    "A chapter": with_title,
    "Citations": with_sentence,
    "Prose": with_line,
}
"""How what a section refuses is put into the made-up edition."""
REFUSALS = [(section, *row) for section in READ for row in rows(section, NOT_BUT)]


@pytest.mark.parametrize(("section", "typed", "instead"), REFUSALS)
def test_what_is_refused_is_one_line_that_says_what_to_write(
    section: str, typed: str, instead: str
) -> None:
    said = READ[section](typed)[1]
    assert len(said) == 1 and ": " in said[0], said


@pytest.mark.parametrize(("section", "typed", "instead"), REFUSALS)
def test_what_the_page_says_instead_is_no_mistake(section: str, typed: str, instead: str) -> None:
    assert READ[section](instead)[1] == []


@pytest.mark.parametrize(("typed", "shown"), rows("Dates", "you write | readers see"))
def test_a_date_is_shown_as_the_page_says(typed: str, shown: str) -> None:
    edition, said = with_field("date")(typed)
    assert said == []
    assert date_in_words(read_date(typed), ENGLISH.dates) == shown


@pytest.mark.parametrize(("typed", "shown"), rows("Names", "you write | readers see"))
def test_a_name_is_shown_as_the_page_says(typed: str, shown: str) -> None:
    edition, said = with_field("author")(typed)
    assert said == []
    assert [person.name for person in edition.source[FOX].persons["author"]] == [shown]


@pytest.mark.parametrize(("typed", "shown"), rows("TeX in titles", "you write | readers see"))
def test_a_title_is_shown_as_the_page_says(typed: str, shown: str) -> None:
    edition, said = with_field("title")(typed)
    assert said == []
    assert str(Html().write(edition.source[FOX].content("title"))) == shown


@pytest.mark.parametrize(("typed", "shown"), rows("Citations", "you write | readers see"))
def test_a_part_of_a_source_is_printed_as_the_page_says(typed: str, shown: str) -> None:
    edition, _ = with_sentence(typed)
    citation = edition.page["cranes.md"].paragraphs[0].notes[0].citations[0]
    assert printed_after(citation, ENGLISH) == f", {shown}"


@pytest.mark.parametrize(("typed", "read"), rows("Names of fields", "BibTeX has | it is read as"))
def test_a_field_is_read_as_the_page_says(typed: str, read: str) -> None:
    assert FIELDS[typed] == read


def test_the_page_names_each_type_of_entry() -> None:
    table = PAGE.partition("| type | for |")[2].partition("\n\n")[0]
    assert {*re.findall(r"`@(\w+)`", table)} - {"phdthesis", "mastersthesis", "techreport"} == {
        *ENTRY_TYPES
    }


@cache
def needs() -> dict[str, set[str]]:
    """What the page says that each type needs."""
    table = PAGE.partition("| type | for |")[2].partition("\n\n")[0].splitlines()[2:]
    cells = [row.strip("| ").split(" | ") for row in table]
    return {
        name: {*last.split(", ")}
        for first, _, last in cells
        for name in re.findall(r"@(\w+)", first)
    }


@pytest.mark.parametrize("name", ENTRY_TYPES)
def test_the_page_says_what_a_type_needs(name: str) -> None:
    assert needs()[name] == {*ENTRY_TYPES[name].required} - {"title"}


def test_all_examples_are_built(small_copies: Copies) -> None:
    root = small_copies()
    front, text = examples("yaml")[0], "\n".join(examples("markdown"))
    (root / "docs/tides.md").write_text(f"---\n{front}---\n\n{text}", encoding="utf-8")
    bib = root / "references.bib"
    bib.write_text("\n\n".join([bib.read_text("utf-8"), *examples("bibtex")]), encoding="utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    listed = settings.replace("      - cranes.md\n", "      - cranes.md\n      - tides.md\n")
    (root / "mkdocs.yml").write_text(listed, encoding="utf-8")
    site = built(root)
    keys = re.findall(r"@\w+\{([\w-]+),", "\n".join(examples("bibtex")))
    assert len(keys) > 9 and all((site / f"sources/{key}/index.html").is_file() for key in keys)
