"""Horizontal bars: actual against target, or a score against its maximum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid, Stack
from generator.render.pdf.lines import Line
from generator.render.pdf.marks import Mark, Sample, draw_mark, legend, mark_width
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import CELL, Tone
from generator.render.pdf.trend import Point

BAR = 8.0
NAME_SHARE, TEXT_SHARE, GAP = 0.30, 0.25, 8.0
NAME = replace(CELL, size=8.0, leading=11.0)


@record
class Bar:
    """One row: a value, and what it is held against. ``maximum`` draws a track: the score that could be reached."""

    name: str
    actual: Point
    target: Point | None = None
    maximum: Decimal | None = None
    mark: Mark | None = None


@record
class BarWords:
    """The words of the legend."""

    actual: str
    target: str
    maximum: str
    no_data: str


@record
class BarChart:
    """Rows of bars. On a common scale if the values share a unit, else each row on its own."""

    bars: Sequence[Bar]
    words: BarWords
    common: bool = True
    keep: bool = False
    before: float = 4.0
    after: float = 8.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the rows under a legend."""
        spans = [_span(bar) for bar in self.bars]
        if self.common and spans:
            whole = (min(low for low, _ in spans), max(high for _, high in spans))
            spans = [whole] * len(spans)
        texts = [_value_text(bar, self.words) for bar in self.bars]
        right = min(
            max((typesetter.width(text, NAME.size) for text in texts), default=0.0), TEXT_SHARE * width
        )
        marks = max((mark_width(typesetter, bar.mark) for bar in self.bars), default=0.0)
        name = NAME_SHARE * width
        room = width - name - 3 * GAP - right - marks
        if room < 40:
            raise ValueError("the status marks leave no room for the bars")
        rows = []
        for bar, span, text in zip(self.bars, spans, texts, strict=True):
            lines = typesetter.lines(bar.name, NAME, name)
            value = typesetter.lines(text, NAME, right + 0.1)
            height = max(len(lines) * NAME.leading, len(value) * NAME.leading, BAR + 6) + 5
            rows.append(BarRow(height, bar, span, lines, value, name + GAP, room, width))
        return Stack(tuple(rows), legend(typesetter, self._entries(), width))

    def _entries(self) -> list[tuple[Sample, str]]:
        shown = [
            (_sample_actual, self.words.actual, True),
            (_sample_target, self.words.target, any(bar.target for bar in self.bars)),
            (_sample_maximum, self.words.maximum, any(bar.maximum is not None for bar in self.bars)),
        ]
        return [(sample, text) for sample, text, occurs in shown if occurs]


@record
class BarRow(Solid):
    """A laid-out row."""

    height: float
    bar: Bar
    span: tuple[Decimal, Decimal]
    name: tuple[Line, ...]
    value: tuple[Line, ...]
    left: float
    room: float
    width: float

    def _x(self, value: Decimal, x: float) -> float:
        low, high = self.span
        return x + self.left + float((value - low) / (high - low)) * self.room

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw name, track, bar, target, value and status."""
        bar, middle, zero = self.bar, top + self.height / 2, self._x(Decimal(0), x)
        pen.lines(x, middle - len(self.name) * NAME.leading / 2, self.name, NAME)
        if bar.maximum is not None:
            end = self._x(bar.maximum, x)
            pen.box(zero, middle - BAR / 2, end - zero, BAR, Tone.WASH, Tone.RULE, 0.4)
        if bar.actual.value is not None:
            end = self._x(bar.actual.value, x)
            pen.box(min(zero, end), middle - BAR / 2, abs(end - zero), BAR, Tone.ACCENT)
        pen.rule(zero, middle - BAR / 2 - 3, zero, middle + BAR / 2 + 3, Tone.FAINT, 0.5)
        if bar.target is not None and bar.target.value is not None:
            at = self._x(bar.target.value, x)
            pen.rule(at, middle - BAR / 2 - 2.5, at, middle + BAR / 2 + 2.5, Tone.PAPER, 3.0)
            pen.rule(at, middle - BAR / 2 - 2.5, at, middle + BAR / 2 + 2.5, Tone.INK, 1.5)
        beside = x + self.left + self.room + GAP
        pen.lines(beside, middle - len(self.value) * NAME.leading / 2, self.value, NAME)
        if bar.mark is not None:
            draw_mark(pen, x + self.width, middle, bar.mark)


def _span(bar: Bar) -> tuple[Decimal, Decimal]:
    """Return the limits of a row's scale; zero is always on it."""
    values = (bar.actual.value, bar.maximum, bar.target.value if bar.target is not None else None)
    shown = [Decimal(0), *(value for value in values if value is not None)]
    low, high = min(shown), max(shown)
    return (low, high) if low < high else (low, low + 1)


def _value_text(bar: Bar, words: BarWords) -> str:
    text = bar.actual.text or words.no_data
    return f"{text} / {bar.target.text}" if bar.target is not None else text


def _sample_actual(pen: Pen, x: float, y: float) -> None:
    pen.box(x, y - 3, 16, 6, Tone.ACCENT)


def _sample_target(pen: Pen, x: float, y: float) -> None:
    pen.rule(x + 8, y - 4, x + 8, y + 4, Tone.INK, 1.5)


def _sample_maximum(pen: Pen, x: float, y: float) -> None:
    pen.box(x, y - 3, 16, 6, Tone.WASH, Tone.RULE, 0.4)
