"""The look of every PDF: one accent, greys, and three signal colours that never stand without a word beside them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

Align = Literal["left", "right", "center", "justify"]


class Tone(Enum):
    """A colour by its role; the value is its RGB hexadecimal."""

    INK = "1C2733"
    MUTED = "5B6673"
    FAINT = "9AA3AD"
    RULE = "C9D0D8"
    WASH = "F3F5F8"
    PAPER = "FFFFFF"
    ACCENT = "1F3A5F"
    ACCENT_SOFT = "8FA3BF"
    ACCENT_WASH = "E6EBF2"
    GOOD = "1E6B45"
    GOOD_WASH = "DDEEE3"
    WARN = "8A5A00"
    WARN_WASH = "FBEBC8"
    BAD = "A3241C"
    BAD_WASH = "F6D5D0"

    # Tones are hashed often, as parts of styles: each is one object, so its identity will do.
    __hash__ = object.__hash__

    @property
    def wash(self) -> Tone:
        """Return the light background that goes with the tone."""
        return _WASHES.get(self, Tone.WASH)


_WASHES = {
    Tone.GOOD: Tone.GOOD_WASH,
    Tone.WARN: Tone.WARN_WASH,
    Tone.BAD: Tone.BAD_WASH,
    Tone.ACCENT: Tone.ACCENT_WASH,
}


@dataclass(frozen=True, slots=True)
class Style:
    """How one paragraph is set; ``size``, ``leading``, ``before`` and ``after`` in points, ``indent`` in em."""

    size: float
    leading: float
    bold: bool = False
    tone: Tone = Tone.INK
    align: Align = "left"
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0


BODY = Style(9.5, 15.5, align="justify", indent=2.0, after=4)
PLAIN = Style(9.5, 15.5, align="left", after=4)
NOTE = Style(8, 12, tone=Tone.MUTED, after=4)
CELL = Style(8.5, 12.5)
CELL_HEAD = Style(8, 12, bold=True, tone=Tone.ACCENT)
LABEL = Style(7, 9, tone=Tone.MUTED)
LABEL_BOLD = Style(8, 11, bold=True)
TITLE = Style(20, 28, bold=True, tone=Tone.ACCENT, after=2)
SUBTITLE = Style(9.5, 15, tone=Tone.MUTED, after=8)
HEADINGS = (
    Style(13, 19, bold=True, tone=Tone.ACCENT, before=14, after=6),
    Style(10.5, 16, bold=True, before=9, after=4),
    Style(9.5, 15, bold=True, tone=Tone.MUTED, before=6, after=3),
)

PAGE_WIDTH, PAGE_HEIGHT = 595.2756, 841.8898
"""A4 in points."""

MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, MARGIN_BOTTOM = 56.0, 56.0, 68.0, 62.0
FRAME_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
FRAME_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM
