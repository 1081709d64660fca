"""The web fonts: what is cut, what stands in for them, and that no page needs a character they lack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont
from lxml import html as lxml_html

from edition.look import typefaces
from edition.look.typefaces import CUTS, REPERTOIRE, WHERE, Cut, has_each_of, named
from edition.problems import Problem

ASSETS = Path(__file__).parents[1] / "overrides" / "assets"
STYLESHEET = ASSETS / "stylesheets/base/fonts.css"
BUDGET = 60_000
ROUNDED = 2
"""How far a width may be off between the ends of an axis, in thousandths of the em: each step rounds."""

SAMPLE = (
    "Harbours were measured before they were drawn. In 2031 the Surveyors’ Office in Lima asked nine "
    "towns how far a letter travels in a day, and what it costs to have it answered; three replied, "
    "and of these only one had kept a record. The table printed here is theirs, but for the last "
    "column, which the editor added from the reports of the following years. What it shows is plain "
    "enough: where a road was good the post was quick, and where it was not, nobody had thought to "
    "ask. Later studies (Quiroga, pp. 27–29; Weber & Silva, p. 114) question the method, not the "
    "result."
)
"""Made-up English, in which letters, capitals and figures are about as frequent as in the edition."""

WIDTHS = {
    ("Serif on Georgia", "400 normal"): 0.4372,
    ("Serif on Georgia", "600 normal"): 0.5088,
    ("Serif on Georgia", "400 italic"): 0.4463,
    ("Serif on Noto", "400 normal"): 0.4740,
    ("Serif on Noto", "600 normal"): 0.5026,
    ("Serif on Noto", "400 italic"): 0.4613,
    ("Serif on Times", "400 normal"): 0.3994,
    ("Serif on Times", "600 normal"): 0.4254,
    ("Serif on Times", "400 italic"): 0.4012,
    ("Sans on Roboto", "400 normal"): 0.4381,
    ("Sans on Roboto", "600 normal"): 0.4450,
    ("Sans on Arial", "400 normal"): 0.4404,
    ("Sans on Arial", "600 normal"): 0.4728,
}
"""The mean width of SAMPLE's characters in the system fonts, as a share of the em, 600 being their
bold. Measured from Gelasio 1.008 (Georgia's widths), Noto Serif 2.015, Liberation 1.07 (the widths of
Times New Roman and Arial) and Roboto 3.015; the machine that runs the test need have none of them."""


class Glyph(NamedTuple):
    """A glyph in a line of text: which character it stands for, and how far the next one stands from it."""

    cluster: int
    width: int


@dataclass(frozen=True)
class Face:
    """An @font-face rule."""

    family: str
    kind: str
    declarations: dict[str, str]

    def share(self, name: str) -> float:
        return float(self.declarations[name].removesuffix("%")) / 100


@pytest.fixture(scope="session")
def fonts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return typefaces.web_fonts(tmp_path_factory.mktemp("fonts"))


def test_three_fonts_weigh_at_most_60_kilobytes_together(fonts: dict[str, bytes]) -> None:
    assert len(fonts) == 3
    assert sum(map(len, fonts.values())) <= BUDGET


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.file)
def test_a_second_run_gives_the_same_bytes(cut: Cut, fonts: dict[str, bytes]) -> None:
    assert typefaces.cut_out(cut) == fonts[cut.file]


def test_a_cut_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typefaces, "cut_out", lambda cut: b"first")
    typefaces.cached(tmp_path, CUTS[0])
    monkeypatch.setattr(typefaces, "cut_out", lambda cut: b"second")
    assert typefaces.cached(tmp_path, CUTS[0]) == b"first"


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.file)
def test_every_font_has_every_character(cut: Cut, fonts: dict[str, bytes]) -> None:
    has = opened(fonts[cut.file]).getBestCmap()
    assert not [char for char in REPERTOIRE if ord(char) not in has]


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.file)
def test_every_font_has_kerning_ligatures_and_figure_styles(
    cut: Cut, fonts: dict[str, bytes]
) -> None:
    tables = [opened(fonts[cut.file])[name].table for name in ("GSUB", "GPOS")]
    tags = {r.FeatureTag for table in tables for r in table.FeatureList.FeatureRecord}
    assert {"kern", "liga", "onum", "pnum"} <= tags


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.file)
def test_figures_stand_in_columns_unless_a_style_asks_otherwise(
    cut: Cut, fonts: dict[str, bytes]
) -> None:
    font = opened(fonts[cut.file])
    glyphs = font.getBestCmap()
    assert len({font["hmtx"][glyphs[ord(figure)]][0] for figure in "0123456789"}) == 1


@pytest.mark.parametrize("weight", typefaces.WEIGHTS)
@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.file)
def test_every_pair_of_characters_stands_as_in_the_whole_font(
    cut: Cut, weight: int, fonts: dict[str, bytes]
) -> None:
    pinned = {axis: weight if isinstance(at, tuple) else at for axis, at in cut.axes.items()}
    own, whole = placed(unpacked(fonts[cut.file]), {"wght": weight}), placed(cut.whole, pinned)
    assert [glyph.cluster for glyph in own] == [glyph.cluster for glyph in whole]
    assert max(abs(a.width - b.width) for a, b in zip(own, whole, strict=True)) <= ROUNDED


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: cut.file)
def test_a_cut_bears_no_reserved_name_and_keeps_its_notices(
    cut: Cut, fonts: dict[str, bytes]
) -> None:
    names = {entry.nameID: str(entry) for entry in opened(fonts[cut.file])["name"].names}
    assert "Reserved Font Name ‘Source’" in names[0]
    assert "SIL Open Font License" in names[13]
    assert not [text for ident, text in names.items() if ident not in (0, 7) and "Source" in text]


def test_a_character_that_no_font_has_stops_the_build_with_one_line() -> None:
    (problem,) = has_each_of(REPERTOIRE + "↩")
    assert str(problem) == (
        "REPERTOIRE in overrides/hooks/edition/look/typefaces.py: '↩' (U+21A9 LEFTWARDS ARROW WITH HOOK)"
        " is not in SourceSerif4[opsz,wght].ttf, SourceSerif4-Italic[opsz,wght].ttf,"
        " SourceSans3[wght].ttf; take it out, and write the text otherwise"
    )


@pytest.mark.parametrize("key", WIDTHS, ids=" ".join)
def test_text_is_as_wide_in_a_stand_in_as_in_the_web_font(
    key: tuple[str, str], fonts: dict[str, bytes]
) -> None:
    face = stand_ins()[key]
    wide = mean_width(web_font(face, fonts))
    assert WIDTHS[key] * face.share("size-adjust") == pytest.approx(wide, rel=0.01)


@pytest.mark.parametrize("key", WIDTHS, ids=" ".join)
def test_lines_are_as_high_in_a_stand_in_as_in_the_web_font(
    key: tuple[str, str], fonts: dict[str, bytes]
) -> None:
    face = stand_ins()[key]
    metrics, size = web_font(face, fonts)["hhea"], face.share("size-adjust") * 1000
    assert face.share("ascent-override") * size == pytest.approx(metrics.ascent, rel=0.01)
    assert face.share("descent-override") * size == pytest.approx(-metrics.descent, rel=0.01)
    assert face.share("line-gap-override") == metrics.lineGap


def test_every_stand_in_is_measured_and_in_use() -> None:
    stacks = variable("serif") + variable("sans")
    assert stand_ins().keys() == WIDTHS.keys()
    assert not [face.family for face in faces() if face.family not in stacks]


def test_no_chinese_family_stands_in_the_stacks_of_the_text() -> None:
    chinese = set(variable("chinese-serif") + variable("chinese-sans")) - {"serif", "sans-serif"}
    assert not chinese & set(variable("serif") + variable("sans"))


def test_web_fonts_never_hold_up_the_text() -> None:
    loaded = [face for face in faces() if "url(" in face.declarations["src"]]
    assert [face.declarations["font-display"] for face in loaded] == ["optional"] * 3


def test_a_character_without_a_font_is_named_with_its_page() -> None:
    assert faults("<p>Told by Jiří, twice: Jiří.") == [
        "notes/index.html: 'ř' (U+0159 LATIN SMALL LETTER R WITH CARON) in"
        " 'Told by Jiří, twice: Jiří.' is in no web font;"
        " write it otherwise, or add it to REPERTOIRE in overrides/hooks/edition/look/typefaces.py"
    ]


def test_text_of_a_field_counts() -> None:
    assert len(faults('<input placeholder="Jiří">')) == 1


def test_marked_chinese_and_code_have_faces_of_their_own() -> None:
    assert not faults('<p lang="zh-Hans">一带一路</p><pre>ř</pre><script>"ř"</script>')


def test_unmarked_chinese_is_reported_as_such() -> None:
    first, second = faults('<div lang="zh">带<p lang="en">路 （</p></div>')
    assert first.endswith('if it is Chinese, mark it: lang="zh"')
    assert second.endswith('if it is Chinese, mark it: lang="zh"')


def missing_characters(page: str, text: str) -> Iterator[Problem]:
    """Every character of a page's text is in the web fonts; Chinese is marked as such, and set in its own face.

    Left out is what is not set in these faces: code, and Chinese. `page` names the page in the message.
    """
    shown: Any = lxml_html.document_fromstring(text).xpath(SHOWN)
    seen = set(REPERTOIRE) | set("\n\r\t")
    for words in shown:
        for char in sorted(set(words) - seen):
            seen.add(char)
            yield Problem(
                page, 0, f"{named(char)} in '{around(char, words)}' is in no web font", remedy(char)
            )


SHOWN = """
    //body//text()[
        not(ancestor::script or ancestor::style or ancestor::pre or ancestor::code)
        and not(ancestor::*[@lang][1][starts-with(@lang, 'zh')])
    ]
    | //body//@placeholder
