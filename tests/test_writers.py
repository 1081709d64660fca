"""What is written from a paragraph's inlines says the same in each form, and lets nothing pass for markup."""

import re

import pytest
from markdown_it import MarkdownIt

import made_up
from edition.model import Block, EditorNote, inline
from edition.model.inline import Break, Code, Content, Emphasis, Link, NoteMark, Strong, Text
from edition.write.html import Html
from edition.write.markdown import blocks, running_text
from edition.write.markup import element

HARBOUR = Link((Emphasis((Text("the"),)), Text(" harbour")), "about.md#x", 3, 'A "title"')
TEXT: Content = (
    Text("Cranes "), Emphasis((Text("rust"), NoteMark("[^1]", "4"))), Text("."), Break(),
    Strong((Text("R&D"),)), Text(" of < 5 in "), Code("a`b"), Text(" at "), HARBOUR, Text(".  "), NoteMark("[@x]", "5"),
)  # fmt: skip


def there(link: Link) -> str:
    return f"https://example.org/?a=1&b=({link.fragment})"


TAKEN = Html(link=lambda part, words: element("a", words, href=there(part)), emphasis="i")


def test_plain_text_is_the_words_of_each_sentence() -> None:
    assert inline.sentences(TEXT) == ("Cranes rust.", "R&D of < 5 in a`b at the harbour.")


def test_html_is_one_line_of_simple_elements() -> None:
    assert TAKEN.one_line(TEXT) == (
        "Cranes <i>rust<sup>4</sup></i>. <strong>R&amp;D</strong> of &lt; 5 in <code>a`b</code> at "
        '<a href="https://example.org/?a=1&amp;b=(x)"><i>the</i> harbour</a>. <sup>5</sup>'
    )


def test_markdown_keeps_a_sentence_a_line() -> None:
    assert running_text(TEXT, there) == (
        "Cranes *rust[^4]*.\n**R&D** of \\< 5 in ``a`b`` at "
        '[*the* harbour](<https://example.org/?a=1&b=(x)> "A \\"title\\"").  [^5]'
    )


HOSTILE = [
    "<img src=x onerror=alert(1)>", "*a* _b_ `c` [d](e) ![f](g)", "1. a list", "- a list", "# a heading", "> quoted",
    "&lt; is &#60;", "a\\*b", "| a | b |", "--- ", "=== ", "~~~", "+ plus", "[^1] and [@key]", "12) twelve",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_words_in_markdown_are_read_as_the_words_they_are(words: str) -> None:
    written = running_text((Text("One."), Break(), Text(words)), there)
    opened, read, closed = MarkdownIt("commonmark").parse(written)
    assert (opened.type, closed.type) == ("paragraph_open", "paragraph_close")
    (one, soft, *found) = read.children or []
    assert "".join(part.content for part in found) == words.strip()
    assert {part.type for part in found} <= {"text", "text_special"}


@pytest.mark.parametrize("words", [words for words in HOSTILE if "<" in words or "&" in words])
def test_words_in_html_are_no_markup(words: str) -> None:
    assert "<" not in TAKEN.write((Text(words),))


BLOCKS = """An *opening* line,
and another.

1.  one

    of two

2.  two

- tight
- list
    - inner

> quoted
> words

| a | b |
| :-- | --: |
| c | `d\\|e` |

***

    code  here
"""


def note_of(text: str) -> EditorNote:
    files, bib = made_up.changed("cranes.md", "The copy says paint;", f"{text}\nThe copy says;")
    edition, report = made_up.read(files, bib)
    assert report == []
    return edition.chapters[1].editor_notes[0]


def test_blocks_are_written_as_what_is_read_again_alike() -> None:
    note = note_of(BLOCKS)
    again = note_of(blocks(note.blocks, lambda link: link.address) + "\n")
    assert [one.element for one in note.blocks if isinstance(one, Block)][:4] == [
        "p",
        "ol",
        "ul",
        "blockquote",
    ]
    assert without_lines(again) == without_lines(note)


def without_lines(note: EditorNote) -> str:
    return re.sub(r"line=\d+", "", str(note.blocks[:7]))


def test_a_note_that_holds_blocks_says_all_their_words() -> None:
    said = note_of(BLOCKS).text
    assert said.startswith("An opening line, and another. one of two two tight list inner quoted")
    assert "code here" in said


def test_a_link_that_a_break_divides_is_one_link() -> None:
    divided = (Text("a "), Link((Text("b"), Break(), Text("c")), "x.md", 2), Text(" d"))
    assert inline.sentences(divided) == ("a b", "c d")
    assert [link.text for link in inline.links(divided)] == ["b c"]
