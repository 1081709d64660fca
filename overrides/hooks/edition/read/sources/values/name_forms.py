"""Says where a single name would be read as another than the one that is meant, and which that is."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from edition.read.sources.values import name_words as words
from edition.read.sources.values.names import (
    is_braced,
    is_institution,
    longer_name,
    outside_braces,
    plain,
    split,
    whole_family,
)

SEPARATORS = r"\s*(?:[;；、，|•]|\s/\s|\\and\b|\\?&)\s*"
TWO_LISTED = re.compile(r"\w+, [^,;]+(?:;| and | und | y | et | e |&) *\w[\w ]*, \w")
"""What is a list of persons, though it stands in the braces of an institution."""
PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]+, [A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.]*)*")
MARK = re.compile(r"\s*(?:\$\^?[^$]*\$|\\textsuperscript\{[^}]*\}|\\textsuperscript|[\d*†‡¹²³]+)")
"""The mark of a note, which can come with a copied name."""
STRAY = re.compile(
    r"\s*(?:\([^)]*\)|\[[^\]]*\]|<[^>]*>|https?:\S+|\S+@\S+|@\S+|[\"“”«»(){}\[\]<>]|\b(?:on behalf of|for the)\b.*)\s*"
)
"""What stands beside a name, or around it, and is no part of it."""
AMBIGUOUS = re.compile(r"[IVX]\.?|Jun|Sen")
"""What is the first letter of a given name, or a name, though it could be a figure, or short for junior or senior."""
RELATION = re.compile(r"(?i)filho|neto|sobrinho|hijo|fils|père")
"""What is a suffix after a family name, and a family name after a given one."""
LATIN_AND_HAN = re.compile(
    r"(.*[A-Za-zÀ-ž.]) ?([\u3400-\u9fff]+)|([\u3400-\u9fff]+) ?([A-Za-zÀ-ž].*)"
)
HONORIFIC = re.compile(r"((?:Dr|Prof|Mr|Mrs|Ms|Dra|Dr\.-Ing)\.?\s+)+(?=\S)")
COMPOUND = {
    "欧阳",
    "司马",
    "诸葛",
    "上官",
    "东方",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "长孙",
    "夏侯",
}
"""Chinese family names of two characters."""


@dataclass(frozen=True)
class NameFault:
    """What is wrong with a name, in which `{role}` stands for the field; the names that are meant; what else may be."""

    what: str
    meant: tuple[str, ...]
    otherwise: str = ""


def fault_of_name(name: str) -> NameFault | None:
    """What is wrong with a name: the first thing alone, since the rest may follow from it."""
    if longer_name(name):
        return too_long(name)
    checks = BRACED if is_braced(name) else BARE
    return next(filter(None, (check(name) for check in checks)), None)


def meant(name: str, depth: int = 5) -> list[str]:
    """The names that are meant by one, in which nothing is wrong any more."""
    fault = fault_of_name(name) if depth else None
    if not fault or fault.meant == (name,):
        return [name]
    return [each for part in fault.meant for each in meant(part, depth - 1)]


def too_long(name: str) -> NameFault | None:
    """A name in biblatex's longer form stands in braces, or has few enough commas for BibTeX."""
    if is_braced(name) or len(split(name, ",")) < 4:
        return None
    parts = longer_name(name)
    family = whole_family(parts)
    bound = f"{{{family}}}" if parts.get("prefix", "").endswith(("-", "'", "’")) else family
    turned = ", ".join(filter(None, (bound, parts.get("suffix"), parts.get("given"))))
    return NameFault(f"'{name}' in '{{role}}' is more than BibTeX can read", (turned,))


# In braces


def listed_in_braces(name: str) -> NameFault | None:
    """Persons do not stand in the braces of one institution."""
    inner = name[1:-1]
    if is_institution(inner) or not (TWO_LISTED.match(inner) or PERSON.fullmatch(inner)):
        return None
    parts = split(inner, rf"{SEPARATORS}|{words.AND.pattern}|\s+and\s+")
    return NameFault(f"'{name}' in '{{role}}' would be one institution", tuple(parts))


def others_in_braces(name: str) -> NameFault | None:
    """That others follow is not put in braces."""
    if name.lower() != "{others}":
        return None
    return NameFault(f"'{name}' in '{{role}}' would be an institution", ("others",))


# Not in braces


