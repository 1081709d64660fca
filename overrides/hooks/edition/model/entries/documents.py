"""What is neither an article nor a book: reports, theses, data, web pages, laws, speeches, manuscripts."""

from dataclasses import replace

from edition.model.entries.entry_type import EntryType

REPORT = EntryType(
    name="report",
    required=("title", "institution", "date"),
    is_whole_work=True,
    issuers=("institution", "publisher", "organization"),
    names_issuer_once=True,
    zotero="report",
    zotero_fields=frozenset({"issuer", "translator", "location", "series", "number", "type", "pages"}),
    lost_in_bibtex=frozenset({"series"}),
    ris="RPRT",
    # Zotero and EndNote have the number of a report in SN, JabRef in IS.
    ris_tags={
        "translator": ("A4",), "type": ("M3",), "series": ("T2",), "number": ("SN", "IS"), "volume": ("VL",),
        "edition": ("ET",), "issuer": ("PB",), "pages": ("SP",),
    },
    csl="report",
    tags={
        "issuer": "citation_technical_report_institution",
        "number": "citation_technical_report_number",
        "series": "z:seriesTitle",
        "type": "z:reportType",
    },
    schema="Report",
    schema_properties={"number": "reportNumber"},
    openurl_format="book",
    openurl_genre="report",
    openurl_keys={"title": "btitle", "issuer": "pub"},
)  # fmt: skip

THESIS = EntryType(
    name="thesis",
    required=("author", "title", "type", "institution", "date"),
    is_whole_work=True,
    issuers=("institution", "publisher", "organization"),
    zotero="thesis",
    zotero_fields=frozenset({"issuer", "location", "type", "totalpages"}),
    ris="THES",
    ris_tags={"type": ("M3",), "issuer": ("PB",), "totalpages": ("SP",)},
    csl="thesis",
    tags={
        "issuer": "citation_dissertation_institution", "type": "z:thesisType", "totalpages": "z:numPages",
    },
    schema="Thesis",
    schema_properties={"type": "inSupportOf", "totalpages": "numberOfPages"},
    openurl_format="dissertation",
    openurl_genre="dissertation",
    openurl_keys={"title": "title", "issuer": "inst", "type": "degree"},
)  # fmt: skip

ONLINE = EntryType(
    name="online",
    required=("title", "date"),
    container="organization",
    issuers=("organization", "publisher", "institution"),
    zotero="webpage",
    zotero_fields=frozenset({"translator", "organization", "type"}),
    # Zotero knows `fjournal` as the name of a website; biblatex does not know it at all.
    copied_in_bibtex={"organization": "fjournal"},
    ris="ELEC",
    ris_tags={"translator": ("A4",), "type": ("M3",), "organization": ("PB", "T2")},
    csl="webpage",
    csl_replaced=frozenset({"publisher"}),
    tags={"organization": "z:publicationTitle", "type": "z:websiteType"},
    schema="WebPage",
    container_schema="WebSite",
    openurl_format="dc",
    openurl_genre="webpage",
    openurl_keys={"title": "title", "organization": "source"},
)

MISC = EntryType(
    name="misc",
    required=("title", "date"),
    issuers=("publisher", "organization", "institution"),
    zotero="document",
    zotero_fields=frozenset({"issuer", "editor", "translator"}),
    # Zotero takes what RIS calls generic for an article in a journal, which has no publisher.
    lost_in_ris=frozenset({"issuer"}),
    ris="GEN",
    ris_tags={
        "editor": ("A2",), "translator": ("A4",), "issuer": ("PB",), "number": ("IS",), "volume": ("VL",),
        "pages": ("SP",),
    },
    csl="document",
    tags={"issuer": "z:publisher"},
    schema="CreativeWork",
    schema_properties={"type": "genre"},
    openurl_format="dc",
    openurl_genre="document",
    openurl_keys={"title": "title", "issuer": "publisher"},
)  # fmt: skip

DATASET = EntryType(
    name="dataset",
    required=("title", "date"),
    is_whole_work=True,
    zotero="dataset",
    zotero_fields=frozenset({"issuer", "location", "version", "number", "type", "doi"}),
    bibtex="misc",
    lost_in_bibtex=frozenset({"location", "version", "number", "type"}),
    copied_in_bibtex={"publisher": "organization"},  # which biblatex prints there
    lost_in_ris=frozenset({"type"}),
    ris="DATA",
    ris_tags={"version": ("ET",), "number": ("NV",), "issuer": ("PB",)},
    csl="dataset",
    tags={
        "issuer": "z:publisher", "version": "z:versionNumber", "number": "z:identifier", "type": "z:type",
        "location": "z:repositoryLocation",
    },
    schema="Dataset",
    schema_properties={"version": "version"},
    openurl_format="dc",
    openurl_genre="dataset",
    openurl_keys={"title": "title", "issuer": "publisher"},
)  # fmt: skip

