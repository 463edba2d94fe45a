"""Tables: columns by share of the frame, a repeated head, cells set like any text, tall rows cut at the page's end."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.model.value import record
from generator.render.pdf.flow import Box, Stack
from generator.render.pdf.lines import Line, Run
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Content, Typesetter
from generator.render.pdf.theme import CELL, CELL_HEAD, Style, Tone

PAD_X, PAD_Y = 5.0, 3.0
TALL = 90.0
"""A row higher than so many points may be cut at the end of a page."""

RowKind = Literal["head", "plain", "shaded", "total"]


@record
class Column:
    """One column: ``share`` of the frame's width; numbers are aligned right."""

    title: Content
    share: float
    align: Literal["left", "right", "center"] = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that differs from its column: it spans several, or is aligned otherwise."""

    content: Content
    span: int = 1
    align: Literal["left", "right", "center"] | None = None
    tone: Tone | None = None
    """Background: the light wash of a tone."""


Row = Sequence[Content | Cell]


@record
class Table:
    """A table. ``totals`` of its last rows are set bold under a rule; ``head`` off leaves the titles out.

    Raises ``ValueError`` when it is wider than its frame or a row does not fill its columns: faults of the program.
    """

    columns: Sequence[Column]
    rows: Sequence[Row]
    zebra: bool = False
    totals: int = 0
    head: bool = True
    keep: bool = False
    before: float = 2.0
    after: float = 8.0

    def __post_init__(self) -> None:
        total = sum(column.share for column in self.columns)
        if not self.columns or total > 1.0001 or min(column.share for column in self.columns) <= 0:
            raise ValueError(
                f"the columns take {total:.2%} of the frame: expected at most 100%, each more than 0"
            )
        for index, row in enumerate(self.rows):
            count = sum(cell.span if isinstance(cell, Cell) else 1 for cell in row)
            if count != len(self.columns):
                raise ValueError(f"row {index} fills {count} of {len(self.columns)} columns")

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return head and rows."""
        head = None
        if self.head:
            head = self._row(typesetter, [column.title for column in self.columns], width, "head")
        rows = []
        for index, row in enumerate(self.rows):
            kind: RowKind = "shaded" if self.zebra and index % 2 else "plain"
            if index >= len(self.rows) - self.totals:
                kind = "total"
            rows.append(self._row(typesetter, row, width, kind))
        return Stack(tuple(rows), head)

    def _row(self, typesetter: Typesetter, row: Row, width: float, kind: RowKind) -> RowBox:
        cells, x, index = [], 0.0, 0
        for entry in row:
            cell = entry if isinstance(entry, Cell) else Cell(entry)
            columns = self.columns[index : index + cell.span]
            wide = sum(column.share for column in columns) * width
            style = _style(kind, cell.align or columns[0].align)
            lines = typesetter.lines(cell.content, style, wide - 2 * PAD_X)
            cells.append(CellBox(x, wide, lines, style, cell.tone))
            x += wide
            index += cell.span
        return _row_box(tuple(cells), kind, x)


@functools.cache
def _style(kind: RowKind, align: Literal["left", "right", "center"]) -> Style:
    """Return the style of a cell."""
    return replace(CELL_HEAD if kind == "head" else CELL, bold=kind in ("head", "total"), align=align)


@dataclass(frozen=True, slots=True)
class CellBox:
    """The lines of one cell, and where it begins in its row."""

    x: float
    width: float
    lines: tuple[Line, ...]
    style: Style
    tone: Tone | None


@dataclass(frozen=True, slots=True)
class RowBox:
    """A laid-out row, as high as its fullest cell."""

    cells: tuple[CellBox, ...]
    kind: RowKind
    width: float
    height: float

    @property
    def least(self) -> float:
        """Return the height of two lines if the row may be cut, else its own."""
        return self.height if self.height <= TALL else 2 * PAD_Y + 2 * CELL.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the lines that fit in every cell and the rest, at least two on either side."""
        count = int((room - 2 * PAD_Y + 0.01) // CELL.leading)
        longest = max(len(cell.lines) for cell in self.cells)
        count = min(count, longest - 2)
        if self.height <= TALL or count < 2:
            return None
        first = tuple(replace(cell, lines=cell.lines[:count]) for cell in self.cells)
        rest = tuple(replace(cell, lines=cell.lines[count:]) for cell in self.cells)
        return _row_box(first, self.kind, self.width), _row_box(rest, self.kind, self.width)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw background, text and the rule below."""
        height = self.height
        if self.kind in ("head", "shaded"):
            wash = Tone.ACCENT_WASH if self.kind == "head" else Tone.WASH
            pen.box(x, top, self.width, height, wash)
        for cell in self.cells:
            if cell.tone is not None:
                pen.box(x + cell.x, top, cell.width, height, cell.tone.wash)
            pen.lines(x + cell.x + PAD_X, top + PAD_Y, cell.lines, cell.style)
        if self.kind == "total":
            pen.rule(x, top, x + self.width, top, Tone.ACCENT, 0.8)
        below, line = (Tone.ACCENT, 0.8) if self.kind == "head" else (Tone.RULE, 0.4)
        pen.rule(x, top + height, x + self.width, top + height, below, line)


def _row_box(cells: tuple[CellBox, ...], kind: RowKind, width: float) -> RowBox:
    height = max(max(len(cell.lines), 1) * cell.style.leading for cell in cells)
    return RowBox(cells, kind, width, 2 * PAD_Y + height)


def facts(pairs: Sequence[tuple[str, Content]], columns: int = 2) -> Table:
    """Return names and values side by side in ``columns`` pairs a row: the parties and the key terms of a contract."""
    label, value = 0.32 / columns, 0.68 / columns
    cells: list[Content | Cell] = []
    for name, content in pairs:
        cells += [Run(name, tone=Tone.MUTED), content]
    missing = -len(pairs) % columns
    if missing and cells:
        cells[-1] = Cell(pairs[-1][1], span=1 + 2 * missing)
    rows, row, filled = [], [], 0
    for cell in cells:
        row.append(cell)
        filled += cell.span if isinstance(cell, Cell) else 1
        if filled == 2 * columns:
            rows.append(tuple(row))
            row, filled = [], 0
    shape = [Column("", share) for _ in range(columns) for share in (label, value)]
    return Table(shape, rows, head=False)
