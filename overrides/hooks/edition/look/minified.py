"""Takes comments and spare white space out of style sheets and scripts."""

import re

import rcssmin
import rjsmin

EMPTY = re.compile(r"(--[\w-]+:)(?=[;}])")


def style(text: str) -> str:
    """A smaller style sheet; a custom property without a value keeps one blank, or browsers of 2022 pass over it."""
    return EMPTY.sub(r"\1 ", str(rcssmin.cssmin(text)))


def script(text: str) -> str:
    return str(rjsmin.jsmin(text))
