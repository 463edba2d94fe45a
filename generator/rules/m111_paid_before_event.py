"""Check M111: paid before its event."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.events import event_days
from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M111",
    Severity.WARNING,
    Text("付款早于约定的事件", "paid before its event"),
    page(
        Text(
            "付款日早于该期约定的事件（签订、交付、验收、里程碑），或事件还没有发生。",
            "It was paid before the event of its instalment, or the event has not happened.",
        ),
        Text("提前付款，就失去了以付款促验收的手段。", "Paid early, the hold on performance is lost."),
        "{id: pay-2, instalment: p2, paid_on: 2026-03-20, amount: 252000.00}   # 4月2日才验收",
        "{id: pay-2, instalment: p2, paid_on: 2026-04-20, amount: 252000.00}",
        Text(
            "补记事件日期；确属提前付款的，在 note 中写明批准人。",
            "Record the event; if it was paid early, name in note who approved it.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment without a note before its event."""
    happened = event_days(project.contract)
    for index, payment in enumerate(project.payments):
        day = happened.get(payment.instalment, payment.paid_on)
        if payment.note is None and (day is None or payment.paid_on < day):
            zh, en = (f"在 {day}", f"was on {day}") if day else ("还没有发生", "has not happened")
            message = Text(
                f"{payment.instalment} 已于 {payment.paid_on} 付款，约定的事件{zh}",
                f"{payment.instalment} was paid on {payment.paid_on}, its event {en}",
            )
            yield found(CODE, message, Place(("payments", index, "paid_on")))
