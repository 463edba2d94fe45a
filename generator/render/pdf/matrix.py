"""The risk matrix (ISO 31010, B.10.3): likelihood by consequence, each risk in its cell, with the way it has come."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid
from generator.render.pdf.lines import Line
from generator.render.pdf.marks import Mark, legend
from generator.render.pdf.pen import Pen, Point
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import LABEL, LABEL_BOLD, Tone

CHIP_HEIGHT, CHIP_PAD, CHIP_GAP = 11.0, 3.5, 3.0
FOOT, INSET, LEAST_ROW = 10.0, 4.0, 36.0
CHIP = replace(LABEL, bold=True, tone=Tone.INK)
GHOST = replace(CHIP, bold=False)
COLUMN = replace(LABEL_BOLD, align="center")

Position = tuple[int, int]
"""Likelihood and consequence, each counted from 1."""


@record
class Risk:
    """One risk: where it stands now and, if it has moved, where it stood without treatment."""

    name: str
    current: Position
    inherent: Position | None = None


@record
class RiskMatrix:
    """``levels[l - 1][c - 1]`` is the level of likelihood ``l`` and consequence ``c``: words and tone."""

    likelihood: Sequence[str]
    consequence: Sequence[str]
    levels: Sequence[Sequence[Mark]]
    risks: Sequence[Risk]
    likelihood_title: str
    consequence_title: str
    moved: str
    """The words of the legend for the way from inherent to current."""
    keep: bool = False
    before: float = 4.0
    after: float = 8.0

    def __post_init__(self) -> None:
        rows, columns = len(self.likelihood), len(self.consequence)
        if len(self.levels) != rows or any(len(row) != columns for row in self.levels):
            raise ValueError(f"levels: expected {rows} rows of {columns}")
        for risk in self.risks:
            for place in (risk.current, risk.inherent or risk.current):
                if not (1 <= place[0] <= rows and 1 <= place[1] <= columns):
                    raise ValueError(f"{risk.name}: {place} is outside the matrix of {rows} by {columns}")

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the matrix; a row grows until it holds all its risks."""
        names = [typesetter.lines(text, LABEL_BOLD, 64) for text in self.likelihood]
        side = 72.0
        cell = (width - side) / len(self.consequence)
        chips = {place: tuple(found) for place, found in _chips(self.risks).items()}
        rows = []
        for index in range(len(self.likelihood)):
            need = [
                FOOT + INSET + _flow(typesetter, chips.get((index + 1, column + 1), ()), cell)[1]
                for column in range(len(self.consequence))
            ]
            rows.append(max(LEAST_ROW, len(names[index]) * LABEL_BOLD.leading + 8, *need))
        columns = [typesetter.lines(text, COLUMN, cell - 6) for text in self.consequence]
        foot = max(len(lines) for lines in columns) * LABEL_BOLD.leading + 4
        key = legend(
            typesetter, [(_sample_move, self.moved)] if any(r.inherent for r in self.risks) else [], width
        )
        height = 14 + sum(rows) + foot + 12 + key.height
        return MatrixBox(height, self, tuple(names), tuple(columns), tuple(rows), chips, side, cell, key)


@record
class Chip:
    """The sign of a risk in a cell; a ghost is where it stood before."""

    name: str
    ghost: bool


