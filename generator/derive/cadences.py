"""The dated meetings of a cadence as a project file states it, and what is wrong with the statement."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import lru_cache

from generator.derive.cadence import (
    CadenceRule,
    DayOfMonth,
    LastWorkday,
    NthWeekday,
    Schedule,
    arrange,
    expand,
)
from generator.derive.calendar import Due
from generator.derive.changes import moved
from generator.derive.durations import ahead_of, end_of
from generator.diagnostics import Text
from generator.model.common import Frequency
from generator.model.meeting import Cadence, CadenceAt, Weekday
from generator.model.project import Project

LONGEST = 20 * 366
"""So many days a cadence may run: beyond, a date is surely wrong."""

ZONE = "Asia/Shanghai"
"""The time zone of a meeting that names none."""

BY_WEEK = (Frequency.WEEKLY, Frequency.BIWEEKLY)


def problem(cadence: Cadence) -> Text | None:
    """Return what is missing or contradictory in when a cadence recurs, or ``None``."""
    if (cadence.end - cadence.start).days > LONGEST:
        return Text("起止日期相差超过20年", "it runs for more than 20 years")
    if cadence.at is None:
        return _irregular(cadence) or _without_day(cadence)
    if cadence.frequency or cadence.weekday or cadence.day_of_month is not None or cadence.week_of_month:
        return Text(
            "按里程碑或者事件召开的（at），不写频率、星期和日",
            "a meeting at milestones or events has no frequency and no day",
        )
    return _without_occasion(cadence)


def _irregular(cadence: Cadence) -> Text | None:
    if cadence.milestones or cadence.event or cadence.before or cadence.after:
        return Text(
            "写了 milestones、event、before 或 after，没有写 at",
            "it has milestones, event, before or after, but not at",
        )
    if cadence.frequency is None:
        return Text("要写频率（frequency），或写 at", "it needs a frequency, or at")
    return None


def _without_occasion(cadence: Cadence) -> Text | None:
    by_event = cadence.at is CadenceAt.EVENT
    if by_event and (cadence.event is None or cadence.milestones or cadence.before):
        return Text(
            "按事件召开的写 event，可以写 after，不写 milestones 和 before",
            "a meeting upon an event has event and perhaps after, but no milestones and no before",
        )
    if not by_event and (not cadence.milestones or cadence.event):
        return Text(
            "按里程碑召开的写 milestones，不写 event", "a meeting at milestones has milestones, but no event"
        )
    if cadence.before and cadence.after:
        return Text("before 和 after 只写一个", "it has before or after, not both")
    return None


def _without_day(cadence: Cadence) -> Text | None:
    by_month = cadence.day_of_month is not None
    nth = cadence.week_of_month is not None
    if cadence.frequency in BY_WEEK:
        if cadence.weekday is None:
            return Text("周会、双周会要写星期几（weekday）", "a weekly meeting needs its weekday")
        if by_month or nth:
            return Text(
                "周会、双周会不写 day_of_month 和 week_of_month", "a weekly meeting has no day of the month"
            )
    elif by_month == (nth and cadence.weekday is not None) or (by_month and (nth or cadence.weekday)):
        return Text(
            "月会、季会要写 day_of_month，或同时写 weekday 和 week_of_month",
            "a monthly meeting needs day_of_month, or both weekday and week_of_month",
        )
    elif cadence.week_of_month is not None and cadence.week_of_month not in (1, 2, 3, 4):
        return Text("week_of_month 只能是 1 至 4", "week_of_month is 1 to 4")
    return None


def schedule(cadence: Cadence, project: Project) -> Schedule | None:
    """Return the dates of a cadence, or ``None`` where it does not say when it recurs.

    A meeting at milestones keeps its distance when a signed change moves one; ``planned`` of such an occurrence is the
    day by the contract as it was signed. A meeting upon an event has no dates.
    """
    if cadence.at is CadenceAt.MILESTONE:
        changes = moved(project)
        stones = {one.id: one.planned for one in project.contract.milestones}
        days = (
            (stones[one], changes[key].day if (key := ("milestone", one)) in changes else stones[one])
            for one in cadence.milestones
        )
        return _schedule(cadence, tuple(days))
    return _schedule(cadence, ())


def sittings(
    cadence: Cadence, project: Project, on: datetime.date
) -> tuple[tuple[datetime.date, datetime.date | None], ...]:
    """Return each day by ``on`` on which the cadence meets, with the day of the meeting that belongs to it, if there is one.

    A meeting belongs to the day that is nearest to it.
    """
    dates = schedule(cadence, project)
    due = [one.held_on for one in dates.occurrences if one.held_on <= on] if dates else []
    been = sorted(one.date for one in project.meetings if one.cadence == cadence.id and one.date <= on)
    nearest = {day: min(due, key=lambda one: abs(one - day)) for day in been} if due else {}
    return tuple((day, next((one for one in been if nearest[one] == day), None)) for day in due)


@lru_cache(maxsize=64)
def _schedule(cadence: Cadence, days: tuple[tuple[datetime.date, datetime.date], ...]) -> Schedule | None:
    if problem(cadence) or len({e.planned for e in cadence.exceptions}) < len(cadence.exceptions):
        return None
    if cadence.frequency is None:
        return _at(cadence, days)
    rule = CadenceRule(
        cadence.frequency, _on(cadence), cadence.start, cadence.end, cadence.holiday_rule, cadence.exceptions
    )
    return expand(rule)


def _at(cadence: Cadence, days: tuple[tuple[datetime.date, datetime.date], ...]) -> Schedule:
    """Return the meetings at days given as by the contract and as they are now, within the span of the cadence."""
    now = {_beside(cadence, day): _beside(cadence, first).day for first, day in days}
    within = [day for day in sorted(now, key=lambda one: one.day) if cadence.start <= day.day <= cadence.end]
    dates = arrange(within, cadence.holiday_rule, cadence.exceptions)
    first = {day.day: planned for day, planned in now.items()}
    return replace(
        dates,
        occurrences=tuple(replace(one, planned=first[one.planned]) for one in dates.occurrences),
        omitted=tuple(replace(one, planned=first[one.planned]) for one in dates.omitted),
    )


def _beside(cadence: Cadence, day: datetime.date) -> Due:
    if cadence.before:
        return ahead_of(day, cadence.before)
    return end_of(day, cadence.after) if cadence.after else Due(day)


def _on(cadence: Cadence) -> Weekday | DayOfMonth | NthWeekday | LastWorkday:
    day = cadence.day_of_month
    if day == "last_workday":
        return LastWorkday()
    if day is not None:
        return DayOfMonth(31 if day == "last" else int(day))
    weekday = cadence.weekday or Weekday.MONDAY
    return NthWeekday(cadence.week_of_month, weekday) if cadence.week_of_month else weekday
