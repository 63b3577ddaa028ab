# noqa: INP001  a script, no package
"""Build the fonts of the papers from Debian's `fonts-noto-cjk`; run by hand when the font package changes.

    python docs/fonts/build_fonts.py accord/documents/fonts

Three files come out, all of Noto Sans CJK SC (face 2 of the collection), under the SIL Open Font Licence 1.1:

* `NotoCJKsc-Regular-8105.ttf`, `NotoCJKsc-Bold-8105.ttf`: the characters of `characters.txt` beside this script
  (the 8,105 standard characters, GB 2312, Latin letters, punctuation, signs);
* `NotoCJKsc-More.ttf`: every other Chinese character and sign the family has, Regular only. It is opened only
  when a paper holds one of them: traditional names, rare names, ㎡.

The collection has CFF outlines; they become TrueType outlines, which a PDF writer can subset cheaply.
Needs fonttools. About half a minute a weight.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-untyped]  # ships no types
from fontTools.pens.cu2quPen import Cu2QuPen  # type: ignore[import-untyped]  # ships no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]  # ships no types
from fontTools.ttLib import TTFont, newTable  # type: ignore[import-untyped]  # ships no types

COLLECTION = Path("/usr/share/fonts/opentype/noto")
SIMPLIFIED_FACE = 2
LARGEST_ERROR = 1.0
UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT")
UNUSED_LIMITS = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
)
KOREAN = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF))


def common_characters() -> set[int]:
    """Return the code points of the two everyday faces."""
    text = Path(__file__).with_name("characters.txt").read_text(encoding="utf-8")
    return {ord(sign) for sign in text if sign != "\n"} | {0x20, 0xA0, 0x3000}


def other_characters(common: set[int]) -> set[int]:
    """Return every code point the family has beyond `common`, Korean left out."""
    known = TTFont(COLLECTION / "NotoSansCJK-Regular.ttc", fontNumber=SIMPLIFIED_FACE).getBestCmap()
    return {code for code in known if code not in common and not any(low <= code <= high for low, high in KOREAN)}


def build(weight: str, codes: set[int], target: Path) -> None:
    """Write the characters `codes` of one weight (`Regular` or `Bold`) to `target` with TrueType outlines."""
    font = _subset(COLLECTION / f"NotoSansCJK-{weight}.ttc", codes)
    _to_truetype(font)
    font.save(target)


def _subset(source: Path, codes: set[int]) -> Any:  # noqa: ANN401  fontTools' loader is untyped
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.font_number = SIMPLIFIED_FACE
    options.drop_tables += list(UNUSED_TABLES)
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    return font


def _to_truetype(font: Any) -> None:  # noqa: ANN401  fontTools' tables are untyped
    shapes, order, outlines = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, LARGEST_ERROR, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder, table.glyphs = order, outlines
    del font["CFF "]
    for name in order:
        outlines[name].recalcBounds(table)
        left = getattr(outlines[name], "xMin", 0) if outlines[name].numberOfContours else 0
        font["hmtx"][name] = (font["hmtx"][name][0], left)
    _limits(font, order)


def _limits(font: Any, order: list[str]) -> None:  # noqa: ANN401  fontTools' tables are untyped
    limits = font["maxp"]
    limits.tableVersion, limits.maxZones = 0x10000, 1
    for name in UNUSED_LIMITS:
        setattr(limits, name, 0)
    limits.maxPoints = limits.maxContours = limits.maxCompositePoints = 0
    limits.maxCompositeContours = limits.maxComponentElements = limits.maxComponentDepth = 0
    limits.recalc(font)
    names = font["post"]
    names.formatType, names.extraNames, names.mapping, names.glyphOrder = 3.0, [], {}, order
    font.sfntVersion = "\x00\x01\x00\x00"


def main(folder: Path) -> None:
    """Build all three files into `folder`."""
    common = common_characters()
    build("Regular", common, folder / "NotoCJKsc-Regular-8105.ttf")
    build("Bold", common, folder / "NotoCJKsc-Bold-8105.ttf")
    build("Regular", other_characters(common), folder / "NotoCJKsc-More.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
