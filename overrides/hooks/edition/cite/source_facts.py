"""The facts of a source that programs get: those that are certain, and in words whatever has no field.

Programs differ in what they keep; Zotero, which drops what its type of item has no field for, sets the measure.
"""

from collections.abc import Collection, Container, Iterable, Iterator
from itertools import chain, takewhile

from edition.model import EditorUse, Person, Source
from edition.model.dates import date_in_words
from edition.model.entries.entry_fields import DATES, ROLES
from edition.model.entries.entry_type import ISSUER
from edition.words import Words

Pair = tuple[str, str]
"""A name and its value."""

NOTED = (
    *ROLES, "title", "shorttitle", "titletranslation", "publishedtitle", "origtitle", "origauthor", "origeditor",
    "booktitle", "origbooktitle", "journaltitle", "origjournaltitle", "shortjournal", "issuetitle", "eventtitle",
    "eventdate", "venue", "institution", "originstitution", "organization", "origorganization", "publisher",
    "origpublisher", "location", "origlocation", "date", "origdate", "pubstate", "edition", "version", "volume",
    "part", "volumes", "chapter", "series", "number", "wholenumber", "docnumbers", "pages", "totalpages", "isbn",
    "issn", "doi", "pmid", "pmcid", "eprint", "handle", "url", "urldate", "type", "howpublished", "contributors",
    "affiliation", "origaffiliation", "note", "addendum",
)  # fmt: skip
"""The fields that a note can name, in its order; a part of one is told with it."""


def issuer_field(source: Source) -> str:
    """The field that names who issued a source, of those that its type has; empty where it has none."""
    return next(filter(source.has, source.entry_type.issuers), "")


def text_of(source: Source, name: str, without: Collection[str] = ()) -> str:
    """A field as programs get it, with its parts, but for the fields that are left out."""
    field = issuer_field(source) if name == ISSUER else name
    return source.text(field, without)


def stated(source: Source, name: str) -> str:
    """A field for a page's tags, which cannot say how sure it is: empty where nobody verified it, unless the source
    could not be found without it."""
    needed = {*source.entry_type.required, *source.entry_type.identifying, "url"}
    return text_of(source, name, {*source.listed("unverified")} - needed)


def stated_handle(source: Source) -> str:
    """The address of the handle, where it is stated."""
    return source.handle_address if stated(source, "handle") else ""


def stated_address(source: Source) -> str:
    """The address that is cited, else that of the handle, where it is stated."""
    return stated(source, "url") or stated_handle(source)


def issued(source: Source) -> str:
    """The date in ISO form; of a span of days what first and last share, since programs take one date."""
    date = source.issued
    if not (date.first and date.last):
        return source.day
    pairs = zip(date.first.iso.split("-"), date.last.iso.split("-"), strict=False)
    return (
        "-".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) or date.last.iso
    )


def page_ranges(source: Source) -> list[tuple[str, str]]:
    """First and last page of each range on which a source stands; its number, where it has one in place of pages."""
    number = source.get("eid")
    return [*source.page_ranges, *([(number, number)] if number else [])]


def name_in_tag(person: Person) -> str:
    """A name with the family name first, in two parts. An institution's ends in a comma, without which Zotero parts it
    at its last word."""
    if person.is_institution:
        return f"{person.inverted},"
    return f"{person.family}, {' '.join(filter(None, (person.given, person.suffix)))}"


def filled(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs whose value is not empty."""
    return ((name, value) for name, value in pairs if value)


def kept_whole(source: Source, lost: Collection[str] = ()) -> frozenset[str]:
    """The fields that Zotero's item keeps whole, but for those that are lost in a format: it takes the first of several
    days, and of several who issued a source."""
    kept = set(source.entry_type.has_place_for)
    issuer = text_of(source, ISSUER)
    kept -= {name for name in source.entry_type.issuers if source.get(name) != issuer}
    kept -= set(lost)
    date, pages = source.dated("date"), page_ranges(source)
    if date.is_range or date.is_circa or date.is_uncertain or date.state:
        kept.discard("date")
    if len(pages) > 1 or any("-" in page for range_ in pages for page in range_):
        kept.discard("pages")
    return frozenset(kept)


def remarks(source: Source, kept: Container[str], words: Words) -> Iterator[str]:
    """What has no field of its own, and what nobody verified; `kept` are the fields that have one."""
    for name in NOTED:
        if name not in kept and (told := in_words(source, name, words)):
            yield f"{words.exports.labels[name]}: {told}"
    for role in filter(source.cut_short.__contains__, ROLES):
        yield words.exports.cut_short.format(role=words.exports.labels[role])
    if source.has("titlerendered"):
        yield words.exports.rendered
    if unverified := ", ".join(label(name, words) for name in source.listed("unverified")):
        yield words.exports.unverified.format(names=unverified)


def whole_names(source: Source, words: Words) -> Iterator[str]:
    """Institutions as their names are, where programs must be given them without a comma."""
    for person in chain(*source.persons.values()):
        if person.is_institution and "," in person.family:
            yield words.exports.institution.format(name=person.family)


def in_words(source: Source, name: str, words: Words) -> str:
    """The value of a field as a note says it; empty where there is none."""
    if name == "handle":
        return source.handle_address
    if name in DATES:
        return date_as_noted(source, name, words)
    told = text_of(source, name) or "; ".join(p.name for p in source.persons.get(name, ()))
    whose = words.sources.translated_by.get(source.get(f"{name}by"))
    return f"{told} ({whose})" if told and whose else told


def date_as_noted(source: Source, name: str, words: Words) -> str:
    """A date as it is typed, which programs can read (ISO 8601), so long as it has no signs but for a range's."""
    date = source.dated(name)
    is_plain = date.first and date.last and not (date.is_circa or date.is_uncertain)
    return source.get(name) if is_plain else date_in_words(date, words.dates)


def label(name: str, words: Words) -> str:
    """What a sentence calls a field: its label, small but for initials."""
    noun = words.exports.labels.get(name, name)
    return noun if noun[:2].isupper() else noun[:1].lower() + noun[1:]


def uncounted(source: Source, words: Words) -> str:
    """What an entry is that is none of the article's sources: the article, or a version of it."""
    language = words.sources.languages[source.get("language")]
    return (
        words.sources.version.format(language=language)
        if source.is_version
        else words.sources.article
    )


def relied_on(source: Source, paragraphs: str, editors: Iterable[EditorUse], words: Words) -> str:
    """That a source is cited, or else named, in the paragraphs that `paragraphs` names, if any, and where the editor
    refers to it."""
    form = words.sources.named_in if source.is_named else words.sources.cited_in
    cited = form.format(paragraphs=paragraphs) if paragraphs else ""
    return begun("; ".join(filter(None, [cited, in_editors_notes(editors, words)])))


def begun(words: str) -> str:
    """Words as a sentence begins with them."""
    return words[:1].upper() + words[1:]


def in_editors_notes(uses: Iterable[EditorUse], words: Words) -> str:
    """That the editor refers to a source, and where; empty where nowhere."""
    places = ", ".join(dict.fromkeys(place(use, words) for use in uses))
    return words.sources.in_editors_note.format(places=places) if places else ""


def place(use: EditorUse, words: Words) -> str:
    """The paragraph after which an editor's note stands, or else its chapter."""
    paragraph = use.paragraph
    form = words.parts.paragraph
    return form.format(number=paragraph.number) if paragraph else use.chapter.title


def in_one(remarks: Iterable[str]) -> str:
    """Remarks as sentences of one line."""
    return ". ".join(remark.rstrip(".") for remark in remarks) + "."
