"""What links may lead to, and what a preview shows of a paragraph, of a made-up edition."""

import made_up
from edition.contents.link_targets import first_words, link_targets, preview
from real import edition as real_edition

EDITION = made_up.whole()
HOME, CRANES = EDITION.chapters


def test_every_link_target_has_its_name_its_page_and_the_title_of_this_page() -> None:
    names = {target["id"]: tuple(target.values())[1:] for target in link_targets(EDITION)}
    assert names["p3"] == ("para. 3", CRANES.address, CRANES.title)
    assert names["fn:1"] == ("note 1", HOME.address, HOME.title)
    (paint,) = CRANES.headings
    assert names[paint.id] == (paint.title, CRANES.address, CRANES.title)
    assert names["fox-2001-ships"] == ("source “fox-2001-ships”", "sources/", "Sources")


def test_paragraphs_stand_in_the_order_of_the_text() -> None:
    named = [
        target["name"] for target in link_targets(EDITION) if target["name"].startswith("para.")
    ]
    assert named == [f"para. {p.number}" for page in EDITION.chapters for p in page.paragraphs]


def test_a_preview_says_where_its_paragraph_stands() -> None:
    chapter = real_edition().chapter_of["p25"]
    shown = preview(real_edition(), chapter, real_edition().paragraph["p25"])
    assert shown["label"] == "Para. 25, Roadmap: ICT infrastructure"


def test_a_preview_names_a_heading_that_is_called_like_its_chapter_once() -> None:
    shown = preview(real_edition(), real_edition().chapters[0], real_edition().paragraph["p1"])
    assert shown["label"] == "Para. 1, Introduction"


def test_a_preview_stops_after_sixty_words_with_a_sign_that_there_are_more() -> None:
    assert first_words("one two.") == "one two."
    assert first_words("word " * 59 + "last, more") == "word " * 59 + "last\u00a0…"
