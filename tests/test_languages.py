"""What is not English says its language: names and titles that are known, and Chinese wherever it stands."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

from edition.model.inline import SourceTitle, text
from edition.model.languages import ForeignNames
from edition.write.html import Html, spoken, title_links
from edition.write.tree import with_languages

NAMES = ForeignNames(
    {
        "Puentes y mareas": "es",
        "Puentes": "pt",
        "Marés & pontes": "pt",
        "«Diques»": "es",
        "d'água": "pt",
    },
    "en",
)


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("See Puentes.", 'See <span lang="pt">Puentes</span>.'),
        ("Puentes y mareas", '<span lang="es">Puentes y mareas</span>'),
        ("Marés & pontes", '<span lang="pt">Marés &amp; pontes</span>'),
        ("«Diques»: one", '<span lang="es">«Diques»</span>: one'),
        ("d’água", '<span lang="pt">d’água</span>'),
        ("d'água", '<span lang="pt">d\'água</span>'),
        ("2019年 in May", '<span lang="zh">2019年</span> in May'),
        ("Suspuentes, Puentesillo < Puente", "Suspuentes, Puentesillo &lt; Puente"),
    ],
)
def test_a_name_and_a_run_of_chinese_say_their_language(words: str, html: str) -> None:
    assert spoken(NAMES)(words) == html


def test_what_says_its_language_already_says_it_once() -> None:
    titles = title_links(lambda title: {"href": title.key, "lang": "es"})
    found = Html(source_title=titles, text=spoken(NAMES)).write(
        (SourceTitle(text("Los Puentes"), "x"),)
    )
    assert found == '<a href="x" lang="es">Los Puentes</a>'


def test_in_a_tree_text_has_a_lang_only_where_no_element_around_has_it() -> None:
    tree = fromstring('<p title="Puentes">Puentes <b lang="es">Puentes</b> <i>Puentes</i> 一带</p>')
    with_languages(tree, NAMES)
    assert tostring(tree, encoding="unicode") == (
        '<p title="Puentes"><span lang="pt">Puentes</span> <b lang="es">Puentes</b> '
        '<i><span lang="pt">Puentes</span></i> <span lang="zh">一带</span></p>'
    )


def test_a_page_is_searched_for_those_names_alone_whose_rarest_word_it_has() -> None:
    many = ForeignNames({f"Nombre{number} largo": "es" for number in range(1000)}, "en")
    assert many.within("Nombre7 largo y Nombre8 corto") == {"Nombre7 largo": "es"}
    assert max(map(len, many.by_rarest_word.values())) == 1
