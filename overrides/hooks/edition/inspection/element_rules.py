"""The rules for the elements of a built page; `expected.py` has their data.

They look at what browsers get, whoever wrote it: text, settings, bibliography, template or hook.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from edition.inspection import expected
from edition.inspection.built_pages import BuiltPage
from edition.inspection.policy_rules import Policy, equivalent, policy_of
from edition.problems import Problem, Rule, judged

REFRESH = re.compile(r"\s*0\s*;\s*url=(\S+)\s*", re.IGNORECASE)
ADDED = re.compile(r"(data|aria)-[a-z0-9-]+")
IN_SCRIPTS = "take it out; what runs is written in overrides/assets/javascripts/"
ADD = f"take it out, or add it to the tables in {expected.HERE}"
IN_STYLES = "take it out; looks are written in overrides/assets/stylesheets/"


@dataclass(frozen=True)
class Seen:
    """An element as it is seen in its page."""

    element: etree._Element
    file: str
    policy: Policy
    count: int = 1
    """How many of its kind there are in the page up to it."""

    @property
    def line(self) -> int:
        return self.element.sourceline or 0

    @property
    def text(self) -> str:
        return self.element.text or ""

    def problem(self, what: str, remedy: str, *signs: str) -> Problem:
        return Problem(self.file, self.line, what, remedy, signs=signs)


@dataclass
class Reading:
    """Checks the elements of a page in order, since those before and around one can decide whether it is a mistake."""

    page: BuiltPage
    policy: Policy = field(init=False)
    counts: Counter[str] = field(default_factory=Counter)
    unknown: set[etree._Element] = field(default_factory=set)
    is_refused: bool = False
    """Whether the element just read is itself a mistake."""

    def __post_init__(self) -> None:
        self.policy = policy_of(self.page)
        self.shapes = {s for svg in self.page.tree.iter("svg") for s in svg.iterdescendants()}

    def problems(self, element: etree._Element) -> list[Problem]:
        """All that is wrong with an element; the attributes of one that is itself a mistake do not count."""
        kind = kind_of(element)
        self.counts[kind] += bool(kind)
        seen = Seen(element, self.page.file, self.policy, self.counts[kind])
        problems = list(judged(seen, self.rules_for(element)))
        self.is_refused = bool(problems) or element in self.unknown
        return problems if self.is_refused else list(has_known_attributes(seen))

    def rules_for(self, element: etree._Element) -> Sequence[Rule[Seen]]:
        """The rules for an element; of unknown ones within each other, the outermost is the mistake."""
        if element.tag in (expected.SHAPES if element in self.shapes else expected.ELEMENTS):
            return RULES.get(str(element.tag), ())
        is_within = element.getparent() in self.unknown
        self.unknown.add(element)
        return () if is_within else (is_known,)


def kind_of(element: etree._Element) -> str:
    """The kind of a script or a `meta`, which a page may have once; empty for other elements."""
    if element.tag == "script":
        return f"script {element.get('type') or ''}".strip().lower()
    return f"meta {equivalent(element)}" if element.tag == "meta" else ""


def is_known(seen: Seen) -> Iterator[Problem]:
    """An element is one of the tables, and no comment."""
    tag = seen.element.tag
    if isinstance(tag, str):
        remedy = expected.INSTEAD.get(tag, ADD)
        yield seen.problem(shown(seen), remedy, f"<{tag}", *seen.element.values())
    else:
        remedy = "take it out; in a template, write {#- … -#}"
        yield seen.problem("a comment", remedy, f"<!--{seen.text}")


def shown(seen: Seen) -> str:
    """The start tag of an element, shortened, for a message."""
    attributes = "".join(f' {name}="{value}"' for name, value in seen.element.items())
    return shortened(f"<{seen.element.tag!s}{attributes}>")


def shortened(text: str, most: int = 60) -> str:
    """Text from a page for a message: without invisible characters, and at most `most` characters long."""
    seen = "".join(char for char in text if char.isprintable() or char.isspace()).strip()
    return seen if len(seen) <= most else f"{seen[:most]}…"


def first_line(seen: Seen) -> str:
    """The first line of what an element holds."""
    return seen.text.strip().partition("\n")[0]


def has_known_attributes(seen: Seen) -> Iterator[Problem]:
    """An attribute is one of the tables; scripts and styles are written in files of their own."""
    tag = seen.element.tag
    for name, value in seen.element.items():
        if name in expected.ATTRIBUTES or (tag, name) in expected.ADDRESSES:
            continue
        attribute = shortened(f'{name}="{value}"')
        typed = f"{attribute} on <{tag!s}>"
        if name.startswith("on"):
            yield seen.problem(f"a handler, {typed}", IN_SCRIPTS, name, value)
        elif name == "style":
            yield seen.problem(f"a style of its own, {typed}", IN_STYLES, name, value)
        elif not ADDED.fullmatch(name):
            yield seen.problem(f"the attribute {typed}", ADD, name, value)


def script_is_ours(seen: Seen) -> Iterator[Problem]:
    """A script is one of our files, or the policy names its hash; a data block stands once."""
    kind = kind_of(seen.element).removeprefix("script").strip()
    is_inline = seen.element.get("src") is None and kind != "application/ld+json"
    if is_inline and not seen.policy.lets_inline("script-src", seen.text):
        what = f"a script that its policy does not name: “{shortened(seen.text)}”"
        yield seen.problem(what, IN_SCRIPTS, first_line(seen))
    elif kind not in expected.SCRIPT_TYPES:
        yield seen.problem(shown(seen), f"write one of the types in {expected.HERE}")
    elif kind in expected.DATA_BLOCKS:
        yield from data_stand_once(seen, kind)


def data_stand_once(seen: Seen, kind: str) -> Iterator[Problem]:
    """A data block stands once on its page, and holds JSON."""
    if seen.count > 1:
        yield seen.problem(f"a second block of {kind}", "put both into one")
    try:
        json.loads(seen.text)
    except ValueError:
        what = f"a block of {kind} that is no JSON: “{shortened(seen.text)}”"
        yield seen.problem(what, "mend what writes it")


def style_is_ours(seen: Seen) -> Iterator[Problem]:
    """The policy names the hash of a style that is written in the page itself."""
    if not seen.policy.lets_inline("style-src", seen.text):
        what = f"a style that its policy does not name: “{shortened(seen.text)}”"
        yield seen.problem(what, IN_STYLES, first_line(seen))


def link_is_known(seen: Seen) -> Iterator[Problem]:
    """The `rel` of a `link` is one of the tables."""
    known = expected.LINKED.keys() | {"preload"}
    rel = str(seen.element.get("rel") or "")
    if not rel.split() or set(rel.lower().split()) - known:
        yield seen.problem(f'<link rel="{rel}">', f"write one of {', '.join(sorted(known))}")


def meta_is_harmless(seen: Seen) -> Iterator[Problem]:
    """A `meta` stands for no HTTP header but the policy, and, on pages that redirect, the refresh."""
    kind = equivalent(seen.element)
    if kind == "refresh" and not (leads_on(seen.element) and seen.count == 1):
        what = f"{shown(seen)}, which leads readers away"
        remedy = "take it out: only pages that lead elsewhere at once say so"
        yield seen.problem(what, remedy, "http-equiv", seen.element.get("content", ""))
    elif kind and kind not in expected.HTTP_EQUIV:
        yield seen.problem(shown(seen), "take it out")


def leads_on(refresh: etree._Element) -> bool:
    """Whether it stands on a page that redirects, and leads at once to the address that the page links to."""
    leads = REFRESH.fullmatch(refresh.get("content", ""))
    link = refresh.getroottree().find(f".//main[@class='{expected.STUB}']//a[@href]")
    return bool(leads and link is not None and link.get("href") == leads[1])


def form_is_answered(seen: Seen) -> Iterator[Problem]:
    """A form is one of those that our scripts handle."""
    if seen.element.get("class") not in expected.FORMS:
        remedy = f"take it out, or add its class to FORMS in {expected.HERE}"
        yield seen.problem(shown(seen), remedy, "<form", *seen.element.values())


RULES: Mapping[str, Sequence[Rule[Seen]]] = {
    "script": (script_is_ours,),
    "style": (style_is_ours,),
    "meta": (meta_is_harmless,),
    "form": (form_is_answered,),
    "link": (link_is_known,),
}
"""The rules for elements that may stand in a page in some ways only, by their names."""
