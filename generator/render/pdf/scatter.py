"""Points in a plane, such as score against value: shapes tell groups apart in black and white, labels never touch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid, Stack
from generator.render.pdf.marks import Sample, legend, plain, ticks
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import LABEL, LABEL_BOLD, Tone

HEIGHT, FOOT, HEAD = 190.0, 26.0, 16.0
RADIUS, ROW = 2.6, 8.0
_AROUND = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1))
"""Where a label is tried beside its point: right, left, and the corners around."""

Area = tuple[float, float, float, float]
"""Left, top, right and bottom of what is taken, in points."""


@record
class Dot:
    """One point; ``group`` is the index of its group, ``label`` is short: a number that a table explains."""

    x: Decimal
    y: Decimal
    label: str
    group: int = 0


@record
class Scatter:
    """A plot of ``dots``; ``groups`` are up to three names, drawn as a full disc, a ring and a cross.

    A label is left out where it would touch another label or a point.
    """

    dots: Sequence[Dot]
    x_name: str
    y_name: str
    groups: Sequence[str] = ()
    x_limits: tuple[Decimal, Decimal] | None = None
    y_tick: Callable[[Decimal], str] = plain
    keep: bool = False
    before: float = 4.0
    after: float = 8.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return the plot under its legend; raises ``ValueError`` without a dot."""
        low, high = self.x_limits or (min(one.x for one in self.dots), max(one.x for one in self.dots))
        across, up = ticks(low, high, 6), ticks(Decimal(0), max(one.y for one in self.dots), 5)
        left = max(typesetter.width(self.y_tick(tick), LABEL.size) for tick in up) + 6
        shown = {one.group for one in self.dots}
        entries = [(_SAMPLES[at], name) for at, name in enumerate(self.groups) if at in shown]
        return Stack(
            (Plot(HEAD + HEIGHT + FOOT, self, across, up, left, width),), legend(typesetter, entries, width)
        )


@record
class Plot(Solid):
    """The laid-out plot: its ticks, and the width that the labels of the vertical axis take."""

    height: float
    scatter: Scatter
    across: tuple[Decimal, ...]
    up: tuple[Decimal, ...]
    left: float
    width: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw axes, points and labels."""
        base = top + HEAD + HEIGHT
        self._axes(pen, x, top, base)
        places = [(self._x(one.x, x), self._y(one.y, base)) for one in self.scatter.dots]
        for one, (at_x, at_y) in zip(self.scatter.dots, places, strict=True):
            _SHAPES[one.group](pen, at_x, at_y)
        frame = (x + self.left, top + HEAD, x + self.width, base)
        taken = [(a - RADIUS, b - RADIUS, a + RADIUS, b + RADIUS) for a, b in places]
        for one, place in zip(self.scatter.dots, places, strict=True):
            self._label(pen, one.label, place, frame, taken)

    def _axes(self, pen: Pen, x: float, top: float, base: float) -> None:
        first, last = x + self.left, x + self.width
        pen.text(x, top + 8, self.scatter.y_name, LABEL_BOLD)
        for tick in self.up:
            y = self._y(tick, base)
            pen.rule(first, y, last, y, Tone.RULE, 0.3)
            pen.text(first - 4, y + 2.5, self.scatter.y_tick(tick), LABEL, "right")
        for tick in self.across:
            at = self._x(tick, x)
            pen.rule(at, base, at, base + 2, Tone.FAINT, 0.4)
            pen.text(at, base + 10.5, plain(tick), LABEL, "center")
        pen.text(last, base + 21, self.scatter.x_name, LABEL_BOLD, "right")

    def _x(self, value: Decimal, x: float) -> float:
        low, high = self.across[0], self.across[-1]
        room = self.width - self.left - 2 * RADIUS - 6
        return x + self.left + RADIUS + float((value - low) / (high - low)) * room

    def _y(self, value: Decimal, base: float) -> float:
        low, high = self.up[0], self.up[-1]
        return base - float((value - low) / (high - low)) * (HEIGHT - RADIUS)

    def _label(self, pen: Pen, text: str, place: tuple[float, float], frame: Area, taken: list[Area]) -> None:
        """Write ``text`` at the first free place around its point, or not at all."""
        width = pen.typesetter.width(text, LABEL.size)
        for right, down in _AROUND:
            left = place[0] + (
                right * (RADIUS + 1.5)
                if right > 0
                else right * (RADIUS + 1.5 + width)
                if right
                else -width / 2
            )
            top = place[1] - ROW / 2 + down * (RADIUS + ROW / 2)
            area = (left, top, left + width, top + ROW)
            inside = (
                frame[0] <= area[0] and area[2] <= frame[2] and frame[1] <= area[1] and area[3] <= frame[3]
            )
            if inside and not any(_touch(area, other) for other in taken):
                pen.text(left, top + ROW - 1.8, text, LABEL)
                taken.append(area)
                return


def _touch(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _full(pen: Pen, x: float, y: float) -> None:
    pen.disc(x, y, RADIUS, Tone.ACCENT, Tone.ACCENT)


def _ring(pen: Pen, x: float, y: float) -> None:
    pen.disc(x, y, RADIUS, Tone.PAPER, Tone.WARN, 1.1)


def _cross(pen: Pen, x: float, y: float) -> None:
    pen.rule(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS, Tone.BAD, 1.2)
    pen.rule(x - RADIUS, y + RADIUS, x + RADIUS, y - RADIUS, Tone.BAD, 1.2)


def _sample(shape: Sample) -> Sample:
    return lambda pen, x, y: shape(pen, x + 8, y)


_SHAPES: tuple[Sample, ...] = (_full, _ring, _cross)
_SAMPLES = tuple(_sample(shape) for shape in _SHAPES)
