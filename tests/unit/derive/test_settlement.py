"""From score to money: every yuan by the rules of the contract, capped, and nothing twice."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.settlement import LineKind, statements, touches_money
from generator.load import Loaded
from generator.model.common import Side
from generator.model.performance import DeductionCap, GradeEffect
from generator.model.project import Project

CENT = Decimal("0.01")


@pytest.fixture
def service(samples: dict[str, Loaded]) -> Project:
    found = samples["service-desk-outsourcing"].project
    assert found is not None
    return found


def test_the_year_of_the_service_desk(service: Project) -> None:
    nets = {one.evaluation.id: one.net for one in statements(service)}
    full = Decimal("112500.00")
    assert nets["ev-2026-04"] == full
    assert nets["ev-2026-05"] == full - Decimal("5625.00") == Decimal("106875.00")
    assert nets["ev-2026-06"] == full - Decimal("5625.00") - Decimal("2000.00")
    assert nets["ev-2026-07"] == full - Decimal("2250.00")
    assert statements(service)[-1].before == Decimal("13500.00")


def test_what_was_paid_is_what_was_settled(service: Project) -> None:
    """Deductions of May to July were made with the payment of the month after, as its note says."""
    cut = {one.evaluation.id: one.deducted for one in statements(service)}
    paid = {one.instalment: one.amount for one in service.payments}
    for evaluation, instalment in (("ev-2026-05", "p06"), ("ev-2026-06", "p07"), ("ev-2026-07", "p08")):
        assert paid[instalment] == Decimal("112500.00") - cut[evaluation]


def test_commission_and_claims_of_the_agency(samples: dict[str, Loaded]) -> None:
    project = samples["east-china-agency"].project
    assert project is not None
    first, second, third = statements(project)
    assert first.net == Decimal("72000.00") + Decimal("184200.00")
    assert second.net == Decimal("72000.00") + Decimal("198375.00") - Decimal("1380.00")
    assert third.net == Decimal("72000.00") + Decimal("281040.00") - Decimal("1000.00")
    assert {line.clause for line in second.lines} == {"payment", "commission", "breach"}
    assert not touches_money(project)
    assert touches_money(
        replace(project, kpis=(replace(project.kpis[0], credit_percent=Decimal(1)), *project.kpis[1:]))
    )


def test_damages_of_the_late_software(samples: dict[str, Loaded]) -> None:
    project = samples["warehouse-system"].project
    assert project is not None
    (one,) = statements(project)
    assert one.net == Decimal("245000.00") - Decimal("10920.00")
    assert one.payer is Side.PARTY_A


def test_changes_are_lines_of_their_own_from_their_signature(samples: dict[str, Loaded]) -> None:
    project = samples["warehouse-system"].project
    assert project is not None
    (sheet,) = statements(project)
    before = sheet.evaluation.date
    one = replace(project.changes[0], instalment="p3", agreed_on=before)
    back = replace(one, id="bg-02", number="BG-02", price=-(one.price or Decimal(0)))
    late = replace(one, id="bg-03", number="BG-03", agreed_on=before + datetime.timedelta(days=1))
    (after,) = statements(replace(project, changes=(one, back, late)))
    assert [(row.source, row.amount) for row in after.lines if row.kind is LineKind.CHANGE] == [
        ("bg-01", Decimal(12000)), ("bg-02", Decimal(-12000)),
    ]  # fmt: skip
    assert after.lines[0] == sheet.lines[0]
    assert after.net == sheet.net


def test_missed_targets_cost_a_credit_and_met_ones_do_not(service: Project) -> None:
    kpis = tuple(replace(one, credit_percent=Decimal("1.5")) for one in service.kpis)
    for one in statements(replace(service, kpis=kpis)):
        missed = [line for line in one.lines if line.kind is LineKind.CREDIT]
        expected = [
            line.kpi.id
            for line in one.result.lines
            if line.actual is not None
            and (
                line.actual < line.kpi.target
                if line.kpi.direction.value == "higher"
                else line.actual > line.kpi.target
            )
        ]
        assert [line.source for line in missed] == expected
        assert all(line.amount == -Decimal("1687.50") for line in missed)


@settings(max_examples=60, deadline=None)
@given(
    percent=st.decimals(0, 100, places=2),
    period=st.none() | st.decimals(0, 100, places=2),
    total=st.none() | st.decimals(0, 5, places=2),
)
def test_caps_hold_whatever_the_figures(
    samples: dict[str, Loaded], percent: Decimal, period: Decimal | None, total: Decimal | None
) -> None:
    project = samples["service-desk-outsourcing"].project
    assert project is not None
    grades = tuple(
        replace(one, effect=GradeEffect(deduct_percent=percent)) for one in project.assessment.grades
    )
    cap = (
        DeductionCap(period_percent=period, total_percent=total)
        if period is not None or total is not None
        else None
    )
    made = statements(
        replace(project, assessment=replace(project.assessment, grades=grades, deduction_cap=cap), claims=())
    )
    so_far = Decimal(0)
    for one in made:
        fee = Decimal("112500.00")
        wanted = (fee * percent / 100).quantize(CENT, ROUND_HALF_UP)
        limits = [wanted]
        if period is not None:
            limits.append((fee * period / 100).quantize(CENT, ROUND_HALF_UP))
        if total is not None:
            limits.append(
                max((Decimal(1350000) * total / 100).quantize(CENT, ROUND_HALF_UP) - so_far, Decimal(0))
            )
        assert one.deducted == min(limits)
        assert one.net == fee - one.deducted
        so_far += one.deducted
