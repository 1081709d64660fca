"""The tags in which pages tell reference managers of a work.

They are Highwire's (citation_…) and, where these have no word, Zotero's own (z:…): its translators "Embedded
Metadata" and "RDF" take them over as they are, before what they find in the page's Open Graph tags. What none of
these has a word for goes into Zotero's field Extra.
"""

from collections.abc import Iterator, Sequence

from edition.cite.restated import cited_page
from edition.cite.source_facts import (
    Pair,
    filled,
    issued,
    kept_whole,
    name_in_tag,
    remarks,
    stated,
    stated_address,
    whole_names,
)
from edition.model import Edition, Page, Person, Source
from edition.words import Words

TAGS = {
    "location": "z:place", "pages": "z:pages", "isbn": "citation_isbn", "issn": "citation_issn",
    "doi": "citation_doi", "shorttitle": "z:shortTitle",
}  # fmt: skip
"""Where the fields go that mean the same in every type of entry; of a type that says where, there."""
UNKNOWN = {"translator", "bookauthor", "urldate"}
"""Fields that no tag names; Zotero puts in the day on which its reader saw the page."""


def edition_tags(edition: Edition, chapter: Page) -> Iterator[Pair]:
    """A chapter as a section of this edition, the home page as the whole of it: never as the author's article."""
    cited = cited_page(edition, chapter)
    yield "citation_title", cited.title
    yield from names(cited.authors)
    if cited.container:  # Google Scholar asks for the second tag, older Zoteros for the first.
        yield "citation_book_title", cited.container
        yield "citation_inbook_title", cited.container
    yield "citation_publication_date", cited.date
    yield "citation_language", cited.language.tag
    yield from filled([("citation_public_url", cited.known_address)])
    yield "z:itemType", "bookSection" if cited.container else "book"
    yield "z:extra", cited.remark


def source_tags(source: Source, words: Words) -> Iterator[Pair]:
    """The tags by which a page offers its source, and that alone."""
    kind = source.entry_type
    tags = {**kind.tags, **{n: t for n, t in TAGS.items() if n not in kind.tags}}
    yield "citation_title", source.title
    yield from names(source.persons.get("author", ()))
    yield from names(source.persons.get("editor", ()), "editor")
    yield from filled((tag, stated(source, name)) for name, tag in tags.items())
    yield from filled([("citation_public_url", stated_address(source))])
    yield from filled([("citation_publication_date", issued(source))])
    yield from filled([("citation_language", source.language)])
    yield "z:itemType", kind.zotero
    left_out = {name for name in source.fields if not stated(source, name)}
    extra = [
        *remarks(source, (kept_whole(source, UNKNOWN) | {"doi"}) - left_out, words),
        *whole_names(source, words),
    ]
    yield from filled([("z:extra", "\n".join(extra))])


def names(persons: Sequence[Person], role: str = "author") -> Iterator[Pair]:
    """A tag for each person in a role."""
    for person in persons:
        # A lone name of several words on both sides of its comma is two to Zotero, unless there is a semicolon.
        is_taken_for_two = len(persons) == 1 and " " in person.family and " " in person.given
        yield f"citation_{role}", name_in_tag(person) + (";" if is_taken_for_two else "")
