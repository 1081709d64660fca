"""No words to readers stand in Python beside the record of them, and none of this one article in any code."""

import ast
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from project import ROOT

OVERRIDES = ROOT / "overrides"

# Words to readers. What a maintainer is told stands where it is found, so a text is let pass that flows into a
# problem, an error or the log: by its place in the call, by a name, or through a function that is called there.

PHRASE = re.compile(
    r"[A-Za-z]{2,}[’,:;.]?( \{\})? [A-Za-z]{2,}|[A-Za-z]{3,} \{\}|\{\} [A-Za-z]{3,}"
)
"""Two words, or a word beside a value."""
CODE = re.compile(r"::|^---\n|\?\?=|=\"|<\w|^\.?//")
"""Signs of XPath, of a script, of markup, of YAML."""
SINKS = {
    "Problem", "add", "add_argument", "add_parser", "did_you_mean", "error", "info", "print", "problem", "report",
    "stop_at", "warning",
}  # fmt: skip
NAMES = {
    "Edition Serif", "Edition Sans", "a control character", "in press", "in preparation",
}  # fmt: skip
"""What our fonts are called, what a built page is found to hold before a rule tells of it, and what is typed in
references.bib in place of a date."""


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def is_sink(node: ast.AST) -> bool:
    """Whether what stands in a part of some code is told to a maintainer."""
    if isinstance(node, ast.Subscript):
        return ast.unparse(node.value).endswith("faults")
    is_told = isinstance(node, ast.Call) and (called(node) in SINKS or called(node)[-5:] == "Error")
    return isinstance(node, ast.Raise) or is_told


def names_in(node: ast.AST) -> set[str]:
    found = {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    return found | {part.attr for part in ast.walk(node) if isinstance(part, ast.Attribute)}


def own_names(target: ast.AST) -> Iterator[str]:
    """The names that a value is given, but for those of what has it as a part."""
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, ast.Tuple):
        yield from (name for part in target.elts for name in own_names(part))


def given(node: ast.AST) -> Iterator[tuple[ast.AST, ast.AST]]:
    """What a statement gives a name to, and the value."""
    if isinstance(node, ast.Assign):
        yield from ((target, node.value) for target in node.targets)
    elif isinstance(node, ast.AugAssign | ast.NamedExpr | ast.AnnAssign) and node.value:
        yield node.target, node.value
    elif isinstance(node, ast.For | ast.comprehension):
        yield node.target, node.iter


@dataclass(frozen=True)
class Function:
    """A function of a module, and which of its names flow into what maintainers are told."""

    module: Path
    node: ast.FunctionDef

    @cached_property
    def names(self) -> set[str]:
        return {part.id for part in ast.walk(self.node) if isinstance(part, ast.Name)}

    @cached_property
    def attributes(self) -> set[str]:
        return {part.attr for part in ast.walk(self.node) if isinstance(part, ast.Attribute)}

    @cached_property
    def speaks_to_maintainers(self) -> bool:
        """Whether it makes problems or what becomes one, as its signature says."""
        returns = ast.unparse(self.node.returns) if self.node.returns else ""
        kinds = r"Finding|Problem|[Ff]ault|tuple\[str, str\] \| None"
        return bool(re.search(kinds, ast.unparse(self.node.args) + returns))

    @cached_property
    def told(self) -> frozenset[str]:
        found = {n for part in ast.walk(self.node) if is_sink(part) for n in names_in(part)}
        pairs = [pair for part in ast.walk(self.node) for pair in given(part)]
        while (
            more := {n for t, v in pairs if set(own_names(t)) & found for n in names_in(v)} - found
        ):
            found |= more
        return frozenset(found)


