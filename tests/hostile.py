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
    """Words of one kind: as a page's front matter, a table or a setting has them, where there is little room, in
    references.bib, where TeX has signs of its own, and in a name."""

    long: str
    short: str
    tex: str
    name: str


HARMLESS = Kind("Langlos", "Kurzlos", "Texlos", "Namlos")
HOSTILE = Kind(
    """"><meta http-equiv=refresh content=0><img src=x onerror='a()'> </title></script></style></template>"""
    """</textarea></option><script>x()</script> ' onmouseover='x <!-- --> ]]> {{ 7*7 }} {x} {% raw %} &lt; &#34;""",
    """'"><b onclick='x'>{x}&lt;""",
    """"><meta http-equiv=refresh content=0><img src=x onerror=a()><i>y</i></title></script></template>"""
    r"""</option><script>x()</script><span class=nocase>n</span> ' onmouseover=x \&lt; *z* [z](z) <https://z.z>""",
    """"><B ONCLICK=X>""",
)
FREE = """
    affiliation booktitle contributors docnumbers evidence eventtitle institution isbn issn journaltitle location
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
    """A line of an entry with the words after its own; the family of a person has them last."""
    found = FIELD.fullmatch(line)
    if not found:
        return line
    opened, name, value, closed = found.groups()
    if name in FREE.split():
        words = kind.tex.replace(r"\&lt;", "") if name == "evidence" else kind.tex
        return f"{opened}{value} {words}{closed},"
    if name in {"author", "editor"}:
        family, comma, given = value.partition(",")
        return f"{opened}{family} {kind.name}{comma}{given}{closed},"
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
    words = kind.short if line[1] == "title" else kind.long
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
