"""Adds the edition as text and as data: each chapter's Markdown beside it, llms.txt, llms-full.txt, edition.json."""

import os
from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from edition.cite.references import References
from edition.keep.frozen_editions import SCHEMA
from edition.keep.kept_text import KEPT_TEXT, kept_text
from edition.model import Edition
from edition.write.chapter_markdown import chapter_markdown
from edition.write.edition_data import edition_json
from edition.write.llms import full_text, overview


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files, and tells the templates that they are there."""
    for address, text in texts(config):
        refuse_taken(address, files)
        files.append(text_file(config, address, text))
    built = {file.url for file in files}
    refuse_taken(OVERVIEW, files)
    text = overview(config["edition"], config["references"], built)
    files.append(text_file(config, OVERVIEW, text))
    config.extra["text_and_data"] = {"schema": SCHEMA}
    return files


OVERVIEW = "llms.txt"


def refuse_taken(address: str, files: Files) -> None:
    """A file that is made from the model takes the place of none that somebody wrote."""
    if address in {file.dest_uri for file in files}:
        raise PluginError(f"docs/{address}: the build makes this file; give yours another name")


def texts(config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """The text of each file but the overview, by its address below the site's."""
    edition: Edition = config["edition"]
    references: References = config["references"]
    for chapter in edition.chapters:
        yield f"{chapter.address}index.md", chapter_markdown(edition, chapter, references)
    yield "llms-full.txt", full_text(edition, references)
    yield "edition.json", edition_json(edition, references.items)
    if os.environ.get("FREEZING"):
        yield KEPT_TEXT, kept_text(edition, config["html"])


def text_file(config: MkDocsConfig, address: str, text: str) -> File:
    """A file at an address. MkDocs makes a page of what is named .md, so its Markdown goes by another name inside."""
    name = f"{address}.txt" if address.endswith(".md") else address
    file = File.generated(config, name, content=text)
    file.dest_uri = address
    return file
