"""The name of references.bib in messages, and its text without comments, in which BibTeX would read entries."""

import re

from edition.problems import Problems

BIBLIOGRAPHY = "references.bib"
ALL_SOURCES = f"{BIBLIOGRAPHY}: all"
"""The fact that the keys of all sources are known."""
COMMENT = re.compile(r"[ \t]*@[ \t]*comment[ \t]*\{", re.IGNORECASE)
BEGINS = re.compile(r"[ \t]*@[ \t]*\w+[ \t]*[{(]")


def inherited(key: str) -> str:
    """The fact that an entry, by its key, has what it takes from others."""
    return f"{BIBLIOGRAPHY}: {key}: inherited"


def without_comments(text: str, problems: Problems) -> str:
    """The text with its comments as empty lines, since BibTeX would read entries in them and pandoc would not."""
    lines, depth, closing, is_reported = text.split("\n"), 0, -1, False
    for number, line in enumerate(lines):
        opens = COMMENT.match(line) if depth == 0 else None
        closing = 0 if opens else closing
        is_comment = closing >= 0 or (depth == 0 and line.lstrip().startswith("%"))
        rest = line[opens.end() :] if opens else line
        if is_comment and "@" in rest and not is_reported:
            what = "an '@' in a comment, after which BibTeX reads an entry"
            remedy = "delete what is commented out, or its '@'"
            problems.add(BIBLIOGRAPHY, number + 1, what, remedy)
            is_reported = True
        is_reported = is_reported and is_comment
        if closing >= 0:
            closing = max(0, closing + braces(line)) or -1
        elif not is_comment:
            depth = max(0, (0 if BEGINS.match(line) else depth) + braces(line))
        lines[number] = "" if is_comment else line
    return "\n".join(lines)


def braces(line: str) -> int:
    """How many braces a line opens and does not close; BibTeX counts those after a backslash as well."""
    return line.count("{") - line.count("}")
