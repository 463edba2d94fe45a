"""Cadences as a project states them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.derive.cadences import problem, schedule, sittings
from generator.model.meeting import Cadence
from generator.model.project import Project
from generator.structure import build

MONTHLY = {
    "id": "m", "name": "月度例会", "frequency": "monthly", "day_of_month": 15, "start": "2026-01-01", "end": "2026-06-30",
    "time": "14:00", "duration_minutes": 60, "place": "线上", "chair": "lin", "attendees": ["lin"],
    "agenda": ["进度"], "holiday_rule": "next_workday", "minutes_within": "3 working days",
}  # fmt: skip

IRREGULAR = {"frequency": None, "day_of_month": None}


def cadence(**changes: Any) -> Cadence:
    return build(Cadence, {key: value for key, value in {**MONTHLY, **changes}.items() if value is not None})


def planned(project: Project, **changes: Any) -> list[str]:
    made = schedule(cadence(**changes), project)
    assert made is not None
    return [one.planned.isoformat() for one in made.occurrences]


def test_a_day_of_the_month(technical: Project) -> None:
    assert problem(cadence()) is None
    assert planned(technical) == [f"2026-{month:02}-15" for month in range(1, 7)]
    assert planned(technical, day_of_month="last")[1] == "2026-02-28"
    assert planned(technical, day_of_month="last_workday")[0] == "2026-01-30"


def test_a_weekday(technical: Project) -> None:
    weekly = planned(technical, frequency="weekly", day_of_month=None, weekday="monday", end="2026-01-31")
    assert weekly == ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]
    second = planned(technical, day_of_month=None, weekday="tuesday", week_of_month=2, end="2026-02-28")
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
        ({"frequency": None, "day_of_month": None}, "frequency"),
        ({"before": "3 working days"}, "at"),
        ({"at": "milestone", "milestones": ["m5"]}, "at"),
        ({**IRREGULAR, "at": "milestone"}, "milestones"),
        ({**IRREGULAR, "at": "milestone", "milestones": ["m5"], "event": "停线"}, "event"),
        ({**IRREGULAR, "at": "event"}, "event"),
        ({**IRREGULAR, "at": "event", "event": "停线", "before": "1 working day"}, "before"),
        (
            {
                **IRREGULAR,
                "at": "milestone",
                "milestones": ["m5"],
                "before": "1 working day",
                "after": "1 working day",
            },
            "after",
        ),
    ],
)
def test_what_does_not_say_when_has_no_dates(technical: Project, changes: dict[str, Any], words: str) -> None:
    found = problem(cadence(**changes))
    assert found is not None
    assert words in found.zh
    assert found.en.isascii()
    assert schedule(cadence(**changes), technical) is None


REVIEW = {**IRREGULAR, "at": "milestone", "milestones": ["m5", "m6"], "end": "2026-12-31"}


def test_milestones_give_the_days(technical: Project) -> None:
    dates = schedule(cadence(**REVIEW, before="3 working days"), technical)
    assert dates is not None
    found = [(one.planned.isoformat(), one.held_on.isoformat()) for one in dates.occurrences]
    # a signed change has moved m5 from 6 to 20 November: its meeting follows, and stays the meeting planned on 3 November
    assert found == [("2026-11-03", "2026-11-17"), ("2026-12-15", "2026-12-15")]
    later = schedule(cadence(**REVIEW, after="1 calendar day"), technical)
    assert later is not None
    assert [one.held_on.isoformat() for one in later.occurrences] == ["2026-11-23", "2026-12-21"]


def test_an_exception_of_a_milestone_meeting(technical: Project) -> None:
    off = {"planned": "2026-11-17", "moved_to": "2026-11-18", "reason": "场地"}
    more = {"planned": "2026-12-15", "reason": "并入终验会"}
    dates = schedule(cadence(**REVIEW, before="3 working days", exceptions=[off, more]), technical)
    assert dates is not None
    assert [one.held_on.isoformat() for one in dates.occurrences] == ["2026-11-18"]
    assert [one.planned.isoformat() for one in dates.omitted] == ["2026-12-15"]
    assert dates.unused == ()


def test_a_meeting_upon_an_event_has_no_dates(technical: Project) -> None:
    dates = schedule(
        cadence(**IRREGULAR, at="event", event="发生一级事件", after="2 working days"), technical
    )
    assert dates is not None
    assert dates.occurrences == dates.omitted == ()


def test_each_day_has_its_meeting(agency: Project) -> None:
    regular, *_ = agency.cadence
    found = sittings(regular, agency, agency.project.as_of)
    assert len(found) == 10
    assert [held for _, held in found] == sorted(one.date for one in agency.meetings)
    (gone, *_) = [one for one in agency.meetings if one.date.month == 5]
    without = replace(agency, meetings=tuple(one for one in agency.meetings if one is not gone))
    missing = [day for day, held in sittings(regular, without, agency.project.as_of) if held is None]
    assert [day.month for day in missing] == [5]
    assert sittings(regular, agency, regular.start) == ()
