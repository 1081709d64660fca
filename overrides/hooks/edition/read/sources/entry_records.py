"""An entry of references.bib, under biblatex's names, as a source, and as BibTeX has it for exports."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pybtex.database import Entry
from pybtex.database import Person as Name

from edition.model import inline
from edition.model.entries.entry_fields import DATES, FACTS, ROLES
from edition.model.inline import Content, Text
from edition.model.source import LANGUAGES, Person, Source
from edition.problems import Problem
from edition.read.sources.field_names import OURS, VERBATIM, WORDS
from edition.read.sources.language_words import known_language
from edition.read.sources.plain_addresses import read_address
from edition.read.sources.typed_values import TypedEntry, TypedField
from edition.read.sources.values.date_guesses import is_readable
from edition.read.sources.values.name_faults import fault_of_names
from edition.read.sources.values.name_words import HAN
from edition.read.sources.values.names import read_names
from edition.read.sources.values.numbers import READERS, ordinal
from edition.read.sources.values.pasted_html import fault_of_html
from edition.read.sources.values.tex import FORMULA, Fault, read_tex
from edition.read.sources.values.typed_dates import joined_date, read_typed_date
from edition.read.typed_entries import BIBLIOGRAPHY

SPECIAL = re.compile(r"(?<!\\)(?:\\\\)*([%$#&])")
SPARED = re.compile(r"\\(?:url|href|nolinkurl|path)\s*\{[^{}]*\}|\\['`^~=.\"]")
"""Addresses, in which TeX reads signs as they are, and accents."""
SCRIPT = re.compile(rf"(?s)\$[^$]+\$|\\\(.*?\\\)|{SPARED.pattern}|(?<!\\)[_^]")
"""Formulas and addresses, in which '_' and '^' stay as they are, and each of these elsewhere."""
ISBD = re.compile(r"\s*([:;,/=])$")
"""The signs by which catalogues part fields, which can come with what is copied."""
PARTS_OF_DATE = ("year", "month", "day")
LEADING = {"crossref", "xdata"}
BABEL = re.compile(r"[a-z]{4,}")


@dataclass
class Record:
    """What an entry states: its fields as plain text and as TeX, its persons, and what cannot be read of it."""

    typed: TypedEntry
    fields: dict[str, str] = field(default_factory=dict)
    marked: dict[str, Content] = field(default_factory=dict)
    persons: dict[str, tuple[Person, ...]] = field(default_factory=dict)
    cut_short: set[str] = field(default_factory=set)
    tex: dict[str, str] = field(default_factory=dict)
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)
    faults: list[tuple[str, Fault]] = field(default_factory=list)

    @property
    def source(self) -> Source:
        entry = self.typed
        own = {
            name: typed.line for name, typed in entry.fields.items() if name not in entry.inherited
        }
        if "year" in own:
            own.setdefault("date", own["year"])
        cut_short = frozenset(self.cut_short)
        return Source(
            entry.key,
            entry.type,
            entry.line,
            self.fields,
            self.persons,
            own,
            self.marked,
            cut_short,
            entry.inherited,
        )

    @property
    def entry(self) -> Entry:
        """The entry for exports: all of it, under biblatex's names."""
        return Entry(
            self.typed.type, self.tex, {role: [*names] for role, names in self.names.items()}
        )

    @property
    def problems(self) -> Iterator[Problem]:
        """What cannot be read of its own fields; those that it inherits are reported where they stand."""
        for name, fault in self.faults:
            if name not in self.typed.inherited:
                typed = self.typed.fields.get(name)
                line = typed.line if typed else self.typed.line
                yield Problem(BIBLIOGRAPHY, line, f"{self.typed.key}: {fault.what}", fault.remedy)


def record_of(entry: TypedEntry) -> Record:
    """Reads an entry."""
    record = Record(entry)
    first = entry.fields.get("familyfirst")
    family_first = {role.strip() for role in first.value.split(",")} if first else set()
    for name, typed in entry.fields.items():
        if name in LEADING or name in PARTS_OF_DATE[1:]:
            continue
        if name in ROLES:
            add_persons(record, typed, name in family_first)
        elif name in DATES or name == "year":
            add_date(record, typed)
        else:
            add_text(record, typed)
    if not {"year", "date"} & entry.fields.keys():
        add_month_alone(record)
    add_languages(record)
    return record


def fault(record: Record, name: str, *faults: Fault | None) -> None:
    record.faults += [(name, each) for each in faults if each]


def add_persons(record: Record, typed: TypedField, is_family_first: bool) -> None:
    """Adds the persons of a role; a list that would be read as others than those meant has none."""
    if wrong := fault_of_html(typed.name, typed.value) or fault_of_names(typed.name, typed.value):
        fault(record, typed.name, wrong)
        record.persons[typed.name] = (Person(typed.name),)  # nothing else is said of it
        return
    names = read_names(typed.value, is_family_first)
    fault(record, typed.name, *unescaped(typed), in_field(names.faults, typed.name))
    record.persons[typed.name], record.names[typed.name] = names.persons, names.typed
    record.cut_short |= {typed.name} if names.is_cut_short else set()


