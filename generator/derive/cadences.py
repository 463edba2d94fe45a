"""The dated meetings of a cadence as a project file states it, and what is wrong with the statement."""

from __future__ import annotations

from functools import lru_cache

from generator.derive.cadence import (
    CadenceRule,
    DayOfMonth,
    LastWorkday,
    NthWeekday,
    Schedule,
    expand,
)
from generator.diagnostics import Text
from generator.model.common import Frequency
from generator.model.meeting import Cadence, Weekday

LONGEST = 20 * 366
"""So many days a cadence may run: beyond, a date is surely wrong."""

BY_WEEK = (Frequency.WEEKLY, Frequency.BIWEEKLY)


def problem(cadence: Cadence) -> Text | None:
    """Return what is missing or contradictory in when a cadence recurs, or ``None``."""
    if (cadence.end - cadence.start).days > LONGEST:
        return Text("起止日期相差超过20年", "it runs for more than 20 years")
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


@lru_cache(maxsize=64)
def schedule(cadence: Cadence) -> Schedule | None:
    """Return the dates of a cadence, or ``None`` where it does not say when it recurs."""
    if problem(cadence) or len({e.planned for e in cadence.exceptions}) < len(cadence.exceptions):
        return None
    rule = CadenceRule(
        cadence.frequency, _on(cadence), cadence.start, cadence.end, cadence.holiday_rule, cadence.exceptions
    )
    return expand(rule)


def _on(cadence: Cadence) -> Weekday | DayOfMonth | NthWeekday | LastWorkday:
    day = cadence.day_of_month
    if day == "last_workday":
        return LastWorkday()
    if day is not None:
        return DayOfMonth(31 if day == "last" else int(day))
    weekday = cadence.weekday or Weekday.MONDAY
    return NthWeekday(cadence.week_of_month, weekday) if cadence.week_of_month else weekday
