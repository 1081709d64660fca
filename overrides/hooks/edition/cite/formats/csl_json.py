"""Sources as items of CSL (citationstyles.org, 1.0.2): as citeproc formats them, and as CSL-JSON to take along."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from edition.cite.formatted import HIDDEN, TYPED
from edition.cite.source_facts import issuer_field, kept_whole, page_ranges, remarks
from edition.model import Person, Source
from edition.model.dates import UNDATED, Date, date_in_words
from edition.model.entries.entry_type import ISSUER
from edition.model.inline import (
    Content,
    Emphasis,
    Inline,
    Strong,
    Subscript,
    Superscript,
    own_words,
)
from edition.words import Words

CslItem = dict[str, Any]

VARIABLES: Mapping[str, str] = {
    "shorttitle": "title-short", "booktitle": "container-title", "journaltitle": "container-title",
    "shortjournal": "container-title-short", "issuetitle": "volume-title", "series": "collection-title",
    "location": "publisher-place", "eventtitle": "event-title", "venue": "event-place",
    "totalpages": "number-of-pages", "type": "genre", "howpublished": "medium", "doi": "DOI",
    "isbn": "ISBN", "issn": "ISSN",
    "volume": "volume", "part": "part-number", "volumes": "number-of-volumes", "edition": "edition",
    "version": "version", "chapter": "chapter-number", "pubstate": "status", "origtitle": "original-title",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place", "keywords": "keyword",
}  # fmt: skip
"""The variables that a field goes to; those of titles, of a number, of pages and of who issued a work differ."""
DATES: Mapping[str, str] = {
    "eventdate": "event-date", "origdate": "original-date", "urldate": "accessed",
}  # fmt: skip
ROLES: Mapping[str, str] = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
}  # fmt: skip
ISSUERS = ("institution", "organization", "publisher")
"""Who issued a work, in the order in which citations name several."""
LAST = ("event-title", "number-of-pages")
"""The variables that stand after those in the order of the alphabet, before the note."""
OTHERS = {"literal": "others"}
"""The name by which citeproc knows that a list of persons is cut short."""


def as_csl_json(sources: Sequence[Source], words: Words) -> str:
    """Sources as a file, an array even of one."""
    items = [csl_item(source, words) for source in sources]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(source: Source, words: Words) -> CslItem:
    """A source as programs take it along: what no variable has is told in the note."""
    kind = source.entry_type
    stated = cited_item(source, words, {"eprint"})  # an archive's number is not the work's own
    item = {n: v for n, v in stated.items() if n not in kind.csl_replaced}
    item |= {"type": kind.csl, "title": csl_text(source.whole("title"))}
    item |= {"container-title": csl_text(source.whole(kind.container))} if kind.container else {}
    for (
        role,
        variable,
    ) in ROLES.items():  # of a role that its type has not, Zotero would make authors
        names = item.get(variable, []) if role in kind.has_place_for else []
        item[variable] = [name for name in names if name != OTHERS]
    last = {*LAST, "container-title"} if "publisher" in kind.csl_replaced else {*LAST}
    in_order = {n: item[n] for n in sorted(item, key=lambda n: (n in last, n)) if item[n]}
    remark = "\n".join(remarks(source, kept(source), words))
    whole = {**unknown_place(source), **in_order, **({"note": remark} if remark else {})}
    typed: CslItem = json.loads(json.dumps(whole, ensure_ascii=False).translate(TYPED))
    return typed


def kept(source: Source) -> frozenset[str]:
    """The fields that Zotero keeps whole: of names it drops what stands after them."""
    after = {role for role, persons in source.persons.items() if any(p.suffix for p in persons)}
    dropped = source.entry_type.csl_replaced | {"container-title-short"}
    return kept_whole(source, after | {n for n, v in VARIABLES.items() if v in dropped})


def unknown_place(source: Source) -> dict[str, str]:
    """An empty place of publication where only that of an event is known: Zotero would take the one for the other."""
    is_the_place = "venue" in source.entry_type.has_place_for
    return {"publisher-place": ""} if source.has("venue") and not is_the_place else {}


def cited_item(source: Source, words: Words, without: Collection[str] = ()) -> CslItem:
    """A source as citeproc formats it, but for the fields that are left out: signs in words are HIDDEN from it, and
    tags are markup."""
    variables = {**VARIABLES, **source.entry_type.csl_variables}
    fields = {issuer_field(source) if n == ISSUER else n: v for n, v in variables.items()}
    texts = {v: csl_text(source.whole(n, without)) for n, v in fields.items() if source.text(n)}
    names = {v: names_of(source, role) for role, v in ROLES.items() if role not in without}
    dates = {v: csl_date(source.dated(n), words) for n, v in DATES.items() if n not in without}
    issuers = (source.content(n) for n in ISSUERS if source.has(n) and n not in without)
    pages = () if "pages" in without else page_ranges(source)
    item = {
        "id": source.key,
        "type": source.entry_type.csl_cited or source.entry_type.csl,
        "language": source.language,
        "issued": csl_date(source.issued, words),
        "URL": source.address,
        "page": ", ".join(map(page_range, pages)),
        "publisher": "; ".join(dict.fromkeys(map(csl_text, issuers))),
        **texts,
        **titles(source, without),
        **names,
        **dates,
    }
    if not item.get("number") and "eprint" not in without:
        item["number"] = eprint(source).translate(HIDDEN)
    return {name: item[name] for name in sorted(item) if item[name]}


def eprint(source: Source) -> str:
    """Where an e-print is kept, as the archive spells itself, and its number there: `arXiv:2101.00001`."""
    archive, number = source.get("eprinttype"), source.text("eprint", {"eprinttype"})
    return ":".join(filter(None, (ARCHIVES.get(archive.casefold(), archive), number)))


ARCHIVES = {"arxiv": "arXiv", "jstor": "JSTOR", "pubmed": "PubMed", "hdl": "HDL"}


def titles(source: Source, without: Collection[str]) -> dict[str, str]:
    """Titles; of a work in several volumes the whole's as the title, or as that of the container."""
    if not source.has("maintitle") or "maintitle" in without:
        return {"title": csl_text(source.whole("title", without))}
    of_volume = "booktitle" if source.has("booktitle") else "title"
    variable = {"booktitle": "container-title", "title": "title"}[of_volume]
    return {
        "title": csl_text(source.whole("title", without)),
        "volume-title": csl_text(source.whole(of_volume, {*without, "maintitle"})),
        variable: csl_text(source.whole("maintitle", without)),
    }


