"""What other sites show of the edition: a picture for each page, its Open Graph tags, and the icon."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree, html
from PIL import Image

import real
from edition.look import social_card
from edition.look.icon import is_drawn_of_rectangles
from edition.look.social_card import HEIGHT, MARGIN, WIDTH, Card, card_of, drawn, fits, lines
from edition.model import Edition
from project import SITE, settings

ROOT = Path(__file__).resolve().parents[1]
ASSETS = ROOT / "overrides" / "assets"
BUDGET = 60_000
LONG = "How nine harbours of the China–Latin America trade measured the roads that led to them all"
"""A title of 90 characters."""
CARD = Card(LONG, "", "Chapter 9", "A Made-up Edition", "Lee Min, 2020", "Paras 108–119a")
SHORT = Card("Cranes", "In two chapters", author="Lee Min, 2020", paragraphs="Para. 1")


def test_each_page_of_the_navigation_has_one_card(site: Path) -> None:
    folder = site / "assets" / "social"
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*")}
    assert found == {f"{Path(page).stem}.png" for page in navigation()}


def test_every_card_is_as_large_as_open_graph_wants_and_weighs_little(site: Path) -> None:
    for file in (site / "assets" / "social").glob("*.png"):
        with Image.open(file) as image:
            assert image.size == (1200, 630), file.name
        assert file.stat().st_size < BUDGET, file.name


def test_a_card_says_whose_page_it_is_and_that_it_restates(edition: Edition) -> None:
    cards = [card_of(edition, chapter.file, "") for chapter in edition.chapters]
    assert cards[1].text == (
        "Title, Web edition. Chapter 1: Digital gaps. Lou Xiangfei, 2019. Paras 2–7. "
        "A restatement; not the author’s wording"
    )
    assert cards[0].text == (
        "Web edition. Title: Subtitle. Lou Xiangfei, 2019. Paras 1–26. "
        "A restatement; not the author’s wording"
    )


def test_a_page_that_is_no_chapter_has_a_card_without_paragraphs(edition: Edition) -> None:
    card = card_of(edition, "sources.md", "Sources")
    assert (card.title, card.chapter, card.paragraphs) == ("Sources", "", "")


@pytest.mark.parametrize("card", [CARD, SHORT], ids=["long", "short"])
def test_a_card_drawn_twice_has_equal_bytes(card: Card) -> None:
    assert drawn(card) == drawn(card)


@pytest.mark.parametrize("card", [CARD, SHORT], ids=["long", "short"])
def test_all_that_is_drawn_stays_within_the_margins(card: Card) -> None:
    left, top, right, bottom = ink(card)
    assert left >= MARGIN - 1 and right <= WIDTH - MARGIN + 1
    assert top >= 48 and bottom <= HEIGHT - 48


@pytest.mark.parametrize("card", [CARD, SHORT], ids=["long", "short"])
def test_no_line_meets_the_next(card: Card) -> None:
    boxes = [line.font.getbbox(line.words, anchor="ls") for line in lines(card)]
    places = sorted(
        (line.baseline, *box[1::2]) for line, box in zip(lines(card), boxes, strict=True)
    )
    scale = social_card.SCALE
    for (upper, _, below), (lower, above, _) in zip(places, places[1:], strict=False):
        assert upper == lower or upper + below / scale < lower + above / scale


def test_a_title_breaks_neither_after_a_dash_nor_within_a_name_that_it_joins() -> None:
    title = "Building China–Latin America Digital Silk Road"
    assert title_of(Card(title)) == ["Building China–Latin America", "Digital Silk Road"]
    assert any("China–Latin America" in line for line in title_of(CARD))


def test_a_title_of_90_characters_takes_three_lines() -> None:
    assert len(LONG) == 90
    assert len(title_of(CARD)) == 3


def test_words_that_do_not_fit_stop_the_build_with_what_to_do() -> None:
    (title,), (line, *_) = (
        list(map(str, fits(card, "docs/a.md")))
        for card in (Card("W" * 99), Card("Cranes", edition="E" * 99))
    )
    start = "docs/a.md: no social card can be drawn: "
    assert title == f"{start}the title '{'W' * 99}' does not fit at 48 px; shorten it"
    assert line == f"{start}'{'E' * 99}' is too long; shorten it"


def test_a_card_is_drawn_again_only_when_something_on_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(social_card, "drawn", lambda card: card.title.encode())
    assert social_card.cached(tmp_path, CARD) == LONG.encode()
    monkeypatch.setattr(social_card, "drawn", lambda card: b"drawn again")
    assert social_card.cached(tmp_path, CARD) == LONG.encode()
    assert social_card.cached(tmp_path, SHORT) == b"drawn again"


def test_a_new_version_of_a_font_draws_the_cards_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = social_card.made_from(CARD)
    monkeypatch.setattr(social_card, "version", lambda name: "999")
    assert social_card.made_from(CARD) != before


def test_every_page_tells_other_sites_of_itself(site: Path) -> None:
    for page in navigation():
        told = meta(site, page)
        assert told["og:type"] in ("article", "website")
        assert told["og:title"] and told["og:description"] and told["og:image:alt"]
        assert told["og:locale"] == "en_GB"
        assert told["twitter:card"] == "summary_large_image"
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")


def test_open_graph_addresses_are_whole_and_lead_to_files(site: Path) -> None:
    base = SITE
    for page in navigation():
        told = meta(site, page)
        assert told["og:url"].startswith(base) and told["og:image"].startswith(base)
        assert (site / told["og:url"].removeprefix(base) / "index.html").is_file()
        assert (site / told["og:image"].removeprefix(base)).is_file()


def test_chapters_are_articles_and_the_rest_is_the_website(site: Path) -> None:
    articles = {page for page in navigation() if meta(site, page)["og:type"] == "article"}
    assert articles == {chapter.file for chapter in real.edition().chapters} - {"index.md"}


VECTOR = "data:image/svg+xml,%3Csvg "


def test_every_page_has_an_icon_that_each_browser_takes(site: Path) -> None:
    """All hold one; those of a frozen edition and the 404 page have it alone, since they load no file for it."""
    frozen = set(site.glob("editions/*/**/*.html"))
    for page in set(site.rglob("*.html")) - frozen:
        icons = html.parse(str(page)).xpath("//link[contains(@rel, 'icon')]/@href")
        whole = [icon for icon in icons if icon.startswith(("data:image/png;base64,iVBOR", VECTOR))]
        files = [page.parent / icon for icon in icons if icon not in whole]
        assert len(whole) == 1, page
        assert {file.suffix for file in files} == (
            {".ico", ".png"} if whole[0].startswith(VECTOR) else set()
        ), page
        assert all(file.is_file() for file in files), page


def test_a_browser_that_looks_by_itself_finds_the_icon_in_each_size(site: Path) -> None:
    with Image.open(site / "favicon.ico") as picture:
        assert picture.info["sizes"] == {(16, 16), (32, 32), (48, 48)}


def test_the_pictures_of_the_icon_have_its_colours(site: Path) -> None:
    svg = ASSETS / "images" / "icon.svg"
    with Image.open(site / "assets/images/icon.png") as picture:
        found = {
            picture.convert("RGB").tobytes()[at : at + 3].hex() for at in range(0, 192 * 192 * 3, 3)
        }
    assert {f"#{colour}" for colour in found} == {
        f"#{short * 2}" if len(short) == 3 else f"#{short}"
        for short in re.findall(r'fill="#(\w+)"', svg.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    ("svg", "what"),
    [
        ('<path d="M0 0l5 5z" fill="#fff"/>', "'M0 0l5 5z' is no row of upright rectangles"),
        ('<rect width="16" height="16"/>', "a rect without width, height, rx in whole numbers"),
        ("<path", "is no SVG: "),
    ],
)
def test_another_shape_in_the_icon_is_one_line(svg: str, what: str) -> None:
    whole = f'<svg xmlns="http://www.w3.org/2000/svg">{svg}</svg>'
    (problem,) = is_drawn_of_rectangles(whole.encode(), "icon.svg")
    assert what in str(problem) and str(problem).endswith("each as M2 4h7v2H2z")


def test_the_icon_needs_no_font_and_no_other_file() -> None:
    tree = etree.parse(ASSETS / "images" / "icon.svg")
    assert {etree.QName(element).localname for element in tree.iter("{*}*")} == {
        "svg",
        "rect",
        "path",
    }
    assert not tree.xpath("//@href | //@style")


def test_cards_and_icon_have_no_colour_of_their_own() -> None:
    tokens = colours(ASSETS / "stylesheets/tokens/tokens.css")
    ours = {social_card.PAPER, social_card.INK, social_card.QUIET, social_card.BLUE}
    assert ours <= tokens
    assert colours(ASSETS / "images" / "icon.svg") <= tokens


def navigation() -> list[str]:
    """The pages that the navigation of mkdocs.yml lists."""

    def listed(entry: object) -> Iterator[str]:
        if isinstance(entry, str):
            yield entry
        for part in entry.values() if isinstance(entry, dict) else []:
            for child in part if isinstance(part, list) else [part]:
                yield from listed(child)

    nav = settings()["nav"]
    assert isinstance(nav, list)
    return [page for entry in nav for page in listed(entry)]


def written(site: Path, page: str) -> str:
    """The HTML of a page, named by its file in docs/."""
    name = page.removesuffix(".md").removesuffix("index")
    return (site / name / "index.html").read_text(encoding="utf-8")


def meta(site: Path, page: str) -> dict[str, str]:
    """What a page tells other sites, by name."""
    tree = html.document_fromstring(written(site, page))
    tags = [dict(tag.attrib) for tag in tree.iter("meta")]
    return {tag.get("property", tag.get("name", "")): tag.get("content", "") for tag in tags}


def ink(card: Card) -> tuple[int, int, int, int]:
    """The box that holds all that is drawn."""
    with Image.open(BytesIO(drawn(card))) as image:
        box = image.convert("L").point(lambda value: 255 if value < 250 else 0).getbbox()
    assert box
    return box


def title_of(card: Card) -> list[str]:
    """The lines of a card's title, with plain spaces."""
    set_large = [line for line in lines(card) if line.face == social_card.DISPLAY]
    return [line.words.replace("\u00a0", " ") for line in set_large]


def colours(file: Path) -> set[str]:
    return set(re.findall(r"#[0-9a-f]{3,6}\b", file.read_text(encoding="utf-8")))
