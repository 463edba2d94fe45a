"""Check M117: the currency has no minor unit."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.price import Currency
from generator.model.project import Project
from generator.rules.support import leaves, page, plain

CODE = Code(
    "M117",
    Severity.ERROR,
    Text("币种没有小数位", "the currency has no minor unit"),
    page(
        Text("日元没有角分，金额必须是整数。", "The yen has no minor unit: its amounts are whole numbers."),
        Text("大写金额和付款都无法写出。", "Such an amount can be neither written in words nor paid."),
        "price: {currency: JPY, gross: 1200000.50}",
        "price: {currency: JPY, gross: 1200000}",
        Text("取整，或改正币种。", "Round it, or correct the currency."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each stated amount with decimals that its currency lacks."""
    contract = project.contract
    if contract.currency is Currency.JPY:
        for route, value in (
            *leaves(contract, ("contract",), Decimal),
            *leaves(project.payments, ("payments",), Decimal),
            *leaves(project.sales_records, ("sales_records",), Decimal),
        ):
            if route[-1] in AMOUNTS and value != int(value):
                message = Text(f"日元金额 {plain(value)} 有小数", f"{plain(value)} yen has decimals")
                yield found(CODE, message, Place(route))


AMOUNTS = ("gross", "net", "tax", "amount", "list_price", "at_least", "below")
