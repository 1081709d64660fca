"""What Zotero makes of an export: the rules of its translators, told anew and no further than our files go.

"RIS" (lastUpdated 2023-07-28), "BibTeX" (2024-03-25), "CSL JSON" (2022-09-20) with itemFromCSLJSON and the schema
(zotero/utilities, zotero/zotero-schema), and what happens to every item at its end: strings are trimmed, and what
the type of item has no field for is dropped.
"""

import json
import re
from typing import Any

from pybtex.database import parse_string

from edition.model import Person, Source

Item = dict[str, Any]

TYPES = {
    "article": "journalArticle", "book": "book", "incollection": "bookSection", "online": "webpage",
    "report": "report", "unpublished": "presentation",
}  # fmt: skip
EVERY = {"title", "date", "language", "shortTitle", "url", "extra", "abstractNote"}
FIELDS = {
    "journalArticle": EVERY | {"publicationTitle", "issue", "pages", "series", "DOI", "ISSN"},
    "book": EVERY | {"publisher", "place", "series", "seriesNumber", "numPages", "ISBN"},
    "bookSection": EVERY
    | {"bookTitle", "publisher", "place", "series", "seriesNumber", "pages", "ISBN"},
    "webpage": EVERY | {"websiteTitle"},
    "report": EVERY
    | {"institution", "place", "reportNumber", "reportType", "seriesTitle", "pages"},
    "presentation": EVERY | {"meetingName", "place", "presentationType"},
    "manuscript": EVERY | {"place", "manuscriptType", "numPages"},
}
"""The fields of each type of item."""
SAME = {
    "bookSection": {"publicationTitle": "bookTitle"},
    "webpage": {"publicationTitle": "websiteTitle"},
    "report": {"publisher": "institution", "number": "reportNumber", "type": "reportType"},
    "presentation": {"type": "presentationType"},
    "manuscript": {"type": "manuscriptType"},
}
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
    kind = TYPES[source.type]
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
    kept = FIELDS[kind] | {"itemType", "creators", "tags", "notes"}
    trimmed = {n: v.strip() if isinstance(v, str) else v for n, v in named.items() if n in kept}
    return {name: value for name, value in trimmed.items() if value}


RIS_TYPES = {"JOUR": "journalArticle", "BOOK": "book", "CHAP": "bookSection", "ELEC": "webpage",
             "RPRT": "report", "SLIDE": "presentation"}  # fmt: skip
RIS = {"TI": "title", "ST": "shortTitle", "UR": "url", "LA": "language", "CY": "place",
       "PB": "publisher", "DO": "DOI", "IS": "issue"}  # fmt: skip
RIS_OF = {
    "journalArticle": {"T2": "publicationTitle", "T3": "series", "SN": "ISSN", "SP": "pages"},
    "book": {"T2": "series", "M1": "seriesNumber", "SN": "ISBN", "SP": "numPages"},
    "bookSection": {"T2": "bookTitle", "T3": "series", "SV": "seriesNumber", "SN": "ISBN",
                    "SP": "pages"},
    "webpage": {"T2": "websiteTitle"},
    "report": {"T2": "seriesTitle", "SN": "reportNumber", "M3": "reportType", "SP": "pages"},
    "presentation": {"T2": "meetingName", "M3": "presentationType"},
}  # fmt: skip
RIS_ROLES = {"AU": "author", "A2": "editor", "A3": "editor"}


def from_ris(text: str) -> list[Item]:
    return [one_from_ris(record) for record in re.split(r"^ER  - ?$", text, flags=re.M)[:-1]]


def one_from_ris(record: str) -> Item:
    """The first value of a field holds; a name is parted at its first comma; a date ends with its first day."""
    lines = re.findall(r"^([A-Z][A-Z0-9])  - (.*)$", record, re.M)
    kind = RIS_TYPES[lines[0][1]]
    item: Item = {"itemType": kind, "creators": [], "notes": []}
    for tag, value in lines[1:]:
        if tag in RIS_ROLES:
            item["creators"].append(parted(value, RIS_ROLES[tag]))
        elif tag == "N1":
            item["notes"].append(value)
        elif tag == "DA":
            item["date"] = "-".join(part for part in value.split("/")[:3] if part)
        elif tag == "EP":
            item["pages"] += f"-{value}"
        elif tag == "KW":
            item.setdefault("tags", []).append(value)
        elif name := RIS_OF[kind].get(tag, RIS.get(tag)):
            item.setdefault(name, value)
    return finished(item)


