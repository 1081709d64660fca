"""The text of a frozen edition is written from the model, whatever stands beside it on the live pages."""

import json

import pytest
from lxml import html

import made_up
from edition.keep.freezing import FreezingError, put_text
from edition.keep.kept_text import kept_text
from edition.write.html import Html

PAGE = """<article>{}<p id="p3"><a class="paragraph-number">9</a> Scraped. <a href="x">Answered</a></p>
<div role="note"><p class="editor-note-label">Editor’s note</p><p>Scraped.</p></div></article>"""
FOUND = json.loads(kept_text(made_up.whole(), Html()))


def put(page: str) -> html.HtmlElement:
    article = html.fragment_fromstring(page)
    put_text(article, FOUND["cranes/"], "cranes/")
    return article


def test_paragraphs_and_editors_notes_say_what_the_model_has() -> None:
    article = put(PAGE.format('<p id="p2">Scraped.</p>'))
    assert "Scraped" not in article.text_content() and "9 " not in article.text_content()
    said = [" ".join(part.text_content().split()) for part in article]
    assert said == [
        "2 Cranes rust.3 The edition’s reading: Answered in para. 3.",
        "3 Paint helps.4 The edition’s reading: Answers para. 2.",
        "Editor’s noteThe copy says paint; the print says oil.",
    ]


def test_marks_and_links_lead_to_their_places_of_the_whole_site() -> None:
    article = put(PAGE.format('<p id="p2"></p>'))
    (mark,) = article.xpath("./p[@id='p2']/sup")
    assert (mark.get("id"), mark[0].get("href")) == ("fnref:3", "#fn:3")
    assert article.xpath(".//span[@class='relations']/a/@href") == [
        "https://site.invalid/cranes/#p3",
        "https://site.invalid/cranes/#p2",
    ]
    assert article.xpath("./div//a/@href") == ["https://example.org/oil"]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (PAGE.format(""), "cranes/index.html: holds 0 of .//p[@id='p2']; one is needed"),
        ('<article><p id="p2"></p><p id="p3"></p></article>', "holds 0 editor's notes where the text has 1"),
    ],
)  # fmt: skip
def test_a_page_that_has_no_room_for_the_text_is_refused(page: str, said: str) -> None:
    with pytest.raises(FreezingError) as refused:
        put(page)
    assert said in str(refused.value)


def test_what_words_look_like_is_no_markup() -> None:
    files, bib = made_up.changed("cranes.md", "Paint helps.", "Paint \\<b> & `<i>` helps.")
    edition, report = made_up.read(files, bib)
    assert report == []
    found = json.loads(kept_text(edition, Html()))["cranes/"]["paragraphs"]["p3"]
    assert "Paint &lt;b&gt; &amp; <code>&lt;i&gt;</code> helps." in found
