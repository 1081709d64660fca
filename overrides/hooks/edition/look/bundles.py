"""Joins our style sheets and scripts into what pages load: a folder is a bundle.

How `overrides/assets/` is laid out, `javascripts/` and `stylesheets/` alike:

- The files of a folder are joined, in the order of their paths: `javascripts/panel/` into `panel.HASH.js`.
- What only one view needs goes with the view. A folder within a bundle is named after such a view: the scripts in
  `javascripts/edition/search/` are what the search adds to every page. A bundle that FRAME does not name belongs to the
  view of its name, as `javascripts/search/` does. Where `extra.views` in mkdocs.yml does not list the view, its files
  are left out, and a bundle of which nothing is left is not published.
- `javascripts/head/` stands in every page, and runs before the first paint; every page loads `javascripts/edition/`;
  what `javascripts/shared/` holds is joined into the bundles that require it.
- A script says in the comment at its head, after what it is for, which scripts run before it
  (`// Requires: shared/made.js, shared/overlay.js`), which bundles it fetches (`// Fetches: panel`), and which names it
  gives to others (`// Gives: overlay`). What every page has already is not joined in again.
- A number that a script names in capitals, on a line of its own, takes the place of its name.
- The folders of style sheets that STYLE_FILES names are files of their own; templates put the others into pages.
"""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath

from edition.look import minified
from edition.look.asset_words import Values, with_words
from edition.look.content_policy import Inline, data_block, early_end
from edition.look.required_scripts import (
    Script,
    Scripts,
    bundle_of,
    check,
    read_script,
    with_required,
)
from edition.problems import Problem, Problems
from edition.words import Words

FOLDER = "overrides/assets"
STYLES, SCRIPTS = "assets/stylesheets", "assets/javascripts"
PREFETCHING = "speculation-rules.json"
HEAD, PAGE, SHARED = "head", "edition", "shared"
ALONE = (HEAD, "moved")
"""Bundles that run before PAGE, or on pages that do not load it."""
FRAME = frozenset({
    HEAD, PAGE, SHARED, "margin", "places", "sources",
    "tokens", "base", "scripted", "about", "chapter", "home", "not-found", "stub", "frozen", "print",
})  # fmt: skip
"""The bundles that are no view's."""
STYLE_FILES = ("search", "panel", "print")
FONT = re.compile(r'url\("\.\./\.\./fonts/([^"]+)"\)')
"""How a style sheet names a web font."""
NAMES_STYLES = re.compile(r"(?:first_style\(|set styles =).*")
QUOTED = re.compile(r"""(["'])([\w -]*)\1""")
"""How a template names folders of style sheets: in words between quotation marks."""


@dataclass(frozen=True)
class BundleFile:
    """A file that is published; its address names its content, so that it may be kept for ever."""

    address: str
    text: str


@dataclass(frozen=True)
class Bundles:
    """What is joined: files by the names of their folders, and what stands in pages."""

    scripts: Mapping[str, BundleFile]
    styles: Mapping[str, BundleFile]
    fetched: Collection[str]
    """The bundles that the scripts of every page fetch."""
    head_script: Inline
    prefetching: Inline
    style: Callable[[Iterable[str]], str]
    """The style sheets of some folders, as `style_of` joins them; nothing for a view that is not listed."""


