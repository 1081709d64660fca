"""Reads lists of names as BibTeX writes them: persons, institutions, and whether others follow."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pybtex.database import Person as Name

from edition.model import inline
from edition.model.source import Person
from edition.read.sources.values import name_words
from edition.read.sources.values.name_words import HAN
from edition.read.sources.values.tex import Fault, read_tex

PIECE = re.compile(r"[{}]|\\[^&A-Za-z]|(?:[^{}\\]|\\[&A-Za-z])+")
BLANKS = re.compile(r"(?:[\s\u00a0\u2000-\u200a\u202f\u3000]|(?<!\\)~)+")
"""What sets names apart: also '~', which TeX prints as a blank."""
AND = r"(?i:\s+and(?=\s)|^\s*and(?=\s)|\s+and\s*$)"
LONGER = re.compile(r"\s*([a-z][a-z-]*)\s*=\s*(.*?)\s*", re.IGNORECASE)
"""A part of a name in biblatex's longer form (manual, 3.4)."""


@dataclass(frozen=True)
class Names:
    """Persons in their order, each also as BibTeX has it; whether the list is cut short; what cannot be read."""

    persons: tuple[Person, ...]
    typed: tuple[Name, ...]
    is_cut_short: bool
    faults: tuple[Fault, ...]


def read_names(text: str, is_family_first: bool = False) -> Names:
    """The names in a list that has no fault of form (`name_faults.py`)."""
    names, faults = [], []
    listed = listed_names(text)
    is_cut_short = bool(listed) and listed[-1].lower() == "others"
    for name in listed[: len(listed) - is_cut_short]:
        names.append(typed_name(name))
        faults += read_tex(name)[1]
    persons = tuple(as_person(name, is_family_first) for name in names)
    others = [Name("others")] if is_cut_short else []
    return Names(persons, (*names, *others), is_cut_short, tuple(faults))


def listed_names(text: str) -> list[str]:
    """The names in a list, as typed."""
    return split(BLANKS.sub(" ", text), AND)


def split(text: str, separator: str) -> list[str]:
    """The parts of a text between separators outside braces, without blanks around them."""
    parts, depth = [""], 0
    for piece in PIECE.findall(text):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        is_command = piece.startswith("\\")
        first, *others = re.split(separator, piece) if depth == 0 and not is_command else [piece]
        parts[-1] += first
        parts += others
    return [part.strip() for part in parts]


def outside_braces(text: str) -> str:
    """The text without what stands in braces."""
    return "".join(part for part in split_at_braces(text))


def split_at_braces(text: str) -> Iterator[str]:
    depth = 0
    for piece in PIECE.findall(text):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        if depth == 0 and piece != "}":
            yield piece


def is_braced(name: str) -> bool:
    """Whether a name stands in braces of its own, as an institution's does."""
    return name.startswith("{") and name.endswith("}") and not outside_braces(name).strip()


def typed_name(name: str) -> Name:
    """A name as BibTeX parts it; in braces, or in one word, it stays whole."""
    longer = longer_name(name)
    if longer:
        return Name(
            first=longer.get("given", ""),
            last=whole_family(longer),
            lineage=longer.get("suffix", ""),
        )
    return Name(name)


def whole_family(parts: Mapping[str, str]) -> str:
    """The family name with its prefix, which may be joined to it: `van der Berg`, `al-Hakim`."""
    prefix, family = parts.get("prefix", ""), parts.get("family", "")
    return prefix + ("" if prefix.endswith(("-", "'", "’")) or not prefix else " ") + family


def longer_name(name: str) -> dict[str, str]:
    """The parts of a name in biblatex's longer form, `family=Berg, given=Anna, prefix=van der`; else none."""
    bare = name[1:-1] if is_braced(name) else name
    parts = [LONGER.fullmatch(part) for part in split(bare, ",")]
    found = {part[1].lower(): part[2].strip('"') for part in parts if part}
    return found if all(parts) and "family" in found else {}


def as_person(name: Name, is_family_first: bool) -> Person:
    """A name as plain text; in braces it is an institution's, and stays whole. In Chinese the family's comes first."""
    given, suffix = plain(name.first_names + name.middle_names), plain(name.lineage_names)
    family = plain(name.prelast_names + name.last_names)
    particle = plain(particles([*name.prelast_names, *name.last_names]))
    is_first = is_family_first or bool(given and HAN.search(family))
    return Person(family, given, is_first, particle if given else "", suffix)


def particles(family: Sequence[str]) -> list[str]:
    """The words in small letters with which a family name begins, such as `van der`."""
    words = list(family)
    while len(words) > 1 and words[-1][:1].isupper():
        words.pop()
    return (
        words
        if words and all(word[:1].islower() for word in words) and len(words) < len(family)
        else []
    )


def plain(words: Sequence[str]) -> str:
    return " ".join(inline.words(read_tex(" ".join(words))[0]).split())


def is_institution(name: str) -> bool:
    """Whether a name in more than one word has one that persons' names do not have."""
    text = plain([name]) if "\\" in name else name
    family, comma, given = text.partition(",")
    if (" " not in text.strip() and not comma) or ("{" in name and "\\" not in name):
        return False
    if name_words.STARTS.match(text) and not comma:
        return True
    parts = [family, *([given] if " " in given.strip() else [])] if comma else [text]
    named = any(" " in part.strip() and name_words.INSTITUTIONS.search(part) for part in parts)
    return named or bool(name_words.LINKING.search(text)) or is_company(family, given.strip())


def is_company(family: str, given: str) -> bool:
    """Whether a name says what kind of company it is of, or of which state; initials alone do not say so."""
    if not given:
        return bool(name_words.COMPANY_AT_END.search(family))
    is_named = bool(name_words.INSTITUTIONS.search(family))
    is_of_state = bool(name_words.LETTERS_OF_STATES.fullmatch(given))
    return bool(name_words.COMPANIES.fullmatch(given)) or (is_named and is_of_state)
