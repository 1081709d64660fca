"""What Zotero makes of an export: the rules of its translators, told anew and no further than our files go.

"RIS" (lastUpdated 2026-01-05), "BibTeX" (2026-04-01), "CSL JSON" with itemFromCSLJSON and the schema
(zotero/utilities, zotero/zotero-schema), and what happens to every item at its end: strings are trimmed, and what
the type of item has no field for is dropped.
"""

import json
import re
from typing import Any

from pybtex.database import Entry
from pybtex.database.input.bibtex import Parser

from edition.model import Person, Source
from edition.model.entries.entry_fields import ROLES

Item = dict[str, Any]

TYPES = {
    "article": "journalArticle", "newspaper": "newspaperArticle", "magazine": "magazineArticle", "book": "book",
    "mvbook": "book", "collection": "book", "manual": "book", "booklet": "book", "proceedings": "book",
    "incollection": "bookSection", "inbook": "bookSection", "inreference": "encyclopediaArticle",
    "inproceedings": "conferencePaper", "thesis": "thesis", "report": "report", "dataset": "dataset",
    "software": "computerProgram", "online": "webpage", "misc": "document", "legislation": "statute",
    "legal": "statute", "jurisdiction": "case", "patent": "patent", "unpublished": "presentation",
    "manuscript": "manuscript",
}  # fmt: skip
"""The type of item that each kind of source should become."""
EVERY = {"title", "date", "language", "shortTitle", "url", "accessDate", "extra", "abstractNote"}
BOOK = {"publisher", "place", "series", "seriesNumber", "volume", "numberOfVolumes", "edition", "ISBN"}  # fmt: skip
FIELDS = {
    "journalArticle": {"publicationTitle", "volume", "issue", "pages", "series", "seriesTitle", "journalAbbreviation",
                       "DOI", "ISSN"},
    "newspaperArticle": {"publicationTitle", "place", "edition", "pages", "ISSN"},
    "magazineArticle": {"publicationTitle", "volume", "issue", "pages", "ISSN"},
    "book": BOOK | {"numPages"},
    "bookSection": BOOK | {"bookTitle", "pages"},
    "encyclopediaArticle": BOOK | {"encyclopediaTitle", "pages"},
    "conferencePaper": {"proceedingsTitle", "conferenceName", "place", "publisher", "volume", "pages", "series", "DOI",
                        "ISBN"},
    "webpage": {"websiteTitle", "websiteType"},
    "thesis": {"thesisType", "university", "place", "numPages"},
    "report": {"institution", "place", "reportNumber", "reportType", "seriesTitle", "pages"},
    "dataset": {"identifier", "type", "versionNumber", "repository", "repositoryLocation", "DOI"},
    "computerProgram": {"seriesTitle", "versionNumber", "place", "company", "ISBN", "programmingLanguage"},
    "document": {"publisher"},
    "statute": {"nameOfAct", "code", "codeNumber", "publicLawNumber", "dateEnacted", "pages", "section", "session"},
    "bill": {"billNumber", "code", "codeVolume", "section", "codePages"},
    "case": {"caseName", "court", "dateDecided", "docketNumber", "reporter", "reporterVolume", "firstPage"},
    "patent": {"patentNumber", "place", "issueDate", "assignee", "pages"},
    "presentation": {"meetingName", "place", "presentationType"},
    "manuscript": {"place", "manuscriptType", "numPages"},
}  # fmt: skip
"""The fields of each type of item, beside those that every one has."""
SAME = {
    "bookSection": {"publicationTitle": "bookTitle"},
    "encyclopediaArticle": {"publicationTitle": "encyclopediaTitle"},
    "conferencePaper": {"publicationTitle": "proceedingsTitle", "meetingName": "conferenceName"},
    "webpage": {"publicationTitle": "websiteTitle", "type": "websiteType"},
    "thesis": {"publisher": "university", "type": "thesisType"},
    "report": {"publisher": "institution", "number": "reportNumber", "type": "reportType"},
    "dataset": {"publisher": "repository", "place": "repositoryLocation", "number": "identifier",
                "version": "versionNumber"},
    "computerProgram": {"publisher": "company", "version": "versionNumber"},
    "statute": {"title": "nameOfAct", "number": "publicLawNumber", "volume": "codeNumber", "date": "dateEnacted",
                "publicationTitle": "code"},
    "bill": {"number": "billNumber", "volume": "codeVolume", "pages": "codePages"},
    "case": {"title": "caseName", "number": "docketNumber", "volume": "reporterVolume", "date": "dateDecided",
             "publicationTitle": "reporter", "authority": "court", "pages": "firstPage"},
    "patent": {"number": "patentNumber", "date": "issueDate"},
    "presentation": {"type": "presentationType"},
    "manuscript": {"type": "manuscriptType"},
}  # fmt: skip
"""What a type of item calls a field that others have as well."""
OURS = {
    "journalArticle": {"journaltitle": "publicationTitle", "number": "issue", "issn": "ISSN"},
    "book": {"publisher": "publisher", "number": "seriesNumber", "totalpages": "numPages",
             "location": "place", "isbn": "ISBN"},
    "bookSection": {"booktitle": "bookTitle", "publisher": "publisher", "number": "seriesNumber",
                    "location": "place", "isbn": "ISBN"},
    "webpage": {"organization": "websiteTitle"},
    "report": {"institution": "institution", "number": "reportNumber", "series": "seriesTitle",
               "location": "place", "type": "reportType"},
    "presentation": {"type": "presentationType", "eventtitle": "meetingName", "venue": "place"},
}  # fmt: skip
OF_ALL = {"title": "title", "shorttitle": "shortTitle", "url": "url", "pages": "pages",
          "series": "series", "doi": "DOI"}  # fmt: skip
