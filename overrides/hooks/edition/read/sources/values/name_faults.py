"""Says where a list of names would be read as other names than those that are meant, and how to write it."""

import re
from collections.abc import Callable, Sequence

from edition.read.sources.values import name_words as words
from edition.read.sources.values.name_forms import SEPARATORS, fault_of_name, meant
from edition.read.sources.values.names import (
    is_braced,
    is_institution,
    listed_names,
    outside_braces,
    split,
)
from edition.read.sources.values.tex import Fault

Check = Callable[[str, Sequence[str]], Fault | None]
"""What is wrong with the names of a role."""


def fault_of_names(role: str, text: str) -> Fault | None:
    """What is wrong with a list of names: the first thing alone, since the rest may follow from it."""
    names = listed_names(text)
    return next(filter(None, (check(role, names) for check in CHECKS)), None)


def written(role: str, names: Sequence[str]) -> str:
    """A list as it should be written, with nothing left in it that is wrong."""
    kept = [each for name in names for each in ([name] if name == "others" else meant(name))]
    if not [name for name in kept if name != "others"]:
        return f"delete '{role}'"
    return f"write '{role} = {{{' and '.join(kept)}}}'"


def without_name(role: str, names: Sequence[str]) -> Fault | None:
    """An 'and' stands between two names."""
    if all(names):
        return None
    return Fault(
        f"an 'and' in '{role}' has no name beside it", written(role, [*filter(None, names)])
    )


def separators(role: str, names: Sequence[str]) -> Fault | None:
    """Names are parted by 'and', and by nothing else."""
    parts = [part for name in names for part in split(name, SEPARATORS) if part]
    if parts == [name for name in names if name]:
        return None
    sign = re.findall(SEPARATORS, outside_braces(" ".join(names)))[0].strip()
    one = f", or '{{{{{' and '.join(names)}}}}}' for one institution" if "&" in sign else ""
    remedy = written(role, with_others(parts)) + one
    return Fault(f"'{sign}' between the names of '{role}'", remedy)


def others(role: str, names: Sequence[str]) -> Fault | None:
    """That others follow is said by 'and others', at the end."""
    is_misplaced = "others" in [name.lower() for name in names[:-1]] or len(names) == 1
    typed = [name for name in names if not is_braced(name) and words.OTHERS.search(name)]
    if not typed and not (is_misplaced and "others" in [name.lower() for name in names]):
        return None
    named = [words.OTHERS.sub("", name).rstrip(" ,") for name in names if name.lower() != "others"]
    what = f"'{(typed or ['others'])[0]}' in '{role}' would be a person"
    if not any(named):
        return Fault(what, "name one person before it")
    return Fault(what, written(role, [*filter(None, named), "others"]))


def with_others(names: Sequence[str]) -> list[str]:
    """Names that end in 'and others' where the last says so in other words."""
    last = words.OTHERS.sub("", names[-1]).rstrip(" ,")
    others = [] if last == names[-1] else ["others"]
    return [*names[:-1], *filter(None, [last]), *others]


def unbraced_institution(role: str, names: Sequence[str]) -> Fault | None:
    """An institution's name stands in braces, without which it is parted as a person's."""
    unbraced = [name for name in names if not is_braced(name) and is_plainly_institution(name)]
    if not unbraced:
        return None
    what, remedy = f"'{unbraced[0]}' in '{role}' would be a person", written(role, names)
    if len(names) == 1:
        return Fault(what, f"{remedy}, and a person's name as 'Fox, Ann'")
    are_parts = not any("," in name and name not in unbraced for name in names)
    one = f"'{{{{{' and '.join(names)}}}}}'" if are_parts else ""
    return Fault(what, f"{remedy}, or {one} for one institution" if one else remedy)


def is_plainly_institution(name: str) -> bool:
    """Whether a name is wrong for being an institution's, and for nothing else."""
    fault = fault_of_name(name)
    return is_institution(name) and fault is not None and fault.meant == (f"{{{name}}}",)


def wrong_name(role: str, names: Sequence[str]) -> Fault | None:
    """Each name is read as the one that is meant."""
    for name in names:
        fault = fault_of_name(name) if name and name != "others" else None
        if fault:
            remedies = [written(role, names), fault.otherwise]
            return Fault(fault.what.replace("{role}", role), ", or ".join(filter(None, remedies)))
    return None


CHECKS: tuple[Check, ...] = (without_name, separators, others, unbraced_institution, wrong_name)
