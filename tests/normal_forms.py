"""What the edition publishes, as lines that a person can read and compare: pages, data, what is repeated.

The same site gives the same lines on every machine. Left out is what a change of a script or a style changes: what
they hold, the fingerprints of their files, and the hashes of the policy that allows them.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

INLINE = {
    "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "del", "em", "i", "input", "ins", "label", "q", "s",
    "small", "span", "strong", "sub", "sup", "svg", "time",
}  # fmt: skip
"""Elements beside which a space is a space between words."""
SENTENCE = re.compile(r"([\w)%”’]{2}[.!?](?:<sup>\w+</sup>|\[\^?\w+\]|\d{1,2})?) (?=[A-Z“‘(])")
"""Where one ends, with the mark of a note, and another begins."""
FINGERPRINT = re.compile(r"\.[0-9a-f]{8}(?=\.\w+\b)")
POLICY_HASH = re.compile(r" '(?:sha256-)[^']+'")
LINK = re.compile(r"^(?![a-z]+:|#|/).*")
OWN_FILE = re.compile(r"^(?:\.\./)*assets/")
LEADS_ON = re.compile(r"(?<=; url=)(?![a-z]+:).*")
ROOT = "https://site.invalid/"
LEAST_TREE = 3
"""Lines of a part of a page that is named and not repeated, where an earlier page has the same."""
LONG = 40
"""Letters of a line that is not repeated in full."""
LINE = 120
"""Letters of an element that stands on one line with all that it holds."""


def seen(text: str) -> str:
    """A text in which every character that cannot be seen is named."""
    named = (
        f"{{U+{ord(char):04X}}}" if char != " " and unicodedata.category(char)[0] in "ZC" else char
        for char in text
    )
    return "".join(named)


def sentences(text: str) -> list[str]:
    """A text in pieces that a comparison shows one by one: with a space between them, they are the text."""
    pieces = SENTENCE.sub("\\1\n", text.replace("\n", "⏎\n")).split("\n")
    return [seen(piece) for piece in pieces]


def data(value: object) -> Iterator[str]:
    """Data in the order in which they are written, each part on a line that is short enough, a sentence a line."""
    line = seen(json.dumps(value, ensure_ascii=False))
    if isinstance(value, str):
        yield from text(value)
    elif len(line) <= LINE or not isinstance(value, dict | list):
        yield line
    elif isinstance(value, dict):
        for key, each in value.items():
            first, *more = data(each)
            yield from [f"{key}:", f"  {first}"] if more else [f"{key}: {first}"]
            yield from (f"  {line}" for line in more)
    else:
        for each in value:
            first, *more = data(each)
            yield from (f"- {first}", *(f"  {line}" for line in more))


class Trees:
    """Writes pages as trees of elements; what an earlier page has word for word is named after that page."""

    def __init__(self) -> None:
        self.first: dict[tuple[str, ...], str] = {}

    def page(self, text: str, address: str) -> list[str]:
        """A page's elements with their attributes and words, indented as they hold each other."""
        whole = html.document_fromstring(text)
        lines = [line for part in whole for line in self.element(part, address)]
        return [f"html{attributes(whole, address)}", *lines]

    def element(self, part: HtmlElement, address: str) -> list[str]:
        """An element: on one line with what it holds, if that is short."""
        name = str(part.tag) + attributes(part, address)
        inner = list(self.content(part, address))
        line = " ".join([name, *inner[:1]] if len(inner) < 2 else [name, "{", *inner, "}"])
        if len(line) <= LINE and not any(each.startswith(" ") for each in inner):
            return [line]
        return self.once([name, *(f" {line}" for line in inner)], address)

    def once(self, lines: list[str], address: str) -> list[str]:
        page = self.first.setdefault(tuple(lines), address)
        if page == address or len(lines) < LEAST_TREE:
            return lines
        return [f"{lines[0]} (as in /{page})"]

    def content(self, part: HtmlElement, address: str) -> Iterator[str]:
        """What an element holds, in order."""
        if part.tag in ("script", "style"):
            yield from written(part)
            return
        yield from words(part.text, not is_inline(part), not len(part))
        for child in part:
            if isinstance(child.tag, str):
                yield from self.element(child, address)
            after = child.getnext()
            ends = not is_inline(part) if after is None else not is_inline(after)
            yield from words(child.tail, not is_inline(child), ends)


