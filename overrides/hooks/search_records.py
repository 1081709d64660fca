"""Makes what the search looks through, in two files fetched on demand: what the first results need, and the texts.

Script files and not JSON, so that the search works from a folder on disk as well.
"""

import json
from collections.abc import Sequence

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from edition.contents import about_sections
from edition.contents.search_records import (
    afterwards,
    at_first,
    paragraph_records,
    section_records,
    source_records,
    words_under,
)
from edition.look.bundles import fingerprinted
from edition.model import Edition


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    edition: Edition = config["edition"]
    found = [
        *source_records(edition, config["references"], config["institutions"]),
        *paragraph_records(edition),
        *section_records(edition, under_headings(config)),
    ]
    records = [at_first(record, edition.words) for record in found]
    texts = [afterwards(record, edition.words) for record in found]
    config.extra["search_records"] = added(
        "search-records", "editionRecords", records, config, files
    )
    config.extra["search_texts"] = added("search-texts", "editionRecordTexts", texts, config, files)
    return env


def added(file: str, name: str, data: Sequence[object], config: MkDocsConfig, files: Files) -> str:
    """Adds a file that gives some data a name, and says its address."""
    text = f"globalThis.{name} = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
    address = fingerprinted(f"assets/javascripts/{file}.js", text.encode())
    files.append(File.generated(config, address, content=text))
    return address


def under_headings(config: MkDocsConfig) -> dict[str, str]:
    """The words under each heading of the pages about the edition, by the heading's address."""
    edition: Edition = config["edition"]
    kept = "editions" in config
    filled = about_sections.sections(
        about_sections.About(edition, config["references"], are_kept=kept)
    )
    return {
        f"{page.address}#{ident}": words
        for page in edition.others
        for ident, words in words_under(
            page, filled if page.file == about_sections.FILE else {}, edition
        )
    }
