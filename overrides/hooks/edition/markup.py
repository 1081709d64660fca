"""Markup as a type of its own, which writers make; and places in rendered HTML, found by id.

Whatever is no `Markup` is words, and is escaped where it meets markup: here, in `Markup.format` and `join`, and in the
templates. An f-string of markup is words again.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape

from markupsafe import Markup


class PlaceLostError(LookupError):
    """The element that a view adds to is not on the page, or stands there twice."""


def at_start_of(html: str, ident: str, addition: str) -> str:
    """The HTML with an addition at the start of the element that has the id."""
    return inserted(html, rf'<\w+[^>]*\bid="{re.escape(ident)}"[^>]*>', ident, addition)


def after(html: str, tag: str, ident: str, addition: str) -> str:
    """The HTML with an addition after the element of that tag and id; elements of one tag must not nest."""
    pattern = rf'<{tag}\b[^>]*\bid="{re.escape(ident)}"[^>]*>.*?</{tag}>'
    return inserted(html, pattern, ident, addition)


def inserted(html: str, pattern: str, ident: str, addition: str) -> str:
    found = list(re.finditer(pattern, html, re.DOTALL))
    if len(found) != 1:
        raise PlaceLostError(f"id '{ident}' stands {len(found)} times on the rendered page")
    return "".join([html[: found[0].end()], addition, html[found[0].end() :]])


def as_markup(html: str) -> Markup:
    """HTML that a program made of words that it escaped: pandoc, lxml, Python-Markdown, or a writer of ours, of which
    a regular expression leaves a plain text. Nothing that people write comes here."""
    return Markup(html)  # noqa: S704 the one place in which a text becomes markup


def element(tag: str, content: str, **attributes: str) -> Markup:
    """An HTML element; its content is words unless it is markup, and the values of its attributes always are.

    A trailing or inner underscore in a name is a hyphen or nothing: `class_`, `aria_label`.
    """
    return Markup("{}{}</{}>").format(opening(tag, **attributes), content, tag)


def filled(sentence: str, **parts: str) -> Markup:
    """A sentence of ours, with its parts by their names; those that are markup stay what they are."""
    return Markup.escape(sentence).format(**parts)


def opening(tag: str, **attributes: str) -> Markup:
    """The start of an element, for what ends in another place."""
    named = (
        Markup(' {}="{}"').format(name.rstrip("_").replace("_", "-"), str(value))
        for name, value in attributes.items()
    )
    return Markup("<{}{}>").format(tag, Markup("").join(named))


BESIDE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”—－～·\d-]*"
CHINESE = re.compile(rf"{BESIDE}[\u3400-\u9fff]{BESIDE}")
"""Chinese, with the figures and marks that belong to it."""
CHINESE_TAG = "zh"
HAN = re.compile(r"[\u3400-\u9fff]")
"""Far quicker to look for, where there is none."""
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class ForeignNames:
    """Names and titles that are not in the language of the pages, with theirs: looked up by their rarest words, so that
    a page costs what is on it, however many there are."""

    languages: Mapping[str, str]
    of_pages: str

    @cached_property
    def by_rarest_word(self) -> Mapping[str, Mapping[str, str]]:
        """The names as HTML has them, with their languages."""
        words = {name: found for name in self.languages if (found := WORD.findall(name))}
        counts = Counter(word for found in words.values() for word in set(found))
        indexed: dict[str, dict[str, str]] = {}
        for name, found in words.items():
            rarest = min(found, key=lambda word: counts[word])
            for html in spellings(name):
                indexed.setdefault(rarest, {})[html] = self.languages[name]
        return indexed

    def on(self, html: str) -> dict[str, str]:
        """Those that stand on a page, the longest first."""
        text = TAG.sub(" ", html)
        words = self.by_rarest_word.keys() & set(WORD.findall(text))
        found = [named for word in words for named in self.by_rarest_word[word].items()]
        return dict(sorted((n for n in found if n[0] in text), key=lambda named: -len(named[0])))


def spellings(words: str) -> set[str]:
    """Words as HTML has them: who writes it escapes quotation marks and apostrophes in text, or leaves them, or, as in
    references, prints an apostrophe as such."""
    printed = words.replace("'", "’")
    return {escape(words, quote=False), escape(printed, quote=False), str(Markup.escape(words))}


VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "source", "wbr"}
"""Elements that never end."""


@cache
def passed_over(own: str) -> re.Pattern[str]:
    """What can hold no element, and the start of an element that says a language other than the page's `own`."""
    return re.compile(
        r"<!--.*?-->|<(script|style|title|option|textarea)\b.*?</\1>"
        rf'|<(?P<tag>[a-z][\w-]*)(?=\s)(?=[^>]*\blang="(?!{own}))[^>]*>',
        re.DOTALL,
    )


def with_languages(html: Markup, foreign: ForeignNames) -> Markup:
    """HTML in which all that is not in the page's language says its own (WCAG 3.1.2), so that it gets the right voice
    and face: `foreign` names and titles, and each run of Chinese. What says so already is left alone, and so is a
    page's head.
    """
    head, end_of_head, body = str(html).rpartition("</head>")
    known = foreign.on(body)
    if not (known or HAN.search(body)):
        return html
    names = re.compile("|".join(rf"\b{re.escape(name)}(?!\w)" for name in known) or "(?!)")

    def said(run: re.Match[str]) -> str:
        language = known.get(run[0], CHINESE_TAG)
        return run[0] if in_tag(run) else element("span", as_markup(run[0]), lang=language)

    parts, done = [], 0
    for start, end in [*told(body, foreign.of_pages), (len(body), len(body))]:
        text = names.sub(said, body[done:start])
        parts += [CHINESE.sub(said, text) if HAN.search(text) else text, body[start:end]]
        done = end
    return as_markup("".join([head, end_of_head, *parts]))


def told(html: str, own: str) -> Iterator[tuple[int, int]]:
    """From where to where in some HTML the text says its language, or can hold no element that would."""
    end = 0
    while found := passed_over(own).search(html, end):
        end = end_of(found)
        yield found.start(), end


def end_of(found: re.Match[str]) -> int:
    """Where an element ends that begins here, with all that is in it."""
    tag, depth = found["tag"], 0
    if tag and tag not in VOID and not found[0].endswith("/>"):
        for mark in re.compile(rf"<(/?){tag}\b[^>]*>").finditer(found.string, found.start()):
            depth += -1 if mark[1] else 1
            if not depth:
                return mark.end()
    return found.end()


def in_tag(run: re.Match[str]) -> bool:
    """Whether a run stands between the angle brackets of a tag."""
    html, start = run.string, run.start()
    return html.rfind("<", 0, start) > html.rfind(">", 0, start)
