"""What the search looks through, in two files fetched on demand: what the first results need, and the texts.

Each source, paragraph and section has a record. Script files and not JSON, so that the search works from a folder on
disk as well.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from edition.cite import source_facts
from edition.cite.references import References
from edition.contents import records
from edition.contents.under_headings import under_headings
from edition.library import Library
from edition.model import (
    SOURCES,
    Edition,
    EditorNote,
    Heading,
    Note,
    Page,
    Paragraph,
    Source,
    inline,
)
from edition.model.inline import Content
from edition.model.languages import Spoken, cut, stretches
from edition.model.locators import Citation, numbers_in, printed
from edition.outputs import File, Shown, Site
from edition.read.institutions import Institution
from edition.words import Words
from edition.write.tree import words_of

Record = tuple[str, str, str, str, str, str, list[tuple[int, int, int, str]], list[tuple[int, int]]]
"""Kind as shown, title, text, further names, words that count least, the address below the site's, in which of these
parts something is not in English, and where in the text stand the sentences that each note of a paragraph covers."""
TITLE, TEXT, NAMES, FAINT, LANGUAGES, COVERED = 1, 2, 3, 4, 6, 7
SEPARATOR = " · "
SECTION = 2
"""The level of the headings whose words are found."""


RECORDS, TEXTS = "assets/javascripts/search-records.js", "assets/javascripts/search-texts.js"


@dataclass(frozen=True)
class Search:
    """The addresses of the two files."""

    records: str
    texts: str


def view(site: Site) -> Iterator[File]:
    words, complete = site.library.edition.words, list(all_records(site.library))
    first = [at_first(record, words) for record in complete]
    yield File(RECORDS, named("editionRecords", first), stamp=RECORDS)
    texts = [afterwards(record, words) for record in complete]
    yield File(TEXTS, named("editionRecordTexts", texts), stamp=TEXTS)


def on_page(page: Shown, site: Site) -> Search:
    return Search(site.stamped[RECORDS], site.stamped[TEXTS])


def named(name: str, data: Sequence[object]) -> str:
    """A script that gives some data a name."""
    return f"globalThis.{name} = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def all_records(library: Library) -> Iterator[Record]:
    edition = library.edition
    yield from source_records(edition, library.references, library.institutions)
    yield from paragraph_records(edition)
    yield from section_records(edition, texts_of_sections(library))


def texts_of_sections(library: Library) -> dict[str, str]:
    """The words under each heading of the pages about the edition, by the heading's address."""
    return {
        f"{page.address}#{fragment}": words
        for page in library.edition.other_pages
        for fragment, words in words_under(
            page, under_headings(page, page.address, library), library.edition
        )
    }


def source_records(
    edition: Edition, references: References, known: Mapping[str, Institution]
) -> Iterator[Record]:
    """A source is found by its reference, and by every other name of its own and of its institutions."""
    for source in edition.sources:
        own = edition.words.language.tag
        shown, title = words_and_title(references.sources[source.key])
        titles = {title: source.title_language, **titles_of(source)}
        names = names_of(source, known, edition.words)
        separated = (words for name in names.items() for words in (name, (SEPARATOR, own)))
        spoken = [
            *spoken_in(TITLE, own, *cut(shown, titles, own)),
            *spoken_in(NAMES, own, *separated),
        ]
        where, remark = cited_where(edition, source), source.get("remark")
        address = edition.source_address(source.key)
        yield (
            edition.words.search.source,
            shown,
            where,
            SEPARATOR.join(names),
            remark,
            address,
            spoken,
            [],
        )


def words_and_title(reference: Content) -> tuple[str, str]:
    """The words of a formatted reference, and those of its title."""
    title = next((part.content for part in inline.source_titles(reference)), ())
    return inline.words(reference), inline.words(title)


def titles_of(source: Source) -> dict[str, str]:
    """The titles of what a source is part of, with their languages."""
    names = filter(source.get, sorted(records.IN_ITS_LANGUAGE))
    return {source.get(name): records.language_of(source, name) for name in names}


def names_of(source: Source, known: Mapping[str, Institution], words: Words) -> dict[str, str]:
    """The further names of a source, each once, with their languages."""
    labels, own = words.sources, words.language.tag
    kind = labels.types[source.entry_type.name], labels.languages[source.get("language")]
    year = source.year or source.year_in_words(words)
    ours = ((name, own) for name in (*numbers(source), *kind, year))
    names: dict[str, str] = {}
    for name, tag in (*records.all_names(source, known), *ours):
        names.setdefault(name, tag)
    return {name: tag for name, tag in names.items() if name}


def spoken_in(part: int, own: str, *pieces: Spoken) -> Iterator[tuple[int, int, int, str]]:
    """Where a part of a record is not in its `own` language."""
    yield from ((part, *stretch) for stretch in stretches(pieces, own))


def numbers(source: Source) -> Iterator[str]:
    """Numbers and addresses in the other forms in which people type them."""
    for name in ("number", "docnumbers", "isbn"):
        yield source.get(name).replace(".", "")
        yield source.get(name).replace("-", "").replace(".", "")
    yield source.get("url").partition("://")[2]
    if handle := source.get("handle"):
        yield f"hdl.handle.net/{handle}"


