"""Places in rendered HTML, found by id: where a view puts what it adds."""

import re
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


def with_languages(html: str) -> str:
    """Text in which each run of Chinese says so (WCAG 3.1.2), so that it gets a Chinese face and voice."""
    return CHINESE.sub(lambda run: f'<span lang="zh">{run[0]}</span>', html)
