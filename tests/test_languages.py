"""What is not English says its language: names and titles that are known, and Chinese wherever it stands."""

import pytest
from markupsafe import Markup

from edition.markup import ForeignNames, as_markup, with_languages

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
    ("html", "told"),
    [
        ("<p>See Puentes.</p>", '<p>See <span lang="pt">Puentes</span>.</p>'),
        ("Puentes y mareas", '<span lang="es">Puentes y mareas</span>'),
        ("<i>Marés &amp; pontes</i>", '<i><span lang="pt">Marés &amp; pontes</span></i>'),
        ("<p>d’água</p>", '<p><span lang="pt">d’água</span></p>'),
        ("<p>d&#39;água</p>", '<p><span lang="pt">d&#39;água</span></p>'),
        ("<p>2019年 in May</p>", '<p><span lang="zh">2019年</span> in May</p>'),
    ],
)
def test_a_name_and_a_run_of_chinese_say_their_language(html: str, told: str) -> None:
    assert with_languages(as_markup(html), NAMES) == told


@pytest.mark.parametrize(
    "html",
    [
        "<p>Suspuentes, Puentesillo</p>",
        '<p title="Puentes">Bridges</p>',
        '<p lang="es">Los <b>Puentes</b> y 一带一路</p>',
        "<title>Puentes 一带一路</title>",
        "<!-- Puentes 一带一路 -->",
    ],
)
def test_what_is_part_of_a_word_or_says_its_language_already_is_left_alone(html: str) -> None:
    assert with_languages(as_markup(html), NAMES) == html


def test_what_follows_an_element_with_a_language_is_told_again() -> None:
    told = with_languages(Markup('<p lang="es">Mareas<br></p><p>Puentes</p>'), NAMES)
    assert told.endswith('<p><span lang="pt">Puentes</span></p>')


def test_a_page_is_searched_for_those_names_alone_whose_rarest_word_it_has() -> None:
    many = ForeignNames({f"Nombre{number} largo": "es" for number in range(1000)}, "en")
    assert many.on("<p>Nombre7 largo y Nombre8 corto</p>") == {"Nombre7 largo": "es"}
    assert max(map(len, many.by_rarest_word.values())) == 1