@dataclass(frozen=True)
class Code:
    """The modules of the build, and which functions and tables are there for maintainers alone."""

    modules: dict[Path, ast.Module]

    @cached_property
    def functions(self) -> list[Function]:
        return [
            Function(file, node)
            for file, tree in self.modules.items()
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
        ]

    @cached_property
    def named(self) -> dict[tuple[Path, str], list[Function]]:
        """The functions of each module by their names."""
        found: dict[tuple[Path, str], list[Function]] = {}
        for function in self.functions:
            found.setdefault((function.module, function.node.name), []).append(function)
        return found

    @cached_property
    def methods(self) -> set[tuple[Path, str]]:
        """The functions that are found by what they belong to, and imported by nobody."""
        return {
            (file, part.name)
            for file, tree in self.modules.items()
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
            for part in node.body
            if isinstance(part, ast.FunctionDef)
        }

    @cached_property
    def by_name(self) -> dict[str, list[Function]]:
        """The functions in which each name stands."""
        found: dict[str, list[Function]] = {}
        for function in self.functions:
            for name in function.names | function.attributes:
                found.setdefault(name, []).append(function)
        return found

    @cached_property
    def imported(self) -> dict[Path, set[tuple[str, str]]]:
        """What each module imports, and from which."""
        return {
            file: {
                (str(node.module).rpartition(".")[2], alias.name)
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom)
                for alias in node.names
            }
            for file, tree in self.modules.items()
        }

    def users(self, file: Path, name: str) -> list[Function]:
        """The functions that use something of a module by its name."""
        return [
            function
            for function in self.by_name.get(name, [])
            if (function.module, function.node.name) != (file, name)
            and self.uses(function, file, name)
        ]

    def uses(self, function: Function, file: Path, name: str) -> bool:
        """Whether a function uses something of a module: by its name, as a part of the module, or as a method."""
        imported = self.imported[function.module]
        if name in function.names and (function.module == file or (file.stem, name) in imported):
            return True
        is_part = (file.parent.name, file.stem) in imported and file.stem in function.names
        return name in function.attributes and (is_part or (file, name) in self.methods)

    @cached_property
    def for_maintainers(self) -> set[tuple[Path, str]]:
        found = {(f.module, f.node.name) for f in self.functions if f.speaks_to_maintainers}
        while (
            more := {
                (f.module, f.node.name)
                for f in self.functions
                if self.is_told(found, f.module, f.node.name)
            }
            - found
        ):
            found |= more
        return found

    def is_told(self, known: Set[tuple[Path, str]], file: Path, name: str) -> bool:
        users, tables = self.users(file, name), self.tables_of(file, name)
        return bool(users or tables) and all(
            [(user.module, user.node.name) in known or name in user.told for user in users]
            + [self.is_told(known, file, table) for table in tables]
        )

    def tables_of(self, file: Path, name: str) -> list[str]:
        """The tables of a module that are made of something that it names."""
        return [
            target.id
            for node in self.modules[file].body
            for target, value in given(node)
            if isinstance(target, ast.Name) and target.id != name and name in names_in(value)
        ]

    def passed_over(self, file: Path) -> set[ast.AST]:
        """The parts of a module whose texts are told to maintainers, and lists of words that are split."""
        found: set[ast.AST] = set()
        for node in self.modules[file].body:
            for target, _ in given(node):
                if isinstance(target, ast.Name) and self.is_told(
                    self.for_maintainers, file, target.id
                ):
                    found.add(node)
        for function in self.functions:
            if function.module == file:
                found |= {part for part in ast.walk(function.node) if is_sink(part)}
                found |= {
                    part
                    for part in ast.walk(function.node)
                    for target, _ in given(part)
                    if set(own_names(target)) & function.told and not isinstance(part, ast.For)
                }
                found |= set(self.handed_on(function))
                if (file, function.node.name) in self.for_maintainers:
                    found.add(function.node)
        return found

    def handed_on(self, function: Function) -> Iterator[ast.AST]:
        """The arguments in a function's calls that are told to maintainers by what is called."""
        for call in ast.walk(function.node):
            if isinstance(call, ast.Call):
                for other in self.named.get((function.module, called(call)), []):
                    names = (argument.arg for argument in other.node.args.args)
                    pairs = zip(names, call.args, strict=False)
                    yield from (value for name, value in pairs if name in other.told)


def classes_in(node: ast.AST) -> list[ast.expr]:
    """The classes that some code gives an element, as an argument or in a dictionary of attributes."""
    if isinstance(node, ast.Dict):
        keys = (isinstance(key, ast.Constant) and key.value == "class" for key in node.keys)
        return [value for is_class, value in zip(keys, node.values, strict=True) if is_class]
    return [node.value] if isinstance(node, ast.keyword) and node.arg == "class_" else []


def texts(node: ast.AST, passed_over: Set[ast.AST]) -> Iterator[tuple[int, str]]:
    """Each text in some code with its line, the values in it as `{}`; docstrings are none."""
    if node in passed_over or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return
    if isinstance(node, ast.Attribute) and node.attr == "split":
        return
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        yield node.lineno, "".join(map(str, parts))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    inner = (
        p
        for p in ast.iter_child_nodes(node)
        if not (isinstance(node, ast.JoinedStr) and isinstance(p, ast.Constant))
    )
    classes = classes_in(node)
    for part in (part for part in inner if part not in classes):
        yield from texts(part, passed_over)


def said_in(modules: dict[Path, str]) -> list[str]:
    """The words to readers in some modules, each with file and line."""
    code = Code({file: ast.parse(text) for file, text in modules.items()})
    return [
        f"{file.name}:{line}: {text}"
        for file in modules
        for line, text in texts(code.modules[file], code.passed_over(file))
        if PHRASE.search(text) and not CODE.search(text) and text not in NAMES
    ]


def test_no_words_to_readers_stand_in_python_beside_their_record() -> None:
    files = sorted((OVERRIDES / "hooks").rglob("*.py"))
    texts = {f: f.read_text(encoding="utf-8") for f in files if f.parent.name != "words"}
    assert said_in(texts) == [] and len(texts) > 60


PLANTED = """
def heading(edition):
    return f"{edition.title}, as it was"

def label():
    name = "Places to read"
    return name

def on_page(page):
    try:
        page.title = heading(page)
    except ValueError as error:
        raise PluginError(f"{page}: {error}; look for it") from error
"""
TOLD = """
MEND = "write it otherwise"

def rule(edition) -> Iterator[Problem]:
    what = f"holds {edition.title} twice"
    yield Problem("a file", 1, what, MEND)

def nearest(name):
    return f"did you mean {name}"

def on_config(config):
    \"""Not said to anybody.\"""
    log.error(nearest(config.name))
    classes = "note margin".split()
"""


def test_the_check_finds_words_to_readers_and_passes_messages_to_maintainers() -> None:
    assert said_in({Path("views.py"): PLANTED}) == [
        "views.py:3: {}, as it was",
        "views.py:6: Places to read",
    ]
    assert said_in({Path("rules.py"): TOLD}) == []
