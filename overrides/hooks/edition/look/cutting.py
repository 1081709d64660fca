"""Cuts a web font: HarfBuzz takes out what the edition does not use, fontTools names what is left and packs it."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import uharfbuzz
from fontTools.ttLib import TTFont
from uharfbuzz import SubsetFlags

from edition.look.typefaces import FEATURES, NOTICES, Cut

KERNING, EXTENDED = 2, 9
"""Types of a lookup in GPOS: pairs of glyphs, and what stands further off in the file."""
BY_CLASS = 2
"""The format of kerning that goes by classes of glyphs."""

FLAGS = SubsetFlags.NO_HINTING | SubsetFlags.NOTDEF_OUTLINE | SubsetFlags.OPTIMIZE_IUP_DELTAS
"""What a font on a page can do without, the box for what is missing, and the least that says how outlines vary."""


def cut_out(cut: Cut, repertoire: str) -> bytes:
    """A web font with the characters of the repertoire."""
    font = TTFont(BytesIO(subset(cut, repertoire)), lazy=True, recalcTimestamp=False)
    join_kerning(font)
    rename(font, cut)
    font.flavor = "woff2"
    target = BytesIO()
    font.save(target)
    return target.getvalue()


def subset(cut: Cut, repertoire: str) -> bytes:
    """The font with no more characters, features, notices and axes than the cut is to have."""
    face, kept = uharfbuzz.Face(cut.whole), uharfbuzz.SubsetInput()
    tags = (int.from_bytes(name.encode(), "big") for name in FEATURES)
    kept.unicode_set.set(set(map(ord, repertoire)))
    for names, wanted in ((kept.layout_feature_tag_set, tags), (kept.name_id_set, NOTICES)):
        names.clear()
        names.update(wanted)
    kept.flags = FLAGS
    for axis, value in cut.axes.items():
        if isinstance(value, tuple):
            kept.set_axis_range(face, axis, *value, value[0])
        else:
            kept.pin_axis_location(face, axis, value)
    if not any(isinstance(value, tuple) for value in cut.axes.values()):
        kept.flags |= SubsetFlags.SET_OVERLAPS_FLAG
    return bytes(kept.subset(face).blob.data)


def join_kerning(font: Any) -> None:  # noqa: ANN401  (fontTools has no types)
    """Kerning by classes in one table, which was split while it was larger: each part repeated half of the classes."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        if lookup.LookupType == EXTENDED:
            lookup.SubTable = [part.ExtSubTable for part in lookup.SubTable]
            lookup.LookupType = lookup.SubTable[0].LookupType
        if lookup.LookupType == KERNING:
            lookup.SubTable = joined(lookup.SubTable, font)


def joined(parts: Sequence[Any], font: Any) -> list[Any]:  # noqa: ANN401
    """The parts of some kerning, each with those that follow it and have the same classes of second glyphs."""
    done: list[Any] = []
    for part in parts:
        last = done[-1] if done else None
        if last and last.Format == part.Format == BY_CLASS and seconds(last) == seconds(part):
            append(last, part, font)
        else:
            done.append(part)
    return done


def seconds(part: Any) -> Mapping[str, int]:  # noqa: ANN401
    """The classes of the second glyphs of pairs."""
    return dict(part.ClassDef2.classDefs)


def append(table: Any, part: Any, font: Any) -> None:  # noqa: ANN401
    """Adds the classes of another part, none of whose glyphs is in the table yet."""
    for glyph in part.Coverage.glyphs:
        own = part.ClassDef1.classDefs.get(glyph, 0)
        table.ClassDef1.classDefs[glyph] = len(table.Class1Record) + own
    table.Class1Record = [*table.Class1Record, *part.Class1Record]
    table.Coverage.glyphs = sorted(
        table.Coverage.glyphs + part.Coverage.glyphs, key=font.getGlyphID
    )


def rename(font: Any, cut: Cut) -> None:  # noqa: ANN401
    """Gives a cut its own name, and takes out the styles that only a font menu would list by the old one."""
    table, full = font["name"], f"{cut.family} {cut.style}"
    unique = f"{cut.file}, {table.getDebugName(5)}"
    names = {1: cut.family, 2: cut.style, 3: unique, 4: full, 6: full.replace(" ", "")}
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    del font["STAT"]
    axes = font["fvar"].axes if "fvar" in font else ()
    if axes:
        font["fvar"].instances = []
    used = {*NOTICES, *names, *(axis.axisNameID for axis in axes)}
    table.names = [entry for entry in table.names if entry.nameID in used]