def cited_where(edition: Edition, source: Source) -> str:
    """The line under a source in the results."""
    if not source.is_counted:
        return source_facts.uncounted(source, edition.words)
    numbers = dict.fromkeys(use.paragraph.number for use in edition.uses[source.key])
    form = edition.words.parts.paragraph
    paragraphs = form.format(number=", ".join(numbers)) if numbers else ""
    editors = edition.editor_uses[source.key]
    return source_facts.relied_on(source, paragraphs, editors, edition.words)


def paragraph_records(edition: Edition) -> Iterator[Record]:
    """A paragraph is found by its words, its number, what it cites, and the notes that stand at it."""
    forms = edition.words.search
    for paragraph_id, chapter in edition.chapter_of.items():
        paragraph = edition.paragraph[paragraph_id]
        number = forms.names_of_paragraph.format(number=paragraph.number, id=paragraph_id)
        cited = " ¶ ".join([number, *(cited_words(note, edition) for note in paragraph.notes)])
        address = f"{chapter.address}#{paragraph_id}"
        label = edition.words.chapter.editor_note
        beside = (f"{label} {note.text}" for note in edition.editor_notes[paragraph_id])
        explained = dict.fromkeys(note.explained for note in paragraph.notes)
        faint = " ".join([*explained, *beside])
        title = heading_of(paragraph, chapter)
        kind, text = forms.paragraph.format(number=paragraph.number), paragraph.text
        spoken = spoken_by(edition.words, title, text)
        covered = [paragraph.covered_by(note) for note in paragraph.notes]
        yield kind, title, text, cited, faint.strip(), address, spoken, covered


def heading_of(paragraph: Paragraph, chapter: Page) -> str:
    return f"{chapter.title}: {paragraph.heading.title}" if paragraph.heading else chapter.title


def cited_words(note: Note, edition: Edition) -> str:
    """What a note cites: each source by what follows `sources/` in its address, where the search puts all its names,
    and where in it."""
    words: list[str] = []
    for citation in note.citations:
        words.append(f"@{edition.source_address(citation.key).split('/')[1]}")
        words += filter(None, [printed(citation.locators, edition.words)])
        words += located(citation, edition.words)
    return " ".join(words)


def located(citation: Citation, words: Words) -> Iterator[str]:
    """Where in a source a note relies on it: every page, every other number, and what is counted, in full."""
    for locator in citation.locators:
        yield from filter(None, [words.locators.names.get(locator.kind, "")])
        yield from numbers_in(locator)


def section_records(edition: Edition, text_of: Mapping[str, str]) -> Iterator[Record]:
    """A page or a heading is found by its title, one of the pages about the edition by its words as well."""
    words = edition.words
    for page in edition.pages:
        standfirst = page.meta.get("standfirst", "")
        yield section(words, page.title, standfirst, "", page.address or "./")
        for heading in page.headings:
            address = f"{page.address}#{heading.id}"
            yield section(words, heading.title, text_of.get(address, ""), page.title, address)
    yield section(words, words.parts.sources, "", words.search.names_of_catalogue, SOURCES)


def words_under(
    page: Page, filled: Mapping[str, Sequence[Element]], edition: Edition
) -> Iterator[tuple[str, str]]:
    """The words under each section's heading, by the heading's id; `filled` is what stands there beside the text."""
    by_heading: dict[str, list[str]] = {}
    section: list[str] = []
    for block in page.blocks:
        if isinstance(block, Heading) and block.level == SECTION:
            section = by_heading.setdefault(block.id, [words_of(filled.get(block.id, ()))])
        elif isinstance(block, EditorNote):
            section += [edition.words.chapter.editor_note, block.text]
        elif not isinstance(block, Paragraph):
            section += block.texts
    for heading_id, words in by_heading.items():
        yield heading_id, " ".join(filter(None, words))


def at_first(record: Record, words: Words) -> tuple[object, ...]:
    """A record in the first file: what comes with the second is None."""
    later = {at: None for at in afterwards(record, words)}
    return tuple(later.get(at, part) for at, part in enumerate(record))


def afterwards(record: Record, words: Words) -> dict[int, object]:
    """The parts of a record that come later: a text, unless it is the short line under a source, with where its
    languages and its notes' sentences stand, and the words that count least."""
    is_long = record[0] != words.search.source and record[TEXT]
    late = {TEXT, LANGUAGES, COVERED} if is_long else set[int]()
    return {at: part for at, part in enumerate(record) if part and at in late | {FAINT}}


def section(words: Words, title: str, text: str, names: str, address: str) -> Record:
    spoken = spoken_by(words, title, text)
    return words.search.section, title, text, names, "", address, spoken, []


def spoken_by(words: Words, title: str, text: str) -> list[tuple[int, int, int, str]]:
    """Where a record of the edition's own text is not in its language."""
    own = words.language.tag
    return [*spoken_in(TITLE, own, (title, own)), *spoken_in(TEXT, own, (text, own))]
