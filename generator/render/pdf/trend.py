"""KPI trends as small multiples: one panel a series, with target, floor, target band, and gaps where no data is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid, Stack
from generator.render.pdf.lines import Line
from generator.render.pdf.marks import Mark, Sample, draw_mark, legend, mark_width, plain, spread, ticks
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import LABEL, LABEL_BOLD, Tone

PLOT_HEIGHT, GAP, FOOT = 66.0, 18.0, 26.0
LEAST_PLOT = 50.0
STRONG = replace(LABEL, bold=True)
DASHES, DOTS = (4.0, 2.0), (1.0, 1.6)


@dataclass(frozen=True, slots=True)
class Point:
    """A value as it is printed; ``None`` is no data. An empty label is made from the value."""

    value: Decimal | None
    label: str = ""

    @property
    def text(self) -> str:
        """Return what is printed."""
        return self.label or ("" if self.value is None else plain(self.value))


@record
class Series:
    """One KPI over the periods of its chart."""

    name: str
    points: Sequence[Point]
    target: Point | None = None
    floor: Point | None = None
    band: tuple[Decimal, Decimal] | None = None
    mark: Mark | None = None


@record
class TrendWords:
    """The words of the legend."""

    actual: str
    target: str
    floor: str
    band: str
    no_data: str


@record
class TrendChart:
    """Small multiples, ``columns`` a row; every series has one point for each period."""

    periods: Sequence[str]
    series: Sequence[Series]
    words: TrendWords
    columns: int = 2
    tick: Callable[[Decimal], str] = plain
    keep: bool = False
    before: float = 4.0
    after: float = 6.0

    def __post_init__(self) -> None:
        for series in self.series:
            if len(series.points) != len(self.periods):
                raise ValueError(
                    f"{series.name}: {len(series.points)} points for {len(self.periods)} periods"
                )

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return rows of panels under a legend; fewer to a row than wished if labels need the room."""
        for columns in range(self.columns, 0, -1):
            each = (width - GAP * (columns - 1)) / columns
            panels = [_panel(self, series, typesetter, each) for series in self.series]
            if all(panel.room >= LEAST_PLOT for panel in panels):
                break
        else:
            raise ValueError("the labels of the trend chart leave no room for a plot")
        rows = [panels[start : start + columns] for start in range(0, len(panels), columns)]
        return Stack(
            tuple(PanelRow(max(panel.height for panel in row), tuple(row), each + GAP) for row in rows),
            legend(typesetter, self._entries(), width),
        )

    def _entries(self) -> list[tuple[Sample, str]]:
        series, words = self.series, self.words
        shown = [
            (_sample_actual, words.actual, any(p.value is not None for s in series for p in s.points)),
            (_sample_target, words.target, any(s.target for s in series)),
            (_sample_floor, words.floor, any(s.floor for s in series)),
            (_sample_band, words.band, any(s.band for s in series)),
            (_cross, words.no_data, any(p.value is None for s in series for p in s.points)),
        ]
        return [(sample, text) for sample, text, occurs in shown if occurs]


