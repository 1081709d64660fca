"""Texts that scripts hand out, with addresses that are true wherever they are read.

At the site's own address, where it has one; else at the one at which the reader has the page, which the file puts
together itself. While texts are made, addresses that nobody can have stand for these; none is left in the file.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from edition.keep.changes import kept_in
from edition.keep.frozen_editions import FrozenEdition
from edition.model import Edition, Page, Paragraph
from edition.outputs import File
from edition.write.forms import StandIn

SITE = "https://site.invalid/"
"""Stands for the address of a site that has none."""
HOME = 'document.querySelector(".site-title a").href'
HERE = "https://here.invalid/"
"""Stands for the address of the heading that is cited, while a page's citation is made; then `StandIn.HERE` does."""

Tables = Mapping[str, Any]
"""Each table by its name: entries by the address of a page, the id of a paragraph, or the key of a source."""
STAMP = "texts"
"""All files of texts carry one fingerprint in common, so that the address of one gives those of the others."""

LAID_OVER = """globalThis.editionTexts ??= {};
for (const [name, table] of Object.entries(TABLES)) Object.assign(editionTexts[name] ??= table, table);
"""


def addressed(edition: Edition) -> Edition:
    """The edition at its address, or where it has none, at one that stands for it."""
    if edition.settings.is_addressed:
        return edition
    return edition.at(SITE)


def text_file(name: str, tables: Tables) -> File:
    """A script file and not JSON, so that it works from a folder on disk as well.

    Each entry of a table is the same in every file that has it: so a browser may merge them in any order.
    """
    return File(text_address(name), script_of(tables), stamp=STAMP)


def text_address(name: str) -> str:
    return f"assets/javascripts/texts/{name}.js"


def name_of(page: Page) -> str:
    """The name of a page's files of texts."""
    return page.file.removesuffix(".md")


def script_of(tables: Tables) -> str:
    """A script that merges some tables into those that other scripts have brought."""
    data = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).replace(HERE, StandIn.HERE)
    if SITE in data:
        data = f"""((site) => ({data.replace(SITE, '" + site + "')}))({HOME})"""
    return LAID_OVER.replace("TABLES", data)


def frozen_text(
    edition: Edition, paragraph: Paragraph, editions: Sequence[FrozenEdition]
) -> dict[str, dict[str, str]]:
    """The address and the name of a frozen edition that holds the same words; empty where none does."""
    frozen = kept_in(paragraph, editions)
    if not frozen:
        return {}
    date = edition.words.dates.printed(frozen.date)
    name = edition.words.handed_out.frozen.format(date=date)
    return {"frozen": {"place": frozen.address_of(paragraph.id), "name": name}}
