"""Worked examples of damages are exact and never above their cap (damages.py)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.damages import DAYS, ROUND_SUM, example, late_delivery, late_payment
from generator.model.breach import DamagesBase
from generator.model.price import Currency
from generator.model.project import Project

MONEY = st.decimals(min_value=0, max_value=Decimal("9999999999999.99"), places=2)
PERCENT = st.decimals(min_value=0, max_value=100, places=3)


@pytest.mark.parametrize(
    ("base", "rate", "cap", "amount", "most", "payable", "day"),
    [
        ("100000", "0.03", "10", "300.00", "10000.00", "300.00", 334),
        ("72000.55", "0.05", "10", "360.00", "7200.06", "360.00", 200),
        ("100000", "2", "10", "20000.00", "10000.00", "10000.00", 5),
        ("100000", "0", "10", "0.00", "10000.00", "0.00", None),
        ("0.01", "0.1", "0", "0.00", "0.00", "0.00", 0),
    ],
)
def test_ten_days(
    base: str, rate: str, cap: str, amount: str, most: str, payable: str, day: int | None
) -> None:
    made = example(Decimal(base), Decimal(rate), Decimal(cap))
    assert (str(made.amount), str(made.cap), str(made.payable), made.day) == (amount, most, payable, day)
    assert made.days == DAYS


def test_yen_have_no_decimals() -> None:
    assert str(example(Decimal(1050), Decimal("0.1"), Decimal(10), Currency.JPY).amount) == "11"


@given(MONEY, PERCENT, PERCENT)
def test_damages_end_at_the_cap_and_on_its_day(base: Decimal, rate: Decimal, cap: Decimal) -> None:
    made = example(base, rate, cap)
    assert made.payable <= made.cap
    assert abs(made.amount - base * rate * DAYS / 100) <= Decimal("0.005")
    if made.day is not None:
        assert rate * made.day >= cap
        assert rate * (made.day - 1) < cap or made.day == 0
        assert (made.payable == made.cap) or made.day > DAYS or abs(made.amount - made.cap) <= Decimal("0.01")


def test_what_an_example_is_of(agency: Project, service: Project) -> None:
    contract = agency.contract
    paid, delivered = late_payment(contract), late_delivery(contract)
    assert paid is not None
    assert delivered is not None
    assert paid.base == contract.instalments[0].amount
    assert delivered.base == ROUND_SUM
    breach: Any = service.contract.breach
    of_price = replace(breach, late_delivery=replace(breach.late_delivery, base=DamagesBase.CONTRACT_PRICE))
    whole = late_delivery(replace(service.contract, breach=of_price))
    assert whole is not None
    assert whole.base == service.contract.gross
    none = replace(contract, breach=replace(contract.breach, late_payment=None, late_delivery=None))
    assert (late_payment(none), late_delivery(none)) == (None, None)
