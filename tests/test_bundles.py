"""A folder of style sheets or scripts is a bundle: what is joined, in which order, and what goes with a view."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.utils.yaml import yaml_load

import made_up
from edition.look import minified
from edition.look.asset_words import facts_of, script_with_words
from edition.look.bundles import (
    FOLDER,
    FRAME,
    Bundles,
    bundles,
    fingerprinted,
    is_shipped,
    style_of,
    templates_name_style_sheets,
    with_fonts,
)
from edition.look.required_scripts import (
    DIRECTIVE,
    Script,
    bundle_of,
    read_script,
    with_required,
)
from edition.problems import Problems
from edition.words import ENGLISH
from project import ROOT

ASSETS = ROOT / FOLDER
SCRIPTS = ASSETS / "javascripts"
NAMES = sorted(file.relative_to(SCRIPTS).as_posix() for file in SCRIPTS.rglob("*.js"))
VIEWS = {
    name.rpartition(".")[2]
    for name in yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["views"]
}
GIVEN = re.compile(r"^ *globalThis\.(\w+) =(?!=)", re.MULTILINE)
"""A name that a script adds to all."""


def built(folder: Path, files: dict[str, str], *views: str) -> tuple[Bundles, list[str]]:
    """The bundles of some assets, and the mistakes in them."""
    assets, problems = folder / FOLDER, Problems()
    for name, text in {"speculation-rules.json": "{}", **files}.items():
        (assets / name).parent.mkdir(parents=True, exist_ok=True)
        (assets / name).write_text(text)
    made = bundles(assets, ENGLISH, facts_of(made_up.whole()), views, problems)
    return made, problems.report()


def script(folder: Path, files: dict[str, str], *views: str, bundle: str = "edition") -> str:
    """The text of a bundle of some scripts."""
    made, mistakes = built(
        folder, {f"javascripts/{name}": text for name, text in files.items()}, *views
    )
    assert mistakes == []
    return made.scripts[bundle].text if bundle in made.scripts else ""


def mistakes_of(folder: Path, files: dict[str, str], *views: str) -> list[str]:
    _, mistakes = built(
        folder, {f"javascripts/{name}": text for name, text in files.items()}, *views
    )
    return [line.removeprefix(f"{FOLDER}/javascripts/") for line in mistakes]


def test_the_scripts_of_a_folder_are_joined_by_their_names(tmp_path: Path) -> None:
    files = {
        "edition/b.js": "// B.\nb();\n",
        "edition/a.js": "// A.\na();\n",
        "margin/c.js": "c();",
    }
    assert script(tmp_path, files) == "a();b();"


def test_what_a_script_requires_stands_before_it_and_once(tmp_path: Path) -> None:
    files = {
        "edition/a.js": "// A.\n// Requires: shared/x.js, shared/z.js\na();",
        "edition/b.js": "// B.\n// Requires: shared/x.js\nb();",
        "shared/x.js": "// X.\n// Requires: shared/y.js\nx();",
        "shared/y.js": "y();",
        "shared/z.js": "z();",
        "shared/unused.js": "never();",
    }
    assert script(tmp_path, files) == "y();x();z();a();b();"


def test_what_every_page_has_is_joined_into_no_other_bundle(tmp_path: Path) -> None:
    files = {
        "edition/a.js": "// A.\n// Requires: shared/x.js\na();",
        "places/b.js": "// B.\n// Requires: shared/x.js, shared/y.js\nb();",
        "moved/c.js": "// C.\n// Requires: shared/x.js\nc();",
        "shared/x.js": "x();",
        "shared/y.js": "y();",
    }
    assert script(tmp_path, files, bundle="places") == "y();b();"
    assert script(tmp_path, files, "moved", bundle="moved") == "x();c();"


def test_what_a_view_adds_goes_with_the_view(tmp_path: Path) -> None:
    files = {"edition/a.js": "a();", "edition/search/b.js": "b();", "search/c.js": "c();"}
    assert script(tmp_path, files, "search") == "a();b();"
    assert script(tmp_path, files, "search", bundle="search") == "c();"
    assert script(tmp_path, files, "panel") == "a();"
    assert script(tmp_path, files, "panel", bundle="search") == ""


def test_the_style_sheets_of_a_view_go_with_the_view(tmp_path: Path) -> None:
    files = {"base/a.css": "a{top:0}", "base/panel/b.css": "b{top:0}", "panel/c.css": "c{top:0}"}
    sheets = {f"stylesheets/{name}": text for name, text in files.items()}
    with_panel, _ = built(tmp_path, sheets, "panel")
    without, _ = built(tmp_path, sheets)
    assert (
        with_panel.style(["base"]) == "a{top:0}b{top:0}" and without.style(["base"]) == "a{top:0}"
    )
    assert [*with_panel.styles] == ["panel"] and [*without.styles] == []
    assert without.style(["panel"]) == ""


def test_the_bundles_that_every_page_fetches_are_named(tmp_path: Path) -> None:
    files = {
        "edition/a.js": "// A.\n// Fetches: places\na();",
        "edition/search/b.js": "// B.\n// Fetches: search\nb();",
        "places/c.js": "// C.\n// Fetches: margin\nc();",
        "margin/d.js": "d();",
        "search/e.js": "e();",
    }
    sources = {f"javascripts/{name}": text for name, text in files.items()}
    assert built(tmp_path, sources, "search")[0].fetched == ["places", "search"]
    assert built(tmp_path, sources)[0].fetched == ["places"]


def test_a_requirement_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    files = {
        "edition/a.js": "// A.\n// Requires: shared/takng.js\na();",
        "shared/taking.js": "t();",
    }
    assert mistakes_of(tmp_path, files) == [
        "edition/a.js:2: requires 'shared/takng.js', which is not shipped; did you mean 'shared/taking.js'?"
    ]


def test_a_requirement_of_a_view_that_is_not_listed_is_one_line(tmp_path: Path) -> None:
    files = {"edition/a.js": "// A.\n// Requires: search/b.js\n", "search/b.js": "b();"}
    assert mistakes_of(tmp_path, files) == [
        "edition/a.js:2: requires 'search/b.js', which is not shipped; "
        "correct the name, or list its view in mkdocs.yml"
    ]
    assert mistakes_of(tmp_path, files, "search") == []


def test_a_bundle_that_is_not_there_is_fetched_by_nobody(tmp_path: Path) -> None:
    files = {"edition/a.js": "// A.\n// Fetches: panels\na();", "panel/b.js": "b();"}
    assert mistakes_of(tmp_path, files, "panel") == [
        "edition/a.js:2: fetches 'panels', which is not shipped; did you mean 'panel'?"
    ]


@pytest.mark.parametrize(
    ("required", "what"),
    [
        ({"a": "b", "b": "a"}, "requires itself, by way of shared/b.js"),
        ({"a": "a"}, "requires itself"),
        ({"a": "b", "b": "c", "c": "a"}, "requires itself, by way of shared/b.js, shared/c.js"),
    ],
)
def test_scripts_that_require_each_other_are_one_line(
    tmp_path: Path, required: dict[str, str], what: str
) -> None:
    files = {
        f"shared/{name}.js": f"// One.\n// Requires: shared/{other}.js\n"
        for name, other in required.items()
    }
    assert mistakes_of(tmp_path, files) == [f"shared/a.js:2: {what}; take one requirement out"]


def test_all_mistakes_in_scripts_and_styles_are_reported_in_one_run(tmp_path: Path) -> None:
    files = {
        "javascripts/edition/a.js": "// A.\n// Requires: shared/x.js\nsay(WORDS.a.b);",
        "stylesheets/base/a.css": "a { content: WORDS.c.d }",
        "speculation-rules.json": '{"prefetch": [',
    }
    _, told = built(tmp_path, files)
    assert [line.split(": ")[0] for line in told] == [
        f"{FOLDER}/javascripts/edition/a.js:2",
        f"{FOLDER}/javascripts/edition/a.js:3",
        f"{FOLDER}/speculation-rules.json",
        f"{FOLDER}/stylesheets/base/a.css:1",
    ]


def test_a_script_that_would_end_in_a_page_is_one_line(tmp_path: Path) -> None:
    (told,) = mistakes_of(tmp_path, {"head/a.js": 'a("</script>");'})
    assert told.startswith("head: '</script' would end the script in which it stands; ")


def test_styles_are_joined_by_folder(tmp_path: Path) -> None:
    for name, rule in {
        "a/2.css": "b { top: 0 }",
        "a/1.css": "a { top: 0 }",
        "b/1.css": "c { top: 0 }",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(rule)
    assert style_of(tmp_path, ["b", "a"]) == "c{top:0}a{top:0}b{top:0}"


def test_a_folder_without_styles_is_named(tmp_path: Path) -> None:
    sheets = tmp_path / FOLDER / "stylesheets/chapter"
    sheets.mkdir(parents=True)
    (sheets / "a.css").touch()
    template = "{%- set styles = styles or (\"chapter home\" if a else 'chaptr') -%}\n"
    (tmp_path / "overrides/main.html").write_text(f'{template}assets.first_style("base " ~ styles)')
    assert [*map(str, templates_name_style_sheets(tmp_path))] == [
        f"overrides/main.html:{line}: overrides/assets/stylesheets/{name}/ holds no style sheet; correct its name"
        for line, name in ((1, "home"), (1, "chaptr"), (2, "base"))
    ]


def test_a_style_that_would_end_in_a_page_is_one_line(tmp_path: Path) -> None:
    _, mistakes = built(tmp_path, {"stylesheets/base/a.css": 'a { content: "</style>" }'})
    assert mistakes == [
        f"{FOLDER}/stylesheets/base/a.css: '</style' would end the style in which it stands; write it otherwise"
    ]


def test_a_font_is_found_under_the_name_that_holds_its_hash() -> None:
    name = fingerprinted("a.woff2", b"font")
    assert re.fullmatch(r"a\.[0-9a-f]{8}\.woff2", name)
    assert name != fingerprinted("a.woff2", b"another")
    style = with_fonts('x{src:url("../../fonts/a.woff2")}', {"a.woff2": name}, "../assets/fonts/")
    assert style == f'x{{src:url("../assets/fonts/{name}")}}'


@pytest.mark.parametrize(
    ("script", "small"),
    [
        ("a();  // One.\nb();", "a();b();"),
        ("function a() {\n  b();\n}\na();", "function a(){b();};a();"),
        ("if (a) {\n  b();\n} else c();", "if(a){b();}else c();"),
    ],
)
def test_a_minified_script_does_what_its_source_does(script: str, small: str) -> None:
    assert minified.script(script) == small


def test_constants_are_declared_as_variables_are_and_no_word_is_touched(tmp_path: Path) -> None:
    files = {"edition/a.js": "(() => {\n  const a = 1;\n  for (const b of c) d(a, b);\n})();"}
    assert script(tmp_path, files) == "(()=>{let a=1;for(let b of c)d(a,b);})();"
    words = replace(ENGLISH, buttons=replace(ENGLISH.buttons, close="(const b; MOST)"))
    text = minified.prepared("  const MOST = 5;\n  say(WORDS.buttons.close, MOST);")
    assert '"(const b; MOST)", 5' in script_with_words(text, "x.js", words, Problems())


def test_a_number_takes_the_place_of_its_name() -> None:
    text = "  const MOST = 20; // In all.\n  const MOSTLY = 0.5;\n  say(`${MOST}`, a.MOST, MOSTLY, -MOST);\n"
    assert minified.prepared(text) == "   // In all.\n  \n  say(`${20}`, a.MOST, 0.5, -20);\n"


# The edition's own


def test_every_file_belongs_to_the_frame_or_to_a_view() -> None:
    files = [*ASSETS.rglob("*.js"), *ASSETS.rglob("*.css")]
    assert [file for file in files if not is_shipped(file.relative_to(ASSETS), VIEWS)] == []
    assert not FRAME & VIEWS


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_each_view_takes_its_scripts_and_styles_with_it(view: str) -> None:
    problems = Problems()
    made = bundles(ASSETS, ENGLISH, facts_of(made_up.whole()), VIEWS - {view}, problems)
    assert problems.report() == [] and view not in {*made.scripts, *made.styles}
    texts = "".join(file.text for file in made.scripts.values())
    gone = [
        one for name, script in own().items() if view in name.split("/") for one in script.gives
    ]
    assert [name for name in gone if f"globalThis.{name}=" in texts] == []


def own() -> dict[str, Script]:
    return {name: read_script((SCRIPTS / name).read_text("utf-8")) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_script_says_which_names_it_gives_to_others(name: str) -> None:
    script = own()[name]
    assert GIVEN.findall(script.text) == [*script.gives]


def without_tests(code: str) -> str:
    """The code but for what asks whether another script is there, and what it then does on that line."""
    return re.sub(r"if \(globalThis\.\w+\) .*", "", code)


def test_no_two_scripts_give_the_same_name() -> None:
    given = [one for script in own().values() for one in script.gives]
    assert len(given) == len({*given}) and len(given) < 20


@pytest.mark.parametrize("name", NAMES)
def test_a_script_requires_or_fetches_whatever_it_uses_of_others(name: str) -> None:
    scripts, script = own(), own()[name]
    code = re.sub(r"^ *//.*$|\"[^\"\n]*\"", "", script.text, flags=re.MULTILINE)
    used = {
        giver
        for giver, other in scripts.items()
        for word in other.gives
        if giver != name and re.search(rf"(?<![.\w]){word}\b(?!:)", without_tests(code))
    }
    fetched = with_required([one for one in NAMES if bundle_of(one) in script.fetches], scripts)
    required = script.requires.keys()
    assert used - required <= {*fetched} and required <= used


def test_every_shared_script_is_required_by_several() -> None:
    required = [
        one for name in NAMES for one in read_script((SCRIPTS / name).read_text("utf-8")).requires
    ]
    assert [name for name in NAMES if name.startswith("shared/") and required.count(name) < 2] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_head_of_a_script_says_first_why_it_is_there(name: str) -> None:
    first = (SCRIPTS / name).read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("// ") and not DIRECTIVE.fullmatch(first)
