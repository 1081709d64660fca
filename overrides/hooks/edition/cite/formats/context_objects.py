"""A source as a ContextObject in keys and values (ANSI/NISO Z39.88-2004), which lists of sources hold for Zotero."""

from collections.abc import Iterator
from urllib.parse import quote, urlencode

from edition.cite.source_facts import Pair, filled, issued, name_in_tag, stated, stated_address
from edition.model import Source

KEYS = {key: key for key in ("series", "pages", "isbn", "issn")} | {"location": "place"}
"""Where the fields go that mean the same in every type of entry; OpenURL's Dublin Core has no keys for them."""


def context_object(source: Source) -> str:
    """The title of an empty span with the class Z3988, in which the page has still to escape its ampersands."""
    return urlencode(list(filled(pairs(source))), quote_via=quote, safe="")


def pairs(source: Source) -> Iterator[Pair]:
    """The keys of the source's format with their values; a value may be empty."""
    kind = source.entry_type
    is_dublin_core = kind.openurl_format == "dc"
    keys = kind.openurl_keys if is_dublin_core else {**kind.openurl_keys, **KEYS}
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{kind.openurl_format}"
    yield "rft.type" if is_dublin_core else "rft.genre", kind.openurl_genre
    for name, key in keys.items():
        yield f"rft.{key}", stated(source, name)
    yield from authors(source, "rft.creator" if is_dublin_core else "rft.au")
    for role in ("editor", "translator"):
        for person in source.persons.get(role, ()):
            yield "rft.contributor", name_in_tag(person)
    yield "rft.date", issued(source)
    yield "rft.language", source.language
    for identifier in identifiers(source):
        yield "rft_id", identifier


def authors(source: Source, key: str) -> Iterator[Pair]:
    """Each author; an institution by the key that keeps its name whole."""
    for person in source.persons.get("author", ()):
        if person.is_institution:
            yield "rft.aucorp", person.family
        else:
            yield key, name_in_tag(person)


def identifiers(source: Source) -> Iterator[str]:
    """The DOI, handle and address of a source, as URIs; an address may be empty."""
    for scheme, name in (("doi", "doi"), ("hdl", "handle")):
        if number := stated(source, name):
            yield f"info:{scheme}/{number}"
    yield without_plus(stated_address(source))


def without_plus(address: str) -> str:
    """An address as Zotero's reader of ContextObjects leaves it whole: it takes a plus sign, encoded or not, for a
    space, and so it gets the code of the sign as letters; in a query the sign is a space."""
    path, mark, query = address.partition("?")
    return path.replace("+", "%2B") + mark + query.replace("+", "%20")
