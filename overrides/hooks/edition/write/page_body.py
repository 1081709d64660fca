"""Writes the body of a page: the author's text as a tree of elements, and beside it all that the edition adds.

The tree is Python-Markdown's on a page of the site, and the model's own in a frozen edition.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from itertools import islice
from xml.etree.ElementTree import Element

from edition.model import Edition, Page, Paragraph
from edition.model.inline import Link
from edition.model.languages import ForeignNames
from edition.model.page_tree import IN_PLACE, Node, emptied, tree_of
from edition.write import elements
from edition.write.note_elements import NoteElements
from edition.write.tree import Piece, element, hold, last_line, pieces_in, replace, with_languages


@dataclass(frozen=True)
class Additions:
    """What is put into the text of a page."""

    page: Page
    edition: Edition
    foreign: ForeignNames
    """The names that are not in the edition's language."""
    way_to: Callable[[str], str] = str
    """Gives the way from the page to an address."""
    under: Mapping[str, Sequence[Element]] = field(default_factory=dict)
    """What stands under headings that have no text of their own, by the heading's id."""
    old_ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The ids that moved within the page, by the id that they moved to."""
    is_frozen: bool = False
    """Whether the page belongs to a frozen edition: its numbers open no panel, and its headings have no links."""
    as_text: Callable[[str], str] = str
    """Writes words that are no part of the author's text as the tree holds them."""

    def ready(self, addition: Element) -> Element:
        """An element of ours, with its words and attributes as the tree has them."""
        for part in addition.iter():
            part.text, part.tail = self.as_text(part.text or ""), self.as_text(part.tail or "")
            part.attrib.update({name: self.as_text(value) for name, value in part.attrib.items()})
        return addition

    def put_marks(self, root: Element) -> Iterator[tuple[int, str]]:
        """Replaces each note's mark by a raised figure, and citations in editor's notes by elements without their
        words; gives those that are not in the text, as typed, with their lines."""
        for paragraph, parts in self.paragraphs(root):
            both = zip(paragraph.marks, paragraph.notes, strict=True)
            marks = deque((mark.typed, elements.note_mark(note)) for mark, note in both)
            for part in parts:
                replace(part, marks)
            for note in paragraph.notes[len(paragraph.notes) - len(marks) :]:
                yield note.line, note.mark
        for own, part in zip(self.page.editor_notes, root.findall("div"), strict=False):
            cited = deque((c.typed, element("span", **IN_PLACE)) for c in own.in_places)
            replace(part, cited)
            yield from ((part.line, part.typed) for part in own.in_places[-len(cited) :] if cited)

    def paragraphs(self, root: Element) -> Iterator[tuple[Paragraph, Sequence[Element]]]:
        """Each paragraph with its elements: its own, and those of the blocks that belong to it."""
        elements = iter(root)
        by_number = {paragraph.id: paragraph for paragraph in self.page.paragraphs}
        for part in elements:
            if paragraph := by_number.get(part.get("id", "")):
                yield paragraph, [part, *islice(elements, len(paragraph.blocks))]

    def put_beside(self, root: Element) -> None:
        """Adds numbers, links, relations, notes in the margin, what says that a note is the editor's, and what stands
        under headings."""
        parts, after = by_id(root), dict[Element, Sequence[Element]]()
        self.complete_marks(root)
        for editor_note in root.findall("div"):
            editor_note.attrib.update(elements.EDITOR_NOTE)
            editor_note.insert(0, self.ready(elements.editor_note_label(self.edition.words)))
        for paragraph, own in [*self.paragraphs(root)]:
            whole = together(root, own)
            self.add_to_paragraph(own[0], whole, paragraph)
            if paragraph.notes:
                after[whole] = [self.notes.margin_notes(paragraph)]
        self.add_to_headings(parts)
        self.frame_tables(root)
        after |= {parts[heading]: self.under[heading] for heading in self.under if heading in parts}
        root[:] = [new for part in root for new in (part, *map(self.ready, after.get(part, ())))]

    def complete_marks(self, root: Element) -> None:
        """Puts the link to its note into each raised figure, and a comma after it where another follows."""
        marks = [mark for paragraph in self.page.paragraphs for mark in paragraph.marks]
        for part, mark, note in zip(root.iter("sup"), marks, self.page.marks, strict=True):
            link = self.ready(elements.mark_link(note, self.edition.words))
            hold(part, [link, ","] if mark.is_followed else [link])
        empty = [part for part in root.iter("span") if part.attrib == IN_PLACE]
        cited = (cited for note in self.page.editor_notes for cited in note.in_places)
        for part, own in zip(empty, cited, strict=True):
            for made in self.notes.running((own,)):
                assert isinstance(made, Element)
                part.attrib.update(self.ready(made).attrib)
                hold(part, list(pieces_in(made)))

    def frame_tables(self, root: Element) -> None:
        """Puts each table into an element that scrolls where the table is too wide, also by the keyboard."""
        for parent in list(root.iter()):
            for at, table in enumerate(parent):
                if table.tag == "table":
                    frame = self.ready(elements.table_frame(self.edition.words))
                    parent[at], frame.tail, table.tail = frame, table.tail, None
                    frame.append(table)

    @property
    def notes(self) -> NoteElements:
        return NoteElements(self.edition, self.page, self.way_to)

    def add_to_paragraph(self, part: Element, whole: Element, paragraph: Paragraph) -> None:
        """Adds a paragraph's number, with a blank for whoever reads without its look, and sets its relations apart, at
        the end of the `whole`, which is the paragraph with what belongs to it."""
        words = self.edition.words
        text = list(pieces_in(part))
        if paragraph.relations:
            text, line = last_line(text)
            relations = self.ready(elements.relations((), words))
            hold(relations, [*pieces_in(relations), *line])
            if whole is part:
                text.append(relations)
            else:
                whole.append(relations)
        number = elements.number_link(paragraph, words, self.is_frozen)
        hold(part, [self.ready(number), " ", *text])

    def add_to_headings(self, parts: Mapping[str, Element]) -> None:
        """Labels the heading of each section with its title alone, and adds its link and its former ids."""
        for heading in filter(elements.is_section, self.page.headings):
            title = parts[heading.id]
            title.set("aria-label", self.as_text(heading.title))
            if not self.is_frozen:
                link = elements.heading_link(heading.id, heading.title, self.edition.words)
                title.append(self.ready(link))
        for new in self.old_ids.keys() & parts.keys():
            moved = (self.ready(elements.moved_id(old, new)) for old in self.old_ids[new])
            hold(parts[new], [*moved, *pieces_in(parts[new])])

    def put_languages(self, root: Element) -> None:
        """Marks the language of all that is not in the edition's."""
        with_languages(root, self.foreign)


