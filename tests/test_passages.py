"""Paragraphs taken out of a rendered page, as HTML that means the same elsewhere."""

from lxml import html

from edition.passages import passages

ADDRESS = "https://example.org/e/cranes/"
NUMBER = '<a class="paragraph-number" href="#p2" aria-label="Paragraph 2">2</a>'
MARK = '<sup id="fnref:3"><a class="note-mark" href="#fn:3" role="doc-noteref">3</a></sup>'


def passage(content: str, ident: str = "p2") -> str:
    """The one passage of a page that holds a numbered paragraph with this content."""
    page = html.fromstring(f'<div><p id="{ident}">{content}</p><p id="other">No.</p></div>')
    found = passages(page, ADDRESS)
    assert list(found) == [ident]
    return found[ident]


def test_the_number_is_no_part_of_a_passage() -> None:
    assert passage(f"{NUMBER}Cranes rust.") == "Cranes rust."


def test_words_after_the_number_keep_their_place_before_an_element() -> None:
    assert passage(f"{NUMBER}Cranes <em>rust</em>.") == "Cranes <i>rust</i>."


def test_the_line_of_relations_is_no_part_of_a_passage() -> None:
    line = '<span class="relations"><a href="#p3">Answered in para. 3</a>.</span>'
    assert passage(f"{NUMBER}Cranes rust.\n{line}") == "Cranes rust."


def test_a_note_mark_is_a_raised_figure_alone() -> None:
    assert (
        passage(f"{NUMBER}Cranes rust.{MARK} Paint helps.")
        == "Cranes rust.<sup>3</sup> Paint helps."
    )


def test_links_lead_to_permanent_addresses() -> None:
    links = (
        '<a class="x" href="../#p1">one</a>, <a href="#p3">three</a>, <a href="https://a.b/c">c</a>'
    )
    assert passage(f"{NUMBER}{links}") == (
        '<a href="https://example.org/e/#p1">one</a>, '
        '<a href="https://example.org/e/cranes/#p3">three</a>, <a href="https://a.b/c">c</a>'
    )


def test_emphasis_is_what_word_processors_keep_and_nothing_else_is_carried() -> None:
    assert passage(f'{NUMBER}<em lang="es" class="x">Grúas</em>') == "<i>Grúas</i>"


def test_what_means_something_in_html_stays_escaped() -> None:
    assert passage(f"{NUMBER}R&amp;D &lt; 1%") == "R&amp;D &lt; 1%"


def test_lines_of_the_source_are_one_line() -> None:
    assert passage(f"{NUMBER}Cranes\nrust.\n  Paint helps.") == "Cranes rust. Paint helps."


def test_the_page_itself_is_left_as_it_was() -> None:
    page = html.fromstring(f'<div><p id="p2">{NUMBER}Cranes.{MARK}</p></div>')
    before = html.tostring(page)
    passages(page, ADDRESS)
    assert html.tostring(page) == before
