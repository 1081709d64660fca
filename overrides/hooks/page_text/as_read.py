"""Python-Markdown's tree of a page as readers get it: with everything from its stash put back."""

import html
import re
from xml.etree.ElementTree import Element, ParseError, fromstring

from markdown import Markdown
from markdown.serializers import RE_AMP
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import AMP_SUBSTITUTE, ETX, HTML_PLACEHOLDER_RE, STX

from edition.model.page_tree import Node, node
from edition.write.tree import pieces_in

ENTITY = re.compile(r"&#?\w+;")
NO_CHARACTER = "\ufffd"
"""The replacement character, which stands for a number that no character has."""


class AsRead:
    """Reads elements of the tree of one page."""

    def __init__(self, md: Markdown) -> None:
        self.md = md

    def node(self, element: Element) -> Node:
        """An element as readers get it."""
        element = self.fenced(element)
        pieces = (
            self.read(piece, element.tag == "code") if isinstance(piece, str) else self.node(piece)
            for piece in pieces_in(element)
        )
        named = {k: v if v is None else self.read(v) for k, v in element.attrib.items()}
        return node(str(element.tag), named, pieces)

    def fenced(self, element: Element) -> Element:
        """A fenced code block, which Python-Markdown stashes as HTML, as a tree; any other element unchanged."""
        alone = HTML_PLACEHOLDER_RE.fullmatch(element.text or "") if not len(element) else None
        kept = self.kept(int(alone[1])) if alone and not element.attrib else ""
        if not kept.startswith("<pre><code"):
            return element
        try:
            made = fromstring(kept)
        except ParseError:
            return element
        for part in made.iter():
            part.text = html.escape(part.text or "", quote=False)
        return made

    def read(self, text: str, is_code: bool = False) -> str:
        """A text as readers get it, with everything from Python-Markdown's stash put back."""
        text = text if is_code else UnescapeTreeprocessor(self.md).unescape(text)
        text = RE_AMP.sub("&amp;", text)
        text = HTML_PLACEHOLDER_RE.sub(lambda match: self.inline(int(match[1])), text)
        return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))

    def inline(self, number: int) -> str:
        """A stashed character reference as it is; any other stashed markup between signs that no text can hold."""
        kept = self.kept(number)
        is_name = ENTITY.fullmatch(kept) and html.unescape(kept) != NO_CHARACTER
        return kept if is_name else f"{STX}{kept}{ETX}"

    def kept(self, number: int) -> str:
        blocks = self.md.htmlStash.rawHtmlBlocks
        return str(blocks[number]) if number < len(blocks) else ""
