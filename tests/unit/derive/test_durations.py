"""Durations end on the day that the Civil Code gives them, and a notice is never late."""

from __future__ import annotations

import datetime

import pytest

from generator.derive.calendar import Due
from generator.derive.durations import ahead_of, end_of
from generator.model.common import Duration, DurationUnit

D = datetime.date
DAYS, WORKING, MONTHS, YEARS = (
    DurationUnit.CALENDAR_DAYS,
    DurationUnit.WORKING_DAYS,
    DurationUnit.MONTHS,
    DurationUnit.YEARS,
)


@pytest.mark.parametrize(
    ("day", "duration", "end"),
    [
        (D(2025, 12, 26), Duration(10, WORKING), D(2026, 1, 12)),  # 4 January is worked for 2 January
        (D(2026, 9, 4), Duration(15, WORKING), D(2026, 9, 24)),
        (D(2026, 4, 20), Duration(10, DAYS), D(2026, 4, 30)),
        (D(2026, 4, 20), Duration(11, DAYS), D(2026, 5, 6)),  # ends within the May holidays (article 203)
        (D(2026, 1, 31), Duration(1, MONTHS), D(2026, 2, 28)),  # a Saturday that is worked
        (D(2026, 3, 2), Duration(1, YEARS), D(2027, 3, 2)),
    ],
)
def test_end(day: D, duration: Duration, end: D) -> None:
    assert end_of(day, duration).day == end


@pytest.mark.parametrize(
    ("day", "duration", "last"),
    [
        (
            D(2026, 12, 31),
            Duration(2, MONTHS),
            D(2026, 10, 31),
        ),  # a Saturday: moving it would shorten the notice
        (D(2026, 12, 31), Duration(30, DAYS), D(2026, 12, 1)),
        (D(2026, 5, 8), Duration(3, WORKING), D(2026, 4, 30)),
        (D(2028, 2, 29), Duration(1, YEARS), D(2027, 2, 28)),
    ],
)
def test_ahead(day: D, duration: Duration, last: D) -> None:
    assert ahead_of(day, duration).day == last


def test_years_without_an_arrangement_are_named() -> None:
    assert end_of(D(2090, 1, 4), Duration(3, WORKING)).unpublished == (2090,)


@pytest.mark.parametrize("unit", [DAYS, WORKING, MONTHS, YEARS])
def test_what_runs_out_of_the_calendar_stops_at_its_end(unit: DurationUnit) -> None:
    assert end_of(D(9999, 12, 20), Duration(9999, unit)) == Due(D.max)
    assert ahead_of(D(1, 1, 20), Duration(9999, unit)) == Due(D.min)
