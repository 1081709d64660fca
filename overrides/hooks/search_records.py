"""Makes what the search looks through, in two files fetched on demand: what the first results need, and the texts.

Script files and not JSON, so that the search works from a folder on disk as well.
"""

import json
from collections.abc import Iterator, Sequence

from jinja2 import Environment
from lxml import html
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from edition.assets import fingerprinted
from edition.model import Edition, Page
from edition.search import (
    afterwards,
    at_first,
    paragraph_records,
    section_records,
    source_records,
)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    edition: Edition = config["edition"]
    found = [
        *source_records(edition, config["references"], config["institutions"]),
        *paragraph_records(edition),
        *section_records(edition, under_headings(edition, files)),
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


def rendered(page: Page, files: Files) -> html.HtmlElement:
    """The text of a page as MkDocs rendered it."""
    file = files.get_file_from_path(page.file)
    content = file.page.content if file and file.page else None
    return html.fromstring(f"<div>{content or ''}</div>")


def under_headings(edition: Edition, files: Files) -> dict[str, str]:
    """The words under each heading of the pages about the edition, by the heading's address."""
    return {
        f"{page.address}#{heading.get('id')}": " ".join(" ".join(until_heading(heading)).split())
        for page in edition.others
        for heading in rendered(page, files).xpath("//h2[@id]")
    }


def until_heading(heading: html.HtmlElement) -> Iterator[str]:
    """The text of what follows a heading, up to the next one."""
    for element in heading.itersiblings():
        if element.tag == "h2":
            return
        yield str(element.text_content())
