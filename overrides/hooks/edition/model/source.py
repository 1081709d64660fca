"""A source: one entry of the bibliography, with the people and institutions that it is by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from edition.model.dates import Date, read_date, years_in_words
from edition.model.entries.entry_fields import HEADS, PARTS, WHOLE
from edition.model.entries.entry_type import EntryType
from edition.model.entries.entry_types import ENTRY_TYPES
from edition.model.inline import Content, text, words
from edition.model.languages import CHINESE
from edition.words import Words


@dataclass(frozen=True)
class Person:
    """A person (family and given name) or an institution (its whole name in `family`, nothing in `given`)."""

    family: str
    """With its particle: `van der Berg`."""
    given: str = ""
    family_first: bool = False
    particle: str = ""
    """What stands before the family name proper, and in it: `van der`."""
    suffix: str = ""
    """What stands after the name: `Jr.`, `III`."""

    @property
    def is_institution(self) -> bool:
        return not self.given

    @property
    def undivided(self) -> str:
        """The name of an institution with brackets in place of commas, at which programs would split it."""
        whole, _, rest = self.family.partition(", ")
        return f"{whole} ({rest.replace(',', ' –')})" if rest else whole

    @property
    def inverted(self) -> str:
        """The name with the family name first, `Lee, Min`, `Lee, Min, Jr.`; an institution's undivided."""
        parts = (self.family, self.given, self.suffix)
        return self.undivided if self.is_institution else ", ".join(filter(None, parts))

    @property
    def name(self) -> str:
        """The name as running text has it: `Lee Min`, `Ana García`, `Harbour Board`."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        between = "" if CHINESE.search(self.family) else " "
        return between.join(filter(None, (*parts, self.suffix)))


@dataclass(frozen=True)
class Source:
    """One entry of references.bib. `fields` holds every field as plain text; persons stand beside them."""

    key: str
    type: str
    line: int
    fields: Mapping[str, str]
    persons: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each field."""
    marked: Mapping[str, Content] = field(default_factory=dict)
    """The fields that have emphasis, superscripts or other markup, as running text."""
    cut_short: frozenset[str] = frozenset()
    """The roles, such as `author`, whose list of persons ends in "and others"."""
    inherited: frozenset[str] = frozenset()
    """The fields that come from the entry of the work that it stands in."""

    def get(self, name: str) -> str:
        """A field's plain text, empty where the entry has none."""
        return self.fields.get(name, "")

    def listed(self, name: str) -> tuple[str, ...]:
        """A field that lists names, separated by commas."""
        return tuple(part.strip() for part in self.get(name).split(",") if part.strip())

    def has(self, name: str) -> bool:
        """Whether a field has a value, or a role a person."""
        return bool(self.get(name) or self.persons.get(name))

    @property
    def entry_type(self) -> EntryType:
        """The record of its type, or of the kind within it that its fields name. Raises KeyError where the type is
        unknown, which the rules report."""
        return ENTRY_TYPES[self.type].kind_of(self.fields)

    @property
    def title(self) -> str:
        """Its title, whole."""
        return self.text("title")

    @property
    def short_title(self) -> str:
        return self.get("shorttitle") or self.get("title")

    def short_author(self, words: Words) -> str:
        """Its author as a short note prints it: an acronym, family names, of more than three the first, or the outlet;
        else empty."""
        names = [person.family for person in self.persons.get("author", ())]
        joined = words.parts.between_names.join(names)
        if names and (len(names) > 3 or "author" in self.cut_short):
            joined = words.sources.and_others.format(names=names[0])
        return self.get("shortauthor") or joined or self.get("organization")

    def content(self, name: str) -> Content:
        """A field as running text, with its markup."""
        return self.marked.get(name) or text(self.get(name))

    def whole(self, name: str, without: Collection[str] = ()) -> Content:
        """A field as running text, with what is part of it: a title with the subtitle, a volume with its part; but
        for the fields that are left out."""
        found = () if name in without else self.content(name)
        for sign, part in PARTS.get(name, ()):
            if self.get(part) and part not in without:
                found = joined(found, sign, self.content(part))
        head, sign = HEADS.get(name, ("", ""))
        is_of_the_book = head == "maintitle" and name == "title" and self.has("booktitle")
        if found and self.get(head) and head not in without and not is_of_the_book:
            found = joined(self.whole(head, without), sign, found)
        return found

    def part_of(self, name: str) -> str:
        """The field that a field is part of, where it is printed; most stand alone."""
        is_of_the_book = name.startswith("main") and self.has("booktitle")
        return "booktitle" if is_of_the_book else WHOLE.get(name, name)

    def text(self, name: str, without: Collection[str] = ()) -> str:
        """A field as plain text, with what is part of it."""
        return words(self.whole(name, without))

    def dated(self, name: str) -> Date:
        """A field that is a date; one that is nowhere known where it cannot be read, which the rules report."""
        try:
            return read_date(self.get(name))
        except ValueError:
            return Date()

    @property
    def issued(self) -> Date:
        """When it appeared, or will."""
        date = self.dated("date")
        return replace(date, state=date.state or self.get("pubstate"))

    @property
    def year(self) -> str:
        """The year in which it appeared: of a range, the first that is known; empty where none is."""
        return self.day[:4]

    def year_in_words(self, words: Words) -> str:
        """The year as lists print it: `2018`, `ca. 2018`, `n.d.`, `forthcoming`."""
        return years_in_words(self.issued, words.dates)

    @property
    def month(self) -> str:
        """The month in which it appeared, `2010-05`, or the year alone; of a span of days, the month of the first."""
        return self.day[:7]

    @property
    def day(self) -> str:
        """The day on which it appeared, `2010-05-04`, or as much of it as is known; of a span of days, the first."""
        known = self.issued.known
        return known.iso if known else ""

    @property
    def page_ranges(self) -> tuple[tuple[str, str], ...]:
        """First and last page of each range on which it stands, the same of a page alone."""
        ranges = (pages.partition("–") for pages in self.get("pages").split(", ") if pages)
        return tuple((first, last or first) for first, _, last in ranges)

    @property
    def handle_address(self) -> str:
        """The address of its handle; empty where it has none."""
        return f"https://hdl.handle.net/{self.get('handle')}" if self.get("handle") else ""

    @property
    def address(self) -> str:
        """Its web address: the one cited, else that of its handle."""
        return self.get("url") or self.handle_address

    @property
    def evidence(self) -> dict[str, str]:
        """Where each fact that the note does not print was seen, by the name of its field."""
        parts = (part.partition(":") for part in self.get("evidence").split(";") if part.strip())
        return {name.strip(): where.strip() for name, _, where in parts}

    def description(self, words: Words) -> str:
        """What its page holds, in a sentence."""
        terms = words.sources
        return terms.description.format(
            type=terms.types[self.entry_type.name], year=self.year_in_words(words)
        )

    @property
    def is_article(self) -> bool:
        """Whether this is the article that the edition restates: it needs no citation."""
        return "article" in self.listed("keywords")

    @property
    def is_version(self) -> bool:
        """Whether this is the article in another language, which has a record but is no source of it."""
        return "version" in self.listed("keywords")

    @property
    def is_counted(self) -> bool:
        """Whether it is one of the article's sources: neither the article nor a version of it."""
        return not (self.is_article or self.is_version)

    @property
    def is_named(self) -> bool:
        """Whether the text names it without a note."""
        return "named" in self.listed("keywords")

    @property
    def original_language(self) -> str:
        """The language of its names in the original, by the word of the field `language`: the document's own, or else
        Chinese, which is known by its characters."""
        originals = "".join(text for name, text in self.fields.items() if name.startswith("orig"))
        return "chinese" if CHINESE.search(originals) else self.get("language")

    @property
    def language(self) -> str:
        """The BCP 47 tag of the language that it is written in; an unknown word stays as it is."""
        return LANGUAGES.get(self.get("language"), self.get("language"))

    @property
    def title_language(self) -> str:
        """The BCP 47 tag of the title as given."""
        return LANGUAGES.get(self.get("langid"), FACTS_IN)


def joined(first: Content, sign: str, second: Content) -> Content:
    """Two texts with a sign between them: a blank alone where the first ends in a sign of its own."""
    if not (first and second):
        return first or second
    is_ended = words(first)[-1:] in ":?!.…—"
    return (*first, *text(" " if is_ended and sign[:1] in ":." and sign[1:] else sign), *second)


FACTS_IN = "en"
"""The language of whatever references.bib gives in no other, whichever the edition's own."""
LANGUAGES = {
    "english": "en", "spanish": "es", "portuguese": "pt", "french": "fr", "german": "de", "chinese": "zh",
}  # fmt: skip

TRANSLATED_BY = {"publisher", "article", "elsewhere", "edition"}
"""Whose the translation of a title can be, as the field `titletranslationby` says; all but ours are facts."""
