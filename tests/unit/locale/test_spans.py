"""Durations and periods in words, in both languages."""

from __future__ import annotations

import pytest

from generator.locale.spans import duration_text, period_text
from generator.model.common import Duration, DurationUnit, Period, PeriodKind


@pytest.mark.parametrize(
    ("duration", "zh", "en"),
    [
        (Duration(10, DurationUnit.WORKING_DAYS), "10个工作日", "10 working days"),
        (Duration(5, DurationUnit.CALENDAR_DAYS), "5日", "5 calendar days"),
        (Duration(3, DurationUnit.MONTHS), "3个月", "3 months"),
        (Duration(1, DurationUnit.YEARS), "1年", "1 year"),
    ],
)
def test_duration(duration: Duration, zh: str, en: str) -> None:
    assert duration_text(duration) == zh
    assert duration_text(duration, "en") == en


@pytest.mark.parametrize(
    ("period", "zh", "en"),
    [
        (Period(2026, PeriodKind.MONTH, 3), "2026年3月", "2026-03"),
        (Period(2026, PeriodKind.QUARTER, 4), "2026年第四季度", "Q4 2026"),
        (Period(2026, PeriodKind.HALF_YEAR, 1), "2026年上半年", "H1 2026"),
        (Period(2026, PeriodKind.HALF_YEAR, 2), "2026年下半年", "H2 2026"),
        (Period(2026, PeriodKind.YEAR, 1), "2026年度", "2026"),
    ],
)
def test_period(period: Period, zh: str, en: str) -> None:
    assert period_text(period) == zh
    assert period_text(period, "en") == en
