"""Places in rendered HTML, found by id: where a view puts what it adds."""

import re
from collections.abc import Mapping
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


TOKEN = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<tag>[a-z][\w-]*)(?P<rest>[^>]*)>|[^<]+", re.DOTALL)
VOID = {"br", "hr", "img", "input", "link", "meta", "path", "rect", "source", "wbr"}
SILENT = {"script", "style", "title", "option", "textarea"}
"""Elements that never end, and those whose text can hold no element."""


def with_languages(html: str, foreign: Mapping[str, str]) -> str:
    """HTML in which all that is not English says its language (WCAG 3.1.2), so that it gets the right voice and face:
    `foreign` names and titles, with their languages, and each run of Chinese. What says so already is left alone.
    """
    known = {escape(words, quote=False): language for words, language in foreign.items()}
    names = [re.escape(words) for words in sorted(known, key=len, reverse=True)]
    pattern = re.compile("|".join([*(rf"\b{name}(?!\w)" for name in names), CHINESE.pattern]))
    inside: list[tuple[str, bool]] = []

    def said(run: re.Match[str]) -> str:
        return element("span", run[0], lang=known.get(run[0], "zh"))

    def marked(token: re.Match[str]) -> str:
        tag, rest = token["tag"], token["rest"] or ""
        if token["end"]:
            while inside and inside.pop()[0] != tag:
                pass
        elif tag and tag not in VOID and not rest.endswith("/"):
            inside.append((tag, tag in SILENT or bool(re.search(r'\blang="(?!en)', rest))))
        is_plain = not tag and not token[0].startswith("<!") and not any(done for _, done in inside)
        return pattern.sub(said, token[0]) if is_plain else token[0]

    return TOKEN.sub(marked, html)
