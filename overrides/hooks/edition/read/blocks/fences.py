"""Which lines of Markdown are code between fences: whatever they hold is no markup of the edition."""

import re
from collections.abc import Sequence, Set

FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def code_lines(lines: Sequence[str]) -> Set[int]:
    """The numbers of the lines of fenced code, the fences among them, from 1."""
    held, fence = set[int](), ""
    for number, line in enumerate(lines, 1):
        mark = FENCE.match(line)
        held |= {number} if fence or mark else set()
        if mark and mark[1].startswith(fence):
            fence = "" if fence else mark[1]
    return held
