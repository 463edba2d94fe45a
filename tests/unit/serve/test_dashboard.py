"""What all projects come to: due, scores, risks, sums by currency."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from support import OCTOBER

from generator.load import load_project, open_workspace
from generator.model.price import Currency
from generator.model.project import Project
from generator.serve.dashboard import ROWS, board, dashboard

NAMES = ("east-china-agency", "service-desk-outsourcing.yaml", "warehouse-system")


@pytest.fixture(scope="module")
def project() -> Callable[[str], Project]:
    workspace = open_workspace(OCTOBER)
    loaded = {name: load_project(workspace, OCTOBER / "specs" / name).project for name in NAMES}

    def one(name: str) -> Project:
        found = loaded[name]
        assert found is not None
        return found

    return one


def test_the_samples(project: Callable[[str], Project]) -> None:
    seen = dashboard([board(name, project(name)) for name in NAMES])
    overdue, coming, undated = seen.due
    assert (overdue.name, coming.name, undated.name) == ("overdue", "next", "undated")
    assert overdue.rows
    assert coming.rows
    assert all(row.overdue for row in overdue.rows)
    assert not any(row.overdue for row in (*coming.rows, *undated.rows))
    assert not any(row.day for row in undated.rows)
    rows = (*overdue.rows, *coming.rows)
    assert [row.day for row in rows] == sorted(row.day for row in rows)
    assert {row.project for row in rows} <= set(NAMES)
    assert not any(contact.id == row.owner.zh for row in rows for contact in project(row.project).contacts)
    assert [score.project for score in seen.scores] == [NAMES[2], NAMES[0], NAMES[1]]
    assert [score.tone for score in seen.scores] == ["bad", "good", "good"]
    assert seen.scores[0].period.en == "Q3 2026"
    assert [level.level for level in seen.risks[0].levels] == ["extreme", "high", "medium", "low"]
    (money,) = seen.money
    assert money.currency == "CNY"
    assert money.agreed == "¥2,690,000.00"


def test_sums_stay_with_their_currency(project: Callable[[str], Project]) -> None:

    one, other = project(NAMES[0]), project(NAMES[2])
    price = dataclasses.replace(other.contract.price, currency=Currency.USD)
    foreign = dataclasses.replace(other, contract=dataclasses.replace(other.contract, price=price))
    rows = dashboard([board("a", one), board("b", foreign)]).money
    assert [row.currency for row in rows] == ["CNY", "USD"]
    assert rows[1].agreed.startswith("USD ")


def test_nothing_at_all() -> None:
    seen = dashboard([], ["p"])
    assert (seen.scores, seen.risks, seen.money, seen.missing) == ((), (), (), ("p",))
    assert not any(group.count for group in seen.due)


def test_long_lists_are_cut(project: Callable[[str], Project]) -> None:
    one = board("a", project(NAMES[0]))
    seen = dashboard([one] * 100)
    assert sum(group.count for group in seen.due) == 100 * len(one.due)
    assert [len(group.rows) for group in seen.due] == [min(ROWS, group.count) for group in seen.due]
    assert len(dashboard([one] * (ROWS + 1)).scores) == ROWS
