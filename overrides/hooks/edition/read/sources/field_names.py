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

WORDS_OF_BIBLATEX = """
type phdthesis PhD thesis
type mathesis Master’s thesis
type bathesis Bachelor’s thesis
type candthesis Candidate thesis
type techreport Technical report
type resreport Research report
type patent Patent
type patentde German patent
type patenteu European patent
type patentfr French patent
type patentuk British patent
type patentus U.S. patent
type patreq Patent request
type patreqde German patent request
type patreqeu European patent request
type patreqfr French patent request
type patrequk British patent request
type patrequs U.S. patent request
type software Software
type datacd Data CD
type audiocd Audio CD
type manuscript Manuscript
pubstate inpress in press
pubstate inpreparation in preparation
series newseries new series
series oldseries old series
location countryde Germany
location countryeu European Union
location countryep European Union
location countryfr France
location countryuk United Kingdom
location countryus United States of America
""".strip().split("\n")
WORDS: Mapping[tuple[str, str], str] = {
    (field, word): said for field, word, said in (line.split(" ", 2) for line in WORDS_OF_BIBLATEX)
}
"""What biblatex prints for words of its own (manual, 4.9.2), by the field and the word."""

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
