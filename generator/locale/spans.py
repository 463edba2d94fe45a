"""Durations and periods in words, as a contract writes them."""

from __future__ import annotations

from generator.locale.numerals import chinese_number
from generator.locale.words import words
from generator.model.common import Duration, Period, PeriodKind


def duration_text(duration: Duration, language: str = "zh-CN") -> str:
    """Return ``duration`` in words: 10个工作日, 5日, 3个月; 10 working days, 1 year in English."""
    unit = words(language).label("duration_unit", duration.unit)
    if language.lower().startswith("zh"):
        return f"{duration.count}{unit}"
    return f"{duration.count} {unit.removesuffix('s') if duration.count == 1 else unit}"


def period_text(period: Period, language: str = "zh-CN") -> str:
    """Return ``period`` in words: 2026年3月, 2026年第一季度, 2026年上半年, 2026年度; 2026-03, Q1 2026, H1 2026, 2026."""
    if language.lower().startswith("zh"):
        return f"{period.year}年" + _chinese_part(period)
    match period.kind:
        case PeriodKind.MONTH:
            return f"{period.year}-{period.number:02}"
        case PeriodKind.YEAR:
            return str(period.year)
    return f"{'Q' if period.kind is PeriodKind.QUARTER else 'H'}{period.number} {period.year}"


def _chinese_part(period: Period) -> str:
    match period.kind:
        case PeriodKind.MONTH:
            return f"{period.number}月"
        case PeriodKind.QUARTER:
            return f"第{chinese_number(period.number)}季度"
        case PeriodKind.HALF_YEAR:
            return "上半年" if period.number == 1 else "下半年"
    return "度"
