"""A page's body as it is written from the model is the one that Python-Markdown makes of the same text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from lxml import html

import made_up
import real
from edition.contents.records import foreign_names
from edition.model import Edition, Page
from edition.write.elements import as_html
from edition.write.page_body import Additions, body
from edition.write.tree import element
from rendering import tree

BLOCKS = """An *opening* “line”, of R&D\nand `a_b`, **as in 中国**.  \nAfter a break.

1.  one

    of two

2.  two

Between.

- tight
- list
    - inner

> quoted
> words

| a | b |
| :-- | --: |
| c | *d* `e` |

***

    code  & <here>

"""
FILES, BIB = made_up.changed("about.md", "See", f"{BLOCKS}See")
FILES["cranes.md"] = FILES["cranes.md"].replace(b"The copy", f"{BLOCKS}The copy".encode())
EVERY_BLOCK, REPORT = made_up.read(FILES, BIB)
PAGES = {
    f"{kind} {page.file}": (edition, page)
    for kind, edition in (("real", real.edition()), ("made up", EVERY_BLOCK))
    for page in edition.pages
}


def additions(edition: Edition, page: Page, **others: object) -> Additions:
    known = real.institutions() if edition is real.edition() else {}
    foreign = foreign_names(edition.sources, known, edition.words)
    return Additions(page, edition, foreign, "../".__add__, **others)  # type: ignore[arg-type]


def shape(found: html.HtmlElement) -> Iterator[object]:
    """An element's name, attributes and content, with single blanks."""
    yield found.tag, sorted(found.attrib.items())
    yield " ".join((found.text or "").split())
    for child in found:
        yield list(shape(child))
        yield " ".join((child.tail or "").split())


def written(found: Element) -> html.HtmlElement:
    return html.fragment_fromstring(as_html(found))


@pytest.mark.parametrize(("edition", "page"), PAGES.values(), ids=PAGES.keys())
def test_the_body_of_a_page_is_the_one_that_python_markdown_makes(
    edition: Edition, page: Page
) -> None:
    assert REPORT == []
    under = {found.id: [element("p", "R&D &amp; <b>")] for found in page.headings[:1]}
    old_ids = {ident: ["before"] for ident, _ in page.ids}
    own = additions(edition, page, under=under, old_ids=old_ids)
    made, wanted = (
        list(map(list, map(shape, found)))
        for found in (written(body(own)), tree(edition, page, own))
    )
    assert made == wanted


def test_in_a_frozen_edition_a_number_opens_no_panel_and_no_link_stands_beside_a_heading() -> None:
    edition = made_up.whole()
    page = written(body(additions(edition, edition.chapters[1], is_frozen=True)))
    assert page.xpath("./p/a/@aria-label") == ["Paragraph 2: link", "Paragraph 3: link"]
    assert not page.xpath("//@data-search-exclude | //*[@class='heading-link']")
    assert page.xpath("./h2/@aria-label") == ["Paint"]


def test_a_mark_that_is_not_in_the_text_is_no_mark_of_it() -> None:
    edition = made_up.whole()
    chapter = edition.chapters[1]
    root = element(
        "div", *(element("p", "Cranes.", id=paragraph.id) for paragraph in chapter.paragraphs)
    )
    assert list(additions(edition, chapter).put_marks(root)) == [
        *((note.line, note.mark) for note in chapter.marks)
    ]


def test_what_stands_under_a_heading_that_is_gone_stands_nowhere() -> None:
    edition = made_up.whole()
    own = additions(edition, edition.chapters[1], under={"gone": [element("p", "Lost.")]})
    assert "Lost." not in written(body(own)).text_content()
