"""What must hold across pages and sources: one generator of problems a rule, its docstring the rule."""

import re
from collections.abc import Callable, Iterator, Mapping, Set
from difflib import get_close_matches

from edition.model import PARAGRAPH_ID, RELATIONS, SOURCES_PAGE, Edition, Page, Source
from edition.model.inline import Link
from edition.problems import Problem, did_you_mean
from edition.read.settings import EXAMPLE, SETTINGS

BIBLIOGRAPHY = "references.bib"
PAGE_FIELDS = ("title", "description")
CHAPTER_FIELDS = ("standfirst", "summary", "notes")
FRONT_MATTER = {*PAGE_FIELDS, *CHAPTER_FIELDS, "claim", "connective"}
RESERVED = {"content", "notes", "leads", "navigation"}
MADE_PAGES = {SOURCES_PAGE, "editions.md", "briefing.md"}
MADE_FOLDERS = ("sources/", "editions/", "briefing/", "p/")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problems_of(edition: Edition, unread: Set[str] = frozenset()) -> Iterator[Problem]:
    """All that is wrong with an edition whose parts could be read.

    `unread`: files in which something could not be read. What only follows from that, or from a
    paragraph's id, is not reported a second time.
    """
    found = [problem for rule in RULES for problem in rule(edition)]
    lost = {problem.file for problem in paragraph_ids(edition)} | unread
    yield from found
    yield from (p for p in note_numbers(edition) if p.file not in unread)
    yield from example_is_there(edition) if not lost else ()
    if not any(file.startswith("docs/") for file in unread):
        yield from every_source_is_used(edition)
    if not lost:
        yield from relations_answer_each_other(edition)
    for problem, target in broken_links(edition):
        if f"docs/{target}" not in lost:
            yield problem


def known_keys(edition: Edition) -> Iterator[Problem]:
    """A note cites sources that references.bib holds."""
    for chapter in edition.chapters:
        for note in chapter.notes:
            for citation in note.citations:
                if citation.key not in edition.source:
                    mend = did_you_mean(citation.key, edition.source, f"add it to {BIBLIOGRAPHY}")
                    what = f"unknown source key '{citation.key}'"
                    yield Problem(f"docs/{chapter.file}", note.line, what, mend)


def every_source_is_used(edition: Edition) -> Iterator[Problem]:
    """A source is cited by a note or named in the text, as its keywords say; exempt are the article, its
    versions, and a source whose key is mistyped in a note, which is reported there."""
    mistyped = {
        near
        for note in edition.notes
        for citation in note.citations
        if citation.key not in edition.source
        for near in get_close_matches(citation.key, edition.source, n=1)
    }
    for source in edition.sources:
        uses = edition.uses[source.key]
        is_used = any((use.note is None) == source.is_named for use in uses)
        if source.is_counted and not (is_used or source.key in mistyped):
            what = f"nothing {'names' if source.is_named else 'cites'} the source '{source.key}'"
            yield Problem(BIBLIOGRAPHY, source.line, what, use_mend(source))


def use_mend(source: Source) -> str:
    if source.is_named:
        return f"link to it, [words](sources.md#{source.key}), or take the entry out"
    return f"cite it, [@{source.key}], or take the entry out"


def one_place_each(edition: Edition) -> Iterator[Problem]:
    """The files of a source take no other's place: keys differ in more than capitals, and from reserved names."""
    taken = dict(RESERVED_KEYS)
    for source in edition.sources:
        name = source.key.casefold()
        if name in taken:
            what = f"the files of '{source.key}' would take the place of {taken[name]}"
            yield Problem(BIBLIOGRAPHY, source.line, what, "give the entry another key")
        taken.setdefault(name, f"those of '{source.key}'")


RESERVED_KEYS = {"sources": "those of the whole list", "index": "the list itself"}
"""Names below /sources/ that are taken, each with what bears it."""


def one_article(edition: Edition) -> Iterator[Problem]:
    """Exactly one entry is the article that the edition restates."""
    count = sum(source.is_article for source in edition.sources)
    if count != 1:
        what = f"{count} entries have the keyword 'article'"
        yield Problem(
            BIBLIOGRAPHY, 0, what, "give 'keywords = {article}' to the restated article alone"
        )


def front_matter_fields(edition: Edition) -> Iterator[Problem]:
    """Each page has a title and a description, each chapter what its opening, the home page and its
    neighbours show; and no page a name that nothing reads."""
    for page in edition.pages:
        number = edition.numbers.get(page.file)
        needed = PAGE_FIELDS + (() if number is None else CHAPTER_FIELDS)
        needed += ("claim",) if number else ()
        for name in needed:
            if not page.meta.get(name, "").strip():
                mend = f"add '{name}: \"…\"' to the front matter"
                yield Problem(f"docs/{page.file}", 1, f"no {name}", mend)
        for name in page.meta.keys() - FRONT_MATTER:
            mend = did_you_mean(name, FRONT_MATTER, f"use one of {', '.join(sorted(FRONT_MATTER))}")
            yield Problem(f"docs/{page.file}", 1, f"unknown name '{name}' in front matter", mend)


