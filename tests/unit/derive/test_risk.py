"""Levels are computed from the matrix, never typed."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from support import OCTOBER

from generator.derive.risk import (
    RiskLevel,
    counts,
    crossed,
    history,
    level,
    live,
    magnitude,
    reviews_overdue,
)
from generator.load import load_project, open_workspace
from generator.model.project import Project
from generator.model.risk import Exposure, RiskMatrix, RiskStatus, TriggerKpi

MATRIX = RiskMatrix(size=5, medium_from=5, high_from=10, extreme_from=15)
LOADED = load_project(open_workspace(OCTOBER), OCTOBER / "specs" / "east-china-agency").project


@pytest.mark.parametrize(
    ("likelihood", "impact", "expected"),
    [(1, 4, "low"), (1, 5, "medium"), (3, 3, "medium"), (2, 5, "high"), (3, 5, "extreme"), (5, 5, "extreme")],
)
def test_each_threshold_begins_its_level(likelihood: int, impact: int, expected: str) -> None:
    assert level(Exposure(likelihood=likelihood, impact=impact), MATRIX) is RiskLevel(expected)


def test_counts_equal_the_register() -> None:
    assert LOADED is not None
    assert sum(counts(LOADED).values()) == len(live(LOADED))
    assert set(counts(LOADED)) == set(RiskLevel)
    magnitudes = [magnitude(risk.current) for risk in live(LOADED)]
    assert magnitudes == sorted(magnitudes, reverse=True)


def test_closed_risks_do_not_count() -> None:
    assert LOADED is not None
    closed = replace(LOADED, risks=tuple(replace(risk, status=RiskStatus.CLOSED) for risk in LOADED.risks))  # type: ignore[type-var]
    assert live(closed) == ()
    assert reviews_overdue(closed, datetime.date(2030, 1, 1)) == ()
    assert len(reviews_overdue(LOADED, datetime.date(2030, 1, 1))) == len(live(LOADED))


def test_movement_over_reviews(agency: Project) -> None:
    risk = next(one for one in agency.risks if one.id == "R-02")
    found = [(stage.day.month, magnitude(stage.exposure)) for stage in history(risk, agency.project.as_of)]
    assert found == [(5, 16), (7, 12), (8, 8)]
    bare = replace(risk, reviews=())
    assert [magnitude(stage.exposure) for stage in history(bare, agency.project.as_of)] == [16, 8]


def test_a_trigger_is_crossed_by_the_last_value(agency: Project) -> None:
    risk = next(one for one in agency.risks if one.id == "R-03")
    one = crossed(agency, risk, agency.project.as_of)
    assert one is not None
    assert one.value == Decimal(90)
    lower = replace(risk, trigger_kpi=TriggerKpi(kpi="collection", below=Decimal(90)))
    assert crossed(agency, lower, agency.project.as_of) is None
    above = replace(risk, trigger_kpi=TriggerKpi(kpi="collection", above=Decimal(89)))
    assert crossed(agency, above, agency.project.as_of) == one
    assert crossed(agency, replace(risk, trigger_kpi=None), agency.project.as_of) is None
