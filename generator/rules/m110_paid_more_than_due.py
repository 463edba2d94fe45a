"""Check M110: paid more than due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal

from generator.derive.changes import added
from generator.derive.instalments import parts
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import figures, page, see

CODE = Code(
    "M110",
    Severity.WARNING,
    Text("实付超过应付", "paid more than due"),
    page(
        Text(
            "某一期的付款记录合计超过该期金额；已签署的变更并入该期的价款计算在内。",
            "The payments recorded for an instalment exceed it, with what signed changes add to it.",
        ),
        Text(
            "多付的款项要么记错期次，要么应当追回或抵扣。",
            "What is overpaid is booked to the wrong instalment, or must be recovered or set off.",
        ),
        "instalments: [{id: p1, name: 首期款, amount: 108000.00}]\n"
        "payments: [{id: pay-1, instalment: p1, paid_on: 2026-01-14, amount: 118000.00}]",
        "instalments: [{id: p1, name: 首期款, amount: 108000.00}]\n"
        "payments: [{id: pay-1, instalment: p1, paid_on: 2026-01-14, amount: 108000.00}]",
        Text("核对回单，改正期次或金额。", "Check the bank receipt; correct instalment or amount."),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment by which an instalment is exceeded."""
    contract = project.contract
    rows = {row.id: index for index, row in enumerate(contract.instalments)}
    due: dict[tuple[str, int], Decimal] = {}
    for part in parts(contract, added(project, datetime.date.max)):
        whole = (part.instalment.id, 0)
        due[whole] = due.get(whole, Decimal()) + part.amount
        if part.month:
            due[part.instalment.id, part.month.number] = part.amount
    paid: dict[tuple[str, int], Decimal] = {}
    for index, payment in enumerate(project.payments):
        for key in dict.fromkeys(((payment.instalment, 0), (payment.instalment, payment.month or 0))):
            paid[key] = total = paid.get(key, Decimal()) + payment.amount
            if total <= due.get(key, total):
                continue
            name = f"{key[0]} {key[1]}".removesuffix(" 0")
            message = Text(
                f"{name} 已付合计 {figures(total)}，超过应付 {figures(due[key])}，多 {figures(total - due[key])}",
                f"{name}: {figures(total)} paid of {figures(due[key])} due, {figures(total - due[key])} too much",
            )
            route = ("contract", "payment", "instalments", rows[payment.instalment])
            related = [see("应付的这一期", "the instalment", route)]
            yield found(CODE, message, Place(("payments", index, "amount")), related=related)
