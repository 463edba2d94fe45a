"""Cut the shipped fonts out of Noto Sans SC: run once, when a source changes; the results are committed.

Inputs (both public, nothing else is read):

* npm package ``@expo-google-fonts/noto-sans-sc`` 0.4.3: ``npm pack @expo-google-fonts/noto-sans-sc@0.4.3``, unpacked;
* Unihan, the file ``Unihan_OtherMappings.txt`` (plain or ``.bz2``) of Unicode 15.0 or later, as in the Debian package
  ``unicode-data``: its field ``kTGH`` is the list of 通用规范汉字 (State Council, 2013, 8,105 characters).

Usage: ``python tools/fonts.py PACKAGE_FOLDER UNIHAN_FILE [OUTPUT_FOLDER]`` (needs the extra ``fonts``: fonttools).
"""

from __future__ import annotations

import bz2
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

EPOCH_1904 = 3_786_912_000
"""2024-01-01 in seconds since 1904: the only date in the files, so that two runs give the same bytes."""

DROPPED = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "prep", "vhea", "vmtx"]
"""Tables that horizontal text in a PDF never reads."""

SYMBOL_BLOCKS = (
    (0x0020, 0x024F),  # Latin, its supplement and extensions
    (0x0370, 0x045F),  # Greek, Cyrillic
    (0x1E00, 0x1EFF),  # Latin for Vietnamese
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts, subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x22FF),  # letterlike, number forms, arrows, mathematics
    (0x2300, 0x23FF),  # technical
    (0x2460, 0x27BF),  # enclosed, box drawing, blocks, geometric, dingbats
    (0x3000, 0x33FF),  # punctuation, kana, bopomofo, enclosed, units
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # half- and full-width forms
)


def standard_characters(unihan: Path) -> frozenset[int]:
    """Return the code points of 通用规范汉字表 as Unihan's ``kTGH`` states them."""
    data = unihan.read_bytes()
    text = (bz2.decompress(data) if unihan.suffix == ".bz2" else data).decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\tkTGH\t" in line and not line.startswith("#"))
    return frozenset(int(row[0][2:], 16) for row in rows)


def double_bytes(encoding: str, first: Iterable[int], second: Iterable[int]) -> frozenset[int]:
    """Return the code points that two bytes of ``encoding`` stand for."""
    seconds = tuple(second)
    pairs = (bytes((high, low)).decode(encoding, "ignore") for high in first for low in seconds)
    return frozenset(ord(text) for text in pairs if len(text) == 1)


def symbols() -> frozenset[int]:
    """Return every code point of the blocks of letters and marks (private use and controls excepted)."""
    return frozenset(code for low, high in SYMBOL_BLOCKS for code in range(low, high + 1))


def frame(pen: TTGlyphPen, outer: tuple[int, int, int, int], stroke: int) -> None:
    """Draw a square ring: the outer contour clockwise, the inner one against it."""
    left, bottom, right, top = outer
    polygon(pen, [(left, bottom), (left, top), (right, top), (right, bottom)])
    left, bottom, right, top = left + stroke, bottom + stroke, right - stroke, top - stroke
    polygon(pen, [(left, bottom), (right, bottom), (right, top), (left, top)])


def polygon(pen: TTGlyphPen, points: list[tuple[int, int]]) -> None:
    """Draw one closed contour."""
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def box_marks(stroke: int) -> dict[int, list[list[tuple[int, int]]]]:
    """Return the contours inside the ring of ☐ ☑ ☒."""
    return {
        0x2610: [],
        0x2611: [
            [
                (262, 372),
                (262 + stroke, 372 + stroke),
                (430, 250 + stroke),
                (700, 610),
                (742, 540),
                (440, 145),
            ]
        ],
        0x2612: [
            [
                (265, 205),
                (265, 205 + stroke),
                (735 - stroke, 675),
                (735, 675),
                (735, 675 - stroke),
                (265 + stroke, 205),
            ],
            [
                (735, 205),
                (735 - stroke, 205),
                (265, 675 - stroke),
                (265, 675),
                (265 + stroke, 675),
                (735, 205 + stroke),
            ],
        ],
    }


def add_boxes(font: TTFont, stroke: int) -> None:
    """Add ☐ ☑ ☒, which Noto Sans SC lacks, one em wide, in strokes of the weight of the font."""
    order = font.getGlyphOrder()
    for code, contours in box_marks(stroke).items():
        name = f"uni{code:04X}"
        pen = TTGlyphPen(None)
        frame(pen, (120, 60, 880, 820), stroke)
        for contour in contours:
            polygon(pen, contour)
        order = [*order, name]
        font.setGlyphOrder(order)
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = (1000, 120)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font["maxp"].numGlyphs = len(order)


def cut(source: Path, wanted: frozenset[int], stroke: int, target: Path) -> int:
    """Write the subset of ``source`` that holds ``wanted`` and our boxes; return its number of characters."""
    font = TTFont(source, recalcTimestamp=False, lazy=False)
    options = Options(
        hinting=False, glyph_names=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14]
    )
    options.drop_tables += DROPPED
    options.layout_features = []
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted & set(font.getBestCmap()))
    subsetter.subset(font)
    if any(font["glyf"][name].isComposite() for name in font.getGlyphOrder()):
        raise SystemExit(f"{source}: composite glyphs, which the PDF engine does not cut out")
    add_boxes(font, stroke)
    font["cmap"].tables = [
        table for table in font["cmap"].tables if (table.platformID, table.format) == (3, 12)
    ]
    font["head"].created = font["head"].modified = EPOCH_1904
    font.save(target, reorderTables=True)
    return len(font.getBestCmap())


def main(package: Path, unihan: Path, output: Path) -> None:
    """Write both weights and the licence into ``output``."""
    standard = standard_characters(unihan)
    if len(standard) != 8105:
        raise SystemExit(f"{unihan}: {len(standard)} characters with kTGH, expected 8105")
    gbk = double_bytes("gbk", range(0x81, 0xFF), range(0x40, 0xFF))
    gb2312 = double_bytes("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    weights = (
        ("400Regular/NotoSansSC_400Regular.ttf", standard | gbk | symbols(), 62, "NotoSansSC-Regular.ttf"),
        ("700Bold/NotoSansSC_700Bold.ttf", standard | gb2312 | symbols(), 110, "NotoSansSC-Bold.ttf"),
    )
    for source, wanted, stroke, name in weights:
        count = cut(package / source, wanted, stroke, output / name)
        print(f"{name}: {count} characters, {(output / name).stat().st_size:,} bytes")
    (output / "OFL.txt").write_bytes((package / "LICENSE_FONT").read_bytes())


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    if len(arguments) not in (2, 3):
        raise SystemExit(__doc__)
    main(arguments[0], arguments[1], [*arguments, Path(__file__).parents[1] / "templates" / "fonts"][2])
