"""Places in rendered HTML, found by id: where a view puts what it adds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from html import escape


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
    return html[: found[0].end()] + addition + html[found[0].end() :]


def element(tag: str, content: str, **attributes: str) -> str:
    """An HTML element. A trailing or inner underscore in a name is a hyphen or nothing: `class_`, `aria_label`."""
    named = (
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{''.join(named)}>{content}</{tag}>"


BESIDE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”—－～·\d-]*"
CHINESE = re.compile(rf"{BESIDE}[\u3400-\u9fff]{BESIDE}")
"""Chinese, with the figures and marks that belong to it."""
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class ForeignNames:
    """Names and titles that are not English, with their languages: looked up by their first words, so that a page
    costs what is on it, however many there are."""

    languages: Mapping[str, str]

    @cached_property
    def by_first_word(self) -> Mapping[str, Mapping[str, str]]:
        """The names as HTML has them, with their languages."""
        found: dict[str, dict[str, str]] = {}
        for name, language in self.languages.items():
            html = escape(name, quote=False)
            for word in WORD.findall(html)[:1]:
                found.setdefault(word, {})[html] = language
        return found

    def on(self, html: str) -> dict[str, str]:
        """Those that stand on a page, the longest first."""
        text = TAG.sub(" ", html)
        begun = self.by_first_word.keys() & set(WORD.findall(text))
        found = [named for word in begun for named in self.by_first_word[word].items()]
        return dict(sorted((n for n in found if n[0] in text), key=lambda named: -len(named[0])))


MARKUP = r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-z][\w-]*)(?P<rest>[^>]*)>"
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "source", "wbr"}
SILENT = {"script", "style", "title", "option", "textarea"}
"""Elements that never end, and those whose text can hold no element."""
SPOKEN = re.compile(r'\blang="(?!en)')


def with_languages(html: str, foreign: ForeignNames) -> str:
    """HTML in which all that is not English says its language (WCAG 3.1.2), so that it gets the right voice and face:
    `foreign` names and titles, and each run of Chinese. What says so already is left alone.
    """
    known = foreign.on(html)
    if not (known or CHINESE.search(html)):
        return html
    runs = "|".join([*(rf"\b{re.escape(name)}(?!\w)" for name in known), CHINESE.pattern])
    inside: list[tuple[str, bool]] = []

    def marked(found: re.Match[str]) -> str:
        tag, rest = found["tag"], found["rest"]
        if found["run"]:
            language = "" if any(done for _, done in inside) else known.get(found[0], "zh")
            return element("span", found[0], lang=language) if language else found[0]
        if found["end"]:
            while inside and inside.pop()[0] != tag:
                pass
        elif tag and tag not in VOID and not rest.endswith("/"):
            inside.append((tag, tag in SILENT or SPOKEN.search(rest) is not None))
        return found[0]

    return re.sub(rf"{MARKUP}|(?P<run>{runs})", marked, html, flags=re.DOTALL)
