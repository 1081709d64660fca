"""Says where a list of names would be read as other names than those that are meant, and how to write it."""

import re
from collections.abc import Callable, Iterator, Sequence

from edition.read.sources.values import name_words as words
from edition.read.sources.values.names import (
    is_braced,
    listed_names,
    longer_name,
    outside_braces,
    plain,
    split,
    whole_family,
)
from edition.read.sources.values.tex import Fault

SEPARATORS = r"\s*(?:[;；、，|]|\s/\s|\\?&)\s*"
TWO_LISTED = re.compile(r"\w+, [^,;]+(?:;| and | und | y | et | e |&) *\w[\w ]*, \w")
"""What is a list of persons, though it stands in the braces of an institution."""
MARK = re.compile(r"\s*(?:\$\^?[^$]*\$|\\textsuperscript\{[^}]*\}|[\d*†‡¹²³]+)")
"""The mark of a note, which can come with a copied name."""
Check = Callable[[str, Sequence[str]], Fault | None]
"""What is wrong with the names of a role."""


def fault_of_names(role: str, text: str) -> Fault | None:
    """What is wrong with a list of names: the first thing alone, since the rest may follow from it."""
    names = listed_names(text)
    return next(filter(None, (check(role, names) for check in CHECKS)), None)


def written(role: str, names: Sequence[str]) -> str:
    """A list as it should be written."""
    return f"write '{role} = {{{' and '.join(names)}}}'"


def replaced(names: Sequence[str], name: str, by: Sequence[str]) -> list[str]:
    at = list(names).index(name)
    return [*names[:at], *by, *names[at + 1 :]]


def bare(names: Sequence[str]) -> Iterator[str]:
    """The names that are not in braces, and not in biblatex's longer form."""
    return (name for name in names if not is_braced(name) and not longer_name(name))


# What is wrong with the list


def separators(role: str, names: Sequence[str]) -> Fault | None:
    """Names are parted by 'and', and by nothing else."""
    parts = [part for name in names for part in split(name, SEPARATORS) if part]
    if parts == [name for name in names if name]:
        return None
    signs = re.findall(r"[;；、，|]|\s/\s|\\?&", outside_braces(" ".join(names)))
    institution = (
        f", or '{{{{{' and '.join(names)}}}}}' for one institution" if "&" in signs[0] else ""
    )
    remedy = written(role, with_others(parts)) + institution
    return Fault(f"'{signs[0]}' between the names of '{role}'", remedy)


def without_name(role: str, names: Sequence[str]) -> Fault | None:
    """An 'and' stands between two names."""
    if all(names):
        return None
    named = [name for name in names if name]
    remedy = written(role, named) if named else f"delete '{role}', or name somebody"
    return Fault(f"an 'and' in '{role}' has no name beside it", remedy)


def others(role: str, names: Sequence[str]) -> Fault | None:
    """That others follow is said by 'and others', at the end."""
    misplaced = [name for name in names[:-1] if name.lower() == "others"]
    typed = [name for name in bare(names) if words.OTHERS.search(name)]
    if not misplaced and not typed and [name.lower() for name in names] != ["others"]:
        return None
    named = [words.OTHERS.sub("", name).rstrip(" ,") for name in names if name.lower() != "others"]
    remedy = (
        written(role, [*filter(None, named), "others"])
        if any(named)
        else "name one person before it"
    )
    return Fault(f"'{(typed or ['others'])[0]}' in '{role}' would be a person", remedy)


def with_others(names: Sequence[str]) -> list[str]:
    """Names that end in 'and others' where the last says so in other words."""
    last = words.OTHERS.sub("", names[-1]).rstrip(" ,")
    others = [] if last == names[-1] else ["others"]
    return [*names[:-1], *filter(None, [last]), *others]


def and_of_another_language(role: str, names: Sequence[str]) -> Fault | None:
    """Names are parted by 'and', whatever the language of the source."""
    for name in bare(names):
        parts = split(name, words.AND.pattern)
        if len(parts) > 1 and all("," in part or " " in part for part in parts):
            remedy = written(role, replaced(names, name, parts))
            return Fault(f"'{name}' in '{role}' would be one person", remedy)
    return None


# What is wrong with a name


