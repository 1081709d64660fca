"""The addresses in a built page or a style sheet, each with what is made of it."""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from edition.inspection import expected
from edition.inspection.element_rules import REFRESH
from edition.inspection.policy_rules import equivalent

WEB = re.compile(r"https?://[^\s/?#@]+(/|$)", re.IGNORECASE)
IN_STYLES = re.compile(
    r"""url\(\s*["']?(.*?)["']?\s*\)|@import\s+["'](.*?)["']|["'](\s*(?:[a-z]+:)?//.*?)["']""",
    re.IGNORECASE,
)
"""What a style sheet has loaded; a string that leads elsewhere as well: some functions take one for an address."""
ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
"""A character as style sheets may write it, by its number."""


class Use(NamedTuple):
    """An address and its purpose: a `link`, which may leave the site; an address `within` the site; a file to `load`,
    under a directive of the policy; or a `name`, which must exist if it is below the site's own address."""

    written: str
    kind: str
    directive: str = ""


def uses_in(element: etree._Element) -> Iterator[Use]:
    """Every address that an element holds."""
    tag = str(element.tag)
    for name, value in element.items():
        if (tag, name) in expected.LINKS:
            yield Use(value, "within" if name == "data-moved" else "link")
        elif directive := expected.LOADS.get((tag, name)):
            for written in candidates(value) if name == "srcset" else [value]:
                yield Use(written, "load", directive)
        elif tag == "script" and name.startswith("data-"):
            yield Use(value, "load", expected.LATER.get(value.rpartition(".")[2], "script-src"))
    yield from FURTHER[tag](element) if tag in FURTHER else ()


def candidates(srcset: str) -> list[str]:
    """The addresses in a `srcset`."""
    return [part.split()[0] for part in re.split(r",\s+|,$", srcset) if part.strip()]


def of_link(link: etree._Element) -> Iterator[Use]:
    """The addresses that a `link` in the head links to or loads."""
    preloaded = expected.PRELOADED.get(link.get("as", ""), "default-src")
    for rel in str(link.get("rel") or "").lower().split():
        directive = preloaded if rel == "preload" else expected.LINKED.get(rel, "")
        written = [link.get("href", ""), *candidates(link.get("imagesrcset", ""))]
        kind = "load" if directive else "link"
        yield from (Use(address, kind, directive) for address in written if address)


def of_meta(meta: etree._Element) -> Iterator[Use]:
    """The addresses that a `meta` names or redirects to."""
    content = meta.get("content", "")
    if equivalent(meta) == "refresh" and (leads := REFRESH.fullmatch(content)):
        yield Use(leads[1], "within")
    elif WEB.match(content):
        yield Use(content, "name")


def of_script(script: etree._Element) -> Iterator[Use]:
    """The addresses in the JSON-LD of a page and in its speculation rules."""
    kind = script.get("type", "")
    if kind in expected.DATA_BLOCKS:
        for words in strings(parsed(script.text or "")):
            if kind == "speculationrules" and "/" in words:
                yield Use(words, "within")
            elif WEB.match(words):
                yield Use(words, "name")


def parsed(text: str) -> Any:  # noqa: ANN401
    """A block of JSON; None if it is not JSON, which `data_stand_once` reports."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def strings(data: Any) -> Iterator[str]:  # noqa: ANN401
    """Every string in some JSON."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from strings(part)


def of_style(style: etree._Element) -> Iterator[Use]:
    return in_style(style.text or "")


def in_style(text: str) -> Iterator[Use]:
    """The files that a style sheet loads."""
    plain = ESCAPED.sub(lambda escaped: chr(min(int(escaped[1], 16), sys.maxunicode)), text)
    for use in IN_STYLES.finditer(plain):
        written = use[1] or use[2] or use[3] or ""
        font = written.partition("?")[0].endswith((".woff2", ".woff"))
        if not written.startswith("#"):
            yield Use(written, "load", "font-src" if font else "img-src")


FURTHER = {"link": of_link, "meta": of_meta, "script": of_script, "style": of_style}
"""Elements whose addresses depend on more than the attribute in which they stand."""
