"""The addresses in a built page, read as browsers read them: links out of the site, loaded files, own addresses."""

import json
import posixpath
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from lxml import etree

from edition.inspection import expected
from edition.inspection.element_rules import IN_SCRIPTS, REFRESH, Policy, equivalent, shortened

BLANKS = "".join(map(chr, range(0x21)))
"""Characters that browsers ignore around an address; tabs and line ends they ignore within it as well."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
OUTSIDE = re.compile(rf"{SCHEME.pattern}|//", re.IGNORECASE)
"""How an address begins that names more than a path."""
WEB = re.compile(r"https?://[^\s/?#@]+(/|$)", re.IGNORECASE)
IN_STYLES = re.compile(
    r"""url\(\s*["']?(.*?)["']?\s*\)|@import\s+["'](.*?)["']|["'](\s*(?:[a-z]+:)?//.*?)["']""",
    re.IGNORECASE,
)
"""What a style sheet has loaded; a string that leads elsewhere as well: some functions take one for an address."""
ESCAPED = re.compile(r"\\([0-9a-f]{1,6})\s?", re.IGNORECASE)
"""A character as style sheets may write it, by its number."""
NOT_FOUND = "404.html"
"""The page that hosts serve at every address that does not exist."""


class Use(NamedTuple):
    """An address and its purpose: a `link`, which may leave the site; a `place` within the site; a file to `load`,
    under a directive of the policy; or a `name`, which must exist if it is below the site's own address."""

    written: str
    kind: str
    directive: str = ""


@dataclass(frozen=True)
class Target:
    """Where an address within the site leads: a file, and a fragment in it."""

    file: str
    fragment: str = ""

    @property
    def address(self) -> str:
        """The address as the register writes it."""
        page = re.sub(r"(^|/)index\.html$", r"\1", self.file) or "./"
        return f"{page}#{self.fragment}" if self.fragment else page


class AddressError(ValueError):
    """An address that is not allowed where it stands: what is wrong with it, and the remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        self.what, self.remedy = what, remedy


def uses_in(element: etree._Element) -> Iterator[Use]:
    """Every address that an element holds."""
    tag = str(element.tag)
    for name, value in element.items():
        if (tag, name) in expected.LINKS:
            yield Use(value, "place" if name == "data-moved" else "link")
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
    if equivalent(meta) == "refresh" and (led := REFRESH.fullmatch(content)):
        yield Use(led[1], "place")
    elif WEB.match(content):
        yield Use(content, "name")


def of_script(script: etree._Element) -> Iterator[Use]:
    """The addresses in the JSON-LD of a page and in its speculation rules."""
    kind = script.get("type", "")
    if kind in expected.DATA_BLOCKS:
        for words in strings(parsed(script.text or "")):
            if kind == "speculationrules" and "/" in words:
                yield Use(words, "place")
            elif WEB.match(words):
                yield Use(words, "name")


def parsed(text: str) -> Any:  # noqa: ANN401
    """A block of JSON; None if it is not JSON, which `data_faults` reports."""
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
    for match in IN_STYLES.finditer(plain):
        written = match[1] or match[2] or match[3] or ""
        font = written.partition("?")[0].endswith((".woff2", ".woff"))
        if not written.startswith("#"):
            yield Use(written, "load", "font-src" if font else "img-src")


FURTHER = {"link": of_link, "meta": of_meta, "script": of_script, "style": of_style}
"""Elements whose addresses depend on more than the attribute in which they stand."""


@dataclass(frozen=True)
class Reader:
    """Resolves the addresses on a page: relative to its file, on a site at `home` (empty if it has no address), under
    the page's policy."""

    page: str
    home: str
    policy: Policy

    @cached_property
    def own(self) -> str:
        """The start of the site's own addresses, without the scheme; empty if the site has no address."""
        return without_scheme(self.home)

    @cached_property
    def root(self) -> str:
        """The path at which the site stands."""
        return urlsplit(self.home).path or "/"

    def target(self, use: Use) -> Target | None:
        """The target of an address within the site; None for an allowed address outside it.

        Raises AddressError where the address is not allowed.
        """
        path, fragment = split(use.written)
        if not OUTSIDE.match(path):
            file = self.file_at(path, use)
        elif self.own and without_scheme(path).startswith(self.own):
            file = file_below("", without_scheme(path).removeprefix(self.own), use)
        else:
            self.check_outside(use, path)
            return None
        self.check_policy(use, "'self'")
        if use.directive == "script-src" and not file.startswith(expected.SCRIPTS):
            raise AddressError(f"{named(use)} is none of our scripts", IN_SCRIPTS)
        return Target(file, fragment)

    def file_at(self, path: str, use: Use) -> str:
        """The file that hosts serve for a path. Raises AddressError where the path leaves the site."""
        if path.startswith("/") and not path.startswith(self.root):
            raise AddressError(f"{named(use)} leads out of the edition", "write a whole address")
        if path.startswith("/"):
            return file_below("", path.removeprefix(self.root), use)
        if path and self.page == NOT_FOUND:
            remedy = "write it from the root of the site: hosts serve this page at any depth"
            raise AddressError(f"{named(use)} is seen from the page", remedy)
        return file_below(posixpath.dirname(self.page), path, use) if path else self.page

    def check_outside(self, use: Use, path: str) -> None:
        """Raises AddressError where an address outside the site is not a plain link with a harmless scheme."""
        scheme = (SCHEME.match(path) or ["", ""])[1].lower()
        if use.kind == "load" and scheme == "data" and use.directive == "img-src":
            self.check_policy(use, "data:")
            if not path.lower().startswith(expected.PICTURES):
                raise AddressError(f"{named(use)} is no picture", "take it out")
        elif scheme and scheme not in expected.SCHEMES:
            allowed = ", ".join(expected.SCHEMES)
            raise AddressError(f"{named(use)} begins with {scheme}:", f"write one of {allowed}")
        elif use.kind in ("load", "place"):
            remedy = "keep the file among our own" if use.kind == "load" else "write a place within"
            raise AddressError(f"{named(use)} leads out of the site, where none may", remedy)
        elif scheme != "mailto" and not WEB.match(path):
            remedy = "write https://, the host and the path"
            raise AddressError(f"{named(use)} can be read in more ways than one", remedy)

    def check_policy(self, use: Use, source: str) -> None:
        """Raises AddressError where a page loads what its policy forbids."""
        if use.directive and not self.policy.lets(use.directive, source):
            remedy = f"let it, or take the address out (POLICY in {expected.HERE})"
            raise AddressError(f"{named(use)} is stopped by {use.directive} of its policy", remedy)


def split(written: str) -> tuple[str, str]:
    """The path and the fragment of an address, as browsers read it, without a text fragment."""
    address = re.sub(r"[\t\n\r]", "", written).strip(BLANKS)
    before, _, fragment = address.partition("#")
    path = before.partition("?")[0].replace("\\", "/")
    return path, unquote(fragment.partition(":~:")[0])


def without_scheme(address: str) -> str:
    """An address without its scheme, its host in small letters."""
    host, slash, path = address.partition("://")[2].partition("/")
    return f"{host.lower()}{slash}{path}"


def file_below(folder: str, path: str, use: Use) -> str:
    """The file at a path relative to a folder; that of a folder is its `index.html`.

    Raises AddressError where the path leaves the site.
    """
    path = unquote(path)
    whole = posixpath.normpath(posixpath.join(folder, path))
    if whole.startswith(".."):
        raise AddressError(f"{named(use)} leads out of the edition", "write a whole address")
    is_folder = not path or path.endswith("/") or path.rpartition("/")[2] in (".", "..")
    return posixpath.normpath(f"{whole}/index.html") if is_folder else whole


def named(use: Use) -> str:
    return f"the address '{shortened(use.written)}'"
