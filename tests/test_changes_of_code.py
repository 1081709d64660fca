"""What a maintainer may want to change stands where overrides/README.md says: each change is made in a copy of the
made-up project, in the places that the table names, and its effect is seen."""

import json
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

from lxml import html

import made_up
from edition.outputs import Site, site_of
from project import ROOT, built, spoil
from searching import found
from server import serving
from tabs import Tabs

CORE = "overrides/hooks/edition"
CHARTS = '''"""How many ships called, by year, from docs/data/ships.csv."""

import csv
from collections.abc import Iterator

from edition.outputs import Page, Site


def view(site: Site) -> Iterator[Page]:
    text = (site.library.root / "docs/data/ships.csv").read_text(encoding="utf-8")
    head = {"title": "Ships", "description": "How many called."}
    yield Page("ships.md", "ships.html", head, shown=list(csv.reader(text.splitlines())))
'''
CHARTS_TEMPLATE = """{% extends "main.html" %}
{% block content %}
<h1>{{ page.title }}</h1>
<table>{% for year, count in shown %}<tr><th scope="row">{{ year }}</th><td>{{ count }}</td></tr>{% endfor %}</table>
{% endblock %}
"""
BOOK = '''"""The edition as a book, in which each paragraph keeps its id."""

import re
from collections.abc import Iterator
from tempfile import TemporaryDirectory

import pypandoc

from edition.outputs import File, Site
from edition.write.elements import as_html
from edition.write.page_body import Additions, body


def view(site: Site) -> Iterator[File]:
    edition, names = site.library.edition, site.library.foreign_names
    text = "".join(as_html(body(Additions(page, edition, names))) for page in edition.chapters)
    text = re.sub(r'<p (id="p\\d")', r"<div \\1></div><p", text)  # pandoc keeps no id of a paragraph
    with TemporaryDirectory() as folder:
        file = f"{folder}/book.epub"
        pypandoc.convert_text(text, "epub", "html", outputfile=file)
        with open(file, "rb") as book:
            yield File("book.epub", book.read())
'''
RULE = '''def titles_are_short(edition: Edition) -> Iterator[Problem]:
    """A title has at most five letters."""
    for page in edition.pages:
        if len(page.title) > 5:
            yield Problem(page.path, 2, f"title '{page.title}' is long", "write another")
'''


def page(site: Path, address: str) -> html.HtmlElement:
    return html.parse(str(site / address / "index.html")).getroot()


def list_view(root: Path, name: str, text: str) -> None:
    """Writes a view, and lists it in mkdocs.yml."""
    (root / f"{CORE}/views/{name.replace('.', '/')}.py").write_text(text, encoding="utf-8")
    spoil(root, "mkdocs.yml", "    - link.moved\n", f"    - {name}\n    - link.moved\n")


def test_a_citation_style_is_added_in_one_place(small: Path) -> None:
    spoil(
        small,
        f"{CORE}/cite/references.py",
        '    "APA": ',
        '    "Harvard": "harvard-cite-them-right",\n    "APA": ',
    )
    labels = page(built(small), "sources/fox-2001-ships").xpath(
        "//dl[@class='citations']//dt/text()"
    )
    assert "Harvard" in labels


def test_how_a_page_range_is_printed_is_changed_in_one_place(small: Path) -> None:
    spoil(small, f"{CORE}/model/locators.py", 'f"{first}–{last}"', 'f"{first} to {last}"')
    text = page(built(small), "sources/fox-2001-ships").text_content()
    assert "3 to 5" in text and "corrected" not in text


def test_another_language_is_a_record_of_words_and_a_setting(small: Path) -> None:
    spoil(small, f"{CORE}/words/__init__.py", "(ENGLISH,)", "(ENGLISH, SPANISH)")
    spoil(small, f"{CORE}/words/__init__.py", "from edition.words.record", SPANISH)
    spoil(small, "mkdocs.yml", "  language: en\n", "  language: es\n")
    tree = page(built(small), "cranes")
    assert tree.get("lang") == "es" and "Notas" in tree.xpath("//h2/@aria-label")


SPANISH = """from dataclasses import replace

SPANISH = replace(
    ENGLISH,
    language=replace(ENGLISH.language, tag="es", name="spanish", locale="es_ES"),
    chapter_page=replace(ENGLISH.chapter_page, notes="Notas"),
)

from edition.words.record"""


