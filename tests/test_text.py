"""The edition as text: chapters as Markdown, read back by pandoc; llms.txt and llms-full.txt."""

import copy
import re
from functools import cache
from pathlib import Path

import pypandoc
import pytest
from lxml import html

import made_up
import real
from edition.cite.references import References, format_references
from edition.model import Page
from edition.model.locators import printed
from edition.words import ENGLISH
from edition.write.chapter_markdown import chapter_markdown
from edition.write.llms import overview
from project import SITE, number_and_day

EDITION = real.edition()
CHAPTERS = pytest.mark.parametrize("chapter", EDITION.chapters, ids=lambda c: c.title)
NAMES = tuple(f"{chapter.address}index.md" for chapter in EDITION.chapters)


@cache
def text(site: Path, name: str) -> str:
    return (site / name).read_text(encoding="utf-8")


@cache
def read_back(site: Path, name: str) -> html.HtmlElement:
    """A text as a reader of CommonMark with footnotes has it."""
    page = pypandoc.convert_text(text(site, name), "html", format="commonmark+footnotes")
    return html.fromstring(f"<div>{page}</div>")


def words(element: html.HtmlElement) -> str:
    """An element's words, without the marks of its notes."""
    own = copy.deepcopy(element)
    for mark in own.xpath(".//a[@role='doc-noteref']"):
        mark.drop_tree()
    return " ".join(str(own.text_content()).split())


@CHAPTERS
def test_every_paragraph_reads_as_the_model_has_it(site: Path, chapter: Page) -> None:
    page = read_back(site, f"{chapter.address}index.md")
    for paragraph in chapter.paragraphs:
        (found,) = page.xpath(f"./p[strong[1]='{paragraph.number}']")
        assert words(found) == f"{paragraph.number} {paragraph.text} {{ #{paragraph.id} }}"


@CHAPTERS
def test_every_note_stands_at_its_mark_and_in_full_at_the_end(site: Path, chapter: Page) -> None:
    name = f"{chapter.address}index.md"
    page = read_back(site, name)
    assert len(page.xpath("//section[@role='doc-endnotes']/ol/li")) == len(chapter.notes)
    for note in chapter.notes:
        (line,) = re.findall(rf"(?m)^\[\^{note.number}\]: (.*)$", text(site, name))
        assert note.explained in line
        for citation in note.citations:
            assert f"]({SITE}sources/{citation.key}/)" in line
            assert not citation.locators or f", {printed(citation.locators, ENGLISH)}." in line


@CHAPTERS
def test_headings_keep_their_ids_and_those_without_text_are_left_out(
    site: Path, chapter: Page
) -> None:
    found = re.findall(r"(?m)^## (.+) \{ #(\S+) \}$", text(site, f"{chapter.address}index.md"))
    own = [(heading.title, heading.id) for heading in chapter.headings]
    assert found == [one for one in own if one[1] not in ("argument", "link-and-cite")]


@CHAPTERS
def test_editors_notes_and_cross_references_stand_apart(site: Path, chapter: Page) -> None:
    page = read_back(site, f"{chapter.address}index.md")
    labelled = page.xpath("./blockquote[p[1][strong='Editor’s note']]")
    assert len(labelled) == len(chapter.editor_notes)
    stated = page.xpath("./p[em[1]='Cross-references, in the edition’s reading:']")
    assert [len(p.xpath("./a")) for p in stated] == [
        len(p.relations) for p in chapter.paragraphs if p.relations
    ]


@pytest.mark.parametrize("name", [*NAMES, "llms.txt", "llms-full.txt"])
def test_every_link_is_whole_and_arrives(site: Path, name: str) -> None:
    links = [str(a) for a in read_back(site, name).xpath("//a[not(@role)]/@href")]
    assert links and all(re.match(r"https?://", link) for link in links)
    for link in (link.removeprefix(SITE) for link in links if link.startswith(SITE)):
        path, _, fragment = link.partition("#")
        file = site / (path if path and not path.endswith("/") else f"{path}index.html")
        assert file.is_file(), link
        page = file.read_text(encoding="utf-8")
        assert not fragment or f'id="{fragment}"' in page, link


@pytest.mark.parametrize("name", [*NAMES, "llms.txt", "llms-full.txt"])
def test_every_text_says_at_its_head_that_it_restates_and_how_to_cite_it(
    site: Path, name: str
) -> None:
    head, (number, day) = text(site, name).partition("\n**1**")[0][:3000], number_and_day()
    for said in (
        "Restated; not the author’s wording",
        f"edition {number}, of {ENGLISH.dates.printed(day)}",
        "Never quote it as the words of Lou Xiangfei",
        f"Permanent address: <{SITE}",
        "Cite it as: Lou Xiangfei, “Building China–Latin America Digital Silk Road: Challenges and Roadmap” (2019), "
        "restated in *Building China–Latin America Digital Silk Road: Web Edition*, "
        f"edition of {ENGLISH.dates.printed(day)},",
        "CC BY 4.0",
        "The rights in the article remain with Lou Xiangfei and *China International Studies*",
    ):
        assert said in head, said


@CHAPTERS
def test_a_chapter_names_its_text_in_its_head_and_at_its_foot(site: Path, chapter: Page) -> None:
    page = html.parse(str(site / chapter.address / "index.html"))
    (link,) = page.xpath("//head/link[@rel='alternate'][@type='text/markdown']")
    (shown,) = page.xpath("//footer//a[.='This chapter as Markdown']")
    assert link.get("href") == shown.get("href") == "index.md"


