"""The rules for what stands in a built page, and for its policy; `expected.py` has their data.

They look at what browsers get, whoever wrote it: text, settings, bibliography, template or hook.
"""

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from edition.inspection import expected
from edition.inspection.built_pages import BuiltPage

HASH = re.compile(r"'sha(256|384|512)-[A-Za-z0-9+/]+={0,2}'")
REFRESH = re.compile(r"\s*0\s*;\s*url=(\S+)\s*", re.IGNORECASE)
ADDED = re.compile(r"(data|aria)-[a-z0-9-]+")
IN_SCRIPTS = "take it out; what runs is written in overrides/assets/javascripts/"
IN_STYLES = "take it out; looks are written in overrides/assets/stylesheets/"


@dataclass(frozen=True)
class Fault:
    """One mistake in a built page: its line there (0: none), what it is, the remedy, and the words that show it."""

    line: int
    what: str
    remedy: str
    signs: tuple[str, ...] = ()


Faults = Iterator[Fault]


@dataclass(frozen=True)
class Policy:
    """What a page lets browsers load and run: the sources that each directive of its policy names.

    A policy without directives allows everything. It stands for a page with no policy or with two, which is a fault
    of its own and must not cause others.
    """

    directives: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def lets(self, directive: str, source: str) -> bool:
        """Whether it allows a source; for a directive that it lacks, `default-src` counts."""
        default = self.directives.get("default-src", frozenset())
        return not self.directives or source in self.directives.get(directive, default)

    def lets_inline(self, directive: str, text: str | None) -> bool:
        """Whether it allows, by its hash, a script or style written in the page itself."""
        digest = base64.b64encode(hashlib.sha256((text or "").encode()).digest()).decode()
        return self.lets(directive, f"'sha256-{digest}'")


def policies_of(page: BuiltPage) -> list[etree._Element]:
    """The elements that state a policy."""
    return [m for m in page.tree.iter("meta") if equivalent(m) == "content-security-policy"]


def policy_of(page: BuiltPage) -> Policy:
    """The only policy of a page; one that allows everything if there is none, or several."""
    policies = policies_of(page)
    return Policy(directives(policies[0].get("content", ""))) if len(policies) == 1 else Policy()


def directives(text: str) -> dict[str, frozenset[str]]:
    """The directives in a policy's text; of two with one name the first, as in browsers."""
    parts = [part.split() for part in text.split(";") if part.strip()]
    return {name.lower(): frozenset(sources) for name, *sources in reversed(parts)}


def equivalent(meta: etree._Element) -> str:
    return str(meta.get("http-equiv", "")).strip().lower()


def policy_faults(page: BuiltPage) -> Faults:
    """A page states one policy, in its head, before anything it applies to; it allows only what the tables allow."""
    policies = policies_of(page)
    if len(policies) != 1:
        how_many = f"{len(policies)} policies" if policies else "no policy"
        yield Fault(
            0, f"{how_many} (Content-Security-Policy)", "state one, right after the charset"
        )
        return
    before = [p for p in policies[0].xpath("preceding::*") if p.tag not in expected.BEFORE_POLICY]
    if before or not policies[0].xpath("parent::head"):
        yield fault(
            policies[0], "a policy that stands too late", "state it right after the charset"
        )
    for what in policy_slips(policy_of(page)):
        yield fault(policies[0], f"a policy {what}", f"mend it, or POLICY in {expected.HERE}")


def policy_slips(policy: Policy) -> Iterator[str]:
    """A policy has every required directive, and no source but hashes and those of the table."""
    for name in expected.REQUIRED:
        if name not in policy.directives:
            yield f"without {name}"
    for name, sources in sorted(policy.directives.items()):
        if name not in expected.POLICY:
            yield f"with {name}"
            continue
        hashes = {s for s in sources if HASH.fullmatch(s)} if name in expected.HASHED else set()
        for source in sorted(sources - hashes - expected.POLICY[name] - {"'none'"}):
            yield f"with {source} in {name}"


def page_faults(page: BuiltPage) -> Faults:
    """A page reads the same to browsers and to our parser."""
    for what in page.ambiguous:
        yield Fault(0, what, "take it out: browsers do not read it as the checks do")


@dataclass
class Reading:
    """Checks the elements of a page in order, since whether one is a fault can depend on those before and around it."""

    page: BuiltPage
    policy: Policy = field(init=False)
    blocks: Counter[str] = field(default_factory=Counter)
    refused: set[etree._Element] = field(default_factory=set)
    is_refused: bool = False
    """Whether the element just read is itself a fault."""

    def __post_init__(self) -> None:
        self.policy = policy_of(self.page)
        self.shapes = {s for svg in self.page.tree.iter("svg") for s in svg.iterdescendants()}

    def faults(self, element: etree._Element) -> list[Fault]:
        """The faults of an element; if it is itself a fault, its attributes are not checked."""
        if element.tag not in (expected.SHAPES if element in self.shapes else expected.ELEMENTS):
            faults = [] if element.getparent() in self.refused else [unexpected(element)]
            self.refused.add(element)
        else:
            rule = RULES.get(str(element.tag))
            faults = list(rule(element, self.policy, self.blocks)) if rule else []
        self.is_refused = bool(faults) or element in self.refused
        return faults if self.is_refused else list(attribute_faults(element))


def fault(element: etree._Element, what: str, remedy: str, *signs: str) -> Fault:
    return Fault(element.sourceline or 0, what, remedy, signs)


