"""Books, and what stands in them."""

from dataclasses import replace

from edition.model.entries.entry_type import EntryType

OF_BOOKS = frozenset({
    "issuer", "editor", "translator", "location", "series", "number", "volume", "volumes", "edition", "isbn",
})  # fmt: skip
"""What Zotero has a place for in books and in chapters."""

BOOK = EntryType(
    name="book",
    required=("title", "date"),
    is_whole_work=True,
    zotero="book",
    zotero_fields=OF_BOOKS | {"totalpages"},
    lost_in_bibtex=frozenset({"volumes"}),
    ris="BOOK",
    ris_tags={
        "editor": ("A3",), "translator": ("A4",), "series": ("T2",), "number": ("M1",), "volume": ("VL",),
        "volumes": ("NV",), "edition": ("ET",), "issuer": ("PB",), "isbn": ("SN",), "totalpages": ("SP",),
    },
    csl="book",
    csl_variables={"number": "collection-number"},
    csl_replaced=frozenset({"version"}),  # by which Zotero takes a book for a program
    tags={
        "issuer": "citation_publisher", "series": "citation_series_title", "number": "z:seriesNumber",
        "volume": "citation_volume", "volumes": "z:numberOfVolumes", "edition": "z:edition", "totalpages": "z:numPages",
    },
    schema="Book",
    schema_properties={"isbn": "isbn", "totalpages": "numberOfPages", "edition": "bookEdition"},
    openurl_format="book",
    openurl_genre="book",
    openurl_keys={"title": "btitle", "issuer": "pub", "edition": "edition", "totalpages": "tpages"},
)  # fmt: skip

COLLECTION = replace(BOOK, name="collection", required=("editor", "title", "date"))
MANUAL = replace(BOOK, name="manual")
BOOKLET = replace(BOOK, name="booklet")
PROCEEDINGS = replace(BOOK, name="proceedings")
MVBOOK = replace(BOOK, name="mvbook")

INCOLLECTION = EntryType(
    name="incollection",
    required=("author", "title", "booktitle", "date"),
    container="booktitle",
    zotero="bookSection",
    zotero_fields=OF_BOOKS | {"bookauthor", "booktitle", "pages"},
    lost_in_bibtex=frozenset({"bookauthor", "volumes"}),
    ris="CHAP",
    ris_tags={
        "editor": ("A2",), "translator": ("A4",), "bookauthor": ("C2",), "booktitle": ("T2",), "series": ("T3",),
        "number": ("SV",), "volume": ("VL",), "volumes": ("NV",), "edition": ("ET",), "chapter": ("SE",),
        "issuer": ("PB",), "isbn": ("SN",), "pages": ("SP",),
    },
    csl="chapter",
    csl_variables={"number": "collection-number"},
    tags={
        "booktitle": "citation_book_title", "issuer": "citation_publisher", "series": "citation_series_title",
        "number": "z:seriesNumber", "volume": "citation_volume", "volumes": "z:numberOfVolumes", "edition": "z:edition",
    },
    schema="Chapter",
    schema_properties={"pages": "pagination"},
    container_schema="Book",
    openurl_format="book",
    openurl_genre="bookitem",
    openurl_keys={
        "title": "atitle", "booktitle": "btitle", "issuer": "pub", "edition": "edition",
    },
)  # fmt: skip

INBOOK = replace(INCOLLECTION, name="inbook")
INREFERENCE = replace(
    INCOLLECTION,
    name="inreference",
    required=("title", "booktitle", "date"),
    zotero="encyclopediaArticle",
    zotero_fields=INCOLLECTION.zotero_fields - {"bookauthor"},
    ris="ENCYC",
    csl="entry-encyclopedia",
    csl_cited="chapter",
    tags={**INCOLLECTION.tags, "booktitle": "z:encyclopediaTitle", "issuer": "z:publisher"},
)
INPROCEEDINGS = replace(
    INCOLLECTION,
    name="inproceedings",
    zotero="conferencePaper",
    zotero_fields=frozenset({
        "issuer", "editor", "translator", "booktitle", "location", "series", "volume", "pages", "isbn", "doi",
        "eventtitle",
    }),
    # What has no place there: a translator in RIS, a place in BibTeX.
    lost_in_bibtex=frozenset({"location"}),
    lost_in_ris=frozenset({"translator"}),
    ris="CONF",
    ris_tags={
        "editor": ("A2",), "booktitle": ("C3",), "eventtitle": ("T2",), "series": ("T3",), "volume": ("VL",),
        "number": ("IS",), "issuer": ("PB",), "isbn": ("SN",), "pages": ("SP",),
    },
    csl="paper-conference",
    tags={
        "booktitle": "z:proceedingsTitle", "eventtitle": "citation_conference_title", "issuer": "citation_publisher",
        "series": "citation_series_title", "volume": "citation_volume",
    },
    schema="ScholarlyArticle",
    openurl_genre="proceeding",
)  # fmt: skip