def made_pages_have_their_place(edition: Edition) -> Iterator[Problem]:
    """Pages made from the model have their addresses to themselves: no file of docs/ may stand there."""
    for page in edition.pages:
        if page.file in MADE_PAGES or page.file.startswith(MADE_FOLDERS):
            what = "the build makes a page of its own at this address"
            yield Problem(f"docs/{page.file}", 0, what, "give the file another name")


def paragraph_ids(edition: Edition) -> Iterator[Problem]:
    """Paragraph ids are p1, p2, … through the whole edition; one inserted after p12 is p12a."""
    found = [(c, p) for c in edition.chapters for p in c.paragraphs if p.id]
    previous = (0, "")
    for at, (chapter, paragraph) in enumerate(found):
        if not PARAGRAPH_ID.fullmatch(paragraph.id):
            what = f"paragraph id '{paragraph.id}' breaks the pattern"
            yield Problem(f"docs/{chapter.file}", paragraph.line, what, "write p12, or p12a")
            previous = successors(previous)[0]
            continue
        number = as_number(paragraph.id)
        if number in successors(previous):
            previous = number
            continue
        expected = " or ".join(f"p{base}{letter}" for base, letter in successors(previous))
        what = f"paragraph id '{paragraph.id}' is doubled or out of order"
        mend = f"here follows {expected}; a published id is never given to another paragraph"
        yield Problem(f"docs/{chapter.file}", paragraph.line, what, mend)
        goes_on = at + 1 < len(found) and is_after(found[at + 1][1].id, number)
        previous = number if goes_on else successors(previous)[0]


def is_after(ident: str, number: tuple[int, str]) -> bool:
    """Whether an id goes on from a number: then a paragraph is missing above, and the number is meant."""
    return bool(PARAGRAPH_ID.fullmatch(ident)) and as_number(ident) in successors(number)


def as_number(ident: str) -> tuple[int, str]:
    """A paragraph id or note number as base and letter: `p12a` is (12, 'a')."""
    digits = re.sub(r"\D", "", ident)
    return int(digits), ident.removeprefix("p").removeprefix(digits)


def successors(previous: tuple[int, str]) -> tuple[tuple[int, str], ...]:
    """What may follow a number: the next one, or an insertion."""
    base, letter = previous
    inserted = (base, chr(ord(letter) + 1) if letter else "a")
    return ((base + 1, ""), inserted) if base else ((1, ""),)


def note_numbers(edition: Edition) -> Iterator[Problem]:
    """A note's number never changes: explaining notes carry theirs, and each chapter states its range."""
    ended = 0
    for chapter in edition.chapters:
        stated = [int(n) for n in re.findall(r"[0-9]+", chapter.meta.get("notes", ""))] or [
            ended + 1
        ]
        if stated[0] != ended + 1:
            what = f"front matter says notes {chapter.meta['notes']}, but {ended + 1} comes next"
            yield Problem(f"docs/{chapter.file}", 1, what, "let the ranges of the chapters join")
        faults = list(numbers_in(chapter, stated[0] - 1))
        yield from faults or range_as_stated(chapter)
        ended = stated[-1]


def numbers_in(chapter: Page, before: int) -> Iterator[Problem]:
    """The first note of a chapter that breaks the pattern or stands out of order; `before` ends the chapter above."""
    previous = (before, "")
    for note in chapter.notes:
        if not re.fullmatch(r"[1-9][0-9]*[a-z]?", note.number):
            what, mend = f"note number '{note.number}' breaks the pattern", "write [^12], or [^12a]"
            yield Problem(f"docs/{chapter.file}", note.line, what, mend)
            return
        number = as_number(note.number)
        if number not in successors(previous):
            expected = " or ".join(f"{base}{letter}" for base, letter in successors(previous))
            what = f"note [^{note.number}] stands where note {expected} belongs"
            mend = "renumber it; an inserted note takes a letter"
            yield Problem(f"docs/{chapter.file}", note.line, what, mend)
            return
        previous = number


def range_as_stated(chapter: Page) -> Iterator[Problem]:
    """A chapter holds the notes that its front matter states."""
    stated, held = chapter.meta.get("notes", ""), chapter.note_range or "none"
    if stated and stated != held:
        mend = "give an inserted note a letter, [^4a], so that no other note changes its number"
        if chapter.note_range[-1:].isalpha():
            mend = f"write 'notes: \"{held}\"'"
        what = f"holds notes {held}, its front matter says {stated}"
        yield Problem(f"docs/{chapter.file}", 1, what, mend)


def note_holds_something(edition: Edition) -> Iterator[Problem]:
    """A note cites at least one source, so that whoever follows it arrives."""
    for chapter in edition.chapters:
        for note in chapter.notes:
            if note.explanation and not note.citations:
                what = f"note [^{note.number}] names no source"
                yield Problem(
                    f"docs/{chapter.file}", note.line, what, "end its definition with '[@key]'"
                )


