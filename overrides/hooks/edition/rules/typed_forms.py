"""Forms of Markdown that the site's parser and ours would read differently; each is refused as typed."""

import html
import re
from collections.abc import Iterator, Mapping

from edition.model import Edition, Page
from edition.problems import Problem, Rule, kind_of
from edition.read.marks.citation_marks import AFTER_BRACKETS, COUNT_REMEDY
from edition.rules.block_forms import lines_of
from edition.rules.facts import form_at, ids_of, paragraphs_of
from edition.rules.printed_forms import CODE, outside_code, printed_in

CITED = re.compile(r"\\?\[[^\[\]]*(?<![\w.\\])@\{?\w[^\[\]]*\]")
"""A citation, in which braces are pandoc's, around a locator."""
HEADING = re.compile(r"^#{1,6}[^#\s]")

BY_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\[\]@^]*)\]")
REFERENCE = re.compile(r" {0,3}\[(?!\^)([^\]]+)\]:\s*<?([^\s<>]+)>?.*")
"""A link by the name of its address, and what names the address, elsewhere on the page (CommonMark)."""

REFUSED = (
    (
        re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:"),
        "a link reference",
        "write the address in the link itself",
    ),
    (
        re.compile(r"\]\[(?![@^])"),
        "a link by reference",
        "write the address in the link itself: [words](page.md#id)",
    ),
    (re.compile(r"\{\s*sentences"), "a count of sentences without its mark", COUNT_REMEDY),
    (
        re.compile(
            r"(?<!\\)\{(?!\s*#[^\s{}]+\s*\}\s*$)(?!\s*sentences)[^}]*\}|^\s+attrs:|[^\s{]\{\s*#"
        ),
        "an attribute list",
        "write no attributes but '{ #id }', after a heading or alone on the line after a paragraph; "
        "a brace in words is typed '\\{'",
    ),
    (
        HEADING,
        "a heading without a space after '#'",
        "write '## Title { #short-id }'",
    ),
    (
        re.compile(r"^[ \t]{60,}\S"),
        "a line that begins too far in",
        "begin a new block, less far in",
    ),
    (re.compile(r"\\$|\\\["), "a backslash", "write no backslash at a line's end or before '['"),
    (
        re.compile(r"^/// \w+ \|"),
        "an editor's note with a title of its own",
        "write '/// editor' alone",
    ),
)
"""Forms that are refused on every page, each with what it is and the remedy."""


def no_refused_form(edition: Edition) -> Iterator[Problem]:
    """No page has a refused form outside code."""
    for page in edition.pages:
        lines = list(lines_of(page))
        referred = [match for _, line in lines for match in BY_REFERENCE.finditer(line)]
        named = {*map(addressed, referred)}
        defined = [(n, m) for n, line in lines if (m := REFERENCE.fullmatch(line))]
        addresses = {match[1].casefold(): match[2] for _, match in defined}
        known = {number for number, match in defined if match[1].casefold() in named}
        for number, line in lines:
            yield from by_reference(line, number, page, addresses)
            if number not in known:
                yield from refused_in(without_references(line, addresses), number, page)


def by_reference(
    line: str, number: int, page: Page, addresses: Mapping[str, str]
) -> Iterator[Problem]:
    """Each link by reference whose address is named on the page, and how to write it."""
    for match in BY_REFERENCE.finditer(CODE.sub("", line)):
        if address := addresses.get(addressed(match)):
            what, remedy = f"a link by reference, '{match[0]}'", f"write '[{match[1]}]({address})'"
            yield Problem(page.path, number, what, remedy, {page.path})


def without_references(line: str, addresses: Mapping[str, str]) -> str:
    """A line without the links by reference whose address is known."""
    return BY_REFERENCE.sub(
        lambda match: match[1] if addressed(match) in addresses else match[0], line
    )


def addressed(match: re.Match[str]) -> str:
    """By what a link by reference names its address."""
    return (match[2] or match[1]).casefold()


def refused_in(line: str, number: int, page: Page) -> Iterator[Problem]:
    without_code = CITED.sub("[@]", printed_in(CODE.sub("", line))[1])
    without_code_and_counts = AFTER_BRACKETS.sub("", without_code)
    for form, what, remedy in REFUSED:
        if form.search(without_code_and_counts):
            spoils = {page.path}
            if form is HEADING:  # it is read as a paragraph, of which others follow
                spoils |= {kind_of(page.path, number), paragraphs_of(page), ids_of(page)}
            facts = {form_at(page.path, number)}
            if (
                remedy is COUNT_REMEDY
            ):  # where the mark could not be read, its count follows from that
                spoils, facts = set(), facts | {page.path}
            yield Problem(page.path, number, what, remedy, spoils, facts)


NOT_PLAIN = re.compile(r"(?<!\\)\[[^\[\]]*(?<![\w.\\])@\w[^\[\]]*(?<!\\)\]")


def citations_are_plain(edition: Edition) -> Iterator[Problem]:
    """No citation has a sign after a backslash, or the name of one."""
    for page in edition.pages:
        for number, line in outside_code(page.typed):
            for cited in NOT_PLAIN.findall(line):
                plain = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cited))
                if plain != cited:
                    what = f"{plain} is not written plainly"
                    remedy = "write it without backslashes and without names of characters"
                    yield Problem(page.path, number, what, remedy, {page.path})


RULES: tuple[Rule[Edition], ...] = (no_refused_form, citations_are_plain)
