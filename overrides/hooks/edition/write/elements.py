"""Writes what stands beside the author's text in a page, as elements: numbers, marks, notes in the margin, links.

Elements are those of Python's own library: the page's text takes them into its tree, and templates as markup.
"""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element, tostring

from markupsafe import Markup

from edition.model import Heading, Note, Paragraph
from edition.model.inline import (
    Break,
    Cite,
    Code,
    Content,
    Emphasis,
    Inline,
    InPlace,
    Link,
    NoteMark,
    SourceTitle,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from edition.model.page_tree import IN_PLACE
from edition.words import Words
from edition.write.markup import as_markup
from edition.write.tree import Piece, element


def as_html(made: Element) -> Markup:
    """An element as HTML, for templates."""
    return as_markup(tostring(made, encoding="unicode", method="html"))


def number_link(paragraph: Paragraph, words: Words, is_frozen: bool = False) -> Element:
    """A paragraph's number, which is the link to it; on a page of the site it opens the panel as well."""
    form = words.chapter.kept_paragraph if is_frozen else words.chapter.link_to_paragraph
    name = words.parts.paragraph_in_full.format(number=paragraph.number)
    label, live = form.format(paragraph=name), {} if is_frozen else {"data_search_exclude": ""}
    href = f"#{paragraph.id}"
    return element(
        "a", paragraph.number, class_="paragraph-number", href=href, aria_label=label, **live
    )


def note_mark(note: Note) -> Element:
    """The mark of a note: a raised figure, still without its link."""
    return element("sup", id=f"fnref:{note.mark_id}")


def mark_link(note: Note, words: Words) -> Element:
    """The figure itself, which leads to the note in the list (DPUB-ARIA doc-noteref)."""
    return element(
        "a",
        note.number,
        class_="note-mark",
        href=f"#fn:{note.number}",
        role="doc-noteref",
        aria_label=words.parts.note_in_full.format(number=note.number),
    )


def relations(line: Sequence[Piece], words: Words) -> Element:
    """The line that names related paragraphs, set apart from the text, since the author states no relation."""
    return element("span", f"{words.relations.reading}: ", *line, class_="relations")


EDITOR_NOTE = {"class": "editor-note text-note", "role": "note"}
"""The attributes of an editor's note. Reader modes drop every aside, and a div that holds many links unless its class
speaks of text."""


def editor_note_label(words: Words) -> Element:
    """The first line of an editor's note, which says that it is one."""
    return element("p", words.chapter.editor_note, class_="editor-note-label")


def table_frame(words: Words) -> Element:
    """What a table stands in, and scrolls in where it is too wide (WCAG 2.1.1)."""
    label = words.chapter.table
    return element("div", class_="table-frame", tabindex="0", role="group", aria_label=label)


def heading_link(heading: str, title: str, words: Words) -> Element:
    """The link to a section, by the id and the title of its heading.

    The style sheet draws its sign, so that neither a list of headings nor a copied title holds it.
    """
    label = words.chapter.link_to_section.format(title=title)
    return element("a", class_="heading-link", href=f"#{heading}", aria_label=label)


def section_heading(
    heading: str, title: str, old_ids: Sequence[str], words: Words, is_frozen: bool = False
) -> Markup:
    """The heading of a section that a template makes; `old_ids` are those that it had before."""
    moved = (moved_id(old, heading) for old in old_ids)
    link = [] if is_frozen else [heading_link(heading, title, words)]
    return as_html(element("h2", *moved, title, *link, id=heading, aria_label=title))


def moved_id(old: str, new: str) -> Element:
    """An element with the former id of what it stands in, so that old links work without a script as well."""
    return element("span", class_="moved", id=old, data_moved=f"#{new}")


TitleOf = Callable[[SourceTitle, Sequence[Piece]], list[Piece]]
"""Makes the title of a source of its words."""
LinkOf = Callable[[Link, Sequence[Piece]], Element]
"""Makes a link of its words."""


def alone(part: SourceTitle, words: Sequence[Piece]) -> list[Piece]:
    """The title of a source, without a link."""
    return list(words)


def cited_address(part: Link, words: Sequence[Piece]) -> Element:
    """The words of a reference or a citation that lead to what is cited."""
    return element("a", *words, class_="cited-address", href=part.address)


def running(
    content: Content, source_title: TitleOf = alone, link: LinkOf = cited_address
) -> list[Piece]:
    """Running text; without a `link` of its own it is that of a reference or a citation."""
    return [piece for part in content for piece in inline(part, source_title, link)]


def inline(part: Inline, source_title: TitleOf, link: LinkOf) -> list[Piece]:
    match part:
        case Text():
            return [part.words]
        case Code():
            return [element("code", part.words)]
        case NoteMark():
            return [element("sup", part.number)]
        case Break():
            return [element("br")] if part.is_hard else [" "]
    inner = running(part.content, source_title, link)
    match part:
        case Emphasis():
            return [element("em", *inner)]
        case Strong():
            return [element("strong", *inner)]
        case Superscript():
            return [element("sup", *inner)]
        case Subscript():
            return [element("sub", *inner)]
        case Cite():
            return [element("cite", *inner)]
        case SourceTitle():
            return source_title(part, inner)
        case Link():
            return [link(part, inner)]
        case InPlace():
            return [element("span", *inner, **IN_PLACE, translate="no")]


def is_section(heading: Heading) -> bool:
    """Whether a heading has a link of its own: deeper ones are parts of a section."""
    return heading.level in (2, 3)
