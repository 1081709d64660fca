"""The edition for language models and other programs that read text: an overview in the form of llmstxt.org, and the
whole in one file. Both say that the text restates, and how to cite it."""

from collections.abc import Iterable, Iterator, Sequence, Set

from edition.cite import source_facts
from edition.cite.export_files import OF_LIST, of_chapter
from edition.cite.formats import BIBTEX, CSL_JSON, RIS
from edition.cite.references import References
from edition.cite.restated import name_of, paragraphs_of
from edition.keep.frozen_editions import DATA, SCHEMA
from edition.model import SOURCES, Edition, Page, Source
from edition.model.locators import Locator, printed
from edition.words import Words
from edition.write.chapter_markdown import body, linked, notice
from edition.write.markdown import escaped

Item = tuple[str, str, str]
"""A line of a section: its words, an address below the site's, and what is there."""


def overview(edition: Edition, references: References, built: Set[str]) -> str:
    """The file llms.txt: a title, a summary, the notice that it restates, then sections of links.

    `built` are the addresses of the site's files: nothing else is linked to.
    """
    edition = edition.seen_from()
    site, words = edition.home, edition.words.files
    parts = [
        f"# {escaped(name_of(edition))}",
        f"> {summary(edition)}",
        *notice(edition, references),
        section(words.chapters, site, built, chapter_items(edition)),
        section(edition.words.parts.sources, site, built, source_items(edition)),
        section(words.whole, site, built, whole_items(edition)),
        section(words.optional, site, built, page_items(edition)),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def summary(edition: Edition) -> str:
    return edition.words.files.summary.format(
        paragraphs=len(edition.paragraph),
        notes=len(edition.notes),
        sources=len(edition.cited_sources),
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
        notes = edition.words.parts.notes.of(len(chapter.notes), numbers=chapter.note_range)
        holds = [paragraphs_of(edition, chapter), *[notes] * bool(chapter.notes)]
        what = f"{chapter.meta.get('summary', '')}; {', '.join(holds)}"
        yield chapter.title, f"{chapter.address}index.md", what


def source_items(edition: Edition) -> Iterator[Item]:
    words = edition.words.files
    yield edition.words.parts.sources, SOURCES, words.sources
    for form in (CSL_JSON, BIBTEX, RIS):
        yield (
            words.sources_as.format(format=form.name),
            f"{OF_LIST}.{form.ending}",
            words.all_sources,
        )
    for chapter in edition.chapters:
        title = words.sources_of.format(chapter=chapter.title)
        yield title, f"{of_chapter(chapter)}.{CSL_JSON.ending}", words.those_of_chapter


FULL_TEXT = "llms-full.txt"


def whole_items(edition: Edition) -> Iterator[Item]:
    words = edition.words.files
    whole = {FULL_TEXT: words.full_text, DATA: words.data, SCHEMA: words.schema}
    yield from ((file, file, what) for file, what in whole.items())


def page_items(edition: Edition) -> Iterator[Item]:
    for page in edition.other_pages:
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
        f"## {edition.words.parts.sources}",
        edition.words.files.certainty,
        *(source_entry(edition, source, references) for source in edition.sources),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def left_out(edition: Edition) -> str:
    """Names the pages that restate nothing, and so are not in the file."""
    site = edition.home
    pages = [f"[{escaped(page.title)}]({site}{page.address})" for page in edition.other_pages]
    return edition.words.files.left_out.format(pages=", ".join(pages)) if pages else ""


def chapter_parts(edition: Edition, chapter: Page, references: References) -> Iterator[str]:
    yield f"## {escaped(chapter.title)}"
    address = f"{edition.home}{chapter.address}"
    yield f"<{address}>" if edition.settings.is_addressed else f"[{address}]({address})"
    yield from body(edition, chapter, references, level=2)


def source_entry(edition: Edition, source: Source, references: References) -> str:
    """A source: its reference and address, its uses, and how sure its facts are."""
    parts = [linked(edition, references.sources[source.key])]
    parts += [f"<{source.get('url')}>."] if source.get("url") else []
    sentences = relied_on(edition, source), *sure(source, edition.words)
    parts += [f"{sentence}." for sentence in sentences]
    return f"- `{source.key}`: {' '.join(parts)}"


def relied_on(edition: Edition, source: Source) -> str:
    """Where a source is relied on, with the pages."""
    if not source.is_counted:
        return source_facts.uncounted(source, edition.words)
    uses = ((use.paragraph.number, use.locators) for use in edition.uses[source.key])
    paragraphs = "; ".join(paragraph_with_pages(edition, *use) for use in dict.fromkeys(uses))
    editors = edition.editor_uses[source.key]
    return source_facts.relied_on(source, paragraphs, editors, edition.words)


def paragraph_with_pages(edition: Edition, number: str, locators: Sequence[Locator]) -> str:
    """A paragraph, by its number, and on which pages of a source it relies."""
    pages = f" ({printed(locators, edition.words)})" if locators else ""
    return edition.words.parts.paragraph.format(number=number) + pages


def sure(source: Source, words: Words) -> Iterator[str]:
    """Which fields of a source are printed in the article, seen elsewhere (by where), or not verified."""
    seen: dict[str, list[str]] = {}
    for name, where in source.evidence.items():
        seen.setdefault(where, []).append(name)
    labels = words.files
    kinds = {
        labels.printed: source.listed("printed"),
        labels.seen: [f"{', '.join(names)} ({escaped(where)})" for where, names in seen.items()],
        labels.unverified: source.listed("unverified"),
    }
    yield from (f"{label}: {', '.join(names)}" for label, names in kinds.items() if names)
