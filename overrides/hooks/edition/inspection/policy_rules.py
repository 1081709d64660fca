"""The rules for a page as a whole: browsers read it as our parser does, and it states one narrow policy."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from edition.inspection import expected
from edition.inspection.built_pages import BuiltPage
from edition.problems import Problem, Rule

HASH = re.compile(r"'sha(256|384|512)-[A-Za-z0-9+/]+={0,2}'")


@dataclass(frozen=True)
class Policy:
    """What a page lets browsers load and run: the sources that each directive of its policy names.

    One without directives is that of a page without a policy, or with two, which is a mistake of its own: it lets
    everything, so that no other follows from that.
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
    """The header of HTTP for which a `meta` stands; nothing where it stands for none."""
    return str(meta.get("http-equiv", "")).strip().lower()


def is_read_alike(page: BuiltPage) -> Iterator[Problem]:
    """A page reads the same to browsers and to our parser."""
    for what in page.ambiguous:
        remedy = "take it out: browsers do not read it as the checks do"
        yield Problem(page.file, 0, what, remedy)


def states_one_policy(page: BuiltPage) -> Iterator[Problem]:
    """A page states one policy."""
    count = len(policies_of(page))
    if count != 1:
        what = f"{count} policies" if count else "no policy"
        remedy = "state one, right after the charset"
        yield Problem(page.file, 0, f"{what} (Content-Security-Policy)", remedy)


def states_its_policy_first(page: BuiltPage) -> Iterator[Problem]:
    """A policy stands in the head, before all that it holds for."""
    for meta in only_policy(page):
        before = [e for e in meta.xpath("preceding::*") if e.tag not in expected.BEFORE_POLICY]
        if before or not meta.xpath("parent::head"):
            what, remedy = "a policy that stands too late", "state it right after the charset"
            yield Problem(page.file, meta.sourceline or 0, what, remedy)


def policy_is_narrow(page: BuiltPage) -> Iterator[Problem]:
    """A policy has every required directive, and no source but hashes and those of the table."""
    for meta in [] if any(states_its_policy_first(page)) else only_policy(page):
        for excess in excesses(policy_of(page)):
            remedy = f"mend it, or POLICY in {expected.HERE}"
            yield Problem(page.file, meta.sourceline or 0, f"a policy {excess}", remedy)


def only_policy(page: BuiltPage) -> list[etree._Element]:
    """The element that states the only policy; none where there are several."""
    policies = policies_of(page)
    return policies if len(policies) == 1 else []


def excesses(policy: Policy) -> Iterator[str]:
    """The required directives that a policy lacks, and the directives and sources that no table allows."""
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


RULES: tuple[Rule[BuiltPage], ...] = (
    is_read_alike,
    states_one_policy,
    states_its_policy_first,
    policy_is_narrow,
)