def no_name(name: str) -> NameFault | None:
    """A name has letters."""
    if re.search(r"[^\W\d_]", plain([name])) and name.lower() != "and":
        return None
    return NameFault(f"'{name}' in '{{role}}' is no name", ())


def nobody(name: str) -> NameFault | None:
    """Who is not known is not named."""
    if not words.ANONYMOUS.fullmatch(name):
        return None
    otherwise = f"write '{{{{{name}}}}}' where the source prints that"
    return NameFault(f"'{name}' in '{{role}}' would be a person", (), otherwise)


def thin_blank(name: str) -> NameFault | None:
    """The comma of TeX's thin blank would part a name."""
    if r"\," not in name:
        return None
    return NameFault("'\\,' in '{role}' would part the name", (name.replace(r"\,", " "),))


def roles(name: str) -> NameFault | None:
    """What somebody did is said by the name of the field."""
    if not (match := words.ROLE.search(name)):
        return None
    kept = name[: match.start()].rstrip(" ,")
    what = f"'{match[0].strip()}' in '{{role}}' would be a part of the name"
    return NameFault(what, (kept,), "name another role")


def stray(name: str) -> NameFault | None:
    """A name stands alone, without brackets, quotation marks and addresses."""
    is_whole_institution = "," not in name and is_institution(name)
    if not (match := STRAY.search(outside_braces(name))) or "\\" in name or is_whole_institution:
        return None
    kept = " ".join(STRAY.sub(" ", name).split()).rstrip(" ,")
    what = f"'{match[0].strip()}' in '{{role}}' would be a part of the name"
    return NameFault(what, (kept,) if kept else ())


def in_two_scripts(name: str) -> NameFault | None:
    """A name stands in one script."""
    match = LATIN_AND_HAN.fullmatch(name)
    if not match or "," in name:
        return None
    latin, chinese = (match[1], match[2]) if match[1] else (match[4], match[3])
    what = f"'{name}' in '{{role}}' would have '{name.split()[-1]}' for a family name"
    return NameFault(what, (latin,), f"'origauthor = {{{chinese}}}' beside it")


def honorific(name: str) -> NameFault | None:
    """A title is no part of a name."""
    if not (match := HONORIFIC.match(name)):
        return None
    what = f"'{match[0].strip()}' in '{{role}}' would be a part of the name"
    return NameFault(what, (name[match.end() :],))


def institution(name: str) -> NameFault | None:
    """An institution's name stands in braces, without which it is parted as a person's."""
    if not is_institution(name):
        return None
    what = f"'{name}' in '{{role}}' would be a person"
    return NameFault(what, (f"{{{name}}}",))


def suffix_last(name: str) -> NameFault | None:
    """A suffix stands between family name and given name."""
    parts = split(name, ",")
    last = parts[-1].split()[-1] if parts[-1].split() else ""
    is_sure = (
        len(parts) == 2 and words.SUFFIXES.fullmatch(parts[1]) and not AMBIGUOUS.fullmatch(parts[1])
    )
    if is_sure and " " in outside_braces(parts[0]):
        given, _, family = parts[0].rpartition(" ")
        what = f"'{name}' in '{{role}}' would have '{parts[1]}' for a given name"
        return NameFault(what, (f"{family}, {parts[1]}, {given}",))
    is_family = last in {"X", "Jun", "Sen"} or (name.count(" ") == 1 and RELATION.fullmatch(last))
    if len(parts) == 1 and not is_family and words.SUFFIXES.fullmatch(last) and " " in name:
        given, _, family = name[: -len(last)].strip().rpartition(" ")
        turned = f"{family}, {last}, {given}" if given else f"{{{name}}}"
        return NameFault(f"'{name}' in '{{role}}' would have '{last}' for a family name", (turned,))
    return None


def figures(name: str) -> NameFault | None:
    """A person's name has no figures, which come from marks of notes."""
    parts = (part for part in split(name, ",") if not words.SUFFIXES.fullmatch(part))
    text = ", ".join(parts)
    is_marked = MARK.search(outside_braces(text)) or r"\textsuperscript" in text
    if not is_marked or " " not in name:
        return None
    kept = MARK.sub("", name)
    is_name = " " in kept.strip() and not name[0].isdigit()
    what = f"'{name}' in '{{role}}' holds a figure or mark"
    return NameFault(what, (kept.strip() if is_name else f"{{{name}}}",))


