"""Check M111: paid before the event agreed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostic, Place, Severity, Text, found
from generator.model.contract import Contract
from generator.model.price import PaymentEvent
from generator.model.project import Project
from generator.rules.support import page

CODE = Code(
    "M111",
    Severity.WARNING,
    Text("付款早于约定的事件", "paid before the event agreed"),
    page(
        Text(
            "付款以交付、验收或里程碑为前提，付款日却早于它，或它还没有发生。",
            "Payment follows delivery, acceptance or a milestone, but was made before it.",
        ),
        Text("提前付款，就失去了以付款促验收的手段。", "Paid early, Party A loses its hold on performance."),
        "deliverables: [{id: d1, accepted_on: 2026-04-02}]\ninstalments: [{id: p2, event: acceptance, "
        "deliverable: d1}]\npayments: [{id: pay-2, instalment: p2, paid_on: 2026-03-20}]",
        "deliverables: [{id: d1, accepted_on: 2026-04-02}]\ninstalments: [{id: p2, event: acceptance, "
        "deliverable: d1}]\npayments: [{id: pay-2, instalment: p2, paid_on: 2026-04-20}]",
        Text(
            "补记事件日期；确属提前付款的，在 note 中写明批准人。",
            "Record the event; if it was paid early, name in note who approved it.",
        ),
    ),
)


def check(project: Project) -> Iterator[Diagnostic]:
    """Yield a finding for each payment without a note before its event."""
    happened = dict(_events(project.contract))
    for index, payment in enumerate(project.payments):
        if payment.instalment in happened and payment.note is None:
            day = happened[payment.instalment]
            if day is None or payment.paid_on < day:
                zh, en = (f"早于约定的事件（{day}）", f" on {day}") if day else ("约定的事件还没有发生", "")
                message = Text(
                    f"{payment.instalment} 于 {payment.paid_on} 付款，{zh}",
                    f"{payment.instalment} was paid on {payment.paid_on}, before its event{en}",
                )
                yield found(CODE, message, Place(("payments", index, "paid_on")))


def _events(contract: Contract) -> Iterator[tuple[str, datetime.date | None]]:
    items = {item.id: item for item in contract.deliverables}
    reached = {item.id: item.actual for item in contract.milestones}
    for row in contract.payment.instalments:
        item = items.get(row.deliverable or "")
        if row.event:
            yield (
                row.id,
                {
                    PaymentEvent.SIGNING: contract.signing_date,
                    PaymentEvent.DELIVERY: item and item.delivered_on,
                    PaymentEvent.ACCEPTANCE: item and item.accepted_on,
                    PaymentEvent.MILESTONE: reached.get(row.milestone or ""),
                }[row.event],
            )
