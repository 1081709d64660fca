"""Tells browsers to run and load nothing but our own files (Content Security Policy, level 3).

What stands inside a page goes under its hash: the data of each page, which browsers pass over and validators do not,
and the style of the 404 page, since that may load no file at all.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition import minified
from edition.markup import element

POLICY = (
    "default-src 'none'; script-src {}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
STYLES = ("tokens.css", "not-found.css")
DATA = re.compile(r'"application/ld\+json">(.*?)</', re.DOTALL)
CHARSET = '<meta charset="utf-8">'

serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """While serving, MkDocs adds a script of its own to each page, which the policy would stop."""
    global serving
    serving = command == "serve"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    scripts = " ".join(["'self'", *map(allowed, DATA.findall(output))])
    return output if serving else with_policy(output, POLICY.format(scripts))


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name != "404.html":
        return output_content
    folder = Path(config.config_file_path).parent / "overrides/assets/stylesheets"
    style = "\n".join(read(folder / name) for name in STYLES)
    return styled(output_content, minified.style(style))


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def styled(page: str, style: str) -> str:
    """The 404 page with its style inside it, and a policy that allows this style alone."""
    policy = f"default-src 'none'; style-src {allowed(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    return with_policy(page.replace("</head>", f"{element('style', style)}</head>", 1), policy)


def allowed(inline: str) -> str:
    """How a policy names what stands inside a page."""
    digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def with_policy(page: str, policy: str) -> str:
    """The page with a policy right after its character set, so that it holds for all that follows."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace(CHARSET, CHARSET + meta, 1)
