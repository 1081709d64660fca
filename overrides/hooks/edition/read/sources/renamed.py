"""An entry with biblatex's names for its type and fields, whatever program wrote it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from edition.problems import Problem, Problems
from edition.read.sources.field_names import FIELDS, TYPES, is_bookkeeping
from edition.read.sources.typed_values import TypedEntry, TypedField
from edition.read.sources.values.tex import plain_address
from edition.read.typed_entries import BIBLIOGRAPHY

LISTING = ("printed", "unverified", "familyfirst", "evidence")
"""Fields that name others."""
DATE_PARTS = {"year": "date", "month": "date", "day": "date"}
NAMED = re.compile(r"(?<![\w-])[A-Za-z][\w-]*(?=\s*(?:,|$))")
NAMED_FIRST = re.compile(r"(?:(?<=;)|^)(\s*)([A-Za-z][\w-]*)(?=\s*:)")
ADDRESS = re.compile(r"\{?\\url\s*\{([^{}]*)\}\}?|\{?(https?://[^\s{}]+)\}?")


def renamed(entry: TypedEntry, problems: Problems) -> TypedEntry:
    """The entry without empty fields and programs' own; two fields of one meaning that differ are a problem."""
    kind, said = TYPES.get(entry.type, (entry.type, ""))
    fields: dict[str, TypedField] = {}
    for typed in filled(entry):
        name = FIELDS.get(typed.name, typed.name)
        first = fields.setdefault(name, replace(typed, name=name))
        if first.value != typed.value:
            problems += said_twice(entry, name, typed, first)
    for name in LISTING:
        if name in fields:
            fields[name] = replace(fields[name], value=with_our_names(name, fields[name].value))
    if said:
        fields.setdefault("type", TypedField("type", said, entry.line))
    return replace(entry, type=kind, fields=with_address(fields))


def filled(entry: TypedEntry) -> Iterator[TypedField]:
    """The fields that state something: an empty one is none."""
    for typed in entry.fields.values():
        if typed.value.strip("{} ") and not is_bookkeeping(FIELDS.get(typed.name, typed.name)):
            yield typed


def said_twice(
    entry: TypedEntry, name: str, typed: TypedField, first: TypedField
) -> Iterator[Problem]:
    """One fact under two names, of which biblatex would take one, is said in one way."""
    names = {
        typed.name,
        *(n for n, ours in FIELDS.items() if ours == name and n in entry.fields),
    } | {name}
    other = next(n for n in sorted(names & entry.fields.keys()) if n != typed.name)
    what = f"{entry.key}: '{typed.name}' and '{other}' are one field, and they differ"
    remedy = f"keep one of the two, as '{name}'"
    if name == "location" and entry.type in ("inproceedings", "conference", "proceedings"):
        remedy += ", and write the place of the event as 'venue'"
    yield Problem(BIBLIOGRAPHY, typed.line, what, remedy)


def with_our_names(name: str, value: str) -> str:
    """A field that names others, by our names for them, each once."""
    if name == "evidence":
        return NAMED_FIRST.sub(lambda named: named[1] + our_name(named[2]), value)
    names = [our_name(part.strip()) for part in value.split(",") if part.strip()]
    return ", ".join(dict.fromkeys(names))


def our_name(name: str) -> str:
    small = name.lower()
    return DATE_PARTS.get(small, FIELDS.get(small, small))


def with_address(fields: dict[str, TypedField]) -> dict[str, TypedField]:
    """Fields in which an address stands where BibTeX, which has no field for it, lets people write it."""
    typed = fields.get("howpublished")
    match = ADDRESS.fullmatch(typed.value.strip()) if typed else None
    if not typed or not match:
        return fields
    address = plain_address(match[1] or match[2])
    kept = {name: own for name, own in fields.items() if name != "howpublished"}
    return {"url": TypedField("url", address, typed.line), **kept} if "url" not in kept else kept
