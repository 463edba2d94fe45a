"""Typed, computed and counted values, and why there is none."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.formula import Unknown
from generator.derive.readings import Reading, missing_inputs, readings
from generator.derive.score import evaluate
from generator.model.common import Frequency, Period, PeriodKind
from generator.model.performance import Input, KpiSource, Measurement, MissingValue, Scoring, Variable
from generator.model.project import Project

D = Decimal
Q2 = Period(2026, PeriodKind.QUARTER, 2)


def with_kpi(project: Project, entries: tuple[Measurement, ...] = (), **changes: Any) -> Project:
    kpi = replace(project.kpis[0], **{"derived_from": None, **changes})  # type: ignore[type-var]
    return replace(project, kpis=(kpi,), measurements=entries)  # type: ignore[type-var]


def entry(**changes: Any) -> Measurement:
    return Measurement(kpi="sales", period=Q2, **changes)


def formula(project: Project, *values: tuple[str, str]) -> Reading:
    inputs = tuple(Input(name=name, value=D(value)) for name, value in values)
    names = tuple(Variable(name=name, label=name, unit="批") for name in ("accepted", "late", "total"))
    changes = {"scoring": Scoring.FORMULA, "formula": "(accepted - late) / total * 100", "variables": names}
    return readings(with_kpi(project, (entry(inputs=inputs),), **changes))[0]


def test_a_formula_gives_the_value(agency: Project) -> None:
    found = formula(agency, ("accepted", "92"), ("late", "4"), ("total", "96"))
    assert (found.value, found.missing, found.index) == (D("91.67"), None, 0)


def test_division_by_zero_is_not_applicable_and_says_so(agency: Project) -> None:
    found = formula(agency, ("accepted", "0"), ("late", "0"), ("total", "0"))
    assert (found.value, found.missing) == (None, MissingValue.NOT_APPLICABLE)
    assert found.basis is not None
    assert found.basis.unknown is Unknown.ZERO_DIVISION


def test_a_missing_input_is_no_value_and_never_zero(agency: Project) -> None:
    found = formula(agency, ("accepted", "92"), ("total", "96"))
    assert found.value is None
    project = with_kpi(agency, formula="a / b")
    assert missing_inputs(project.kpis[0], entry(inputs=(Input(name="a", value=D(1)),))) == ("b",)


def test_a_derived_kpi_needs_no_entry_and_keeps_the_note_of_one(agency: Project) -> None:
    project = with_kpi(agency, (entry(note="降价"),), derived_from=KpiSource.SALES_ACHIEVEMENT)
    found = readings(project)
    assert [(one.period.number, one.value) for one in found] == [(2, D(81)), (1, D(96)), (3, D("98.90"))]
    assert found[0].note == "降价"
    assert [one.period for one in readings(project, Q2)] == [Q2]


def test_a_reason_that_was_written_wins(agency: Project) -> None:
    given = entry(missing=MissingValue.NOT_APPLICABLE)
    project = with_kpi(agency, (given,), derived_from=KpiSource.SALES_ACHIEVEMENT)
    assert readings(project, Q2)[0].value is None


def test_only_periods_that_have_ended_are_counted(agency: Project) -> None:
    project = with_kpi(agency, derived_from=KpiSource.SALES_ACHIEVEMENT, frequency=Frequency.YEARLY)
    assert readings(project) == ()


def test_closing_a_complaint_changes_the_score(agency: Project) -> None:
    project = with_kpi(
        agency, derived_from=KpiSource.COMPLAINTS_CLOSED_IN_TIME, weight=D(100), floor=D(0), target=D(100)
    )
    feedback = project.feedback
    assert feedback is not None
    late = next(one for one in feedback.complaints if one.id == "c-02")
    closed = replace(late, closed_on=datetime.date(2026, 6, 22))  # type: ignore[type-var]
    complaints = tuple(closed if one is late else one for one in feedback.complaints)
    after = replace(project, feedback=replace(feedback, complaints=complaints))  # type: ignore[type-var]
    second = next(one for one in project.evaluations if one.period == Q2)
    scores = [evaluate(one, second).lines[0].score for one in (project, after)]
    assert scores == [0, 100]


@pytest.mark.parametrize("text", ["accepted +", "1 / 0", ""])
def test_a_formula_that_is_none_gives_no_value(agency: Project, text: str) -> None:
    project = with_kpi(
        agency, (entry(inputs=(Input(name="x", value=D(1)),)),), scoring=Scoring.FORMULA, formula=text
    )
    assert readings(project)[0].value is None
