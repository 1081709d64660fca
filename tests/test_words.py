"""What the edition says to readers has one place, and what it says of this one article comes from what people wrote."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

import made_up
from edition.cite.restated import cited_title
from edition.model import Edition, Source
from edition.problems import Problems
from edition.read.settings import read_settings
from edition.words import ALL_WORDS, ENGLISH, Words
from edition.words.grammar import Counted, Listing
from edition.write.titles import unbroken

EDITION = made_up.whole()
EXTRA = {"number": 1, "date": "2026-11-24", "subtitle": "In two chapters"}


# Forms of a language


def test_a_count_chooses_between_singular_and_plural() -> None:
    ships = Counted(one="{count} ship of {port}", many="{count} ships of {port}")
    assert [ships.of(n, port="Quay") for n in (0, 1, 2)] == [
        "0 ships of Quay", "1 ship of Quay", "2 ships of Quay",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "printed"),
    [("1900-05-04", "4 May 1900"), ("1900-12", "December 1900"), ("1900", "1900")],
)
def test_a_date_is_printed_as_far_as_it_is_known(day: str, printed: str) -> None:
    assert ENGLISH.dates.printed(day) == printed


@pytest.mark.parametrize(
    ("things", "said"), [("", ""), ("A", "A"), ("AB", "A and B"), ("ABC", "A, B and C")]
)
def test_things_in_a_row_are_parted_as_the_language_does(things: str, said: str) -> None:
    assert Listing(between=", ", last=" and ").of(list(things)) == said


def test_an_ordinal_beyond_those_in_words_is_a_number() -> None:
    assert [ENGLISH.chapter.ordinals.of(n) for n in (1, 3, 4)] == ["first", "third", "4th"]


# Languages


def said_in(room: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Each word of a record with the way to it."""
    if isinstance(room, str):
        yield name, room
    elif is_dataclass(room):
        for one in fields(room):
            yield from said_in(getattr(room, one.name), f"{name}.{one.name}")
    else:
        named = room.items() if isinstance(room, dict) else enumerate(room)  # type: ignore[arg-type]
        for key, value in named:
            yield from said_in(value, f"{name}.{key}")


def faults(words: Words) -> list[str]:
    """What a record lacks that the English one has, and which of its words have other parts."""
    said, english = dict(said_in(words)), dict(said_in(ENGLISH))
    lacks = [name for name in english if not said.get(name) and name != ".language.prefix"]
    parts = re.compile(r"\{\w+\}")
    both = [name for name in english if name not in lacks]
    differ = [n for n in both if {*parts.findall(said[n])} != {*parts.findall(english[n])}]
    return lacks + differ


@pytest.mark.parametrize("tag", ALL_WORDS)
def test_each_language_says_all_that_english_says(tag: str) -> None:
    assert faults(ALL_WORDS[tag]) == [] and len(dict(said_in(ALL_WORDS[tag]))) > 400


def test_a_missing_word_or_one_with_other_fields_is_reported() -> None:
    types = {name: word for name, word in ENGLISH.sources.types.items() if name != "book"}
    sources = replace(ENGLISH.sources, types=types, address="")
    parts = replace(ENGLISH.parts, note="nota {numero}")
    assert faults(replace(ENGLISH, sources=sources, parts=parts)) == [
        ".sources.types.book", ".sources.address", ".parts.note",
    ]  # fmt: skip


def test_the_language_is_the_theme_s_and_has_its_record() -> None:
    problems = Problems()
    read_settings({"edition": EXTRA}, "A title", "", problems, "xx")
    (said,) = problems.report()
    assert said.startswith(
        "mkdocs.yml: theme.language is 'xx', in which there are no words; write one of en"
    )


# The article's own words, from what people wrote


def articled(**changed: str) -> Edition:
    """The made-up edition with another title of its own, or of its article."""
    settings = replace(EDITION.settings, title=changed.pop("own", EDITION.settings.title))
    sources = tuple(with_fields(s, changed) if s.is_article else s for s in EDITION.sources)
    return replace(EDITION, settings=settings, sources=sources)


def with_fields(source: Source, changed: dict[str, str]) -> Source:
    return replace(source, fields={**source.fields, **changed})


@pytest.mark.parametrize(
    ("title", "own", "cited"),
    [
        ("Quay-Old Harbour Ships: A-Z", "Quay–Old Harbour Ships", "Quay–Old Harbour Ships: A-Z"),
        ("Quay-Old Harbour Ships", "Ships", "Quay-Old Harbour Ships"),
        ("Old-Harbour Ships", "Old-Harbour Ships", "Old-Harbour Ships"),
    ],
)
def test_the_cited_title_has_the_dashes_of_the_edition_s(title: str, own: str, cited: str) -> None:
    assert cited_title(articled(title=title, own=own)) == cited


def test_a_large_title_keeps_its_names_together() -> None:
    told = unbroken("Mending Quay–Old Harbour & Deep Sea Cranes", "Deep Sea")
    joined = '<span class="joined">Quay–Old\u00a0Harbour</span>'
    assert str(told) == f"Mending {joined} &amp; Deep\u00a0Sea Cranes"


def test_the_languages_of_what_is_cited_come_from_the_bibliography() -> None:
    assert EDITION.languages_of_sources == "English and Spanish"


@pytest.mark.parametrize(
    ("changed", "language"),
    [
        ({"origtitle": "港口"}, "chinese"),
        ({"origtitle": "Puertos", "language": "spanish"}, "spanish"),
        ({}, "english"),
    ],
)
def test_a_name_in_the_original_says_in_which_language(
    changed: dict[str, str], language: str
) -> None:
    article = articled(**changed).article
    assert article and article.original_language == language


# The paragraph that is an example


def exampled(example: str) -> list[str]:
    problems = Problems()
    settings = read_settings({"edition": {**EXTRA, "example": example}}, "A title", "", problems)
    edition, report = made_up.read(*made_up.changed("about.md", "See", "See"), settings)
    return [*problems.report(), *report, edition.example.id]


@pytest.mark.parametrize(("example", "ident"), [("p3", "p3"), ("", "p2")])
def test_the_example_is_the_paragraph_that_is_set_or_the_last_chapter_s_first(
    example: str, ident: str
) -> None:
    assert exampled(example) == [ident]


@pytest.mark.parametrize(
    ("example", "message"),
    [
        ("p99", "which no chapter holds; write the id of a paragraph, or leave it out"),
        ("p33", "which no chapter holds; did you mean 'p3'?"),
        ("25", "write the id of the paragraph by which pages show"),
    ],
)
def test_an_example_that_no_chapter_holds_is_one_line(example: str, message: str) -> None:
    said = exampled(example)[0]
    assert said.startswith(f"mkdocs.yml: extra.edition.example is '{example}'") and message in said
