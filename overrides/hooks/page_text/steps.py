"""The steps through the tree of a page: it is held against the model, then what stands beside the text is put in."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from edition.problems import Problems
from edition.rules.agreement import disagreements
from edition.write.page_body import Additions
from page_text.as_read import AsRead


class Agreement(Treeprocessor):
    """Reports where the page, before anything is added to it, differs from the model."""

    def __init__(self, md: Markdown, additions: Additions, problems: Problems) -> None:
        super().__init__(md)
        self.additions, self.problems = additions, problems
        self.holds = False

    def run(self, root: Element) -> None:
        as_read = AsRead(self.md)
        problems = list(disagreements(self.additions.page, map(as_read.node, root)))
        self.problems += problems
        self.holds = not problems


class Step(Treeprocessor):
    """A step that adds something, where the page and the model agree."""

    def __init__(self, md: Markdown, agreement: Agreement) -> None:
        super().__init__(md)
        self.agreement, self.additions = agreement, agreement.additions

    def run(self, root: Element) -> None:
        if self.agreement.holds:
            self.add(root)

    def add(self, root: Element) -> None:
        """Adds to the page. Raises NotImplementedError where a step has no such method of its own."""
        raise NotImplementedError


class NoteMarks(Step):
    """Replaces each note's mark by a raised figure, before MkDocs collects the ids to which links lead."""

    def add(self, root: Element) -> None:
        for line, typed in self.additions.put_marks(root):
            self.report(line, typed)

    def report(self, line: int, typed: str) -> None:
        """Reports a mark of which Python-Markdown stashes a part, such as a sign after a backslash."""
        remedy = "write it without backslashes and without names of characters"
        what = f"{typed} is not written plainly"
        file = f"docs/{self.additions.page.file}"
        self.agreement.problems.add(file, line, what, remedy)
        self.agreement.holds = False


class Beside(Step):
    """Adds everything else; runs last, so that MkDocs does not change our addresses."""

    def add(self, root: Element) -> None:
        self.additions.put_beside(root)


class Languages(Step):
    """Marks the language of all text that is not in the edition's."""

    def add(self, root: Element) -> None:
        self.additions.put_languages(root)


def plain(text: str) -> str:
    """Escapes our own words, in which Python-Markdown would read character references."""
    return text.replace("&", "&amp;")
