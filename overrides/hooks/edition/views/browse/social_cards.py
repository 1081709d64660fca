"""The picture that stands for each page of the navigation where a link to it is shared."""

from collections.abc import Iterator
from dataclasses import dataclass

from edition.look.social_card import HEIGHT, WIDTH, Card, cached, card_of, file_of, fits
from edition.outputs import File, Shown, Site
from edition.problems import Problem

FOLDER = "assets/social"
CACHE = ".cache/social"

TURN = 1
"""After the views whose pages it pictures."""


@dataclass(frozen=True)
class SocialCard:
    """The picture of a page: its address below the site's, the words on it, and its size in pixels."""

    address: str
    text: str
    width: int = WIDTH
    height: int = HEIGHT


def view(site: Site) -> Iterator[File | Problem]:
    for file in site.navigation:
        drawing, folder = card(file, site), site.library.root / CACHE
        is_known = file_of(folder, drawing).exists()
        if problems := [] if is_known else list(fits(drawing, f"docs/{file}")):
            yield from problems
        else:
            yield File(address_of(file), cached(folder, drawing))


def on_page(page: Shown, site: Site) -> SocialCard | None:
    """The page's picture; one outside the navigation has none."""
    if page.file not in site.navigation:
        return None
    return SocialCard(address_of(page.file), card(page.file, site).text)


def card(file: str, site: Site) -> Card:
    return card_of(site.library.edition, file, site.title_of(file))


def address_of(file: str) -> str:
    """The permanent address of a page's picture: it is named after the page's file."""
    return f"{FOLDER}/{file.removesuffix('.md')}.png"
