"""The house: rooms that look one way, of a size that can be looked through, in which no name stands twice."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from project import ROOT, settings

HOOKS = ROOT / "overrides/hooks"
CORE = HOOKS / "edition"
MODULES = [file for file in HOOKS.rglob("*.py") if file.name != "__init__.py"]


def imports(file: Path) -> Iterator[str]:
    """The modules of the core that a module imports, by their names below `edition`."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "edition":
            below = (node.module or "").partition(".")[2]
            yield from [below] if below else [alias.name for alias in node.names]


def test_rooms_look_one_way() -> None:
    readme = (ROOT / "overrides/README.md").read_text(encoding="utf-8")
    stated = re.search(r"Rooms look one way, each at those after it: (.*)\.", readme)
    assert stated is not None
    rooms = re.findall(r"`(\w+)`", stated[1])
    assert {*rooms} == {f.name for f in CORE.iterdir() if (f / "__init__.py").is_file()}
    for at, room in enumerate(rooms):
        for file in (CORE / room).rglob("*.py"):
            up = {name.partition(".")[0] for name in imports(file)} & {*rooms[:at]}
            assert up == set(), file


def test_no_name_of_a_module_stands_twice() -> None:
    assert [name for name, times in Counter(m.name for m in MODULES).items() if times > 1] == []


def test_a_room_holds_at_most_twelve_modules() -> None:
    assert max(Counter(module.parent for module in MODULES).values()) <= 12


def test_a_module_has_at_most_300_lines() -> None:
    assert [m.name for m in MODULES if len(m.read_text("utf-8").splitlines()) > 300] == []


def test_hooks_are_few_and_thin() -> None:
    assert len(settings()["hooks"]) <= 6
    hooks = [ROOT / name for name in settings()["hooks"]]
    assert [hook.name for hook in hooks if len(hook.read_text("utf-8").splitlines()) > 150] == []
