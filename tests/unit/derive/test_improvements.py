"""An improvement is measured by its KPI: before, after, and since."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.derive.improvements import ImprovementState, better, progress
from generator.load import Loaded
from generator.model.common import Period, PeriodKind
from generator.model.performance import Measurement
from generator.model.project import Project
from generator.model.support import Improvement

D = datetime.date


@pytest.fixture
def agency(samples: dict[str, Loaded]) -> Project:
    found = samples["east-china-agency"].project
    assert found is not None
    return found


def measured(agency: Project, *values: str) -> Project:
    rows = tuple(
        Measurement(kpi="complaints", period=Period(2026, PeriodKind.QUARTER, at), value=Decimal(value))
        for at, value in enumerate(values, 1)
    )
    return replace(agency, measurements=rows)


ONE = Improvement(
    id="i", finding="f", measure="m", owner="meng", due=D(2026, 4, 20), kpi="complaints", verified_on=D(2026, 7, 10)
)  # fmt: skip


@pytest.mark.parametrize(
    ("values", "state"),
    [
        (("3.4", "1.5"), ImprovementState.VERIFIED),
        (("3.4", "3.4"), ImprovementState.UNMOVED),
        (("3.4", "4"), ImprovementState.UNMOVED),
        (("0.5", "0.9"), ImprovementState.VERIFIED),
        (("3.4", "1.5", "3.6"), ImprovementState.REOPENED),
        (("3.4", "1.5", "2"), ImprovementState.VERIFIED),
        (("3.4",), ImprovementState.VERIFIED),
        ((), ImprovementState.VERIFIED),
    ],
)
def test_states_by_the_kpi(agency: Project, values: tuple[str, ...], state: ImprovementState) -> None:
    assert progress(measured(agency, *values), ONE, D(2026, 12, 31)).state is state


def test_unverified_ones(agency: Project) -> None:
    bare = replace(ONE, verified_on=None)
    assert progress(agency, bare, D(2026, 4, 20)).state is ImprovementState.OPEN
    assert progress(agency, bare, D(2026, 4, 21)).state is ImprovementState.OVERDUE
    assert progress(agency, ONE, D(2026, 5, 1)).state is ImprovementState.OVERDUE


def test_figures_before_and_after(agency: Project) -> None:
    found = progress(
        agency, next(one for one in agency.improvements if one.id == "i-02"), agency.project.as_of
    )
    assert found.before is not None
    assert found.after is not None
    assert (found.before.value, found.after.value) == (Decimal("3.4"), Decimal("1.5"))
    assert found.kpi is not None
    assert better(found.kpi, found.after, found.before)
    assert not better(found.kpi, found.before, found.after)