"""
"""Where a page's text stands, as XPath; the nearest `lang` counts."""

CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Chinese characters and punctuation, which a mistake in marking may leave among our text."""


def remedy(char: str) -> str:
    if CHINESE.match(char):
        return 'if it is Chinese, mark it: lang="zh"'
    return f"write it otherwise, or add it to {WHERE}"


def around(char: str, text: str) -> str:
    """The words about a character's first use."""
    at = text.index(char)
    return text[max(0, at - 20) : at + 20].strip()


def test_every_character_of_the_site_is_in_the_web_fonts(site: Path) -> None:
    pages = {page.relative_to(site).as_posix(): page for page in site.rglob("*.html")}
    found = [
        str(p) for name in pages for p in missing_characters(name, pages[name].read_text("utf-8"))
    ]
    assert pages
    assert found == []


@pytest.mark.parametrize("folder", ["javascripts", "stylesheets"])
def test_every_character_that_scripts_and_styles_may_show_is_in_the_web_fonts(folder: str) -> None:
    text = "".join(file.read_text("utf-8") for file in sorted((ASSETS / folder).rglob("*.*s")))
    assert not set(text) - set(REPERTOIRE) - {"\n"}


def test_the_site_has_what_its_stylesheet_asks_for_and_the_licences(site: Path) -> None:
    page = (site / "roadmap/index.html").read_text("utf-8")
    asked = re.findall(r'url\("\.\./(assets/fonts/[^"]+)"\)', page)
    assert [re.sub(r"\.\w{8}(?=\.)", "", name) for name in asked] == [
        f"assets/fonts/{cut.file}" for cut in CUTS
    ]
    for name in [*asked, *(f"assets/fonts/{licence}" for licence in typefaces.LICENCES)]:
        assert (site / name).is_file(), name


