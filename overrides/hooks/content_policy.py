"""Tells browsers to run and load nothing but our own files (Content Security Policy, level 3).

The 404 page alone gets its style inside it, under a hash, since it may load no file at all.
"""

import base64
import hashlib
from pathlib import Path
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from edition.markup import element

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
STYLES = ("tokens.css", "not-found.css")
CHARSET = '<meta charset="utf-8">'

serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """While serving, MkDocs adds a script of its own to each page, which the policy would stop."""
    global serving
    serving = command == "serve"


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return output if serving else with_policy(output, POLICY)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    if template_name != "404.html":
        return output_content
    folder = Path(config.config_file_path).parent / "overrides/assets/stylesheets"
    return styled(output_content, "\n".join(read(folder / name) for name in STYLES))


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def styled(page: str, style: str) -> str:
    """The 404 page with its style inside it, and a policy that allows this style alone."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:"
    return with_policy(page.replace("</head>", f"{element('style', style)}</head>", 1), policy)


def with_policy(page: str, policy: str) -> str:
    """The page with a policy right after its character set, so that it holds for all that follows."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return page.replace(CHARSET, CHARSET + meta, 1)
