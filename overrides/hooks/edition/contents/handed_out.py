"""What the panel, the briefing and the previews hand out, in the parts in which a browser asks for it.

What the panel of a page hands out is one part, with the sources that the page cites, and so are the words of a
chapter for the briefing, and the names and first words of all places. A part is a few tables, and each entry of a
table is the same in every part that has it: so a browser lays the parts that it has over one another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from edition.cite.references import References, short_reference
from edition.contents.addressed_texts import HERE, MARK, frozen_text
from edition.contents.briefing_words import Briefing
from edition.contents.citable_parts import one_paragraph, parts
from edition.contents.link_targets import places, preview
from edition.keep.frozen_editions import FrozenEdition
from edition.model import Edition, Page, Source
from edition.model.inline import SourceTitle
from edition.write.forms import Forms, StandIn, forms
from edition.write.html import Html, language_of
from edition.write.markup import element

Tables = Mapping[str, Any]
"""Each table by its name: what it says of pages by address, of paragraphs by id, of sources by key."""


@dataclass(frozen=True)
class Material:
    """What the parts are made from."""

    edition: Edition
    references: References
    sources: Mapping[str, Forms]
    """Each source's reference in its forms, by its key."""
    html: Html
    """How text is written, so that what is not in the edition's language says its own."""
    panel: Markup
    """The markup of the panel."""
    name: str
    """What the names of saved files begin with."""
    frozen: Sequence[FrozenEdition] = ()


def name_of(page: Page) -> str:
    """What the parts that belong to a page are called by."""
    return page.file.removesuffix(".md")


def all_parts(material: Material) -> Iterator[tuple[str, Tables]]:
    """Each part by its name."""
    edition = material.edition
    shared = whole(material)
    yield "edition", shared
    yield (
        "places",
        {"places": list(places(edition)), "previews": previews(edition, edition.chapters)},
    )
    for page in edition.pages:
        yield f"panel/{name_of(page)}", {**shared, **opened(material, page)}
    for chapter in edition.chapters:
        yield f"words/{name_of(chapter)}", {"words": words(material, chapter)}


def whole(material: Material) -> Tables:
    """What holds for the panel on every page."""
    edition = material.edition
    told = {
        "site": edition.home,
        "name": material.name,
        "here": MARK,
        "panel": material.panel,
        "cite": forms(edition).html,
    }
    return {"edition": told}


def opened(material: Material, page: Page) -> Tables:
    """What the panel shows and copies on a page."""
    return {
        "pages": {page.address: page_texts(material.edition, page)},
        "paragraphs": paragraph_texts(material, page),
        "previews": previews(material.edition, [page]),
        "sources": {source.key: taken(material, source) for source in cited_in(material, page)},
    }


def page_texts(edition: Edition, page: Page) -> Tables:
    """A page's citation, in which `HERE` and `StandIn.SECTION` stand for a heading's address and id, and its parts."""
    cite = forms(edition, page, at=HERE, key_end=StandIn.SECTION)
    return {"cite": asdict(cite), "parts": parts(edition, page)}


def paragraph_texts(material: Material, page: Page) -> dict[str, Tables]:
    """Each paragraph of a page by its id, as one thing to cite."""
    edition = material.edition
    return {
        paragraph.id: {
            **one_paragraph(edition, paragraph),
            "cite": asdict(forms(edition, page, paragraph)),
            **frozen_text(edition, paragraph, material.frozen),
        }
        for paragraph in page.paragraphs
    }


def previews(edition: Edition, pages: Sequence[Page]) -> dict[str, Mapping[str, str]]:
    """What links to the paragraphs of some pages show of them, by their ids."""
    return {
        paragraph.id: preview(edition, page, paragraph)
        for page in pages
        for paragraph in page.paragraphs
    }


def words(material: Material, chapter: Page) -> dict[str, Tables]:
    """Each paragraph of a chapter by its id, as it stands in a briefing."""
    briefing = Briefing(material.edition, material.references, material.html)
    return {
        paragraph.id: {
            "chapter": chapter.title,
            "html": briefing.words(chapter, paragraph),
            "marks": [note.number for note in paragraph.notes],
            "notes": briefing.notes(chapter, paragraph),
        }
        for paragraph in chapter.paragraphs
    }


def cited_in(material: Material, page: Page) -> Iterator[Source]:
    """The sources that a page relies on, each once."""
    uses = (use for p in page.paragraphs for use in material.edition.uses_in[p.id])
    yield from {use.source.key: use.source for use in uses}.values()


def taken(material: Material, source: Source) -> Tables:
    """A source's reference with its address, its exports, and its short name."""
    forms = material.sources[source.key]
    title = partial(spoken_title, source, language_of(source, material.edition.words))
    shown = replace(material.html, emphasis="em", cite="cite", source_title=title)
    return {**asdict(forms), "short": shown.write(short_reference(source, material.edition.words))}


def spoken_title(
    source: Source, foreign: Mapping[str, str], part: SourceTitle, html: Html
) -> Markup:
    """A title that says its language, be it the edition's or, as `foreign` has it, another."""
    return element("span", html.in_one_language(part.content, foreign), lang=source.title_language)
