"""Check M143: a payment names a month that is not paid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.derive.instalments import parts
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M143",
    Severity.ERROR,
    Text("付款记录所写的月份不存在", "a payment of a month that is not paid"),
    page(
        Text(
            "付款记录写了第几个月（month），该期次不是按月支付（event: monthly），或者没有这么多月。",
            "A payment names a month, but its instalment is not monthly or has fewer months.",
        ),
        Text("这笔款不知道算在哪一期。", "It cannot be told what it pays."),
        "payments: [{id: pay-1, instalment: p1, month: 13, paid_on: 2026-04-14, amount: 1000.00}]",
        "payments: [{id: pay-1, instalment: p1, month: 3, paid_on: 2026-04-14, amount: 1000.00}]",
        Text("改正月份，或删去 month。", "Correct the month, or delete it."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment whose month is not among those of its instalment."""
    counts = Counter(part.instalment.id for part in parts(project.contract) if part.month)
    for index, one in enumerate(project.payments):
        if one.month and one.month > counts[one.instalment]:
            message = Text(
                f"{one.instalment} 没有第 {one.month} 个月（共 {counts[one.instalment]} 个月）",
                f"{one.instalment} has no month {one.month} (of {counts[one.instalment]})",
            )
            yield found(CODE, message, Place(("payments", index, "month")))