def add_date(record: Record, typed: TypedField) -> None:
    """Adds a date: of `year`, with month and day, the field `date`, where there is none beside it."""
    fields = record.typed.fields
    if typed.name != "year":
        date, wrong = read_typed_date(typed.name, typed.value)
    else:
        month, day = (fields[name].value if name in fields else "" for name in PARTS_OF_DATE[1:])
        date, wrong = joined_date(typed.value, month, day)
    fault(record, typed.name, wrong)
    if typed.name == "year" and "date" in fields:
        fault(record, "year", differing(date, fields["date"].value))
        return
    name = "date" if typed.name == "year" else typed.name
    record.fields[name] = record.tex[name] = date


def differing(year: str, date: str) -> Fault | None:
    """What is wrong with a year beside a date: biblatex takes no notice of it."""
    if date.startswith(year) or year.startswith(date):
        return None
    if not is_readable(date):
        return None
    return Fault(
        f"'year' says {year} and 'date' {date}", "delete 'year', or the date if that is wrong"
    )


def add_month_alone(record: Record) -> None:
    """Says that a month or a day has no year."""
    for name in PARTS_OF_DATE[1:]:
        if name in record.typed.fields:
            fault(
                record,
                name,
                Fault(f"'{name}' without a year", "add 'year = {…}', or write 'date = {2018-04}'"),
            )
            return


def add_text(record: Record, typed: TypedField) -> None:
    """Adds a field of words, as plain text, and as running text where it has markup."""
    name = typed.name
    record.tex[name] = typed.value
    if name in VERBATIM:
        value, wrong = read_address(name, typed.value)
        fault(record, name, wrong)
        record.fields[name] = record.tex[name] = value
        return
    content, faults = read_tex(typed.value)
    record.tex[name] = with_scripts_escaped(typed) if name in FACTS else typed.value
    if wrong := fault_of_html(name, typed.value) or fault_of_xdata(typed):
        fault(record, name, wrong)
    elif name in FACTS - READERS.keys() and (sign := ISBD.search(inline.words(content))):
        before, _, behind = typed.value.rpartition(sign[1])
        kept = before.rstrip() + behind.strip()  # the braces that close after it
        fault(record, name, Fault(f"{name} ends in '{sign[1]}'", f"write '{name} = {{{kept}}}'"))
    elif name in FACTS | OURS:
        fault(record, name, *unescaped(typed), in_field(faults, name))
    text = " ".join(re.split(r"[ \t\n]+", inline.words(content))).strip()
    record.fields[name] = in_our_form(record, name, text) or ("…" if faults else "")
    if any(not isinstance(part, Text) for part in content):
        record.marked[name] = content


def in_our_form(record: Record, name: str, text: str) -> str:
    """A text in the one form that its field has."""
    text = " and ".join(WORDS.get((name, part), part) for part in text.split(" and "))
    if name == "series" and record.typed.type == "article" and text.isdecimal():
        return f"{ordinal(int(text))} series"  # as biblatex prints it
    if name not in READERS or (name == "number" and record.typed.type != "article"):
        return text
    value, wrong = READERS[name](text)
    fault(record, name, wrong)
    return value


def in_field(faults: Sequence[Fault], name: str) -> Fault | None:
    """What cannot be read of the TeX in a field, as one fault."""
    whats = list(dict.fromkeys(fault.what for fault in faults))
    if len(whats) < 2:
        return Fault(f"{whats[0]} in '{name}'", faults[0].remedy) if whats else None
    listed = ", ".join(what.replace("the command ", "", 1) for what in whats)
    return Fault(
        f"commands that are not known in '{name}': {listed}",
        "write in Unicode what they print, or take them out",
    )


def unescaped(typed: TypedField) -> list[Fault]:
    """TeX cuts a text at '%', makes mathematics of '$', and loses '#' and '&': a field has them as '\\%'."""
    text = SPARED.sub("", FORMULA.sub("", typed.value))
    signs = sorted(set(SPECIAL.findall(text)))
    return [
        Fault(f"'{sign}' in '{typed.name}' means something else to TeX", f"write '\\{sign}'")
        for sign in signs
    ]


def with_scripts_escaped(typed: TypedField) -> str:
    """A field as TeX in which '_' and '^' stand for themselves: bare ones are signs of formulas, and stop TeX."""
    escapes = {"_": r"\_", "^": r"\^{}"}
    return SCRIPT.sub(lambda found: escapes.get(found[0], found[0]), typed.value)


def fault_of_xdata(typed: TypedField) -> Fault | None:
    """What is wrong with a field that names an entry in place of a value, which biblatex alone reads."""
    if not (match := re.fullmatch(r"xdata=(\S+?)(?:-\d+)?", typed.value)):
        return None
    return Fault(
        f"'{typed.value}' in '{typed.name}'",
        f"write 'xdata = {{{match[1]}}}' in place of the field",
    )


def add_languages(record: Record) -> None:
    """Names languages by our words; the language of a work and that of its title say each other where one is left out,
    unless the script of the title is another."""
    title = record.fields.get("title", "")
    for name in ("language", "langid"):
        if text := record.fields.get(name):
            listed = re.split(r"\s*(?:,|;| and )\s*", text)
            words = list(dict.fromkeys(known_language(word) for word in listed if word))
            record.fields[name] = ", ".join(words)
            is_babel = name == "langid" and BABEL.fullmatch(text) and len(words) == 1
            record.tex[name] = text if is_babel else record.fields[name]
    for name, other in (("language", "langid"), ("langid", "language")):
        word = record.fields.get(other, "")
        if (
            word in LANGUAGES
            and name not in record.fields
            and (word == "chinese") == bool(HAN.search(title))
        ):
            record.fields[name] = record.tex[name] = word
