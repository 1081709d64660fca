"""Texts that scripts hand out, with addresses that are true wherever they are read.

At the site's own address, where it has one; else at the one at which the reader has the page, which the file puts
together itself. While texts are made, addresses that nobody can have stand for these; none is left in the file.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from edition.keep.changes import kept_in
from edition.keep.frozen_editions import FrozenEdition
from edition.model import Edition, Paragraph

SITE = "https://site.invalid/"
"""Stands for the address of a site that has none."""
HOME = 'document.querySelector(".site-title a").href'
HERE = "https://here.invalid/"
"""Stands in a page's citation for the address of the heading that is cited, while it is made."""
MARK = "@here@"
"""Stands for the same in the file."""

LAID_OVER = """globalThis.editionTexts ??= {};
for (const [name, table] of Object.entries(TABLES)) Object.assign(editionTexts[name] ??= table, table);
"""


def addressed(edition: Edition) -> Edition:
    """The edition at its address, or where it has none, at one that stands for it."""
    if edition.settings.is_addressed:
        return edition
    return edition.at(SITE)


def script_of(tables: Mapping[str, Any]) -> str:
    """The file that holds some tables, which it lays over those that other files have brought."""
    data = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).replace(HERE, MARK)
    if SITE in data:
        data = f"""((site) => ({data.replace(SITE, '" + site + "')}))({HOME})"""
    return LAID_OVER.replace("TABLES", data)


def frozen_text(
    edition: Edition, paragraph: Paragraph, editions: Sequence[FrozenEdition]
) -> dict[str, dict[str, str]]:
    """Where a frozen edition holds the same words, and which; nothing where none does."""
    frozen = kept_in(paragraph, editions)
    if not frozen:
        return {}
    date = edition.words.dates.printed(frozen.date)
    name = edition.words.handed_out.frozen.format(date=date)
    return {"frozen": {"place": frozen.place(paragraph.id), "name": name}}
