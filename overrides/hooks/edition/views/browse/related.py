"""Where a chapter leads, and where its paragraphs are referred to: all from links in the text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from edition.model import EDITOR_NOTE, LINK, SOURCES_PAGE, Edition, Page, Paragraph, Referrer
from edition.outputs import Shown, Site
from edition.words import Words
from edition.words.record import Relations
from edition.write.markup import element, filled

Way = Callable[..., str]
"""Gives the way from the page that is made to another, or to an id on it."""


@dataclass(frozen=True)
class Related:
    """How a chapter is related to others."""

    leads: Sequence[tuple["Lead", Markup]]
    """Where each paragraph leads, and the links that lead there."""
    is_reading: bool
    """Whether relations are stated, which are the edition's reading."""
    referrers: Sequence[tuple[Paragraph, Markup]]
    """The paragraphs that are referred to, and the links to where."""


def on_page(page: Shown, site: Site) -> Related | None:
    """How the paragraphs of a chapter are related to others, on its page; another page has nothing of this."""
    edition = site.library.edition
    chapter = edition.chapter(page.file)
    return related(chapter, edition, partial(way, page)) if chapter else None


def way(here: Shown, to: Page, fragment: str = "") -> str:
    address = to.address or "./"
    return here.way_to(f"{address}#{fragment}" if fragment else address)


def related(chapter: Page, edition: Edition, way_to: Way) -> Related:
    referred = ((p, edition.referrers[p.id]) for p in chapter.paragraphs)
    return Related(
        [(lead, ways(lead, edition.words, way_to)) for lead in leads(chapter, edition)],
        any(paragraph.relations for paragraph in chapter.paragraphs),
        [(p, shown(referrers, edition.words, way_to)) for p, referrers in referred if referrers],
    )


def how_in_words(words: Relations) -> dict[str, str]:
    """The words that follow a referrer, by how it refers; a link needs none."""
    read = {how: words.by_reading.format(relation=name) for how, name in words.read_as.items()}
    return read | {EDITOR_NOTE: words.by_editor_note, LINK: ""}


@dataclass(frozen=True)
class Group:
    """Some paragraphs of one chapter to which another leads in one way."""

    word: str
    chapter: Page
    paragraphs: Sequence[Paragraph]


@dataclass(frozen=True)
class Lead:
    """Where a paragraph leads."""

    paragraph: Paragraph
    groups: Sequence[Group]


def leads(chapter: Page, edition: Edition) -> Iterator[Lead]:
    """Where the paragraphs of a chapter lead, in the order of the text: by the relations that they state; where the
    chapter states none, by the other links between paragraphs."""
    states = any(paragraph.relations for paragraph in chapter.paragraphs)
    for paragraph in chapter.paragraphs:
        targets = stated(paragraph) if states else linked(paragraph, edition)
        if groups := list(grouped(targets, edition)):
            yield Lead(paragraph, groups)


def stated(paragraph: Paragraph) -> list[tuple[str, str]]:
    """The relations that a paragraph states, each with the id that it is stated of."""
    return [(relation.word, relation.target) for relation in paragraph.relations]


def linked(paragraph: Paragraph, edition: Edition) -> list[tuple[str, str]]:
    """The paragraphs related to one by links alone: in which way, and their ids."""
    word = edition.words.relations.names_the_same
    shared = [(word, paragraph_id) for paragraph_id in naming_the_same(paragraph, edition)]
    return [*referring(paragraph, edition), *shared]


def grouped(targets: Sequence[tuple[str, str]], edition: Edition) -> Iterator[Group]:
    """What a paragraph leads to, by word and chapter."""
    chapters = edition.chapter_of
    for (word, _), group in groupby(targets, lambda target: (target[0], chapters[target[1]].file)):
        paragraphs = [edition.paragraph[paragraph_id] for _, paragraph_id in group]
        yield Group(word, chapters[paragraphs[0].id], paragraphs)


def referring(paragraph: Paragraph, edition: Edition) -> Iterator[tuple[str, str]]:
    """The paragraphs that link to one without stating a relation: in which way, and their ids."""
    labels = edition.words.relations
    words = {LINK: labels.referred_to, EDITOR_NOTE: labels.named_in_note}
    for referrer in edition.referrers[paragraph.id]:
        if referrer.paragraph and referrer.how in words:
            yield words[referrer.how], referrer.paragraph.id


def naming_the_same(paragraph: Paragraph, edition: Edition) -> list[str]:
    """The ids of other paragraphs whose text names a document that this one names too."""
    keys = [link.fragment for link in paragraph.links if link.file == SOURCES_PAGE]
    uses = (use for key in keys for use in edition.uses.get(key, ()) if not use.note)
    others = dict.fromkeys(use.paragraph.id for use in uses)
    return [paragraph_id for paragraph_id in others if paragraph_id != paragraph.id]


def shown(referrers: Sequence[Referrer], words: Words, way_to: Way) -> Markup:
    """What refers to a paragraph, as links, and how each refers."""
    how = how_in_words(words.relations)
    return Markup("; ").join(
        link_to(referrer, words, way_to)
        + (f": {how[referrer.how]}" if referrer.paragraph and how[referrer.how] else "")
        for referrer in referrers
    )


def link_to(referrer: Referrer, words: Words, way_to: Way) -> Markup:
    """A link to what refers: a paragraph, or else a page or a heading of it."""
    page, labels = referrer.page, words.chapter_page
    part = referrer.paragraph or referrer.heading
    if referrer.paragraph:
        name = labels.referrer.format(number=referrer.paragraph.number, page=page.title)
    elif referrer.heading:
        name = labels.referrer_heading.format(page=page.title, heading=referrer.heading.title)
    else:
        name = page.title
    return element("a", name, class_="xref", href=way_to(page, part.id if part else ""))


def ways(lead: Lead, words: Words, way_to: Way) -> Markup:
    """Where a paragraph leads, as links: each group but the first begins a sentence."""
    return Markup(". ").join(
        filled(
            words.chapter_page.lead,
            how=group.word.capitalize() if number else group.word,
            chapter=element("a", group.chapter.title, class_="xref", href=way_to(group.chapter)),
            paragraphs=Markup("; ").join(
                paragraph_link(paragraph, group, words, way_to) for paragraph in group.paragraphs
            ),
        )
        for number, group in enumerate(lead.groups)
    )


def paragraph_link(paragraph: Paragraph, group: Group, words: Words, way_to: Way) -> Markup:
    """A link to a paragraph, with its heading, if it has one."""
    name = words.parts.paragraph.format(number=paragraph.number)
    link = element("a", name, class_="xref", href=way_to(group.chapter, paragraph.id))
    if not paragraph.heading:
        return link
    return filled(
        words.chapter_page.lead_paragraph, paragraph=link, heading=paragraph.heading.title
    )