def together(root: Element, parts: Sequence[Element]) -> Element:
    """A paragraph with the blocks that belong to it as one element of a page; one that has none is its own."""
    if len(parts) == 1:
        return parts[0]
    at = list(root).index(parts[0])
    whole = element("div", *parts, class_="paragraph")
    root[at : at + len(parts)] = [whole]
    return whole


def by_id(root: Element) -> Mapping[str, Element]:
    return {own: part for part in root.iter() if (own := part.get("id"))}


def body(additions: Additions, address: Callable[[str], str] = str) -> Element:
    """The body of a page, made from the model alone, in an element that holds it; `address` makes the page's
    address of one as it is typed."""
    root = element("div", *map(as_element, tree_of(additions.page, emptied)))
    for link in root.iter("a"):
        link.set("href", address(link.get("href", "")))
    additions.put_beside(root)
    additions.put_languages(root)
    return root


def as_element(node: Node) -> Element:
    pieces = (piece if isinstance(piece, str) else as_element(piece) for piece in node.content)
    return element(
        node.name, *pieces, **{name: value or "" for name, value in node.attributes.items()}
    )


def frozen_body(additions: Additions, way: Callable[[str], str]) -> Element:
    """The body of a page of a frozen edition. `way` gives the address of a link there, empty where none is kept:
    the links of `additions` are seen from the live page, those of the author's text from the site's root."""
    page, edition = additions.page, additions.edition.at("/")

    def from_root(typed: str) -> str:
        address = edition.address_of(page, Link((), typed, 0))
        own = address.removeprefix(edition.home)
        return address if own == address else f"/{own}"

    root = body(replaced(additions, is_frozen=True), from_root)
    freeze(root, way)
    return root


LIVE_ONLY = "live-only"
"""The class of what offers something that a frozen edition does not hold."""


def freeze(part: Element, way: Callable[[str], str]) -> None:
    """Leaves out of a part of a page what is for the live page alone: elements of the class LIVE_ONLY, and attributes
    for scripts and programs that translate. A link whose target is not kept becomes its words."""
    for name in [name for name in part.attrib if name == "translate" or name.startswith("data-")]:
        del part.attrib[name]
    if href := part.get("href"):
        lead(part, way(href))
    hold(part, [piece for piece in pieces_in(part) if not is_live_only(piece)])
    for child in part:
        freeze(child, way)


def is_live_only(piece: Piece) -> bool:
    return isinstance(piece, Element) and LIVE_ONLY in piece.get("class", "").split()


def lead(link: Element, address: str) -> None:
    """Gives a link another address; without one, makes it its words alone, in their language."""
    if address:
        link.set("href", address)
    else:
        link.tag = "span"
        link.attrib = {name: link.attrib[name] for name in ("class", "lang") if name in link.attrib}
