"""A mark leaves no trace in its sentence but a raised figure, alike in the model, on the page and in the data; a sign
that cites nothing is a letter, and code is code."""

from collections.abc import Iterator

import pytest

import made_up
import python_markdown
from edition.model import Edition
from edition.rules.agreement import other_keys
from edition.write.edition_data import paragraph_data
from edition.write.markdown import running_text
from rendering import tree

A, B = "[@fox-2001-ships, p. 7]", "[@garcia-2010-gruas]"
SENTENCES = {
    f"Cranes rust {A}.": "Cranes rust.¹",
    f"Cranes rust{A}.": "Cranes rust.¹",
    f"Cranes rust. {A}": "Cranes rust.¹",
    f"Cranes rust.\u00a0{A}": "Cranes rust.¹",
    f"Cranes rust  {A} .": "Cranes rust.¹",
    f"Cranes rust ({A}).": "Cranes rust.¹",
    f"Cranes rust ( {A} ).": "Cranes rust.¹",
    f"Cranes rust ({A}; {B}).": "Cranes rust.²",
    f"Cranes rust [{A}].": "Cranes rust.¹",
    f"Cranes {A} rust {B}.": "Cranes rust.²",
    f"Cranes rust {A}{B}.": "Cranes rust.²",
    f"Cranes rust {A} {B}.": "Cranes rust.²",
    f"Cranes rust {A}, {B}.": "Cranes rust.²",
    f"Cranes rust {A}, not ships.": "Cranes rust, not ships.¹",
    f"Cranes rust (see the annex {A}).": "Cranes rust (see the annex).¹",
    f"“Cranes rust {A}.”": "“Cranes rust.”¹",
    f"Cranes rust “{A}”.": "Cranes rust.¹",
    f"“Cranes” {A} “rust”.": "“Cranes” “rust”.¹",
    f"“Cranes rust”{A}, they say.": "“Cranes rust”, they say.¹",
    f"*Cranes* {A} rust.": "Cranes rust.¹",
    f"*Cranes rust {A}.*": "Cranes rust.¹",
    f"**Cranes rust** ({A}).": "Cranes rust.¹",
    f"See [paint](#paint) {A}.": "See paint.¹",
    f"Run `rust` {A}.": "Run rust.¹",
    f"Cranes rust {A}{{ sentences=2 }}.": "Cranes rust.¹",
    "Cranes rust [^4].": "Cranes rust.¹",
    "Cranes rust ([^4]).": "Cranes rust.¹",
}
"""What is typed, and how its sentence reads, with the number of its marks behind it."""
ACCOUNTS = {
    "Write to \\@harbour.": "Write to @harbour.",
    "Write to &#64;harbour.": "Write to @harbour.",
    "Write to x@y.org, 3 @ 5.": "Write to x@y.org, 3 @ 5.",
    "See [\\@harbour](https://a.b/@harbour).": "See @harbour.",
    "See [x@y.org](mailto:x@y.org).": "See x@y.org.",
    "See [the mail x@y.org].": "See [the mail x@y.org].",
    "Run `@cache` and `[@key, p. 5]`.": "Run @cache and [@key, p. 5].",
    "See https://a.b/@harbour now.": "See https://a.b/@harbour now.",
}
CODE = [
    "```\n@cache\n[@key, p. 5]\n```",
    "    @cache\n    [@key]",
    "`[@key, p. 5]`",
    "- `[@key]`\n- x",
]


def read(sentence: str) -> Edition:
    """The made-up edition with a sentence for one of its own."""
    files, bib = made_up.changed(
        "cranes.md", "Paint helps.[@garcia-2010-gruas]", f"So.\n{sentence}"
    )
    files["cranes.md"] = files["cranes.md"].replace(b'notes: "3\xe2\x80\x934"', b"")
    files["cranes.md"] += b"\n[^4]: Old ones. [@fox-2001-ships]\n" * ("[^4]" in sentence)
    edition, report = made_up.read(files, bib)
    faults = [line for line in report if "front matter" not in line and "notes" not in line]
    assert faults == []
    return edition


def on_page(edition: Edition) -> str:
    """The last sentence of the paragraph as the page shows it, without figures."""
    (paragraph,) = tree(edition, edition.chapters[1]).xpath("//p[@id='p3']")
    for added in paragraph.xpath(
        ".//sup | .//a[@class='paragraph-number'] | .//*[@class='relations']"
    ):
        added.drop_tree()
    return " ".join(paragraph.text_content().split()).removeprefix("So. ")


def forms(sentence: str) -> Iterator[str]:
    """The sentence in the model, on the page, and in the data."""
    edition = read(sentence)
    paragraph = edition.paragraph["p3"]
    yield paragraph.sentences[-1]
    yield on_page(edition)
    data = paragraph_data(edition, edition.chapters[1], paragraph)
    yield data["text"].removeprefix("So. ")
    yield from [note["sentence"] for note in data["notes"]]


@pytest.mark.parametrize("typed", SENTENCES)
def test_a_sentence_reads_alike_everywhere_without_its_marks(typed: str) -> None:
    sentence, count = SENTENCES[typed][:-1], SENTENCES[typed][-1]
    assert {*forms(typed)} == {sentence}
    assert len(read(typed).paragraph["p3"].notes) == "⁰¹²".index(count)


