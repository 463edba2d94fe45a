"""Milestones and payments over time: planned against actual, one row each, so that no two labels can meet."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model.value import record
from generator.render.pdf.flow import Box, Solid, Stack
from generator.render.pdf.lines import Line
from generator.render.pdf.marks import Legend, Mark, Sample, draw_mark, legend, mark_width, months
from generator.render.pdf.pen import Pen
from generator.render.pdf.text import Typesetter
from generator.render.pdf.theme import CELL, LABEL, Tone

NAME = replace(CELL, size=8.0, leading=11.0)
NOTE = replace(LABEL, tone=Tone.INK)
NAME_SHARE, NOTE_SHARE, GAP = 0.28, 0.30, 8.0


@record
class Milestone:
    """One row: what is due, when it was planned, when it happened (``None``: not yet), and a note such as the amount."""

    name: str
    planned: datetime.date
    actual: datetime.date | None = None
    note: str = ""
    mark: Mark | None = None


@record
class TimelineWords:
    """The words of the legend."""

    planned: str
    actual: str
    today: str


@record
class Timeline:
    """A chart of milestones; ``date_label`` and ``month_label`` write dates in the locale's way."""

    milestones: Sequence[Milestone]
    words: TimelineWords
    today: datetime.date | None = None
    date_label: Callable[[datetime.date], str] = datetime.date.isoformat
    month_label: Callable[[datetime.date], str] = "{:%Y-%m}".format
    keep: bool = False
    before: float = 4.0
    after: float = 8.0

    def lay(self, typesetter: Typesetter, width: float) -> Box:
        """Return a head with the months, and the rows."""
        notes = [self._note(milestone) for milestone in self.milestones]
        right = min(
            max((typesetter.width(note, LABEL.size) for note in notes), default=0.0), NOTE_SHARE * width
        )
        marks = max((mark_width(typesetter, milestone.mark) for milestone in self.milestones), default=0.0)
        name = NAME_SHARE * width
        room = width - name - 3 * GAP - right - marks
        if room < 60:
            raise ValueError("the status marks leave no room for the time")
        axis = self._axis(typesetter, name + GAP, room)
        rows = []
        for milestone, note in zip(self.milestones, notes, strict=True):
            lines = typesetter.lines(milestone.name, NAME, name)
            beside = typesetter.lines(note, NOTE, right + 0.1)
            height = max(len(lines) * NAME.leading, len(beside) * NOTE.leading, 12) + 6
            rows.append(MilestoneRow(height, axis, milestone, lines, beside, width))
        key = legend(typesetter, self._entries(), width)
        today = self.today and f"{self.words.today} {self.date_label(self.today)}"
        head = AxisBox(key.height + (11 if today else 0) + 13, axis, key, today or "", width)
        return Stack(tuple(rows), head)

    def _note(self, milestone: Milestone) -> str:
        dates = [milestone.planned] + ([milestone.actual] if milestone.actual is not None else [])
        return "  ".join(filter(None, (" → ".join(map(self.date_label, dates)), milestone.note)))

    def _axis(self, typesetter: Typesetter, left: float, room: float) -> Axis:
        dates = [m.planned for m in self.milestones] + [
            m.actual for m in self.milestones if m.actual is not None
        ]
        dates += [self.today] if self.today is not None else []
        first, last = (
            (min(dates), max(dates)) if dates else (datetime.date(2000, 1, 1), datetime.date(2000, 12, 31))
        )
        first, last = first.replace(day=1), _next_month(last)
        widest = typesetter.width(self.month_label(last), LABEL.size) + 10
        marked = tuple((month, self.month_label(month)) for month in months(first, last, int(room / widest)))
        return Axis(first, last, left, room, marked, self.today)

    def _entries(self) -> list[tuple[Sample, str]]:
        return [(_sample_planned, self.words.planned), (_sample_actual, self.words.actual)]


def _next_month(day: datetime.date) -> datetime.date:
    """Return the first day of the next month; the calendar ends with 9999-12-31."""
    if (day.year, day.month) == (datetime.MAXYEAR, 12):
        return datetime.date.max
    return (day.replace(day=1) + datetime.timedelta(32)).replace(day=1)


@record
class Axis:
    """The scale of time of all rows."""

    first: datetime.date
    last: datetime.date
    left: float
    room: float
    months: tuple[tuple[datetime.date, str], ...]
    today: datetime.date | None

    def x(self, date: datetime.date) -> float:
        """Return where a date stands, in points from the left of the chart."""
        return self.left + (date - self.first) / (self.last - self.first) * self.room

    def grid(self, pen: Pen, x: float, top: float, height: float) -> None:
        """Draw the lines of the months and of today over one row."""
        for month, _ in self.months:
            pen.rule(x + self.x(month), top, x + self.x(month), top + height, Tone.RULE, 0.3)
        if self.today is not None:
            pen.rule(
                x + self.x(self.today), top, x + self.x(self.today), top + height, Tone.INK, 0.9, (3, 1.5)
            )


@record
class AxisBox(Solid):
    """Legend, the word for today, and the months."""

    height: float
    axis: Axis
    key: Legend
    today: str
    width: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them."""
        axis, base = self.axis, top + self.height
        self.key.draw(pen, x, top)
        if axis.today is not None:
            half = pen.typesetter.width(self.today, LABEL.size, True) / 2
            at = min(max(axis.x(axis.today), axis.left + half), self.width - half)
            pen.text(x + at, base - 16, self.today, replace(LABEL, bold=True), "center", Tone.INK)
        for month, text in axis.months:
            pen.text(x + axis.x(month), base - 4.5, text, LABEL, "center")
        pen.rule(x, base, x + self.width, base, Tone.ACCENT, 0.8)


@record
class MilestoneRow(Solid):
    """One laid-out milestone."""

    height: float
    axis: Axis
    milestone: Milestone
    name: tuple[Line, ...]
    note: tuple[Line, ...]
    width: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw name, planned and actual with the way between, dates and status."""
        middle, axis, milestone = top + self.height / 2, self.axis, self.milestone
        axis.grid(pen, x, top, self.height)
        pen.lines(x, middle - len(self.name) * NAME.leading / 2, self.name, NAME)
        planned = x + axis.x(milestone.planned)
        if milestone.actual is not None:
            pen.rule(planned, middle, x + axis.x(milestone.actual), middle, Tone.ACCENT, 1.6)
        elif axis.today is not None and milestone.planned < axis.today:
            pen.rule(planned, middle, x + axis.x(axis.today), middle, Tone.BAD, 1.2, (2, 1.5))
        _diamond(pen, planned, middle)
        if milestone.actual is not None:
            pen.disc(x + axis.x(milestone.actual), middle, 2.6, Tone.ACCENT, Tone.PAPER, 0.6)
        pen.lines(
            x + axis.left + axis.room + GAP, middle - len(self.note) * NOTE.leading / 2, self.note, NOTE
        )
        if milestone.mark is not None:
            draw_mark(pen, x + self.width, middle, milestone.mark)
        pen.rule(x, top + self.height, x + self.width, top + self.height, Tone.RULE, 0.3)


def _diamond(pen: Pen, x: float, y: float) -> None:
    pen.area([(x - 4.2, y), (x, y - 4.2), (x + 4.2, y), (x, y + 4.2)], Tone.PAPER, Tone.INK, 0.9)


def _sample_planned(pen: Pen, x: float, y: float) -> None:
    _diamond(pen, x + 8, y)


def _sample_actual(pen: Pen, x: float, y: float) -> None:
    pen.disc(x + 8, y, 2.6, Tone.ACCENT)