LANGUAGES = {"english": "en", "spanish": "es", "portuguese": "pt", "chinese": "zh"}


def meant(source: Source) -> Item:
    """The item that a source should become, but for its date and what stands in words."""
    kind = TYPES[source.entry_type.name]
    item: Item = {field: source.get(name) for name, field in {**OF_ALL, **OURS[kind]}.items()}
    if source.get("handle") and not source.get("url"):
        item["url"] = f"https://hdl.handle.net/{source.get('handle')}"
    item["language"] = LANGUAGES[source.get("language")]
    item["creators"] = [
        creator(person, role)
        for role in ("author", "editor")
        for person in source.persons.get(role, ())
    ]
    return finished({**item, "itemType": kind})


def creator(person: Person, role: str = "author") -> Item:
    """How Zotero has a person; an institution whole, in one field."""
    named = {"firstName": person.given, "lastName": person.family, "creatorType": role}
    return {name: value for name, value in named.items() if value}


def finished(item: Item) -> Item:
    """An item as it is saved."""
    kind = item["itemType"]
    named = {SAME.get(kind, {}).get(name, name): value for name, value in item.items()}
    kept = FIELDS[kind] | EVERY | {"itemType", "creators", "tags", "notes"}
    trimmed = {n: v.strip() if isinstance(v, str) else v for n, v in named.items() if n in kept}
    return {name: value for name, value in trimmed.items() if value}


RIS_TYPES = {"JOUR": "journalArticle", "NEWS": "newspaperArticle", "MGZN": "magazineArticle", "BOOK": "book",
             "CHAP": "bookSection", "ENCYC": "encyclopediaArticle", "CONF": "conferencePaper", "ELEC": "webpage",
             "THES": "thesis", "RPRT": "report", "DATA": "dataset", "COMP": "computerProgram",
             "GEN": "journalArticle", "STAT": "statute", "CASE": "case", "PAT": "patent", "SLIDE": "presentation",
             "UNPD": "manuscript"}  # fmt: skip
RIS = {"TI": "title", "ST": "shortTitle", "UR": "url", "LA": "language", "CY": "place",
       "PB": "publisher", "DO": "DOI", "IS": "issue", "VL": "volume", "ET": "edition", "NV": "numberOfVolumes",
       "SP": "pages", "SE": "section", "J2": "journalAbbreviation", "T2": "publicationTitle"}  # fmt: skip
