"""Commission is exact at the edges of tiers, and what is taken back is what was earned (commission.py)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.commission import (
    Settlement,
    commission_on,
    counting_kind,
    settlements,
    tier_parts,
    total,
)
from generator.derive.durations import end_of
from generator.model.common import Duration, DurationUnit, Frequency, Period, PeriodKind
from generator.model.price import Currency
from generator.model.project import Project
from generator.model.sales import (
    Commission,
    CommissionBase,
    CommissionTier,
    SalesRecord,
    SalesRecordKind,
    TierMethod,
)

from .conftest import sample

DAY = datetime.date
ON = DAY(2027, 12, 31)
CENT = Decimal("0.01")
MONEY = st.decimals(min_value=0, max_value=Decimal("99999999.99"), places=2)
Q1, Q2, Q3 = (Period(2026, PeriodKind.QUARTER, number) for number in (1, 2, 3))


def tiers(*edges: tuple[str, str]) -> tuple[CommissionTier, ...]:
    ends = [Decimal(edge) for edge, _ in edges][1:]
    return tuple(
        CommissionTier(at_least=Decimal(edge), below=end, rate=Decimal(rate))
        for (edge, rate), end in zip(edges, [*ends, None], strict=True)
    )


def terms(method: TierMethod = TierMethod.MARGINAL, **changes: Any) -> Commission:
    content: dict[str, Any] = {
        "base": CommissionBase.RECEIVED,
        "settlement": Frequency.QUARTERLY,
        "method": method,
        "tiers": tiers(("0", "3"), ("1000", "4.5"), ("2000", "6")),
        "pay_within": Duration(15, DurationUnit.WORKING_DAYS),
        "clawback_within": Duration(6, DurationUnit.MONTHS),
    }
    return Commission(**{**content, **changes})


def sold(
    identity: str, day: DAY, amount: str, kind: str = "received", refers: str | None = None
) -> SalesRecord:
    return SalesRecord(
        id=identity,
        date=day,
        kind=SalesRecordKind(kind),
        order_number=f"SO-{identity}",
        customer="某公司",
        amount=Decimal(amount),
        refers=refers,
    )


def back(identity: str, day: DAY, amount: str, refers: str) -> SalesRecord:
    return sold(identity, day, amount, "returned", refers)


def settled(
    records: Sequence[SalesRecord], agreed: Commission | None = None, on: DAY = ON
) -> tuple[Settlement, ...]:
    project: Project = sample("east-china-agency")
    sales: Any = project.contract.sales
    changed: Any = replace(project.contract, sales=replace(sales, commission=agreed or terms()))
    return settlements(replace(project, contract=changed, sales_records=tuple(records)), on)


@pytest.mark.parametrize(
    ("base", "marginal", "whole"),
    [
        ("0", "0", "0"),
        ("0.01", "0.00", "0.00"),
        ("999.99", "30.00", "30.00"),
        ("1000", "30.00", "45.00"),
        ("1000.01", "30.00", "45.00"),
        ("1999.99", "75.00", "90.00"),
        ("2000", "75.00", "120.00"),
        ("2000.17", "75.01", "120.01"),
        ("-5", "0", "0"),
    ],
)
def test_a_tier_begins_with_its_edge_and_ends_before_the_next(base: str, marginal: str, whole: str) -> None:
    assert commission_on(terms(), Decimal(base)) == Decimal(marginal)
    assert commission_on(terms(TierMethod.WHOLE), Decimal(base)) == Decimal(whole)


def test_a_part_is_rounded_half_up_in_the_minor_unit() -> None:
    one = tiers(("0", "5"))
    assert [str(part.amount) for part in tier_parts(one, TierMethod.WHOLE, Decimal("0.10"))] == ["0.01"]
    assert [str(part.amount) for part in tier_parts(one, TierMethod.WHOLE, Decimal("0.09"))] == ["0.00"]
    yen = tier_parts(one, TierMethod.MARGINAL, Decimal(50), Currency.JPY)
    assert [str(part.amount) for part in yen] == ["3"]


@st.composite
def ladders(draw: st.DrawFn) -> tuple[CommissionTier, ...]:
    edges = sorted(draw(st.sets(MONEY.filter(bool), max_size=4)))
    rates = draw(
        st.lists(
            st.decimals(min_value=0, max_value=100, places=2),
            min_size=len(edges) + 1,
            max_size=len(edges) + 1,
        )
    )
    return tiers(*zip(("0", *map(str, edges)), map(str, rates), strict=True))


@given(ladders(), st.sampled_from(TierMethod), MONEY)
def test_parts_are_the_base_and_each_is_at_its_rate(
    ladder: tuple[CommissionTier, ...], method: TierMethod, base: Decimal
) -> None:
    parts = tier_parts(ladder, method, base)
    assert sum((part.base for part in parts), Decimal(0)) == base
    assert len(parts) <= (1 if method is TierMethod.WHOLE else len(ladder))
    for part in parts:
        assert part.base > 0
        assert abs(part.amount - part.base * part.tier.rate / 100) <= CENT / 2
        assert base >= part.tier.at_least
    if method is TierMethod.WHOLE and parts:
        assert parts[0].tier.below is None or base < parts[0].tier.below


@given(ladders())
def test_marginal_commission_has_no_step_at_an_edge(ladder: tuple[CommissionTier, ...]) -> None:
    agreed = terms(tiers=ladder)
    for under, tier in pairwise(ladder):
        at, before = (commission_on(agreed, one) for one in (tier.at_least, tier.at_least - CENT))
        assert 0 <= at - before <= CENT * under.rate / 100 + CENT


@given(ladders(), MONEY, MONEY)
def test_more_sales_never_mean_less_marginal_commission(
    ladder: tuple[CommissionTier, ...], one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    agreed = terms(tiers=ladder)
    assert commission_on(agreed, low) <= commission_on(agreed, high)


def test_each_period_is_settled_by_itself() -> None:
    rows = settled([sold("b", DAY(2026, 4, 1), "1500"), sold("a", DAY(2026, 3, 31), "500")])
    assert [(row.period, row.base, row.commission) for row in rows] == [
        (Q1, Decimal(500), Decimal("15.00")),
        (Q2, Decimal(1500), Decimal("52.50")),
    ]
    assert (rows[0].first, rows[0].last) == (DAY(2026, 1, 1), DAY(2026, 3, 31))
    assert rows[0].due == end_of(DAY(2026, 3, 31), Duration(15, DurationUnit.WORKING_DAYS))


def test_a_period_that_has_not_ended_is_not_settled() -> None:
    records = [sold("a", DAY(2026, 1, 5), "500"), sold("b", DAY(2026, 4, 1), "500")]
    assert [row.period for row in settled(records, on=DAY(2026, 6, 29))] == [Q1]
    assert [row.period for row in settled(records, on=DAY(2026, 6, 30))] == [Q1, Q2]


def test_only_the_agreed_kind_counts() -> None:
    records = [sold("a", DAY(2026, 1, 5), "500"), sold("b", DAY(2026, 1, 6), "700", "invoiced")]
    assert settled(records)[0].base == 500
    by_invoice = terms(base=CommissionBase.INVOICED)
    assert counting_kind(by_invoice) is SalesRecordKind.INVOICED
    assert settled(records, by_invoice)[0].base == 700


def test_a_return_within_the_period_lessens_its_base() -> None:
    (row,) = settled([sold("a", DAY(2026, 1, 5), "1500"), back("r", DAY(2026, 3, 31), "600", "a")])
    assert (row.base, row.commission, row.clawbacks) == (Decimal(900), Decimal("27.00"), ())
    assert [one.id for one in row.deducted] == ["r"]


def test_a_later_return_takes_back_the_difference() -> None:
    rows = settled([sold("a", DAY(2026, 1, 5), "1500"), back("r", DAY(2026, 5, 8), "600", "a")])
    (one,) = rows[1].clawbacks
    assert (one.period, one.base, one.left) == (Q1, Decimal(1500), Decimal(900))
    assert (one.before, one.after, one.amount) == (Decimal("52.50"), Decimal("27.00"), Decimal("25.50"))
    assert (rows[1].payable, rows[1].carried) == (0, Decimal("25.50"))
    again = settled(
        [
            sold("a", DAY(2026, 1, 5), "1500"),
            back("r", DAY(2026, 5, 8), "600", "a"),
            back("s", DAY(2026, 8, 8), "900", "a"),
            sold("b", DAY(2026, 8, 9), "3000"),
        ]
    )
    assert [row.carried for row in again] == [0, Decimal("25.50"), 0]
    assert (again[2].clawbacks[0].before, again[2].clawbacks[0].after) == (Decimal("27.00"), 0)
    assert again[2].payable == Decimal("135.00") - Decimal("27.00") - Decimal("25.50")


def test_the_time_for_taking_back_runs_from_the_end_of_the_period() -> None:
    last = end_of(DAY(2026, 3, 31), Duration(6, DurationUnit.MONTHS)).day
    sale = sold("a", DAY(2026, 1, 5), "1500")
    in_time = settled([sale, back("r", last, "1500", "a")])[1]
    assert [one.amount for one in in_time.clawbacks] == [Decimal("52.50")]
    late = settled([sale, back("r", last + datetime.timedelta(days=1), "1500", "a")])[1]
    assert (late.clawbacks, [one.id for one in late.late], late.payable) == ((), ["r"], 0)
    never = settled([sale, back("r", DAY(2026, 4, 1), "1500", "a")], terms(clawback_within=None))[1]
    assert [one.id for one in never.late] == ["r"]


def test_without_commission_there_is_nothing_to_settle(service: Project) -> None:
    records = (sold("a", DAY(2026, 1, 5), "500"),)
    assert settlements(replace(service, sales_records=records), ON) == ()


@st.composite
def histories(draw: st.DrawFn) -> list[SalesRecord]:
    """Sales of one year, and returns of at most what was sold, each after its sale."""
    records = list[SalesRecord]()
    for number in range(draw(st.integers(1, 6))):
        day = DAY(2026, 1, 1) + datetime.timedelta(days=draw(st.integers(0, 364)))
        amount = draw(MONEY)
        records.append(sold(f"s{number}", day, str(amount)))
        left = amount
        for at in range(draw(st.integers(0, 2))):
            part = draw(st.decimals(min_value=0, max_value=left, places=2))
            left -= part
            later = day + datetime.timedelta(days=draw(st.integers(0, 300)))
            records.append(back(f"s{number}r{at}", later, str(part), f"s{number}"))
    return records


LONG = Duration(9, DurationUnit.YEARS)


@given(histories(), ladders(), st.sampled_from(TierMethod), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(
    records: list[SalesRecord], ladder: tuple[CommissionTier, ...], method: TierMethod, chance: Any
) -> None:
    agreed = terms(method, tiers=ladder)
    mixed = list(records)
    chance.shuffle(mixed)
    assert settled(mixed, agreed) == settled(records, agreed)


@given(histories(), ladders(), st.sampled_from(TierMethod))
def test_what_is_paid_is_the_commission_on_what_was_kept(
    records: list[SalesRecord], ladder: tuple[CommissionTier, ...], method: TierMethod
) -> None:
    agreed = terms(method, tiers=ladder, clawback_within=LONG)
    rows = settled(records, agreed)
    kept = {row.period: row.base for row in rows}
    for row in rows:
        kept.update((one.period, one.left) for one in row.clawbacks)
        assert row.late == ()
        assert row.payable * row.carried == 0
    paid = sum(row.payable for row in rows) - rows[-1].carried
    assert paid == sum(commission_on(agreed, base) for base in kept.values())


@given(histories(), ladders(), st.sampled_from(TierMethod))
def test_whatever_is_all_returned_nets_to_nothing(
    records: list[SalesRecord], ladder: tuple[CommissionTier, ...], method: TierMethod
) -> None:
    sales = [one for one in records if one.refers is None]
    returned = [
        back(f"r{at}", DAY(2027, 1, 1) + datetime.timedelta(days=at), str(one.amount), one.id)
        for at, one in enumerate(sales)
    ]
    rows = settled([*sales, *returned], terms(method, tiers=ladder, clawback_within=LONG))
    assert sum(row.commission - sum(one.amount for one in row.clawbacks) for row in rows) == 0
    assert sum(row.payable for row in rows) - rows[-1].carried == 0


def test_a_total_of_no_records_is_zero() -> None:
    assert total(()) == 0
