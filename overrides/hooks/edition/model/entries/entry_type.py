"""What a type of entry is: how entries of it are checked, cited and exported."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

ISSUER = "issuer"
"""Stands, in a table of fields, for the first of the fields that a type has for who issued it."""


@dataclass(frozen=True, kw_only=True)
class EntryType:
    """How entries of one type are checked, cited and exported; fields are those of references.bib."""

    name: str
    """The word for it in `types` of words/."""
    kinds: Mapping[str, "EntryType"] = field(default_factory=dict)
    """Kinds within it, by the word of `entrysubtype` that names one."""
    kind_else: "EntryType | None" = None
    """The kind of what belongs to no event and is, by its `type`, none of `called`; else it is of the type itself."""
    called: frozenset[str] = frozenset()

    required: tuple[str, ...]
    """Fields that an entry cannot do without (a choice from the biblatex manual, 2.1)."""
    identifying: tuple[str, ...] = ()
    """Further fields without which a reader would not find the source: programs get them even where unverified."""
    is_whole_work: bool = False
    """Whether it stands alone, so that its title is set in italics and not in quotation marks."""
    container: str = ""
    """The field that names what it stands in."""
    issuers: tuple[str, ...] = ("publisher", "organization", "institution")
    """The fields that name who issued it; programs have room for one: the first that an entry has."""
    names_issuer_once: bool = False
    """Whether references name an institution that is the author once, and not as the publisher as well."""

    zotero: str
    """Zotero's type of item."""
    zotero_fields: frozenset[str]
    """The fields, beside ZOTERO_FIELDS, that this type of item has a place for."""
    lost_in_bibtex: frozenset[str] = frozenset()
    """Fields of these that no word of Zotero's for BibTeX leads to."""
    lost_in_ris: frozenset[str] = frozenset()
    """Fields of these that no tag of Zotero's for RIS leads to."""
    bibtex: str = ""
    """Its type in BibTeX, where Zotero would pass an entry of its own type over; else its own."""
    copied_in_bibtex: Mapping[str, str] = field(default_factory=dict)
    """Names that a field's value has in BibTeX beside its own."""
    ris: str
    ris_tags: Mapping[str, tuple[str, ...]]
    """The type in RIS, and its tags of fields: those from which Zotero fills its own."""
    csl: str
    """The type in CSL."""
    csl_cited: str = ""
    """Another for citations, where styles leave such sources out, or put words of one country before their numbers."""
    csl_variables: Mapping[str, str] = field(default_factory=lambda: {"number": "number"})
    """The CSL variables of fields that differ from type to type."""
    csl_replaced: frozenset[str] = frozenset()
    """CSL variables that citations have and files do not: others stand for the same, or programs misread them."""
    tags: Mapping[str, str]
    """Tags in web pages: Highwire's (citation_…), else Zotero's (z:…)."""

    schema: str
    """The type in schema.org."""
    schema_properties: Mapping[str, str] = field(default_factory=dict)
    container_schema: Literal["", "Periodical", "Book", "WebSite"] = ""

    openurl_format: Literal["journal", "book", "dissertation", "dc"]
    openurl_genre: str
    """Format and genre of a ContextObject (ANSI/NISO Z39.88-2004); Dublin Core calls the genre a type."""
    openurl_keys: Mapping[str, str]

    @property
    def has_place_for(self) -> frozenset[str]:
        """All fields that Zotero's type of item has a place for."""
        return ZOTERO_FIELDS | self.named(self.zotero_fields)

    def named(self, fields: Collection[str]) -> frozenset[str]:
        """Some fields of a table by their names: ISSUER stands for each that can name one."""
        issuers = self.issuers if ISSUER in fields else ()
        return frozenset({*fields, *issuers} - {ISSUER})

    def kind_of(self, fields: Mapping[str, str]) -> "EntryType":
        """The kind within the type that an entry with some fields is of: the type itself where they name none."""
        if kind := self.kinds.get(fields.get("entrysubtype", "").casefold()):
            return kind
        is_called = self.called & {*fields.get("type", "").casefold().split()}
        return self if is_called or fields.get("eventtitle") else self.kind_else or self


ZOTERO_FIELDS = frozenset({"author", "title", "shorttitle", "date", "url", "urldate"})
"""The fields that every type of item in Zotero has a place for."""