def unique_ids(edition: Edition) -> Iterator[Problem]:
    """An id stands once a page, and is made of small letters, digits and hyphens."""
    for page in edition.pages:
        seen: dict[str, int] = {}
        for ident, line in page.ids:
            if not ident:
                continue
            if ident in seen:
                what = f"id '{ident}' is doubled, first on line {seen[ident]}"
                yield Problem(f"docs/{page.file}", line, what, "give one of the two another id")
            if not ID.fullmatch(ident):
                mend = "use small letters, digits and hyphens"
                yield Problem(f"docs/{page.file}", line, f"id '{ident}' breaks the pattern", mend)
            seen.setdefault(ident, line)
        for heading in page.headings:
            if heading.id in RESERVED or heading.id.startswith("fn"):
                what = f"heading id '{heading.id}' is taken by the page's own parts"
                yield Problem(f"docs/{page.file}", heading.line, what, "choose another id")
            if PARAGRAPH_ID.fullmatch(heading.id):
                what = f"heading id '{heading.id}' looks like a paragraph's"
                yield Problem(f"docs/{page.file}", heading.line, what, "choose another id")


def broken_links(edition: Edition) -> Iterator[tuple[Problem, str]]:
    """A link leads to a page and an id of this edition, or to an http(s) or mailto address.

    Each problem comes with the page that the link leads to.
    """
    targets = known_targets(edition)
    for page in edition.pages:
        for link in page.links:
            if fault := broken(link, page, targets):
                yield Problem(f"docs/{page.file}", link.line, *fault), link.file or page.file


def broken(link: Link, page: Page, targets: Mapping[str, set[str]]) -> tuple[str, str] | None:
    """What is wrong with a link, and how to mend it; None where it arrives."""
    if link.is_external:
        if re.match(r"(https?://|mailto:)\S", link.address):
            return None
        return f"link to '{link.address}'", "link to http, https or mailto"
    file = link.file or page.file
    if file not in targets:
        mend = did_you_mean(file, targets, "link to a page of docs/, such as about.md")
        return f"link to unknown page '{file}'", mend
    if link.fragment and link.fragment not in targets[file]:
        mend = did_you_mean(link.fragment, targets[file], f"link to an id that {file} has")
        return f"link to unknown id '{file}#{link.fragment}'", mend
    if not link.address:
        return f"link '{link.text}' leads nowhere", "give it an address"
    return None


def known_targets(edition: Edition) -> dict[str, set[str]]:
    """The ids that a link may lead to, by page."""
    targets = {page.file: {ident for ident, _ in page.ids if ident} for page in edition.pages}
    for chapter in edition.chapters:
        targets[chapter.file] |= {f"fnref:{note.place}" for note in chapter.marks}
    return {**targets, SOURCES_PAGE: set(edition.source)}


def relations_answer_each_other(edition: Edition) -> Iterator[Problem]:
    """What one paragraph says of another, the other says in return: 'answered in' meets 'answers'."""
    stated = {
        (paragraph.id, relation.word, relation.target)
        for paragraph in edition.paragraph.values()
        for relation in paragraph.relations
    }
    for ident, chapter in edition.chapter_of.items():
        if not PARAGRAPH_ID.fullmatch(ident):
            continue  # reported elsewhere
        for relation in edition.paragraph[ident].relations:
            back = RELATIONS.get(relation.word, "")
            if (
                relation.target in edition.paragraph
                and (relation.target, back, ident) not in stated
            ):
                what = f"'{relation.link.text}' is not said in return"
                home = edition.chapter_of[relation.target].file
                name = edition.words.parts.paragraph.format(number=ident.removeprefix("p"))
                link = f"[{back.capitalize()} {name}]({chapter.file}#{ident})"
                mend = f"add '{link}' to {relation.target} in docs/{home}"
                yield Problem(f"docs/{chapter.file}", relation.link.line, what, mend)


def relations_lead_to_paragraphs(edition: Edition) -> Iterator[Problem]:
    """The words of a relation name the paragraph that it leads to."""
    for chapter in edition.chapters:
        for paragraph in chapter.paragraphs:
            for relation in paragraph.relations:
                number = relation.target.removeprefix("p")
                name = edition.words.parts.paragraph.format(number=number)
                if not relation.link.text.endswith(name):
                    what = f"'{relation.link.text}' leads to '{relation.link.address}'"
                    mend = "let words and address name the same paragraph"
                    yield Problem(f"docs/{chapter.file}", relation.link.line, what, mend)


def example_is_there(edition: Edition) -> Iterator[Problem]:
    """The paragraph that pages show as an example is one of the edition."""
    ident = edition.settings.example
    if ident and ident not in edition.paragraph:
        mend = did_you_mean(
            ident, edition.paragraph, "write the id of a paragraph, or leave it out"
        )
        yield Problem(SETTINGS, 0, f"{EXAMPLE} is '{ident}', which no chapter holds", mend)


RULES: tuple[Callable[[Edition], Iterator[Problem]], ...] = (
    known_keys,
    one_place_each,
    one_article,
    front_matter_fields,
    made_pages_have_their_place,
    paragraph_ids,
    note_holds_something,
    unique_ids,
    relations_lead_to_paragraphs,
)
"""Rules that depend on no other; those that follow from one are told apart in `problems_of`."""
