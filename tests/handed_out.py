"""What a built site hands out of its texts, read from the parts in which browsers ask for it."""

import json
import re
from pathlib import Path
from typing import Any

FOLDER = "assets/javascripts/texts"
TABLES = re.compile(r"Object\.entries\((.*)\)\) Object\.assign", re.DOTALL)


def part(file: Path) -> dict[str, Any]:
    """The tables of one part."""
    (data,) = TABLES.findall(file.read_text(encoding="utf-8"))
    tables: dict[str, Any] = json.loads(data)
    return tables


def parts(site: Path) -> dict[str, dict[str, Any]]:
    """Each part by its name, without its fingerprint."""
    folder = site / FOLDER
    files = sorted(folder.rglob("*.js"))
    return {file.relative_to(folder).as_posix().split(".")[0]: part(file) for file in files}


def tables(site: Path) -> dict[str, Any]:
    """Every table with its entries from all parts."""
    found: dict[str, Any] = {}
    for each in parts(site).values():
        for name, table in each.items():
            if isinstance(table, dict):
                found.setdefault(name, {}).update(table)
            else:
                found[name] = table
    return found
