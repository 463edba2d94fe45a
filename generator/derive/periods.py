"""Calendar months, quarters, half-years and years: their days, their names, and which frequency has which."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator
from functools import lru_cache

from generator.derive.calendar import add_days, add_months, add_workdays
from generator.model.common import Duration, DurationUnit, Frequency, Period, PeriodKind
from generator.model.profile import ProjectState

PERIODS = {
    Frequency.MONTHLY: PeriodKind.MONTH,
    Frequency.QUARTERLY: PeriodKind.QUARTER,
    Frequency.HALF_YEARLY: PeriodKind.HALF_YEAR,
    Frequency.YEARLY: PeriodKind.YEAR,
}
MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF_YEAR: 6, PeriodKind.YEAR: 12}
HELD = (ProjectState.EXECUTION, ProjectState.AMENDMENT, ProjectState.CLOSING, ProjectState.CLOSED)
"""The states in which the contract is or was performed."""


def span(period: Period) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day of a period."""
    return _span(period.year, period.kind, period.number)


@lru_cache(maxsize=1024)
def _span(year: int, kind: PeriodKind, number: int) -> tuple[datetime.date, datetime.date]:
    months = MONTHS[kind]
    last = number * months
    days = monthrange(year, last)[1]
    return datetime.date(year, last - months + 1, 1), datetime.date(year, last, days)


def holding(kind: PeriodKind, day: datetime.date) -> Period:
    """Return the period of ``kind`` in which ``day`` lies."""
    return Period(day.year, kind, (day.month - 1) // MONTHS[kind] + 1)


def covers(outer: Period, inner: Period) -> bool:
    """Return whether one period lies wholly within another."""
    outer_last, inner_last = outer.number * MONTHS[outer.kind], inner.number * MONTHS[inner.kind]
    longer = MONTHS[outer.kind] - MONTHS[inner.kind]
    return outer.year == inner.year and inner_last <= outer_last <= inner_last + longer


def within(kind: PeriodKind, first: datetime.date, last: datetime.date) -> Iterator[Period]:
    """Yield the periods of a kind that lie wholly between two days, both included."""
    months = MONTHS[kind]
    begin = 12 * first.year + first.month - (first.day == 1)
    end = 12 * last.year + last.month - (last.day < monthrange(last.year, last.month)[1])
    for count in range(-(-begin // months), end // months):
        year, month = divmod(count * months, 12)
        yield Period(year, kind, month // months + 1)


def after(day: datetime.date, duration: Duration) -> datetime.date:
    """Return the last day of a duration that begins after ``day`` (Civil Code 201, 202); at most the last date."""
    years = 12 if duration.unit is DurationUnit.YEARS else 1
    try:
        if duration.unit is DurationUnit.WORKING_DAYS:
            return add_workdays(day, duration.count).day
        if duration.unit is DurationUnit.CALENDAR_DAYS:
            return add_days(day, duration.count).day
        return add_months(day, years * duration.count).day
    except OverflowError:
        return datetime.date.max


def written(period: Period) -> str:
    """Return a period as YAML has it, e.g. ``2026-Q1``."""
    form = {
        PeriodKind.MONTH: f"{period.year}-{period.number:02}",
        PeriodKind.QUARTER: f"{period.year}-Q{period.number}",
        PeriodKind.HALF_YEAR: f"{period.year}-H{period.number}",
        PeriodKind.YEAR: f"{period.year}",
    }
    return form[period.kind]