@record
class PanelRow(Solid):
    """Panels side by side."""

    height: float
    panels: tuple[Panel, ...]
    pitch: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them on one base line."""
        for index, panel in enumerate(self.panels):
            panel.draw(pen, x + index * self.pitch, top + self.height - panel.height)


@record
class Panel(Solid):
    """One laid-out panel: its series, its scale, and how much of its width its labels take."""

    height: float
    chart: TrendChart
    series: Series
    title: tuple[Line, ...]
    scale: tuple[Decimal, ...]
    width: float
    left: float
    right: float
    step: int

    @property
    def room(self) -> float:
        """Return the width of the plot, in points."""
        return self.width - self.left - self.right

    @property
    def pitch(self) -> float:
        """Return the distance between two periods, in points."""
        return self.room / max(len(self.series.points), 1)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw title, scale, reference lines, the line of values and its labels."""
        pen.lines(x, top, self.title, LABEL_BOLD)
        if self.series.mark is not None:
            draw_mark(pen, x + self.width, top + LABEL_BOLD.leading / 2, self.series.mark)
        base = top + self.height - FOOT
        self._scale(pen, x, base)
        self._references(pen, x, base)
        self._values(pen, x, base)
        self._periods(pen, x, base)
        self._labels(pen, x, base)

    def _y(self, value: Decimal, base: float) -> float:
        low, high = self.scale[0], self.scale[-1]
        return base - float((value - low) / (high - low)) * PLOT_HEIGHT

    def _x(self, index: int, x: float) -> float:
        return x + self.left + (index + 0.5) * self.pitch

    def _scale(self, pen: Pen, x: float, base: float) -> None:
        low, high = x + self.left, x + self.width - self.right
        if self.series.band is not None:
            bottom, top = (self._y(limit, base) for limit in sorted(self.series.band))
            pen.box(low, top, high - low, bottom - top, Tone.ACCENT_WASH)
        for tick in self.scale:
            y = self._y(tick, base)
            pen.rule(low, y, high, y, Tone.RULE, 0.3)
            pen.text(low - 4, y + 2.5, self.chart.tick(tick), LABEL, "right")

    def _references(self, pen: Pen, x: float, base: float) -> None:
        low, high = x + self.left, x + self.width - self.right
        for point, tone, dash in (
            (self.series.target, Tone.INK, DASHES),
            (self.series.floor, Tone.BAD, DOTS),
        ):
            if point is not None and point.value is not None:
                y = self._y(point.value, base)
                pen.rule(low, y, high, y, tone, 0.8, dash)

    def _values(self, pen: Pen, x: float, base: float) -> None:
        places = [
            None if point.value is None else (self._x(index, x), self._y(point.value, base))
            for index, point in enumerate(self.series.points)
        ]
        for first, second in pairwise(places):
            if first is not None and second is not None:
                pen.rule(*first, *second, Tone.ACCENT, 1.3)
        present = [place for place in places if place is not None]
        for at in present:
            pen.disc(*at, 1.7, Tone.PAPER if at is not present[-1] else Tone.ACCENT, Tone.ACCENT, 0.9)
        if not present:
            middle = x + self.left + self.room / 2
            pen.box(middle - self.room / 4, base - PLOT_HEIGHT / 2 - 8, self.room / 2, 11, Tone.PAPER)
            pen.text(
                middle, base - PLOT_HEIGHT / 2, self.chart.words.no_data, LABEL_BOLD, "center", Tone.MUTED
            )
        for index, place in enumerate(places):
            if place is None:
                _cross(pen, self._x(index, x) - 8, base)

    def _periods(self, pen: Pen, x: float, base: float) -> None:
        last = len(self.chart.periods) - 1
        for index in range(last, -1, -self.step):
            text = self.chart.periods[index]
            half = pen.typesetter.width(text, LABEL.size) / 2
            middle = min(max(self._x(index, x), x + half), x + self.width - half)
            pen.rule(self._x(index, x), base, self._x(index, x), base + 2, Tone.FAINT, 0.4)
            pen.text(middle, base + 10.5, text, LABEL, "center")

    def _labels(self, pen: Pen, x: float, base: float) -> None:
        """Write last value, target and floor to the right of the plot, apart from each other."""
        labels = _side_labels(self.chart.words, self.series)
        wanted = [self._y(value, base) for value, *_ in labels]
        low, high = x + self.width - self.right + 6, base
        for (_, text, bold, tone), y, at in zip(
            labels, spread(wanted, 8.6, base - PLOT_HEIGHT, high), wanted, strict=True
        ):
            pen.rule(low - 6, at, low - 1, y, Tone.FAINT, 0.4)
            pen.text(low, y + 2.5, text, STRONG if bold else LABEL, tone=tone)


def _side_labels(words: TrendWords, series: Series) -> list[tuple[Decimal, str, bool, Tone]]:
    labels = []
    last = next((point for point in reversed(series.points) if point.value is not None), None)
    if last is not None and last.value is not None:
        labels.append((last.value, last.text, True, Tone.ACCENT))
    for point, word, tone in ((series.target, words.target, Tone.INK), (series.floor, words.floor, Tone.BAD)):
        if point is not None and point.value is not None:
            labels.append((point.value, f"{word} {point.text}", False, tone))
    return labels


def _panel(chart: TrendChart, series: Series, typesetter: Typesetter, width: float) -> Panel:
    values = [point.value for point in series.points if point.value is not None]
    values += [
        point.value
        for point in (series.target, series.floor)
        if point is not None and point.value is not None
    ]
    values += series.band or ()
    scale = ticks(min(values, default=Decimal(0)), max(values, default=Decimal(1)))
    left = max(typesetter.width(chart.tick(tick), LABEL.size) for tick in scale) + 5
    sides = _side_labels(chart.words, series)
    right = max((typesetter.width(text, LABEL.size, bold) for _, text, bold, _ in sides), default=0.0) + 8
    pitch = max(width - left - right, 1.0) / max(len(series.points), 1)
    widest = max((typesetter.width(period, LABEL.size) for period in chart.periods), default=0.0) + 5
    step = max(1, -int(-widest // pitch))
    title = typesetter.lines(series.name, LABEL_BOLD, width - mark_width(typesetter, series.mark) - 4)
    height = len(title) * LABEL_BOLD.leading + 8 + PLOT_HEIGHT + FOOT
    return Panel(height, chart, series, title, scale, width, left, right, step)


def _sample_actual(pen: Pen, x: float, y: float) -> None:
    pen.rule(x, y, x + 16, y, Tone.ACCENT, 1.3)
    pen.disc(x + 8, y, 1.7, Tone.PAPER, Tone.ACCENT, 0.9)


def _sample_target(pen: Pen, x: float, y: float) -> None:
    pen.rule(x, y, x + 16, y, Tone.INK, 0.8, DASHES)


def _sample_floor(pen: Pen, x: float, y: float) -> None:
    pen.rule(x, y, x + 16, y, Tone.BAD, 0.8, DOTS)


def _sample_band(pen: Pen, x: float, y: float) -> None:
    pen.box(x, y - 3.5, 16, 7, Tone.ACCENT_WASH, Tone.ACCENT_SOFT, 0.3)


def _cross(pen: Pen, x: float, y: float) -> None:
    pen.rule(x + 6, y - 2, x + 10, y + 2, Tone.MUTED, 0.7)
    pen.rule(x + 6, y + 2, x + 10, y - 2, Tone.MUTED, 0.7)
