"""What the edition says in English of its sources: records, catalogue, exports."""

from edition.words.grammar import PageHead
from edition.words.source_words import Catalogue, Exports, Sources

SOURCES = Sources(
    types={
        "article": "Journal article",
        "book": "Book",
        "incollection": "Chapter in a book",
        "online": "Web page",
        "report": "Report or document",
        "unpublished": "Speech",
    },
    languages={
        "english": "English",
        "spanish": "Spanish",
        "portuguese": "Portuguese",
        "chinese": "Chinese",
    },
    facts={
        "origtitle": "Original title",
        "publishedtitle": "Title as published",
        "booktitle": "In",
        "origbooktitle": "In, originally",
        "journaltitle": "Journal",
        "origjournaltitle": "Journal, originally",
        "origauthor": "Author, originally",
        "affiliation": "Author’s affiliation",
        "origaffiliation": "Affiliation, originally",
        "origeditor": "Editor, originally",
        "contributors": "Further persons",
        "eventtitle": "Event",
        "eventdate": "Date of the event",
        "venue": "Place of the event",
        "originstitution": "Issued by, originally",
        "publisher": "Publisher",
        "origpublisher": "Publisher, originally",
        "location": "Place",
        "date": "Date",
        "series": "Series",
        "number": "Number",
        "wholenumber": "Whole number",
        "docnumbers": "Document numbers",
        "pages": "Pages",
        "totalpages": "Extent in pages",
        "isbn": "ISBN",
        "issn": "ISSN",
        "doi": "DOI",
    },
    translated_by={
        "publisher": "the publisher’s",
        "article": "the article’s",
        "elsewhere": "a translation seen elsewhere",
        "edition": "our translation",
    },
    description="{type}, {year}: full record, where the edition cites it, and exports.",
    title="Title",
    rendered="in English, as rendered in the article",
    translation="In English",
    author="Author",
    editor="Editor",
    kind="Kind",
    language="Language",
    unverified="not verified",
    seen="seen: {where}",
    article="The article that this edition restates",
    version="The {language} version of the article that this edition restates",
    address="Address",
    handle="Handle",
    archived="Archived",
    untried="not tried live",
    cited_in="Cited in {paragraphs}",
    named_in="Named in {paragraphs}",
)

CATALOGUE = Catalogue(
    head=PageHead(
        title="Sources",
        description=(
            "The {cited} sources that the notes cite and the {named} that the text names, each with the paragraphs "
            "and sentences that rely on it, and the pages where the article gives them."
        ),
        standfirst=(
            "The {cited} works that the article cites, and {named} documents that it names. Each shows the "
            "paragraphs that rely on it, and on which pages, where the article gives them."
        ),
    ),
    cited="Cited by the notes",
    named="Named in the text",
    institution="Institution",
    type="Type",
    language="Language",
    year="Year",
    chapter="Chapter",
)

EXPORTS = Exports(
    labels={
        "author": "Author", "editor": "Editor", "title": "Title",
        "shorttitle": "Short title", "titletranslation": "Title in English",
        "publishedtitle": "Title as published",
        "origtitle": "Original title", "origauthor": "Original author",
        "origeditor": "Original editor", "booktitle": "Book title",
        "origbooktitle": "Original book title", "journaltitle": "Journal",
        "origjournaltitle": "Original journal title", "eventtitle": "Event",
        "eventdate": "Event date", "venue": "Event place", "institution": "Institution",
        "originstitution": "Original institution", "organization": "Organization",
        "origorganization": "Original organization", "publisher": "Publisher",
        "origpublisher": "Original publisher", "location": "Place", "date": "Issued",
        "series": "Series", "number": "Number", "wholenumber": "Whole number",
        "docnumbers": "Document numbers", "pages": "Pages", "totalpages": "Number of pages",
        "isbn": "ISBN", "issn": "ISSN", "doi": "DOI", "handle": "Handle", "url": "Address",
        "type": "Kind", "contributors": "Further persons", "affiliation": "Affiliation",
        "origaffiliation": "Original affiliation",
    },
    rendered="Title in English as rendered in the article",
    unverified="Not verified: {names}",
    institution="One institution: {name}",
    until="to {date}",
    chapter_as_markdown="This chapter as Markdown",
    edition_as_data="The whole edition as data",
)  # fmt: skip
