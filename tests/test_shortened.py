"""What is shortened in a script, and what is left as it is."""

from pathlib import Path

import pytest

from conftest import ROOT
from edition.shortened import shortened, tokens

SCRIPTS = sorted((ROOT / "overrides/assets/javascripts").glob("*.js"))


@pytest.mark.parametrize(
    ("script", "short"),
    [
        ("const size = 1; let wide = size;", "const a = 1; let b = a;"),
        ("function tell(words) { return words; } tell();", "function a(words) { return words; } a();"),
        ("const size = 1; f(`${size} of ${g({ x: size })}`);", "const a = 1; f(`${a} of ${g({ x: a })}`);"),
        ("const size = 1; const found = one ? size : two;", "const a = 1; const b = one ? a : two;"),
    ],
)  # fmt: skip
def test_a_name_of_its_own_is_shortened_wherever_it_stands(script: str, short: str) -> None:
    assert shortened(script) == short


@pytest.mark.parametrize(
    "script",
    [
        "const size = 1; box.size = size;",
        "const size = 1; box?.size();",
        "const size = 1; f({ size });",
        "const size = 1; f({ x, size, y });",
        "const { size } = box; let size;",
        "const size = 1; f({ size: 2 });",
        "const size = 1; f({ size() {} });",
        "const size = 1; f({ async size() {} });",
    ],
)
def test_a_name_that_may_be_a_property_s_is_left(script: str) -> None:
    assert shortened(script) == script


@pytest.mark.parametrize(
    ("script", "short"),
    [
        ("const size = 'size' + \"size\";", "const a = 'size' + \"size\";"),
        ("const size = /size\\/[/size]/.test(x);", "const a = /size\\/[/size]/.test(x);"),
        ("const size = `size } ${1}size`;", "const a = `size } ${1}size`;"),
        ("const size = a / size / b;", "const c = a / c / b;"),
        ("// size\nconst size = 1; /* size */", "// size\nconst a = 1; /* size */"),
    ],
)
def test_words_and_patterns_are_left_and_short_names_are_new(script: str, short: str) -> None:
    assert shortened(script) == short


def test_what_others_declare_is_left() -> None:
    assert shortened("const size = made(overlay);") == "const a = made(overlay);"


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_is_read_whole(file: Path) -> None:
    script = file.read_text(encoding="utf-8")
    found = list(tokens(script))
    assert "".join(token.text for token in found) == script
    assert found[-1].bracket == "" and len(shortened(script)) <= len(script)