def written(part: HtmlElement) -> Iterator[str]:
    """What an element says to machines; of a script or a style, that it is there."""
    if part.get("type") == "application/ld+json":
        yield from data(json.loads(part.text or ""))
    elif part.text:
        yield "(…)"


def is_inline(part: HtmlElement) -> bool:
    return part.tag in INLINE


def words(text: str | None, begins: bool, ends: bool) -> Iterator[str]:
    """Some words, a sentence a line; the space at the edge of a block is none."""
    plain = re.sub(r"[ \t\r\n\f]+", " ", text or "")
    plain = plain.lstrip(" ") if begins else plain
    plain = plain.rstrip(" ") if ends else plain
    if plain:
        yield from (f'"{piece}"' for piece in sentences(plain))


def attributes(part: HtmlElement, address: str) -> str:
    """Id and classes as a selector has them, then the other attributes by name."""
    ident = f"#{part.get('id')}" if part.get("id") else ""
    classes = "".join(f".{name}" for name in part.get("class", "").split())
    others = sorted(set(part.attrib) - {"id", "class"})
    return (
        ident + classes + "".join(f" {k}={attribute(k, part.get(k, ''), address)}" for k in others)
    )


def attribute(name: str, value: str, address: str) -> str:
    """An attribute's value; a relative address from the root of the site, however deep its page."""
    value = FINGERPRINT.sub("", POLICY_HASH.sub("", value))
    if name in ("href", "src"):
        value = LINK.sub(lambda found: resolved(found[0], address), value)
    value = OWN_FILE.sub("~/assets/", value)
    value = LEADS_ON.sub(lambda found: resolved(found[0], address), value)
    return f'"{seen(value)}"' if re.search(r"\s|^$", value) else seen(value)


def resolved(link: str, address: str) -> str:
    return urljoin(ROOT + address, link).replace(ROOT, "~/")


def shortened(lines: Iterable[str], known: Iterable[str] = ()) -> Iterator[str]:
    """Lines, of which a long one that stood before has its beginning, its fingerprint and its end alone."""
    stood = {line.lstrip(" -") for line in known}
    for line in lines:
        bare = line.lstrip(" -")
        if len(bare) < LONG or bare not in stood:
            yield line
        else:
            digest = hashlib.sha256(bare.encode()).hexdigest()[:4]
            yield f"{line.removesuffix(bare)}{bare[:16]} ⟲{digest} {bare[-10:]}"
        stood.add(bare)


class Records:
    """Names a record of BibTeX, RIS or CSL-JSON that stood before by its key, with what is not as it was."""

    START = re.compile(r"@|TY  -|- |== ")
    KEY = re.compile(r"@\w+\{|ID  - |TI  - |(- |  )id: ")

    def __init__(self) -> None:
        self.first: dict[str, list[str]] = {}

    def once(self, lines: Iterable[str]) -> Iterator[str]:
        """Lines in which a record stands whole where it comes first."""
        record: list[str] = []
        for line in lines:
            if self.START.match(line):
                yield from self.told(record)
                record = []
            record.append(line)
        yield from self.told(record)

    def told(self, record: list[str]) -> list[str]:
        key = next(filter(self.KEY.match, record), "")
        bare = [line for line in record if line]
        if not key or self.first.setdefault(key, bare) is bare:
            return record
        others = [line for line in unified_diff(self.first[key], bare, n=0) if line[0] != "@"][2:]
        return [f"{key} (as above{', but' if others else ''})", *others, *record[len(bare) :]]


def text(written: str) -> Iterator[str]:
    """A text as it stands, but each sentence on a line of its own; a space at a line's end is named."""
    for line in written.split("\n"):
        yield from (re.sub(r" $", "{space}", piece) for piece in sentences(line))


def markup(written: str) -> Iterator[str]:
    """A piece of HTML as it stands, but each block on a line of its own."""
    yield from text(re.sub(r"(?<=.)(?=<(?:p|li|[uo]l|h\d)\b)", "\n", written))
