"""Which scripts a script requires, and in which order they are joined: each after those that it requires."""

import re
from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from edition.problems import Problems, Report, did_you_mean

HEAD_COMMENT = re.compile(r"(?://.*\n)*")
DIRECTIVE = re.compile(r"// (Requires|Fetches|Gives): (.*)")


@dataclass(frozen=True)
class Script:
    """A script: what it requires, fetches and gives, by name, each with the line that says so, from 1."""

    text: str
    requires: Mapping[str, int]
    """Scripts that run before it."""
    fetches: Mapping[str, int]
    """Bundles."""
    gives: Mapping[str, int]
    """Names that other scripts use: all that it adds to `globalThis`."""


Scripts = Mapping[str, Script]
"""Scripts by their names below `javascripts/`, in the order of these."""


def read_script(text: str) -> Script:
    """A script with what the comment at its head says: `// Requires: shared/made.js`, `// Fetches: panel`."""
    named: dict[str, dict[str, int]] = {"Requires": {}, "Fetches": {}, "Gives": {}}
    for number, line in enumerate(HEAD_COMMENT.match(text)[0].splitlines(), 1):  # type: ignore[index]
        if directive := DIRECTIVE.fullmatch(line):
            named[directive[1]] |= dict.fromkeys(re.split(r",\s*", directive[2].strip()), number)
    return Script(text, named["Requires"], named["Fetches"], named["Gives"])


def check(scripts: Scripts, folder: str, problems: Problems) -> None:
    """What a script requires is shipped, and requires nothing that requires it; what it fetches holds a script.

    `folder` is how messages begin a file's name.
    """
    bundles = {bundle_of(name) for name in scripts}
    for name, script in scripts.items():
        report = problems.of(f"{folder}/{name}")
        check_names("requires", script.requires, scripts.keys(), report)
        check_names("fetches", script.fetches, bundles, report)
    check_circles(scripts, folder, problems)


def check_names(verb: str, named: Mapping[str, int], known: Set[str], report: Report) -> None:
    """What a script names is known."""
    for name in named.keys() - known:
        what = f"{verb} '{name}', which is not shipped"
        otherwise = "correct the name, or list its view in mkdocs.yml"
        report(named[name], what, did_you_mean(name, known, otherwise))


def check_circles(scripts: Scripts, folder: str, problems: Problems) -> None:
    """No script requires itself, by whatever way."""
    try:
        TopologicalSorter({name: script.requires for name, script in scripts.items()}).prepare()
    except CycleError as error:
        name, *others = reversed(error.args[1])
        way = f", by way of {', '.join(others[:-1])}" if others[:-1] else ""
        line = scripts[name].requires[others[0]]
        what = f"requires itself{way}"
        problems.add(f"{folder}/{name}", line, what, "take one requirement out")


def bundle_of(name: str) -> str:
    return name.partition("/")[0]


def with_required(
    names: Iterable[str], scripts: Scripts, present: Collection[str] = ()
) -> list[str]:
    """Scripts, in this order, each after those that it requires; left out is what is present already."""
    done: dict[str, None] = {}

    def add(name: str) -> None:
        if name not in done and name not in present:
            for required in scripts[name].requires:
                add(required)
            done[name] = None

    for name in names:
        add(name)
    return list(done)
