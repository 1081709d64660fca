"""What the edition says to readers stands in scripts and style sheets as it stands in its record, and nowhere else."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import String

from edition.look import minified
from edition.look.asset_words import script_with_words, style_with_words, with_words
from edition.problems import Problems
from edition.words import ENGLISH, Words
from project import ROOT

ASSETS = ROOT / "overrides/assets"
SHEETS = sorted(ASSETS.rglob("*.css"))
SCRIPTS = sorted((ASSETS / "javascripts").rglob("*.js"))
STRANGE = (
    "plain", 'with "quotes"', "with 'quotes'", "with `backticks`", "costs $5, or ${this}", "C:\\new\\`", "ends with \\",
    "</script><script>alert(1)//", "<!-- <script>", "two\nlines\r\n", "a\u2028b\u2029c", "中国 · “señal”", "*/ // /*",
    "",
)  # fmt: skip
"""Words that mean something else in a script, in a page or in a style sheet."""
USED = "WORDS.taking.copied"


def said(text: str) -> Words:
    """The edition's words, one of which is this."""
    return replace(ENGLISH, taking=replace(ENGLISH.taking, copied=text))


def braced(text: str) -> str:
    """A text in a format string."""
    return text.replace("{", "{{").replace("}", "}}")


def css(string: str) -> str:
    """The text of a string of CSS, as browsers write it."""

    def letter(escape: re.Match[str]) -> str:
        return chr(int(escape[1], 16)) if escape[1] else escape[2]

    return re.sub(r"\\(?:([0-9a-f]+) ?|(.))", letter, string[1:-1])


def worded(script: str, copied: str = "Copied: {what}") -> str:
    problems = Problems()
    done = script_with_words(script, "x.js", said(copied), problems)
    assert not problems, problems.report()
    return done


def problems_of(script: str, copied: str = "Copied: {what}") -> list[str]:
    problems = Problems()
    script_with_words(script, "x.js", said(copied), problems)
    return problems.report()


def test_a_word_stands_in_a_script_as_a_string() -> None:
    assert worded("say(WORDS.taking.copied);", "Copied") == 'say("Copied");'


def test_a_word_with_values_stands_there_as_a_template_literal() -> None:
    assert worded("say(WORDS.taking.copied({ what }))") == "say(`Copied: ${what}`)"


@pytest.mark.parametrize(
    "value", ["left.length", "to + 1", "numberOf(ids[at])", "a.slice(0, MOST)", "a ?? b", "rest[0]"]
)
def test_names_numbers_and_their_calls_are_put_in_as_they_are(value: str) -> None:
    assert worded(f"{USED}({{ what: {value} }})") == f"`Copied: ${{{value}}}`"


def test_values_stand_where_the_language_has_them() -> None:
    given = f"{USED}({{ count: left.length, total }})"
    assert worded(given, "{total}: {count}") == "`${total}: ${left.length}`"
    assert worded(given, "{count} of {total}") == "`${left.length} of ${total}`"


def test_a_sentence_with_elements_is_a_list_of_its_pieces() -> None:
    given = "PIECES.taking.copied({ name, link: linkTo(one) })"
    assert worded(given, "{name} stands in {link}.") == '[name, " stands in ", linkTo(one), "."]'


def test_what_readers_type_stands_within_a_pattern() -> None:
    assert worded("/^(?:PATTERN.taking.copied|p)$/", "paras?|no of") == "/^(?:paras?|no of|p)$/"


@pytest.mark.parametrize("typed", ["a/b", "(a", "a)", "[a]", "a*", "a.b", "\\\\", "{what}", ""])
def test_a_word_that_is_no_pattern_is_reported(typed: str) -> None:
    (told,) = problems_of("/(PATTERN.taking.copied)/", typed)
    assert told.startswith("x.js:1: ")


def test_a_script_chooses_between_singular_and_plural() -> None:
    script = (
        "WORDS.search_dialog.results.many({ count }) + WORDS.search_dialog.results.one({ count })"
    )
    assert worded(script) == "`${count} results` + `${count} result`"


@pytest.mark.parametrize("text", STRANGE)
def test_a_script_says_a_word_whatever_signs_it_holds(tab: Page, text: str) -> None:
    value = "[x, {y}] `${z}`"
    assert tab.evaluate(worded(USED, braced(text))) == text
    script = worded(f"{USED}({{ what }})", braced(text) + "{what}" + braced(text))
    assert tab.evaluate(f"(what) => {script}", value) == text + value + text
    pieces = worded("PIECES.taking.copied({ what })", braced(text) + "{what}")
    assert "".join(tab.evaluate(f"(what) => {pieces}", value)) == text + value


