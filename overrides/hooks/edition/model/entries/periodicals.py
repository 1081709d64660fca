"""Articles: in journals, newspapers and magazines."""

from dataclasses import replace

from edition.model.entries.entry_type import EntryType

NEWSPAPER = EntryType(
    name="newspaper",
    required=("title", "journaltitle", "date"),
    identifying=("number", "volume"),
    container="journaltitle",
    zotero="newspaperArticle",
    zotero_fields=frozenset(
        {"translator", "journaltitle", "location", "edition", "pages", "issn"}
    ),
    # Zotero takes every article in BibTeX for one in a journal.
    lost_in_bibtex=frozenset({"location", "edition"}),
    ris="NEWS",
    ris_tags={
        "translator": ("A4",), "journaltitle": ("T2",), "volume": ("VL",), "number": ("IS",), "edition": ("ET",),
        "issn": ("SN",), "pages": ("SP",),
    },
    csl="article-newspaper",
    csl_variables={"number": "issue"},
    tags={"journaltitle": "z:publicationTitle", "edition": "z:edition"},
    schema="NewsArticle",
    schema_properties={"pages": "pagination"},
    container_schema="Periodical",
    openurl_format="journal",
    openurl_genre="article",
    openurl_keys={
        "title": "atitle", "journaltitle": "jtitle", "volume": "volume", "number": "issue",
    },
)  # fmt: skip

MAGAZINE = replace(
    NEWSPAPER,
    name="magazine",
    zotero="magazineArticle",
    zotero_fields=frozenset({"translator", "journaltitle", "volume", "number", "pages", "issn"}),
    lost_in_bibtex=frozenset(),
    ris="MGZN",
    csl="article-magazine",
    tags={
        "journaltitle": "z:publicationTitle", "volume": "citation_volume", "number": "citation_issue",
    },
    schema="Article",
)  # fmt: skip

ARTICLE = replace(
    NEWSPAPER,
    name="article",
    kinds={"newspaper": NEWSPAPER, "magazine": MAGAZINE},
    zotero="journalArticle",
    zotero_fields=frozenset({
        "editor", "translator", "journaltitle", "shortjournal", "series", "volume", "number", "pages", "issn", "doi",
    }),
    lost_in_bibtex=frozenset(),
    ris="JOUR",
    ris_tags={
        "editor": ("A2",), "translator": ("A4",), "journaltitle": ("T2",), "shortjournal": ("J2",), "series": ("T3",),
        "volume": ("VL",), "number": ("IS",), "issuer": ("PB",), "issn": ("SN",), "pages": ("SP",),
    },
    csl="article-journal",
    tags={
        "journaltitle": "citation_journal_title", "shortjournal": "citation_journal_abbrev",
        "volume": "citation_volume", "number": "citation_issue", "series": "citation_series_title",
    },
    schema="ScholarlyArticle",
)  # fmt: skip
