"""An edition in another language says all it says in that language: one record of words, and no English beside it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace

import pytest

import made_up
from another_language import in_another_language
from edition.cite.formats.citation_tags import edition_tags, source_tags
from edition.cite.formats.json_ld import edition_data, source_data
from edition.cite.references import References, format_references
from edition.cite.restated import ways_to_cite
from edition.cite.source_facts import remarks, uncounted
from edition.contents import about_sections, home_sections, records
from edition.contents.addressed_texts import frozen_text
from edition.contents.citable_parts import one_paragraph, parts
from edition.contents.link_targets import link_targets, preview
from edition.contents.stubs import name_of
from edition.keep.changes import changes
from edition.keep.frozen_editions import FrozenEdition, Wording
from edition.look.social_card import card_of
from edition.views.browse.related import how_in_words
from edition.views.find import search
from edition.views.link import text_and_data
from edition.views.link.briefing import Briefing
from edition.views.text.catalogue import facets
from edition.words import ENGLISH, Words
from edition.words.grammar import Language
from edition.write import llms
from edition.write.chapter_markdown import chapter_markdown
from edition.write.edition_data import edition_json
from edition.write.forms import forms
from edition.write.tree import words_of
from project import ROOT

BIB = made_up.BIB.replace(
    "publisher = {Quay Press},", "publisher = {Quay Press},\n  origtitle = {港口},"
).replace("{author, title, publisher, date}", "{author, title, publisher, date, origtitle}")


WORDS: Words = replace(
    in_another_language(ENGLISH),
    language=Language(tag="xx", name="xxish", locale="xx_XX", prefix="xx/"),
)
SETTINGS = replace(made_up.SETTINGS, words=WORDS)
EDITION, _ = made_up.read(
    {name: text.encode() for name, text in made_up.FILES.items()}, BIB.encode(), SETTINGS
)
CHAPTER, PARAGRAPH = EDITION.chapters[1], EDITION.chapters[1].paragraphs[0]
FROZEN = FrozenEdition(1, "2026-11-24", {"p2": Wording("Cranes."), "p9": Wording("Old.")})
TYPED = " ".join([*made_up.FILES.values(), BIB, *map(str, vars(made_up.SETTINGS).values())])
NAMES = {"BibTeX", "RIS", "CSL", "JSON", "llms", "ins", "del"}
"""Names of formats and elements."""
KNOWN = set(re.findall(r"\w+", TYPED)) | NAMES

Said = Callable[[References], object]
VIEWS: dict[str, Said] = {
    "citations": lambda _: [forms(EDITION, page).plain for page in EDITION.pages],
    "citations as Markdown": lambda _: [forms(EDITION, page).markdown for page in EDITION.pages],
    "ways to cite": lambda _: [list(ways_to_cite(EDITION, page, str)) for page in EDITION.pages],
    "a chapter as Markdown": lambda made: chapter_markdown(EDITION, CHAPTER, made),
    "llms.txt": lambda made: llms.overview(EDITION, made, {"sources/", "index.md", "edition.json"}),
    "llms-full.txt": lambda made: llms.full_text(EDITION, made),
    "the record of a source": lambda _: [
        [
            *records.rows(source, WORDS),
            *records.copies(source, EDITION),
            source.description(WORDS),
            uncounted(source, WORDS),
        ]
        for source in EDITION.sources
    ],
    "the filters": lambda _: [f.label for f in facets(EDITION.sources, {}, EDITION)],
    "remarks in exports": lambda _: [remarks(source, set(), WORDS) for source in EDITION.sources],
    "tags": lambda _: [content for name, content in tags() if not name.endswith("itemType")],
    "JSON-LD": lambda _: (
        [edition_data(EDITION, CHAPTER)]
        + [source_data(EDITION, source) for source in EDITION.sources]
    ),
    "other forms of a page": lambda _: [
        title for *_, title in text_and_data.of_page(EDITION, "index.md")
    ],
    "search": lambda made: [
        *search.source_records(EDITION, made, {}),
        *search.paragraph_records(EDITION),
        *search.section_records(EDITION, {}),
    ],
    "a briefing": lambda made: [
        Briefing(EDITION, made).words(chapter, paragraph)
        + Briefing(EDITION, made).notes(chapter, paragraph)
        for chapter in EDITION.chapters
        for paragraph in chapter.paragraphs
    ],
    "what the panel takes": lambda _: [
        [value for name, value in part.items() if name not in ("kind", "sources")]
        for part in (*parts(EDITION, CHAPTER).values(), one_paragraph(EDITION, PARAGRAPH))
    ],
    "places": lambda _: [[target["name"], target["title"]] for target in link_targets(EDITION)],
    "a preview": lambda _: preview(EDITION, CHAPTER, PARAGRAPH),
    "where the same words stay": lambda _: frozen_text(EDITION, PARAGRAPH, [kept()]),
    "what has changed": lambda _: list(changes(EDITION, FROZEN)),
    "a place that moved": lambda _: [
        name_of(EDITION, place) for place in ("cranes/#p2", "cranes/#fn:3", "sources/", "./#begin")
    ],
    "social cards": lambda _: [card_of(EDITION, page.file, page.title) for page in EDITION.pages],
    "under headings": lambda made: [
        words_of(found)
        for filled in (
            about_sections.sections(about_sections.About(EDITION, made)),
            home_sections.sections(
                EDITION, home_sections.Offers("p/", "briefing/", "sources/sources", "schema")
            ),
        )
        for found in filled.values()
    ],
    "how paragraphs refer": lambda _: list(how_in_words(WORDS.relations).values()),
}
"""What readers get of an edition, by what it is."""


def tags() -> Iterator[tuple[str, str]]:
    yield from edition_tags(EDITION, CHAPTER)
    for source in EDITION.sources:
        yield from source_tags(source, WORDS)


def kept() -> FrozenEdition:
    return FrozenEdition(1, "2026-11-24", {"p2": Wording(PARAGRAPH.text)}, {"p2": "cranes/"})


def texts_in(data: object) -> Iterator[str]:
    """All texts in some data, but for the names of what it holds."""
    if isinstance(data, str):
        yield str(data)
    elif isinstance(data, Mapping):
        told = (value for name, value in data.items() if name not in ("@type", "@context"))
        yield from (text for value in told for text in texts_in(value))
    elif is_dataclass(data):
        yield from (text for one in fields(data) for text in texts_in(getattr(data, one.name)))
    elif isinstance(data, Iterable):
        yield from (text for value in data for text in texts_in(value))


NO_WORDS = re.compile(r"<[^>]*>|\S*[/#@]\S*|\S+\.\w{2,4}\b|\w+(?:-\w+)+|`[^`]*`")
"""Tags, addresses, names of files and citation keys."""


def stray(text: str) -> list[str]:
    """The words of a text that neither its authors nor its language said."""
    words = re.findall(r"\w{3,}", NO_WORDS.sub(" ", text))
    return [word for word in words if word.isascii() and word.isalpha() and word not in KNOWN]


@pytest.fixture(scope="module")
def references() -> References:
    return format_references(EDITION, ROOT / ".cache/references")


@pytest.mark.parametrize("view", VIEWS)
def test_no_english_is_said_beside_another_language(view: str, references: References) -> None:
    texts = list(texts_in(VIEWS[view](references)))
    assert any("ж" in text for text in texts)
    assert [word for text in texts for word in stray(text)] == []


def test_every_address_of_an_edition_begins_with_what_its_language_adds(
    references: References,
) -> None:
    texts = [
        *vars(forms(EDITION, CHAPTER, PARAGRAPH)).values(),
        chapter_markdown(EDITION, CHAPTER, references),
        llms.full_text(EDITION, references),
        edition_json(EDITION),
        Briefing(EDITION, references).words(CHAPTER, PARAGRAPH),
    ]
    for text in texts:
        starts = re.findall(r"https://example\.org/e/[^\s/]*/", text)
        assert set(starts) == {"https://example.org/e/xx/"}