RIS_OF = {
    "journalArticle": {"T3": "series", "SN": "ISSN"},
    "newspaperArticle": {"SN": "ISSN"},
    "magazineArticle": {"SN": "ISSN"},
    "book": {"T2": "series", "M1": "seriesNumber", "SN": "ISBN", "SP": "numPages"},
    "bookSection": {"T3": "series", "SV": "seriesNumber", "SN": "ISBN"},
    "encyclopediaArticle": {"SN": "ISBN"},
    "conferencePaper": {"T2": "conferenceName", "C3": "publicationTitle", "T3": "series", "SN": "ISBN"},
    "webpage": {"M3": "websiteType"},
    "thesis": {"M3": "thesisType", "SP": "numPages"},
    "report": {"T2": "seriesTitle", "SN": "reportNumber", "M3": "reportType"},
    "dataset": {"ET": "versionNumber", "NV": "identifier"},
    "computerProgram": {"T2": "seriesTitle", "ET": "versionNumber", "LA": "programmingLanguage", "SN": "ISBN"},
    "statute": {"M1": "number", "ET": "session"},
    "case": {"PB": "court", "SV": "number", "A2": "reporter"},
    "patent": {"PB": "assignee", "SN": "patentNumber"},
    "presentation": {"T2": "meetingName", "M3": "presentationType"},
    "manuscript": {"M3": "manuscriptType", "SP": "numPages"},
}  # fmt: skip
RIS_DATES = {"DA": "date", "Y2": "accessDate"}
RIS_ROLES = {"AU": "author", "A2": "editor", "A3": "editor", "A4": "translator", "C2": "bookAuthor"}  # fmt: skip


def from_ris(text: str) -> list[Item]:
    return [one_from_ris(record) for record in re.split(r"^ER  - ?$", text, flags=re.M)[:-1]]


def one_from_ris(record: str) -> Item:
    """The first value of a field holds; a name is parted at its first comma; a date ends with its first day; a last
    page is told where the first has no hyphen."""
    lines = re.findall(r"^([A-Z][A-Z0-9])  - (.*)$", record, re.M)
    kind = RIS_TYPES[lines[0][1]]
    item: Item = {"itemType": kind, "creators": [], "notes": []}
    for tag, value in lines[1:]:
        if tag in RIS_ROLES and tag not in RIS_OF[kind]:
            item["creators"].append(parted(value, RIS_ROLES[tag]))
        elif tag == "N1":
            item["notes"].append(value)
        elif tag in RIS_DATES:
            item[RIS_DATES[tag]] = "-".join(part for part in value.split("/")[:3] if part)
        elif tag == "EP":
            item["pages"] += f"-{value}" if "-" not in item["pages"] else ""
        elif tag == "KW":
            item.setdefault("tags", []).append(value)
        elif name := RIS_OF[kind].get(tag, RIS.get(tag)):
            item.setdefault(name, value)
    return finished(item)


def parted(name: str, role: str) -> Item:
    family, _, given = name.partition(",")
    return creator(Person(family.strip(), given.strip()), role)


BIB_TYPES = {
    "article": "journalArticle", "book": "book", "mvbook": "book", "collection": "book", "manual": "book",
    "booklet": "book", "proceedings": "book", "inbook": "bookSection", "incollection": "bookSection",
    "inreference": "encyclopediaArticle", "inproceedings": "conferencePaper", "thesis": "thesis", "report": "report",
    "software": "computerProgram", "online": "webpage", "misc": "document", "legislation": "bill",
    "jurisdiction": "case", "patent": "patent", "unpublished": "manuscript",
}  # fmt: skip
"""The types that Zotero knows; entries of others are passed over."""
BIB = {"title": "title", "shorttitle": "shortTitle", "url": "url", "doi": "DOI", "isbn": "ISBN",
       "issn": "ISSN", "series": "series", "type": "type", "language": "language", "date": "date",
       "booktitle": "publicationTitle", "journaltitle": "publicationTitle", "shortjournal": "journalAbbreviation",
       "fjournal": "publicationTitle", "publisher": "publisher", "pagetotal": "numPages",
       "pages": "pages", "location": "place", "eventtitle": "conferenceName", "volume": "volume",
       "edition": "edition", "version": "version", "chapter": "section", "urldate": "accessDate"}  # fmt: skip
BIB_NUMBER = {
    "report": "number", "book": "seriesNumber", "bookSection": "seriesNumber", "patent": "number",
}  # fmt: skip


def from_bib(text: str) -> list[Item]:
    parser = Parser(person_fields=list(ROLES))
    parser.parse_string(text)
    known = [entry for entry in parser.data.entries.values() if entry.type in BIB_TYPES]
    return [one_from_bib(entry) for entry in known]


