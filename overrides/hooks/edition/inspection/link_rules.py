"""The rules for addresses, read as browsers read them: what leads out, what is loaded, and what is our own."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urlsplit

from edition.inspection import expected
from edition.inspection.element_rules import IN_SCRIPTS, shortened
from edition.inspection.policy_rules import Policy
from edition.inspection.used_addresses import WEB, Use
from edition.problems import Problem, Rule

BLANKS = "".join(map(chr, range(0x21)))
"""Characters that browsers ignore around an address; tabs and line ends they ignore within it as well."""
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
OUTSIDE = re.compile(rf"{SCHEME.pattern}|//", re.IGNORECASE)
"""How an address begins that names more than a path."""
NOT_FOUND = "404.html"
"""The page that hosts serve at every address that does not exist."""


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


@dataclass(frozen=True)
class Document:
    """A page or a style sheet that holds addresses: its file, on a site at `home` (empty: nobody knows where), and the
    policy by which browsers load what they lead to."""

    file: str
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


@dataclass(frozen=True)
class Address:
    """An address as a document uses it, on a line of it; 0 in a style sheet."""

    use: Use
    document: Document
    line: int = 0

    @cached_property
    def parts(self) -> tuple[str, str]:
        """Its path and its fragment."""
        return split(self.use.written)

    @property
    def is_relative(self) -> bool:
        """Whether it is a path relative to the document."""
        path, _ = self.parts
        return bool(path and not path.startswith("/") and not OUTSIDE.match(path))

    @cached_property
    def file(self) -> str | None:
        """The file of ours that hosts serve for it; None where it leads out of the site, `..` where out of the edition
        alone."""
        path, _ = self.parts
        own, root, plain = self.document.own, self.document.root, without_scheme(path)
        if OUTSIDE.match(path):
            is_own = own and plain.startswith(own)
            return file_below("", plain.removeprefix(own)) if is_own else None
        if path.startswith("/"):
            return file_below("", path.removeprefix(root)) if path.startswith(root) else ".."
        own_file = self.document.file
        return file_below(posixpath.dirname(own_file), path) if path else own_file

    @property
    def target(self) -> Target | None:
        """What of ours it leads to."""
        return None if self.file is None else Target(self.file, self.parts[1])

    @property
    def scheme(self) -> str:
        """In small letters; empty where it names none."""
        return (SCHEME.match(self.parts[0]) or ["", ""])[1].lower()

    @property
    def is_picture(self) -> bool:
        """Whether it is a `data:` address of a picture."""
        return self.use[1:] == ("load", "img-src") and self.scheme == "data"

    @property
    def signs(self) -> tuple[str, ...]:
        """The words by which a typed line is recognised; an address in a style sheet stands in none."""
        return (self.use.written,) if self.line else ()

    def problem(self, what: str, remedy: str) -> Problem:
        what = f"the address '{shortened(self.use.written)}' {what}"
        return Problem(self.document.file, self.line, what, remedy, signs=self.signs)


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


def file_below(folder: str, path: str) -> str:
    """The file at a path seen from a folder: that of a folder is its `index.html`; it begins with `..` outside."""
    path = unquote(path)
    whole = posixpath.normpath(posixpath.join(folder, path))
    is_folder = not path or path.endswith("/") or path.rpartition("/")[2] in (".", "..")
    return posixpath.normpath(f"{whole}/index.html") if is_folder else whole


def starts_at_the_root(address: Address) -> Iterator[Problem]:
    """The 404 page has no relative address, since hosts serve it at any depth."""
    if address.document.file == NOT_FOUND and address.is_relative:
        remedy = "write it from the root of the site: hosts serve this page at any depth"
        yield address.problem("is seen from the page", remedy)


def stays_in_the_edition(address: Address) -> Iterator[Problem]:
    """An address without a host stays below the address of the edition."""
    if (address.file or "").startswith(".."):
        yield address.problem("leads out of the edition", "write a whole address")


def is_let_by_the_policy(address: Address) -> Iterator[Problem]:
    """The policy of a page allows what the page loads."""
    directive, policy = address.use.directive, address.document.policy
    source = "data:" if address.is_picture else "'self'"
    if directive and (address.is_picture or address.target) and not policy.lets(directive, source):
        remedy = f"let it, or take the address out (POLICY in {expected.HERE})"
        yield address.problem(f"is stopped by {directive} of its policy", remedy)


def loads_our_scripts(address: Address) -> Iterator[Problem]:
    """What a page loads as a script is one of our scripts."""
    is_of_ours = address.file is None or address.file.startswith(expected.SCRIPTS)
    if address.use.directive == "script-src" and not is_of_ours:
        yield address.problem("is none of our scripts", IN_SCRIPTS)


def holds_a_picture(address: Address) -> Iterator[Problem]:
    """A `data:` address holds a picture."""
    if address.is_picture and not address.parts[0].lower().startswith(expected.PICTURES):
        yield address.problem("is no picture", "take it out")


def leads_out_as_it_may(address: Address) -> Iterator[Problem]:
    """Nothing is loaded from another site; only plain links lead there, with a harmless scheme."""
    kind, scheme = address.use.kind, address.scheme
    if address.target or address.is_picture:
        return
    if scheme and scheme not in expected.SCHEMES:
        allowed = ", ".join(expected.SCHEMES)
        yield address.problem(f"begins with {scheme}:", f"write one of {allowed}")
    elif kind in ("load", "within"):
        remedy = "keep the file among our own" if kind == "load" else "write a place within"
        yield address.problem("leads out of the site, where none may", remedy)
    elif scheme != "mailto" and not WEB.match(address.parts[0]):
        remedy = "write https://, the host and the path"
        yield address.problem("can be read in more ways than one", remedy)


RULES: tuple[Rule[Address], ...] = (
    starts_at_the_root,
    stays_in_the_edition,
    is_let_by_the_policy,
    loads_our_scripts,
    holds_a_picture,
    leads_out_as_it_may,
)
"""Of what is wrong with an address, the first counts: the others only follow from it."""
