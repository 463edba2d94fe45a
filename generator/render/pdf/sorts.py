"""One character as it is set: its width, its face, what it is to the breaking of lines, and what parts it from the next."""

from __future__ import annotations

import functools
import unicodedata
from typing import NamedTuple

from generator.render.pdf import fonts
from generator.render.pdf.breaks import Kind, is_ideograph, is_western, kind

THIN_SPACE = 80
"""Between Han and Latin, in 1/1000 em: more, and viewers see a space when they search."""

DASH_JOIN = -93
"""Between the two halves of ——, whose glyphs have side bearings."""


class Sort(NamedTuple):
    """One character as it is set; ``advance`` in 1/1000 em."""

    advance: int
    face: int
    kind: Kind
    ideograph: bool
    western: bool
    half: int
    """1 for a full-width mark with ink in its right half only, -1 in its left half only, else 0."""


@functools.cache
def sort(character: str, bold: bool) -> Sort:
    """Return how a character that the font has is set; Bold falls back to Regular glyph by glyph."""
    regular, heavy = fonts.faces()
    face = heavy if bold and character in heavy.glyphs else regular
    advance = face.advances[face.glyphs[character]]
    if "\u4e00" <= character <= "\u9fff":  # the usual Han characters, without asking for each what it is
        return Sort(advance, int(face is heavy), Kind.WIDE, True, False, 0)
    half = 0
    if advance == 1000 and kind(character) in (Kind.OPEN, Kind.CLOSE):
        category = unicodedata.category(character)
        if category in ("Ps", "Pi"):
            half = 1
        elif category in ("Pe", "Pf") or character in "，。、：；！？":
            half = -1
    return Sort(
        advance, int(face is heavy), kind(character), is_ideograph(character), is_western(character), half
    )


NEWLINE = Sort(0, 0, Kind.NEWLINE, False, False, 0)


def gap(before: Sort, after: Sort) -> int:
    """Return what stands between two neighbours: marks close up by half an em (CLREQ 3.1.6), Han and Latin part."""
    if before.half and after.half and not (before.half == 1 and after.half == -1):
        return -500
    if (before.ideograph and after.western) or (before.western and after.ideograph):
        return THIN_SPACE
    if before.kind is Kind.LEADER and after.kind is Kind.LEADER and before.advance < 1000:
        return DASH_JOIN
    return 0
