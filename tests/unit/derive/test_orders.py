"""What an order comes to."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.orders import order_amounts, order_total
from generator.load import Loaded
from generator.model.common import Duration, DurationUnit
from generator.model.contract import Contract
from generator.model.goods import OrderLine, Orders, PurchaseOrder, Silence
from generator.model.sales import Product

from .conftest import sample

DAY = datetime.date(2026, 5, 6)
SPAN = Duration(2, DurationUnit.WORKING_DAYS)


def order(*lines: tuple[str, str, str | None]) -> PurchaseOrder:
    return PurchaseOrder(
        id="o",
        number="PO-1",
        date=DAY,
        lines=tuple(
            OrderLine(
                product=name, quantity=Decimal(count), unit_price=None if price is None else Decimal(price)
            )
            for name, count, price in lines
        ),
        deliver_on=DAY,
        deliver_to="杭州",
    )


@pytest.fixture(scope="module")
def contracts(starters: dict[str, Loaded]) -> dict[str, Contract]:
    return {kind: one.project.contract for kind, one in starters.items() if one.project}


def test_prices_come_from_the_list(contracts: dict[str, Contract]) -> None:
    (line,) = order_amounts(contracts["framework"], order(("pcb-4", "5000", None)))
    assert (str(line.unit_price), str(line.amount)) == ("18.60", "93000.00")


def test_a_distributor_has_its_discount(contracts: dict[str, Contract]) -> None:
    (line,) = order_amounts(contracts["distribution"], order(("ro-400", "3", None)))
    assert (str(line.unit_price), str(line.amount)) == ("3640.00", "10920.00")


def test_a_price_of_the_order_holds_and_an_unknown_product_has_none(contracts: dict[str, Contract]) -> None:
    rows = order_amounts(contracts["framework"], order(("pcb-4", "3", "0.335"), ("gone", "1", None)))
    assert [(str(row.unit_price), str(row.amount)) for row in rows] == [("0.335", "1.01")]


@given(st.lists(st.integers(1, 100000), min_size=1, max_size=6))
def test_lines_net_and_tax_add_up(counts: list[int]) -> None:
    terms = Orders(
        means="邮件",
        confirm_within=SPAN,
        silence=Silence.REFUSES,
        lead_time=SPAN,
        products=(Product(id="pcb-4", name="板", model="P4", unit="片", list_price=Decimal("18.6")),),
    )
    contract = replace(sample("service-desk-outsourcing.yaml").contract, orders=terms)
    one = order(*(("pcb-4", str(count), "3.337") for count in counts))
    total = order_total(contract, one)
    assert total.gross == sum(row.amount for row in order_amounts(contract, one))
    assert total.net + total.tax == total.gross


def test_without_a_rate_there_is_no_tax(contracts: dict[str, Contract]) -> None:
    bare = replace(contracts["framework"], price=None)
    assert order_total(bare, order(("pcb-4", "10", None))).tax == 0
