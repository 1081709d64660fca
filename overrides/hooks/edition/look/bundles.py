"""Our style sheets and scripts, joined: a folder of style sheets is what a kind of page, or a part of it, is set by."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from edition.look import minified

FONT = re.compile(r'url\("\.\./\.\./fonts/([^"]+)"\)')
"""How a style sheet names a web font."""


def as_it_stands(file: Path) -> str:
    return file.read_text(encoding="utf-8")


class MissingAssetError(Exception):
    """A folder or a file that is not there; the message names it."""


def style_of(root: Path, folders: Iterable[str], read: Callable[[Path], str] = as_it_stands) -> str:
    """The style sheets of some folders, in this order, and within a folder by name.

    `root` is the folder that holds them. Raises MissingAssetError where one is missing or empty.
    """
    sheets = [sheet for folder in folders for sheet in sheets_in(root / folder)]
    return minified.style("\n".join(map(read, sheets)))


def sheets_in(folder: Path) -> list[Path]:
    found = sorted(folder.glob("*.css"))
    if not found:
        raise MissingAssetError(f"{folder.name}/ holds no style sheet; correct its name")
    return found


def script_of(
    folder: Path, names: Iterable[str], read: Callable[[Path], str] = as_it_stands
) -> str:
    """The scripts of a folder one after the other. Raises MissingAssetError where one is missing."""
    for name in names:
        if not (folder / name).is_file():
            raise MissingAssetError(f"{name} does not exist; correct its name")
    return minified.script("\n".join(read(folder / name) for name in names))


def with_fonts(style: str, names: Mapping[str, str], folder: str) -> str:
    """A style sheet that finds the web fonts in a folder, under the names by which they are published."""
    return FONT.sub(lambda font: f'url("{folder}{names[font[1]]}")', style)


def fingerprinted(name: str, content: bytes) -> str:
    """A file's name with the beginning of its SHA-256 in it: other content, another address."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:8]}{dot}{ending}"
