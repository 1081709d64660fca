"""Makes the three sites that are compared: ours, bare HTML of the same text, and plain Material."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from lxml import html

ROOT = Path(__file__).resolve().parents[2]
BYTECODE = ROOT / ".build" / "bytecode"
CHAPTERS = ("index", "digital-gaps", "cooperation-value", "foundations", "challenges", "roadmap")
BARE = ("", *(f"{name}/" for name in CHAPTERS[1:]), "sources/", "briefing/")
"""The pages that a bare one is made of, a source's own aside."""
NO_TEXT = (
    "//script | //style | //svg | //template | //noscript | //dialog | //button | //form | //input"
)
KEPT = {"href", "id", "lang", "rel"}
BARE_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title></head>{body}</html>
"""
PLAIN = """site_name: {name}
theme:
  name: material
  font: false
markdown_extensions:
  - attr_list
  - footnotes
nav:
{nav}
"""
"""Plain Material, with what the text needs: ids and notes. Its own fonts would come from elsewhere."""
ADDRESSES = {"SITE_URL": "", "REPORT_URL": "", "REPO_URL": ""}


def mkdocs(project: Path, *arguments: str) -> None:
    """Runs MkDocs; a build that fails ends the bench with its own words."""
    done = subprocess.run(
        mkdocs_command(*arguments), cwd=project, env=environment(), capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"No build of {project}:\n{done.stderr}")


def mkdocs_command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def environment() -> dict[str, str]:
    """As make has it: what Python compiles is kept in a folder of its own."""
    kept = {"PYTHONPYCACHEPREFIX": str(BYTECODE), "PYTHONDONTWRITEBYTECODE": ""}
    return os.environ | ADDRESSES | {"NO_MKDOCS_2_WARNING": "1"} | kept


def forget(project: Path) -> None:
    """Takes away what earlier builds of a project have kept."""
    for kept in (project / ".cache", BYTECODE / project.relative_to(project.anchor)):
        shutil.rmtree(kept, ignore_errors=True)


def copied(folder: Path) -> Path:
    """A copy of the project, with what earlier builds have kept: so nothing touches the checkout."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("docs", "overrides", ".cache"):
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, folder / name, ignore=shutil.ignore_patterns("mypy", "pytest", "ruff")
            )
    for name in ("mkdocs.yml", "references.bib"):
        shutil.copy(ROOT / name, folder / name)
    return folder


def built(project: Path, site: Path) -> Path:
    mkdocs(project, "build", "--quiet", "--site-dir", str(site))
    return site


def bare_site(ours: Path, site: Path) -> Path:
    """The floor: the pages of a built site without style and script, with the same text and the same links."""
    for page in (*BARE, f"sources/{a_source(ours)}/"):
        file = site / page / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(bare((ours / page / "index.html").read_text("utf-8")), encoding="utf-8")
    return site


def a_source(site: Path) -> str:
    """The key of a source that has a page."""
    return next(path.name for path in sorted((site / "sources").iterdir()) if path.is_dir())


def bare(page: str) -> str:
    """A page's text in the elements that hold it, with nothing else."""
    tree = html.document_fromstring(page)
    body = tree.body
    assert body is not None
    for element in body.xpath(NO_TEXT):
        element.drop_tree()
    for element in body.iter("*"):
        for name in set(element.attrib) - KEPT:
            del element.attrib[name]
    text = html.tostring(body, encoding="unicode")
    return BARE_PAGE.format(title=tree.findtext(".//title"), body=text)


def plain_project(ours: Path, folder: Path) -> Path:
    """Plain Material over the Markdown that our build gives out of each chapter: the same text and notes."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "docs").mkdir(parents=True)
    for chapter in ours.glob("**/index.md"):
        where = chapter.parent.relative_to(ours)
        name = "index.md" if where == Path() else f"{where}.md"
        shutil.copy(chapter, folder / "docs" / name)
    nav = "\n".join(f"  - {file.name}" for file in sorted((folder / "docs").iterdir()))
    (folder / "mkdocs.yml").write_text(
        PLAIN.format(name="Digital Silk Road", nav=nav), encoding="utf-8"
    )
    return folder