def test_a_page_of_figures_is_a_view_a_template_and_its_line(small: Path) -> None:
    (small / "docs/data/ships.csv").write_text("1900,12\n1901,15\n", encoding="utf-8")
    (small / "overrides/ships.html").write_text(CHARTS_TEMPLATE, encoding="utf-8")
    list_view(small, "browse.ships", CHARTS)
    assert page(built(small), "ships").xpath("//td/text()") == ["12", "15"]


def test_a_book_is_a_view_and_its_line(small: Path) -> None:
    list_view(small, "link.book", BOOK)
    with zipfile.ZipFile(BytesIO((built(small) / "book.epub").read_bytes())) as book:
        text = "".join(
            book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml")
        )
    assert {"p1", "p2", "p3"} <= {*re.findall(r'id="(p\d)"', text)}


def test_the_ranking_of_the_search_is_a_named_weight(
    small: Path, small_site: Path, tabs: Tabs
) -> None:
    script = "overrides/assets/javascripts/search/search.js"
    spoil(small, script, "const IN_TEXT = 2;", "const IN_TEXT = 900;")
    before, after = (first_found(site, tabs) for site in (small_site, built(small)))
    assert (before, after) == ("cranes/#paint", "cranes/#p3")


def first_found(site: Path, tabs: Tabs) -> str:
    with serving(site) as address, tabs.visiting(address) as tab:
        tab.goto(address)
        tab.keyboard.press("/")
        return found(tab, "paint")[0]


def test_a_field_of_the_data_is_written_and_described_under_a_new_name(small: Path) -> None:
    spoil(
        small,
        f"{CORE}/write/edition_data.py",
        '"number": settings.number,',
        '"number": settings.number, "hue": "red",',
    )
    spoil(
        small, f"{CORE}/keep/frozen_editions.py", "edition-4.schema.json", "edition-5.schema.json"
    )
    (small / "docs/edition-4.schema.json").rename(small / "docs/edition-5.schema.json")
    data = json.loads((built(small) / "edition.json").read_text(encoding="utf-8"))
    assert data["edition"]["hue"] == "red" and data["$schema"].endswith("/edition-5.schema.json")


def test_another_generator_needs_other_hooks_and_templates_alone(small_site: Path) -> None:
    """The core makes every page and file of the views by itself; tests/test_views_taken_out.py takes views out."""
    library = made_up.library(
        root=ROOT, views=("text.notes", "link.short_addresses", "browse.editions")
    )
    site = site_of(Site(library))
    assert {page.address for page in site.pages.values()} == {"p/1/", "p/2/", "p/3/", "editions/"}
    assert all((small_site / page.address / "index.html").is_file() for page in site.pages.values())


def test_a_rule_is_a_function_in_a_list(small: Path) -> None:
    spoil(small, f"{CORE}/rules/page_rules.py", "RULES: tuple", f"{RULE}\n\nRULES: tuple")
    spoil(
        small,
        f"{CORE}/rules/page_rules.py",
        "    unique_ids,\n",
        "    unique_ids,\n    titles_are_short,\n",
    )
    path = {"PYTHONPATH": str(small / "overrides/hooks"), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "edition", "check"]
    checked = subprocess.run(
        command, cwd=small, env=os.environ | path, capture_output=True, text=True
    )
    assert checked.stderr.splitlines() == [
        "docs/cranes.md:2: title 'Cranes' is long; write another",
        "docs/index.md:2: title 'Introduction' is long; write another",
    ]


def test_another_article_is_other_files_and_no_other_code(small_site: Path) -> None:
    """Its pages, its bibliography, and what mkdocs.yml says of it."""
    title = page(small_site, "").xpath("string(//title)")
    assert title == made_up.SETTINGS.title
    assert not any(
        "Silk Road" in file.read_text(encoding="utf-8") for file in small_site.rglob("*.html")
    )


def test_a_colour_is_a_token(small: Path) -> None:
    spoil(
        small,
        "overrides/assets/stylesheets/tokens/tokens.css",
        "--link: var(--light, #0b4f7d)",
        "--link: var(--light, #123456)",
    )
    assert "#123456" in page(built(small), "cranes").xpath("string(//style)")
