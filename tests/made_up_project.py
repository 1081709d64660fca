"""The made-up edition as a project that MkDocs builds: the code is ours, all that it says of a text is made up."""

import re
import shutil
from pathlib import Path

import made_up
from project import CACHES, ROOT, unaddressed

NAV = """nav:
  - The article:
      - index.md
      - cranes.md
  - Reference:
      - sources.md
      - about.md
"""
HEADINGS = {
    "index.md": ("argument", "link-and-cite"),
    "about.md": ("author", "how-to-cite", "editors-notes", "report-an-error", "this-edition"),
}
"""The headings below which the edition says something of itself."""
TABLES = {
    "institutions.csv": "key,language,name,form,verified\n",
    "redirects.csv": "from,to\n",
    "register.csv": "address,edition\n",
}
SCALARS = {
    "site_name": made_up.SETTINGS.title,
    "date": f'"{made_up.SETTINGS.date}"',
    "subtitle": made_up.SETTINGS.subtitle,
    "example": "p2",
    "short_title": "Made-up",
}


def settings(text: str) -> str:
    """mkdocs.yml, with what it says of the text said of the made-up one."""
    text = re.sub(r"(?m)^nav:\n(?: .*\n)+", NAV, unaddressed(text))
    text = re.sub(r"site_description: >-\n(  .*\n)+", "site_description: Made up.\n", text)
    for name, value in SCALARS.items():
        text, count = re.subn(rf"(?m)^( *){name}:.*$", rf"\g<1>{name}: {value}", text)
        assert count == 1, name
    return text


def headings(name: str) -> str:
    return "".join(f"\n## {ident.title()} {{ #{ident} }}\n" for ident in HEADINGS.get(name, ()))


def project(folder: Path) -> Path:
    """Writes the project into a folder, with what builds have kept of fonts and pictures."""
    for name in ("overrides", *CACHES):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.partial"))
    (folder / "docs/data").mkdir(parents=True)
    for schema in (ROOT / "docs").glob("*.schema.json"):
        shutil.copy(schema, folder / "docs")
    texts = {f"docs/{name}": text + headings(name) for name, text in made_up.FILES.items()}
    texts |= {f"docs/data/{name}": text for name, text in TABLES.items()}
    texts["references.bib"] = made_up.BIB
    texts["mkdocs.yml"] = settings((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("Makefile", "requirements.txt", "CITATION.cff", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder / name)
    return folder
