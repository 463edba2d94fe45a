"""Amounts of a price, to the cent: lines, net and tax, instalments."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.model.contract import Contract
from generator.model.price import Price, PriceLine

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