SOFTWARE = replace(
    DATASET,
    name="software",
    bibtex="",
    copied_in_bibtex={},
    zotero="computerProgram",
    zotero_fields=frozenset({"issuer", "location", "version", "series", "isbn"}),
    lost_in_bibtex=frozenset({"series"}),
    lost_in_ris=frozenset(),
    ris="COMP",
    # What is a language elsewhere is one of programming here.
    ris_tags={
        "version": ("ET",), "series": ("T2",), "issuer": ("PB",), "isbn": ("SN",), "language": (),
    },
    csl="book",  # which Zotero takes for a program where it has a version
    csl_cited="software",
    tags={"issuer": "z:company", "version": "z:versionNumber", "series": "z:seriesTitle"},
    schema="SoftwareApplication",
    schema_properties={"version": "softwareVersion"},
    openurl_genre="computerProgram",
)  # fmt: skip

LEGISLATION = EntryType(
    name="legislation",
    required=("title", "date"),
    container="journaltitle",
    issuers=("organization", "institution", "publisher"),
    zotero="statute",
    zotero_fields=frozenset({"journaltitle", "volume", "number", "pages", "chapter"}),
    # Zotero takes a law in BibTeX for a bill.
    lost_in_bibtex=frozenset({"journaltitle", "number"}),
    lost_in_ris=frozenset({"shorttitle"}),
    ris="STAT",
    ris_tags={
        "journaltitle": ("T2",), "volume": ("VL",), "number": ("M1",), "chapter": ("SE",), "issuer": ("PB",),
        "pages": ("SP",),
    },
    csl="legislation",
    csl_cited="regulation",
    csl_replaced=frozenset({"chapter-number"}),  # which Zotero takes for that of a session
    tags={
        "journaltitle": "z:code", "volume": "z:codeNumber", "number": "z:publicLawNumber", "chapter": "z:section",
    },
    schema="Legislation",
    schema_properties={"number": "legislationIdentifier"},
    openurl_format="dc",
    openurl_genre="statute",
    openurl_keys={"title": "title", "issuer": "publisher"},
)  # fmt: skip

LEGAL = replace(LEGISLATION, name="legal", bibtex="legislation")

JURISDICTION = EntryType(
    name="jurisdiction",
    required=("title", "date"),
    container="journaltitle",
    issuers=("institution", "organization", "publisher"),
    zotero="case",
    zotero_fields=frozenset({"issuer", "journaltitle", "volume", "number"}),  # and of the pages the first
    lost_in_bibtex=frozenset({"issuer", "journaltitle", "number"}),
    lost_in_ris=frozenset({"shorttitle"}),
    ris="CASE",
    ris_tags={
        "journaltitle": ("A2",), "volume": ("VL",), "number": ("SV",), "issuer": ("PB",), "pages": ("SP",),
    },
    csl="legal_case",
    csl_variables={"number": "number", "issuer": "authority"},
    tags={
        "issuer": "z:court", "journaltitle": "z:reporter", "volume": "z:reporterVolume", "number": "z:docketNumber",
    },
    schema="CreativeWork",
    openurl_format="dc",
    openurl_genre="case",
    openurl_keys={"title": "title", "issuer": "publisher"},
)  # fmt: skip

PATENT = EntryType(
    name="patent",
    required=("author", "title", "number", "date"),
    zotero="patent",
    zotero_fields=frozenset({"number", "location"}),
    ris="PAT",
    ris_tags={"number": ("SN",), "issuer": ("PB",)},
    csl="patent",
    tags={"number": "z:patentNumber"},
    schema="CreativeWork",
    schema_properties={"number": "identifier"},
    openurl_format="dc",
    openurl_genre="patent",
    openurl_keys={"title": "title"},
)

MANUSCRIPT = EntryType(
    name="manuscript",
    required=("author", "title", "date"),
    zotero="manuscript",
    zotero_fields=frozenset({"translator", "type", "location", "totalpages"}),
    ris="UNPD",
    ris_tags={
        "translator": ("A4",), "type": ("M3",), "issuer": ("PB",), "totalpages": ("SP",),
    },
    csl="manuscript",
    tags={"type": "z:manuscriptType", "totalpages": "z:numPages"},
    schema="CreativeWork",
    schema_properties={"type": "genre"},
    openurl_format="dc",
    openurl_genre="manuscript",
    openurl_keys={"title": "title"},
)  # fmt: skip

SPEECH = EntryType(
    name="unpublished",
    kind_else=MANUSCRIPT,
    called=frozenset({
        "address", "conferencia", "discours", "discurso", "keynote", "lecture", "palestra", "presentation", "rede",
        "remarks", "sermon", "speech", "statement", "talk", "vortrag", "演讲", "讲话",
    }),
    required=("author", "title", "date"),
    zotero="presentation",
    zotero_fields=frozenset({"type", "eventtitle", "venue"}),
    lost_in_bibtex=frozenset({"eventtitle", "venue"}),
    ris="SLIDE",
    ris_tags={"type": ("M3",), "eventtitle": ("T2",), "venue": ("CY",)},
    csl="speech",
    tags={"type": "z:presentationType", "eventtitle": "z:meetingName", "venue": "z:place"},
    schema="CreativeWork",
    schema_properties={"type": "genre"},
    openurl_format="dc",
    openurl_genre="presentation",
    openurl_keys={"title": "title", "venue": "place"},
)  # fmt: skip
