"""The types of entry that references.bib may hold, all in one table: a record each, with all that differs.

A new type is a record in one of the modules named here, its line below, and what a language calls it (`types` in
words/).
"""

from collections.abc import Mapping

from edition.model.entries import books, documents, periodicals
from edition.model.entries.entry_type import EntryType

ENTRY_TYPES: Mapping[str, EntryType] = {
    "article": periodicals.ARTICLE,
    "book": books.BOOK,
    "booklet": books.BOOKLET,
    "collection": books.COLLECTION,
    "dataset": documents.DATASET,
    "inbook": books.INBOOK,
    "incollection": books.INCOLLECTION,
    "inproceedings": books.INPROCEEDINGS,
    "inreference": books.INREFERENCE,
    "jurisdiction": documents.JURISDICTION,
    "legal": documents.LEGAL,
    "legislation": documents.LEGISLATION,
    "manual": books.MANUAL,
    "misc": documents.MISC,
    "online": documents.ONLINE,
    "proceedings": books.PROCEEDINGS,
    "report": documents.REPORT,
    "software": documents.SOFTWARE,
    "thesis": documents.THESIS,
    "unpublished": documents.SPEECH,
}
"""Each type by its name in references.bib."""

INSTEAD: Mapping[str, str] = {
    **dict.fromkeys(("mvbook", "reference", "mvreference", "mvcollection"), "collection"),
    "mvbook": "book",
    "mvproceedings": "proceedings",
    **dict.fromkeys(("bookinbook", "suppbook"), "inbook"),
    "suppcollection": "incollection",
    **dict.fromkeys(("suppperiodical", "review"), "article"),
    "periodical": "collection",
    "commentary": "book",
    "standard": "report",
    "letter": "unpublished",
    "performance": "unpublished",
    **dict.fromkeys(("artwork", "audio", "image", "movie", "music", "patent", "video"), "misc"),
}
"""Types of biblatex (manual, 2.1) that references.bib does not hold, with the type to use in place of each."""