def listed_in_braces(role: str, names: Sequence[str]) -> Fault | None:
    """Persons do not stand in the braces of one institution."""
    for name in filter(is_braced, names):
        if TWO_LISTED.match(name[1:-1]) and not words.INSTITUTIONS.search(name):
            parts = split(name[1:-1], rf"{SEPARATORS}|{words.AND.pattern}|\s+and\s+")
            remedy = written(role, replaced(names, name, parts))
            return Fault(f"'{name}' in '{role}' would be one institution", remedy)
    return None


def nobody(role: str, names: Sequence[str]) -> Fault | None:
    """Who is not known is not named."""
    for name in bare(names):
        if words.ANONYMOUS.fullmatch(name):
            remedy = f"delete '{role}', or write '{{{{{name}}}}}' where the source prints that"
            return Fault(f"'{name}' in '{role}' would be a person", remedy)
    return None


def roles(role: str, names: Sequence[str]) -> Fault | None:
    """What somebody did is said by the name of the field."""
    for name in bare(names):
        if match := words.ROLE.search(name):
            bare_name = name[: match.start()].rstrip(" ,")
            parts = split(bare_name, ",")
            persons = in_order(parts) if len(parts) > 2 else [bare_name]
            remedy = written(role, replaced(names, name, persons))
            what = f"'{match[0].strip()}' in '{role}' would be a part of the name"
            return Fault(what, f"{remedy}, or name another role")
    return None


def unbraced_institution(role: str, names: Sequence[str]) -> Fault | None:
    """An institution's name stands in braces, without which it is parted as a person's."""
    meant = [name for name in bare(names) if is_institution(name)]
    if not meant:
        return None
    each = [f"{{{name}}}" if name in meant else name for name in names]
    whole = f"'{{{{{' and '.join(names)}}}}}'"
    if len(names) == 1:
        what = f"'{meant[0]}' in '{role}' would be a person"
        return Fault(what, f"{written(role, each)}, and a person's name as 'Fox, Ann'")
    one = "" if any("," in name for name in names) else f", or {whole} for one institution"
    return Fault(f"'{meant[0]}' in '{role}' would be a person", written(role, each) + one)


def is_institution(name: str) -> bool:
    """Whether a name in more than one word has one that persons' names do not have."""
    family, comma, _ = name.partition(",")
    own = family if comma else name
    if " " not in own.strip() or "{" in name:
        return False
    return bool(words.INSTITUTIONS.search(own) or words.LINKING.search(own))


def too_many_commas(role: str, names: Sequence[str]) -> Fault | None:
    """A name has one comma, 'Fox, Ann', or two around a suffix, 'Fox, Jr., Ann'."""
    for name in bare(names):
        parts = split(name, ",")
        is_suffixed = len(parts) == 3 and words.SUFFIXES.fullmatch(plain([parts[1]])) and parts[2]
        if len(parts) > 2 and not is_suffixed:
            remedy = written(role, with_others(replaced(names, name, in_order(parts))))
            return Fault(f"commas part '{name}' in '{role}'", remedy)
        if len(parts) == 2 and not all(parts):
            remedy = written(role, replaced(names, name, [*filter(None, parts)]))
            return Fault(f"a comma in '{role}' has no name beside it", remedy)
    return None


def in_order(parts: Sequence[str]) -> list[str]:
    """The names that commas part: one with its suffix last, or several."""
    if len(parts) == 3 and words.SUFFIXES.fullmatch(parts[2]):
        return [f"{parts[0]}, {parts[2]}, {parts[1]}"]
    return paired([re.sub(r"^and ", "", part) for part in parts if part])


def paired(parts: Sequence[str]) -> list[str]:
    """Names of a list that commas part: a single word and what follows are one, several words are one alone."""
    names: list[str] = []
    rest = list(parts)
    while rest:
        first = rest.pop(0)
        is_family = len(re.findall(r"(?<![\w.])[A-ZÀ-Þ]", first)) == 1 and rest and "." not in first
        names.append(f"{first}, {rest.pop(0)}" if is_family else first)
    return names


