"""Amounts of a price, to the cent: lines, net and tax, instalments; and when what they wait for happened."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Decimal

from generator.model.contract import Contract
from generator.model.price import PaymentEvent, Price, PriceLine

CENT = Decimal("0.01")


def line_amount(line: PriceLine) -> Decimal:
    """Return quantity times unit price, rounded half up to the cent."""
    return (line.quantity * line.unit_price).quantize(CENT, ROUND_HALF_UP)


def split_tax(price: Price) -> tuple[Decimal, Decimal]:
    """Return net (gross without tax, rounded half up to the cent) and tax (the rest)."""
    net = (price.gross * 100 / (100 + price.tax_rate)).quantize(CENT, ROUND_HALF_UP)
    return net, price.gross - net


def instalment_amounts(contract: Contract) -> dict[str, Decimal]:
    """Return the amount of each instalment that has one, by id; a percentage is taken of gross."""
    amounts: dict[str, Decimal] = {}
    for row in contract.payment.instalments:
        if row.amount is not None:
            amounts[row.id] = row.amount
        elif row.percent is not None:
            share = contract.price.gross * row.percent / 100
            amounts[row.id] = share.quantize(CENT, ROUND_HALF_UP)
    return amounts


def event_days(contract: Contract) -> dict[str, datetime.date | None]:
    """Return, for each instalment that waits for an event, the day on which it happened, by id."""
    items = {item.id: item for item in contract.deliverables}
    reached = {item.id: item.actual for item in contract.milestones}
    days: dict[str, datetime.date | None] = {}
    for row in contract.payment.instalments:
        item = items.get(row.deliverable or "")
        if row.event:
            days[row.id] = {
                PaymentEvent.SIGNING: contract.signing_date,
                PaymentEvent.DELIVERY: item.delivered_on if item else None,
                PaymentEvent.ACCEPTANCE: item.accepted_on if item else None,
                PaymentEvent.MILESTONE: reached.get(row.milestone or ""),
            }[row.event]
    return days
