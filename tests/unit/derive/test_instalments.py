"""Months of the term, equal amounts, and what a payment counts for (instalments.py)."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.durations import end_of
from generator.derive.instalments import MOST_MONTHS, Part, allotted, equal, months, parts
from generator.derive.payments import PaymentState, expected, instalment_states, totals
from generator.model.common import Duration, DurationUnit
from generator.model.contract import Renewal, Term
from generator.model.price import Instalment, PaymentEvent, PaymentRecord
from generator.model.project import Project

DAY = datetime.date
CENT = Decimal("0.01")
MONEY = st.decimals(min_value=0, max_value=Decimal("9999999999999.99"), places=2)
TEN = Duration(10, DurationUnit.WORKING_DAYS)


def term(start: DAY, end: DAY) -> Term:
    return Term(start=start, end=end, renewal=Renewal.NONE)


def monthly(project: Project, paid: tuple[tuple[DAY, str], ...] = (), **fields: Any) -> Project:
    """Return ``project`` with one instalment that is paid month by month, and these payments."""
    row = Instalment(id="m", name="月费", event=PaymentEvent.MONTHLY, within=TEN, **fields)
    payment: Any = replace(project.contract.payment, instalments=(row,))  # type: ignore[type-var]
    records = tuple(
        PaymentRecord(id=f"x{at}", instalment="m", paid_on=day, amount=Decimal(amount))
        for at, (day, amount) in enumerate(paid)
    )
    return replace(project, contract=replace(project.contract, payment=payment), payments=records)


@pytest.mark.parametrize(
    ("start", "end", "lasts"),
    [
        (DAY(2026, 1, 1), DAY(2026, 3, 31), ["01-31", "02-28", "03-31"]),
        (DAY(2026, 3, 1), DAY(2026, 4, 15), ["03-31", "04-15"]),
        (DAY(2026, 1, 15), DAY(2026, 3, 14), ["02-14", "03-14"]),
        (DAY(2026, 1, 31), DAY(2026, 4, 30), ["02-28", "03-30", "04-30"]),
        (DAY(2026, 5, 5), DAY(2026, 5, 5), ["05-05"]),
    ],
)
def test_months_run_from_the_start_of_the_term(start: DAY, end: DAY, lasts: list[str]) -> None:
    found = months(term(start, end))
    assert [one.last.isoformat()[5:] for one in found] == lasts
    assert (found[0].first, found[-1].last) == (start, end)


def test_a_number_of_months_is_not_bound_by_the_term() -> None:
    found = months(term(DAY(2026, 1, 1), DAY(2026, 2, 10)), 3)
    assert [one.last for one in found] == [DAY(2026, 1, 31), DAY(2026, 2, 28), DAY(2026, 3, 31)]
    assert len(months(term(DAY(2026, 1, 1), DAY(2026, 12, 31)), 2)) == 2


def test_the_calendar_has_an_end() -> None:
    assert len(months(term(DAY(1000, 1, 1), DAY(9000, 1, 1)))) == MOST_MONTHS
    late = months(term(DAY(9999, 11, 30), DAY(9999, 12, 31)), 5)
    assert late[-1].last == datetime.date.max
    assert len(late) == 5


@given(st.dates(DAY(2000, 1, 1), DAY(2040, 1, 1)), st.integers(0, 1500))
def test_months_cover_the_term_without_a_gap(start: DAY, days: int) -> None:
    end = start + datetime.timedelta(days=days)
    found = months(term(start, end))
    assert (found[0].first, found[-1].last) == (start, end)
    for one, following in pairwise(found):
        assert one.last + datetime.timedelta(days=1) == following.first
        assert 27 <= (one.last - one.first).days + 1 <= 31
    assert {one.count for one in found} == {len(found)}


@given(MONEY, st.integers(1, 600))
def test_equal_amounts_are_the_whole_and_the_last_takes_the_rest(amount: Decimal, count: int) -> None:
    made = equal(amount, count, CENT)
    assert sum(made) == amount
    assert len(set(made[:-1])) <= 1
    assert all(one <= made[-1] < one + count * CENT for one in made[:-1])
    assert min(made) >= 0


def rows(*amounts: str) -> tuple[Part, ...]:
    one = Instalment(id="m", name="月费")
    return tuple(Part(0, one, Decimal(amount), None) for amount in amounts)


def paid(*amounts: str) -> tuple[PaymentRecord, ...]:
    return tuple(
        PaymentRecord(id=f"x{at}", instalment="m", paid_on=DAY(2026, 1, 1 + at), amount=Decimal(amount))
        for at, amount in enumerate(amounts)
    )


def test_the_earliest_month_is_settled_first() -> None:
    found = allotted(rows("100", "100", "100"), paid("150", "100", "90"))
    shown = [[(one.id, str(one.amount)) for one in of] for of in found]
    assert shown == [[("x0", "100")], [("x0", "50"), ("x1", "50")], [("x1", "50"), ("x2", "90")]]


def test_a_payment_counts_for_the_month_that_it_names() -> None:
    named = replace(paid("90")[0], month=2, id="y")
    found = allotted(rows("100", "100", "100"), (named, *paid("150")))
    assert [[(one.id, str(one.amount)) for one in of] for of in found] == [
        [("x0", "100")],
        [("y", "90"), ("x0", "10")],
        [("x0", "40")],
    ]
    beyond = replace(named, month=9)
    assert allotted(rows("100"), (beyond,)) == ((beyond,),)


@given(st.lists(MONEY.map(str), min_size=1, max_size=6), st.lists(MONEY.map(str), max_size=6))
def test_no_payment_is_lost(amounts: list[str], payments: list[str]) -> None:
    of, made = rows(*amounts), paid(*payments)
    found = allotted(of, made)
    sums = [sum((one.amount for one in each), Decimal(0)) for each in found]
    assert sum(sums) == sum(one.amount for one in made)
    assert {one.id for each in found for one in each} == {one.id for one in made}
    for at, total in enumerate(sums[:-1]):
        assert total <= of[at].amount
        assert total == of[at].amount or not any(sums[at + 1 :])


def test_each_month_has_its_own_state(service: Project) -> None:
    start = service.contract.term.start
    project = monthly(service, ((start, "1500"),), amount=Decimal("3500.01"), count=3)
    states = instalment_states(project, months(service.contract.term, 3)[1].last)
    assert [str(one.amount) for one in states] == ["1166.67", "1166.67", "1166.67"]
    assert [one.name for one in states] == ["月费 1/3", "月费 2/3", "月费 3/3"]
    assert [one.state for one in states] == [PaymentState.PAID, PaymentState.SHORT, PaymentState.OPEN]
    for state in states:
        assert state.month is not None
        assert state.due == end_of(state.month.last, TEN)
    assert totals(project, states).paid == 1500


def test_a_day_that_is_planned_is_expected(technical: Project) -> None:
    contract = technical.contract
    for part in parts(contract):
        row, day = part.instalment, expected(contract, part)
        stone = next((one for one in contract.milestones if one.id == row.milestone), None)
        if stone and row.within:
            assert day == end_of(stone.planned, row.within)
        assert (day is None) == (row.due is not None or row.event is PaymentEvent.ACCEPTANCE)
    unsigned: Any = replace(contract, signing_date=None)
    signing = Part(0, Instalment(id="s", name="首付款", event=PaymentEvent.SIGNING, within=TEN), CENT, None)
    assert expected(unsigned, signing) is None
    assert expected(contract, signing) is not None


def test_months_are_expected_after_their_end(service: Project) -> None:
    contract = monthly(service, percent=Decimal(100)).contract
    found = parts(contract)
    assert sum(one.amount for one in found) == contract.gross
    assert [expected(contract, one) for one in found] == [
        end_of(one.month.last, TEN) for one in found if one.month
    ]