def misplaced_suffix(role: str, names: Sequence[str]) -> Fault | None:
    """A suffix stands between family name and given name."""
    for name in bare(names):
        parts = split(name, ",")
        if len(parts) == 2 and words.SUFFIXES.fullmatch(parts[1]) and " " in parts[0]:
            given, _, family = parts[0].rpartition(" ")
            remedy = written(role, replaced(names, name, [f"{family}, {parts[1]}, {given}"]))
            return Fault(f"'{name}' in '{role}' would have '{parts[1]}' for a given name", remedy)
    return None


def initials_last(role: str, names: Sequence[str]) -> Fault | None:
    """Initials stand after a comma, or before the family name."""
    for name in bare(names):
        if "," not in name and words.INITIALS.fullmatch(name):
            family, _, letters = name.rpartition(" ")
            turned = f"{family}, {' '.join(f'{letter}.' for letter in letters)}"
            remedy = written(role, replaced(names, name, [turned]))
            return Fault(f"'{name}' in '{role}' would have '{letters}' for a family name", remedy)
    return None


def blank_in_chinese(role: str, names: Sequence[str]) -> Fault | None:
    """A name in Chinese has no blank, or a comma after the family's."""
    for name in bare(names):
        if " " in name and "," not in name and words.HAN.match(name):
            remedy = written(role, replaced(names, name, [name.replace(" ", ", ", 1)]))
            return Fault(f"'{name}' in '{role}' would have its family name last", remedy)
    return None


def small_letters(role: str, names: Sequence[str]) -> Fault | None:
    """A person whose name is in small letters has a comma, without which all of it is taken for a particle."""
    for name in bare(names):
        if "," not in name and " " in name and name.isascii() and name == name.lower():
            given, _, family = name.rpartition(" ")
            remedy = written(role, replaced(names, name, [f"{family}, {given}"]))
            return Fault(f"'{name}' in '{role}' would have no given name", remedy)
    return None


def joined_surnames(role: str, names: Sequence[str]) -> Fault | None:
    """Surnames that are joined by 'y' stand before a comma, without which BibTeX takes the last alone."""
    for name in bare(names):
        if match := re.fullmatch(r"(\S+(?: \S+)*?) (\S+ (?:y|e|i) \S+)", name):
            remedy = written(role, replaced(names, name, [f"{match[2]}, {match[1]}"]))
            return Fault(
                f"'{name}' in '{role}' would have '{match[2].split()[-1]}' alone for a family name",
                remedy,
            )
    return None


def figures(role: str, names: Sequence[str]) -> Fault | None:
    """A person's name has no figures, which come from marks of notes."""
    marked = [
        name
        for name in bare(names)
        if " " in name and MARK.search(without_suffix(outside_braces(name)))
    ]
    if not marked:
        return None
    kept = [MARK.sub("", name) if name in marked else name for name in names]
    return Fault(f"'{marked[0]}' in '{role}' holds a figure or mark", written(role, kept))


def without_suffix(name: str) -> str:
    return ", ".join(part for part in split(name, ",") if not words.SUFFIXES.fullmatch(part))


def longer_than_pybtex_reads(role: str, names: Sequence[str]) -> Fault | None:
    """A name in biblatex's longer form stands in braces, or has few enough commas for BibTeX."""
    long = [name for name in names if is_too_long(name)]
    if not long:
        return None
    remedy = written(role, [turned(name) if name in long else name for name in names])
    return Fault(f"'{long[0]}' in '{role}' is more than BibTeX can read", remedy)


def is_too_long(name: str) -> bool:
    return bool(longer_name(name)) and not is_braced(name) and len(split(name, ",")) > 3


def turned(name: str) -> str:
    """A name in biblatex's longer form as BibTeX writes it."""
    parts = longer_name(name)
    family = whole_family(parts)
    bound = f"{{{family}}}" if parts.get("prefix", "").endswith(("-", "'", "’")) else family
    return ", ".join(filter(None, (bound, parts.get("suffix"), parts.get("given"))))


CHECKS: tuple[Check, ...] = (
    without_name, separators, others, listed_in_braces, and_of_another_language, longer_than_pybtex_reads, nobody,
    roles, misplaced_suffix, figures, unbraced_institution, too_many_commas, initials_last, blank_in_chinese,
    joined_surnames,
    small_letters,
)  # fmt: skip