def one_from_bib(entry: Entry) -> Item:
    """Keywords become tags, and comments notes; addresses stand as they are; a publisher goes before an institution,
    which goes before an organization that stands below it."""
    fields, kind = dict(entry.fields), BIB_TYPES[entry.type]
    names = {**BIB, "number": BIB_NUMBER.get(kind, "issue")}
    item: Item = {names[n]: untexed(v, n) for n, v in fields.items() if n in names}
    issuers = [untexed(v) for n, v in fields.items() if n in {"institution", "organization"}]
    item["publisher"] = item.get("publisher") or (issuers or [""])[-1]
    item["title"] = ": ".join(filter(None, [item["title"], untexed(fields.get("subtitle", ""))]))
    item["issue"] = fields.get("issue", item.get("issue", ""))
    item["tags"] = [word for word in re.split(r"\s*[,;]\s*", fields.get("keywords", "")) if word]
    item["notes"] = [untexed(fields[n], n) for n in ("note", "comment", "annote") if n in fields]
    item["extra"] = f"Published: {fields['howpublished']}" if "howpublished" in fields else ""
    if "doi" in fields and "DOI" not in FIELDS[kind]:
        item["extra"] += f"DOI: {fields['doi']}"
    item["creators"] = [
        creator(Person(untexed(" ".join([*p.prelast_names, *p.last_names])), given(p)), role)
        for role in ("author", "editor", "translator")
        for p in entry.persons.get(role, [])
    ]
    return finished({**item, "itemType": kind})


def given(person: Any) -> str:  # noqa: ANN401
    """What stands before the family name, and behind it."""
    names = " ".join([*person.first_names, *person.middle_names])
    return ", ".join(filter(None, [names, " ".join(person.lineage_names)]))


def untexed(text: str, name: str = "") -> str:
    return text if name == "url" else re.sub(r"\\([#$%&_{}])|[{}]", r"\1", text)


CSL_TYPES = {"article-journal": "journalArticle", "article-newspaper": "newspaperArticle",
             "article-magazine": "magazineArticle", "book": "book", "chapter": "bookSection",
             "entry-encyclopedia": "encyclopediaArticle", "paper-conference": "conferencePaper", "thesis": "thesis",
             "webpage": "webpage", "report": "report", "dataset": "dataset", "document": "document",
             "legislation": "statute", "legal_case": "case", "patent": "patent", "speech": "presentation",
             "manuscript": "manuscript"}  # fmt: skip
CSL = {"authority": "authority", "title": "title", "title-short": "shortTitle", "URL": "url", "DOI": "DOI",
       "ISBN": "ISBN", "ISSN": "ISSN", "container-title": "publicationTitle", "collection-title": "series",
       "collection-number": "seriesNumber", "issue": "issue", "number": "number", "page": "pages",
       "number-of-pages": "numPages", "genre": "type", "language": "language", "note": "extra",
       "publisher": "publisher", "event-title": "meetingName", "event-place": "place",
       "publisher-place": "place", "volume": "volume", "number-of-volumes": "numberOfVolumes",
       "edition": "edition", "version": "version", "section": "section", "chapter-number": "session"}  # fmt: skip
CSL_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "container-author": "bookAuthor",
}  # fmt: skip


def from_csl(text: str) -> list[Item]:
    return [one_from_csl(found) for found in json.loads(text)]


def one_from_csl(found: dict[str, Any]) -> Item:
    """Of two variables for one field the later in the schema's order holds, empty or not; of two days the first; of a
    name what stands after it is dropped; a book in a version is a program."""
    kind = (
        "computerProgram"
        if found["type"] == "book" and "version" in found
        else CSL_TYPES[found["type"]]
    )
    item: Item = {field: found[variable] for variable, field in CSL.items() if variable in found}
    item["creators"] = [
        creator(Person(name.get("literal", name.get("family", "")), name.get("given", "")), role)
        for variable, role in CSL_ROLES.items()
        for name in found.get(variable, [])
    ]
    for variable, field in (("issued", "date"), ("accessed", "accessDate")):
        date = found.get(variable, {})
        parts = date.get("date-parts", [[]])[0]
        item[field] = date.get("literal") or "-".join(f"{part:02}" for part in parts)
    if kind in {"report", "computerProgram"}:
        item["seriesTitle"] = item.pop("series", "")
    return finished({**item, "itemType": kind})
