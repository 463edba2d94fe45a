"""The ledger of obligations: both sides, the right days, where each stands."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from generator.derive.obligations import Obligation, ObligationKind, ObligationState, obligations
from generator.documents.articles import headings, write
from generator.documents.clauses import load
from generator.documents.contract import scope
from generator.load import Loaded
from generator.model.common import Side
from generator.model.profile import ProjectKind
from generator.model.project import Project
from generator.resources import Library


def project(loaded: dict[str, Loaded], name: str) -> Project:
    found = loaded[name].project
    assert found is not None
    return found


def of(rows: tuple[Obligation, ...], kind: ObligationKind) -> list[Obligation]:
    return [row for row in rows if row.kind is kind]


def test_the_year_of_a_sample(samples: dict[str, Loaded]) -> None:
    system = project(samples, "warehouse-system")
    rows = obligations(system, datetime.date(2026, 10, 31))
    deliveries = of(rows, ObligationKind.DELIVERY)
    assert [row.party for row in deliveries] == [Side.PARTY_B] * len(system.contract.deliverables)
    late = next(row for row in deliveries if row.text == "系统设计说明书")
    assert (late.due, late.done_on) == (datetime.date(2026, 5, 15), datetime.date(2026, 5, 22))
    inspection = next(row for row in of(rows, ObligationKind.INSPECTION) if row.text == "接口联调报告")
    assert (inspection.party, inspection.due) == (Side.PARTY_A, datetime.date(2026, 11, 3))
    assert inspection.state is ObligationState.OPEN
    paid = next(row for row in of(rows, ObligationKind.PAYMENT) if row.text == "终验款")
    assert (paid.state, paid.due, str(paid.amount)) == (ObligationState.WAITING, None, "196000.00")
    assert {row.state for row in of(rows, ObligationKind.QUALITY)} == {ObligationState.LASTING}
    days = [row.due for row in rows if row.due]
    assert days == sorted(days)


def test_a_missed_day_is_counted(samples: dict[str, Loaded]) -> None:
    system = project(samples, "warehouse-system")
    rows = obligations(system, datetime.date(2026, 11, 8))
    stone = next(row for row in of(rows, ObligationKind.MILESTONE) if row.text == "试运行上线")
    assert (stone.state, stone.days_overdue) == (ObligationState.OVERDUE, 2)
    assert all(row.days_overdue == 0 for row in rows if row.state is not ObligationState.OVERDUE)


@pytest.mark.parametrize("kind", ProjectKind)
def test_every_obligation_rests_on_a_clause_of_the_contract(
    starters: dict[str, Loaded], kind: ProjectKind
) -> None:
    one = project(starters, kind)
    blocks, _ = write(load(Library())[0], kind, scope(one), "zh-CN")
    rows = obligations(one, one.project.as_of)
    assert {row.clause for row in rows} <= headings(blocks, "zh-CN").keys()
    assert {row.party for row in rows} == set(Side)


def test_the_distributor_pays_and_the_supplier_keeps_the_standard(starters: dict[str, Loaded]) -> None:
    one = project(starters, "distribution")
    quality = project(starters, "framework").contract.quality
    rows = obligations(replace(one, contract=replace(one.contract, quality=quality)), one.project.as_of)
    assert {row.party for row in of(rows, ObligationKind.QUALITY)} == {Side.PARTY_A}
