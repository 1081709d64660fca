"""Forms of other dialects of Markdown, of TeX and of HTML, which would be printed as they are typed, or lost."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from edition.model import Edition
from edition.problems import Problem, Rule, kind_of
from edition.read.characters import STRANGE, label
from edition.read.running_text import encoded

RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
APART = re.compile(
    r"\\[\\`*_{}\[\]>#+.!@-]|<(?:https?://|mailto:|\S+@)[^>\s]*>|(?<=\]\()[^()\s]*|(?:https?://|mailto:)[^\s{}]+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+|(?<=\[)[^\[\]]*(?<![\w.])@\w[^\[\]]*(?=\])"
    r"|(?<=\[)\^[^\[\]]*(?=\])"
)
"""Escaped signs, addresses, citations and marks of notes, in which nothing is markup."""
TABLE_ROW, BARE_LINE = re.compile(r"\s*\|?[\s:|-]+$"), re.compile(r"\s*([*_=-])(?:\s*\1)*\s*$")
FENCE = re.compile(r"\s*(```+|~~~+)")
ITEM = re.compile(r"\s*(?:[-*+]|\d+\.|\[\^[^\]]+\]:)(?:\s|$)")
ADDRESS = r"(?:https?://|mailto:|[\w/.-]+\.md)"
TEX = {
    "emph": "*{}*",
    "textit": "*{}*",
    "textsl": "*{}*",
    "textbf": "**{}**",
    "texttt": "`{}`",
    "url": "<{}>",
}
"""How some commands of TeX are written in Markdown."""
ELEMENTS = {
    **{"i": "*{}*", "em": "*{}*", "cite": "*{}*", "b": "**{}**", "strong": "**{}**", "code": "`{}`", "q": "“{}”"},
    **dict.fromkeys(("u", "s", "del", "ins", "mark", "small", "span", "font"), "{}"),
}  # fmt: skip
"""How some elements of HTML are written in Markdown."""
NOTE = "write '[^4a]', with the note's number, and at the end of the page '[^4a]: {1} [@key]'"
EDITOR = "write '/// editor', its sentences and '///', each on lines of their own"
UNICODE = "in letters and signs of Unicode"
DASHES = "write '–' or '—', or in code where a program has it"
BLANKS = r"\s"
NOT_READ = " is no Markdown that the edition reads"
Fault = tuple[str, str]
Mend = Callable[[re.Match[str]], str]


def set_in(letters: Mapping[int, int], match: re.Match[str]) -> str:
    """A word with raised or lowered signs, where Unicode has all of them; else on one line."""
    has_all = all(ord(sign) in letters for sign in match[2])
    return f"write '{match[1]}{match[2].translate(letters) if has_all else match[2]}{match[3]}'"


def in_markdown(known: Mapping[str, str], match: re.Match[str]) -> str:
    """A command or an element in Markdown, where it has a form there; else its words alone."""
    return f"write '{known.get(match[1].lower(), '{}').format(match[2])}'"


def as_citations(match: re.Match[str]) -> str:
    """Keys, separated by commas, as citations."""
    return f"write '[{'; '.join(f'@{key.strip()}' for key in match[1].split(','))}]'"


def shown_otherwise(match: re.Match[str]) -> str:
    """An address in angle brackets as a link, where one of the parsers would show it otherwise than it is typed."""
    return f"write '[words]({encoded(match[1])})'"


def linked(match: re.Match[str]) -> str:
    """Words and an address as a link."""
    return f"write '[{match[1]}]({re.sub(BLANKS, '%20', match[2].strip())})'"


LINKS = (
    rf"\[([^\[\]]+)\]\s+\(({ADDRESS}[^()\s]*)\)",
    rf"\[([^\[\]]+)\]（({ADDRESS}[^（）\s]*)[）)]",
    rf"\[([^\[\]]+)\]\(({ADDRESS}[^()\s]*)(?=[^)]*$)",
    r"\[([^\[\]@^]+)\](https?://[^\s()]+)",
    rf"\(([^()]+)\)\[({ADDRESS}[^\[\]\s]*)\]",
    rf"\[([^\[\]]+)\]\(({ADDRESS}[^()\"'<>\s]*\s+[^()\"'<>]+)\)",
)
"""Links that are none: a blank or other brackets between words and address, each in the other's brackets, a blank in
the address."""
FORMS: tuple[tuple[str, str | Mend], ...] = (
    (r"\^\[((?:[^\]]*[^\w.])?@\w[^\]]*)\]", "write '[{1}]'"),
    (r"\^\[([^\]]*)\]", NOTE),
    (r"^\s*\[\[?_?TOC_?\]\]?\s*$", "delete it: each page lists its headings"),
    (r"!?\[\[(?![@^])(?:[^\]|@]*\|)?([^\]@]*)\]\](?!\()", "write '[{1}](page.md)'"),
    (r"\{(?:\+\+|--|==|>>|~~)(?:.*?~>)?(.*?)(?:\+\+|--|==|<<|~~)\}", "write '{1}'"),
    (r"\{\{.*?\}\}|\{%.*?%\}", "write the words themselves: nothing fills them in"),
    (r"(\w*)~~(\S(?:.*?\S)?)~~(\w*)", "take it out, or write '{2}'"),
    (r"(\w*)~([^~\s]+)~(\w*)", partial(set_in, LOWERED)),
    (r"(\w*)\^([^\s^\[\]]+)\^(\w*)", partial(set_in, RAISED)),
    (r"(\w*)_\{([^{}]+)\}(\w*)", partial(set_in, LOWERED)),
    (r"(\w*)\^\{([^{}]+)\}(\w*)", partial(set_in, RAISED)),
    (r"(\w*)<sub>([^<]*)</sub>(\w*)", partial(set_in, LOWERED)),
    (r"(\w*)<sup>([^<]*)</sup>(\w*)", partial(set_in, RAISED)),
    (rf"<({'|'.join(ELEMENTS)})(?:\s[^>]*)?>([^<]*)</\1>", partial(in_markdown, ELEMENTS)),
    (r"<br\s*/?>", "begin a new line or a new paragraph"),
    (r"<!--.*?-->|<!--.*|%%.+?%%", "delete it: a page holds no comments"),
    (r"(?<![\w*])\*\*\*(\w(?:[^*]*[^\s*])?)\*\*\*(?![\w*])", "write '**_{1}_**'"),
    (r"(\*\*?)([“‘「『《])([^*]+)([”’」』》])\1(?=\w)", "write '{2}{1}{3}{1}{4}'"),
    (r"(?<![\w*])(\*\*?)(?=\w)([^*]*\w)([^\w\s*”’」』》]+)\1(?=\w)", "write '{1}{2}{1}{3}'"),
    (r"(\d+)\*(\d[\d.,]*)\*(\d+)", "write '{1} × {2} × {3}'"),
    (r"==(\S(?:[^=]*\S)?)==", "write '*{1}*'"),
    (r"(?<!\w)\+\+(\S(?:[^+]*\S)?)\+\+", "write '*{1}*'"),
    (r"(?<![\w'])'{2,3}(\w[^']*)'{2,3}(?![\w'])", "write '*{1}*'"),
    (r"``([^`']+)''", "write '“{1}”'"),
    (r"\$\$\s*(.+?)\s*\$\$", f"write '{{1}}', {UNICODE}"),
    (r"\$(?=[^\s\d$])([^$]*?)(?<=\S)\$(?!\w)", f"write '{{1}}', {UNICODE}"),
    (r"\$(?=\d)([^$\s]*?[\\^_=+<>][^$]*?)(?<=\S)\$(?!\w)", f"write '{{1}}', {UNICODE}"),
    (r"\\\((.+?)\\\)", f"write '{{1}}', {UNICODE}"),
    (r"\\\w*cite\w*\*?(?:\[[^\]]*\])*\{([^{}]*)\}", as_citations),
    (r"\\footnote\{([^{}]*)\}", NOTE),
    (r"\\href\{([^{}]*)\}\{([^{}]*)\}", "write '[{2}]({1})'"),
    (r"\\([A-Za-z]+)\*?(?:\[[^\]]*\])*\{([^{}]*)\}", partial(in_markdown, TEX)),
    (r"\\[A-Za-z]+", "write the letter or the sign itself, or code"),
    (r"\\([%&$~^\"'=?/:;,<])", "write '{1}'"),
    (r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])", "write the sign or the word itself"),
    (r"(?<![:\w/])//(\w[^/]*)//", "write '*{1}*'"),
    (r"`([^`']+)'(?!\w)", "write '‘{1}’'"),
    (r"^\s*(?::::+|!!!\+?|\?\?\?\+?)\s*\w+.*|^\s*:::+\s*$|^\s*>\s*\[!\w+\].*", EDITOR),
    (r"^\s*(?:[-*+]|\d+\.)\s+\[[ xX]\]\s+(.*)", "write '- {1}'"),
    (r"^:\s+(\S.*)", "write what it explains and '{1}' in one sentence"),
    (r"^\*\[([^\]]+)\]:\s*(.*)", "write '{1} ({2})' where it stands first"),
    (r"(?<=[\w.,;:!?)\]”’'\"])( ?)---?( ?)(?=[\w“‘('\"\[])", DASHES),
    (r"(?<!\]\()<(www\.[^>\s]+)>", "write '[words](https://{1})'"),
    (r"(?<!\]\()<(https?://[^>\s]*(?:[^\x00-\x7f]|%)[^>\s]*)>", shown_otherwise),
    *((form, linked) for form in LINKS),
)
"""Forms that neither parser reads, each with what to write: `{1}` is what the first group of the form holds."""
PRINTED = tuple((re.compile(form, re.IGNORECASE), mend) for form, mend in FORMS)


def no_form_of_another_kind(edition: Edition) -> Iterator[Problem]:
    """No page has a form, outside code, of which readers would see the signs that make it."""
    for page in edition.pages:
        for number, line in outside_code(page.typed):
            for what, remedy in [*printed_in(line)[0], *strange_names_in(line)]:
                spoils = {page.path, kind_of(page.path, number)}
                yield Problem(page.path, number, what, remedy, spoils)


def strange_names_in(line: str) -> Iterator[Fault]:
    """Each character that nobody sees and that is written by its name or its number."""
    for name in re.findall(r"&(?:#x?[0-9A-Fa-f]+|\w+);", line):
        if html.unescape(name) == name and name[1:-1].islower() and len(name) > 4:
            yield f"'{name}' is the name of no character", "write the sign itself"
        elif strange := STRANGE.search(html.unescape(name)):
            yield f"'{name}' is the character {label(strange[0])}", "delete it"


def outside_code(markdown: str) -> Iterator[tuple[int, str]]:
    """The lines of some Markdown outside code, what is code within them left out, with their numbers.

    A deep line right below words goes on with them.
    """
    fence, above, is_below_words = "", "", False
    for number, line in enumerate(markdown.split("\n"), 1):
        mark = FENCE.match(line)
        is_deep = re.match(r" {4}|\t", line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and (not is_deep or is_below_words or ITEM.match(above)):
            yield number, CODE.sub(lambda code: " " * len(code[0]), line)
            is_below_words = bool(line.strip())
            above = line if line.strip() and not is_deep else above
            continue
        is_below_words = False
        above = line if line.strip() and not is_deep else above


def printed_in(line: str) -> tuple[list[Fault], str]:
    """Each form in a line that would be printed, with its remedy; and the line with blanks for them."""
    faults: list[Fault] = []
    if TABLE_ROW.fullmatch(line) or BARE_LINE.fullmatch(line):
        return faults, line
    apart = [part.span() for part in APART.finditer(line)]
    for form, mend in PRINTED:
        start = 0
        while match := form.search(line, start):
            start = match.start() + 1
            if mend in {linked, shown_otherwise} or not is_apart(match, apart):
                what = f"'{match[0].strip()}'{NOT_READ}"
                groups = (match[0], *match.groups())
                faults.append(
                    (what, mend.format(*groups) if isinstance(mend, str) else mend(match))
                )
                line = blanked(line, match)
    return faults, line


def is_apart(match: re.Match[str], apart: Iterable[tuple[int, int]]) -> bool:
    """Whether a form begins or ends within an address or at an escaped sign."""
    return any(a <= match.start() < b or a < match.end() <= b for a, b in apart)


def blanked(line: str, match: re.Match[str]) -> str:
    """A line with blanks for a part of it."""
    return line[: match.start()] + " " * len(match[0]) + line[match.end() :]


RULES: tuple[Rule[Edition], ...] = (no_form_of_another_kind,)
