"""The dated meetings and reports that a cadence rule stands for: 每周, 每两周, 每月, 每季度, 每半年, 每年."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import groupby

from generator.derive.calendar import Due, is_workday, next_workday, previous_workday, unpublished_years
from generator.model.common import Frequency
from generator.model.meeting import CadenceException, HolidayRule, Weekday
from generator.model.value import record

_DAYS = {Frequency.WEEKLY: 7, Frequency.BIWEEKLY: 14}
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}
_MONDAY_FIRST = tuple(Weekday)


@record
class DayOfMonth:
    """A day of the month, 1 to 31; a shorter month has it on its last day, so that 31 is always the last."""

    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.day <= 31:
            raise ValueError(f"no day {self.day} in a month")


@record
class NthWeekday:
    """The ``nth`` such weekday of the month, 1 to 4, or -1 for the last; not every month has a fifth."""

    nth: int
    weekday: Weekday

    def __post_init__(self) -> None:
        if self.nth not in {1, 2, 3, 4, -1}:
            raise ValueError(f"nth weekday of a month: 1 to 4 or -1, not {self.nth}")


@record
class LastWorkday:
    """The last working day of the month."""


@record
class CadenceRule:
    """When something recurs, from ``start`` to ``end`` (days by rule, both included).

    ``on`` is a :class:`Weekday` for weekly and biweekly rules, one of the others for rules by months. Biweekly
    counts from the first such weekday; quarterly, half-yearly and yearly from the month of ``start``. An
    exception names the day by rule or the day it comes to by ``holiday_rule``; the day it moves to is taken as it
    is, rest day or not. ``ValueError`` when ``on`` does not go with the frequency, when there is nothing to
    recur (``once``), and for two exceptions on one day.
    """

    frequency: Frequency
    on: Weekday | DayOfMonth | NthWeekday | LastWorkday
    start: datetime.date
    end: datetime.date
    holiday_rule: HolidayRule
    exceptions: tuple[CadenceException, ...] = ()

    def __post_init__(self) -> None:
        if self.frequency not in (_DAYS if isinstance(self.on, Weekday) else _MONTHS):
            raise ValueError(f"{self.frequency} does not go with {self.on}")
        if len({exception.planned for exception in self.exceptions}) < len(self.exceptions):
            raise ValueError("two exceptions on one day")


@record
class Occurrence:
    """One date that takes place.

    ``number`` counts those that take place, from 1, in order of ``held_on``. ``planned`` is the day by rule
    and the stable identity: it does not change when another occurrence is moved or skipped. ``held_on`` may
    lie outside the rule's span when it was moved there. ``unpublished`` is as in :class:`Due`.
    """

    number: int
    planned: datetime.date
    held_on: datetime.date
    unpublished: tuple[int, ...]


class Reason(StrEnum):
    """Why a planned date does not take place."""

    REST_DAY = "rest_day"
    EXCEPTION = "exception"
    SAME_DAY = "same_day"


@record
class Omitted:
    """A planned date that does not take place; ``SAME_DAY`` when another one is held on its day."""

    planned: datetime.date
    reason: Reason
    unpublished: tuple[int, ...]


@record
class Schedule:
    """All that a rule stands for, in order; ``unused`` are exceptions for days on which nothing is planned."""

    occurrences: tuple[Occurrence, ...]
    omitted: tuple[Omitted, ...]
    unused: tuple[CadenceException, ...]


def expand(rule: CadenceRule) -> Schedule:
    """Return the dates of ``rule``: what takes place, what does not and why, and which exceptions met nothing.

    Of several occurrences that come to one day, the one planned nearest to it takes place. ``OverflowError``
    when rest days reach beyond the year 9999.
    """
    return arrange(_planned(rule), rule.holiday_rule, rule.exceptions)


def arrange(
    days: Iterable[Due], holiday_rule: HolidayRule, exceptions: tuple[CadenceException, ...]
) -> Schedule:
    """Return what becomes of planned ``days``, as :func:`expand` does for those of a rule."""
    by_day = {exception.planned: exception for exception in exceptions}
    used: set[datetime.date] = set()
    held: list[Occurrence] = []
    omitted: list[Omitted] = []
    for planned in days:
        settled, exception = _settle(planned, holiday_rule, by_day)
        if exception:
            used.add(exception.planned)
        if isinstance(settled, Occurrence):
            held.append(settled)
        else:
            omitted.append(settled)
    occurrences, merged = _one_a_day(held)
    return Schedule(
        occurrences,
        tuple(sorted(omitted + merged, key=lambda entry: entry.planned)),
        tuple(exception for exception in exceptions if exception.planned not in used),
    )


def _settle(
    planned: Due, holiday_rule: HolidayRule, exceptions: dict[datetime.date, CadenceException]
) -> tuple[Occurrence | Omitted, CadenceException | None]:
    """Return what becomes of a planned day (its number comes later) and the exception that decided it."""
    exception = exceptions.get(planned.day)
    moved = Due(planned.day) if exception else _after_rest_days(planned.day, holiday_rule)
    exception = exception or exceptions.get(moved.day)
    relied = tuple(sorted({*planned.unpublished, *moved.unpublished}))
    if exception and exception.moved_to:
        return Occurrence(0, planned.day, exception.moved_to, relied), exception
    if exception:
        return Omitted(planned.day, Reason.EXCEPTION, relied), exception
    if holiday_rule is HolidayRule.SKIP and not is_workday(planned.day):
        return Omitted(planned.day, Reason.REST_DAY, relied), None
    return Occurrence(0, planned.day, moved.day, relied), None


def _after_rest_days(day: datetime.date, holiday_rule: HolidayRule) -> Due:
    if holiday_rule is HolidayRule.NEXT_WORKDAY:
        return next_workday(day)
    if holiday_rule is HolidayRule.PREVIOUS_WORKDAY:
        return previous_workday(day)
    return Due(day, unpublished_years(day, day))


def _one_a_day(held: list[Occurrence]) -> tuple[tuple[Occurrence, ...], list[Omitted]]:
    """Return the occurrences numbered in order of ``held_on``, and those that had to give way."""

    def nearest(entry: Occurrence) -> tuple[datetime.date, datetime.timedelta, datetime.date]:
        return (entry.held_on, abs(entry.held_on - entry.planned), entry.planned)

    kept: list[Occurrence] = []
    merged: list[Omitted] = []
    for _, group in groupby(sorted(held, key=nearest), key=lambda entry: entry.held_on):
        first, *others = group
        kept.append(replace(first, number=len(kept) + 1))
        merged += [Omitted(entry.planned, Reason.SAME_DAY, entry.unpublished) for entry in others]
    return tuple(kept), merged


def _planned(rule: CadenceRule) -> Iterator[Due]:
    """Yield the days by rule from start to end, each with the years it was found by."""
    if isinstance(rule.on, Weekday):
        yield from map(Due, _weekdays(rule, rule.on))
        return
    for year, month in _months(rule):
        day = _day_in_month(rule.on, year, month)
        if rule.start <= day.day <= rule.end:
            yield day


def _weekdays(rule: CadenceRule, weekday: Weekday) -> Iterator[datetime.date]:
    ahead = (_MONDAY_FIRST.index(weekday) - rule.start.weekday()) % 7
    for offset in range(ahead, (rule.end - rule.start).days + 1, _DAYS[rule.frequency]):
        yield rule.start + datetime.timedelta(days=offset)


def _months(rule: CadenceRule) -> Iterator[tuple[int, int]]:
    first = rule.start.year * 12 + rule.start.month - 1
    last = rule.end.year * 12 + rule.end.month - 1
    for index in range(first, last + 1, _MONTHS[rule.frequency]):
        year, month = divmod(index, 12)
        yield year, month + 1


def _day_in_month(on: DayOfMonth | NthWeekday | LastWorkday, year: int, month: int) -> Due:
    length = monthrange(year, month)[1]
    if isinstance(on, LastWorkday):
        return previous_workday(datetime.date(year, month, length))
    if isinstance(on, DayOfMonth):
        return Due(datetime.date(year, month, min(on.day, length)))
    # The nth such weekday lies in the seven days that end on day 7n, the last one in the month's last seven.
    end = datetime.date(year, month, 7 * on.nth if on.nth > 0 else length)
    return Due(end - datetime.timedelta(days=(end.weekday() - _MONDAY_FIRST.index(on.weekday)) % 7))
