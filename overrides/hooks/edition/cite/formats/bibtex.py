"""Sources, and parts of the edition, as BibTeX, by pybtex.

BibTeX is for LaTeX first: the fields of an entry as they stand, but for those that biblatex cannot use or print.
"""

from collections.abc import Container, Iterator, Mapping

from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.output.bibtex import Writer

from edition.cite.formats.exported_tex import LATIN, for_programs
from edition.cite.restated import Cited
from edition.cite.source_facts import in_one, kept_whole, remarks
from edition.model import Source
from edition.model.dates import STATES, UNDATED
from edition.model.entries.entry_type import ISSUER
from edition.read.sources.field_names import VERBATIM
from edition.words import Words

RENAMED = {"totalpages": "pagetotal"}
"""Fields that biblatex and Zotero know by another name than ours."""
BIBLATEX_LANGUAGES = {"english", "spanish", "portuguese", "french", "german"}
"""Languages that biblatex has a word for; it prints another as it stands."""
LOST = frozenset({
    "titleaddon", "booksubtitle", "booktitleaddon", "maintitle", "mainsubtitle", "maintitleaddon", "journalsubtitle",
    "issue", "part", "eid", "eventtitleaddon", "volumes", "chapter",
})  # fmt: skip
"""Fields of biblatex that Zotero does not know."""
SHORTEST = len("http://")
"""How long the words at least are that Zotero keeps of where something was published."""
NEVER_PRINTED = {"remark", "evidence"}
"""Fields of ours in which we may write what we like."""


class TexWriter(Writer):  # type: ignore[misc]  # pybtex states no types
    """Writes entries whose fields are TeX, and UTF-8, already; pybtex's own would make TeX of them again."""

    def _encode(self, text: str) -> str:
        return text

    def quote(self, text: str) -> str:
        return f"{{{text}}}"


def as_bibtex(entries: Mapping[str, Entry]) -> str:
    """Entries by their citation keys, as a file."""
    return str(TexWriter().to_string(BibliographyData(entries)))


def source_entry(source: Source, entry: Entry, words: Words) -> Entry:
    """An entry of references.bib as others can use it: our keywords are no tags of theirs, and what pdfLaTeX cannot
    set stands in `comment`, which Zotero knows as a note and biblatex does not know."""
    used = {name: value for name, value in entry.fields.items() if not is_left_out(source, name)}
    fields = {RENAMED.get(name, name): in_tex(name, value) for name, value in used.items()}
    if "language" in fields and fields["language"] not in BIBLATEX_LANGUAGES:
        fields["language"] = fields["language"].capitalize()
    if lone_issue(source):  # which biblatex takes for a name, such as that of a season
        fields = {"number" if name == "issue" else name: value for name, value in fields.items()}
    if source.dated("date").state:  # no date that biblatex could read
        fields.pop("date", None)
    if source.issued.state == UNDATED:
        fields["year"] = UNDATED
    if state := STATES.get(source.issued.state):
        fields["pubstate"] = state
    copied = source.entry_type.copied_in_bibtex
    copies = {copy: fields[name] for name, copy in copied.items() if fields.get(name)}
    fields |= {copy: value for copy, value in copies.items() if copy not in fields}
    if source.address:
        fields.setdefault("url", source.address)
    if comment := [*remarks(source, kept(source, used), words), *kind_in_words(source, words)]:
        fields["comment"] = as_tex(in_one(comment))
    return Entry(source.entry_type.bibtex or entry.type, fields, entry.persons)


def in_tex(name: str, value: str) -> str:
    """A field as programs read it: addresses as they are, all else as TeX that they know."""
    return value if name in VERBATIM else for_programs(value)


def kind_in_words(source: Source, words: Words) -> Iterator[str]:
    """What a source is, where its type has to be another's and nothing else tells it."""
    kind = source.entry_type
    if kind.bibtex and not source.has("type"):
        yield f"{words.exports.labels['type']}: {words.sources.types[kind.name].lower()}"


def kept(source: Source, used: Container[str]) -> frozenset[str]:
    """The fields that Zotero keeps of those that are used. It reads pages, a list of names, and a date with its signs
    whole; of the names that are its own it keeps those of a note, and where a source was published."""
    kind = source.entry_type
    lost = LOST | kind.named(kind.lost_in_bibtex)
    lost_parts = LOST - ({"issue"} if lone_issue(source) else set())
    has_lost_part = {source.part_of(name) for name in lost_parts if source.has(name)}
    whole = {*kept_whole(source), "doi", "note", "howpublished", *({"pages"} & kind.has_place_for)}
    whole |= {"date"} if source.dated("date").known else set()
    if ISSUER in kind.zotero_fields:
        whole = whole - {*kind.issuers} | {issuer_read(source, used)}
    whole -= {"howpublished"} if len(source.get("howpublished")) < SHORTEST else set()
    written = {"number"} if lone_issue(source) else set()
    written |= {name for name in whole if name in used or name in source.persons}
    return frozenset((whole - lost - has_lost_part) & written)


def issuer_read(source: Source, used: Container[str]) -> str:
    """The field that Zotero takes for who issued a source: a publisher, else what stands last of the others."""
    others = [name for name in source.fields if name in ("institution", "organization")]
    return next(
        (name for name in ("publisher", *others[::-1]) if source.has(name) and name in used), ""
    )


def lone_issue(source: Source) -> bool:
    """Whether an issue is a number, and the only one."""
    return source.get("issue")[:1].isdigit() and not source.has("number")


def is_left_out(source: Source, name: str) -> bool:
    """Our keywords, and what pdfLaTeX cannot set, so far as the entry can do without; where it cannot set the title
    either, all stays but what is said of an original."""
    stays = name in NEVER_PRINTED or name in source.entry_type.required
    stays = stays or not (name.startswith("orig") or LATIN.fullmatch(source.get("title")))
    return name == "keywords" or not (stays or LATIN.fullmatch(source.get(name)))


def cited_entry(cited: Cited) -> Entry:
    """A part of the edition as a part of a collection, the whole as a book; never as the author's article."""
    texts = {
        "title": f"{{{as_tex(cited.title)}}}",
        "booktitle": f"{{{as_tex(cited.container)}}}" if cited.container else "",
        "date": cited.date,
        "url": cited.address,
        "note": as_tex(cited.remark),
        "language": cited.language.name,
        "langid": cited.language.name,
    }
    fields = {name: text for name, text in texts.items() if text}
    authors = [Person(first=author.given, last=author.family) for author in cited.authors]
    return Entry("incollection" if cited.container else "book", fields, {"author": authors})


def as_tex(text: str) -> str:
    """Plain text as TeX."""
    signs = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
    return "".join(signs.get(c, f"\\{c}" if c in "&%$#_{}" else c) for c in text)
