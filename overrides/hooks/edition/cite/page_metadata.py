"""What pages tell programs of a work: tags that reference managers read, ContextObjects, and JSON-LD.

Tags are Highwire's (citation_…) and, where these have no word, Zotero's own (z:…): its translators "Embedded
Metadata" and "RDF" take them over as they are, before what they find in the page's Open Graph tags. What none of
these has a word for goes into Zotero's field Extra.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from urllib.parse import quote, urlencode

from edition.cite.restated import author, is_corrected, known_address, name_of, year
from edition.cite.source_notes import SLOTS, handle_address, is_span, notes, whole_names
from edition.contents.records import description
from edition.look.content_policy import Inline, JsonObject, data_block
from edition.model import LANGUAGES, REQUIRED, Edition, Page, Paragraph, Person, Source
from edition.words import Words

Pair = tuple[str, str]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Kind:
    """How a type of entry is told: its type in Zotero and in schema.org, its format and genre in OpenURL, the
    field that names what it stands in, and where further fields go, as tags and as keys of a ContextObject."""

    item_type: str
    schema: str
    format: str
    genre: str
    container: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


KINDS = {
    "article": Kind(
        "journalArticle", "ScholarlyArticle", "journal", "article", "journaltitle",
        tags={
            "journaltitle": "citation_journal_title", "number": "citation_issue",
            "series": "citation_series_title",
        },
        keys={"title": "atitle", "journaltitle": "jtitle", "number": "issue"},
    ),
    "book": Kind(
        "book", "Book", "book", "book",
        tags={
            "publisher": "citation_publisher", "series": "citation_series_title",
            "number": "z:seriesNumber", "totalpages": "z:numPages",
        },
        keys={"title": "btitle", "publisher": "pub", "totalpages": "tpages"},
    ),
    "incollection": Kind(
        "bookSection", "Chapter", "book", "bookitem", "booktitle",
        tags={
            "booktitle": "citation_book_title", "publisher": "citation_publisher",
            "series": "citation_series_title", "number": "z:seriesNumber",
        },
        keys={"title": "atitle", "booktitle": "btitle", "publisher": "pub"},
    ),
    "online": Kind(
        "webpage", "WebPage", "dc", "webpage", "organization",
        tags={"organization": "z:publicationTitle"},
        keys={"title": "title", "organization": "source"},
    ),
    "report": Kind(
        "report", "Report", "book", "report",
        tags={
            "institution": "citation_technical_report_institution",
            "number": "citation_technical_report_number",
            "series": "z:seriesTitle",
            "type": "z:reportType",
        },
        keys={"title": "btitle", "institution": "pub"},
    ),
    "unpublished": Kind(
        "presentation", "CreativeWork", "dc", "presentation",
        tags={"type": "z:presentationType", "eventtitle": "z:meetingName", "venue": "z:place"},
        keys={"title": "title", "venue": "place"},
    ),
}  # fmt: skip
TAGS = {
    "location": "z:place", "pages": "z:pages", "isbn": "citation_isbn", "issn": "citation_issn",
    "doi": "citation_doi", "shorttitle": "z:shortTitle",
}  # fmt: skip
KEYS = {key: key for key in ("series", "pages", "isbn", "issn")} | {"location": "place"}
"""Where the fields go that mean the same in every type of entry (OpenURL's Dublin Core has no keys for them)."""


def stated(source: Source, name: str) -> str:
    """A field as a program is told it: what nobody verified is left out, unless the source could not be found
    without it, since a tag cannot say how sure it is."""
    needed = {*REQUIRED[source.type], "url"} | ({"number"} if source.type == "article" else set())
    doubtful = name in source.listed("unverified") and name not in needed
    return "" if doubtful else source.get(name)


def issued(source: Source) -> str:
    """The date in ISO form; of a span of days what first and last share, since programs take one date."""
    first, _, last = source.get("date").partition("/")
    pairs = zip(first.split("-"), (last or first).split("-"), strict=False)
    return "-".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) or last


def language(source: Source) -> str:
    """The BCP 47 tag of the language that the source is written in."""
    return LANGUAGES.get(source.get("language"), "")


def restated_title(edition: Edition, chapter: Page) -> str:
    """The title of a chapter, or of the whole on the home page, which nobody can take for the author's own."""
    return restated_from(edition, name_of(edition) if chapter.is_home else chapter.title)


def restated_from(edition: Edition, title: str) -> str:
    """A title of a part of the edition, with whose article it restates."""
    said = edition.words.citing.restated_from
    return said.format(title=title, author=author(edition), year=year(edition))


