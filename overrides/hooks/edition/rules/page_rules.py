"""What must hold of each page by itself: one generator of problems a rule, its docstring the rule."""

import html
import re
from collections.abc import Iterator

from edition.model import PARAGRAPH_ID, SOURCES_PAGE, Edition, Heading, Page
from edition.problems import Problem, Rule, did_you_mean, kind_of
from edition.read.front_matter import as_json, front_matter_of, value_of
from edition.read.navigation import NAV
from edition.read.running_text import MARKDOWN
from edition.read.settings import SETTINGS, as_typed, fact
from edition.rules.printed_forms import NOT_READ, printed_in

PAGE_FIELDS = ("title", "description")
CHAPTER_FIELDS = ("standfirst", "summary", "notes")
FRONT_MATTER = {*PAGE_FIELDS, *CHAPTER_FIELDS, "claim", "connective"}
RESERVED = {"content", "notes", "leads", "navigation"}
MADE_PAGES = {SOURCES_PAGE, "editions.md", "briefing.md"}
MADE_FOLDERS = ("sources/", "editions/", "briefing/", "p/")
CITED = re.compile(r"\s*(?:\[[^\]]*@[^\]]*\]|\[\^[^\]]*\]|\\@)")
ENTITY = re.compile(r"&(?:#x?[0-9A-Fa-f]+|[A-Za-z]+);")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def front_matter_is_complete(edition: Edition) -> Iterator[Problem]:
    """Each page has a title and a description, each chapter what its opening, the home page and its
    neighbours show."""
    for page in edition.pages:
        number = edition.numbers.get(page.file)
        chapter_fields = () if number is None else CHAPTER_FIELDS + ("claim",) * bool(number)
        for name in PAGE_FIELDS + chapter_fields:
            if not page.meta.get(name, "").strip():
                remedy = f"add '{name}: \"…\"' to the front matter"
                facts = {front_matter_of(page.path), value_of(page.path, name)}
                facts |= {NAV} if name in chapter_fields else set()
                line = page.meta_lines.get(name, 1)
                yield Problem(page.path, line, f"no {name}", remedy, rests_on=facts)


def front_matter_is_read(edition: Edition) -> Iterator[Problem]:
    """Front matter has no unknown name."""
    otherwise = f"use one of {', '.join(sorted(FRONT_MATTER))}"
    for page in edition.pages:
        for name in page.meta.keys() - FRONT_MATTER:
            remedy = did_you_mean(name.lower(), FRONT_MATTER, otherwise)
            near = {known for known in FRONT_MATTER if f"'{known}'" in remedy}
            spoils = {value_of(page.path, known) for known in {name, *near}}
            what = f"unknown name '{name}' in front matter"
            yield Problem(page.path, page.meta_lines.get(name, 1), what, remedy, spoils)


def made_pages_have_their_addresses(edition: Edition) -> Iterator[Problem]:
    """No file of docs/ has the address of a page that is made from the model."""
    for page in edition.pages:
        if page.file in MADE_PAGES or page.file.startswith(MADE_FOLDERS):
            what = "the build makes a page of its own at this address"
            yield Problem(page.path, 0, what, "give the file another name")


def unique_ids(edition: Edition) -> Iterator[Problem]:
    """The id of a heading stands once on its page, and is made of small letters, digits and hyphens."""
    for page in edition.pages:
        first: dict[str, int] = {}
        for id_, line in ((heading.id, heading.line) for heading in page.headings):
            if id_ in first:
                what = f"id '{id_}' is doubled, first on line {first[id_]}"
                yield Problem(page.path, line, what, "give one of the two another id")
            if id_ and not ID.fullmatch(id_):
                remedy = "use small letters, digits and hyphens"
                what, facts = f"id '{id_}' breaks the pattern", {kind_of(page.path, line)}
                yield Problem(page.path, line, what, remedy, rests_on=facts)
            if id_:
                first.setdefault(id_, line)


def heading_levels(edition: Edition) -> Iterator[Problem]:
    """A heading has words, and stands one level at most below that above it; the title of the page is of level 1."""
    for page in edition.pages:
        above = 1
        for heading in page.headings:
            facts = {kind_of(page.path, heading.line)}
            level = min(heading.level, above + 1)
            if not heading.title.strip():
                remedy = f"write '{'#' * level} Title {{ #{heading.id} }}'"
                yield Problem(
                    page.path, heading.line, "a heading without words", remedy, rests_on=facts
                )
            elif heading.level > level:
                what = f"a heading of level {heading.level} below one of level {above}"
                remedy = f"write '{'#' * level} {heading.title} {{ #{heading.id} }}'"
                yield Problem(page.path, heading.line, what, remedy, rests_on=facts)
            above = level


def front_matter_is_words(edition: Edition) -> Iterator[Problem]:
    """Front matter is shown as it is typed: it holds no Markdown and no citation."""
    for page in edition.pages:
        for name, value in page.meta.items():
            if name in FRONT_MATTER - {"notes"} and (fault := fault_of_words(value)):
                what, words = fault
                remedy = f"write it in words alone: '{name}: {as_json(words)}'"
                line, facts = page.meta_lines.get(name, 1), {value_of(page.path, name)}
                yield Problem(
                    page.path, line, f"'{name}' in front matter {what}", remedy, rests_on=facts
                )


def settings_are_words(edition: Edition) -> Iterator[Problem]:
    """The titles of the edition are shown as they are typed, too."""
    settings = edition.settings
    texts = {
        "site_name": settings.title,
        "extra.edition.subtitle": settings.subtitle,
        "extra.short_title": settings.short_title,
    }
    for path, value in texts.items():
        if fault := fault_of_words(value):
            what, words = fault
            remedy = f"write it in words alone: '{path.rpartition('.')[2]}: {as_json(words)}'"
            facts = {fact(path), as_typed(path)}
            yield Problem(SETTINGS, 0, f"{path} {what}", remedy, rests_on=facts)


def fault_of_words(value: str) -> tuple[str, str] | None:
    """What of a value would be printed as typed, though a page would read it otherwise, and the value without it."""
    if cited := CITED.search(value):
        what = f"would show '{cited[0]}', and cites nothing"
        return what, " ".join(CITED.sub("", value).split())
    if faults := printed_in(value)[0]:
        return f"would show {faults[0][0].removesuffix(NOT_READ)}", value
    tokens = MARKDOWN.parseInline(value)[0].children or []
    if any(
        token.type not in {"text", "softbreak", "html_inline"} for token in tokens
    ) or ENTITY.search(value):
        words = html.unescape("".join(token.content for token in tokens))
        return "would show its signs of Markdown", words
    return None


def heading_ids(edition: Edition) -> Iterator[Problem]:
    """The id of a heading is not one that the page gives to its own parts, its paragraphs or its notes."""
    for page in edition.pages:
        for heading in page.headings:
            yield from heading_id(page, heading)


def heading_id(page: Page, heading: Heading) -> Iterator[Problem]:
    if heading.id in RESERVED or heading.id.startswith("fn"):
        what = f"heading id '{heading.id}' is taken by the page's own parts"
        yield Problem(page.path, heading.line, what, "choose another id")
    if PARAGRAPH_ID.fullmatch(heading.id):
        what = f"heading id '{heading.id}' looks like a paragraph's"
        yield Problem(page.path, heading.line, what, "choose another id")


RULES: tuple[Rule[Edition], ...] = (
    front_matter_is_complete,
    front_matter_is_read,
    made_pages_have_their_addresses,
    unique_ids,
    front_matter_is_words,
    settings_are_words,
    heading_ids,
    heading_levels,
)
