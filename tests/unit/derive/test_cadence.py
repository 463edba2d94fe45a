from datetime import date

import pytest

from generator.derive.cadence import (
    CadenceRule,
    DayOfMonth,
    LastWorkday,
    NthWeekday,
    Omitted,
    Reason,
    Schedule,
    expand,
)
from generator.model.common import Frequency
from generator.model.meeting import CadenceException, HolidayRule, Weekday

NEXT, PREVIOUS, SKIP = HolidayRule.NEXT_WORKDAY, HolidayRule.PREVIOUS_WORKDAY, HolidayRule.SKIP
WEEKLY, BIWEEKLY = Frequency.WEEKLY, Frequency.BIWEEKLY
MONTHLY, QUARTERLY = Frequency.MONTHLY, Frequency.QUARTERLY
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def exception(planned: date, moved_to: date | None = None) -> CadenceException:
    return CadenceException(planned=planned, moved_to=moved_to, reason="总经理出差")


def dates(text: str) -> list[str]:
    return text.split()


def held(schedule: Schedule) -> list[str]:
    return [entry.held_on.strftime("%m-%d") for entry in schedule.occurrences]


def planned(schedule: Schedule) -> list[str]:
    return [entry.planned.strftime("%m-%d") for entry in schedule.occurrences]


def test_twelve_months_around_the_holidays_of_2026() -> None:
    schedule = expand(CadenceRule(MONTHLY, DayOfMonth(3), *YEAR, NEXT))
    assert planned(schedule) == [f"{month:02}-03" for month in range(1, 13)]
    assert held(schedule) == dates("01-04 02-03 03-03 04-03 05-06 06-03 07-03 08-03 09-03 10-08 11-03 12-03")
    assert [entry.number for entry in schedule.occurrences] == list(range(1, 13))
    assert all(entry.unpublished == () for entry in schedule.occurrences)
    assert schedule.omitted == ()


def test_rest_day_rules() -> None:
    rule = (MONTHLY, DayOfMonth(3), *YEAR)
    assert held(expand(CadenceRule(*rule, PREVIOUS)))[4] == "04-30"
    assert held(expand(CadenceRule(*rule, PREVIOUS)))[9] == "09-30"
    assert held(expand(CadenceRule(*rule, PREVIOUS)))[0] == "12-31"
    skipped = expand(CadenceRule(*rule, SKIP))
    assert held(skipped) == dates("02-03 03-03 04-03 06-03 07-03 08-03 09-03 11-03 12-03")
    assert [entry.number for entry in skipped.occurrences] == list(range(1, 10))
    assert skipped.omitted == tuple(
        Omitted(date(2026, month, 3), Reason.REST_DAY, ()) for month in (1, 5, 10)
    )


def test_the_31st_does_not_drift_and_is_the_last_day() -> None:
    schedule = expand(CadenceRule(MONTHLY, DayOfMonth(31), date(2026, 1, 31), date(2026, 6, 30), NEXT))
    assert planned(schedule) == ["01-31", "02-28", "03-31", "04-30", "05-31", "06-30"]
    # 28 February 2026 is a Saturday that is worked.
    assert held(schedule) == ["02-02", "02-28", "03-31", "04-30", "06-01", "06-30"]


def test_leap_day() -> None:
    rule = CadenceRule(MONTHLY, DayOfMonth(29), date(2023, 12, 1), date(2024, 3, 31), NEXT)
    assert planned(expand(rule)) == ["12-29", "01-29", "02-29", "03-29"]


def test_biweekly_across_the_year_end() -> None:
    rule = CadenceRule(BIWEEKLY, Weekday.THURSDAY, date(2025, 12, 1), date(2026, 1, 31), NEXT)
    assert planned(expand(rule)) == ["12-04", "12-18", "01-01", "01-15", "01-29"]
    assert held(expand(rule)) == ["12-04", "12-18", "01-04", "01-15", "01-29"]


def test_weekly_counts_from_the_first_such_weekday() -> None:
    rule = CadenceRule(WEEKLY, Weekday.MONDAY, date(2026, 11, 23), date(2026, 12, 14), NEXT)
    assert planned(expand(rule)) == ["11-23", "11-30", "12-07", "12-14"]
    later = CadenceRule(WEEKLY, Weekday.MONDAY, date(2026, 11, 24), date(2026, 12, 13), NEXT)
    assert planned(expand(later)) == ["11-30", "12-07"]


def test_a_long_holiday_brings_two_weeks_to_one_day_and_one_gives_way() -> None:
    rule = (WEEKLY, Weekday.MONDAY, date(2026, 2, 9), date(2026, 3, 2))
    forward = expand(CadenceRule(*rule, NEXT))
    assert held(forward) == ["02-09", "02-24", "03-02"]
    assert planned(forward) == ["02-09", "02-23", "03-02"]
    assert forward.omitted == (Omitted(date(2026, 2, 16), Reason.SAME_DAY, ()),)
    backward = expand(CadenceRule(*rule, PREVIOUS))
    assert planned(backward) == ["02-09", "02-16", "03-02"]
    assert backward.omitted == (Omitted(date(2026, 2, 23), Reason.SAME_DAY, ()),)