def remark(edition: Edition, page: Page | None = None, paragraph: Paragraph | None = None) -> str:
    """What a program is told beside the title: whose wording it is not, and whether it was corrected since."""
    said = edition.words.citing
    later = said.corrected if is_corrected(edition, page, paragraph) else ""
    return "; ".join(filter(None, [said.remark, later]))


def inverted(person: Person) -> str:
    """A name with the family name first. An institution's ends in a comma, without which Zotero splits it at its
    last word, and holds no other, at which it would be split as well."""
    return f"{person.undivided}," if person.is_institution else f"{person.family}, {person.given}"


def names(source: Source | None, role: str = "author") -> Iterator[Pair]:
    """A tag for each person in a role, and none where the source names nobody."""
    persons = source.persons.get(role, ()) if source else ()
    for person in persons:
        yield f"citation_{role}", inverted(person) + ";" * is_taken_for_two(person, len(persons))


def is_taken_for_two(person: Person, number: int) -> bool:
    """Zotero takes a lone name for two, if there are several words on both sides of its comma, but not if there
    is a semicolon."""
    return number == 1 and " " in person.family and " " in person.given


def edition_tags(edition: Edition, chapter: Page) -> Iterator[Pair]:
    """A chapter as a section of this edition, the home page as the whole of it: never as the author's article."""
    yield "citation_title", restated_title(edition, chapter)
    yield from names(edition.article)
    if not chapter.is_home:
        yield from container_tags(name_of(edition))
    yield "citation_publication_date", edition.settings.date
    yield "citation_language", edition.words.language.tag
    yield from filled([("citation_public_url", known_address(edition, chapter))])
    yield "z:itemType", "book" if chapter.is_home else "bookSection"
    yield "z:extra", remark(edition, None if chapter.is_home else chapter)


def container_tags(title: str) -> Iterator[Pair]:
    """A book that something stands in: Google Scholar asks for the second tag, older Zoteros for the first."""
    yield "citation_book_title", title
    yield "citation_inbook_title", title


def source_tags(source: Source, words: Words) -> Iterator[Pair]:
    """The tags by which a page offers its source, and that alone."""
    kind = KINDS[source.type]
    tags = {**kind.tags, **TAGS}
    yield "citation_title", source.title
    yield from names(source)
    yield from names(source, "editor")
    yield from filled((tag, stated(source, name)) for name, tag in tags.items())
    yield from filled([("citation_public_url", stated_address(source))])
    yield from filled([("citation_publication_date", issued(source))])
    yield from filled([("citation_language", language(source))])
    yield "z:itemType", kind.item_type
    extra = [*notes(source, kept(source), words), *whole_names(source, words)]
    yield from filled([("z:extra", "\n".join(extra))])


def kept(source: Source) -> set[str]:
    """The fields that the tags tell and Zotero keeps whole."""
    doubtful = {name for name in source.fields if not stated(source, name)}
    return SLOTS[source.type] - doubtful - ({"date"} if is_span(source) else set())