ABSENT = (
    f"{A} stands where its sentence needs words; "
    "name the author or the work in words, or, where the sentence is whole, put the mark after its stop or comma"
)
ALONE = (
    f"{A} leaves signs or words alone that stand around it; put it right after the words that rely on it, "
    "several in one bracket, '[@key, p. 5; @other]'"
)
LEFT = {
    **dict.fromkeys(
        (
            f"{A} says cranes rust.", f"According to {A}, cranes rust.", f"Cranes, see {A}.", f"Rust, as in {A}.",
            f"Cranes rust (in {A}).",
        ),
        ABSENT,
    ),
    **dict.fromkeys(
        (
            f"Cranes rust ({A} and {B}).", f"Cranes rust {A} and {B}.", f"Cranes rust {A}/{B}.",
            f"Cranes rust ({A}, in 2001).", f"Cranes rust (2001, {A}).", f"Cranes rust (source: {A}).",
            f"Cranes rust —{A}— so.", f"Cranes rust {A}].", f"Cranes rust [{A}.",
        ),
        ALONE,
    ),
    f"Cranes rust. {A}.": f"{A} stands between two stops; take one of the two out",
    f"Cranes {A}rust.": f"{A} has no blank after it; write a blank before the next word",
    "Cranes rust [@fox-2001-ships] (p. 7).":
        "[@fox-2001-ships] is parted from its locator; write '[@fox-2001-ships, p. 7]'",
    "Cranes rust [@fox-2001-ships], p. 7.":
        "[@fox-2001-ships] is parted from its locator; write '[@fox-2001-ships, p. 7]'",
    f"Cranes rust (see {A}).":
        f"'(see {A})' parts 'see' from its source; write '[see @fox-2001-ships, p. 7]'",
    "Cranes [@fox\\-2001-ships] rust.":
        "[@fox-2001-ships] is not written plainly; write it without backslashes and without names of characters",
}  # fmt: skip


@pytest.mark.parametrize("typed", LEFT)
def test_what_a_mark_would_leave_alone_is_one_line(typed: str) -> None:
    changed = made_up.changed("cranes.md", "Paint helps.[@garcia-2010-gruas]", f"{typed}\nSo.[^4]")
    changed[0]["cranes.md"] += b"\n[^4]: Old ones. [@garcia-2010-gruas]\n"
    _, report = made_up.read(*changed)
    own = [line for line in report if line.startswith("docs/cranes.md:15: ")]
    assert own == [f"docs/cranes.md:15: {LEFT[typed]}"]


def test_a_line_that_begins_deep_goes_on_with_its_paragraph() -> None:
    edition = read(f"Cranes\n    rust {A}.")
    assert keys_agree(edition)


def test_figures_that_follow_each_other_are_parted() -> None:
    edition = read(f"Cranes rust ({A}; {B}).")
    (paragraph,) = tree(edition, edition.chapters[1]).xpath("//p[@id='p3']")
    figures = [mark.text_content() for mark in paragraph.xpath(".//sup")]
    assert figures == ["4,", "5"]


@pytest.mark.parametrize("typed", ACCOUNTS)
def test_a_sign_that_cites_nothing_is_a_letter(typed: str) -> None:
    edition = read(f"{typed}{B}")
    assert {*forms(f"{typed}{B}")} == {ACCOUNTS[typed]}
    assert keys_agree(edition)


def test_a_note_whose_words_begin_further_down_is_no_code() -> None:
    defined = b"\n[^1]:\n\n    A harbour is a place for ships. [@fox-2001-ships]\n"
    index = made_up.FILES["index.md"].partition("\n[^1]:")[0].encode() + defined
    files, bib = made_up.changed("about.md", "See", "See")
    edition, report = made_up.read({**files, "index.md": index}, bib)
    assert report == [] and keys_agree(edition)


def keys_agree(edition: Edition) -> bool:
    """Whether the parser of mkdocs-bibtex finds on each page what the model has."""
    return all(
        not list(other_keys(page, python_markdown.keys_in(page.typed))) for page in edition.pages
    )


@pytest.mark.parametrize("code", CODE)
def test_a_citation_in_code_is_code(code: str) -> None:
    edition, report = made_up.read(*made_up.changed("about.md", "`code`.", f"code.\n\n{code}\n"))
    assert report == [] and keys_agree(edition)
    assert "@" in tree(edition, edition.page["about.md"]).text_content()


def test_markup_around_a_mark_alone_is_one_line() -> None:
    _, report = made_up.read(*made_up.changed("cranes.md", "Paint helps.", f"Oil helps *{A}*."))
    what = f"markup around {A} alone"
    assert f"docs/cranes.md:15: {what}; write it without markup" in report


@pytest.mark.parametrize("typed", ["[@harbour](https://a.b)", "[of @harbour](https://a.b)"])
def test_an_account_in_a_link_says_how_to_write_it(typed: str) -> None:
    _, report = made_up.read(*made_up.changed("about.md", "`code`", typed))
    remedy = "put it after the link, or write '\\@harbour' for an account's name"
    assert report == [f"docs/about.md:8: a citation of 'harbour' inside a link; {remedy}"]


def test_an_account_is_written_so_that_it_is_read_again() -> None:
    content = read(f"Write to \\@harbour.{B}").paragraph["p3"].content
    assert "to \\@harbour." in running_text(content, lambda link: link.address)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (f"paint ({A}), so", "paint (Fox, All the Ships (2001), p. 7), so"),
        (f"paint {A}, so", "paint [Fox, All the Ships (2001), p. 7], so"),
    ],
)
def test_a_citation_in_a_note_has_one_pair_of_brackets(typed: str, printed: str) -> None:
    changed = made_up.changed("cranes.md", "The copy says paint", f"The copy says {typed}")
    edition, report = made_up.read(*changed)
    assert report == [] and printed in edition.chapters[1].editor_notes[0].text