def parted(name: str, role: str) -> Item:
    family, _, given = name.partition(",")
    return creator(Person(family.strip(), given.strip()), role)


BIB_TYPES = {**TYPES, "unpublished": "manuscript"}
BIB = {"title": "title", "shorttitle": "shortTitle", "url": "url", "doi": "DOI", "isbn": "ISBN",
       "issn": "ISSN", "series": "series", "type": "type", "language": "language", "date": "date",
       "booktitle": "publicationTitle", "journaltitle": "publicationTitle",
       "fjournal": "publicationTitle", "publisher": "publisher", "pagetotal": "numPages",
       "pages": "pages", "institution": "publisher", "organization": "publisher",
       "location": "place"}  # fmt: skip
BIB_NUMBER = {"report": "number", "book": "seriesNumber", "incollection": "seriesNumber"}


def from_bib(text: str) -> list[Item]:
    return [
        one_from_bib(entry.type, dict(entry.fields), dict(entry.persons))
        for entry in parse_string(text, "bibtex").entries.values()
    ]


def one_from_bib(kind: str, fields: dict[str, str], persons: dict[str, list[Any]]) -> Item:
    """Keywords become tags, and comments notes; addresses stand as they are."""
    names = {**BIB, "number": BIB_NUMBER.get(kind, "issue")}
    item: Item = {names[n]: untexed(v, n) for n, v in fields.items() if n in names}
    item["tags"] = [word for word in re.split(r"\s*[,;]\s*", fields.get("keywords", "")) if word]
    item["notes"] = [untexed(fields[n], n) for n in ("note", "comment", "annote") if n in fields]
    item["creators"] = [
        creator(Person(untexed(" ".join(p.last_names)), " ".join(p.first_names)), role)
        for role in ("author", "editor")
        for p in persons.get(role, [])
    ]
    return finished({**item, "itemType": BIB_TYPES[kind]})


def untexed(text: str, name: str = "") -> str:
    return text if name == "url" else re.sub(r"\\([#$%&_{}])|[{}]", r"\1", text)


CSL_TYPES = {"article-journal": "journalArticle", "book": "book", "chapter": "bookSection",
             "webpage": "webpage", "report": "report", "speech": "presentation"}  # fmt: skip
CSL = {"title": "title", "title-short": "shortTitle", "URL": "url", "DOI": "DOI", "ISBN": "ISBN",
       "ISSN": "ISSN", "container-title": "publicationTitle", "collection-title": "series",
       "collection-number": "seriesNumber", "issue": "issue", "number": "number", "page": "pages",
       "number-of-pages": "numPages", "genre": "type", "language": "language", "note": "extra",
       "publisher": "publisher", "event-title": "meetingName", "event-place": "place",
       "publisher-place": "place"}  # fmt: skip


def from_csl(text: str) -> list[Item]:
    return [one_from_csl(found) for found in json.loads(text)]


def one_from_csl(found: dict[str, Any]) -> Item:
    """Of two variables for one field the later in the schema's order holds, empty or not; of two days the first."""
    kind = CSL_TYPES[found["type"]]
    item: Item = {field: found[variable] for variable, field in CSL.items() if variable in found}
    item["creators"] = [
        creator(Person(name.get("literal", name.get("family", "")), name.get("given", "")), role)
        for role in ("author", "editor")
        for name in found.get(role, [])
    ]
    item["date"] = "-".join(f"{part:02}" for part in found["issued"]["date-parts"][0])
    if kind == "report":
        item["seriesTitle"] = item.pop("series", "")
    return finished({**item, "itemType": kind})