@record
class MatrixBox(Solid):
    """A laid-out matrix."""

    height: float
    matrix: RiskMatrix
    names: tuple[tuple[Line, ...], ...]
    columns: tuple[tuple[Line, ...], ...]
    rows: tuple[float, ...]
    chips: dict[Position, tuple[Chip, ...]]
    side: float
    cell: float
    key: Box

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw cells, then the ways, then the risks over them."""
        pen.text(x, top + 8, f"{self.matrix.likelihood_title} ↑", LABEL)
        top += 14
        tops = self._tops(top)
        self._cells(pen, x, tops)
        places = self._places(pen.typesetter, x, tops)
        for risk in self.matrix.risks:
            if risk.inherent is not None and risk.inherent != risk.current:
                _arrow(pen, places[Chip(risk.name, True)], places[Chip(risk.name, False)])
        self._levels(pen, x, tops)
        for chip, place in places.items():
            _draw_chip(pen, chip, place)
        bottom = top + sum(self.rows)
        for index, lines in enumerate(self.columns):
            pen.lines(x + self.side + index * self.cell + 3, bottom + 3, lines, COLUMN)
        foot = bottom + self.height - 14 - sum(self.rows) - self.key.height
        pen.text(
            x + self.side + self.cell * len(self.columns),
            foot - 3,
            f"{self.matrix.consequence_title} →",
            LABEL,
            "right",
        )
        self.key.draw(pen, x + self.side, foot)

    def _tops(self, top: float) -> list[float]:
        """Return the top of each row, of the lowest likelihood first: it is drawn at the foot."""
        tops, y = [], top + sum(self.rows)
        for height in self.rows:
            y -= height
            tops.append(y)
        return tops

    def _cells(self, pen: Pen, x: float, tops: list[float]) -> None:
        for row, (top, height) in enumerate(zip(tops, self.rows, strict=True)):
            lines = self.names[row]
            pen.lines(x, top + (height - len(lines) * LABEL_BOLD.leading) / 2, lines, LABEL_BOLD)
            for column, level in enumerate(self.matrix.levels[row]):
                left = x + self.side + column * self.cell
                pen.box(left, top, self.cell, height, level.tone.wash, Tone.PAPER, 1.5)

    def _levels(self, pen: Pen, x: float, tops: list[float]) -> None:
        """Write the level of each cell into its right lower corner, over the ways and under the risks."""
        for top, height, levels in zip(tops, self.rows, self.matrix.levels, strict=True):
            for column, level in enumerate(levels, 1):
                right = x + self.side + column * self.cell - INSET
                pen.text(right, top + height - 4, level.text, LABEL, "right", level.tone)

    def _places(
        self, typesetter: Typesetter, x: float, tops: list[float]
    ) -> dict[Chip, tuple[float, float, float]]:
        places = {}
        for (row, column), chips in self.chips.items():
            left = x + self.side + (column - 1) * self.cell + INSET
            for chip, (dx, dy, width) in zip(chips, _flow(typesetter, chips, self.cell)[0], strict=True):
                places[chip] = (left + dx, tops[row - 1] + INSET + dy, width)
        return places


def _chips(risks: Sequence[Risk]) -> dict[Position, list[Chip]]:
    found: dict[Position, list[Chip]] = {}
    for risk in risks:
        found.setdefault(risk.current, []).append(Chip(risk.name, False))
    for risk in risks:
        if risk.inherent is not None and risk.inherent != risk.current:
            found.setdefault(risk.inherent, []).append(Chip(risk.name, True))
    return found


def _flow(
    typesetter: Typesetter, chips: Sequence[Chip], cell: float
) -> tuple[list[tuple[float, float, float]], float]:
    """Return left, top and width of each chip in its cell, row by row, and the height that they take."""
    placed, left, top = [], 0.0, 0.0
    for chip in chips:
        width = typesetter.width(chip.name, CHIP.size, not chip.ghost) + 2 * CHIP_PAD
        if left and left + width > cell - 2 * INSET:
            left, top = 0.0, top + CHIP_HEIGHT + CHIP_GAP
        placed.append((left, top, width))
        left += width + CHIP_GAP
    return placed, (top + CHIP_HEIGHT + CHIP_GAP) if placed else 0.0


def _draw_chip(pen: Pen, chip: Chip, place: tuple[float, float, float]) -> None:
    left, top, width = place
    tone, line, dash = (Tone.MUTED, 0.5, (1.5, 1.5)) if chip.ghost else (Tone.INK, 0.9, ())
    pen.box(left, top, width, CHIP_HEIGHT, Tone.PAPER, tone, line, dash)
    pen.text(left + width / 2, top + 8, chip.name, GHOST if chip.ghost else CHIP, "center", tone)


def _arrow(pen: Pen, start: tuple[float, float, float], end: tuple[float, float, float]) -> None:
    """Draw a way from the middle of one chip to the edge of another."""
    first = (start[0] + start[2] / 2, start[1] + CHIP_HEIGHT / 2)
    last = (end[0] + end[2] / 2, end[1] + CHIP_HEIGHT / 2)
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = math.hypot(dx, dy)
    if not length:
        return
    reach = min(
        (end[2] / 2 + 1) / abs(dx) if dx else math.inf,
        (CHIP_HEIGHT / 2 + 1) / abs(dy) if dy else math.inf,
        1.0,
    )
    tip = (last[0] - dx * reach, last[1] - dy * reach)
    pen.rule(*first, *tip, Tone.MUTED, 0.8)
    pen.area(_head(tip, dx / length, dy / length), Tone.MUTED)


def _head(tip: Point, ux: float, uy: float) -> list[Point]:
    base = (tip[0] - 5 * ux, tip[1] - 5 * uy)
    return [tip, (base[0] - 2 * uy, base[1] + 2 * ux), (base[0] + 2 * uy, base[1] - 2 * ux)]


def _sample_move(pen: Pen, x: float, y: float) -> None:
    pen.box(x, y - 3, 5, 6, Tone.PAPER, Tone.MUTED, 0.5, (1.5, 1.5))
    pen.rule(x + 5, y, x + 13, y, Tone.MUTED, 0.8)
    pen.area(_head((x + 16, y), 1, 0), Tone.MUTED)