def test_the_markdown_of_a_chapter_replaces_no_page(site: Path) -> None:
    for name in NAMES:
        assert text(site, name).startswith("# ")
        assert text(site, name.replace(".md", ".html")).lstrip().startswith("<!doctype html>")


def test_the_home_page_says_where_text_and_data_are(site: Path) -> None:
    page = html.parse(str(site / "index.html"))
    for name in ("llms.txt", "llms-full.txt", "edition.json", "edition-4.schema.json"):
        assert page.xpath(f"//dl[@class='link-and-cite']//a[@href='{name}']"), name
    assert page.xpath("//head/link[@rel='alternate'][@type='application/json']/@href") == [
        "edition.json"
    ]


def test_the_overview_has_the_form_of_llmstxt_org(site: Path) -> None:
    first, blank, second, *rest = text(site, "llms.txt").splitlines()
    assert first.startswith("# ") and blank == "" and second.startswith("> ")
    sections = [line for line in rest if line.startswith("#")]
    assert sections == ["## Chapters", "## Sources", "## The whole edition", "## Optional"]
    for line in "\n".join(rest).partition("## Chapters")[2].splitlines():
        assert re.fullmatch(rf"|## .+|- \[.+\]\({re.escape(SITE)}\S*\): .+", line), line


def test_the_whole_holds_every_paragraph_note_and_source_once(site: Path) -> None:
    page = read_back(site, "llms-full.txt")
    found = [words(p) for p in page.xpath("./p[strong]") if p.text is None]
    told = [f"{p.number} {p.text} {{ #{p.id} }}" for p in EDITION.paragraph.values()]
    assert [one for one in found if one in told] == told
    assert len(page.xpath("//section[@role='doc-endnotes']/ol/li")) == len(EDITION.notes)
    keys = [str(code.text) for code in page.xpath("./ul/li//code")]
    assert keys == [source.key for source in EDITION.sources]


def test_the_whole_says_how_sure_each_source_is(site: Path) -> None:
    for source in EDITION.sources:
        (entry,) = re.findall(rf"(?m)^- `{source.key}`: (.*)$", text(site, "llms-full.txt"))
        doubtful = ", ".join(source.listed("unverified"))
        assert ("Not verified: " in entry) == bool(doubtful) and doubtful in entry
        assert ("Printed in the note: " in entry) == bool(source.get("printed"))


def test_headings_in_the_whole_go_down_by_one_level_at_a_time(site: Path) -> None:
    levels = [len(mark) for mark in re.findall(r"(?m)^(#+) ", text(site, "llms-full.txt"))]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


@pytest.fixture(scope="module")
def references(tmp_path_factory: pytest.TempPathFactory) -> References:
    return format_references(made_up.whole(), tmp_path_factory.mktemp("cache"))


def written(references: References, file: str, old: str, new: str, chapter: int = 1) -> str:
    """A chapter of the made-up edition as Markdown, with one passage changed."""
    edition, report = made_up.read(*made_up.changed(file, old, new))
    assert report == []
    return chapter_markdown(edition, edition.chapters[chapter], references)


def test_a_made_up_chapter_is_written_whole(references: References) -> None:
    found = written(references, "about.md", "See", "See").partition("*Cranes lift.*")[2]
    assert (
        found
        == """

**2** Cranes rust.[^3]
{ #p2 }

*Cross-references, in the edition’s reading:* [Answered in para. 3](https://example.org/e/cranes/#p3).

## Paint { #paint }

**3** Paint helps.[^4]
{ #p3 }

*Cross-references, in the edition’s reading:* [Answers para. 2](https://example.org/e/cranes/#p2).

> **Editor’s note**
>
> The copy says paint; the print says [oil](https://example.org/oil).

[^3]: Instituto del Puerto, *[Grúas y puertos de la región](https://example.org/e/sources/garcia-2010-gruas/)*, \
IP/10 (May 2010), p. 7; Fox, *[All the Ships](https://example.org/e/sources/fox-2001-ships/)*, pp. 1, 9.

[^4]: Instituto del Puerto, *[Grúas](https://example.org/e/sources/garcia-2010-gruas/)*.
"""
    )


def test_what_would_be_markup_in_our_own_words_is_escaped(references: References) -> None:
    told = written(references, "index.md", "A harbour is", "A_harbour <3 & [is] *", chapter=0)
    assert r"[^1]: A\_harbour \<3 & \[is\] \*" in told


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("[x](<index.md#p1>)", "[x](https://example.org/e/#p1)"),
        ('[x](index.md#p1 "A title")', '[x](https://example.org/e/#p1 "A title")'),
        ("[x]( index.md#p1 )", "[x](https://example.org/e/#p1)"),
        ("[*x*](index.md#p1)", "[*x*](https://example.org/e/#p1)"),
    ],
)
def test_an_address_is_made_whole_however_it_is_typed(
    references: References, typed: str, link: str
) -> None:
    told = written(references, "cranes.md", "Paint helps.", f"{typed} Paint helps.")
    assert f"{link} Paint helps." in told


def test_an_address_that_begins_another_is_not_taken_for_it(references: References) -> None:
    both = "[whole](cranes.md) and [part](cranes.md#p2)"
    told = written(references, "cranes.md", "Paint helps.", f"{both}. Paint helps.")
    site = "https://example.org/e/cranes/"
    assert f"[whole]({site}) and [part]({site}#p2)" in told


def test_the_overview_links_to_nothing_that_is_not_built(references: References) -> None:
    told = overview(made_up.whole(), references, {"cranes/index.md", "about/"})
    assert re.findall(r"(?m)^- \[(.+)\]\(", told) == ["Cranes", "About"]
    assert re.findall(r"(?m)^## (.+)$", told) == ["Chapters", "Optional"]
