"""Kinds of input that authors bring, each put into the made-up edition: alone, to be read, or all together, to be
built."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import made_up

Case = Mapping[str, Any]
ALL: list[Case] = json.loads(
    Path(__file__).with_name("cases").joinpath("author-cases.json").read_text("utf-8")
)
CASES = {case["id"]: case for case in ALL if case["id"][0] in "LCMB"}
"""The cases of what people write; the others are what a reader does."""
REFUSED = {name: case for name, case in CASES.items() if "refused" in case}
ACCEPTED = {name: case for name, case in CASES.items() if "refused" not in case}

FOX = made_up.BIB.partition("\n\n")[0]
MARK = "[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 1, 9]"
NOTE = "[^1]: A harbour is a place for ships. [@fox-2001-ships]"
TYPES = {
    "@inproceedings": {"booktitle": "{{Harbour Days}}"},
    "@thesis": {"institution": "{{Quay University}}", "type": "{phdthesis}"},
    "@misc": {"publisher": "{{Quay Press}}"},
}
"""What an entry of a type holds beside its title, author and date."""
UNTOLD = {"language", "langid", "titletranslation", "titletranslationby"}
"""Fields of which nobody says how sure they are."""


def alone(case: Case) -> tuple[dict[str, bytes], bytes]:
    """The made-up edition with one case in it: its files and its bibliography."""
    where, typed = case["where"], case["input"]
    match where:
        case "mark":
            return made_up.changed("cranes.md", MARK, typed)
        case "sentence":
            return made_up.changed(
                "cranes.md", f"Cranes rust.{MARK}", f"{typed}{'' if '[@' in typed else MARK}"
            )
        case "definition of a note":
            return made_up.changed("index.md", NOTE, typed)
        case "first line of a paragraph":
            return made_up.changed("cranes.md", "Cranes rust.", f"{typed}\nCranes rust.")
        case "about.md, fenced code":
            return made_up.changed("about.md", "See", f"```\n{typed}\n```\n\nSee")
        case "about.md, inline code":
            return made_up.changed("about.md", "`code`", typed)
        case "front matter":
            name = typed.partition(":")[0]
            old = re.search(rf"(?m)^{name}:.*$", made_up.FILES["cranes.md"])
            assert old is not None
            return made_up.changed("cranes.md", old[0], typed)
        case _:
            return made_up.changed("references.bib", FOX, entry(case))


def entry(case: Case, key: str = "fox-2001-ships") -> str:
    """The entry of a book with what a case puts into it, under a key of its own."""
    fields = dict(re.findall(r"(?m)^  (\w+) = (.*),$", FOX))
    typed, where = case["input"], case["where"]
    kind = typed.partition("{")[0] if typed.startswith("@") else "@book"
    own = TYPES.get(kind) or dict(re.findall(r"(\w+) = (\{.*?\})(?:, |$)", typed))
    if "pages" in where or "volume" in own:
        kind, own = "@article", {**own, "journaltitle": "{{Quays}}"}
    if kind != "@book":
        del fields["publisher"]
    if "year" in own:
        del fields["date"]
    own = own or {where.split()[0]: typed}
    if where.startswith("pages"):
        own = {"journaltitle": "{{Quays}}", "pages": typed}
    fields |= own
    if fields["langid"] == "{french}":
        fields |= {"titletranslation": "{All the ships}", "titletranslationby": "{edition}"}
    told = (
        "date" if name == "year" else name
        for name in fields
        if name not in {*UNTOLD, "printed", "keywords"}
    )
    fields["printed"] = f"{{{', '.join(told)}}}"
    return "\n".join(
        [f"{kind}{{{key},", *(f"  {name} = {value}," for name, value in fields.items()), "}"]
    )


# All together


def key_of(name: str) -> str:
    """The key of the source that a case is about: an entry of its own, or the one that is there."""
    is_entry = CASES[name]["id"].startswith("B")
    return f"case-{name.lower().replace('.', '-')}" if is_entry else "fox-2001-ships"


def sentence(name: str, number: int) -> str:
    """The sentence of a case, with its mark; `number` is that of its note."""
    case = CASES[name]
    match case["where"]:
        case "mark":
            return f"Cranes rust.{case['input']}"
        case "sentence":
            return str(case["input"])
        case "definition of a note":
            return f"Cranes rust[^{number}]."
        case _:
            return f"Cranes rust.[@{key_of(name)}]"


NUMBERED = [
    name
    for name, case in ACCEPTED.items()
    if case["where"] in {"mark", "sentence", "definition of a note"} or name.startswith("B")
]
"""The cases that have a paragraph and a note of their own, in their order, from p4 and note 5."""
PARAGRAPH = {name: f"p{at}" for at, name in enumerate(NUMBERED, 4)}
NOTES = {name: str(at) for at, name in enumerate(NUMBERED, 5)}
TITLED = [name for name, case in ACCEPTED.items() if case["input"].startswith("title:")]
"""The cases that are the title of a page."""


def page_of(name: str) -> str:
    """The page of a case that is a title, by its file."""
    return f"{name.lower().replace('.', '-')}.md"


def write_all(root: Path) -> Path:
    """Writes all cases that are accepted into the made-up project below `root`."""
    chapter, about = root / "docs/cranes.md", root / "docs/about.md"
    text = chapter.read_text("utf-8").replace('notes: "3–4"', f'notes: "3-{NOTES[NUMBERED[-1]]}"')
    paragraphs = (
        f"{sentence(name, int(NOTES[name]))}\n{{ #{PARAGRAPH[name]} }}\n" for name in NUMBERED
    )
    chapter.write_text("\n".join([text, *paragraphs, *definitions()]), encoding="utf-8")
    fenced, inline = (ACCEPTED[name]["input"] for name in ("C6.1", "C6.2"))
    code = f"```\n{fenced}\n```\n\nSee {inline}.\n"
    about.write_text(f"{about.read_text('utf-8')}\n{code}", encoding="utf-8")
    bib = root / "references.bib"
    entries = (entry(CASES[name], key_of(name)) for name in NUMBERED if name.startswith("B"))
    bib.write_text("\n\n".join([bib.read_text("utf-8"), *entries]), encoding="utf-8")
    settings = root / "mkdocs.yml"
    listed = "".join(f"      - {page_of(name)}\n" for name in TITLED)
    settings.write_text(
        settings.read_text("utf-8").replace("      - about.md\n", f"      - about.md\n{listed}"),
        encoding="utf-8",
    )
    for name in TITLED:
        front = f"---\n{CASES[name]['input']}\ndescription: What it is.\n---\n\nWords.\n"
        (root / "docs" / page_of(name)).write_text(front, encoding="utf-8")
    return root


def definitions() -> Iterator[str]:
    """The definitions of the notes that cases define."""
    for name in NUMBERED:
        if CASES[name]["where"] == "definition of a note":
            yield CASES[name]["input"].replace("[^1]:", f"[^{NOTES[name]}]:") + "\n"
