"""What must hold between the notes and references.bib: one generator of problems a rule, its docstring the rule."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from edition.model import PARAGRAPH_ID, Block, Edition, Source, inline
from edition.problems import Problem, Rule, did_you_mean, kind_of
from edition.read.typed_entries import ALL_SOURCES, BIBLIOGRAPHY
from edition.rules.facts import ALL_CITED, also, key, presence, texts_of
from edition.rules.printed_forms import outside_code

SHOWN = 40
"""Letters of a quotation that a message shows."""
BRACKETED = re.compile(r"\[([A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+)([^\[\]]*)\](?!\()")
"""What may be a key without its sign; a key holds a hyphen in nearly all editions."""
RESERVED_KEYS = {"sources": "those of the whole list", "index": "the list itself"}
"""Names below /sources/ that are taken, each with what bears it."""


def known_keys(edition: Edition) -> Iterator[Problem]:
    """A note cites sources that references.bib holds; a key that it does not is one mistake, wherever it stands."""
    unknown: dict[str, dict[tuple[str, int], None]] = {}
    for chapter in edition.chapters:
        for citation, line in sorted(chapter.cited, key=lambda cited: cited[1]):
            if citation.key not in edition.source:
                unknown.setdefault(citation.key, {})[chapter.path, line] = None
    for name, places in unknown.items():
        otherwise = f"add it to {BIBLIOGRAPHY}, or write '\\@{name}' for an account's name"
        remedy = did_you_mean(name, edition.source, otherwise)
        if name in edition.entries:  # one from which others take data
            remedy = "add 'keywords = {cited},' to its entry, which stands there for others alone"
        what = f"unknown source key '{name}'{also(list(places)[1:])}"
        yield Problem(*next(iter(places)), what, remedy, {ALL_CITED, key(name)}, {ALL_SOURCES})


def no_key_without_sign(edition: Edition) -> Iterator[Problem]:
    """A key of references.bib between square brackets stands after '@', but in a link's words."""
    for page in edition.pages:
        for number, line in outside_code(page.typed):
            for match in BRACKETED.finditer(line):
                if match[1] in edition.source:
                    what = f"'[{match[1]}{match[2]}]' is no citation"
                    remedy = f"write '[@{match[1]}{match[2]}]'"
                    yield Problem(page.path, number, what, remedy, {page.path, ALL_CITED})


def note_holds_something(edition: Edition) -> Iterator[Problem]:
    """A note cites at least one source."""
    for chapter in edition.chapters:
        for note in chapter.notes:
            if note.is_whole and not note.citations:
                what, remedy = (
                    f"note [^{note.number}] names no source",
                    "end its definition with '[@key]'",
                )
                yield Problem(chapter.path, note.line, what, remedy, rests_on={chapter.path})


def quotation_cites(edition: Edition) -> Iterator[Problem]:
    """A quotation in a chapter cites its source: else its words would pass for the author's or for ours."""
    for chapter in edition.chapters:
        blocks = (block for paragraph in chapter.paragraphs for block in whole(paragraph.blocks))
        for quotation in (found for block in blocks for found in quotations(block)):
            texts = " ".join(quotation.texts)
            marks = [mark for text in quotation.contents for mark in inline.note_marks(text)]
            if not marks and "@" not in texts:  # One that cannot be read is reported as such.
                last = " ".join([*quotation.texts][-1:])[-SHOWN:]
                remedy = f"end it with its citation: '{last}[@key, p. 5]'"
                what = "a quotation that cites no source"
                facts = {kind_of(chapter.path, quotation.line)}
                yield Problem(chapter.path, quotation.line, what, remedy, rests_on=facts)


def whole(blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks, of quotations right below each other the last alone: that they are parted is reported."""
    for block, below in zip_longest(blocks, blocks[1:]):
        if not (below and block.element == below.element == "blockquote"):
            yield block


def quotations(block: Block) -> Iterator[Block]:
    """The quotations in a block, or that it is, without those within quotations."""
    if block.element == "blockquote":
        yield block
    else:
        yield from (found for inner in block.blocks for found in quotations(inner))


def every_source_is_used(edition: Edition) -> Iterator[Problem]:
    """A source is cited by a note or named in the text, as its keywords say; exempt are the article and its versions.
    Where a key is mistyped, nobody knows which."""
    texts = texts_of(edition) | {ALL_CITED}
    for source in edition.sources:
        uses = edition.uses[source.key]
        is_used = any((use.note is None) == source.is_named for use in uses)
        is_used |= bool(edition.editor_uses[source.key])
        if source.is_counted and not is_used:
            what = f"nothing {'names' if source.is_named else 'cites'} the source '{source.key}'"
            facts = texts | {presence(source, "keywords")}
            yield Problem(BIBLIOGRAPHY, source.line, what, how_to_use(source), rests_on=facts)


def how_to_use(source: Source) -> str:
    if source.is_named:
        return f"link to it, [words](sources.md#{source.key}), or take the entry out"
    return f"cite it, [@{source.key}], or take the entry out"


def keys_name_different_files(edition: Edition) -> Iterator[Problem]:
    """Two keys that differ only in case, or a reserved name, would overwrite each other's files; one that looks like
    the number of a paragraph would be two ids."""
    owners = dict(RESERVED_KEYS)
    for source in edition.sources:
        name = source.key.casefold()
        if name in owners:
            what = f"the files of '{source.key}' would take the place of {owners[name]}"
            yield Problem(BIBLIOGRAPHY, source.line, what, "give the entry another key")
        elif PARAGRAPH_ID.fullmatch(name):
            what = f"key '{source.key}' looks like the id of a paragraph"
            yield Problem(BIBLIOGRAPHY, source.line, what, "give the entry another key")
        owners.setdefault(name, f"those of '{source.key}'")


def one_article(edition: Edition) -> Iterator[Problem]:
    """Exactly one entry is the article that the edition restates."""
    count = sum(source.is_article for source in edition.sources)
    if count != 1:
        what = f"{count} entries have the keyword 'article'"
        remedy = "give 'keywords = {article}' to the restated article alone"
        facts = {ALL_SOURCES, *(presence(source, "keywords") for source in edition.sources)}
        yield Problem(BIBLIOGRAPHY, 0, what, remedy, rests_on=facts)


RULES: tuple[Rule[Edition], ...] = (
    known_keys,
    no_key_without_sign,
    note_holds_something,
    quotation_cites,
    every_source_is_used,
    keys_name_different_files,
    one_article,
)