def commas(name: str) -> NameFault | None:
    """A name has one comma, 'Fox, Ann', or two around a suffix, 'Fox, Jr., Ann'."""
    parts = split(name, ",")
    is_suffixed = len(parts) == 3 and words.SUFFIXES.fullmatch(plain([parts[1]])) and parts[2]
    if len(parts) > 2 and not is_suffixed:
        return NameFault(f"commas part '{name}' in '{{role}}'", tuple(in_order(parts)))
    if len(parts) == 2 and not all(parts):
        return NameFault("a comma in '{role}' has no name beside it", tuple(filter(None, parts)))
    return None


def in_order(parts: list[str]) -> list[str]:
    """The names that commas part: one with its suffix or particle misplaced, or several."""
    if len(parts) == 3 and words.SUFFIXES.fullmatch(parts[2]):
        return [f"{parts[0]}, {parts[2]}, {parts[1]}"]
    if len(parts) == 3 and parts[1] and parts[1] == parts[1].lower():
        return [f"{parts[1]} {parts[0]}, {parts[2]}"]
    names: list[str] = []
    rest = [re.sub(r"^and ", "", part) for part in parts if part]
    while rest:
        first = rest.pop(0)
        is_family = len(re.findall(r"(?<![\w.])[A-ZÀ-Þ]", first)) == 1 and rest and "." not in first
        names.append(f"{first}, {rest.pop(0)}" if is_family else first)
    return names


def initials_last(name: str) -> NameFault | None:
    """Initials stand after a comma, or before the family name."""
    match = words.INITIALS.fullmatch(name)
    if "," in name or not match:
        return None
    turned = f"{match[1]}, {' '.join(f'{letter}.' for letter in re.findall(r'[^. -]', match[2]))}"
    what = f"'{name}' in '{{role}}' would have '{name.split()[-1]}' for a family name"
    return NameFault(what, (turned,))


def chinese(name: str) -> NameFault | None:
    """A name in Chinese has no blank, or a comma after the family's; two are parted by 'and'."""
    if not words.HAN.match(name):
        return None
    parts = split(name, ",")
    are_whole = all(len(part) > 1 and part[0] in words.SURNAMES for part in parts)
    if len(parts) == 2 and are_whole and parts[0] not in COMPOUND:
        return NameFault(f"'{name}' in '{{role}}' would be one person", tuple(parts))
    if " " not in name or "," in name:
        return None
    what = f"'{name}' in '{{role}}' would have its family name last"
    return NameFault(what, (name.replace(" ", ", ", 1),))


def two_persons(name: str) -> NameFault | None:
    """Names are parted by 'and', whatever the language of the source."""
    parts = split(name, words.AND.pattern)
    is_two = all("," in part for part in parts) or all(map(is_whole_name, parts))
    if len(parts) < 2 or not is_two:
        return None
    return NameFault(f"'{name}' in '{{role}}' would be one person", tuple(parts))


def is_whole_name(text: str) -> bool:
    """Whether a text without comma is a given and a family name."""
    first, *others = text.split()
    return bool(others) and first[:1].isupper() and others[-1][:1].isupper() and "," not in text


def joined_surnames(name: str) -> NameFault | None:
    """Surnames that are joined by 'y' stand before a comma, without which BibTeX takes the last alone."""
    if not (match := re.fullmatch(r"(\S+(?: \S+)*?) (\S+ (?:y|e|i) \S+)", name)) or "," in name:
        return None
    what = f"'{name}' in '{{role}}' would have '{match[2].split()[-1]}' alone for a family name"
    return NameFault(what, (f"{match[2]}, {match[1]}",))


def small_letters(name: str) -> NameFault | None:
    """A person whose name is in small letters has a comma, without which all of it is taken for a particle."""
    if "," in name or " " not in name or not name.isascii() or name != name.lower():
        return None
    given, _, family = name.rpartition(" ")
    what = f"'{name}' in '{{role}}' would have no given name"
    return NameFault(what, (f"{family}, {given}",))


NameCheck = Callable[[str], NameFault | None]
BRACED: tuple[NameCheck, ...] = (others_in_braces, listed_in_braces)
BARE: tuple[NameCheck, ...] = (
    no_name, nobody, thin_blank, two_persons, roles, stray, in_two_scripts, honorific, institution, suffix_last,
    figures, commas, initials_last, chinese, joined_surnames, small_letters,
)  # fmt: skip
