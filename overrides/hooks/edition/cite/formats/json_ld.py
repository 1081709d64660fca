"""What pages tell search engines of a work, in the words of schema.org, as JSON-LD."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from edition.cite.restated import LICENCE, Cited, cited_page, name_of
from edition.cite.source_facts import issued, stated, stated_handle
from edition.model import Edition, Page, Person, Source
from edition.model.dates import UNDATED

JsonObject = dict[str, Any]


def edition_data(edition: Edition, chapter: Page) -> JsonObject:
    """A chapter as a section of this edition, the home page as the whole of it; both are based on the article."""
    part = cited_page(edition, chapter)
    return typed(
        "Chapter" if part.container else "Book",
        name=part.title,
        disambiguatingDescription=part.remark,
        description=chapter.meta.get("description"),
        author=agents(part.authors),
        creator=organization(edition.words.citing.maintainers),
        isPartOf=whole(edition) if part.container else None,
        isBasedOn=work(edition.article) if edition.article else None,
        url=part.known_address,
        **of_edition(edition),
    )


def source_data(edition: Edition, source: Source) -> JsonObject:
    """A source's page: a page of this edition that is about one work."""
    site = Cited(edition).known_address
    return typed(
        "WebPage",
        name=source.title,
        # And in no tag of the page, which Zotero would take for an abstract.
        description=source.description(edition.words),
        url=site and site + edition.source_address(source.key),
        inLanguage=edition.words.language.tag,
        isPartOf=whole(edition),
        mainEntity=work(source),
    )


def whole(edition: Edition) -> JsonObject:
    """The edition as that which its pages are part of."""
    return typed(
        "Book", name=name_of(edition), url=Cited(edition).known_address, **of_edition(edition)
    )


def of_edition(edition: Edition) -> JsonObject:
    """What holds for the whole edition and each part of it."""
    return {
        "version": str(edition.settings.number),
        "datePublished": edition.settings.date,
        "inLanguage": edition.words.language.tag,
        "license": LICENCE,
    }


def work(source: Source) -> JsonObject:
    """A source as a work of its own."""
    kind = source.entry_type
    return typed(
        kind.schema,
        name=source.title,
        alternateName=other_titles(source),
        author=agents(source.persons.get("author", ())),
        editor=None
        if kind.container_schema == "Book"
        else agents(source.persons.get("editor", ())),
        translator=agents(source.persons.get("translator", ())),
        isPartOf=held_in(source),
        publisher=organization(stated(source, "institution") or stated(source, "publisher")),
        datePublished=issued(source),
        creativeWorkStatus=source.issued.state if source.issued.state != UNDATED else "",
        inLanguage=source.language,
        url=stated(source, "url"),
        sameAs=same_as(source),
        **{name: stated(source, field) for field, name in kind.schema_properties.items()},
    )


def same_as(source: Source) -> str | list[str]:
    """The lasting addresses of a source: that of its handle, that of its DOI."""
    doi = stated(source, "doi")
    lasting = [*filter(None, (stated_handle(source), doi and f"https://doi.org/{quote(doi)}"))]
    return lasting if len(lasting) > 1 else "".join(lasting)


def other_titles(source: Source) -> list[str]:
    """The title in the language of the original, and the publisher's in English."""
    is_publishers = source.get("titletranslationby") == "publisher"
    translation = stated(source, "titletranslation") if is_publishers else ""
    return [title for title in (stated(source, "origtitle"), translation) if title]


def held_in(source: Source) -> JsonObject | None:
    """What a source stands in: the issue of a journal, a book with its editors, a site."""
    schema, title = source.entry_type.container_schema, stated(source, source.entry_type.container)
    if not (schema and title):
        return None
    if schema != "Periodical":
        return typed(schema, name=title, editor=agents(source.persons.get("editor", ())))
    held: JsonObject = typed(schema, name=title, issn=stated(source, "issn"))
    if volume := stated(source, "volume"):
        held = typed("PublicationVolume", volumeNumber=volume, isPartOf=held)
    number = stated(source, "number")
    return (
        typed("PublicationIssue", issueNumber=number, isPartOf=held)
        if number or not volume
        else held
    )


def agents(persons: Sequence[Person]) -> list[JsonObject]:
    return [agent(person) for person in persons]


def agent(person: Person) -> JsonObject:
    """A person, or an institution, whose name stays whole."""
    if person.is_institution:
        return typed("Organization", name=person.family)
    return typed("Person", name=person.name, familyName=person.family, givenName=person.given)


def organization(name: str) -> JsonObject | None:
    return typed("Organization", name=name) if name else None


def typed(schema: str, **properties: object) -> JsonObject:
    """An object of a type of schema.org, with those properties that have a value."""
    return {"@type": schema, **{name: value for name, value in properties.items() if value}}
