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
    "howpublish": "howpublished", "reportnumber": "docnumbers", "arxivid": "eprint",
}  # fmt: skip
"""Names of BibTeX, biblatex and other programs, each with ours, which is biblatex's but for `totalpages`."""

TYPES: Mapping[str, tuple[str, str]] = {
    "conference": ("inproceedings", ""), "electronic": ("online", ""), "www": ("online", ""),
    "webpage": ("online", ""), "web_page": ("online", ""), "website": ("online", ""),
    "phdthesis": ("thesis", "PhD thesis"), "mastersthesis": ("thesis", "Master’s thesis"),
    "bachelorsthesis": ("thesis", "Bachelor’s thesis"), "techreport": ("report", "Technical report"),
    "datasets": ("dataset", ""), "proceeding": ("proceedings", ""), "book_section": ("incollection", ""),
    "article-journal": ("article", ""), "article-magazine": ("article", ""), "article-newspaper": ("article", ""),
    "newspaper_article": ("article", ""), "magazine_article": ("article", ""), "generic": ("misc", ""),
    "other": ("misc", ""), "legal_case": ("jurisdiction", ""), "legal_legislation": ("legislation", ""),
    "computer_program": ("software", ""), "conference_proceedings": ("inproceedings", ""),
}  # fmt: skip
"""Other names of types, each with biblatex's, and the kind of work that it says beside it (the field `type`)."""

KINDS: Mapping[str, str] = {
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "techreport": "Technical report", "resreport": "Research report", "candthesis": "Candidate thesis",
    "patent": "Patent", "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "Patent request",
    "patreqde": "German patent request", "patreqeu": "European patent request", "patreqfr": "French patent request",
    "patrequk": "British patent request", "patrequs": "U.S. patent request",
    "software": "Software", "datacd": "Data CD", "audiocd": "Audio CD", "manuscript": "Manuscript",
}  # fmt: skip
"""Words of biblatex for kinds of work (manual, 4.9.2.13), which are no words to readers."""
STATES: Mapping[str, str] = {"inpress": "in press", "inpreparation": "in preparation"}
"""Words of biblatex for what has not appeared (manual, 4.9.2.11), which are no words to readers."""

BOOKKEEPING_NAMES = """
__markedentry abbr abbrev_source_title abstract acmid added-at affiliations altmetric annotation author-email
author_keywords bibdata bibsource bibtex_show biburl call-number callnumber ccn cited-references
citeulike-article-id coden collectionid comment copyright correspondence_address1 creationdate da date-added
date-modified dimensions doc-delivery-number document_type entryset execute file funding-acknowledgement
funding-text gender groups html ids indexsorttitle indextitle interhash internal-note intrahash jabref journal-iso
journalabbr label langidopts lccn libraryid local-url localfile mendeley-groups mendeley-tags modificationdate
mrclass mrnumber mrreviewer number-of-cited-references oclc options orcid-numbers owner pdf posted-at presort
preview price printlocation priority qualityassured ranking rating read readstatus related relatedoptions
relatedstring relatedtype relevance research-areas researcherid-numbers review rights selected sentelink shelfmark
shorthand shorthandintro slaccitation slides sortkey sortname sortshorthand sorttitle sortyear source
subject-categories subject-category times-cited timestamp unique-id usage-count-last-180-days usage-count-since-2013
username web-of-science-categories xref zbl zblnumber zmnumber zsccs
""".strip().split()
BOOKKEEPING = frozenset(BOOKKEEPING_NAMES)
"""Fields by which programs keep their own books, or what their users think of a work: no facts of it."""
BOOKKEEPING_FORMS = re.compile(
    r"(?:bdsk|mendeley|zotero|citeulike|jabref|dblp|x)-[\w-]+|\w+\+an(?::\w+)?|fileversion|attachment\w*"
)


PLACELESS_NAMES = """
authortype bookpagination collaborator compiler contributor counsel cowriters director editora editoratype editorb
editorbtype editorc editorctype editortype guest interviewer lista listb listc namea nameaddon nameatype nameb
namebtype namec namectype origlanguage pagination producer recipient scriptwriter series-creator shorteditor
shortseries sponsor usera userb userc userd usere userf verba verbb verbc
""".strip().split()
PLACELESS = frozenset(PLACELESS_NAMES)
"""Fields that other programs have, and the edition no place for, near as their names are to others'."""


OURS = frozenset({
    "body", "entrysubtype", "evidence", "familyfirst", "keywords", "langid", "language", "printed", "remark",
    "shortauthor", "shorttitle", "titlerendered", "titletranslation", "titletranslationby", "unverified",
})  # fmt: skip
"""Fields in which the edition describes the source or its entry."""


def is_bookkeeping(name: str) -> bool:
    """Whether a field is a program's own, and states no fact of the work."""
    return name in BOOKKEEPING or BOOKKEEPING_FORMS.fullmatch(name) is not None
