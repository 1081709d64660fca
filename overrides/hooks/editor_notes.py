"""Gives Markdown the block `/// editor`: an editor's note, told apart from the author's text by name and look."""

import xml.etree.ElementTree as etree

from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

LABEL = "Editor’s note"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Adds the block to the site's Markdown."""
    config.markdown_extensions.append(EditorNotes())
    return config


class EditorNote(Block):
    """`/// editor` … `///`: a note whose first line says that it is an editor's.

    Reader modes drop every aside, and a div that holds many links unless its class speaks of text.
    """

    NAME = "editor"

    def on_create(self, parent: etree.Element) -> etree.Element:
        note = etree.SubElement(parent, "div", {"class": "editor-note text-note", "role": "note"})
        etree.SubElement(note, "p", {"class": "editor-note-label"}).text = LABEL
        return note


class EditorNotes(BlocksExtension):
    """The extension that registers the block."""

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(EditorNote, self.getConfigs())
