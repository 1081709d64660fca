"""What an entry takes from others: from the work that it stands in (`crossref`), and from `xdata`, as biblatex has it
(manual, appendix B)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from edition.problems import Problem, Problems
from edition.read.sources.field_names import BOOKKEEPING
from edition.read.sources.typed_values import TypedEntry, TypedField
from edition.read.typed_entries import BIBLIOGRAPHY, inherited

PARTS_OF_BOOKS = frozenset({"inbook", "bookinbook", "suppbook"})
PARTS_OF_COLLECTIONS = frozenset({"incollection", "inreference", "suppcollection"})
PARTS = PARTS_OF_BOOKS | PARTS_OF_COLLECTIONS | {"inproceedings"}
WHOLES = frozenset({"book", "collection", "reference", "proceedings"})
STANDS_IN: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (frozenset({"mvbook", "mvcollection", "mvreference", "mvproceedings"}), PARTS | WHOLES, "main"),
    (WHOLES, PARTS, "book"),
    (frozenset({"periodical"}), frozenset({"article", "suppperiodical"}), "journal"),
)
"""Types of entries that stand in others, and what is put before the names of the other's titles. BibTeX's files put
parts into wholes of any kind, biblatex's into those of their own."""
TITLES = ("title", "subtitle", "titleaddon")
ORIGINALS = {"origtitle": {"book": "origbooktitle", "journal": "origjournaltitle"}}
OWN = frozenset({
    "crossref", "xdata", "xref", "ids", "entryset", "entrysubtype", "execute", "label", "options", "presort", "related",
    "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey", "shorttitle",
    "sorttitle", "indextitle", "indexsorttitle", "keywords", "remark", "body", "titletranslation", "titletranslationby",
    "titlerendered", "publishedtitle", "wholenumber", "doi", "url", "urldate", "handle", "eprint", "eprinttype",
    "eprintclass", "pmid", "pmcid", "note", "addendum", "howpublished", "totalpages", "pages", "eid", *TITLES,
})  # fmt: skip
"""Fields that belong to one entry alone: also what identifies a work and not its parts, which biber hands on."""
ACCOUNTS = ("printed", "unverified", "evidence")
DATE_PARTS = {"date", "year", "month", "day"}


class Inheritance:
    """Fills entries from those that they name; what is named and not there is a problem."""

    def __init__(self, entries: list[TypedEntry], problems: Problems) -> None:
        self.entries = {entry.key: entry for entry in entries}
        self.problems = problems
        self.done: dict[str, TypedEntry] = {}
        self.parents: set[str] = set()
        """The keys of what others stand in, or take data from."""
        self.missing: dict[tuple[str, str], list[tuple[str, int]]] = {}
        """What is named and not there, by the field that names it, with the entries that name it and their lines."""

    def filled(self, entry: TypedEntry, below: tuple[str, ...] = ()) -> TypedEntry:
        """An entry with what it takes from others; `below` are the keys of those that lead to it."""
        if entry.key not in self.done:
            fields = dict(entry.fields)
            for name in ("xdata", "crossref"):
                for key in self.named(entry, name):
                    if parent := self.parent(entry, name, key, (*below, entry.key)):
                        take(fields, entry.type, parent, name)
            taken = frozenset(fields.keys() - entry.fields.keys())
            self.done[entry.key] = replace(entry, fields=fields, inherited=taken)
        return self.done[entry.key]

    def named(self, entry: TypedEntry, name: str) -> list[str]:
        typed = entry.fields.get(name)
        return (
            [key.strip("{} ") for key in typed.value.split(",") if key.strip("{} ")]
            if typed
            else []
        )

    def parent(
        self, entry: TypedEntry, name: str, key: str, below: tuple[str, ...]
    ) -> TypedEntry | None:
        """The entry that a field names, filled itself; none where there is none, or where it leads back."""
        line = entry.fields[name].line
        if key in below:
            what = f"{entry.key}: {name} '{key}' leads back to the entry itself"
            self.problems.append(Problem(BIBLIOGRAPHY, line, what, f"delete one '{name}'"))
            return None
        if key not in self.entries:
            self.missing.setdefault((name, key), []).append((entry.key, line))
            return None
        self.parents.add(key)
        return self.filled(self.entries[key], below)

    def what_is_missing(self) -> Iterator[Problem]:
        """What is named and not there: one problem each, at its first mention."""
        for (name, key), mentions in self.missing.items():
            (first, line), *others = mentions
            do = "does" if len(others) == 1 else "do"
            more = f", as {do} {len(others)} more" if others else ""
            near = get_close_matches(key, sorted(self.entries), n=1, cutoff=0.85)
            what = f"{first}: {name} names '{key}'{more}, and there is no such entry"
            remedy = (
                f"did you mean '{near[0]}'?"
                if near
                else f"add the entry '{key}', or delete the {name}"
            )
            spoils = {inherited(entry) for entry, _ in mentions}
            yield Problem(BIBLIOGRAPHY, line, what, remedy, spoils)


def take(fields: dict[str, TypedField], kind: str, parent: TypedEntry, by: str) -> None:
    """Adds to the fields of an entry those of its parent that it lacks, with how sure they are."""
    prefix = "" if by == "xdata" else title_prefix(parent.type, kind)
    has_date = bool(DATE_PARTS & fields.keys())
    taken: dict[str, str] = {}
    for name, typed in parent.fields.items():
        for own in names_in_child(name, prefix, kind, by):
            if own not in fields and not (own in DATE_PARTS and has_date):
                fields[own] = replace(typed, name=own)
                taken[name] = own
    for name in ACCOUNTS:
        account(fields, parent, name, taken)


def title_prefix(parent: str, kind: str) -> str:
    """What is put before a title's name where one type of entry stands in another; empty where it does not."""
    return next(
        (prefix for parents, kinds, prefix in STANDS_IN if parent in parents and kind in kinds), ""
    )


def names_in_child(name: str, prefix: str, kind: str, by: str) -> Iterator[str]:
    """The names that a field of the parent has in the entry."""
    if by == "xdata":
        yield from () if name in (*ACCOUNTS, "keywords") else (name,)
    elif prefix and name in TITLES:
        yield f"{prefix}{name}"
    elif prefix and name in ORIGINALS:
        yield from filter(None, [ORIGINALS[name].get(prefix, "")])
    elif name not in OWN and name not in ACCOUNTS and name not in BOOKKEEPING:
        yield name
        if name == "author" and kind in PARTS_OF_BOOKS:
            yield "bookauthor"


def account(
    fields: dict[str, TypedField], parent: TypedEntry, account: str, taken: Mapping[str, str]
) -> None:
    """What was taken is as sure as in the parent."""
    typed = parent.fields.get(account)
    if not typed:
        return
    separator = ";" if account == "evidence" else ","
    said = [part.strip() for part in typed.value.split(separator)]
    moved = [
        f"{taken[name]}{part[len(name) :]}"
        for part in said
        if (name := part.partition(":")[0].strip()) in taken
    ]
    if moved:
        own = fields.get(account)
        parts = [own.value] if own and own.value else []
        joined = f"{separator} ".join([*parts, *moved])
        fields[account] = TypedField(account, joined, own.line if own else typed.line)