def as_it_stands(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def bundles(
    folder: Path, words: Words, facts: Values, views: Collection[str], problems: Problems
) -> Bundles:
    """The bundles of the listed views, with their words; each mistake in a file is a problem.

    `folder` is that of the assets, `facts` are what style sheets tell of the article.
    """
    files = sorted([*folder.rglob("*.css"), *folder.rglob("*.js")])
    shipped = [file for file in files if is_shipped(file.relative_to(folder), views)]
    texts = with_words(shipped, folder.parents[1], words, facts, problems)
    scripts = scripts_in(folder / "javascripts", texts)
    check(scripts, f"{FOLDER}/javascripts", problems)
    joined = {} if problems else {name: script_of(name, scripts) for name in names_of(scripts)}
    sheets = folder / "stylesheets"
    style = partial(style_of, sheets, read=lambda file: texts.get(file, ""))
    style_files = [name for name in STYLE_FILES if (sheets / name).is_dir()]
    head = joined.pop(HEAD, "")
    for file, text in texts.items():
        if file.suffix == ".css":
            name = file.relative_to(folder).as_posix()
            problems += stands_in_a_page("style", minified.style(text), name)
    return Bundles(
        files_of(f"{SCRIPTS}/{{}}.js", joined),
        files_of(f"{STYLES}/{{}}.css", {name: style([name]) for name in style_files}),
        fetched(scripts),
        in_page(head, problems),
        prefetching(folder / PREFETCHING, problems),
        style,
    )


def is_shipped(file: PurePath, views: Collection[str]) -> bool:
    """Whether a file, named from the folder of the assets, belongs to no view, or to listed ones alone."""
    _, bundle, *inside = file.parent.parts
    return all(folder in views for folder in inside) and (bundle in FRAME or bundle in views)


def scripts_in(folder: Path, texts: Mapping[Path, str]) -> dict[str, Script]:
    return {
        file.relative_to(folder).as_posix(): read_script(text)
        for file, text in texts.items()
        if file.suffix == ".js"
    }


def names_of(scripts: Scripts) -> list[str]:
    """The bundles of some scripts."""
    return sorted({bundle_of(name) for name in scripts} - {SHARED})


def script_of(bundle: str, scripts: Scripts) -> str:
    """The scripts of a bundle and what they require, without what every page has already."""
    present = () if bundle in (PAGE, *ALONE) else in_order(PAGE, scripts)
    return minified.script(
        "\n".join(scripts[name].text for name in in_order(bundle, scripts, present))
    )


def in_order(bundle: str, scripts: Scripts, present: Collection[str] = ()) -> list[str]:
    own = [name for name in scripts if bundle_of(name) == bundle]
    return with_required(own, scripts, present)


def fetched(scripts: Scripts) -> list[str]:
    """The bundles that the scripts of every page fetch."""
    return sorted(
        {
            bundle
            for name, script in scripts.items()
            for bundle in script.fetches
            if bundle_of(name) == PAGE
        }
    )


def style_of(root: Path, folders: Iterable[str], read: Callable[[Path], str] = as_it_stands) -> str:
    """The style sheets of some folders, in this order, and within a folder by name.

    `root` is the folder that holds them.
    """
    sheets = [sheet for folder in folders for sheet in sorted((root / folder).rglob("*.css"))]
    return minified.style("\n".join(map(read, sheets)))


def templates_name_style_sheets(root: Path) -> Iterator[Problem]:
    """Each folder of style sheets that a template names holds one; `root` is the project's."""
    sheets = root / FOLDER / "stylesheets"
    known = {sheet.relative_to(sheets).parts[0] for sheet in sheets.rglob("*.css")}
    for file in sorted((root / "overrides").rglob("*.html")):
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            for name in style_folders(line):
                if name not in known:
                    what = f"{FOLDER}/stylesheets/{name}/ holds no style sheet"
                    where = file.relative_to(root).as_posix()
                    yield Problem(where, number, what, "correct its name")


def style_folders(line: str) -> list[str]:
    """The folders of style sheets that a line of a template names."""
    named = NAMES_STYLES.search(line)
    return " ".join(words for _, words in QUOTED.findall(named[0])).split() if named else []


def with_fonts(style: str, names: Mapping[str, str], folder: str) -> str:
    """A style sheet whose addresses of web fonts are those of the published files, below a folder."""
    return FONT.sub(lambda font: f'url("{folder}{names[font[1]]}")', style)


def files_of(address: str, texts: Mapping[str, str]) -> dict[str, BundleFile]:
    """A file for each text that is not empty; its name goes into the address."""
    made = {}
    for name, text in texts.items():
        if text:
            made[name] = BundleFile(fingerprinted(address.format(name), text.encode()), text)
    return made


def fingerprinted(name: str, content: bytes) -> str:
    """A file's name with the beginning of its SHA-256 in it: other content, another address."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}"


def in_page(script: str, problems: Problems) -> Inline:
    """The script that stands in every page."""
    ends = list(stands_in_a_page("script", script, f"javascripts/{HEAD}"))
    problems += ends
    return Inline("script", "" if ends else script)


def stands_in_a_page(tag: str, text: str, name: str) -> Iterator[Problem]:
    """Nothing in a style or a script ends it; `name` is that of its file or folder, from FOLDER."""
    if what := early_end(tag, text):
        yield Problem(f"{FOLDER}/{name}", 0, what, "write it otherwise")


def prefetching(file: Path, problems: Problems) -> Inline:
    """What browsers fetch ahead, without white space that only we read."""
    try:
        return data_block(json.loads(file.read_text(encoding="utf-8")), "speculationrules")
    except (OSError, ValueError) as error:
        problems.add(f"{FOLDER}/{PREFETCHING}", 0, f"is no JSON: {error}", "write it as JSON")
        return Inline("script", "")
