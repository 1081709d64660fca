"""What every page needs beside its text (scripts, style sheets, web fonts, the icon), and what templates name of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from edition.look import icon
from edition.look.bundles import Bundles, fingerprinted, with_fonts
from edition.look.content_policy import Inline, policy
from edition.look.typefaces import CACHE, licences, web_fonts

FONTS = "assets/fonts"
SMALL_ICON, LARGE_ICON = "favicon.ico", "assets/images/icon.png"
"""The first stands where browsers look by themselves."""

Files = Mapping[str, bytes]
"""What is published, by address."""


@dataclass(frozen=True)
class Icons:
    """The icon: as two files, by their addresses, and as two addresses that hold the picture itself."""

    small: str
    large: str
    data: str
    vector: Markup


@dataclass(frozen=True)
class Assets:
    """All that templates name of scripts, style sheets and pictures."""

    scripts: Mapping[str, str]
    """The address of each script, by the folder that it is joined from."""
    styles: Mapping[str, str]
    """The address of each style sheet that is a file, by its folder."""
    fetched: Mapping[str, str]
    """What the scripts of every page fetch: addresses, by the `data-` attributes in which the scripts look for them."""
    icons: Icons
    head_script: Inline
    prefetching: Inline
    first_style: Callable[[str, str], Inline]
    """The style that stands in a page: of some folders, named in one string; and the way to the web fonts."""
    policy: Callable[..., Markup]
    """The policy of a page, from the parts that stand in it."""


def page_assets(made: Bundles, icons: Icons, fonts: Mapping[str, str]) -> Assets:
    """What templates name; `fonts` has the name under which each web font is published."""

    @cache
    def first_style(folders: str, way: str) -> Inline:
        style = with_fonts(made.style(folders.split()), fonts, way)
        return Inline("style", style)

    scripts = {name: file.address for name, file in made.scripts.items()}
    styles = {name: file.address for name, file in made.styles.items()}
    of_scripts = {name: scripts[name] for name in made.fetched}
    of_styles = {f"{name}-style": styles[name] for name in made.fetched if name in styles}
    return Assets(
        scripts,
        styles,
        of_scripts | of_styles,
        icons,
        made.head_script,
        made.prefetching,
        first_style,
        policy,
    )


def files_of(made: Bundles) -> dict[str, bytes]:
    """The files that bundles are published as, by address."""
    files = (*made.scripts.values(), *made.styles.values())
    return {file.address: file.text.encode() for file in files}


def fonts_of(root: Path) -> tuple[Files, dict[str, str]]:
    """The web fonts with their licences, by address, and the name under which each font is published; `root` is the
    project's folder."""
    fonts = web_fonts(root / CACHE)
    names = {name: fingerprinted(name, content) for name, content in fonts.items()}
    named = {names[name]: content for name, content in fonts.items()}
    return {f"{FONTS}/{name}": content for name, content in (named | licences()).items()}, names


def icons_of(svg: bytes) -> tuple[Files, Icons]:
    """The icon's pictures, by address, and what templates name of it."""
    files = {SMALL_ICON: icon.ico(svg), LARGE_ICON: icon.png(svg)}
    return files, Icons(SMALL_ICON, LARGE_ICON, icon.address(svg), icon.vector_address(svg))
