"""Adds the sources as files for reference managers: each by itself, the list, and each chapter's."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from edition.cite.export_files import OF_LIST, export_files


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the files, and tells the templates where those of the whole list are, without their endings."""
    texts = export_files(config["edition"], config["references"].items)
    for address, text in texts.items():
        files.append(File.generated(config, address, content=text))
    config.extra["source_exports"] = OF_LIST
    return files