def filled(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Those of some pairs that say something."""
    return ((name, value) for name, value in pairs if value)


def coins(source: Source) -> str:
    """A source as a ContextObject in keys and values (ANSI/NISO Z39.88-2004): the title of an empty span with the
    class Z3988, in which the page has still to write its ampersands as HTML does."""
    return urlencode(list(filled(context_object(source))), quote_via=quote, safe="")


def context_object(source: Source) -> Iterator[Pair]:
    kind = KINDS[source.type]
    keys = {**kind.keys, **({} if kind.format == "dc" else KEYS)}
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{kind.format}"
    yield "rft.type" if kind.format == "dc" else "rft.genre", kind.genre
    for name, key in keys.items():
        yield f"rft.{key}", stated(source, name)
    yield from context_authors(source, "rft.creator" if kind.format == "dc" else "rft.au")
    for person in source.persons.get("editor", ()):
        yield "rft.contributor", inverted(person)
    yield "rft.date", issued(source)
    yield "rft.language", language(source)
    for identifier in identifiers(source):
        yield "rft_id", identifier


def context_authors(source: Source, key: str) -> Iterator[Pair]:
    """Each author; an institution by the key that keeps its name whole."""
    for person in source.persons.get("author", ()):
        if person.is_institution:
            yield "rft.aucorp", person.family
        else:
            yield key, inverted(person)


def identifiers(source: Source) -> Iterator[str]:
    """What a source is found by."""
    doi, handle = stated(source, "doi"), stated(source, "handle")
    if doi:
        yield f"info:doi/{doi}"
    if handle:
        yield f"info:hdl/{handle}"
    yield without_plus(stated_address(source))


def without_plus(address: str) -> str:
    """An address as Zotero's reader of ContextObjects leaves it whole: it takes a plus sign, encoded or not, for a
    space, and so it gets the code of the sign as letters; in a query the sign is a space."""
    path, mark, query = address.partition("?")
    return path.replace("+", "%2B") + mark + query.replace("+", "%20")


def stated_address(source: Source) -> str:
    """The address that is cited, else that of the handle."""
    return stated(source, "url") or stated_handle(source)


def stated_handle(source: Source) -> str:
    return handle_address(source) if stated(source, "handle") else ""


def linked_data(data: JsonObject) -> Inline:
    """JSON-LD, as a page holds it."""
    return data_block({"@context": "https://schema.org", **data}, "application/ld+json")


def known(**values: object) -> JsonObject:
    """An object of those properties that have a value; `kind` is its type."""
    named = {"@type" if name == "kind" else name: value for name, value in values.items()}
    return {name: value for name, value in named.items() if value}


def edition_data(edition: Edition, chapter: Page) -> JsonObject:
    """A chapter as a section of this edition, the home page as the whole of it; both are based on the article."""
    article = edition.article
    return known(
        kind="Book" if chapter.is_home else "Chapter",
        name=restated_title(edition, chapter),
        disambiguatingDescription=remark(edition, None if chapter.is_home else chapter),
        description=chapter.meta.get("description"),
        author=agents(article),
        creator=organization(edition.words.citing.maintainers),
        isPartOf=None if chapter.is_home else whole(edition),
        isBasedOn=work(article) if article else None,
        url=known_address(edition, chapter),
        **of_edition(edition),
    )


def of_edition(edition: Edition) -> JsonObject:
    """What holds for the whole edition and each part of it."""
    return {
        "version": str(edition.settings.number),
        "datePublished": edition.settings.date,
        "inLanguage": edition.words.language.tag,
        "license": LICENCE,
    }


def whole(edition: Edition) -> JsonObject:
    """The edition as that which its pages are part of."""
    return known(
        kind="Book", name=name_of(edition), url=known_address(edition), **of_edition(edition)
    )


def source_data(edition: Edition, source: Source) -> JsonObject:
    """A source's page: a page of this edition that is about one work."""
    site = known_address(edition)
    return known(
        kind="WebPage",
        name=source.title,
        # And in no tag of the page, which Zotero would take for an abstract.
        description=description(source, edition.words),
        url=site and f"{site}sources/{source.key}/",
        inLanguage=edition.words.language.tag,
        isPartOf=whole(edition),
        mainEntity=work(source),
    )


def work(source: Source) -> JsonObject:
    """A source as a work of its own."""
    return known(
        kind=KINDS[source.type].schema,
        name=source.title,
        alternateName=other_titles(source),
        author=agents(source),
        isPartOf=held_in(source),
        publisher=organization(stated(source, "institution") or stated(source, "publisher")),
        datePublished=issued(source),
        inLanguage=language(source),
        url=stated(source, "url"),
        sameAs=stated_handle(source),
        **{name: stated(source, field) for field, name in PROPERTIES[source.type].items()},
    )


PROPERTIES = {
    "article": {"pages": "pagination"},
    "book": {"isbn": "isbn", "totalpages": "numberOfPages"},
    "incollection": {"pages": "pagination"},
    "online": {},
    "report": {"number": "reportNumber"},
    "unpublished": {"type": "genre"},
}
"""Properties of schema.org that a type of work has of its own, by the field they are from."""


def other_titles(source: Source) -> list[str]:
    """The title in the language of the original, and the publisher's in English."""
    theirs = source.get("titletranslationby") == "publisher"
    translation = stated(source, "titletranslation") if theirs else ""
    return [title for title in (stated(source, "origtitle"), translation) if title]


def held_in(source: Source) -> JsonObject | None:
    """What a source stands in: the issue of a journal, a book with its editors, a site."""
    title = stated(source, KINDS[source.type].container)
    if source.type == "article":
        journal = known(kind="Periodical", name=title, issn=stated(source, "issn"))
        return known(
            kind="PublicationIssue", issueNumber=stated(source, "number"), isPartOf=journal
        )
    if source.type == "incollection":
        return known(kind="Book", name=title, editor=agents(source, "editor"))
    return known(kind="WebSite", name=title) if title else None


def agents(source: Source | None, role: str = "author") -> list[JsonObject]:
    """The persons and institutions in a role."""
    return [agent(person) for person in source.persons.get(role, ())] if source else []


def agent(person: Person) -> JsonObject:
    if person.is_institution:
        return known(kind="Organization", name=person.family)
    return known(kind="Person", name=person.name, familyName=person.family, givenName=person.given)


def organization(name: str) -> JsonObject | None:
    return known(kind="Organization", name=name) if name else None
