"""Sources as CSL-JSON, from what pandoc read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from edition.cite.source_facts import kept_whole, remarks
from edition.model import Source
from edition.words import Words

CslItem = dict[str, Any]

VARIABLES: Mapping[str, str] = {
    "title": "title", "shorttitle": "title-short", "booktitle": "container-title",
    "journaltitle": "container-title", "series": "collection-title", "location": "publisher-place",
    "publisher": "publisher", "institution": "publisher", "organization": "container-title",
    "eventtitle": "event-title", "venue": "event-place", "totalpages": "number-of-pages",
    "type": "genre", "url": "URL", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN",
}  # fmt: skip
"""The variables that a field goes to; that of a number differs by type."""


def as_csl_json(sources: Sequence[Source], items: Mapping[str, CslItem], words: Words) -> str:
    """Sources as a file, an array even of one; `items` are pandoc's, by citation key."""
    as_items = [csl_item(source, items[source.key], words) for source in sources]
    return json.dumps(as_items, ensure_ascii=False, indent=2) + "\n"


def csl_item(source: Source, item: CslItem, words: Words) -> dict[str, Any]:
    """An item with our own facts for pandoc's, which lowers the capitals of some titles and has its own name of an
    event and its own idea of languages."""
    variables = {**VARIABLES, "number": source.entry_type.csl_number}
    facts = {variable: source.get(n) for n, variable in variables.items() if source.get(n)}
    facts |= {"URL": source.address} if source.address else {}
    replaced = {"event", *source.entry_type.csl_replaced}
    kept = {name: value for name, value in item.items() if name not in replaced}
    remark = "\n".join(remarks(source, kept_whole(source), words))
    note = {"note": remark} if remark else {}
    return {**unknown_place(source), **kept, **facts, "language": source.language, **note}


def unknown_place(source: Source) -> dict[str, str]:
    """An empty place of publication where only that of an event is known: Zotero would take the one for the other."""
    is_the_place = "venue" in source.entry_type.has_place_for
    return {"publisher-place": ""} if source.has("venue") and not is_the_place else {}