def page_range(pages: tuple[str, str]) -> str:
    """First and last page with a hyphen, which styles print as a dash; with a dash where numbers have hyphens."""
    return ("–" if "-" in "".join(pages) else "-").join(dict.fromkeys(pages))


def csl_text(content: Content) -> str:
    """Running text with the tags that citeproc reads as markup (CSL-JSON's "HTML-like formatting")."""
    return "".join(map(tagged, content))


def tagged(inline: Inline) -> str:
    match inline:
        case Emphasis():
            return f"<i>{csl_text(inline.content)}</i>"
        case Strong():
            return f"<b>{csl_text(inline.content)}</b>"
        case Superscript():
            return f"<sup>{csl_text(inline.content)}</sup>"
        case Subscript():
            return f"<sub>{csl_text(inline.content)}</sub>"
        case _:
            return own_words(inline).translate(HIDDEN)


def names_of(source: Source, role: str) -> list[dict[str, str]]:
    """The persons in a role; where the list is cut short, OTHERS at its end."""
    names = [csl_name(person) for person in source.persons.get(role, ())]
    return [*names, OTHERS] if role in source.cut_short else names


def csl_name(person: Person) -> dict[str, str]:
    """A name in its parts: a particle stays with the family name, from which programs part it as their language has it;
    an institution's is whole."""
    if person.is_institution:
        return {"literal": person.family}
    parts = {"family": person.family, "given": person.given, "suffix": person.suffix}
    return {part: name for part, name in parts.items() if name}


def csl_date(date: Date, words: Words) -> dict[str, Any]:
    """A date, or a range of two, of which the second may be open; in words where CSL has no numbers for it; empty where
    there is none, of which each style says so itself."""
    if date.state == UNDATED or not (date.known or date.state):
        return {}
    if not date.first:
        return {"literal": date_in_words(date, words.dates)}
    ends = [date.first.parts, date.last.parts if date.last else (0,)]
    parts = {"date-parts": [list(end) for end in dict.fromkeys(ends)]}
    return {**parts, "circa": True} if date.is_circa or date.is_uncertain else parts
