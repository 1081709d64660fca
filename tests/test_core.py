"""The core, overrides/hooks/edition/, loads nothing of MkDocs, Jinja, Python-Markdown and their plugins."""

import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT

LOADING = """
import importlib, pkgutil, sys
import edition
FOREIGN = {"mkdocs", "material", "markdown", "pymdownx", "mkdocs_bibtex", "jinja2"}
names = [module.name for module in pkgutil.walk_packages(edition.__path__, "edition.")]
for name in names:
    importlib.import_module(name)
    if found := FOREIGN & {loaded.partition(".")[0] for loaded in sys.modules}:
        sys.exit(f"{name} loads {', '.join(sorted(found))}")
print(*names, sep="\\n")
"""
"""Imports one module after the other, and ends at the first that loads what it should not."""


def loading(folder: Path) -> subprocess.CompletedProcess[str]:
    """Imports every module of the package `edition` in a folder, in a fresh process."""
    command = [sys.executable, "-c", LOADING]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_no_module_of_the_core_loads_what_only_hooks_may() -> None:
    hooks = ROOT / "overrides/hooks"
    done = loading(hooks)
    files = [file.relative_to(hooks).with_suffix("") for file in hooks.glob("edition/**/*.py")]
    modules = {".".join(file.parts) for file in files if file.name != "__init__"}
    assert done.returncode == 0, done.stderr
    assert modules <= set(done.stdout.split()) and len(modules) > 80


@pytest.mark.parametrize("line", ["import jinja2", "from markdown import Markdown"])
def test_a_module_of_the_core_that_loads_mkdocs_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "edition").mkdir()
    for name, text in (("__init__", ""), ("harmless", "import json"), ("other", line)):
        (tmp_path / f"edition/{name}.py").write_text(text)
    assert loading(tmp_path).stderr.startswith("edition.other loads ")
