import datetime
from datetime import date

import pytest

from generator.derive import calendar
from generator.derive.calendar import (
    Due,
    Workdays,
    add_days,
    add_months,
    add_workdays,
    is_published,
    is_workday,
    next_workday,
    previous_workday,
    unpublished_years,
    workdays_between,
)

# 国办发明电〔2024〕12号 (2025) and 国办发明电〔2025〕7号 (2026): first and last day off of each holiday,
# and the weekend days worked instead.
OFF = {
    2025: [
        ("01-01", "01-01"),
        ("01-28", "02-04"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("05-31", "06-02"),
        ("10-01", "10-08"),
    ],
    2026: [
        ("01-01", "01-03"),
        ("02-15", "02-23"),
        ("04-04", "04-06"),
        ("05-01", "05-05"),
        ("06-19", "06-21"),
        ("09-25", "09-27"),
        ("10-01", "10-07"),
    ],
}
WORKED = {
    2025: ["01-26", "02-08", "04-27", "09-28", "10-11"],
    2026: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
}


def days(first: date, last: date) -> list[date]:
    return [first + datetime.timedelta(days=index) for index in range((last - first).days + 1)]


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_day_of_a_published_year(year: int) -> None:
    off = {
        day
        for first, last in OFF[year]
        for day in days(date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}"))
    }
    worked = {date.fromisoformat(f"{year}-{day}") for day in WORKED[year]}
    for day in days(date(year, 1, 1), date(year, 12, 31)):
        assert is_workday(day) == (day in worked or (day.weekday() < 5 and day not in off)), day


def test_2027_is_extrapolated_from_the_statutory_days() -> None:
    statutory = [
        "01-01",
        "02-05",
        "02-06",
        "02-07",
        "02-08",
        "04-05",
        "05-01",
        "05-02",
        "06-09",
        "09-15",
        "10-01",
    ]
    assert not any(is_workday(date.fromisoformat(f"2027-{day}")) for day in statutory)


def test_a_year_is_published_when_its_arrangement_is_known() -> None:
    assert all(is_published(year) for year in range(2001, 2027))
    # Decades ahead is never published, whatever version of the holiday data is installed.
    assert not is_published(2090)
    assert not is_published(1)
    assert not is_published(9999)


def test_published_follows_the_data_and_not_a_year_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def year(number: int) -> object:
        return calendar._Year(frozenset(), frozenset(), published=number != 2030)

    monkeypatch.setattr(calendar, "_year", year)
    assert next_workday(date(2030, 1, 5)) == Due(date(2030, 1, 7), (2030,))
    assert next_workday(date(2029, 12, 29)) == Due(date(2029, 12, 31), (2030,))
    assert unpublished_years(date(2028, 1, 1), date(2029, 12, 28)) == ()
    assert unpublished_years(date(2028, 1, 1), date(2029, 12, 29)) == (2030,)
    assert unpublished_years(date(2030, 12, 31), date(2031, 1, 1)) == (2030,)


def test_unpublished_years_of_nothing() -> None:
    assert unpublished_years(date(2090, 1, 2), date(2090, 1, 1)) == ()
    assert unpublished_years(date(2089, 12, 31), date(2090, 1, 1)) == (2089, 2090)
    assert unpublished_years(date(9999, 12, 31), date(9999, 12, 31)) == (9999,)


@pytest.mark.parametrize(
    ("day", "following", "preceding"),
    [
        ("2026-02-14", "2026-02-14", "2026-02-14"),
        ("2026-02-15", "2026-02-24", "2026-02-14"),
        ("2026-10-03", "2026-10-08", "2026-09-30"),
        ("2026-11-21", "2026-11-23", "2026-11-20"),
        ("2026-05-09", "2026-05-09", "2026-05-09"),
        ("2026-01-01", "2026-01-04", "2025-12-31"),
    ],
)
def test_nearest_workday(day: str, following: str, preceding: str) -> None:
    assert next_workday(date.fromisoformat(day)) == Due(date.fromisoformat(following))
    assert previous_workday(date.fromisoformat(day)) == Due(date.fromisoformat(preceding))


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        ("2026-09-30", 1, "2026-10-08"),
        ("2026-09-30", 3, "2026-10-10"),
        ("2026-10-10", 1, "2026-10-12"),
        ("2026-02-13", 2, "2026-02-24"),
        ("2026-10-08", -1, "2026-09-30"),
        ("2026-11-23", 10, "2026-12-07"),
        ("2026-10-03", 0, "2026-10-03"),
        ("2025-12-30", 2, "2026-01-04"),
    ],
)
def test_add_workdays(day: str, count: int, result: str) -> None:
    assert add_workdays(date.fromisoformat(day), count) == Due(date.fromisoformat(result))


