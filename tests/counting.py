"""Runs MkDocs, and counts what the edition's own code reads: files opened, texts parsed.

    python counting.py COUNTS build --strict …

COUNTS is the file that gets the counts, as JSON.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import FrameType
from typing import Any

HOOKS = f"{os.sep}overrides{os.sep}hooks{os.sep}"
MKDOCS = f"{os.sep}site-packages{os.sep}mkdocs"
"""MkDocs and its plugins."""
opened, parsed = Counter[str](), Counter[tuple[str, str]]()


def is_ours(frame: FrameType | None) -> bool:
    """Whether something is done for one of our hooks, and not by MkDocs or a plugin."""
    while frame:
        if HOOKS in frame.f_code.co_filename:
            return True
        if MKDOCS in frame.f_code.co_filename:
            return False
        frame = frame.f_back
    return False


def on_event(event: str, arguments: tuple[Any, ...]) -> None:
    """Counts a file that is opened to be read (Python's audit event `open`: path, mode, flags)."""
    if event == "open" and isinstance(arguments[0], str) and not arguments[2] & os.O_WRONLY:
        path = os.path.relpath(arguments[0])
        if not path.startswith("..") and is_ours(sys._getframe(1)):
            opened[path] += 1


def counted(kind: str, parse: Callable[..., object]) -> Callable[..., Any]:
    """A method that parses a text, which counts the texts that it is given."""

    @wraps(parse)
    def counting(self: object, text: str, *others: object, **named: object) -> object:
        parsed[kind, text] += is_ours(sys._getframe(1))
        return parse(self, text, *others, **named)

    return counting


def main(counts: str, *arguments: str) -> None:
    from markdown_it import MarkdownIt
    from mkdocs.__main__ import cli
    from pybtex.database.input.bibtex import Parser

    sys.addaudithook(on_event)
    Parser.parse_string = counted("BibTeX", Parser.parse_string)
    MarkdownIt.parse = counted("Markdown", MarkdownIt.parse)  # type: ignore[method-assign]
    try:
        cli(arguments)
    finally:
        texts = [(kind, text, times) for (kind, text), times in parsed.items()]
        Path(counts).write_text(json.dumps({"opened": opened, "parsed": texts}), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
