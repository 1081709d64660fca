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
    "mvbook": books.MVBOOK,
    "online": documents.ONLINE,
    "patent": documents.PATENT,
    "proceedings": books.PROCEEDINGS,
    "report": documents.REPORT,
    "software": documents.SOFTWARE,
    "thesis": documents.THESIS,
    "unpublished": documents.SPEECH,
}
"""Each type by its name in references.bib."""

INSTEAD: Mapping[str, str] = {
    "mvcollection": "write '@collection' with 'volumes'",
    "mvproceedings": "write '@proceedings' with 'volumes'",
    "mvreference": "write '@collection' with 'volumes'",
    "periodical": "write '@collection'",
    "reference": "write '@collection'",
    "bookinbook": "write '@inbook'",
    "suppbook": "write '@inbook'",
    "suppcollection": "write '@incollection'",
    "suppperiodical": "write '@article'",
    "review": "write '@article'",
    "commentary": "write '@book'",
    "standard": "write '@report' with 'type = {standard}'",
    "letter": "write '@unpublished' with 'type = {letter}'",
    "encyclopedia": "write '@inreference'",
    "treaty": "write '@legal'",
    "case": "write '@jurisdiction'",
    **{name: "write '@legislation'" for name in ("law", "statute", "act", "bill")},
    **{
        name: f"write '@article' with 'entrysubtype = {{{name}}}'"
        for name in ("newspaper", "magazine")
    },
    **{
        name: f"write '@online' with 'type = {{{name}}}'"
        for name in ("blog", "post", "preprint", "tweet")
    },
    **{
        name: f"write '@unpublished' with 'type = {{{name}}}'"
        for name in ("performance", "lecture", "presentation", "speech", "talk", "poster")
    },
    **{
        name: f"write '@misc' with 'type = {{{name}}}'"
        for name in (
            "artwork", "audio", "film", "hearing", "image", "interview", "map", "movie", "music",
            "podcast", "video",
        )
    },
}  # fmt: skip
"""Types of biblatex (manual, 2.1), and others that people write, that references.bib does not hold, and how such
entries are written."""
