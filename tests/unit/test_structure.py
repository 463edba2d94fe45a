"""Data of the right shape becomes the model without losing a digit."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.common import Duration, DurationUnit, Period, PeriodKind
from generator.model.performance import Measurement
from generator.model.project import Project
from generator.source import read
from generator.structure import build

BASE = Path(__file__).parents[1] / "cases" / "base.yaml"


def test_a_project_is_built_with_types() -> None:
    data = read("base.yaml", BASE.read_bytes()).data
    assert isinstance(data, dict)
    project = build(Project, data)
    assert isinstance(project.contract.price.gross, Decimal)
    assert isinstance(project.project.as_of, datetime.date)
    assert isinstance(project.contract.acceptance.period, Duration)
    assert isinstance(project.cadence[0].time, datetime.time)
    assert project == build(Project, data)
    assert hash(project) == hash(build(Project, data))
    with pytest.raises(AttributeError):
        project.contract.price.gross = Decimal(1)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026-03", Period(2026, PeriodKind.MONTH, 3)),
        ("2026-Q4", Period(2026, PeriodKind.QUARTER, 4)),
        ("2026-H2", Period(2026, PeriodKind.HALF_YEAR, 2)),
        ("2026", Period(2026, PeriodKind.YEAR, 1)),
    ],
)
def test_periods(text: str, period: Period) -> None:
    assert build(Measurement, {"kpi": "k", "period": text}).period == period


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("10 working days", Duration(10, DurationUnit.WORKING_DAYS)),
        ("1 working day", Duration(1, DurationUnit.WORKING_DAYS)),
        ("30 calendar days", Duration(30, DurationUnit.CALENDAR_DAYS)),
        ("6 months", Duration(6, DurationUnit.MONTHS)),
        ("1 year", Duration(1, DurationUnit.YEARS)),
    ],
)
def test_durations(text: str, duration: Duration) -> None:
    from generator.model.contract import ForceMajeure  # noqa: PLC0415

    assert build(ForceMajeure, {"proof_within": text}).proof_within == duration


def test_a_date_where_text_is_wanted_stays_as_typed() -> None:
    made = build(Measurement, {"kpi": datetime.date(2026, 1, 5), "period": "2026-01", "value": 3})
    assert made.kpi == "2026-01-05"
    assert made.value == Decimal(3)
