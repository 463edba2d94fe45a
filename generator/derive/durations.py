"""The day on which an agreed duration ends, and the last day on which something can be done ahead of a day."""

from __future__ import annotations

import datetime

from generator.derive.calendar import Due, add_days, add_months, add_workdays
from generator.model.common import Duration, DurationUnit

_MONTHS = {DurationUnit.MONTHS: 1, DurationUnit.YEARS: 12}


def end_of(day: datetime.date, duration: Duration) -> Due:
    """Return the last day of a duration that begins after ``day``, moved on from a rest day (Civil Code 201 to 203).

    A duration that runs out of the calendar ends on its last day, 9999-12-31.
    """
    try:
        if duration.unit is DurationUnit.WORKING_DAYS:
            return add_workdays(day, duration.count)
        if duration.unit is DurationUnit.CALENDAR_DAYS:
            return add_days(day, duration.count, postpone=True)
        return add_months(day, duration.count * _MONTHS[duration.unit], postpone=True)
    except OverflowError:
        return Due(datetime.date.max)


def ahead_of(day: datetime.date, duration: Duration) -> Due:
    """Return the last day that lies a whole duration before ``day``, never moved later: a notice must not be late.

    A duration that reaches back out of the calendar gives its first day, 0001-01-01.
    """
    try:
        if duration.unit is DurationUnit.WORKING_DAYS:
            return add_workdays(day, -duration.count)
        if duration.unit is DurationUnit.CALENDAR_DAYS:
            return add_days(day, -duration.count)
        return add_months(day, -duration.count * _MONTHS[duration.unit])
    except OverflowError:
        return Due(datetime.date.min)
