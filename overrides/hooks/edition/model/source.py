"""A source: one entry of the bibliography, with the people and institutions that it is by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from edition.model.languages import CHINESE
from edition.words import Words


@dataclass(frozen=True)
class Person:
    """A person (family and given name) or an institution (its whole name in `family`, nothing in `given`)."""

    family: str
    given: str = ""
    family_first: bool = False

    @property
    def is_institution(self) -> bool:
        return not self.given

    @property
    def undivided(self) -> str:
        """The name of an institution without commas, at which programs part a name: what follows one is in brackets."""
        whole, _, rest = self.family.partition(", ")
        return f"{whole} ({rest.replace(',', ' –')})" if rest else whole

    @property
    def name(self) -> str:
        """The name as running text has it: `Lee Min`, `Ana García`, `Harbour Board`."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(filter(None, parts))


@dataclass(frozen=True)
class Source:
    """One entry of references.bib. `fields` holds every field as plain text; persons stand beside them."""

    key: str
    type: str
    line: int
    fields: Mapping[str, str]
    persons: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """A field's plain text, empty where the entry has none."""
        return self.fields.get(name, "")

    def listed(self, name: str) -> tuple[str, ...]:
        """A field that lists names, separated by commas."""
        return tuple(part.strip() for part in self.get(name).split(",") if part.strip())

    @property
    def title(self) -> str:
        return self.get("title")

    @property
    def short_title(self) -> str:
        return self.get("shorttitle") or self.title

    def short_author(self, words: Words) -> str:
        """Who it is by, as a short note says it: an acronym, family names, or the outlet; else nothing."""
        names = [person.family for person in self.persons.get("author", ())]
        joined = words.parts.between_names.join(names)
        return self.get("shortauthor") or joined or self.get("organization")

    @property
    def is_whole_work(self) -> bool:
        """Whether it stands alone, so that its title is set in italics and not in quotation marks."""
        return self.type in {"book", "report"}

    @property
    def year(self) -> str:
        return self.get("date")[:4]

    @property
    def month(self) -> str:
        """The month in which it appeared, `2010-05`, or what is known of it; of a span of days, that of the first."""
        return self.day[:7]

    @property
    def day(self) -> str:
        """The day on which it appeared, `2010-05-04`, or what is known of it; of a span of days, the first."""
        return self.get("date").partition("/")[0]

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
    def title_language(self) -> str:
        """The BCP 47 tag of the title as given."""
        return LANGUAGES.get(self.get("langid"), FACTS_IN)


FACTS_IN = "en"
"""The language of whatever references.bib gives in no other, whichever the edition's own."""
LANGUAGES = {"english": "en", "spanish": "es", "portuguese": "pt", "chinese": "zh"}

REQUIRED = {
    "article": ("title", "journaltitle", "date"),
    "book": ("title", "publisher", "date"),
    "incollection": ("author", "title", "booktitle", "publisher", "date"),
    "online": ("title", "organization", "date"),
    "report": ("title", "institution", "date"),
    "unpublished": ("author", "title", "type", "date"),
}
"""Fields that an entry of each type cannot do without (a choice from the biblatex manual, 2.1)."""

TRANSLATED_BY = {"publisher", "article", "elsewhere", "edition"}
"""Whose the translation of a title can be, as the field `titletranslationby` says; all but ours are facts."""
