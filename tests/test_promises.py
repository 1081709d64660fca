"""What the pages promise their readers, read off the built site."""

import re
from pathlib import Path

import pytest
from lxml import html

import real
from edition.model.locators import printed
from edition.words import ENGLISH
from project import settings

EDITION = real.edition()


@pytest.fixture(scope="session")
def trees(site: Path) -> dict[str, html.HtmlElement]:
    addresses = [page.address for page in EDITION.pages] + ["sources/"]
    return {a: html.parse(str(site / a / "index.html")).getroot() for a in addresses}


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def test_every_page_says_that_it_restates(trees: dict[str, html.HtmlElement]) -> None:
    for tree in trees.values():
        (foot,) = tree.xpath("//footer[@class='site-footer']")
        assert "Not the author’s wording; not authorised by author or journal." in words(foot)
        assert foot.xpath(".//a[.='All editions'][contains(@href, 'editions/')]")


def test_a_chapter_opens_with_what_it_argues(trees: dict[str, html.HtmlElement]) -> None:
    for chapter in EDITION.chapters[1:]:
        (opening,) = trees[chapter.address].xpath("//header[@class='opening']")
        said = words(opening)
        assert chapter.meta["standfirst"] in said and chapter.paragraph_range in said
        assert 2 <= chapter.meta["standfirst"].count(".") <= 3


def test_every_chapter_leads_on_to_paragraphs_of_others(
    trees: dict[str, html.HtmlElement],
) -> None:
    for chapter in EDITION.chapters:
        (section,) = trees[chapter.address].xpath("//section[@class='leads']")
        found = section.xpath(".//dd/a[contains(@href, '/#p')]")
        assert found and all(words(link).startswith("para. ") for link in found), chapter.file


def test_a_chapter_ends_with_what_it_leads_to(trees: dict[str, html.HtmlElement]) -> None:
    for chapter in EDITION.chapters:
        tree = trees[chapter.address]
        for paragraph in chapter.paragraphs:
            for relation in paragraph.relations:
                link = f"//section[@class='leads']//a[contains(@href, '#{relation.target}')]"
                assert tree.xpath(link), (paragraph.id, relation.target)


def test_neighbours_say_what_they_argue(trees: dict[str, html.HtmlElement]) -> None:
    for before, after in zip(EDITION.chapters, EDITION.chapters[1:], strict=False):
        (following,) = trees[before.address].xpath("//a[@rel='next' and @class]")
        assert after.title in words(following) and after.meta["summary"] in words(following)
        (previous,) = trees[after.address].xpath("//a[@rel='prev' and @class]")
        assert before.title in words(previous) and before.meta["summary"] in words(previous)


def test_the_home_page_tells_the_argument_in_five_linked_steps(
    trees: dict[str, html.HtmlElement],
) -> None:
    rows = trees[""].xpath("//ol[@class='argument']/li")
    assert len(rows) == 5
    for row, chapter in zip(rows, EDITION.chapters[1:], strict=True):
        assert row.xpath(f".//a[@href='{chapter.address}']")
        assert chapter.meta["claim"] in words(row) and chapter.paragraph_range in words(row)


def test_explaining_notes_explain_in_the_list_and_in_the_margin(
    trees: dict[str, html.HtmlElement],
) -> None:
    for chapter in EDITION.chapters:
        for note in (note for note in chapter.notes if note.explanation):
            (listed,) = trees[chapter.address].xpath(f"//li[@id='fn:{note.number}']")
            (beside,) = trees[chapter.address].xpath(f"//p[@data-note='{note.number}']")
            assert note.explained in words(listed) and note.explained in words(beside)


def test_a_margin_note_begins_with_its_number_and_gives_its_pages(
    trees: dict[str, html.HtmlElement],
) -> None:
    for chapter in EDITION.chapters:
        for paragraph in (p for p in chapter.paragraphs if p.notes):
            (aside,) = trees[chapter.address].xpath(
                f"//p[@id='{paragraph.id}']/following-sibling::*[1][self::aside]"
            )
            for note, shown in zip(
                paragraph.notes, aside.xpath("./p[@class='margin-note']"), strict=True
            ):
                assert words(shown).startswith(f"{note.number} ")
                for citation in note.citations:
                    assert (
                        not citation.locators
                        or f", {printed(citation.locators, ENGLISH)}" in words(shown)
                    )


def test_titles_say_their_language(trees: dict[str, html.HtmlElement]) -> None:
    for chapter in EDITION.chapters:
        for note in chapter.notes:
            for citation in note.citations:
                language = EDITION.source[citation.key].title_language
                link = f"//li[@id='fn:{note.number}']//a[contains(@href, '{citation.key}')]"
                (title,) = trees[chapter.address].xpath(link)
                assert title.get("lang", "en") == language


def test_editors_notes_stand_where_the_article_disagrees_with_itself(
    trees: dict[str, html.HtmlElement],
) -> None:
    for ident in ("p4", "p5", "p6", "p8", "p9", "p10", "p11", "p16", "p22", "p24"):
        chapter = EDITION.chapter_of[ident]
        beside = f"//p[@id='{ident}']/following-sibling::*[contains(@class, 'editor-note') or self::p[@id]][1]"
        (found,) = trees[chapter.address].xpath(beside)
        assert found.get("role") == "note" and words(found).startswith("Editor’s note"), ident


def test_about_answers_what_a_reviewer_asks(trees: dict[str, html.HtmlElement]) -> None:
    set_in = settings()["extra"]["edition"]
    said = words(trees["about/"].xpath("//main")[0])
    for answer in (
        "not the wording of the author",
        "maintainers of the repository",
        f"edition {set_in['number']}, of {ENGLISH.dates.printed(set_in['date'])}",
        "Creative Commons Attribution 4.0",
        "MIT licence",
        "“Roadmap,” para. 25",
        "For those who read, check and cite the article",
        "Why this article",
        "“2019年4期”",
        "drafted by a language model",
        "No scholar of the field has read it yet",
        "Nobody was asked for permission",
        "a holder of rights who objects",
        "No archive holds the edition yet",
        "CITATION.cff",
        "never changed",
    ):
        assert answer in said, answer


def test_about_lists_every_editors_note_in_its_own_words(
    trees: dict[str, html.HtmlElement],
) -> None:
    listed = [words(note) for note in trees["about/"].xpath("//dl[@class='editors-notes']//dd")]
    beside = "//*[contains(@class, 'editor-note')][@role='note']"
    noted = [words(note) for c in EDITION.chapters for note in trees[c.address].xpath(beside)]
    assert len(noted) == sum(len(chapter.editor_notes) for chapter in EDITION.chapters) > 10
    said = [note.removeprefix("Editor’s note").strip() for note in noted]
    assert listed == said


def test_no_list_names_two_terms_alike(trees: dict[str, html.HtmlElement]) -> None:
    lists = [(page, each) for page, found in trees.items() for each in found.xpath("//dl")]
    assert lists
    for page, each in lists:
        terms = [words(term) for term in each.xpath(".//dt")]
        assert len(terms) == len(set(terms)), page


def test_works_in_chinese_go_by_their_english_titles_but_the_version_whose_title_is_translated(
    trees: dict[str, html.HtmlElement],
) -> None:
    chinese = [one for one in EDITION.sources if re.search(r"[\u4e00-\u9fff]", one.title)]
    assert chinese == list(EDITION.versions)
    assert [one.get("titletranslationby") for one in chinese] == ["edition"]
    said = words(trees["about/"].xpath("//main")[0])
    assert "Chinese version goes by its Chinese title, with our translation" in said
