"""Check M157: a change's price does not fit the instalment that it goes with."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from generator.derive.changes import added, signed
from generator.derive.money import amounts_due
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.change import Change
from generator.model.price import PaymentEvent
from generator.model.project import Project
from generator.rules.support import figures, page, see

CODE = Code(
    "M157",
    Severity.ERROR,
    Text("变更的价款并不进这一期", "the price of a change does not fit its instalment"),
    page(
        Text(
            "变更写明并入哪一期付款，却没有价款增减；或者该期按月支付，不知道并入哪个月；或者该期减到了零以下。",
            "A change names an instalment but no price; or the instalment is paid month by month, and the month is open; "
            "or it falls below zero.",
        ),
        Text("这一期应付多少就算不出来。", "What is due then cannot be computed."),
        "instalments: [{id: p1, name: 尾款, amount: 8000.00}]\nchanges: [{id: c1, price: -12000.00, instalment: p1}]",
        "instalments: [{id: p1, name: 尾款, amount: 8000.00}]\nchanges: [{id: c1, price: -2000.00, instalment: p1}]",
        Text(
            "补上 price；换一期；按月支付的，去掉 instalment。",
            "Add the price, or change the instalment or leave it out.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each change that names an instalment which its price does not fit."""
    at = {row.id: index for index, row in enumerate(project.contract.instalments)}
    for index, one in enumerate(project.changes):
        if one.instalment and (why := _unfit(project, one, at[one.instalment])):
            route = ("contract", "payment", "instalments", at[one.instalment])
            related = [see("这一期", "the instalment", route)]
            message = Text(f"变更 {one.number}：{why.zh}", f"the change {one.number}: {why.en}")
            yield found(CODE, message, Place(("changes", index, "instalment")), related=related)


def _unfit(project: Project, one: Change, at: int) -> Text | None:
    row = project.contract.instalments[at]
    if not one.price:
        return Text("没有价款增减", "it moves no price")
    if row.event is PaymentEvent.MONTHLY:
        return Text(f"{row.id} 按月支付，不知道并入哪个月", f"{row.id} is paid month by month")
    more = added(project, datetime.date.max).get(row.id, Decimal(0))
    left = amounts_due(project.contract)[at] + more + (0 if one in signed(project) else one.price)
    return Text(f"{row.id} 减为 {figures(left)}", f"{row.id} falls to {figures(left)}") if left < 0 else None
