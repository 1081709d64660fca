"""References as the style prints them: pages, names, dates, capitals; and what must never be in them."""

from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import made_up
import real
from edition.cite.formats.csl_json import csl_item
from edition.cite.pandoc import style_text
from edition.cite.references import STYLES, References, format_references
from edition.cite.restated import citation
from edition.model.dates import date_in_words, read_date
from edition.model.inline import Cite, plain, source_titles, text
from edition.problems import Problems
from edition.words import ENGLISH

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def references(tmp_path_factory: pytest.TempPathFactory) -> References:
    return format_references(real.edition(), tmp_path_factory.mktemp("cache"))


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2009", "2009"),
        ("2018-04", "April 2018"),
        ("2017-05-14", "14 May 2017"),
        ("2018-04-18/2018-04-20", "18–20 April 2018"),
        ("2017-10-30/2017-11-02", "30 October – 2 November 2017"),
        ("2015/2019", "2015–2019"),
        ("2016-12/2017-01", "December 2016 – January 2017"),
        ("2018~", "ca. 2018"),
        ("2018?", "[2018?]"),
        ("2018-04%", "[ca. April 2018?]"),
        ("2018/", "2018–"),
        ("/2018-04", "– April 2018"),
        ("n.d.", "n.d."),
        ("forthcoming", "forthcoming"),
    ],
)
def test_a_date_is_printed_as_our_prose_has_it(date: str, words: str) -> None:
    assert date_in_words(read_date(date), ENGLISH.dates) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("2", "Xi Jinping, “Work Together to Build the Silk Road Economic Belt and the 21st Century "
              "Maritime Silk Road,” speech, Belt and Road Forum for International Cooperation, Beijing, 14 May 2017."),
        ("3", "CEPAL, Monitoreo de la Agenda Digital para América Latina y el Caribe eLAC2018, "
              "LC/TS.2018/29 (Santiago, Chile, April 2018), pp. 27–29."),
        ("6", "CEPAL, Monitoreo eLAC2018, pp. 37–39."),
        ("18", "Qi Chuanjun, “China-Latin America ICT Cooperation: Current Situation and Prospects,” in Latin "
               "American and Caribbean Development Report (2008-2009), ed. Su Zhenxing "
               "(Social Sciences Academic Press, 2009), p. 75."),
        ("21", "Zhang Yong, “A Study of Information Economic Development in Latin America,” Journal of Southwest "
               "S&T University (Philosophy and Social Science Edition), no. 3 (2017), pp. 8–9."),
        ("28", "“From ‘Made-in-China’ to ‘Branded-by-China’: Huawei in Brazil,” Xinhua, 2 May 2015."),
    ],
)  # fmt: skip
def test_a_note_is_printed_whole(references: References, number: str, words: str) -> None:
    assert plain(references.notes[number]) == words


def test_what_nobody_verified_is_in_no_reference(references: References) -> None:
    for source in real.edition().sources:
        said = plain(references.sources[source.key])
        for name in source.listed("unverified"):
            value = source.get(name)
            assert source.is_article or len(value) < 4 or value not in said, (source.key, name)


def test_each_title_is_found_once_in_its_reference(references: References) -> None:
    for key, reference in references.sources.items():
        assert [title.key for title in source_titles(reference)] == [key]


def test_nothing_runs_again_while_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = format_references(real.edition(), tmp_path)
    monkeypatch.setattr("subprocess.run", lambda *_, **__: pytest.fail("pandoc ran again"))
    assert format_references(real.edition(), tmp_path) == first


def test_a_citation_names_the_edition_as_what_restates_the_article() -> None:
    title = "Building China–Latin America Digital Silk Road"
    edition = replace(real.edition(), settings=replace(real.SETTINGS, title=title))
    paragraph = edition.paragraph["p25"]
    said = citation(edition, edition.chapter_of["p25"], paragraph)
    assert plain(said) == (
        "Lou Xiangfei, “Building China–Latin America Digital Silk Road: Challenges and Roadmap” (2019), "
        f"restated in {title}: Web Edition, edition of 24 November 2026, “Roadmap,” para. 25, "
        "https://example.org/roadmap/#p25"
    )
    assert Cite(text(f"{title}: Web Edition")) in said
    assert "China International Studies" not in plain(said)


def test_a_chapter_and_the_whole_edition_are_cited_like_a_paragraph() -> None:
    edition = made_up.whole()
    assert plain(citation(edition, edition.chapters[1])).endswith(
        "restated in A Made-up Edition: Web Edition, edition of 24 November 2026, “Cranes,” "
        "https://example.org/e/cranes/"
    )
    assert plain(citation(edition)).endswith("24 November 2026, https://example.org/e/")


def test_what_looks_like_a_tag_in_words_is_words(tmp_path: Path) -> None:
    typed = r"Quay <3\& 'x' > Press"
    edition, report = made_up.read(*made_up.changed("references.bib", "Quay Press", typed))
    references = format_references(edition, tmp_path)
    shown = plain(references.sources["fox-2001-ships"])
    assert report == [] and "Quay <3& ’x’ > Press" in shown
    publisher = csl_item(edition.source["fox-2001-ships"], ENGLISH)["publisher"]
    assert publisher == "Quay <3& 'x' > Press"


def test_what_pandoc_does_not_format_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = CompletedProcess("pandoc", 64, b"", b"Error at line 3\nunexpected }")
    monkeypatch.setattr("subprocess.run", lambda *_, **__: failed)
    library, problems = made_up.library(root=tmp_path), Problems()
    assert library.with_references(problems) == library
    (line,) = problems.report()
    assert line == (
        "references.bib: cannot be formatted: pandoc: Error at line 3 unexpected }; mend what pandoc names"
    )


@pytest.mark.parametrize("name", STYLES.values())
def test_no_style_leaves_a_line_to_be_filled_in(name: str) -> None:
    assert "___" not in style_text(name)
