"""Lists and tables as other programs set them, which Markdown takes for words: what to write in their place."""

import re

ITEM = re.compile(
    r"(?P<bullet>[•·▪◦‣●○■□])\s*|[–—]\s+|-(?=\w)"
    r"|(?P<number>\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})(?:\)|[.](?!\d))|\d{1,2}、|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*"
)
"""How other programs begin the items of a list."""
TABLE = re.compile(r"\s*(?:\||｜|\+[-=])")
BAR = re.compile(r"(?<!\\)[|｜]")


def as_markdown(line: str) -> str:
    """What to write in place of the first line of a list or a table of another program; empty where it is neither."""
    if TABLE.match(line):
        columns = max(len(BAR.findall(line)) - 1, 1)
        return f"for a table, write '|{'---|' * columns}' below its head, '| words | words |'"
    match = ITEM.match(line)
    if match and line[match.end() :].strip():
        sign = "1." if match["number"] else "-"
        return f"for a list, write '{sign} {line[match.end() :]}'"
    return ""


def is_sure(line: str) -> bool:
    """Whether a line can be nothing but a part of a list or a table."""
    match = ITEM.match(line)
    return bool(TABLE.match(line) or (match and match["bullet"]))
