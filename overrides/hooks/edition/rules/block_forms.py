"""Lines that begin a list, a heading, a quotation or code where a paragraph is meant, and lists that two parsers would
read differently."""

import re
from collections.abc import Iterable, Iterator, Sequence

from edition.model import Edition, Page
from edition.problems import Problem, Rule, kind_of
from edition.rules.facts import ids_of, paragraphs_of
from edition.rules.printed_forms import FENCE

ID_LINE = re.compile(r"[\s>]*\{\s*#(\S+?)\s*\}\s*")
BEGINNINGS = (
    (re.compile(r" {0,3}(\d{1,9})([.)])( +\S.*)"), "a list", r"\1\\\2\3"),
    (re.compile(r" {0,3}([-*+])( +\S.*)"), "a list", r"\\\1\2"),
    (re.compile(r" {0,3}(#{1,6})( +(?!.*\{\s*#\S+\s*\}\s*$)\S.*)"), "a heading", r"\\\1\2"),
    (re.compile(r" {0,3}(>)(.*)"), "a quotation", r"\\\1\2"),
    (re.compile(r"(?: {4}|\t)\s*(\S.*)"), "code", r"\1"),
)
"""How a line begins that is no paragraph, what it begins, and the same line as words."""
BELONGS = ("a list", "a quotation")
"""What may belong to a paragraph above it, below whose words its id then stands."""
INTERRUPTS = re.compile(r"1|[-*+>]|#+")
"""What begins another block in the middle of a paragraph."""
ITEM = re.compile(r"( *)(?:[-*+]|(\d{1,9})([.)]))(?: +(\S.*)|$)")
SHOWN = 50
"""Letters of a line that a message shows."""
Lines = Sequence[tuple[int, str]]


def begin_as_paragraphs(edition: Edition) -> Iterator[Problem]:
    """No paragraph of a chapter has a line that begins another block: a year with a stop, a dash, a sign of markup."""
    for chapter in edition.chapters:
        has_id = True
        for block in blocks_in(chapter):
            match = ID_LINE.fullmatch(block[-1][1])
            if match:
                yield from other_block(chapter, block, match[1], not has_id)
            has_id = match is not None


def other_block(chapter: Page, block: Lines, typed_id: str, is_below: bool) -> Iterator[Problem]:
    """The first line of a paragraph that begins another block; of numbers further down, 1 alone does. `is_below` says
    whether it may be meant so, since the paragraph above has no id."""
    for at, (number, line) in enumerate(block[:-1]):
        for form, name, words in BEGINNINGS:
            match = form.match(line)
            if match and (at == 0 or (name != "code" and INTERRUPTS.fullmatch(match[1]))):
                remedy = f"write '{shown(match.expand(words).strip())}'"
                if not at and is_below and name in BELONGS:
                    remedy += (
                        f", or, for {name}, '{{ #{typed_id} }}' right below the words above it"
                    )
                if at:
                    remedy += f", or '{{ #{typed_id} }}' and an empty line above {name}"
                what = f"'{shown(line.strip())}' begins {name} in paragraph {typed_id}"
                yield Problem(chapter.path, number, what, remedy, spoilt(chapter, block))
                return


def spoilt(chapter: Page, block: Lines) -> set[str]:
    """What becomes unknown where the lines of a paragraph are another block: also which notes are marked."""
    noted = [(number, line) for number, line in lines_of(chapter) if line.startswith("[^")]
    lines = [fact(chapter.path, n) for n, _ in [*block, *noted] for fact in (kind_of, list_at)]
    return {chapter.path, ids_of(chapter), paragraphs_of(chapter), *lines}


def list_at(file: str, line: int) -> str:
    """The fact that a list is meant on a line of a page."""
    return f"{file}:{line}: list"


def lists_are_read_alike(edition: Edition) -> Iterator[Problem]:
    """A list counts from 1, by '1.', and what belongs to one of its items stands four blanks deep."""
    for page in edition.pages:
        for number, what, remedy in faults_of_lists(lines_of(page)):
            spoils, facts = {page.path, kind_of(page.path, number)}, {list_at(page.path, number)}
            yield Problem(page.path, number, what, remedy, spoils, facts)


def faults_of_lists(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str, str]]:
    """The first thing that is wrong with each list of a page: what follows is mostly the same."""
    last, in_list, after_blank, told = 0, False, True, False
    for number, line in lines:
        item, depth = ITEM.match(line), len(line) - len(line.lstrip(" "))
        faults: list[tuple[str, str]] = []
        if item and depth == 0 and (after_blank or in_list):
            faults = list(faults_of_number(item, last, in_list))
            told, in_list, last = told and in_list, True, int(item[2] or 0)
        elif in_list and line.strip() and 0 < depth < 4 and (item and depth > 1 or after_blank):
            what = f"'{shown(line.strip())}' seems to belong to the item of a list above it"
            faults = [(what, f"begin it 4 blanks deep, not {depth}")]
        elif line.strip() and depth == 0 and after_blank:
            in_list, last = False, 0
        yield from ((number, *fault) for fault in faults[: not told])
        told |= bool(faults)
        after_blank = not line.strip() or line.startswith(("#", "///"))


def faults_of_number(item: re.Match[str], last: int, in_list: bool) -> Iterator[tuple[str, str]]:
    """A number of a list is the next one, with a full stop."""
    number, stop, text = item[2], item[3], item[4] or "…"
    expected = last + 1 if in_list and last else 1
    if number and (stop == ")" or int(number) not in {expected, 1}):
        words, listed = shown(f"{number}\\{stop} {text}"), shown(f"{expected}. {text}")
        what = f"'{shown(item[0])}' begins {'an item' if in_list else 'a list'}"
        yield what, f"write '{words}', or in a list '{listed}'"


def fences_stand_alone(edition: Edition) -> Iterator[Problem]:
    """Fenced code names no language: nothing colours it, and two parsers would read the name differently."""
    for page in edition.pages:
        fence = ""
        for number, line in enumerate(page.typed.split("\n"), 1):
            mark = FENCE.match(line)
            if mark and (not fence or mark[1].startswith(fence)):
                if not fence and (info := line.strip().removeprefix(mark[1])):
                    what, remedy = (
                        f"'{info.strip()}' after the '{mark[1]}' of a code block",
                        f"write '{mark[1]}' alone",
                    )
                    spoils = {page.path, kind_of(page.path, number)}
                    yield Problem(page.path, number, what, remedy, spoils)
                fence = "" if fence else mark[1]


def blocks_in(page: Page) -> Iterator[Lines]:
    """The blocks of a page: lines without an empty one between them; a heading with an id is a block of its own."""
    block: list[tuple[int, str]] = []
    for number, line in [*lines_of(page), (0, "")]:
        if not line.strip() or line.startswith("///"):
            yield from [block] if block else []
            block = []
        elif not re.match(r"#+ .*\{\s*#\S+\s*\}\s*$", line):
            block.append((number, line))


def lines_of(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a page outside fenced code, with their numbers."""
    fence = ""
    for number, line in enumerate(page.typed.split("\n"), 1):
        mark = FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence:
            yield number, line


def shown(line: str) -> str:
    """A line in a message, its first words where it is long."""
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rpartition(' ')[0] or line[:SHOWN]} …"


RULES: tuple[Rule[Edition], ...] = (begin_as_paragraphs, lists_are_read_alike, fences_stand_alone)