def test_nth_weekday() -> None:
    second = CadenceRule(MONTHLY, NthWeekday(2, Weekday.TUESDAY), date(2026, 1, 1), date(2026, 4, 30), NEXT)
    assert planned(expand(second)) == ["01-13", "02-10", "03-10", "04-14"]
    first = CadenceRule(MONTHLY, NthWeekday(1, Weekday.THURSDAY), date(2026, 1, 1), date(2026, 2, 28), SKIP)
    assert planned(expand(first)) == ["02-05"]
    last = CadenceRule(MONTHLY, NthWeekday(-1, Weekday.FRIDAY), date(2026, 1, 1), date(2026, 4, 30), NEXT)
    assert planned(expand(last)) == ["01-30", "02-27", "03-27", "04-24"]


def test_last_workday() -> None:
    schedule = expand(CadenceRule(MONTHLY, LastWorkday(), *YEAR, NEXT))
    assert held(schedule) == dates("01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31")
    assert planned(schedule) == held(schedule)


def test_quarterly() -> None:
    from_start = CadenceRule(QUARTERLY, DayOfMonth(5), date(2026, 2, 10), date(2027, 2, 28), NEXT)
    assert planned(expand(from_start)) == ["05-05", "08-05", "11-05", "02-05"]
    quarter_end = CadenceRule(QUARTERLY, LastWorkday(), date(2026, 3, 1), date(2026, 12, 31), NEXT)
    assert planned(expand(quarter_end)) == ["03-31", "06-30", "09-30", "12-31"]
    for frequency, expected in ((Frequency.HALF_YEARLY, ["01-15", "07-15"]), (Frequency.YEARLY, ["01-15"])):
        assert planned(expand(CadenceRule(frequency, DayOfMonth(15), *YEAR, NEXT))) == expected


def test_exceptions_by_the_day_of_the_rule_or_of_the_calendar() -> None:
    skipped, moved = exception(date(2026, 3, 3)), exception(date(2026, 10, 8), date(2026, 10, 9))
    unused = exception(date(2026, 7, 4))
    schedule = expand(CadenceRule(MONTHLY, DayOfMonth(3), *YEAR, NEXT, (skipped, moved, unused)))
    assert held(schedule) == dates("01-04 02-03 04-03 05-06 06-03 07-03 08-03 09-03 10-09 11-03 12-03")
    assert schedule.omitted == (Omitted(date(2026, 3, 3), Reason.EXCEPTION, ()),)
    assert schedule.unused == (unused,)


def test_a_moved_meeting_is_numbered_by_the_day_it_is_held_on() -> None:
    agreed = exception(date(2026, 11, 23), date(2026, 12, 1))
    rule = CadenceRule(WEEKLY, Weekday.MONDAY, date(2026, 11, 23), date(2026, 12, 7), NEXT, (agreed,))
    assert [(entry.number, entry.planned.day) for entry in expand(rule).occurrences] == [
        (1, 30),
        (2, 23),
        (3, 7),
    ]


def test_an_exception_saves_what_a_rest_day_would_skip_and_is_taken_as_it_is() -> None:
    agreed = exception(date(2026, 10, 3), date(2026, 10, 4))
    rule = CadenceRule(MONTHLY, DayOfMonth(3), date(2026, 10, 1), date(2026, 10, 31), SKIP, (agreed,))
    assert held(expand(rule)) == ["10-04"]


def test_years_without_an_arrangement_are_named() -> None:
    schedule = expand(CadenceRule(MONTHLY, DayOfMonth(15), date(2026, 12, 1), date(2090, 1, 31), NEXT))
    assert schedule.occurrences[0].unpublished == ()
    assert schedule.occurrences[-1].unpublished == (2090,)
    last = expand(CadenceRule(MONTHLY, LastWorkday(), date(2089, 12, 1), date(2089, 12, 31), NEXT))
    assert last.occurrences[0].unpublished == (2089, 2090)
    skipped = expand(CadenceRule(WEEKLY, Weekday.SUNDAY, date(2090, 7, 1), date(2090, 7, 10), SKIP))
    assert {entry.unpublished for entry in skipped.omitted} == {(2090,)}


def test_an_end_before_the_start_has_nothing() -> None:
    assert expand(CadenceRule(MONTHLY, DayOfMonth(3), YEAR[1], YEAR[0], NEXT)) == Schedule((), (), ())
    assert expand(CadenceRule(WEEKLY, Weekday.MONDAY, YEAR[1], YEAR[0], NEXT)) == Schedule((), (), ())


def test_rules_that_make_no_sense() -> None:
    with pytest.raises(ValueError, match="does not go with"):
        CadenceRule(WEEKLY, DayOfMonth(3), *YEAR, NEXT)
    with pytest.raises(ValueError, match="does not go with"):
        CadenceRule(MONTHLY, Weekday.MONDAY, *YEAR, NEXT)
    with pytest.raises(ValueError, match="does not go with"):
        CadenceRule(Frequency.ONCE, DayOfMonth(3), *YEAR, NEXT)
    with pytest.raises(ValueError, match="two exceptions"):
        CadenceRule(WEEKLY, Weekday.MONDAY, *YEAR, NEXT, (exception(YEAR[0]), exception(YEAR[0], YEAR[1])))
    with pytest.raises(ValueError, match="no day"):
        DayOfMonth(32)
    with pytest.raises(ValueError, match="nth"):
        NthWeekday(5, Weekday.MONDAY)
