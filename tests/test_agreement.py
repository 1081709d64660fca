"""A page that Python-Markdown and the model read in two ways stops the build; what passes has the same words and links
on its page, in Markdown and as data.

Each case is tried with the rules that refuse single forms, and without them: the comparison alone has to hold.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from markdown import Markdown

import made_up
import real
from edition.model import Block, Edition, EditorNote, Heading, Page, Paragraph, inline
from edition.model.inline import Content
from edition.problems import Problems
from edition.read.typed_pages import read_blocks
from edition.reading import read_edition
from edition.rules import printed_forms, typed_forms
from edition.write import markdown
from edition.write.edition_data import paragraph_data
from page_text import PageText
from rendering import body

HOSTILE = Path(__file__).with_name("hostile")
CHAPTERS = [f"{name}.md" for name in real.CHAPTERS]
ADDED = "//aside | //sup | //*[@class='paragraph-number' or @class='editor-note-label' or @class='relations']"
PLACES = {
    "about": ("about.md", "See [the paint]", "{}\n\nSee [the paint]"),
    "an editor's note": ("cranes.md", "The copy says", "It is so.\n\n{}\n\nThe copy says"),
    "a paragraph": ("cranes.md", "Paint helps.", "Paint {} helps."),
}
Linked = list[tuple[str, str]]


@pytest.fixture(params=["with the rules", "without them"], autouse=True)
def rules(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "without them":
        monkeypatch.setattr(typed_forms, "REFUSED", ())
        monkeypatch.setattr(printed_forms, "PRINTED", ())


def stopped(edition: Edition, report: list[str], page: Page) -> list[str]:
    """What is said of an edition or, where nothing is wrong with it, of one of its pages."""
    return report or body(edition, page)[1]


def is_one_line(said: str) -> bool:
    """Whether a report is a file, a line, what is wrong and how to mend it, and can be printed."""
    return re.fullmatch(r"docs/[\w-]+\.md:[1-9]\d*: [^;]+.*; .+", said) is not None


def hostile(name: str) -> Iterator[tuple[str, str, str]]:
    """The changes that a file of hostile input asks for: in which file, what, and what comes there."""
    text = (HOSTILE / name).read_text("utf-8")
    if "|" in text.partition("\n")[0]:
        file, old, new = (part.strip() for part in text.split("|"))
        yield file, old, new
    else:
        file, _, typed = text.partition(", append:\n")
        yield (
            file,
            "## Report an error",
            f"{typed.partition('(also')[0].strip(chr(10))}\n\n## Report an error",
        )


@pytest.mark.parametrize("name", sorted(file.name for file in HOSTILE.glob("*.txt")))
def test_hostile_input_stops_the_build(name: str) -> None:
    for file, old, new in hostile(name):
        files = {f.name: f.read_text("utf-8") for f in (real.ROOT / "docs").glob("*.md")}
        file = file.removeprefix("docs/")
        assert old in files[file]
        files[file] = files[file].replace(old, new, 1)
        problems, bib = Problems(), (real.ROOT / "references.bib").read_bytes()
        changed = {name: text.encode() for name, text in files.items()}
        edition = read_edition(changed, CHAPTERS, bib, real.SETTINGS, problems)
        said = stopped(edition, problems.report(), edition.page[file])
        assert said and all(map(is_one_line, said)), said


SCRIPT = '<script>document.title="x"</script>'
STOPPED = [
    f"  ```\n{SCRIPT}\n  ```", f"```\n{SCRIPT}", f"```\n{SCRIPT}\n````", f"~~~\n{SCRIPT}", f"~~~~\n{SCRIPT}\n~~~",
    f" ~~~\n{SCRIPT}\n ~~~", "1. item\n\n       <img src=x onerror=alert(1)>", "- item\n\n      <b>x</b>",
    "[x](https://a.b){href=javascript:alert(1)}", "*z*{onclick=alert(1)}", "*x*{title=hi}", "`x`{.y}", "**x**{: #y}",
    "[x](https://a b)", "**漢字。**漢", "***x***", "words\n{: .y }", "- words\n{: .y }",
    "| a {.x} | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|", "3. three\n4. four", "- a\n  - b\n   - c",
    "- a\n\n  b", "* a\n+ b", "1. a\n2) b", "Words\n- a", "Title\n=====", "> a\nb\n\n> c", "> # a", "- ## b { #c }",
    "`a  b`{x=y}", "``a ` b", "[r]: javascript:x\n\n[x][r]", "[x](javascript:alert(1))", "[x](data:text/html,y)",
    "![x](https://a.b)", "<https://a.b/<c>", "<javascript:alert(1)>", "<b>x</b>", "<!-- x -->", "<x-y z>", "&notit;",
    "&#128;", "&#0;", "x\x00", "x\x01y", "x\x02wzxhzdk:0\x03", "a\u2028b", "a\x0bb", "a\x85b",
    "/// details\nx\n///", "/// editor\n    attrs: {class: x}\n\nx\n///", "~~~ {#x onclick=y}\nz\n~~~", "    a\tb",
    "> " * 1000 + "x", "- " * 500 + "x", "_a __b " * 30 + "c__ d_" * 30,
    "\n".join("    " * depth + "- x" for depth in range(100)), "```python\nx\n```",
]  # fmt: skip


@pytest.mark.parametrize("place", ["about", "an editor's note"])
@pytest.mark.parametrize("typed", STOPPED)
def test_what_is_read_in_two_ways_stops_the_build_with_one_line_each(
    typed: str, place: str
) -> None:
    file, old, new = PLACES[place]
    edition, report = made_up.read(*made_up.changed(file, old, new.format(typed)))
    said = stopped(edition, report, edition.page[file])
    assert said and all(map(is_one_line, said)), said


SAME = [
    "*x*", "**x** _y_ __z__", "a_b_c", "*a*b_c_d", "a_b_ c_", "`x < y & z`", "`` a ` b ``", "5 * 3 * 2", "a\\_b \\* c",
    "&amp;amp; &copy; &lt;b&gt;", "R&D; AT&T", "1 < 2 > 0", "<https://a.b/c>", "<a@b.org>", "[x](https://a.b)",
    '[x](https://a.b "t & u")', "[x](<https://a.b>)", "[*x* `y`](https://a.b/c_d_e)", "[a [b] c](https://a.b)", "[x]",
    "[ ] x", "“x” 'y' \"z\" -- ...", "漢字*漢*漢字", "https://a.b/c",
    "a@b.org", "\\@x y", "*\\@x*", "[\\@x](https://a.b/@x)", "`\\@x`",
    "x \\@x—y", "50% :y:", "a\rb", "[x](https://a.b/é)", "[x](https://müller.de/a|b[1]?q=中文)",
    "[x](<https://a.b/é c>)", "`[x](https://a.b/é)`", "x\u00a0", "\u3000x",
]  # fmt: skip
BLOCKS = [
    "- a\n- b", "- a\n\n- b\n\n- c", "1. a\n2. b", "- a\n    - b\n    - c", "> a\n> b", "> a\n>\n> - b", "***",
    "```\na  b\n<x>&amp;\n```", "~~~\n*x*\n~~~", "    a  *b*\n      c", "| a | b |\n|:--|--:|\n| *c* | `d` |", "a  \nb",
    "### T { #t }\n\nx", "Title { #t }\n---", "1986\\. x", "a\nb", "- a  \n  b",
    "- x\n\n    y",
]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("typed", SAME)
def test_text_that_passes_is_read_alike_by_the_model_and_python_markdown(
    typed: str, place: str
) -> None:
    hold_the_same(typed, place)


@pytest.mark.parametrize("place", ["about", "an editor's note"])
@pytest.mark.parametrize("typed", BLOCKS)
def test_blocks_that_pass_are_read_alike_by_the_model_and_python_markdown(
    typed: str, place: str
) -> None:
    hold_the_same(typed, place)


def hold_the_same(typed: str, place: str) -> None:
    file, old, new = PLACES[place]
    edition, report = made_up.read(*made_up.changed(file, old, new.format(typed)))
    page = edition.page[file]
    text, said = body(edition, page)
    assert [*report, *said] == []
    assert on_page(text) == in_model(page)
    for block in page.blocks:
        assert written(block) == ("".join(texts(block)), list(links(block)))
    for paragraph in page.paragraphs:
        assert paragraph_data(edition, page, paragraph)["text"] == paragraph.text


def on_page(text: str) -> tuple[str, Linked]:
    """The words of a page without what was added to it, no blanks between them, and its links."""
    tree = html.fragment_fromstring(text, create_parent="main")
    for added in tree.xpath(ADDED):
        added.drop_tree()
    found = tree.xpath("//a[not(@class='heading-link')]")
    return solid(tree.text_content()), [(a.get("href"), a.get("title") or "") for a in found]


def in_model(page: Page) -> tuple[str, Linked]:
    blocks = page.blocks
    return "".join(t for b in blocks for t in texts(b)), [one for b in blocks for one in links(b)]


def texts(block: Heading | Paragraph | EditorNote | Block) -> Iterator[str]:
    """The words of a block, as the model has them."""
    if isinstance(block, Heading):
        yield solid(block.title)
        return
    yield solid(inline.words(content(block)))
    for inner in held(block):
        yield from texts(inner)


def links(block: Heading | Paragraph | EditorNote | Block) -> Iterator[tuple[str, str]]:
    yield from ((link.address, link.title) for link in inline.links(content(block)))
    for inner in held(block):
        yield from links(inner)


def content(block: Heading | Paragraph | EditorNote | Block) -> Content:
    return block.content if isinstance(block, Paragraph | Block) else ()


def held(block: Heading | Paragraph | EditorNote | Block) -> tuple[Heading | Block, ...]:
    return block.blocks if isinstance(block, EditorNote | Block) else ()


def written(block: Heading | Paragraph | EditorNote | Block) -> tuple[str, Linked]:
    """Words and links of a block, written as Markdown and read again."""
    found = read_blocks(as_markdown(block), 0, Problems().of("docs/x.md"))
    found_blocks = [b for b in found if isinstance(b, Heading | Block)]
    words = re.sub(r"\[\^\d+\]", "", "".join(t for b in found_blocks for t in texts(b)))
    return words, [one for b in found_blocks for one in links(b)]


def as_markdown(block: Heading | Paragraph | EditorNote | Block) -> str:
    if isinstance(block, Paragraph):
        return markdown.running_text(block.content, lambda link: link.address)
    own = block.blocks if isinstance(block, EditorNote) else (block,)
    return markdown.blocks(own, lambda link: link.address)


def solid(text: str) -> str:
    return re.sub(r"[ \t\n]+", "", text)


def test_all_pages_are_held_in_one_run_and_each_block_that_differs_is_a_line() -> None:
    files, bib = made_up.changed(
        "about.md", "See [the paint]", "**a*b**\n\n**a*c**\n\nSee [the paint]"
    )
    files["index.md"] = files["index.md"].replace(b"is old.", b"is **o*d**.")
    edition, report = made_up.read(files, bib)
    said = [line for page in edition.pages for line in body(edition, page)[1]]
    assert report == [] and [line.partition(": ")[0] for line in said] == [
        "docs/index.md:11",
        "docs/about.md:8",
        "docs/about.md:10",
    ]


def test_a_line_says_what_both_read_and_where() -> None:
    changed = made_up.changed("cranes.md", "Paint helps.", "Oil.\nPaint is **r*d**.\nIt helps.")
    edition, report = made_up.read(*changed)
    assert report == [] and body(edition, edition.chapters[1])[1] == [
        "docs/cranes.md:16: read in two ways: “Oil. Paint is ” in what the edition hands out, "
        "“Oil. Paint is **r” on its page; "
        "write it in words that both take for words: a sign that could be markup, one of * _ [ < ` & \\, "
        "stands in code or not at all"
    ]


def test_nothing_is_put_into_a_page_that_is_read_in_two_ways() -> None:
    edition, _ = made_up.read(*made_up.changed("cranes.md", "Paint helps.", "Paint ***helps***."))
    text, report = body(edition, edition.chapters[1])
    assert report and "paragraph-number" not in text and "[@garcia-2010-gruas]" in text


def test_a_mark_that_is_not_written_plainly_is_one_line() -> None:
    edition, report = made_up.read(
        *made_up.changed("cranes.md", "[@garcia-2010-gruas]\n", "[@garcia\\-2010-gruas]\n")
    )
    mend = "write it without backslashes and without names of characters"
    what = "[@garcia-2010-gruas] is not written plainly"
    assert stopped(edition, report, edition.chapters[1]) == [f"docs/cranes.md:15: {what}; {mend}"]


def test_editor_s_notes_are_blocks_of_pymdown_extensions() -> None:
    blocks = Markdown(extensions=[PageText()]).parser.blockprocessors["blocks"]
    assert type(blocks).__module__ == "pymdownx.blocks" and "editor" in vars(blocks)["blocks"]
