import io

import pytest
from fontTools.ttLib import TTFont

from generator.render.pdf import truetype
from generator.render.pdf.fonts import faces


def test_parsed_as_fonttools_does() -> None:
    for face in faces():
        font = TTFont(io.BytesIO(face.data))
        names = font.getGlyphOrder()
        cmap = font.getBestCmap()
        assert {character: names[glyph] for character, glyph in face.glyphs.items()} == {
            chr(code): name for code, name in cmap.items()
        }
        assert list(face.advances) == [font["hmtx"][name][0] for name in names]
        assert (face.ascent, face.descent) == (font["hhea"].ascent, font["hhea"].descent)
        assert face.cap_height == font["OS/2"].sCapHeight


def test_subset_holds_the_outlines_in_the_order_given() -> None:
    face = faces()[0]
    text = "约𠅤A☑"
    glyphs = [face.glyphs[character] for character in text]
    cut = TTFont(io.BytesIO(truetype.subset(face, [0, *glyphs])))
    whole = TTFont(io.BytesIO(face.data))
    for index, glyph in enumerate(glyphs, 1):
        new, old = cut["glyf"][cut.getGlyphName(index)], whole["glyf"][whole.getGlyphName(glyph)]
        assert new.getCoordinates(cut["glyf"])[0] == old.getCoordinates(whole["glyf"])[0]
        assert cut["hmtx"][cut.getGlyphName(index)] == whole["hmtx"][whole.getGlyphName(glyph)]


def test_glyphs_after_the_last_long_metric_share_its_advance() -> None:
    face = faces()[0]
    last = len(face.advances) - 1
    cut = TTFont(io.BytesIO(truetype.subset(face, [0, last])))
    assert cut["hmtx"][cut.getGlyphName(1)][0] == face.advances[last]


def test_refuses_other_formats() -> None:
    with pytest.raises(ValueError, match="not a TrueType font"):
        truetype.parse("x", b"OTTO\0\1" + bytes(20))
