"""Check M126: the contract states a tax rate that no line has."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.money import rates
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page, plain, see

CODE = Code(
    "M126",
    Severity.ERROR,
    Text("合同税率没有明细适用", "the contract's tax rate applies to no line"),
    page(
        Text(
            "每行明细都写了自己的税率，其中没有一个是合同税率（price.tax_rate）。",
            "Every line states a tax rate of its own, and none is that of the contract (price.tax_rate).",
        ),
        Text(
            "合同写一个税率，明细写另一个，开票时不知以哪个为准。",
            "The contract says one rate and its lines another: nobody knows which the invoice has.",
        ),
        "tax_rate: 6\nlines: [{id: l1, name: 传感器, quantity: 10, unit: 台, unit_price: 113.00, tax_rate: 13}]",
        "tax_rate: 13\nlines: [{id: l1, name: 传感器, quantity: 10, unit: 台, unit_price: 113.00}]",
        Text(
            "把合同税率改为主要明细的税率，只在不同的明细上另写。",
            "Give the contract the rate of its main lines, and only the others one of their own.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding when the stated rate is none of those of the lines."""
    price = project.contract.price
    if price and price.tax_rate not in rates(price):
        own = "、".join(f"{plain(rate)}%" for rate in rates(price))
        message = Text(
            f"合同税率 {plain(price.tax_rate)}%，明细的税率是 {own}",
            f"the contract says {plain(price.tax_rate)} %, its lines {own}",
        )
        lines = see("价格明细", "the lines", ("contract", "price", "lines"))
        yield found(CODE, message, Place(("contract", "price", "tax_rate")), related=[lines])