def unexpected(element: etree._Element) -> Fault:
    """The fault of an element that is not in the tables, or of a comment."""
    if isinstance(element.tag, str):
        add = f"take it out, or add it to the tables in {expected.HERE}"
        remedy = expected.INSTEAD.get(element.tag, add)
        return fault(element, shown(element), remedy, f"<{element.tag}", *element.values())
    comment = f"<!--{element.text or ''}"
    return fault(element, "a comment", "take it out; in a template, write {#- … -#}", comment)


def shown(element: etree._Element) -> str:
    """The start tag of an element, shortened, for a message."""
    attributes = "".join(f' {name}="{value}"' for name, value in element.items())
    return shortened(f"<{element.tag!s}{attributes}>")


def shortened(text: str, most: int = 60) -> str:
    """Text from a page for a message: without invisible characters, and at most `most` characters long."""
    visible = "".join(char for char in text if char.isprintable() or char.isspace()).strip()
    return visible if len(visible) <= most else f"{visible[:most]}…"


def first_line(element: etree._Element) -> str:
    """The first line of what an element holds."""
    return (element.text or "").strip().partition("\n")[0]


def attribute_faults(element: etree._Element) -> Faults:
    """An attribute is one of the tables; scripts and styles are written in files of their own."""
    for name, value in element.items():
        if name in expected.ATTRIBUTES or (element.tag, name) in expected.ADDRESSES:
            continue
        attribute = shortened(f'{name}="{value}"')
        if name.startswith("on"):
            yield fault(
                element, f"a handler, {attribute} on <{element.tag!s}>", IN_SCRIPTS, name, value
            )
        elif name == "style":
            yield fault(
                element,
                f"a style of its own, {attribute} on <{element.tag!s}>",
                IN_STYLES,
                name,
                value,
            )
        elif not ADDED.fullmatch(name):
            remedy = f"take it out, or add it to the tables in {expected.HERE}"
            yield fault(
                element, f"the attribute {attribute} on <{element.tag!s}>", remedy, name, value
            )


def script_faults(element: etree._Element, policy: Policy, blocks: Counter[str]) -> Faults:
    """A script is one of our files, or the policy names its hash; a data block stands once."""
    kind = str(element.get("type") or "").strip().lower()
    blocks[kind] += 1
    is_data = kind == "application/ld+json"
    if element.get("src") is None and not (
        is_data or policy.lets_inline("script-src", element.text)
    ):
        what = f"a script that its policy does not name: “{shortened(element.text or '')}”"
        yield fault(element, what, IN_SCRIPTS, first_line(element))
    elif kind not in expected.SCRIPT_TYPES:
        yield fault(element, shown(element), f"write one of the types in {expected.HERE}")
    elif kind in expected.DATA_BLOCKS:
        yield from data_faults(element, kind, blocks[kind])


def data_faults(element: etree._Element, kind: str, count: int) -> Faults:
    """A data block stands once on its page, and holds JSON."""
    if count > 1:
        yield fault(element, f"a second block of {kind}", "put both into one")
    try:
        json.loads(element.text or "")
    except ValueError:
        what = f"a block of {kind} that is no JSON: “{shortened(element.text or '')}”"
        yield fault(element, what, "mend what writes it")


def style_faults(element: etree._Element, policy: Policy, blocks: Counter[str]) -> Faults:
    """The policy names the hash of a style that is written in the page itself."""
    if not policy.lets_inline("style-src", element.text):
        what = f"a style that its policy does not name: “{shortened(element.text or '')}”"
        yield fault(element, what, IN_STYLES, first_line(element))


def link_faults(element: etree._Element, policy: Policy, blocks: Counter[str]) -> Faults:
    """The `rel` of a `link` is one of the tables."""
    known = expected.LINKED.keys() | {"preload"}
    rels = str(element.get("rel") or "").lower().split()
    if not rels or set(rels) - known:
        remedy = f"write one of {', '.join(sorted(known))}"
        yield fault(element, f'<link rel="{element.get("rel", "")}">', remedy)


def meta_faults(element: etree._Element, policy: Policy, blocks: Counter[str]) -> Faults:
    """A `meta` stands for no HTTP header but the policy, and, on pages that redirect, the refresh."""
    kind = equivalent(element)
    blocks[f"meta {kind}"] += bool(kind)
    if kind == "refresh" and not (leads_on(element) and blocks["meta refresh"] == 1):
        what = f"{shown(element)}, which leads readers away"
        remedy = "take it out: only pages that lead elsewhere at once say so"
        yield fault(element, what, remedy, "http-equiv", element.get("content", ""))
    elif kind and kind not in expected.HTTP_EQUIV:
        yield fault(element, shown(element), "take it out")


def leads_on(refresh: etree._Element) -> bool:
    """Whether a refresh redirects at once, on a page made for that, to the address that the page links to."""
    led = REFRESH.fullmatch(refresh.get("content", ""))
    link = refresh.getroottree().find(f".//main[@class='{expected.STUB}']//a[@href]")
    return bool(led and link is not None and link.get("href") == led[1])


def form_faults(element: etree._Element, policy: Policy, blocks: Counter[str]) -> Faults:
    """A form is one of those that our scripts handle."""
    if element.get("class") not in expected.FORMS:
        remedy = f"take it out, or add its class to FORMS in {expected.HERE}"
        yield fault(element, shown(element), remedy, "<form", *element.values())


Rule = Callable[[etree._Element, Policy, Counter[str]], Faults]
RULES: Mapping[str, Rule] = {
    "script": script_faults,
    "style": style_faults,
    "meta": meta_faults,
    "form": form_faults,
    "link": link_faults,
}
"""The rule for each element that is allowed only under conditions."""
