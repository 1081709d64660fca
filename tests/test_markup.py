"""Words never become markup: only what says that it is markup goes into a page as it is."""

import re
from pathlib import Path

import pytest

from edition.look.content_policy import Inline, data_block
from edition.write.markup import as_markup, element, opening
from project import ROOT

TEMPLATES = sorted(
    file for file in (ROOT / "overrides").rglob("*") if file.suffix in (".html", ".xml")
)
HOSTILE = """"><img src=x onerror='x'> &lt; </b>"""


def test_the_content_of_an_element_is_words_unless_it_is_markup() -> None:
    assert element("b", "a < b & c") == "<b>a &lt; b &amp; c</b>"
    assert element("b", element("i", "x")) == "<b><i>x</i></b>"


@pytest.mark.parametrize("value", [HOSTILE, as_markup(HOSTILE)], ids=["words", "markup"])
def test_a_value_of_an_attribute_ends_neither_attribute_nor_element(value: str) -> None:
    made = opening("a", title=value)
    assert made.count('"') == 2 and made.count("<") == made.count(">") == 1
    assert "&amp;lt;" in made


def test_markup_in_an_f_string_is_words_again() -> None:
    assert element("b", f"{element('i', 'x')}") == "<b>&lt;i&gt;x&lt;/i&gt;</b>"


@pytest.mark.parametrize("text", ["a</script >", "a</STYLE", "a<!--"])
def test_what_would_end_a_script_or_a_style_stands_in_none(text: str) -> None:
    with pytest.raises(ValueError, match="would end the script"):
        Inline("script", text)


def test_data_in_a_page_holds_no_markup() -> None:
    assert "<" not in data_block({"name": "</script><!--<script>"}, "application/ld+json").text


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_template_puts_words_into_quotation_marks_and_text_alone(file: Path) -> None:
    """Where escaping is enough: no value without quotation marks, no name, no script, no style."""
    text = re.sub(r"\{\{.*?\}\}", "§", file.read_text(encoding="utf-8"))
    unquoted = re.sub(r'"[^"]*"', '""', text)
    assert not re.findall(r"=\s*§|='[^']*§|</?§|<(?:script|style)[^>]*>§", unquoted)


def test_templates_take_nothing_for_markup_but_what_mkdocs_made_of_markdown() -> None:
    texts = [file.read_text(encoding="utf-8") for file in TEMPLATES]
    taken = [found for text in texts for found in re.findall(r"[\w.]+ \| safe", text)]
    assert sorted(taken) == ["heading.title | safe", "page.content | safe"]
    assert not [text for text in texts if "autoescape" in text]
