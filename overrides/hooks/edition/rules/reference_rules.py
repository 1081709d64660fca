"""Where links and relations lead: one generator of problems a rule, its docstring the rule."""

import re
from collections.abc import Iterator, Mapping, Set

from edition.model import PARAGRAPH_ID, RELATIONS, SOURCES_PAGE, Edition, Page, Relation
from edition.model.inline import Link
from edition.problems import Problem, Rule, did_you_mean
from edition.read.characters import narrow
from edition.read.settings import EXAMPLE, SETTINGS, fact
from edition.read.typed_entries import ALL_SOURCES
from edition.rules.facts import ALL_CITED, also, ids_of, key, relations_of, texts_of

Targets = Mapping[str, Set[str]]
"""The ids that a link may lead to, by page."""


HOST = re.compile(
    r"(?://|www\.)|(?!.*\.md$)(?:[\w-]+\.)+(?:com|org|net|edu|gov|int|info|eu|[a-ln-z][a-z])(?:/|$)"
)
"""What looks like an address of the web without 'https://'."""


def links_arrive(edition: Edition) -> Iterator[Problem]:
    """A link leads to a page and an id of this edition, or to an http(s) or mailto address."""
    targets = known_targets(edition)
    for page in edition.pages:
        for link in page.links:
            if not link.text.strip():
                what = f"a link to '{link.address}' without words"
                yield Problem(page.path, link.line, what, f"write '[words]({link.address})'")
            yield from outside(link, page) if link.is_external else inside(link, page, targets)
    yield from unknown_sources(edition)


def outside(link: Link, page: Page) -> Iterator[Problem]:
    if not re.match(r"(https?://|mailto:)\S", link.address):
        what = f"link to '{link.address}'"
        yield Problem(page.path, link.line, what, "link to http, https or mailto")


def inside(link: Link, page: Page, targets: Targets) -> Iterator[Problem]:
    file = link.file or page.file
    facts = {f"docs/{file}", f"docs/{file}: ids"}
    if file not in targets:
        what = f"link to unknown page '{file}'"
        is_web = HOST.match(file)
        otherwise = (
            f"write 'https://{link.address.lstrip('/')}'"
            if is_web
            else "link to a page of docs/, such as about.md"
        )
        remedy = did_you_mean(file, set() if is_web else targets, otherwise)
    elif file == SOURCES_PAGE:
        return  # what it names is a key, which is one mistake wherever it stands
    elif link.fragment and link.fragment not in targets[file]:
        what = f"link to unknown id '{file}#{link.fragment}'"
        remedy = did_you_mean(link.fragment, targets[file], f"link to an id that {file} has")
    elif link.address.strip("#") == "":
        what, remedy = f"link '{link.text}' leads nowhere", "give it an address"
    else:
        return
    yield Problem(page.path, link.line, what, remedy, {relations_of(page)}, facts)


def unknown_sources(edition: Edition) -> Iterator[Problem]:
    """A link to a source leads to one that references.bib holds."""
    unknown: dict[str, list[tuple[str, int]]] = {}
    for page in edition.pages:
        for link in page.links:
            if link.file == SOURCES_PAGE and link.fragment and link.fragment not in edition.source:
                unknown.setdefault(link.fragment, []).append((page.path, link.line))
    for name, (place, *others) in unknown.items():
        what = f"link to unknown id '{SOURCES_PAGE}#{name}'{also(others)}"
        remedy = did_you_mean(name, edition.source, f"link to an id that {SOURCES_PAGE} has")
        yield Problem(*place, what, remedy, {ALL_CITED}, {ALL_SOURCES, key(name)})


def known_targets(edition: Edition) -> Targets:
    """The ids that a link may lead to, by page."""
    targets = {page.file: {id_ for id_, _ in page.ids if id_} for page in edition.pages}
    for chapter in edition.chapters:
        targets[chapter.file] |= {f"fnref:{note.mark_id}" for note in chapter.marks}
    return {**targets, SOURCES_PAGE: set(edition.source)}


def relations_answer_each_other(edition: Edition) -> Iterator[Problem]:
    """What one paragraph says of another, the other says in return: 'answered in' meets 'answers'."""
    stated = {
        (paragraph.id, relation.word, relation.target)
        for paragraph in edition.paragraph.values()
        for relation in paragraph.relations
    }
    for paragraph_id, paragraph in edition.paragraph.items():
        for relation in paragraph.relations if PARAGRAPH_ID.fullmatch(paragraph_id) else ():
            answer = RELATIONS.get(relation.word, ""), paragraph_id
            if (relation.target, *answer) not in stated and relation.target in edition.paragraph:
                yield unanswered(edition, paragraph_id, relation)


def unanswered(edition: Edition, paragraph_id: str, relation: Relation) -> Problem:
    """The problem of a relation that the other paragraph does not state in return."""
    here, there = edition.chapter_of[paragraph_id], edition.chapter_of[relation.target]
    word = RELATIONS.get(relation.word, "").capitalize()
    name = edition.words.parts.paragraph.format(number=paragraph_id.removeprefix("p"))
    link = f"[{word} {name}]({here.file}#{paragraph_id})"
    what = f"'{relation.link.text}' is not said in return"
    remedy = f"add '{link}' to {relation.target} in {there.path}"
    facts = {here.path, there.path, ids_of(here), ids_of(there)}
    facts |= {relations_of(here), relations_of(there)}
    return Problem(here.path, relation.link.line, what, remedy, rests_on=facts)


def relations_lead_to_paragraphs(edition: Edition) -> Iterator[Problem]:
    """The words of a relation name the paragraph that it leads to."""
    for chapter in edition.chapters:
        for relation in (r for paragraph in chapter.paragraphs for r in paragraph.relations):
            number = relation.target.removeprefix("p")
            name = edition.words.parts.paragraph.format(number=number)
            if not narrow(relation.link.text).endswith(name):
                what = f"'{relation.link.text}' leads to '{relation.link.address}'"
                remedy = "let words and address name the same paragraph"
                facts = {chapter.path, relations_of(chapter)}
                yield Problem(chapter.path, relation.link.line, what, remedy, rests_on=facts)


def example_is_there(edition: Edition) -> Iterator[Problem]:
    """The paragraph that pages show as an example is one of the edition."""
    example = edition.settings.example
    if example and example not in edition.paragraph:
        otherwise = "write the id of a paragraph, or leave it out"
        remedy = did_you_mean(example, edition.paragraph, otherwise)
        what = f"{EXAMPLE} is '{example}', which no chapter holds"
        facts = {fact(EXAMPLE), *texts_of(edition), *map(ids_of, edition.chapters)}
        yield Problem(SETTINGS, 0, what, remedy, rests_on=facts)


RULES: tuple[Rule[Edition], ...] = (
    links_arrive,
    relations_answer_each_other,
    relations_lead_to_paragraphs,
    example_is_there,
)
