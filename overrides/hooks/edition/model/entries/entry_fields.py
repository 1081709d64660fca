"""The fields of references.bib that hold bibliographic facts, by their names in biblatex (manual, 2.2)."""

from collections.abc import Mapping

ROLES = (
    "author", "editor", "translator", "bookauthor", "introduction", "foreword", "afterword", "annotator",
    "commentator", "holder",
)  # fmt: skip
"""The fields that hold persons, in the order in which they are told."""

PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "title": ((": ", "subtitle"), (". ", "titleaddon")),
    "booktitle": ((": ", "booksubtitle"), (". ", "booktitleaddon")),
    "maintitle": ((": ", "mainsubtitle"), (". ", "maintitleaddon")),
    "journaltitle": ((": ", "journalsubtitle"),),
    "issuetitle": ((": ", "issuesubtitle"),),
    "eventtitle": ((". ", "eventtitleaddon"),),
    "number": (("/", "issue"),),
    "pages": ((", ", "eid"),),
    "eprint": ((", ", "eprintclass"),),
}
"""What is part of another field where it is printed, and the sign before it."""
HEADS: Mapping[str, tuple[str, str]] = {
    "booktitle": ("maintitle", ". "), "title": ("maintitle", ". "), "eprint": ("eprinttype", ":"),
}  # fmt: skip
"""What stands before another field where it is printed, and the sign after it: the title of several volumes stands
before that of a book, else of the entry."""

WHOLE: Mapping[str, str] = {
    **{part: whole for whole, parts in PARTS.items() for _, part in parts},
    "maintitle": "title", "mainsubtitle": "title", "maintitleaddon": "title", "eprinttype": "eprint",
}  # fmt: skip
"""The field that each part belongs to."""

FACTS = frozenset({
    *ROLES, *PARTS, *WHOLE,
    "addendum", "affiliation", "chapter", "contributors", "date", "docnumbers", "doi", "edition", "eventdate", "handle",
    "howpublished", "institution", "isbn", "issn", "location", "note", "organization", "origaffiliation",
    "origauthor", "origbooktitle", "origdate", "origeditor", "originstitution", "origjournaltitle", "origlocation",
    "origorganization", "origpublisher", "origtitle", "part", "pmcid", "pmid", "publishedtitle", "publisher",
    "pubstate", "series", "shortjournal", "totalpages", "type", "url", "urldate", "venue", "version", "volume",
    "volumes", "wholenumber",
})  # fmt: skip
"""Every bibliographic fact that an entry can state."""
DATES = ("date", "eventdate", "origdate", "urldate")
"""The facts that are dates."""
