"""The types of entry that references.bib may hold: a record each, with all that differs from type to type.

A new type is a record here, and what a language calls it (`types` in words/).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class EntryType:
    """How entries of one type are checked, cited and exported; fields are those of references.bib."""

    required: tuple[str, ...]
    """Fields that an entry cannot do without (a choice from the biblatex manual, 2.1)."""
    identifying: tuple[str, ...] = ()
    """Further fields without which a reader would not find the source: programs get them even where unverified."""
    is_whole_work: bool = False
    """Whether it stands alone, so that its title is set in italics and not in quotation marks."""
    container: str = ""
    """The field that names what it stands in."""
    names_issuer_once: bool = False
    """Whether references name an institution that is the author once, and not as the publisher as well."""

    zotero: str
    """Zotero's type of item."""
    zotero_fields: frozenset[str]
    """The fields, beside ZOTERO_FIELDS, that this type of item has a place for."""
    lost_in_bibtex: frozenset[str] = frozenset()
    """Fields of these that no word of Zotero's for BibTeX leads to."""
    copied_in_bibtex: Mapping[str, str] = field(default_factory=dict)
    """Names that a field's value has in BibTeX beside its own."""
    ris: str
    ris_tags: Mapping[str, tuple[str, ...]]
    """The type in RIS, and its tags of fields: those from which Zotero fills its own."""
    csl_number: str = "number"
    """The CSL variable of the field `number`."""
    csl_replaced: frozenset[str] = frozenset()
    """CSL variables that pandoc sets and others of ours stand for: styles would print the same twice."""
    tags: Mapping[str, str]
    """Tags in web pages: Highwire's (citation_…), else Zotero's (z:…)."""

    schema: str
    """The type in schema.org."""
    schema_properties: Mapping[str, str] = field(default_factory=dict)
    container_schema: Literal["", "Periodical", "Book", "WebSite"] = ""

    openurl_format: Literal["journal", "book", "dc"]
    openurl_genre: str
    """Format and genre of a ContextObject (ANSI/NISO Z39.88-2004); Dublin Core calls the genre a type."""
    openurl_keys: Mapping[str, str]

    @property
    def has_place_for(self) -> frozenset[str]:
        """All fields that Zotero's type of item has a place for."""
        return ZOTERO_FIELDS | self.zotero_fields


ZOTERO_FIELDS = frozenset({"author", "title", "shorttitle", "date", "url"})
"""The fields that every type of item in Zotero has a place for."""

ENTRY_TYPES: Mapping[str, EntryType] = {
    "article": EntryType(
        required=("title", "journaltitle", "date"),
        identifying=("number",),
        container="journaltitle",
        zotero="journalArticle",
        zotero_fields=frozenset(
            {"editor", "journaltitle", "series", "number", "pages", "issn", "doi"}
        ),
        ris="JOUR",
        ris_tags={
            "editor": ("A2",), "journaltitle": ("T2",), "series": ("T3",), "number": ("IS",),
            "publisher": ("PB",), "issn": ("SN",), "pages": ("SP",),
        },
        csl_number="issue",
        tags={
            "journaltitle": "citation_journal_title", "number": "citation_issue",
            "series": "citation_series_title",
        },
        schema="ScholarlyArticle",
        schema_properties={"pages": "pagination"},
        container_schema="Periodical",
        openurl_format="journal",
        openurl_genre="article",
        openurl_keys={"title": "atitle", "journaltitle": "jtitle", "number": "issue"},
    ),
    "book": EntryType(
        required=("title", "publisher", "date"),
        is_whole_work=True,
        zotero="book",
        zotero_fields=frozenset(
            {"editor", "publisher", "location", "series", "number", "totalpages", "isbn"}
        ),
        ris="BOOK",
        ris_tags={
            "editor": ("A3",), "series": ("T2",), "number": ("M1",), "publisher": ("PB",),
            "isbn": ("SN",), "totalpages": ("SP",),
        },
        csl_number="collection-number",
        tags={
            "publisher": "citation_publisher", "series": "citation_series_title",
            "number": "z:seriesNumber", "totalpages": "z:numPages",
        },
        schema="Book",
        schema_properties={"isbn": "isbn", "totalpages": "numberOfPages"},
        openurl_format="book",
        openurl_genre="book",
        openurl_keys={"title": "btitle", "publisher": "pub", "totalpages": "tpages"},
    ),
    "incollection": EntryType(
        required=("author", "title", "booktitle", "publisher", "date"),
        container="booktitle",
        zotero="bookSection",
        zotero_fields=frozenset(
            {"editor", "booktitle", "publisher", "location", "series", "number", "pages", "isbn"}
        ),
        ris="CHAP",
        ris_tags={
            "editor": ("A2",), "booktitle": ("T2",), "series": ("T3",), "number": ("SV",),
            "publisher": ("PB",), "isbn": ("SN",), "pages": ("SP",),
        },
        csl_number="collection-number",
        tags={
            "booktitle": "citation_book_title", "publisher": "citation_publisher",
            "series": "citation_series_title", "number": "z:seriesNumber",
        },
        schema="Chapter",
        schema_properties={"pages": "pagination"},
        container_schema="Book",
        openurl_format="book",
        openurl_genre="bookitem",
        openurl_keys={"title": "atitle", "booktitle": "btitle", "publisher": "pub"},
    ),
    "online": EntryType(
        required=("title", "organization", "date"),
        container="organization",
        zotero="webpage",
        zotero_fields=frozenset({"organization"}),
        # Zotero knows `fjournal` as the name of a website; biblatex does not know it at all.
        copied_in_bibtex={"organization": "fjournal"},
        ris="ELEC",
        ris_tags={"organization": ("PB", "T2")},
        csl_replaced=frozenset({"publisher"}),
        tags={"organization": "z:publicationTitle"},
        schema="WebPage",
        container_schema="WebSite",
        openurl_format="dc",
        openurl_genre="webpage",
        openurl_keys={"title": "title", "organization": "source"},
    ),
    "report": EntryType(
        required=("title", "institution", "date"),
        is_whole_work=True,
        names_issuer_once=True,
        zotero="report",
        zotero_fields=frozenset({"institution", "location", "series", "number", "type", "pages"}),
        lost_in_bibtex=frozenset({"series"}),
        ris="RPRT",
        # Zotero and EndNote have the number of a report in SN, JabRef in IS.
        ris_tags={
            "type": ("M3",), "series": ("T2",), "number": ("SN", "IS"), "institution": ("PB",),
            "pages": ("SP",),
        },
        tags={
            "institution": "citation_technical_report_institution",
            "number": "citation_technical_report_number",
            "series": "z:seriesTitle",
            "type": "z:reportType",
        },
        schema="Report",
        schema_properties={"number": "reportNumber"},
        openurl_format="book",
        openurl_genre="report",
        openurl_keys={"title": "btitle", "institution": "pub"},
    ),
    "unpublished": EntryType(
        required=("author", "title", "type", "date"),
        zotero="presentation",  # a speech
        zotero_fields=frozenset({"type", "eventtitle", "venue"}),
        lost_in_bibtex=frozenset({"eventtitle", "venue"}),
        ris="SLIDE",
        ris_tags={"type": ("M3",), "eventtitle": ("T2",), "venue": ("CY",)},
        tags={"type": "z:presentationType", "eventtitle": "z:meetingName", "venue": "z:place"},
        schema="CreativeWork",
        schema_properties={"type": "genre"},
        openurl_format="dc",
        openurl_genre="presentation",
        openurl_keys={"title": "title", "venue": "place"},
    ),
}  # fmt: skip
"""Each type by its name in references.bib."""
