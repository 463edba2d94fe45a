"""Check M132: a change moves a price that is not there, or below zero."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.changes import price_change
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, see

CODE = Code(
    "M132",
    Severity.ERROR,
    Text("变更的价款没有基数或者低于零", "a change moves a price that is not there, or below zero"),
    page(
        Text(
            "变更单写了价款增减，合同却没有含税总额；或者减少后的总额为负数。",
            "A change adds to or takes from the price, but the contract has no total, or the total falls below zero.",
        ),
        Text(
            "变更后的总价要写进变更单，算不出来就签不了。",
            "The change order states the new total, which cannot be computed.",
        ),
        "price: {gross: 360000.00}\nchanges: [{id: c1, price: -400000.00}]",
        "price: {gross: 360000.00}\nchanges: [{id: c1, price: -40000.00}]",
        Text(
            "改正增减额；按订单结算的，改写单价。",
            "Correct the amount; where orders decide, change unit prices.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each change whose new total cannot be."""
    for index, one in enumerate(project.changes):
        price = price_change(project, one)
        if one.price and (price is None or price.after < 0):
            total = "没有含税总额" if price is None else f"变更后的总额为 {figures(price.after)}"
            en = "there is no gross" if price is None else f"the total is {figures(price.after)} then"
            message = Text(f"变更 {one.number}：{total}", f"the change {one.number}: {en}")
            related = [see("合同价款", "the price", ("contract", "price"))]
            yield found(CODE, message, Place(("changes", index, "price")), related=related)