def test_workdays_of_years_ahead_name_them() -> None:
    assert add_workdays(date(2090, 6, 1), 300).unpublished == (2090, 2091)
    assert add_workdays(date(2090, 6, 1), -300).unpublished == (2089, 2090)
    # The start is not counted, so its year is not relied on.
    assert 2090 not in add_workdays(date(2090, 12, 31), 1).unpublished
    assert add_workdays(date(2090, 6, 1), 0).unpublished == ()


@pytest.mark.parametrize(
    ("day", "count", "plain", "postponed"),
    [
        ("2026-11-23", 30, "2026-12-23", "2026-12-23"),
        ("2026-10-31", 21, "2026-11-21", "2026-11-23"),
        ("2026-09-23", 10, "2026-10-03", "2026-10-08"),
        ("2026-02-05", 10, "2026-02-15", "2026-02-24"),
        ("2026-02-18", 10, "2026-02-28", "2026-02-28"),
        ("2024-02-28", 1, "2024-02-29", "2024-02-29"),
        ("2026-11-20", 0, "2026-11-20", "2026-11-20"),
    ],
)
def test_period_of_days(day: str, count: int, plain: str, postponed: str) -> None:
    start = date.fromisoformat(day)
    assert add_days(start, count) == Due(date.fromisoformat(plain))
    assert add_days(start, count, postpone=True) == Due(date.fromisoformat(postponed))


@pytest.mark.parametrize(
    ("day", "count", "result"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2026-02-28", 1, "2026-03-28"),
        ("2026-12-15", 1, "2027-01-15"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2026-08-31", 0, "2026-08-31"),
    ],
)
def test_period_of_months(day: str, count: int, result: str) -> None:
    assert add_months(date.fromisoformat(day), count) == Due(date.fromisoformat(result))


def test_period_of_months_is_postponed() -> None:
    assert add_months(date(2026, 9, 3), 1, postpone=True) == Due(date(2026, 10, 8))
    assert add_months(date(2026, 1, 31), 1, postpone=True) == Due(date(2026, 2, 28))


def test_without_the_calendar_no_year_is_relied_on() -> None:
    assert add_days(date(2090, 1, 1), 10).unpublished == ()
    assert add_days(date(2090, 1, 1), 10, postpone=True).unpublished == (2090,)


def test_a_day_counted_backwards_is_not_postponed() -> None:
    assert add_days(date(2026, 12, 31), -30) == Due(date(2026, 12, 1))
    with pytest.raises(ValueError, match="203"):
        add_days(date(2026, 12, 31), -30, postpone=True)
    with pytest.raises(ValueError, match="203"):
        add_months(date(2026, 12, 31), -1, postpone=True)


def test_beyond_the_calendar() -> None:
    for calculate in (add_days, add_months):
        with pytest.raises(OverflowError):
            calculate(date(9999, 12, 1), 100)
        with pytest.raises(OverflowError):
            calculate(date(1, 1, 31), -100)
    with pytest.raises(OverflowError):
        add_workdays(date(9999, 12, 1), 100)


def test_workdays_between() -> None:
    assert workdays_between(date(2026, 10, 1), date(2026, 10, 31)) == Workdays(18)
    assert workdays_between(date(2026, 10, 8), date(2026, 10, 8)) == Workdays(1)
    assert workdays_between(date(2026, 10, 9), date(2026, 10, 8)) == Workdays(0)
    # 365 days less 104 weekend days and 18 (2025) or 19 (2026) weekdays off, and 5 or 6 weekend days worked.
    assert workdays_between(date(2025, 1, 1), date(2025, 12, 31)).count == 248
    assert workdays_between(date(2026, 1, 1), date(2026, 12, 28)) == Workdays(245)
    assert workdays_between(date(2026, 1, 1), date(2026, 12, 31)).count == 248
    assert workdays_between(date(2090, 1, 1), date(2090, 1, 31)).unpublished == (2090,)
