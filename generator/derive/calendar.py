"""Working days of mainland China and the periods of the Civil Code, with the years not yet settled."""

from __future__ import annotations

import datetime
import importlib.util
from calendar import monthrange
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from generator import shelf
from generator.model.value import record

_DAY = datetime.timedelta(days=1)


@record
class Due:
    """A calculated day, and the years it relies on whose arrangement of holidays is not published.

    For those years only the statutory days (全国年节及纪念日放假办法, with 补假 by its article 6) are known,
    not the exchanged days (调休): whoever shows ``day`` has to say so.
    """

    day: datetime.date
    unpublished: tuple[int, ...] = ()


@record
class Workdays:
    """A number of working days, and the years it relies on whose arrangement of holidays is not published."""

    count: int
    unpublished: tuple[int, ...] = ()


@record
class _Year:
    holidays: frozenset[datetime.date]
    makeup_workdays: frozenset[datetime.date]
    published: bool


@cache
def _china() -> Any:
    """Return the package's calendar of China without the 150 other countries that its own import brings (0.1 s)."""
    import holidays  # noqa: PLC0415  # needed only where working days are counted

    path = Path(holidays.__file__).with_name("countries") / "china.py"
    spec = importlib.util.spec_from_file_location("generator.derive._holidays_of_china", path)
    if spec is None or spec.loader is None or not path.is_file():
        return holidays.country_holidays("CN").__class__
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.China


@cache
def _year(year: int) -> _Year:
    return shelf.recall("year", (year,), lambda: _settled(year))


def _settled(year: int) -> _Year:
    china = _china()(years=year)
    return _Year(
        holidays=frozenset(day for day in china if day.year == year),
        makeup_workdays=frozenset(day for day in china.weekend_workdays if day.year == year),
        # Every notice since 2001 has exchanged days; a year without an entry here is only extrapolated.
        published=year in china.special_public_holidays,
    )


def is_published(year: int) -> bool:
    """Return whether the State Council's arrangement of holidays (放假和调休) for ``year`` is known here."""
    return _year(year).published


def unpublished_years(first: datetime.date, last: datetime.date) -> tuple[int, ...]:
    """Return the years without a published arrangement that the days from ``first`` to ``last`` rely on.

    29 to 31 December rely on the next year too: its New Year arrangement has reached back that far (2002,
    2006, 2007, 2008, 2012, 2019). The result is empty when ``last`` is before ``first``.
    """
    if last < first:
        return ()
    end = last.year + (1 if (last.month, last.day) >= (12, 29) and last.year < datetime.MAXYEAR else 0)
    return tuple(year for year in range(first.year, end + 1) if not is_published(year))


def is_workday(day: datetime.date) -> bool:
    """Return whether ``day`` is a working day: no rest day, or a weekend day worked for another (调休).

    Whether that is settled for its year tells :func:`unpublished_years`.
    """
    year = _year(day.year)
    return day in year.makeup_workdays or (day.weekday() < 5 and day not in year.holidays)


def next_workday(day: datetime.date) -> Due:
    """Return ``day`` if it is a working day, else the first one after; ``OverflowError`` past year 9999."""
    found = day
    while not is_workday(found):
        found += _DAY
    return Due(found, unpublished_years(day, found))


def previous_workday(day: datetime.date) -> Due:
    """Return ``day`` if it is a working day, else the last one before; ``OverflowError`` before year 1."""
    found = day
    while not is_workday(found):
        found -= _DAY
    return Due(found, unpublished_years(found, day))


def add_workdays(day: datetime.date, count: int) -> Due:
    """Return the ``count``-th working day after ``day``, or before it when ``count`` is negative.

    ``day`` is not counted (Civil Code 201); 0 returns it as it is, working day or not. ``OverflowError``
    when the result lies outside the years 1 to 9999.
    """
    step = _DAY if count > 0 else -_DAY
    found, left = day, abs(count)
    while left:
        found += step
        left -= is_workday(found)
    first, last = (day + _DAY, found) if count > 0 else (found, day - _DAY)
    return Due(found, unpublished_years(first, last)) if count else Due(day)


def add_days(day: datetime.date, count: int, *, postpone: bool = False) -> Due:
    """Return the last day of a period of ``count`` calendar days; ``day`` is not counted (Civil Code 201).

    ``postpone`` moves an end on a rest day to the day after the rest days (Civil Code 203). A negative
    ``count`` reaches back, e.g. to the last day for a notice 30 days ahead; 203 does not speak of that, and
    moving such a day later would shorten the notice: ``ValueError`` together with ``postpone``.
    ``OverflowError`` when the result lies outside the years 1 to 9999.
    """
    return _end(day + count * _DAY, backwards=count < 0, postpone=postpone)


def add_months(day: datetime.date, count: int, *, postpone: bool = False) -> Due:
    """Return the last day of a period of ``count`` months from ``day``; a year is 12 of them.

    It is the corresponding day of the last month, or that month's last day when there is none (Civil Code
    202): one month from 31 January ends on 28 or 29 February. ``postpone``, negative counts and errors are
    as in :func:`add_days`.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        raise OverflowError(f"{day} and {count} months lie outside the years 1 to 9999")
    end = datetime.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    return _end(end, backwards=count < 0, postpone=postpone)


def workdays_between(first: datetime.date, last: datetime.date) -> Workdays:
    """Return the number of working days from ``first`` to ``last``, both counted; 0 if ``last`` is before."""
    return Workdays(sum(map(is_workday, _days(first, last))), unpublished_years(first, last))


def _days(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    return (first + index * _DAY for index in range((last - first).days + 1))


def _end(day: datetime.date, *, backwards: bool, postpone: bool) -> Due:
    if not postpone:
        return Due(day)
    if backwards:
        raise ValueError("Civil Code 203 postpones the end of a period, not a day counted backwards")
    return next_workday(day)
