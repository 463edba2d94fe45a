"""Sums of many projects: parts add up to the whole, currencies stay apart, nobody without a score counts as zero."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from generator.derive.card import Card, Levels, Score, Standing, Task
from generator.derive.due import DueKind
from generator.derive.portfolio import portfolio
from generator.model.price import Currency
from generator.model.profile import ProjectKind, ProjectState
from generator.model.workspace import ExchangeRate

D = datetime.date
ON = D(2026, 10, 31)
BASE = Card(
    id="a", name="甲项目", kind=ProjectKind.WORK, state=ProjectState.EXECUTION, on=ON, party_b="一公司",
    currency=Currency.CNY, agreed=Decimal(100), paid=Decimal(40), remaining=Decimal(60), late=Decimal(10),
    start=D(2026, 1, 1), end=D(2026, 12, 31), scores=(), levels=Levels(0, 0, 0, 0), risks=(), tasks=(), actions=0,
    late_actions=0, lessons=(), tags=(), source="specs/a.yaml:1", price_source="specs/a.yaml:9", gross=Decimal(100),
)  # fmt: skip


def scored(one: Card, name: str, total: str | None) -> Card:
    score = Score("2026-Q3", "良好", Standing.GOOD, "x:1", None if total is None else Decimal(total))
    return replace(one, id=name, scores=(score,))


def test_nothing_comes_to_nothing() -> None:
    assert portfolio((), (), 30) is None


def test_the_best_comes_first_and_who_has_no_score_last() -> None:
    cards = [
        scored(BASE, "low", "12"),
        replace(BASE, id="none"),
        scored(BASE, "top", "99.5"),
        scored(BASE, "nothing", None),
    ]
    found = portfolio(cards, (), 30)
    assert found is not None
    assert [one.id for one in found.cards] == ["top", "low", "none", "nothing"]


def test_currencies_are_not_summed_without_a_rate() -> None:
    dollar = replace(BASE, id="b", currency=Currency.USD, gross=Decimal("33.33"), paid=Decimal("1.11"))
    cards = [BASE, dollar, replace(BASE, id="c", gross=None)]
    found = portfolio(cards, (), 30)
    assert found is not None
    assert [(one.currency, one.projects, one.gross, one.late) for one in found.exposures] == [
        (Currency.CNY, 1, Decimal(100), Decimal(20)),
        (Currency.USD, 1, Decimal("33.33"), Decimal(10)),
    ]
    assert found.converted is None
    rate = ExchangeRate(currency=Currency.USD, rate=Decimal("7.1005"), date=ON, source="中间价")
    found = portfolio(cards, (rate,), 30)
    assert found is not None
    assert found.converted is not None
    assert [one.gross for one in found.converted] == [Decimal("100.00"), Decimal("236.66")]
    assert found.converted[1].paid == Decimal("7.88")


def test_shares_of_one_currency_come_to_all_of_it() -> None:
    cards = [replace(BASE, id=str(at), party_b=f"{at % 3}公司", gross=Decimal(10 + at)) for at in range(9)]
    found = portfolio(cards, (), 30)
    assert found is not None
    assert sum(one.gross for one in found.concentrations) == found.exposures[0].gross == Decimal(126)
    assert [one.party_b for one in found.concentrations] == ["2公司", "1公司", "0公司"]
    assert sum(one.projects for one in found.concentrations) == 9


def test_what_is_due_counts_from_the_latest_day() -> None:
    tasks = tuple(Task(D(2026, 11, day), DueKind.ACTION, "t", "", "", f"x:{day}") for day in (2, 20))
    old = replace(BASE, tasks=tasks)
    new = replace(BASE, id="b", on=D(2026, 11, 5))
    found = portfolio((old, new), (), 10)
    assert found is not None
    assert found.on == D(2026, 11, 5)
    assert [task.day.day for _, task in found.tasks] == [2]
    assert len(found.late) == 1
