"""A project in which whatever people write holds hostile words: markup, what ends an element or an attribute, and
what templates and formats of ours read."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path


@dataclass(frozen=True)
class Kind:
    """Words of one kind: as a table or a setting has them, as a page's front matter has them, in which what would be
    Markdown, a template or an entity is refused, where there is little room, in references.bib, where TeX has signs of
    its own, and in an institution's name; that of a person may hold no such signs."""

    long: str
    front: str
    short: str
    tex: str
    name: str


HARMLESS = Kind("Langlos", "Stirnlos", "Kurzlos", "Texlos", "Namlos")
HOSTILE = Kind(
    """"><meta http-equiv=refresh content=0><img src=x onerror='a()'> </title></script></style></template>"""
    """</textarea></option><script>x()</script> ' onmouseover='x <!-- --> ]]> {{ 7*7 }} {x} {% raw %} &lt; &#34;""",
    """"><meta http-equiv=refresh content=0><img src=x onerror='a()'> </title></script></style></template>"""
    """</textarea></option><script>x()</script> ' onmouseover='x ]]> {x}""",
    """'"><b onclick='x'>{x}""",
    """"><meta charset=refresh content=0><img src=x onerror=a()><u>y</u></title></script></template>"""
    r"""</option><script>x()</script><a class=nocase>n</a> ' onmouseover=x < *z* [z](z) <https://z.z>""",
    """"><U ONCLICK=X>""",
)
FREE = """
    affiliation booktitle contributors docnumbers evidence eventtitle institution journaltitle location
    number organization origaffiliation origauthor origbooktitle origeditor originstitution origjournaltitle
    origorganization origpublisher origtitle pages publisher publishedtitle remark series shortauthor shorttitle title
    titlerendered titletranslation totalpages type venue wholenumber
"""
"""The fields of an entry that hold words of any kind; what the others may hold is held to a form."""
FIELD = re.compile(r"(  (\w+) = \{)(.*?)(\}*),")


def spread(root: Path, kind: Kind) -> None:
    """Puts words of a kind wherever the project at `root` has words of its own."""
    edit(root / "references.bib", lambda text: bibliography(text, kind))
    edit(root / "docs/data/institutions.csv", lambda text: table(text, kind))
    edit(root / "mkdocs.yml", lambda text: settings(text, kind))
    for file in (root / "docs").glob("*.md"):
        edit(file, lambda text: page(text, kind))


def edit(file: Path, change: Callable[[str], str]) -> None:
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")


def bibliography(text: str, kind: Kind) -> str:
    return "\n".join(field(line, kind) for line in text.split("\n"))


def field(line: str, kind: Kind) -> str:
    """A line of an entry with the words after its own."""
    found = FIELD.fullmatch(line)
    if not found:
        return line
    opened, name, value, closed = found.groups()
    if name in FREE.split():
        return f"{opened}{value} {kind.tex}{closed},"
    if name in {"author", "editor"} and value.startswith("{"):
        return f"{opened}{value} {kind.name}{closed},"
    return line


def table(text: str, kind: Kind) -> str:
    head, *rows = csv.reader(io.StringIO(text))
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(
        [head, *([key, tag, f"{name} {kind.long}", *rest] for key, tag, name, *rest in rows)]
    )
    return written.getvalue()


def page(text: str, kind: Kind) -> str:
    """A page whose front matter holds the words; `notes` is a range of numbers."""
    front, end, body = text.partition("\n---\n")
    lines = re.sub(r'(?m)^(?!notes)(\w+): (".*")$', lambda line: value(line, kind), front)
    return f"{lines}{end}{body}"


def value(line: re.Match[str], kind: Kind) -> str:
    words = kind.short if line[1] == "title" else kind.front
    return f"{line[1]}: {quoted(f'{json.loads(line[2])} {words}')}"


def settings(text: str, kind: Kind) -> str:
    """mkdocs.yml with the words in all that pages say of it; its own words are kept short before them."""
    short, long = quoted(f"Words {kind.short}"), quoted(f"Words {kind.long}")
    text = re.sub(r"site_description: >-\n(  .*\n)+", lambda _: f"site_description: {long}\n", text)
    for name, words in (("copyright", long), ("subtitle", short), ("short_title", short)):
        line = f"{name}: {words}"
        text = re.sub(rf"(?m)^( *){name}: .*$", partial(indented, line), text)
    text = re.sub(r"(?m)^  - (The article|Reference):$", lambda at: f"  - {short}:", text)
    return text.replace("      - roadmap.md\n", f"      - {short}: roadmap.md\n")


def indented(line: str, at: re.Match[str]) -> str:
    return f"{at[1]}{line}"


def quoted(words: str) -> str:
    """A string of YAML: JSON's are YAML's too."""
    return json.dumps(words, ensure_ascii=False)
