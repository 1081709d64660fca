"""The extension itself: the block of editor's notes, and the steps that go through the tree of a page."""

from dataclasses import replace
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block

from edition.problems import Problems
from edition.write.page_body import Additions
from page_text.steps import Agreement, Beside, Languages, NoteMarks, plain

STEPS = {"agreement": 7, "note_marks": 6, "beside": -1, "languages": -2}
"""When each step runs: attribute lists are read at 8, ids at 5, and addresses become relative at 0."""


class PageText(BlocksExtension):
    """The extension. Its caller sets `additions` before each page: None for a page that is not in the model."""

    def __init__(self) -> None:
        super().__init__()
        self.additions: Additions | None = None
        self.problems = Problems()
        """The differences between the pages and the model, on all pages."""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.ESCAPED_CHARS = [
            *md.ESCAPED_CHARS,
            "@",
        ]  # As CommonMark has it: any sign can be escaped.
        if self.additions:
            additions = replace(self.additions, as_text=plain)
            agreement = Agreement(md, additions, self.problems)
            added = (step(md, agreement) for step in (NoteMarks, Beside, Languages))
            steps = agreement, *added
            for step, (name, priority) in zip(steps, STEPS.items(), strict=True):
                md.treeprocessors.register(step, name, priority)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:
        block_mgr.register(EditorNote, self.getConfigs())


class EditorNote(Block):
    """`/// editor` … `///`: an editor's note. Its label is put into it with all other additions."""

    NAME = "editor"

    def on_create(self, parent: Element) -> Element:
        return SubElement(parent, "div")
