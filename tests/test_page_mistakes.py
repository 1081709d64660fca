"""One mistake in a page gives one line, without false ones that follow from it; what would pass unseen is refused."""

import pytest

import made_up
import real
from edition.problems import Problems
from edition.reading import read_edition
from rendering import tree

ALONE = [
    ("cranes.md", "## Paint {", "## Paint[^1] {",
     "docs/cranes.md:13: a note in a heading; put it into the paragraph below"),
    ("cranes.md", "## Paint {", "## *Paint* {",
     "docs/cranes.md:13: a heading with links, emphasis or code; write it in plain words"),
    ("about.md", "{ #rules }", "{ #notes }",
     "docs/about.md:6: heading id 'notes' is taken by the page's own parts; choose another id"),
    ("about.md", "(cranes.md#paint)", '(cranes.md#paint "[see @fox]")',
     "docs/about.md:8: a citation, [see @fox], in a link's title; put it after the link"),
    ("about.md", "See", "[r]: javascript:alert(1)\n\nSee",
     "docs/about.md:8: a link reference; write the address in the link itself"),
    ("cranes.md", "[oil](https://example.org/oil)", "[oil][r]",
     "docs/cranes.md:20: a link by reference; write the address in the link itself: [words](page.md#id)"),
    ("about.md", "See", "[Oil][r], see\n\n[r]: <https://e.org/oil>\n\nSee",
     "docs/about.md:8: a link by reference, '[Oil][r]'; write '[Oil](https://e.org/oil)'"),
    ("about.md", "See", "[Oil][], see\n\n[OIL]: https://e.org/oil 'Oil'\n\nSee",
     "docs/about.md:8: a link by reference, '[Oil][]'; write '[Oil](https://e.org/oil)'"),
    ("about.md", "See", '*See*{: onclick="x" }',
     "docs/about.md:8: an attribute list; write no attributes but '{ #id }', after a heading or alone on "
     "the line after a paragraph; a brace in words is typed '\\{'"),
    ("about.md", "## Rules { #rules }", "##Rules { #rules }",
     "docs/about.md:6: a heading without a space after '#'; write '## Title { #short-id }'"),
    ("cranes.md", "/// editor", "/// editor | Title",
     "docs/cranes.md:19: an editor's note with a title of its own; write '/// editor' alone"),
    ("index.md", "[@fox-2001-ships, pp. 3–5]", "[@fox-2001-ships,\npp. 3–5]",
     "docs/index.md:12: a citation over two lines, or without its ']'; write it on one line, from '[@' to ']'"),
    ("index.md", "summary:", "sumary: x\nsummary:",
     "docs/index.md:5: unknown name 'sumary' in front matter; did you mean 'summary'?"),
    ("about.md", 'title: "About"', 'title: "A"\ntitle: "About"',
     "docs/about.md:3: 'title' stands twice in front matter, first on line 2; delete one of the two lines"),
    ("about.md", 'title: "About"', "title: [a, b]",
     "docs/about.md:2: 'title' in front matter is no plain text; put it in double quotes: 'title: \"[a, b]\"'"),
    ("cranes.md", 'claim: "cranes lift."\n', "", "docs/cranes.md:1: no claim; add 'claim: \"…\"' to the front matter"),
    ("cranes.md", "pp. 1, 9]", "pp. 9, 3]",
     "docs/cranes.md:9: 'pp. 9, 3' in '[@garcia-2010-gruas, p. 7; @fox-2001-ships, pp. 9, 3]' is no "
     "locator; write it as 'pp. 3, 9': pages follow each other from the lower to the higher, each once"),
    ("cranes.md", "{ #p3 }", "{ #p7 }",
     "docs/cranes.md:15: paragraph id 'p7' is doubled or out of order; here follows p3 or p2a; "
     "a published id is never given to another paragraph"),
    ("cranes.md", "@garcia-2010-gruas]", "@garcia-2010-grua]",
     "docs/cranes.md:15: unknown source key 'garcia-2010-grua'; did you mean 'garcia-2010-gruas'?"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), ALONE)
def test_one_mistake_is_one_line(file: str, old: str, new: str, message: str) -> None:
    assert made_up.read(*made_up.changed(file, old, new))[1] == [message]


def test_a_wrong_id_in_the_real_text_is_one_line() -> None:
    files = {f.name: f.read_bytes() for f in (real.ROOT / "docs").glob("*.md")}
    files["digital-gaps.md"] = files["digital-gaps.md"].replace(b"{ #p4 }", b"{ #p44 }")
    problems = Problems()
    bib = (real.ROOT / "references.bib").read_bytes()
    chapters = [f"{name}.md" for name in real.CHAPTERS]
    read_edition(files, chapters, bib, real.SETTINGS, problems)
    assert [line.split(": ")[0] for line in problems.report()] == ["docs/digital-gaps.md:39"]


def test_a_note_of_another_chapter_cannot_be_marked_again() -> None:
    files, bib = made_up.changed("cranes.md", "Paint helps.", "Paint[^1] helps.")
    files["cranes.md"] += b"\n[^1]: A harbour. [@fox-2001-ships]\n"
    report = made_up.read(files, bib)[1]
    what = "note [^1] stands where note 4 or 3a belongs"
    assert report == [f"docs/cranes.md:15: {what}; renumber it; an inserted note takes a letter"]


def test_a_mistake_in_a_note_that_is_marked_twice_is_one_line() -> None:
    files, bib = made_up.changed(
        "index.md", "The harbour[^1] is old.", "The harbour[^1] is[^1] old."
    )
    files["index.md"] = files["index.md"].replace(b"[@fox-2001-ships]\n", b"[@fox-2001-ship]\n")
    (line,) = made_up.read(files, bib)[1]
    assert line.startswith("docs/index.md:16: unknown source key 'fox-2001-ship'; did you mean")


def test_a_definition_on_the_last_line_without_its_end_is_taken_out() -> None:
    files, bib = made_up.changed(
        "index.md", "ships. [@fox-2001-ships]\n", "ships. [@fox-2001-ships]"
    )
    edition, report = made_up.read(files, bib)
    assert report == []
    words = tree(edition, edition.chapters[0]).xpath("string(p)")
    assert "harbour1 is old" in words and "A harbour is" not in words


@pytest.mark.parametrize(
    "name",
    [
        "sources.md",
        "sources/fox-2001-ships.md",
        "editions.md",
        "briefing.md",
        "briefing/index.md",
        "p/1.md",
    ],
)
def test_no_file_stands_where_the_build_makes_a_page(name: str) -> None:
    files, bib = made_up.changed("about.md", "See", "See")
    files[name] = files["about.md"].replace(b"cranes.md#paint", b"https://example.org/")
    report = made_up.read(files, bib)[1]
    what = "the build makes a page of its own at this address"
    assert report == [f"docs/{name}: {what}; give the file another name"]
