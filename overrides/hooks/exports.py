"""Adds the sources as files for reference managers: each by itself, the list, and each chapter's."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from edition.exports import export_files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    texts = export_files(config["edition"], config["bibliography"], config["csl_items"])
    for address, text in texts.items():
        files.append(File.generated(config, address, content=text))
    return files
