"""mkdocs.yml as it was typed: what YAML would read otherwise than it stands there, and the line of each setting."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import yaml

from edition.problems import Problem
from edition.read.front_matter import QUOTED, as_json
from edition.read.settings import FORMS, SETTINGS, as_typed, fact

TEXTS = {
    "site_name",
    "site_description",
    "copyright",
    "extra.short_title",
    "extra.edition.subtitle",
    "extra.edition.number",
    "extra.edition.date",
    "extra.edition.example",
}
"""Settings that are text."""
TYPES = {
    "bool": "yes or no",
    "int": "a number",
    "float": "a number",
    "null": "nothing",
    "timestamp": "a day",
}
"""What YAML reads where no text is, by the last word of its tag."""
Pair = tuple[yaml.Node, yaml.Node]


def typed_settings(text: str) -> yaml.Node | None:
    """The settings as YAML's nodes; none where YAML cannot read them, which is reported where they are read."""
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None


def faults_as_typed(text: str) -> Iterator[Problem]:
    """Each setting stands once, and what is text is read as it was typed."""
    root, lines = typed_settings(text), text.split("\n")
    for mapping, path in mappings_in(root, ""):
        yield from repeated_in(mapping)
        for name, value in mapping:
            own_path = f"{path}{name.value}"
            if own_path in TEXTS and isinstance(value, yaml.ScalarNode):
                yield from otherwise(value, str(name.value), own_path, lines)
            elif own_path in TEXTS:
                typed = lines[line_of(name) - 1].partition(":")[2].strip()
                remedy = f"put it in double quotes: '{name.value}: {as_json(typed)}'"
                facts = {fact(own_path), as_typed(own_path)}
                yield Problem(
                    SETTINGS, line_of(name), f"{own_path} is no plain text", remedy, facts
                )
            if path.startswith("nav."):
                yield from otherwise(name, "", "nav", lines, value)


def mappings_in(node: yaml.Node | None, path: str) -> Iterator[tuple[Sequence[Pair], str]]:
    """Each mapping, with the path of what it holds: names, each with a full stop after it."""
    if isinstance(node, yaml.MappingNode):
        yield node.value, path
        for name, value in node.value:
            yield from mappings_in(value, f"{path}{name.value}.")
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from mappings_in(item, path)


def repeated_in(mapping: Sequence[Pair]) -> Iterator[Problem]:
    """A name stands once; of two YAML reads the last in silence."""
    first: dict[str, int] = {}
    for name, _ in mapping:
        if str(name.value) in first:
            what = f"'{name.value}' stands twice, first on line {first[str(name.value)]}"
            yield Problem(SETTINGS, line_of(name), what, "delete one of the two lines")
        first.setdefault(str(name.value), line_of(name))


def otherwise(
    node: yaml.Node, name: str, path: str, lines: Sequence[str], page: yaml.Node | None = None
) -> Iterator[Problem]:
    """A text is read as it was typed: as no number, no day and no yes or no, and not cut at a '#'."""
    if not isinstance(node, yaml.ScalarNode) or node.style or node.start_mark is None:
        return
    typed, kind = str(node.value), node.tag.rpartition(":")[2]
    rest = lines[node.end_mark.line][node.end_mark.column :] if node.end_mark and not page else ""
    if rest.strip():
        typed, what = f"{typed}{rest}".strip(), f"{path} ends before its '#'"
    elif typed and (typed[0], typed[-1]) in QUOTED:
        typed, what = typed[1:-1], f"{path} stands in the quotation marks {typed[0]}{typed[-1]}"
    elif kind in TYPES and typed and not has_form(path, typed):
        what = f"{path}: '{typed}' is read as {TYPES[kind]}"
    else:
        return
    quoted = (
        f"{name}: {as_json(typed)}" if name else f"{as_json(typed)}: {page.value if page else ''}"
    )
    remedy = f"put it in double quotes: '{quoted}'"
    if name == "number":
        remedy = FORMS[name][1]
    yield Problem(SETTINGS, line_of(node), what, remedy, {fact(path), as_typed(path)})


def has_form(path: str, typed: str) -> bool:
    """Whether a setting may be read as a number or a day, because it prints as it was typed."""
    is_number = typed.isdecimal() and not typed.startswith("0")
    return path == "extra.edition.date" or (path == "extra.edition.number" and is_number)


def line_of(node: yaml.Node) -> int:
    """The line on which a node begins, from 1."""
    return node.start_mark.line + 1 if node.start_mark else 0


def placed(problems: Sequence[Problem], text: str) -> Iterator[Problem]:
    """Some problems, those of settings with the line of the setting, or of the entry of the navigation, they name."""
    unplaced = [problem for problem in problems if problem.file == SETTINGS and not problem.line]
    lines = lines_of(text) if unplaced else {}
    for problem in problems:
        is_placed = problem not in unplaced
        yield problem if is_placed else replace(problem, line=line_named(problem.what, lines, text))


def line_named(what: str, lines: Mapping[str, int], text: str) -> int:
    """The line of what a message names: an entry of the navigation in quotation marks, or a setting by its path."""
    path = re.split(r"[\s:]", what)[0]
    start = lines.get(path, 0)
    for quoted in re.findall(r"'([^']+)'", what) if path == "nav" else ():
        below = enumerate(text.split("\n")[start:], start + 1)
        if found := next((number for number, line in below if quoted in line), 0):
            return found
    return start


def lines_of(text: str) -> Mapping[str, int]:
    """The line of each setting, by its path."""
    mappings = mappings_in(typed_settings(text), "")
    return {
        f"{path}{name.value}": line_of(name) for mapping, path in mappings for name, _ in mapping
    }