def faults(body: str) -> list[str]:
    html = f'<html lang="en"><head><title>一</title></head><body>{body}</body></html>'
    return [str(problem) for problem in missing_characters("notes/index.html", html)]


def faces() -> Iterator[Face]:
    for rule in re.findall(r"@font-face \{(.*?)\}", STYLESHEET.read_text("utf-8"), re.DOTALL):
        found = dict(re.findall(r"([a-z-]+): ([^;]+);", rule))
        kind = f"{found['font-weight']} {found.get('font-style', 'normal')}"
        yield Face(found["font-family"].strip('"'), kind, found)


def stand_ins() -> dict[tuple[str, str], Face]:
    local = [face for face in faces() if "local(" in face.declarations["src"]]
    return {(face.family, face.kind): face for face in local}


def variable(name: str) -> list[str]:
    """The families of a custom property of the stylesheet."""
    properties = dict(
        re.findall(r"(--[\w-]+):([^;]+);", STYLESHEET.read_text("utf-8").split("}")[0])
    )
    value = re.sub(
        r"var\((--[\w-]+)\)", lambda named: properties[named[1]], properties[f"--{name}"]
    )
    return [family.strip().strip('"') for family in value.split(",")]


def web_font(face: Face, fonts: dict[str, bytes]) -> Any:  # noqa: ANN401
    """The web font that a face stands in for, at its weight."""
    weight, style = face.kind.split()
    stem = f"edition-{face.family.split()[0].lower()}"
    file = f"{stem}-italic.woff2" if style == "italic" else f"{stem}.woff2"
    return at_weight(fonts[file], int(weight))


@cache
def at_weight(content: bytes, weight: int) -> Any:  # noqa: ANN401
    font = opened(content)
    return instantiateVariableFont(font, {"wght": weight}) if "fvar" in font else font


def opened(content: bytes) -> Any:  # noqa: ANN401
    return TTFont(BytesIO(content))


def unpacked(content: bytes) -> bytes:
    """A web font as HarfBuzz reads it."""
    font, target = opened(content), BytesIO()
    font.flavor = None
    font.save(target)
    return target.getvalue()


def placed(content: bytes, axes: dict[str, float]) -> list[Glyph]:
    """The glyphs of all pairs of characters, by what a cut keeps of a font."""
    font, text = uharfbuzz.Font(uharfbuzz.Face(content)), uharfbuzz.Buffer()
    font.set_variations(axes)
    text.add_str("".join(map("".join, product(REPERTOIRE, repeat=2))))
    text.guess_segment_properties()
    uharfbuzz.shape(font, text, dict.fromkeys(("calt", "ccmp", "locl", "mark", "mkmk"), False))
    glyphs = zip(text.glyph_infos, text.glyph_positions, strict=True)
    return [Glyph(info.cluster, position.x_advance) for info, position in glyphs]


def mean_width(font: Any) -> float:  # noqa: ANN401
    """The mean width of SAMPLE's characters, as a share of the em."""
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    total = sum(int(advances[glyphs[ord(char)]][0]) for char in SAMPLE)
    return total / len(SAMPLE) / int(font["head"].unitsPerEm)
