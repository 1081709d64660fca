"""The names by which programs call fields and types of entries, with those of biblatex (manual, 2.1 and 2.2)."""

import re
from collections.abc import Mapping

VERBATIM = frozenset({"url", "doi", "handle", "evidence", "eprint", "file"})
"""Fields that are addresses, in which braces and backslashes are no TeX."""

FIELDS: Mapping[str, str] = {
    "journal": "journaltitle", "address": "location", "city": "location", "school": "institution",
    "archiveprefix": "eprinttype", "primaryclass": "eprintclass", "annote": "annotation", "key": "sortkey",
    "pagetotal": "totalpages", "numpages": "totalpages", "hyphenation": "langid", "keyword": "keywords",
    "lastchecked": "urldate", "lastaccessed": "urldate", "accessed": "urldate", "accessdate": "urldate",
    "urlaccessdate": "urldate", "origyear": "origdate", "isbn-13": "isbn", "isbn13": "isbn", "isbn10": "isbn",
    "articleno": "eid", "article-number": "eid", "article_number": "eid", "artnum": "eid", "hdl": "handle",
    "howpublish": "howpublished", "commentary": "commentator",
}  # fmt: skip
"""Names of BibTeX, biblatex and other programs, each with ours, which is biblatex's but for `totalpages`."""

TYPES: Mapping[str, tuple[str, str]] = {
    "conference": ("inproceedings", ""), "electronic": ("online", ""), "www": ("online", ""),
    "webpage": ("online", ""), "web_page": ("online", ""), "website": ("online", ""),
    "phdthesis": ("thesis", "PhD thesis"), "mastersthesis": ("thesis", "Master’s thesis"),
    "bachelorsthesis": ("thesis", "Bachelor’s thesis"), "techreport": ("report", "Technical report"),
    "datasets": ("dataset", ""), "proceeding": ("proceedings", ""),
}  # fmt: skip
"""Other names of types, each with biblatex's, and the kind of work that it says beside it (the field `type`)."""

KINDS: Mapping[str, str] = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "techreport": "Technical report", "resreport": "Research report", "candthesis": "Candidate thesis",
    "software": "Software", "datacd": "Data CD", "audiocd": "Audio CD", "manuscript": "Manuscript",
}  # fmt: skip
"""Words of biblatex for kinds of work (manual, 4.9.2.13), which are no words to readers."""
STATES: Mapping[str, str] = {"inpress": "in press", "inpreparation": "in preparation"}
"""Words of biblatex for what has not appeared (manual, 4.9.2.11), which are no words to readers."""

BOOKKEEPING = frozenset(
    [
        "abbr",
        "abstract",
        "acmid",
        "added-at",
        "annotation",
        "arxivid",
        "bibdata",
        "bibsource",
        "bibtex_show",
        "biburl",
        "ccn",
        "citeulike-article-id",
        "collectionid",
        "comment",
        "copyright",
        "creationdate",
        "date-added",
        "date-modified",
        "dimensions",
        "altmetric",
        "entryset",
        "execute",
        "file",
        "gender",
        "groups",
        "html",
        "ids",
        "indexsorttitle",
        "indextitle",
        "interhash",
        "internal-note",
        "intrahash",
        "issueauthor",
        "jabref",
        "journal-iso",
        "journalabbr",
        "keywords+an",
        "label",
        "langidopts",
        "lccn",
        "local-url",
        "localfile",
        "mendeley-groups",
        "mendeley-tags",
        "modificationdate",
        "mrclass",
        "mrnumber",
        "mrreviewer",
        "nameaddon",
        "oclc",
        "options",
        "owner",
        "pdf",
        "pmc",
        "pmcid",
        "pmid",
        "posted-at",
        "presort",
        "preview",
        "printlocation",
        "priority",
        "qualityassured",
        "rating",
        "ranking",
        "read",
        "readstatus",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "relevance",
        "review",
        "rights",
        "selected",
        "shorthand",
        "shorthandintro",
        "slides",
        "sortkey",
        "sortname",
        "sortshorthand",
        "sorttitle",
        "sortyear",
        "text",
        "timestamp",
        "urn_unused",
        "username",
        "video",
        "website",
        "xref",
        "zblnumber",
        "zbl",
        "zmnumber",
        "zsccs",
        "__markedentry",
        "sentelink",
        "libraryid",
        "callnumber",
        "call-number",
        "shelfmark",
        "unique-id",
        "research-areas",
        "web-of-science-categories",
        "times-cited",
        "usage-count-last-180-days",
        "usage-count-since-2013",
        "journal-iso",
        "da",
        "doc-delivery-number",
        "cited-references",
        "number-of-cited-references",
        "funding-acknowledgement",
        "funding-text",
        "author-email",
        "affiliations",
        "researcherid-numbers",
        "orcid-numbers",
        "source",
        "document_type",
        "abbrev_source_title",
        "coden",
        "author_keywords",
        "correspondence_address1",
    ]
)
"""Fields by which programs keep their own books, or what their users think of a work: no facts of it."""
BOOKKEEPING_FORMS = re.compile(
    r"(?:bdsk|mendeley|zotero|citeulike|jabref|dblp|x)-[\w-]+|\w+\+an(?::\w+)?|fileversion|attachment\w*"
)


def is_bookkeeping(name: str) -> bool:
    """Whether a field is a program's own, and states no fact of the work."""
    return name in BOOKKEEPING or BOOKKEEPING_FORMS.fullmatch(name) is not None
