"""The steps through the tree of a page: it is held against the model, then what stands beside the text is put in."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from edition.model import Edition, Note, Page, Paragraph
from edition.model.languages import ForeignNames
from edition.problems import Problems
from edition.rules.agreement import disagreements
from edition.write import elements
from edition.write.tree import hold, last_line, pieces_in, replace, with_languages
from page_text.as_read import AsRead


@dataclass(frozen=True)
class Handed:
    """A page of the model that is converted, and what is put into it beside the author's text."""

    page: Page
    edition: Edition
    foreign: ForeignNames
    """The names that are not in the edition's language."""
    sources: str = "sources/"
    """The address of the list of sources, seen from the page."""
    under: Mapping[str, Sequence[Element]] = field(default_factory=dict)
    """What stands under headings that have no text of their own, by the heading's id."""
    old_ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """The ids that moved within the page, by the one that names their place now."""


class Agreement(Treeprocessor):
    """Reports where the page, as typed and before anything is added, is not what the model holds."""

    def __init__(self, md: Markdown, handed: Handed, problems: Problems) -> None:
        super().__init__(md)
        self.handed, self.problems = handed, problems
        self.holds = False

    def run(self, root: Element) -> None:
        as_read = AsRead(self.md)
        found = list(disagreements(self.handed.page, map(as_read.node, root)))
        self.problems += found
        self.holds = not found


class Step(Treeprocessor):
    """A step that adds something, where the page and the model agree."""

    def __init__(self, md: Markdown, agreement: Agreement) -> None:
        super().__init__(md)
        self.agreement = agreement
        self.page = agreement.handed.page

    def run(self, root: Element) -> None:
        if self.agreement.holds:
            self.add(root, {ident: part for part in root.iter() if (ident := part.get("id"))})

    def add(self, root: Element, by_id: Mapping[str, Element]) -> None:
        raise NotImplementedError


class NoteMarks(Step):
    """Puts a raised figure in the place of each note's mark, before MkDocs reads the ids to which links lead."""

    def add(self, root: Element, by_id: Mapping[str, Element]) -> None:
        for paragraph in self.page.paragraphs:
            marks = deque((note.mark, elements.note_mark(note)) for note in paragraph.notes)
            replace(by_id[paragraph.id], marks)
            if marks:
                self.report(paragraph.notes[-len(marks)])

    def report(self, note: Note) -> None:
        """A mark of which a part is kept apart, such as a sign after a backslash."""
        mend = "write it without backslashes and without names of characters"
        what = f"{note.mark} is not written plainly"
        self.agreement.problems.add(f"docs/{self.page.file}", note.line, what, mend)
        self.agreement.holds = False


class Languages(Step):
    """Has all that is not in the edition's language say its own."""

    def add(self, root: Element, by_id: Mapping[str, Element]) -> None:
        with_languages(root, self.agreement.handed.foreign)


class Beside(Step):
    """Adds numbers, links, relations, notes in the margin, what says that a note is the editor's, and what stands
    under headings: last, so that MkDocs changes no address of ours."""

    def add(self, root: Element, by_id: Mapping[str, Element]) -> None:
        handed, words = self.agreement.handed, self.agreement.handed.edition.words
        for mark, note in zip(root.iter("sup"), self.page.marks, strict=True):
            mark.append(ready(elements.mark_link(note, words)))
        for editor_note in root.findall("div"):
            editor_note.attrib.update(elements.EDITOR_NOTE)
            editor_note.insert(0, ready(elements.editor_note_label(words)))
        after: dict[Element, Sequence[Element]] = {}
        for paragraph in self.page.paragraphs:
            self.add_to_paragraph(by_id[paragraph.id], paragraph)
            if paragraph.notes:
                notes = elements.margin_notes(paragraph, handed.edition, handed.sources)
                after[by_id[paragraph.id]] = [notes]
        for heading in filter(elements.is_section, self.page.headings):
            title = by_id[heading.id]
            title.set("aria-label", plain(heading.title))
            title.append(ready(elements.heading_link(heading.id, heading.title, words)))
        after |= {by_id[ident]: additions for ident, additions in handed.under.items()}
        for new in handed.old_ids.keys() & by_id.keys():
            moved = (ready(elements.moved_id(old, new)) for old in handed.old_ids[new])
            hold(by_id[new], [*moved, *pieces_in(by_id[new])])
        root[:] = [one for block in root for one in (block, *map(ready, after.get(block, ())))]

    def add_to_paragraph(self, found: Element, paragraph: Paragraph) -> None:
        """Adds a paragraph's number, with a blank for whoever reads without its look, and sets its relations apart."""
        edition = self.agreement.handed.edition
        text = list(pieces_in(found))
        if paragraph.relations:
            text, line = last_line(text)
            relations = ready(elements.relations((), edition.words))
            hold(relations, [*pieces_in(relations), *line])
            text.append(relations)
        hold(found, [ready(elements.number_link(paragraph, edition.words)), " ", *text])


def ready(addition: Element) -> Element:
    """An element of ours for Python-Markdown, which takes what reads like a character's name for one."""
    for part in addition.iter():
        part.text, part.tail = plain(part.text or ""), plain(part.tail or "")
        part.attrib.update({name: plain(value) for name, value in part.attrib.items()})
    return addition


def plain(text: str) -> str:
    return text.replace("&", "&amp;")