@pytest.mark.parametrize("text", STRANGE)
def test_no_word_ends_the_script_that_holds_it(text: str) -> None:
    assert "<" not in worded(USED, braced(text)) + worded(f"{USED}({{ a }})", braced(text) + "{a}")


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "a & b", '"<i title=x>'])
def test_in_html_a_word_stands_as_text(tab: Page, text: str) -> None:
    script = worded("MARKUP.taking.copied({ what })", braced(text) + "{what}")
    shown = tab.evaluate(
        "([script, what]) => { const box = document.createElement('p');"
        "box.innerHTML = eval(script); return [box.textContent, box.children.length]; }",
        [script, "<b>c</b>"],
    )
    assert shown == [f"{text}c", 1]


@pytest.mark.parametrize("text", STRANGE)
def test_a_style_sheet_shows_a_word_whatever_signs_it_holds(tab: Page, text: str) -> None:
    problems = Problems()
    style = style_with_words(
        "body::after { content: WORDS.taking.copied }", "x.css", said(braced(text)), {}, problems
    )
    tab.set_content(f"<style>{style}</style>")
    shown = tab.evaluate("() => getComputedStyle(document.body, '::after').content")
    assert not problems and css(shown) == text


def test_the_build_fills_the_fields_of_a_word_in_a_style_sheet() -> None:
    facts, problems = {"what": 'a "title"', "more": "x"}, Problems()
    style = style_with_words(
        "a { content: WORDS.taking.copied }", "x.css", ENGLISH, facts, problems
    )
    assert style == 'a { content: "Copied: a \\22 title\\22 " }' and not problems


WRONG = {
    "WORDS.taking.copyed({ what })": "WORDS.taking.copyed is no word of the edition",
    "WORDS.takin.copied({ what })": "WORDS.takin.copied is no word of the edition",
    "WORDS.taking": "WORDS.taking is no word of the edition",
    "WORDS.search_dialog.results": "WORDS.search_dialog.results is no word of the edition",
    "WORDS[name]": "WORDS is no word of the edition",
    "const words = WORDS": "WORDS is no word of the edition",
    USED: f"{USED} tells of what, and is given nothing",
    f"{USED}({{ what, more }})": f"{USED} tells of what, and is given more, what",
    f"{USED}({{ who }})": f"{USED} tells of what, and is given who",
    f"{USED}(what)": f"the values of {USED} are too involved",
    f"{USED}()": f"the values of {USED} are too involved",
    f"{USED}({{ what: `a` }})": f"the values of {USED} are too involved",
    f'{USED}({{ what: "a" }})': f"the values of {USED} are too involved",
    f"{USED}({{ what: 'a' }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: {{ a: 1 }}.a }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: a.map((b) => b) }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: /a/.source }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: a = 1 }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: a(b(c)) }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: a) + (b }})": f"the values of {USED} are too involved",
    f"{USED}({{ ...rest }})": f"the values of {USED} are too involved",
    f"{USED}({{ what: a }}, b)": f"the values of {USED} are too involved",
    f"{USED}({{ }})": f"the values of {USED} are too involved",
}


@pytest.mark.parametrize("script", WRONG)
def test_a_word_that_cannot_be_put_in_is_reported_with_its_line(script: str) -> None:
    (told,) = problems_of(f"// One.\nsay({script});\n")
    assert told.startswith(f"x.js:2: {WRONG[script]}; ") and told.count("\n") == 0


def test_all_mistakes_of_a_script_are_reported_in_one_run() -> None:
    told = problems_of("WORDS.a.b;\nWORDS.c.d;\nWORDS.taking.copied({ what: 1 });")
    assert [line.split(": ")[0] for line in told] == ["x.js:1", "x.js:2"]


def test_all_mistakes_of_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.css").write_text("a {\n content: WORDS.a.b }")
    (tmp_path / "c.js").write_text("\n\nWORDS.d.e")
    problems = Problems()
    with_words(sorted(tmp_path.rglob("*.*")), tmp_path, ENGLISH, {}, problems)
    mend = "is no word of the edition; correct its name, or add the word in overrides/hooks/edition/words/"
    assert problems.report() == [f"a/b.css:2: WORDS.a.b {mend}", f"c.js:3: WORDS.d.e {mend}"]


