"""What each citation style gets of a source: what a note prints or we have seen, and titles as they are typed."""

import re
from collections.abc import Collection, Mapping

from edition.cite.formats.csl_json import DATES, CslItem, cited_item
from edition.cite.formatted import CLOSE, OPEN
from edition.cite.source_facts import issuer_field
from edition.model import Edition, Source
from edition.model.dates import date_in_words
from edition.words import Words

NEEDED = frozenset({"title", "date", "url"})
"""Fields without which nothing can be cited, verified or not; addresses are a case of their own."""
ACRONYM = re.compile(r"[A-Z0-9/-]+")
TITLES = ("title", "title-short", "container-title", "collection-title", "volume-title")
"""Variables whose capitals are those of references.bib: styles would change some."""
SOMEWHERE = "https://example.org/"
"""An address for what has none: notes print no addresses, and Chicago lists no speeches and manuscripts without."""
ORIGINALS = ("original-title", "original-publisher", "original-publisher-place")
"""What citeproc would call an earlier publication, and are titles and presses in the original language."""


def as_printed(source: Source, words: Words) -> CslItem:
    """An item as every style should print it."""
    item = cited_item(source, words, left_out(source))
    of_the_day = ("event-date",) if item.get("event-date") == item.get("issued") else ()
    for name in (*ORIGINALS, *issuer_named_already(source), *of_the_day):
        item.pop(name, None)
    for name in item.keys() & {*TITLES}:
        title, end = without_end(item[name])
        item[name] = f'<span class="nocase">{title}</span>{end}'
    return item


def without_end(title: str) -> tuple[str, str]:
    """A title and the sign at its end, which styles must see to put none of their own after it."""
    end = title[-1:] if title[-1:] in ".?!" else ""
    return title.removesuffix(end), end


def left_out(source: Source) -> Collection[str]:
    """What nobody verified, so far as a citation can do without (but of the article, which we hold)."""
    return () if source.is_article else {*source.listed("unverified")} - NEEDED


def issuer_named_already(source: Source) -> tuple[str, ...]:
    """The publisher, where it is the author as well, by its name or by an acronym, and the type names it once."""
    names = {a.family for a in source.persons.get("author", ()) if a.is_institution}
    is_named = source.text(issuer_field(source)) in names or any(map(ACRONYM.fullmatch, names))
    return ("publisher",) if source.entry_type.names_issuer_once and is_named else ()


def for_notes(item: CslItem, source: Source, words: Words) -> CslItem:
    """An item in the notes' order of names and our form of dates, its titles marked."""
    item = dict(item)
    for role in item.keys() & set(source.listed("familyfirst")):
        item[role] = [{"literal": f"{name.family} {name.given}"} for name in source.persons[role]]
    dates = {v: source.dated(n) for n, v in DATES.items()} | {"issued": source.issued}
    for name in dates.keys() & item.keys():
        item[name] = {"literal": date_in_words(dates[name], words.dates)}
    if "issued" in item:
        item.pop("status", None)
    item.setdefault("URL", SOMEWHERE)
    for name in {"title", "title-short"} & item.keys():
        title, end = without_end(item[name])
        item[name] = f"{OPEN}{title}{CLOSE}{end}"
    return item


def without_unverified_addresses(
    items: Mapping[str, CslItem], edition: Edition
) -> dict[str, CslItem]:
    """Items without the addresses that nobody verified: what is copied goes where no page tells of the doubt."""
    unverified = {
        s.key for s in edition.sources if "url" in s.listed("unverified") and not s.is_article
    }
    return {
        key: {n: v for n, v in item.items() if n != "URL" or key not in unverified}
        for key, item in items.items()
    }
