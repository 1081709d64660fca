"""The edition for language models and other programs that read text: an overview in the form of llmstxt.org, and the
whole in one file. Both say that the text restates, and how to cite it."""

from collections.abc import Iterable, Iterator, Sequence, Set

from edition.as_markdown import body, linked, notice
from edition.citation_forms import escaped
from edition.citeproc import References
from edition.editions import SCHEMA
from edition.exports import OF_LIST, of_chapter
from edition.locators import Locator, printed
from edition.metadata import name_of
from edition.model import Edition, Page, Source
from edition.records import uncounted
from edition.source_rules import evidence

Item = tuple[str, str, str]
"""A line of a section: its words, an address below the site's, and what is there."""


def overview(edition: Edition, references: References, built: Set[str]) -> str:
    """The file llms.txt: a title, a summary, what holds for all of it, then sections of links.

    `built` are the addresses of the site's files: nothing else is linked to.
    """
    edition = edition.seen_from()
    site = edition.settings.site_url
    parts = [
        f"# {escaped(name_of(edition))}",
        f"> {summary(edition)}",
        *notice(edition, references),
        section("Chapters", site, built, chapter_items(edition)),
        section("Sources", site, built, source_items(edition)),
        section("The whole edition", site, built, WHOLE),
        section("Optional", site, built, page_items(edition)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def summary(edition: Edition) -> str:
    return (
        f"{len(edition.paragraph)} numbered paragraphs that restate one article in other words than its author’s, "
        f"with {len(edition.notes)} notes that lead to {len(edition.cited_sources)} sources, "
        "with the pages relied on where the article gives them."
    )


def section(title: str, site: str, built: Set[str], items: Iterable[Item]) -> str:
    """A heading over the links to those items that are built; nothing where none is."""
    lines = [
        f"- [{escaped(words)}]({site}{address}): {escaped(what)}"
        for words, address, what in items
        if address in built
    ]
    return "\n".join([f"## {title}", "", *lines]) if lines else ""


def chapter_items(edition: Edition) -> Iterator[Item]:
    for chapter in edition.chapters:
        holds = [numbered("para.", "paras", chapter.paragraph_range)]
        holds += [numbered("note", "notes", chapter.note_range)] * bool(chapter.notes)
        what = f"{chapter.meta.get('summary', '')}; {', '.join(holds)}"
        yield chapter.title, f"{chapter.address}index.md", what


def numbered(one: str, several: str, numbers: str) -> str:
    return f"{several if '–' in numbers else one} {numbers}"


def source_items(edition: Edition) -> Iterator[Item]:
    yield "Sources", "sources/", "each with the sentences and pages that rely on it"
    for ending, name in NAMES.items():
        yield f"Sources as {name}", f"{OF_LIST}.{ending}", "all of them"
    for chapter in edition.chapters:
        what = "those of one chapter; .bib and .ris likewise"
        yield f"Sources of {chapter.title}", f"{of_chapter(chapter)}.json", what


NAMES = {"json": "CSL-JSON", "bib": "BibTeX", "ris": "RIS"}
WHOLE: Sequence[Item] = (
    ("llms-full.txt", "llms-full.txt", "all chapters and the list of sources, as Markdown"),
    (
        "edition.json",
        "edition.json",
        "paragraphs, notes with their sentences and pages, and sources, as data",
    ),
    (SCHEMA, SCHEMA, "what that file holds, as a JSON Schema"),
)


def page_items(edition: Edition) -> Iterator[Item]:
    for page in edition.others:
        yield page.title, page.address, page.meta.get("description", "")


def full_text(edition: Edition, references: References) -> str:
    """The file llms-full.txt: every chapter as Markdown, then every source with how sure its facts are."""
    edition = edition.seen_from()
    parts = [
        f"# {escaped(name_of(edition))}",
        f"> {summary(edition)}",
        *notice(edition, references),
        *(
            part
            for chapter in edition.chapters
            for part in chapter_parts(edition, chapter, references)
        ),
        left_out(edition),
        "## Sources",
        SURE,
        *(source_entry(edition, source, references) for source in edition.sources),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def left_out(edition: Edition) -> str:
    """Names the pages that restate nothing, and so are not in the file."""
    site = edition.settings.site_url
    pages = [f"[{escaped(page.title)}]({site}{page.address})" for page in edition.others]
    return f"Not in this file, since it restates nothing: {', '.join(pages)}." if pages else ""


SURE = (
    "Each with where it is relied on, and how sure the facts about it are: printed in the article’s own note; seen "
    "elsewhere, and where; or not verified."
)


def chapter_parts(edition: Edition, chapter: Page, references: References) -> Iterator[str]:
    yield f"## {escaped(chapter.title)}"
    address = f"{edition.settings.site_url}{chapter.address}"
    yield f"<{address}>" if edition.settings.is_addressed else f"[{address}]({address})"
    yield from body(edition, chapter, references, level=2)


def source_entry(edition: Edition, source: Source, references: References) -> str:
    """A source: its reference and address, its uses, and how sure its facts are."""
    told = [linked(edition, references.sources[source.key])]
    told += [f"<{source.get('url')}>."] if source.get("url") else []
    told += [f"{sentence}." for sentence in (relied_on(edition, source), *sure(source)) if sentence]
    return f"- `{source.key}`: {' '.join(told)}"


def relied_on(edition: Edition, source: Source) -> str:
    """Where a source is relied on, with the pages."""
    if not source.is_counted:
        return uncounted(source)
    uses = ((use.paragraph.number, use.locator) for use in edition.uses[source.key])
    places = "; ".join(place(*use) for use in dict.fromkeys(uses))
    return f"{'Named' if source.is_named else 'Cited'} in {places}"


def place(number: str, locator: Locator | None) -> str:
    """A paragraph, by its number, and on which pages of a source it relies."""
    pages = f" ({printed(locator)})" if locator else ""
    return f"para. {number}{pages}"


def sure(source: Source) -> Iterator[str]:
    """How sure the facts about a source are, by the names of its fields; those seen at one place together."""
    seen: dict[str, list[str]] = {}
    for name, where in evidence(source).items():
        seen.setdefault(where, []).append(name)
    kinds = {
        "Printed in the note": source.listed("printed"),
        "Seen": [f"{', '.join(names)} ({escaped(where)})" for where, names in seen.items()],
        "Not verified": source.listed("unverified"),
    }
    yield from (f"{label}: {', '.join(names)}" for label, names in kinds.items() if names)
