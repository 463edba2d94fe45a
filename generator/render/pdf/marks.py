"""Small shared parts of figures: status marks, tiles, legends, ticks, and labels that keep their distance."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid
from generator.render.pdf.lines import Line
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Content, Typesetter
from generator.render.pdf.theme import LABEL, LABEL_BOLD, Style, Tone

VALUE = Style(15, 20, bold=True, tone=Tone.ACCENT)
TILE_LABEL = replace(LABEL_BOLD, tone=Tone.MUTED)
MARK = replace(LABEL, bold=True)


@record
class Mark:
    """A status in words and in a tone; the words are never empty, so that it can be read in black and white."""

    text: str
    tone: Tone = Tone.MUTED

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a mark needs words: its colour alone says nothing in black and white")


def draw_mark(pen: Pen, right: float, middle: float, mark: Mark) -> float:
    """Draw a status mark that ends at ``right``; return its width in points."""
    width = mark_width(pen.typesetter, mark)
    pen.box(right - width, middle - 5.5, width, 11, mark.tone.wash, mark.tone, 0.4)
    pen.text(right - width / 2, middle + 2.6, mark.text, MARK, "center", mark.tone)
    return width


def mark_width(typesetter: Typesetter, mark: Mark | None) -> float:
    """Return the width of a status mark in points."""
    return typesetter.width(mark.text, LABEL.size, True) + 8 if mark is not None else 0.0


@record
class Tile:
    """One headline figure: what it is, the figure, and a note or a status."""

    label: str
    value: str
    note: Content = ""
    mark: Mark | None = None


@record
class Tiles:
    """A row of headline figures."""

    tiles: Sequence[Tile]
    keep: bool = False
    before: float = 4.0
    after: float = 8.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the tiles side by side; a long figure is set smaller so that it stays whole."""
        gap = 8.0
        each = (width - gap * (len(self.tiles) - 1)) / len(self.tiles)
        widest = max(typesetter.width(tile.value, VALUE.size, True) for tile in self.tiles)
        value = replace(
            VALUE, size=max(VALUE.size * min(1.0, (each - 16) / widest), 7.0) if widest else VALUE.size
        )
        values = tuple(typesetter.lines(tile.value, value, each - 16) for tile in self.tiles)
        notes = tuple(typesetter.lines(tile.note, LABEL, each - 16) for tile in self.tiles)
        labels = tuple(
            typesetter.lines(tile.label, LABEL_BOLD, each - 16 - mark_width(typesetter, tile.mark))
            for tile in self.tiles
        )
        parts = tuple(zip(labels, values, notes, strict=True))
        tops = (
            max(len(label) for label in labels) * LABEL_BOLD.leading,
            max(len(figure) for figure in values) * VALUE.leading,
            max(len(note) for note in notes) * LABEL.leading,
        )
        return TilesBox(sum(tops) + 16, tuple(self.tiles), parts, tops, value, each, gap)


@record
class TilesBox(Solid):
    """Laid-out tiles."""

    height: float
    tiles: tuple[Tile, ...]
    parts: tuple[tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]], ...]
    tops: tuple[float, float, float]
    value: Style
    each: float
    gap: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them."""
        for tile, (label, value, note) in zip(self.tiles, self.parts, strict=True):
            pen.box(x, top, self.each, self.height, Tone.WASH)
            pen.box(x, top, 2.2, self.height, Tone.ACCENT)
            pen.lines(x + 10, top + 7, label, TILE_LABEL)
            pen.lines(x + 10, top + 7 + self.tops[0], value, self.value)
            pen.lines(x + 10, top + 8 + self.tops[0] + self.tops[1], note, LABEL)
            if tile.mark is not None:
                draw_mark(pen, x + self.each - 6, top + 7 + LABEL_BOLD.leading / 2, tile.mark)
            x += self.each + self.gap


Sample = Callable[[Pen, float, float], None]
"""Draws the sample of a legend entry, 16 pt wide, from its left end and middle height."""


@record
class Legend(Solid):
    """Samples with their meaning, in as many rows as they need; ``shift`` is where it begins in the frame."""

    height: float
    entries: tuple[tuple[float, float, Sample, str], ...]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the entries."""
        for left, down, sample, text in self.entries:
            sample(pen, x + left, top + down)
            pen.text(x + left + 20, top + down + 2.6, text, LABEL)


def legend(typesetter: Typesetter, entries: Sequence[tuple[Sample, str]], width: float) -> Legend:
    """Return a legend laid out for a width."""
    placed, left, row = [], 0.0, 0
    for sample, text in entries:
        need = 20 + typesetter.width(text, LABEL.size)
        if left and left + need > width:
            left, row = 0.0, row + 1
        placed.append((left, 6.0 + 11 * row, sample, text))
        left += need + 14
    return Legend(11.0 * (row + 1) + 5 if placed else 0.0, tuple(placed))


def plain(value: Decimal) -> str:
    """Return a number with thousands separated and no needless zeros: ``1,250``, ``0.5``, ``-3``."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ticks(low: Decimal, high: Decimal, count: int = 4) -> tuple[Decimal, ...]:
    """Return about ``count`` round numbers (1, 2, 2.5 or 5 times a power of ten apart) that embrace both limits."""
    if low > high:
        raise ValueError("low is above high")
    if low == high:
        margin = abs(low) / 10 or Decimal(1)
        low, high = low - margin, high + margin
    rough = (high - low) / (count - 1)
    power = Decimal(10) ** rough.adjusted()
    step = next(
        power * factor for factor in map(Decimal, ("1", "2", "2.5", "5", "10")) if power * factor >= rough
    )
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple((first + index) * step for index in range(int(last - first) + 1))


def spread(wanted: Sequence[float], distance: float, low: float, high: float) -> tuple[float, ...]:
    """Return positions in the order given, at least ``distance`` apart, inside the limits if they can be, close to those wanted."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    previous = low - distance
    for index in order:
        previous = placed[index] = max(wanted[index], previous + distance)
    following = max(high, low + distance * (len(wanted) - 1)) + distance
    for index in reversed(order):
        following = placed[index] = min(placed[index], following - distance)
    return tuple(placed)


def months(first: datetime.date, last: datetime.date, most: int) -> tuple[datetime.date, ...]:
    """Return first days of months between two dates, at most ``most`` of them, evenly apart."""
    start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600):
        chosen = [month for month in range(start, end + 1) if month % step == 0]
        dates = tuple(datetime.date(month // 12, month % 12 + 1, 1) for month in chosen)
        dates = tuple(date for date in dates if first <= date <= last)
        if len(dates) <= max(most, 1):
            return dates
    return dates[:1]
