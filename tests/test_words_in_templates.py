"""Templates say nothing of their own: what they show, and what is read out, stands in the record of the language."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment

from project import ROOT

OVERRIDES = ROOT / "overrides"
TEMPLATES = sorted([*OVERRIDES.glob("*.html"), *OVERRIDES.glob("partials/*.html")])
LABELS = {
    "alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext", "content",
    "data-style", "data-told", "data-what", "label", "lang", "placeholder", "summary", "title",
}  # fmt: skip
"""Attributes that are shown or read out, that scripts say, or that tell of the language."""
TECHNICAL = {
    "viewport", "robots", "Content-Security-Policy", "refresh", "og:type", "og:image:type", "twitter:card",
    "z:itemType",
}  # fmt: skip
"""What a `meta` element is called whose content is for programs."""
NAMES = {"BibTeX", "CSL-JSON", "HOME", "JSON", "Markdown", "RIS", "SHORT", "llms.txt"}
"""Names of formats and files, alike in all languages, and the words in capitals that a script replaces."""
FOLDERS = {folder.name for folder in OVERRIDES.glob("assets/stylesheets/*")}
"""Of style sheets, which templates name in one string."""
LETTER = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:.…]? [^\W\d_]|^[\W_]*[A-Z][a-z]|^paras?\b")
"""Words in a string that else names a file, a key or a kind."""


class Said(HTMLParser):
    """What some HTML says, in its text and in the attributes that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {value for name, value in attrs if name in ("name", "property", "http-equiv")}
        if tag == "meta" and names & TECHNICAL:
            return
        self.found += [value or "" for name, value in attrs if name in LABELS]


def words_in(template: str) -> list[str]:
    """What a template says beside what its expressions give."""
    tokens = list(Environment().lex(template))
    said = Said()
    said.feed("".join(text for _, kind, text in tokens if kind == "data"))
    found = [text.strip() for text in said.found if LETTER.search(text)]
    strings = [text[1:-1] for _, kind, text in tokens if kind == "string"]
    found += [text for text in strings if SENTENCE.search(text) and not {*text.split()} <= FOLDERS]
    return [text for text in found if text not in NAMES]


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.stem)
def test_a_template_holds_no_words_of_its_own(file: Path) -> None:
    assert words_in(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "<p>Copied</p>",
        "<p>{{ count }} notes</p>",
        '<p>{{ count }} {{ "paras" if count > 1 else "para." }}</p>',
        "<a>{{ title }}</a>, {{ year }} · restated",
        '<button aria-label="Menu"></button>',
        '<button title="{{ name }}: close"></button>',
        '<input placeholder="autor, título">',
        '<button data-told="Saved"></button>',
        '<meta name="description" content="A page">',
        '<html lang="en">',
        '{% set label = "All editions" %}',
        "{% if x %}Previous{% endif %}",
        '{{ words.parts.note ~ " in short" }}',
    ],
)
def test_words_in_a_template_are_found(planted: str) -> None:
    assert words_in(f'<p class="a b">{{# A remark. #}}{{{{ words.a.b }}}}</p>\n{planted}')
