"""Cadences as a project states them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.derive.cadences import problem, schedule
from generator.model.meeting import Cadence
from generator.structure import build

MONTHLY = {
    "id": "m", "name": "月度例会", "frequency": "monthly", "day_of_month": 15, "start": "2026-01-01", "end": "2026-06-30",
    "time": "14:00", "duration_minutes": 60, "place": "线上", "chair": "lin", "attendees": ["lin"],
    "agenda": ["进度"], "holiday_rule": "next_workday", "minutes_within": "3 working days",
}  # fmt: skip


def cadence(**changes: Any) -> Cadence:
    return build(Cadence, {key: value for key, value in {**MONTHLY, **changes}.items() if value is not None})


def planned(**changes: Any) -> list[str]:
    made = schedule(cadence(**changes))
    assert made is not None
    return [one.planned.isoformat() for one in made.occurrences]


def test_a_day_of_the_month() -> None:
    assert problem(cadence()) is None
    assert planned() == [f"2026-{month:02}-15" for month in range(1, 7)]
    assert planned(day_of_month="last")[1] == "2026-02-28"
    assert planned(day_of_month="last_workday")[0] == "2026-01-30"


def test_a_weekday() -> None:
    weekly = planned(frequency="weekly", day_of_month=None, weekday="monday", end="2026-01-31")
    assert weekly == ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]
    second = planned(day_of_month=None, weekday="tuesday", week_of_month=2, end="2026-02-28")
    assert second == ["2026-01-13", "2026-02-10"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"day_of_month": None}, "day_of_month"),
        ({"weekday": "monday"}, "day_of_month"),
        ({"frequency": "weekly", "day_of_month": None}, "weekday"),
        ({"frequency": "weekly", "weekday": "monday"}, "day_of_month"),
        ({"day_of_month": None, "weekday": "monday", "week_of_month": 5}, "week_of_month"),
        ({"end": "2099-01-01"}, "20"),
    ],
)
def test_what_does_not_say_when_has_no_dates(changes: dict[str, Any], words: str) -> None:
    found = problem(cadence(**changes))
    assert found is not None
    assert words in found.zh
    assert found.en.isascii()
    assert schedule(cadence(**changes)) is None
