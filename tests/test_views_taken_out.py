"""A view that is taken out, its file and its line in mkdocs.yml, leaves nothing behind and changes nothing else."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from lxml import html

from edition.outputs import NEEDED, VIEWS
from project import built, faults_of, settings, spoil

SIGNS = {
    "browse.neighbours": r"neighbour-|neighbours",
    "browse.related": r'id="leads"|referrers|referred',
    "browse.editions": r'"[./]*editions/"|panel-frozen|class="changes"',
    "browse.social_cards": r"assets/social|og:image|twitter:card",
    "find.source_pages": r'sources/fox-2001-ships/|class="record"|<button class="copy-button"',
    "find.search": r"editionRecords|search-(?:button|field|results|records)",
    "link.briefing": r"briefing",
    "link.panel": r"\.panel\b|panel-|texts/panel",
    "link.previews": r"note-card-title|texts/places\.|placeFinder",
    "link.short_addresses": r"\bp/\d|\bp/<",
    "link.how_to_cite": r'id="cite-this"|#cite-this|such as para',
    "link.downloads": r"ships\.(?:bib|ris)|sources\.(?:bib|ris|json)",
    "link.metadata": r"citation_title|z:itemType|ld\+json|rel=\"license\"",
    "link.text_and_data": r'"[./]*edition\.json|llms|"[./]*index\.md',
    "link.moved": r"data-moved|moved-parts|moved\.js",
}
"""Words, names and addresses by which the site shows and ships each view."""
MADE_WHILE_FREEZING = {"browse.frozen_edition"}
LISTED = [v for v in settings()["extra"]["views"] if v not in NEEDED | MADE_WHILE_FREEZING]
READ = {".html", ".js", ".css", ".txt", ".md"}
STAMP = re.compile(r"\.[0-9a-f]{8}(?=\.)")
ADDRESSES = "//@href | //@src | //script/@*[starts-with(name(), 'data-')]"
ADDED = {
    "find.source_pages": r"sources/#|^</?span",
    "link.how_to_cite": r"take-along|^Download$",
}
"""What takes a view's place: sources then stand in the list alone, and what a page offers as files below a heading of
its own."""


def without(view: str, root: Path) -> Path:
    """The site of a project from which a view has been taken."""
    spoil(root, "mkdocs.yml", f"    - {view}\n", "")
    (root / VIEWS / f"{view.replace('.', '/')}.py").unlink()
    return built(root)


@pytest.fixture(params=LISTED)
def view(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@cache
def texts(site: Path) -> dict[str, str]:
    """What a site serves as text, by address without fingerprints."""
    files = (file for file in site.rglob("*") if file.suffix in READ)
    return {
        STAMP.sub("", f.relative_to(site).as_posix()): STAMP.sub("", f.read_text()) for f in files
    }


def test_nothing_of_a_view_taken_out_is_left_and_nothing_else_has_changed(
    view: str, small: Path, small_site: Path
) -> None:
    sign, site = re.compile(SIGNS[view]), without(view, small)
    assert any(sign.search(f"{name}\n{text}") for name, text in texts(small_site).items())
    assert [name for name, text in texts(site).items() if sign.search(f"{name}\n{text}")] == []
    assert dead_addresses(site) == []
    assert [*added(view, texts(small_site), texts(site))] == []


def added(view: str, before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    """The elements and words of pages that were not there before, but for what takes the view's place."""
    for name in (name for name in after if name.endswith(".html")):
        old, new = pieces(before[name]), pieces(after[name])
        changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        inserted = (new[c[3] : c[4]] for c in changes if c[0] != "equal")
        for piece in chain.from_iterable(inserted):
            if not re.search(ADDED.get(view, "$^"), piece):
                yield f"{name}: {piece}"


def pieces(page: str) -> list[str]:
    """A page's elements and words, in order, without what stands in it as style, script or policy."""
    bare = re.sub(r"(?s)<(style|script)\b.*?</\1>|<meta http-equiv[^>]*>", "", page)
    return [piece for piece in re.findall(r"<[^>]+>|[^\s<.,]+", bare) if piece.strip()]


def dead_addresses(site: Path) -> list[str]:
    """The addresses in pages at which nothing is, or not the id that they name."""
    pages = {
        file: html.parse(str(file)) for file in site.rglob("*.html") if file.name != "404.html"
    }
    ids = {file.resolve(): {*tree.xpath("//@id")} for file, tree in pages.items()}
    dead = []
    for file, tree in pages.items():
        for address in map(str, tree.xpath(ADDRESSES)):
            path, _, fragment = address.partition("#")
            target = (file.parent / path).resolve() if path else file.resolve()
            target = target / "index.html" if target.is_dir() else target
            is_there = target.is_file() and (
                not fragment or fragment in ids.get(target, {fragment})
            )
            if not (re.match(r"\w+:", address) or is_there):
                dead.append(f"{file.relative_to(site)}: {address}")
    return dead


def views_at(papers: Path) -> str:
    """The line of mkdocs.yml on which the list of views begins, as messages name it."""
    lines = (papers / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    return f"mkdocs.yml:{lines.index('  views:') + 1}"


def test_every_view_has_its_signs() -> None:
    assert {*LISTED} == {*SIGNS}


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_what_the_text_leads_to_cannot_be_taken_out(papers: Path, name: str) -> None:
    spoil(papers, "mkdocs.yml", f"    - {name}\n", "")
    line = (
        f"{views_at(papers)}: extra.views lacks '{name}', to which the text itself leads; list it"
    )
    assert faults_of(papers) == [line]


def test_an_unknown_view_is_one_line(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "    - link.panel\n", "    - link.pannel\n")
    remedy = "did you mean 'link.panel'?"
    assert faults_of(papers) == [
        f"{views_at(papers)}: extra.views names 'link.pannel', which is no view; {remedy}"
    ]


def test_a_view_that_is_listed_twice_is_one_line(papers: Path) -> None:
    spoil(papers, "mkdocs.yml", "    - link.panel\n", "    - link.panel\n    - link.panel\n")
    assert faults_of(papers) == [
        f"{views_at(papers)}: extra.views names 'link.panel' twice; delete one of the two"
    ]


def test_the_order_of_views_changes_nothing_that_they_show(small: Path, small_site: Path) -> None:
    listed = "".join(f"    - {view}\n" for view in settings()["extra"]["views"])
    backwards = "".join(f"    - {view}\n" for view in reversed(settings()["extra"]["views"]))
    spoil(small, "mkdocs.yml", listed, backwards)
    assert texts(built(small)) == texts(small_site)
