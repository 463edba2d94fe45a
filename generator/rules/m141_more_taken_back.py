"""Check M141: more is taken back than was sold."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, see

CODE = Code(
    "M141",
    Severity.ERROR,
    Text("退货和坏账超过原金额", "more is taken back than was sold"),
    page(
        Text(
            "指向同一笔记录的退货和坏账，合计超过该笔金额。",
            "Returns and bad debts that refer to one record exceed its amount.",
        ),
        Text("会扣回从未计提的佣金。", "Commission would be taken back that was never earned."),
        "sales_records:\n  - {id: s1, date: 2026-03-01, kind: received, order_number: SO-1, customer: 某公司, amount: 100.00}\n"
        "  - {id: s2, date: 2026-04-02, kind: returned, order_number: SO-1, customer: 某公司, amount: 120.00, refers: s1}",
        "sales_records:\n  - {id: s1, date: 2026-03-01, kind: received, order_number: SO-1, customer: 某公司, amount: 100.00}\n"
        "  - {id: s2, date: 2026-04-02, kind: returned, order_number: SO-1, customer: 某公司, amount: 100.00, refers: s1}",
        Text("核对金额和原记录（refers）。", "Check the amounts and the record referred to."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each record with which the amount of the original is exceeded."""
    sold = {one.id: (index, one) for index, one in enumerate(project.sales_records)}
    sums = dict[str, Decimal]()
    for index, one in enumerate(project.sales_records):
        if one.refers is None or one.refers not in sold:
            continue
        at, original = sold[one.refers]
        sums[one.refers] = sums.get(one.refers, Decimal()) + one.amount
        if sums[one.refers] > original.amount:
            message = Text(
                f"退货和坏账合计 {figures(sums[one.refers])}，超过原金额 {figures(original.amount)}",
                f"{figures(sums[one.refers])} taken back of {figures(original.amount)}",
            )
            related = [see("原记录", "what was sold", ("sales_records", at, "amount"))]
            yield found(CODE, message, Place(("sales_records", index, "amount")), related=related)
