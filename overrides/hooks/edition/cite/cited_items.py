"""What each citation style gets of a source: what a note prints or we have seen, and titles as they are typed."""

import re
from collections.abc import Collection, Mapping

from edition.cite.formats.csl_json import DATES, ROLES, CslItem, cited_item
from edition.cite.formatted import CLOSE, OPEN
from edition.cite.source_facts import issuer_field
from edition.model import Edition, Source
from edition.model.dates import date_in_words
from edition.model.languages import CHINESE
from edition.words import Words

CslName = dict[str, str]
NEEDED = frozenset({"title", "date", "url"})
"""Fields without which nothing can be cited, verified or not; addresses are a case of their own."""
OF_NUMBERS = {"-": "\ue005", ",": "\ue006", " ": "\ue007"}
"""Signs in numbers by which citeproc would take one for several, hidden from it."""
NUMBERS = {
    "number": str.maketrans(OF_NUMBERS),
    "collection-number": str.maketrans(OF_NUMBERS),
    "issue": str.maketrans({" ": OF_NUMBERS[" "]}),
    "version": {},
}
TITLES = ("title", "title-short", "container-title", "collection-title", "volume-title")
"""Variables whose capitals are those of references.bib: styles would change some."""
END = re.compile(r"(?:\.{2,}|[.?!])$")
"""The sign, or the dots, at the end of a title."""
SOMEWHERE = "https://example.org/"
"""An address for what has none: notes print no addresses, and Chicago lists no speeches and manuscripts without."""
ORIGINALS = ("original-title", "original-publisher", "original-publisher-place")
"""What citeproc would call an earlier publication, and are titles and presses in the original language."""


def as_printed(source: Source, words: Words) -> CslItem:
    """An item as every style should print it."""
    without = {*left_out(source), *issuer_named_already(source)}
    item = cited_item(source, words, without)
    of_the_day = ("event-date",) if item.get("event-date") == item.get("issued") else ()
    for name in (*ORIGINALS, *of_the_day):
        item.pop(name, None)
    for name in item.keys() & {*TITLES}:
        title, end = without_end(item[name])
        item[name] = f'<span class="nocase">{title}</span>{end}'
    for name in item.keys() & NUMBERS.keys():
        item[name] = re.sub(r"^v(?=[0-9])", "", item[name]).translate(NUMBERS[name])
    if "number" in item and not source.has(
        "number"
    ):  # the name of an archive, with its own capitals
        item["number"] = f'<span class="nocase">{item["number"]}</span>'
    for role in item.keys() & {*ROLES.values()}:
        item[role] = [undivided(name) for name in item[role]]
    return item


def undivided(name: CslName) -> CslName:
    """A Chinese name as one: styles would take a given name of one character for an initial, and put a stop to it."""
    whole = name.get("family", "") + name.get("given", "")
    return {"literal": whole} if CHINESE.fullmatch(whole) else name


def without_end(title: str) -> tuple[str, str]:
    """A title and the sign at its end, which styles must see to put none of their own after it."""
    found = END.search(title)
    return (title[: found.start()], found[0]) if found else (title, "")


def left_out(source: Source) -> Collection[str]:
    """What nobody verified, so far as a citation can do without (but of the article, which we hold)."""
    return () if source.is_article else {*source.listed("unverified")} - NEEDED


def issuer_named_already(source: Source) -> tuple[str, ...]:
    """The field of who issued it, where that is the author as well, by name or acronym, and the type names it once."""
    issuer = issuer_field(source)
    names = [a.family for a in source.persons.get("author", ()) if a.is_institution]
    is_named = any(is_name_of(name, source.text(issuer)) for name in names)
    return (issuer,) if source.entry_type.names_issuer_once and is_named else ()


def is_name_of(name: str, institution: str) -> bool:
    """Whether a name is that of an institution, or an acronym: initials of its words, in their order."""
    initials = iter(word[0].casefold() for word in institution.split())
    return name == institution or all(letter in initials for letter in name.casefold())


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