def test_a_field_that_stands_twice_in_a_word_has_a_name_for_its_value() -> None:
    assert worded(f"{USED}({{ what: a.b }})", "{what}, {what}") == "`${a.b}, ${a.b}`"
    (told,) = problems_of(f"{USED}({{ what: next() }})", "{what}, {what}")
    assert told.startswith(f"x.js:1: {USED} tells of what more than once; ")


def test_a_word_with_half_a_brace_is_reported() -> None:
    (told,) = problems_of(USED, "Copied: {what")
    assert told.startswith(f"x.js:1: {USED} is cut short: ")


@pytest.mark.parametrize(
    ("style", "what"),
    [
        ("WORDS.taking.nothing", "WORDS.taking.nothing is no word of the edition"),
        ("WORDS.taking.copied", "WORDS.taking.copied tells of what, and is given nothing"),
        ("WORDS.taking.selected({ what })", "WORDS.taking.selected({ what }) stands in a style"),
        ("MARKUP.taking.selected", "MARKUP.taking.selected stands in a style sheet"),
    ],
)
def test_a_wrong_word_in_a_style_sheet_is_reported_with_its_line(style: str, what: str) -> None:
    problems = Problems()
    style_with_words(f"a {{\n  content: {style};\n}}", "x.css", ENGLISH, {"who": "x"}, problems)
    (told,) = problems.report()
    assert told.startswith(f"x.css:2: {what}")


# What is left in the sources.

NOT_SAID = {
    "1em Edition Sans", "1em Edition Serif", "Style", "input, select, textarea, [contenteditable], [role$=box]",
    "italic 1em Edition Serif", "result result-",
}  # fmt: skip
"""Strings that look like words: fonts, a selector, and the parts of a name and of a class."""
ASKED = re.compile(
    r'\b(?:querySelector(?:All)?|closest|matches|matchMedia|write|find|\$)\??\.?\(\s*(["`]).*?\1'
    r'|\b(?:key|code) [!=]== "[^"]*"'
)
"""Selectors, and the names of keys: what scripts ask with, and nobody reads."""
SAID = re.compile(r"[^\W\d_]{2,}[,;:.…]? [^\W\d_]|^[\W_]*[A-Z][a-z]+\b")
"""Two words, or one with a capital."""
SHOWN = re.compile(
    r'\b(?:textContent|innerText|title|label|alt|placeholder)\b["\]]?\s*[:=]+\s*["`]\w'
)


def words_in(script: str) -> list[str]:
    """Each string of a script that says something to readers, as far as letters tell."""
    text = ASKED.sub('""', script)
    plain = [re.sub(r"<[^>]*>?", "", string).strip("\"'`") for string in strings(text)]
    shown = [match[0] for match in SHOWN.finditer(text)]
    said = [one for one in plain if SAID.search(one) and one not in NOT_SAID]
    return [*shown, *(one for one in said if not re.match(r"[.#][a-z]", one))]


def strings(script: str) -> Iterator[str]:
    """The strings of a script, and what stands in its template literals between values."""
    string = ""
    for kind, text in JavascriptLexer().get_tokens(script):
        is_string = kind in String and kind not in (String.Interpol, String.Regex)
        if string and not is_string:
            yield string
        string = string + text if is_string else ""


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_holds_no_words_of_its_own(file: Path) -> None:
    assert not words_in(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "script",
    [
        'say("Copied to the clipboard");',
        "say('no such place');",
        "say(`${count} results found`);",
        'say("Copied");',
        "say(isKept ? `Kept` : ``);",
        'box.innerHTML = "<p>Not found</p>";',
        'made("p", { textContent: "close" });',
        'button.title = "close";',
        "say(`“${name}” is no number`);",
        'say("es una traducción");',
    ],
)
def test_words_in_a_script_are_found(script: str) -> None:
    assert words_in(f"const a = document.querySelector('.b');\n{script}")


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_joined_script_keeps_its_strings(file: Path) -> None:
    problems = Problems()
    text = script_with_words(file.read_text(encoding="utf-8"), "x.js", ENGLISH, problems)
    assert not problems and [*strings(minified.script(text))] == [*strings(text)]


CONTENT = re.compile(r"\bcontent:([^;]*)")


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.relative_to(ASSETS).as_posix())
def test_a_style_sheet_holds_no_words_of_its_own(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    strings = re.findall(r'"([^"]*)"', " ".join(CONTENT.findall(text)))
    assert not [string for string in strings if re.search(r"[^\W\d_]", string)]
