"""Cuts the edition's web fonts out of two open families: the characters, weights and figures it uses, no more.

The families are Source Serif 4 and Source Sans 3. `Source` is a reserved font name, and a cut is a
modified version, so the cuts carry names of our own; notices and licence stay inside them
(https://openfontlicense.org/ofl-faq/, questions 2.6, 3.7 and 5.3).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from unicodedata import name as unicode_name

from edition.cache import fingerprint, kept
from edition.problems import Problem

REPERTOIRE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÁÉÍÑÓÚÜáéíñóúü¡¿ªº"  # Spanish
    + "ÀÂÃÇÊÔÕàâãçêôõ"  # Portuguese, with what it shares with Spanish
    + "ÄÈËÎÏÖÛäèëîïöû"  # French and German, in names
    + "‘’“”«»–—…·§©°"
    + "−×±≤≥"
    + "↑→↓←"
    + "\u00a0\u202f"  # the non-breaking spaces, wide and narrow
)
"""Every character that the edition's text may use, Chinese aside; both families have them all."""

FEATURES = ("kern", "liga", "lnum", "onum", "pnum", "tnum")
"""Kerning, ligatures, and figures, which are lining and tabular unless a style asks otherwise."""

NOTICES = (0, 5, 7, 13, 14)
"""What stays in a font's table of names: copyright, version, trademark, licence and its address."""

CACHE = ".cache/fonts"
WHERE = "REPERTOIRE in overrides/hooks/edition/look/typefaces.py"

Axes = Mapping[str, float | tuple[float, float]]


@dataclass(frozen=True)
class Cut:
    """One web font: its file, the name it goes by, and what it is cut from; `axes` are pinned or limited."""

    file: str
    family: str
    style: str
    package: str
    original: str
    axes: Axes

    @cached_property
    def whole(self) -> bytes:
        """The font that this is cut from."""
        return (files(self.package) / "files" / self.original).read_bytes()


SERIF, SANS = "fontpkg_source_serif_4", "fontpkg_source_sans_3"
WEIGHTS = (400, 600)
TEXT_SIZE = 20
"""The optical size of the serif, in CSS pixels: that of our text. To keep the axis costs 13 KB or more."""

CUTS = (
    Cut(
        file="edition-serif.woff2",
        family="Edition Serif",
        style="Regular",
        package=SERIF,
        original="SourceSerif4[opsz,wght].ttf",
        axes={"opsz": TEXT_SIZE, "wght": WEIGHTS},
    ),
    Cut(
        file="edition-serif-italic.woff2",
        family="Edition Serif",
        style="Italic",
        package=SERIF,
        original="SourceSerif4-Italic[opsz,wght].ttf",
        axes={"opsz": TEXT_SIZE, "wght": 400},
    ),
    Cut(
        file="edition-sans.woff2",
        family="Edition Sans",
        style="Regular",
        package=SANS,
        original="SourceSans3[wght].ttf",
        axes={"wght": WEIGHTS},
    ),
)
LICENCES = {"edition-serif-OFL.txt": SERIF, "edition-sans-OFL.txt": SANS}
"""The licence of each family, by the file it is given to readers as, with the package that brings it."""


def fonts_are_whole(root: Path) -> Iterator[Problem]:
    """The fonts have the whole repertoire; those that are cut and kept have been looked at. `root` is the project's."""
    if not all(file_of(root / CACHE, cut).exists() for cut in CUTS):
        yield from has_each_of(REPERTOIRE)


def has_each_of(repertoire: str) -> Iterator[Problem]:
    """Each font has all of some characters: a reader's browser would set another in another face."""
    import uharfbuzz  # here, since it takes long to load

    has = {cut.original: uharfbuzz.Face(cut.whole).unicodes for cut in CUTS}
    lacking = {c: [font for font in has if ord(c) not in has[font]] for c in repertoire}
    whats = [f"{named(c)} is not in {', '.join(fonts)}" for c, fonts in lacking.items() if fonts]
    if whats:
        remedy = "take it out, and write the text otherwise"
        yield Problem(WHERE, 0, "; ".join(whats), remedy)


def web_fonts(cache: Path) -> dict[str, bytes]:
    """The fonts by file name; `cache` is a folder that may be deleted at any time."""
    return {cut.file: cached(cache, cut) for cut in CUTS}


def licences() -> dict[str, bytes]:
    """The families' licences by file name."""
    return {file: (files(package) / "LICENSE").read_bytes() for file, package in LICENCES.items()}


def cached(folder: Path, cut: Cut) -> bytes:
    """A cut, kept in a file that is named after all that went in: another font, tool or rule, another name."""
    return kept(file_of(folder, cut), lambda: cut_out(cut))


def file_of(folder: Path, cut: Cut) -> Path:
    """The file in which a cut is kept."""
    return folder / f"{Path(cut.file).stem}-{made_from(cut)}.woff2"


def made_from(cut: Cut) -> str:
    """The fingerprint of a cut: of the font, the rules, the tools."""
    tools = [f"{name} {version(name)}" for name in ("uharfbuzz", "fonttools", "brotli")]
    rules = [Path(__file__).with_name(name).read_bytes() for name in ("typefaces.py", "cutting.py")]
    return fingerprint(", ".join([*tools, cut.file]).encode(), *rules, cut.whole)


def cut_out(cut: Cut, repertoire: str = REPERTOIRE) -> bytes:
    """A web font, the same bytes each time."""
    # Here, since it takes longer to load than all else while the cuts are kept.
    from edition.look import cutting

    return cutting.cut_out(cut, repertoire)


def named(char: str) -> str:
    """A character, its number and its name, for those that look alike or like nothing."""
    return f"'{char}' (U+{ord(char):04X} {unicode_name(char, 'unnamed')})"
