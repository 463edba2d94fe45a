"""Values counted in the records are those that anybody counts by hand."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.derive.formula import compute
from generator.derive.kpi_sources import FORMULAS, Counted, count, formula_of
from generator.model.common import Period, PeriodKind
from generator.model.performance import KpiSource, MissingValue
from generator.model.project import Project
from generator.model.support import Complaint

D = Decimal


def quarter(number: int) -> Period:
    return Period(2026, PeriodKind.QUARTER, number)


def value(source: KpiSource, counted: Counted) -> object:
    return compute(formula_of(source), {one.name: one.value for one in counted.inputs})


def with_(agency: Project, /, **changes: Any) -> Project:
    return replace(agency, **changes)  # type: ignore[type-var]


@pytest.mark.parametrize("source", KpiSource)
def test_every_source_gives_what_its_formula_asks_for(agency: Project, source: KpiSource) -> None:
    names = {one.text for one in formula_of(source).names}
    assert {one.name for one in count(agency, source, quarter(2)).inputs} == names
    assert FORMULAS.keys() == set(KpiSource)


@pytest.mark.parametrize(
    ("source", "number", "expected"),
    [
        (KpiSource.SALES_ACHIEVEMENT, 1, "96"),  # 1480000 + 1926500 + 2353500 of 6000000
        (KpiSource.SALES_ACHIEVEMENT, 2, "81"),
        (KpiSource.SALES_ACHIEVEMENT, 3, "98.9"),  # 96000 returned
        (KpiSource.REPORTS_ON_TIME, 1, "100"),
        (KpiSource.REPORTS_ON_TIME, 2, "75"),
        (KpiSource.REPORTS_ON_TIME, 3, "75"),
        (KpiSource.SURVEY_MEAN, 2, "4.1"),
        (KpiSource.COMPLAINTS_CLOSED_IN_TIME, 1, "100"),
        (KpiSource.COMPLAINTS_CLOSED_IN_TIME, 2, "0"),
        (KpiSource.COMPLAINT_RATE, 2, "33.33"),  # one complaint, three orders
    ],
)
def test_the_agency(agency: Project, source: KpiSource, number: int, expected: str) -> None:
    assert value(source, count(agency, source, quarter(number))) == D(expected)


def test_what_was_counted_is_named(agency: Project) -> None:
    found = count(agency, KpiSource.REPORTS_ON_TIME, quarter(3))
    assert len(found.records) == 4
    assert found.failed == ("月度销售报告 2026-08",)
    assert count(agency, KpiSource.SALES_ACHIEVEMENT, quarter(3)).records == (
        "r-301",
        "r-302",
        "r-303",
        "r-304",
    )


def test_milestones_and_actions(technical: Project) -> None:
    planned = [
        one
        for one in technical.contract.milestones
        if datetime.date(2026, 4, 1) <= one.planned <= datetime.date(2026, 6, 30)
    ]
    found = count(technical, KpiSource.MILESTONES_ON_TIME, quarter(2))
    assert set(found.records) == {one.name for one in planned}
    assert set(found.failed) == {
        one.name for one in planned if one.actual is None or one.actual > one.planned
    }
    actions = count(technical, KpiSource.ACTIONS_ON_TIME, quarter(3))
    assert set(actions.failed) <= set(actions.records)
    assert actions.records


def test_surveys_weigh_by_their_respondents(agency: Project) -> None:
    feedback = agency.feedback
    assert feedback is not None
    first = feedback.surveys[0]
    more = replace(first, id="s-x", respondents=8, score=D("2.1"))  # type: ignore[type-var]
    project = with_(agency, feedback=replace(feedback, surveys=(first, more)))  # type: ignore[type-var]
    found = count(project, KpiSource.SURVEY_MEAN, quarter(2))
    assert value(KpiSource.SURVEY_MEAN, found) == D("3.70")  # (4.1 × 32 + 2.1 × 8) ÷ 40


@pytest.mark.parametrize("source", KpiSource)
def test_nothing_recorded_is_no_data_and_never_a_score(agency: Project, source: KpiSource) -> None:
    contract = replace(agency.contract, milestones=())  # type: ignore[type-var]
    bare = with_(
        agency, contract=contract, sales_records=(), reports=(), feedback=None, meetings=(), measurements=()
    )
    assert count(bare, source, quarter(1)).missing is MissingValue.NO_DATA


def test_a_complaint_that_is_not_due_yet_counts_on_neither_side(agency: Project) -> None:
    feedback = agency.feedback
    assert feedback is not None
    day = datetime.date(2026, 9, 10)
    waiting = Complaint(
        id="c-x", received_on=day, complainant="x", text="x", owner="tang", due=datetime.date(2026, 9, 20)
    )
    project = with_(agency, feedback=replace(feedback, complaints=(waiting,)))  # type: ignore[type-var]
    early = with_(project, project=replace(project.project, as_of=day))  # type: ignore[type-var]
    assert count(early, KpiSource.COMPLAINTS_CLOSED_IN_TIME, quarter(3)).records == ()
    assert count(project, KpiSource.COMPLAINTS_CLOSED_IN_TIME, quarter(3)).failed == ("c-x",)
