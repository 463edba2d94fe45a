"""Calendar periods: their days, their names, and the end of durations."""

from __future__ import annotations

import datetime
from itertools import pairwise, product

import pytest

from generator.derive.periods import MONTHS, after, covers, span, within, written
from generator.model.common import Duration, DurationUnit, Period, PeriodKind
from generator.model.performance import Measurement
from generator.structure import build


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "2026-10-01", "2026-12-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
    ],
)
def test_days_and_name(text: str, first: str, last: str) -> None:
    period = build(Measurement, {"kpi": "k", "period": text}).period
    assert span(period) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))
    assert written(period) == text


@pytest.mark.parametrize("kind", MONTHS)
def test_within_yields_the_whole_periods_and_no_others(kind: PeriodKind) -> None:
    every = [
        Period(year, kind, number)
        for year in range(2026, 2031)
        for number in range(1, 12 // MONTHS[kind] + 1)
    ]
    days = [datetime.date(2027, 1, 1) + datetime.timedelta(days=count) for count in range(-40, 800, 13)]
    days += [
        datetime.date(2027, 12, 31),
        datetime.date(2028, 2, 28),
        datetime.date(2028, 2, 29),
        datetime.date(2028, 7, 1),
    ]
    for first, last in product(days, days):
        whole = [one for one in every if first <= span(one)[0] and span(one)[1] <= last]
        assert list(within(kind, first, last)) == whole, (first, last)


@pytest.mark.parametrize("kind", MONTHS)
def test_the_periods_of_a_year_follow_each_other_without_a_gap(kind: PeriodKind) -> None:
    year = [span(one) for one in within(kind, datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))]
    assert year[0][0] == datetime.date(2026, 1, 1)
    assert year[-1][1] == datetime.date(2026, 12, 31)
    for (_, end), (start, _) in pairwise(year):
        assert start == end + datetime.timedelta(days=1)


def test_a_period_that_is_not_whole_is_left_out() -> None:
    found = within(PeriodKind.QUARTER, datetime.date(2025, 10, 2), datetime.date(2026, 6, 29))
    assert list(found) == [Period(2026, PeriodKind.QUARTER, 1)]


@pytest.mark.parametrize(
    ("count", "unit", "end"),
    [
        (30, DurationUnit.CALENDAR_DAYS, "2026-03-02"),
        (1, DurationUnit.MONTHS, "2026-02-28"),
        (1, DurationUnit.YEARS, "2027-01-31"),
        (5, DurationUnit.WORKING_DAYS, "2026-02-06"),
    ],
)
def test_the_day_it_begins_does_not_count(count: int, unit: DurationUnit, end: str) -> None:
    assert after(datetime.date(2026, 1, 31), Duration(count, unit)) == datetime.date.fromisoformat(end)


def test_a_duration_never_leaves_the_calendar() -> None:
    late = datetime.date(9999, 12, 1)
    for unit in DurationUnit:
        assert after(late, Duration(9999, unit)) == datetime.date.max


def test_covers_says_what_the_days_say() -> None:
    periods = [
        Period(year, kind, number)
        for year in (2025, 2026)
        for kind, months in MONTHS.items()
        for number in range(1, 12 // months + 1)
    ]
    for outer in periods:
        for inner in periods:
            by_days = span(outer)[0] <= span(inner)[0] and span(inner)[1] <= span(outer)[1]
            assert covers(outer, inner) is by_days, (outer, inner)
